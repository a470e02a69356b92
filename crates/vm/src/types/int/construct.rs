//! `int()`.

use minipy_macros::pymethods;

use super::{Num, PyInt};
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr};
use crate::object::Ty;
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `int(value, base)` for a given base.
    fn int_with_base(&mut self, value: &Value, base: &Value) -> PyResult {
        let base = self.index(base)?;
        let base = self.int_to_i64(&base).and_then(|base| u32::try_from(base).ok());
        let Some(base) = base.filter(|base| matches!(base, 0 | 2..=36)) else {
            return Err(self.value_error("int() base must be >= 2 and <= 36, or 0"));
        };
        if value.is_a::<PyStr>() || value.is_a::<PyBytes>() {
            let number = self.int_from_str(value, base)?;
            return Ok(self.new_bigint(number));
        }
        if value.is_a::<PyByteArray>() {
            let bytes = self.buffer_copy(value)?;
            let bytes = self.new_bytes(&bytes);
            let number = self.int_from_str(&bytes, base)?;
            return Ok(self.new_bigint(number));
        }
        Err(self.type_error("int() can't convert non-string with explicit base"))
    }
}

#[pymethods(part = "construct")]
impl PyInt {
    #[new("int(x=<unrepresentable>, /, base=<unrepresentable>)", no_text)]
    fn construct(vm: &mut Vm, cls: Ty, x: Option<&Value>, base: Option<&Value>) -> PyResult {
        let int = match (x, base) {
            (None, None) => Value::int32(0),
            (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
            (Some(x), None) => vm.to_int(x)?,
            (Some(x), Some(base)) => vm.int_with_base(x, base)?,
        };
        if cls == vm.ty::<PyInt>() {
            return Ok(int);
        }
        let number = Num::of(&int).map(|number| number.big().into_owned()).unwrap_or_default();
        Ok(vm.new_instance(cls, PyInt::new(number)))
    }
}
