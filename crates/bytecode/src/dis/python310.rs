//! Listings in the form of Python 3.10.

use std::io;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::code::CodeObject;
use crate::instr::{self, UNIT, Unit};
use crate::opcode::{COMPARE_OPERATORS, Opcode, Operand, format_value};
use crate::repr;

use super::style::Part;
use super::{Addresses, Instruction, Options};

/// The instructions of a code object, `EXTENDED_ARG` among them, as `dis.get_instructions(code)` yields them.
/// Code objects among the constants are numbered from 1.
pub fn instructions(code: &CodeObject) -> Vec<Instruction> {
    let mut addresses = Addresses::new(None);
    describe_all(code, &mut addresses, 0).collect()
}

pub(super) fn describe_all(
    code: &CodeObject,
    addresses: &mut Addresses<'_>,
    line_offset: i32,
) -> impl Iterator<Item = Instruction> {
    let starts = line_starts(code);
    let targets = jump_targets(code);
    instr::units(&code.code).map(move |unit| {
        let offset = unit.index.saturating_mul(UNIT as u32);
        let opcode = Opcode::from_u8(unit.opcode);
        Instruction {
            name: opcode.map_or_else(|| format!("<{}>", unit.opcode), |opcode| opcode.name().to_owned()),
            opcode: unit.opcode,
            arg: (unit.opcode >= Opcode::HAVE_ARGUMENT).then_some(unit.arg),
            meaning: opcode.map_or_else(String::new, |opcode| meaning(code, opcode, &unit, addresses)),
            offset,
            starts_line: starts.get(&offset).map(|line| line.saturating_add(line_offset)),
            is_jump_target: targets.contains(&u64::from(unit.index)),
        }
    })
}

/// The byte offset of the first instruction of each run on another line than the one before.
fn line_starts(code: &CodeObject) -> FxHashMap<u32, i32> {
    let mut last = None;
    let mut starts = FxHashMap::default();
    for range in code.lines() {
        if range.line.is_some() && range.line != last {
            last = range.line;
            starts.extend(range.line.map(|line| (range.start, line)));
        }
    }
    starts
}

/// The unit that a jump goes to, wherever that is.
fn target(opcode: Opcode, unit: &Unit) -> Option<u64> {
    match opcode.operand() {
        Operand::Jabs => Some(u64::from(unit.arg)),
        Operand::Jrel => Some(u64::from(unit.index) + 1 + u64::from(unit.arg)),
        _ => None,
    }
}

fn jump_targets(code: &CodeObject) -> FxHashSet<u64> {
    instr::units(&code.code).filter_map(|unit| target(Opcode::from_u8(unit.opcode)?, &unit)).collect()
}

fn meaning(code: &CodeObject, opcode: Opcode, unit: &Unit, addresses: &mut Addresses<'_>) -> String {
    let index = unit.arg as usize;
    let name = |text| {
        let mut out = String::new();
        repr::plain(&mut out, text);
        out
    };
    match opcode.operand() {
        Operand::Const => code.consts.get(index).map(|constant| addresses.repr(constant)).unwrap_or_default(),
        Operand::Name => code.names.get(index).map(name).unwrap_or_default(),
        Operand::Local => code.varnames.get(index).map(name).unwrap_or_default(),
        Operand::Deref => code.deref_name(index).map(name).unwrap_or_default(),
        Operand::Jabs | Operand::Jrel => {
            target(opcode, unit).map(|target| format!("to {}", target * UNIT as u64)).unwrap_or_default()
        }
        Operand::Compare => COMPARE_OPERATORS.get(index).map(|&operator| operator.to_owned()).unwrap_or_default(),
        Operand::Format => format_parts(unit.arg),
        Operand::MakeFunction => {
            let parts = ["defaults", "kwdefaults", "annotations", "closure"];
            let given = parts.iter().enumerate().filter(|(bit, _)| unit.arg >> bit & 1 == 1);
            given.map(|(_, &part)| part).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

fn format_parts(arg: u32) -> String {
    let conversion = match arg & format_value::CONVERSION {
        format_value::STR => "str",
        format_value::REPR => "repr",
        format_value::ASCII => "ascii",
        _ => "",
    };
    match (conversion, arg & format_value::HAVE_SPEC != 0) {
        ("", true) => "with format".to_owned(),
        (conversion, true) => format!("{conversion}, with format"),
        (conversion, false) => conversion.to_owned(),
    }
}

const NAME_WIDTH: usize = 20;
const ARG_WIDTH: usize = 5;

/// The widths of the columns that depend on the code.
struct Widths {
    line: usize,
    offset: usize,
}

impl Widths {
    fn of(code: &CodeObject, line_offset: i32) -> Widths {
        let digits = |number: u64| number.checked_ilog10().map_or(1, |log| log as usize + 1);
        let last = code.lines().filter_map(|range| range.line).max().map(|line| line.saturating_add(line_offset));
        let line = match last {
            None => 0,
            Some(..1000) => 3,
            Some(last) => digits(u64::from(last.unsigned_abs())),
        };
        let last_offset = code.code.len().saturating_sub(UNIT) as u64;
        Widths { line, offset: if last_offset >= 10_000 { digits(last_offset) } else { 4 } }
    }
}

/// Prints one code object without those nested in it.
pub(super) fn write_code(
    out: &mut impl io::Write,
    code: &CodeObject,
    options: &Options<'_>,
    addresses: &mut Addresses<'_>,
) -> io::Result<()> {
    let widths = Widths::of(code, options.line_offset);
    for instruction in describe_all(code, addresses, options.line_offset) {
        if instruction.starts_line.is_some() && instruction.offset > 0 {
            writeln!(out)?;
        }
        write_line(out, &instruction, &widths, options)?;
    }
    Ok(())
}

fn write_line(
    out: &mut impl io::Write,
    instruction: &Instruction,
    widths: &Widths,
    options: &Options<'_>,
) -> io::Result<()> {
    let style = options.style;
    if widths.line > 0 {
        let width = widths.line;
        match instruction.starts_line {
            Some(line) => write!(out, "{} ", style.paint(Part::Line, format_args!("{line:>width$}")))?,
            None => write!(out, "{:width$} ", "")?,
        }
    }
    let current = if options.current == Some(instruction.offset) { "-->" } else { "   " };
    let jump = if instruction.is_jump_target { ">>" } else { "  " };
    let width = widths.offset;
    write!(
        out,
        "{} {} {} ",
        style.paint(Part::Marker, current),
        style.paint(Part::Marker, jump),
        style.paint(Part::Offset, format_args!("{:>width$}", instruction.offset)),
    )?;
    let Some(arg) = instruction.arg else {
        return writeln!(out, "{}", style.paint(Part::Name, &instruction.name));
    };
    write!(
        out,
        "{} {}",
        style.paint(Part::Name, format_args!("{:NAME_WIDTH$}", instruction.name)),
        style.paint(Part::Arg, format_args!("{arg:>ARG_WIDTH$}")),
    )?;
    if !instruction.meaning.is_empty() {
        write!(out, " {}", style.paint(Part::Meaning, format_args!("({})", instruction.meaning)))?;
    }
    writeln!(out)
}
