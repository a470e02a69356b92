//! The disassembler.
//!
//! Answers to `Lib/dis.py`: the text is what `dis.dis(code)` prints, to the character. A Python version family is a file of
//! its own that turns code into [`Instruction`]s and lines; this file walks nested code objects and picks the output form.
//! It takes any code object, verified or not: an index that leads nowhere is shown without its meaning.

mod instruction;
mod json;
mod python310;
mod qualname;
mod style;

use std::io;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::code::CodeObject;
use crate::constant::Constant;
use crate::repr;

pub use instruction::Instruction;
pub use json::{write_json, write_json_string};
pub use python310::instructions;
pub use qualname::find;
pub use style::Style;

/// Tells the address to show for a code object.
pub type AddressOf<'a> = &'a dyn Fn(&Arc<CodeObject>) -> u64;

/// How to print.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// How deep to go into nested code objects; all the way if not given.
    pub depth: Option<usize>,
    /// Colours.
    pub style: Style,
    /// The byte offset of the instruction to mark as the current one.
    pub current: Option<u32>,
    /// What to add to every line number.
    pub line_offset: i32,
    /// The address to show for a code object; if not given they are numbered from 1.
    pub address: Option<AddressOf<'a>>,
}

/// The addresses shown for code objects: the caller's, or numbers in the order of first mention, so that a listing of the
/// same code is the same text.
pub(crate) struct Addresses<'a> {
    given: Option<AddressOf<'a>>,
    numbers: FxHashMap<usize, u64>,
}

impl<'a> Addresses<'a> {
    fn new(given: Option<AddressOf<'a>>) -> Addresses<'a> {
        Addresses { given, numbers: FxHashMap::default() }
    }

    fn of(&mut self, code: &Arc<CodeObject>) -> u64 {
        match self.given {
            Some(address) => address(code),
            None => {
                let next = self.numbers.len() as u64 + 1;
                *self.numbers.entry(Arc::as_ptr(code).addr()).or_insert(next)
            }
        }
    }

    fn repr(&mut self, constant: &Constant) -> String {
        let mut out = String::new();
        repr::constant(&mut out, constant, &mut |code| self.of(code));
        out
    }
}

/// Prints the listing of a code object and of those nested in it, as `dis.dis(code)` does.
pub fn write_listing(out: &mut impl io::Write, code: &Arc<CodeObject>, options: &Options<'_>) -> io::Result<()> {
    let mut addresses = Addresses::new(options.address);
    let mut work = vec![(Arc::clone(code), 0usize)];
    let mut first = true;
    while let Some((code, level)) = work.pop() {
        if !first {
            let mut title = String::from("Disassembly of ");
            repr::code(&mut title, &code, addresses.of(&code));
            writeln!(out, "\n{title}:")?;
        }
        first = false;
        python310::write_code(out, &code, options, &mut addresses)?;
        if options.depth.is_none_or(|depth| level < depth) {
            work.extend(nested(&code).rev().map(|inner| (Arc::clone(inner), level + 1)));
        }
    }
    Ok(())
}

/// The code objects among the constants, in order.
fn nested(code: &CodeObject) -> impl DoubleEndedIterator<Item = &Arc<CodeObject>> {
    code.consts.iter().filter_map(|constant| match constant {
        Constant::Code(inner) => Some(inner),
        _ => None,
    })
}
