//! The iterators of dict and its views, forwards and backwards.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::{Entry, PyDict};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::{Trace, Visitor, VmCell};
use crate::types::iterator::reduce_exhausted;
use crate::value::Value;
use crate::vm::Vm;

/// A place in a dict, and what must not have changed meanwhile.
pub struct DictCursor {
    /// The dict; None at the end.
    pub(crate) dict: VmCell<Option<Value>>,
    /// Number of keys at the start; `usize::MAX` once a change was noticed.
    pub(crate) used: Cell<usize>,
    /// Position after which (or, backwards, before which) the next entry is.
    pub(crate) position: Cell<usize>,
    /// Entries to come.
    pub(crate) left: Cell<usize>,
}

impl Trace for DictCursor {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.dict.trace(visit);
    }
    fn clear(&self) {
        self.dict.clear();
    }
}

impl DictCursor {
    fn at(dict: &Value, used: usize, position: usize) -> DictCursor {
        DictCursor {
            dict: VmCell::new(Some(dict.clone())),
            used: Cell::new(used),
            position: Cell::new(position),
            left: Cell::new(used),
        }
    }

    /// Before the first entry.
    #[inline]
    pub fn forward(vm: &Vm, dict: &Value) -> DictCursor {
        DictCursor::at(dict, dict.downcast::<PyDict>().map_or(0, |dict| dict.len(vm)), 0)
    }

    /// Behind the last entry.
    pub fn reverse(vm: &Vm, dict: &Value) -> DictCursor {
        let table = dict.downcast::<PyDict>().map(|dict| dict.table.borrow(vm));
        DictCursor::at(dict, table.map_or(0, |table| table.len()), table.map_or(0, |table| table.entries.len()))
    }

    fn copy(&self, vm: &Vm) -> DictCursor {
        DictCursor {
            dict: VmCell::new(self.dict.get(vm)),
            used: self.used.clone(),
            position: self.position.clone(),
            left: self.left.clone(),
        }
    }

    fn remaining(&self, vm: &Vm) -> usize {
        match self.dict.borrow(vm).as_ref().and_then(|dict| dict.downcast::<PyDict>()) {
            Some(dict) if dict.len(vm) == self.used.get() => self.left.get(),
            _ => 0,
        }
    }

    /// What `take` makes of the next entry.
    #[inline]
    pub(crate) fn next<T>(&self, vm: &mut Vm, take: impl FnOnce(&Vm, &Entry) -> T) -> PyResult<Option<T>> {
        let Some(dict) = self.dict.borrow(vm).as_ref().and_then(|dict| dict.downcast::<PyDict>()) else {
            return Ok(None);
        };
        let table = dict.table.borrow(vm);
        if table.len() != self.used.get() {
            return self.changed_size(vm);
        }
        let Some((position, entry)) = table.next_from(self.position.get()) else {
            self.dict.set(vm, None);
            return Ok(None);
        };
        let left = self.left.get();
        if left == 0 {
            self.dict.set(vm, None);
            return Err(vm.runtime_error("dictionary keys changed during iteration"));
        }
        self.position.set(position + 1);
        self.left.set(left - 1);
        Ok(Some(take(vm, entry)))
    }

    /// What `take` makes of the entry before.
    pub(crate) fn next_back<T>(&self, vm: &mut Vm, take: impl FnOnce(&Vm, &Entry) -> T) -> PyResult<Option<T>> {
        let Some(dict) = self.dict.borrow(vm).as_ref().and_then(|dict| dict.downcast::<PyDict>()) else {
            return Ok(None);
        };
        let table = dict.table.borrow(vm);
        if table.len() != self.used.get() {
            return self.changed_size(vm);
        }
        let Some((position, entry)) = table.previous_from(self.position.get()) else {
            self.dict.set(vm, None);
            return Ok(None);
        };
        self.position.set(position);
        self.left.set(self.left.get().saturating_sub(1));
        Ok(Some(take(vm, entry)))
    }

    #[cold]
    fn changed_size<T>(&self, vm: &mut Vm) -> PyResult<T> {
        self.used.set(usize::MAX);
        Err(vm.runtime_error("dictionary changed size during iteration"))
    }
}

fn key(_vm: &Vm, entry: &Entry) -> Value {
    entry.key.clone()
}

fn value(_vm: &Vm, entry: &Entry) -> Value {
    entry.value.clone()
}

fn item(vm: &Vm, entry: &Entry) -> Value {
    vm.new_tuple_exact(2, [entry.key.clone(), entry.value.clone()].into_iter())
}

macro_rules! iterators {
    ($($(#[$($doc:tt)*])* $ident:ident $name:tt $layout:tt $step:ident $take:ident;)*) => { $(
        $(#[$($doc)*])*
        #[pyclass(name = $name, layout = $layout)]
        pub struct $ident {
            /// Where it is.
            pub(crate) cursor: DictCursor,
        }

        impl $ident {
            /// The iterator that begins there.
            pub fn new(cursor: DictCursor) -> $ident {
                $ident { cursor }
            }
        }

        #[pymethods]
        impl $ident {
            #[slot(iter)]
            fn iter(this: &Value) -> PyResult {
                Ok(this.clone())
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: This<'_, $ident>) -> PyResult<Option<Value>> {
                this.cursor.$step(vm, $take)
            }

            /// Private method returning an estimate of len(list(it)).
            #[pymethod("__length_hint__($self, /)")]
            fn length_hint(vm: &mut Vm, this: This<'_, $ident>) -> usize {
                this.cursor.remaining(vm)
            }

            /// Return state information for pickling.
            #[pymethod("__reduce__($self, /)")]
            fn reduce(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                let rest = vm.new_object($ident { cursor: this.cursor.copy(vm) });
                let items = vm.collect(&rest)?;
                let items = vm.new_list(items);
                reduce_exhausted(vm, items)
            }
        }
    )* };
}

iterators! {
    /// `iter(dict)` and `iter(dict.keys())`.
    PyDictKeyIterator "dict_keyiterator" 65 next key;
    /// `iter(dict.values())`.
    PyDictValueIterator "dict_valueiterator" 66 next value;
    /// `iter(dict.items())`.
    PyDictItemIterator "dict_itemiterator" 67 next item;
    /// `reversed(dict)` and `reversed(dict.keys())`.
    PyDictReverseKeyIterator "dict_reversekeyiterator" 68 next_back key;
    /// `reversed(dict.values())`.
    PyDictReverseValueIterator "dict_reversevalueiterator" 69 next_back value;
    /// `reversed(dict.items())`.
    PyDictReverseItemIterator "dict_reverseitemiterator" 70 next_back item;
}
