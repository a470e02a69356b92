//! `complex()`: from numbers and from text.

use minipy_macros::pymethods;

use super::{Parts, PyComplex};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::Ty;
use crate::types::float::{number_len, parse_number, without_underscores};
use crate::types::int::{ascii_digits, trim};
use crate::value::Value;
use crate::vm::Vm;

/// The float at the start of `text`, and what follows it.
fn leading_float(text: &[u8]) -> Option<(f64, &[u8])> {
    let (number, rest) = text.split_at_checked(number_len(text))?;
    if number.is_empty() { None } else { Some((parse_number(number)?, rest)) }
}

/// The 1 or -1 that a sign alone stands for.
fn leading_sign(text: &[u8]) -> Option<(f64, &[u8])> {
    match text {
        [b'+', rest @ ..] => Some((1.0, rest)),
        [b'-', rest @ ..] => Some((-1.0, rest)),
        _ => None,
    }
}

/// What follows the `j` at the start of `text`.
fn after_j(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'j' | b'J', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The number at the start of `text`: real part, imaginary part or both.
fn leading_complex(text: &[u8]) -> Option<(Parts, &[u8])> {
    let Some((first, rest)) = leading_float(text) else {
        let (imag, rest) = leading_sign(text).unwrap_or((1.0, text));
        return Some(((0.0, imag), after_j(rest)?));
    };
    if let Some(rest) = after_j(rest) {
        return Some(((0.0, first), rest));
    }
    if leading_sign(rest).is_none() {
        return Some(((first, 0.0), rest));
    }
    let (imag, rest) = leading_float(rest).or_else(|| leading_sign(rest))?;
    Some(((first, imag), after_j(rest)?))
}

/// The complex number that all of `text` stands for, perhaps in parentheses.
fn parse(text: &[u8]) -> Option<Parts> {
    let text = trim(text);
    let inner = match text {
        [b'(', inner @ .., b')'] => trim(inner),
        _ => text,
    };
    match leading_complex(inner)? {
        (parts, []) => Some(parts),
        _ => None,
    }
}

impl Vm {
    fn complex_from_str(&mut self, value: &Value, text: &PyStr) -> PyResult<Parts> {
        let mut text = ascii_digits(text);
        // What follows a NUL is not looked at for underscores: the text is malformed in any case.
        let end = text.iter().position(|&byte| byte == 0).unwrap_or(text.len());
        if text.iter().take(end).any(|&byte| byte == b'_') {
            text = match without_underscores(&text) {
                Some(text) => text,
                None => {
                    let shown = self.repr_string(value)?;
                    return Err(self.value_error(format!("could not convert string to complex: {shown}")));
                }
            };
        }
        match parse(&text) {
            Some(parts) => Ok(parts),
            None => Err(self.value_error("complex() arg is a malformed string")),
        }
    }

    /// What `__complex__` gives, if the type has it.
    pub fn special_complex(&mut self, value: &Value) -> PyResult<Option<Parts>> {
        let name = self.names.__complex__.clone();
        let Some(result) = self.call_special(value, &name, &[])? else { return Ok(None) };
        let ty = self.type_name(&result);
        let Some(complex) = result.downcast::<PyComplex>() else {
            return Err(self.type_error(format!("__complex__ returned non-complex (type {ty})")));
        };
        let parts = complex.parts();
        if !self.is_exact::<PyComplex>(&result) {
            self.deprecation_warning(&format!(
                "__complex__ returned non-complex (type {ty}).  The ability to return an instance of a strict subclass \
                 of complex is deprecated, and may be removed in a future version of Python."
            ))?;
        }
        Ok(Some(parts))
    }

    fn is_real(&self, value: &Value) -> bool {
        let ty = self.type_of(value);
        ty.slots.float.get().is_some() || ty.slots.index.get().is_some()
    }

    /// The first argument of `complex()`: its parts, and whether it was a complex number.
    fn complex_argument(&mut self, value: &Value) -> PyResult<(Parts, bool)> {
        if let Some(parts) = self.special_complex(value)? {
            return Ok((parts, true));
        }
        if let Some(complex) = value.downcast::<PyComplex>() {
            return Ok((complex.parts(), true));
        }
        if !self.is_real(value) {
            let ty = self.type_name(value);
            return Err(self.type_error(format!("complex() first argument must be a string or a number, not '{ty}'")));
        }
        Ok(((self.to_float(value)?, 0.0), false))
    }
}

#[pymethods(part = "construct")]
impl PyComplex {
    #[new("complex(real=0, imag=0)")]
    fn construct(vm: &mut Vm, cls: Ty, real: Option<&Value>, imag: Option<&Value>) -> PyResult {
        let exact = cls == vm.ty::<PyComplex>();
        let zero = Value::int32(0);
        let first = real.unwrap_or(&zero);
        if exact && imag.is_none() && vm.is_exact::<PyComplex>(first) {
            return Ok(first.clone());
        }
        let (real, imag) = if let Some(text) = first.downcast::<PyStr>() {
            if imag.is_some() {
                return Err(vm.type_error("complex() can't take second arg if first is a string"));
            }
            vm.complex_from_str(first, text)?
        } else {
            if imag.is_some_and(|imag| imag.is_a::<PyStr>()) {
                return Err(vm.type_error("complex() second arg can't be a string"));
            }
            from_numbers(vm, first, imag)?
        };
        Ok(vm.new_instance(cls, PyComplex { real, imag }))
    }
}

/// `real + imag * 1j`, where both may be complex themselves.
fn from_numbers(vm: &mut Vm, real: &Value, imag: Option<&Value>) -> PyResult<Parts> {
    let (mut first, is_complex) = vm.complex_argument(real)?;
    let Some(imag) = imag else { return Ok(first) };
    if let Some(second) = imag.downcast::<PyComplex>() {
        first.0 -= second.imag;
        return Ok((first.0, if is_complex { second.real + first.1 } else { second.real }));
    }
    if !vm.is_real(imag) {
        let ty = vm.type_name(imag);
        return Err(vm.type_error(format!("complex() second argument must be a number, not '{ty}'")));
    }
    let second = vm.to_float(imag)?;
    Ok((first.0, if is_complex { second + first.1 } else { second }))
}
