//! `slice`. Answers to CPython's Objects/sliceobject.c.

use dashu_int::IBig;
use minipy_macros::{pyclass, pymethods};

use super::sequence::push_repr;
use super::str::builder::StrBuilder;
use crate::args::{Args, This};
use crate::exc::{PyResult, Raised};
use crate::heap::var::PyTuple;
use crate::object::{CompareOp, Ty};
use crate::value::Value;
use crate::vm::Vm;

/// Create a slice object, as in a[0:10:2].
#[pyclass(name = "slice", layout = 26)]
pub struct PySlice {
    /// First index, or None.
    pub start: Value,
    /// Index behind the last, or None.
    pub stop: Value,
    /// Distance, or None.
    pub step: Value,
}

/// The ints of a slice, not yet fitted to a length: `PySlice_Unpack`'s result.
#[derive(Clone, Copy, Debug)]
pub struct Unpacked {
    start: isize,
    stop: isize,
    step: isize,
}

/// The places that a slice selects in a sequence of a certain length: `len` places from `start`, `step` apart.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// First place; where an insertion goes if `len` is 0.
    pub start: usize,
    /// Distance between places, never 0.
    pub step: isize,
    /// Number of places.
    pub len: usize,
    /// The fitted stop, which is below `start` for an empty slice going up.
    pub stop: isize,
}

impl Span {
    /// The places in order.
    pub fn places(self) -> impl ExactSizeIterator<Item = usize> {
        (0..self.len).map(move |i| self.start.wrapping_add_signed(self.step.wrapping_mul(i as isize)))
    }

    /// The places as a range, if they are neighbours going up.
    #[inline]
    pub fn as_range(self) -> Option<std::ops::Range<usize>> {
        (self.step == 1).then(|| self.start..self.start + self.len)
    }

    /// The selected ones of `items`.
    pub fn select<T: Clone>(self, items: &[T]) -> Vec<T> {
        match self.as_range() {
            Some(range) => items.get(range).unwrap_or(&[]).to_vec(),
            None => {
                let mut selected = Vec::with_capacity(self.len);
                let mut place = self.start;
                for _ in 0..self.len {
                    let Some(item) = items.get(place) else { break };
                    selected.push(item.clone());
                    place = place.wrapping_add_signed(self.step);
                }
                selected
            }
        }
    }
}

impl Unpacked {
    /// Fits the slice to a sequence of `len` items (`PySlice_AdjustIndices`).
    pub fn fit(self, len: usize) -> Span {
        let len = len as isize;
        let (low, high) = if self.step < 0 { (-1, len - 1) } else { (0, len) };
        let clip = |index: isize| {
            let index = if index < 0 { index.saturating_add(len) } else { index };
            index.clamp(low, high)
        };
        let (start, stop) = (clip(self.start), clip(self.stop));
        let count = if self.step < 0 {
            if stop < start { (start - stop - 1) as usize / self.step.unsigned_abs() + 1 } else { 0 }
        } else if start < stop {
            (stop - start - 1) as usize / self.step as usize + 1
        } else {
            0
        };
        Span { start: start.max(0) as usize, step: self.step, len: count, stop }
    }
}

#[cold]
fn bad_index(vm: &mut Vm) -> Raised {
    vm.type_error("slice indices must be integers or None or have an __index__ method")
}

#[cold]
fn zero_step(vm: &mut Vm) -> Raised {
    vm.value_error("slice step cannot be zero")
}

/// A start, stop or step as an int of machine size, clamped.
#[inline]
fn clamped(vm: &mut Vm, value: &Value, default: isize) -> PyResult<isize> {
    match value.as_small_int() {
        Some(index) => Ok(index as isize),
        None if value.is_none() => Ok(default),
        None if vm.type_of(value).slots.index.get().is_some() => vm.index_isize_clamped(value),
        None => Err(bad_index(vm)),
    }
}

fn bigint(vm: &mut Vm, value: &Value) -> PyResult<Option<IBig>> {
    if value.is_none() {
        return Ok(None);
    }
    if vm.type_of(value).slots.index.get().is_none() {
        return Err(bad_index(vm));
    }
    vm.to_bigint(value).map(Some)
}

impl PySlice {
    /// The slice's ints. ValueError for a step of zero, TypeError for what is no int.
    #[inline]
    pub fn unpack(&self, vm: &mut Vm) -> PyResult<Unpacked> {
        let step = clamped(vm, &self.step, 1)?.max(-isize::MAX);
        if step == 0 {
            return Err(zero_step(vm));
        }
        let start = clamped(vm, &self.start, if step < 0 { isize::MAX } else { 0 })?;
        let stop = clamped(vm, &self.stop, if step < 0 { isize::MIN } else { isize::MAX })?;
        Ok(Unpacked { start, stop, step })
    }

    /// Start, stop and step fitted to a length of any size (`_PySlice_GetLongIndices`).
    pub fn long_indices(&self, vm: &mut Vm, length: &IBig) -> PyResult<(IBig, IBig, IBig)> {
        let step = bigint(vm, &self.step)?.unwrap_or(IBig::ONE);
        if step == IBig::ZERO {
            return Err(zero_step(vm));
        }
        let down = step < IBig::ZERO;
        let (low, high) = if down { (IBig::NEG_ONE, length - IBig::ONE) } else { (IBig::ZERO, length.clone()) };
        let clip = |index: IBig| {
            let index = if index < IBig::ZERO { index + length } else { index };
            index.max(low.clone()).min(high.clone().max(low.clone()))
        };
        let start = match bigint(vm, &self.start)? {
            Some(start) => clip(start),
            None if down => high.clone(),
            None => low.clone(),
        };
        let stop = match bigint(vm, &self.stop)? {
            Some(stop) => clip(stop),
            None if down => low.clone(),
            None => high.clone(),
        };
        Ok((start, stop, step))
    }

    fn parts(&self, vm: &Vm) -> Value {
        vm.new_tuple_from(&[self.start.clone(), self.stop.clone(), self.step.clone()])
    }
}

#[pymethods]
impl PySlice {
    #[new("slice(start, stop[, step])", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() {
            return Err(vm.type_error("slice() takes no keyword arguments"));
        }
        let slice = match args.positional() {
            [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
            [stop] => PySlice { start: Value::NONE, stop: stop.clone(), step: Value::NONE },
            [start, stop] => PySlice { start: start.clone(), stop: stop.clone(), step: Value::NONE },
            [start, stop, step] => PySlice { start: start.clone(), stop: stop.clone(), step: step.clone() },
            more => {
                let given = more.len();
                return Err(vm.type_error(format!("slice expected at most 3 arguments, got {given}")));
            }
        };
        Ok(vm.new_instance(cls, slice))
    }

    #[member("start")]
    fn start(this: This<'_, PySlice>) -> Value {
        this.start.clone()
    }

    #[member("stop")]
    fn stop(this: This<'_, PySlice>) -> Value {
        this.stop.clone()
    }

    #[member("step")]
    fn step(this: This<'_, PySlice>) -> Value {
        this.step.clone()
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PySlice>) -> PyResult {
        let mut text = StrBuilder::new();
        text.push_str("slice(");
        push_repr(vm, &mut text, &this.start)?;
        text.push_str(", ");
        push_repr(vm, &mut text, &this.stop)?;
        text.push_str(", ");
        push_repr(vm, &mut text, &this.step)?;
        text.push_str(")");
        Ok(vm.new_str_data(text.data()))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PySlice>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PySlice>() else { return Ok(Value::NOT_IMPLEMENTED) };
        if this.value().is(other) {
            return Ok(Value::bool(matches!(op, CompareOp::Eq | CompareOp::Le | CompareOp::Ge)));
        }
        let (left, right) = (this.parts(vm), that.parts(vm));
        vm.compare(&left, &right, op)
    }

    /// S.indices(len) -> (start, stop, stride)
    ///
    /// The start, stop and stride that S stands for in a sequence of length len; indices out of bounds are clipped as in
    /// slicing.
    #[pymethod("indices($self, len, /)", no_text)]
    fn indices(vm: &mut Vm, this: This<'_, PySlice>, len: &Value) -> PyResult {
        let length = vm.to_bigint(len)?;
        if length < IBig::ZERO {
            return Err(vm.value_error("length should not be negative"));
        }
        let (start, stop, step) = this.long_indices(vm, &length)?;
        let parts = [vm.new_bigint(start), vm.new_bigint(stop), vm.new_bigint(step)];
        Ok(vm.new_tuple_from(&parts))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PySlice>) -> PyResult {
        let parts = this.parts(vm);
        let parts = parts.downcast::<PyTuple>().map_or(&[][..], PyTuple::items).to_vec();
        let arguments = vm.new_tuple(parts);
        let class = vm.type_of(this.value()).value();
        Ok(vm.new_tuple_from(&[class, arguments]))
    }
}
