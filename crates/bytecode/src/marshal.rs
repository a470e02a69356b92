//! Marshal: the byte format of constants and code objects.
//!
//! Answers to `Python/marshal.c`. Reads what any version of the format (0 to 4) writes, and writes every version, with
//! references exactly for objects that occur more than once. Reading never recurses, never allocates more than a small
//! multiple of its input, and never fails otherwise than with a [`Fault`].

mod fault;
mod number;
mod read;
mod refs;
mod stream;
mod tag;
mod write;

pub use fault::{Fault, FaultKind, PythonError};
pub use read::{Reader, load, loads};
pub use stream::{CodeHead, GroupKind, Object, OpenGroup, Stream};
pub(crate) use write::dumps_after;
pub use write::{WriteError, dumps, dumps_referenced, dumps_version};

/// The version that CPython 3.4 to 3.13 write.
pub const VERSION: u32 = 4;

/// The deepest nesting that is read or written, as in CPython.
pub const MAX_DEPTH: usize = 2000;
