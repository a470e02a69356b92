//! minipy-vm: runs verified CPython 3.10 code objects.
//!
//! The road of a code object and the reasons for this crate's design are in ARCHITECTURE.md. Rooms: `heap` (objects in
//! memory), `object` (types, slots, attributes), `protocol` (CPython's Objects/abstract.c), `types` (the builtin types),
//! `args` (argument binding), `exc` (exceptions), `code` and `interp` (register code and its execution), `builtins`,
//! `import`.

extern crate self as minipy_vm;

pub mod args;
pub mod builtins;
pub mod code;
pub mod codecs;
pub mod config;
pub mod eval_breaker;
pub mod exc;
pub mod gc;
pub mod heap;
pub mod host;
pub mod import;
pub mod interp;
pub mod names;
pub mod object;
pub mod protocol;
pub mod startup;
pub mod stringlib;
pub mod types;
pub mod unicode;
pub mod value;
pub mod vm;

pub use args::Args;
pub use exc::{PyResult, Raised};
pub use heap::{Payload, VmCell};
pub use object::Ty;
pub use value::Value;
pub use vm::Vm;
