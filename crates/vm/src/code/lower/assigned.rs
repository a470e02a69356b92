//! Definite assignment: which reads of fast locals cannot meet an unbound one.
//!
//! A forward dataflow over basic blocks with one bit a local. A read or a store binds, a deletion unbinds, a handler
//! begins with what is bound all through the region that it guards.

use minipy_bytecode::Opcode;
use minipy_bytecode::verify::{BlockKind, VerifiedCode};

/// Above this many words of bits nothing is proven: every read is checked when it runs.
const MOST_WORDS: usize = 1 << 20;

struct Block {
    start: usize,
    end: usize,
    /// Bits at the beginning.
    bits: Vec<u64>,
    reached: bool,
}

/// For each instruction, whether it is a LOAD_FAST whose local is bound.
pub(super) fn analyse(code: &VerifiedCode) -> Vec<bool> {
    let count = code.instrs().len();
    let mut bound = vec![false; count];
    let nlocals = code.code().nlocals as usize;
    let words = nlocals.div_ceil(64);
    let (mut blocks, block_at) = split(code);
    if words == 0 || blocks.len().saturating_mul(words) > MOST_WORDS {
        return bound;
    }
    for block in &mut blocks {
        block.bits = vec![u64::MAX; words];
    }
    if let Some(first) = blocks.first_mut() {
        first.bits = at_entry(code, words);
        first.reached = true;
    }
    let mut work: Vec<usize> = vec![0];
    let mut queued = vec![false; blocks.len()];
    while let Some(index) = work.pop() {
        if let Some(flag) = queued.get_mut(index) {
            *flag = false;
        }
        for (target, bits) in flow_out(code, &blocks, &block_at, index) {
            let Some(block) = blocks.get_mut(target) else { continue };
            let mut changed = !block.reached;
            block.reached = true;
            for (mine, theirs) in block.bits.iter_mut().zip(&bits) {
                changed |= *mine & theirs != *mine;
                *mine &= theirs;
            }
            if changed
                && let Some(flag) = queued.get_mut(target)
                && !*flag
            {
                *flag = true;
                work.push(target);
            }
        }
    }
    for block in &blocks {
        let mut bits = block.bits.clone();
        for index in block.start..block.end {
            let Some(instr) = code.instrs().get(index) else { break };
            if instr.opcode == Opcode::LOAD_FAST
                && let Some(place) = bound.get_mut(index)
            {
                *place = test(&bits, instr.arg);
            }
            step(&mut bits, instr.opcode, instr.arg);
        }
    }
    bound
}

/// Parameters are bound, except those that move into cells.
fn at_entry(code: &VerifiedCode, words: usize) -> Vec<u64> {
    let mut bits = vec![0u64; words];
    for local in 0..code.code().parameter_count() as u32 {
        put(&mut bits, local, true);
    }
    for parameter in code.cell_parameters().iter().flatten() {
        put(&mut bits, *parameter, false);
    }
    bits
}

fn split(code: &VerifiedCode) -> (Vec<Block>, Vec<u32>) {
    let (instrs, facts) = (code.instrs(), code.facts());
    let mut blocks: Vec<Block> = Vec::new();
    let mut block_at = Vec::with_capacity(instrs.len());
    let mut fresh = true;
    let mut scope = None;
    for (index, (instr, fact)) in instrs.iter().zip(facts).enumerate() {
        if fresh || fact.is_target || scope != Some(fact.block) {
            blocks.push(Block { start: index, end: index, bits: Vec::new(), reached: false });
        }
        scope = Some(fact.block);
        if let Some(block) = blocks.last_mut() {
            block.end = index + 1;
        }
        block_at.push(blocks.len() as u32 - 1);
        fresh = fact.target.is_some() || instr.opcode.no_fallthrough();
    }
    (blocks, block_at)
}

/// The blocks that follow, with the bits they are entered with.
fn flow_out(code: &VerifiedCode, blocks: &[Block], block_at: &[u32], index: usize) -> Vec<(usize, Vec<u64>)> {
    let Some(block) = blocks.get(index) else { return Vec::new() };
    let mut bits = block.bits.clone();
    let mut lowest = bits.clone();
    let mut out = Vec::new();
    let mut last = None;
    for at in block.start..block.end {
        let Some(instr) = code.instrs().get(at) else { break };
        step(&mut bits, instr.opcode, instr.arg);
        if instr.opcode == Opcode::DELETE_FAST {
            put(&mut lowest, instr.arg, false);
        }
        last = Some((at, instr));
    }
    let Some((at, instr)) = last else { return out };
    let fact = code.facts().get(at);
    let block_of = |instr: u32| block_at.get(instr as usize).map(|&block| block as usize);
    // An exception may come from anywhere in the block.
    let around = code.blocks_from(fact.and_then(|fact| fact.block));
    let handler = around.into_iter().find_map(|block| match block.kind {
        BlockKind::Try { handler } => Some(handler),
        BlockKind::Handler => None,
    });
    if let Some(target) = handler.and_then(block_of) {
        out.push((target, lowest));
    }
    if let Some(target) = fact.and_then(|fact| fact.target).and_then(block_of) {
        out.push((target, bits.clone()));
    }
    if !instr.opcode.no_fallthrough() {
        out.push((index + 1, bits));
    }
    out
}

fn step(bits: &mut [u64], opcode: Opcode, arg: u32) {
    match opcode {
        Opcode::STORE_FAST | Opcode::LOAD_FAST => put(bits, arg, true),
        Opcode::DELETE_FAST => put(bits, arg, false),
        _ => {}
    }
}

fn test(bits: &[u64], local: u32) -> bool {
    bits.get(local as usize / 64).is_some_and(|word| word >> (local % 64) & 1 == 1)
}

fn put(bits: &mut [u64], local: u32, value: bool) {
    if let Some(word) = bits.get_mut(local as usize / 64) {
        let bit = 1 << (local % 64);
        if value { *word |= bit } else { *word &= !bit }
    }
}
