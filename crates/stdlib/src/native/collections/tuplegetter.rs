//! `_tuplegetter`: the descriptors of named tuples' fields.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

/// Gets one item of a tuple.
#[pyclass(name = "_tuplegetter", module = "_collections", layout = 166)]
pub struct PyTupleGetter {
    #[pyclass(skip)]
    index: isize,
    doc: VmCell<Value>,
}

#[pymethods]
impl PyTupleGetter {
    #[new("_tuplegetter(index, doc, /)", no_text)]
    fn new(vm: &mut Vm, cls: Ty, index: isize, doc: &Value) -> PyResult {
        Ok(vm.new_instance(cls, PyTupleGetter { index, doc: VmCell::new(doc.clone()) }))
    }

    #[slot(descr_get)]
    fn get(vm: &mut Vm, this: This<'_, PyTupleGetter>, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let Some(object) = object.filter(|object| !object.is_none()) else { return Ok(this.value().clone()) };
        let Some(tuple) = object.downcast::<PyTuple>() else {
            let (index, name) = (this.index, vm.type_name(object));
            return Err(vm.type_error(format!(
                "descriptor for index '{index}' for tuple subclasses doesn't apply to '{name}' object"
            )));
        };
        match usize::try_from(this.index).ok().and_then(|index| tuple.items().get(index)) {
            Some(item) => Ok(item.clone()),
            None => Err(vm.index_error("tuple index out of range")),
        }
    }

    #[slot(descr_set)]
    fn set(vm: &mut Vm, _this: This<'_, PyTupleGetter>, _object: &Value, value: Option<&Value>) -> PyResult<()> {
        let message = if value.is_some() { "can't set attribute" } else { "can't delete attribute" };
        Err(vm.attribute_error(message))
    }

    #[member("__doc__")]
    fn doc(vm: &mut Vm, this: This<'_, PyTupleGetter>) -> Value {
        this.doc.get(vm)
    }

    #[setter("__doc__")]
    fn set_doc(vm: &mut Vm, this: This<'_, PyTupleGetter>, doc: Option<&Value>) -> PyResult<()> {
        this.doc.set(vm, doc.cloned().unwrap_or(Value::NONE));
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyTupleGetter>) -> PyResult {
        let name = vm.type_of(this.value()).name(vm);
        let doc = this.doc.get(vm);
        let doc = vm.repr_string(&doc)?;
        Ok(vm.new_str(&format!("{name}({}, {doc})", this.index)))
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyTupleGetter>) -> Value {
        let arguments = [vm.new_int(this.index as i64), this.doc.get(vm)];
        let parts = [vm.type_of(this.value()).value(), vm.new_tuple_from(&arguments)];
        vm.new_tuple_from(&parts)
    }
}
