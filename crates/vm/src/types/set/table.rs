//! `SetTable`: the hash table of set and frozenset.
//!
//! Answers to the first half of CPython's Objects/setobject.c. Table sizes, probe order and growth are CPython's, so
//! that sets of ints (and of everything else with the same hashes) iterate in the same order. Comparing keys may run
//! Python code, so a search is a cursor that stops for each comparison and goes on, or starts again, afterwards.

use std::mem;

use crate::exc::PyResult;
use crate::heap::{ClearedDefault, Trace, Visitor, VmCell};
use crate::types::dict::same_key;
use crate::value::Value;
use crate::vm::Vm;

/// Smallest table.
const MIN_SIZE: usize = 8;
/// Neighbours looked at after an entry, before the perturbed jump.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Hash of an entry whose key was removed; no object has it.
const DUMMY_HASH: i64 = -1;

struct Entry {
    /// Unbound if the entry was never used (hash 0) or its key was removed (hash -1).
    key: Value,
    hash: i64,
}

impl Entry {
    const EMPTY: Entry = Entry { key: Value::UNBOUND, hash: 0 };

    #[inline(always)]
    fn never_used(&self) -> bool {
        self.hash == 0 && self.key.is_unbound()
    }
}

/// See the module.
pub struct SetTable {
    /// Empty until the first key comes; `mask + 1` entries from then on.
    entries: Box<[Entry]>,
    mask: usize,
    /// Keys and removed keys.
    fill: usize,
    used: usize,
    /// Where `pop` goes on.
    finger: usize,
    /// Changes when the entries move: a search that was stopped must start again.
    stamp: u64,
}

impl Default for SetTable {
    fn default() -> SetTable {
        SetTable { entries: Box::default(), mask: MIN_SIZE - 1, fill: 0, used: 0, finger: 0, stamp: 0 }
    }
}

/// Where a search is.
struct Cursor {
    /// First entry of the current run of neighbours.
    base: usize,
    offset: usize,
    perturb: u64,
    /// A removed key's entry on the way.
    free: Option<usize>,
}

impl Cursor {
    #[inline(always)]
    fn new(mask: usize, hash: i64) -> Cursor {
        Cursor { base: hash as usize & mask, offset: 0, perturb: hash as u64, free: None }
    }

    #[inline(always)]
    fn place(&self) -> usize {
        self.base + self.offset
    }

    #[inline(always)]
    fn advance(&mut self, mask: usize) {
        if self.offset < LINEAR_PROBES && self.base + LINEAR_PROBES <= mask {
            self.offset += 1;
            return;
        }
        self.perturb >>= PERTURB_SHIFT;
        self.base = self.base.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize) & mask;
        self.offset = 0;
    }
}

/// What a search came upon.
enum Step {
    Found(usize),
    /// The key is not there; it would go here.
    Absent(usize),
    /// Only Python can tell whether this entry's key is the one.
    Compare(usize, Value),
}

/// Result of a search.
enum Search {
    Found(usize),
    Absent(usize),
}

/// A slot number that stands for the first entry of a table without memory.
const NO_MEMORY_YET: usize = usize::MAX;

impl SetTable {
    /// Number of keys.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there is no key.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Bytes behind the set object's own, as CPython counts them.
    pub fn extra_size(&self) -> usize {
        if self.mask + 1 == MIN_SIZE { 0 } else { (self.mask + 1) * 16 }
    }

    /// The key at `place` or the first one behind it, with its hash and its place.
    #[inline]
    pub fn next(&self, place: usize) -> Option<(usize, &Value, i64)> {
        let rest = self.entries.get(place..)?;
        let found = rest.iter().position(|entry| !entry.key.is_unbound())?;
        rest.get(found).map(|entry| (place + found, &entry.key, entry.hash))
    }

    /// The keys in table order.
    pub fn keys(&self) -> impl Iterator<Item = &Value> {
        self.entries.iter().map(|entry| &entry.key).filter(|key| !key.is_unbound())
    }

    /// The hashes of the keys.
    pub fn hashes(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().filter(|entry| !entry.key.is_unbound()).map(|entry| entry.hash)
    }

    #[inline(always)]
    fn step(&self, cursor: &mut Cursor, key: &Value, hash: i64) -> Step {
        loop {
            let place = cursor.place();
            let Some(entry) = self.entries.get(place) else { return Step::Absent(NO_MEMORY_YET) };
            if entry.never_used() {
                return Step::Absent(cursor.free.unwrap_or(place));
            }
            cursor.advance(self.mask);
            if entry.hash == hash {
                match same_key(&entry.key, key) {
                    Some(true) => return Step::Found(place),
                    Some(false) => {}
                    None => return Step::Compare(place, entry.key.clone()),
                }
            } else if entry.hash == DUMMY_HASH {
                cursor.free = Some(place);
            }
        }
    }

    #[inline]
    fn put(&mut self, place: usize, key: Value, hash: i64) {
        let place = if place == NO_MEMORY_YET {
            self.entries = empty_entries(self.mask + 1);
            self.stamp += 1;
            hash as usize & self.mask
        } else {
            place
        };
        let Some(entry) = self.entries.get_mut(place) else { return };
        let reused = entry.hash == DUMMY_HASH;
        // What was there is no object: nothing to drop.
        mem::forget(mem::replace(entry, Entry { key, hash }));
        self.used += 1;
        if reused {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask * 3 {
            self.resize(self.growth());
        }
    }

    fn growth(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    /// Moves the keys to a table with more than `min_used` entries, leaving removed ones behind.
    fn resize(&mut self, min_used: usize) {
        let size = (min_used + 1).next_power_of_two().max(MIN_SIZE);
        if size == MIN_SIZE && self.mask + 1 == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = mem::replace(&mut self.entries, empty_entries(size));
        self.mask = size - 1;
        self.fill = self.used;
        self.stamp += 1;
        for entry in old {
            if !entry.key.is_unbound() {
                self.put_new(entry.key, entry.hash);
            }
        }
    }

    /// Writes a key that is known to be absent, into a table without removed keys. Counts are the caller's.
    #[inline]
    fn put_new(&mut self, key: Value, hash: i64) {
        let mut cursor = Cursor::new(self.mask, hash);
        loop {
            match self.entries.get_mut(cursor.place()) {
                Some(entry) if entry.key.is_unbound() => {
                    mem::forget(mem::replace(entry, Entry { key, hash }));
                    return;
                }
                Some(_) => cursor.advance(self.mask),
                None => return,
            }
        }
    }

    fn take_at(&mut self, place: usize) -> Option<Value> {
        let entry = self.entries.get_mut(place)?;
        let removed = mem::replace(entry, Entry { key: Value::UNBOUND, hash: DUMMY_HASH });
        self.used -= 1;
        Some(removed.key)
    }

    /// Removes and returns some key.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask;
        let place = match self.next(start) {
            Some((place, ..)) => place,
            None => self.next(0)?.0,
        };
        self.finger = place + 1;
        self.take_at(place)
    }

    /// Removes everything. What is returned should be dropped without the table borrowed.
    pub fn clear(&mut self) -> SetTable {
        let stamp = self.stamp + 1;
        mem::replace(self, SetTable { stamp, finger: self.finger, ..SetTable::default() })
    }

    /// Makes room for `more` keys of which few are thought to be there already.
    fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Gets rid of removed keys if they are more than a quarter.
    pub fn tidy(&mut self) {
        if self.fill - self.used > self.mask / 4 {
            self.resize(self.growth());
        }
    }

    /// Adds keys of another table until one has to be compared by Python code; returns how far it came.
    fn add_plain(&mut self, other: &SetTable) -> usize {
        for (from, entry) in other.entries.iter().enumerate() {
            if entry.key.is_unbound() {
                continue;
            }
            let mut cursor = Cursor::new(self.mask, entry.hash);
            match self.step(&mut cursor, &entry.key, entry.hash) {
                Step::Found(_) => {}
                Step::Absent(place) => self.put(place, entry.key.clone(), entry.hash),
                Step::Compare(..) => return from,
            }
        }
        other.entries.len()
    }

    /// Takes over the keys of `other`; this table has room for them and was never used.
    fn copy_into_empty(&mut self, other: &SetTable) {
        self.stamp += 1;
        self.fill = other.used;
        self.used = other.used;
        if self.mask == other.mask && other.fill == other.used {
            self.entries =
                other.entries.iter().map(|entry| Entry { key: entry.key.clone(), hash: entry.hash }).collect();
            return;
        }
        if self.entries.is_empty() {
            self.entries = empty_entries(self.mask + 1);
        }
        for entry in &other.entries {
            if !entry.key.is_unbound() {
                self.put_new(entry.key.clone(), entry.hash);
            }
        }
    }
}

fn empty_entries(size: usize) -> Box<[Entry]> {
    std::iter::repeat_with(|| Entry::EMPTY).take(size).collect()
}

impl Trace for SetTable {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.keys().for_each(visit);
    }
}

impl ClearedDefault for SetTable {
    fn cleared() -> SetTable {
        SetTable::default()
    }
}

/// Operations that may compare keys, and so run Python code that changes the table.
impl VmCell<SetTable> {
    /// Where a key is, or would be.
    #[inline(always)]
    fn search(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Search> {
        // The first place tells more often than not.
        let table = self.borrow(vm);
        let place = hash as usize & table.mask;
        match table.entries.get(place) {
            Some(entry) if entry.never_used() => Ok(Search::Absent(place)),
            Some(entry) if entry.hash == hash && entry.key.is(key) => Ok(Search::Found(place)),
            _ => self.search_on(vm, key, hash),
        }
    }

    #[inline(never)]
    fn search_on(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Search> {
        'restart: loop {
            let mut cursor = Cursor::new(self.borrow(vm).mask, hash);
            loop {
                let table = self.borrow(vm);
                match table.step(&mut cursor, key, hash) {
                    Step::Found(place) => return Ok(Search::Found(place)),
                    Step::Absent(place) => return Ok(Search::Absent(place)),
                    Step::Compare(place, candidate) => {
                        let stamp = table.stamp;
                        let equal = vm.eq(&candidate, key)?;
                        let table = self.borrow(vm);
                        if table.stamp != stamp
                            || !table.entries.get(place).is_some_and(|entry| entry.key.is(&candidate))
                        {
                            continue 'restart;
                        }
                        if equal {
                            return Ok(Search::Found(place));
                        }
                    }
                }
            }
        }
    }

    /// Adds a key whose hash is known; true if it was not there.
    #[inline]
    pub fn add_hashed(&self, vm: &mut Vm, key: Value, hash: i64) -> PyResult<bool> {
        match self.search(vm, &key, hash)? {
            Search::Found(_) => Ok(false),
            Search::Absent(place) => {
                self.borrow_mut(vm).put(place, key, hash);
                Ok(true)
            }
        }
    }

    /// Adds a key; true if it was not there.
    #[inline]
    pub fn add(&self, vm: &mut Vm, key: Value) -> PyResult<bool> {
        let hash = vm.hash(&key)?;
        self.add_hashed(vm, key, hash)
    }

    /// Whether a key with this hash is there.
    #[inline]
    pub fn has_hashed(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<bool> {
        if self.borrow(vm).is_empty() {
            return Ok(false);
        }
        Ok(matches!(self.search(vm, key, hash)?, Search::Found(_)))
    }

    /// Removes a key with this hash; false if it was not there.
    pub fn discard_hashed(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<bool> {
        match self.search(vm, key, hash)? {
            Search::Absent(_) => Ok(false),
            Search::Found(place) => {
                drop(self.borrow_mut(vm).take_at(place));
                Ok(true)
            }
        }
    }

    /// A copy of the key at `place` or the first one behind it; `place` moves past it.
    #[inline]
    pub fn next(&self, vm: &Vm, place: &mut usize) -> Option<(Value, i64)> {
        let (found, key, hash) = self.borrow(vm).next(*place)?;
        *place = found + 1;
        Some((key.clone(), hash))
    }

    /// Adds all keys of another set.
    pub fn merge(&self, vm: &mut Vm, other: &VmCell<SetTable>) -> PyResult<()> {
        let more = other.borrow(vm).len();
        if std::ptr::eq(self, other) || more == 0 {
            return Ok(());
        }
        self.borrow_mut(vm).reserve(more);
        if self.borrow(vm).fill == 0 {
            // Taken out, so that the two can be borrowed together: no Python code runs meanwhile.
            let mut table = self.take(vm);
            table.copy_into_empty(other.borrow(vm));
            drop(self.replace(vm, table));
            return Ok(());
        }
        // As long as no Python code is needed, the two can be borrowed together.
        let mut table = self.take(vm);
        let mut place = table.add_plain(other.borrow(vm));
        drop(self.replace(vm, table));
        while let Some((key, hash)) = other.next(vm, &mut place) {
            self.add_hashed(vm, key, hash)?;
        }
        Ok(())
    }

    /// Replaces the whole content.
    pub fn exchange(&self, vm: &mut Vm, table: SetTable) {
        let stamp = self.borrow(vm).stamp.max(table.stamp) + 1;
        drop(self.replace(vm, SetTable { stamp, ..table }));
    }

    /// Makes room for keys that are about to be added.
    pub fn reserve(&self, vm: &mut Vm, more: usize) {
        self.borrow_mut(vm).reserve(more);
    }
}
