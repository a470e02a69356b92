//! Finding nested code objects by qualified name.
//!
//! A code object of 3.10 does not know its qualified name: the code around it does.

use std::sync::Arc;

use crate::code::{CodeFlags, CodeObject};
use crate::constant::Constant;
use crate::instr;
use crate::opcode::Opcode;
use crate::text::PyText;

use super::nested;

/// All code objects of this qualified name in `root`, itself included, in the order of a listing.
pub fn find(root: &Arc<CodeObject>, name: &str) -> Vec<Arc<CodeObject>> {
    let mut found = Vec::new();
    let mut work = vec![(Arc::clone(root), root.name.to_string_lossy(), None::<String>)];
    while let Some((code, by_place, by_function)) = work.pop() {
        if by_place == name || by_function.as_deref() == Some(name) {
            found.push(Arc::clone(&code));
        }
        let prefix = if Arc::ptr_eq(&code, root) {
            String::new()
        } else if code.flags.contains(CodeFlags::NEWLOCALS) {
            format!("{by_place}.<locals>.")
        } else {
            format!("{by_place}.")
        };
        let names = function_names(&code);
        let inner = nested(&code).rev().map(|inner| {
            let own = names.iter().find(|(function, _)| Arc::ptr_eq(function, inner));
            let by_function = own.map(|(_, name)| name.to_string_lossy());
            (Arc::clone(inner), format!("{prefix}{}", inner.name), by_function)
        });
        work.extend(inner);
    }
    found
}

/// The code objects that `MAKE_FUNCTION` makes functions of, with the qualified names it gives them.
fn function_names(code: &CodeObject) -> Vec<(&Arc<CodeObject>, &PyText)> {
    let constants: Vec<Option<&Constant>> = instr::units(&code.code)
        .filter(|unit| unit.opcode != Opcode::EXTENDED_ARG as u8)
        .map(|unit| (unit.opcode == Opcode::LOAD_CONST as u8).then(|| code.consts.get(unit.arg as usize)).flatten())
        .collect();
    constants
        .windows(2)
        .filter_map(|pair| match pair {
            [Some(Constant::Code(inner)), Some(Constant::Str(name))] => Some((inner, name)),
            _ => None,
        })
        .collect()
}
