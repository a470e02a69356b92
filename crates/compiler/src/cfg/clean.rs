//! Removes what does nothing: `NOP`s no line needs, empty blocks, jumps to the next instruction.
//!
//! Answers to `clean_basic_block`, `eliminate_empty_basic_blocks` and `optimize_cfg`.

use minipy_bytecode::opcode::Opcode;

use super::optimize::ConstantTable;
use super::{BasicBlockId, Cfg, NO_LINE};

impl Cfg {
    /// All rewrites that make the code smaller, in CPython's order.
    pub fn optimize(&mut self, consts: &mut dyn ConstantTable) {
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            self.optimize_block(block, consts);
            self.clean(block, NO_LINE);
            cursor = self.next(block);
        }
        self.inline_small_exits();
        self.count_predecessors();
        self.remove_unreachable();
        let mut prev_lineno = NO_LINE;
        cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            self.clean(block, prev_lineno);
            let runs_on = !self.blocks[block].nofallthrough;
            prev_lineno = self.last(block).filter(|_| runs_on).map_or(NO_LINE, |last| last.lineno);
            cursor = self.next(block);
        }
        self.eliminate_empty_blocks();
        if self.remove_redundant_jumps() {
            self.eliminate_empty_blocks();
        }
    }

    /// Removes the `NOP`s of a block, except where one is all there is of a line.
    fn clean(&mut self, block: BasicBlockId, mut prev_lineno: i32) {
        if !self.code(block).iter().any(|instr| instr.op == Opcode::NOP) {
            return;
        }
        let following = self.next(block).map(|next| self.skip_empty(next));
        let following = following.and_then(|next| self.first(next)).map(|instr| instr.lineno);
        let code = self.code_mut(block);
        let mut kept = 0;
        for at in 0..code.len() {
            let (head, rest) = code.split_at_mut(at);
            let Some((&mut instr, rest)) = rest.split_first_mut() else { break };
            if instr.op == Opcode::NOP {
                if instr.lineno < 0 || instr.lineno == prev_lineno {
                    continue;
                }
                match rest.first_mut() {
                    Some(next) if next.lineno < 0 || next.lineno == instr.lineno => {
                        next.lineno = instr.lineno;
                        continue;
                    }
                    None if following == Some(instr.lineno) => continue,
                    _ => {}
                }
            }
            if let Some(to) = head.get_mut(kept) {
                *to = instr;
            }
            kept += 1;
            prev_lineno = instr.lineno;
        }
        self.blocks[block].len = kept as u32;
    }

    /// Takes empty blocks out of the order of the code.
    fn eliminate_empty_blocks(&mut self) {
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            if let Some(next) = self.next(block) {
                let next = self.skip_empty(next);
                self.blocks[block].next = next;
            }
            cursor = self.next(block);
        }
        cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            if let Some(&last) = self.last(block)
                && last.is_jump()
            {
                let target = self.skip_empty(last.target);
                if let Some(last) = self.last_mut(block) {
                    last.target = target;
                }
            }
            cursor = self.next(block);
        }
    }

    /// Removes jumps to the block that comes next anyway.
    fn remove_redundant_jumps(&mut self) -> bool {
        let mut removed = false;
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            let next = self.next(block);
            if let Some(last) = self.last_mut(block)
                && last.is_unconditional_jump()
                && next == Some(last.target)
            {
                last.remove();
                self.blocks[block].nofallthrough = false;
                self.clean(block, NO_LINE);
                removed = true;
            }
            cursor = next;
        }
        removed
    }
}
