//! Numbers in a marshal stream.

use dashu_int::{IBig, Sign};

use super::stream::{Object, Stream};
use super::tag::Tag;
use super::write::WriteError;

impl Stream {
    /// An int.
    pub fn int(&mut self, value: &IBig) -> Result<Object, WriteError> {
        if let Ok(small) = i32::try_from(value) {
            return self.leaf(|me| {
                me.tag(Tag::Int);
                me.long(small);
                Ok(())
            });
        }
        let (sign, magnitude) = value.clone().into_parts();
        let digits = digits(&magnitude.to_le_bytes());
        let count = i32::try_from(digits.len()).map_err(|_| WriteError::TooLong)?;
        self.leaf(|me| {
            me.tag(Tag::Long);
            me.long(if sign == Sign::Negative { -count } else { count });
            digits.iter().for_each(|digit| me.raw(&digit.to_le_bytes()));
            Ok(())
        })
    }

    /// A float.
    pub fn float(&mut self, value: f64) -> Result<Object, WriteError> {
        self.floats(Tag::Float, Tag::BinaryFloat, &[value])
    }

    /// A complex.
    pub fn complex(&mut self, real: f64, imag: f64) -> Result<Object, WriteError> {
        self.floats(Tag::Complex, Tag::BinaryComplex, &[real, imag])
    }

    fn floats(&mut self, as_text: Tag, binary: Tag, values: &[f64]) -> Result<Object, WriteError> {
        self.leaf(|me| {
            if me.version() > 1 {
                me.tag(binary);
                values.iter().for_each(|value| me.raw(&value.to_le_bytes()));
                return Ok(());
            }
            me.tag(as_text);
            for &value in values {
                let text = seventeen_digits(value);
                me.raw(&[text.len() as u8]);
                me.raw(text.as_bytes());
            }
            Ok(())
        })
    }
}

/// Cuts a little-endian number into 15-bit digits, lowest first, without leading zeros.
fn digits(bytes: &[u8]) -> Vec<u16> {
    let mut digits = Vec::with_capacity(bytes.len() * 8 / 15 + 1);
    let (mut window, mut bits) = (0u32, 0);
    for &byte in bytes {
        window |= u32::from(byte) << bits;
        bits += 8;
        if bits >= 15 {
            digits.push((window & 0x7fff) as u16);
            window >>= 15;
            bits -= 15;
        }
    }
    digits.push(window as u16);
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}

/// C's `%.17g`.
fn seventeen_digits(value: f64) -> String {
    if !value.is_finite() {
        let sign = if value.is_sign_negative() && !value.is_nan() { "-" } else { "" };
        return format!("{sign}{}", if value.is_nan() { "nan" } else { "inf" });
    }
    let scientific = format!("{value:.16e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let shorten = |text: &str| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    };
    if (-4..17).contains(&exponent) {
        let decimals = usize::try_from(16 - exponent).unwrap_or(0);
        return shorten(&format!("{value:.decimals$}"));
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{}e{sign}{:02}", shorten(mantissa), exponent.unsigned_abs())
}
