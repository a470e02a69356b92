//! `format()`, and what the `__format__` methods of the builtin types do with their specifier.

use super::{Align, Digits, FormatError, FormatSpec};
use crate::exc::{PyResult, Raised};
use crate::heap::Payload;
use crate::heap::var::{PyStr, StrData};
use crate::object::ShapeId;
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `format(value, spec)`; `spec` is a str.
    pub fn format(&mut self, value: &Value, spec: &Value) -> PyResult {
        // Exactly the builtin types: what their `__format__` would do, without the way there.
        if let Some(text) = spec.downcast::<PyStr>() {
            if self.is_exact::<PyStr>(value)
                && let Some(data) = value.downcast::<PyStr>()
            {
                return if text.is_empty() { Ok(value.clone()) } else { self.format_str(value, data, text) };
            }
            if let Some(int) = value.as_small_int() {
                return if text.is_empty() { Ok(self.new_decimal(int)) } else { self.format_int(value, text) };
            }
            if let Some(float) = value.as_small_float() {
                return self.format_float(value, float, text);
            }
        }
        let name = self.names.__format__.clone();
        match self.call_special(value, &name, std::slice::from_ref(spec))? {
            Some(text) if text.is_a::<PyStr>() => Ok(text),
            Some(other) => {
                let ty = self.type_name(&other);
                Err(self.type_error(format!("__format__ must return a str, not {ty}")))
            }
            None => {
                let ty = self.type_name(value);
                Err(self.type_error(format!("Type {ty} doesn't define __format__")))
            }
        }
    }

    /// A machine int in decimal.
    pub fn new_decimal(&self, value: i64) -> Value {
        let digits = Digits::new(value.unsigned_abs(), 10);
        if value >= 0 {
            return self.new_str_data(StrData::Ascii(digits.as_bytes()));
        }
        self.heap.alloc_ascii_pair(ShapeId::from_index(PyStr::LAYOUT as usize), b"-", digits.as_bytes())
    }

    /// Raises what kept a value from being formatted.
    #[cold]
    pub fn format_error(&mut self, error: FormatError) -> Raised {
        match error {
            FormatError::Value(message) => self.value_error(message),
            FormatError::Overflow(message) => self.overflow_error(message),
        }
    }

    /// Parses a specifier and makes sure that there is memory for what it asks for.
    fn format_spec(&mut self, spec: &PyStr, default_kind: u32, default_align: Align) -> PyResult<FormatSpec> {
        let parsed = FormatSpec::parse(spec.data(), default_kind, default_align);
        let spec = parsed.map_err(|error| self.format_error(error))?;
        let precision = spec.precision.filter(|&precision| precision <= i32::MAX as usize).unwrap_or(0);
        let size = spec.width.unwrap_or(0).saturating_add(precision);
        self.check_size(size.saturating_mul(8))?;
        Ok(spec)
    }

    fn formatted(&mut self, write: impl FnOnce(&mut StrBuilder) -> Result<(), FormatError>) -> PyResult {
        let mut out = StrBuilder::new();
        write(&mut out).map_err(|error| self.format_error(error))?;
        Ok(self.new_text(&out))
    }

    #[cold]
    fn unknown_format(&mut self, spec: &FormatSpec, value: &Value) -> Raised {
        let ty = self.type_name(value);
        self.format_error(spec.unknown_kind(&ty))
    }

    /// `str.__format__`; `text` is the payload of `value`.
    pub fn format_str(&mut self, value: &Value, text: &PyStr, spec: &PyStr) -> PyResult {
        if spec.is_empty() {
            return self.str(value);
        }
        let spec = self.format_spec(spec, u32::from(b's'), Align::Left)?;
        if spec.kind_byte() != b's' {
            return Err(self.unknown_format(&spec, value));
        }
        self.formatted(|out| super::format_str(&spec, text.data(), out))
    }

    /// `int.__format__`.
    pub fn format_int(&mut self, value: &Value, spec: &PyStr) -> PyResult {
        if spec.is_empty() {
            return self.str(value);
        }
        let spec = self.format_spec(spec, u32::from(b'd'), Align::Right)?;
        if let Some(int) = value.as_small_int()
            && let Some(text) = super::short_int(&spec, int, |text| self.new_str_data(StrData::Ascii(text)))
        {
            return Ok(text);
        }
        match spec.kind_byte() {
            b'c' => {
                super::check_char_spec(&spec).map_err(|error| self.format_error(error))?;
                let code = self.to_bigint(value)?;
                let Ok(code) = i64::try_from(&code) else {
                    return Err(self.overflow_error("Python int too large to convert to C long"));
                };
                self.formatted(|out| super::format_char(&spec, code, out))
            }
            b'b' | b'd' | b'o' | b'x' | b'X' | b'n' => {
                let (negative, digits) = self.int_digits(value, super::int_base(&spec))?;
                self.formatted(|out| super::format_int(&spec, negative, &digits, out))
            }
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => {
                let float = self.to_f64(value)?;
                self.formatted(|out| super::format_float(&spec, float, out))
            }
            _ => Err(self.unknown_format(&spec, value)),
        }
    }

    /// The sign of an int and its digits in base 2, 8, 10 or 16, lower case.
    pub fn int_digits(&mut self, value: &Value, base: u32) -> PyResult<(bool, String)> {
        if let Some(int) = value.as_small_int() {
            let digits = Digits::new(int.unsigned_abs(), base);
            return Ok((int < 0, String::from_utf8_lossy(digits.as_bytes()).into_owned()));
        }
        let number = self.to_bigint(value)?;
        let text = if base == 10 { self.int_decimal(&number)? } else { number.in_radix(base as u8).to_string() };
        Ok(match text.strip_prefix('-') {
            Some(digits) => (true, digits.to_owned()),
            None => (false, text),
        })
    }

    /// `float.__format__`; `float` is what `value` holds.
    pub fn format_float(&mut self, value: &Value, float: f64, spec: &PyStr) -> PyResult {
        if spec.is_empty() {
            return self.str(value);
        }
        let spec = self.format_spec(spec, 0, Align::Right)?;
        if !b"\0eEfFgGn%".contains(&spec.kind_byte()) {
            return Err(self.unknown_format(&spec, value));
        }
        self.formatted(|out| super::format_float(&spec, float, out))
    }

    /// `complex.__format__`; `real` and `imag` are what `value` holds.
    pub fn format_complex(&mut self, value: &Value, real: f64, imag: f64, spec: &PyStr) -> PyResult {
        if spec.is_empty() {
            return self.str(value);
        }
        let spec = self.format_spec(spec, 0, Align::Right)?;
        if !b"\0eEfFgGn".contains(&spec.kind_byte()) {
            return Err(self.unknown_format(&spec, value));
        }
        self.formatted(|out| super::format_complex(&spec, real, imag, out))
    }
}
