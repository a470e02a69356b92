//! Expressions.

use minipy_bytecode::opcode::{Opcode, format_value};
use minipy_parser::ast::{CmpOp, Expr, ExprContext, ExprKind, ExprRef, Exprs, Identifier, Operator, UnaryOp};

use super::unit::UnitKind;
use super::{Codegen, Result, STACK_USE_GUIDELINE};
use crate::names::known;
use crate::symtable::BlockKind;

impl<'a> Codegen<'_, 'a> {
    pub(super) fn exprs(&mut self, exprs: Exprs<'a>) -> Result<()> {
        for expr in exprs {
            self.expr(expr)?;
        }
        Ok(())
    }

    /// Generates an expression. Its line holds for its instructions, and is put back afterwards.
    pub(super) fn expr(&mut self, expr: ExprRef<'a>) -> Result<()> {
        let outer = self.u.loc;
        self.set_loc(expr.range);
        let result = match expr.kind {
            ExprKind::Name { id, ctx } if id != "__debug__" || ctx != ExprContext::Load => {
                let name = self.id(id);
                self.name_op(name, ctx)
            }
            _ => match self.c.constant(expr) {
                Some(value) => {
                    self.load_const(value);
                    Ok(())
                }
                None => self.compound(expr),
            },
        };
        self.u.loc = outer;
        result
    }

    fn compound(&mut self, expr: ExprRef<'a>) -> Result<()> {
        self.depth += 1;
        let result = if self.depth.is_multiple_of(16) {
            crate::depth::with_more_stack(|| self.expr_inner(expr))
        } else {
            self.expr_inner(expr)
        };
        self.depth -= 1;
        result
    }

    fn expr_inner(&mut self, expr: ExprRef<'a>) -> Result<()> {
        match expr.kind {
            // Taken care of by the caller.
            ExprKind::Constant { .. } | ExprKind::Name { .. } => Ok(()),
            ExprKind::NamedExpr { target, value } => {
                self.expr(value)?;
                self.op(Opcode::DUP_TOP);
                self.expr(target)
            }
            ExprKind::BoolOp { op, values } => self.bool_op(op, values),
            ExprKind::BinOp { left, op, right } => {
                self.expr(left)?;
                self.expr(right)?;
                self.op(binary(op));
                Ok(())
            }
            ExprKind::UnaryOp { op, operand } => self.unary_op(expr, op, operand),
            ExprKind::Lambda { args, body } => self.lambda(expr, args, body),
            ExprKind::IfExp { test, body, orelse } => self.if_exp(test, body, orelse),
            ExprKind::Dict { keys, values } => self.dict(keys, values),
            ExprKind::Set { elts } => self.set(elts),
            ExprKind::GeneratorExp { .. }
            | ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. } => self.comprehension(expr),
            ExprKind::Yield { value } => {
                if self.block_kind() != BlockKind::Function {
                    return self.error("'yield' outside function");
                }
                match value {
                    Some(value) => self.expr(value)?,
                    None => self.load_none(),
                }
                self.op(Opcode::YIELD_VALUE);
                Ok(())
            }
            ExprKind::YieldFrom { value } => self.yield_from(value),
            ExprKind::Await { value } => self.await_(value),
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators, false),
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExprKind::JoinedStr { values } => self.joined_str(values),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted_value(value, conversion, format_spec)
            }
            ExprKind::Attribute { value, attr, ctx } => self.attribute(expr, value, attr, ctx),
            ExprKind::Subscript { value, slice, ctx } => self.subscript(value, slice, ctx),
            ExprKind::Starred { ctx: ExprContext::Store, .. } => {
                self.error("starred assignment target must be in a list or tuple")
            }
            ExprKind::Starred { .. } => self.error("can't use starred expression here"),
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step),
            ExprKind::List { elts, ctx } => self.list(elts, ctx),
            ExprKind::Tuple { elts, ctx } => self.tuple(elts, ctx),
        }
    }

    fn unary_op(&mut self, expr: ExprRef<'a>, op: UnaryOp, operand: ExprRef<'a>) -> Result<()> {
        let opcode = match op {
            UnaryOp::Invert => Opcode::UNARY_INVERT,
            UnaryOp::UAdd => Opcode::UNARY_POSITIVE,
            UnaryOp::USub => Opcode::UNARY_NEGATIVE,
            UnaryOp::Not => return self.nots(expr),
        };
        self.expr(operand)?;
        self.op(opcode);
        Ok(())
    }

    /// A `not`, and those right inside of it.
    fn nots(&mut self, expr: ExprRef<'a>) -> Result<()> {
        let Nots { operand, negates } = peel_nots(expr);
        if let Some(Comparison { left, ops, comparators }) = invertible(operand) {
            self.set_loc(operand.range);
            return self.compare(left, ops, comparators, negates);
        }
        self.expr(operand)?;
        let mut pending = Vec::new();
        let mut inner = expr;
        while let ExprKind::UnaryOp { op: UnaryOp::Not, operand } = inner.kind {
            pending.push(inner.range);
            inner = operand;
        }
        for range in pending.into_iter().rev() {
            self.set_loc(range);
            self.op(Opcode::UNARY_NOT);
        }
        Ok(())
    }

    fn yield_from(&mut self, value: ExprRef<'a>) -> Result<()> {
        if self.block_kind() != BlockKind::Function {
            return self.error("'yield' outside function");
        }
        if self.u.kind == UnitKind::AsyncFunction {
            return self.error("'yield from' inside async function");
        }
        self.expr(value)?;
        self.op(Opcode::GET_YIELD_FROM_ITER);
        self.load_none();
        self.op(Opcode::YIELD_FROM);
        Ok(())
    }

    fn await_(&mut self, value: ExprRef<'a>) -> Result<()> {
        if !self.is_top_level_await() {
            if self.block_kind() != BlockKind::Function {
                return self.error("'await' outside function");
            }
            if !matches!(self.u.kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
                return self.error("'await' outside async function");
            }
        }
        self.expr(value)?;
        self.await_top();
        Ok(())
    }

    /// The instruction on the attribute has the line on which the name stands.
    fn attribute(&mut self, expr: &Expr<'a>, value: ExprRef<'a>, attr: Identifier<'a>, ctx: ExprContext) -> Result<()> {
        self.expr(value)?;
        let name = self.id(attr);
        self.forbid_debug(name, if ctx == ExprContext::Store { ctx } else { ExprContext::Load })?;
        let op = match ctx {
            ExprContext::Load => Opcode::LOAD_ATTR,
            ExprContext::Store => Opcode::STORE_ATTR,
            ExprContext::Del => {
                self.op_name(Opcode::DELETE_ATTR, name);
                return Ok(());
            }
        };
        self.u.loc.lineno = self.end_line(expr.range);
        self.op_name(op, name);
        Ok(())
    }

    fn subscript(&mut self, value: ExprRef<'a>, slice: ExprRef<'a>, ctx: ExprContext) -> Result<()> {
        let op = match ctx {
            ExprContext::Load => {
                self.check_subscripter(value);
                self.check_index(value, slice);
                Opcode::BINARY_SUBSCR
            }
            ExprContext::Store => Opcode::STORE_SUBSCR,
            ExprContext::Del => Opcode::DELETE_SUBSCR,
        };
        self.expr(value)?;
        self.expr(slice)?;
        self.op(op);
        Ok(())
    }

    fn slice(
        &mut self,
        lower: Option<ExprRef<'a>>,
        upper: Option<ExprRef<'a>>,
        step: Option<ExprRef<'a>>,
    ) -> Result<()> {
        for bound in [lower, upper] {
            match bound {
                Some(bound) => self.expr(bound)?,
                None => self.load_none(),
            }
        }
        if let Some(step) = step {
            self.expr(step)?;
        }
        self.op_arg(Opcode::BUILD_SLICE, if step.is_some() { 3 } else { 2 });
        Ok(())
    }

    fn joined_str(&mut self, values: Exprs<'a>) -> Result<()> {
        if values.len() > STACK_USE_GUIDELINE {
            self.load_str(known::EMPTY);
            self.op_name(Opcode::LOAD_METHOD, known::JOIN);
            self.op_arg(Opcode::BUILD_LIST, 0);
            for value in values {
                self.expr(value)?;
                self.op_arg(Opcode::LIST_APPEND, 1);
            }
            self.op_arg(Opcode::CALL_METHOD, 1);
            return Ok(());
        }
        self.exprs(values)?;
        if values.len() != 1 {
            self.op_count(Opcode::BUILD_STRING, values.len());
        }
        Ok(())
    }

    fn formatted_value(&mut self, value: ExprRef<'a>, conversion: i32, spec: Option<ExprRef<'a>>) -> Result<()> {
        self.expr(value)?;
        let mut arg = match u8::try_from(conversion) {
            Ok(b's') => format_value::STR,
            Ok(b'r') => format_value::REPR,
            Ok(b'a') => format_value::ASCII,
            _ => format_value::NONE,
        };
        if let Some(spec) = spec {
            self.expr(spec)?;
            arg |= format_value::HAVE_SPEC;
        }
        self.op_arg(Opcode::FORMAT_VALUE, arg);
        Ok(())
    }
}

/// What is left of an expression when the `not`s around it are gone.
pub(super) struct Nots<'a> {
    pub operand: ExprRef<'a>,
    /// Whether their number was odd.
    pub negates: bool,
}

pub(super) fn peel_nots(expr: ExprRef<'_>) -> Nots<'_> {
    let mut nots = Nots { operand: expr, negates: false };
    while let ExprKind::UnaryOp { op: UnaryOp::Not, operand } = nots.operand.kind {
        nots = Nots { operand, negates: !nots.negates };
    }
    nots
}

/// The parts of a comparison.
pub(super) struct Comparison<'a> {
    pub left: ExprRef<'a>,
    pub ops: &'a [CmpOp],
    pub comparators: Exprs<'a>,
}

/// `not a is b` is `a is not b`, and so on for `in`; the other comparisons have no opposite that is sure to agree.
pub(super) fn invertible(expr: ExprRef<'_>) -> Option<Comparison<'_>> {
    match expr.kind {
        ExprKind::Compare { left, ops: ops @ [CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn], comparators } => {
            Some(Comparison { left, ops, comparators })
        }
        _ => None,
    }
}

fn binary(op: Operator) -> Opcode {
    match op {
        Operator::Add => Opcode::BINARY_ADD,
        Operator::Sub => Opcode::BINARY_SUBTRACT,
        Operator::Mult => Opcode::BINARY_MULTIPLY,
        Operator::MatMult => Opcode::BINARY_MATRIX_MULTIPLY,
        Operator::Div => Opcode::BINARY_TRUE_DIVIDE,
        Operator::Mod => Opcode::BINARY_MODULO,
        Operator::Pow => Opcode::BINARY_POWER,
        Operator::LShift => Opcode::BINARY_LSHIFT,
        Operator::RShift => Opcode::BINARY_RSHIFT,
        Operator::BitOr => Opcode::BINARY_OR,
        Operator::BitXor => Opcode::BINARY_XOR,
        Operator::BitAnd => Opcode::BINARY_AND,
        Operator::FloorDiv => Opcode::BINARY_FLOOR_DIVIDE,
    }
}
