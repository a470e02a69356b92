//! Searching, splitting and changing bytes: what the shared methods do with their arguments.

use std::borrow::Cow;
use std::ops::Range;

use super::{ByteString, ascii};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::stringlib::{self, Side, find, part, replace::Replacement, split};
use crate::value::Value;
use crate::vm::Vm;

/// Optional start and end.
pub type Bounds<'a> = (Option<&'a Value>, Option<&'a Value>);

/// The range in which to search; `None` if start lies behind the end.
fn search_range<T: ByteString>(vm: &mut Vm, this: &T, bounds: Bounds<'_>) -> PyResult<Option<Range<usize>>> {
    let len = this.bytes(vm).len();
    let (start, end) = vm.search_range(bounds.0, bounds.1, len)?;
    Ok((start <= end).then_some(start..end))
}

/// Place of `sub`, found by `search`.
pub fn position<T: ByteString>(
    vm: &mut Vm,
    this: &T,
    sub: &Value,
    bounds: Bounds<'_>,
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> PyResult<Option<usize>> {
    let range = search_range(vm, this, bounds)?;
    let sub = vm.byte_needle(sub)?;
    Ok(range.and_then(|range| {
        let start = range.start;
        search(part(this.bytes(vm), range), &sub).map(|place| start + place)
    }))
}

/// `count`.
pub fn count<T: ByteString>(vm: &mut Vm, this: &T, sub: &Value, bounds: Bounds<'_>) -> PyResult<usize> {
    let range = search_range(vm, this, bounds)?;
    let sub = vm.byte_needle(sub)?;
    Ok(range.map_or(0, |range| find::count(part(this.bytes(vm), range), &sub, usize::MAX)))
}

/// `startswith` and `endswith`.
pub fn has_end<T: ByteString>(
    vm: &mut Vm,
    this: &T,
    affix: &Value,
    bounds: Bounds<'_>,
    at_end: bool,
) -> PyResult<bool> {
    let range = search_range(vm, this, bounds)?;
    let matches = |vm: &mut Vm, affix: &Value| -> PyResult<bool> {
        let affix = vm.bytes_like(affix)?;
        let Some(range) = range.clone() else { return Ok(false) };
        let part = part(this.bytes(vm), range);
        Ok(if at_end { part.ends_with(&affix) } else { part.starts_with(&affix) })
    };
    if let Some(tuple) = affix.downcast::<PyTuple>() {
        for affix in tuple.items() {
            if matches(vm, affix)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if !vm.has_buffer(affix) {
        let ty = vm.type_name(affix);
        let method = if at_end { "endswith" } else { "startswith" };
        return Err(vm.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {ty}")));
    }
    matches(vm, affix)
}

/// A list of the parts at `ranges`.
pub fn parts<T: ByteString>(vm: &mut Vm, this: This<'_, T>, ranges: Vec<Range<usize>>) -> Value {
    let parts = ranges.into_iter().map(|range| this.take(vm, this.value(), range)).collect();
    vm.new_list(parts)
}

/// `split` and `rsplit`.
pub fn split_at<T: ByteString>(
    vm: &mut Vm,
    this: This<'_, T>,
    sep: Option<&Value>,
    max: isize,
    right: bool,
) -> PyResult {
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let sep = match sep {
        Some(sep) => Some(vm.bytes_like(sep)?),
        None => None,
    };
    let bytes = this.payload().bytes(vm);
    let ranges = match (&sep, right) {
        (None, false) => split::split_space(bytes, max, ascii::is_space),
        (None, true) => split::rsplit_space(bytes, max, ascii::is_space),
        (Some(sep), _) if sep.is_empty() => return Err(vm.value_error("empty separator")),
        (Some(sep), false) => split::split(bytes, sep, max),
        (Some(sep), true) => split::rsplit(bytes, sep, max),
    };
    Ok(parts(vm, this, ranges))
}

/// `partition` and `rpartition`.
pub fn partition<T: ByteString>(vm: &mut Vm, this: This<'_, T>, sep: &Value, right: bool) -> PyResult {
    let text = vm.bytes_like(sep)?;
    if text.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let bytes = this.payload().bytes(vm);
    let len = bytes.len();
    let found = if right { split::rpartition(bytes, &text) } else { split::partition(bytes, &text) };
    let middle = if T::NAME == "bytes" { sep.clone() } else { T::make(vm, &text) };
    let parts = match found {
        Some((head, tail)) => [this.take(vm, this.value(), 0..head), middle, this.take(vm, this.value(), tail..len)],
        None => {
            // An immutable receiver goes in as it is, even one of a subclass.
            let whole = if T::NAME == "bytes" { this.value().clone() } else { this.take(vm, this.value(), 0..len) };
            let (first, last) = (T::make(vm, b""), T::make(vm, b""));
            if right { [first, last, whole] } else { [whole, first, last] }
        }
    };
    Ok(vm.new_tuple_from(&parts))
}

/// `strip` and its kin.
pub fn strip<T: ByteString>(vm: &mut Vm, this: This<'_, T>, chars: Option<&Value>, side: Side) -> PyResult {
    let range = match chars {
        None => stringlib::strip(this.payload().bytes(vm), side, ascii::is_space),
        Some(chars) => {
            let mut set = [false; 256];
            for &byte in vm.bytes_like(chars)?.iter() {
                if let Some(slot) = set.get_mut(usize::from(byte)) {
                    *slot = true;
                }
            }
            let dropped = |byte: u8| set.get(usize::from(byte)).copied().unwrap_or(false);
            stringlib::strip(this.payload().bytes(vm), side, dropped)
        }
    };
    Ok(this.take(vm, this.value(), range))
}

/// `replace`.
pub fn replace<T: ByteString>(vm: &mut Vm, this: This<'_, T>, old: &Value, new: &Value, count: isize) -> PyResult {
    let (old, new) = (vm.bytes_like(old)?, vm.bytes_like(new)?);
    let max = usize::try_from(count).unwrap_or(usize::MAX);
    let bytes = this.payload().bytes(vm);
    if let ([old], [new]) = (&*old, &*new)
        && max >= bytes.len()
        && old != new
        && bytes.len() < 1 << 16
    {
        let made: Vec<u8> = bytes.iter().map(|byte| if byte == old { *new } else { *byte }).collect();
        return if made == bytes { Ok(this.take(vm, this.value(), 0..made.len())) } else { Ok(T::make(vm, &made)) };
    }
    let Some(plan) = Replacement::plan(bytes, &old, &new, max) else {
        let len = bytes.len();
        return Ok(this.take(vm, this.value(), 0..len));
    };
    let len = plan.result_len();
    if len.is_none_or(|len| isize::try_from(len).is_err()) {
        return Err(vm.overflow_error("replace bytes is too long"));
    }
    // The plan borrows from the Vm: memory is checked for before it is carried out again.
    vm.check_size(len.unwrap_or(0).saturating_mul(2))?;
    let bytes = this.payload().bytes(vm);
    let made = Replacement::plan(bytes, &old, &new, max).map(|plan| plan.make()).unwrap_or_default();
    Ok(T::make(vm, &made))
}

/// `join`.
pub fn join<T: ByteString>(vm: &mut Vm, this: This<'_, T>, iterable: &Value) -> PyResult {
    if vm.type_of(iterable).slots.iter.get().is_none() && !vm.is_sequence(iterable) {
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(iterable)?;
    if let [only] = items.as_slice()
        && T::NAME == "bytes"
        && vm.is_exact::<crate::heap::var::PyBytes>(only)
    {
        return Ok(only.clone());
    }
    let mut out = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(this.payload().bytes(vm));
        }
        if !vm.has_buffer(item) {
            let ty = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {i}: expected a bytes-like object, {ty} found")));
        }
        if i.is_multiple_of(1024) {
            vm.check_size(out.len())?;
        }
        vm.with_buffer(item, |_, bytes| out.extend_from_slice(bytes))?;
    }
    Ok(T::make(vm, &out))
}

/// `translate`.
pub fn translate<T: ByteString>(vm: &mut Vm, this: This<'_, T>, table: &Value, delete: Option<&Value>) -> PyResult {
    let table = if table.is_none() { None } else { Some(vm.bytes_like(table)?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = match delete {
        Some(delete) => vm.bytes_like(delete)?,
        None => Cow::Borrowed(&[][..]),
    };
    let mut deleted = [false; 256];
    delete.iter().for_each(|&byte| deleted.get_mut(usize::from(byte)).into_iter().for_each(|slot| *slot = true));
    let kept = this.payload().bytes(vm).iter().filter(|&&byte| !deleted.get(usize::from(byte)).is_some_and(|&d| d));
    let out: Vec<u8> = match &table {
        Some(table) => kept.map(|&byte| table.get(usize::from(byte)).copied().unwrap_or(byte)).collect(),
        None => kept.copied().collect(),
    };
    Ok(T::make(vm, &out))
}

/// `bytes.maketrans`.
pub fn maketrans(vm: &mut Vm, from: &Value, to: &Value) -> PyResult {
    let (from, to) = (vm.bytes_like(from)?, vm.bytes_like(to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to.iter()) {
        if let Some(slot) = table.get_mut(usize::from(from)) {
            *slot = to;
        }
    }
    Ok(vm.new_bytes(&table))
}

/// `hex`, of any bytes.
pub fn hex(vm: &mut Vm, bytes: &[u8], sep: Option<&Value>, group: i32) -> PyResult<String> {
    let separator = match sep {
        None => None,
        Some(sep) => {
            if vm.len(sep)? != 1 {
                return Err(vm.value_error("sep must be length 1."));
            }
            let text = sep.downcast::<crate::heap::var::PyStr>();
            let first = match text {
                Some(text) => (text.len() == 1).then(|| text.data().get(0)).flatten(),
                None if sep.is_a::<crate::heap::var::PyBytes>() => match *vm.bytes_like(sep)? {
                    [byte] => Some(u32::from(byte)),
                    _ => None,
                },
                None => return Err(vm.type_error("sep must be str or bytes.")),
            };
            let Some(first) = first else { return Err(vm.value_error("sep must be length 1.")) };
            match u8::try_from(first).ok().filter(|byte| byte.is_ascii()) {
                Some(byte) => Some(byte),
                None => return Err(vm.value_error("sep must be ASCII.")),
            }
        }
    };
    vm.check_size(bytes.len().saturating_mul(3))?;
    Ok(ascii::hex(bytes, separator, group as isize))
}
