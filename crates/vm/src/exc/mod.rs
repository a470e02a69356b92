//! Exceptions as Rust code sees them: `Raised`, and the functions that raise.
//!
//! A raised exception is pending in the Vm (`Vm::raised`), as in CPython's thread state; `Err(Raised)` only says that
//! there is one. Answers to CPython's Python/errors.c; the exception types are in `exc/types.rs`.

pub mod exception;
pub mod members;
pub mod print;
pub mod raise;
pub mod suggest;
pub mod types;
pub mod warn;

pub use types::ExcTypes;

/// There is an exception pending in the Vm. Only `Vm`'s raising functions make one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised(pub(crate) ());

/// What a fallible operation returns; one word for `PyResult<Value>`.
pub type PyResult<T = crate::value::Value> = Result<T, Raised>;
