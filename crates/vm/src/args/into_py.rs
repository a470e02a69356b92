//! `IntoPy`: results of natives as Python values.

use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// What a native may return.
pub trait IntoPy {
    /// The value, or the exception it stands for.
    fn into_py(self, vm: &mut Vm) -> PyResult;
}

impl IntoPy for Value {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(self)
    }
}

impl<T: IntoPy> IntoPy for PyResult<T> {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        self?.into_py(vm)
    }
}

impl<T: IntoPy> IntoPy for Option<T> {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        match self {
            Some(value) => value.into_py(vm),
            None => Ok(Value::NONE),
        }
    }
}

impl IntoPy for () {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(Value::NONE)
    }
}

impl IntoPy for bool {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(Value::bool(self))
    }
}

impl IntoPy for &Value {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(self.clone())
    }
}

impl IntoPy for Ty {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(self.value())
    }
}

impl IntoPy for i64 {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_int(self))
    }
}

impl IntoPy for isize {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_int(self as i64))
    }
}

impl IntoPy for i32 {
    #[inline(always)]
    fn into_py(self, _vm: &mut Vm) -> PyResult {
        Ok(Value::int32(self))
    }
}

impl IntoPy for u32 {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_int(i64::from(self)))
    }
}

impl IntoPy for u64 {
    #[inline]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(match i64::try_from(self) {
            Ok(small) => vm.new_int(small),
            Err(_) => vm.new_bigint(self.into()),
        })
    }
}

impl IntoPy for usize {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        (self as u64).into_py(vm)
    }
}

impl IntoPy for f64 {
    #[inline(always)]
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_float(self))
    }
}

impl IntoPy for &str {
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_str(self))
    }
}

impl IntoPy for String {
    fn into_py(self, vm: &mut Vm) -> PyResult {
        Ok(vm.new_str(&self))
    }
}
