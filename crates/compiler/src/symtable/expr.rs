//! The first pass: expressions, and the constants among them.

use minipy_parser::SyntaxError;
use minipy_parser::ast::{self, CmpOp, Expr, ExprContext, ExprKind, ExprRef, Exprs, Operator};

use super::build::Builder;
use super::{BlockKind, Comprehension, Flags};
use crate::names::{StrId, known};

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

/// What an expression is to constant folding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A literal, or an expression that was folded.
    Constant,
    /// A list or set of constants, which is a constant where it is only iterated over.
    ConstantItems,
    /// Anything else.
    Other,
}

impl<'a> Builder<'_, 'a> {
    /// Visits expressions; true when all are constants.
    pub(super) fn exprs(&mut self, exprs: Exprs<'a>) -> Result<bool> {
        let mut constant = true;
        for expr in exprs {
            constant &= self.expr(expr)? == Shape::Constant;
        }
        Ok(constant)
    }

    pub(super) fn optional(&mut self, expr: Option<ExprRef<'a>>) -> Result<()> {
        expr.map_or(Ok(()), |expr| self.expr(expr).map(drop))
    }

    /// Visits what a `for` iterates over, or `in` looks into: a list display may as well be a tuple there.
    pub(super) fn iterable(&mut self, iter: ExprRef<'a>) -> Result<()> {
        let shape = self.expr(iter)?;
        self.fold_iterable(iter, shape);
        Ok(())
    }

    fn fold_iterable(&mut self, iter: ExprRef<'a>, shape: Shape) {
        if shape == Shape::ConstantItems {
            let folded = match iter.kind {
                ExprKind::List { elts, .. } => self.c.constant_tuple(elts),
                ExprKind::Set { elts } => self.c.constant_frozenset(elts),
                _ => return,
            };
            self.c.folds.insert(iter, folded);
        }
    }

    pub(super) fn expr(&mut self, expr: ExprRef<'a>) -> Result<Shape> {
        match expr.kind {
            // The two leaves come first and cost no stack.
            ExprKind::Constant { .. } => {
                self.depth.check(self.c.source)?;
                Ok(Shape::Constant)
            }
            ExprKind::Name { id, ctx } => {
                self.depth.check(self.c.source)?;
                self.name(expr, id, ctx)
            }
            _ => {
                self.depth.enter(self.c.source)?;
                let shape = if self.depth.wants_stack() {
                    crate::depth::with_more_stack(|| self.expr_inner(expr))?
                } else {
                    self.expr_inner(expr)?
                };
                self.depth.leave();
                Ok(shape)
            }
        }
    }

    fn name(&mut self, expr: &Expr<'a>, id: ast::Identifier<'a>, ctx: ExprContext) -> Result<Shape> {
        let name = self.c.strings.identifier(id);
        if ctx != ExprContext::Load {
            self.add_def(name, Flags::LOCAL, expr.range)?;
            return Ok(Shape::Other);
        }
        if name == known::DEBUG {
            return Ok(Shape::Constant);
        }
        self.add_def(name, Flags::USE, expr.range)?;
        // `super` without arguments needs the class.
        if name == known::SUPER && self.table.blocks[self.cur].kind == BlockKind::Function {
            self.add_def(known::CLASS_CELL, Flags::USE, expr.range)?;
        }
        Ok(Shape::Other)
    }

    fn expr_inner(&mut self, expr: ExprRef<'a>) -> Result<Shape> {
        match expr.kind {
            ExprKind::Constant { .. } => return Ok(Shape::Constant),
            ExprKind::Name { id, ctx } => return self.name(expr, id, ctx),
            ExprKind::NamedExpr { target, value } => self.named_expr(expr, target, value)?,
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => {
                self.exprs(values)?;
            }
            ExprKind::BinOp { left, op, right } => return self.bin_op(expr, left, op, right),
            ExprKind::UnaryOp { op, operand } => {
                if self.expr(operand)? == Shape::Constant {
                    let value = self.c.constant(operand).and_then(|value| self.c.folder().unary(op, value));
                    return Ok(self.folded(expr, value));
                }
            }
            ExprKind::Lambda { args, body } => {
                self.defaults(args)?;
                self.enter_node(expr, BlockKind::Function, known::LAMBDA_BLOCK, expr.range);
                self.parameters(args)?;
                self.expr(body)?;
                self.exit();
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)?;
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().try_for_each(|key| self.optional(*key))?;
                self.exprs(values)?;
            }
            ExprKind::Set { elts } => return Ok(items(self.exprs(elts)?)),
            ExprKind::List { elts, .. } => return Ok(items(self.exprs(elts)?)),
            ExprKind::Tuple { elts, ctx } => {
                if self.exprs(elts)? && ctx == ExprContext::Load {
                    let tuple = self.c.constant_tuple(elts);
                    return Ok(self.folded(expr, Some(tuple)));
                }
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(expr, Comprehension::List, known::LISTCOMP_BLOCK, generators, elt, None)?;
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(expr, Comprehension::Set, known::SETCOMP_BLOCK, generators, elt, None)?;
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(expr, Comprehension::Dict, known::DICTCOMP_BLOCK, generators, key, Some(value))?;
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(expr, Comprehension::Generator, known::GENEXPR_BLOCK, generators, elt, None)?;
            }
            ExprKind::Yield { value } => self.yield_(expr, value)?,
            ExprKind::YieldFrom { value } => self.yield_(expr, Some(value))?,
            ExprKind::Await { value } => {
                self.refuse_in_annotation("await expression", expr)?;
                self.expr(value)?;
                self.block().coroutine = true;
            }
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators)?,
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.exprs(args)?;
                for keyword in keywords {
                    self.expr(keyword.value)?;
                }
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.optional(format_spec)?;
            }
            ExprKind::Attribute { value, .. } | ExprKind::Starred { value, .. } => {
                self.expr(value)?;
            }
            ExprKind::Subscript { value, slice, ctx } => return self.subscript(expr, value, slice, ctx),
            ExprKind::Slice { lower, upper, step } => {
                self.optional(lower)?;
                self.optional(upper)?;
                self.optional(step)?;
            }
        }
        Ok(Shape::Other)
    }

    fn folded(&mut self, expr: &Expr<'a>, value: Option<crate::consts::ConstId>) -> Shape {
        match value {
            Some(value) => {
                self.c.folds.insert(expr, value);
                Shape::Constant
            }
            None => Shape::Other,
        }
    }

    fn bin_op(&mut self, expr: ExprRef<'a>, left: ExprRef<'a>, op: Operator, right: ExprRef<'a>) -> Result<Shape> {
        let left_constant = self.expr(left)? == Shape::Constant;
        let right_constant = self.expr(right)? == Shape::Constant;
        if !(left_constant && right_constant) {
            return Ok(Shape::Other);
        }
        let operands = self.c.constant(left).zip(self.c.constant(right));
        let value = operands.and_then(|(left, right)| self.c.folder().binary(left, op, right));
        Ok(self.folded(expr, value))
    }

    fn subscript(
        &mut self,
        expr: ExprRef<'a>,
        value: ExprRef<'a>,
        slice: ExprRef<'a>,
        ctx: ExprContext,
    ) -> Result<Shape> {
        let value_constant = self.expr(value)? == Shape::Constant;
        let slice_constant = self.expr(slice)? == Shape::Constant;
        if !(value_constant && slice_constant && ctx == ExprContext::Load) {
            return Ok(Shape::Other);
        }
        let operands = self.c.constant(value).zip(self.c.constant(slice));
        let item = operands.and_then(|(value, index)| self.c.folder().subscript(value, index));
        Ok(self.folded(expr, item))
    }

    fn compare(&mut self, left: ExprRef<'a>, ops: &[CmpOp], comparators: Exprs<'a>) -> Result<()> {
        self.expr(left)?;
        let Some((last, others)) = comparators.split_last() else { return Ok(()) };
        self.exprs(others)?;
        match ops.last() {
            Some(CmpOp::In | CmpOp::NotIn) => self.iterable(last),
            _ => self.expr(last).map(drop),
        }
    }

    fn yield_(&mut self, expr: &Expr<'a>, value: Option<ExprRef<'a>>) -> Result<()> {
        self.refuse_in_annotation("yield expression", expr)?;
        self.optional(value)?;
        let block = self.block();
        block.generator = true;
        let place = match block.comprehension {
            None => return Ok(()),
            Some(Comprehension::List) => "list comprehension",
            Some(Comprehension::Set) => "set comprehension",
            Some(Comprehension::Dict) => "dict comprehension",
            Some(Comprehension::Generator) => "generator expression",
        };
        Err(self.error(expr.range, format!("'yield' inside {place}")))
    }

    fn refuse_in_annotation(&self, what: &str, expr: &Expr<'a>) -> Result<()> {
        if self.table.blocks[self.cur].kind == BlockKind::Annotation {
            return Err(self.error(expr.range, format!("'{what}' can not be used within an annotation")));
        }
        Ok(())
    }

    fn named_expr(&mut self, expr: &Expr<'a>, target: ExprRef<'a>, value: ExprRef<'a>) -> Result<()> {
        self.refuse_in_annotation("named expression", expr)?;
        let block = &self.table.blocks[self.cur];
        if block.comp_iter_expr > 0 {
            let msg = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.error(expr.range, msg));
        }
        if block.comprehension.is_some()
            && let ExprKind::Name { id, .. } = target.kind
        {
            let name = self.c.strings.identifier(id);
            self.extend_namedexpr_scope(target, name)?;
        }
        self.expr(value)?;
        self.expr(target).map(drop)
    }

    /// In a comprehension, `:=` binds in the function (or module) around it.
    fn extend_namedexpr_scope(&mut self, target: &Expr<'a>, name: StrId) -> Result<()> {
        for at in (0..self.stack.len()).rev() {
            let Some(&id) = self.stack.get(at) else { break };
            let (kind, comprehension) = (self.table.blocks[id].kind, self.table.blocks[id].comprehension);
            if comprehension.is_some() {
                if self.flags_in(id, name).intersects(Flags::COMP_ITER) {
                    let name = self.c.strings.str(name);
                    let msg = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                    return Err(self.error(target.range, msg));
                }
                continue;
            }
            let (here, there) = match kind {
                BlockKind::Function if self.flags_in(id, name).intersects(Flags::GLOBAL) => {
                    (Flags::GLOBAL, Flags::LOCAL)
                }
                BlockKind::Function => (Flags::NONLOCAL, Flags::LOCAL),
                BlockKind::Module => (Flags::GLOBAL, Flags::GLOBAL),
                BlockKind::Class => {
                    let msg = "assignment expression within a comprehension cannot be used in a class body";
                    return Err(self.error(target.range, msg));
                }
                BlockKind::Annotation => continue,
            };
            self.add_def(name, here, target.range)?;
            self.record_directive(name, target.range);
            return self.add_def_in(id, name, there, target.range);
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        expr: ExprRef<'a>,
        kind: Comprehension,
        name: StrId,
        generators: &'a [ast::Comprehension<'a>],
        elt: ExprRef<'a>,
        value: Option<ExprRef<'a>>,
    ) -> Result<()> {
        let Some((outermost, rest)) = generators.split_first() else { return Ok(()) };
        // The outermost iterable is evaluated outside, and passed in as the argument `.0`.
        self.block().comp_iter_expr += 1;
        self.iterable(outermost.iter)?;
        self.block().comp_iter_expr -= 1;
        self.enter_node(expr, BlockKind::Function, name, expr.range);
        let block = self.block();
        block.comprehension = Some(kind);
        block.coroutine = outermost.is_async;
        self.add_def(known::IMPLICIT_ARG, Flags::PARAM, expr.range)?;
        self.comprehension_target(outermost.target)?;
        self.exprs(outermost.ifs)?;
        for generator in rest {
            self.comprehension_target(generator.target)?;
            self.block().comp_iter_expr += 1;
            self.iterable(generator.iter)?;
            self.block().comp_iter_expr -= 1;
            self.exprs(generator.ifs)?;
            self.block().coroutine |= generator.is_async;
        }
        self.optional(value)?;
        self.expr(elt)?;
        self.block().generator = kind == Comprehension::Generator;
        self.exit();
        Ok(())
    }

    fn comprehension_target(&mut self, target: ExprRef<'a>) -> Result<()> {
        self.block().comp_iter_target = true;
        self.expr(target)?;
        self.block().comp_iter_target = false;
        Ok(())
    }
}

fn items(constant: bool) -> Shape {
    if constant { Shape::ConstantItems } else { Shape::Other }
}
