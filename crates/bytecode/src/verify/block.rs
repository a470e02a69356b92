//! Block stacks: which exception handlers are set up at an instruction.

use rustc_hash::FxHashMap;

use super::fault::VerifyFault;

/// An entry of the block stack. Blocks form a tree; an instruction names its innermost one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The stack depth below everything that belongs to it: what remains when an exception leaves it.
    pub level: u32,
    /// The block around it.
    pub outer: Option<u32>,
    /// How many blocks there are, this one included.
    pub nesting: u8,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// Set up by `SETUP_FINALLY`, `SETUP_WITH` or `SETUP_ASYNC_WITH`: an exception in it goes to the handler.
    Try {
        /// The index of the handler's first instruction.
        handler: u32,
    },
    /// A handler is running: the stack holds, from the level up, traceback, value and type of the exception that was being
    /// handled before. An exception in it restores that one and goes on to the block around it.
    Handler,
}

/// The deepest block stack of a CPython frame.
const MAX_BLOCKS: u8 = 20;

/// All blocks of a code object, each of them once.
#[derive(Default)]
pub(super) struct Blocks {
    blocks: Vec<Block>,
    known: FxHashMap<Block, u32>,
}

impl Blocks {
    pub(super) fn get(&self, index: Option<u32>) -> Option<&Block> {
        self.blocks.get(index? as usize)
    }

    /// The block stack `outer` with one more block on it.
    pub(super) fn push(&mut self, kind: BlockKind, level: u32, outer: Option<u32>) -> Result<u32, VerifyFault> {
        let nesting = self.get(outer).map_or(0, |block| block.nesting) + 1;
        if nesting > MAX_BLOCKS {
            return Err(VerifyFault::TooManyBlocks);
        }
        let block = Block { kind, level, outer, nesting };
        let next = self.blocks.len() as u32;
        let index = *self.known.entry(block).or_insert(next);
        if index == next {
            self.blocks.push(block);
        }
        Ok(index)
    }

    pub(super) fn into_boxed(self) -> Box<[Block]> {
        self.blocks.into()
    }
}
