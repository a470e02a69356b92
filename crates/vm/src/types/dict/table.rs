//! The table behind `dict`: compact, insertion-ordered, with its own probing (CPython's Objects/dictobject.c, PEP 468).
//!
//! `indices` is an open-addressing table of positions in `entries`, which are in insertion order; deleted entries stay as
//! holes until the next rebuild. Probing compares hashes first; comparing keys may run Python code, so the probing that
//! needs it (`PyDict::lookup`) steps through `candidate` without keeping a borrow.

use std::cell::Cell;

use crate::heap::{ClearedDefault, Trace, Visitor, flag};
use crate::value::Value;

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;
const PERTURB_SHIFT: u32 = 5;

/// One key with its value. A hole has an unbound key.
#[derive(Clone)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key; unbound in a hole.
    pub key: Value,
    /// The value.
    pub value: Value,
}

impl Entry {
    const HOLE: Entry = Entry { hash: 0, key: Value::UNBOUND, value: Value::UNBOUND };
}

/// See the module.
pub struct DictTable {
    indices: Box<[u32]>,
    pub(crate) entries: Vec<Entry>,
    used: usize,
    /// All entries before this one are holes.
    first: usize,
    /// Slots of `indices` that are not empty, deleted ones included: probing must always meet an empty one.
    filled: usize,
    /// A number that no other state of any dict's keys has: changes when a key comes or goes or entries move,
    /// not when a value is replaced. Inline caches hold it with a position in `entries`.
    version: u32,
    /// See [`Toggle`].
    toggle: Option<Box<Toggle>>,
}

/// A name that goes and comes back as the last of the keys, as that of `except ... as name` does: the keys have the same
/// version again each time they are the same again, so that inline caches hold on.
struct Toggle {
    key: Value,
    position: usize,
    /// The version of the keys with it.
    present: u32,
    /// The version of the keys without it, if they have one.
    absent: u32,
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

fn next_version() -> u32 {
    let version = NEXT_VERSION.get();
    NEXT_VERSION.set(version.wrapping_add(1).max(1));
    version
}

/// Where probing for a hash stands.
pub struct Probe {
    slot: usize,
    perturb: u64,
}

impl DictTable {
    /// An empty table; allocates nothing.
    pub fn new() -> DictTable {
        DictTable { indices: Box::new([]), entries: Vec::new(), used: 0, first: 0, filled: 0, version: 0, toggle: None }
    }

    /// A table with room for `count` keys.
    pub fn with_capacity(count: usize) -> DictTable {
        let mut table = DictTable::new();
        if count > 0 {
            table.rebuild(count);
        }
        table
    }

    /// Number of keys.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The keys' version, assigned when first asked for; 0 never matches.
    #[inline(always)]
    pub fn version(&mut self) -> u32 {
        if self.version == 0 {
            self.version = next_version();
        }
        self.version
    }

    /// The version if one was assigned since the last change of keys.
    #[inline(always)]
    pub fn current_version(&self) -> u32 {
        self.version
    }

    /// The entry at a position, holes included.
    #[inline(always)]
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)
    }

    /// The entries in order, without holes.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + Clone {
        self.entries.iter().filter(|entry| !entry.key.is_unbound())
    }

    /// The first real entry at or after `position`, and its position.
    #[inline]
    pub fn next_from(&self, position: usize) -> Option<(usize, &Entry)> {
        let mut position = position.max(self.first);
        loop {
            let entry = self.entries.get(position)?;
            if !entry.key.is_unbound() {
                return Some((position, entry));
            }
            position += 1;
        }
    }

    /// The last real entry before `end`, and its position.
    pub fn previous_from(&self, end: usize) -> Option<(usize, &Entry)> {
        (0..end.min(self.entries.len()))
            .rev()
            .find_map(|i| self.entries.get(i).filter(|e| !e.key.is_unbound()).map(|e| (i, e)))
    }

    #[inline(always)]
    fn mask(&self) -> usize {
        self.indices.len().wrapping_sub(1)
    }

    /// Starts probing for `hash`.
    #[inline(always)]
    pub fn probe(&self, hash: i64) -> Probe {
        Probe { slot: hash as usize & self.mask(), perturb: hash as u64 }
    }

    /// The next entry with this hash along the probe, and its position; `None` when there is none left.
    #[inline(always)]
    pub fn candidate(&self, probe: &mut Probe, hash: i64) -> Option<(usize, &Entry)> {
        loop {
            let index = *self.indices.get(probe.slot)?;
            probe.perturb >>= PERTURB_SHIFT;
            probe.slot =
                (probe.slot.wrapping_mul(5).wrapping_add(probe.perturb as usize).wrapping_add(1)) & self.mask();
            if index == EMPTY {
                return None;
            }
            if let Some(entry) = self.entries.get(index as usize)
                && entry.hash == hash
                && !entry.key.is_unbound()
            {
                return Some((index as usize, entry));
            }
        }
    }

    /// The position of a key by identity, or by `same` for other keys of the same hash. `same` runs no Python code.
    #[inline(always)]
    pub fn find(&self, hash: i64, key: &Value, mut same: impl FnMut(&Value) -> bool) -> Option<usize> {
        let mut probe = self.probe(hash);
        while let Some((position, entry)) = self.candidate(&mut probe, hash) {
            if entry.key.is(key) || same(&entry.key) {
                return Some(position);
            }
        }
        None
    }

    /// Replaces the value at a position and hands out the old one.
    #[inline(always)]
    pub fn set_value(&mut self, position: usize, value: Value) -> Option<Value> {
        Some(std::mem::replace(&mut self.entries.get_mut(position)?.value, value))
    }

    /// Adds a key that is not there.
    #[inline]
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        if (self.filled.max(self.entries.len()) + 1) * 3 > self.indices.len() * 2 {
            self.rebuild((self.used + 1).saturating_mul(2).max(5));
        }
        let position = self.entries.len();
        self.link(hash, position as u32);
        let version = match &mut self.toggle {
            None => 0,
            Some(toggle) if toggle.key.is(&key) && toggle.position == position => {
                toggle.absent = self.version;
                toggle.present
            }
            Some(_) => {
                self.toggle = None;
                0
            }
        };
        self.entries.push(Entry { hash, key, value });
        self.used += 1;
        self.version = version;
    }

    /// The key at `position` was removed, with which the keys had this version.
    fn toggle_out(&mut self, key: &Value, position: usize, present: u32) {
        let is_name = key.header().is_some_and(|head| head.has_flag(flag::INTERNED));
        if present == 0 || self.entries.len() != position || !is_name {
            self.toggle = None;
            return;
        }
        match &self.toggle {
            Some(toggle) if toggle.key.is(key) && toggle.position == position && toggle.present == present => {
                self.version = toggle.absent;
            }
            _ => self.toggle = Some(Box::new(Toggle { key: key.clone(), position, present, absent: 0 })),
        }
    }

    #[inline(always)]
    fn link(&mut self, hash: i64, position: u32) {
        let mask = self.mask();
        let mut probe = self.probe(hash);
        while let Some(slot) = self.indices.get_mut(probe.slot) {
            if *slot >= DELETED {
                self.filled += usize::from(*slot == EMPTY);
                *slot = position;
                return;
            }
            probe.perturb >>= PERTURB_SHIFT;
            probe.slot = (probe.slot.wrapping_mul(5).wrapping_add(probe.perturb as usize).wrapping_add(1)) & mask;
        }
    }

    /// Takes the entry at a position out.
    pub fn remove(&mut self, position: usize) -> Option<(Value, Value)> {
        let hash = self.entries.get(position)?.hash;
        let mask = self.mask();
        let mut probe = self.probe(hash);
        while let Some(slot) = self.indices.get_mut(probe.slot) {
            if *slot == position as u32 {
                *slot = DELETED;
                break;
            }
            if *slot == EMPTY {
                return None;
            }
            probe.perturb >>= PERTURB_SHIFT;
            probe.slot = (probe.slot.wrapping_mul(5).wrapping_add(probe.perturb as usize).wrapping_add(1)) & mask;
        }
        let entry = self.entries.get_mut(position)?;
        let key = std::mem::replace(&mut entry.key, Value::UNBOUND);
        let value = std::mem::replace(&mut entry.value, Value::UNBOUND);
        self.used -= 1;
        let version = std::mem::take(&mut self.version);
        while self.entries.last().is_some_and(|last| last.key.is_unbound()) {
            self.entries.pop();
        }
        if version != 0 || self.toggle.is_some() {
            self.toggle_out(&key, position, version);
        }
        if position == self.first {
            self.first = self.next_from(position).map_or(0, |(next, _)| next);
        }
        Some((key, value))
    }

    /// Adds a key that is not there, before all others.
    pub fn insert_first(&mut self, hash: i64, key: Value, value: Value) {
        if self.first == 0 || (self.filled + 1) * 3 > self.indices.len() * 2 {
            // As many holes in front as there are entries: the next insertions need not move them.
            let gap = self.used.max(4);
            self.rebuild((self.used + gap + 1).saturating_mul(2));
            self.entries.splice(0..0, std::iter::repeat_n(Entry::HOLE, gap));
            self.relink();
            self.first = gap;
        }
        self.first -= 1;
        let position = self.first;
        if let Some(entry) = self.entries.get_mut(position) {
            *entry = Entry { hash, key, value };
            self.used += 1;
            self.version = 0;
            self.toggle = None;
            self.link(hash, position as u32);
        }
    }

    /// New indices with room for `count` keys, holes squeezed out.
    fn rebuild(&mut self, count: usize) {
        let size = (count.saturating_mul(3) / 2 + 1).next_power_of_two().max(8);
        if self.used < self.entries.len() {
            self.entries.retain(|entry| !entry.key.is_unbound());
        }
        self.entries.reserve_exact((size * 2 / 3).saturating_sub(self.entries.len()));
        self.indices = vec![EMPTY; size].into_boxed_slice();
        self.first = 0;
        self.relink();
    }

    /// Fills the indices anew.
    fn relink(&mut self) {
        self.indices.fill(EMPTY);
        self.filled = 0;
        for position in 0..self.entries.len() {
            if let Some(entry) = self.entries.get(position).filter(|entry| !entry.key.is_unbound()) {
                let hash = entry.hash;
                self.link(hash, position as u32);
            }
        }
        self.version = 0;
        self.toggle = None;
    }

    /// Bytes that CPython's table for as many entries takes (for `__sizeof__`).
    pub fn cpython_size(&self) -> usize {
        if self.indices.is_empty() {
            return 0;
        }
        let mut size = 8usize;
        while size * 2 / 3 < self.entries.len() {
            size *= 2;
        }
        let index = if size <= 0xff {
            1
        } else if size <= 0xffff {
            2
        } else {
            4
        };
        40 + size * index + size * 2 / 3 * 24
    }
}

impl Default for DictTable {
    fn default() -> Self {
        DictTable::new()
    }
}

impl Clone for DictTable {
    fn clone(&self) -> DictTable {
        DictTable {
            indices: self.indices.clone(),
            entries: self.entries.clone(),
            used: self.used,
            first: self.first,
            filled: self.filled,
            version: 0,
            toggle: None,
        }
    }
}

impl Trace for DictTable {
    fn trace(&self, visit: &mut Visitor<'_>) {
        for entry in &self.entries {
            visit(&entry.key);
            visit(&entry.value);
        }
    }
}

impl ClearedDefault for DictTable {
    fn cleared() -> Self {
        DictTable::new()
    }
}
