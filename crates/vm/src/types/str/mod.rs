//! `str`. The payload is `heap::var::PyStr`; answers to CPython's Objects/unicodeobject.c.

pub mod builder;
pub mod data;
pub mod hash;
pub mod intern;
pub mod text;

pub use text::compare_strs;

/// Whether `text` is an identifier (PEP 3131; keywords count).
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
    first && chars.all(|c| c == '_' || c.is_alphanumeric())
}
