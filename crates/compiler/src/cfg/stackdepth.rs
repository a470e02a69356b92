//! How much stack a code object needs.
//!
//! Answers to `stackdepth`: follows every path once, and trusts that all paths to a block bring the same depth.

use minipy_bytecode::opcode::StackEffects;

use super::{BasicBlockId, Cfg};

/// Beyond this depth a block is not looked at again.
const DEEP: i32 = 100;

impl Cfg {
    /// The largest depth on any path.
    pub fn stackdepth(&mut self, generator: bool) -> u32 {
        let effects = StackEffects::table();
        let mut max = 0;
        let mut stack = std::mem::take(&mut self.stack);
        self.push_depth(BasicBlockId::ENTRY, i32::from(generator), &mut stack);
        while let Some(block) = stack.pop() {
            let mut depth = self.blocks[block].startdepth;
            let mut next = self.next(block);
            for at in self.span(block) {
                let Some(&instr) = self.instrs.get(at) else { break };
                let after = depth + effects.of(instr.op, instr.arg);
                max = max.max(after);
                if instr.is_jump() {
                    let target = depth + instr.op.stack_effect(instr.arg, Some(true));
                    max = max.max(target);
                    self.push_depth(instr.target, target, &mut stack);
                }
                depth = after;
            }
            if self.last(block).is_some_and(|last| last.op.no_fallthrough()) {
                next = None;
            }
            if let Some(next) = next {
                self.push_depth(next, depth, &mut stack);
            }
        }
        self.stack = stack;
        max.unsigned_abs()
    }

    fn push_depth(&mut self, block: BasicBlockId, depth: i32, stack: &mut Vec<BasicBlockId>) {
        let startdepth = &mut self.blocks[block].startdepth;
        if *startdepth < depth && *startdepth < DEEP {
            *startdepth = depth;
            stack.push(block);
        }
    }
}
