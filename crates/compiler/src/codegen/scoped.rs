//! Maps that belong to one code object, over ids that belong to the compilation.

use crate::index::{Id, IndexVec};

#[derive(Clone, Copy, Debug)]
struct Slot {
    unit: u32,
    value: u32,
}

/// A map from ids to numbers, one for each code object being filled. Only that of the innermost can be seen;
/// what it hides comes back when it ends. A look-up is an array access.
#[derive(Debug)]
pub struct ScopedMap<I> {
    slots: IndexVec<I, Slot>,
    unit: u32,
    /// What the current units hide.
    undo: Vec<(I, Slot)>,
    /// For each outer unit: its number, and where the undo log of the one inside it starts.
    outer: Vec<(u32, usize)>,
}

const UNUSED: Slot = Slot { unit: u32::MAX, value: 0 };

impl<I> Default for ScopedMap<I> {
    fn default() -> Self {
        ScopedMap { slots: IndexVec::default(), unit: u32::MAX - 1, undo: Vec::new(), outer: Vec::new() }
    }
}

impl<I: Id> ScopedMap<I> {
    /// Starts the empty map of a unit; no two units have one number.
    pub fn enter(&mut self, unit: u32) {
        self.outer.push((self.unit, self.undo.len()));
        self.unit = unit;
    }

    /// Ends the map of the current unit.
    pub fn exit(&mut self) {
        if let Some((unit, mark)) = self.outer.pop() {
            self.unit = unit;
            for (id, slot) in self.undo.drain(mark..).rev() {
                self.slots[id] = slot;
            }
        }
    }

    /// The number an id maps to.
    #[inline]
    pub fn get(&self, id: I) -> Option<u32> {
        if id.at() >= self.slots.len() {
            return None;
        }
        let slot = self.slots[id];
        (slot.unit == self.unit).then_some(slot.value)
    }

    /// Maps an id that the map did not have.
    #[inline]
    pub fn insert(&mut self, id: I, value: u32) {
        self.slots.grow_to(id, UNUSED);
        let old = std::mem::replace(&mut self.slots[id], Slot { unit: self.unit, value });
        self.undo.push((id, old));
    }
}
