//! Methods and operators of range.

use std::fmt::Write;

use dashu_int::IBig;
use minipy_macros::pymethods;

use super::iter::{iterate, iterate_reversed};
use super::{Bounds, PyRange, Range};
use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::{CompareOp, Ty};
use crate::types::int::PyInt;
use crate::types::sequence::bad_subscript;
use crate::types::slice::PySlice;
use crate::value::Value;
use crate::vm::Vm;

/// The int that `value` is, if it is one exactly or a bool: then arithmetic finds it.
fn exact_int(vm: &mut Vm, value: &Value) -> PyResult<Option<IBig>> {
    if value.as_bool().is_some() || vm.is_exact::<PyInt>(value) { vm.to_bigint(value).map(Some) } else { Ok(None) }
}

/// The place of an int in a range.
fn place_of(bounds: &Bounds, number: &IBig) -> Option<IBig> {
    if let Bounds::Small(range) = bounds {
        return range.place_of(i64::try_from(number).ok()?).map(IBig::from);
    }
    let Range { start, stop, step, .. } = bounds.big();
    let inside =
        if step > IBig::ZERO { start <= *number && *number < stop } else { stop < *number && *number <= start };
    let distance = number - start;
    (inside && &distance % &step == IBig::ZERO).then(|| distance / step)
}

impl PyRange {
    fn item(&self, vm: &mut Vm, index: &Value) -> PyResult {
        if let (Bounds::Small(range), Some(index)) = (&self.bounds, index.as_small_int()) {
            let place = if index < 0 { index + range.len } else { index };
            if place < 0 || place >= range.len {
                return Err(vm.index_error("range object index out of range"));
            }
            return Ok(vm.new_int(range.item(place)));
        }
        let index = vm.to_bigint(index)?;
        let range = self.bounds.big();
        let place = if index < IBig::ZERO { index + &range.len } else { index };
        if place < IBig::ZERO || place >= range.len {
            return Err(vm.index_error("range object index out of range"));
        }
        Ok(vm.new_bigint(range.start + place * range.step))
    }

    fn slice(&self, vm: &mut Vm, slice: &PySlice) -> PyResult {
        let range = self.bounds.big();
        let (start, stop, step) = slice.long_indices(vm, &range.len)?;
        let at = |place: IBig| &range.start + place * &range.step;
        let bounds = Bounds::new(at(start), at(stop), &range.step * step);
        Ok(vm.new_object(PyRange { bounds }))
    }
}

#[pymethods]
impl PyRange {
    #[new("range(start, stop[, step])", no_text, raw)]
    fn new(vm: &mut Vm, _cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() {
            return Err(vm.type_error("range() takes no keyword arguments"));
        }
        let (start, stop, step) = match args.positional() {
            [stop] => (None, stop, None),
            [start, stop] => (Some(start), stop, None),
            [start, stop, step] => (Some(start), stop, Some(step)),
            [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
            more => {
                let given = more.len();
                return Err(vm.type_error(format!("range expected at most 3 arguments, got {given}")));
            }
        };
        let small = |value: Option<&Value>, default| value.map_or(Some(default), Value::as_small_int);
        if let (Some(start), Some(stop), Some(step)) = (small(start, 0), stop.as_small_int(), small(step, 1))
            && step != 0
            && let Some(range) = PyRange::small(start, stop, step)
        {
            return Ok(vm.new_object(range));
        }
        let start = start.map_or(Ok(IBig::ZERO), |start| vm.to_bigint(start))?;
        let stop = vm.to_bigint(stop)?;
        let step = step.map_or(Ok(IBig::ONE), |step| vm.to_bigint(step))?;
        if step == IBig::ZERO {
            return Err(vm.value_error("range() arg 3 must not be zero"));
        }
        Ok(vm.new_object(PyRange { bounds: Bounds::new(start, stop, step) }))
    }

    #[member("start")]
    fn get_start(vm: &mut Vm, this: This<'_, PyRange>) -> Value {
        this.start(vm)
    }

    #[member("stop")]
    fn get_stop(vm: &mut Vm, this: This<'_, PyRange>) -> Value {
        this.stop(vm)
    }

    #[member("step")]
    fn get_step(vm: &mut Vm, this: This<'_, PyRange>) -> Value {
        this.step(vm)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyRange>) -> PyResult {
        let mut text = String::new();
        let one = IBig::ONE;
        let written = match &this.bounds {
            Bounds::Small(Range { start, stop, step: 1, .. }) => write!(text, "range({start}, {stop})"),
            Bounds::Small(Range { start, stop, step, .. }) => write!(text, "range({start}, {stop}, {step})"),
            Bounds::Large(range) if range.step == one => write!(text, "range({}, {})", range.start, range.stop),
            Bounds::Large(range) => write!(text, "range({}, {}, {})", range.start, range.stop, range.step),
        };
        match written {
            Ok(()) => Ok(vm.new_str(&text)),
            Err(_) => Err(vm.memory_error()),
        }
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyRange>) -> PyResult<i64> {
        let len = this.len(vm);
        let one = len.as_small_int() == Some(1);
        let start = if this.bounds.is_empty() { Value::NONE } else { this.start(vm) };
        let step = if this.bounds.is_empty() || one { Value::NONE } else { this.step(vm) };
        let key = vm.new_tuple_from(&[len, start, step]);
        vm.hash(&key)
    }

    #[slot(richcompare)]
    fn richcompare(this: This<'_, PyRange>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyRange>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let (a, b) = (this.bounds.big(), that.bounds.big());
        let equal =
            a.len == b.len && (a.len == IBig::ZERO || (a.start == b.start && (a.len == IBig::ONE || a.step == b.step)));
        Ok(match op {
            CompareOp::Eq => Value::bool(equal),
            CompareOp::Ne => Value::bool(!equal),
            _ => Value::NOT_IMPLEMENTED,
        })
    }

    #[slot(bool)]
    fn bool(this: This<'_, PyRange>) -> PyResult<bool> {
        Ok(!this.bounds.is_empty())
    }

    #[slot(len)]
    fn len_slot(vm: &mut Vm, this: This<'_, PyRange>) -> PyResult<usize> {
        match &this.bounds {
            Bounds::Small(range) => Ok(range.len as usize),
            Bounds::Large(range) => match i64::try_from(&range.len) {
                Ok(len) => Ok(len as usize),
                Err(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
            },
        }
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyRange>, key: &Value) -> PyResult {
        if vm.type_of(key).slots.index.get().is_some() {
            return this.item(vm, key);
        }
        match key.downcast::<PySlice>() {
            Some(slice) => this.slice(vm, slice),
            None => Err(bad_subscript(vm, "range", key)),
        }
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyRange>, item: &Value) -> PyResult<bool> {
        if let (Bounds::Small(range), Some(number)) = (&this.bounds, item.as_small_int()) {
            return Ok(range.place_of(number).is_some());
        }
        match exact_int(vm, item)? {
            Some(number) => Ok(place_of(&this.bounds, &number).is_some()),
            None => Ok(search(vm, this.value(), item, |_| true)? > 0),
        }
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyRange>) -> PyResult {
        Ok(iterate(vm, &this.bounds))
    }

    /// Return a reverse iterator.
    #[pymethod("__reversed__($self, /)", no_text)]
    fn reversed(vm: &mut Vm, this: This<'_, PyRange>) -> Value {
        iterate_reversed(vm, &this.bounds)
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyRange>) -> Value {
        let parts = [this.start(vm), this.stop(vm), this.step(vm)];
        let arguments = vm.new_tuple_from(&parts);
        let class = vm.ty::<PyRange>().value();
        vm.new_tuple_from(&[class, arguments])
    }

    /// rangeobject.count(value) -> integer -- return number of occurrences of value
    #[pymethod("count($self, value, /)", no_text)]
    fn count(vm: &mut Vm, this: This<'_, PyRange>, value: &Value) -> PyResult<usize> {
        match exact_int(vm, value)? {
            Some(number) => Ok(usize::from(place_of(&this.bounds, &number).is_some())),
            None => search(vm, this.value(), value, |_| false),
        }
    }

    /// rangeobject.index(value) -> integer -- return index of value.
    /// Raise ValueError if the value is not present.
    #[pymethod("index($self, value, /)", no_text)]
    fn index(vm: &mut Vm, this: This<'_, PyRange>, value: &Value) -> PyResult {
        if let Some(number) = exact_int(vm, value)? {
            return match place_of(&this.bounds, &number) {
                Some(place) => Ok(vm.new_bigint(place)),
                None => {
                    let value = vm.repr_string(value)?;
                    Err(vm.value_error(format!("{value} is not in range")))
                }
            };
        }
        let mut found = None;
        search(vm, this.value(), value, |place| {
            found = Some(place);
            true
        })?;
        match found {
            Some(place) => Ok(vm.new_int(place)),
            None => Err(vm.value_error("sequence.index(x): x not in sequence")),
        }
    }
}

/// Counts the items equal to `value`, until `stop` says of one's place that it is enough.
fn search(vm: &mut Vm, range: &Value, value: &Value, mut stop: impl FnMut(i64) -> bool) -> PyResult<usize> {
    let iterator = vm.iter(range)?;
    let (mut count, mut place) = (0, 0i64);
    while let Some(item) = vm.next_item(&iterator)? {
        if vm.eq(&item, value)? {
            count += 1;
            if stop(place) {
                break;
            }
        }
        place += 1;
        if place & 0xfff == 0 {
            vm.poll()?;
        }
    }
    Ok(count)
}
