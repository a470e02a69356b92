//! Searching: `find`, `index`, `count`, `startswith`, `in`, `replace`, `removeprefix` and their kin.

use minipy_macros::pymethods;

use super::data::with_units;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::stringlib::{self, find, replace::Replacement};
use crate::value::Value;
use crate::vm::Vm;

/// `needle in hay`.
pub fn contains(hay: StrData<'_>, needle: StrData<'_>) -> bool {
    position(hay, needle).is_some()
}

/// Place of the first `needle` in `hay`.
pub fn position(hay: StrData<'_>, needle: StrData<'_>) -> Option<usize> {
    if needle.width() > hay.width() || needle.len() > hay.len() {
        return None;
    }
    with_units!(hay, units => find::find(units, &needle.widen()))
}

/// Place of the last `needle` in `hay`.
pub fn last_position(hay: StrData<'_>, needle: StrData<'_>) -> Option<usize> {
    if needle.width() > hay.width() || needle.len() > hay.len() {
        return None;
    }
    with_units!(hay, units => find::rfind(units, &needle.widen()))
}

/// Whether `text` begins (or ends) with `part`.
fn has_end(text: StrData<'_>, part: StrData<'_>, at_end: bool) -> bool {
    if part.len() > text.len() || part.width() > text.width() {
        return false;
    }
    let start = if at_end { text.len() - part.len() } else { 0 };
    with_units!(text.slice(start..start + part.len()), units => *units == *part.widen())
}

impl Vm {
    /// The optional start and end arguments of searching methods, fitted to `len`; start may lie behind the end.
    pub(crate) fn search_range(
        &mut self,
        start: Option<&Value>,
        end: Option<&Value>,
        len: usize,
    ) -> PyResult<(usize, usize)> {
        let start = self.search_bound(start, 0)?;
        let end = self.search_bound(end, isize::MAX)?;
        Ok(stringlib::adjust(start, end, len))
    }

    fn search_bound(&mut self, bound: Option<&Value>, default: isize) -> PyResult<isize> {
        match bound {
            Some(bound) if !bound.is_none() => {
                if self.type_of(bound).slots.index.get().is_none() && bound.as_small_int().is_none() {
                    return Err(self.type_error("slice indices must be integers or None or have an __index__ method"));
                }
                self.index_isize_clamped(bound)
            }
            _ => Ok(default),
        }
    }

    /// The part of `text` in which to search, and where it starts; `None` if start lies behind the end.
    fn search_part<'a>(
        &mut self,
        text: &'a PyStr,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<Option<(StrData<'a>, usize)>> {
        let (start, end) = self.search_range(start, end, text.len())?;
        Ok((start <= end).then(|| (text.data().slice(start..end), start)))
    }

    fn str_find(
        &mut self,
        text: &PyStr,
        sub: &Value,
        bounds: (Option<&Value>, Option<&Value>),
        search: fn(StrData<'_>, StrData<'_>) -> Option<usize>,
    ) -> PyResult<Option<usize>> {
        let part = self.search_part(text, bounds.0, bounds.1)?;
        let sub = self.expect_text(sub, "must be str, not {}")?;
        Ok(part.and_then(|(part, start)| search(part, sub.data()).map(|place| start + place)))
    }

    /// `startswith` and `endswith`.
    fn str_has_end(
        &mut self,
        text: &PyStr,
        affix: &Value,
        bounds: (Option<&Value>, Option<&Value>),
        at_end: bool,
    ) -> PyResult<bool> {
        let part = self.search_part(text, bounds.0, bounds.1)?.map(|(part, _)| part);
        if let Some(tuple) = affix.downcast::<PyTuple>() {
            for affix in tuple.items() {
                let message = if at_end {
                    "tuple for endswith must only contain str, not {}"
                } else {
                    "tuple for startswith must only contain str, not {}"
                };
                let affix = self.expect_text(affix, message)?;
                if part.is_some_and(|part| has_end(part, affix.data(), at_end)) {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let message = if at_end {
            "endswith first arg must be str or a tuple of str, not {}"
        } else {
            "startswith first arg must be str or a tuple of str, not {}"
        };
        let affix = self.expect_text(affix, message)?;
        Ok(part.is_some_and(|part| has_end(part, affix.data(), at_end)))
    }
}

fn place(found: Option<usize>) -> isize {
    found.map_or(-1, |place| place as isize)
}

#[pymethods(part = "find")]
impl PyStr {
    /// S.find(sub[, start[, end]]) -> int
    ///
    /// Return the lowest index in S where substring sub is found, or -1.
    #[pymethod("find($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
    fn find(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        sub: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<isize> {
        vm.str_find(this.payload(), sub, (start, end), position).map(place)
    }

    /// Return the highest index in S where substring sub is found, or -1.
    #[pymethod("rfind($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
    fn rfind(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        sub: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<isize> {
        vm.str_find(this.payload(), sub, (start, end), last_position).map(place)
    }

    /// Like find, but raise ValueError when the substring is not found.
    #[pymethod("index($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
    fn index(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        sub: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<usize> {
        match vm.str_find(this.payload(), sub, (start, end), position)? {
            Some(place) => Ok(place),
            None => Err(vm.value_error("substring not found")),
        }
    }

    /// Like rfind, but raise ValueError when the substring is not found.
    #[pymethod("rindex($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
    fn rindex(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        sub: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<usize> {
        match vm.str_find(this.payload(), sub, (start, end), last_position)? {
            Some(place) => Ok(place),
            None => Err(vm.value_error("substring not found")),
        }
    }

    /// Return the number of non-overlapping occurrences of substring sub.
    #[pymethod("count($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
    fn count(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        sub: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<usize> {
        let part = vm.search_part(this.payload(), start, end)?;
        let sub = vm.expect_text(sub, "must be str, not {}")?.data();
        let Some((part, _)) = part else { return Ok(0) };
        if sub.width() > part.width() {
            return Ok(0);
        }
        Ok(with_units!(part, units => find::count(units, &sub.widen(), usize::MAX)))
    }

    /// S.startswith(prefix[, start[, end]]) -> bool
    ///
    /// Return True if S starts with the prefix (a str, or a tuple of strs to try).
    #[pymethod("startswith($self, prefix, start=None, end=None, /)", no_text, convention = "tuple")]
    fn startswith(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        prefix: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<bool> {
        vm.str_has_end(this.payload(), prefix, (start, end), false)
    }

    /// Return True if S ends with the suffix (a str, or a tuple of strs to try).
    #[pymethod("endswith($self, suffix, start=None, end=None, /)", no_text, convention = "tuple")]
    fn endswith(
        vm: &mut Vm,
        this: This<'_, PyStr>,
        suffix: &Value,
        start: Option<&Value>,
        end: Option<&Value>,
    ) -> PyResult<bool> {
        vm.str_has_end(this.payload(), suffix, (start, end), true)
    }

    /// Return a str with the given prefix string removed if present.
    #[pymethod("removeprefix($self, prefix, /)")]
    fn removeprefix(vm: &mut Vm, this: This<'_, PyStr>, prefix: &PyStr) -> PyResult {
        let start = if has_end(this.data(), prefix.data(), false) { prefix.len() } else { 0 };
        Ok(vm.str_part(this.value(), this.payload(), start..this.len()))
    }

    /// Return a str without the given suffix, if it is there.
    #[pymethod("removesuffix($self, suffix, /)")]
    fn removesuffix(vm: &mut Vm, this: This<'_, PyStr>, suffix: &PyStr) -> PyResult {
        let end = if has_end(this.data(), suffix.data(), true) { this.len() - suffix.len() } else { this.len() };
        Ok(vm.str_part(this.value(), this.payload(), 0..end))
    }

    /// Return a copy with all occurrences of substring old replaced by new.
    ///
    /// Only the first count of them, if count is not negative.
    #[pymethod("replace($self, old, new, count=-1, /)")]
    fn replace(vm: &mut Vm, this: This<'_, PyStr>, old: &PyStr, new: &PyStr, count: isize) -> PyResult {
        let max = usize::try_from(count).unwrap_or(usize::MAX);
        let (text, old, new) = (this.data(), old.data(), new.data());
        if let (StrData::Ascii(text), StrData::Ascii([old]), StrData::Ascii(new)) = (text, old, new)
            && text.len().saturating_mul(new.len() + 1) < 1 << 20
        {
            return Ok(vm.replace_byte(this.value(), text, *old, new, max));
        }
        if old.width() > text.width() {
            return Ok(vm.exact_str(this.value()));
        }
        if new.width() > text.width() {
            return match new {
                StrData::Ucs2(new) => vm.replace_units(this, &text.widen(), &old.widen(), new, max),
                _ => vm.replace_units::<u32>(this, &text.widen(), &old.widen(), &new.widen(), max),
            };
        }
        with_units!(text, units => vm.replace_units(this, units, &old.widen(), &new.widen(), max))
    }
}

impl Vm {
    /// ASCII with one character replaced.
    fn replace_byte(&self, whole: &Value, text: &[u8], old: u8, new: &[u8], max: usize) -> Value {
        let mut out = Vec::with_capacity(text.len() + 16);
        let mut from = 0;
        for place in memchr::memchr_iter(old, text).take(max) {
            out.extend_from_slice(text.get(from..place).unwrap_or_default());
            out.extend_from_slice(new);
            from = place + 1;
        }
        if from == 0 {
            return self.exact_str(whole);
        }
        out.extend_from_slice(text.get(from..).unwrap_or_default());
        self.new_str_data(StrData::Ascii(&out))
    }

    fn replace_units<T: super::data::StrUnit>(
        &mut self,
        this: This<'_, PyStr>,
        units: &[T],
        old: &[T],
        new: &[T],
        max: usize,
    ) -> PyResult {
        let Some(plan) = Replacement::plan(units, old, new, max) else { return Ok(self.exact_str(this.value())) };
        match plan.result_len().filter(|&len| isize::try_from(len).is_ok()) {
            Some(len) => self.check_size(len.saturating_mul(size_of::<T>()).saturating_mul(2))?,
            None => return Err(self.overflow_error("replace string is too long")),
        }
        Ok(self.new_str_units(&plan.make()))
    }
}
