//! Augmented and annotated assignments.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprContext, ExprKind, ExprRef, Operator};

use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::names::known;

impl<'a> Codegen<'_, 'a> {
    /// `target op= value`: what the target is made of is evaluated once.
    pub(super) fn aug_assign(&mut self, target: ExprRef<'a>, op: Operator, value: ExprRef<'a>) -> Result<()> {
        let outer = self.u.loc;
        self.set_loc(target.range);
        match target.kind {
            ExprKind::Attribute { value, attr, .. } => {
                self.expr(value)?;
                self.op(Opcode::DUP_TOP);
                self.u.loc.lineno = self.end_line(target.range);
                let attr = self.id(attr);
                self.op_name(Opcode::LOAD_ATTR, attr);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.expr(value)?;
                self.expr(slice)?;
                self.op(Opcode::DUP_TOP_TWO);
                self.op(Opcode::BINARY_SUBSCR);
            }
            ExprKind::Name { id, .. } => {
                let name = self.id(id);
                self.name_op(name, ExprContext::Load)?;
            }
            _ => {}
        }
        self.u.loc = outer;
        self.expr(value)?;
        self.op(inplace(op));
        self.set_loc(target.range);
        match target.kind {
            ExprKind::Attribute { attr, .. } => {
                self.u.loc.lineno = self.end_line(target.range);
                self.op(Opcode::ROT_TWO);
                let attr = self.id(attr);
                self.op_name(Opcode::STORE_ATTR, attr);
            }
            ExprKind::Subscript { .. } => {
                self.op(Opcode::ROT_THREE);
                self.op(Opcode::STORE_SUBSCR);
            }
            ExprKind::Name { id, .. } => {
                let name = self.id(id);
                self.name_op(name, ExprContext::Store)?;
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn ann_assign(
        &mut self,
        target: ExprRef<'a>,
        annotation: ExprRef<'a>,
        value: Option<ExprRef<'a>>,
        simple: bool,
    ) -> Result<()> {
        if let Some(value) = value {
            self.expr(value)?;
            self.expr(target)?;
        }
        let keeps_annotations = matches!(self.u.kind, UnitKind::Module | UnitKind::Class);
        match target.kind {
            ExprKind::Name { id, .. } => {
                let name = self.id(id);
                self.forbid_debug(name, ExprContext::Store)?;
                if simple && keeps_annotations {
                    self.annotation(annotation)?;
                    self.op_name(Opcode::LOAD_NAME, known::ANNOTATIONS);
                    let mangled = self.c.strings.mangle(self.u.private, name);
                    self.load_str(mangled);
                    self.op(Opcode::STORE_SUBSCR);
                }
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                let name = self.id(attr);
                self.forbid_debug(name, ExprContext::Store)?;
                if value.is_none() {
                    self.evaluate_and_drop(object)?;
                }
            }
            ExprKind::Subscript { value: object, slice, .. } if value.is_none() => {
                self.evaluate_and_drop(object)?;
                self.check_annotated_subscript(slice)?;
            }
            _ => {}
        }
        if !simple && keeps_annotations && !self.c.annotations_are_strings() {
            self.evaluate_and_drop(annotation)?;
        }
        Ok(())
    }

    fn evaluate_and_drop(&mut self, expr: ExprRef<'a>) -> Result<()> {
        self.expr(expr)?;
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    /// All parts of the subscript must be there when the program runs.
    fn check_annotated_subscript(&mut self, slice: ExprRef<'a>) -> Result<()> {
        match slice.kind {
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().try_for_each(|bound| self.evaluate_and_drop(bound))
            }
            ExprKind::Tuple { elts, .. } if self.c.folds.get(slice).is_none() => {
                elts.iter().try_for_each(|elt| self.check_annotated_subscript(elt))
            }
            _ => self.evaluate_and_drop(slice),
        }
    }
}

fn inplace(op: Operator) -> Opcode {
    match op {
        Operator::Add => Opcode::INPLACE_ADD,
        Operator::Sub => Opcode::INPLACE_SUBTRACT,
        Operator::Mult => Opcode::INPLACE_MULTIPLY,
        Operator::MatMult => Opcode::INPLACE_MATRIX_MULTIPLY,
        Operator::Div => Opcode::INPLACE_TRUE_DIVIDE,
        Operator::Mod => Opcode::INPLACE_MODULO,
        Operator::Pow => Opcode::INPLACE_POWER,
        Operator::LShift => Opcode::INPLACE_LSHIFT,
        Operator::RShift => Opcode::INPLACE_RSHIFT,
        Operator::BitOr => Opcode::INPLACE_OR,
        Operator::BitXor => Opcode::INPLACE_XOR,
        Operator::BitAnd => Opcode::INPLACE_AND,
        Operator::FloorDiv => Opcode::INPLACE_FLOOR_DIVIDE,
    }
}
