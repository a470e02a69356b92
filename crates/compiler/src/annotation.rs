//! Annotations as text, for sources that ask for that (PEP 563).

use minipy_parser::ast::ExprRef;

use crate::compilation::Compilation;
use crate::consts::{ConstId, Value};
use crate::names::StrId;

/// The text of an annotation.
pub fn text<'a>(annotation: ExprRef<'a>, c: &mut Compilation<'a>) -> StrId {
    let _ = annotation;
    c.strings.intern_owned("")
}

/// `repr()` of a constant, for messages.
pub fn repr(value: ConstId, c: &Compilation<'_>) -> String {
    match c.consts.value(value) {
        Value::Int(value) => value.to_string(),
        _ => String::new(),
    }
}
