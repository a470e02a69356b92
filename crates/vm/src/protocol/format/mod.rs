//! The format-specifier engine behind `__format__` of str, int, float and complex.
//!
//! Answers to CPython's Python/formatter_unicode.c. It writes to a [`StrBuilder`] and knows no objects: the types hand in
//! digits, floats or text. (`str.format` itself, with its fields, is in `types/str/format.rs`.)

pub mod float;
pub mod number;
mod object;
pub mod spec;

pub use float::{FloatFlags, FloatForm, double_to_string, float_repr};
pub use number::{Digits, check_char_spec, format_char, format_complex, format_float, format_int, int_base, short_int};
pub use spec::{Align, FormatError, FormatSpec, Grouping};

use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// Padding left and right of content of `len` code points (not for [`Align::AfterSign`]).
fn padding(spec: &FormatSpec, len: usize) -> (usize, usize) {
    let total = spec.width.unwrap_or(0).saturating_sub(len);
    let left = match spec.align {
        Align::Right => total,
        Align::Center => total / 2,
        Align::Left | Align::AfterSign => 0,
    };
    (left, total - left)
}

/// Writes a str.
pub fn format_str(spec: &FormatSpec, text: StrData<'_>, out: &mut StrBuilder) -> Result<(), FormatError> {
    match spec.sign {
        Some(b' ') => return Err("Space not allowed in string format specifier".into()),
        Some(_) => return Err("Sign not allowed in string format specifier".into()),
        None => {}
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed in string format specifier".into());
    }
    if spec.align == Align::AfterSign {
        return Err("'=' alignment not allowed in string format specifier".into());
    }
    let len = spec.precision.map_or(text.len(), |precision| precision.min(text.len()));
    let (left, right) = padding(spec, len);
    out.push_fill(spec.fill, left);
    out.push_data(text.slice(0..len));
    out.push_fill(spec.fill, right);
    Ok(())
}
