//! The static verifier: no code runs that has not passed it.
//!
//! Owns [`VerifiedCode`], which only this module can make, and what it promises. CPython has no counterpart: it trusts its
//! bytecode and crashes on bad code. The rules are those the bytecode of CPython's own compiler keeps, so that all of it is
//! accepted, with a computed stack depth equal to its `co_stacksize`.
//!
//! What holds for verified code:
//! - every reachable instruction is reached with one stack depth and one block stack, whatever the path;
//! - control never leaves the code but by `RETURN_VALUE` or an exception, jumps land on the beginning of instructions, and
//!   indices and arguments are in range;
//! - the stack never sinks below the frame, nor below the level of the innermost block, and never rises above `co_stacksize`;
//! - a `LOAD_METHOD` pair is touched by nothing but its `CALL_METHOD`; the saved exception triple of a handler by nothing but
//!   `POP_EXCEPT` and `END_ASYNC_FOR`; `RERAISE` finds the triple of the innermost handler;
//! - containers that instructions add to are of the exact builtin type, key and keyword names are constant tuples, and
//!   `MAKE_FUNCTION` has a constant code object, a constant name, and exactly the cells its code needs.
//!
//! Time and memory are linear in the size of the code; what would need more is refused.

mod block;
mod fault;
mod flow;
mod kind;
mod operand;
mod stack;
mod transfer;
mod tree;

use std::sync::Arc;

use crate::code::CodeObject;
use crate::instr::Instr;

pub use block::{Block, BlockKind};
pub use fault::{VerifyError, VerifyFault};
pub use tree::{verify, verify_tree};

/// A code object that has passed the verifier, with what was found out on the way.
#[derive(Debug)]
pub struct VerifiedCode {
    code: Arc<CodeObject>,
    instrs: Box<[Instr]>,
    facts: Box<[Fact]>,
    blocks: Box<[Block]>,
    cell_parameters: Box<[Option<u32>]>,
    max_depth: u32,
    nested: Box<[Option<Arc<VerifiedCode>>]>,
}

/// What is known of an instruction before it runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Entries on the stack; `None` for an instruction that cannot be reached.
    pub depth: Option<u32>,
    /// The innermost block, an index for [`VerifiedCode::block`].
    pub block: Option<u32>,
    /// For a jump: the index of the instruction it goes to, or of the handler it sets up.
    pub target: Option<u32>,
    /// Whether some reachable instruction jumps here, or sets it up as its handler.
    pub is_target: bool,
}

impl VerifiedCode {
    /// The code object.
    pub fn code(&self) -> &Arc<CodeObject> {
        &self.code
    }

    /// The instructions, `EXTENDED_ARG` folded in.
    pub fn instrs(&self) -> &[Instr] {
        &self.instrs
    }

    /// What is known of each instruction, in the same order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// A block by its index in a [`Fact`] or in another block.
    pub fn block(&self, index: u32) -> Option<&Block> {
        self.blocks.get(index as usize)
    }

    /// The blocks around an instruction that a fact names, innermost first.
    pub fn blocks_from(&self, innermost: Option<u32>) -> impl Iterator<Item = &Block> {
        std::iter::successors(innermost.and_then(|index| self.block(index)), |block| {
            block.outer.and_then(|index| self.block(index))
        })
    }

    /// For each cell variable that is a parameter: which one.
    pub fn cell_parameters(&self) -> &[Option<u32>] {
        &self.cell_parameters
    }

    /// The deepest the stack gets.
    pub fn max_depth(&self) -> u32 {
        self.max_depth
    }

    /// The verified form of a constant that is a code object; nothing if it was not verified together with this one.
    pub fn nested(&self, constant: usize) -> Option<&Arc<VerifiedCode>> {
        self.nested.get(constant)?.as_ref()
    }
}
