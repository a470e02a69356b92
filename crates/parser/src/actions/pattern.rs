//! Nodes of `match` statements. Answers to the pattern helpers of CPython's Parser/pegen.c.

use super::{Actions, Base, Result, refuse};
use crate::ast::*;

impl<'a> Actions<'_, 'a> {
    /// `match subject:` with its cases.
    pub fn match_stmt(&mut self, subject: &'a Expr<'a>, cases: Base, start: u32, end: u32) -> &'a Stmt<'a> {
        let cases = self.cases.finish(cases, self.arena);
        self.stmt(StmtKind::Match { subject, cases }, start, end)
    }

    /// `case pattern if guard:`
    pub fn match_case(&mut self, pattern: &'a Pattern<'a>, guard: Option<&'a Expr<'a>>, body: Stmts<'a>) -> Base {
        self.cases.begin(MatchCase { pattern, guard, body })
    }

    /// The first two patterns of a list.
    pub fn two_patterns(&mut self, x: &'a Pattern<'a>, y: &'a Pattern<'a>) -> Base {
        let base = self.patterns.begin(x);
        self.patterns.push(base, y)
    }

    /// A sequence of several patterns.
    pub fn sequence(&mut self, base: Base, start: u32, end: u32) -> &'a Pattern<'a> {
        let patterns = self.patterns.finish(base, self.arena);
        self.pattern(PatternKind::MatchSequence { patterns }, start, end)
    }

    /// A sequence of one pattern.
    pub fn one_sequence(&mut self, x: &'a Pattern<'a>, start: u32, end: u32) -> &'a Pattern<'a> {
        let patterns = self.arena.alloc_slice_copy(&[x]);
        self.pattern(PatternKind::MatchSequence { patterns }, start, end)
    }

    /// `x | y`
    pub fn match_or(&mut self, base: Base, start: u32, end: u32) -> &'a Pattern<'a> {
        let patterns = self.patterns.finish(base, self.arena);
        self.pattern(PatternKind::MatchOr { patterns }, start, end)
    }

    /// `*name`
    pub fn match_star(&mut self, name: Identifier<'a>, start: u32, end: u32) -> &'a Pattern<'a> {
        self.pattern(PatternKind::MatchStar { name: (name != "_").then_some(name) }, start, end)
    }

    /// `x as name`
    pub fn match_as(
        &mut self,
        pattern: &'a Pattern<'a>,
        name: Identifier<'a>,
        start: u32,
        end: u32,
    ) -> Result<&'a Pattern<'a>> {
        if name == "_" {
            return refuse();
        }
        Ok(self.pattern(PatternKind::MatchAs { pattern: Some(pattern), name: Some(name) }, start, end))
    }

    /// A name, or the wildcard.
    pub fn capture(&mut self, name: Identifier<'a>, start: u32, end: u32) -> &'a Pattern<'a> {
        let name = (name != "_").then_some(name);
        self.pattern(PatternKind::MatchAs { pattern: None, name }, start, end)
    }

    /// `a.b`
    pub fn match_value(&mut self, value: &'a Expr<'a>, start: u32, end: u32) -> Result<&'a Pattern<'a>> {
        if begins_with_wildcard(value) {
            return refuse();
        }
        Ok(self.pattern(PatternKind::MatchValue { value }, start, end))
    }

    /// `{key: pattern}`
    pub fn match_mapping(
        &mut self,
        base: Option<Base>,
        rest: Option<Identifier<'a>>,
        start: u32,
        end: u32,
    ) -> &'a Pattern<'a> {
        let items = base.map_or(&[][..], |base| self.key_patterns.items(base));
        let keys = self.arena.alloc_slice_fill_iter(items.iter().map(|item| item.0));
        let patterns = self.arena.alloc_slice_fill_iter(items.iter().map(|item| item.1));
        if let Some(base) = base {
            self.key_patterns.discard(base);
        }
        self.pattern(PatternKind::MatchMapping { keys, patterns, rest }, start, end)
    }

    /// `{key: pattern, **rest}`
    pub fn match_mapping_rest(
        &mut self,
        base: Option<Base>,
        rest: Identifier<'a>,
        start: u32,
        end: u32,
    ) -> Result<&'a Pattern<'a>> {
        if rest == "_" {
            return refuse();
        }
        Ok(self.match_mapping(base, Some(rest), start, end))
    }

    /// `cls(x, name=y)`; keyword patterns come last.
    pub fn match_class(
        &mut self,
        cls: &'a Expr<'a>,
        base: Option<Base>,
        start: u32,
        end: u32,
    ) -> Result<&'a Pattern<'a>> {
        let items = base.map_or(&[][..], |base| self.class_patterns.items(base));
        let positional = items.iter().take_while(|item| item.0.is_none()).count();
        let (plain, named) = items.split_at(positional);
        // `_` behind positional patterns is one of them, and nothing may follow it.
        let wildcard = !plain.is_empty() && named.first().and_then(|item| item.0).is_some_and(|name| name == "_");
        if wildcard || begins_with_wildcard(cls) || named.iter().any(|item| item.0.is_none()) {
            return refuse();
        }
        let names: Vec<Identifier<'a>> = named.iter().filter_map(|item| item.0).collect();
        let node = MatchClass {
            cls,
            patterns: self.arena.alloc_slice_fill_iter(plain.iter().map(|item| item.1)),
            kwd_attrs: self.arena.alloc_slice_copy(&names),
            kwd_patterns: self.arena.alloc_slice_fill_iter(named.iter().map(|item| item.1)),
        };
        if let Some(base) = base {
            self.class_patterns.discard(base);
        }
        let node = self.arena.alloc(node);
        Ok(self.pattern(PatternKind::MatchClass(node), start, end))
    }

    /// `1 + 2j`: a real number, and an imaginary one.
    pub fn complex_pattern(
        &mut self,
        left: &'a Expr<'a>,
        op: Operator,
        right: &'a Expr<'a>,
        start: u32,
        end: u32,
    ) -> Result<&'a Expr<'a>> {
        let real = match left.kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => left,
        };
        if is_imaginary(real) || !is_imaginary(right) {
            return refuse();
        }
        Ok(self.expr(ExprKind::BinOp { left, op, right }, start, end))
    }
}

fn is_imaginary(number: &Expr<'_>) -> bool {
    matches!(number.kind, ExprKind::Constant { value: Constant::Complex(_), .. })
}

/// Whether a dotted name begins with `_`, which is a pattern by itself: nothing may follow it.
fn begins_with_wildcard(mut name: &Expr<'_>) -> bool {
    while let ExprKind::Attribute { value, .. } = name.kind {
        name = value;
    }
    matches!(name.kind, ExprKind::Name { id, .. } if id == "_")
}
