//! Lowering of single instructions: loads, stores, operators, displays.

use minipy_bytecode::{Constant, Opcode};

use super::stack::Entry;
use super::{LowerError, Lowerer};
use crate::code::isa::{FLOAT_TWIN, Op, Word, flag, form};

/// An operand of a binary instruction.
pub(super) enum Operand {
    Int(i16),
    Constant(u16),
}

const _: () = assert!(FLOAT_TWIN == 24);

impl Lowerer<'_> {
    pub(super) fn instruction(&mut self, opcode: Opcode, arg: u32) -> Result<(), LowerError> {
        use Opcode::*;
        match opcode {
            NOP | EXTENDED_ARG => {}
            POP_TOP => self.pop_top(),
            ROT_TWO => self.stack.rotate(2),
            ROT_THREE => self.stack.rotate(3),
            ROT_FOUR => self.stack.rotate(4),
            ROT_N => self.stack.rotate(arg as usize),
            DUP_TOP => self.duplicate(1),
            DUP_TOP_TWO => self.duplicate(2),
            LOAD_CONST => self.stack.push(Entry::Const(arg)),
            LOAD_FAST => self.load_fast(arg as u16),
            STORE_FAST => self.store_fast(arg as u16),
            DELETE_FAST => {
                self.spill(arg as u16);
                self.emit_raising(Word::new(Op::Delete, 0, arg as u16, 0, 0), 0);
            }
            LOAD_CLOSURE => {
                let slot = self.cell(arg);
                self.stack.push(Entry::Local(slot));
            }
            LOAD_DEREF => self.load(Op::LoadDeref, arg),
            LOAD_CLASSDEREF => self.load(Op::LoadClassDeref, arg),
            STORE_DEREF => {
                let (value, temp) = self.pop_register();
                let cell = self.cell(arg);
                self.emit_raising(Word::new(Op::StoreDeref, flags(temp, false), cell, value, 0), 0);
            }
            DELETE_DEREF => {
                let cell = self.cell(arg);
                self.emit_raising(Word::new(Op::DeleteDeref, 0, cell, 0, 0), 0);
            }
            LOAD_GLOBAL => self.named(Op::LoadGlobal, arg),
            LOAD_NAME => self.named(Op::LoadName, arg),
            LOAD_BUILD_CLASS => self.nullary(Op::LoadBuildClass),
            LOAD_ASSERTION_ERROR => self.nullary(Op::AssertionError),
            STORE_NAME => self.sink_named(Op::StoreName, arg),
            STORE_GLOBAL => self.sink_named(Op::StoreGlobal, arg),
            PRINT_EXPR => self.sink(Op::PrintExpr),
            IMPORT_STAR => self.sink(Op::ImportStar),
            DELETE_NAME => {
                self.emit_raising(Word::new(Op::DeleteName, 0, 0, 0, 0), u64::from(arg));
            }
            DELETE_GLOBAL => {
                self.emit_raising(Word::new(Op::DeleteGlobal, 0, 0, 0, 0), u64::from(arg));
            }
            SETUP_ANNOTATIONS => {
                self.emit_raising(Word::new(Op::SetupAnnotations, 0, 0, 0, 0), 0);
            }
            UNARY_NEGATIVE => self.unary(Op::Neg, 0),
            UNARY_POSITIVE => self.unary(Op::Pos, 0),
            UNARY_INVERT => self.unary(Op::Invert, 0),
            UNARY_NOT => self.unary(Op::Not, 0),
            GET_ITER => self.unary(Op::GetIter, 0),
            GET_YIELD_FROM_ITER => self.unary(Op::GetYieldFromIter, 0),
            GET_AITER => self.unary(Op::GetAiter, 0),
            LIST_TO_TUPLE => self.unary(Op::ListToTuple, 0),
            COMPARE_OP | IS_OP | CONTAINS_OP => self.comparison(opcode, arg)?,
            BINARY_SUBSCR => self.subscript(),
            STORE_SUBSCR => self.store_subscr(),
            DELETE_SUBSCR => {
                self.prepare_operands(2);
                let (key, obj) = (self.pop(), self.pop());
                let depth = self.stack.len();
                let ((obj, t0), (key, t1)) = (self.register(obj, depth), self.register(key, depth + 1));
                self.emit_raising(Word::new(Op::DeleteSubscr, flags(t0, t1), 0, obj, key), 0);
            }
            LOAD_ATTR => {
                self.prepare(1);
                let (obj, temp) = self.pop_register();
                self.produce(
                    Word::new(Op::LoadAttr, flags(temp, false), self.stack.next_slot(), obj, 0),
                    u64::from(arg),
                );
            }
            STORE_ATTR => {
                self.prepare_operands(2);
                let (obj, value) = (self.pop(), self.pop());
                let depth = self.stack.len();
                let ((value, t0), (obj, t1)) = (self.register(value, depth), self.register(obj, depth + 1));
                // What a property's setter returns is not wanted.
                let flags = flags(t0, false) | flag::DISCARD | if t1 { flag::A_TEMP } else { 0 };
                self.emit_raising(Word::new(Op::StoreAttr, flags, obj, value, 0), u64::from(arg));
            }
            DELETE_ATTR => {
                let (obj, temp) = self.pop_register();
                self.emit_raising(Word::new(Op::DeleteAttr, flags(temp, false), 0, obj, 0), u64::from(arg));
            }
            BUILD_TUPLE => self.build(Op::BuildTuple, arg as usize, arg),
            BUILD_LIST => self.build(Op::BuildList, arg as usize, arg),
            BUILD_SET => self.build(Op::BuildSet, arg as usize, arg),
            BUILD_MAP if arg == 0 && self.lone_keywords() => self.stack.push(Entry::Absent),
            BUILD_MAP => self.build(Op::BuildMap, arg as usize * 2, arg),
            BUILD_STRING => self.build(Op::BuildString, arg as usize, arg),
            BUILD_CONST_KEY_MAP => self.build(Op::BuildConstKeyMap, arg as usize + 1, arg),
            BUILD_SLICE => self.build(Op::Slice, arg as usize, arg),
            LIST_APPEND => self.add_to(Op::ListAppend, arg),
            SET_ADD => self.add_to(Op::SetAdd, arg),
            LIST_EXTEND => self.add_to(Op::ListExtend, arg),
            SET_UPDATE => self.add_to(Op::SetUpdate, arg),
            DICT_UPDATE => self.add_to(Op::DictUpdate, arg),
            MAP_ADD => {
                self.prepare_operands(2);
                let (value, key) = (self.pop(), self.pop());
                let depth = self.stack.len();
                let ((key, t0), (value, t1)) = (self.register(key, depth), self.register(value, depth + 1));
                let dict = self.peek(arg as usize);
                self.emit_raising(Word::new(Op::MapAdd, flags(t0, t1), dict, key, value), 0);
            }
            DICT_MERGE if self.stack.get(self.stack.len().saturating_sub(2)) == Entry::Absent => {
                // The mapping itself is passed on: see `lone_keywords`.
                let mapping = self.pop();
                self.pop();
                self.stack.push(mapping);
            }
            DICT_MERGE => {
                let (mapping, temp) = self.pop_register();
                let function = self.peek(arg as usize + 2);
                let dict = self.peek(arg as usize);
                self.emit_raising(Word::new(Op::DictMerge, flags(temp, false), dict, mapping, function), 0);
            }
            FORMAT_VALUE => self.format_value(arg),
            UNPACK_SEQUENCE => {
                self.prepare(1);
                let (source, temp) = self.pop_register();
                let first = self.stack.next_slot();
                self.emit_raising(Word::new(Op::Unpack, flags(temp, false), first, source, arg as u16), 0);
                self.push_temps(arg as usize);
            }
            UNPACK_EX => {
                self.prepare(1);
                let (source, temp) = self.pop_register();
                let first = self.stack.next_slot();
                self.emit_raising(Word::new(Op::UnpackEx, flags(temp, false), first, source, 0), u64::from(arg));
                self.push_temps((arg & 0xff) as usize + (arg >> 8) as usize + 1);
            }
            GET_LEN => self.look(Op::GetLen),
            MATCH_MAPPING => self.look(Op::MatchMapping),
            MATCH_SEQUENCE => self.look(Op::MatchSequence),
            MATCH_KEYS => {
                self.prepare(0);
                let (subject, keys) = (self.peek(2), self.peek(1));
                let first = self.stack.next_slot();
                self.emit_raising(Word::new(Op::MatchKeys, 0, first, subject, keys), 0);
                self.push_temps(2);
            }
            MATCH_CLASS => {
                let first = self.contiguous(3);
                self.emit_raising(Word::new(Op::MatchClass, 0, first, first, arg as u16), 0);
                self.push_temps(2);
            }
            COPY_DICT_WITHOUT_KEYS => {
                self.prepare(1);
                let (keys, temp) = self.pop_register();
                let subject = self.peek(1);
                let word =
                    Word::new(Op::CopyDictWithoutKeys, flags(false, temp), self.stack.next_slot(), subject, keys);
                self.produce(word, 0);
            }
            IMPORT_NAME => {
                self.prepare(2);
                let (from, level) = (self.pop(), self.pop());
                let depth = self.stack.len();
                let ((level, t0), (from, t1)) = (self.register(level, depth), self.register(from, depth + 1));
                let word = Word::new(Op::ImportName, flags(t0, t1), self.stack.next_slot(), level, from);
                self.produce(word, u64::from(arg));
            }
            IMPORT_FROM => {
                self.prepare(0);
                let module = self.peek(1);
                self.produce(Word::new(Op::ImportFrom, 0, self.stack.next_slot(), module, 0), u64::from(arg));
            }
            _ => return self.binary_or_other(opcode, arg),
        }
        Ok(())
    }

    fn binary_or_other(&mut self, opcode: Opcode, arg: u32) -> Result<(), LowerError> {
        use Opcode::*;
        let (op, forms, inplace) = match opcode {
            BINARY_ADD => (Op::AddRR, 8, false),
            INPLACE_ADD => (Op::AddRR, 8, true),
            BINARY_SUBTRACT => (Op::SubRR, 8, false),
            INPLACE_SUBTRACT => (Op::SubRR, 8, true),
            BINARY_MULTIPLY => (Op::MulRR, 8, false),
            INPLACE_MULTIPLY => (Op::MulRR, 8, true),
            BINARY_TRUE_DIVIDE => (Op::DivRR, 4, false),
            INPLACE_TRUE_DIVIDE => (Op::DivRR, 4, true),
            BINARY_FLOOR_DIVIDE => (Op::FloorDivRR, 2, false),
            INPLACE_FLOOR_DIVIDE => (Op::FloorDivRR, 2, true),
            BINARY_MODULO => (Op::ModRR, 2, false),
            INPLACE_MODULO => (Op::ModRR, 2, true),
            BINARY_AND => (Op::AndRR, 2, false),
            INPLACE_AND => (Op::AndRR, 2, true),
            BINARY_OR => (Op::OrRR, 2, false),
            INPLACE_OR => (Op::OrRR, 2, true),
            BINARY_XOR => (Op::XorRR, 2, false),
            INPLACE_XOR => (Op::XorRR, 2, true),
            BINARY_LSHIFT => (Op::LshRR, 2, false),
            INPLACE_LSHIFT => (Op::LshRR, 2, true),
            BINARY_RSHIFT => (Op::RshRR, 2, false),
            INPLACE_RSHIFT => (Op::RshRR, 2, true),
            BINARY_POWER => (Op::Pow, 1, false),
            INPLACE_POWER => (Op::Pow, 1, true),
            BINARY_MATRIX_MULTIPLY => (Op::MatMul, 1, false),
            INPLACE_MATRIX_MULTIPLY => (Op::MatMul, 1, true),
            _ => return self.control(opcode, arg),
        };
        self.prepare(2);
        let (right, left) = (self.pop(), self.pop());
        let depth = self.stack.len();
        let extra = if inplace { flag::INPLACE } else { 0 };
        let (chosen, word_flags, b, c) = self.operands(left, right, depth, forms);
        let step = if forms == 8 { 2 } else { 1 };
        self.produce(Word::new(op.plus(chosen * step), word_flags | extra, self.stack.next_slot(), b, c), 0);
        Ok(())
    }

    /// Chooses the form for two operands: 1 RR only; 2 RR, RI; 3 RR, RI, RK; 4 and 8 also KR.
    fn operands(&mut self, left: Entry, right: Entry, depth: usize, forms: u8) -> (u8, u8, u16, u16) {
        let right = match self.operand(right, forms) {
            Some(operand) => operand,
            None if forms >= 4 && matches!(left, Entry::Const(index) if u16::try_from(index).is_ok()) => {
                let (slot, temp) = self.register(right, depth + 1);
                let Entry::Const(index) = left else { return (form::RR, 0, 0, slot) };
                return (form::KR, flags(false, temp), index as u16, slot);
            }
            None => {
                // The left one is loaded first: both may go to slots.
                let (left, t0) = self.register(left, depth);
                let (right, t1) = self.register(right, depth + 1);
                return (form::RR, flags(t0, t1), left, right);
            }
        };
        let (left, temp) = self.register(left, depth);
        match right {
            Operand::Int(value) => (form::RI, flags(temp, false), left, value as u16),
            Operand::Constant(index) => (form::RK, flags(temp, false), left, index),
        }
    }

    /// A constant as an operand, if one of the forms takes it.
    fn operand(&self, entry: Entry, forms: u8) -> Option<Operand> {
        let Entry::Const(index) = entry else { return None };
        if forms >= 2
            && let Constant::Int(value) = self.constant(index)
            && let Ok(small) = i16::try_from(value)
        {
            return Some(Operand::Int(small));
        }
        if forms >= 3 { u16::try_from(index).ok().map(Operand::Constant) } else { None }
    }

    pub(super) fn pop_register(&mut self) -> (u16, bool) {
        let entry = self.pop();
        let depth = self.stack.len();
        if self.stack.permuted && !matches!(entry, Entry::Local(_) | Entry::Temp(_)) {
            self.canonicalise();
        }
        self.register(entry, depth)
    }

    /// Called before an instruction without a result: operands that must be loaded need their own slots free.
    fn prepare_operands(&mut self, count: usize) {
        let len = self.stack.len();
        let loaded = |depth| !matches!(self.stack.get(depth), Entry::Local(_) | Entry::Temp(_));
        if self.stack.permuted && (len.saturating_sub(count)..len).any(loaded) {
            self.canonicalise();
        }
    }

    fn pop_top(&mut self) {
        match self.pop() {
            Entry::Temp(slot) => {
                if let Some(producer) = self.producer.filter(|producer| producer.slot == slot)
                    && let Some(word) = self.words.get_mut(producer.at)
                    && matches!(
                        Op::from_number(Word(*word).number()),
                        Op::Call | Op::CallMethod | Op::CallKw | Op::CallEx
                    )
                {
                    *word |= u64::from(flag::DISCARD) << 8;
                    self.producer = None;
                } else {
                    self.emit_raising(Word::new(Op::Drop, 0, slot, 0, 0), 0);
                }
            }
            Entry::Local(_) | Entry::Const(_) | Entry::Absent | Entry::ExcType(_) | Entry::ExcTb(_) => {}
        }
    }

    /// Pushes the top `count` entries once more.
    fn duplicate(&mut self, count: usize) {
        let start = self.stack.len() - count.min(self.stack.len());
        if (start..self.stack.len()).any(|depth| matches!(self.stack.get(depth), Entry::Temp(_))) {
            self.canonicalise();
        }
        for depth in start..start + count {
            let entry = self.stack.get(depth);
            match entry {
                Entry::Temp(from) => {
                    let slot = self.stack.next_slot();
                    self.emit(Word::new(Op::Copy, 0, slot, from, 0));
                    self.stack.push(Entry::Temp(slot));
                }
                other => self.stack.push(other),
            }
        }
    }

    fn load_fast(&mut self, local: u16) {
        if !self.bound.get(self.at).copied().unwrap_or(false) {
            self.emit_raising(Word::new(Op::Check, 0, local, 0, 0), 0);
        }
        self.stack.push(Entry::Local(local));
    }

    fn store_fast(&mut self, local: u16) {
        let top = self.stack.len().saturating_sub(1);
        if self.stack.get(top) == Entry::Local(local) {
            self.stack.pop();
            return;
        }
        // With the value still on the stack, so that nothing is copied over it.
        let spilled = self.spill(local);
        if !matches!(self.stack.get(top), Entry::Local(_) | Entry::Temp(_) | Entry::Const(_)) {
            self.canonicalise();
        }
        let value = match self.stack.get(top) {
            Entry::Const(_) | Entry::Local(_) => self.stack.pop(),
            _ => self.pop(),
        };
        match value {
            Entry::Temp(slot) => {
                if spilled || !self.retarget(slot, local) {
                    self.emit_raising(Word::new(Op::StoreT, 0, local, slot, 0), 0);
                }
            }
            Entry::Local(from) => {
                self.emit_raising(Word::new(Op::StoreL, 0, local, from, 0), 0);
            }
            Entry::Const(index) => {
                self.emit_raising(Word::wide(Op::StoreK, 0, local, index), 0);
            }
            other => {
                let (slot, _) = self.register(other, self.stack.len());
                self.emit_raising(Word::new(Op::StoreT, 0, local, slot, 0), 0);
            }
        }
    }

    /// The slot of a cell or free variable.
    fn cell(&self, index: u32) -> u16 {
        (self.nlocals + index) as u16
    }

    fn load(&mut self, op: Op, index: u32) {
        self.prepare(0);
        let cell = self.cell(index);
        self.produce(Word::new(op, 0, self.stack.next_slot(), cell, 0), 0);
    }

    fn named(&mut self, op: Op, name: u32) {
        self.prepare(0);
        self.produce(Word::new(op, 0, self.stack.next_slot(), 0, 0), u64::from(name));
    }

    fn nullary(&mut self, op: Op) {
        self.prepare(0);
        self.produce(Word::new(op, 0, self.stack.next_slot(), 0, 0), 0);
    }

    fn sink_named(&mut self, op: Op, name: u32) {
        let (value, temp) = self.pop_register();
        self.emit_raising(Word::new(op, flags(temp, false), 0, value, 0), u64::from(name));
    }

    fn sink(&mut self, op: Op) {
        let (value, temp) = self.pop_register();
        self.emit_raising(Word::new(op, flags(temp, false), 0, value, 0), 0);
    }

    pub(super) fn unary(&mut self, op: Op, c: u16) {
        self.prepare(1);
        let (operand, temp) = self.pop_register();
        self.produce(Word::new(op, flags(temp, false), self.stack.next_slot(), operand, c), 0);
    }

    /// Pushes a fact about the top entry, which stays.
    fn look(&mut self, op: Op) {
        self.prepare(0);
        let subject = self.peek(1);
        self.produce(Word::new(op, 0, self.stack.next_slot(), subject, 0), 0);
    }

    /// The slot of the entry `distance` below the top (1 is the top), which stays on the stack.
    pub(super) fn peek(&mut self, distance: usize) -> u16 {
        let depth = self.stack.len().saturating_sub(distance);
        self.materialise_if_needed(depth);
        match self.stack.get(depth) {
            Entry::Local(slot) | Entry::Temp(slot) => slot,
            _ => self.stack.slot(depth),
        }
    }

    fn materialise_if_needed(&mut self, depth: usize) {
        if !matches!(self.stack.get(depth), Entry::Local(_) | Entry::Temp(_)) {
            self.materialise_one(depth);
        }
    }

    pub(super) fn push_temps(&mut self, count: usize) {
        for _ in 0..count {
            let slot = self.stack.next_slot();
            self.stack.push(Entry::Temp(slot));
        }
    }

    /// Brings the top `count` entries to adjacent slots and takes them off. Returns the first slot.
    pub(super) fn contiguous(&mut self, count: usize) -> u16 {
        let start = self.stack.len().saturating_sub(count);
        self.materialise(start);
        for _ in 0..count {
            self.stack.pop();
        }
        self.stack.slot(start)
    }

    fn build(&mut self, op: Op, entries: usize, count: u32) {
        let first = self.contiguous(entries);
        self.produce(Word::new(op, 0, first, first, count as u16), 0);
    }

    fn add_to(&mut self, op: Op, distance: u32) {
        let (value, temp) = self.pop_register();
        let container = self.peek(distance as usize);
        self.emit_raising(Word::new(op, flags(temp, false), container, value, 0), 0);
    }

    fn format_value(&mut self, arg: u32) {
        let has_spec = arg & minipy_bytecode::opcode::format_value::HAVE_SPEC != 0;
        self.prepare(1 + usize::from(has_spec));
        let spec = has_spec.then(|| self.pop());
        let value = self.pop();
        let depth = self.stack.len();
        let (value, t0) = self.register(value, depth);
        let (spec, t1) = spec.map_or((0, false), |spec| self.register(spec, depth + 1));
        let sub = (arg as u8 & 7) << flag::SUB_SHIFT;
        self.produce(Word::new(Op::Format, flags(t0, t1) | sub, self.stack.next_slot(), value, spec), 0);
    }

    fn subscript(&mut self) {
        self.prepare(2);
        let (key, obj) = (self.pop(), self.pop());
        let depth = self.stack.len();
        let (chosen, word_flags, b, c) = self.operands(obj, key, depth, 3);
        self.produce(Word::new(Op::SubscrRR.plus(chosen), word_flags, self.stack.next_slot(), b, c), 0);
    }

    fn store_subscr(&mut self) {
        self.prepare_operands(3);
        let (key, obj, value) = (self.pop(), self.pop(), self.pop());
        let depth = self.stack.len();
        let (value, t2) = self.register(value, depth);
        let (obj, t0) = self.register(obj, depth + 1);
        let own = if t0 { flag::A_TEMP } else { 0 };
        if let Some(Operand::Int(key)) = self.operand(key, 2) {
            self.emit_raising(Word::new(Op::StoreSubscrI, flags(false, t2) | own, obj, key as u16, value), 0);
        } else {
            let (key, t1) = self.register(key, depth + 2);
            self.emit_raising(Word::new(Op::StoreSubscr, flags(t1, t2) | own, obj, key, value), 0);
        }
    }

    /// A comparison, together with the branch on it if one follows.
    fn comparison(&mut self, opcode: Opcode, arg: u32) -> Result<(), LowerError> {
        let branch =
            self.following(1).filter(|next| matches!(next.0, Opcode::POP_JUMP_IF_FALSE | Opcode::POP_JUMP_IF_TRUE));
        if branch.is_some() {
            self.canonicalise();
        } else {
            self.prepare(2);
        }
        let (right, left) = (self.pop(), self.pop());
        let depth = self.stack.len();
        let (chosen, mut word_flags, b, c) = match opcode {
            Opcode::COMPARE_OP => self.operands(left, right, depth, 3),
            Opcode::IS_OP => match right {
                Entry::Const(index) if u16::try_from(index).is_ok() => {
                    let (slot, temp) = self.register(left, depth);
                    (1, flags(temp, false), slot, index as u16)
                }
                _ => self.operands(left, right, depth, 1),
            },
            _ => self.operands(left, right, depth, 1),
        };
        if opcode != Opcode::COMPARE_OP && arg & 1 == 1 {
            word_flags |= flag::INVERT;
        }
        let Some((jump, _, index)) = branch else {
            let op = match opcode {
                Opcode::COMPARE_OP => {
                    word_flags |= (arg as u8) << flag::SUB_SHIFT;
                    Op::CmpRR.plus(chosen)
                }
                Opcode::IS_OP => Op::Is.plus(chosen),
                _ => Op::Contains,
            };
            self.produce(Word::new(op, word_flags, self.stack.next_slot(), b, c), 0);
            return Ok(());
        };
        let target = self.code.facts().get(index).and_then(|fact| fact.target).ok_or(LowerError::Broken)?;
        self.settle_for(target)?;
        if jump == Opcode::POP_JUMP_IF_TRUE {
            word_flags |= flag::SENSE;
        }
        let op = match opcode {
            Opcode::COMPARE_OP => Op::JLtRR.plus(chosen * 6 + arg as u8),
            Opcode::IS_OP => Op::JIs.plus(chosen),
            _ => Op::JContains,
        };
        self.branch(Word::new(op, word_flags, 0, b, c), 0, target);
        self.skip = 1;
        Ok(())
    }
}

/// The flags for operands b and c being temporaries.
pub(super) fn flags(b_temp: bool, c_temp: bool) -> u8 {
    (if b_temp { flag::B_TEMP } else { 0 }) | if c_temp { flag::C_TEMP } else { 0 }
}
