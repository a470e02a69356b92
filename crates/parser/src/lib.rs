//! Python 3.10 source to syntax tree: decoding, tokens, grammar, tree, and every syntax error the parser raises.
//!
//! Answers to CPython's `Parser/` and `Grammar/python.gram`. Knows nothing of code objects.

mod actions;
pub mod ast;
mod diagnose;
pub mod diagnostic;
mod error;
mod lexer;
pub mod parser;
pub mod source;

pub use bumpalo::Bump;
pub use error::{ErrorKind, SyntaxError, Warning, WarningCategory};
pub use parser::{Mode, Parsed, parse};
pub use source::{LineCursor, LineIndex, Position, Range, SourceText};
