//! `int`: immediates of 62 bits, big ints behind the same type (CPython's Objects/longobject.c).
//!
//! Operators see their operands as [`Num`]: an `i64` or a borrowed big int beyond it. Results are plain ints. The work on
//! big ints is dashu's; sizes that a program chooses are checked before it starts, because it cannot fail politely.

mod arith;
mod bits;
mod bytes;
mod construct;
mod convert;
mod division;
mod methods;
pub mod number;
mod parse;
mod power;

use std::borrow::Cow;

use dashu_int::IBig;

use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::pyclass;

pub use parse::parse_digits;
pub(crate) use parse::{ascii_digits, trim};

/// int([x]) -> integer
/// int(x, base=10) -> integer
///
/// The integer that a number or a piece of text stands for; 0 without arguments. An object with `__int__`, `__index__` or
/// `__trunc__` is asked for it, floats are cut off towards zero.
///
/// With a base, x must be a str, bytes or bytearray holding an integer literal in that base: an optional sign, digits, single
/// underscores between them, whitespace around it all. Bases are 2 to 36; base 0 reads the base from the literal's prefix
/// as source code does.
#[pyclass(
    name = "int",
    layout = 3,
    flags(basetype, match_self),
    no_trace,
    accepts = is_int,
    parts(construct, arith, bits, power, methods, bytes)
)]
pub struct PyInt {
    /// The number.
    #[pyclass(skip)]
    pub value: IBig,
}

impl PyInt {
    /// The payload for a number.
    pub fn new(value: IBig) -> PyInt {
        PyInt { value }
    }
}

/// Whether `value` is an int (or bool).
pub fn is_int(value: &Value) -> bool {
    value.as_small_int().is_some() || value.as_bool().is_some() || value.is_a::<PyInt>()
}

/// The number that an int is. What fits 64 bits is always `Small`.
#[derive(Clone, Copy, Debug)]
pub enum Num<'a> {
    /// Fits 64 bits.
    Small(i64),
    /// Does not.
    Big(&'a IBig),
}

impl<'a> Num<'a> {
    /// The number that an int or bool is; `None` for other values.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Num<'a>> {
        if let Some(int) = value.as_small_int() {
            return Some(Num::Small(int));
        }
        if let Some(big) = value.downcast::<PyInt>() {
            return Some(match number::small(&big.value) {
                Some(small) => Num::Small(small),
                None => Num::Big(&big.value),
            });
        }
        value.as_bool().map(|truth| Num::Small(i64::from(truth)))
    }

    /// The number, if its magnitude has at most 126 bits.
    #[inline]
    pub fn wide(self) -> Option<i128> {
        match self {
            Num::Small(int) => Some(i128::from(int)),
            Num::Big(big) => number::wide(big),
        }
    }

    /// As a big int.
    #[inline]
    pub fn big(self) -> Cow<'a, IBig> {
        match self {
            Num::Small(int) => Cow::Owned(IBig::from(int)),
            Num::Big(big) => Cow::Borrowed(big),
        }
    }

    /// Below zero.
    #[inline]
    pub fn is_negative(self) -> bool {
        match self {
            Num::Small(int) => int < 0,
            Num::Big(big) => number::is_negative(big),
        }
    }

    /// Zero.
    #[inline]
    pub fn is_zero(self) -> bool {
        matches!(self, Num::Small(0))
    }

    /// Odd.
    #[inline]
    pub fn is_odd(self) -> bool {
        match self {
            Num::Small(int) => int & 1 != 0,
            Num::Big(big) => number::low_word(big) & 1 != 0,
        }
    }

    /// Bits of the magnitude (`int.bit_length`).
    #[inline]
    pub fn bit_length(self) -> usize {
        match self {
            Num::Small(int) => (64 - int.unsigned_abs().leading_zeros()) as usize,
            Num::Big(big) => number::bit_length(big),
        }
    }

    /// The nearest float; `None` if that is out of range.
    #[inline]
    pub fn to_f64(self) -> Option<f64> {
        match self {
            Num::Small(int) => Some(int as f64),
            Num::Big(big) => Some(big.to_f64().value()).filter(|float| float.is_finite()),
        }
    }

    /// The hash: the number modulo 2**61 - 1, with its sign, never -1.
    #[inline]
    pub fn hash(self) -> i64 {
        let rest = match self {
            Num::Small(int) => int % number::HASH_MODULUS,
            Num::Big(big) => i64::try_from(&(big % IBig::from(number::HASH_MODULUS))).unwrap_or(0),
        };
        if rest == -1 { -2 } else { rest }
    }
}

impl Vm {
    /// The number that an int or bool is; `None` for other values.
    pub fn int_value(&self, value: &Value) -> Option<IBig> {
        Num::of(value).map(|number| number.big().into_owned())
    }

    /// The int or bool as an `i64`, if it fits.
    pub fn int_to_i64(&self, value: &Value) -> Option<i64> {
        match Num::of(value) {
            Some(Num::Small(int)) => Some(int),
            _ => None,
        }
    }

    /// Whether an int is below zero.
    pub fn is_negative_int(&self, value: &Value) -> bool {
        Num::of(value).is_some_and(Num::is_negative)
    }

    /// `operator.index(value)` as a number.
    pub fn to_bigint(&mut self, value: &Value) -> PyResult<IBig> {
        let index = self.index(value)?;
        Ok(self.int_value(&index).unwrap_or(IBig::ZERO))
    }

    /// The hash that an int has: its value modulo 2**61 - 1.
    pub fn hash_of_int(&mut self, value: &Value) -> PyResult<i64> {
        match Num::of(value) {
            Some(number) => Ok(number.hash()),
            None => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    /// The same number as exactly an int: what operators give of bools and instances of subclasses.
    pub fn exact_int(&mut self, value: &Value) -> Value {
        if self.is_exact::<PyInt>(value) {
            return value.clone();
        }
        match Num::of(value) {
            Some(Num::Small(int)) => self.new_int(int),
            Some(Num::Big(big)) => self.new_bigint(big.clone()),
            None => value.clone(),
        }
    }

    /// MemoryError unless a big int of `bits` bits, and what it takes to compute it, can be had.
    #[inline]
    pub(crate) fn check_bits(&mut self, bits: usize) -> PyResult<()> {
        if bits < 1 << 16 { Ok(()) } else { self.check_size((bits / 8).saturating_mul(4)) }
    }
}
