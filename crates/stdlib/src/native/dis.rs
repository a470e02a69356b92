//! `_dis`: what `dis.py` needs of the bytecode crate (CPython's Modules/_opcode.c and Lib/opcode.py).

use minipy_bytecode::dis;
use minipy_bytecode::opcode::{COMPARE_OPERATORS, Opcode, Operand};
use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::code::PyCode;
use minipy_vm::{Value, Vm};

/// The definition.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_dis",
    doc: "Support for the module dis.",
    functions: &[functions![listing, instructions, stack_effect]],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let all: Vec<Opcode> = (0..=255).filter_map(Opcode::from_u8).collect();
    let opmap = vm.new_dict();
    for opcode in &all {
        let (name, number) = (vm.new_str(opcode.name()), vm.new_int(i64::from(*opcode as u8)));
        vm.set_item(&opmap, &name, &number)?;
    }
    let of = |vm: &Vm, wanted: fn(Operand) -> bool| {
        let numbers =
            all.iter().filter(|opcode| wanted(opcode.operand())).map(|opcode| vm.new_int(i64::from(*opcode as u8)));
        vm.new_list(numbers.collect())
    };
    let operators = COMPARE_OPERATORS.iter().map(|sign| vm.new_str(sign)).collect();
    let values = [
        ("opmap", opmap),
        ("cmp_op", vm.new_tuple(operators)),
        ("hasconst", of(vm, |operand| operand == Operand::Const)),
        ("hasname", of(vm, |operand| operand == Operand::Name)),
        ("hasjrel", of(vm, |operand| operand == Operand::Jrel)),
        ("hasjabs", of(vm, |operand| operand == Operand::Jabs)),
        ("haslocal", of(vm, |operand| operand == Operand::Local)),
        ("hascompare", of(vm, |operand| operand == Operand::Compare)),
        ("hasfree", of(vm, |operand| operand == Operand::Deref)),
        ("HAVE_ARGUMENT", vm.new_int(i64::from(Opcode::HAVE_ARGUMENT))),
    ];
    for (name, value) in values {
        let name = vm.intern(name);
        vm.set_attr(module, &name, &value)?;
    }
    Ok(())
}

fn code<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a PyCode> {
    value.downcast::<PyCode>().ok_or_else(|| vm.type_error("a code object is required"))
}

/// The listing of a code object, nested ones to a depth (all if None); `lasti` is marked.
#[pyfunction("_dis.listing(code, depth, lasti, /)")]
fn listing(vm: &mut Vm, code_object: &Value, depth: &Value, lasti: i64) -> PyResult {
    let depth = if depth.is_none() { None } else { usize::try_from(vm.index_i64(depth)?).ok() };
    let payload = code(vm, code_object)?;
    let mut out = Vec::new();
    let options = dis::Options { depth, current: u32::try_from(lasti).ok(), ..dis::Options::default() };
    match dis::write_listing(&mut out, payload.shared(), &options) {
        Ok(()) => Ok(vm.new_str(&String::from_utf8_lossy(&out))),
        Err(error) => Err(vm.raise_io_error(&error, None)),
    }
}

/// The instructions: (opname, opcode, arg, argrepr, offset, starts_line, is_jump_target) each.
#[pyfunction("_dis.instructions(code, /)")]
fn instructions(vm: &mut Vm, code_object: &Value) -> PyResult {
    let payload = code(vm, code_object)?;
    let mut items = Vec::new();
    for instruction in dis::instructions(payload.code()) {
        let fields = vec![
            vm.intern(&instruction.name),
            Value::int32(i32::from(instruction.opcode)),
            instruction.arg.map_or(Value::NONE, |arg| vm.new_int(i64::from(arg))),
            vm.new_str(&instruction.meaning),
            vm.new_int(i64::from(instruction.offset)),
            instruction.starts_line.map_or(Value::NONE, Value::int32),
            Value::bool(instruction.is_jump_target),
        ];
        items.push(vm.new_tuple(fields));
    }
    Ok(vm.new_list(items))
}

/// Compute the stack effect of the opcode.
#[pyfunction("_opcode.stack_effect(opcode, oparg=None, /, *, jump=None)")]
fn stack_effect(vm: &mut Vm, opcode: i64, oparg: Option<&Value>, jump: Option<&Value>) -> PyResult<i64> {
    let Some(known) = u8::try_from(opcode).ok().and_then(Opcode::from_u8) else {
        return Err(vm.value_error("invalid opcode or oparg"));
    };
    let arg = match (oparg, known.has_arg()) {
        (Some(arg), true) => vm.index_i64(arg)? as u32,
        (None, true) => return Err(vm.value_error("stack_effect: opcode requires oparg but oparg was not specified")),
        (Some(_), false) => {
            return Err(vm.value_error("stack_effect: opcode does not permit oparg but oparg was specified"));
        }
        (None, false) => 0,
    };
    let jump = match jump {
        None => None,
        Some(flag) => match flag.as_bool() {
            Some(flag) => Some(flag),
            None => return Err(vm.value_error("stack_effect: jump must be False, True or None")),
        },
    };
    Ok(i64::from(known.stack_effect(arg, jump)))
}
