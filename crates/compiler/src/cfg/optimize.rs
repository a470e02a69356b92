//! Rewrites within a basic block: constant conditions, tuples of constants, jumps to jumps, rotations.
//!
//! Answers to `optimize_basic_block`, `jump_thread`, `fold_tuple_on_constants` and `fold_rotations`.

use minipy_bytecode::opcode::Opcode;

use super::{BasicBlockId, Cfg, Instr};

/// What the rewrites ask of the code object's constants.
pub trait ConstantTable {
    /// Whether the constant at this index is true.
    fn is_true(&self, index: u32) -> bool;
    /// The index of the tuple of the constants at these indices.
    fn tuple(&mut self, indices: &mut dyn Iterator<Item = u32>) -> u32;
}

/// What to look at next.
enum Step {
    /// The next instruction.
    Next,
    /// The same one: it has changed.
    Again,
}

#[inline]
fn may_be_rewritten(instr: &Instr) -> bool {
    instr.is_jump() || matches!(instr.op, Opcode::LOAD_CONST | Opcode::BUILD_TUPLE | Opcode::ROT_N)
}

impl Cfg {
    /// Rewrites the instructions of one block.
    pub(super) fn optimize_block(&mut self, block: BasicBlockId, consts: &mut dyn ConstantTable) {
        let mut at = 0;
        // A ring of jumps on one line would be followed for ever; nothing needs more steps than there are blocks.
        let mut patience = self.blocks.len();
        loop {
            let rest = self.code(block).get(at..).unwrap_or_default();
            let Some(skipped) = rest.iter().position(may_be_rewritten) else { break };
            at += skipped;
            let Some(&instr) = rest.get(skipped) else { break };
            let step = match instr.op {
                Opcode::LOAD_CONST => self.constant_condition(block, at, instr, consts),
                Opcode::BUILD_TUPLE => self.build_tuple(block, at, instr, consts),
                Opcode::ROT_N => self.rotation(block, at, instr),
                _ if instr.is_jump() => self.thread_jump(block, at),
                _ => Step::Next,
            };
            match step {
                Step::Again if patience > 0 => patience -= 1,
                _ => {
                    at += 1;
                    patience = self.blocks.len();
                }
            }
        }
    }

    /// A conditional jump on a constant always jumps, or never does.
    fn constant_condition(
        &mut self,
        block: BasicBlockId,
        at: usize,
        instr: Instr,
        consts: &mut dyn ConstantTable,
    ) -> Step {
        let Some([load, jump, ..]) = self.code_mut(block).get_mut(at..) else { return Step::Next };
        let (jumps_if, pops) = match jump.op {
            Opcode::POP_JUMP_IF_FALSE => (false, true),
            Opcode::POP_JUMP_IF_TRUE => (true, true),
            Opcode::JUMP_IF_FALSE_OR_POP => (false, false),
            Opcode::JUMP_IF_TRUE_OR_POP => (true, false),
            _ => return Step::Next,
        };
        let jumps = consts.is_true(instr.arg) == jumps_if;
        if pops || !jumps {
            load.remove();
        }
        if jumps {
            jump.op = Opcode::JUMP_ABSOLUTE;
            self.blocks[block].nofallthrough = true;
        } else {
            jump.remove();
        }
        Step::Next
    }

    /// Tuples that are unpacked at once become rotations; tuples of constants become constants.
    fn build_tuple(&mut self, block: BasicBlockId, at: usize, instr: Instr, consts: &mut dyn ConstantTable) -> Step {
        let count = instr.arg as usize;
        let code = self.code_mut(block);
        if let Some([build, unpack, ..]) = code.get_mut(at..)
            && unpack.op == Opcode::UNPACK_SEQUENCE
            && unpack.arg == instr.arg
        {
            match count {
                1 => (build.op, unpack.op) = (Opcode::NOP, Opcode::NOP),
                2 => (build.op, unpack.op) = (Opcode::ROT_TWO, Opcode::NOP),
                3 => (build.op, unpack.op) = (Opcode::ROT_THREE, Opcode::ROT_TWO),
                _ => {}
            }
            return Step::Next;
        }
        let Some(items) = at.checked_sub(count).and_then(|start| code.get_mut(start..=at)) else { return Step::Next };
        let Some((build, loads)) = items.split_last_mut() else { return Step::Next };
        if loads.iter().all(|load| load.op == Opcode::LOAD_CONST) {
            build.arg = consts.tuple(&mut loads.iter().map(|load| load.arg));
            build.op = Opcode::LOAD_CONST;
            for load in loads {
                load.op = Opcode::NOP;
            }
        }
        Step::Next
    }

    /// Short rotations have opcodes of their own, and `n` rotations of `n` items do nothing.
    fn rotation(&mut self, block: BasicBlockId, at: usize, instr: Instr) -> Step {
        let count = instr.arg;
        let code = self.code_mut(block);
        if let Some(rotate) = code.get_mut(at) {
            rotate.op = match count {
                0 | 1 => Opcode::NOP,
                2 => Opcode::ROT_TWO,
                3 => Opcode::ROT_THREE,
                4 => Opcode::ROT_FOUR,
                _ => Opcode::ROT_N,
            };
        }
        if count < 2 {
            return Step::Next;
        }
        let width = |instr: &Instr| match instr.op {
            Opcode::ROT_N => instr.arg,
            Opcode::ROT_FOUR => 4,
            Opcode::ROT_THREE => 3,
            Opcode::ROT_TWO => 2,
            _ => 0,
        };
        if let Some(run) = (at + 1).checked_sub(count as usize).and_then(|start| code.get_mut(start..=at))
            && run.iter().all(|instr| width(instr) == count)
        {
            for instr in run {
                instr.op = Opcode::NOP;
            }
        }
        Step::Next
    }

    /// A jump to a jump goes on to where that one goes, when both are on one line.
    fn thread_jump(&mut self, block: BasicBlockId, at: usize) -> Step {
        let Some(&instr) = self.code(block).get(at) else { return Step::Next };
        let home = self.skip_empty(instr.target);
        if home != instr.target
            && let Some(instr) = self.code_mut(block).get_mut(at)
        {
            instr.target = home;
        }
        let Some(&target) = self.first(home) else { return Step::Next };
        let same_line = instr.lineno == target.lineno;
        let plain = target.is_unconditional_jump();
        let (op, to) = match (instr.op, target.op) {
            (Opcode::JUMP_IF_FALSE_OR_POP, Opcode::POP_JUMP_IF_FALSE)
            | (Opcode::JUMP_IF_TRUE_OR_POP, Opcode::POP_JUMP_IF_TRUE) => (target.op, target.target),
            (Opcode::JUMP_IF_FALSE_OR_POP, Opcode::JUMP_IF_FALSE_OR_POP)
            | (Opcode::JUMP_IF_TRUE_OR_POP, Opcode::JUMP_IF_TRUE_OR_POP) => (instr.op, target.target),
            (Opcode::JUMP_IF_FALSE_OR_POP, Opcode::JUMP_IF_TRUE_OR_POP | Opcode::POP_JUMP_IF_TRUE) => {
                return self.pop_and_pass(block, at, Opcode::POP_JUMP_IF_FALSE, home, same_line);
            }
            (Opcode::JUMP_IF_TRUE_OR_POP, Opcode::JUMP_IF_FALSE_OR_POP | Opcode::POP_JUMP_IF_FALSE) => {
                return self.pop_and_pass(block, at, Opcode::POP_JUMP_IF_TRUE, home, same_line);
            }
            (
                Opcode::JUMP_IF_FALSE_OR_POP
                | Opcode::JUMP_IF_TRUE_OR_POP
                | Opcode::POP_JUMP_IF_FALSE
                | Opcode::POP_JUMP_IF_TRUE,
                _,
            ) if plain => (instr.op, target.target),
            (Opcode::JUMP_ABSOLUTE | Opcode::JUMP_FORWARD, _) if plain => (Opcode::JUMP_ABSOLUTE, target.target),
            (Opcode::FOR_ITER, Opcode::JUMP_FORWARD) => (Opcode::FOR_ITER, target.target),
            _ => return Step::Next,
        };
        if !same_line || home == to {
            return Step::Next;
        }
        if let Some(instr) = self.code_mut(block).get_mut(at) {
            (instr.op, instr.target) = (op, to);
        }
        Step::Again
    }

    /// The test jumped to must fail after this one: jump past it.
    fn pop_and_pass(
        &mut self,
        block: BasicBlockId,
        at: usize,
        op: Opcode,
        home: BasicBlockId,
        same_line: bool,
    ) -> Step {
        let Some(next) = self.next(home).filter(|_| same_line) else { return Step::Next };
        if let Some(instr) = self.code_mut(block).get_mut(at) {
            (instr.op, instr.target) = (op, next);
        }
        Step::Again
    }
}
