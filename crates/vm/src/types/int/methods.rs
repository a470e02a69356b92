//! The methods and attributes of int, but for those that make or take bytes.

use dashu_int::IBig;
use minipy_macros::pymethods;

use super::{Num, PyInt, number};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

/// `int` rounded to a multiple of the positive `unit`, ties to the even multiple.
fn round_to(int: &IBig, unit: &IBig) -> IBig {
    let (quotient, rest) = number::floor_div_rem(int, unit);
    let up = match (&rest * IBig::from(2)).cmp(unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => number::low_word(&quotient) & 1 != 0,
    };
    if up { int - rest + unit } else { int - rest }
}

#[pymethods(part = "methods")]
impl PyInt {
    /// The int itself: its complex conjugate.
    #[pymethod("conjugate($self, /)", no_text)]
    fn conjugate(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// Number of bits necessary to represent self in binary.
    ///
    /// >>> (37).bit_length()
    /// 6
    #[pymethod("bit_length($self, /)")]
    fn bit_length(this: &Value) -> usize {
        Num::of(this).map_or(0, Num::bit_length)
    }

    /// Number of ones in the base-two form of the absolute value.
    ///
    /// >>> (13).bit_count()
    /// 3
    #[pymethod("bit_count($self, /)")]
    fn bit_count(this: &Value) -> u64 {
        match Num::of(this) {
            Some(Num::Small(int)) => u64::from(int.unsigned_abs().count_ones()),
            Some(Num::Big(big)) => big.as_sign_words().1.iter().map(|word| u64::from(word.count_ones())).sum(),
            None => 0,
        }
    }

    /// Return integer ratio.
    ///
    /// That is a pair of ints: itself and 1.
    #[pymethod("as_integer_ratio($self, /)")]
    fn as_integer_ratio(vm: &mut Vm, this: &Value) -> Value {
        let int = vm.exact_int(this);
        vm.new_tuple_from(&[int, Value::int32(1)])
    }

    /// The int itself: it is whole already.
    #[pymethod("__trunc__($self, /)", no_text)]
    fn trunc(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// The int itself: it is whole already.
    #[pymethod("__floor__($self, /)", no_text)]
    fn floor(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// The int itself: it is whole already.
    #[pymethod("__ceil__($self, /)", no_text)]
    fn ceil(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// Round to a number of decimal digits; a negative number rounds to tens, hundreds and so on, ties to even.
    #[pymethod("__round__($self, ndigits=<unrepresentable>, /)", convention = "positional")]
    fn round(vm: &mut Vm, this: &Value, ndigits: Option<&Value>) -> PyResult {
        let Some(ndigits) = ndigits else { return Ok(vm.exact_int(this)) };
        let places = vm.index(ndigits)?;
        if !vm.is_negative_int(&places) {
            return Ok(vm.exact_int(this));
        }
        let number = Num::of(this).unwrap_or(Num::Small(0));
        let places = vm.int_to_i64(&places).map_or(usize::MAX, |places| places.unsigned_abs() as usize);
        // 10**places is over twice the number when it has two digits more.
        if places > number.bit_length() / 3 + 2 {
            return Ok(Value::int32(0));
        }
        let unit = IBig::from(10).pow(places);
        Ok(vm.new_bigint(round_to(&number.big(), &unit)))
    }

    #[pymethod("__getnewargs__($self, /)")]
    fn getnewargs(vm: &mut Vm, this: &Value) -> Value {
        let int = vm.exact_int(this);
        vm.new_tuple(vec![int])
    }

    #[pymethod("__format__($self, format_spec, /)")]
    fn format(vm: &mut Vm, this: &Value, format_spec: &PyStr) -> PyResult {
        vm.format_int(this, format_spec)
    }

    /// Size of the int in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(this: &Value) -> usize {
        24 + 4 * Num::of(this).map_or(0, Num::bit_length).div_ceil(30)
    }

    /// the real part of a complex number
    #[getter("real")]
    fn real(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// the imaginary part of a complex number
    #[getter("imag")]
    fn imag(_this: &Value) -> Value {
        Value::int32(0)
    }

    /// the numerator of a rational number in lowest terms
    #[getter("numerator")]
    fn numerator(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_int(this)
    }

    /// the denominator of a rational number in lowest terms
    #[getter("denominator")]
    fn denominator(_this: &Value) -> Value {
        Value::int32(1)
    }
}
