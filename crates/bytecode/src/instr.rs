//! Instructions: from bytes and back.
//!
//! Owns the wordcode format of 3.6 to 3.10: two bytes an instruction, opcode then argument, `EXTENDED_ARG` before it for
//! arguments above 255. Knows nothing of what an opcode does beyond [`crate::opcode`].

use crate::opcode::Opcode;

/// Bytes in a code unit.
pub const UNIT: usize = 2;

/// One code unit as `dis` walks it: `EXTENDED_ARG` is a unit of its own, and widens the argument of the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Its index; the byte offset is twice that.
    pub index: u32,
    /// The opcode's number, known or not.
    pub opcode: u8,
    /// The argument, widened by the `EXTENDED_ARG`s before it.
    pub arg: u32,
}

/// Walks the code units. An odd last byte is left out; a caller that cares looks at the length.
pub fn units(code: &[u8]) -> impl Iterator<Item = Unit> + '_ {
    let mut extended = 0u32;
    let mut index = 0u32;
    code.as_chunks::<UNIT>().0.iter().map(move |&[opcode, low]| {
        let arg = if opcode >= Opcode::HAVE_ARGUMENT { extended | u32::from(low) } else { 0 };
        extended = if opcode == Opcode::EXTENDED_ARG as u8 { arg << 8 } else { 0 };
        let unit = Unit { index, opcode, arg };
        index = index.wrapping_add(1);
        unit
    })
}

/// One instruction with its `EXTENDED_ARG`s folded in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instr {
    /// The index of its first unit (an `EXTENDED_ARG` where there is one): where a jump to it lands.
    pub start: u32,
    /// The index of the unit of the opcode itself: what `f_lasti`, the line table and relative jumps count from.
    pub index: u32,
    /// The opcode.
    pub opcode: Opcode,
    /// The argument; 0 where the opcode has none.
    pub arg: u32,
}

impl Instr {
    /// The byte offset of the opcode itself.
    pub const fn offset(&self) -> u32 {
        self.index.wrapping_mul(UNIT as u32)
    }

    /// The index of the unit after it.
    pub const fn next(&self) -> u32 {
        self.index.wrapping_add(1)
    }

    /// The index of the unit it jumps to, if it is a jump.
    pub const fn jump_target(&self) -> Option<u32> {
        self.opcode.jump_target(self.index, self.arg)
    }
}

/// Why bytecode cannot be cut into instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecodeError {
    /// The length is odd, or of more units than 31 bits count.
    Length,
    /// No opcode of 3.10 has this number.
    Opcode {
        /// The index of the unit.
        index: u32,
        /// The number.
        number: u8,
    },
    /// More than three `EXTENDED_ARG`s in a row, or an argument of more than 31 bits.
    Extended {
        /// The index of the unit.
        index: u32,
    },
    /// The code ends within an `EXTENDED_ARG` run.
    Truncated,
}

/// Cuts bytecode into instructions.
pub fn decode(code: &[u8]) -> Result<Vec<Instr>, DecodeError> {
    if !code.len().is_multiple_of(UNIT) || i32::try_from(code.len()).is_err() {
        return Err(DecodeError::Length);
    }
    let mut instrs = Vec::with_capacity(code.len() / UNIT);
    let mut start = None;
    for Unit { index, opcode, arg } in units(code) {
        let first = *start.get_or_insert(index);
        let Some(opcode) = Opcode::from_u8(opcode) else {
            return Err(DecodeError::Opcode { index, number: opcode });
        };
        if index - first > 3 || arg > i32::MAX.cast_unsigned() {
            return Err(DecodeError::Extended { index });
        }
        if opcode != Opcode::EXTENDED_ARG {
            instrs.push(Instr { start: first, index, opcode, arg });
            start = None;
        }
    }
    if start.is_some() { Err(DecodeError::Truncated) } else { Ok(instrs) }
}

/// How many code units an instruction with this argument takes.
#[inline]
pub const fn size(arg: u32) -> u32 {
    match arg {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000..=0xff_ffff => 3,
        _ => 4,
    }
}

/// Appends an instruction, with as many `EXTENDED_ARG`s as its argument needs.
#[inline]
pub fn encode(opcode: Opcode, arg: u32, out: &mut Vec<u8>) {
    if let Ok(low) = u8::try_from(arg) {
        out.extend_from_slice(&[opcode as u8, low]);
    } else {
        encode_extended(opcode, arg, out);
    }
}

fn encode_extended(opcode: Opcode, arg: u32, out: &mut Vec<u8>) {
    let [top, high, middle, low] = arg.to_be_bytes();
    let units = size(arg);
    for (least, byte) in [(4, top), (3, high), (2, middle)] {
        if units >= least {
            out.extend_from_slice(&[Opcode::EXTENDED_ARG as u8, byte]);
        }
    }
    out.extend_from_slice(&[opcode as u8, low]);
}
