//! Lowering of calls, functions and generators.

use minipy_bytecode::Opcode;

use super::ops::flags;
use super::stack::Entry;
use super::{LowerError, Lowerer};
use crate::code::isa::{Op, Word, flag};

/// A keyword-names operand that is a slot, not a constant.
pub const NAMES_IN_SLOT: u64 = 1 << 32;

impl Lowerer<'_> {
    pub(super) fn call_or_generator(&mut self, opcode: Opcode, arg: u32) -> Result<(), LowerError> {
        use Opcode::*;
        match opcode {
            CALL_FUNCTION => {
                if arg == 0 && self.super_method() {
                    return Ok(());
                }
                let base = self.contiguous(arg as usize + 1);
                self.produce(Word::new(Op::Call, 0, base, base, arg as u16), 0);
            }
            CALL_METHOD => {
                let base = self.contiguous(arg as usize + 2);
                self.produce(Word::new(Op::CallMethod, 0, base, base, arg as u16), 0);
            }
            CALL_FUNCTION_KW => {
                let names = match self.stack.get(self.stack.len().saturating_sub(1)) {
                    Entry::Const(index) => {
                        self.stack.pop();
                        u64::from(index)
                    }
                    _ => {
                        self.materialise(self.stack.len().saturating_sub(1));
                        self.stack.pop();
                        NAMES_IN_SLOT | u64::from(self.stack.next_slot())
                    }
                };
                let base = self.contiguous(arg as usize + 1);
                self.produce(Word::new(Op::CallKw, 0, base, base, arg as u16), names);
            }
            CALL_FUNCTION_EX => {
                let base = self.contiguous(2 + (arg & 1) as usize);
                self.produce(Word::new(Op::CallEx, 0, base, base, (arg & 1) as u16), 0);
            }
            LOAD_METHOD => {
                self.prepare(1);
                let (obj, temp) = self.pop_register();
                let slot = self.stack.next_slot();
                self.emit_raising(Word::new(Op::LoadMethod, flags(temp, false), slot, obj, 0), u64::from(arg));
                self.push_temps(2);
            }
            MAKE_FUNCTION => {
                let base = self.contiguous(2 + (arg & 15).count_ones() as usize);
                self.produce(Word::new(Op::MakeFunction, 0, base, base, 0), u64::from(arg));
            }
            RETURN_VALUE => {
                self.canonicalise();
                let value = self.pop();
                // The rest of the stack ends with the frame.
                for depth in (0..self.stack.len()).rev() {
                    if let Entry::Temp(slot) = self.stack.get(depth) {
                        self.emit(Word::new(Op::Drop, 0, slot, 0, 0));
                    }
                }
                let rest = self.stack.len();
                while self.stack.len() > 0 {
                    self.stack.pop();
                }
                match value {
                    Entry::Local(slot) => self.emit_raising(Word::new(Op::ReturnL, 0, 0, slot, 0), 0),
                    Entry::Const(index) => self.emit_raising(Word::wide(Op::ReturnK, 0, 0, index), 0),
                    other => {
                        let (slot, _) = self.register(other, rest);
                        self.emit_raising(Word::new(Op::Return, flag::B_TEMP, 0, slot, 0), 0)
                    }
                };
            }
            GEN_START => {
                // What a generator is first sent is None: nothing to drop.
                self.stack.pop();
            }
            YIELD_VALUE => {
                self.canonicalise();
                let (value, temp) = self.pop_register();
                self.fill();
                let slot = self.stack.next_slot();
                let word_flags = flags(temp, false) | self.guarded();
                self.emit_raising(Word::new(Op::Yield, word_flags, slot, value, 0), 0);
                self.stack.push(Entry::Temp(slot));
            }
            YIELD_FROM => {
                self.fill();
                self.stack.pop();
                let receiver = self.stack.slot(self.stack.len().saturating_sub(1));
                let value = self.stack.next_slot();
                let guarded = self.guarded();
                self.emit_raising(Word::new(Op::YieldFrom, guarded, receiver, receiver, value), 0);
                self.stack.pop();
                self.stack.push(Entry::Temp(receiver));
            }
            GET_AWAITABLE => {
                let origin = self.await_origin();
                self.unary(Op::GetAwaitable, origin);
            }
            GET_ANEXT => {
                self.prepare(0);
                let aiter = self.peek(1);
                self.produce(Word::new(Op::GetAnext, 0, self.stack.next_slot(), aiter, 0), 0);
            }
            _ => return Err(LowerError::Broken),
        }
        Ok(())
    }

    /// Whether the empty dict about to be made is for `f(..., **local)`: the call makes its own dict of what it gets.
    pub(super) fn lone_keywords(&self) -> bool {
        matches!(self.following(1), Some((Opcode::LOAD_FAST, ..)))
            && matches!(self.following(2), Some((Opcode::DICT_MERGE, 1, _)))
            && matches!(self.following(3), Some((Opcode::CALL_FUNCTION_EX, 1, _)))
    }

    /// `super().name(`, where the function can have a class and an object: no super object need be made.
    fn super_method(&mut self) -> bool {
        let Some((Opcode::LOAD_METHOD, name, _)) = self.following(1) else { return false };
        let code = self.code.code();
        let called = self.at.checked_sub(1).and_then(|before| self.code.instrs().get(before));
        let is_super = called.is_some_and(|instr| {
            instr.opcode == Opcode::LOAD_GLOBAL
                && code.names.get(instr.arg as usize).is_some_and(|name| name.as_bytes() == b"super")
        });
        let object = code.varnames.first();
        if !is_super || code.argcount == 0 || code.cellvars.iter().any(|cell| Some(cell) == object) {
            return false;
        }
        let Some(class) = code.freevars.iter().position(|name| name.as_bytes() == b"__class__") else { return false };
        let class = self.nlocals as usize + code.cellvars.len() + class;
        let slot = self.contiguous(1);
        self.at += 1;
        self.skip = 1;
        self.emit_raising(Word::new(Op::SuperMethod, flag::B_TEMP, slot, slot, class as u16), u64::from(name));
        self.push_temps(2);
        true
    }

    /// Gives every slot below the top a value, so that the frame can be saved as it is.
    fn fill(&mut self) {
        self.materialise(0);
        for depth in 0..self.stack.len() {
            if self.stack.get(depth) == Entry::Absent {
                let slot = self.stack.slot(depth);
                self.emit(Word::new(Op::Clear, 0, slot, 0, 0));
            }
        }
    }

    /// 1 after `__aenter__`, 2 after `__aexit__`, which CPython tells from the instructions before.
    fn await_origin(&self) -> u16 {
        let before = |back: usize| {
            let index = self.at.checked_sub(back)?;
            self.code.instrs().get(index).map(|instr| instr.opcode)
        };
        match before(1) {
            Some(Opcode::BEFORE_ASYNC_WITH) => 1,
            Some(Opcode::WITH_EXCEPT_START) => 2,
            Some(Opcode::CALL_FUNCTION) if before(2) == Some(Opcode::DUP_TOP) => 2,
            _ => 0,
        }
    }
}
