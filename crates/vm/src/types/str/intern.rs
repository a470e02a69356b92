//! The table of interned strs: one object a text, so that names compare by identity.

use hashbrown::HashTable;

use super::hash::hash_bytes;
use crate::heap::flag;
use crate::heap::var::PyStr;
use crate::value::Value;

/// Every interned str, by hash. Entries are immortal: names are few and used all the time.
#[derive(Default)]
pub struct Interner {
    table: HashTable<Value>,
}

impl Interner {
    /// The interned str with this ASCII text, if there is one.
    pub fn find(&self, text: &str, key: (u64, u64)) -> Option<Value> {
        if !text.is_ascii() {
            return None;
        }
        let hash = hash_bytes(text.as_bytes(), key) as u64;
        self.table.find(hash, |entry| entry.downcast::<PyStr>().and_then(PyStr::as_ascii) == Some(text)).cloned()
    }

    /// The interned equal of `value`, which becomes interned itself if there was none. Not for instances of subclasses.
    pub fn intern(&mut self, value: &Value, key: (u64, u64)) -> Value {
        let (Some(text), Some(head)) = (value.downcast::<PyStr>(), value.header()) else { return value.clone() };
        if head.has_flag(flag::INTERNED) {
            return value.clone();
        }
        let hash = text.cached_hash(key) as u64;
        let same = |entry: &Value| entry.downcast::<PyStr>().is_some_and(|other| other.same_text(text));
        if let Some(found) = self.table.find(hash, same) {
            return found.clone();
        }
        head.set_flag(flag::INTERNED);
        value.make_immortal();
        let rehash = |entry: &Value| entry.downcast::<PyStr>().map_or(0, |s| s.cached_hash(key) as u64);
        self.table.insert_unique(hash, value.clone(), rehash);
        value.clone()
    }
}
