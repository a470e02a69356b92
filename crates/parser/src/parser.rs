//! The entry point: source text in, tree out.

use bumpalo::Bump;

use crate::ast::Mod;
use crate::error::{ErrorKind, SyntaxError, Warning};
use crate::source::SourceText;

/// What a source must be, as the third argument of Python's `compile()` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// A module: any number of statements.
    Exec,
    /// One expression.
    Eval,
    /// One interactive statement.
    Single,
}

/// A tree, and what the parser warns of.
#[derive(Clone, Debug)]
pub struct Parsed<'a> {
    /// The tree.
    pub module: Mod<'a>,
    /// Warnings, in source order.
    pub warnings: Vec<Warning>,
}

/// Parses `source` into `arena`. The tree keeps nothing of `source`.
pub fn parse<'a>(source: &SourceText, mode: Mode, arena: &'a Bump) -> Result<Parsed<'a>, Box<SyntaxError>> {
    let _ = (mode, arena);
    Err(SyntaxError::new(ErrorKind::SyntaxError, "invalid syntax", source.filename()))
}
