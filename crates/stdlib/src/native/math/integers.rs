//! Number theory: `gcd`, `lcm`, `isqrt`, `factorial`, `perm`, `comb`.

use dashu_int::ops::{Gcd, SquareRoot};
use dashu_int::{IBig, UBig};
use minipy_macros::pyfunction;
use minipy_vm::types::int::Num;
use minipy_vm::{PyResult, Value, Vm};

fn magnitude(vm: &mut Vm, value: &Value) -> PyResult<UBig> {
    Ok(vm.to_bigint(value)?.into_parts().1)
}

fn greatest_common_divisor(a: &UBig, b: &UBig) -> UBig {
    if *a == UBig::ZERO {
        b.clone()
    } else if *b == UBig::ZERO {
        a.clone()
    } else {
        a.gcd(b)
    }
}

/// Of two numbers below 2**62 (Stein's way: shifts and subtractions).
fn gcd_of_words(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let shift = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        (a, b) = (a.min(b), a.abs_diff(b));
    }
    a << shift
}

/// Greatest Common Divisor.
#[pyfunction("math.gcd(*integers)")]
pub fn gcd(vm: &mut Vm, integers: &[Value]) -> PyResult {
    if let [a, b] = integers
        && let (Some(a), Some(b)) = (a.as_small_int(), b.as_small_int())
    {
        return Ok(vm.new_int(gcd_of_words(a.unsigned_abs(), b.unsigned_abs()) as i64));
    }
    let mut result = UBig::ZERO;
    for integer in integers {
        let next = magnitude(vm, integer)?;
        result = greatest_common_divisor(&result, &next);
        vm.poll()?;
    }
    Ok(vm.new_bigint(result.into()))
}

/// Least Common Multiple.
#[pyfunction("math.lcm(*integers)")]
pub fn lcm(vm: &mut Vm, integers: &[Value]) -> PyResult {
    let mut result = UBig::ONE;
    for integer in integers {
        let next = magnitude(vm, integer)?;
        let divisor = greatest_common_divisor(&result, &next);
        if result != UBig::ZERO {
            vm.check_size(8 * (result.as_words().len() + next.as_words().len()))?;
            result = if next == UBig::ZERO { UBig::ZERO } else { result / divisor * next };
        }
        vm.poll()?;
    }
    Ok(vm.new_bigint(result.into()))
}

/// Return the integer part of the square root of the input.
#[pyfunction("math.isqrt(n, /)")]
pub fn isqrt(vm: &mut Vm, n: &Value) -> PyResult {
    let n = vm.to_bigint(n)?;
    match UBig::try_from(n) {
        Ok(n) => Ok(vm.new_bigint(n.sqrt().into())),
        Err(_) => Err(vm.value_error("isqrt() argument must be nonnegative")),
    }
}

/// The product of the ints from `first` up to and without `end`, by halves so that factors are of like size.
fn range_product(vm: &mut Vm, first: &UBig, count: u64) -> PyResult<UBig> {
    if count <= 8 {
        return Ok((0..count).fold(UBig::ONE, |product, i| product * (first + i)));
    }
    let half = count / 2;
    let left = range_product(vm, first, half)?;
    let right = range_product(vm, &(first + half), count - half)?;
    vm.poll()?;
    Ok(left * right)
}

/// MemoryError unless a product of `count` factors of `bits` bits can be had.
fn check_product(vm: &mut Vm, bits: usize, count: u64) -> PyResult<()> {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    vm.check_size((bits.saturating_mul(count) / 8).saturating_mul(2))
}

/// Find x!.
///
/// Raise a ValueError if x is negative or non-integral.
#[pyfunction("math.factorial(x, /)")]
pub fn factorial(vm: &mut Vm, x: &Value) -> PyResult {
    let x = vm.index(x)?;
    let x = match Num::of(&x) {
        Some(Num::Small(x)) if x >= 0 => x as u64,
        Some(number) if number.is_negative() => {
            return Err(vm.value_error("factorial() not defined for negative values"));
        }
        _ => return Err(vm.overflow_error("factorial() argument should not exceed 9223372036854775807")),
    };
    if x <= 20 {
        let product: u64 = (1..=x).product();
        return Ok(vm.new_bigint(product.into()));
    }
    check_product(vm, (64 - x.leading_zeros()) as usize, x)?;
    let product = range_product(vm, &UBig::ONE, x)?;
    Ok(vm.new_bigint(product.into()))
}

/// Both arguments of `perm` and `comb`.
fn arguments(vm: &mut Vm, n: &Value, k: &Value) -> PyResult<(UBig, UBig)> {
    let n = vm.to_bigint(n)?;
    let k = vm.to_bigint(k)?;
    let Ok(n) = UBig::try_from(n) else { return Err(vm.value_error("n must be a non-negative integer")) };
    let Ok(k) = UBig::try_from(k) else { return Err(vm.value_error("k must be a non-negative integer")) };
    Ok((n, k))
}

/// `n * (n - 1) * ...`, of `count` factors.
fn falling_product(vm: &mut Vm, n: &UBig, count: u64) -> PyResult<UBig> {
    check_product(vm, 64 * n.as_words().len(), count)?;
    range_product(vm, &(n + 1u8 - count), count)
}

/// Number of ways to choose k items from n items without repetition and with order.
///
/// That is n! / (n - k)! when k <= n, and zero when k > n. Without a k, or with None, it is n!.
///
/// Raises TypeError if either of the arguments are not integers.
/// Raises ValueError if either of the arguments are negative.
#[pyfunction("math.perm(n, k=None, /)")]
pub fn perm(vm: &mut Vm, n: &Value, k: Option<&Value>) -> PyResult {
    let Some(k) = k else { return factorial(vm, n) };
    let (n, k) = arguments(vm, n, k)?;
    if k > n {
        return Ok(Value::int32(0));
    }
    let Some(count) = u64::try_from(&k).ok().filter(|&count| i64::try_from(count).is_ok()) else {
        return Err(vm.overflow_error("k must not exceed 9223372036854775807"));
    };
    let product = falling_product(vm, &n, count)?;
    Ok(vm.new_bigint(product.into()))
}

/// Number of ways to choose k items from n items without repetition and without order.
///
/// That is n! / (k! * (n - k)!) when k <= n, and zero when k > n.
///
/// It is also called the binomial coefficient, since it is that of the k-th term of (1 + x)**n written as a polynomial.
///
/// Raises TypeError if either of the arguments are not integers.
/// Raises ValueError if either of the arguments are negative.
#[pyfunction("math.comb(n, k, /)")]
pub fn comb(vm: &mut Vm, n: &Value, k: &Value) -> PyResult {
    let (n, k) = arguments(vm, n, k)?;
    if k > n {
        return Ok(Value::int32(0));
    }
    let k = k.clone().min(&n - k);
    let Some(count) = u64::try_from(&k).ok().filter(|&count| i64::try_from(count).is_ok()) else {
        return Err(vm.overflow_error("min(n - k, k) must not exceed 9223372036854775807"));
    };
    let ways = falling_product(vm, &n, count)?;
    let orders = range_product(vm, &UBig::ONE, count)?;
    Ok(vm.new_bigint(IBig::from(ways / orders)))
}
