//! The table of interned strs: one object a text, so that names compare by identity.

use hashbrown::HashTable;

use super::hash::hash_bytes;
use crate::heap::flag;
use crate::heap::var::PyStr;
use crate::value::Value;

/// Every interned str, by hash. Entries are immortal: names are few and used all the time.
pub struct Interner {
    table: HashTable<Value>,
}

/// Room for the names of a program that imports little: the table is not copied over and over while the Vm starts.
const NAMES: usize = 1600;

impl Default for Interner {
    fn default() -> Interner {
        Interner { table: HashTable::with_capacity(NAMES) }
    }
}

impl Interner {
    /// The interned str with this ASCII text; the text's hash if there is none.
    pub fn find(&self, text: &str, key: (u64, u64)) -> Result<Value, i64> {
        let hash = hash_bytes(text.as_bytes(), key);
        let same = |entry: &Value| entry.downcast::<PyStr>().and_then(PyStr::as_ascii) == Some(text);
        self.table.find(hash as u64, same).cloned().ok_or(hash)
    }

    /// Interns a str whose text, with this hash, is not in the table yet.
    pub fn insert(&mut self, value: &Value, hash: i64, key: (u64, u64)) {
        let (Some(text), Some(head)) = (value.downcast::<PyStr>(), value.header()) else { return };
        text.hash.set(hash);
        head.set_flag(flag::INTERNED);
        value.make_immortal();
        let rehash = |entry: &Value| entry.downcast::<PyStr>().map_or(0, |text| text.cached_hash(key) as u64);
        self.table.insert_unique(hash as u64, value.clone(), rehash);
    }

    /// The interned equal of `value`, which becomes interned itself if there was none. Not for instances of subclasses.
    pub fn intern(&mut self, value: &Value, key: (u64, u64)) -> Value {
        let (Some(text), Some(head)) = (value.downcast::<PyStr>(), value.header()) else { return value.clone() };
        if head.has_flag(flag::INTERNED) {
            return value.clone();
        }
        let hash = text.cached_hash(key);
        let same = |entry: &Value| entry.downcast::<PyStr>().is_some_and(|other| other.same_text(text));
        if let Some(found) = self.table.find(hash as u64, same) {
            return found.clone();
        }
        self.insert(value, hash, key);
        value.clone()
    }
}
