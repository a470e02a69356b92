//! The words behind a payload: `__slots__`, the `__dict__` word, inline attributes.

#![expect(unsafe_code, reason = "the words are reached by pointer arithmetic")]

use super::header::Header;
use super::layout;
use crate::value::Value;

impl Value {
    /// Address of the `index`-th tail word, if the object has that many.
    #[inline]
    fn tail_word(&self, index: usize) -> Option<*mut Value> {
        let head = self.header()?;
        if index >= usize::from(head.tail) {
            return None;
        }
        let start: *const Header = head;
        let vtable = layout::vtable(head.layout)?;
        // SAFETY: the object is live; its layout's `trailing` reads its own payload; the tail has more than `index` words.
        unsafe {
            let trailing = (vtable.trailing)(start);
            let words = start.cast::<u8>().add(vtable.size + trailing.next_multiple_of(8));
            Some(words.cast_mut().cast::<Value>().add(index))
        }
    }

    /// Offset in bytes from the object's start to tail word `index`, for inline caches; only for layouts of fixed size.
    pub(crate) fn tail_offset(&self, index: usize) -> Option<usize> {
        let word = self.tail_word(index)?;
        Some(word as usize - self.word() as usize)
    }

    /// A copy of tail word `index`; unbound words and words the object does not have give `None`.
    #[inline]
    pub(crate) fn tail_get(&self, index: usize) -> Option<Value> {
        // SAFETY: the word is a live value, and no Python code runs while it is copied.
        self.tail_word(index).and_then(|word| unsafe { (*word).clone() }.bound())
    }

    /// Replaces tail word `index` and hands out what was there. The object must have that word, or nothing happens.
    #[inline]
    pub(crate) fn tail_replace(&self, index: usize, value: Value) -> Option<Value> {
        // SAFETY: the word is a live value; nobody holds a reference to it (copies only, in `tail_get`).
        self.tail_word(index).and_then(|word| unsafe { word.replace(value) }.bound())
    }

    /// Number of tail words.
    pub(crate) fn tail_len(&self) -> usize {
        self.header().map_or(0, |head| usize::from(head.tail))
    }

    /// The `index`-th word that a builtin type keeps with its instances (`TypeDef::extra_words`); `None` if it is empty.
    pub fn extra_word(&self, index: usize) -> Option<Value> {
        self.tail_get(index)
    }

    /// Sets the word, or with no value empties it.
    pub fn set_extra_word(&self, index: usize, value: Option<Value>) {
        drop(self.tail_replace(index, value.unwrap_or(Value::UNBOUND)));
    }
}
