//! A listing of register code, for tests and for people who look at what lowering made.

use std::fmt::Write;

use super::isa::{OPS, Op, Word, flag};
use super::lower::Assembly;

/// One line an instruction: word index, name, operands, CPython's offset, live temporaries.
pub fn listing(assembly: &Assembly) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(&word) = assembly.words.get(at) {
        let word = Word(word);
        let op = Op::from_number(word.number());
        let Some((name, cache, letters)) = OPS.get(usize::from(word.number())) else { break };
        let _ = write!(out, "{at:5} {name:<14}");
        for (letter, value) in letters.chars().zip([word.a(), word.b(), word.c()]) {
            let _ = match letter {
                'd' | 'r' => write!(out, " r{value}"),
                'i' => write!(out, " #{}", value as u16 as i16),
                'k' => write!(out, " k{value}"),
                'K' => write!(out, " k{}", word.wide_operand()),
                'o' => write!(out, " ->{}", at as isize + 1 + word.branch_offset()),
                'O' => write!(out, " ->{}", at as isize + 1 + word.jump_offset()),
                'n' => write!(out, " {value}"),
                _ => Ok(()),
            };
        }
        if op != Op::Jump && op != Op::Loop {
            for (bit, text) in [(flag::B_TEMP, " b"), (flag::C_TEMP, " c"), (4, " L"), (flag::INPLACE, " =")] {
                if word.has(bit) {
                    out.push_str(text);
                }
            }
            if word.has(flag::DISCARD) {
                out.push_str(" !");
            }
        }
        if *cache > 0 {
            let _ = write!(out, " [{}]", assembly.words.get(at + 1).copied().unwrap_or(0));
        }
        if let Some(entry) = assembly.side.find(at as u32).filter(|entry| entry.at as usize == at) {
            let live: Vec<u16> = assembly.side.live_slots(entry).collect();
            let _ = write!(out, "   @{} live {live:?}", entry.offset);
            let region = assembly.side.region(entry);
            if region.handler != super::side::NONE {
                let _ = write!(out, " handler {} level r{}", region.handler, region.level);
            }
        }
        out.push('\n');
        at += 1 + usize::from(*cache);
    }
    out
}
