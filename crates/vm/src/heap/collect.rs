//! The cycle collector's work on the heap: finding what only cycles keep alive, and cutting it (Modules/gcmodule.c).
//!
//! Trial deletion: of each container's count the references that other candidates hold are taken away. What is left
//! comes from outside, and all that is reachable from there lives. Nothing recurses over object graphs. The Vm
//! (`crate::gc`) decides when to collect and runs callbacks and finalisers between the steps.

#![expect(unsafe_code, reason = "candidates are traced through their layouts")]

use std::cell::Cell;
use std::ptr::NonNull;

use rustc_hash::FxHashMap;

use super::header::Header;
use super::trace::Visitor;
use super::{Heap, layout};
use crate::object::shape::Shape;
use crate::value::Value;

/// When to collect, and what was done.
#[derive(Default)]
pub struct Collector {
    /// Places of `heap::tracked` before this one are old: they have survived a collection.
    pub(crate) old: Cell<usize>,
    /// Places before this one are left alone: what was there when the program began. It never becomes garbage.
    pub(crate) permanent: Cell<usize>,
    /// Places before this one are left alone (`gc.freeze`); not before `permanent`.
    pub(crate) frozen: Cell<usize>,
    /// `gc.set_threshold`.
    pub(crate) thresholds: Cell<[usize; 3]>,
    /// `gc.enable`.
    pub(crate) enabled: Cell<bool>,
    /// A collection is going on.
    pub(crate) running: Cell<bool>,
    /// By how much the first threshold is stretched: collections of the young that find nothing come less often.
    pub(crate) stretch: Cell<usize>,
    /// Old containers after the last full collection.
    pub(crate) after_full: Cell<usize>,
    /// Collections of the young since the last full one.
    pub(crate) young_runs: Cell<usize>,
    /// For `gc.get_stats`: collections and objects freed, by generation.
    pub(crate) stats: Cell<[(usize, usize); 3]>,
    /// `gc.set_debug`.
    pub(crate) debug: Cell<i32>,
    /// How many more objects may be finalised before the program goes on.
    pub(crate) patience: Cell<usize>,
    /// Finalisers that run within each other.
    pub(crate) finalizing: Cell<usize>,
}

impl Collector {
    /// Collections of the young are stretched to at most this.
    const MAX_STRETCH: usize = 64;

    /// A collection of the young that found `garbage` objects among `candidates` is over: how soon is the next?
    pub(crate) fn adapt(&self, candidates: usize, garbage: usize) {
        let stretch = self.stretch.get().max(1);
        let next = if garbage * 8 < candidates { stretch * 2 } else { stretch / 2 };
        self.stretch.set(next.clamp(1, Self::MAX_STRETCH));
    }

    /// Whether so much has grown old that a full collection is worth its time: it stays linear in what is allocated.
    pub(crate) fn full_is_due(&self) -> bool {
        let [first, second, third] = self.thresholds.get();
        let grown = self.old.get().saturating_sub(self.after_full.get());
        second != 0
            && third != 0
            && grown > first.saturating_mul(second).saturating_mul(third).min(1 << 20)
            && grown > self.after_full.get() / 4
    }
}

/// Shows every reference that an object holds.
///
/// # Safety
/// The object is live.
unsafe fn visit(head: NonNull<Header>, visitor: &mut Visitor<'_>) {
    // SAFETY: the caller's promise; the layout number belongs to the payload, and the tail follows it.
    unsafe {
        let Some(vtable) = layout::vtable(head.as_ref().layout) else { return };
        (vtable.trace)(head.as_ptr(), visitor);
        let tail = usize::from(head.as_ref().tail);
        if tail != 0 {
            let trailing = (vtable.trailing)(head.as_ptr());
            let words = head.as_ptr().cast::<u8>().add(vtable.size + trailing.next_multiple_of(8)).cast::<Value>();
            for i in 0..tail {
                visitor(&*words.add(i));
            }
        }
    }
}

/// Finds what is not reachable from outside. `counts` holds for each candidate the references that do not come from
/// candidates; `place` is the inverse of `heads`. True in the result: reachable.
///
/// # Safety
/// The candidates are live.
unsafe fn reach(
    heads: &[Option<NonNull<Header>>],
    counts: &[u32],
    place: impl Fn(&Header) -> Option<usize>,
) -> Vec<bool> {
    let mut reached = vec![false; heads.len()];
    let mut work = Vec::new();
    for (index, (head, count)) in heads.iter().zip(counts).enumerate() {
        let (Some(head), Some(mark)) = (head, reached.get_mut(index)) else { continue };
        if *count == 0 || std::mem::replace(mark, true) {
            continue;
        }
        work.push(*head);
        while let Some(next) = work.pop() {
            // SAFETY: the caller's promise.
            unsafe {
                visit(next, &mut |value| {
                    if let Some(target) = value.header()
                        && let Some(mark) = place(target).and_then(|place| reached.get_mut(place))
                        && !std::mem::replace(mark, true)
                    {
                        work.push(NonNull::from(target));
                    }
                });
            }
        }
    }
    reached
}

/// Takes the references that candidates hold to each other off their counts.
///
/// # Safety
/// The candidates are live.
unsafe fn subtract(heads: &[Option<NonNull<Header>>], counts: &mut [u32], place: impl Fn(&Header) -> Option<usize>) {
    for head in heads.iter().flatten() {
        // SAFETY: the caller's promise.
        unsafe {
            visit(*head, &mut |value| {
                if let Some(target) = value.header()
                    && let Some(count) = place(target).and_then(|place| counts.get_mut(place))
                {
                    *count = count.wrapping_sub(1);
                }
            });
        }
    }
}

impl Heap {
    /// The containers among `tracked[start..]` that only they themselves keep alive, in the order of their creation.
    pub(crate) fn find_unreachable(&self, start: usize) -> Vec<Value> {
        let heads = self.tracked_places().get(start..).unwrap_or(&[]);
        let place = |head: &Header| (head.gc.get() as usize).checked_sub(start + 1);
        // SAFETY: objects on the list are live.
        unsafe {
            let mut counts: Vec<u32> =
                heads.iter().map(|head| head.map_or(0, |head| head.as_ref().refcount.get())).collect();
            subtract(heads, &mut counts, place);
            let reached = reach(heads, &counts, place);
            let unreachable = heads.iter().zip(&reached).filter(|(_, reached)| !**reached);
            unreachable.filter_map(|(head, _)| *head).map(duplicate).collect()
        }
    }

    /// Those of the objects, which `objects` holds a reference to each, that are still not reachable from elsewhere.
    pub(crate) fn still_unreachable(&self, objects: Vec<Value>) -> Vec<Value> {
        let heads: Vec<_> = objects.iter().map(|object| object.header().map(NonNull::from)).collect();
        let places: FxHashMap<usize, usize> =
            heads.iter().enumerate().filter_map(|(i, head)| Some((head.as_ref()?.addr().get(), i))).collect();
        let place = |head: &Header| places.get(&std::ptr::from_ref(head).addr()).copied();
        let mut counts: Vec<u32> = objects.iter().map(|object| object.refcount().saturating_sub(1)).collect();
        // SAFETY: `objects` keeps them alive.
        let reached = unsafe {
            subtract(&heads, &mut counts, place);
            reach(&heads, &counts, place)
        };
        objects.into_iter().zip(reached).filter_map(|(object, reached)| (!reached).then_some(object)).collect()
    }

    /// Empties objects that nobody can reach any more.
    pub(crate) fn clear_garbage(&self, objects: &[Value]) {
        for object in objects {
            let Some(head) = object.header() else { continue };
            if let Some(vtable) = layout::vtable(head.layout) {
                // SAFETY: the layout number belongs to the payload; nothing is borrowed during a collection.
                unsafe { (vtable.clear)(head) };
            }
            for index in 0..object.tail_len() {
                object.set_extra_word(index, None);
            }
        }
    }

    /// Whether any container from place `start` on is such, by its layout number and its shape. `test` allocates nothing.
    pub(crate) fn any_tracked(&self, start: usize, test: impl Fn(u8, &Shape) -> bool) -> bool {
        self.tracked_places().get(start..).unwrap_or(&[]).iter().flatten().any(|head| {
            // SAFETY: objects on the list are live.
            let head = unsafe { head.as_ref() };
            test(head.layout, self.shape(head.shape.get()))
        })
    }

    /// The tracked containers from place `start` to `end`.
    pub(crate) fn tracked_values(&self, start: usize, end: usize) -> Vec<Value> {
        let places = self.tracked_places();
        let heads = places.get(start..end.min(places.len())).unwrap_or(&[]);
        heads.iter().flatten().map(|head| duplicate(*head)).collect()
    }
}

/// A counted reference to a live object.
fn duplicate(head: NonNull<Header>) -> Value {
    let value = std::mem::ManuallyDrop::new(Value::from_header(head));
    Value::clone(&value)
}

impl Value {
    /// Whether the collector knows the object (`gc.is_tracked`).
    pub fn is_tracked(&self) -> bool {
        self.header().is_some_and(|head| head.gc.get() != 0)
    }

    /// Whether the finaliser has run (`gc.is_finalized`).
    pub fn is_finalized(&self) -> bool {
        self.header().is_some_and(|head| head.has_flag(super::flag::FINALIZED))
    }

    /// What the object refers to directly.
    pub fn referents(&self) -> Vec<Value> {
        let mut found = Vec::new();
        if let Some(head) = self.header() {
            // SAFETY: `self` keeps the object alive.
            unsafe { visit(NonNull::from(head), &mut |value| found.push(value.clone())) };
        }
        found.retain(|value| !value.is_unbound());
        found
    }

    /// Whether the object refers directly to one of these words.
    pub fn refers_to_any(&self, words: &[u64]) -> bool {
        let mut found = false;
        if let Some(head) = self.header() {
            // SAFETY: `self` keeps the object alive.
            unsafe { visit(NonNull::from(head), &mut |value| found = found || words.contains(&value.word())) };
        }
        found
    }
}
