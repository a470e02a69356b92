//! `itertools`. Answers to CPython's Modules/itertoolsmodule.c.
//!
//! Layout numbers 140 to 165.

mod accumulate;
mod chain;
mod combinations;
mod groupby;
mod infinite;
mod islice;
mod pairwise;
mod permutations;
mod product;
mod select;
mod starmap;
mod tee;
mod zip_longest;

use minipy_macros::functions;
use minipy_vm::args::Args;
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::{PyResult, Value, Vm, VmCell};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "itertools",
    doc: "Functional tools for creating and using iterators.",
    functions: &[functions![tee::tee]],
    types: &[
        accumulate::PyAccumulate::TYPE,
        chain::PyChain::TYPE,
        combinations::PyCombinations::TYPE,
        combinations::PyCombinationsWithReplacement::TYPE,
        select::PyCompress::TYPE,
        infinite::PyCount::TYPE,
        infinite::PyCycle::TYPE,
        select::PyDropWhile::TYPE,
        select::PyFilterFalse::TYPE,
        groupby::PyGroupBy::TYPE,
        groupby::PyGrouper::TYPE,
        islice::PyISlice::TYPE,
        pairwise::PyPairwise::TYPE,
        permutations::PyPermutations::TYPE,
        product::PyProduct::TYPE,
        infinite::PyRepeat::TYPE,
        starmap::PyStarMap::TYPE,
        select::PyTakeWhile::TYPE,
        tee::PyTee::TYPE,
        tee::PyTeeData::TYPE,
        zip_longest::PyZipLongest::TYPE,
    ],
    init: None,
};

/// `type(this)(*arguments)` as pickle wants it, with a state for `__setstate__` if there is one.
fn reduced(vm: &Vm, this: &Value, arguments: &[Value], state: Option<Value>) -> Value {
    let mut parts = vec![vm.type_of(this).value(), vm.new_tuple_from(arguments)];
    parts.extend(state);
    vm.new_tuple(parts)
}

/// `(iter, (iterable,))`.
fn reduced_iter(vm: &mut Vm, iterable: Value) -> PyResult {
    minipy_vm::types::iterator::reduce_exhausted(vm, iterable)
}

/// The next item of an iterator that is given up at its end.
fn next_of(vm: &mut Vm, iterator: &VmCell<Option<Value>>) -> PyResult<Option<Value>> {
    let Some(current) = iterator.get(vm) else { return Ok(None) };
    let item = vm.next(&current)?;
    if item.is_none() {
        iterator.set(vm, None);
    }
    Ok(item)
}

/// The items of a state tuple; TypeError if it is none.
fn state_items<'a>(vm: &mut Vm, state: &'a Value) -> PyResult<&'a [Value]> {
    match state.downcast::<minipy_vm::heap::var::PyTuple>() {
        Some(tuple) => Ok(tuple.items()),
        None => Err(vm.type_error("state is not a tuple")),
    }
}

/// The one keyword argument that a constructor of any number of iterables takes.
fn only_keyword<'a>(vm: &mut Vm, args: Args<'a>, function: &str, keyword: &str) -> PyResult<Option<&'a Value>> {
    let mut found = None;
    for (name, value) in args.keywords() {
        let name = vm.str_lossy(name);
        if name != keyword {
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for {function}()")));
        }
        found = Some(value);
    }
    Ok(found)
}

/// Ints as a tuple.
fn int_tuple(vm: &Vm, ints: &[usize]) -> Value {
    vm.new_tuple(ints.iter().map(|int| vm.new_int(*int as i64)).collect())
}

/// `self[indices[0]], self[indices[1]], ...` as a tuple.
fn pick(vm: &Vm, pool: &[Value], indices: &[usize]) -> Value {
    vm.new_tuple_exact(indices.len(), indices.iter().filter_map(|index| pool.get(*index).cloned()))
}
