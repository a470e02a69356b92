//! Which blocks can be reached, and from how many places.
//!
//! Answers to `mark_reachable`.

use super::{BasicBlockId, Cfg};

impl Cfg {
    /// Counts the ways that lead to each block, from the entry on.
    pub(super) fn count_predecessors(&mut self) {
        self.blocks[BasicBlockId::ENTRY].predecessors = 1;
        let mut stack = std::mem::take(&mut self.stack);
        stack.push(BasicBlockId::ENTRY);
        while let Some(block) = stack.pop() {
            if let Some(next) = self.next(block)
                && !self.blocks[block].nofallthrough
            {
                self.add_predecessor(next, &mut stack);
            }
            for at in self.span(block) {
                if let Some(&instr) = self.instrs.get(at)
                    && instr.is_jump()
                {
                    self.add_predecessor(instr.target, &mut stack);
                }
            }
        }
        self.stack = stack;
    }

    fn add_predecessor(&mut self, to: BasicBlockId, stack: &mut Vec<BasicBlockId>) {
        let predecessors = &mut self.blocks[to].predecessors;
        if *predecessors == 0 {
            stack.push(to);
        }
        *predecessors += 1;
    }

    /// Empties the blocks that nothing leads to.
    pub(super) fn remove_unreachable(&mut self) {
        let mut cursor = Some(BasicBlockId::ENTRY);
        while let Some(block) = cursor {
            if self.blocks[block].predecessors == 0 {
                self.blocks[block].len = 0;
                self.blocks[block].nofallthrough = false;
            }
            cursor = self.next(block);
        }
    }
}
