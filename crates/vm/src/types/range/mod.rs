//! `range`. Answers to CPython's Objects/rangeobject.c.

pub mod iter;
mod methods;

use dashu_int::IBig;
use minipy_macros::pyclass;

use crate::value::Value;
use crate::vm::Vm;

pub use iter::{PyLongRangeIterator, PyRangeIterator};

/// range(stop) -> range object
/// range(start, stop[, step]) -> range object
///
/// The ints from start (0 if it is left out) up to but not including stop, step (1) apart. A negative step counts
/// down.
#[pyclass(name = "range", layout = 25, flags(sequence), no_trace)]
pub struct PyRange {
    /// The numbers.
    #[pyclass(skip)]
    pub bounds: Bounds,
}

/// Start, stop, step and number of items.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bounds {
    /// All fit 64 bits.
    Small(Range<i64>),
    /// At least one does not.
    Large(Box<Range<IBig>>),
}

/// See [`Bounds`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range<T> {
    /// First item.
    pub start: T,
    /// Where it ends, excluded.
    pub stop: T,
    /// Distance, not 0.
    pub step: T,
    /// Number of items.
    pub len: T,
}

impl Range<i64> {
    /// None if the number of items is too large.
    #[inline]
    fn small(start: i64, stop: i64, step: i64) -> Option<Range<i64>> {
        let (low, high) = if step < 0 { (stop, start) } else { (start, stop) };
        let len = if low < high { (high.abs_diff(low) - 1) / step.unsigned_abs() + 1 } else { 0 };
        Some(Range { start, stop, step, len: i64::try_from(len).ok()? })
    }

    /// The item at a place below `len`.
    #[inline(always)]
    fn item(self, place: i64) -> i64 {
        self.start.wrapping_add(place.wrapping_mul(self.step))
    }

    /// The place of a number.
    fn place_of(self, number: i64) -> Option<i64> {
        let inside = if self.step > 0 {
            self.start <= number && number < self.stop
        } else {
            self.stop < number && number <= self.start
        };
        if !inside {
            return None;
        }
        let distance = number.abs_diff(self.start);
        let step = self.step.unsigned_abs();
        (distance.is_multiple_of(step)).then(|| (distance / step).cast_signed())
    }
}

impl Bounds {
    /// The range of these numbers, of which `step` is not 0.
    pub fn new(start: IBig, stop: IBig, step: IBig) -> Bounds {
        let small = match (i64::try_from(&start), i64::try_from(&stop), i64::try_from(&step)) {
            (Ok(start), Ok(stop), Ok(step)) => Range::small(start, stop, step),
            _ => None,
        };
        match small {
            Some(range) => Bounds::Small(range),
            None => {
                let (low, high) = if step < IBig::ZERO { (&stop, &start) } else { (&start, &stop) };
                let magnitude = if step < IBig::ZERO { -step.clone() } else { step.clone() };
                let len = if low < high { (high - low - IBig::ONE) / magnitude + IBig::ONE } else { IBig::ZERO };
                Bounds::Large(Box::new(Range { start, stop, step, len }))
            }
        }
    }

    /// The numbers at any size.
    fn big(&self) -> Range<IBig> {
        match self {
            Bounds::Small(range) => Range {
                start: range.start.into(),
                stop: range.stop.into(),
                step: range.step.into(),
                len: range.len.into(),
            },
            Bounds::Large(range) => (**range).clone(),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Bounds::Small(range) => range.len == 0,
            Bounds::Large(range) => range.len == IBig::ZERO,
        }
    }
}

macro_rules! values {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        impl PyRange { $(
            $(#[$doc])*
            pub fn $name(&self, vm: &Vm) -> Value {
                match &self.bounds {
                    Bounds::Small(range) => vm.new_int(range.$name),
                    Bounds::Large(range) => vm.new_bigint(range.$name.clone()),
                }
            }
        )* }
    };
}

values! {
    /// First item.
    start;
    /// Where it ends.
    stop;
    /// Distance.
    step;
    /// Number of items.
    len;
}

impl PyRange {
    /// The range of these numbers; None if there are too many in it.
    #[inline]
    pub fn small(start: i64, stop: i64, step: i64) -> Option<PyRange> {
        Range::small(start, stop, step).map(|range| PyRange { bounds: Bounds::Small(range) })
    }
}
