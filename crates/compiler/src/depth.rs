//! How deep the compiler may go, and the stack it needs for that.
//!
//! CPython counts nested expressions and statements and raises RecursionError beyond three times the recursion limit.
//! We count the same, and take more stack from the heap before ours runs out.

use minipy_parser::source::SourceText;
use minipy_parser::{ErrorKind, SyntaxError};

/// Counts nested statements, expressions and patterns.
#[derive(Clone, Debug)]
pub struct Depth {
    now: u32,
    limit: u32,
}

/// Every so many levels the stack is looked at.
const STRIDE: u32 = 16;
/// What so many levels may need, debug builds included.
const RED_ZONE: usize = 256 * 1024;
const SEGMENT: usize = 4 * 1024 * 1024;

impl Depth {
    /// No level deep.
    pub fn new(limit: u32) -> Self {
        Depth { now: 0, limit }
    }

    /// Goes one level deeper.
    #[inline]
    pub fn enter(&mut self, source: &SourceText) -> Result<(), Box<SyntaxError>> {
        self.check(source)?;
        self.now += 1;
        Ok(())
    }

    /// Whether one level more is allowed.
    #[inline]
    pub fn check(&self, source: &SourceText) -> Result<(), Box<SyntaxError>> {
        if self.now < self.limit { Ok(()) } else { Err(too_deep(source)) }
    }

    /// Whether the stack should be looked at on this level.
    #[inline]
    pub fn wants_stack(&self) -> bool {
        self.now.is_multiple_of(STRIDE)
    }

    /// Comes back one level.
    #[inline]
    pub fn leave(&mut self) {
        self.now -= 1;
    }
}

#[cold]
fn too_deep(source: &SourceText) -> Box<SyntaxError> {
    SyntaxError::new(
        ErrorKind::RecursionError,
        "maximum recursion depth exceeded during compilation",
        source.filename(),
    )
}

/// Runs `work` with enough stack for a stride of levels.
#[inline]
pub fn with_more_stack<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(RED_ZONE, SEGMENT, work)
}
