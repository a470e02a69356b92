//! `try`.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExceptHandler, ExprContext, Try};

use super::fblock::FBlockKind;
use super::{Codegen, Result};
use crate::cfg::BasicBlockId;

impl<'a> Codegen<'_, 'a> {
    pub(super) fn try_(&mut self, node: &'a Try<'a>) -> Result<()> {
        if node.finalbody.is_empty() { self.try_except(node) } else { self.try_finally(node) }
    }

    /// The `finally` body is there twice: after the end of the body, and for exceptions.
    fn try_finally(&mut self, node: &'a Try<'a>) -> Result<()> {
        let body = self.new_block();
        let end = self.new_block();
        let exit = self.new_block();
        self.jump(Opcode::SETUP_FINALLY, end);
        self.use_block(body);
        self.push_fblock(FBlockKind::FinallyTry(node.finalbody), body, end)?;
        if node.handlers.is_empty() {
            self.stmts(node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.op_noline(Opcode::POP_BLOCK);
        self.pop_fblock();
        self.stmts(node.finalbody)?;
        self.jump_noline(Opcode::JUMP_FORWARD, exit);
        self.use_block(end);
        self.push_fblock(FBlockKind::FinallyEnd, end, BasicBlockId::NONE)?;
        self.stmts(node.finalbody)?;
        self.pop_fblock();
        self.op_arg(Opcode::RERAISE, 0);
        self.use_block(exit);
        Ok(())
    }

    fn try_except(&mut self, node: &'a Try<'a>) -> Result<()> {
        let body = self.new_block();
        let except = self.new_block();
        let orelse = self.new_block();
        let end = self.new_block();
        self.jump(Opcode::SETUP_FINALLY, except);
        self.use_block(body);
        self.push_fblock(FBlockKind::TryExcept, body, BasicBlockId::NONE)?;
        self.stmts(node.body)?;
        self.pop_fblock();
        self.op_noline(Opcode::POP_BLOCK);
        self.jump_noline(Opcode::JUMP_FORWARD, orelse);
        self.use_block(except);
        self.push_fblock(FBlockKind::ExceptionHandler, BasicBlockId::NONE, BasicBlockId::NONE)?;
        for (at, handler) in node.handlers.iter().enumerate() {
            self.set_loc(handler.range);
            if handler.type_.is_none() && at + 1 < node.handlers.len() {
                return self.error("default 'except:' must be last");
            }
            self.handler(handler, end)?;
        }
        self.pop_fblock();
        self.no_line();
        self.op_arg(Opcode::RERAISE, 0);
        self.use_block(orelse);
        self.stmts(node.orelse)?;
        self.use_block(end);
        Ok(())
    }

    /// One `except`; on the stack are traceback, value and type of the exception.
    fn handler(&mut self, handler: &'a ExceptHandler<'a>, end: BasicBlockId) -> Result<()> {
        let otherwise = self.new_block();
        if let Some(type_) = handler.type_ {
            self.op(Opcode::DUP_TOP);
            self.expr(type_)?;
            self.jump(Opcode::JUMP_IF_NOT_EXC_MATCH, otherwise);
            self.next_block();
        }
        self.op(Opcode::POP_TOP);
        match handler.name {
            Some(name) => {
                let cleanup_end = self.new_block();
                let cleanup_body = self.new_block();
                let name = self.id(name);
                self.name_op(name, ExprContext::Store)?;
                self.op(Opcode::POP_TOP);
                // The name is deleted at the end, however the end is reached.
                self.jump(Opcode::SETUP_FINALLY, cleanup_end);
                self.use_block(cleanup_body);
                self.push_fblock(FBlockKind::HandlerCleanup(Some(name)), cleanup_body, BasicBlockId::NONE)?;
                self.stmts(handler.body)?;
                self.pop_fblock();
                self.no_line();
                self.op(Opcode::POP_BLOCK);
                self.op(Opcode::POP_EXCEPT);
                self.forget(name)?;
                self.jump(Opcode::JUMP_FORWARD, end);
                self.use_block(cleanup_end);
                self.no_line();
                self.forget(name)?;
                self.op_arg(Opcode::RERAISE, 1);
            }
            None => {
                let cleanup_body = self.new_block();
                self.op(Opcode::POP_TOP);
                self.op(Opcode::POP_TOP);
                self.use_block(cleanup_body);
                self.push_fblock(FBlockKind::HandlerCleanup(None), cleanup_body, BasicBlockId::NONE)?;
                self.stmts(handler.body)?;
                self.pop_fblock();
                self.no_line();
                self.op(Opcode::POP_EXCEPT);
                self.jump(Opcode::JUMP_FORWARD, end);
            }
        }
        self.use_block(otherwise);
        Ok(())
    }
}
