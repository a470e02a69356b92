//! `float.hex` and `float.fromhex`.

use minipy_macros::pymethods;

use super::{PyFloat, number, parts};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::Ty;
use crate::types::int::trim;
use crate::value::Value;
use crate::vm::Vm;

/// Why text is no hexadecimal float.
enum HexError {
    Invalid,
    Overflow,
}

/// `float.hex`.
fn to_hex(float: f64) -> String {
    if !float.is_finite() {
        return crate::protocol::format::float_repr(float);
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let bits = float.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i32);
    if float == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (whole, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    format!("{sign}0x{whole}.{fraction:013x}p{exponent:+}")
}

/// The hexadecimal float at the start of `text` (after its sign), and what follows it.
fn read_hex(text: &[u8]) -> Result<(f64, &[u8]), HexError> {
    let text = match text {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => text,
    };
    let digits = |text: &[u8]| text.iter().take_while(|digit| digit.is_ascii_hexdigit()).count();
    let whole = digits(text);
    let (whole_digits, mut rest) = text.split_at_checked(whole).unwrap_or((text, &[]));
    let mut fraction: &[u8] = &[];
    if let [b'.', after @ ..] = rest {
        (fraction, rest) = after.split_at_checked(digits(after)).unwrap_or((after, &[]));
    }
    if whole_digits.is_empty() && fraction.is_empty() {
        return Err(HexError::Invalid);
    }
    let mut exponent = 0i64;
    if let [b'p' | b'P', after @ ..] = rest {
        let signed = usize::from(matches!(after.first(), Some(b'+' | b'-')));
        let body = after.get(signed..).unwrap_or_default();
        let len = body.iter().take_while(|digit| digit.is_ascii_digit()).count();
        if len == 0 {
            return Err(HexError::Invalid);
        }
        for digit in body.iter().take(len) {
            exponent = exponent.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
        }
        // Exponents beyond this are out of range whatever the digits are; digits beyond it do not fit in memory.
        exponent = exponent.min(i64::MAX / 8);
        if after.first() == Some(&b'-') {
            exponent = -exponent;
        }
        rest = body.get(len..).unwrap_or_default();
    }
    let all = whole_digits.iter().chain(fraction).filter_map(|&digit| char::from(digit).to_digit(16));
    // The first sixty bits or so count, the rest is sticky.
    let (mut mantissa, mut dropped) = (0u64, 0i64);
    for digit in all {
        if mantissa >> 59 == 0 {
            mantissa = mantissa << 4 | u64::from(digit);
        } else {
            mantissa |= u64::from(digit != 0);
            dropped += 1;
        }
    }
    let exponent = exponent + 4 * (dropped - fraction.len() as i64);
    let float = parts::round_to_f64(mantissa, exponent.clamp(-100_000, 100_000) as i32);
    if float.is_infinite() { Err(HexError::Overflow) } else { Ok((float, rest)) }
}

/// `float.fromhex`.
fn from_hex(text: &[u8]) -> Result<f64, HexError> {
    let text = trim(text);
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let named = |name: &str| body.eq_ignore_ascii_case(name.as_bytes());
    let float = if named("inf") || named("infinity") {
        f64::INFINITY
    } else if named("nan") {
        f64::NAN
    } else {
        let (float, rest) = read_hex(body)?;
        if !rest.is_empty() {
            return Err(HexError::Invalid);
        }
        float
    };
    Ok(if negative { -float } else { float })
}

#[pymethods(part = "hex")]
impl PyFloat {
    /// Return a hexadecimal representation of a floating-point number.
    ///
    /// >>> (-0.1).hex()
    /// '-0x1.999999999999ap-4'
    #[pymethod("hex($self, /)")]
    fn hex(this: &Value) -> String {
        to_hex(number(this))
    }

    /// Create a floating-point number from a hexadecimal string.
    ///
    /// >>> float.fromhex('0x1.ffffp10')
    /// 2047.984375
    #[classmethod("fromhex($type, string, /)")]
    fn fromhex(vm: &mut Vm, cls: Ty, string: &Value) -> PyResult {
        let Some(text) = string.downcast::<PyStr>() else {
            return Err(vm.type_error("bad argument type for built-in operation"));
        };
        let Some(text) = text.to_text() else {
            // Lone surrogates: the codec says which.
            return vm.call_method_str(string, "encode", &[]);
        };
        let float = match from_hex(text.as_bytes()) {
            Ok(float) => vm.new_float(float),
            Err(HexError::Invalid) => return Err(vm.value_error("invalid hexadecimal floating-point string")),
            Err(HexError::Overflow) => {
                return Err(vm.overflow_error("hexadecimal value too large to represent as a float"));
            }
        };
        if cls == vm.ty::<PyFloat>() { Ok(float) } else { vm.call(&cls.value(), &[float]) }
    }
}
