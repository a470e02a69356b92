//! The marshal writer.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::code::CodeObject;
use crate::constant::{Constant, PyText};

use super::stream::{CodeHead, GroupKind, Object, Stream};
use super::tag::Tag;
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
    write_after(Vec::new(), object, version, referenced)
}

/// Writes an object in the current version behind what is in `out`.
pub(crate) fn dumps_after(out: Vec<u8>, object: &Constant) -> Result<Vec<u8>, WriteError> {
    write_after(out, object, VERSION, false)
}

fn write_after(out: Vec<u8>, object: &Constant, version: u32, referenced: bool) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer { stream: Stream::in_version(out, version), written: FxHashMap::default() };
    writer.constant(object, Within::Plain, 0)?;
    Ok(writer.stream.finish(referenced))
}

/// Writes objects. Lists, sets, dicts and code objects are shared only where they are the same in memory.
struct Writer {
    stream: Stream,
    /// What was written, by where it is in memory.
    written: FxHashMap<usize, Object>,
}

pub(super) type Written = Result<(), WriteError>;

/// Where a str stands: making a code object interns those of its constants that look like names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// An object by itself.
    Plain,
    /// The constants of a code object.
    Code,
}

impl Within {
    /// Whether a str here is an interned one.
    fn interns(self, text: &PyText) -> bool {
        text.is_interned() || self == Within::Code && text.has_name_characters_only()
    }
}

impl Writer {
    fn constant(&mut self, constant: &Constant, within: Within, depth: usize) -> Result<Object, WriteError> {
        if depth >= MAX_DEPTH {
            return Err(WriteError::TooDeep);
        }
        let stream = &mut self.stream;
        match constant {
            Constant::None => Ok(stream.none()),
            Constant::True => Ok(stream.bool(true)),
            Constant::False => Ok(stream.bool(false)),
            Constant::Ellipsis => Ok(stream.ellipsis()),
            Constant::StopIteration => Ok(stream.stop_iteration()),
            Constant::Int(value) => stream.int(value),
            Constant::Float(value) => stream.float(*value),
            Constant::Complex(real, imag) => stream.complex(*real, *imag),
            Constant::Str(text) => stream.text(text.as_bytes(), within.interns(text)),
            Constant::Bytes(bytes) => stream.bytes(bytes),
            Constant::Tuple(items) => self.once(items, |me| me.group(GroupKind::Tuple, items, within, depth)),
            Constant::FrozenSet(items) => self.once(items, |me| me.group(GroupKind::FrozenSet, items, within, depth)),
            Constant::List(items) => self.once(items, |me| me.members(Tag::List, items, depth)),
            Constant::Set(items) => self.once(items, |me| me.members(Tag::Set, items, depth)),
            Constant::Dict(items) => self.once(items, |me| {
                let object = me.stream.begin();
                me.stream.tag(Tag::Dict);
                for (key, value) in items.iter() {
                    me.constant(key, Within::Plain, depth + 1)?;
                    me.constant(value, Within::Plain, depth + 1)?;
                }
                me.stream.tag(Tag::Null);
                Ok(object)
            }),
            Constant::Code(code) => self.once(code, |me| me.code(code, depth)),
        }
    }

    /// Writes what is shared in memory, or refers to it if it was written.
    fn once<T: ?Sized>(
        &mut self,
        shared: &Arc<T>,
        write: impl FnOnce(&mut Self) -> Result<Object, WriteError>,
    ) -> Result<Object, WriteError> {
        if !self.stream.shares() {
            return write(self);
        }
        let address = Arc::as_ptr(shared).cast::<u8>().addr();
        if let Some(&object) = self.written.get(&address) {
            self.stream.again(object);
            return Ok(object);
        }
        let object = write(self)?;
        self.written.insert(address, object);
        Ok(object)
    }

    fn group(
        &mut self,
        kind: GroupKind,
        items: &[Constant],
        within: Within,
        depth: usize,
    ) -> Result<Object, WriteError> {
        let group = self.stream.begin_group(kind, items.len())?;
        for item in items {
            let member = self.constant(item, within, depth + 1)?;
            self.stream.member(member);
        }
        Ok(self.stream.end_group(group))
    }

    fn members(&mut self, tag: Tag, items: &[Constant], depth: usize) -> Result<Object, WriteError> {
        let object = self.stream.begin();
        self.stream.tag(tag);
        self.stream.size(items.len())?;
        for item in items {
            self.constant(item, Within::Plain, depth + 1)?;
        }
        Ok(object)
    }

    fn code(&mut self, code: &CodeObject, depth: usize) -> Result<Object, WriteError> {
        let object = self.stream.begin_code(CodeHead {
            argcount: code.argcount,
            posonlyargcount: code.posonlyargcount,
            kwonlyargcount: code.kwonlyargcount,
            nlocals: code.nlocals,
            stacksize: code.stacksize,
            flags: code.flags,
        });
        self.stream.bytes(&code.code)?;
        self.group(GroupKind::Tuple, &code.consts, Within::Code, depth + 1)?;
        for names in [&code.names, &code.varnames, &code.freevars, &code.cellvars] {
            let group = self.stream.begin_group(GroupKind::Tuple, names.len())?;
            for name in names {
                let member = self.stream.text(name.as_bytes(), true)?;
                self.stream.member(member);
            }
            self.stream.end_group(group);
        }
        self.stream.text(code.filename.as_bytes(), code.filename.is_interned())?;
        self.stream.text(code.name.as_bytes(), code.name.is_interned())?;
        self.stream.long(code.firstlineno);
        self.stream.bytes(&code.linetable)?;
        Ok(object)
    }
}
