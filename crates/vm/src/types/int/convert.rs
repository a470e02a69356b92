//! From objects to ints: what `int(x)` asks of a number (CPython's PyNumber_Long).

use super::{PyInt, is_int};
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `int(value)` for anything but text: by `__int__`, `__index__`, `__trunc__`. `None` if the type has none of them.
    pub(crate) fn int_from_number(&mut self, value: &Value) -> PyResult<Option<Value>> {
        if value.as_small_int().is_some() || self.is_exact::<PyInt>(value) {
            return Ok(Some(value.clone()));
        }
        if let Some(convert) = self.type_of(value).slots.int.get() {
            let result = convert(self, value)?;
            return self.checked_int(result).map(Some);
        }
        if self.type_of(value).slots.index.get().is_some() {
            let result = self.index(value)?;
            return Ok(Some(self.exact_int(&result)));
        }
        let name = self.names.__trunc__.clone();
        let Some(result) = self.call_special(value, &name, &[])? else { return Ok(None) };
        if is_int(&result) {
            return Ok(Some(self.exact_int(&result)));
        }
        if self.type_of(&result).slots.index.get().is_none() {
            let ty = self.type_name(&result);
            return Err(self.type_error(format!("__trunc__ returned non-Integral (type {ty})")));
        }
        let result = self.index(&result)?;
        Ok(Some(self.exact_int(&result)))
    }

    /// What `__int__` gave, as exactly an int.
    fn checked_int(&mut self, result: Value) -> PyResult {
        if result.as_small_int().is_some() || self.is_exact::<PyInt>(&result) {
            return Ok(result);
        }
        let ty = self.type_name(&result);
        if !is_int(&result) {
            return Err(self.type_error(format!("__int__ returned non-int (type {ty})")));
        }
        self.deprecation_warning(&format!(
            "__int__ returned non-int (type {ty}).  The ability to return an instance of a strict subclass of int is \
             deprecated, and may be removed in a future version of Python."
        ))?;
        Ok(self.exact_int(&result))
    }

    /// `int(value)`.
    pub fn to_int(&mut self, value: &Value) -> PyResult {
        if let Some(int) = self.int_from_number(value)? {
            return Ok(int);
        }
        if value.is_a::<PyStr>() || value.is_a::<PyBytes>() {
            let number = self.int_from_str(value, 10)?;
            return Ok(self.new_bigint(number));
        }
        if self.has_buffer(value) {
            let bytes = self.buffer_copy(value)?;
            let bytes = self.new_bytes(&bytes);
            let number = self.int_from_str(&bytes, 10)?;
            return Ok(self.new_bigint(number));
        }
        let ty = self.type_name(value);
        Err(self
            .type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{ty}'")))
    }
}
