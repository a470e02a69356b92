//! Copies exit blocks that have no line, so that each can get the line it is reached from (PEP 626).
//!
//! Answers to `duplicate_exits_without_lineno`.

use minipy_bytecode::opcode::Flow;

use super::{BasicBlock, BasicBlockId, Cfg};

impl Cfg {
    /// Gives each jump to an exit block without line a copy of its own; only one way leads to such blocks afterwards.
    pub fn duplicate_exits_without_lineno(&mut self) {
        for block in self.blocks.ids().rev() {
            let Some(&last) = self.last(block) else { continue };
            if !last.is_jump() || last.op.flow() == Flow::Setup {
                continue;
            }
            let target = self.blocks[last.target];
            if !self.is_exit_without_lineno(last.target) || target.predecessors <= 1 {
                continue;
            }
            let copy = self.copy_block(last.target);
            if let Some(first) = self.code_mut(copy).first_mut() {
                first.lineno = last.lineno;
            }
            if let Some(jump) = self.last_mut(block) {
                jump.target = copy;
            }
            self.blocks[last.target].predecessors -= 1;
            self.blocks[copy].predecessors = 1;
            self.blocks[copy].next = target.next;
            self.blocks[last.target].next = copy;
        }
        for block in self.blocks.ids().rev() {
            if self.blocks[block].len > 0
                && let Some(next) = self.next(block)
            {
                let next = self.skip_empty(next);
                self.blocks[block].next = if self.blocks[next].len > 0 { next } else { BasicBlockId::NONE };
            }
        }
        // Those left are run into from one block only.
        for block in self.blocks.ids().rev() {
            if !self.blocks[block].nofallthrough
                && let Some(next) = self.next(block)
                && let Some(&last) = self.last(block)
                && self.is_exit_without_lineno(next)
                && let Some(first) = self.code_mut(next).first_mut()
            {
                first.lineno = last.lineno;
            }
        }
    }

    fn is_exit_without_lineno(&self, block: BasicBlockId) -> bool {
        self.blocks[block].exit && self.first(block).is_some_and(|first| first.lineno < 0)
    }

    fn copy_block(&mut self, from: BasicBlockId) -> BasicBlockId {
        let BasicBlock { start, len, exit, .. } = self.blocks[from];
        let copy = self.new_block();
        let new_start = self.instrs.len() as u32;
        self.instrs.extend_from_within(start as usize..(start + len) as usize);
        let block = &mut self.blocks[copy];
        (block.start, block.len, block.exit, block.nofallthrough) = (new_start, len, exit, true);
        copy
    }
}
