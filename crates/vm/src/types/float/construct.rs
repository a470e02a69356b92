//! `float()`: from numbers and from text.

use minipy_macros::pymethods;

use super::PyFloat;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::Ty;
use crate::types::int::{ascii_digits, trim};
use crate::value::Value;
use crate::vm::Vm;

/// Length of the decimal number (or infinity or nan) at the start of `text`, 0 if there is none.
pub(crate) fn number_len(text: &[u8]) -> usize {
    let signed = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let body = text.get(signed..).unwrap_or_default();
    for name in ["infinity", "inf", "nan"] {
        if body.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes())) {
            return signed + name.len();
        }
    }
    let digits = |from: usize| body.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
    let whole = digits(0);
    let mut len = whole;
    let mut any = whole > 0;
    if body.get(len) == Some(&b'.') {
        let fraction = digits(len + 1);
        any |= fraction > 0;
        len += 1 + fraction;
    }
    if !any {
        return 0;
    }
    if matches!(body.get(len), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(body.get(len + 1), Some(b'+' | b'-')));
        let exponent = digits(len + 1 + sign);
        if exponent > 0 {
            len += 1 + sign + exponent;
        }
    }
    signed + len
}

/// The number that `text` is, which `number_len` has measured.
pub(crate) fn parse_number(text: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(text).ok()?;
    match text.strip_prefix('-') {
        Some(rest) => rest.parse::<f64>().ok().map(|float| -float),
        None => text.parse().ok(),
    }
}

/// `text` without its underscores, `None` if one is not between digits.
pub(crate) fn without_underscores(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut last = b'_';
    for (place, &byte) in text.iter().enumerate() {
        if byte == b'_' {
            let next = text.get(place + 1).is_some_and(u8::is_ascii_digit);
            if !last.is_ascii_digit() || !next {
                return None;
            }
        } else {
            out.push(byte);
        }
        last = byte;
    }
    Some(out)
}

/// The float that all of `text` stands for.
fn parse(text: &[u8]) -> Option<f64> {
    let text = without_underscores(trim(text))?;
    let len = number_len(&text);
    if len == 0 || len != text.len() { None } else { parse_number(&text) }
}

impl Vm {
    /// The float that a str, or an object with a buffer, stands for; `None` if `value` is neither.
    fn float_from_text(&mut self, value: &Value) -> PyResult<Option<f64>> {
        let text = if let Some(text) = value.downcast::<PyStr>() {
            ascii_digits(text)
        } else if self.has_buffer(value) {
            self.buffer_copy(value)?
        } else {
            return Ok(None);
        };
        match parse(&text) {
            Some(float) => Ok(Some(float)),
            None => {
                let shown = self.repr(value)?;
                let shown = self.str_lossy(&shown);
                Err(self.value_error(format!("could not convert string to float: {shown}")))
            }
        }
    }

    /// `float(value)`.
    pub fn to_float(&mut self, value: &Value) -> PyResult<f64> {
        if self.is_exact::<PyFloat>(value)
            && let Some(float) = value.as_float()
        {
            return Ok(float);
        }
        if let Some(float) = self.number_as_float(value)? {
            return Ok(float);
        }
        match self.float_from_text(value)? {
            Some(float) => Ok(float),
            None => {
                let ty = self.type_name(value);
                Err(self.type_error(format!("float() argument must be a string or a real number, not '{ty}'")))
            }
        }
    }

    /// What `__float__` of a `ty` gave, as a number.
    pub(crate) fn checked_float(&mut self, ty: Ty, result: Value) -> PyResult<f64> {
        let (ty, got) = (ty.name(self), self.type_name(&result));
        let Some(float) = result.as_float() else {
            return Err(self.type_error(format!("{ty}.__float__ returned non-float (type {got})")));
        };
        if !self.is_exact::<PyFloat>(&result) {
            self.deprecation_warning(&format!(
                "{ty}.__float__ returned non-float (type {got}).  The ability to return an instance of a strict \
                 subclass of float is deprecated, and may be removed in a future version of Python."
            ))?;
        }
        Ok(float)
    }
}

#[pymethods(part = "construct")]
impl PyFloat {
    #[new("float(x=0, /)")]
    fn construct(vm: &mut Vm, cls: Ty, x: Option<&Value>) -> PyResult {
        let exact = cls == vm.ty::<PyFloat>();
        let float = match x {
            None => 0.0,
            // A boxed float stays the object it is.
            Some(x) if exact && vm.is_exact::<PyFloat>(x) => return Ok(x.clone()),
            Some(x) => vm.to_float(x)?,
        };
        Ok(if exact { vm.new_float(float) } else { vm.new_instance(cls, PyFloat::new(float)) })
    }
}
