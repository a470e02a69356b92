//! Expressions and constants as text: annotations of sources that ask for that (PEP 563), and values in messages.

use minipy_parser::ast::{ExprRef, repr, unparse};

use crate::compilation::Compilation;
use crate::consts::{ConstId, Value};
use crate::names::StrId;

/// The text of an annotation.
pub fn text<'a>(annotation: ExprRef<'a>, c: &mut Compilation<'a>) -> StrId {
    let text = unparse(annotation).unwrap_or_default();
    c.strings.intern_owned(&text)
}

/// `repr()` of a constant that a pattern may have as a key.
pub fn literal_repr(value: ConstId, c: &Compilation<'_>) -> String {
    let mut out = String::new();
    match c.consts.value(value) {
        Value::None => out.push_str("None"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::Bool(value) => out.push_str(if *value { "True" } else { "False" }),
        Value::Int(value) => out = value.to_string(),
        Value::Big(value) => out = value.to_string(),
        Value::Float(bits) => repr::float(f64::from_bits(*bits), true, &mut out),
        Value::Complex(real, imag) => complex_repr(f64::from_bits(*real), f64::from_bits(*imag), &mut out),
        Value::Str(text) => repr::str(c.strings.text(*text).code_points(), &mut out),
        Value::Bytes(bytes) => repr::bytes(bytes, &mut out),
        Value::Tuple(_) | Value::FrozenSet(_) | Value::Code(_) => {}
    }
    out
}

fn complex_repr(real: f64, imag: f64, out: &mut String) {
    if real == 0.0 && real.is_sign_positive() {
        repr::float(imag, false, out);
        out.push('j');
        return;
    }
    out.push('(');
    repr::float(real, false, out);
    if imag.is_sign_positive() || imag.is_nan() {
        out.push('+');
    }
    repr::float(imag, false, out);
    out.push_str("j)");
}
