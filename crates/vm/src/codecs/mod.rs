//! Codecs between text and bytes, error handlers, the registry (CPython's Python/codecs.c and the codecs of unicodeobject.c).
//!
//! `codec`, `handler` and the files of the single codecs know no objects; `errors` and `registry` are the Python side.

pub mod codec;
mod escape;
pub mod handler;
mod utf16;
mod utf32;
mod utf7;
mod utf8;

pub use codec::{ByteOrder, Codec, Fault};
pub use handler::{Handler, Replacement};
