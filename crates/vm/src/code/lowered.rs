//! `Lowered`: register code with its constants and names as values, ready to run.

#![expect(unsafe_code, reason = "running code writes its cache words through a raw pointer")]

use std::cell::UnsafeCell;
use std::sync::Arc;

use minipy_bytecode::verify::VerifiedCode;
use minipy_bytecode::{CodeFlags, CodeObject};

use super::lower::{Assembly, LowerError, lower};
use super::side::{SideEntry, SideTable};
use crate::value::Value;

/// The register code of a code object. Lives as long as its `PyCode`; running frames rely on that.
pub struct Lowered {
    words: Box<[UnsafeCell<u64>]>,
    /// Constants; instructions borrow them.
    pub consts: Box<[Value]>,
    /// Interned names.
    pub names: Box<[Value]>,
    /// Interned names of the parameters, without `*args` and `**kwargs`.
    pub params: Box<[Value]>,
    /// Fast locals, cells and free variables: the slots that a frame owns from beginning to end.
    pub nfast: u32,
    /// All slots of a frame.
    pub nslots: u32,
    /// Parameters that may be given by position, and those that may not.
    pub argcount: u32,
    /// See `argcount`.
    pub kwonly: u32,
    /// Those of them that may be given by position only.
    pub posonly: u32,
    /// There is `*args`.
    pub has_varargs: bool,
    /// There is `**kwargs`.
    pub has_varkw: bool,
    /// A plain function: no generator and the like, and its names are fast locals.
    pub is_plain: bool,
    /// How many positional arguments a call needs that has nothing else to bind; `u32::MAX` if binding is always needed.
    pub simple_argc: u32,
    /// What is known of each instruction.
    pub side: SideTable,
    /// The code object.
    pub code: Arc<CodeObject>,
}

impl Lowered {
    /// Lowers verified code; `consts`, `names` and `params` are its own as values.
    pub fn new(
        code: &VerifiedCode,
        consts: Box<[Value]>,
        names: Box<[Value]>,
        params: Box<[Value]>,
    ) -> Result<Lowered, LowerError> {
        let Assembly { words, side, nfast, nslots } = lower(code)?;
        let words = words.into_iter().map(UnsafeCell::new).collect();
        let object = code.code();
        let flags = object.flags;
        let has_stars = flags.contains(CodeFlags::VARARGS) || flags.contains(CodeFlags::VARKEYWORDS);
        let is_plain = flags.contains(CodeFlags::OPTIMIZED) && !flags.is_generator_like();
        let is_simple = is_plain && !has_stars && object.kwonlyargcount == 0;
        Ok(Lowered {
            words,
            consts,
            names,
            params,
            nfast,
            nslots,
            argcount: object.argcount,
            kwonly: object.kwonlyargcount,
            posonly: object.posonlyargcount,
            has_varargs: flags.contains(CodeFlags::VARARGS),
            has_varkw: flags.contains(CodeFlags::VARKEYWORDS),
            is_plain,
            simple_argc: if is_simple { object.argcount } else { u32::MAX },
            side,
            code: Arc::clone(object),
        })
    }

    /// The first instruction.
    #[inline(always)]
    pub fn start(&self) -> *mut u64 {
        self.words.as_ptr().cast::<u64>().cast_mut()
    }

    /// The constants as the interpreter reads them.
    #[inline(always)]
    pub fn constants(&self) -> *const u64 {
        self.consts.as_ptr().cast()
    }

    /// The word index of the instruction whose first word is right before `pc`.
    #[inline]
    pub fn index_before(&self, pc: *const u64) -> u32 {
        (((pc as usize).wrapping_sub(self.start() as usize) / 8) as u32).wrapping_sub(1)
    }

    /// What is known of the instruction whose first word is right before `pc`.
    #[inline]
    pub fn entry_before(&self, pc: *const u64) -> Option<SideEntry> {
        self.side.find(self.index_before(pc))
    }

    /// The byte offset of the CPython instruction that the word before `pc` came from; -1 before the first.
    pub fn lasti(&self, pc: *const u64) -> i64 {
        if pc as usize <= self.start() as usize {
            return -1;
        }
        self.entry_before(pc).map_or(-1, |entry| i64::from(entry.offset))
    }

    /// The address of the word with this index.
    #[inline(always)]
    pub fn address(&self, index: u32) -> *mut u64 {
        // SAFETY: only indices of this code's own instructions are asked for (handlers of the side table).
        unsafe { self.start().add(index as usize) }
    }
}
