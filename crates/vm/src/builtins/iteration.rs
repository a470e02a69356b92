//! Builtins that iterate or ask for items.

use crate::args::Args;
use crate::exc::PyResult;
use crate::interp::sink::Sink;
use crate::object::{BinaryOp, CompareOp, MethodDef};
use crate::types::callable_iter::PyCallableIterator;
use crate::types::generator::PyGenerator;
use crate::types::list::{PyList, PyListIterator};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

/// Return True if bool(x) is True for all values x in the iterable.
///
/// If the iterable is empty, return True.
#[pyfunction("all(iterable, /)")]
fn all(vm: &mut Vm, iterable: &Value) -> PyResult<bool> {
    let iterator = vm.iter(iterable)?;
    while let Some(item) = next_into(vm, &iterator, &mut Sink::True)? {
        if !vm.truth(&item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Return True if bool(x) is True for any x in the iterable.
///
/// If the iterable is empty, return False.
#[pyfunction("any(iterable, /)")]
fn any(vm: &mut Vm, iterable: &Value) -> PyResult<bool> {
    let iterator = vm.iter(iterable)?;
    while let Some(item) = next_into(vm, &iterator, &mut Sink::False)? {
        if vm.truth(&item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Return the number of items in a container.
#[pyfunction("len(obj, /)")]
fn len(vm: &mut Vm, obj: &Value) -> PyResult<usize> {
    vm.len(obj)
}

/// iter(iterable) -> iterator
/// iter(callable, sentinel) -> iterator
///
/// Get an iterator from an object.  In the first form, the argument must
/// supply its own iterator, or be a sequence.
/// In the second form, the callable is called until it returns the sentinel.
#[pyfunction("iter(iterable[, sentinel])")]
fn iter(vm: &mut Vm, iterable: &Value, sentinel: Option<&Value>) -> PyResult {
    let Some(sentinel) = sentinel else { return vm.iter(iterable) };
    if vm.type_of(iterable).slots.call.get().is_none() {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(vm.new_object(PyCallableIterator::new(iterable.clone(), sentinel.clone())))
}

/// next(iterator[, default])
///
/// Return the next item from the iterator. If default is given and the iterator
/// is exhausted, it is returned instead of raising StopIteration.
#[pyfunction("next(iterator[, default])")]
fn next(vm: &mut Vm, iterator: &Value, default: Option<&Value>) -> PyResult {
    let Some(step) = vm.type_of(iterator).slots.next.get() else {
        let ty = vm.type_name(iterator);
        return Err(vm.type_error(format!("'{ty}' object is not an iterator")));
    };
    if default.is_none() && std::ptr::fn_addr_eq(step, crate::object::dispatch::next as crate::object::slots::NextFn) {
        // The exception that a method in Python raises passes as it is.
        let name = vm.names.__next__.clone();
        return vm.call_special(iterator, &name, &[]).map(Option::unwrap_or_default);
    }
    drop(vm.stop_value());
    match (step(vm, iterator), default) {
        (Ok(Some(item)), _) => Ok(item),
        (Ok(None), Some(default)) => Ok(default.clone()),
        (Ok(None), None) => Err(vm.stop_iteration_of(iterator)),
        (Err(_), Some(default)) if vm.raised_is(vm.exc.stop_iteration) => {
            vm.clear_raised();
            Ok(default.clone())
        }
        (Err(raised), _) => Err(raised),
    }
}

/// Return an AsyncIterator for an AsyncIterable object.
#[pyfunction("aiter(async_iterable, /)")]
fn aiter(vm: &mut Vm, async_iterable: &Value) -> PyResult {
    let Some(aiter) = vm.type_of(async_iterable).slots.aiter.get() else {
        let ty = vm.type_name(async_iterable);
        return Err(vm.type_error(format!("'{ty}' object is not an async iterable")));
    };
    let iterator = aiter(vm, async_iterable)?;
    if vm.type_of(&iterator).slots.anext.get().is_some() {
        return Ok(iterator);
    }
    let ty = vm.type_name(&iterator);
    Err(vm.type_error(format!("aiter() returned not an async iterator of type '{ty}'")))
}

/// async anext(aiterator[, default])
///
/// Return the next item from the async iterator.  If default is given and the async
/// iterator is exhausted, it is returned instead of raising StopAsyncIteration.
#[pyfunction("anext(aiterator, default=<unrepresentable>, /)", no_text)]
fn anext(vm: &mut Vm, aiterator: &Value, default: Option<&Value>) -> PyResult {
    let Some(anext) = vm.type_of(aiterator).slots.anext.get() else {
        let ty = vm.type_name(aiterator);
        return Err(vm.type_error(format!("'{ty}' object is not an async iterator")));
    };
    let awaitable = anext(vm, aiterator)?;
    match default {
        None => Ok(awaitable),
        Some(default) => vm.anext_with_default(awaitable, default.clone()),
    }
}

/// Return the sum of a 'start' value (default: 0) plus an iterable of numbers
///
/// When the iterable is empty, return the start value.
/// This function is intended specifically for use with numeric values and may
/// reject non-numeric types.
#[pyfunction("sum(iterable, /, start=0)")]
fn sum(vm: &mut Vm, iterable: &Value, start: Option<&Value>) -> PyResult {
    let iterator = vm.iter(iterable)?;
    let mut total = start.cloned().unwrap_or(Value::int32(0));
    let wrong = match () {
        () if total.is_a::<crate::heap::var::PyStr>() => Some("strings [use ''.join(seq) instead]"),
        () if total.is_a::<crate::heap::var::PyBytes>() => Some("bytes [use b''.join(seq) instead]"),
        () if total.is_a::<crate::types::bytearray::PyByteArray>() => Some("bytearray [use b''.join(seq) instead]"),
        () => None,
    };
    if let Some(wrong) = wrong {
        return Err(vm.type_error(format!("sum() can't sum {wrong}")));
    }
    let is_generator = iterator.is_a::<PyGenerator>();
    if let Some(list) = iterator.downcast::<PyListIterator>()
        && let Some(items) = list.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>())
    {
        let added = add_plain(items.items.borrow(vm), &mut total);
        list.index.set(added);
    }
    loop {
        let next = match (total.as_small_int(), total.as_small_float()) {
            _ if !is_generator => vm.next_item(&iterator)?,
            (Some(int), _) => {
                let mut sink = Sink::Ints(int);
                let next = next_into(vm, &iterator, &mut sink)?;
                if let Sink::Ints(int) = sink {
                    total = vm.new_int(int);
                }
                next
            }
            (_, Some(float)) => {
                let mut sink = Sink::Floats(float);
                let next = next_into(vm, &iterator, &mut sink)?;
                if let Sink::Floats(float) = sink {
                    total = vm.new_float(float);
                }
                next
            }
            _ => vm.next_item(&iterator)?,
        };
        let Some(item) = next else { return Ok(total) };
        let quick = match (total.as_small_int(), item.as_small_int()) {
            (Some(a), Some(b)) => a.checked_add(b).map(|n| vm.new_int(n)),
            _ => match (total.as_small_float(), item.as_small_float()) {
                (Some(a), Some(b)) => Some(vm.new_float(a + b)),
                _ => None,
            },
        };
        total = match quick {
            Some(value) => value,
            None => vm.binary(BinaryOp::Add, &total, &item)?,
        };
    }
}

/// Adds machine ints and floats at the start of a list to a total that is one, as far as nothing else comes between.
/// Returns how many.
fn add_plain(items: &[Value], total: &mut Value) -> usize {
    let mut added = 0;
    if let Some(mut sum) = total.as_small_int() {
        for item in items {
            let next = item.as_small_int().and_then(|int| sum.checked_add(int));
            let Some(next) = next.filter(|next| Value::small_int(*next).is_some()) else { break };
            sum = next;
            added += 1;
        }
        *total = Value::small_int(sum).unwrap_or_default();
        let starts_floats = items.get(added).is_some_and(|item| item.as_small_float().is_some());
        match Value::small_float(sum as f64).filter(|_| starts_floats && sum.unsigned_abs() < 1 << 53) {
            Some(float) => *total = float,
            None => return added,
        }
    }
    let Some(mut sum) = total.as_small_float() else { return added };
    for item in items.get(added..).unwrap_or_default() {
        let Some(next) = item.as_small_float().map(|float| sum + float) else { break };
        let Some(next_total) = Value::small_float(next) else { break };
        sum = next;
        *total = next_total;
        added += 1;
    }
    added
}

/// The next item of an iterator; of a generator, the next that the sink does not take.
#[inline(always)]
fn next_into(vm: &mut Vm, iterator: &Value, sink: &mut Sink) -> PyResult<Option<Value>> {
    if iterator.is_a::<PyGenerator>() {
        vm.poll()?;
        return vm.pour(iterator, sink);
    }
    vm.next_item(iterator)
}

/// Shared by `min` and `max`: the best of the arguments or of the one iterable's items.
fn best(vm: &mut Vm, args: Args<'_>, name: &str, op: CompareOp) -> PyResult {
    if args.len_positional() == 0 {
        return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    let mut key = None;
    let mut default = None;
    for (keyword, value) in args.keywords() {
        match vm.str_lossy(keyword).as_str() {
            "key" => key = Some(value).filter(|key| !key.is_none()),
            "default" => default = Some(value),
            other => {
                let other = other.to_owned();
                return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for {name}()")));
            }
        }
    }
    let positional = args.positional();
    if let ([first, rest @ ..], None, None) = (positional, key, default)
        && !rest.is_empty()
    {
        let mut winner = first;
        for item in rest {
            if vm.compare_truth(item, winner, op)? {
                winner = item;
            }
        }
        return Ok(winner.clone());
    }
    let items = match positional {
        [iterable] => vm.iter(iterable)?,
        _ if default.is_some() => {
            return Err(
                vm.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments"))
            );
        }
        several => {
            let tuple = vm.new_tuple_from(several);
            vm.iter(&tuple)?
        }
    };
    let mut winner: Option<(Value, Value)> = None;
    while let Some(item) = vm.next_item(&items)? {
        let rank = match key {
            Some(key) => vm.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &winner {
            None => true,
            Some((_, best_rank)) => vm.compare_truth(&rank, best_rank, op)?,
        };
        if better {
            winner = Some((item, rank));
        }
    }
    match (winner, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.value_error(format!("{name}() arg is an empty sequence"))),
    }
}

/// min(iterable, *[, default=obj, key=func]) -> value
/// min(arg1, arg2, *args, *[, key=func]) -> value
///
/// With a single iterable argument, return its smallest item. The
/// default keyword-only argument specifies an object to return if
/// the provided iterable is empty.
/// With two or more arguments, return the smallest argument.
#[pyfunction("min(*args, **kwargs)", raw, no_text)]
fn min(vm: &mut Vm, args: Args<'_>) -> PyResult {
    best(vm, args, "min", CompareOp::Lt)
}

/// max(iterable, *[, default=obj, key=func]) -> value
/// max(arg1, arg2, *args, *[, key=func]) -> value
///
/// With a single iterable argument, return its biggest item. The
/// default keyword-only argument specifies an object to return if
/// the provided iterable is empty.
/// With two or more arguments, return the largest argument.
#[pyfunction("max(*args, **kwargs)", raw, no_text)]
fn max(vm: &mut Vm, args: Args<'_>) -> PyResult {
    best(vm, args, "max", CompareOp::Gt)
}

/// Return a new list containing all items from the iterable in ascending order.
///
/// A custom key function can be supplied to customize the sort order, and the
/// reverse flag can be set to request the result in descending order.
#[pyfunction("sorted(iterable, /, *, key=None, reverse=False)", raw)]
fn sorted(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [iterable] = args.positional() else {
        let given = args.len_positional();
        return Err(vm.type_error(format!("sorted expected 1 argument, got {given}")));
    };
    let items = vm.collect(iterable)?;
    let list = vm.new_list(items);
    let sort = vm.get_attr_str(&list, "sort")?;
    let keywords = args.values().get(1..).unwrap_or(&[]);
    vm.call_args(&sort, Args::new(keywords, args.names()))?;
    Ok(list)
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![all, any, len, iter, next, aiter, anext, sum, min, max, sorted];
