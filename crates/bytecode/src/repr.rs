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
    let value = value.abs();
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let mut fixed = format!("{value}");
        if point && !fixed.contains('.') {
            fixed.push_str(".0");
        }
        return fixed;
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs())
}
