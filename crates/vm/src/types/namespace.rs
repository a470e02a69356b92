//! `types.SimpleNamespace` (CPython's Objects/namespaceobject.c).

use crate::args::Args;
use crate::exc::PyResult;
use crate::object::{CompareOp, Ty};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// A simple attribute-based namespace.
///
/// SimpleNamespace(**kwargs)
#[pyclass(name = "SimpleNamespace", module = "types", layout = 137, flags(basetype, dict))]
#[derive(Default)]
pub struct PyNamespace {
    /// The attributes are the instance's `__dict__`.
    _private: (),
}

impl Vm {
    /// A namespace with these attributes.
    pub fn new_namespace(&mut self, fields: &[(&str, Value)]) -> PyResult {
        let cls = self.ty::<PyNamespace>();
        let namespace = self.new_instance(cls, PyNamespace::default());
        for (name, value) in fields {
            let name = self.intern(name);
            self.set_attr(&namespace, &name, value)?;
        }
        Ok(namespace)
    }
}

fn entries(vm: &mut Vm, this: &Value) -> Vec<(Value, Value)> {
    let Some(dict) = vm.instance_dict(this) else { return Vec::new() };
    let Some(table) = dict.downcast::<PyDict>() else { return Vec::new() };
    table.table.borrow(vm).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

#[pymethods]
impl PyNamespace {
    #[slot(new)]
    fn new_namespace(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyNamespace::default()))
    }

    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        if args.len_positional() > 0 {
            return Err(vm.type_error("no positional arguments expected"));
        }
        for (name, value) in args.keywords() {
            vm.set_attr(this, name, value)?;
        }
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        let ty = vm.type_of(this);
        let name = if ty == vm.ty::<PyNamespace>() { "namespace".to_owned() } else { ty.name(vm) };
        if !vm.enter_repr(this) {
            return Ok(vm.new_str(&format!("{name}(...)")));
        }
        let mut parts = Vec::new();
        let mut result = Ok(());
        for (key, value) in entries(vm, this) {
            match vm.repr_string(&value) {
                Ok(shown) => parts.push(format!("{}={shown}", vm.str_lossy(&key))),
                Err(raised) => {
                    result = Err(raised);
                    break;
                }
            }
        }
        vm.leave_repr();
        result.map(|()| vm.new_str(&format!("{name}({})", parts.join(", "))))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        if !a.is_a::<PyNamespace>() || !b.is_a::<PyNamespace>() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let (x, y) = (vm.instance_dict(a).unwrap_or_default(), vm.instance_dict(b).unwrap_or_default());
        vm.compare(&x, &y, op)
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: &Value) -> PyResult {
        vm.dict_of(this)
    }

    /// Return state information for pickling
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let cls = vm.type_of(this).value();
        let dict = vm.instance_dict(this).unwrap_or_default();
        let empty = vm.new_tuple(Vec::new());
        Ok(vm.new_tuple(vec![cls, empty, dict]))
    }
}
