//! What the grammar's actions call: everything that turns matched tokens into nodes.
//!
//! Nodes go to the arena; lists collect on scratch stacks that are emptied into the arena when the list is complete.

mod call;
mod expression;
mod fstring;
mod name;
mod operator;
mod parameter;
mod pattern;
mod scratch;
mod statement;
mod string;
mod target;

pub use call::Argument;
pub use operator::{Flat, Open};
pub use parameter::Param;
pub use scratch::Base;
pub use statement::Element;
pub use string::{BadField, StringError};

use bumpalo::Bump;
use lalrpop_util::ParseError;

use crate::ast::*;
use crate::error::{Warning, WarningCategory};
use crate::lexer::{Tok, Token};
use crate::source::Range;
use name::Names;
use operator::Pending;
use scratch::Scratch;

/// Why an action refuses what the grammar allows. The diagnoser finds the words.
#[derive(Clone, Debug)]
pub enum Refused {
    /// Not Python.
    Invalid,
    /// A string literal whose contents are wrong.
    String(Box<StringError>),
}

type Refusal = ParseError<u32, Tok, Refused>;
type Result<T> = std::result::Result<T, Refusal>;

fn refuse<T>() -> Result<T> {
    Err(ParseError::User { error: Refused::Invalid })
}

/// The state of one parse.
pub struct Actions<'s, 'a> {
    source: &'s str,
    /// Where nodes live.
    pub arena: &'a Bump,
    names: Names<'a>,
    /// What the parser warns of.
    pub warnings: Vec<Warning>,
    pending: Vec<Pending<'a>>,
    /// Text of string literals under way.
    text: Vec<u8>,
    /// Tokens of f-string fields, kept for its room.
    field_tokens: Vec<Token>,
    /// In an f-string field: where its first line lies, and how far CPython shifts columns there.
    field: Option<fstring::FieldLine>,
    pub(crate) stmts: Scratch<&'a Stmt<'a>>,
    pub(crate) exprs: Scratch<&'a Expr<'a>>,
    pub(crate) idents: Scratch<Identifier<'a>>,
    pub(crate) aliases: Scratch<Alias<'a>>,
    pub(crate) handlers: Scratch<ExceptHandler<'a>>,
    pub(crate) params: Scratch<Param<'a>>,
    pub(crate) elements: Scratch<Element<'a>>,
    pub(crate) cases: Scratch<MatchCase<'a>>,
    pub(crate) patterns: Scratch<&'a Pattern<'a>>,
    pub(crate) key_patterns: Scratch<(&'a Expr<'a>, &'a Pattern<'a>)>,
    pub(crate) class_patterns: Scratch<(Option<Identifier<'a>>, &'a Pattern<'a>)>,
    pub(crate) pairs: Scratch<(Option<&'a Expr<'a>>, &'a Expr<'a>)>,
    pub(crate) comprehensions: Scratch<Comprehension<'a>>,
    pub(crate) args: Scratch<Argument<'a>>,
    keywords: Scratch<Keyword<'a>>,
    arg_names: Scratch<Arg<'a>>,
    keyword_defaults: Scratch<Option<&'a Expr<'a>>>,
    pub(crate) no_arguments: &'a Arguments<'a>,
}

impl<'s, 'a> Actions<'s, 'a> {
    /// Actions over the text `source`.
    pub fn new(source: &'s str, arena: &'a Bump) -> Self {
        Actions {
            source,
            arena,
            names: Names::default(),
            warnings: Vec::new(),
            pending: Vec::new(),
            text: Vec::new(),
            field_tokens: Vec::new(),
            field: None,
            stmts: Scratch::default(),
            exprs: Scratch::default(),
            idents: Scratch::default(),
            aliases: Scratch::default(),
            handlers: Scratch::default(),
            params: Scratch::default(),
            elements: Scratch::default(),
            cases: Scratch::default(),
            patterns: Scratch::default(),
            key_patterns: Scratch::default(),
            class_patterns: Scratch::default(),
            pairs: Scratch::default(),
            comprehensions: Scratch::default(),
            args: Scratch::default(),
            keywords: Scratch::default(),
            arg_names: Scratch::default(),
            keyword_defaults: Scratch::default(),
            no_arguments: &const { Arguments::EMPTY },
        }
    }

    /// The whole source will be parsed, and not just a part of it.
    pub fn expect_all(&mut self) {
        self.names.expect(self.source.len());
    }

    #[inline]
    fn slice(&self, start: u32, end: u32) -> &'s str {
        self.source.get(start as usize..end as usize).unwrap_or("")
    }

    /// A new expression node.
    #[inline]
    pub fn expr(&mut self, kind: ExprKind<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.arena.alloc(Expr { kind, range: Range::new(start, end) })
    }

    /// A new statement node.
    #[inline]
    pub fn stmt(&mut self, kind: StmtKind<'a>, start: u32, end: u32) -> &'a Stmt<'a> {
        self.arena.alloc(Stmt { kind, range: Range::new(start, end) })
    }

    /// A new pattern node.
    pub fn pattern(&mut self, kind: PatternKind<'a>, start: u32, end: u32) -> &'a Pattern<'a> {
        self.arena.alloc(Pattern { kind, range: Range::new(start, end) })
    }

    fn warn(&mut self, category: WarningCategory, msg: String, range: Range) {
        self.warnings.push(Warning { category, msg, range });
    }
}
