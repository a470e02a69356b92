//! `bytes_iterator` and `bytearray_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::ByteString;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyBytes;
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

macro_rules! byte_iterator {
    ($Iter:ident, $name:tt, $layout:tt, $T:ident) => {
        #[pyclass(name = $name, layout = $layout)]
        pub(crate) struct $Iter {
            /// What is gone through; None at the end.
            source: VmCell<Value>,
            #[pyclass(skip)]
            place: Cell<usize>,
        }

        impl $Iter {
            /// At the start.
            pub(crate) fn new(source: Value) -> $Iter {
                $Iter { source: VmCell::new(source), place: Cell::new(0) }
            }

            /// The next byte.
            #[inline]
            pub(crate) fn advance(&self, vm: &mut Vm) -> Option<Value> {
                let place = self.place.get();
                let source = self.source.borrow(vm).downcast::<$T>();
                match source.and_then(|source| source.bytes(vm).get(place).copied()) {
                    Some(byte) => {
                        self.place.set(place + 1);
                        Some(Value::int32(i32::from(byte)))
                    }
                    None => {
                        self.source.set(vm, Value::NONE);
                        None
                    }
                }
            }

            fn len(&self, vm: &Vm) -> usize {
                self.source.borrow(vm).downcast::<$T>().map_or(0, |source| source.bytes(vm).len())
            }
        }

        #[pymethods]
        impl $Iter {
            #[slot(iter)]
            fn iter(_vm: &mut Vm, this: This<'_, $Iter>) -> PyResult {
                Ok(this.value().clone())
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: This<'_, $Iter>) -> PyResult<Option<Value>> {
                Ok(this.advance(vm))
            }

            /// Private method returning an estimate of len(list(it)).
            #[pymethod("__length_hint__($self, /)", no_text)]
            fn length_hint(vm: &mut Vm, this: This<'_, $Iter>) -> usize {
                this.len(vm).saturating_sub(this.place.get())
            }

            /// Return state information for pickling.
            #[pymethod("__reduce__($self, /)", no_text)]
            fn reduce(vm: &mut Vm, this: This<'_, $Iter>) -> PyResult {
                let iter = vm.builtin("iter")?;
                let source = this.source.get(vm);
                if source.is_none() {
                    let empty = vm.new_tuple(Vec::new());
                    let args = vm.new_tuple(vec![empty]);
                    return Ok(vm.new_tuple(vec![iter, args]));
                }
                let args = vm.new_tuple(vec![source]);
                let place = vm.new_int(this.place.get() as i64);
                Ok(vm.new_tuple(vec![iter, args, place]))
            }

            /// Set state information for unpickling.
            #[pymethod("__setstate__($self, state, /)", no_text)]
            fn setstate(vm: &mut Vm, this: This<'_, $Iter>, state: isize) {
                let len = this.len(vm);
                this.place.set(state.max(0).unsigned_abs().min(len));
            }
        }
    };
}

byte_iterator!(PyBytesIterator, "bytes_iterator", 107, PyBytes);
byte_iterator!(PyByteArrayIterator, "bytearray_iterator", 108, PyByteArray);
