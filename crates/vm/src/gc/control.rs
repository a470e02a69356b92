//! What the module `gc` may ask and set.

use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `gc.enable` and `gc.disable`.
    pub fn set_gc_enabled(&mut self, enabled: bool) {
        self.heap.collector.enabled.set(enabled);
        self.update_threshold();
    }

    /// `gc.isenabled`.
    pub fn is_gc_enabled(&self) -> bool {
        self.heap.collector.enabled.get()
    }

    /// `gc.set_debug`.
    pub fn set_gc_debug(&mut self, flags: i32) {
        self.heap.collector.debug.set(flags);
    }

    /// `gc.get_debug`.
    pub fn gc_debug(&self) -> i32 {
        self.heap.collector.debug.get()
    }

    /// `gc.get_threshold`.
    pub fn gc_thresholds(&self) -> [usize; 3] {
        self.heap.collector.thresholds.get()
    }

    /// `gc.set_threshold`.
    pub fn set_gc_thresholds(&mut self, thresholds: [usize; 3]) {
        self.heap.collector.thresholds.set(thresholds);
        self.heap.collector.stretch.set(1);
        self.update_threshold();
    }

    /// `gc.get_count`.
    pub fn gc_counts(&self) -> [usize; 3] {
        let young = self.heap.collector.young_runs.get();
        let [_, second, _] = self.gc_thresholds();
        let second = second.saturating_add(1);
        [self.heap.new_containers(), young % second, young / second]
    }

    /// `gc.get_stats`: collections, and objects found to be garbage, by generation.
    pub fn gc_stats(&self) -> [(usize, usize); 3] {
        self.heap.collector.stats.get()
    }

    /// `gc.get_objects`.
    pub fn gc_objects(&self, generation: Option<usize>) -> Vec<Value> {
        let collector = &self.heap.collector;
        let (frozen, old) = (collector.frozen.get(), collector.old.get());
        // What was there when the program began counts as old, unless the program has frozen what there was.
        let frozen = if frozen == collector.permanent.get() { 0 } else { frozen };
        match generation {
            None => self.heap.tracked_values(frozen, usize::MAX),
            Some(0) => self.heap.tracked_values(old, usize::MAX),
            Some(1) => Vec::new(),
            Some(_) => self.heap.tracked_values(frozen, old),
        }
    }

    /// `gc.freeze`.
    pub fn freeze_gc(&mut self) {
        let end = self.heap.tracked_end();
        self.heap.collector.old.set(end);
        self.heap.collector.frozen.set(end);
        self.heap.start_count();
    }

    /// What exists now is there for good: collections pass it by. For the start of a program.
    pub fn make_permanent(&mut self) {
        self.freeze_gc();
        self.heap.collector.permanent.set(self.heap.tracked_end());
    }

    /// `gc.unfreeze`.
    pub fn unfreeze_gc(&mut self) {
        self.heap.collector.frozen.set(self.heap.collector.permanent.get());
    }

    /// `gc.get_freeze_count`.
    pub fn gc_frozen(&self) -> usize {
        let collector = &self.heap.collector;
        self.heap.tracked_values(collector.permanent.get(), collector.frozen.get()).len()
    }
}
