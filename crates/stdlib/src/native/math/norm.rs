//! `dist` and `hypot`: the length of a vector, without overflow on the way and rounded correctly in all but rare cases.

use minipy_macros::pyfunction;
use minipy_vm::types::float::parts;
use minipy_vm::{PyResult, Value, Vm};

/// A sum of squares in several floats: `sum` is kept above every term by the 1 that it starts with, so what each addition
/// loses is known exactly and gathered aside, by kind of term.
struct Squares {
    sum: f64,
    lost: [f64; 3],
}

impl Squares {
    fn new() -> Squares {
        Squares { sum: 1.0, lost: [0.0; 3] }
    }

    fn add_term(&mut self, term: f64, kind: usize) {
        let before = self.sum;
        self.sum += term;
        if let Some(lost) = self.lost.get_mut(kind) {
            *lost += (before - self.sum) + term;
        }
    }

    /// Adds (or, for a sign of -1, takes away) the square of `x`, which is at most 1: its two halves' squares and product.
    fn add_square(&mut self, x: f64, sign: f64) {
        // Veltkamp's splitting: the upper half has 26 bits.
        let t = x * 134_217_729.0;
        let high = t - (t - x);
        let low = x - high;
        self.add_term(sign * high * high, 0);
        self.add_term(sign * 2.0 * high * low, 1);
        if sign > 0.0 {
            // Too small to change the sum.
            if let Some(lost) = self.lost.get_mut(2) {
                *lost += low * low;
            }
        } else {
            self.add_term(-low * low, 2);
        }
    }

    fn total(&self) -> f64 {
        let [a, b, c] = self.lost;
        self.sum - 1.0 + (a + b + c)
    }
}

/// The length of a vector given by the magnitudes of its coordinates.
fn vector_norm(coordinates: &[f64]) -> f64 {
    let largest = coordinates.iter().fold(0.0f64, |largest, &x| if x > largest { x } else { largest });
    if largest.is_infinite() {
        return largest;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || coordinates.len() <= 1 {
        return largest;
    }
    let (_, exponent) = parts::split(largest);
    let mut squares = Squares::new();
    if exponent < -1023 {
        // The scale would be out of range: divide instead.
        for &x in coordinates {
            let x = x / largest;
            squares.add_term(x * x, 0);
        }
        return largest * (squares.sum - 1.0 + squares.lost.first().copied().unwrap_or(0.0)).sqrt();
    }
    let scale = parts::scale(1.0, -i64::from(exponent));
    for &x in coordinates {
        squares.add_square(x * scale, 1.0);
    }
    let root = squares.total().sqrt();
    // What the square of the rounded root lacks corrects it, as a step of Newton's method.
    squares.add_square(root, -1.0);
    (root + squares.total() / (2.0 * root)) / scale
}

/// Return the Euclidean distance between two points p and q.
///
/// The points are sequences (or iterables) of as many coordinates each.
///
/// Roughly equivalent to:
///     sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))
#[pyfunction("math.dist(p, q, /)")]
pub fn dist(vm: &mut Vm, p: &Value, q: &Value) -> PyResult<f64> {
    let (p, q) = (vm.collect(p)?, vm.collect(q)?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut apart = Vec::with_capacity(p.len());
    for (p, q) in p.iter().zip(&q) {
        let (p, q) = (vm.to_f64(p)?, vm.to_f64(q)?);
        apart.push((p - q).abs());
    }
    Ok(vector_norm(&apart))
}

/// hypot(*coordinates) -> value
///
/// Euclidean distance of a point from the origin, in any number of dimensions.
///
/// Roughly equivalent to:
///     sqrt(sum(x**2 for x in coordinates))
///
/// Of two coordinates this is the hypotenuse of a right triangle:
///
///     >>> hypot(3.0, 4.0)
///     5.0
#[pyfunction("math.hypot(*coordinates)", no_text)]
pub fn hypot(vm: &mut Vm, coordinates: &[Value]) -> PyResult<f64> {
    let mut lengths = Vec::with_capacity(coordinates.len());
    for coordinate in coordinates {
        lengths.push(vm.to_f64(coordinate)?.abs());
    }
    Ok(vector_norm(&lengths))
}
