//! `cmp_to_key` and the keys it makes.

use minipy_macros::{pyclass, pyfunction, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::object::CompareOp;
use minipy_vm::{PyResult, Value, Vm, VmCell};

/// The key function; with an object, a key.
#[pyclass(name = "KeyWrapper", module = "functools", layout = 171)]
pub struct PyKey {
    compare: Value,
    object: VmCell<Option<Value>>,
}

impl PyKey {
    fn with(&self, vm: &Vm, object: &Value) -> Value {
        vm.new_object(PyKey { compare: self.compare.clone(), object: VmCell::new(Some(object.clone())) })
    }
}

#[pymethods]
impl PyKey {
    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyKey>, args: Args<'_>) -> PyResult {
        let keyword = args.keywords().next().map(|(name, value)| (vm.str_lossy(name), value));
        let object = match (args.positional(), keyword) {
            ([object], None) => object,
            ([], Some((name, object))) if name == "obj" && args.names().len() == 1 => object,
            ([], None) => return Err(vm.type_error("K() missing required argument 'obj' (pos 1)")),
            ([], Some((name, _))) if args.names().len() == 1 => {
                return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for K()")));
            }
            _ => {
                let given = args.values().len();
                return Err(vm.type_error(format!("K() takes at most 1 argument ({given} given)")));
            }
        };
        Ok(this.with(vm, object))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyKey>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyKey>() else {
            return Err(vm.type_error("other argument must be K instance"));
        };
        let (Some(x), Some(y)) = (this.object.get(vm), that.object.get(vm)) else {
            return Err(vm.attribute_error("object"));
        };
        let answer = vm.call(&this.compare, &[x, y])?;
        match answer.as_small_int() {
            Some(answer) => Ok(Value::bool(op.holds(answer.cmp(&0)))),
            None => vm.compare(&answer, &Value::int32(0), op),
        }
    }

    /// Value wrapped by a key function.
    #[member("obj")]
    fn obj(vm: &mut Vm, this: This<'_, PyKey>) -> PyResult {
        match this.object.get(vm) {
            Some(object) => Ok(object),
            None => Err(vm.attribute_error("obj")),
        }
    }

    #[setter("obj")]
    fn set_obj(vm: &mut Vm, this: This<'_, PyKey>, value: Option<&Value>) -> PyResult<()> {
        this.object.set(vm, value.cloned());
        Ok(())
    }
}

/// Convert a cmp= function into a key= function.
#[pyfunction("cmp_to_key(mycmp)", no_text)]
pub fn cmp_to_key(vm: &mut Vm, mycmp: &Value) -> Value {
    vm.new_object(PyKey { compare: mycmp.clone(), object: VmCell::new(None) })
}
