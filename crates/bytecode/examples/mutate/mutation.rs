//! Ways to damage a `.pyc` file: its bytes at random, or one field of one code object in it.

use std::sync::Arc;

use minipy_bytecode::code::CodeFlags;
use minipy_bytecode::{CodeObject, Constant, Opcode, PyText, pyc};

use crate::rng::Rng;

/// A damaged copy of a file.
pub fn mutate(file: &[u8], rng: &mut Rng) -> Vec<u8> {
    match pyc::read(file) {
        Ok((validation, code)) if rng.below(4) > 0 => {
            let mut code = code;
            for _ in 0..=rng.below(3) {
                code = somewhere(&code, rng);
            }
            pyc::write(&code, validation).unwrap_or_else(|_| file.to_owned())
        }
        _ => damage(file, rng),
    }
}

/// Changes bytes anywhere in the file.
fn damage(file: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = file.to_owned();
    for _ in 0..=rng.below(8) {
        let at = rng.below(bytes.len());
        match rng.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, rng.byte()),
            2 if !bytes.is_empty() => drop(bytes.remove(at)),
            3 => {
                let end = (at + rng.below(64)).min(bytes.len());
                let piece = bytes.get(at..end).unwrap_or_default().to_owned();
                let to = rng.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            4 => {
                let number = rng.odd_u32().to_le_bytes();
                let end = (at + 4).min(bytes.len());
                bytes.splice(at..end, number);
            }
            5 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << rng.below(8)),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = rng.byte()),
        }
    }
    bytes
}

/// Changes the code object or, more often, one that is nested in it.
fn somewhere(code: &Arc<CodeObject>, rng: &mut Rng) -> Arc<CodeObject> {
    let nested: Vec<usize> =
        (0..code.consts.len()).filter(|&index| matches!(code.consts.get(index), Some(Constant::Code(_)))).collect();
    let mut changed = CodeObject::clone(code);
    match nested.get(rng.below(nested.len())) {
        Some(&index) if rng.below(3) > 0 => {
            if let Some(slot) = changed.consts.get_mut(index)
                && let Constant::Code(inner) = &*slot
            {
                *slot = Constant::Code(somewhere(inner, rng));
            }
        }
        _ => change(&mut changed, rng),
    }
    Arc::new(changed)
}

fn change(code: &mut CodeObject, rng: &mut Rng) {
    match rng.below(20) {
        0 => code.stacksize = code.stacksize.wrapping_sub(1) & 0xff,
        1 => code.stacksize = rng.odd_u32() & 0x7fff_ffff,
        2 => code.flags = CodeFlags(code.flags.0 ^ (1 << rng.below(10))),
        3 => code.argcount = rng.odd_u32() & 0x7fff_ffff,
        4 => code.kwonlyargcount = rng.odd_u32() & 0x7fff_ffff,
        5 => code.nlocals = rng.odd_u32() & 0x7fff_ffff,
        6 => code.consts = shuffled(&code.consts, rng),
        7 => code.consts = with_one_changed(&code.consts, strange_constant(rng), rng),
        8 => code.names = shorter(&code.names, rng),
        9 => code.cellvars = shuffled(&code.cellvars, rng),
        10 => code.freevars = with_one_changed(&code.freevars, PyText::from("x"), rng),
        11 => {
            code.linetable =
                code.linetable.iter().map(|byte| if rng.below(8) == 0 { rng.byte() } else { *byte }).collect()
        }
        12 => code.firstlineno = rng.odd_u32().cast_signed(),
        _ => code.code = bytecode(&code.code, rng),
    }
}

fn bytecode(code: &[u8], rng: &mut Rng) -> Box<[u8]> {
    let mut units: Vec<[u8; 2]> = code.as_chunks::<2>().0.to_vec();
    let at = rng.below(units.len());
    let opcode = Opcode::ALL.get(rng.below(Opcode::ALL.len())).map_or(0, |&opcode| opcode as u8);
    match rng.below(8) {
        0 => units.iter_mut().skip(at).take(1).for_each(|unit| *unit = [opcode, rng.byte()]),
        1 => units.iter_mut().skip(at).take(1).for_each(|unit| unit[0] = opcode),
        2 => units.iter_mut().skip(at).take(1).for_each(|unit| unit[1] = rng.byte()),
        3 => units.iter_mut().skip(at).take(1).for_each(|unit| unit[1] = unit[1].wrapping_add(1)),
        4 => units.insert(at, [opcode, rng.below(4) as u8]),
        5 if !units.is_empty() => drop(units.remove(at)),
        6 => {
            let other = rng.below(units.len());
            if at < units.len() && other < units.len() {
                units.swap(at, other);
            }
        }
        _ => units.insert(at, [Opcode::EXTENDED_ARG as u8, rng.byte()]),
    }
    units.concat().into()
}

fn shuffled<T: Clone>(items: &[T], rng: &mut Rng) -> Box<[T]> {
    let mut items = items.to_vec();
    for index in 0..items.len() {
        let other = rng.below(items.len());
        items.swap(index, other);
    }
    items.into()
}

fn shorter<T: Clone>(items: &[T], rng: &mut Rng) -> Box<[T]> {
    items.get(..rng.below(items.len())).unwrap_or_default().into()
}

fn with_one_changed<T: Clone>(items: &[T], new: T, rng: &mut Rng) -> Box<[T]> {
    let mut items = items.to_vec();
    let at = rng.below(items.len() + 1);
    match items.get_mut(at) {
        Some(slot) => *slot = new,
        None => items.push(new),
    }
    items.into()
}

fn strange_constant(rng: &mut Rng) -> Constant {
    match rng.below(9) {
        0 => Constant::None,
        1 => Constant::Int(i64::from(rng.odd_u32()).into()),
        2 => Constant::Float(f64::from_bits(rng.next())),
        3 => Constant::str("f.<locals>.g"),
        4 => Constant::Tuple(Arc::from([Constant::str("a"), Constant::from(1)])),
        5 => Constant::Tuple(Arc::from([])),
        6 => Constant::Bytes(Arc::from(*b"\x00\xff")),
        7 => Constant::FrozenSet(Arc::from([Constant::Tuple(Arc::from([]))])),
        _ => Constant::List(Arc::from([Constant::Ellipsis])),
    }
}
