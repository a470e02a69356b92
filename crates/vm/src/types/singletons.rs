//! The types of None, Ellipsis and NotImplemented (CPython's Objects/object.c and sliceobject.c).

use crate::args::Args;
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// `type(value)()`: the singleton again.
fn only(vm: &mut Vm, cls: Ty, args: Args<'_>, value: Value) -> PyResult {
    if args.is_empty() {
        return Ok(value);
    }
    let name = if value.is_ellipsis() { "EllipsisType".to_owned() } else { cls.name(vm) };
    Err(vm.type_error(format!("{name} takes no arguments")))
}

// Only its definition matters: None is an immediate. Python's has no __doc__.
#[expect(missing_docs, reason = "the type has no __doc__")]
#[pyclass(name = "NoneType", layout = 11, accepts = Value::is_none)]
pub struct PyNone(());

#[expect(missing_docs, reason = "the type has no __doc__")]
#[pyclass(name = "ellipsis", layout = 12, accepts = Value::is_ellipsis)]
pub struct PyEllipsis(());

#[expect(missing_docs, reason = "the type has no __doc__")]
#[pyclass(name = "NotImplementedType", layout = 13, accepts = Value::is_not_implemented)]
pub struct PyNotImplemented(());

#[pymethods]
impl PyNone {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        only(vm, cls, args, Value::NONE)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, _this: &Value) -> PyResult {
        Ok(vm.new_str("None"))
    }

    #[slot(bool)]
    fn bool(_vm: &mut Vm, _this: &Value) -> PyResult<bool> {
        Ok(false)
    }
}

#[pymethods]
impl PyEllipsis {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        only(vm, cls, args, Value::ELLIPSIS)
    }

    #[slot(repr)]
    #[pymethod("__reduce__($self, /)", no_text)]
    fn repr(vm: &mut Vm, _this: &Value) -> PyResult {
        Ok(vm.new_str("Ellipsis"))
    }
}

#[pymethods]
impl PyNotImplemented {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        only(vm, cls, args, Value::NOT_IMPLEMENTED)
    }

    #[slot(repr)]
    #[pymethod("__reduce__($self, /)", no_text)]
    fn repr(vm: &mut Vm, _this: &Value) -> PyResult {
        Ok(vm.new_str("NotImplemented"))
    }

    #[slot(bool)]
    fn bool(vm: &mut Vm, _this: &Value) -> PyResult<bool> {
        vm.deprecation_warning("NotImplemented should not be used in a boolean context")?;
        Ok(true)
    }
}
