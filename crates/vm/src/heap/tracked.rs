//! The list of containers that the collector looks at, in the order of their creation.
//!
//! An object knows its place (`Header::gc`). The last one leaves by making the list shorter, others leave holes, which
//! are closed when the list has grown by so much that it is time to count.

#![expect(unsafe_code, reason = "the list is changed through a shared reference, and its objects are reached")]

use std::cell::{Cell, UnsafeCell};
use std::ptr::NonNull;

use super::Heap;
use super::header::Header;

/// A place of the list; holes are `None`.
pub(super) type Place = Option<NonNull<Header>>;

/// See the module.
#[derive(Default)]
pub(super) struct Tracked {
    list: UnsafeCell<Vec<Place>>,
    /// How many places are holes.
    holes: Cell<usize>,
    /// The length at which to count and close holes.
    count_at: Cell<usize>,
    /// Containers there were after the last collection.
    baseline: Cell<usize>,
    /// New containers that ask for a collection; 0: none is made by itself.
    threshold: Cell<usize>,
}

/// Holes in the old part are closed when there are more than this and than half of all places.
const MANY_HOLES: usize = 4096;

impl Heap {
    /// The list. Nothing that is done with it reaches this function again: no value is dropped or made.
    #[inline(always)]
    #[expect(clippy::mut_from_ref, reason = "the borrow ends before anything else asks for it")]
    fn list(&self) -> &mut Vec<Place> {
        // SAFETY: the heap belongs to one thread, and the users in this file do not call out while they hold it.
        unsafe { &mut *self.tracked.list.get() }
    }

    /// The places, holes among them. Nothing may be allocated or dropped while they are looked at.
    pub(super) fn tracked_places(&self) -> &[Place] {
        self.list()
    }

    /// Puts a container on the list and asks for a collection when it is time.
    #[inline(always)]
    pub(crate) fn track(&self, head: NonNull<Header>) {
        let list = self.list();
        if list.len() >= self.tracked.count_at.get() && !self.count_tracked() {
            return;
        }
        let list = self.list();
        list.push(Some(head));
        // SAFETY: the object is live. The length fits: `count_tracked` sees to it.
        unsafe { head.as_ref() }.gc.set(list.len() as u32);
    }

    /// Takes a container off the list.
    #[inline(always)]
    pub(super) fn untrack(&self, head: &Header) {
        let place = head.gc.replace(0) as usize;
        let list = self.list();
        if place == list.len() {
            list.pop();
            let len = list.len();
            if len < self.collector.old.get() {
                self.collector.old.set(len);
                self.collector.frozen.set(self.collector.frozen.get().min(len));
                self.collector.permanent.set(self.collector.permanent.get().min(len));
            }
        } else if let Some(slot) = place.checked_sub(1).and_then(|index| list.get_mut(index)) {
            *slot = None;
            self.tracked.holes.set(self.tracked.holes.get() + 1);
        }
    }

    /// The list has grown: closes holes, asks for a collection if it is due, and says when to look again. False if there
    /// is no room for another container.
    #[cold]
    #[inline(never)]
    fn count_tracked(&self) -> bool {
        let (holes, old) = (self.tracked.holes.get(), self.collector.old.get());
        let (len, young) = (self.list().len(), self.list().len().saturating_sub(old));
        if holes > MANY_HOLES.max(len / 2) {
            self.close_holes(0);
        } else if holes > young / 2 {
            self.close_holes(old);
        }
        let (len, new, threshold) = (self.list().len(), self.new_containers(), self.tracked.threshold.get());
        let due = threshold != 0 && new >= threshold;
        if due {
            self.ask_for_attention();
        }
        let wait = match threshold {
            0 => (len / 2).max(MANY_HOLES),
            _ => threshold.saturating_sub(new).max(16),
        };
        // The wait grows with the list, so that all counting together stays linear when no collection can be made.
        let wait = wait.max(young / 4);
        self.tracked.count_at.set(len.saturating_add(wait).min(u32::MAX as usize));
        len < u32::MAX as usize
    }

    /// Moves the containers from `start` on together, in order.
    fn close_holes(&self, start: usize) {
        let list = self.list();
        // The ends of the generations, and how many holes are before each.
        let ends = [&self.collector.old, &self.collector.frozen, &self.collector.permanent];
        let (mut holes, mut to) = ([0; 3], start);
        for from in start..list.len() {
            match list.get(from).copied().flatten() {
                Some(head) => {
                    if let Some(place) = list.get_mut(to) {
                        *place = Some(head);
                    }
                    to += 1;
                    // SAFETY: objects on the list are live.
                    unsafe { head.as_ref() }.gc.set(to as u32);
                }
                None => {
                    for (holes, end) in holes.iter_mut().zip(ends) {
                        *holes += usize::from(from < end.get());
                    }
                }
            }
        }
        self.tracked.holes.set(self.tracked.holes.get() - (list.len() - to));
        list.truncate(to);
        for (holes, end) in holes.into_iter().zip(ends) {
            end.set(end.get() - holes);
        }
    }

    /// Containers made since the last collection less those that have ended.
    pub(crate) fn new_containers(&self) -> usize {
        self.tracked_count().saturating_sub(self.tracked.baseline.get())
    }

    /// A collection is over: counting starts again.
    pub(crate) fn start_count(&self) {
        self.tracked.baseline.set(self.tracked_count());
        self.tracked.count_at.set(0);
    }

    /// The count of new containers that asks for a collection; 0: none does.
    pub(crate) fn threshold(&self) -> usize {
        self.tracked.threshold.get()
    }

    /// Sets the threshold.
    pub(crate) fn set_threshold(&self, threshold: usize) {
        self.tracked.threshold.set(threshold);
        self.tracked.count_at.set(0);
    }

    /// How many containers are tracked.
    pub(crate) fn tracked_count(&self) -> usize {
        self.list().len() - self.tracked.holes.get()
    }

    /// One past the last place.
    pub(crate) fn tracked_end(&self) -> usize {
        self.list().len()
    }
}
