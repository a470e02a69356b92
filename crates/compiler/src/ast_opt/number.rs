//! Arithmetic on constant numbers, as int, float and complex define it.
//!
//! Answers to `Objects/longobject.c`, `floatobject.c` and `complexobject.c`. Nothing comes back where Python would raise.

use dashu_int::IBig;
use dashu_int::ops::{BitTest, DivEuclid, RemEuclid};
use minipy_parser::ast::Operator;

use super::{MAX_INT_SIZE, power};
use crate::consts::Value;

/// A constant that takes part in arithmetic.
#[derive(Clone, Debug)]
pub enum Number {
    /// A bool, which is an int except to `&`, `|` and `^`.
    Bool(bool),
    /// An int.
    Int(IBig),
    /// A float.
    Float(f64),
    /// A complex.
    Complex(Complex),
}

/// A complex number.
#[derive(Clone, Copy, Debug)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

impl Complex {
    /// The product.
    pub fn mul(self, other: Complex) -> Complex {
        Complex {
            real: self.real * other.real - self.imag * other.imag,
            imag: self.real * other.imag + self.imag * other.real,
        }
    }

    /// The quotient; nothing for a division by zero.
    pub fn div(self, other: Complex) -> Option<Complex> {
        if other.real.abs() >= other.imag.abs() {
            if other.real == 0.0 {
                return None;
            }
            let ratio = other.imag / other.real;
            let denom = other.real + other.imag * ratio;
            Some(Complex {
                real: (self.real + self.imag * ratio) / denom,
                imag: (self.imag - self.real * ratio) / denom,
            })
        } else if other.imag.abs() >= other.real.abs() {
            let ratio = other.real / other.imag;
            let denom = other.real * ratio + other.imag;
            Some(Complex {
                real: (self.real * ratio + self.imag) / denom,
                imag: (self.imag * ratio - self.real) / denom,
            })
        } else {
            Some(Complex { real: f64::NAN, imag: f64::NAN })
        }
    }
}

impl From<Complex> for Value<'_> {
    fn from(value: Complex) -> Self {
        Value::Complex(value.real.to_bits(), value.imag.to_bits())
    }
}

impl Number {
    /// The number behind a constant.
    pub fn of(value: &Value<'_>) -> Option<Number> {
        Some(match value {
            Value::Bool(value) => Number::Bool(*value),
            Value::Int(value) => Number::Int(IBig::from(*value)),
            Value::Big(value) => Number::Int((**value).clone()),
            Value::Float(bits) => Number::Float(f64::from_bits(*bits)),
            Value::Complex(real, imag) => {
                Number::Complex(Complex { real: f64::from_bits(*real), imag: f64::from_bits(*imag) })
            }
            _ => return None,
        })
    }

    /// The number as a count, if it is an int of 64 bits.
    pub fn index(&self) -> Option<i64> {
        match self {
            Number::Bool(value) => Some(i64::from(*value)),
            Number::Int(value) => i64::try_from(value).ok(),
            Number::Float(_) | Number::Complex(_) => None,
        }
    }

    /// `~self`
    pub fn invert(self) -> Option<Value<'static>> {
        Some(Value::int(-(self.into_int()? + IBig::ONE)))
    }

    /// `+self`
    pub fn positive(self) -> Value<'static> {
        match self {
            Number::Bool(value) => Value::Int(i64::from(value)),
            Number::Int(value) => Value::int(value),
            Number::Float(value) => Value::float(value),
            Number::Complex(value) => value.into(),
        }
    }

    /// `-self`
    pub fn negative(self) -> Value<'static> {
        match self {
            Number::Bool(value) => Value::Int(-i64::from(value)),
            Number::Int(value) => Value::int(-value),
            Number::Float(value) => Value::float(-value),
            Number::Complex(value) => Complex { real: -value.real, imag: -value.imag }.into(),
        }
    }

    /// `self op other`
    pub fn binary(self, op: Operator, other: Number) -> Option<Value<'static>> {
        match (self, other) {
            (Number::Bool(a), Number::Bool(b)) => match op {
                Operator::BitAnd => Some(Value::Bool(a & b)),
                Operator::BitOr => Some(Value::Bool(a | b)),
                Operator::BitXor => Some(Value::Bool(a ^ b)),
                _ => int_binary(&IBig::from(u8::from(a)), op, &IBig::from(u8::from(b))),
            },
            (a @ Number::Complex(_), b) | (a, b @ Number::Complex(_)) => {
                complex_binary(a.to_complex()?, op, b.to_complex()?)
            }
            (a @ Number::Float(_), b) | (a, b @ Number::Float(_)) => float_binary(a.to_float()?, op, b.to_float()?),
            (a, b) => int_binary(&a.into_int()?, op, &b.into_int()?),
        }
    }

    fn into_int(self) -> Option<IBig> {
        match self {
            Number::Bool(value) => Some(IBig::from(u8::from(value))),
            Number::Int(value) => Some(value),
            Number::Float(_) | Number::Complex(_) => None,
        }
    }

    /// Nothing for an int too large for a float.
    fn to_float(&self) -> Option<f64> {
        match self {
            Number::Bool(value) => Some(f64::from(u8::from(*value))),
            Number::Int(value) => int_to_float(value),
            Number::Float(value) => Some(*value),
            Number::Complex(_) => None,
        }
    }

    fn to_complex(&self) -> Option<Complex> {
        match self {
            Number::Complex(value) => Some(*value),
            _ => self.to_float().map(|real| Complex { real, imag: 0.0 }),
        }
    }
}

/// The nearest float, ties to even; nothing beyond the largest.
pub fn int_to_float(value: &IBig) -> Option<f64> {
    Some(value.to_f64().value()).filter(|float| float.is_finite())
}

fn bits(value: &IBig) -> u64 {
    value.unsigned_abs_bit_len()
}

/// How many bits the absolute value has.
trait BitLen {
    fn unsigned_abs_bit_len(&self) -> u64;
}

impl BitLen for IBig {
    fn unsigned_abs_bit_len(&self) -> u64 {
        use dashu_int::ops::UnsignedAbs;
        self.clone().unsigned_abs().bit_len() as u64
    }
}

fn int_binary(a: &IBig, op: Operator, b: &IBig) -> Option<Value<'static>> {
    let zero = IBig::ZERO;
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult if *a != zero && *b != zero && bits(a) + bits(b) > MAX_INT_SIZE => return None,
        Operator::Mult => a * b,
        Operator::Div => return true_divide(a, b).map(Value::float),
        Operator::FloorDiv if *b == zero => return None,
        Operator::Mod if *b == zero => return None,
        Operator::FloorDiv => floor_divide(a, b).0,
        Operator::Mod => floor_divide(a, b).1,
        Operator::Pow => return power::int_power(a, b),
        Operator::LShift | Operator::RShift if *b < zero => return None,
        Operator::LShift if *a == zero => zero,
        Operator::LShift => {
            let by = u64::try_from(b).ok().filter(|&by| by <= MAX_INT_SIZE && bits(a) <= MAX_INT_SIZE - by)?;
            a << usize::try_from(by).ok()?
        }
        Operator::RShift => match usize::try_from(b) {
            Ok(by) if (by as u64) < bits(a) => a >> by,
            _ => IBig::from(if *a < zero { -1 } else { 0 }),
        },
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::BitAnd => a & b,
        Operator::MatMult => return None,
    };
    Some(Value::int(value))
}

/// Quotient rounded down, and the remainder, which has the divisor's sign.
fn floor_divide(a: &IBig, b: &IBig) -> (IBig, IBig) {
    let (quotient, remainder) = (a.div_euclid(b), a.rem_euclid(b));
    let remainder = IBig::from(remainder);
    if *b < IBig::ZERO && remainder != IBig::ZERO {
        (quotient - IBig::ONE, remainder + b)
    } else {
        (quotient, remainder)
    }
}

/// The float nearest to the exact quotient.
fn true_divide(a: &IBig, b: &IBig) -> Option<f64> {
    if *b == IBig::ZERO {
        return None;
    }
    if *a == IBig::ZERO {
        return Some(if *b < IBig::ZERO { -0.0 } else { 0.0 });
    }
    const EXACT: u64 = 53;
    if bits(a) <= EXACT && bits(b) <= EXACT {
        return Some(int_to_float(a)? / int_to_float(b)?);
    }
    use dashu_int::ops::UnsignedAbs;
    let negative = (*a < IBig::ZERO) != (*b < IBig::ZERO);
    let (a, b) = (a.clone().unsigned_abs(), b.clone().unsigned_abs());
    // A quotient of 66 bits or more, with a last bit that says whether anything was cut off, rounds like the exact one,
    // unless it becomes subnormal; a literal that small would have thousands of digits, and is left to run time.
    let shift = b.bit_len() as i64 - a.bit_len() as i64 + 66;
    let (num, den) = if shift >= 0 { (a << shift as usize, b) } else { (a, b << shift.unsigned_abs() as usize) };
    let (mut quotient, remainder) = (&num / &den, &num % &den);
    if remainder != dashu_int::UBig::ZERO {
        quotient.set_bit(0);
    }
    let float = quotient.to_f64().value();
    let exponent = i32::try_from(-shift).ok()?;
    if !(-950..=950).contains(&exponent) {
        return None;
    }
    let result = float * 2f64.powi(exponent);
    Some(if negative { -result } else { result }).filter(|value| value.is_finite())
}

fn float_binary(a: f64, op: Operator, b: f64) -> Option<Value<'static>> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div | Operator::FloorDiv | Operator::Mod if b == 0.0 => return None,
        Operator::Div => a / b,
        Operator::FloorDiv => float_divmod(a, b).0,
        Operator::Mod => float_divmod(a, b).1,
        Operator::Pow => return power::float_power(a, b),
        _ => return None,
    };
    Some(Value::float(value))
}

/// Floor quotient and remainder of floats; the divisor is not zero.
fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut modulo = a % b;
    let mut quotient = (a - modulo) / b;
    if modulo != 0.0 {
        if (b < 0.0) != (modulo < 0.0) {
            modulo += b;
            quotient -= 1.0;
        }
    } else {
        modulo = 0f64.copysign(b);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0f64.copysign(a / b)
    };
    (floor, modulo)
}

fn complex_binary(a: Complex, op: Operator, b: Complex) -> Option<Value<'static>> {
    let value = match op {
        Operator::Add => Complex { real: a.real + b.real, imag: a.imag + b.imag },
        Operator::Sub => Complex { real: a.real - b.real, imag: a.imag - b.imag },
        Operator::Mult => a.mul(b),
        Operator::Div => a.div(b)?,
        Operator::Pow => power::complex_power(a, b)?,
        _ => return None,
    };
    Some(value.into())
}

#[expect(unused_imports, reason = "brings `bit_len` of the unsigned ints into scope")]
use BitTest as _;
