//! The escapes of bytes literals.

use super::escape::{octal, simple};

/// Bytes written as inside a bytes literal.
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            b'\\' | b'\'' => out.extend_from_slice(&[b'\\', byte]),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            0x20..0x7f => out.push(byte),
            _ => out.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
        }
    }
    out
}

/// Reads escapes; the error is a ValueError's text. `errors` is what to do about bad `\x` escapes.
pub fn decode(bytes: &[u8], errors: &str) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        place += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(&letter) = bytes.get(place) else { return Err("Trailing \\ in string".to_owned()) };
        place += 1;
        let plain = match letter {
            b'\n' => continue,
            b'0'..=b'7' => {
                let (count, value) = octal(bytes.get(place - 1..).unwrap_or_default());
                place += count - 1;
                value as u8
            }
            b'x' => {
                let digit = |place: usize| bytes.get(place).and_then(|&byte| char::from(byte).to_digit(16));
                match (digit(place), digit(place + 1), errors) {
                    (Some(high), Some(low), _) => {
                        place += 2;
                        (high << 4 | low) as u8
                    }
                    (first, _, "replace" | "ignore") => {
                        place += usize::from(first.is_some());
                        if errors == "ignore" {
                            continue;
                        }
                        b'?'
                    }
                    (.., "strict") => return Err(format!("invalid \\x escape at position {}", place - 2)),
                    _ => return Err(format!("decoding error; unknown error handling code: {errors}")),
                }
            }
            _ => match simple(letter) {
                Some(byte) => byte,
                None => {
                    out.push(b'\\');
                    letter
                }
            },
        };
        out.push(plain);
    }
    Ok(out)
}
