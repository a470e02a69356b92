//! The marshal writer.

use std::error::Error;
use std::fmt;

use dashu_int::{IBig, Sign};

use crate::code::CodeObject;
use crate::constant::Constant;
use crate::text::PyText;

use super::sharing::{SINGLETON, Shared, Sharing, Within};
use super::tag::{FLAG_REF, Tag};
use super::{MAX_DEPTH, VERSION};

/// Why an object cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteError {
    /// Nesting beyond [`MAX_DEPTH`].
    TooDeep,
    /// A length beyond 31 bits.
    TooLong,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WriteError::TooDeep => "object too deeply nested to marshal",
            WriteError::TooLong => "unmarshallable object",
        })
    }
}

impl Error for WriteError {}

/// Writes an object in the current version: the same bytes for equal objects that share the same parts.
pub fn dumps(object: &Constant) -> Result<Vec<u8>, WriteError> {
    dumps_version(object, VERSION)
}

/// As `dumps_version` from version 3 on, for an object that others refer to too: it has the first reference number.
pub fn dumps_referenced(object: &Constant, version: u32) -> Result<Vec<u8>, WriteError> {
    write(object, version, version >= 3)
}

/// Writes an object in a version of the format. Versions below 3 have no references, below 2 no binary floats.
pub fn dumps_version(object: &Constant, version: u32) -> Result<Vec<u8>, WriteError> {
    write(object, version, false)
}

fn write(object: &Constant, version: u32, referenced: bool) -> Result<Vec<u8>, WriteError> {
    let shared = if version >= 3 { Some(Sharing::of(object)?) } else { None };
    let mut writer = Writer { out: Vec::new(), version, shared, place: 0, numbers: Vec::new(), next: 0, referenced };
    writer.constant(object, Within::Plain, 0)?;
    Ok(writer.out)
}

struct Writer {
    out: Vec<u8>,
    version: u32,
    shared: Option<Shared>,
    /// The place that is written next.
    place: usize,
    /// The reference number of each object that has one.
    numbers: Vec<Option<i32>>,
    next: i32,
    /// The outermost object has a reference number whether it comes again or not.
    referenced: bool,
}

/// What to write for the object at a place.
enum Mark {
    Object(u8),
    Written,
}

type Written = Result<(), WriteError>;

impl Writer {
    /// Moves on to the next place: writes a reference if its object is written already, else says which flag it has.
    fn mark(&mut self) -> Mark {
        let Some(shared) = &self.shared else { return Mark::Object(0) };
        let object = shared.places.get(self.place).copied().unwrap_or(SINGLETON);
        let uses = shared.uses.get(object as usize).copied().unwrap_or(0);
        self.place += 1;
        let is_referenced = uses >= 2 || (self.referenced && self.place == 1);
        if !is_referenced {
            return Mark::Object(0);
        }
        if self.numbers.is_empty() {
            self.numbers = vec![None; shared.uses.len()];
        }
        match self.numbers.get_mut(object as usize) {
            Some(Some(number)) => {
                let number = *number;
                self.tag(Tag::Ref, 0);
                self.long(number);
                Mark::Written
            }
            Some(slot) => {
                *slot = Some(self.next);
                self.next += 1;
                Mark::Object(FLAG_REF)
            }
            None => Mark::Object(0),
        }
    }

    fn tag(&mut self, tag: Tag, flag: u8) {
        self.out.push(tag as u8 | flag);
    }

    fn long(&mut self, value: i32) {
        self.out.extend_from_slice(&value.to_le_bytes());
    }

    fn count(&mut self, value: u32) {
        self.long(value.cast_signed());
    }

    fn size(&mut self, size: usize) -> Written {
        self.long(i32::try_from(size).map_err(|_| WriteError::TooLong)?);
        Ok(())
    }

    fn sized(&mut self, bytes: &[u8]) -> Written {
        self.size(bytes.len())?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn constant(&mut self, constant: &Constant, within: Within, depth: usize) -> Written {
        if depth >= MAX_DEPTH {
            return Err(WriteError::TooDeep);
        }
        let Mark::Object(flag) = self.mark() else { return Ok(()) };
        match constant {
            Constant::None => self.tag(Tag::None, 0),
            Constant::True => self.tag(Tag::True, 0),
            Constant::False => self.tag(Tag::False, 0),
            Constant::Ellipsis => self.tag(Tag::Ellipsis, 0),
            Constant::StopIteration => self.tag(Tag::StopIteration, 0),
            Constant::Int(value) => self.int(value, flag)?,
            Constant::Float(value) => self.floats(Tag::Float, Tag::BinaryFloat, &[*value], flag),
            Constant::Complex(real, imag) => self.floats(Tag::Complex, Tag::BinaryComplex, &[*real, *imag], flag),
            Constant::Str(text) => self.text(text, within.interns(text), flag)?,
            Constant::Bytes(bytes) => self.bytes(bytes, flag)?,
            Constant::Tuple(items) => self.tuple(items, within, depth, flag)?,
            Constant::List(items) => self.members(Tag::List, items, Within::Plain, depth, flag)?,
            Constant::Set(items) => self.members(Tag::Set, items, Within::Plain, depth, flag)?,
            Constant::FrozenSet(items) => self.members(Tag::FrozenSet, items, within, depth, flag)?,
            Constant::Dict(items) => {
                self.tag(Tag::Dict, flag);
                for (key, value) in items.iter() {
                    self.constant(key, Within::Plain, depth + 1)?;
                    self.constant(value, Within::Plain, depth + 1)?;
                }
                self.tag(Tag::Null, 0);
            }
            Constant::Code(code) => self.code(code, depth, flag)?,
        }
        Ok(())
    }

    fn int(&mut self, value: &IBig, flag: u8) -> Written {
        if let Ok(small) = i32::try_from(value) {
            self.tag(Tag::Int, flag);
            self.long(small);
            return Ok(());
        }
        let (sign, magnitude) = value.clone().into_parts();
        let digits = digits(&magnitude.to_le_bytes());
        let count = i32::try_from(digits.len()).map_err(|_| WriteError::TooLong)?;
        self.tag(Tag::Long, flag);
        self.long(if sign == Sign::Negative { -count } else { count });
        self.out.extend(digits.iter().flat_map(|digit| digit.to_le_bytes()));
        Ok(())
    }

    fn floats(&mut self, as_text: Tag, binary: Tag, values: &[f64], flag: u8) {
        if self.version > 1 {
            self.tag(binary, flag);
            self.out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            return;
        }
        self.tag(as_text, flag);
        for &value in values {
            let text = seventeen_digits(value);
            self.out.push(text.len() as u8);
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    fn bytes(&mut self, bytes: &[u8], flag: u8) -> Written {
        self.tag(Tag::Bytes, flag);
        self.sized(bytes)
    }

    fn text(&mut self, text: &PyText, interned: bool, flag: u8) -> Written {
        let bytes = text.as_bytes();
        if self.version < 4 || !text.is_ascii() {
            self.tag(if interned && self.version >= 3 { Tag::Interned } else { Tag::Unicode }, flag);
            return self.sized(bytes);
        }
        match u8::try_from(bytes.len()) {
            Ok(length) => {
                self.tag(if interned { Tag::ShortAsciiInterned } else { Tag::ShortAscii }, flag);
                self.out.push(length);
                self.out.extend_from_slice(bytes);
                Ok(())
            }
            Err(_) => {
                self.tag(if interned { Tag::AsciiInterned } else { Tag::Ascii }, flag);
                self.sized(bytes)
            }
        }
    }

    fn tuple_head(&mut self, length: usize, flag: u8) -> Written {
        match u8::try_from(length) {
            Ok(length) if self.version >= 4 => {
                self.tag(Tag::SmallTuple, flag);
                self.out.push(length);
                Ok(())
            }
            _ => {
                self.tag(Tag::Tuple, flag);
                self.size(length)
            }
        }
    }

    fn tuple(&mut self, items: &[Constant], within: Within, depth: usize, flag: u8) -> Written {
        self.tuple_head(items.len(), flag)?;
        items.iter().try_for_each(|item| self.constant(item, within, depth + 1))
    }

    fn members(&mut self, tag: Tag, items: &[Constant], within: Within, depth: usize, flag: u8) -> Written {
        self.tag(tag, flag);
        self.size(items.len())?;
        items.iter().try_for_each(|item| self.constant(item, within, depth + 1))
    }

    fn code(&mut self, code: &CodeObject, depth: usize, flag: u8) -> Written {
        self.tag(Tag::Code, flag);
        for count in [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.nlocals, code.stacksize] {
            self.count(count);
        }
        self.count(code.flags.0);
        self.bytes_part(&code.code)?;
        if let Mark::Object(flag) = self.mark() {
            self.tuple(&code.consts, Within::Code, depth + 1, flag)?;
        }
        for names in [&code.names, &code.varnames, &code.freevars, &code.cellvars] {
            if let Mark::Object(flag) = self.mark() {
                self.tuple_head(names.len(), flag)?;
                names.iter().try_for_each(|name| self.text_part(name, true))?;
            }
        }
        self.text_part(&code.filename, code.filename.is_interned())?;
        self.text_part(&code.name, code.name.is_interned())?;
        self.long(code.firstlineno);
        self.bytes_part(&code.linetable)
    }

    fn bytes_part(&mut self, bytes: &[u8]) -> Written {
        match self.mark() {
            Mark::Object(flag) => self.bytes(bytes, flag),
            Mark::Written => Ok(()),
        }
    }

    fn text_part(&mut self, text: &PyText, interned: bool) -> Written {
        match self.mark() {
            Mark::Object(flag) => self.text(text, interned, flag),
            Mark::Written => Ok(()),
        }
    }
}

/// Cuts a little-endian number into 15-bit digits, lowest first, without leading zeros.
fn digits(bytes: &[u8]) -> Vec<u16> {
    let mut digits = Vec::with_capacity(bytes.len() * 8 / 15 + 1);
    let (mut window, mut bits) = (0u32, 0);
    for &byte in bytes {
        window |= u32::from(byte) << bits;
        bits += 8;
        if bits >= 15 {
            digits.push((window & 0x7fff) as u16);
            window >>= 15;
            bits -= 15;
        }
    }
    digits.push(window as u16);
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}

/// C's `%.17g`.
fn seventeen_digits(value: f64) -> String {
    if !value.is_finite() {
        let sign = if value.is_sign_negative() && !value.is_nan() { "-" } else { "" };
        return format!("{sign}{}", if value.is_nan() { "nan" } else { "inf" });
    }
    let scientific = format!("{value:.16e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let shorten = |text: &str| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    };
    if (-4..17).contains(&exponent) {
        let decimals = usize::try_from(16 - exponent).unwrap_or(0);
        return shorten(&format!("{value:.decimals$}"));
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{}e{sign}{:02}", shorten(mantissa), exponent.unsigned_abs())
}
