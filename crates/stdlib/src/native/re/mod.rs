//! `_re`: the engine behind `re`. Answers to CPython's Modules/_sre.c and Lib/sre_parse.py; the design is our own: a parser,
//! a program, a matcher that backtracks on a stack of its own.

mod escape;
mod matcher;
mod node;
mod parse;
mod program;
mod regex;

use minipy_macros::{functions, pyfunction};
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::{PyResult, Value, Vm};

use node::flags;
use parse::{Fault, Parser};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_re",
    doc: "The engine of re.",
    functions: &[functions![compile, lower]],
    types: &[regex::PyRegex::TYPE],
    init: None,
};

/// A compiled expression; or what is wrong with it, as (message, position).
#[pyfunction("_re.compile(pattern, flags, /)")]
fn compile(vm: &mut Vm, pattern: &Value, flags: i64) -> PyResult {
    let text: Vec<u32> = match pattern.downcast::<PyStr>() {
        Some(text) => text.data().code_points().collect(),
        None => vm.buffer_copy(pattern)?.into_iter().map(u32::from).collect(),
    };
    let bytes = !pattern.is_a::<PyStr>();
    let mut flags = flags as u32;
    let mut late = None;
    loop {
        let mut parser = Parser::new(&text, flags, bytes);
        match parser.parse() {
            Ok(root) => {
                let names = parser.names.iter().map(|(name, group)| {
                    let name = vm.new_str(&parse::shown(name));
                    vm.new_tuple(vec![name, vm.new_int(*group as i64)])
                });
                let names = vm.new_tuple(names.collect());
                let program = program::Program::new(&root, parser.groups());
                if !bytes && flags & flags::ASCII == 0 {
                    flags |= flags::UNICODE;
                }
                return Ok(vm.new_object(regex::PyRegex::new(program, flags, late.or(parser.late_flags), names)));
            }
            Err(Fault::Flags(added)) => {
                late = late.or(parser.late_flags);
                flags |= added;
            }
            Err(Fault::Error { message, position }) => {
                let message = vm.new_str(&message);
                let position = if position == usize::MAX { Value::NONE } else { vm.new_int(position as i64) };
                return Ok(vm.new_tuple(vec![message, position]));
            }
            Err(Fault::TooLarge(message)) => return Err(vm.overflow_error(message)),
            Err(Fault::TooDeep) => return Err(vm.raise(vm.exc.recursion_error, "maximum recursion depth exceeded")),
        }
    }
}

/// The lower case of a character.
#[pyfunction("_re.lower(code, /)")]
fn lower(code: i64) -> i64 {
    u32::try_from(code).map_or(code, |code| i64::from(node::Fold::Unicode.lower(code)))
}
