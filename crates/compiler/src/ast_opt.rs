//! Constant folding: what operators on constants come to, and when they are left alone.
//!
//! Answers to `Python/ast_opt.c`. The tree itself stays as the parser made it; the symbol-table pass, which visits every
//! expression after its parts, asks for folds here and notes them in [`Folds`], and code generation reads them there.
//! An operation that would raise is not folded, nor is one whose result would be large ([`MAX_INT_SIZE`] and the others).

mod number;
mod power;
mod sequence;

use minipy_parser::ast::{Constant, Expr, ExprKind, Operator, StmtKind, Stmts, UnaryOp, Wtf8};
use rustc_hash::FxHashMap;

use crate::consts::{ConstId, Consts, Value};
use crate::names::Strings;
use number::Number;

/// Bits that a folded product, power or left shift may have.
const MAX_INT_SIZE: u64 = 128;
/// Items that a repeated tuple may have.
const MAX_COLLECTION_SIZE: i64 = 256;
/// Characters that a repeated str or bytes may have.
const MAX_STR_SIZE: i64 = 4096;
/// Items that a repeated tuple may have, those of inner tuples included.
const MAX_TOTAL_ITEMS: i64 = 1024;

/// The text of the docstring of a body: its first statement, when that is nothing but a str literal.
pub fn docstring<'a>(body: Stmts<'a>) -> Option<Wtf8<'a>> {
    match body.first()?.kind {
        StmtKind::Expr { value: Expr { kind: ExprKind::Constant { value: Constant::Str(text), .. }, .. } } => {
            Some(*text)
        }
        _ => None,
    }
}

/// The expressions of a tree that are constants without being literals.
#[derive(Default)]
pub struct Folds(FxHashMap<usize, ConstId>);

impl Folds {
    /// Notes what an expression comes to.
    pub fn insert(&mut self, expr: &Expr<'_>, value: ConstId) {
        self.0.insert(std::ptr::from_ref(expr).addr(), value);
    }

    /// What a non-literal expression comes to, if it was folded.
    #[inline]
    pub fn get(&self, expr: &Expr<'_>) -> Option<ConstId> {
        if self.0.is_empty() { None } else { self.0.get(&std::ptr::from_ref(expr).addr()).copied() }
    }
}

/// The tables folding needs.
pub struct Folder<'t, 'a> {
    /// The constants.
    pub consts: &'t mut Consts<'a>,
    /// The strings.
    pub strings: &'t mut Strings<'a>,
    /// Where new strings and bytes live.
    pub arena: &'a bumpalo::Bump,
}

impl<'a> Folder<'_, 'a> {
    /// `op operand`
    pub fn unary(&mut self, op: UnaryOp, operand: ConstId) -> Option<ConstId> {
        let value = match op {
            UnaryOp::Not => Value::Bool(!self.consts.is_true(operand, self.strings)),
            UnaryOp::Invert => self.number(operand)?.invert()?,
            UnaryOp::UAdd => self.number(operand)?.positive(),
            UnaryOp::USub => self.number(operand)?.negative(),
        };
        Some(self.consts.add(value))
    }

    /// `left op right`
    pub fn binary(&mut self, left: ConstId, op: Operator, right: ConstId) -> Option<ConstId> {
        let value = match (self.number(left), self.number(right)) {
            (Some(left), Some(right)) => left.binary(op, right)?,
            (None, Some(times)) if op == Operator::Mult => self.repeat(left, times.index()?)?,
            (Some(times), None) if op == Operator::Mult => self.repeat(right, times.index()?)?,
            (None, None) if op == Operator::Add => self.concat(left, right)?,
            _ => return None,
        };
        Some(self.consts.add(value))
    }

    fn number(&self, id: ConstId) -> Option<Number> {
        Number::of(self.consts.value(id))
    }
}
