//! The virtual operand stack.

use crate::code::side::{LiveTemp, NONE};

/// Where a stack entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Entry {
    /// In a fast local or a cell's slot, borrowed.
    Local(u16),
    /// A constant, by index.
    Const(u32),
    /// In this slot, owned.
    Temp(u16),
    /// Nowhere: the traceback and type of the exception that was being handled, which nothing reads.
    Absent,
    /// The type of the exception in this slot.
    ExcType(u16),
    /// The traceback of the exception in this slot.
    ExcTb(u16),
}

#[derive(Clone, Copy)]
struct Place {
    entry: Entry,
    /// The live temporaries from here down.
    live: u32,
}

/// See the module.
pub(super) struct VirtualStack {
    places: Vec<Place>,
    /// Arena of live temporaries; becomes the side table's.
    pub(super) live: Vec<LiveTemp>,
    base: u32,
    /// How many entries are parts of an exception.
    pub(super) exception_parts: usize,
    /// Some temporary may not be in its own slot.
    pub(super) permuted: bool,
}

impl VirtualStack {
    pub(super) fn new(base: u32) -> VirtualStack {
        VirtualStack { places: Vec::new(), live: Vec::new(), base, exception_parts: 0, permuted: false }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The slot that belongs to a depth.
    pub(super) fn slot(&self, depth: usize) -> u16 {
        (self.base as usize + depth) as u16
    }

    /// The slot for the next entry.
    pub(super) fn next_slot(&self) -> u16 {
        self.slot(self.len())
    }

    pub(super) fn get(&self, depth: usize) -> Entry {
        self.places.get(depth).map_or(Entry::Absent, |place| place.entry)
    }

    /// The topmost live temporary.
    pub(super) fn top_live(&self) -> u32 {
        self.places.last().map_or(NONE, |place| place.live)
    }

    pub(super) fn push(&mut self, entry: Entry) {
        let below = self.top_live();
        let live = self.link(entry, below);
        self.count(entry, 1);
        if matches!(entry, Entry::Temp(slot) if slot != self.next_slot()) {
            self.permuted = true;
        }
        self.places.push(Place { entry, live });
    }

    /// Takes the top entry; an empty stack (which verified code never meets) gives `Absent`.
    pub(super) fn pop(&mut self) -> Entry {
        match self.places.pop() {
            Some(place) => {
                self.count(place.entry, -1);
                place.entry
            }
            None => Entry::Absent,
        }
    }

    /// Replaces the entry at a depth.
    pub(super) fn set(&mut self, depth: usize, entry: Entry) {
        self.count(self.get(depth), -1);
        self.count(entry, 1);
        if let Some(place) = self.places.get_mut(depth) {
            place.entry = entry;
        }
        self.relink(depth);
    }

    /// Moves the top below the `count - 1` others.
    pub(super) fn rotate(&mut self, count: usize) {
        let Some(start) = self.places.len().checked_sub(count) else { return };
        if let Some(tail) = self.places.get_mut(start..) {
            tail.rotate_right(1);
        }
        self.relink(start);
        self.permuted |= (start..self.len()).any(|d| matches!(self.get(d), Entry::Temp(slot) if slot != self.slot(d)));
    }

    /// Whether every temporary of the lowest `count` entries is in its own slot.
    pub(super) fn is_canonical(&self, count: usize) -> bool {
        (0..count).all(|depth| !matches!(self.get(depth), Entry::Temp(slot) if slot != self.slot(depth)))
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        self.places.iter().map(|place| place.entry).collect()
    }

    pub(super) fn replace(&mut self, entries: &[Entry]) {
        self.places.clear();
        self.exception_parts = 0;
        self.permuted = false;
        for &entry in entries {
            self.push(entry);
        }
    }

    fn relink(&mut self, from: usize) {
        let mut below = match from.checked_sub(1) {
            Some(depth) => self.places.get(depth).map_or(NONE, |place| place.live),
            None => NONE,
        };
        for depth in from..self.places.len() {
            let entry = self.get(depth);
            below = self.link(entry, below);
            if let Some(place) = self.places.get_mut(depth) {
                place.live = below;
            }
        }
    }

    fn link(&mut self, entry: Entry, below: u32) -> u32 {
        match entry {
            Entry::Temp(slot) => {
                self.live.push(LiveTemp { slot, below });
                (self.live.len() - 1) as u32
            }
            _ => below,
        }
    }

    fn count(&mut self, entry: Entry, change: isize) {
        if matches!(entry, Entry::ExcType(_) | Entry::ExcTb(_)) {
            self.exception_parts = self.exception_parts.saturating_add_signed(change);
        }
    }
}
