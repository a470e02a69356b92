//! Lowering of jumps, loops, blocks and exceptions.

use minipy_bytecode::Opcode;

use super::ops::flags;
use super::stack::Entry;
use super::{LowerError, Lowerer};
use crate::code::isa::{Op, Word, flag};

impl Lowerer<'_> {
    pub(super) fn control(&mut self, opcode: Opcode, arg: u32) -> Result<(), LowerError> {
        use Opcode::*;
        match opcode {
            JUMP_FORWARD | JUMP_ABSOLUTE => {
                let target = self.target()?;
                self.settle_for(target)?;
                self.jump(target);
            }
            POP_JUMP_IF_FALSE | POP_JUMP_IF_TRUE => {
                let target = self.target()?;
                self.canonicalise();
                let (value, temp) = self.pop_register();
                self.settle_for(target)?;
                let sense = if opcode == POP_JUMP_IF_TRUE { flag::SENSE } else { 0 };
                self.branch(Word::new(Op::JTruth, flags(temp, false) | sense, 0, value, 0), 0, target);
            }
            JUMP_IF_FALSE_OR_POP | JUMP_IF_TRUE_OR_POP => self.jump_or_pop(opcode == JUMP_IF_TRUE_OR_POP)?,
            FOR_ITER => self.for_iter()?,
            SETUP_FINALLY => {
                let target = self.target()?;
                self.settle_for_handler();
                self.settle_handler(target);
            }
            SETUP_WITH => {
                let target = self.target()?;
                self.canonicalise();
                let (manager, temp) = self.pop_register();
                self.settle_for_handler();
                let exit = self.stack.next_slot();
                self.emit_raising(Word::new(Op::SetupWith, flags(temp, false), exit, manager, 0), 0);
                self.push_temps(1);
                self.settle_handler(target);
                self.push_temps(1);
            }
            BEFORE_ASYNC_WITH => {
                self.prepare(1);
                let (manager, temp) = self.pop_register();
                let exit = self.stack.next_slot();
                self.emit_raising(Word::new(Op::BeforeAsyncWith, flags(temp, false), exit, manager, 0), 0);
                self.push_temps(2);
            }
            SETUP_ASYNC_WITH => {
                let target = self.target()?;
                self.settle_for_handler();
                let entered = self.stack.pop();
                self.settle_handler(target);
                self.stack.push(entered);
            }
            POP_BLOCK => {}
            POP_EXCEPT => self.pop_except(),
            WITH_EXCEPT_START => {
                self.prepare(0);
                let exit = self.peek(7);
                let value = self.peek(2);
                self.produce(Word::new(Op::WithExceptStart, 0, self.stack.next_slot(), exit, value), 0);
            }
            JUMP_IF_NOT_EXC_MATCH => self.exc_match()?,
            RAISE_VARARGS => {
                self.canonicalise();
                let cause = if arg == 2 { Some(self.pop()) } else { None };
                let exc = if arg >= 1 { Some(self.pop()) } else { None };
                let depth = self.stack.len();
                let (exc, t0) = exc.map_or((0, false), |exc| self.register(exc, depth));
                let (cause, t1) = cause.map_or((0, false), |cause| self.register(cause, depth + 1));
                let sub = (arg as u8) << flag::SUB_SHIFT;
                self.emit_raising(Word::new(Op::Raise, flags(t0, t1) | sub, 0, exc, cause), 0);
            }
            RERAISE => {
                // Type, value, traceback: the value knows the others.
                self.canonicalise();
                let kind = self.stack.pop();
                let value = self.stack.pop();
                let traceback = self.stack.pop();
                for part in [kind, traceback] {
                    if let Entry::Temp(slot) = part {
                        self.emit(Word::new(Op::Drop, 0, slot, 0, 0));
                    }
                }
                let (value, temp) = self.register(value, self.stack.len() + 1);
                self.emit_raising(Word::new(Op::Reraise, flags(temp, false), 0, value, arg as u16), 0);
            }
            END_ASYNC_FOR => {
                self.materialise(self.stack.len().saturating_sub(3));
                for distance in [0, 2] {
                    let depth = self.stack.len() - 1 - distance;
                    if let Entry::Temp(slot) = self.stack.get(depth) {
                        self.emit(Word::new(Op::Drop, 0, slot, 0, 0));
                    }
                }
                self.stack.pop();
                let value = self.stack.pop();
                self.stack.pop();
                let (value, _) = self.register(value, self.stack.len() + 1);
                let depth = self.stack.len();
                let (old, aiter) = (self.stack.slot(depth - 2), self.stack.slot(depth - 4));
                self.emit_raising(Word::new(Op::EndAsyncFor, 0, value, aiter, old), 0);
                for _ in 0..4 {
                    self.stack.pop();
                }
            }
            _ => return self.call_or_generator(opcode, arg),
        }
        Ok(())
    }

    pub(super) fn target(&self) -> Result<u32, LowerError> {
        self.code.facts().get(self.at).and_then(|fact| fact.target).ok_or(LowerError::Broken)
    }

    /// Brings everything to slots; the parts of exceptions may stay where they are.
    fn settle_for_handler(&mut self) {
        self.canonicalise();
        for depth in 0..self.stack.len() {
            if matches!(self.stack.get(depth), Entry::Local(_) | Entry::Const(_)) || self.options.plain_handlers {
                self.materialise_one(depth);
            }
        }
    }

    fn jump_or_pop(&mut self, sense: bool) -> Result<(), LowerError> {
        let target = self.target()?;
        self.canonicalise();
        let (value, temp) = self.pop_register();
        let slot = self.stack.next_slot();
        self.stack.push(Entry::Temp(slot));
        self.settle_for(target)?;
        self.stack.pop();
        let sense = if sense { flag::SENSE } else { 0 };
        self.branch(Word::new(Op::JTruthOrPop, flags(temp, false) | sense, 0, value, slot), 0, target);
        Ok(())
    }

    fn for_iter(&mut self) -> Result<(), LowerError> {
        let target = self.target()?;
        self.materialise(self.stack.len().saturating_sub(1));
        let iter = self.stack.pop();
        self.settle_for(target)?;
        self.stack.push(iter);
        let (Entry::Temp(iter), slot) = (iter, self.stack.next_slot()) else { return Err(LowerError::Broken) };
        if let Some((Opcode::STORE_FAST, local, _)) = self.following(1) {
            self.branch(Word::new(Op::ForIterL, 0, 0, iter, local as u16), 0, target);
            self.skip = 1;
        } else {
            self.branch(Word::new(Op::ForIter, 0, 0, iter, slot), 0, target);
            self.stack.push(Entry::Temp(slot));
        }
        Ok(())
    }

    fn pop_except(&mut self) {
        // The saved triple is adjacent, but another entry may have been turned below it.
        let parts = [self.stack.pop(), self.stack.pop(), self.stack.pop()];
        for part in parts {
            if let Entry::Temp(slot) = part {
                self.emit_raising(Word::new(Op::PopExcept, 0, slot, 0, 0), 0);
            }
        }
    }

    fn exc_match(&mut self) -> Result<(), LowerError> {
        let target = self.target()?;
        self.canonicalise();
        let (classes, left) = (self.pop(), self.pop());
        let depth = self.stack.len();
        let (left, mut word_flags) = match left {
            Entry::ExcType(value) => (value, 0),
            other => {
                let (slot, temp) = self.register(other, depth);
                (slot, flags(temp, false) | flag::INVERT)
            }
        };
        let (classes, temp) = self.register(classes, depth + 1);
        word_flags |= flags(false, temp);
        self.settle_for(target)?;
        self.branch(Word::new(Op::JExc, word_flags, 0, left, classes), 0, target);
        Ok(())
    }
}
