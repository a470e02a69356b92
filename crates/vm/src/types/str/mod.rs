//! `str`. The payload is `heap::var::PyStr`; answers to CPython's Objects/unicodeobject.c.
//!
//! `data` reads code points at any width, `builder` makes text, `create` makes strs of it. The methods are in files by theme;
//! their algorithms on code units are in `stringlib` (shared with bytes), the character database in `unicode`.

pub mod builder;
pub mod case;
mod create;
pub mod data;
mod encode;
pub mod find;
mod format;
pub mod formatter;
pub mod hash;
pub mod intern;
pub mod iter;
pub mod markup;
mod ops;
mod pad;
mod percent;
pub mod predicates;
pub mod repr;
mod split;
pub mod text;
mod translate;

pub use builder::StrBuilder;
pub use text::{compare_strs, str_holds};

use minipy_macros::pytype;

use crate::heap::var::PyStr;

pytype! {
    /// str(object='') -> str
    /// str(bytes_or_buffer[, encoding[, errors]]) -> str
    ///
    /// Make a str of an object: its `__str__()`, or bytes decoded.
    PyStr: name = "str", layout = 4, flags(basetype, match_self),
    parts(ops, find, split, case, predicates, pad, translate, encode, format, iter)
}
