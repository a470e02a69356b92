//! From numbers to a marshal stream: the bytes of a `.pyc`, without the objects in between.
//!
//! Writes what `marshal::dumps` writes of the code object that [`crate::materialize`] makes of the same tables. Equal
//! constants and strings have one number here, so that hardly any has to be compared again.

use dashu_int::IBig;
use minipy_bytecode::marshal::{CodeHead, GroupKind, MAX_DEPTH, Object, Stream, WriteError};

use crate::consts::{Code, ConstId, Consts, Value};
use crate::index::IndexVec;
use crate::materialize::is_interned;
use crate::names::{StrId, Strings};

/// Writes objects, each once.
pub struct Dumper<'t, 'a> {
    consts: &'t Consts<'a>,
    strings: &'t Strings<'a>,
    filename: StrId,
    stream: Stream,
    constants: IndexVec<ConstId, Object>,
    /// Strings as they are written when not interned, and when interned.
    texts: [IndexVec<StrId, Object>; 2],
}

type Written = Result<Object, WriteError>;

impl<'t, 'a> Dumper<'t, 'a> {
    /// For the tables of a compilation of this file; writes behind what is in `out`.
    pub fn new(consts: &'t Consts<'a>, strings: &'t Strings<'a>, filename: StrId, out: Vec<u8>) -> Self {
        let stream = Stream::after(out);
        let texts = [IndexVec::filled(strings.count(), Object::NONE), IndexVec::filled(strings.count(), Object::NONE)];
        Dumper { consts, strings, filename, stream, constants: IndexVec::filled(consts.count(), Object::NONE), texts }
    }

    /// Writes the code object, and all in it.
    pub fn dump(mut self, code: &Code<'a>) -> Result<Vec<u8>, WriteError> {
        self.code(code, 0)?;
        Ok(self.stream.finish(false))
    }

    fn code(&mut self, code: &Code<'a>, depth: usize) -> Written {
        if depth >= MAX_DEPTH {
            return Err(WriteError::TooDeep);
        }
        let object = self.stream.begin_code(CodeHead {
            argcount: code.argcount,
            posonlyargcount: code.posonlyargcount,
            kwonlyargcount: code.kwonlyargcount,
            nlocals: code.varnames.len() as u32,
            stacksize: code.stacksize,
            flags: code.flags,
        });
        self.stream.bytes(code.code)?;
        self.group(GroupKind::Tuple, code.consts, depth + 1)?;
        for names in [code.names, code.varnames, code.freevars, code.cellvars] {
            let group = self.stream.begin_group(GroupKind::Tuple, names.len())?;
            for &name in names {
                let member = self.text(name, true)?;
                self.stream.member(member);
            }
            self.stream.end_group(group);
        }
        self.text(self.filename, false)?;
        self.text(code.name, true)?;
        self.stream.long(code.firstlineno);
        self.stream.bytes(code.linetable)?;
        Ok(object)
    }

    fn group(&mut self, kind: GroupKind, items: &[ConstId], depth: usize) -> Written {
        let group = self.stream.begin_group(kind, items.len())?;
        for &item in items {
            let member = self.constant(item, depth + 1)?;
            self.stream.member(member);
        }
        Ok(self.stream.end_group(group))
    }

    #[inline]
    fn text(&mut self, id: StrId, interned: bool) -> Written {
        let [plain, names] = &mut self.texts;
        let known = if interned { &mut names[id] } else { &mut plain[id] };
        if *known != Object::NONE {
            self.stream.again(*known);
        } else {
            *known = self.stream.new_text(self.strings.text(id).as_bytes(), interned)?;
        }
        Ok(*known)
    }

    fn constant(&mut self, id: ConstId, depth: usize) -> Written {
        if depth >= MAX_DEPTH {
            return Err(WriteError::TooDeep);
        }
        match *self.consts.value(id) {
            Value::None => return Ok(self.stream.none()),
            Value::Ellipsis => return Ok(self.stream.ellipsis()),
            Value::Bool(value) => return Ok(self.stream.bool(value)),
            Value::Str(text) => return self.text(text, is_interned(self.strings.text(text).as_bytes())),
            _ => {}
        }
        let known = self.constants[id];
        if known != Object::NONE {
            self.stream.again(known);
            return Ok(known);
        }
        let object = match self.consts.value(id) {
            Value::Int(value) => self.stream.int(&IBig::from(*value)),
            Value::Big(value) => self.stream.int(value),
            Value::Float(bits) => self.stream.float(f64::from_bits(*bits)),
            Value::Complex(real, imag) => self.stream.complex(f64::from_bits(*real), f64::from_bits(*imag)),
            Value::Bytes(bytes) => self.stream.bytes(bytes),
            Value::Tuple(items) => self.group(GroupKind::Tuple, items, depth),
            Value::FrozenSet(set) => self.group(GroupKind::FrozenSet, set.items, depth),
            Value::Code(code) => crate::depth::with_more_stack(|| self.code(code, depth)),
            Value::None | Value::Ellipsis | Value::Bool(_) | Value::Str(_) => Ok(Object::NONE),
        }?;
        self.constants[id] = object;
        Ok(object)
    }
}
