//! Emitting words, bringing entries to slots, labels.

use minipy_bytecode::verify::BlockKind;

use super::stack::Entry;
use super::{Fixup, LowerError, Lowerer, Producer};
use crate::code::isa::{Op, Word, flag};
use crate::code::side::{NONE, Region, SideEntry};

impl Lowerer<'_> {
    /// Appends an instruction that cannot raise.
    pub(super) fn emit(&mut self, word: Word) -> usize {
        self.producer = None;
        self.words.push(word.0);
        self.words.len() - 1
    }

    /// Appends an instruction that may raise or call, its consumed operands popped already, and its cache words (the first
    /// one holds `extra`).
    pub(super) fn emit_raising(&mut self, word: Word, extra: u64) -> usize {
        let at = self.words.len();
        let region = self.region();
        let offset = self.code.instrs().get(self.at).map_or(0, |instr| instr.offset());
        self.side.entries.push(SideEntry { at: at as u32, offset, region, live: self.stack.top_live() });
        self.emit(word);
        for i in 0..Op::from_number(word.number()).cache_words() {
            self.words.push(if i == 0 { extra } else { 0 });
        }
        at
    }

    /// Appends an instruction whose result is pushed; the result may still be sent to a local.
    pub(super) fn produce(&mut self, word: Word, extra: u64) {
        let slot = self.stack.next_slot();
        let at = self.emit_raising(word, extra);
        self.stack.push(Entry::Temp(slot));
        self.producer = Some(Producer { at, slot });
    }

    /// Emits a conditional branch to an instruction. The stack is settled for it.
    pub(super) fn branch(&mut self, word: Word, extra: u64, target: u32) {
        let at = self.emit_raising(word, extra);
        if self.options.far {
            // Taken: over the next word, to the one that jumps.
            if let Some(place) = self.words.get_mut(at) {
                *place |= 1 << 16;
            }
            self.emit(Word::jump(Op::Jump, 1));
            self.jump(target);
        } else {
            self.fixups.push(Fixup { at, target });
        }
    }

    /// Emits a jump to an instruction.
    pub(super) fn jump(&mut self, target: u32) {
        let back = target as usize <= self.at;
        let op = if back { Op::Loop } else { Op::Jump };
        let at = if back { self.emit_raising(Word::jump(op, 0), 0) } else { self.emit(Word::jump(op, 0)) };
        self.fixups.push(Fixup { at, target });
    }

    /// The region of the current instruction.
    fn region(&mut self) -> u32 {
        let block = self.code.facts().get(self.at).and_then(|fact| fact.block);
        let key = block.map_or(0, |block| block as usize + 1);
        if let Some(Some(region)) = self.regions.get(key) {
            return *region;
        }
        let mut handled = NONE;
        let mut found = (None, 0);
        for block in self.code.blocks_from(block) {
            match block.kind {
                BlockKind::Handler => handled = self.nfast + block.level + 1,
                BlockKind::Try { handler } => {
                    found = (Some(handler), self.nfast + block.level);
                    break;
                }
            }
        }
        let (handler, level) = found;
        let region = self.side.regions.len() as u32;
        self.side.regions.push(Region {
            handler: NONE,
            level: if handler.is_some() { level } else { self.nfast },
            handled,
        });
        self.handler_of_region.push(handler);
        if key >= self.regions.len() {
            self.regions.resize(key + 1, None);
        }
        if let Some(place) = self.regions.get_mut(key) {
            *place = Some(region);
        }
        region
    }

    /// [`flag::GUARDED`] if a handler is set up around the current instruction.
    pub(super) fn guarded(&mut self) -> u8 {
        let region = self.region() as usize;
        if self.handler_of_region.get(region).is_some_and(Option::is_some) { flag::GUARDED } else { 0 }
    }

    /// A slot that can be read for an entry that was at `depth`, and whether the reader consumes it.
    pub(super) fn register(&mut self, entry: Entry, depth: usize) -> (u16, bool) {
        match entry {
            Entry::Local(slot) => (slot, false),
            Entry::Temp(slot) => (slot, true),
            other => {
                let slot = self.stack.slot(depth);
                self.bring(other, slot);
                (slot, true)
            }
        }
    }

    /// Brings an entry's value to a slot.
    fn bring(&mut self, entry: Entry, slot: u16) {
        match entry {
            Entry::Local(local) => self.emit(Word::new(Op::Copy, 0, slot, local, 0)),
            Entry::Const(index) => self.emit(Word::wide(Op::LoadK, 0, slot, index)),
            Entry::Temp(temp) => self.emit(Word::new(Op::Move, 0, slot, temp, 0)),
            Entry::ExcType(value) => self.emit(Word::new(Op::ExcType, 0, slot, value, 0)),
            Entry::ExcTb(value) => self.emit(Word::new(Op::ExcTb, 0, slot, value, 0)),
            Entry::Absent => self.emit(Word::new(Op::Nop, 0, 0, 0, 0)),
        };
    }

    /// Brings the entries from `from` up to their own slots. Saved parts stay absent.
    pub(super) fn materialise(&mut self, from: usize) {
        self.canonicalise();
        for depth in from..self.stack.len() {
            let entry = self.stack.get(depth);
            if !matches!(entry, Entry::Temp(_) | Entry::Absent) {
                let slot = self.stack.slot(depth);
                self.bring(entry, slot);
                self.stack.set(depth, Entry::Temp(slot));
            }
        }
    }

    /// Brings one entry to its own slot.
    pub(super) fn materialise_one(&mut self, depth: usize) {
        let entry = self.stack.get(depth);
        if !matches!(entry, Entry::Temp(_) | Entry::Absent) {
            self.canonicalise();
            let slot = self.stack.slot(depth);
            self.bring(entry, slot);
            self.stack.set(depth, Entry::Temp(slot));
        }
    }

    /// Moves every temporary to its own slot: a parallel move, cycles by exchange.
    pub(super) fn canonicalise(&mut self) {
        if !self.stack.permuted {
            return;
        }
        let mut holder: std::collections::HashMap<u16, usize> = std::collections::HashMap::new();
        for depth in 0..self.stack.len() {
            if let Entry::Temp(slot) = self.stack.get(depth) {
                holder.insert(slot, depth);
            }
        }
        for start in 0..self.stack.len() {
            let Entry::Temp(slot) = self.stack.get(start) else { continue };
            let own = self.stack.slot(start);
            if slot == own {
                continue;
            }
            match holder.remove(&own) {
                Some(other) => {
                    self.emit(Word::new(Op::Swap, 0, own, slot, 0));
                    self.stack.set(other, Entry::Temp(slot));
                    holder.insert(slot, other);
                }
                None => {
                    self.emit(Word::new(Op::Move, 0, own, slot, 0));
                    holder.remove(&slot);
                }
            }
            self.stack.set(start, Entry::Temp(own));
            holder.insert(own, start);
        }
        self.stack.permuted = false;
    }

    /// Called before an instruction pops `pops` entries and pushes: what remains must be in place.
    pub(super) fn prepare(&mut self, pops: usize) {
        let rest = self.stack.len().saturating_sub(pops);
        let loaded = |depth| !matches!(self.stack.get(depth), Entry::Local(_) | Entry::Temp(_));
        if self.stack.permuted && (!self.stack.is_canonical(rest) || (rest..self.stack.len()).any(loaded)) {
            self.canonicalise();
        }
    }

    /// Takes the top entry for an instruction that consumes it. Parts of the exception in it are loaded before it goes.
    pub(super) fn pop(&mut self) -> Entry {
        let entry = self.stack.pop();
        if let Entry::Temp(slot) = entry
            && self.stack.exception_parts > 0
        {
            self.part_from(slot);
        }
        entry
    }

    fn part_from(&mut self, slot: u16) {
        for depth in 0..self.stack.len() {
            let part = self.stack.get(depth);
            if part != Entry::ExcTb(slot) && part != Entry::ExcType(slot) {
                continue;
            }
            let last = depth + 1 == self.stack.len();
            if last && matches!(self.following(1), Some((minipy_bytecode::Opcode::POP_TOP, ..))) {
                self.stack.set(depth, Entry::Absent);
            } else {
                let own = self.stack.slot(depth);
                self.bring(part, own);
                self.stack.set(depth, Entry::Temp(own));
            }
        }
    }

    /// Copies pending reads of a local to their slots, before the local changes.
    pub(super) fn spill(&mut self, local: u16) -> bool {
        let pending = (0..self.stack.len()).any(|depth| self.stack.get(depth) == Entry::Local(local));
        if pending {
            self.canonicalise();
            for depth in 0..self.stack.len() {
                if self.stack.get(depth) == Entry::Local(local) {
                    let slot = self.stack.slot(depth);
                    self.bring(Entry::Local(local), slot);
                    self.stack.set(depth, Entry::Temp(slot));
                }
            }
        }
        pending
    }

    /// Brings the stack to the form that `target` expects, deciding that form at the first time.
    pub(super) fn settle_for(&mut self, target: u32) -> Result<(), LowerError> {
        self.canonicalise();
        for depth in 0..self.stack.len() {
            if matches!(self.stack.get(depth), Entry::Local(_) | Entry::Const(_)) {
                self.materialise_one(depth);
            }
        }
        if self.settled.get(target as usize).copied().unwrap_or(false) {
            let expected = self.states.get(&target);
            let differing: Vec<usize> = (0..self.stack.len())
                .filter(|&depth| {
                    let entry = self.stack.get(depth);
                    expected.map_or(matches!(entry, Entry::ExcTb(_) | Entry::ExcType(_)), |state| {
                        state.get(depth).is_some_and(|&wanted| wanted != entry)
                    })
                })
                .collect();
            for depth in differing {
                let wanted = self.states.get(&target).and_then(|state| state.get(depth).copied());
                match wanted {
                    None | Some(Entry::Temp(_)) => self.materialise_one(depth),
                    Some(_) => return Err(LowerError::Joined),
                }
            }
            return Ok(());
        }
        if self.options.plain_handlers {
            self.materialise(0);
        }
        let entries = self.stack.entries();
        self.settle(target, entries);
        Ok(())
    }

    /// Decides the stack at a target.
    pub(super) fn settle(&mut self, target: u32, entries: Vec<Entry>) {
        if let Some(settled) = self.settled.get_mut(target as usize)
            && !*settled
        {
            *settled = true;
            if entries.iter().any(|entry| !matches!(entry, Entry::Temp(_))) {
                self.states.insert(target, entries);
            }
        }
    }

    /// Begins a block that is not fallen into.
    pub(super) fn enter(&mut self, target: u32, depth: u32, block: Option<u32>) {
        if let Some(state) = self.states.get(&target) {
            let state = state.clone();
            self.stack.replace(&state);
            return;
        }
        let mut entries: Vec<Entry> = (0..depth as usize).map(|d| Entry::Temp(self.stack.slot(d))).collect();
        if !self.settled.get(target as usize).copied().unwrap_or(false) {
            for block in self.code.blocks_from(block) {
                if block.kind == BlockKind::Handler {
                    for part in [block.level, block.level + 2] {
                        if let Some(entry) = entries.get_mut(part as usize) {
                            *entry = Entry::Absent;
                        }
                    }
                }
            }
        }
        self.stack.replace(&entries);
        self.settle(target, entries);
    }

    /// Makes known what the stack is when a handler begins, whose level is the current depth.
    pub(super) fn settle_handler(&mut self, handler: u32) {
        let level = self.stack.len();
        let slot = |above: usize| self.stack.slot(level + above);
        let mut entries = self.stack.entries();
        entries.extend([Entry::Absent, Entry::Temp(slot(1)), Entry::Absent]);
        if self.options.plain_handlers {
            entries.extend([Entry::Temp(slot(3)), Entry::Temp(slot(4)), Entry::Temp(slot(5))]);
        } else {
            entries.extend([Entry::ExcTb(slot(4)), Entry::Temp(slot(4)), Entry::ExcType(slot(4))]);
        }
        self.settle(handler, entries);
        if self.options.plain_handlers && !self.stubs.iter().any(|stub| stub.0 == handler) {
            let level = u32::from(self.stack.next_slot());
            self.stubs.push((handler, level));
        }
    }

    /// Plain handlers are entered through code that fills their slots.
    pub(super) fn emit_stubs(&mut self) {
        for (handler, level) in std::mem::take(&mut self.stubs) {
            let at = self.words.len() as u32;
            let slot = |above: u32| (level + above) as u16;
            self.emit(Word::new(Op::ExcTb, 0, slot(3), slot(4), 0));
            self.emit(Word::new(Op::ExcType, 0, slot(5), slot(4), 0));
            let jump = self.emit(Word::jump(Op::Jump, 0));
            self.fixups.push(Fixup { at: jump, target: handler });
            for (region, of) in self.side.regions.iter_mut().zip(&self.handler_of_region) {
                if *of == Some(handler) {
                    region.handler = at;
                }
            }
        }
    }

    /// Fills in offsets and handlers.
    pub(super) fn resolve(&mut self) -> Result<(), LowerError> {
        for fixup in &self.fixups {
            let target = self.labels.get(fixup.target as usize).copied().filter(|&label| label != NONE);
            let (Some(target), Some(word)) = (target, self.words.get_mut(fixup.at)) else {
                return Err(LowerError::Broken);
            };
            let offset = i64::from(target) - (fixup.at as i64 + 1);
            let number = Word(*word).number();
            if number == Op::Jump as u8 || number == Op::Loop as u8 {
                *word = Word::jump(Op::from_number(number), offset).0;
            } else {
                let short = i16::try_from(offset).map_err(|_| LowerError::Far)?;
                *word |= u64::from(short as u16) << 16;
            }
        }
        for (region, handler) in self.side.regions.iter_mut().zip(&self.handler_of_region) {
            if region.handler == NONE
                && let Some(handler) = handler
            {
                region.handler =
                    self.labels.get(*handler as usize).copied().filter(|&l| l != NONE).ok_or(LowerError::Broken)?;
            }
        }
        self.side.live = std::mem::take(&mut self.stack.live);
        self.side.index(self.words.len());
        Ok(())
    }

    /// Sends the last result to a local instead of its temporary, if that is still possible.
    pub(super) fn retarget(&mut self, slot: u16, local: u16) -> bool {
        let Some(producer) = self.producer.filter(|producer| producer.slot == slot) else { return false };
        let Some(word) = self.words.get_mut(producer.at) else { return false };
        let old = Word(*word);
        let op = Op::from_number(old.number());
        let number = old.number();
        let hot = (Op::AddRR as u8..Op::DivRR as u8).contains(&number);
        let new = if hot {
            old.with_number(number + 1)
        } else if has_local_form(op) {
            Word(old.0 | u64::from(flag::DEST_LOCAL) << 8)
        } else {
            return false;
        };
        *word = (new.0 & !(0xffff << 16)) | u64::from(local) << 16;
        self.producer = None;
        true
    }
}

/// Whether the instruction looks at [`flag::DEST_LOCAL`].
fn has_local_form(op: Op) -> bool {
    let number = op as u8;
    (Op::DivRR as u8..=Op::Contains as u8).contains(&number)
        || (Op::SubscrRR as u8..=Op::SubscrRK as u8).contains(&number)
        || matches!(
            op,
            Op::LoadGlobal
                | Op::LoadName
                | Op::LoadDeref
                | Op::LoadAttr
                | Op::Call
                | Op::CallMethod
                | Op::CallKw
                | Op::CallEx
                | Op::GetIter
                | Op::BuildTuple
                | Op::BuildList
                | Op::BuildMap
                | Op::BuildSet
                | Op::BuildString
                | Op::Format
                | Op::MakeFunction
        )
}
