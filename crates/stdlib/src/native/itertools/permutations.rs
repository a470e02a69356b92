//! `permutations`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::combinations::checked_length;
use super::{int_tuple, pick, reduced, state_items};

/// Return successive r-length permutations of elements in the iterable.
///
/// permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)
#[pyclass(name = "permutations", module = "itertools", layout = 144, flags(basetype))]
pub struct PyPermutations {
    /// The items, a tuple.
    pool: Value,
    #[pyclass(skip)]
    r: usize,
    #[pyclass(skip)]
    progress: VmCell<Progress>,
}

#[derive(Default, Clone)]
enum Progress {
    Fresh,
    Running(Order),
    #[default]
    Done,
}

/// All places, of which the first r are the last result, and for each of those how many turns it has left.
#[derive(Clone)]
struct Order {
    places: Vec<usize>,
    turns: Vec<usize>,
}

impl Order {
    fn first(n: usize, r: usize) -> Order {
        Order { places: (0..n).collect(), turns: (0..r).map(|i| n - i).collect() }
    }

    /// The next order; false at the end.
    fn step(&mut self) -> bool {
        let n = self.places.len();
        for i in (0..self.turns.len()).rev() {
            let Some(turn) = self.turns.get_mut(i) else { return false };
            *turn -= 1;
            if *turn > 0 {
                let partner = n - *turn;
                self.places.swap(i, partner);
                return true;
            }
            *turn = n - i;
            if let Some(rest) = self.places.get_mut(i..) {
                rest.rotate_left(1);
            }
        }
        false
    }
}

impl PyPermutations {
    fn items(&self) -> &[Value] {
        self.pool.downcast::<PyTuple>().map_or(&[], PyTuple::items)
    }
}

#[pymethods]
impl PyPermutations {
    #[new("permutations(iterable, r=None)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value, r: Option<&Value>) -> PyResult {
        let pool = vm.collect(iterable)?;
        let r = match r {
            None => pool.len(),
            Some(r)
                if r.is_a::<minipy_vm::types::int::PyInt>() || r.as_small_int().is_some() || r.as_bool().is_some() =>
            {
                let r = vm.index_isize(r)?;
                checked_length(vm, r)?
            }
            Some(_) => return Err(vm.type_error("Expected int as r")),
        };
        let progress = VmCell::new(if r > pool.len() { Progress::Done } else { Progress::Fresh });
        let pool = vm.new_tuple(pool);
        Ok(vm.new_instance(cls, PyPermutations { pool, r, progress }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyPermutations>) -> PyResult<Option<Value>> {
        let pool = this.items();
        let order = match this.progress.take(vm) {
            Progress::Done => return Ok(None),
            Progress::Fresh => Order::first(pool.len(), this.r),
            Progress::Running(mut order) => {
                if !order.step() {
                    return Ok(None);
                }
                order
            }
        };
        let result = pick(vm, pool, order.places.get(..this.r).unwrap_or(&[]));
        this.progress.set(vm, Progress::Running(order));
        Ok(Some(result))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyPermutations>) -> Value {
        let r = vm.new_int(this.r as i64);
        match this.progress.get(vm) {
            Progress::Fresh => reduced(vm, this.value(), &[this.pool.clone(), r], None),
            Progress::Done => {
                let empty = vm.new_tuple(Vec::new());
                reduced(vm, this.value(), &[empty, r], None)
            }
            Progress::Running(order) => {
                let state = [int_tuple(vm, &order.places), int_tuple(vm, &order.turns)];
                let state = vm.new_tuple_from(&state);
                reduced(vm, this.value(), &[this.pool.clone(), r], Some(state))
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyPermutations>, state: &Value) -> PyResult<()> {
        let n = this.items().len();
        let [places, turns] = state_items(vm, state)? else { return Err(vm.value_error("invalid arguments")) };
        let (places, turns) = (state_items(vm, places)?, state_items(vm, turns)?);
        if places.len() != n || turns.len() != this.r {
            return Err(vm.value_error("invalid arguments"));
        }
        if matches!(this.progress.get(vm), Progress::Done) {
            return Ok(());
        }
        let mut order = Order { places: Vec::with_capacity(n), turns: Vec::with_capacity(this.r) };
        for place in places {
            let place = vm.index_isize(place)?;
            order.places.push((place.max(0) as usize).min(n.saturating_sub(1)));
        }
        for (i, turn) in turns.iter().enumerate() {
            let turn = vm.index_isize(turn)?;
            order.turns.push((turn.max(1) as usize).min(n.saturating_sub(i).max(1)));
        }
        this.progress.set(vm, Progress::Running(order));
        Ok(())
    }

    /// Returns size in memory, in bytes.
    #[pymethod("__sizeof__($self, /)", no_text)]
    fn sizeof(this: This<'_, PyPermutations>) -> usize {
        64 + this.items().len() * 8 + this.r * 8
    }
}
