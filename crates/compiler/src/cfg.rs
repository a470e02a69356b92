//! The control flow graph of one code object: basic blocks of instructions, and the rewrites on them.
//!
//! Answers to the second half of `Python/compile.c`. Blocks are numbered in the order CPython allocates them; several
//! rewrites visit them in the reverse of that order, and the result depends on it. A block's instructions are a stretch
//! of one vector: code generation fills blocks one after the other, and a block that has to grow later moves to the end.

mod clean;
mod exits;
mod jumps;
mod lines;
pub mod optimize;
mod reach;
mod stackdepth;

use minipy_bytecode::opcode::{Flow, Opcode};

use crate::index::{IndexVec, define_id};

define_id!(
    /// A basic block.
    BasicBlockId
);

impl BasicBlockId {
    /// No block.
    pub const NONE: BasicBlockId = BasicBlockId(u32::MAX);
    /// The block where execution starts.
    pub const ENTRY: BasicBlockId = BasicBlockId(0);
}

/// The line of instructions that belong to none.
pub const NO_LINE: i32 = -1;

/// One instruction.
#[derive(Clone, Copy, Debug)]
pub struct Instr {
    /// What it does. It keeps its argument when it becomes a `NOP`, and the argument is written.
    pub op: Opcode,
    /// Its argument; for jumps, only known at the end.
    pub arg: u32,
    /// Where a jump goes.
    pub target: BasicBlockId,
    /// Its source line, or [`NO_LINE`].
    pub lineno: i32,
}

impl Instr {
    /// Whether it has a target.
    #[inline]
    pub fn is_jump(&self) -> bool {
        self.target != BasicBlockId::NONE
    }

    /// Makes it do nothing. Its argument stays.
    #[inline]
    fn remove(&mut self) {
        (self.op, self.target) = (Opcode::NOP, BasicBlockId::NONE);
    }

    /// Whether it always jumps, and does nothing else.
    #[inline]
    fn is_unconditional_jump(&self) -> bool {
        matches!(self.op, Opcode::JUMP_ABSOLUTE | Opcode::JUMP_FORWARD)
    }
}

/// A stretch of instructions that is entered at its start.
#[derive(Clone, Copy, Debug)]
pub struct BasicBlock {
    start: u32,
    len: u32,
    /// The next block in the order of the code.
    next: BasicBlockId,
    /// For an empty block: one further on, with only empty blocks between them.
    forward: BasicBlockId,
    /// How many ways lead here, once counted.
    predecessors: u32,
    /// Stack depth on entry, once computed.
    startdepth: i32,
    /// Offset in code units, once computed.
    offset: u32,
    /// Control leaves the code object here.
    exit: bool,
    /// Control does not run on into the next block.
    nofallthrough: bool,
    visited: bool,
}

const EMPTY_BLOCK: BasicBlock = BasicBlock {
    start: 0,
    len: 0,
    next: BasicBlockId::NONE,
    forward: BasicBlockId::NONE,
    predecessors: 0,
    startdepth: i32::MIN,
    offset: 0,
    exit: false,
    nofallthrough: false,
    visited: false,
};

/// A control flow graph.
#[derive(Debug, Default)]
pub struct Cfg {
    instrs: Vec<Instr>,
    blocks: IndexVec<BasicBlockId, BasicBlock>,
    cur: Option<BasicBlockId>,
    /// The code and the line table written last.
    written: (Vec<u8>, Vec<u8>),
    /// Blocks to visit.
    stack: Vec<BasicBlockId>,
}

/// Exit blocks of up to so many instructions are copied instead of jumped to.
const MAX_COPY_SIZE: u32 = 4;

impl Cfg {
    /// Starts over with an empty entry block, keeping the memory.
    pub fn reset(&mut self) {
        self.instrs.clear();
        self.blocks.clear();
        // Room for the prefix of generators, see `insert_generator_prefix`.
        self.instrs.push(Instr { op: Opcode::GEN_START, arg: 0, target: BasicBlockId::NONE, lineno: NO_LINE });
        let entry = self.new_block();
        self.blocks[entry].start = 1;
        self.cur = Some(entry);
    }

    /// A new block, not yet anywhere in the code.
    #[inline]
    pub fn new_block(&mut self) -> BasicBlockId {
        self.blocks.push(EMPTY_BLOCK)
    }

    /// Ends the current block; `block` comes next and is filled from now on.
    #[inline]
    pub fn use_block(&mut self, block: BasicBlockId) {
        if let Some(cur) = self.cur {
            let end = self.instrs.len() as u32;
            let cur = &mut self.blocks[cur];
            (cur.len, cur.next) = (end - cur.start, block);
        }
        self.blocks[block].start = self.instrs.len() as u32;
        self.cur = Some(block);
    }

    /// Ends the current block; a new one comes next.
    #[inline]
    pub fn next_block(&mut self) {
        let block = self.new_block();
        self.use_block(block);
    }

    /// Adds an instruction to the current block. The block has it once it is ended.
    #[inline]
    pub fn push(&mut self, instr: Instr) {
        self.instrs.push(instr);
    }

    /// Whether a `RETURN_VALUE` was put into the current block.
    pub fn current_returns(&self) -> bool {
        let start = self.cur.map_or(0, |cur| self.blocks[cur].start);
        let code = self.instrs.get(start as usize..).unwrap_or_default();
        code.iter().any(|instr| instr.op == Opcode::RETURN_VALUE)
    }

    /// Ends the last block.
    pub fn finish(&mut self) {
        if let Some(cur) = self.cur {
            let end = self.instrs.len() as u32;
            let cur = &mut self.blocks[cur];
            cur.len = end - cur.start;
        }
    }

    /// The instructions of a block.
    #[inline]
    fn code(&self, block: BasicBlockId) -> &[Instr] {
        let BasicBlock { start, len, .. } = self.blocks[block];
        self.instrs.get(start as usize..(start + len) as usize).unwrap_or_default()
    }

    /// The instructions of a block, to change.
    #[inline]
    fn code_mut(&mut self, block: BasicBlockId) -> &mut [Instr] {
        let BasicBlock { start, len, .. } = self.blocks[block];
        self.instrs.get_mut(start as usize..(start + len) as usize).unwrap_or_default()
    }

    /// Where a block's instructions are.
    #[inline]
    fn span(&self, block: BasicBlockId) -> std::ops::Range<usize> {
        let BasicBlock { start, len, .. } = self.blocks[block];
        start as usize..(start + len) as usize
    }

    fn first(&self, block: BasicBlockId) -> Option<&Instr> {
        self.code(block).first()
    }

    fn last(&self, block: BasicBlockId) -> Option<&Instr> {
        self.code(block).last()
    }

    fn last_mut(&mut self, block: BasicBlockId) -> Option<&mut Instr> {
        self.code_mut(block).last_mut()
    }

    /// The block after this one in the order of the code.
    fn next(&self, block: BasicBlockId) -> Option<BasicBlockId> {
        Some(self.blocks[block].next).filter(|&next| next != BasicBlockId::NONE)
    }

    /// The first block from here on that has instructions; if none has, the last block. Empty blocks stay empty, so the
    /// way past them is remembered, and long runs of them are walked once.
    fn skip_empty(&mut self, block: BasicBlockId) -> BasicBlockId {
        let mut found = block;
        let mut steps = 0;
        while self.blocks[found].len == 0 {
            let BasicBlock { next, forward, .. } = self.blocks[found];
            let hop = if forward == BasicBlockId::NONE { next } else { forward };
            if hop == BasicBlockId::NONE {
                break;
            }
            found = hop;
            steps += 1;
        }
        if steps > 1 {
            let mut passed = block;
            while passed != found {
                let BasicBlock { next, forward, .. } = self.blocks[passed];
                self.blocks[passed].forward = found;
                passed = if forward == BasicBlockId::NONE { next } else { forward };
            }
        }
        found
    }

    /// Appends a few instructions to a block that was filled before.
    fn append(&mut self, to: BasicBlockId, instrs: &[Instr]) {
        let BasicBlock { start, len, .. } = self.blocks[to];
        if (start + len) as usize != self.instrs.len() {
            let new_start = self.instrs.len() as u32;
            self.instrs.extend_from_within(start as usize..(start + len) as usize);
            self.blocks[to].start = new_start;
        }
        self.instrs.extend_from_slice(instrs);
        self.blocks[to].len += instrs.len() as u32;
    }

    /// Says which blocks leave the code object and which run on, and makes jumps go to blocks that are not empty.
    /// What decides over that can only be the last instruction of a block.
    pub fn normalize(&mut self) {
        for block in self.blocks.ids() {
            let Some(&last) = self.last(block) else { continue };
            match last.op.flow() {
                Flow::End => (self.blocks[block].exit, self.blocks[block].nofallthrough) = (true, true),
                Flow::Jump => self.blocks[block].nofallthrough = true,
                Flow::Branch if last.op != Opcode::JUMP_IF_NOT_EXC_MATCH => {}
                _ => continue,
            }
            if last.is_jump() {
                let target = self.skip_empty(last.target);
                if let Some(last) = self.last_mut(block) {
                    last.target = target;
                }
            }
        }
    }

    /// Inlines small exit blocks: a jump to one is replaced by a copy of it.
    pub fn inline_small_exits(&mut self) {
        for block in self.blocks.ids().rev() {
            let Some(&last) = self.last(block) else { continue };
            if !last.is_unconditional_jump() {
                continue;
            }
            let target = self.blocks[last.target];
            if !target.exit || target.len > MAX_COPY_SIZE || last.target == block {
                continue;
            }
            let mut copy = [last; MAX_COPY_SIZE as usize];
            let mut copied = 0;
            for (to, from) in copy.iter_mut().zip(self.code(last.target)) {
                *to = *from;
                copied += 1;
            }
            if let Some(last) = self.last_mut(block) {
                last.remove();
            }
            self.append(block, copy.get(..copied).unwrap_or_default());
            self.blocks[block].exit = true;
        }
    }

    /// Puts `GEN_START` before everything else.
    pub fn insert_generator_prefix(&mut self, kind: u32) {
        if let Some(prefix) = self.instrs.first_mut() {
            prefix.arg = kind;
        }
        let entry = self.blocks[BasicBlockId::ENTRY];
        if entry.start == 1 {
            self.blocks[BasicBlockId::ENTRY] = BasicBlock { start: 0, len: entry.len + 1, ..entry };
        } else {
            // The entry block has moved already.
            let code: Vec<Instr> =
                self.instrs.first().into_iter().chain(self.code(BasicBlockId::ENTRY)).copied().collect();
            let start = self.instrs.len() as u32;
            self.instrs.extend_from_slice(&code);
            self.blocks[BasicBlockId::ENTRY] = BasicBlock { start, len: entry.len + 1, ..entry };
        }
    }
}
