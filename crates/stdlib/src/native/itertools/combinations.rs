//! `combinations` and `combinations_with_replacement`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{int_tuple, pick, reduced, state_items};

/// How far such an iterator is.
#[derive(Clone, Default)]
pub(super) enum Progress {
    /// Nothing given out yet; the first places, if there is a first result.
    Fresh(Option<Vec<usize>>),
    /// The places of the last result.
    Running(Vec<usize>),
    /// Exhausted.
    #[default]
    Done,
}

/// r as a non-negative number.
pub(super) fn checked_length(vm: &mut Vm, r: isize) -> PyResult<usize> {
    match usize::try_from(r) {
        Ok(r) => {
            vm.check_size(r.saturating_mul(8))?;
            Ok(r)
        }
        Err(_) => Err(vm.value_error("r must be non-negative")),
    }
}

/// The next places: `step` changes the last ones and is false at the end.
fn advance(
    vm: &mut Vm,
    progress: &VmCell<Progress>,
    pool: &[Value],
    step: impl FnOnce(&mut [usize]) -> bool,
) -> Option<Value> {
    let places = match progress.take(vm) {
        Progress::Done => return None,
        Progress::Fresh(places) => places?,
        Progress::Running(mut places) => {
            if !step(&mut places) {
                return None;
            }
            places
        }
    };
    let result = pick(vm, pool, &places);
    progress.set(vm, Progress::Running(places));
    Some(result)
}

fn reduce(vm: &mut Vm, this: &Value, pool: &Value, r: usize, progress: &VmCell<Progress>) -> Value {
    let r = vm.new_int(r as i64);
    match progress.get(vm) {
        Progress::Fresh(Some(_)) => reduced(vm, this, &[pool.clone(), r], None),
        Progress::Running(places) => {
            let state = int_tuple(vm, &places);
            reduced(vm, this, &[pool.clone(), r], Some(state))
        }
        Progress::Fresh(None) | Progress::Done => {
            let empty = vm.new_tuple(Vec::new());
            reduced(vm, this, &[empty, r], None)
        }
    }
}

/// Places from a pickled state, each cut to what `most` allows.
fn restored(vm: &mut Vm, state: &Value, r: usize, most: impl Fn(usize) -> usize) -> PyResult<Progress> {
    let items = state_items(vm, state)?;
    if items.len() != r {
        return Err(vm.value_error("invalid arguments"));
    }
    let mut places = Vec::with_capacity(r);
    for (i, item) in items.iter().enumerate() {
        let place = vm.index_isize(item)?;
        places.push((place.max(0) as usize).min(most(i)));
    }
    Ok(Progress::Running(places))
}

macro_rules! combinations {
    ($($(#[$($doc:tt)*])* $ident:ident $name:tt $signature:tt $layout:tt
       first($n:ident, $r:ident): $first:expr, most($m:ident, $s:ident, $i:ident): $most:expr, step: $step:expr;)*) => { $(
        $(#[$($doc)*])*
        #[pyclass(name = $name, module = "itertools", layout = $layout, flags(basetype))]
        pub struct $ident {
            /// The items, a tuple.
            pool: Value,
            #[pyclass(skip)]
            r: usize,
            #[pyclass(skip)]
            progress: VmCell<Progress>,
        }

        impl $ident {
            fn items(&self) -> &[Value] {
                self.pool.downcast::<minipy_vm::heap::var::PyTuple>().map_or(&[], |pool| pool.items())
            }
        }

        #[pymethods]
        impl $ident {
            #[new($signature)]
            fn new(vm: &mut Vm, cls: Ty, iterable: &Value, r: isize) -> PyResult {
                let pool = vm.collect(iterable)?;
                let $r = checked_length(vm, r)?;
                let $n = pool.len();
                let progress = VmCell::new(Progress::Fresh($first));
                let pool = vm.new_tuple(pool);
                Ok(vm.new_instance(cls, $ident { pool, r: $r, progress }))
            }

            #[slot(iter)]
            fn iter(this: &Value) -> PyResult {
                Ok(this.clone())
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: This<'_, $ident>) -> PyResult<Option<Value>> {
                let pool = this.items();
                let step: fn(&mut [usize], usize) -> bool = $step;
                Ok(advance(vm, &this.progress, pool, |places| step(places, pool.len())))
            }

            /// Return state information for pickling.
            #[pymethod("__reduce__($self, /)", no_text)]
            fn reduce(vm: &mut Vm, this: This<'_, $ident>) -> Value {
                reduce(vm, this.value(), &this.pool, this.r, &this.progress)
            }

            /// Set state information for unpickling.
            #[pymethod("__setstate__($self, state, /)", no_text)]
            fn setstate(vm: &mut Vm, this: This<'_, $ident>, state: &Value) -> PyResult<()> {
                let ($m, $s) = (this.items().len(), this.r);
                let progress = restored(vm, state, this.r, |$i| $most)?;
                // What is exhausted stays so.
                if !matches!(this.progress.borrow(vm), Progress::Done | Progress::Fresh(None)) {
                    this.progress.set(vm, progress);
                }
                Ok(())
            }

            /// Returns size in memory, in bytes.
            #[pymethod("__sizeof__($self, /)", no_text)]
            fn sizeof(this: This<'_, $ident>) -> usize {
                56 + this.r * 8
            }
        }
    )* };
}

/// Moves on the last place that can be moved on, with those behind it right after it.
fn step_distinct(places: &mut [usize], n: usize) -> bool {
    let r = places.len();
    let Some(moved) = places.iter().enumerate().rposition(|(i, place)| *place != i + n - r) else { return false };
    let first = places.get(moved).copied().unwrap_or(0) + 1;
    for (offset, place) in places.iter_mut().skip(moved).enumerate() {
        *place = first + offset;
    }
    true
}

/// Moves on the last place that can be moved on, with those behind it at the same item.
fn step_repeating(places: &mut [usize], n: usize) -> bool {
    let Some(moved) = places.iter().rposition(|place| *place + 1 != n) else { return false };
    let next = places.get(moved).copied().unwrap_or(0) + 1;
    places.iter_mut().skip(moved).for_each(|place| *place = next);
    true
}

combinations! {
    /// Return successive r-length combinations of elements in the iterable.
    ///
    /// combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)
    PyCombinations "combinations" "combinations(iterable, r)" 142
        first(n, r): (r <= n).then(|| (0..r).collect()),
        most(n, r, i): (i + n).saturating_sub(r),
        step: step_distinct;
    /// Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.
    ///
    /// combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')
    PyCombinationsWithReplacement "combinations_with_replacement" "combinations_with_replacement(iterable, r)" 143
        first(n, r): (n > 0 || r == 0).then(|| vec![0; r]),
        most(n, _r, _i): n.saturating_sub(1),
        step: step_repeating;
}
