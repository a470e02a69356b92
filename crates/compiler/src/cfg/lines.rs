//! Spreads line numbers to instructions that have none.
//!
//! Answers to `propagate_line_numbers`, `guarantee_lineno_for_exits` and the search of `trim_unused_consts`.

use minipy_bytecode::opcode::{Flow, Opcode};

use super::{BasicBlockId, Cfg, NO_LINE};

impl Cfg {
    /// An instruction without line takes that of the one before it, and so does a block that is reached from one place.
    /// Gives the largest index of a constant that is loaded, or 0.
    pub fn propagate_line_numbers(&mut self) -> u32 {
        let mut last_const = 0;
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            cursor = self.next(block);
            let mut prev_lineno = NO_LINE;
            for instr in self.code_mut(block) {
                if instr.lineno < 0 {
                    instr.lineno = prev_lineno;
                } else {
                    prev_lineno = instr.lineno;
                }
                if instr.op == Opcode::LOAD_CONST {
                    last_const = last_const.max(instr.arg);
                }
            }
            let Some(&last) = self.last(block) else { continue };
            if let Some(next) = cursor
                && !self.blocks[block].nofallthrough
            {
                self.inherit_lineno(next, prev_lineno);
            }
            if last.is_jump() && last.op.flow() != Flow::Setup {
                self.inherit_lineno(last.target, prev_lineno);
            }
        }
        last_const
    }

    fn inherit_lineno(&mut self, block: BasicBlockId, lineno: i32) {
        if self.blocks[block].predecessors == 1
            && let Some(first) = self.code_mut(block).first_mut()
            && first.lineno < 0
        {
            first.lineno = lineno;
        }
    }

    /// Gives every return a line, even if it is only the one before it in the code.
    pub fn guarantee_lineno_for_exits(&mut self, firstlineno: i32) {
        let mut lineno = firstlineno;
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            cursor = self.next(block);
            let Some(&last) = self.last(block) else { continue };
            if last.lineno >= 0 {
                lineno = last.lineno;
            } else if last.op == Opcode::RETURN_VALUE {
                for instr in self.code_mut(block) {
                    instr.lineno = lineno;
                }
            }
        }
    }
}
