//! `repr` of text: the choice of quotes and the escapes.

use super::builder::StrBuilder;
use crate::heap::var::StrData;
use crate::unicode;

/// The quotes for text in which these occur.
pub fn quote_for(has_single: bool, has_double: bool) -> u8 {
    if has_single && !has_double { b'"' } else { b'\'' }
}

/// `repr(text)`.
pub fn repr(text: StrData<'_>) -> StrBuilder {
    let has = |quote: u8| text.code_points().any(|c| c == u32::from(quote));
    let quote = quote_for(has(b'\''), has(b'"'));
    let mut out = StrBuilder::with_capacity(text.len() + 2);
    out.push(u32::from(quote));
    if let StrData::Ascii(units) = text
        && !units.iter().any(|&unit| !matches!(unit, 0x20..0x7f) || unit == b'\\' || unit == quote)
    {
        out.push_ascii(units);
    } else {
        text.code_points().for_each(|c| push_escaped(&mut out, c, quote));
    }
    out.push(u32::from(quote));
    out
}

fn push_escaped(out: &mut StrBuilder, c: u32, quote: u8) {
    match c {
        0x09 => out.push_ascii(b"\\t"),
        0x0a => out.push_ascii(b"\\n"),
        0x0d => out.push_ascii(b"\\r"),
        0x5c => out.push_ascii(b"\\\\"),
        0x22 | 0x27 if c == u32::from(quote) => {
            out.push(0x5c);
            out.push(c);
        }
        0x20..0x7f => out.push(c),
        _ if c >= 0x80 && unicode::is_printable(c) => out.push(c),
        _ => push_code(out, c),
    }
}

/// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
fn push_code(out: &mut StrBuilder, c: u32) {
    out.push_str(&match c {
        0..0x100 => format!("\\x{c:02x}"),
        0x100..0x1_0000 => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    });
}

/// Text with everything beyond ASCII escaped: what `ascii` makes of a repr.
pub fn ascii(text: StrData<'_>) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    text.code_points().for_each(|c| if c < 0x80 { out.push(c) } else { push_code(&mut out, c) });
    out
}
