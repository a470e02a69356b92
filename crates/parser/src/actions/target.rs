//! Expressions that are assigned to or deleted.

use super::{Actions, Result, refuse};
use crate::ast::*;

impl<'a> Actions<'_, 'a> {
    /// `expr` as something that is assigned to.
    pub fn store(&mut self, expr: &'a Expr<'a>) -> Result<&'a Expr<'a>> {
        self.set_context(expr, ExprContext::Store)
    }

    /// `expr` in another context; recursion goes no deeper than brackets nest.
    pub fn set_context(&mut self, expr: &'a Expr<'a>, ctx: ExprContext) -> Result<&'a Expr<'a>> {
        let kind = match expr.kind {
            ExprKind::Name { id, .. } => ExprKind::Name { id, ctx },
            ExprKind::Attribute { value, attr, .. } => ExprKind::Attribute { value, attr, ctx },
            ExprKind::Subscript { value, slice, .. } => ExprKind::Subscript { value, slice, ctx },
            ExprKind::Starred { value, .. } if ctx == ExprContext::Store => {
                ExprKind::Starred { value: self.set_context(value, ctx)?, ctx }
            }
            ExprKind::List { elts, .. } => ExprKind::List { elts: self.set_contexts(elts, ctx)?, ctx },
            ExprKind::Tuple { elts, .. } => ExprKind::Tuple { elts: self.set_contexts(elts, ctx)?, ctx },
            _ => return refuse(),
        };
        Ok(self.expr(kind, expr.range.start, expr.range.end))
    }

    fn set_contexts(&mut self, elts: Exprs<'a>, ctx: ExprContext) -> Result<Exprs<'a>> {
        let base = self.exprs.base();
        for elt in elts {
            let elt = self.set_context(elt, ctx)?;
            self.exprs.push(base, elt);
        }
        Ok(self.exprs.finish(base, self.arena))
    }

    /// `expr` as the only target of an annotation or augmented assignment.
    pub fn single_target(&mut self, expr: &'a Expr<'a>) -> Result<&'a Expr<'a>> {
        match expr.kind {
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => self.store(expr),
            _ => refuse(),
        }
    }
}
