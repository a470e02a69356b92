//! Listings as JSON, for programs.

use std::io;
use std::sync::Arc;

use crate::code::CodeObject;
use crate::text::PyText;

use super::{Addresses, Options, nested, python310};

/// What is still to be written: a code object, or what comes after one.
enum Work {
    Code(Arc<CodeObject>, usize),
    Text(&'static str),
}

/// Writes one JSON object: the fields of the code object, its `instructions`, and under `nested` the same for each code
/// object among its constants. Constants are given as their repr.
pub fn write_json(out: &mut impl io::Write, code: &Arc<CodeObject>, options: &Options<'_>) -> io::Result<()> {
    let mut addresses = Addresses::new(options.address);
    let mut work = vec![Work::Text("\n"), Work::Code(Arc::clone(code), 0)];
    while let Some(next) = work.pop() {
        match next {
            Work::Text(text) => out.write_all(text.as_bytes())?,
            Work::Code(code, level) => {
                write_fields(out, &code, options, &mut addresses)?;
                work.push(Work::Text("]}"));
                if options.depth.is_none_or(|depth| level < depth) {
                    for (index, inner) in nested(&code).enumerate().collect::<Vec<_>>().into_iter().rev() {
                        work.push(Work::Code(Arc::clone(inner), level + 1));
                        work.push(Work::Text(if index == 0 { "" } else { "," }));
                    }
                }
            }
        }
    }
    Ok(())
}

/// Writes a code object up to the beginning of the list of those nested in it.
fn write_fields(
    out: &mut impl io::Write,
    code: &CodeObject,
    options: &Options<'_>,
    addresses: &mut Addresses<'_>,
) -> io::Result<()> {
    write!(out, "{{\"name\":")?;
    write_json_string(out, &code.name)?;
    write!(out, ",\"filename\":")?;
    write_json_string(out, &code.filename)?;
    let numbers = [
        ("firstlineno", i64::from(code.firstlineno)),
        ("argcount", code.argcount.into()),
        ("posonlyargcount", code.posonlyargcount.into()),
        ("kwonlyargcount", code.kwonlyargcount.into()),
        ("nlocals", code.nlocals.into()),
        ("stacksize", code.stacksize.into()),
        ("flags", code.flags.0.into()),
    ];
    for (name, number) in numbers {
        write!(out, ",\"{name}\":{number}")?;
    }
    let names = [
        ("names", &code.names),
        ("varnames", &code.varnames),
        ("freevars", &code.freevars),
        ("cellvars", &code.cellvars),
    ];
    for (field, names) in names {
        write!(out, ",\"{field}\":[")?;
        for (index, name) in names.iter().enumerate() {
            out.write_all(if index == 0 { b"" } else { b"," })?;
            write_json_string(out, name)?;
        }
        write!(out, "]")?;
    }
    write!(out, ",\"consts\":[")?;
    for (index, constant) in code.consts.iter().enumerate() {
        out.write_all(if index == 0 { b"" } else { b"," })?;
        write_json_string(out, &PyText::from(addresses.repr(constant)))?;
    }
    write!(out, "],\"instructions\":[")?;
    for (index, instruction) in python310::describe_all(code, addresses, options.line_offset).enumerate() {
        out.write_all(if index == 0 { b"" } else { b"," })?;
        write!(out, "{{\"offset\":{},\"opcode\":{},\"opname\":", instruction.offset, instruction.opcode)?;
        write_json_string(out, &PyText::from(instruction.name))?;
        write!(out, ",\"arg\":{}", optional(instruction.arg.map(i64::from)))?;
        write!(out, ",\"argrepr\":")?;
        write_json_string(out, &PyText::from(instruction.meaning))?;
        write!(out, ",\"starts_line\":{}", optional(instruction.starts_line.map(i64::from)))?;
        write!(out, ",\"is_jump_target\":{}}}", instruction.is_jump_target)?;
    }
    write!(out, "],\"nested\":[")
}

fn optional(number: Option<i64>) -> String {
    number.map_or_else(|| "null".to_owned(), |number| number.to_string())
}

/// Writes a JSON string; lone surrogates as escapes.
pub fn write_json_string(out: &mut impl io::Write, text: &PyText) -> io::Result<()> {
    write!(out, "\"")?;
    for point in text.code_points() {
        match char::from_u32(point) {
            Some('"') => write!(out, "\\\"")?,
            Some('\\') => write!(out, "\\\\")?,
            Some('\n') => write!(out, "\\n")?,
            Some('\r') => write!(out, "\\r")?,
            Some('\t') => write!(out, "\\t")?,
            Some(c) if point >= 0x20 && point != 0x7f => write!(out, "{c}")?,
            _ => write!(out, "\\u{point:04x}")?,
        }
    }
    write!(out, "\"")
}
