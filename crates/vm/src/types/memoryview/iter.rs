//! `memory_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::PyMemoryView;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::value::Value;
use crate::vm::Vm;

#[pyclass(name = "memory_iterator", layout = 109)]
pub(crate) struct PyMemoryIterator {
    /// The view; None at the end.
    view: VmCell<Value>,
    #[pyclass(skip)]
    place: Cell<usize>,
    #[pyclass(skip)]
    len: usize,
}

impl PyMemoryIterator {
    /// At the start of a view with `len` items along its first dimension.
    pub(super) fn new(view: Value, len: usize) -> PyMemoryIterator {
        PyMemoryIterator { view: VmCell::new(view), place: Cell::new(0), len }
    }
}

#[pymethods]
impl PyMemoryIterator {
    #[slot(iter)]
    fn iter(_vm: &mut Vm, this: This<'_, PyMemoryIterator>) -> PyResult {
        Ok(this.value().clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyMemoryIterator>) -> PyResult<Option<Value>> {
        let view = this.view.get(vm);
        let place = this.place.get();
        match view.downcast::<PyMemoryView>() {
            Some(memory) if place < this.len => {
                let buffer = memory.buffer(vm)?;
                if buffer.shape.len() > 1 {
                    let message = "multi-dimensional sub-views are not implemented";
                    return Err(vm.not_implemented_error(message));
                }
                this.place.set(place + 1);
                let stride = buffer.strides.first().copied().unwrap_or(0);
                let at = buffer.offset.wrapping_add_signed(stride.wrapping_mul(place as isize));
                vm.view_item(&buffer, at).map(Some)
            }
            _ => {
                this.view.set(vm, Value::NONE);
                Ok(None)
            }
        }
    }
}
