//! Taking strs apart and putting them together: `split`, `splitlines`, `partition`, `strip`, `join`.

use std::ops::Range;

use minipy_macros::pymethods;

use super::builder::StrBuilder;
use super::data::{StrUnit, with_units};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::Payload;
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::object::ShapeId;
use crate::stringlib::{self, Side, Unit, split};
use crate::types::list::PyList;
use crate::unicode;
use crate::value::Value;
use crate::vm::Vm;

/// White space among ASCII.
#[inline(always)]
const fn is_ascii_space(unit: u8) -> bool {
    // Bits 9 to 13, 28 to 31 and 32.
    unit <= 32 && (0x1_f000_3e00u64 >> unit) & 1 == 1
}

impl Vm {
    fn str_parts(&mut self, this: This<'_, PyStr>, ranges: Vec<Range<usize>>) -> Value {
        let parts = ranges.into_iter().map(|range| self.str_part(this.value(), this.payload(), range)).collect();
        self.new_list(parts)
    }

    fn str_split(&mut self, this: This<'_, PyStr>, sep: Option<&Value>, max: isize, right: bool) -> PyResult {
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        let Some(sep) = sep else {
            if let (StrData::Ascii(units), false) = (this.data(), right) {
                let words = self.ascii_words(this.value(), units, max);
                return Ok(self.new_list(words));
            }
            let ranges = with_units!(this.data(), units => {
                let is_space = |unit: _| unicode::is_space(Unit::code(unit));
                if right { split::rsplit_space(units, max, is_space) } else { split::split_space(units, max, is_space) }
            });
            return Ok(self.str_parts(this, ranges));
        };
        let sep = self.expect_text(sep, "must be str or None, not {}")?.data();
        if sep.is_empty() {
            return Err(self.value_error("empty separator"));
        }
        if let (StrData::Ascii(text), StrData::Ascii([sep]), false) = (this.data(), sep, right) {
            let mut parts = Vec::with_capacity(4);
            let mut from = 0;
            for end in memchr::memchr_iter(*sep, text).take(max) {
                parts.push(self.str_part(this.value(), this.payload(), from..end));
                from = end + 1;
            }
            parts.push(self.str_part(this.value(), this.payload(), from..text.len()));
            return Ok(self.new_list(parts));
        }
        if sep.width() > this.data().width() {
            let whole = 0..this.len();
            return Ok(self.str_parts(this, vec![whole]));
        }
        let ranges = with_units!(this.data(), units => {
            let sep = sep.widen();
            if right { split::rsplit(units, &sep, max) } else { split::split(units, &sep, max) }
        });
        Ok(self.str_parts(this, ranges))
    }

    /// The words of an ASCII str; from the one of number `max` on they are one piece.
    fn ascii_words(&self, whole: &Value, units: &[u8], max: usize) -> Vec<Value> {
        let mut words = Vec::new();
        let mut place = 0;
        loop {
            while units.get(place).is_some_and(|&unit| is_ascii_space(unit)) {
                place += 1;
            }
            let start = place;
            let rest = words.len() == max;
            if rest {
                place = units.len();
            }
            while units.get(place).is_some_and(|&unit| !is_ascii_space(unit)) {
                place += 1;
            }
            match units.get(start..place) {
                Some([]) | None => return words,
                Some(_) if place - start == units.len() && !rest => words.push(self.exact_str(whole)),
                Some(word) => words.push(self.new_str_data(StrData::Ascii(word))),
            }
        }
    }

    fn str_strip(&mut self, this: This<'_, PyStr>, chars: Option<&Value>, side: Side, method: &str) -> PyResult {
        let data = this.data();
        let range = match chars {
            None => {
                with_units!(data, units => stringlib::strip(units, side, |unit| unicode::is_space(unit.code())))
            }
            Some(chars) => {
                let chars = self.expect_text(chars, &format!("{method} arg must be None or str"))?.data();
                let set = CharSet::new(chars);
                with_units!(data, units => stringlib::strip(units, side, |unit| set.contains(unit.code())))
            }
        };
        Ok(self.str_part(this.value(), this.payload(), range))
    }

    fn str_partition(
        &mut self,
        this: This<'_, PyStr>,
        sep: &Value,
        find: fn(StrData<'_>, StrData<'_>) -> Option<usize>,
        missing_first: bool,
    ) -> PyResult {
        let sep_text = self.expect_text(sep, "must be str, not {}")?;
        if sep_text.is_empty() {
            return Err(self.value_error("empty separator"));
        }
        let empty = self.new_str("");
        let parts = match find(this.data(), sep_text.data()) {
            Some(place) => {
                let tail = place + sep_text.len()..this.len();
                [
                    self.str_part(this.value(), this.payload(), 0..place),
                    sep.clone(),
                    self.str_part(this.value(), this.payload(), tail),
                ]
            }
            None if missing_first => [empty.clone(), empty, this.value().clone()],
            None => [this.value().clone(), empty.clone(), empty],
        };
        Ok(self.new_tuple_from(&parts))
    }

    /// `separator.join(items)`.
    pub fn join_str(&mut self, separator: &Value, items: &[Value]) -> PyResult {
        if let [only] = items
            && self.is_exact::<PyStr>(only)
        {
            return Ok(only.clone());
        }
        let sep = separator.downcast::<PyStr>().map_or(StrData::Ascii(&[]), PyStr::data);
        let mut len = sep.len().saturating_mul(items.len().saturating_sub(1));
        let mut width = if items.len() > 1 { sep.width() } else { 1 };
        for (i, item) in items.iter().enumerate() {
            let Some(text) = item.downcast::<PyStr>() else {
                let ty = self.type_name(item);
                return Err(self.type_error(format!("sequence item {i}: expected str instance, {ty} found")));
            };
            len = len.saturating_add(text.len());
            width = width.max(text.data().width());
        }
        if len > isize::MAX.unsigned_abs() {
            return Err(self.overflow_error("join() result is too long for a Python string"));
        }
        self.check_size(len.saturating_mul(usize::from(width)).saturating_mul(2))?;
        if width == 1 && len > 1 && (items.len() < 2 || matches!(sep, StrData::Ascii(_))) {
            let ascii = |item: &'_ Value| item.downcast::<PyStr>().and_then(PyStr::as_ascii).is_some();
            if items.iter().all(ascii) {
                return Ok(self.join_ascii(sep, items, len));
            }
        }
        let mut out = StrBuilder::for_width(len, width);
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                out.push_data(sep);
            }
            if let Some(text) = item.downcast::<PyStr>() {
                out.push_data(text.data());
            }
        }
        Ok(self.new_text(&out))
    }
}

impl Vm {
    /// `separator.join(items)`, if all of it is ASCII and not so much that memory may fail.
    pub(crate) fn join_short(&self, separator: StrData<'_>, items: &[Value]) -> Option<Value> {
        let StrData::Ascii(separator) = separator else { return None };
        if items.len() < 2 {
            return None;
        }
        let mut len = separator.len().checked_mul(items.len() - 1)?;
        for item in items {
            len = len.checked_add(item.downcast::<PyStr>()?.as_ascii()?.len())?;
        }
        if !(2..1 << 20).contains(&len) {
            return None;
        }
        Some(self.heap.alloc_ascii_joined(ShapeId::from_index(PyStr::LAYOUT as usize), len, separator, items))
    }

    /// `join_str` where everything is ASCII and the length of the result (two or more) is known.
    fn join_ascii(&mut self, separator: StrData<'_>, items: &[Value], len: usize) -> Value {
        let separator = <u8 as StrUnit>::stored(separator).unwrap_or_default();
        let parts = items.iter().enumerate().flat_map(|(i, item)| {
            let text = item.downcast::<PyStr>().and_then(PyStr::as_ascii).unwrap_or_default();
            [if i > 0 { separator } else { &[] }, text.as_bytes()]
        });
        self.heap.alloc_ascii_parts(ShapeId::from_index(PyStr::LAYOUT as usize), len, parts)
    }
}

/// The characters that `strip` takes away: a bit set for Latin-1, a sorted list for the rest.
struct CharSet {
    low: [u64; 4],
    high: Vec<u32>,
}

impl CharSet {
    fn new(chars: StrData<'_>) -> CharSet {
        let mut set = CharSet { low: [0; 4], high: Vec::new() };
        for c in chars.code_points() {
            match set.low.get_mut((c / 64) as usize) {
                Some(word) => *word |= 1 << (c % 64),
                None => set.high.push(c),
            }
        }
        set.high.sort_unstable();
        set
    }

    fn contains(&self, c: u32) -> bool {
        match self.low.get((c / 64) as usize) {
            Some(word) => word >> (c % 64) & 1 != 0,
            None => self.high.binary_search(&c).is_ok(),
        }
    }
}

#[pymethods(part = "split")]
impl PyStr {
    /// Return a list of the substrings in the string, using sep as the separator string.
    ///
    /// Without sep the words between white space. At most maxsplit splits, from the left; -1 is no limit.
    #[pymethod("split($self, /, sep=None, maxsplit=-1)")]
    fn split(vm: &mut Vm, this: This<'_, PyStr>, sep: Option<&Value>, maxsplit: isize) -> PyResult {
        vm.str_split(this, sep, maxsplit, false)
    }

    /// Like split, but from the right.
    #[pymethod("rsplit($self, /, sep=None, maxsplit=-1)")]
    fn rsplit(vm: &mut Vm, this: This<'_, PyStr>, sep: Option<&Value>, maxsplit: isize) -> PyResult {
        vm.str_split(this, sep, maxsplit, true)
    }

    /// Return a list of the lines, with their ends if keepends is true.
    #[pymethod("splitlines($self, /, keepends=False)")]
    fn splitlines(vm: &mut Vm, this: This<'_, PyStr>, keepends: i32) -> PyResult {
        let is_break = |c| unicode::is_line_break(c);
        let ranges =
            with_units!(this.data(), units => split::lines(units, keepends != 0, |unit| is_break(unit.code())));
        Ok(vm.str_parts(this, ranges))
    }

    /// Partition the string into three parts using the given separator.
    ///
    /// They are what is before the first sep, sep, and what is after it; without one the str and two empty strs.
    #[pymethod("partition($self, sep, /)")]
    fn partition(vm: &mut Vm, this: This<'_, PyStr>, sep: &Value) -> PyResult {
        vm.str_partition(this, sep, super::find::position, false)
    }

    /// Return the part before the last sep, sep itself, and the part after it; two empty strs and the str without one.
    #[pymethod("rpartition($self, sep, /)")]
    fn rpartition(vm: &mut Vm, this: This<'_, PyStr>, sep: &Value) -> PyResult {
        vm.str_partition(this, sep, super::find::last_position, true)
    }

    /// Return a copy of the string with leading and trailing whitespace removed.
    ///
    /// With chars, the characters in it are removed instead.
    #[pymethod("strip($self, chars=None, /)")]
    fn strip(vm: &mut Vm, this: This<'_, PyStr>, chars: Option<&Value>) -> PyResult {
        vm.str_strip(this, chars, Side::Both, "strip")
    }

    /// Return a copy without leading white space, or without the characters in chars.
    #[pymethod("lstrip($self, chars=None, /)")]
    fn lstrip(vm: &mut Vm, this: This<'_, PyStr>, chars: Option<&Value>) -> PyResult {
        vm.str_strip(this, chars, Side::Left, "lstrip")
    }

    /// Return a copy without trailing white space, or without the characters in chars.
    #[pymethod("rstrip($self, chars=None, /)")]
    fn rstrip(vm: &mut Vm, this: This<'_, PyStr>, chars: Option<&Value>) -> PyResult {
        vm.str_strip(this, chars, Side::Right, "rstrip")
    }

    /// Concatenate any number of strings.
    ///
    /// This one stands between them.
    #[pymethod("join($self, iterable, /)")]
    fn join(vm: &mut Vm, this: This<'_, PyStr>, iterable: &Value) -> PyResult {
        if vm.is_exact::<PyTuple>(iterable)
            && let Some(tuple) = iterable.downcast::<PyTuple>()
        {
            return vm.join_str(this.value(), tuple.items());
        }
        if vm.type_of(iterable).slots.iter.get().is_none() && !vm.is_sequence(iterable) {
            return Err(vm.type_error("can only join an iterable"));
        }
        if vm.is_exact::<PyList>(iterable)
            && let Some(list) = iterable.downcast::<PyList>()
            && let Some(joined) = vm.join_short(this.data(), list.items.borrow(vm))
        {
            return Ok(joined);
        }
        let items = vm.collect(iterable)?;
        vm.join_str(this.value(), &items)
    }
}
