//! Names: interned, so that equal names are one.

use std::borrow::Cow;
use std::collections::HashMap;

use bumpalo::Bump;
use rustc_hash::FxBuildHasher;

use super::Actions;
use crate::ast::*;
use crate::lexer::identifier;

/// The names of one parse.
#[derive(Default)]
pub struct Names<'a> {
    table: HashMap<&'a str, Identifier<'a>, FxBuildHasher>,
    count: u32,
}

impl<'a> Names<'a> {
    /// Makes room for the names of a source of `length` bytes, as sources go.
    pub fn expect(&mut self, length: usize) {
        self.table.reserve(length / 128);
    }

    /// The one copy of the name that `text` spells, in its normal form. A known name is its own normal form.
    #[inline]
    fn intern(&mut self, text: &str, arena: &'a Bump) -> Identifier<'a> {
        match self.table.get(text) {
            Some(known) => *known,
            None => self.add(text, arena),
        }
    }

    fn add(&mut self, text: &str, arena: &'a Bump) -> Identifier<'a> {
        let name = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(identifier::normalised(text)) };
        if let Some(known) = self.table.get(name.as_ref()) {
            return *known;
        }
        let text: &'a str = arena.alloc_str(&name);
        let new = Identifier::new(arena.alloc(Interned { text, number: self.count }));
        self.count += 1;
        self.table.insert(text, new);
        new
    }
}

impl<'a> Actions<'_, 'a> {
    /// The identifier of this text.
    pub(super) fn identifier(&mut self, text: &str) -> Identifier<'a> {
        self.names.intern(text, self.arena)
    }

    /// The identifier that the token from `start` to `end` spells.
    #[inline]
    pub fn name(&mut self, start: u32, end: u32) -> Identifier<'a> {
        let text = self.slice(start, end);
        self.names.intern(text, self.arena)
    }

    /// A name in an expression.
    #[inline]
    pub fn name_expr(&mut self, start: u32, end: u32) -> &'a Expr<'a> {
        let id = self.name(start, end);
        self.load_name(id, start, end)
    }

    /// A name that is read.
    pub fn load_name(&mut self, id: Identifier<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.expr(ExprKind::Name { id, ctx: ExprContext::Load }, start, end)
    }

    /// The first two parts of a dotted name.
    pub fn two_idents(&mut self, x: Identifier<'a>, y: Identifier<'a>) -> super::Base {
        let base = self.idents.begin(x);
        self.idents.push(base, y)
    }

    /// A dotted name as one identifier.
    pub fn dotted_name(&mut self, base: super::Base) -> Identifier<'a> {
        let joined = self.idents.items(base).iter().map(|part| part.as_str()).collect::<Vec<_>>().join(".");
        self.idents.discard(base);
        self.names.intern(&joined, self.arena)
    }
}
