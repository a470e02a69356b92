//! Frame records: what the interpreter keeps of each running Python frame, outside the value stack.

#![expect(unsafe_code, reason = "records and slots are reached by pointer")]

use crate::code::Lowered;

/// Why a frame is not a plain call by `Call` or `CallMethod`. Zero is the fast path.
pub mod special {
    /// Returns to native code.
    pub const ENTRY: u32 = 1;
    /// `__init__` of the instance in `owner`: its result is checked and replaced by the instance.
    pub const INIT: u32 = 2;
    /// A generator's, coroutine's or async generator's; `owner` is it.
    pub const GENERATOR: u32 = 4;
    /// `locals` is a mapping: module, class body or exec.
    pub const LOCALS: u32 = 8;
    /// `object` is the frame object.
    pub const OBJECT: u32 = 16;
    /// The caller's instruction has cache words or treats the result in its own way.
    pub const OTHER: u32 = 32;
    /// A binary operator's method, whose operands are `owner` and `locals`: its result may be NotImplemented.
    pub const BINARY: u32 = 128;
    /// Trace and profile functions watch.
    pub const TRACED: u32 = 64;
    /// A generator's whose items go to the [`Sink`](crate::interp::sink::Sink) at the address in `locals`, as long as it
    /// takes them: it is not suspended meanwhile.
    pub const SINK: u32 = 256;
}

/// A running frame.
#[repr(C)]
pub struct Frame {
    /// While the frame waits for a callee (or runs a slow operation): right after the first word of the instruction.
    pub pc: *mut u64,
    /// Its slots.
    pub fp: *mut u64,
    /// Its code, kept alive by its function.
    pub code: *const Lowered,
    /// The function, owned. Never null: module and class bodies have one too.
    pub func: u64,
    /// See [`special`]; the words below mean something only when their bit is set.
    pub special: u32,
    /// See `ops::dunder`.
    pub operator: u32,
    /// See [`special::LOCALS`] and [`special::SINK`].
    pub locals: u64,
    /// See [`special::OBJECT`].
    pub object: u64,
    /// See [`special::INIT`] and [`special::GENERATOR`].
    pub owner: u64,
}

impl Frame {
    /// Whether a bit of [`special`] is set.
    #[inline(always)]
    pub fn is(&self, bit: u32) -> bool {
        self.special & bit != 0
    }

    /// The code.
    #[inline(always)]
    pub fn code(&self) -> &Lowered {
        // SAFETY: a frame's function keeps its code object alive, which owns the lowered code.
        unsafe { &*self.code }
    }
}
