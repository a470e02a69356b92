//! Collections as the Vm makes them: callbacks and finalisers run between the heap's steps (`heap::collect`).
//!
//! Answers to the second half of CPython's Modules/gcmodule.c. Generations are two: the young, and all.

mod control;
mod finalize;
mod shutdown;
mod unraisable;

use rustc_hash::FxHashSet;

use crate::heap::flag;
use crate::types::dict::PyDict;
use crate::types::list::PyList;
use crate::types::weakref::callback_of;
use crate::value::Value;
use crate::vm::Vm;

/// `gc.DEBUG_SAVEALL`: garbage is put into `gc.garbage` instead of being freed.
const SAVE_ALL: i32 = 32;

/// The lists of the module `gc`.
#[derive(Default)]
pub struct GcLists {
    /// `gc.garbage`, once the module is imported.
    pub garbage: Option<Value>,
    /// `gc.callbacks`.
    pub callbacks: Option<Value>,
}

/// What a collection did.
#[derive(Clone, Copy, Default)]
struct Outcome {
    candidates: usize,
    freed: usize,
}

impl Vm {
    /// Collects because it is time to.
    pub(crate) fn collect_if_due(&mut self) {
        let (heap, threshold) = (self.heap, self.heap.threshold());
        if threshold == 0 || heap.new_containers() < threshold || heap.collector.running.get() {
            return;
        }
        let generation = if heap.collector.full_is_due() { 2 } else { 0 };
        self.collect_garbage(generation);
    }

    /// Collects a generation and everything younger; returns how many objects were found to be garbage.
    pub fn collect_garbage(&mut self, generation: usize) -> usize {
        let collector = &self.heap.collector;
        if collector.running.replace(true) {
            return 0;
        }
        let raised = self.raised.take();
        self.tell_callbacks("start", generation, 0);
        let outcome = self.collect_cycles(generation);
        if generation == 0 {
            collector.adapt(outcome.candidates, outcome.freed);
            self.update_threshold();
        }
        let mut stats = collector.stats.get();
        if let Some((collections, freed)) = stats.get_mut(generation) {
            *collections += 1;
            *freed += outcome.freed;
        }
        collector.stats.set(stats);
        self.tell_callbacks("stop", generation, outcome.freed);
        self.raised = raised;
        collector.running.set(false);
        outcome.freed
    }

    /// The count of new containers that starts a collection, from what the program and the last collections say.
    pub fn update_threshold(&mut self) {
        let collector = &self.heap.collector;
        let [first, ..] = collector.thresholds.get();
        let threshold = if collector.enabled.get() { first.saturating_mul(collector.stretch.get().max(1)) } else { 0 };
        self.heap.set_threshold(threshold);
    }

    fn collect_cycles(&mut self, generation: usize) -> Outcome {
        let heap = self.heap;
        let collector = &heap.collector;
        let start = if generation < 2 { collector.old.get() } else { collector.frozen.get() };
        collector.after_full.set(collector.after_full.get().min(collector.old.get()));
        let candidates = heap.tracked_end().saturating_sub(start);
        let garbage = heap.find_unreachable(start);
        collector.old.set(heap.tracked_end());
        heap.start_count();
        collector.young_runs.set(if generation < 2 { collector.young_runs.get() + 1 } else { 0 });
        let freed = self.dispose(garbage);
        if generation == 2 {
            collector.after_full.set(heap.tracked_end());
        }
        Outcome { candidates, freed }
    }

    /// Ends garbage as CPython does: weak references, then finalisers, then what was not resurrected.
    fn dispose(&mut self, garbage: Vec<Value>) -> usize {
        if garbage.is_empty() {
            return 0;
        }
        if self.heap.collector.debug.get() & SAVE_ALL != 0 {
            return self.save_garbage(garbage);
        }
        let mut ran = self.clear_weak_references(&garbage);
        for object in &garbage {
            ran |= self.finalize(object);
        }
        let garbage = if ran { self.heap.still_unreachable(garbage) } else { garbage };
        let freed = garbage.len() + garbage.iter().filter(|object| self.has_hidden_dict(object)).count();
        self.heap.clear_garbage(&garbage);
        freed
    }

    /// Whether CPython's collector would also see a dict of the instance's: one that holds containers. Ours is not made.
    fn has_hidden_dict(&self, object: &Value) -> bool {
        let Some(head) = object.header() else { return false };
        let shape = self.heap.shape(head.shape_id());
        let first = usize::from(shape.ty.slot_words) + 1;
        let mut places = first..first + shape.keys.len();
        shape.ty.has_dict
            && !shape.is_dict
            && places.any(|place| object.tail_get(place).is_some_and(|v| v.is_tracked()))
    }

    /// Clears the weak references to garbage. Callbacks of those that are not garbage themselves run, now that none of
    /// it can be reached. Returns whether any did.
    fn clear_weak_references(&mut self, garbage: &[Value]) -> bool {
        let mut cleared = Vec::new();
        for object in garbage {
            if object.header().is_some_and(|head| head.has_flag(flag::WEAKREFS)) {
                cleared.append(&mut self.heap.clear_weak(object));
            }
        }
        cleared.retain(|reference| callback_of(self, reference).is_some());
        if cleared.is_empty() {
            return false;
        }
        let words: FxHashSet<u64> = garbage.iter().map(Value::word).collect();
        cleared.retain(|reference| !words.contains(&reference.word()));
        for reference in &cleared {
            self.weak_reference_died(reference);
        }
        !cleared.is_empty()
    }

    fn save_garbage(&mut self, garbage: Vec<Value>) -> usize {
        let count = garbage.len();
        if let Some(list) = self.gc_lists.garbage.clone()
            && let Some(list) = list.downcast::<PyList>()
        {
            list.items.borrow_mut(self).extend(garbage);
        }
        count
    }

    /// Calls `gc.callbacks`.
    fn tell_callbacks(&mut self, phase: &str, generation: usize, collected: usize) {
        let Some(list) = self.gc_lists.callbacks.clone() else { return };
        let Some(list) = list.downcast::<PyList>() else { return };
        let callbacks = list.items.borrow(self).clone();
        if callbacks.is_empty() {
            return;
        }
        let info = self.new_dict();
        if let Some(table) = info.downcast::<PyDict>() {
            for (name, number) in [("generation", generation), ("collected", collected), ("uncollectable", 0)] {
                let (name, number) = (self.intern(name), self.new_int(number as i64));
                table.set_str(self, &name, number);
            }
        }
        let phase = self.new_str(phase);
        for callback in callbacks {
            if self.call(&callback, &[phase.clone(), info.clone()]).is_err() {
                self.report_unraisable(&callback);
            }
        }
    }
}
