//! Codecs between text and bytes, error handlers, the registry (CPython's Python/codecs.c and the codecs of unicodeobject.c).
//!
//! `codec`, `handler` and the files of the single codecs know no objects; `convert`, `charmap`, `errors`, `registry` and the
//! module `_codecs` (in `module`) are the Python side.

pub mod byte_escape;
mod charmap;
pub mod codec;
mod convert;
mod errors;
mod escape;
pub mod handler;
pub mod module;
pub mod registry;
mod utf16;
mod utf32;
mod utf7;
mod utf8;

pub use codec::{ByteOrder, Codec, Fault};
pub use convert::normalize_encoding;
pub use handler::{Handler, Replacement};
pub use registry::CodecRegistry;
