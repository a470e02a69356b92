//! Arguments: indices within their tables, flags that exist.

use crate::code::{CodeFlags, CodeObject};
use crate::instr::Instr;
use crate::opcode::{Opcode, Operand};

use super::fault::VerifyFault;

/// Checks the argument of an instruction that is not a jump's.
pub(super) fn check(code: &CodeObject, instr: &Instr) -> Result<(), VerifyFault> {
    let arg = instr.arg;
    let index = arg as usize;
    let within = |length: usize, table| if index < length { Ok(()) } else { Err(VerifyFault::Index(table)) };
    let allowed = |good: bool| if good { Ok(()) } else { Err(VerifyFault::Argument(arg)) };
    match instr.opcode.operand() {
        Operand::Const => within(code.consts.len(), "co_consts"),
        Operand::Name => within(code.names.len(), "co_names"),
        Operand::Local => within(code.varnames.len(), "co_varnames"),
        Operand::Deref if instr.opcode == Opcode::LOAD_CLASSDEREF && index < code.cellvars.len() => {
            Err(VerifyFault::Index("co_freevars"))
        }
        Operand::Deref => within(code.cellvars.len() + code.freevars.len(), "co_cellvars and co_freevars"),
        Operand::Compare => allowed(arg <= 5),
        Operand::Invert | Operand::CallEx | Operand::Reraise => allowed(arg <= 1),
        Operand::Depth => allowed(arg >= 1),
        Operand::Count => allowed(arg >= 1 || instr.opcode != Opcode::ROT_N),
        Operand::MakeFunction => allowed(arg <= 15),
        Operand::Format => allowed(arg <= 7),
        Operand::Slice => allowed(arg == 2 || arg == 3),
        Operand::Raise | Operand::GenStart => allowed(arg <= 2),
        Operand::None | Operand::Jrel | Operand::Jabs | Operand::UnpackEx | Operand::Extended => Ok(()),
    }
}

/// Checks the fields of a code object against each other.
pub(super) fn check_fields(code: &CodeObject) -> Result<(), VerifyFault> {
    if code.nlocals as usize != code.varnames.len() {
        return Err(VerifyFault::LocalCount);
    }
    if code.parameter_count() > u64::from(code.nlocals) || code.posonlyargcount > code.argcount {
        return Err(VerifyFault::ParameterCount);
    }
    Ok(())
}

/// `GEN_START` begins generators, coroutines and async generators, and nothing else; only they can yield.
pub(super) fn check_generator(code: &CodeObject, index: usize, instr: &Instr) -> Result<(), VerifyFault> {
    let is_generator = code.flags.is_generator_like();
    let starts = instr.opcode == Opcode::GEN_START;
    let expected_kind = if code.flags.contains(CodeFlags::ASYNC_GENERATOR) {
        2
    } else {
        u32::from(code.flags.contains(CodeFlags::COROUTINE))
    };
    let yields = matches!(instr.opcode, Opcode::YIELD_VALUE | Opcode::YIELD_FROM);
    if starts != (index == 0 && is_generator) || starts && instr.arg != expected_kind || yields && !is_generator {
        return Err(VerifyFault::Generator);
    }
    Ok(())
}
