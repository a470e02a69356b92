//! Arguments of calls and class definitions, and the order they must keep.

use super::{Actions, Base, Result, refuse};
use crate::ast::*;
use crate::source::Range;

/// One argument.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// `x`
    Positional(&'a Expr<'a>),
    /// `*x`
    Starred(&'a Expr<'a>),
    /// `(x for …)` as the brackets of the call itself.
    Generator(&'a Expr<'a>),
    /// `name=x`, or `**x`.
    Keyword(Keyword<'a>),
}

/// The arguments of a class definition.
pub struct Bases<'a> {
    pub(super) bases: Exprs<'a>,
    pub(super) keywords: &'a [Keyword<'a>],
}

impl<'a> Actions<'_, 'a> {
    /// `*value`
    pub fn starred_argument(&mut self, value: &'a Expr<'a>, start: u32, end: u32) -> Base {
        let starred = self.expr(ExprKind::Starred { value, ctx: ExprContext::Load }, start, end);
        self.args.begin(Argument::Starred(starred))
    }

    /// `name=value`, or `**value`.
    pub fn keyword(&mut self, arg: Option<Identifier<'a>>, value: &'a Expr<'a>, start: u32, end: u32) -> Base {
        self.args.begin(Argument::Keyword(Keyword { arg, value, range: Range::new(start, end) }))
    }

    /// `(elt for …)` right after the called expression.
    pub fn generator_argument(&mut self, elt: &'a Expr<'a>, base: Base, start: u32, end: u32) -> Base {
        let generator = self.generator_exp(elt, base, start, end);
        self.args.begin(Argument::Generator(generator))
    }

    /// `func(…)`, taking its arguments off their stack.
    #[inline]
    pub fn call(&mut self, func: &'a Expr<'a>, base: Base, start: u32, end: u32) -> Result<&'a Expr<'a>> {
        let Bases { bases: args, keywords } = self.call_args(base)?;
        Ok(self.expr(ExprKind::Call { func, args, keywords }, start, end))
    }

    /// Takes arguments off their stack. Positional ones come before keywords, `*x` before `**x`.
    pub fn call_args(&mut self, base: Base) -> Result<Bases<'a>> {
        let (positional, named) = (self.exprs.base(), self.keywords.base());
        let (mut any_keyword, mut unpacked) = (false, false);
        for item in self.args.items(base) {
            match *item {
                Argument::Positional(value) | Argument::Generator(value) if !any_keyword => {
                    self.exprs.push(positional, value);
                }
                Argument::Starred(value) if !unpacked => {
                    self.exprs.push(positional, value);
                }
                Argument::Keyword(keyword) => {
                    any_keyword = true;
                    unpacked |= keyword.arg.is_none();
                    self.keywords.push(named, keyword);
                }
                _ => return refuse(),
            }
        }
        self.args.discard(base);
        Ok(Bases {
            bases: self.exprs.finish(positional, self.arena),
            keywords: self.keywords.finish(named, self.arena),
        })
    }
}
