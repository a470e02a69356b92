//! The table behind weak references: which of them refer to an object (CPython's tp_weaklist).
//!
//! The references themselves are objects (`types::weakref`) that embed a [`WeakLink`]. An object that is referred to
//! carries `flag::WEAKREFS`, so that it goes through the Vm when its last strong reference goes.

#![expect(unsafe_code, reason = "the links of live weak references are reached by pointer")]

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::num::NonZeroU64;

use super::Heap;
use super::header::flag;
use crate::value::Value;

/// Which place a weak reference has among those of its object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The plain `weakref.ref` without a callback, of which there is one.
    Reference,
    /// The plain proxy without a callback, of which there is one.
    Proxy,
    /// Any other.
    Other,
}

/// The part of a weak reference that knows its object.
pub struct WeakLink {
    /// The object's word; 0 once it is gone.
    target: Cell<u64>,
    role: Cell<Role>,
    /// The place among the others.
    place: Cell<u32>,
}

/// A weak reference as its object's list sees it: not counted.
#[derive(Clone, Copy)]
struct Entry {
    object: u64,
    link: *const WeakLink,
}

/// The weak references to one object.
#[derive(Default)]
pub(super) struct WeakList {
    reference: Option<Entry>,
    proxy: Option<Entry>,
    /// Oldest first, with holes.
    others: Vec<Option<Entry>>,
    live: usize,
}

/// A counted reference to the object of a word.
fn upgrade(word: u64) -> Option<Value> {
    let value = ManuallyDrop::new(Value::from_word(NonZeroU64::new(word)?));
    Some(Value::clone(&value))
}

impl WeakList {
    /// All of them: first those without a callback, then the newest first.
    fn entries(&self) -> impl Iterator<Item = Entry> {
        let firsts = [self.reference, self.proxy];
        firsts.into_iter().chain(self.others.iter().rev().copied()).flatten()
    }

    fn remove(&mut self, link: &WeakLink) {
        match link.role.get() {
            Role::Reference => self.reference = None,
            Role::Proxy => self.proxy = None,
            Role::Other => {
                if let Some(slot) = self.others.get_mut(link.place.get() as usize) {
                    *slot = None;
                    self.live -= 1;
                }
                if self.others.len() > 2 * self.live + 8 {
                    self.others.retain(Option::is_some);
                    for (place, entry) in self.others.iter().flatten().enumerate() {
                        // SAFETY: links take themselves off the list before they end.
                        unsafe { &*entry.link }.place.set(place as u32);
                    }
                }
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.reference.is_none() && self.proxy.is_none() && self.live == 0
    }
}

impl WeakLink {
    /// A link to nothing.
    pub fn new() -> WeakLink {
        WeakLink { target: Cell::new(0), role: Cell::new(Role::Other), place: Cell::new(0) }
    }

    /// The object, if it is still there.
    pub fn target(&self) -> Option<Value> {
        upgrade(self.target.get())
    }
}

impl Default for WeakLink {
    fn default() -> WeakLink {
        WeakLink::new()
    }
}

impl Drop for WeakLink {
    fn drop(&mut self) {
        if self.target.get() != 0 {
            Heap::with_current(|heap| heap.forget_weak(self));
        }
    }
}

impl Heap {
    /// The one weak reference to `target` in this role.
    pub(crate) fn shared_weak(&self, target: &Value, role: Role) -> Option<Value> {
        let weak = self.weak.borrow();
        let list = weak.get(&target.word())?;
        let entry = match role {
            Role::Reference => list.reference,
            Role::Proxy => list.proxy,
            Role::Other => None,
        };
        upgrade(entry?.object)
    }

    /// Makes `link`, which is in the payload of `object`, refer to `target`.
    pub(crate) fn add_weak(&self, object: &Value, link: &WeakLink, target: &Value, role: Role) {
        let Some(head) = target.header() else { return };
        if link.target.get() != 0 {
            return;
        }
        let mut weak = self.weak.borrow_mut();
        let list = weak.entry(target.word()).or_default();
        let entry = Entry { object: object.word(), link };
        match role {
            Role::Reference => list.reference = Some(entry),
            Role::Proxy => list.proxy = Some(entry),
            Role::Other => {
                link.place.set(list.others.len() as u32);
                list.others.push(Some(entry));
                list.live += 1;
            }
        }
        link.role.set(role);
        link.target.set(target.word());
        head.set_flag(flag::WEAKREFS);
    }

    fn forget_weak(&self, link: &WeakLink) {
        let word = link.target.replace(0);
        let mut weak = self.weak.borrow_mut();
        let Some(list) = weak.get_mut(&word) else { return };
        list.remove(link);
        if list.is_empty() {
            weak.remove(&word);
            if let Some(target) = upgrade_uncounted(word).header() {
                target.clear_flag(flag::WEAKREFS);
            }
        }
    }

    /// The weak references to an object.
    pub(crate) fn weak_refs(&self, target: &Value) -> Vec<Value> {
        let weak = self.weak.borrow();
        weak.get(&target.word())
            .map(|list| list.entries().filter_map(|entry| upgrade(entry.object)).collect())
            .unwrap_or_default()
    }

    /// How many weak references an object has.
    pub(crate) fn count_weak(&self, target: &Value) -> usize {
        let weak = self.weak.borrow();
        weak.get(&target.word()).map_or(0, |list| list.entries().count())
    }

    /// Makes all weak references to an object refer to nothing, and hands them out.
    pub(crate) fn clear_weak(&self, target: &Value) -> Vec<Value> {
        let Some(head) = target.header() else { return Vec::new() };
        head.clear_flag(flag::WEAKREFS);
        let Some(list) = self.weak.borrow_mut().remove(&target.word()) else { return Vec::new() };
        let mut cleared = Vec::new();
        for entry in list.entries() {
            // SAFETY: links take themselves off the list before they end.
            unsafe { &*entry.link }.target.set(0);
            cleared.extend(upgrade(entry.object));
        }
        cleared
    }
}

/// The object of a word that is known to be live, without counting.
fn upgrade_uncounted(word: u64) -> ManuallyDrop<Value> {
    ManuallyDrop::new(NonZeroU64::new(word).map_or(Value::NONE, Value::from_word))
}
