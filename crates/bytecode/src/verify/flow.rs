//! Following all paths through a code object.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::code::CodeObject;
use crate::instr::{self, Instr};
use crate::opcode::{Flow, Opcode};

use super::block::Blocks;
use super::fault::{VerifyError, VerifyFault};
use super::stack::{EMPTY, Stacks, Top};
use super::{Fact, VerifiedCode, operand, transfer};

/// What is known when an instruction is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct State {
    pub(super) stack: Top,
    pub(super) block: Option<u32>,
    /// A saved exception triple is not in its place: only `POP_EXCEPT` may follow.
    pub(super) displaced: bool,
}

/// The work in progress on one code object.
pub(super) struct Walk<'a> {
    pub(super) code: &'a CodeObject,
    instrs: Vec<Instr>,
    states: Vec<Option<State>>,
    is_target: Vec<bool>,
    targets: Vec<Option<u32>>,
    pub(super) stacks: Stacks,
    pub(super) blocks: Blocks,
    /// Jump targets whose state is new.
    pending: BinaryHeap<Reverse<u32>>,
}

/// Steps that every instruction may cost.
const BUDGET_PER_INSTR: u64 = 16;

/// Verifies one code object without those nested in it. `budget` is what may be spent beyond the size of the code.
pub(super) fn verify_one(code: &Arc<CodeObject>, budget: &mut u64) -> Result<VerifiedCode, VerifyError> {
    let whole = |fault| VerifyError::new(code, None, fault);
    operand::check_fields(code).map_err(whole)?;
    let instrs = instr::decode(&code.code).map_err(|error| whole(VerifyFault::Decode(error)))?;
    if instrs.is_empty() {
        return Err(whole(VerifyFault::Empty));
    }
    let count = instrs.len();
    let own = BUDGET_PER_INSTR * count as u64;
    let mut walk = Walk {
        code,
        states: vec![None; count],
        is_target: vec![false; count],
        targets: resolve_targets(&instrs, code.code.len() / instr::UNIT),
        instrs,
        stacks: Stacks::new(code.stacksize, own.saturating_add(*budget)),
        blocks: Blocks::default(),
        pending: BinaryHeap::new(),
    };
    walk.run()?;
    *budget = (*budget).min(walk.stacks.budget);
    Ok(walk.finish(code))
}

/// The index of the instruction that each jump goes to, where there is one.
fn resolve_targets(instrs: &[Instr], units: usize) -> Vec<Option<u32>> {
    let mut by_unit = vec![None; units];
    for (index, instr) in instrs.iter().enumerate() {
        if let Some(slot) = by_unit.get_mut(instr.start as usize) {
            *slot = Some(index as u32);
        }
    }
    let resolve = |instr: &Instr| by_unit.get(instr.jump_target()? as usize).copied().flatten();
    instrs.iter().map(resolve).collect()
}

impl Walk<'_> {
    fn run(&mut self) -> Result<(), VerifyError> {
        let entry = self.entry().map_err(|fault| VerifyError::new(self.code, None, fault))?;
        self.reach(0, entry).map_err(|fault| VerifyError::new(self.code, None, fault))?;
        self.pending.push(Reverse(0));
        while let Some(Reverse(index)) = self.pending.pop() {
            let mut next = Some(index);
            while let Some(index) = next {
                next = self.step(index).map_err(|fault| {
                    let at = self.instrs.get(index as usize).map(|instr| (instr.offset(), instr.opcode));
                    VerifyError::new(self.code, at, fault)
                })?;
            }
        }
        Ok(())
    }

    /// A generator begins with what is first sent to it on its stack, for which `co_stacksize` need not count.
    fn entry(&mut self) -> Result<State, VerifyFault> {
        let is_generator = self.code.flags.is_generator_like();
        let stack = if is_generator { self.stacks.push_sent() } else { EMPTY };
        Ok(State { stack, block: None, displaced: false })
    }

    /// Does one instruction. Returns the next one if it is to be done now.
    fn step(&mut self, index: u32) -> Result<Option<u32>, VerifyFault> {
        let at = index as usize;
        let (Some(&instr), Some(&Some(state))) = (self.instrs.get(at), self.states.get(at)) else {
            return Err(VerifyFault::FallsOffEnd);
        };
        self.stacks.spend(1)?;
        operand::check(self.code, &instr)?;
        operand::check_generator(self.code, at, &instr)?;
        if state.displaced && !matches!(instr.opcode, Opcode::POP_EXCEPT | Opcode::NOP) {
            return Err(VerifyFault::Block("left by POP_EXCEPT at once"));
        }
        let flow = instr.opcode.flow();
        if flow != Flow::Next && flow != Flow::End {
            let target = self.targets.get(at).copied().flatten().ok_or(VerifyFault::JumpTarget)?;
            let jumped = transfer::jump(self, &instr, state)?;
            if let Some(flag) = self.is_target.get_mut(target as usize) {
                *flag = true;
            }
            if self.reach(target, jumped)? {
                self.pending.push(Reverse(target));
            }
        }
        if flow == Flow::Jump {
            return Ok(None);
        }
        let after = transfer::next(self, &instr, state, self.targets.get(at).copied().flatten())?;
        if flow == Flow::End {
            return Ok(None);
        }
        let next = index + 1;
        if next as usize >= self.instrs.len() {
            return Err(VerifyFault::FallsOffEnd);
        }
        Ok(self.reach(next, after)?.then_some(next))
    }

    /// Brings a state to an instruction. Returns whether it tells anything new.
    fn reach(&mut self, index: u32, state: State) -> Result<bool, VerifyFault> {
        let Some(slot) = self.states.get_mut(index as usize) else { return Err(VerifyFault::JumpTarget) };
        let Some(known) = slot else {
            *slot = Some(state);
            return Ok(true);
        };
        if *known == state {
            return Ok(false);
        }
        if known.block != state.block || known.displaced != state.displaced {
            return Err(VerifyFault::BlockConflict);
        }
        let joined = self.stacks.join(known.stack, state.stack)?;
        let changed = joined != known.stack;
        known.stack = joined;
        Ok(changed)
    }

    fn finish(self, code: &Arc<CodeObject>) -> VerifiedCode {
        let facts =
            self.states.iter().zip(&self.targets).zip(&self.is_target).map(|((state, &target), &is_target)| Fact {
                depth: state.map(|state| self.stacks.depth(state.stack)),
                block: state.and_then(|state| state.block),
                target,
                is_target,
            });
        VerifiedCode {
            code: Arc::clone(code),
            facts: facts.collect(),
            cell_parameters: cell_parameters(code),
            max_depth: self.stacks.highest,
            instrs: self.instrs.into(),
            blocks: self.blocks.into_boxed(),
            nested: Box::default(),
        }
    }
}

/// For each cell variable, the parameter of the same name.
fn cell_parameters(code: &CodeObject) -> Box<[Option<u32>]> {
    if code.cellvars.is_empty() {
        return Box::default();
    }
    let mut parameters = FxHashMap::default();
    for (index, name) in code.varnames.iter().take(code.parameter_count() as usize).enumerate() {
        parameters.entry(name.as_bytes()).or_insert(index as u32);
    }
    code.cellvars.iter().map(|name| parameters.get(name.as_bytes()).copied()).collect()
}
