//! The last steps: which jumps are relative, how far they go, and the code itself.
//!
//! Answers to `normalize_jumps`, `assemble_jump_offsets` and `assemble_emit`.

use minipy_bytecode::instr;
use minipy_bytecode::linetable::LineTableWriter;
use minipy_bytecode::opcode::{Opcode, Operand};

use super::{BasicBlockId, Cfg};

impl Cfg {
    /// Jumps forwards are relative, jumps backwards absolute.
    pub fn normalize_jumps(&mut self) {
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            cursor = self.next(block);
            self.blocks[block].visited = true;
            let Some(&last) = self.last(block) else { continue };
            if last.is_unconditional_jump() {
                let back = self.blocks[last.target].visited;
                if let Some(last) = self.last_mut(block) {
                    last.op = if back { Opcode::JUMP_ABSOLUTE } else { Opcode::JUMP_FORWARD };
                }
            }
        }
    }

    /// Computes the arguments of jumps. Long ones need `EXTENDED_ARG`s, which make other jumps longer: repeats until
    /// nothing changes.
    pub fn assemble_jump_offsets(&mut self) {
        let mut again = true;
        while again {
            again = false;
            let mut offset = 0;
            let mut cursor = Some(BasicBlockId::ENTRY);
            while let Some(block) = cursor {
                cursor = self.next(block);
                self.blocks[block].offset = offset;
                offset += self.code(block).iter().map(|instr| instr::size(instr.arg)).sum::<u32>();
            }
            cursor = Some(BasicBlockId::ENTRY);
            while let Some(block) = cursor {
                cursor = self.next(block);
                let mut offset = self.blocks[block].offset;
                for at in self.span(block) {
                    let Some(jump) = self.instrs.get_mut(at) else { break };
                    let size = instr::size(jump.arg);
                    offset += size;
                    if !jump.is_jump() {
                        continue;
                    }
                    let target = self.blocks[jump.target].offset;
                    let relative = jump.op.operand() == Operand::Jrel;
                    jump.arg = if relative { target.wrapping_sub(offset) } else { target };
                    again |= instr::size(jump.arg) != size;
                }
            }
        }
    }

    /// Writes the code and its line table, into memory that is used again for the next unit.
    pub fn emit(&mut self, firstlineno: i32) -> (&[u8], &[u8]) {
        let (mut code, table) = std::mem::take(&mut self.written);
        code.clear();
        code.reserve(self.instrs.len() * instr::UNIT);
        let mut lines = LineTableWriter::reusing(table, firstlineno);
        let mut line = Some(firstlineno);
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            cursor = self.next(block);
            for instr in self.code(block) {
                instr::encode(instr.op, instr.arg, &mut code);
                // Line 0, where CPython has set none yet, stands for the line before.
                if instr.lineno != 0 {
                    line = (instr.lineno > 0).then_some(instr.lineno);
                }
                lines.push(instr::size(instr.arg) * instr::UNIT as u32, line);
            }
        }
        self.written = (code, lines.finish());
        (&self.written.0, &self.written.1)
    }
}
