//! Python 3.10 source to syntax tree: decoding, tokens, grammar, tree, and every syntax error the parser raises.
//!
//! Answers to CPython's `Parser/` and `Grammar/python.gram`. Knows nothing of code objects.
//!
//! The way of a source: [`SourceText`] decodes bytes; `lexer` makes tokens, and from them the vector that the grammar reads
//! (`Feed`); the parser that LALRPOP makes of `grammar/python.lalrpop` calls `actions`, which build the tree of [`ast`] in
//! an arena. Whatever refuses a source on that way says only no. Then `diagnose` looks again, the way CPython's own parser
//! goes, and finds the error that CPython raises; [`diagnostic`] shows it. So the good path pays nothing for messages, and
//! the messages owe nothing to the tables.

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
pub use parser::{Mode, Options, Parsed, parse};
pub use source::{LineCursor, LineIndex, Position, Range, SourceText};
