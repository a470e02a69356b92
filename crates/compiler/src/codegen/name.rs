//! Loads, stores and deletes names (`compiler_nameop`), and makes closures.

use minipy_bytecode::opcode::{Opcode, make_function};
use minipy_parser::ast::{ExprContext, Identifier};

use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::consts::{Code, Value};
use crate::names::{StrId, known};
use crate::symtable::{BlockKind, Scope};

impl<'a> Codegen<'_, 'a> {
    /// The id of an identifier of the tree.
    #[inline]
    pub(super) fn id(&mut self, name: Identifier<'a>) -> StrId {
        self.c.strings.identifier(name)
    }

    /// `__debug__` can be neither assigned to nor deleted.
    #[inline]
    pub(super) fn forbid_debug(&self, name: StrId, ctx: ExprContext) -> Result<()> {
        match ctx {
            ExprContext::Store if name == known::DEBUG => self.error("cannot assign to __debug__"),
            ExprContext::Del if name == known::DEBUG => self.error("cannot delete __debug__"),
            _ => Ok(()),
        }
    }

    /// Loads, stores or deletes a name.
    pub(super) fn name_op(&mut self, name: StrId, ctx: ExprContext) -> Result<()> {
        self.forbid_debug(name, ctx)?;
        let name = self.c.strings.mangle(self.u.private, name);
        let function = self.block_kind() == BlockKind::Function;
        let scope = self.scopes.get(name).unwrap_or_default();
        let (load, store, delete) = if scope == Scope::Free as u32 || scope == Scope::Cell as u32 {
            let map = if scope == Scope::Free as u32 { &self.free } else { &self.cells };
            let index = map.get(name).unwrap_or_default();
            let class = self.block_kind() == BlockKind::Class;
            let op = match ctx {
                ExprContext::Load if class => Opcode::LOAD_CLASSDEREF,
                ExprContext::Load => Opcode::LOAD_DEREF,
                ExprContext::Store => Opcode::STORE_DEREF,
                ExprContext::Del => Opcode::DELETE_DEREF,
            };
            self.op_arg(op, index);
            return Ok(());
        } else if scope == Scope::Local as u32 && function {
            let index = self.add_varname(name);
            let op = match ctx {
                ExprContext::Load => Opcode::LOAD_FAST,
                ExprContext::Store => Opcode::STORE_FAST,
                ExprContext::Del => Opcode::DELETE_FAST,
            };
            self.op_arg(op, index);
            return Ok(());
        } else if scope == Scope::GlobalExplicit as u32 || (scope == Scope::GlobalImplicit as u32 && function) {
            (Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL)
        } else {
            (Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME)
        };
        let op = match ctx {
            ExprContext::Load => load,
            ExprContext::Store => store,
            ExprContext::Del => delete,
        };
        self.op_mangled(op, name);
        Ok(())
    }

    /// Makes a function of a code object and of what is on the stack for it.
    pub(super) fn make_closure(&mut self, code: &'a Code<'a>, flags: u32, qualname: StrId) {
        let mut flags = flags;
        if !code.freevars.is_empty() {
            for &name in code.freevars {
                let class_cell = self.u.kind == UnitKind::Class && name == known::CLASS_CELL;
                let cell = class_cell || self.scopes.get(name) == Some(Scope::Cell as u32);
                let map = if cell { &self.cells } else { &self.free };
                let index = map.get(name).unwrap_or_default();
                self.op_arg(Opcode::LOAD_CLOSURE, index);
            }
            flags |= make_function::CLOSURE;
            self.op_count(Opcode::BUILD_TUPLE, code.freevars.len());
        }
        let code = self.c.consts.add(Value::Code(code));
        self.load_const(code);
        self.load_str(qualname);
        self.op_arg(Opcode::MAKE_FUNCTION, flags);
    }
}
