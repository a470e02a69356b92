//! `fsum` and `prod`.

use minipy_macros::pyfunction;
use minipy_vm::object::slots::BinaryOp;
use minipy_vm::{PyResult, Value, Vm};

/// Floats whose exact sum is the sum so far: growing in magnitude, none overlapping another (Shewchuk's expansion).
#[derive(Default)]
struct Partials(Vec<f64>);

impl Partials {
    /// Adds `x`; the uppermost part is given back if it is not finite, and there are no parts then.
    fn add(&mut self, mut x: f64) -> Option<f64> {
        let mut kept = 0;
        for place in 0..self.0.len() {
            let Some(&part) = self.0.get(place) else { break };
            let (large, small) = if x.abs() < part.abs() { (part, x) } else { (x, part) };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                if let Some(slot) = self.0.get_mut(kept) {
                    *slot = low;
                }
                kept += 1;
            }
            x = high;
        }
        self.0.truncate(kept);
        if x == 0.0 {
            return None;
        }
        if x.is_finite() {
            self.0.push(x);
            return None;
        }
        self.0.clear();
        Some(x)
    }

    /// The exact sum, rounded once, ties to even.
    fn total(mut self) -> f64 {
        let Some(mut high) = self.0.pop() else { return 0.0 };
        let mut low = 0.0;
        while let Some(next) = self.0.pop() {
            let larger = high;
            high = larger + next;
            low = next - (high - larger);
            if low != 0.0 {
                break;
            }
        }
        // The parts below decide a tie: one that goes the same way makes the lost half more than a half.
        if let Some(&below) = self.0.last()
            && ((low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0))
        {
            let twice = low * 2.0;
            let rounded = high + twice;
            if twice == rounded - high {
                high = rounded;
            }
        }
        high
    }
}

/// Return an accurate floating point sum of values in the iterable seq.
///
/// Assumes IEEE-754 floating point arithmetic.
#[pyfunction("math.fsum(seq, /)")]
pub fn fsum(vm: &mut Vm, seq: &Value) -> PyResult<f64> {
    let mut partials = Partials::default();
    let (mut special, mut infinite) = (0.0, 0.0);
    vm.for_each(seq, |vm, item| {
        let x = vm.to_f64(&item)?;
        if partials.add(x).is_some() {
            if x.is_finite() {
                return Err(vm.overflow_error("intermediate overflow in fsum"));
            }
            if x.is_infinite() {
                infinite += x;
            }
            special += x;
        }
        Ok(())
    })?;
    if special == 0.0 {
        return Ok(partials.total());
    }
    if f64::is_nan(infinite) {
        return Err(vm.value_error("-inf + inf in fsum"));
    }
    Ok(special)
}

/// Calculate the product of all the elements in the input iterable.
///
/// The default start value for the product is 1.
///
/// The result is the start value when the iterable is empty. The function is meant for numbers and may reject other values.
#[pyfunction("math.prod(iterable, /, *, start=1)")]
pub fn prod(vm: &mut Vm, iterable: &Value, start: Option<&Value>) -> PyResult {
    let mut result = start.cloned().unwrap_or(Value::int32(1));
    let iterator = vm.iter(iterable)?;
    while let Some(item) = vm.next_item(&iterator)? {
        result = vm.binary(BinaryOp::Multiply, &result, &item)?;
        vm.poll()?;
    }
    Ok(result)
}
