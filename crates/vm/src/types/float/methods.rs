//! The methods and attributes of float.

use dashu_int::IBig;
use minipy_macros::pymethods;

use super::{PyFloat, number, parts, round};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

#[pymethods(part = "methods")]
impl PyFloat {
    /// Return self, the complex conjugate of any float.
    #[pymethod("conjugate($self, /)")]
    fn conjugate(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_float(this)
    }

    /// Return the Integral closest to x between 0 and x.
    #[pymethod("__trunc__($self, /)")]
    fn trunc(vm: &mut Vm, this: &Value) -> PyResult {
        vm.int_from_float(number(this))
    }

    /// Return the floor as an Integral.
    #[pymethod("__floor__($self, /)")]
    fn floor(vm: &mut Vm, this: &Value) -> PyResult {
        vm.int_from_float(number(this).floor())
    }

    /// Return the ceiling as an Integral.
    #[pymethod("__ceil__($self, /)")]
    fn ceil(vm: &mut Vm, this: &Value) -> PyResult {
        vm.int_from_float(number(this).ceil())
    }

    /// Round to the nearest Integral, or to so many digits after the point; ties go to the even digit.
    #[pymethod("__round__($self, ndigits=None, /)", convention = "tuple")]
    fn round(vm: &mut Vm, this: &Value, ndigits: Option<&Value>) -> PyResult {
        let float = number(this);
        let Some(ndigits) = ndigits else { return vm.int_from_float(float.round_ties_even()) };
        let digits = vm.index_isize_clamped(ndigits)? as i64;
        let rounded = round::to_digits(float, digits);
        if rounded.is_infinite() && float.is_finite() {
            return Err(vm.overflow_error("rounded value too large to represent"));
        }
        Ok(vm.new_float(rounded))
    }

    /// Return two ints, the second positive, whose ratio is exactly the float. OverflowError for infinities,
    /// ValueError for NaNs.
    #[pymethod("as_integer_ratio($self, /)")]
    fn as_integer_ratio(vm: &mut Vm, this: &Value) -> PyResult {
        let float = number(this);
        if float.is_infinite() {
            return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
        }
        if float.is_nan() {
            return Err(vm.value_error("cannot convert NaN to integer ratio"));
        }
        let (mantissa, exponent) = parts::decode(float.abs());
        let twos = if mantissa == 0 { 0 } else { mantissa.trailing_zeros() as i32 };
        let (odd, exponent) = (mantissa >> twos, if mantissa == 0 { 0 } else { exponent + twos });
        let mut numerator = IBig::from(odd) << exponent.max(0) as usize;
        if float < 0.0 {
            numerator = -numerator;
        }
        let pair = [vm.new_bigint(numerator), vm.new_bigint(IBig::ONE << (-exponent).max(0) as usize)];
        Ok(vm.new_tuple_from(&pair))
    }

    /// Return True if the float is an integer.
    #[pymethod("is_integer($self, /)")]
    fn is_integer(this: &Value) -> bool {
        let float = number(this);
        float.is_finite() && float == float.floor()
    }

    #[pymethod("__getnewargs__($self, /)")]
    fn getnewargs(vm: &mut Vm, this: &Value) -> Value {
        let float = vm.exact_float(this);
        vm.new_tuple(vec![float])
    }

    /// Tell how C's doubles or floats are stored (for Python's own tests).
    ///
    ///   typestr
    ///     'double' or 'float'.
    #[classmethod("__getformat__($type, typestr, /)")]
    fn getformat(vm: &mut Vm, _cls: Ty, typestr: &PyStr) -> PyResult {
        match typestr.as_ascii() {
            Some("double" | "float") => {
                Ok(vm.new_str(if cfg!(target_endian = "big") { "IEEE, big-endian" } else { "IEEE, little-endian" }))
            }
            _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
        }
    }

    /// Say how C's doubles or floats are stored (for Python's own tests): as they are, or 'unknown'.
    ///
    ///   typestr
    ///     'double' or 'float'.
    ///   fmt
    ///     'unknown', or what __getformat__ tells.
    #[classmethod("__setformat__($type, typestr, fmt, /)")]
    fn setformat(vm: &mut Vm, _cls: Ty, typestr: &PyStr, fmt: &PyStr) -> PyResult<()> {
        let kind = match typestr.as_ascii() {
            Some(kind @ ("double" | "float")) => kind,
            _ => return Err(vm.value_error("__setformat__() argument 1 must be 'double' or 'float'")),
        };
        let own = if cfg!(target_endian = "big") { "IEEE, big-endian" } else { "IEEE, little-endian" };
        match fmt.as_ascii() {
            Some("unknown") => Ok(()),
            Some(fmt) if fmt == own => Ok(()),
            Some("IEEE, little-endian" | "IEEE, big-endian") => {
                Err(vm.value_error(format!("can only set {kind} format to 'unknown' or the detected platform value")))
            }
            _ => Err(vm.value_error(
                "__setformat__() argument 2 must be 'unknown', 'IEEE, little-endian' or 'IEEE, big-endian'",
            )),
        }
    }

    /// Formats the float according to format_spec.
    #[pymethod("__format__($self, format_spec, /)")]
    fn format(vm: &mut Vm, this: &Value, format_spec: &PyStr) -> PyResult {
        vm.format_float(this, number(this), format_spec)
    }

    /// the real part of a complex number
    #[getter("real")]
    fn real(vm: &mut Vm, this: &Value) -> Value {
        vm.exact_float(this)
    }

    /// the imaginary part of a complex number
    #[getter("imag")]
    fn imag(_this: &Value) -> f64 {
        0.0
    }
}
