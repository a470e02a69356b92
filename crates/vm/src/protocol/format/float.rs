//! Floats as text: the shortest form that reads back the same, and forms with a precision, rounded exactly.
//!
//! Answers to CPython's Python/pystrtod.c (`PyOS_double_to_string`).

use std::fmt::Write;

use super::number::Digits;

/// Forms of a float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatForm {
    /// `e`: so many digits after the point, and an exponent.
    Exponent(usize),
    /// `f`: so many digits after the point.
    Fixed(usize),
    /// `g`: so many significant digits, exponent where needed.
    General(usize),
    /// The shortest that reads back the same.
    Repr,
}

/// How to write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FloatFlags {
    /// Keep the point and trailing zeros (`#`).
    pub alternate: bool,
    /// `1` becomes `1.0`.
    pub add_dot_0: bool,
    /// `E`, `INF`, `NAN`.
    pub upper: bool,
}

/// No double has more digits than these after its point, nor more significant ones: the rest is zeros.
const MAX_FRACTION: usize = 1100;
const MAX_SIGNIFICANT: usize = 800;

/// `repr` of a float.
pub fn float_repr(value: f64) -> String {
    double_to_string(value, FloatForm::Repr, FloatFlags { add_dot_0: true, ..FloatFlags::default() })
}

/// `value` in a form.
pub fn double_to_string(value: f64, form: FloatForm, flags: FloatFlags) -> String {
    if value.is_nan() {
        return if flags.upper { "NAN".to_owned() } else { "nan".to_owned() };
    }
    let mut out = String::with_capacity(24);
    if value.is_sign_negative() {
        out.push('-');
    }
    let magnitude = value.abs();
    if magnitude.is_infinite() {
        out.push_str(if flags.upper { "INF" } else { "inf" });
        return out;
    }
    match form {
        FloatForm::Fixed(precision) => {
            if let Some((number, places)) = fixed(magnitude, precision) {
                push_fixed(&mut out, number, places);
                if places == 0 && flags.alternate {
                    out.push('.');
                }
                return out;
            }
            let _ = write!(out, "{magnitude:.*}", precision.min(MAX_FRACTION));
            push_zeros(&mut out, precision.saturating_sub(MAX_FRACTION));
            if precision == 0 && flags.alternate {
                out.push('.');
            }
        }
        FloatForm::Exponent(precision) => {
            let text = format!("{magnitude:.*e}", precision.min(MAX_FRACTION));
            let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            out.push_str(mantissa);
            push_zeros(&mut out, precision.saturating_sub(MAX_FRACTION));
            if precision == 0 && flags.alternate {
                out.push('.');
            }
            push_exponent(&mut out, exponent.parse().unwrap_or(0), flags.upper);
        }
        FloatForm::General(precision) => {
            let precision = precision.max(1);
            let text = format!("{magnitude:.*e}", precision.min(MAX_SIGNIFICANT) - 1);
            let (digits, point) = digits_of(&text);
            let last = if flags.add_dot_0 { precision - 1 } else { precision };
            let use_exponent = point <= -4 || point > isize::try_from(last).unwrap_or(isize::MAX);
            let wanted = if flags.alternate { precision } else { digits.len() };
            push_digits(&mut out, &digits, point, use_exponent, wanted, flags);
        }
        FloatForm::Repr => {
            let mut buffer = zmij::Buffer::new();
            let (digits, point) = digits_of(buffer.format_finite(magnitude));
            push_digits(&mut out, &digits, point, point <= -4 || point > 16, digits.len(), flags);
        }
    }
    out
}

/// `value` times ten to the power of `precision` as the nearest integer, ties to even, and the precision: exact, where all of
/// it fits machine integers.
fn fixed(value: f64, precision: usize) -> Option<(u64, usize)> {
    let power = 10u64.checked_pow(u32::try_from(precision).ok()?)?;
    let bits = value.to_bits();
    let (biased, fraction) = ((bits >> 52) as i32 & 0x7ff, bits & ((1 << 52) - 1));
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    let scaled = u128::from(mantissa) * u128::from(power);
    if exponent >= 0 {
        let shifted = scaled.checked_mul(1u128.checked_shl(exponent.unsigned_abs())?)?;
        return Some((u64::try_from(shifted).ok()?, precision));
    }
    let shift = exponent.unsigned_abs();
    if shift >= 127 {
        return None;
    }
    let (quotient, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1u128 << (shift - 1));
    let up = rest > half || (rest == half && quotient & 1 == 1);
    Some((u64::try_from(quotient + u128::from(up)).ok()?, precision))
}

/// Writes a number of so many decimal places.
fn push_fixed(out: &mut String, number: u64, places: usize) {
    let digits = Digits::new(number, 10);
    let digits = std::str::from_utf8(digits.as_bytes()).unwrap_or("0");
    let whole = digits.len().saturating_sub(places);
    out.push_str(if whole == 0 { "0" } else { digits.get(..whole).unwrap_or_default() });
    if places > 0 {
        out.push('.');
        push_zeros(out, places.saturating_sub(digits.len()));
        out.push_str(digits.get(whole..).unwrap_or_default());
    }
}

fn push_zeros(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n('0', count));
}

fn push_exponent(out: &mut String, exponent: isize, upper: bool) {
    out.push(if upper { 'E' } else { 'e' });
    out.push(if exponent < 0 { '-' } else { '+' });
    out.push_str(&format!("{:02}", exponent.unsigned_abs()));
}

/// Significant digits of a decimal number as text (at least one, no zeros around them), and how many of them stand before
/// the point.
fn digits_of(text: &str) -> (String, isize) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return ("0".to_owned(), 1);
    }
    let leading = all.len() - significant.len();
    let point = whole.len() as isize - leading as isize + exponent.parse::<isize>().unwrap_or(0);
    (significant.trim_end_matches('0').to_owned(), point)
}

/// Writes `digits`, of which `point` stand before the point, filled with zeros up to `wanted`.
fn push_digits(out: &mut String, digits: &str, point: isize, use_exponent: bool, wanted: usize, flags: FloatFlags) {
    let exponent = point - 1;
    let point = if use_exponent { 1 } else { point };
    let whole = usize::try_from(point).unwrap_or(0);
    if whole == 0 {
        out.push('0');
    } else {
        out.push_str(digits.get(..whole).unwrap_or(digits));
        push_zeros(out, whole.saturating_sub(digits.len()));
    }
    out.push('.');
    if point < 0 {
        push_zeros(out, point.unsigned_abs());
    }
    out.push_str(digits.get(whole..).unwrap_or_default());
    push_zeros(out, wanted.saturating_sub(digits.len().max(whole)));
    if out.ends_with('.') {
        if flags.add_dot_0 && !use_exponent {
            out.push('0');
        } else if !flags.alternate {
            out.pop();
        }
    }
    if use_exponent {
        push_exponent(out, exponent, flags.upper);
    }
}
