//! Making strs: from builders, from parts of others, by concatenation and repetition.

use std::ops::Range;

use super::builder::StrBuilder;
use super::data::{StrUnit, with_units};
use crate::exc::PyResult;
use crate::heap::Payload;
use crate::heap::var::{PyStr, StrData};
use crate::object::ShapeId;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The text that a builder holds.
    #[inline]
    pub fn new_text(&self, text: &StrBuilder) -> Value {
        self.new_str_data(text.data())
    }

    /// A str of code points that may be stored wider than they need.
    #[inline]
    pub fn new_str_narrow(&self, data: StrData<'_>) -> Value {
        match data {
            StrData::Ascii(_) => self.new_str_data(data),
            wider => self.new_str_data(wider.narrow().data()),
        }
    }

    /// A str of units that may be wider than they need.
    #[inline]
    pub fn new_str_units<T: StrUnit>(&self, units: &[T]) -> Value {
        self.new_str_narrow(T::as_data(units))
    }

    /// `value` itself if it is exactly a str, else an exact copy of its text.
    #[inline]
    pub fn exact_str(&self, value: &Value) -> Value {
        match value.downcast::<PyStr>() {
            Some(text) if !self.is_exact::<PyStr>(value) => self.new_str_data(text.data()),
            _ => value.clone(),
        }
    }

    /// `value[range]`, where `text` is the payload of `value`.
    #[inline]
    pub fn str_part(&self, value: &Value, text: &PyStr, range: Range<usize>) -> Value {
        if range.start == 0 && range.end == text.len() {
            return self.exact_str(value);
        }
        self.new_str_narrow(text.data().slice(range))
    }

    /// `a + b` for two strs (of exact type where nothing is to be added).
    #[inline]
    pub fn concat_str(&mut self, a: &Value, b: &Value) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyStr>(), b.downcast::<PyStr>()) else {
            let ty = self.type_name(b);
            return Err(self.type_error(format!("can only concatenate str (not \"{ty}\") to str")));
        };
        if x.is_empty() && self.is_exact::<PyStr>(b) {
            return Ok(b.clone());
        }
        if y.is_empty() && self.is_exact::<PyStr>(a) {
            return Ok(a.clone());
        }
        if let (StrData::Ascii(p), StrData::Ascii(q)) = (x.data(), y.data()) {
            let shape = ShapeId::from_index(PyStr::LAYOUT as usize);
            if p.len() + q.len() < 2 {
                return Ok(self.new_str_data(StrData::Ascii(if p.is_empty() { q } else { p })));
            }
            if p.len() + q.len() >= 1 << 20 {
                self.check_size(p.len() + q.len())?;
            }
            return Ok(self.heap.alloc_ascii_pair(shape, p, q));
        }
        self.concat_wide(x, y)
    }

    /// `a + b` where the caller gives up `a`: an ASCII str that nobody else refers to grows in place, so that a loop of
    /// `s += t` takes linear time. `a` comes back if it cannot; then nothing has happened.
    #[inline]
    pub fn append_in_place(&mut self, a: Value, b: &Value) -> Result<Value, Value> {
        match b.downcast::<PyStr>().map(PyStr::data) {
            Some(StrData::Ascii(more)) if !more.is_empty() && more.len() < 1 << 20 && self.is_exact::<PyStr>(b) => {
                self.heap.append_ascii(a, more)
            }
            _ => Err(a),
        }
    }

    #[cold]
    fn concat_wide(&mut self, x: &PyStr, y: &PyStr) -> PyResult {
        let width = x.data().width().max(y.data().width());
        self.check_size((x.len() + y.len()).saturating_mul(usize::from(width)))?;
        let mut out = StrBuilder::for_width(x.len() + y.len(), width);
        out.push_data(x.data());
        out.push_data(y.data());
        Ok(self.new_text(&out))
    }

    /// `value * count`, where `text` is the payload of `value`.
    pub fn repeat_str(&mut self, value: &Value, text: &PyStr, count: isize) -> PyResult {
        let count = count.max(0).unsigned_abs();
        if count == 1 && self.is_exact::<PyStr>(value) {
            return Ok(value.clone());
        }
        let width = usize::from(text.data().width());
        let len = text.len().checked_mul(count).filter(|&len| isize::try_from(len).is_ok());
        let Some(len) = len else { return Err(self.overflow_error("repeated string is too long")) };
        self.check_size(len.saturating_mul(width).saturating_mul(2))?;
        Ok(match text.data() {
            StrData::Ascii(units) => self.new_str_data(StrData::Ascii(&units.repeat(count))),
            StrData::Latin1(units) => self.new_str_narrow(StrData::Latin1(&units.repeat(count))),
            wide => with_units!(wide, units => self.new_str_units(&units.repeat(count))),
        })
    }

    /// A str's payload; TypeError in the words of `message` otherwise, with `{}` for the type's name.
    pub(crate) fn expect_text<'a>(&mut self, value: &'a Value, message: &str) -> PyResult<&'a PyStr> {
        match value.downcast::<PyStr>() {
            Some(text) => Ok(text),
            None => {
                let ty = self.type_name(value);
                Err(self.type_error(message.replace("{}", &ty)))
            }
        }
    }
}
