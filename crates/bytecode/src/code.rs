//! Code objects.
//!
//! Owns [`CodeObject`], what the compiler makes, a `.pyc` holds and the VM runs. Answers to `Objects/codeobject.c` and
//! `Include/cpython/code.h`. A code object is only data here: whether its bytecode makes sense is [`crate::verify`]'s business.

use std::ops::{BitOr, BitOrAssign};

use crate::constant::{Constant, PyText};
use crate::linetable::{self, LineRange};

/// A code object: every `co_*` field of CPython 3.10's, without the prefix. Share it as `Arc<CodeObject>`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct CodeObject {
    /// Positional parameters, positional-only ones included; `*args` and keyword-only ones not.
    pub argcount: u32,
    /// Positional-only parameters.
    pub posonlyargcount: u32,
    /// Keyword-only parameters.
    pub kwonlyargcount: u32,
    /// Fast locals.
    pub nlocals: u32,
    /// Stack entries the evaluation needs.
    pub stacksize: u32,
    /// `CO_*` bits.
    pub flags: CodeFlags,
    /// The bytecode: two bytes an instruction.
    pub code: Box<[u8]>,
    /// Constants, nested code objects among them.
    pub consts: Box<[Constant]>,
    /// Names of globals, attributes and imports.
    pub names: Box<[PyText]>,
    /// Names of fast locals, parameters first.
    pub varnames: Box<[PyText]>,
    /// Names of variables that come from an enclosing function.
    pub freevars: Box<[PyText]>,
    /// Names of variables that nested functions use.
    pub cellvars: Box<[PyText]>,
    /// The file the source came from.
    pub filename: PyText,
    /// The function's, class's or module's name.
    pub name: PyText,
    /// The first source line; line deltas of the table start from it.
    pub firstlineno: i32,
    /// The line table in PEP 626's form.
    pub linetable: Box<[u8]>,
}

impl CodeObject {
    /// The parameters in `varnames`: positional, keyword-only, then `*args` and `**kwargs` if there are any.
    pub fn parameter_count(&self) -> u64 {
        let stars =
            u64::from(self.flags.contains(CodeFlags::VARARGS)) + u64::from(self.flags.contains(CodeFlags::VARKEYWORDS));
        u64::from(self.argcount) + u64::from(self.kwonlyargcount) + stars
    }

    /// The name of a cell or free variable, by its index in the concatenation of both.
    pub fn deref_name(&self, index: usize) -> Option<&PyText> {
        match index.checked_sub(self.cellvars.len()) {
            None => self.cellvars.get(index),
            Some(free) => self.freevars.get(free),
        }
    }

    /// The ranges of byte offsets with their lines, as `co_lines()` yields them.
    pub fn lines(&self) -> impl Iterator<Item = LineRange> + '_ {
        linetable::ranges(&self.linetable, self.firstlineno)
    }

    /// The line of the instruction at a byte offset; nothing where the table has none.
    /// A negative offset (a frame that has not begun) is on the first line.
    pub fn line_at(&self, offset: i64) -> Option<i32> {
        match u32::try_from(offset) {
            Ok(offset) => linetable::line_at(&self.linetable, self.firstlineno, offset),
            Err(_) => Some(self.firstlineno),
        }
    }
}

/// The bits of `co_flags`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct CodeFlags(pub u32);

impl CodeFlags {
    /// Locals are fast locals, not a mapping.
    pub const OPTIMIZED: CodeFlags = CodeFlags(0x1);
    /// A call makes new locals.
    pub const NEWLOCALS: CodeFlags = CodeFlags(0x2);
    /// There is an `*args`.
    pub const VARARGS: CodeFlags = CodeFlags(0x4);
    /// There is a `**kwargs`.
    pub const VARKEYWORDS: CodeFlags = CodeFlags(0x8);
    /// The function is defined in a function.
    pub const NESTED: CodeFlags = CodeFlags(0x10);
    /// A call makes a generator.
    pub const GENERATOR: CodeFlags = CodeFlags(0x20);
    /// There are no cell and no free variables.
    pub const NOFREE: CodeFlags = CodeFlags(0x40);
    /// A call makes a coroutine.
    pub const COROUTINE: CodeFlags = CodeFlags(0x80);
    /// A generator that may be awaited (`types.coroutine`).
    pub const ITERABLE_COROUTINE: CodeFlags = CodeFlags(0x100);
    /// A call makes an async generator.
    pub const ASYNC_GENERATOR: CodeFlags = CodeFlags(0x200);
    /// `from __future__ import division`
    pub const FUTURE_DIVISION: CodeFlags = CodeFlags(0x20000);
    /// `from __future__ import absolute_import`
    pub const FUTURE_ABSOLUTE_IMPORT: CodeFlags = CodeFlags(0x40000);
    /// `from __future__ import with_statement`
    pub const FUTURE_WITH_STATEMENT: CodeFlags = CodeFlags(0x80000);
    /// `from __future__ import print_function`
    pub const FUTURE_PRINT_FUNCTION: CodeFlags = CodeFlags(0x10_0000);
    /// `from __future__ import unicode_literals`
    pub const FUTURE_UNICODE_LITERALS: CodeFlags = CodeFlags(0x20_0000);
    /// `from __future__ import barry_as_FLUFL`
    pub const FUTURE_BARRY_AS_BDFL: CodeFlags = CodeFlags(0x40_0000);
    /// `from __future__ import generator_stop`
    pub const FUTURE_GENERATOR_STOP: CodeFlags = CodeFlags(0x80_0000);
    /// `from __future__ import annotations`
    pub const FUTURE_ANNOTATIONS: CodeFlags = CodeFlags(0x100_0000);

    /// Whether all bits of `other` are set.
    pub const fn contains(self, other: CodeFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any bit of `other` is set.
    pub const fn intersects(self, other: CodeFlags) -> bool {
        self.0 & other.0 != 0
    }

    /// Sets the bits of `other`.
    pub fn insert(&mut self, other: CodeFlags) {
        self.0 |= other.0;
    }

    /// Clears the bits of `other`.
    pub fn remove(&mut self, other: CodeFlags) {
        self.0 &= !other.0;
    }

    /// A generator, coroutine or async generator.
    pub const fn is_generator_like(self) -> bool {
        self.intersects(CodeFlags(Self::GENERATOR.0 | Self::COROUTINE.0 | Self::ASYNC_GENERATOR.0))
    }
}

impl BitOr for CodeFlags {
    type Output = CodeFlags;
    fn bitor(self, other: CodeFlags) -> CodeFlags {
        CodeFlags(self.0 | other.0)
    }
}

impl BitOrAssign for CodeFlags {
    fn bitor_assign(&mut self, other: CodeFlags) {
        self.0 |= other.0;
    }
}
