//! From numbers to objects: the code objects that leave the compiler.
//!
//! Equal constants and strings become one object each, shared by all code objects of the compilation, as CPython shares
//! them. Names, and constants that look like names, are interned (`intern_string_constants` in `Objects/codeobject.c`).

use std::sync::Arc;

use dashu_int::IBig;
use minipy_bytecode::{CodeObject, Constant, PyText};

use crate::consts::{Code, ConstId, Consts, Value};
use crate::index::IndexVec;
use crate::names::{StrId, Strings};

/// Makes objects, each once.
pub struct Materializer<'t, 'a> {
    consts: &'t Consts<'a>,
    strings: &'t Strings<'a>,
    filename: PyText,
    constants: IndexVec<ConstId, Option<Constant>>,
    texts: IndexVec<StrId, Option<PyText>>,
}

impl<'t, 'a> Materializer<'t, 'a> {
    /// For the tables of a compilation of this file.
    pub fn new(consts: &'t Consts<'a>, strings: &'t Strings<'a>, filename: &str) -> Self {
        Materializer {
            consts,
            strings,
            filename: PyText::from(filename),
            constants: IndexVec::default(),
            texts: IndexVec::default(),
        }
    }

    /// The code object, and all in it.
    pub fn code(&mut self, code: &Code<'a>) -> Arc<CodeObject> {
        let consts = code.consts.iter().map(|&id| self.constant(id)).collect();
        Arc::new(CodeObject {
            argcount: code.argcount,
            posonlyargcount: code.posonlyargcount,
            kwonlyargcount: code.kwonlyargcount,
            nlocals: code.varnames.len() as u32,
            stacksize: code.stacksize,
            flags: code.flags,
            code: code.code.into(),
            consts,
            names: self.names(code.names),
            varnames: self.names(code.varnames),
            freevars: self.names(code.freevars),
            cellvars: self.names(code.cellvars),
            filename: self.filename.clone(),
            name: self.text(code.name).with_interned(true),
            firstlineno: code.firstlineno,
            linetable: code.linetable.into(),
        })
    }

    fn names(&mut self, names: &[StrId]) -> Box<[PyText]> {
        names.iter().map(|&name| self.text(name).with_interned(true)).collect()
    }

    /// A string.
    fn text(&mut self, id: StrId) -> PyText {
        self.texts.grow_to(id, None);
        if let Some(text) = &self.texts[id] {
            return text.clone();
        }
        let bytes = self.strings.text(id).as_bytes();
        let text = PyText::from_wtf8(Arc::from(bytes), is_interned(bytes)).unwrap_or_default();
        self.texts[id] = Some(text.clone());
        text
    }

    fn constant(&mut self, id: ConstId) -> Constant {
        self.constants.grow_to(id, None);
        if let Some(constant) = &self.constants[id] {
            return constant.clone();
        }
        let constant = match self.consts.value(id) {
            Value::None => Constant::None,
            Value::Ellipsis => Constant::Ellipsis,
            Value::Bool(value) => Constant::bool(*value),
            Value::Int(value) => Constant::Int(IBig::from(*value)),
            Value::Big(value) => Constant::Int((**value).clone()),
            Value::Float(bits) => Constant::Float(f64::from_bits(*bits)),
            Value::Complex(real, imag) => Constant::Complex(f64::from_bits(*real), f64::from_bits(*imag)),
            Value::Str(text) => Constant::Str(self.text(*text)),
            Value::Bytes(bytes) => Constant::Bytes(Arc::from(*bytes)),
            Value::Tuple(items) => Constant::Tuple(items.iter().map(|&item| self.constant(item)).collect()),
            Value::FrozenSet(set) => Constant::FrozenSet(set.items.iter().map(|&item| self.constant(item)).collect()),
            Value::Code(code) => Constant::Code(crate::depth::with_more_stack(|| self.code(code))),
        };
        self.constants[id] = Some(constant.clone());
        constant
    }
}

/// Whether a constant of this text is interned: it is made of letters, digits and underscores of ASCII only.
pub fn is_interned(text: &[u8]) -> bool {
    let name_like = text.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // At the top of a module the qualified name of a lambda or comprehension is its name, which is interned.
    name_like || matches!(text, b"<lambda>" | b"<listcomp>" | b"<setcomp>" | b"<dictcomp>" | b"<genexpr>")
}
