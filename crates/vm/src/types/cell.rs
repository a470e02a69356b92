//! `cell`: a variable that nested functions share (CPython's Objects/cellobject.c).

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::{CompareOp, Ty};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Create a new cell object.
///
///   contents
///     the contents of the cell. If not specified, the cell will be empty,
///     and
///  further attempts to access its cell_contents attribute will
///     raise a ValueError.
#[pyclass(name = "cell", layout = 18)]
pub struct PyCell {
    /// What it holds; unbound when empty.
    pub content: VmCell<Value>,
}

impl PyCell {
    /// A cell that holds `content`.
    pub const fn new(content: Value) -> PyCell {
        PyCell { content: VmCell::new(content) }
    }
}

#[pymethods]
impl PyCell {
    #[slot(new)]
    fn new_cell(vm: &mut Vm, _cls: Ty, args: crate::args::Args<'_>) -> PyResult {
        let content = match args.positional() {
            [] => Value::UNBOUND,
            [content] => content.clone(),
            more => {
                let given = more.len();
                return Err(vm.type_error(format!("cell expected at most 1 argument, got {given}")));
            }
        };
        Ok(vm.new_object(PyCell::new(content)))
    }

    #[getter("cell_contents")]
    fn get_contents(vm: &mut Vm, this: This<'_, PyCell>) -> PyResult {
        match this.content.get(vm).bound() {
            Some(content) => Ok(content),
            None => Err(vm.value_error("Cell is empty")),
        }
    }

    #[setter("cell_contents")]
    fn set_contents(vm: &mut Vm, this: This<'_, PyCell>, value: Option<&Value>) -> PyResult<()> {
        this.content.set(vm, value.cloned().unwrap_or(Value::UNBOUND));
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyCell>) -> PyResult {
        let place = vm.id(this.value());
        let content = this.content.get(vm);
        let text = match content.bound() {
            None => format!("<cell at {place:#x}: empty>"),
            Some(content) => {
                let (ty, id) = (vm.type_name(&content), vm.id(&content));
                format!("<cell at {place:#x}: {ty} object at {id:#x}>")
            }
        };
        Ok(vm.new_str(&text))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyCell>(), b.downcast::<PyCell>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        match (x.content.get(vm).bound(), y.content.get(vm).bound()) {
            (Some(x), Some(y)) => vm.compare(&x, &y, op),
            (x, y) => Ok(Value::bool(op.holds(x.is_some().cmp(&y.is_some())))),
        }
    }
}
