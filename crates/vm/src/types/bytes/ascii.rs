//! ASCII case and character classes of bytes (CPython's bytes_methods.c), and `repr`, `hex`, `fromhex`.

use crate::types::str::repr::quote_for;

/// White space in bytes.
#[inline]
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// Whether there are bytes and all pass.
pub fn all(bytes: &[u8], test: impl Fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}

/// `istitle`.
pub fn is_title(bytes: &[u8]) -> bool {
    let mut found = false;
    let mut in_word = false;
    for byte in bytes {
        if byte.is_ascii_alphabetic() {
            if byte.is_ascii_uppercase() == in_word {
                return false;
            }
            (found, in_word) = (true, true);
        } else {
            in_word = false;
        }
    }
    found
}

/// `title`.
pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let change = |&byte: &u8| {
        let changed = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
        changed
    };
    bytes.iter().map(change).collect()
}

/// `capitalize`.
pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `swapcase`.
pub fn swap_case(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }).collect()
}

/// `b'…'`.
pub fn repr(bytes: &[u8]) -> String {
    quoted(bytes, false)
}

/// `b'…'` in the repr of a bytearray, where single quotes are always escaped.
pub fn repr_in_bytearray(bytes: &[u8]) -> String {
    quoted(bytes, true)
}

fn quoted(bytes: &[u8], escape_single: bool) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(char::from(quote));
    for &byte in bytes {
        match byte {
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\\' => out.push_str("\\\\"),
            _ if byte == quote || escape_single && byte == b'\'' => out.extend(['\\', char::from(byte)]),
            0x20..0x7f => out.push(char::from(byte)),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(char::from(quote));
    out
}

/// Hexadecimal digits, `separator` after every `group` bytes counted from the right (from the left if negative).
pub fn hex(bytes: &[u8], separator: Option<u8>, group: isize) -> String {
    let digit = |nibble: u8| char::from(b"0123456789abcdef".get(usize::from(nibble)).copied().unwrap_or(b'0'));
    let mut out = String::with_capacity(bytes.len() * 3);
    let size = group.unsigned_abs();
    for (i, byte) in bytes.iter().enumerate() {
        let boundary = if group < 0 { i } else { bytes.len() - i };
        if let Some(separator) = separator
            && i > 0
            && size > 0
            && boundary.is_multiple_of(size)
        {
            out.push(char::from(separator));
        }
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
    out
}

/// Reads hexadecimal digits in pairs with white space between; the error is the place of what is no digit.
pub fn from_hex(codes: impl Iterator<Item = u32> + Clone) -> Result<Vec<u8>, usize> {
    let digit = |c: Option<(usize, u32)>| c.and_then(|(_, c)| char::from_u32(c)?.to_digit(16)).map(|digit| digit as u8);
    let mut out = Vec::new();
    let mut codes = codes.enumerate().peekable();
    while let Some((place, c)) = codes.next() {
        if u8::try_from(c).is_ok_and(is_space) {
            continue;
        }
        let Some(high) = digit(Some((place, c))) else { return Err(place) };
        let next = codes.next();
        let Some(low) = digit(next) else { return Err(next.map_or(place + 1, |(place, _)| place)) };
        out.push(high << 4 | low);
    }
    Ok(out)
}
