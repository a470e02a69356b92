//! Operator expressions, which the grammar leaves flat: precedence is resolved here, with one stack for all the
//! sequences under way. An operator waits on the stack until one that binds less, or the end, folds it.

use super::{Actions, Result, refuse};
use crate::ast::*;

/// A sequence that ends in an operand: the operand, and where the sequence begins on the stack.
#[derive(Clone, Copy, Debug)]
pub struct Flat<'a> {
    operand: &'a Expr<'a>,
    base: u32,
    /// Where the operand starts, brackets around it included.
    start: u32,
}

/// A sequence that waits for an operand.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    base: u32,
}

/// An operator that waits for the end of its right operand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending<'a> {
    operator: Infix,
    precedence: Precedence,
    /// The left operand; a prefix operator has none.
    left: Option<&'a Expr<'a>>,
    start: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Infix {
    Bool(BoolOp),
    Compare(CmpOp),
    Binary(Operator),
    Unary(UnaryOp),
    Await,
}

/// How strongly an operator binds, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
}

const fn precedence(op: Operator) -> Precedence {
    match op {
        Operator::BitOr => Precedence::BitOr,
        Operator::BitXor => Precedence::BitXor,
        Operator::BitAnd => Precedence::BitAnd,
        Operator::LShift | Operator::RShift => Precedence::Shift,
        Operator::Add | Operator::Sub => Precedence::Sum,
        Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => Precedence::Term,
        Operator::Pow => Precedence::Power,
    }
}

const fn unary_precedence(op: UnaryOp) -> Precedence {
    match op {
        UnaryOp::Not => Precedence::Not,
        _ => Precedence::Factor,
    }
}

impl<'a> Actions<'_, 'a> {
    /// An operand that begins a sequence.
    #[inline]
    pub fn first_operand(&mut self, operand: &'a Expr<'a>, start: u32) -> Flat<'a> {
        Flat { operand, base: self.pending.len() as u32, start }
    }

    /// An operand after an operator.
    #[inline]
    pub fn next_operand(&mut self, open: Open, operand: &'a Expr<'a>, start: u32) -> Flat<'a> {
        Flat { operand, base: open.base, start }
    }

    /// `operand.attr`
    #[inline]
    pub fn flat_attribute(&mut self, flat: Flat<'a>, attr: Identifier<'a>, end: u32) -> Flat<'a> {
        Flat { operand: self.attribute(flat.operand, attr, flat.start, end), ..flat }
    }

    /// `operand(…)`
    #[inline]
    pub fn flat_call(&mut self, flat: Flat<'a>, args: super::Base, end: u32) -> Result<Flat<'a>> {
        Ok(Flat { operand: self.call(flat.operand, args, flat.start, end)?, ..flat })
    }

    /// `operand[…]`
    pub fn flat_subscript(&mut self, flat: Flat<'a>, slice: &'a Expr<'a>, end: u32) -> Flat<'a> {
        Flat { operand: self.subscript(flat.operand, slice, flat.start, end), ..flat }
    }

    /// A prefix operator that begins a sequence.
    pub fn first_prefix(&mut self, op: UnaryOp, start: u32) -> Open {
        let base = self.pending.len() as u32;
        self.push(Infix::Unary(op), unary_precedence(op), None, start);
        Open { base }
    }

    /// A prefix operator after another operator, which must not bind more strongly than a `not` that follows.
    pub fn next_prefix(&mut self, open: Open, op: UnaryOp, start: u32) -> Result<Open> {
        let before = self.pending.last().map_or(Precedence::Or, |last| last.precedence);
        let limit = if op == UnaryOp::Not { Precedence::Not } else { Precedence::Power };
        if before > limit {
            return refuse();
        }
        self.push(Infix::Unary(op), unary_precedence(op), None, start);
        Ok(open)
    }

    /// `await` at the beginning of a sequence.
    pub fn first_await(&mut self, start: u32) -> Open {
        let base = self.pending.len() as u32;
        self.push(Infix::Await, Precedence::Await, None, start);
        Open { base }
    }

    /// `await` after an operator.
    pub fn next_await(&mut self, open: Open, start: u32) -> Result<Open> {
        if self.pending.last().is_some_and(|last| last.precedence == Precedence::Await) {
            return refuse();
        }
        self.push(Infix::Await, Precedence::Await, None, start);
        Ok(open)
    }

    /// An arithmetic operator after an operand. `**` binds to the right, the others to the left.
    pub fn binary(&mut self, flat: Flat<'a>, op: Operator, end: u32) -> Open {
        let own = precedence(op);
        let limit = if own == Precedence::Power { Precedence::Await } else { own };
        self.infix(flat, Infix::Binary(op), own, limit, end)
    }

    /// A comparison after an operand: one of a chain.
    pub fn comparison(&mut self, flat: Flat<'a>, op: CmpOp, end: u32) -> Open {
        self.infix(flat, Infix::Compare(op), Precedence::Compare, Precedence::BitOr, end)
    }

    /// `and` or `or` after an operand: one of a chain.
    pub fn boolean(&mut self, flat: Flat<'a>, op: BoolOp, end: u32) -> Open {
        match op {
            BoolOp::And => self.infix(flat, Infix::Bool(op), Precedence::And, Precedence::Not, end),
            BoolOp::Or => self.infix(flat, Infix::Bool(op), Precedence::Or, Precedence::And, end),
        }
    }

    fn infix(&mut self, flat: Flat<'a>, op: Infix, own: Precedence, limit: Precedence, end: u32) -> Open {
        let flat = self.fold(flat, limit, end);
        self.push(op, own, Some(flat.operand), flat.start);
        Open { base: flat.base }
    }

    fn push(&mut self, operator: Infix, precedence: Precedence, left: Option<&'a Expr<'a>>, start: u32) {
        self.pending.push(Pending { operator, precedence, left, start });
    }

    /// The whole sequence as one expression that ends at `end`.
    #[inline]
    pub fn close(&mut self, flat: Flat<'a>, end: u32) -> &'a Expr<'a> {
        if self.pending.len() == flat.base as usize {
            return flat.operand;
        }
        self.fold(flat, Precedence::Or, end).operand
    }

    /// The whole sequence, if nothing in it binds less than `|`.
    pub fn close_bitwise_or(&mut self, flat: Flat<'a>, end: u32) -> Result<&'a Expr<'a>> {
        let waiting = self.pending.get(flat.base as usize..).unwrap_or(&[]);
        if waiting.iter().any(|op| op.precedence < Precedence::BitOr) {
            return refuse();
        }
        Ok(self.close(flat, end))
    }

    /// Folds the operators of this sequence that bind at least as strongly as `limit`.
    fn fold(&mut self, mut flat: Flat<'a>, limit: Precedence, end: u32) -> Flat<'a> {
        while self.pending.len() > flat.base as usize
            && let Some(&top) = self.pending.last()
            && top.precedence >= limit
        {
            let operand = flat.operand;
            let (kind, start) = match (top.operator, top.left) {
                (Infix::Binary(op), Some(left)) => {
                    self.pending.pop();
                    (ExprKind::BinOp { left, op, right: operand }, top.start)
                }
                (Infix::Compare(_), _) => self.compare_chain(flat),
                (Infix::Bool(op), _) => self.bool_chain(flat, op),
                (Infix::Unary(op), _) => {
                    self.pending.pop();
                    (ExprKind::UnaryOp { op, operand }, top.start)
                }
                (Infix::Await | Infix::Binary(_), _) => {
                    self.pending.pop();
                    (ExprKind::Await { value: operand }, top.start)
                }
            };
            flat.operand = self.expr(kind, start, end);
            flat.start = start;
        }
        flat
    }

    /// The operators on top of the stack that `same` holds for, down to the beginning of the sequence.
    fn chain(&self, flat: Flat<'a>, same: impl Fn(Infix) -> bool) -> (usize, &[Pending<'a>]) {
        let waiting = self.pending.get(flat.base as usize..).unwrap_or(&[]);
        let length = waiting.iter().rev().take_while(|op| same(op.operator)).count();
        let from = self.pending.len() - length;
        (from, self.pending.get(from..).unwrap_or(&[]))
    }

    fn compare_chain(&mut self, flat: Flat<'a>) -> (ExprKind<'a>, u32) {
        let (from, chain) = self.chain(flat, |op| matches!(op, Infix::Compare(_)));
        let start = chain.first().map_or(flat.start, |first| first.start);
        let left = chain.first().and_then(|first| first.left).unwrap_or(flat.operand);
        let ops = self.arena.alloc_slice_fill_iter(chain.iter().map(|link| match link.operator {
            Infix::Compare(op) => op,
            _ => CmpOp::Eq,
        }));
        let comparators = self.operands(chain.get(1..).unwrap_or(&[]), flat.operand);
        self.pending.truncate(from);
        (ExprKind::Compare { left, ops, comparators }, start)
    }

    fn bool_chain(&mut self, flat: Flat<'a>, op: BoolOp) -> (ExprKind<'a>, u32) {
        let (from, chain) = self.chain(flat, |other| other == Infix::Bool(op));
        let start = chain.first().map_or(flat.start, |first| first.start);
        let values = self.operands(chain, flat.operand);
        self.pending.truncate(from);
        (ExprKind::BoolOp { op, values }, start)
    }

    /// The left operands of `chain`, and `last`.
    fn operands(&self, chain: &[Pending<'a>], last: &'a Expr<'a>) -> Exprs<'a> {
        let lefts = |at: usize| chain.get(at).and_then(|link| link.left).unwrap_or(last);
        self.arena.alloc_slice_fill_with(chain.len() + 1, lefts)
    }
}
