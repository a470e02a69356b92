//! Statements.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprContext, ExprKind, ExprRef, Stmt, StmtKind, Stmts};

use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::ast_opt::docstring;
use crate::consts::Value;
use crate::names::known;
use crate::symtable::BlockKind;

impl<'a> Codegen<'_, 'a> {
    pub(super) fn stmts(&mut self, stmts: Stmts<'a>) -> Result<()> {
        for stmt in stmts {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    /// The body of a module or class: annotations are prepared for, and a docstring becomes `__doc__`.
    pub(super) fn body(&mut self, body: Stmts<'a>) -> Result<()> {
        if self.u.kind == UnitKind::Module
            && let Some(first) = body.first()
        {
            self.set_loc(first.range);
        }
        if has_annotations(body) {
            self.op(Opcode::SETUP_ANNOTATIONS);
        }
        let rest = match body.split_first() {
            Some((Stmt { kind: StmtKind::Expr { value }, .. }, rest))
                if self.c.options.optimize < 2 && docstring(body).is_some() =>
            {
                self.expr(value)?;
                self.name_op(known::DOC, ExprContext::Store)?;
                rest
            }
            _ => body,
        };
        self.statements_of_body(rest, rest.len() == body.len())
    }

    /// The statements of a body. Text that folding made, standing where a docstring would, is kept as an expression.
    pub(super) fn statements_of_body(&mut self, stmts: Stmts<'a>, at_start: bool) -> Result<()> {
        if let Some((first, rest)) = stmts.split_first()
            && at_start
            && let StmtKind::Expr { value } = first.kind
            && let Some(folded) = self.c.folds.get(value)
            && let Value::Str(_) = self.c.consts.value(folded)
        {
            self.set_loc(first.range);
            self.expr(value)?;
            self.no_line();
            self.op(Opcode::POP_TOP);
            return self.stmts(rest);
        }
        self.stmts(stmts)
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Result<()> {
        self.set_loc(stmt.range);
        self.depth += 1;
        let result = if self.depth.is_multiple_of(16) {
            crate::depth::with_more_stack(|| self.stmt_inner(stmt))
        } else {
            self.stmt_inner(stmt)
        };
        self.depth -= 1;
        result
    }

    fn stmt_inner(&mut self, stmt: &'a Stmt<'a>) -> Result<()> {
        match stmt.kind {
            StmtKind::FunctionDef(function) => self.function(stmt, function, UnitKind::Function),
            StmtKind::AsyncFunctionDef(function) => self.function(stmt, function, UnitKind::AsyncFunction),
            StmtKind::ClassDef(class) => self.class(stmt, class),
            StmtKind::Return { value } => self.return_(stmt, value),
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                let Some((last, others)) = targets.split_last() else { return Ok(()) };
                for target in others {
                    self.op(Opcode::DUP_TOP);
                    self.expr(target)?;
                }
                self.expr(last)
            }
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, op, value),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.ann_assign(target, annotation, value, simple)
            }
            StmtKind::For { target, iter, body, orelse } => self.for_(target, iter, body, orelse),
            StmtKind::AsyncFor { target, iter, body, orelse } => self.async_for(target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_(stmt, test, body, orelse),
            StmtKind::If { test, body, orelse } => self.if_(test, body, orelse),
            StmtKind::With { items, body } => self.with(stmt.range, items, body),
            StmtKind::AsyncWith { items, body } => self.async_with(stmt.range, items, body),
            StmtKind::Match { subject, cases } => self.match_(subject, cases),
            StmtKind::Raise { exc, cause } => {
                let mut count = 0;
                if let Some(exc) = exc {
                    self.expr(exc)?;
                    count = 1;
                    if let Some(cause) = cause {
                        self.expr(cause)?;
                        count = 2;
                    }
                }
                self.op_arg(Opcode::RAISE_VARARGS, count);
                self.next_block();
                Ok(())
            }
            StmtKind::Try(node) => self.try_(node),
            StmtKind::Assert { test, msg } => self.assert(test, msg),
            StmtKind::Import { names } => self.import(names),
            StmtKind::ImportFrom { module, names, level } => self.import_from(stmt.range, module, names, level),
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
            StmtKind::Expr { value } => self.expr_statement(value),
            StmtKind::Pass => {
                self.op(Opcode::NOP);
                Ok(())
            }
            StmtKind::Break => self.break_(),
            StmtKind::Continue => self.continue_(),
        }
    }

    fn expr_statement(&mut self, value: ExprRef<'a>) -> Result<()> {
        // One unit is around the module's.
        if self.interactive && self.outer.len() <= 1 {
            self.expr(value)?;
            self.op(Opcode::PRINT_EXPR);
            return Ok(());
        }
        if self.c.is_constant(value) {
            self.op(Opcode::NOP);
            return Ok(());
        }
        self.expr(value)?;
        self.no_line();
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    fn return_(&mut self, stmt: &'a Stmt<'a>, value: Option<ExprRef<'a>>) -> Result<()> {
        let block = &self.table.blocks[self.u.block];
        if block.kind != BlockKind::Function {
            return self.error("'return' outside function");
        }
        if value.is_some() && block.coroutine && block.generator {
            return self.error("'return' with value in async generator");
        }
        let constant = value.and_then(|value| self.c.constant(value));
        let preserve_tos = value.is_some() && constant.is_none();
        if let Some(value) = value {
            if preserve_tos {
                self.expr(value)?;
            } else {
                self.set_loc(value.range);
                self.op(Opcode::NOP);
            }
        }
        let line = self.lines.lineno(stmt.range.start);
        if value.is_none_or(|value| self.lines.lineno(value.range.start) != line) {
            self.set_loc(stmt.range);
            self.op(Opcode::NOP);
        }
        self.unwind_all(preserve_tos)?;
        match (value, constant) {
            (None, _) => self.load_none(),
            (Some(_), Some(constant)) => self.load_const(constant),
            (Some(_), None) => {}
        }
        self.op(Opcode::RETURN_VALUE);
        self.next_block();
        Ok(())
    }

    fn if_(&mut self, mut test: ExprRef<'a>, mut body: Stmts<'a>, mut orelse: Stmts<'a>) -> Result<()> {
        // A chain of `elif`s is a loop here: each `if` has an end of its own, and they all come at the end.
        let mut ends = Vec::new();
        loop {
            let end = self.new_block();
            ends.push(end);
            let next = if orelse.is_empty() { end } else { self.new_block() };
            self.jump_if(test, next, false)?;
            self.stmts(body)?;
            if orelse.is_empty() {
                break;
            }
            self.jump_noline(Opcode::JUMP_FORWARD, end);
            self.use_block(next);
            match orelse {
                [inner @ Stmt { kind: StmtKind::If { test: t, body: b, orelse: o }, .. }] => {
                    self.set_loc(inner.range);
                    (test, body, orelse) = (t, b, o);
                }
                _ => {
                    self.stmts(orelse)?;
                    break;
                }
            }
        }
        for end in ends.into_iter().rev() {
            self.use_block(end);
        }
        Ok(())
    }

    fn assert(&mut self, test: ExprRef<'a>, msg: Option<ExprRef<'a>>) -> Result<()> {
        let tuple = match test.kind {
            ExprKind::Tuple { elts, .. } => !elts.is_empty(),
            _ => match self.c.folds.get(test) {
                Some(folded) => matches!(self.c.consts.value(folded), Value::Tuple(items) if !items.is_empty()),
                None => false,
            },
        };
        if tuple {
            self.warn("assertion is always true, perhaps remove parentheses?");
        }
        if self.c.options.optimize > 0 {
            return Ok(());
        }
        let end = self.new_block();
        self.jump_if(test, end, true)?;
        self.op(Opcode::LOAD_ASSERTION_ERROR);
        if let Some(msg) = msg {
            self.expr(msg)?;
            self.op_arg(Opcode::CALL_FUNCTION, 1);
        }
        self.op_arg(Opcode::RAISE_VARARGS, 1);
        self.use_block(end);
        Ok(())
    }
}

/// Whether there is an annotated assignment in these statements, functions and classes in them left out.
/// (`match` statements too are left out, as in CPython.)
pub fn has_annotations(stmts: Stmts<'_>) -> bool {
    // With a stack of its own, for the sake of `elif` chains.
    let mut pending = vec![stmts];
    while let Some(stmts) = pending.pop() {
        for stmt in stmts {
            match stmt.kind {
                StmtKind::AnnAssign { .. } => return true,
                StmtKind::For { body, orelse, .. }
                | StmtKind::AsyncFor { body, orelse, .. }
                | StmtKind::While { body, orelse, .. }
                | StmtKind::If { body, orelse, .. } => pending.extend([body, orelse]),
                StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => pending.push(body),
                StmtKind::Try(node) => {
                    pending.extend([node.body, node.orelse, node.finalbody]);
                    pending.extend(node.handlers.iter().map(|handler| handler.body));
                }
                _ => {}
            }
        }
    }
    false
}
