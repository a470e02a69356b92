//! Nodes of expressions other than operators, calls, strings and names.

use super::{Actions, Base, Flat, Result};
use crate::ast::*;
use crate::lexer::number;

impl<'a> Actions<'_, 'a> {
    /// A constant without text of its own.
    pub fn constant(&mut self, value: Constant<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.expr(ExprKind::Constant { value, kind: None }, start, end)
    }

    /// A number.
    pub fn number(&mut self, start: u32, end: u32) -> Result<&'a Expr<'a>> {
        let value = number::value(self.slice(start, end), self.arena);
        Ok(self.constant(value, start, end))
    }

    /// `value.attr`
    #[inline]
    pub fn attribute(&mut self, value: &'a Expr<'a>, attr: Identifier<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.expr(ExprKind::Attribute { value, attr, ctx: ExprContext::Load }, start, end)
    }

    /// `value[slice]`
    pub fn subscript(&mut self, value: &'a Expr<'a>, slice: &'a Expr<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.expr(ExprKind::Subscript { value, slice, ctx: ExprContext::Load }, start, end)
    }

    /// `lower:upper:step`
    pub fn slice_expr(
        &mut self,
        lower: Option<&'a Expr<'a>>,
        upper: Option<&'a Expr<'a>>,
        step: Option<&'a Expr<'a>>,
        start: u32,
        end: u32,
    ) -> &'a Expr<'a> {
        self.expr(ExprKind::Slice { lower, upper, step }, start, end)
    }

    /// The first two expressions of a list.
    pub fn two_exprs(&mut self, x: &'a Expr<'a>, y: &'a Expr<'a>) -> Base {
        let base = self.exprs.begin(x);
        self.exprs.push(base, y)
    }

    /// A tuple of several elements.
    pub fn tuple(&mut self, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let elts = self.exprs.finish(base, self.arena);
        self.expr(ExprKind::Tuple { elts, ctx: ExprContext::Load }, start, end)
    }

    /// `x,`
    pub fn one_tuple(&mut self, x: &'a Expr<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        let elts = self.arena.alloc_slice_copy(&[x]);
        self.expr(ExprKind::Tuple { elts, ctx: ExprContext::Load }, start, end)
    }

    /// `[…]`
    pub fn list(&mut self, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let elts = self.exprs.finish(base, self.arena);
        self.expr(ExprKind::List { elts, ctx: ExprContext::Load }, start, end)
    }

    /// `{x, y}`
    pub fn set(&mut self, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let elts = self.exprs.finish(base, self.arena);
        self.expr(ExprKind::Set { elts }, start, end)
    }

    /// `{k: v, **m}`
    pub fn dict(&mut self, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let pairs = self.pairs.items(base);
        let keys = self.arena.alloc_slice_fill_iter(pairs.iter().map(|pair| pair.0));
        let values = self.arena.alloc_slice_fill_iter(pairs.iter().map(|pair| pair.1));
        self.pairs.discard(base);
        self.expr(ExprKind::Dict { keys, values }, start, end)
    }

    /// `**m` in a dict display.
    pub fn unpacking(&mut self, flat: Flat<'a>, end: u32) -> Result<Base> {
        let value = self.close_bitwise_or(flat, end)?;
        Ok(self.pairs.begin((None, value)))
    }

    /// `*x` where only operators down to `|` may follow.
    pub fn starred(&mut self, flat: Flat<'a>, start: u32, end: u32) -> Result<&'a Expr<'a>> {
        let value = self.close_bitwise_or(flat, end)?;
        Ok(self.expr(ExprKind::Starred { value, ctx: ExprContext::Load }, start, end))
    }

    /// `x if c else z`
    #[expect(clippy::too_many_arguments, reason = "two sequences with their ends, and the range")]
    pub fn if_exp(
        &mut self,
        x: Flat<'a>,
        x_end: u32,
        c: Flat<'a>,
        c_end: u32,
        orelse: &'a Expr<'a>,
        start: u32,
        end: u32,
    ) -> &'a Expr<'a> {
        let test = self.close(c, c_end);
        let body = self.close(x, x_end);
        self.expr(ExprKind::IfExp { test, body, orelse }, start, end)
    }

    /// `name := value`; the name ends at `name_end`.
    pub fn named_expr(
        &mut self,
        id: Identifier<'a>,
        name_end: u32,
        value: &'a Expr<'a>,
        start: u32,
        end: u32,
    ) -> &'a Expr<'a> {
        let target = self.expr(ExprKind::Name { id, ctx: ExprContext::Store }, start, name_end);
        self.expr(ExprKind::NamedExpr { target, value }, start, end)
    }

    /// `lambda args: body`
    pub fn lambda(&mut self, args: &'a Arguments<'a>, body: &'a Expr<'a>, start: u32, end: u32) -> &'a Expr<'a> {
        self.expr(ExprKind::Lambda { args, body }, start, end)
    }

    /// `for target in iter if …`
    pub fn comprehension(
        &mut self,
        target: &'a Expr<'a>,
        iter: Flat<'a>,
        iter_end: u32,
        ifs: Base,
        is_async: bool,
    ) -> Result<Base> {
        let ifs = self.exprs.finish(ifs, self.arena);
        let iter = self.close(iter, iter_end);
        let target = self.store(target)?;
        Ok(self.comprehensions.begin(Comprehension { target, iter, ifs, is_async }))
    }

    /// One more `if` of a comprehension.
    pub fn condition(&mut self, base: Base, flat: Flat<'a>, end: u32) -> Base {
        let test = self.close(flat, end);
        self.exprs.push(base, test)
    }

    /// `(elt for …)`
    pub fn generator_exp(&mut self, elt: &'a Expr<'a>, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let generators = self.comprehensions.finish(base, self.arena);
        self.expr(ExprKind::GeneratorExp { elt, generators }, start, end)
    }

    /// `[elt for …]`
    pub fn list_comp(&mut self, elt: &'a Expr<'a>, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let generators = self.comprehensions.finish(base, self.arena);
        self.expr(ExprKind::ListComp { elt, generators }, start, end)
    }

    /// `{elt for …}`
    pub fn set_comp(&mut self, elt: &'a Expr<'a>, base: Base, start: u32, end: u32) -> &'a Expr<'a> {
        let generators = self.comprehensions.finish(base, self.arena);
        self.expr(ExprKind::SetComp { elt, generators }, start, end)
    }

    /// `{key: value for …}`
    pub fn dict_comp(
        &mut self,
        key: &'a Expr<'a>,
        value: &'a Expr<'a>,
        base: Base,
        start: u32,
        end: u32,
    ) -> &'a Expr<'a> {
        let generators = self.comprehensions.finish(base, self.arena);
        self.expr(ExprKind::DictComp { key, value, generators }, start, end)
    }
}
