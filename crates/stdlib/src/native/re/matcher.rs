//! The backtracking matcher. Everything it may have to take back stands on one stack of its own.

use minipy_vm::{PyResult, Vm};

use super::node::{At, Fold};
use super::program::{Inst, Program};

/// A slot or a position that is not set.
pub const NOWHERE: usize = usize::MAX;
/// Steps between looks at the eval breaker.
const PATIENCE: u32 = 1 << 14;
/// Entries of the stack after which memory counts as used up.
const STACK_LIMIT: usize = 1 << 27;

/// What to do when a way fails, the last entry first.
#[derive(Clone, Copy)]
enum Undo {
    /// Go on there.
    Branch { at: usize, position: usize },
    /// Put a slot back.
    Slot(usize, usize),
    /// Put the counter of a loop back.
    Counter(usize, Rounds),
    /// A run gives back its last character, down to `least`, and goes on behind instruction `at`.
    Shorter { at: usize, least: usize, position: usize },
    /// A run takes one more character.
    Longer { at: usize, count: usize, position: usize },
}

#[derive(Clone, Copy)]
struct Rounds {
    count: usize,
    /// Where the last round began.
    last: usize,
}

/// How a match may look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// It ends where the text ends.
    pub whole: bool,
    /// It is not empty and at this place.
    pub beyond: usize,
}

/// A text, by the width of its characters.
pub trait Unit: Copy {
    /// The character.
    fn code(self) -> u32;
}

impl Unit for u8 {
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
}

impl Unit for u16 {
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
}

impl Unit for u32 {
    #[inline(always)]
    fn code(self) -> u32 {
        self
    }
}

/// A program on a text.
pub struct Matcher<'a, T> {
    program: &'a Program,
    text: &'a [T],
    wanted: Wanted,
    /// Two for each group, the whole first; then the group that was closed last.
    pub slots: Vec<usize>,
    counters: Vec<Rounds>,
    stack: Vec<Undo>,
    patience: u32,
}

impl<'a, T: Unit> Matcher<'a, T> {
    /// Nothing has matched yet.
    pub fn new(program: &'a Program, text: &'a [T]) -> Self {
        Matcher {
            program,
            text,
            wanted: Wanted { whole: false, beyond: NOWHERE },
            slots: vec![NOWHERE; 2 * program.groups + 3],
            counters: vec![Rounds { count: 0, last: NOWHERE }; program.counters],
            stack: Vec::new(),
            patience: PATIENCE,
        }
    }

    /// Whether there is a match that begins at `start`; it is in `slots`.
    pub fn match_at(&mut self, vm: &mut Vm, start: usize, wanted: Wanted) -> PyResult<bool> {
        self.wanted = wanted;
        self.slots.fill(NOWHERE);
        self.stack.clear();
        let Some(end) = self.run(vm, 0, start)? else { return Ok(false) };
        for (slot, place) in self.slots.iter_mut().zip([start, end]) {
            *slot = place;
        }
        Ok(true)
    }

    /// The first match that begins at `start` or behind it.
    pub fn search(&mut self, vm: &mut Vm, start: usize, wanted: Wanted) -> PyResult<bool> {
        let first = self.program.first();
        let mut position = start;
        while position <= self.text.len() {
            if let Some(single) = first {
                let rest = self.text.get(position..).unwrap_or_default();
                match rest.iter().position(|unit| single.takes(unit.code())) {
                    Some(skipped) => position += skipped,
                    None => return Ok(false),
                }
            }
            if self.match_at(vm, position, wanted)? {
                return Ok(true);
            }
            self.tire(vm)?;
            position += 1;
        }
        Ok(false)
    }

    fn tire(&mut self, vm: &mut Vm) -> PyResult<()> {
        self.patience -= 1;
        if self.patience == 0 {
            self.patience = PATIENCE;
            vm.poll()?;
            if self.stack.len() > STACK_LIMIT {
                return Err(vm.memory_error());
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn unit(&self, position: usize) -> Option<u32> {
        self.text.get(position).map(|unit| unit.code())
    }

    fn slot(&self, index: usize) -> usize {
        self.slots.get(index).copied().unwrap_or(NOWHERE)
    }

    fn set_slot(&mut self, index: usize, value: usize) {
        if let Some(slot) = self.slots.get_mut(index) {
            self.stack.push(Undo::Slot(index, *slot));
            *slot = value;
        }
    }

    fn set_counter(&mut self, index: usize, rounds: Rounds) {
        if let Some(counter) = self.counters.get_mut(index) {
            self.stack.push(Undo::Counter(index, *counter));
            *counter = rounds;
        }
    }

    /// The end of the match from instruction `at` on.
    fn run(&mut self, vm: &mut Vm, at: usize, position: usize) -> PyResult<Option<usize>> {
        let base = self.stack.len();
        let program = self.program;
        let (mut at, mut position) = (at, position);
        loop {
            self.tire(vm)?;
            let next = match program.code.get(at) {
                Some(Inst::Single(single)) => match self.unit(position) {
                    Some(c) if single.takes(c) => {
                        position += 1;
                        Some(at + 1)
                    }
                    _ => None,
                },
                Some(Inst::Run { .. }) => self.begin_run(at, &mut position),
                Some(Inst::At(place)) => self.is_at(*place, position).then_some(at + 1),
                Some(&Inst::Split(first, second)) => {
                    self.stack.push(Undo::Branch { at: second, position });
                    Some(first)
                }
                Some(&Inst::Jump(target)) => Some(target),
                Some(&Inst::Save(slot)) => {
                    self.set_slot(slot, position);
                    if slot % 2 == 1 {
                        self.set_slot(2 * program.groups + 2, slot / 2);
                    }
                    Some(at + 1)
                }
                Some(&Inst::Begin(counter)) => {
                    self.set_counter(counter, Rounds { count: 0, last: NOWHERE });
                    Some(at + 1)
                }
                Some(Inst::Round { .. }) => Some(self.round(at, position)),
                Some(Inst::Back(group, fold)) => self.back(*group, *fold, &mut position).then_some(at + 1),
                Some(&Inst::Unless(group, other)) => {
                    Some(if self.slot(2 * group + 1) == NOWHERE { other } else { at + 1 })
                }
                Some(&Inst::Look { behind, negated, end }) => {
                    let seen = match position.checked_sub(behind.unwrap_or(0)) {
                        Some(start) => self.look(vm, at + 1, start, negated)?,
                        None => false,
                    };
                    (seen != negated).then_some(end)
                }
                Some(Inst::Seen) => return Ok(Some(position)),
                Some(Inst::Match) | None => {
                    let fits = !(self.wanted.whole && position != self.text.len()) && position != self.wanted.beyond;
                    if fits {
                        return Ok(Some(position));
                    }
                    None
                }
            };
            match next {
                Some(next) => at = next,
                None => match self.undo(base) {
                    Some((next, place)) => (at, position) = (next, place),
                    None => return Ok(None),
                },
            }
        }
    }

    /// Takes back what was done since the last choice; where to go on.
    fn undo(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Undo::Branch { at, position } => return Some((at, position)),
                Undo::Slot(index, value) => {
                    if let Some(slot) = self.slots.get_mut(index) {
                        *slot = value;
                    }
                }
                Undo::Counter(index, rounds) => {
                    if let Some(counter) = self.counters.get_mut(index) {
                        *counter = rounds;
                    }
                }
                Undo::Shorter { at, least, position } => {
                    if position > least {
                        let position = position - 1;
                        if position > least {
                            self.stack.push(Undo::Shorter { at, least, position });
                        }
                        return Some((at + 1, position));
                    }
                }
                Undo::Longer { at, count, position } => {
                    if let Some(Inst::Run { single, max, .. }) = self.program.code.get(at)
                        && count < *max
                        && self.unit(position).is_some_and(|c| single.takes(c))
                    {
                        self.stack.push(Undo::Longer { at, count: count + 1, position: position + 1 });
                        return Some((at + 1, position + 1));
                    }
                }
            }
        }
        None
    }

    fn begin_run(&mut self, at: usize, position: &mut usize) -> Option<usize> {
        let Some(Inst::Run { single, min, max, greedy }) = self.program.code.get(at) else { return None };
        let start = *position;
        let wanted = if *greedy { *max } else { *min };
        let rest = self.text.get(start..).unwrap_or_default();
        let taken = rest.iter().take(wanted).take_while(|unit| single.takes(unit.code())).count();
        if taken < *min {
            return None;
        }
        *position = start + taken;
        if !*greedy {
            self.stack.push(Undo::Longer { at, count: taken, position: *position });
        } else if taken > *min {
            self.stack.push(Undo::Shorter { at, least: start + min, position: *position });
        }
        Some(at + 1)
    }

    /// What a loop does next.
    fn round(&mut self, at: usize, position: usize) -> usize {
        let Some(&Inst::Round { counter, min, max, greedy, exit }) = self.program.code.get(at) else { return at + 1 };
        let rounds = self.counters.get(counter).copied().unwrap_or(Rounds { count: 0, last: NOWHERE });
        let more = Rounds { count: rounds.count + 1, last: position };
        if rounds.count < min {
            self.set_counter(counter, more);
            return at + 1;
        }
        // A round that took nothing would do so for ever.
        if rounds.count >= max || rounds.last == position {
            return exit;
        }
        if greedy {
            self.stack.push(Undo::Branch { at: exit, position });
            self.set_counter(counter, more);
            return at + 1;
        }
        // The way into the body sets the counter before it is taken, and the entry below takes that back on the way out.
        self.set_counter(counter, more);
        self.stack.push(Undo::Branch { at: at + 1, position });
        if let Some(place) = self.counters.get_mut(counter) {
            let inside = *place;
            *place = rounds;
            self.stack.push(Undo::Counter(counter, inside));
        }
        exit
    }

    fn back(&self, group: usize, fold: Option<Fold>, position: &mut usize) -> bool {
        let (start, end) = (self.slot(2 * group), self.slot(2 * group + 1));
        if start == NOWHERE || end == NOWHERE || end < start {
            return false;
        }
        let (Some(known), Some(here)) =
            (self.text.get(start..end), self.text.get(*position..position.saturating_add(end - start)))
        else {
            return false;
        };
        let same = known.iter().zip(here).all(|(a, b)| {
            let (a, b) = (a.code(), b.code());
            a == b || fold.is_some_and(|fold| fold.same(a, b))
        });
        *position += if same { end - start } else { 0 };
        same
    }

    /// Runs the part that begins at `at`; what it captured stays, if it matched and was to match.
    fn look(&mut self, vm: &mut Vm, at: usize, start: usize, negated: bool) -> PyResult<bool> {
        let base = self.stack.len();
        let seen = self.run(vm, at, start)?.is_some();
        if !seen {
            return Ok(false);
        }
        if negated {
            while self.undo(base).is_some() {}
            return Ok(true);
        }
        let kept: Vec<Undo> =
            self.stack.drain(base..).filter(|entry| matches!(entry, Undo::Slot(..) | Undo::Counter(..))).collect();
        self.stack.extend(kept);
        Ok(true)
    }

    fn is_at(&self, place: At, position: usize) -> bool {
        let end = self.text.len();
        let newline = |position: usize| self.unit(position) == Some(0x0a);
        match place {
            At::Start => position == 0,
            At::LineStart => position == 0 || newline(position - 1),
            At::End => position == end || position + 1 == end && newline(position),
            At::LineEnd => position == end || newline(position),
            At::VeryEnd => position == end,
            At::Boundary { word, inverted } => {
                if end == 0 {
                    return false;
                }
                let is_word = |position: Option<usize>| {
                    position.and_then(|position| self.unit(position)).is_some_and(|c| word.has(c))
                };
                (is_word(position.checked_sub(1)) != is_word(Some(position))) != inverted
            }
        }
    }
}
