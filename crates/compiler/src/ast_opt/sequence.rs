//! Folding of str, bytes and tuples: `+`, `*` and subscripts.

use minipy_parser::ast::Wtf8;
use minipy_parser::ast::constant::push_code_point;

use super::{Folder, MAX_COLLECTION_SIZE, MAX_STR_SIZE, MAX_TOTAL_ITEMS};
use crate::consts::{ConstId, Value};

impl<'a> Folder<'_, 'a> {
    /// `left + right` of two sequences.
    pub(super) fn concat(&mut self, left: ConstId, right: ConstId) -> Option<Value<'a>> {
        match (self.consts.value(left), self.consts.value(right)) {
            (&Value::Str(left), &Value::Str(right)) => {
                let bytes = [self.strings.text(left).as_bytes(), self.strings.text(right).as_bytes()].concat();
                Some(self.text(&bytes))
            }
            (&Value::Bytes(left), &Value::Bytes(right)) => {
                Some(Value::Bytes(self.arena.alloc_slice_copy(&[left, right].concat())))
            }
            (&Value::Tuple(left), &Value::Tuple(right)) => {
                Some(Value::Tuple(self.arena.alloc_slice_copy(&[left, right].concat())))
            }
            _ => None,
        }
    }

    /// `sequence * times`; `times` is nothing for an int beyond 64 bits, with which only CPython's errors are made.
    pub(super) fn repeat(&mut self, sequence: ConstId, times: i64) -> Option<Value<'a>> {
        let within = |size: usize, limit: i64| size == 0 || (times >= 0 && times <= limit / size as i64);
        let count = usize::try_from(times).unwrap_or(0);
        match *self.consts.value(sequence) {
            Value::Str(text) => {
                let text = self.strings.text(text);
                within(length(text), MAX_STR_SIZE)
                    .then(|| self.text(&text.as_bytes().repeat(bounded(count, text.is_empty()))))
            }
            Value::Bytes(bytes) => within(bytes.len(), MAX_STR_SIZE)
                .then(|| Value::Bytes(self.arena.alloc_slice_copy(&bytes.repeat(bounded(count, bytes.is_empty()))))),
            Value::Tuple(items) => {
                let small = within(items.len(), MAX_COLLECTION_SIZE)
                    && (items.is_empty() || times == 0 || self.room_left(sequence, MAX_TOTAL_ITEMS / times) >= 0);
                small
                    .then(|| Value::Tuple(self.arena.alloc_slice_copy(&items.repeat(bounded(count, items.is_empty())))))
            }
            _ => None,
        }
    }

    /// `limit` less the items in a tuple and in the tuples in it; any negative number once it is used up.
    fn room_left(&self, id: ConstId, limit: i64) -> i64 {
        let items = match self.consts.value(id) {
            Value::Tuple(items) => items,
            Value::FrozenSet(set) => set.items,
            _ => return limit,
        };
        let mut limit = limit - items.len() as i64;
        for &item in items {
            if limit < 0 {
                break;
            }
            limit = self.room_left(item, limit);
        }
        limit
    }

    /// `sequence[index]`
    pub fn subscript(&mut self, sequence: ConstId, index: ConstId) -> Option<ConstId> {
        let index = match *self.consts.value(index) {
            Value::Int(index) => index,
            Value::Bool(index) => i64::from(index),
            _ => return None,
        };
        let at = |len: usize| usize::try_from(if index < 0 { index.checked_add(len as i64)? } else { index }).ok();
        match *self.consts.value(sequence) {
            Value::Tuple(items) => items.get(at(items.len())?).copied(),
            Value::Bytes(bytes) => {
                let byte = *bytes.get(at(bytes.len())?)?;
                Some(self.consts.add(Value::Int(i64::from(byte))))
            }
            Value::Str(text) => {
                let text = self.strings.text(text);
                let point = text.code_points().nth(at(length(text))?)?;
                let mut bytes = Vec::with_capacity(4);
                push_code_point(&mut bytes, point);
                let value = self.text(&bytes);
                Some(self.consts.add(value))
            }
            _ => None,
        }
    }

    fn text(&mut self, wtf8: &[u8]) -> Value<'a> {
        Value::Str(self.strings.intern(Wtf8::from_wtf8(self.arena.alloc_slice_copy(wtf8))))
    }
}

/// The length of a text in code points.
fn length(text: Wtf8<'_>) -> usize {
    // Every byte but those of the form 10xxxxxx starts a code point, in WTF-8 as in UTF-8.
    text.as_bytes().iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// However often nothing is repeated, it stays nothing.
fn bounded(count: usize, empty: bool) -> usize {
    if empty { 0 } else { count }
}
