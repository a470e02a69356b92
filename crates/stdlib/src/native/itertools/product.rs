//! `product`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{int_tuple, only_keyword, reduced, state_items};

/// product(*iterables, repeat=1) --> product object
///
/// Cartesian product of the iterables, as nested for-loops would give it; the rightmost one changes fastest.
///
/// product('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)
/// product((0,1), repeat=2) is the same as product((0,1), (0,1)).
#[pyclass(name = "product", module = "itertools", layout = 145, flags(basetype))]
pub struct PyProduct {
    pools: Box<[Value]>,
    #[pyclass(skip)]
    progress: VmCell<Progress>,
}

#[derive(Default, Clone)]
enum Progress {
    Fresh,
    /// The places of the last result.
    Running(Vec<usize>),
    #[default]
    Done,
}

fn items(pool: &Value) -> &[Value] {
    pool.downcast::<minipy_vm::heap::var::PyTuple>().map_or(&[], |pool| pool.items())
}

impl PyProduct {
    /// Counts on, the last place first; false at the end.
    fn step(&self, places: &mut [usize]) -> bool {
        for (place, pool) in places.iter_mut().zip(&self.pools).rev() {
            *place += 1;
            if *place < items(pool).len() {
                return true;
            }
            *place = 0;
        }
        false
    }
}

#[pymethods]
impl PyProduct {
    #[new("product(*iterables, repeat=1)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let repeat = match only_keyword(vm, args, "product", "repeat")? {
            Some(repeat) => vm.index_isize(repeat)?,
            None => 1,
        };
        let Ok(repeat) = usize::try_from(repeat) else {
            return Err(vm.value_error("repeat argument cannot be negative"));
        };
        let count = args.len_positional();
        match count.checked_mul(repeat) {
            Some(total) if total <= isize::MAX as usize / 8 => vm.check_size(total * 8)?,
            _ => return Err(vm.overflow_error("repeat argument too large")),
        }
        let mut once = Vec::with_capacity(count);
        for iterable in if repeat == 0 { &[] } else { args.positional() } {
            let pool = vm.collect(iterable)?;
            once.push(vm.new_tuple(pool));
        }
        let pools: Box<[Value]> = once.iter().cycle().take(once.len() * repeat).cloned().collect();
        Ok(vm.new_instance(cls, PyProduct { pools, progress: VmCell::new(Progress::Fresh) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyProduct>) -> PyResult<Option<Value>> {
        let places = match this.progress.take(vm) {
            Progress::Done => return Ok(None),
            Progress::Fresh if this.pools.iter().any(|pool| items(pool).is_empty()) => return Ok(None),
            Progress::Fresh => vec![0; this.pools.len()],
            Progress::Running(mut places) => {
                if !this.step(&mut places) {
                    return Ok(None);
                }
                places
            }
        };
        let picked = this.pools.iter().zip(&places).filter_map(|(pool, place)| items(pool).get(*place).cloned());
        let result = vm.new_tuple_exact(places.len(), picked);
        this.progress.set(vm, Progress::Running(places));
        Ok(Some(result))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyProduct>) -> Value {
        match this.progress.get(vm) {
            Progress::Fresh => reduced(vm, this.value(), &this.pools, None),
            Progress::Running(places) => {
                let state = int_tuple(vm, &places);
                reduced(vm, this.value(), &this.pools, Some(state))
            }
            Progress::Done => {
                let empty = vm.new_tuple(Vec::new());
                reduced(vm, this.value(), &[empty], None)
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyProduct>, state: &Value) -> PyResult<()> {
        let state = state_items(vm, state)?;
        if state.len() != this.pools.len() {
            return Err(vm.value_error("invalid arguments"));
        }
        if matches!(this.progress.borrow(vm), Progress::Done) {
            return Ok(());
        }
        let mut places = Vec::with_capacity(state.len());
        for (place, pool) in state.iter().zip(&this.pools) {
            let place = vm.index_isize(place)?;
            let Some(last) = items(pool).len().checked_sub(1) else {
                this.progress.set(vm, Progress::Done);
                return Ok(());
            };
            places.push((place.max(0) as usize).min(last));
        }
        this.progress.set(vm, Progress::Running(places));
        Ok(())
    }

    /// Returns size in memory, in bytes.
    #[pymethod("__sizeof__($self, /)", no_text)]
    fn sizeof(this: This<'_, PyProduct>) -> usize {
        48 + this.pools.len() * 8
    }
}
