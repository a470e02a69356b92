//! Which encoding a source declares (PEP 263), and decoding by it. Answers to the encoding part of Parser/tokenizer.c.

use std::borrow::Cow;

use super::codec::{Codec, codec};

/// What the first two lines declare.
pub(super) fn cookie(bytes: &[u8]) -> Option<String> {
    let mut lines = bytes.split(|b| matches!(b, b'\n' | b'\r'));
    let first = lines.next()?;
    let blanks = |line: &[u8]| line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\x0c')).unwrap_or(line.len());
    if let Some(spec) = line_cookie(first) {
        return Some(spec);
    }
    let only_comment = first.get(blanks(first)).is_none_or(|b| *b == b'#');
    let crlf = bytes.get(first.len()..first.len() + 2) == Some(b"\r\n");
    let second = if crlf { lines.nth(1)? } else { lines.next()? };
    if only_comment { line_cookie(second) } else { None }
}

/// The declaration in one line, which must be a comment.
fn line_cookie(line: &[u8]) -> Option<String> {
    let start = line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\x0c'))?;
    let comment = line.get(start..).filter(|rest| rest.first() == Some(&b'#'))?;
    let mut rest = comment;
    loop {
        let at = memchr::memmem::find(rest, b"coding")?;
        rest = rest.get(at + 6..)?;
        if let Some((b':' | b'=', value)) = rest.split_first() {
            let blanks = value.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            let name: String = value
                .iter()
                .skip(blanks)
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
                .map(|b| char::from(*b))
                .collect();
            if !name.is_empty() {
                return Some(normal_name(name));
            }
        }
    }
}

/// The tokenizer's own names for UTF-8 and Latin-1; any other name stays as it is.
fn normal_name(name: String) -> String {
    let lower: String = name.chars().take(12).map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect();
    let is = |known: &str| lower == known || lower.strip_prefix(known).is_some_and(|rest| rest.starts_with('-'));
    if is("utf-8") {
        "utf-8".to_owned()
    } else if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        "iso-8859-1".to_owned()
    } else {
        name
    }
}

/// Why bytes could not be decoded.
pub(super) enum Undecodable {
    /// No such encoding.
    Unknown,
    /// The codec's message.
    Codec(String),
}

/// Decodes `bytes` by the encoding called `name`, in any spelling that Python's codec registry takes.
pub(super) fn decode<'b>(bytes: &'b [u8], name: &str) -> Result<Cow<'b, str>, Undecodable> {
    let utf8 =
        |bytes| std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Undecodable::Codec(utf8_message(bytes)));
    match codec(name).ok_or(Undecodable::Unknown)? {
        Codec::Utf8 => utf8(bytes),
        Codec::Utf8Sig => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
        Codec::Latin1 => Ok(Cow::Owned(bytes.iter().map(|b| char::from(*b)).collect())),
        Codec::Ascii => match bytes.iter().position(|b| !b.is_ascii()) {
            None => Ok(Cow::Owned(bytes.iter().map(|b| char::from(*b)).collect())),
            Some(at) => Err(Undecodable::Codec(format!(
                "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                bytes.get(at).copied().unwrap_or(0)
            ))),
        },
        Codec::Cp437 => Ok(Cow::Owned(bytes.iter().map(|b| cp437(*b)).collect())),
        Codec::Table(encoding) => by_table(bytes, encoding, name),
    }
}

/// The characters of IBM's code page 437.
fn cp437(byte: u8) -> char {
    const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                         └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(upper) => UPPER.chars().nth(upper.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Decodes by a table of encoding_rs.
fn by_table<'b>(
    bytes: &'b [u8],
    encoding: &'static encoding_rs::Encoding,
    name: &str,
) -> Result<Cow<'b, str>, Undecodable> {
    let codec = || Undecodable::Codec(format!("'{}' codec can't decode the source", name.to_ascii_lowercase()));
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(codec)?;
    // The web's tables fill the gaps of Windows' pages with control characters; Python's have gaps.
    let filled = encoding.name().starts_with("windows-") && text.chars().any(|c| ('\u{80}'..'\u{a0}').contains(&c));
    if filled { Err(codec()) } else { Ok(text) }
}

/// The utf-8 codec's message about the first bad byte of `bytes`.
pub(super) fn utf8_message(bytes: &[u8]) -> String {
    let Err(error) = std::str::from_utf8(bytes) else { return String::new() };
    let at = error.valid_up_to();
    let rest = bytes.get(at..).unwrap_or(&[]);
    let first = rest.first().copied().unwrap_or(0);
    let length = error.error_len().unwrap_or(rest.len());
    let reason = match (first, error.error_len()) {
        (0x80..=0xc1 | 0xf5.., _) => "invalid start byte",
        (_, None) => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    match length {
        0 | 1 => format!("'utf-8' codec can't decode byte 0x{first:02x} in position {at}: {reason}"),
        _ => format!("'utf-8' codec can't decode bytes in position {at}-{}: {reason}", at + length - 1),
    }
}
