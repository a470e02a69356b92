//! What all passes of one compilation share.

use bumpalo::Bump;
use minipy_bytecode::code::CodeFlags;
use minipy_parser::Warning;
use minipy_parser::ast::{ExprContext, ExprKind, ExprRef, Exprs};
use minipy_parser::source::SourceText;

use crate::ast_opt::{Folder, Folds};
use crate::consts::{ConstId, Consts, Value};
use crate::future::Future;
use crate::names::Strings;
use crate::options::Options;

/// The tables of one compilation.
pub struct Compilation<'a> {
    /// Where what is made on the way lives.
    pub arena: &'a Bump,
    /// The source's text, for positions.
    pub source: &'a SourceText,
    /// What was asked for.
    pub options: &'a Options,
    /// Future features.
    pub future: Future,
    /// Strings by number.
    pub strings: Strings<'a>,
    /// Constants by number.
    pub consts: Consts<'a>,
    /// Expressions that come to constants.
    pub folds: Folds,
    /// What to warn of.
    pub warnings: Vec<Warning>,
}

impl<'a> Compilation<'a> {
    /// Whether annotations are kept as text and never evaluated.
    pub fn annotations_are_strings(&self) -> bool {
        self.future.features.contains(CodeFlags::FUTURE_ANNOTATIONS)
    }

    /// The tables constant folding works on.
    pub fn folder(&mut self) -> Folder<'_, 'a> {
        Folder { consts: &mut self.consts, strings: &mut self.strings, arena: self.arena }
    }

    /// The constant that an expression is or comes to.
    #[inline]
    pub fn constant(&mut self, expr: ExprRef<'a>) -> Option<ConstId> {
        match expr.kind {
            ExprKind::Constant { value, .. } => Some(self.consts.literal(value, &mut self.strings)),
            ExprKind::Name { id, ctx: ExprContext::Load } if id == "__debug__" => {
                Some(self.consts.add(Value::Bool(self.options.optimize == 0)))
            }
            ExprKind::BinOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Tuple { .. }
            | ExprKind::List { .. }
            | ExprKind::Set { .. } => self.folds.get(expr),
            _ => None,
        }
    }

    /// Whether an expression is or comes to a constant.
    #[inline]
    pub fn is_constant(&self, expr: ExprRef<'a>) -> bool {
        match expr.kind {
            ExprKind::Constant { .. } => true,
            ExprKind::Name { id, ctx: ExprContext::Load } => id == "__debug__",
            ExprKind::BinOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Tuple { .. }
            | ExprKind::List { .. }
            | ExprKind::Set { .. } => self.folds.get(expr).is_some(),
            _ => false,
        }
    }

    /// The tuple of expressions that are all constants.
    pub fn constant_tuple(&mut self, elts: Exprs<'a>) -> ConstId {
        let items = self.constants(elts);
        self.consts.tuple(&items)
    }

    /// The frozenset of expressions that are all constants.
    pub fn constant_frozenset(&mut self, elts: Exprs<'a>) -> ConstId {
        let items = self.constants(elts);
        self.consts.frozenset(&items)
    }

    fn constants(&mut self, elts: Exprs<'a>) -> Vec<ConstId> {
        elts.iter().filter_map(|elt| self.constant(elt)).collect()
    }
}
