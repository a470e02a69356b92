//! `repr` of constants, as CPython 3.10 prints it.
//!
//! Answers to `unicode_repr`, `PyBytes_Repr`, `float_repr_style`, `complex_repr` and `code_repr`. Public, because a
//! traceback, a listing and the VM must print the same.

mod printable;

use std::fmt::Write;
use std::sync::Arc;

use crate::code::CodeObject;
use crate::constant::Constant;
use crate::text::PyText;

/// Gives the address that the repr of a code object shows.
pub type Address<'a> = dyn FnMut(&Arc<CodeObject>) -> u64 + 'a;

/// Appends the repr of a constant. Members of sets come in the order of the stream.
pub fn constant(out: &mut String, value: &Constant, address: &mut Address<'_>) {
    match value {
        Constant::None => out.push_str("None"),
        Constant::True => out.push_str("True"),
        Constant::False => out.push_str("False"),
        Constant::Ellipsis => out.push_str("Ellipsis"),
        Constant::StopIteration => out.push_str("<class 'StopIteration'>"),
        Constant::Int(value) => put(out, value),
        Constant::Float(value) => out.push_str(&float(*value)),
        Constant::Complex(real, imag) => out.push_str(&complex(*real, *imag)),
        Constant::Str(value) => text(out, value),
        Constant::Bytes(value) => bytes(out, value),
        Constant::Tuple(items) => {
            out.push('(');
            members(out, items, address);
            out.push_str(if items.len() == 1 { ",)" } else { ")" });
        }
        Constant::List(items) => {
            out.push('[');
            members(out, items, address);
            out.push(']');
        }
        Constant::FrozenSet(items) if items.is_empty() => out.push_str("frozenset()"),
        Constant::FrozenSet(items) => {
            out.push_str("frozenset({");
            members(out, items, address);
            out.push_str("})");
        }
        Constant::Set(items) if items.is_empty() => out.push_str("set()"),
        Constant::Set(items) => {
            out.push('{');
            members(out, items, address);
            out.push('}');
        }
        Constant::Dict(items) => {
            out.push('{');
            for (index, (key, value)) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                constant(out, key, address);
                out.push_str(": ");
                constant(out, value, address);
            }
            out.push('}');
        }
        Constant::Code(value) => code(out, value, address(value)),
    }
}

fn members(out: &mut String, items: &[Constant], address: &mut Address<'_>) {
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        constant(out, item, address);
    }
}

/// Writing to a `String` cannot fail.
fn put(out: &mut String, value: impl std::fmt::Display) {
    let _ = write!(out, "{value}");
}

/// Appends `<code object NAME at 0x…, file "…", line N>`.
pub fn code(out: &mut String, code: &CodeObject, address: u64) {
    let line = if code.firstlineno == 0 { -1 } else { code.firstlineno };
    out.push_str("<code object ");
    plain(out, &code.name);
    let _ = write!(out, " at {address:#x}, file \"");
    plain(out, &code.filename);
    let _ = write!(out, "\", line {line}>");
}

/// Appends a text without quotes; lone surrogates, which no encoding has, as `\udXXX`.
pub fn plain(out: &mut String, value: &PyText) {
    match value.as_str() {
        Some(text) => out.push_str(text),
        None => value.code_points().for_each(|point| match char::from_u32(point) {
            Some(c) => out.push(c),
            None => escape(out, point),
        }),
    }
}

/// Whether `str.isprintable` holds for a code point in Unicode 13.0.
pub fn is_printable(point: u32) -> bool {
    if point < 0x7f {
        return point >= 0x20;
    }
    let found = printable::NOT_PRINTABLE.binary_search_by(|&(first, last)| {
        if last < point {
            std::cmp::Ordering::Less
        } else if first > point {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Equal
        }
    });
    point != 0x7f && found.is_err()
}

/// Appends the repr of a str.
pub fn text(out: &mut String, value: &PyText) {
    let quote = quote_for(value.as_bytes());
    out.push(quote);
    for point in value.code_points() {
        match char::from_u32(point) {
            Some(c) if c == quote || c == '\\' => {
                out.push('\\');
                out.push(c);
            }
            Some('\t') => out.push_str("\\t"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some(c) if is_printable(point) => out.push(c),
            _ => escape(out, point),
        }
    }
    out.push(quote);
}

/// Double quotes only where they save escapes.
fn quote_for(bytes: &[u8]) -> char {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' }
}

fn escape(out: &mut String, point: u32) {
    let _ = match point {
        0..=0xff => write!(out, "\\x{point:02x}"),
        0x100..=0xffff => write!(out, "\\u{point:04x}"),
        _ => write!(out, "\\U{point:08x}"),
    };
}

/// Appends the repr of a bytes object.
pub fn bytes(out: &mut String, value: &[u8]) {
    let quote = quote_for(value);
    out.push('b');
    out.push(quote);
    for &byte in value {
        match char::from(byte) {
            c if c == quote || c == '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c @ ' '..='~' => out.push(c),
            _ => escape(out, u32::from(byte)),
        }
    }
    out.push(quote);
}

/// The repr of a float: the shortest digits that read as the same float, with an exponent below 1e-4 and from 1e16.
pub fn float(value: f64) -> String {
    let mut out = magnitude(value, true);
    if value.is_sign_negative() && !value.is_nan() {
        out.insert(0, '-');
    }
    out
}

/// The repr of a complex number.
pub fn complex(real: f64, imag: f64) -> String {
    let sign = |value: f64| if value.is_sign_negative() && !value.is_nan() { "-" } else { "" };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}{}j", sign(imag), magnitude(imag, false));
    }
    let imag_sign = if sign(imag).is_empty() { "+" } else { "-" };
    format!("({}{}{imag_sign}{}j)", sign(real), magnitude(real, false), magnitude(imag, false))
}

/// A float without its sign. `point` says whether an integral value gets `.0`.
fn magnitude(value: f64, point: bool) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return "inf".to_owned();
    }
    let (digits, exponent) = shortest(value.abs());
    let (first, rest) = digits.split_at(1);
    let point = if point { ".0" } else { "" };
    match usize::try_from(exponent) {
        Ok(exponent) if exponent < 16 => match rest.split_at_checked(exponent) {
            Some((whole, fraction)) if !fraction.is_empty() => return format!("{first}{whole}.{fraction}"),
            _ => return format!("{first}{rest:0<exponent$}{point}"),
        },
        Err(_) if exponent >= -4 => {
            let zeros = exponent.unsigned_abs() as usize - 1;
            return format!("0.{:0<zeros$}{digits}", "");
        }
        _ => {}
    }
    let mantissa = if rest.is_empty() { digits } else { format!("{first}.{rest}") };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs())
}

/// The fewest digits that read as this float, and the decimal exponent of the first of them. Of two equally near, the one
/// that ends in an even digit, as C libraries and CPython choose (Rust's own shortest form does not).
fn shortest(value: f64) -> (String, i32) {
    let shortest = format!("{value:e}");
    let precision = shortest.split('e').next().map_or(0, |mantissa| mantissa.len().saturating_sub(2));
    let nearest = format!("{value:.precision$e}");
    let chosen = if nearest.parse() == Ok(value) { nearest } else { shortest };
    let (mantissa, exponent) = chosen.split_once('e').unwrap_or((&chosen, "0"));
    let mut digits = mantissa.replace('.', "");
    digits.truncate(digits.trim_end_matches('0').len().max(1));
    (digits, exponent.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_cpythons() {
        let table: &[(f64, &str)] = &[
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (10.0, "10.0"),
            (100.0, "100.0"),
            (0.1, "0.1"),
            (0.001, "0.001"),
            (0.0001, "0.0001"),
            (1e-05, "1e-05"),
            (1000000000000000.0, "1000000000000000.0"),
            (1e+16, "1e+16"),
            (9999999999999998.0, "9999999999999998.0"),
            (1.2345678901234568e+17, "1.2345678901234568e+17"),
            (1.5, "1.5"),
            (1e+22, "1e+22"),
            (1e+23, "1e+23"),
            (5e-324, "5e-324"),
            (2.9802322387695312e-08, "2.9802322387695312e-08"),
            (5.684341886080802e-14, "5.684341886080802e-14"),
            (1.7976931348623157e+308, "1.7976931348623157e+308"),
            (2.2250738585072014e-308, "2.2250738585072014e-308"),
            (123.456, "123.456"),
            (-1e-07, "-1e-07"),
            (9007199254740992.0, "9007199254740992.0"),
            (1.152921504606847e+18, "1.152921504606847e+18"),
            (0.00012345, "0.00012345"),
            (1e+100, "1e+100"),
            (-12345.678, "-12345.678"),
            (9.5367431640625e-07, "9.5367431640625e-07"),
            (7.450580596923828e-09, "7.450580596923828e-09"),
            (5.820766091346741e-11, "5.820766091346741e-11"),
            (4.547473508864641e-13, "4.547473508864641e-13"),
            (3.552713678800501e-15, "3.552713678800501e-15"),
            (2.7755575615628914e-17, "2.7755575615628914e-17"),
            (2.168404344971009e-19, "2.168404344971009e-19"),
            (1.6940658945086007e-21, "1.6940658945086007e-21"),
            (1.3234889800848443e-23, "1.3234889800848443e-23"),
            (10928588.983213553, "10928588.983213553"),
            (1.4186613525849614e+134, "1.4186613525849614e+134"),
            (-7.571968556055867e-74, "-7.571968556055867e-74"),
            (-1.4074705188261364e+113, "-1.4074705188261364e+113"),
            (-3.3339745473042614e-121, "-3.3339745473042614e-121"),
            (-1.2342180766211395e-271, "-1.2342180766211395e-271"),
            (-5.126864004244935e+111, "-5.126864004244935e+111"),
            (-2.1520217579844227e+32, "-2.1520217579844227e+32"),
            (0.1399601630397701, "0.1399601630397701"),
            (1.01853664031722e-244, "1.01853664031722e-244"),
            (2.9704598186234577e-115, "2.9704598186234577e-115"),
            (3.0534183338726823e+150, "3.0534183338726823e+150"),
        ];
        for &(value, repr) in table {
            assert_eq!(float(value), repr);
        }
    }
}
