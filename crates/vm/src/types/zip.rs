//! `zip`. Answers to zip_* of CPython's Python/bltinmodule.c.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.
///
///    >>> list(zip('abcdefg', range(3), range(4)))
///    [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]
///
/// Each tuple has one item of each of the iterables. The shortest iterable decides how many there are.
///
/// If strict is true, iterables of different lengths are a ValueError.
#[pyclass(name = "zip", layout = 56, flags(basetype))]
pub struct PyZip {
    /// Iterators of the arguments.
    pub(crate) iterators: Box<[Value]>,
    /// Lengths must be equal.
    #[pyclass(skip)]
    pub(crate) strict: Cell<bool>,
}

impl PyZip {
    /// The next items of the first two iterators.
    #[inline]
    pub(crate) fn next_pair(&self, vm: &mut Vm) -> PyResult<Option<(Value, Value)>> {
        let [first, second, ..] = &*self.iterators else { return Ok(None) };
        let Some(a) = vm.next_item(first)? else { return self.finish(vm, 0).map(|()| None) };
        let Some(b) = vm.next_item(second)? else { return self.finish(vm, 1).map(|()| None) };
        Ok(Some((a, b)))
    }

    /// The iterator at `place` is at its end: fine, or an error if the others are not.
    #[cold]
    pub(crate) fn finish(&self, vm: &mut Vm, place: usize) -> PyResult<()> {
        if !self.strict.get() {
            return Ok(());
        }
        if place > 0 {
            return Err(uneven(vm, place, "shorter"));
        }
        for (place, iterator) in self.iterators.iter().enumerate().skip(1) {
            if vm.next(iterator)?.is_some() {
                return Err(uneven(vm, place, "longer"));
            }
        }
        Ok(())
    }
}

fn uneven(vm: &mut Vm, place: usize, how: &str) -> crate::exc::Raised {
    let others = if place == 1 { " " } else { "s 1-" };
    vm.value_error(format!("zip() argument {} is {how} than argument{others}{place}", place + 1))
}

/// Items of a row that need no memory of their own on the way.
const FEW: usize = 12;

#[pymethods]
impl PyZip {
    #[new("zip(*iterables, strict=False)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let mut strict = false;
        let given = args.names().len();
        if given > 1 {
            return Err(vm.type_error(format!("zip() takes at most 1 keyword argument ({given} given)")));
        }
        for (name, value) in args.keywords() {
            let name = vm.str_lossy(name);
            if name != "strict" {
                return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for zip()")));
            }
            strict = vm.truth(value)?;
        }
        let iterators =
            args.positional().iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Box<[Value]>>>()?;
        Ok(vm.new_instance(cls, PyZip { iterators, strict: Cell::new(strict) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyZip>) -> PyResult<Option<Value>> {
        if this.iterators.len() == 2 {
            let pair = this.next_pair(vm)?;
            return Ok(pair.map(|(a, b)| vm.new_tuple_exact(2, [a, b].into_iter())));
        }
        if this.iterators.is_empty() {
            return Ok(None);
        }
        let mut few = [const { Value::NONE }; FEW];
        let mut many = Vec::new();
        let count = this.iterators.len();
        let items = match few.get_mut(..count) {
            Some(items) => items,
            None => {
                many.resize(count, Value::NONE);
                many.as_mut_slice()
            }
        };
        for (place, (iterator, item)) in this.iterators.iter().zip(items.iter_mut()).enumerate() {
            match vm.next_item(iterator)? {
                Some(next) => *item = next,
                None => return this.finish(vm, place).map(|()| None),
            }
        }
        Ok(Some(vm.new_tuple_exact(count, items.iter_mut().map(std::mem::take))))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyZip>) -> Value {
        let class = vm.type_of(this.value()).value();
        let mut parts = vec![class, vm.new_tuple_from(&this.iterators)];
        if this.strict.get() {
            parts.push(Value::TRUE);
        }
        vm.new_tuple(parts)
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(this: This<'_, PyZip>, state: bool) {
        this.strict.set(state);
    }
}
