//! Functions and lambdas.

use minipy_bytecode::opcode::{Opcode, make_function};
use minipy_parser::ast::{Arg, Arguments, Expr, ExprContext, ExprRef, FunctionDef, Stmt};

use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::ast_opt::docstring;
use crate::consts::Consts;
use crate::names::{StrId, known};
use crate::symtable::BlockId;

impl<'a> Codegen<'_, 'a> {
    pub(super) fn function(&mut self, stmt: &'a Stmt<'a>, function: &'a FunctionDef<'a>, kind: UnitKind) -> Result<()> {
        let FunctionDef { name, args, body, decorator_list, returns } = *function;
        self.check_parameters(args)?;
        self.exprs(decorator_list)?;
        let firstlineno = self.first_line(stmt, decorator_list.first().copied());
        let mut flags = self.defaults(args)?;
        if self.annotations(args, returns)? {
            flags |= make_function::ANNOTATIONS;
        }
        let name = self.id(name);
        let block = self.table.block_of(stmt).unwrap_or(BlockId::MODULE);
        self.enter_scope(name, kind, block, firstlineno);
        let docstring = docstring(body).filter(|_| self.c.options.optimize < 2);
        let first_const = match docstring {
            Some(text) => {
                let text = self.c.strings.intern(text);
                self.c.consts.str(text)
            }
            None => Consts::NONE,
        };
        self.add_const(first_const);
        self.set_parameters(args);
        let rest = if docstring.is_some() { body.get(1..).unwrap_or_default() } else { body };
        self.statements_of_body(rest, docstring.is_none())?;
        let (code, qualname) = self.exit_scope(true);
        self.make_closure(code, flags, qualname);
        for _ in decorator_list {
            self.op_arg(Opcode::CALL_FUNCTION, 1);
        }
        self.name_op(name, ExprContext::Store)
    }

    /// The line of the first decorator, or of the statement itself.
    pub(super) fn first_line(&mut self, stmt: &Stmt<'a>, decorator: Option<ExprRef<'a>>) -> i32 {
        let start = decorator.map_or(stmt.range.start, |decorator| decorator.range.start);
        self.lines.lineno(start) as i32
    }

    pub(super) fn lambda(&mut self, expr: &'a Expr<'a>, args: &'a Arguments<'a>, body: ExprRef<'a>) -> Result<()> {
        self.check_parameters(args)?;
        let flags = self.defaults(args)?;
        let block = self.table.block_of(expr).unwrap_or(BlockId::MODULE);
        let firstlineno = self.lines.lineno(expr.range.start) as i32;
        self.enter_scope(known::LAMBDA, UnitKind::Lambda, block, firstlineno);
        // A lambda has no docstring, even if its first constant is a str.
        self.add_const(Consts::NONE);
        self.set_parameters(args);
        self.expr(body)?;
        let generator = self.table.blocks[self.u.block].generator;
        if !generator {
            self.op(Opcode::RETURN_VALUE);
        }
        let (code, qualname) = self.exit_scope(!generator);
        self.make_closure(code, flags, qualname);
        Ok(())
    }

    fn set_parameters(&mut self, args: &'a Arguments<'a>) {
        self.u.argcount = args.args.len() as u32;
        self.u.posonlyargcount = args.posonlyargs.len() as u32;
        self.u.kwonlyargcount = args.kwonlyargs.len() as u32;
    }

    fn check_parameters(&mut self, args: &'a Arguments<'a>) -> Result<()> {
        let all = args.posonlyargs.iter().chain(args.args).chain(args.vararg).chain(args.kwonlyargs).chain(args.kwarg);
        for arg in all {
            let name = self.id(arg.arg);
            self.forbid_debug(name, ExprContext::Store)?;
        }
        Ok(())
    }

    /// Loads default values; returns which kinds there are.
    fn defaults(&mut self, args: &'a Arguments<'a>) -> Result<u32> {
        let mut flags = 0;
        if !args.defaults.is_empty() {
            self.exprs(args.defaults)?;
            self.op_count(Opcode::BUILD_TUPLE, args.defaults.len());
            flags |= make_function::DEFAULTS;
        }
        let mut keys = Vec::new();
        for (arg, default) in args.kwonlyargs.iter().zip(args.kw_defaults) {
            if let Some(default) = default {
                let name = self.id(arg.arg);
                keys.push(self.c.strings.mangle(self.u.private, name));
                self.expr(default)?;
            }
        }
        if !keys.is_empty() {
            let count = keys.len();
            self.load_str_tuple(keys.into_iter());
            self.op_count(Opcode::BUILD_CONST_KEY_MAP, count);
            flags |= make_function::KWDEFAULTS;
        }
        Ok(flags)
    }

    /// Loads names and annotations as a tuple; false if there are none.
    fn annotations(&mut self, args: &'a Arguments<'a>, returns: Option<ExprRef<'a>>) -> Result<bool> {
        let mut count = 0;
        let all = args.args.iter().chain(args.posonlyargs).chain(args.vararg).chain(args.kwonlyargs).chain(args.kwarg);
        for Arg { arg, annotation, .. } in all {
            if let Some(annotation) = annotation {
                let name = self.id(*arg);
                self.named_annotation(name, annotation)?;
                count += 2;
            }
        }
        if let Some(returns) = returns {
            self.named_annotation(known::RETURN, returns)?;
            count += 2;
        }
        if count > 0 {
            self.op_count(Opcode::BUILD_TUPLE, count);
        }
        Ok(count > 0)
    }

    fn named_annotation(&mut self, name: StrId, annotation: ExprRef<'a>) -> Result<()> {
        let mangled = self.c.strings.mangle(self.u.private, name);
        self.load_str(mangled);
        self.annotation(annotation)
    }

    /// Loads an annotation: its value, or its text.
    pub(super) fn annotation(&mut self, annotation: ExprRef<'a>) -> Result<()> {
        if !self.c.annotations_are_strings() {
            return self.expr(annotation);
        }
        let text = crate::annotation::text(annotation, self.c);
        self.load_str(text);
        Ok(())
    }
}
