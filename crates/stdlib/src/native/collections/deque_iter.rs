//! `_deque_iterator` and `_deque_reverse_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::{PyResult, Ty, Value, Vm};

use super::deque::PyDeque;

macro_rules! iterators {
    ($($(#[$($doc:tt)*])* $ident:ident $name:tt $signature:tt $layout:tt |$len:ident, $left:ident| $place:expr;)*) => { $(
        $(#[$($doc)*])*
        #[pyclass(name = $name, module = "_collections", layout = $layout)]
        pub struct $ident {
            deque: Value,
            /// State of the deque that must not have changed.
            #[pyclass(skip)]
            state: u64,
            /// Items to come.
            #[pyclass(skip)]
            left: Cell<usize>,
        }

        impl $ident {
            pub(super) fn new(vm: &Vm, deque: This<'_, PyDeque>) -> $ident {
                $ident { deque: deque.value().clone(), state: deque.state.get(), left: Cell::new(deque.len(vm)) }
            }

            fn advance(&self, vm: &mut Vm) -> PyResult<Option<Value>> {
                let Some(deque) = self.deque.downcast::<PyDeque>() else { return Ok(None) };
                if deque.state.get() != self.state {
                    self.left.set(0);
                    return Err(vm.runtime_error("deque mutated during iteration"));
                }
                let ($len, $left) = (deque.len(vm), self.left.get());
                if $left == 0 {
                    return Ok(None);
                }
                self.left.set($left - 1);
                Ok(deque.get(vm, $place))
            }
        }

        #[pymethods]
        impl $ident {
            #[new($signature, no_text)]
            fn construct(vm: &mut Vm, _cls: Ty, deque: This<'_, PyDeque>, index: isize) -> PyResult {
                let iterator = $ident::new(vm, deque);
                let index = (index.max(0) as usize).min(iterator.left.get());
                iterator.left.set(iterator.left.get() - index);
                Ok(vm.new_object(iterator))
            }

            #[slot(iter)]
            fn iter(this: &Value) -> PyResult {
                Ok(this.clone())
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: This<'_, $ident>) -> PyResult<Option<Value>> {
                this.advance(vm)
            }

            /// Private method returning an estimate of len(list(it)).
            #[pymethod("__length_hint__($self, /)", no_text)]
            fn length_hint(this: This<'_, $ident>) -> usize {
                this.left.get()
            }

            /// Return state information for pickling.
            #[pymethod("__reduce__($self, /)", no_text)]
            fn reduce(vm: &mut Vm, this: This<'_, $ident>) -> Value {
                let len = this.deque.downcast::<PyDeque>().map_or(0, |deque| deque.len(vm));
                let index = vm.new_int(len.saturating_sub(this.left.get()) as i64);
                let arguments = vm.new_tuple_from(&[this.deque.clone(), index]);
                let class = vm.type_of(this.value()).value();
                vm.new_tuple_from(&[class, arguments])
            }
        }
    )* };
}

iterators! {
    /// `iter(deque)`.
    PyDequeIterator "_deque_iterator" "_deque_iterator(deque, index=0, /)" 168 |len, left| len - left;
    /// `reversed(deque)`.
    PyDequeReverseIterator "_deque_reverse_iterator" "_deque_reverse_iterator(deque, index=0, /)" 169
        |_len, left| left - 1;
}
