//! `islice`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::reduced;

/// islice(iterable, stop) --> islice object
/// islice(iterable, start, stop[, step]) --> islice object
///
/// Yields the items that slicing a list of them all would select. Start, stop and step are not negative.
#[pyclass(name = "islice", module = "itertools", layout = 151, flags(basetype))]
pub struct PyISlice {
    /// None at the end.
    iterator: VmCell<Option<Value>>,
    /// Place of the next item to give out.
    #[pyclass(skip)]
    next: Cell<usize>,
    #[pyclass(skip)]
    stop: Option<usize>,
    #[pyclass(skip)]
    step: usize,
    /// Items read.
    #[pyclass(skip)]
    read: Cell<usize>,
}

/// A bound: None, or an int that is not negative.
fn bound(vm: &mut Vm, value: &Value, what: &'static str) -> PyResult<Option<usize>> {
    if value.is_none() {
        return Ok(None);
    }
    let index = raw_bound(vm, value)?;
    match usize::try_from(index) {
        Ok(index) => Ok(Some(index)),
        Err(_) => Err(vm.value_error(what)),
    }
}

/// The number that a bound is, -1 if it is none.
fn raw_bound(vm: &mut Vm, value: &Value) -> PyResult<isize> {
    match vm.index_isize(value) {
        Ok(index) => Ok(index),
        Err(raised) => {
            if !vm.raised_is(vm.exc.exception) {
                return Err(raised);
            }
            vm.clear_raised();
            Ok(-1)
        }
    }
}

const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

#[pymethods]
impl PyISlice {
    #[new("islice(iterable, start, stop[, step])", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() && cls == vm.ty::<PyISlice>() {
            return Err(vm.type_error("islice() takes no keyword arguments"));
        }
        let (iterable, start, stop, step) = match args.positional() {
            [iterable, stop] => (iterable, None, stop, None),
            [iterable, start, stop] => (iterable, Some(start), stop, None),
            [iterable, start, stop, step] => (iterable, Some(start), stop, Some(step)),
            other => {
                let (how, limit) = if other.len() < 2 { ("least", 2) } else { ("most", 4) };
                let given = other.len();
                return Err(vm.type_error(format!("islice expected at {how} {limit} arguments, got {given}")));
            }
        };
        let start = match start {
            Some(start) if !start.is_none() => raw_bound(vm, start)?,
            _ => 0,
        };
        let stop = if stop.is_none() { None } else { Some(raw_bound(vm, stop)?) };
        // What is no number counts as -1, and an end of -1 is complained of first.
        if stop == Some(-1) {
            return Err(vm.value_error(STOP));
        }
        let (Ok(start), Ok(stop)) = (usize::try_from(start), stop.map(usize::try_from).transpose()) else {
            return Err(vm.value_error(INDICES));
        };
        let step = match step {
            Some(step) => bound(vm, step, "Step for islice() must be a positive integer or None.")?.unwrap_or(1),
            None => 1,
        };
        if step == 0 {
            return Err(vm.value_error("Step for islice() must be a positive integer or None."));
        }
        let iterator = vm.iter(iterable)?;
        let islice =
            PyISlice { iterator: VmCell::new(Some(iterator)), next: Cell::new(start), stop, step, read: Cell::new(0) };
        Ok(vm.new_instance(cls, islice))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyISlice>) -> PyResult<Option<Value>> {
        let Some(iterator) = this.iterator.get(vm) else { return Ok(None) };
        while this.read.get() < this.next.get() {
            if vm.next(&iterator)?.is_none() {
                this.iterator.set(vm, None);
                return Ok(None);
            }
            this.read.set(this.read.get() + 1);
            vm.poll()?;
        }
        let limit = this.stop.unwrap_or(usize::MAX);
        let item = if this.read.get() >= limit { None } else { vm.next(&iterator)? };
        if item.is_none() {
            this.iterator.set(vm, None);
            return Ok(None);
        }
        this.read.set(this.read.get() + 1);
        this.next.set(this.next.get().saturating_add(this.step).min(limit));
        Ok(item)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyISlice>) -> PyResult {
        let int = |vm: &Vm, int: usize| vm.new_int(int as i64);
        let Some(iterator) = this.iterator.get(vm) else {
            let empty = vm.new_tuple(Vec::new());
            let empty = vm.iter(&empty)?;
            return Ok(reduced(vm, this.value(), &[empty, Value::int32(0)], Some(Value::int32(0))));
        };
        let stop = this.stop.map_or(Value::NONE, |stop| int(vm, stop));
        let arguments = [iterator, int(vm, this.next.get()), stop, int(vm, this.step)];
        let read = int(vm, this.read.get());
        Ok(reduced(vm, this.value(), &arguments, Some(read)))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(this: This<'_, PyISlice>, state: isize) {
        this.read.set(state.max(0) as usize);
    }
}
