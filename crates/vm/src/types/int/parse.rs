//! Integer literals in text, as `int()` reads them.

use dashu_int::IBig;
use dashu_int::UBig;

use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyBytes, PyStr};
use crate::unicode;
use crate::value::Value;
use crate::vm::Vm;

/// Text for the number parsers: ASCII stays, decimal digits of any script become ASCII's, whitespace becomes spaces, other
/// characters become `?`.
pub(crate) fn ascii_digits(text: &PyStr) -> Vec<u8> {
    if let Some(text) = text.as_ascii() {
        return text.as_bytes().to_vec();
    }
    let simplify = |c: u32| match unicode::decimal_value(c) {
        _ if c < 0x80 => c as u8,
        Some(digit) => b'0' + digit,
        None if unicode::is_space(c) => b' ',
        None => b'?',
    };
    text.code_points().map(simplify).collect()
}

/// C's isspace in the C locale. (The separators 0x1c to 0x1f, whitespace in a str, are none here.)
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// `text` without the whitespace around it.
pub(crate) fn trim(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|&byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|&byte| !is_space(byte)).map_or(start, |last| last + 1);
    text.get(start..end).unwrap_or_default()
}

/// An integer literal taken apart.
struct Literal {
    negative: bool,
    base: u32,
    /// The digits, without underscores.
    digits: String,
}

/// Reads `text` as a literal; `None` if it is none. `base` is 0 or 2 to 36.
fn read(text: &[u8], base: u32) -> Option<Literal> {
    let text = trim(text);
    let (negative, mut text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let prefix = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    // "0" in front of a decimal literal is for zero only.
    let only_zero = base == 0 && prefix == 0 && text.starts_with(b"0");
    let base = match base {
        0 if prefix == 0 => 10,
        0 => prefix,
        given => given,
    };
    if base == prefix {
        text = text.get(2..)?;
        text = text.strip_prefix(b"_").unwrap_or(text);
    }
    let digit = |byte: u8| char::from(byte).is_digit(base);
    let end = text.iter().position(|&byte| byte != b'_' && !digit(byte)).unwrap_or(text.len());
    let (literal, rest) = text.split_at_checked(end)?;
    let badly_separated = literal.first() == Some(&b'_') || literal.last() == Some(&b'_') || has_pair(literal);
    if literal.is_empty() || badly_separated || !rest.is_empty() {
        return None;
    }
    let digits: String = literal.iter().filter(|&&byte| byte != b'_').map(|&byte| char::from(byte)).collect();
    if only_zero && digits.bytes().any(|digit| digit != b'0') {
        return None;
    }
    Some(Literal { negative, base, digits })
}

fn has_pair(literal: &[u8]) -> bool {
    literal.windows(2).any(|pair| pair == b"__")
}

/// The number that digits of a base stand for, `None` if there are others among them.
pub fn parse_digits(digits: &str, base: u32) -> Option<IBig> {
    if digits.len() <= 18 && base <= 10 {
        return i64::from_str_radix(digits, base).ok().map(IBig::from);
    }
    UBig::from_str_radix(digits, base).ok().map(IBig::from)
}

impl Vm {
    /// ValueError if a conversion between an int and decimal text would go over `sys.set_int_max_str_digits`.
    pub(crate) fn check_str_digits(&mut self, digits: usize) -> PyResult<()> {
        let limit = self.int_max_str_digits;
        if digits <= 640 || limit == 0 || digits <= limit {
            return Ok(());
        }
        Err(self.value_error(format!(
            "Exceeds the limit ({limit}) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )))
    }

    /// A big int in decimal, within the same limit.
    pub(crate) fn int_decimal(&mut self, number: &IBig) -> PyResult<String> {
        let limit = match self.int_max_str_digits {
            0 => usize::MAX,
            limit => limit.max(640),
        };
        let bits = super::number::bit_length(number);
        // Ten bits hold three digits and a little: what is surely too long is not converted at all.
        if bits / 10 <= limit / 3 + 1 {
            let text = number.to_string();
            if text.trim_start_matches('-').len() <= limit {
                return Ok(text);
            }
        } else if limit == usize::MAX {
            self.check_bits(bits.saturating_mul(3))?;
            return Ok(number.to_string());
        }
        Err(self.value_error(format!(
            "Exceeds the limit ({limit}) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        )))
    }

    /// The int that text in ASCII stands for; `source` is what the error shows.
    pub(crate) fn int_from_text(&mut self, text: &[u8], base: u32, source: &Value) -> PyResult<IBig> {
        let Some(literal) = read(text, base) else { return Err(self.invalid_int(base, source)) };
        if !literal.base.is_power_of_two() {
            self.check_str_digits(literal.digits.len())?;
        }
        self.check_bits(literal.digits.len().saturating_mul(6))?;
        match parse_digits(&literal.digits, literal.base) {
            Some(number) => Ok(if literal.negative { -number } else { number }),
            None => Err(self.invalid_int(base, source)),
        }
    }

    /// The int that a str, or bytes, stands for.
    pub(crate) fn int_from_str(&mut self, source: &Value, base: u32) -> PyResult<IBig> {
        let text = match (source.downcast::<PyStr>(), source.downcast::<PyBytes>()) {
            (Some(text), _) => ascii_digits(text),
            (_, Some(bytes)) => bytes.as_bytes().to_vec(),
            _ => Vec::new(),
        };
        self.int_from_text(&text, base, source)
    }

    #[cold]
    fn invalid_int(&mut self, base: u32, source: &Value) -> Raised {
        let shown = match self.repr_string(source) {
            Ok(shown) => shown,
            Err(raised) => return raised,
        };
        let shown: String = shown.chars().take(200).collect();
        self.value_error(format!("invalid literal for int() with base {base}: {shown}"))
    }
}
