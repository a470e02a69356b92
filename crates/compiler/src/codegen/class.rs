//! Classes.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ClassDef, ExprContext, Stmt};

use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::names::known;
use crate::symtable::BlockId;

impl<'a> Codegen<'_, 'a> {
    /// `name = __build_class__(function of the body, 'name', *bases, **keywords)`
    pub(super) fn class(&mut self, stmt: &'a Stmt<'a>, class: &'a ClassDef<'a>) -> Result<()> {
        let ClassDef { name, bases, keywords, body, decorator_list } = *class;
        self.exprs(decorator_list)?;
        let firstlineno = self.first_line(stmt, decorator_list.first().copied());
        let name = self.id(name);
        let block = self.table.block_of(stmt).unwrap_or(BlockId::MODULE);
        self.enter_scope(name, UnitKind::Class, block, firstlineno);
        self.u.private = Some(name);
        self.name_op(known::NAME, ExprContext::Load)?;
        self.name_op(known::MODULE_ATTR, ExprContext::Store)?;
        self.load_str(self.u.qualname);
        self.name_op(known::QUALNAME, ExprContext::Store)?;
        self.body(body)?;
        self.no_line();
        if self.table.blocks[self.u.block].needs_class_closure {
            // `super()` and `__class__` find the class in this cell.
            self.op_arg(Opcode::LOAD_CLOSURE, 0);
            self.op(Opcode::DUP_TOP);
            self.name_op(known::CLASSCELL, ExprContext::Store)?;
        } else {
            self.load_none();
        }
        self.op(Opcode::RETURN_VALUE);
        let (code, _) = self.exit_scope(true);
        self.op(Opcode::LOAD_BUILD_CLASS);
        self.make_closure(code, 0, name);
        self.load_str(name);
        self.call_with(2, bases, keywords)?;
        for _ in decorator_list {
            self.op_arg(Opcode::CALL_FUNCTION, 1);
        }
        self.name_op(name, ExprContext::Store)
    }
}
