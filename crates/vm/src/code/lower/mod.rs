//! Lowering: verified stack code to register code, once, at a function's first call.
//!
//! A virtual operand stack stands for CPython's: an entry is a local or a constant that nobody had to load, or a
//! temporary in its own frame slot (depth d is slot `nfast + d`). Instructions read their operands from where they are.
//! At block boundaries every entry is brought to its slot. The verifier's facts (depths, blocks, what may not be
//! touched) are taken for granted.

mod assigned;
mod calls;
mod emit;
mod flow;
mod ops;
mod stack;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use minipy_bytecode::verify::VerifiedCode;
use minipy_bytecode::{Constant, Opcode};

use super::isa::{Op, Word};
use super::side::SideTable;
pub use calls::NAMES_IN_SLOT;
use stack::{Entry, VirtualStack};

/// Why code that verifies still cannot be lowered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LowerError {
    /// More frame slots than 16 bits count.
    TooManySlots,
    /// A branch goes too far for 16 bits: lower again with far branches.
    Far,
    /// Handlers join plain values with parts of exceptions: lower again with plain handlers.
    Joined,
    /// The facts contradict the code (never for verified code).
    Broken,
}

/// Ways in which a second attempt differs from the first.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// Conditional branches go over jumps.
    pub far: bool,
    /// Handlers begin with all six entries in slots.
    pub plain_handlers: bool,
}

/// What lowering gives; `Lowered` adds constants and names as values.
#[derive(Debug)]
pub struct Assembly {
    /// Instructions and cache words.
    pub words: Vec<u64>,
    /// See there.
    pub side: SideTable,
    /// Fast locals, cells and free variables.
    pub nfast: u32,
    /// All slots of a frame.
    pub nslots: u32,
}

/// Lowers `code`.
pub fn lower(code: &VerifiedCode) -> Result<Assembly, LowerError> {
    let mut options = Options::default();
    loop {
        match Lowerer::new(code, options).and_then(Lowerer::run) {
            Err(LowerError::Far) if !options.far => options.far = true,
            Err(LowerError::Joined) if !options.plain_handlers => options.plain_handlers = true,
            done => return done,
        }
    }
}

/// A branch whose offset is not known yet.
struct Fixup {
    /// Word index of the instruction.
    at: usize,
    /// The instruction it goes to.
    target: u32,
}

/// The last instruction, while its result may still be sent elsewhere.
#[derive(Clone, Copy)]
struct Producer {
    at: usize,
    slot: u16,
}

/// A lowering in progress.
struct Lowerer<'c> {
    code: &'c VerifiedCode,
    options: Options,
    nlocals: u32,
    nfast: u32,
    words: Vec<u64>,
    side: SideTable,
    /// Instruction index -> word index.
    labels: Vec<u32>,
    fixups: Vec<Fixup>,
    stack: VirtualStack,
    /// Stacks at targets, where an entry is not simply a temporary.
    states: HashMap<u32, Vec<Entry>>,
    /// Targets whose stack is settled.
    settled: Vec<bool>,
    /// Region of each block, plus one for none.
    regions: Vec<Option<u32>>,
    /// Handlers by region whose word index is to be filled in.
    handler_of_region: Vec<Option<u32>>,
    /// Plain handlers: instruction and level slot.
    stubs: Vec<(u32, u32)>,
    /// For each LOAD_FAST, whether its local is known to be bound.
    bound: Vec<bool>,
    producer: Option<Producer>,
    /// The instruction being lowered.
    at: usize,
    /// Instructions that were lowered together with the one before them.
    skip: usize,
}

impl<'c> Lowerer<'c> {
    fn new(code: &'c VerifiedCode, options: Options) -> Result<Lowerer<'c>, LowerError> {
        let object = code.code();
        let nlocals = object.nlocals;
        let cells = (object.cellvars.len() + object.freevars.len()) as u64;
        let nfast = u64::from(nlocals) + cells;
        if nfast + u64::from(code.max_depth()) + 8 > 0xfff0 {
            return Err(LowerError::TooManySlots);
        }
        let nfast = nfast as u32;
        let count = code.instrs().len();
        let mut lowerer = Lowerer {
            code,
            options,
            nlocals,
            nfast,
            words: Vec::with_capacity(count + 8),
            side: SideTable::default(),
            labels: vec![super::side::NONE; count],
            fixups: Vec::new(),
            stack: VirtualStack::new(nfast),
            states: HashMap::new(),
            settled: vec![false; count],
            regions: Vec::new(),
            handler_of_region: Vec::new(),
            stubs: Vec::new(),
            bound: assigned::analyse(code),
            producer: None,
            at: 0,
            skip: 0,
        };
        lowerer.prologue();
        Ok(lowerer)
    }

    /// Cells for the cell variables, and the closure's cells for the free ones.
    fn prologue(&mut self) {
        let object = self.code.code();
        for (index, parameter) in self.code.cell_parameters().iter().enumerate() {
            let slot = self.nlocals as u16 + index as u16;
            self.emit(Word::new(Op::MakeCell, 0, slot, parameter.map_or(u16::MAX, |slot| slot as u16), 0));
        }
        if !object.freevars.is_empty() {
            let first = self.nlocals as u16 + object.cellvars.len() as u16;
            self.emit(Word::new(Op::CopyFree, 0, first, object.freevars.len() as u16, 0));
        }
        if object.flags.is_generator_like() {
            self.stack.push(Entry::Temp(self.nfast as u16));
        }
    }

    fn run(mut self) -> Result<Assembly, LowerError> {
        let mut falls_through = true;
        let count = self.code.instrs().len();
        let mut index = 0;
        while index < count {
            let (Some(&instr), Some(&fact)) = (self.code.instrs().get(index), self.code.facts().get(index)) else {
                break;
            };
            let Some(depth) = fact.depth else {
                index += 1;
                continue;
            };
            self.at = index;
            if fact.is_target || !falls_through {
                if falls_through {
                    self.settle_for(index as u32)?;
                } else {
                    self.enter(index as u32, depth, fact.block);
                }
                self.producer = None;
            }
            if self.stack.len() != depth as usize {
                return Err(LowerError::Broken);
            }
            if let Some(label) = self.labels.get_mut(index) {
                *label = self.words.len() as u32;
            }
            self.skip = 0;
            self.instruction(instr.opcode, instr.arg)?;
            index += 1 + self.skip;
            falls_through = match self.code.instrs().get(index - 1) {
                Some(last) => !last.opcode.no_fallthrough(),
                None => false,
            };
        }
        self.emit_stubs();
        self.emit(Word::new(Op::Unreachable, 0, 0, 0, 0));
        self.resolve()?;
        let nslots = self.nfast + self.code.max_depth() + 8;
        Ok(Assembly { words: self.words, side: self.side, nfast: self.nfast, nslots })
    }

    /// The constant with this index.
    fn constant(&self, index: u32) -> &'c Constant {
        self.code.code().consts.get(index as usize).unwrap_or(&Constant::None)
    }

    /// The instruction `ahead` of this one, if nothing jumps in between.
    fn following(&self, ahead: usize) -> Option<(Opcode, u32, usize)> {
        let index = self.at + ahead;
        let facts = self.code.facts();
        if (self.at + 1..=index).any(|i| facts.get(i).is_none_or(|fact| fact.is_target)) {
            return None;
        }
        let instr = self.code.instrs().get(index)?;
        Some((instr.opcode, instr.arg, index))
    }
}
