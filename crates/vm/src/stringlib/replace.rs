//! `replace`, in two passes: occurrences are counted, so that the size is known before memory is taken.

use super::{Searcher, Unit, find};

/// A replacement that will change something.
pub struct Replacement<'a, T: Unit> {
    units: &'a [T],
    old: &'a [T],
    new: &'a [T],
    count: usize,
}

impl<'a, T: Unit> Replacement<'a, T> {
    /// Plans to replace the first `max` occurrences; `None` if there are none, or if nothing would change.
    pub fn plan(units: &'a [T], old: &'a [T], new: &'a [T], max: usize) -> Option<Replacement<'a, T>> {
        if max == 0 || old == new || old.len() > units.len() {
            return None;
        }
        match find::count(units, old, max) {
            0 => None,
            count => Some(Replacement { units, old, new, count }),
        }
    }

    /// Length of the result; `None` if it overflows.
    pub fn result_len(&self) -> Option<usize> {
        let kept = self.units.len() - self.old.len() * self.count;
        self.new.len().checked_mul(self.count)?.checked_add(kept)
    }

    /// The result.
    pub fn make(&self) -> Vec<T> {
        let mut out = Vec::with_capacity(self.result_len().unwrap_or(0));
        let searcher = Searcher::new(self.old);
        let mut start = 0;
        for place in searcher.all(self.units).take(self.count) {
            out.extend_from_slice(super::part(self.units, start..place));
            out.extend_from_slice(self.new);
            start = place + self.old.len();
        }
        out.extend_from_slice(self.units.get(start..).unwrap_or_default());
        out
    }
}
