//! `with` and `async with`.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{Stmts, WithItem};
use minipy_parser::source::Range;

use super::fblock::FBlockKind;
use super::unit::UnitKind;
use super::{Codegen, Result};

impl<'a> Codegen<'_, 'a> {
    pub(super) fn with(&mut self, range: Range, items: &'a [WithItem<'a>], body: Stmts<'a>) -> Result<()> {
        let Some((item, rest)) = items.split_first() else { return self.stmts(body) };
        let block = self.new_block();
        let handler = self.new_block();
        let exit = self.new_block();
        self.expr(item.context_expr)?;
        self.jump(Opcode::SETUP_WITH, handler);
        self.use_block(block);
        self.push_fblock(FBlockKind::With(range), block, handler)?;
        self.with_target(item)?;
        self.with(range, rest, body)?;
        self.no_line();
        self.op(Opcode::POP_BLOCK);
        self.pop_fblock();
        self.set_loc(range);
        self.call_exit_with_nones();
        self.op(Opcode::POP_TOP);
        self.jump(Opcode::JUMP_FORWARD, exit);
        self.use_block(handler);
        self.op(Opcode::WITH_EXCEPT_START);
        self.with_except_finish();
        self.use_block(exit);
        Ok(())
    }

    pub(super) fn async_with(&mut self, range: Range, items: &'a [WithItem<'a>], body: Stmts<'a>) -> Result<()> {
        let Some((item, rest)) = items.split_first() else { return self.stmts(body) };
        if self.is_top_level_await() {
            self.table.blocks[self.u.block].coroutine = true;
        } else if self.u.kind != UnitKind::AsyncFunction {
            return self.error("'async with' outside async function");
        }
        let block = self.new_block();
        let handler = self.new_block();
        let exit = self.new_block();
        self.expr(item.context_expr)?;
        self.op(Opcode::BEFORE_ASYNC_WITH);
        self.await_top();
        self.jump(Opcode::SETUP_ASYNC_WITH, handler);
        self.use_block(block);
        self.push_fblock(FBlockKind::AsyncWith(range), block, handler)?;
        self.with_target(item)?;
        self.async_with(range, rest, body)?;
        self.pop_fblock();
        self.op(Opcode::POP_BLOCK);
        self.set_loc(range);
        self.call_exit_with_nones();
        self.await_top();
        self.op(Opcode::POP_TOP);
        self.jump(Opcode::JUMP_ABSOLUTE, exit);
        self.use_block(handler);
        self.op(Opcode::WITH_EXCEPT_START);
        self.await_top();
        self.with_except_finish();
        self.use_block(exit);
        Ok(())
    }

    fn with_target(&mut self, item: &'a WithItem<'a>) -> Result<()> {
        match item.optional_vars {
            Some(target) => self.expr(target),
            None => {
                self.op(Opcode::POP_TOP);
                Ok(())
            }
        }
    }

    /// After `__exit__` was told of an exception: raise it again, or forget it.
    fn with_except_finish(&mut self) {
        let exit = self.new_block();
        self.jump(Opcode::POP_JUMP_IF_TRUE, exit);
        self.next_block();
        self.op_arg(Opcode::RERAISE, 1);
        self.use_block(exit);
        for _ in 0..3 {
            self.op(Opcode::POP_TOP);
        }
        self.op(Opcode::POP_EXCEPT);
        self.op(Opcode::POP_TOP);
    }
}
