//! Tests and what they lead to: comparisons, `and`, `or`, conditional expressions, and jumps on all of them.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{BoolOp, CmpOp, ExprKind, ExprRef, Exprs, UnaryOp};

use super::expr::{Nots, invertible, peel_nots};
use super::{Codegen, Result};
use crate::cfg::BasicBlockId;

impl<'a> Codegen<'_, 'a> {
    /// Jumps to `next` if the test comes out as `cond`, and runs on otherwise.
    pub(super) fn jump_if(&mut self, test: ExprRef<'a>, next: BasicBlockId, cond: bool) -> Result<()> {
        self.depth += 1;
        let result = if self.depth.is_multiple_of(16) {
            crate::depth::with_more_stack(|| self.jump_if_inner(test, next, cond))
        } else {
            self.jump_if_inner(test, next, cond)
        };
        self.depth -= 1;
        result
    }

    fn jump_if_inner(&mut self, test: ExprRef<'a>, next: BasicBlockId, cond: bool) -> Result<()> {
        match test.kind {
            // A `not` that became part of a comparison is a comparison.
            ExprKind::UnaryOp { op: UnaryOp::Not, .. } if !self.c.is_constant(test) => {
                let Nots { operand, negates } = peel_nots(test);
                if invertible(operand).is_none() {
                    return self.jump_if(operand, next, cond != negates);
                }
                self.set_loc(operand.range);
            }
            ExprKind::BoolOp { op, values } => return self.jump_if_bool_op(op, values, next, cond),
            ExprKind::IfExp { test, body, orelse } => {
                let end = self.new_block();
                let otherwise = self.new_block();
                self.jump_if(test, otherwise, false)?;
                self.jump_if(body, next, cond)?;
                self.jump_noline(Opcode::JUMP_FORWARD, end);
                self.use_block(otherwise);
                self.jump_if(orelse, next, cond)?;
                self.use_block(end);
                return Ok(());
            }
            // From here on everything has the line of the comparison, up to where another line is set.
            ExprKind::Compare { left, ops, comparators } => {
                self.set_loc(test.range);
                if ops.len() > 1 {
                    return self.jump_if_chained(left, ops, comparators, next, cond);
                }
            }
            _ => {}
        }
        self.expr(test)?;
        self.jump(pop_jump(cond), next);
        self.next_block();
        Ok(())
    }

    fn jump_if_bool_op(&mut self, op: BoolOp, values: Exprs<'a>, next: BasicBlockId, cond: bool) -> Result<()> {
        let Some((last, others)) = values.split_last() else { return Ok(()) };
        let decides = op == BoolOp::Or;
        let short_cut = if decides == cond { next } else { self.new_block() };
        for value in others {
            self.jump_if(value, short_cut, decides)?;
        }
        self.jump_if(last, next, cond)?;
        if short_cut != next {
            self.use_block(short_cut);
        }
        Ok(())
    }

    fn jump_if_chained(
        &mut self,
        left: ExprRef<'a>,
        ops: &[CmpOp],
        comparators: Exprs<'a>,
        next: BasicBlockId,
        cond: bool,
    ) -> Result<()> {
        let (Some((last, others)), Some((last_op, other_ops))) = (comparators.split_last(), ops.split_last()) else {
            return Ok(());
        };
        self.check_compare(left, ops, comparators);
        let cleanup = self.new_block();
        self.expr(left)?;
        for (op, comparator) in other_ops.iter().zip(others) {
            self.expr(comparator)?;
            self.op(Opcode::DUP_TOP);
            self.op(Opcode::ROT_THREE);
            self.compare_op(*op);
            self.jump(Opcode::POP_JUMP_IF_FALSE, cleanup);
            self.next_block();
        }
        self.container(last, *last_op)?;
        self.compare_op(*last_op);
        self.jump(pop_jump(cond), next);
        self.next_block();
        let end = self.new_block();
        self.jump_noline(Opcode::JUMP_FORWARD, end);
        self.use_block(cleanup);
        self.op(Opcode::POP_TOP);
        if !cond {
            self.jump_noline(Opcode::JUMP_FORWARD, next);
        }
        self.use_block(end);
        Ok(())
    }

    pub(super) fn compare(
        &mut self,
        left: ExprRef<'a>,
        ops: &[CmpOp],
        comparators: Exprs<'a>,
        inverted: bool,
    ) -> Result<()> {
        let (Some((last, others)), Some((last_op, other_ops))) = (comparators.split_last(), ops.split_last()) else {
            return Ok(());
        };
        let last_op = if inverted { opposite(*last_op) } else { *last_op };
        if inverted {
            self.check_compare(left, &[last_op], comparators);
        } else {
            self.check_compare(left, ops, comparators);
        }
        self.expr(left)?;
        if others.is_empty() {
            self.container(last, last_op)?;
            self.compare_op(last_op);
            return Ok(());
        }
        let cleanup = self.new_block();
        for (op, comparator) in other_ops.iter().zip(others) {
            self.expr(comparator)?;
            self.op(Opcode::DUP_TOP);
            self.op(Opcode::ROT_THREE);
            self.compare_op(*op);
            self.jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
            self.next_block();
        }
        self.container(last, last_op)?;
        self.compare_op(last_op);
        let end = self.new_block();
        self.jump_noline(Opcode::JUMP_FORWARD, end);
        self.use_block(cleanup);
        self.op(Opcode::ROT_TWO);
        self.op(Opcode::POP_TOP);
        self.use_block(end);
        Ok(())
    }

    /// The last operand of a comparison: looked into by `in`, it may be a tuple instead of a list.
    fn container(&mut self, expr: ExprRef<'a>, op: CmpOp) -> Result<()> {
        if matches!(op, CmpOp::In | CmpOp::NotIn) { self.iterable(expr) } else { self.expr(expr) }
    }

    pub(super) fn compare_op(&mut self, op: CmpOp) {
        let (opcode, arg) = match op {
            CmpOp::Lt => (Opcode::COMPARE_OP, 0),
            CmpOp::LtE => (Opcode::COMPARE_OP, 1),
            CmpOp::Eq => (Opcode::COMPARE_OP, 2),
            CmpOp::NotEq => (Opcode::COMPARE_OP, 3),
            CmpOp::Gt => (Opcode::COMPARE_OP, 4),
            CmpOp::GtE => (Opcode::COMPARE_OP, 5),
            CmpOp::Is => (Opcode::IS_OP, 0),
            CmpOp::IsNot => (Opcode::IS_OP, 1),
            CmpOp::In => (Opcode::CONTAINS_OP, 0),
            CmpOp::NotIn => (Opcode::CONTAINS_OP, 1),
        };
        self.op_arg(opcode, arg);
    }

    pub(super) fn bool_op(&mut self, op: BoolOp, values: Exprs<'a>) -> Result<()> {
        let Some((last, others)) = values.split_last() else { return Ok(()) };
        let jump = match op {
            BoolOp::And => Opcode::JUMP_IF_FALSE_OR_POP,
            BoolOp::Or => Opcode::JUMP_IF_TRUE_OR_POP,
        };
        let end = self.new_block();
        for value in others {
            self.expr(value)?;
            self.jump(jump, end);
            self.next_block();
        }
        self.expr(last)?;
        self.use_block(end);
        Ok(())
    }

    pub(super) fn if_exp(&mut self, test: ExprRef<'a>, body: ExprRef<'a>, orelse: ExprRef<'a>) -> Result<()> {
        let end = self.new_block();
        let next = self.new_block();
        self.jump_if(test, next, false)?;
        self.expr(body)?;
        self.jump_noline(Opcode::JUMP_FORWARD, end);
        self.use_block(next);
        self.expr(orelse)?;
        self.use_block(end);
        Ok(())
    }
}

fn pop_jump(cond: bool) -> Opcode {
    if cond { Opcode::POP_JUMP_IF_TRUE } else { Opcode::POP_JUMP_IF_FALSE }
}

fn opposite(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Is => CmpOp::IsNot,
        CmpOp::IsNot => CmpOp::Is,
        CmpOp::In => CmpOp::NotIn,
        CmpOp::NotIn => CmpOp::In,
        other => other,
    }
}
