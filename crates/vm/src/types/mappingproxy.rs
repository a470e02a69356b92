//! `mappingproxy`: a read-only view of a mapping, such as a class's `__dict__` (CPython's Objects/descrobject.c).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::{BinaryOp, CompareOp, Ty};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// The payload.
#[pyclass(name = "mappingproxy", layout = 37, flags(mapping))]
pub struct PyMappingProxy {
    /// The mapping behind it.
    pub mapping: Value,
}

fn unwrap(value: &Value) -> &Value {
    value.downcast::<PyMappingProxy>().map_or(value, |proxy| &proxy.mapping)
}

#[pymethods]
impl PyMappingProxy {
    #[new("mappingproxy(mapping)")]
    fn new(vm: &mut Vm, _cls: Ty, mapping: &Value) -> PyResult {
        let list_like = mapping.is_a::<crate::types::list::PyList>() || mapping.is_a::<crate::heap::var::PyTuple>();
        if vm.type_of(mapping).slots.getitem.get().is_none() || list_like {
            let ty = vm.type_name(mapping);
            return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {ty}")));
        }
        Ok(vm.new_object(PyMappingProxy { mapping: mapping.clone() }))
    }

    #[slot(len)]
    fn len(vm: &mut Vm, this: This<'_, PyMappingProxy>) -> PyResult<usize> {
        vm.len(&this.mapping)
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyMappingProxy>, key: &Value) -> PyResult {
        vm.get_item(&this.mapping, key)
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyMappingProxy>, key: &Value) -> PyResult<bool> {
        vm.contains(&this.mapping, key)
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyMappingProxy>) -> PyResult {
        vm.iter(&this.mapping)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMappingProxy>) -> PyResult {
        let mapping = vm.repr_string(&this.mapping)?;
        Ok(vm.new_str(&format!("mappingproxy({mapping})")))
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: This<'_, PyMappingProxy>) -> PyResult {
        vm.str(&this.mapping)
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        vm.compare(unwrap(a), b, op)
    }

    #[slot(or)]
    fn or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
        vm.binary(BinaryOp::Or, unwrap(a), unwrap(b))
    }

    #[slot(inplace_or)]
    fn inplace_or(vm: &mut Vm, this: &Value, _other: &Value) -> PyResult {
        let ty = vm.type_name(this);
        Err(vm.type_error(format!("'|=' is not supported by {ty}; use '|' instead")))
    }

    /// D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.
    #[pymethod("get($self, key, default=None, /)", raw)]
    fn get(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "get")
    }

    /// D.keys() -> a set-like object providing a view on D's keys
    #[pymethod("keys($self, /)", raw)]
    fn keys(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "keys")
    }

    /// D.values() -> an object providing a view on D's values
    #[pymethod("values($self, /)", raw)]
    fn values(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "values")
    }

    /// D.items() -> a set-like object providing a view on D's items
    #[pymethod("items($self, /)", raw)]
    fn items(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "items")
    }

    /// D.copy() -> a shallow copy of D
    #[pymethod("copy($self, /)", raw)]
    fn copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "copy")
    }

    /// D.__reversed__() -> reverse iterator
    #[pymethod("__reversed__($self, /)", raw)]
    fn reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
        forward(vm, args, "__reversed__")
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}

/// Calls the method of the mapping behind the proxy.
fn forward(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    let Some((this, rest)) = args.split_first() else { return Ok(Value::NONE) };
    let method = vm.get_attr_str(unwrap(this), name)?;
    vm.call_args(&method, rest)
}
