//! Sign, padding and digit groups around the text of a number: int, float and complex by format specifier.

use super::float::{FloatFlags, FloatForm, double_to_string};
use super::spec::{Align, FormatError, FormatSpec, Grouping};
use crate::types::str::builder::StrBuilder;

/// The digits of a machine int, made without asking for memory.
pub struct Digits {
    bytes: [u8; 64],
    start: usize,
}

impl Digits {
    /// The digits in base 2, 8, 10 or 16, lower case.
    #[inline]
    pub fn new(mut magnitude: u64, base: u32) -> Digits {
        let mut digits = Digits { bytes: [b'0'; 64], start: 64 };
        let bits = match base {
            2 => 1,
            8 => 3,
            16 => 4,
            _ => 0,
        };
        loop {
            let digit = if bits > 0 {
                let digit = magnitude & ((1 << bits) - 1);
                magnitude >>= bits;
                digit
            } else {
                let digit = magnitude % 10;
                magnitude /= 10;
                digit
            };
            digits.start -= 1;
            if let Some(place) = digits.bytes.get_mut(digits.start) {
                *place = if digit < 10 { b'0' + digit as u8 } else { b'a' - 10 + digit as u8 };
            }
            if magnitude == 0 || digits.start == 0 {
                return digits;
            }
        }
    }

    /// The digits.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }
}

/// A short field under construction, in memory that is there already.
struct Short {
    bytes: [u8; 128],
    len: usize,
}

impl Short {
    fn push(&mut self, part: &[u8]) {
        if let Some(place) = self.bytes.get_mut(self.len..self.len + part.len()) {
            place.copy_from_slice(part);
            self.len += part.len();
        }
    }

    fn fill(&mut self, byte: u8, count: usize) {
        if let Some(place) = self.bytes.get_mut(self.len..self.len + count) {
            place.fill(byte);
            self.len += count;
        }
    }
}

/// Calls `done` with the field of a machine int by a plain specifier (no groups, no precision, ASCII fill, of type b, d, o, x
/// or X, not wide); `None` if it is not plain.
pub fn short_int<T>(spec: &FormatSpec, value: i64, done: impl FnOnce(&[u8]) -> T) -> Option<T> {
    let fill = u8::try_from(spec.fill).ok().filter(u8::is_ascii)?;
    let width = spec.width.unwrap_or(0);
    let plain = spec.grouping == Grouping::No && spec.precision.is_none() && width <= 60;
    if !plain || !matches!(spec.kind_byte(), b'b' | b'd' | b'o' | b'x' | b'X') {
        return None;
    }
    let mut digits = Digits::new(value.unsigned_abs(), int_base(spec));
    if spec.kind_byte() == b'X' {
        digits.bytes.make_ascii_uppercase();
    }
    let sign: &[u8] = match (value < 0, spec.sign) {
        (true, _) => b"-",
        (false, Some(b'+')) => b"+",
        (false, Some(b' ')) => b" ",
        _ => b"",
    };
    let prefix = int_prefix(spec);
    let padding = width.saturating_sub(sign.len() + prefix.len() + digits.as_bytes().len());
    let (left, middle, right) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::AfterSign => (0, padding, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
    };
    let mut field = Short { bytes: [0; 128], len: 0 };
    field.fill(fill, left);
    field.push(sign);
    field.push(prefix);
    field.fill(fill, middle);
    field.push(digits.as_bytes());
    field.fill(fill, right);
    Some(done(field.bytes.get(..field.len).unwrap_or_default()))
}

/// What stands between sign and digits of an int in the alternate form.
fn int_prefix(spec: &FormatSpec) -> &'static [u8] {
    match (spec.alternate, spec.kind_byte()) {
        (true, b'b') => b"0b",
        (true, b'o') => b"0o",
        (true, b'x') => b"0x",
        (true, b'X') => b"0X",
        _ => b"",
    }
}

/// The parts of a number's field, left to right: padding, sign, prefix, padding, grouped digits, rest, padding.
struct Layout {
    left: usize,
    sign: Option<u8>,
    middle: usize,
    digits: Vec<u8>,
    right: usize,
}

/// Lays out `digits` (before the point) with `prefix` and `rest` (point, fraction, exponent, sign of percent).
fn layout(spec: &FormatSpec, negative: bool, prefix: usize, digits: &[u8], rest: usize) -> Layout {
    let sign = match (negative, spec.sign) {
        (true, _) => Some(b'-'),
        (false, Some(sign @ (b'+' | b' '))) => Some(sign),
        _ => None,
    };
    let fixed = usize::from(sign.is_some()) + prefix + rest;
    let width = spec.width.unwrap_or(0);
    let zero_filled = spec.fill == u32::from(b'0') && spec.align == Align::AfterSign;
    let digits = match digits {
        [] => Vec::new(),
        _ => grouped(digits, spec.grouping, if zero_filled { width.saturating_sub(fixed) } else { 0 }),
    };
    let padding = width.saturating_sub(fixed + digits.len());
    let (left, middle, right) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::AfterSign => (0, padding, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
    };
    Layout { left, sign, middle, digits, right }
}

/// `digits` with separators between groups and zeros in front up to `min_width`.
fn grouped(digits: &[u8], grouping: Grouping, min_width: usize) -> Vec<u8> {
    let Some((size, separator)) = grouping.parts() else {
        let mut out = vec![b'0'; min_width.saturating_sub(digits.len())];
        out.extend_from_slice(digits);
        return out;
    };
    // From the right; `width` is what is still to fill.
    let mut out = Vec::new();
    let mut rest = digits;
    let mut width = min_width;
    loop {
        let len = size.min(rest.len().max(width).max(1));
        let (head, group) = rest.split_at_checked(rest.len().saturating_sub(len)).unwrap_or((&[], rest));
        out.extend(group.iter().rev());
        out.resize(out.len() + (len - group.len()), b'0');
        rest = head;
        let filled = width <= len;
        width = width.saturating_sub(len);
        if rest.is_empty() && filled {
            break;
        }
        width = width.saturating_sub(1);
        out.push(separator);
    }
    out.reverse();
    out
}

impl Layout {
    fn write(&self, out: &mut StrBuilder, fill: u32, prefix: &[u8], rest: impl FnOnce(&mut StrBuilder)) {
        out.push_fill(fill, self.left);
        out.push_ascii(self.sign.as_slice());
        out.push_ascii(prefix);
        out.push_fill(fill, self.middle);
        out.push_ascii(&self.digits);
        rest(out);
        out.push_fill(fill, self.right);
    }
}

/// The base in which an int is written, for presentation types other than `c`.
pub fn int_base(spec: &FormatSpec) -> u32 {
    match spec.kind_byte() {
        b'b' => 2,
        b'o' => 8,
        b'x' | b'X' => 16,
        _ => 10,
    }
}

/// Writes an int: its sign, and its magnitude's digits (lower case) in [`int_base`]. Types b, d, o, x, X, n.
pub fn format_int(spec: &FormatSpec, negative: bool, digits: &str, out: &mut StrBuilder) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        return Err("Precision not allowed in integer format specifier".into());
    }
    let upper = spec.kind_byte() == b'X';
    let prefix = int_prefix(spec);
    let mut layout = layout(spec, negative, prefix.len(), digits.as_bytes(), 0);
    if upper {
        layout.digits.make_ascii_uppercase();
    }
    layout.write(out, spec.fill, prefix, |_| {});
    Ok(())
}

/// Checks an int's specifier of type `c`, before its value is looked at.
pub fn check_char_spec(spec: &FormatSpec) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        return Err("Precision not allowed in integer format specifier".into());
    }
    if spec.sign.is_some() {
        return Err("Sign not allowed with integer format specifier 'c'".into());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed with integer format specifier 'c'".into());
    }
    Ok(())
}

/// Writes an int of type `c`; `code` is its value if that fits a C long.
pub fn format_char(spec: &FormatSpec, code: i64, out: &mut StrBuilder) -> Result<(), FormatError> {
    let code = u32::try_from(code).ok().filter(|&code| code < 0x11_0000);
    let code = code.ok_or(FormatError::Overflow("%c arg not in range(0x110000)".into()))?;
    layout(spec, false, 0, &[], 1).write(out, spec.fill, &[], |out| out.push(code));
    Ok(())
}

/// The form that a float's specifier asks for.
fn form(kind: u8, precision: Option<usize>, default: usize) -> Result<FloatForm, FormatError> {
    if precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err("precision too big".into());
    }
    let digits = precision.unwrap_or(default);
    Ok(match kind {
        b'e' | b'E' => FloatForm::Exponent(digits),
        b'f' | b'F' | b'%' => FloatForm::Fixed(digits),
        0 if precision.is_none() => FloatForm::Repr,
        _ => FloatForm::General(digits),
    })
}

/// Splits a number's text into sign, digits before the point, and the rest.
fn split_number(text: &str) -> (bool, &str, &str) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(digits);
    (negative, digits, rest)
}

/// Writes a float. The presentation type is one that floats have.
pub fn format_float(spec: &FormatSpec, value: f64, out: &mut StrBuilder) -> Result<(), FormatError> {
    let kind = spec.kind_byte();
    let flags =
        FloatFlags { alternate: spec.alternate, add_dot_0: kind == 0, upper: matches!(kind, b'E' | b'F' | b'G') };
    let form = form(kind, spec.precision, 6)?;
    let value = if kind == b'%' { value * 100.0 } else { value };
    let mut text = double_to_string(value, form, flags);
    if kind == b'%' {
        text.push('%');
    }
    let plain_sign = !matches!(spec.sign, Some(b'+' | b' '));
    if spec.width.is_none() && spec.grouping == Grouping::No && plain_sign {
        out.push_ascii(text.as_bytes());
        return Ok(());
    }
    let (negative, digits, rest) = split_number(&text);
    let layout = layout(spec, negative, 0, digits.as_bytes(), rest.len());
    layout.write(out, spec.fill, &[], |out| out.push_ascii(rest.as_bytes()));
    Ok(())
}

/// Writes a complex number. The presentation type is one that complex numbers have.
pub fn format_complex(spec: &FormatSpec, real: f64, imag: f64, out: &mut StrBuilder) -> Result<(), FormatError> {
    let kind = spec.kind_byte();
    let form = form(kind, spec.precision, 6)?;
    if spec.fill == u32::from(b'0') {
        return Err("Zero padding is not allowed in complex format specifier".into());
    }
    if spec.align == Align::AfterSign {
        return Err("'=' alignment flag is not allowed in complex format specifier".into());
    }
    let imaginary_only = kind == 0 && real == 0.0 && real.is_sign_positive();
    let parenthesised = kind == 0 && !imaginary_only;
    let flags = FloatFlags { alternate: spec.alternate, add_dot_0: false, upper: matches!(kind, b'E' | b'F' | b'G') };
    let mut number = StrBuilder::new();
    let mut part = |value: f64, sign: Option<u8>| {
        let text = double_to_string(value, form, flags);
        let (negative, digits, rest) = split_number(&text);
        let unpadded = FormatSpec { width: None, fill: 0, align: Align::Left, sign, ..spec.clone() };
        let layout = layout(&unpadded, negative, 0, digits.as_bytes(), rest.len());
        layout.write(&mut number, 0, &[], |out| out.push_ascii(rest.as_bytes()));
    };
    if !imaginary_only {
        part(real, spec.sign);
    }
    part(imag, if imaginary_only { spec.sign } else { Some(b'+') });
    let parens: (&[u8], &[u8]) = if parenthesised { (b"(", b"j)") } else { (b"", b"j") };
    let (left, right) = super::padding(spec, number.len() + parens.0.len() + parens.1.len());
    out.push_fill(spec.fill, left);
    out.push_ascii(parens.0);
    out.push_data(number.data());
    out.push_ascii(parens.1);
    out.push_fill(spec.fill, right);
    Ok(())
}
