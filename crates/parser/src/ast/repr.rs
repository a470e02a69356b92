//! Constants as Python's `repr` shows them.

use std::fmt::Write;

use dashu_int::UBig;

use super::printable::is_printable;
use super::{Constant, Int};

/// The repr of a constant.
pub fn constant(value: Constant<'_>, out: &mut String) {
    match value {
        Constant::None => out.push_str("None"),
        Constant::True => out.push_str("True"),
        Constant::False => out.push_str("False"),
        Constant::Ellipsis => out.push_str("Ellipsis"),
        Constant::Str(text) => str(text.code_points(), out),
        Constant::Bytes(text) => bytes(text, out),
        Constant::Int(value) => int(value, out),
        Constant::Float(value) => float(value, true, out),
        Constant::Complex(imaginary) => {
            float(imaginary, false, out);
            out.push('j');
        }
    }
}

/// The decimal digits of an integer.
pub fn int(value: Int<'_>, out: &mut String) {
    match value {
        Int::Small(value) => {
            let _ = write!(out, "{value}");
        }
        Int::Big { digits, radix: 10 } => out.push_str(digits),
        Int::Big { digits, radix } => match UBig::from_str_radix(digits, radix) {
            Ok(value) => {
                let _ = write!(out, "{value}");
            }
            Err(_) => out.push_str(digits),
        },
    }
}

/// The shortest digits that read back as `value`; with `point`, a whole number gets `.0`.
pub fn float(value: f64, point: bool, out: &mut String) {
    if value.is_infinite() {
        out.push_str(if value < 0.0 { "-inf" } else { "inf" });
        return;
    }
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let _ = write!(out, "{value}");
        if point && value.fract() == 0.0 {
            out.push_str(".0");
        }
        return;
    }
    out.push_str(mantissa);
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.unsigned_abs());
}

/// The quote that `repr` chooses.
fn quote(mut units: impl Iterator<Item = u32>) -> char {
    let mut single = false;
    let double = units.any(|unit| {
        single |= unit == u32::from('\'');
        unit == u32::from('"')
    });
    if single && !double { '"' } else { '\'' }
}

/// The repr of a str.
pub fn str(text: impl Iterator<Item = u32> + Clone, out: &mut String) {
    let quote = quote(text.clone());
    out.push(quote);
    for unit in text {
        match char::from_u32(unit) {
            Some(c) if c == quote || c == '\\' => {
                out.push('\\');
                out.push(c);
            }
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(c) if is_printable(c) => out.push(c),
            _ if unit < 0x100 => {
                let _ = write!(out, "\\x{unit:02x}");
            }
            _ if unit < 0x1_0000 => {
                let _ = write!(out, "\\u{unit:04x}");
            }
            _ => {
                let _ = write!(out, "\\U{unit:08x}");
            }
        }
    }
    out.push(quote);
}

/// The repr of a bytes.
pub fn bytes(text: &[u8], out: &mut String) {
    let quote = quote(text.iter().map(|b| u32::from(*b)));
    out.push('b');
    out.push(quote);
    for &byte in text {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            _ if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
}
