//! The merge sort behind `list.sort` when comparing two keys may run Python code or fail.
//!
//! Answers to the sorting half of CPython's Objects/listobject.c and to Objects/listsort.txt: natural runs, extended by
//! binary insertion, merged adaptively with galloping. Keys are compared in CPython's order, so that even an inconsistent
//! `__lt__` gives the same permutation. What is sorted are positions; keys never move, and an error in the middle leaves
//! a permutation behind.

use crate::exc::PyResult;

/// Consecutive wins of one run that start galloping.
const MIN_GALLOP: usize = 7;

/// Sorts `order` by `less(a, b)`, which says whether the key at position a is less than the one at b.
pub(super) fn merge_sort<F>(order: &mut [u32], less: F) -> PyResult<()>
where
    F: FnMut(u32, u32) -> PyResult<bool>,
{
    let len = order.len();
    let min_run = min_run_length(len);
    let mut state = Merge { order, less, temp: Vec::new(), runs: Vec::new(), min_gallop: MIN_GALLOP };
    let mut start = 0;
    while start < len {
        let (mut run, descending) = state.count_run(start)?;
        if descending {
            state.reverse(start, start + run);
        }
        if run < min_run {
            let forced = min_run.min(len - start);
            state.binary_insertion(start, start + run, start + forced)?;
            run = forced;
        }
        state.runs.push(Run { start, len: run });
        state.collapse()?;
        start += run;
    }
    state.collapse_all()
}

/// A length from 32 to 64 such that the number of runs is a power of two or just below; short lists are one run.
fn min_run_length(mut len: usize) -> usize {
    let mut lost_bit = 0;
    while len >= 64 {
        lost_bit |= len & 1;
        len >>= 1;
    }
    len + lost_bit
}

#[derive(Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
}

struct Merge<'o, F> {
    order: &'o mut [u32],
    less: F,
    temp: Vec<u32>,
    runs: Vec<Run>,
    min_gallop: usize,
}

/// A merge under way: what is left of the run in `temp` and of the one in place, and where the next result goes.
/// All three are counted from the side on which the merge began.
struct Progress {
    temp_at: usize,
    temp_left: usize,
    place_at: usize,
    place_left: usize,
    dest: usize,
}

/// Which of the two arrays a gallop searches.
#[derive(Clone, Copy)]
enum Side {
    Place,
    Temp,
}

#[inline(always)]
fn at(items: &[u32], i: usize) -> u32 {
    items.get(i).copied().unwrap_or(0)
}

/// Copies `len` items; nothing happens if they are not there.
fn copy_between(to: &mut [u32], to_at: usize, from: &[u32], from_at: usize, len: usize) {
    if let (Some(to), Some(from)) = (to.get_mut(to_at..to_at + len), from.get(from_at..from_at + len)) {
        to.copy_from_slice(from);
    }
}

impl<F> Merge<'_, F>
where
    F: FnMut(u32, u32) -> PyResult<bool>,
{
    fn reverse(&mut self, from: usize, to: usize) {
        if let Some(run) = self.order.get_mut(from..to) {
            run.reverse();
        }
    }

    /// Whether the key at place `i` is less than the one before it.
    fn descends(&mut self, i: usize) -> PyResult<bool> {
        (self.less)(at(self.order, i), at(self.order, i - 1))
    }

    /// Length of the natural run at `start`, and whether it descends (strictly, so that reversing it is stable).
    fn count_run(&mut self, start: usize) -> PyResult<(usize, bool)> {
        let end = self.order.len();
        if start + 1 >= end {
            return Ok((end - start, false));
        }
        let descending = self.descends(start + 1)?;
        let mut i = start + 2;
        while i < end && self.descends(i)? == descending {
            i += 1;
        }
        Ok((i - start, descending))
    }

    /// Sorts `from..to`, of which `from..sorted` is sorted already.
    fn binary_insertion(&mut self, from: usize, sorted: usize, to: usize) -> PyResult<()> {
        for i in sorted.max(from + 1)..to {
            let pivot = at(self.order, i);
            let (mut left, mut right) = (from, i);
            while left < right {
                let middle = left + ((right - left) >> 1);
                if (self.less)(pivot, at(self.order, middle))? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            if let Some(moved) = self.order.get_mut(left..=i) {
                moved.rotate_right(1);
            }
        }
        Ok(())
    }

    fn run_len(&self, i: usize) -> usize {
        self.runs.get(i).map_or(0, |run| run.len)
    }

    /// Merges until each waiting run is longer than the two above it together and than the one above it.
    fn collapse(&mut self) -> PyResult<()> {
        while self.runs.len() > 1 {
            let n = self.runs.len() - 2;
            let [below2, below, this, top] = [n.wrapping_sub(2), n.wrapping_sub(1), n, n + 1].map(|i| self.run_len(i));
            if (n > 0 && below <= this + top) || (n > 1 && below2 <= below + this) {
                self.merge_at(if below < top { n - 1 } else { n })?;
            } else if this <= top {
                self.merge_at(n)?;
            } else {
                break;
            }
        }
        Ok(())
    }

    fn collapse_all(&mut self) -> PyResult<()> {
        while self.runs.len() > 1 {
            let n = self.runs.len() - 2;
            let before = n > 0 && self.run_len(n - 1) < self.run_len(n + 1);
            self.merge_at(if before { n - 1 } else { n })?;
        }
        Ok(())
    }

    /// Merges the waiting runs `i` and `i + 1`.
    fn merge_at(&mut self, i: usize) -> PyResult<()> {
        let (Some(&a), Some(&b)) = (self.runs.get(i), self.runs.get(i + 1)) else { return Ok(()) };
        if let Some(merged) = self.runs.get_mut(i) {
            merged.len = a.len + b.len;
        }
        self.runs.remove(i + 1);
        // What is in place already at either end stays there.
        let skip = self.gallop_right(at(self.order, b.start), Side::Place, a.start, a.len, 0)?;
        let (start, a_len) = (a.start + skip, a.len - skip);
        if a_len == 0 {
            return Ok(());
        }
        let b_len = self.gallop_left(at(self.order, start + a_len - 1), Side::Place, b.start, b.len, b.len - 1)?;
        if b_len == 0 {
            return Ok(());
        }
        if a_len <= b_len { self.merge_low(start, a_len, b_len) } else { self.merge_high(start, a_len, b_len) }
    }

    fn side(&self, side: Side) -> &[u32] {
        match side {
            Side::Place => self.order,
            Side::Temp => &self.temp,
        }
    }

    /// How many of the `len` sorted keys at `base` are less than `key`, looking first near `hint`.
    fn gallop_left(&mut self, key: u32, side: Side, base: usize, len: usize, hint: usize) -> PyResult<usize> {
        self.gallop(side, base, len, hint, |this, other| (this.less)(other, key))
    }

    /// How many of the `len` sorted keys at `base` are not greater than `key`, looking first near `hint`.
    fn gallop_right(&mut self, key: u32, side: Side, base: usize, len: usize, hint: usize) -> PyResult<usize> {
        self.gallop(side, base, len, hint, |this, other| Ok(!(this.less)(key, other)?))
    }

    /// How many of the `len` keys at `base` come first, where `first` is true for a prefix of them.
    fn gallop(
        &mut self,
        side: Side,
        base: usize,
        len: usize,
        hint: usize,
        first: impl Fn(&mut Self, u32) -> PyResult<bool>,
    ) -> PyResult<usize> {
        let key_at = |this: &Self, i: usize| at(this.side(side), base + i);
        let (mut near, mut far) = (0, 1);
        let hinted = key_at(self, hint);
        let (mut low, mut high) = if first(self, hinted)? {
            let limit = len - hint;
            while far < limit && first(self, key_at(self, hint + far))? {
                near = far;
                far = far * 2 + 1;
            }
            (hint + near + 1, hint + far.min(limit))
        } else {
            let limit = hint + 1;
            while far < limit && !first(self, key_at(self, hint - far))? {
                near = far;
                far = far * 2 + 1;
            }
            (hint + 1 - far.min(limit), hint - near)
        };
        while low < high {
            let middle = low + ((high - low) >> 1);
            if first(self, key_at(self, middle))? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(high)
    }

    fn save(&mut self, start: usize, len: usize) {
        self.temp.clear();
        self.temp.extend_from_slice(self.order.get(start..start + len).unwrap_or(&[]));
    }

    /// Merges two neighbours, the shorter first one through `temp`, from the left.
    fn merge_low(&mut self, start: usize, a_len: usize, b_len: usize) -> PyResult<()> {
        self.save(start, a_len);
        let mut m = Progress { temp_at: 0, temp_left: a_len, place_at: start + a_len, place_left: b_len, dest: start };
        let result = self.low_steps(&mut m);
        if result.is_ok() && m.temp_left == 1 && m.place_left > 0 {
            // The first run's last key comes after all that is left of the second.
            self.order.copy_within(m.place_at..m.place_at + m.place_left, m.dest);
            m.dest += m.place_left;
        }
        copy_between(self.order, m.dest, &self.temp, m.temp_at, m.temp_left);
        result
    }

    fn low_take_place(&mut self, m: &mut Progress, count: usize) {
        self.order.copy_within(m.place_at..m.place_at + count, m.dest);
        m.place_at += count;
        m.place_left -= count;
        m.dest += count;
    }

    fn low_take_temp(&mut self, m: &mut Progress, count: usize) {
        copy_between(self.order, m.dest, &self.temp, m.temp_at, count);
        m.temp_at += count;
        m.temp_left -= count;
        m.dest += count;
    }

    /// Until the second run is used up or one key of the first is left.
    fn low_steps(&mut self, m: &mut Progress) -> PyResult<()> {
        self.low_take_place(m, 1);
        if m.place_left == 0 || m.temp_left == 1 {
            return Ok(());
        }
        loop {
            let (mut temp_wins, mut place_wins) = (0, 0);
            while temp_wins < self.min_gallop && place_wins < self.min_gallop {
                if (self.less)(at(self.order, m.place_at), at(&self.temp, m.temp_at))? {
                    self.low_take_place(m, 1);
                    (temp_wins, place_wins) = (0, place_wins + 1);
                    if m.place_left == 0 {
                        return Ok(());
                    }
                } else {
                    self.low_take_temp(m, 1);
                    (temp_wins, place_wins) = (temp_wins + 1, 0);
                    if m.temp_left == 1 {
                        return Ok(());
                    }
                }
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let key = at(self.order, m.place_at);
                let from_temp = self.gallop_right(key, Side::Temp, m.temp_at, m.temp_left, 0)?;
                self.low_take_temp(m, from_temp);
                if from_temp > 0 && m.temp_left <= 1 {
                    return Ok(());
                }
                self.low_take_place(m, 1);
                if m.place_left == 0 {
                    return Ok(());
                }
                let key = at(&self.temp, m.temp_at);
                let from_place = self.gallop_left(key, Side::Place, m.place_at, m.place_left, 0)?;
                self.low_take_place(m, from_place);
                if from_place > 0 && m.place_left == 0 {
                    return Ok(());
                }
                self.low_take_temp(m, 1);
                if m.temp_left == 1 {
                    return Ok(());
                }
                if from_temp < MIN_GALLOP && from_place < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
    }

    /// Merges two neighbours, the shorter second one through `temp`, from the right. `place_at`, `temp_at` and `dest` are
    /// the ends of what is left.
    fn merge_high(&mut self, start: usize, a_len: usize, b_len: usize) -> PyResult<()> {
        self.save(start + a_len, b_len);
        let end = start + a_len;
        let mut m = Progress { temp_at: b_len, temp_left: b_len, place_at: end, place_left: a_len, dest: end + b_len };
        let result = self.high_steps(&mut m);
        if result.is_ok() && m.temp_left == 1 && m.place_left > 0 {
            // The second run's first key comes before all that is left of the first.
            let (from, count) = (m.place_at - m.place_left, m.place_left);
            self.order.copy_within(from..m.place_at, m.dest - count);
            m.dest -= count;
        }
        copy_between(self.order, m.dest - m.temp_left, &self.temp, 0, m.temp_left);
        result
    }

    fn high_take_place(&mut self, m: &mut Progress, count: usize) {
        self.order.copy_within(m.place_at - count..m.place_at, m.dest - count);
        m.place_at -= count;
        m.place_left -= count;
        m.dest -= count;
    }

    fn high_take_temp(&mut self, m: &mut Progress, count: usize) {
        copy_between(self.order, m.dest - count, &self.temp, m.temp_at - count, count);
        m.temp_at -= count;
        m.temp_left -= count;
        m.dest -= count;
    }

    /// Until the first run is used up or one key of the second is left.
    fn high_steps(&mut self, m: &mut Progress) -> PyResult<()> {
        self.high_take_place(m, 1);
        if m.place_left == 0 || m.temp_left == 1 {
            return Ok(());
        }
        loop {
            let (mut place_wins, mut temp_wins) = (0, 0);
            while temp_wins < self.min_gallop && place_wins < self.min_gallop {
                if (self.less)(at(&self.temp, m.temp_at - 1), at(self.order, m.place_at - 1))? {
                    self.high_take_place(m, 1);
                    (place_wins, temp_wins) = (place_wins + 1, 0);
                    if m.place_left == 0 {
                        return Ok(());
                    }
                } else {
                    self.high_take_temp(m, 1);
                    (place_wins, temp_wins) = (0, temp_wins + 1);
                    if m.temp_left == 1 {
                        return Ok(());
                    }
                }
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let key = at(&self.temp, m.temp_at - 1);
                let (base, left) = (m.place_at - m.place_left, m.place_left);
                let from_place = left - self.gallop_right(key, Side::Place, base, left, left - 1)?;
                self.high_take_place(m, from_place);
                if from_place > 0 && m.place_left == 0 {
                    return Ok(());
                }
                self.high_take_temp(m, 1);
                if m.temp_left == 1 {
                    return Ok(());
                }
                let key = at(self.order, m.place_at - 1);
                let left = m.temp_left;
                let from_temp = left - self.gallop_left(key, Side::Temp, 0, left, left - 1)?;
                self.high_take_temp(m, from_temp);
                if from_temp > 0 && m.temp_left <= 1 {
                    return Ok(());
                }
                self.high_take_place(m, 1);
                if m.place_left == 0 {
                    return Ok(());
                }
                if from_place < MIN_GALLOP && from_temp < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
    }
}
