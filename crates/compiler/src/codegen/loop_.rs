//! Loops.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprRef, Stmt, Stmts};

use super::fblock::{FBlock, FBlockKind};
use super::unit::UnitKind;
use super::{Codegen, Result};

impl<'a> Codegen<'_, 'a> {
    pub(super) fn for_(
        &mut self,
        target: ExprRef<'a>,
        iter: ExprRef<'a>,
        body: Stmts<'a>,
        orelse: Stmts<'a>,
    ) -> Result<()> {
        let start = self.new_block();
        let body_block = self.new_block();
        let cleanup = self.new_block();
        let end = self.new_block();
        self.push_fblock(FBlockKind::ForLoop, start, end)?;
        self.iterable(iter)?;
        self.op(Opcode::GET_ITER);
        self.use_block(start);
        self.jump(Opcode::FOR_ITER, cleanup);
        self.use_block(body_block);
        self.expr(target)?;
        self.stmts(body)?;
        self.no_line();
        self.jump(Opcode::JUMP_ABSOLUTE, start);
        self.use_block(cleanup);
        self.pop_fblock();
        self.stmts(orelse)?;
        self.use_block(end);
        Ok(())
    }

    pub(super) fn async_for(
        &mut self,
        target: ExprRef<'a>,
        iter: ExprRef<'a>,
        body: Stmts<'a>,
        orelse: Stmts<'a>,
    ) -> Result<()> {
        if self.is_top_level_await() {
            self.table.blocks[self.u.block].coroutine = true;
        } else if self.u.kind != UnitKind::AsyncFunction {
            return self.error("'async for' outside async function");
        }
        let start = self.new_block();
        let except = self.new_block();
        let end = self.new_block();
        self.expr(iter)?;
        self.op(Opcode::GET_AITER);
        self.use_block(start);
        self.push_fblock(FBlockKind::ForLoop, start, end)?;
        self.jump(Opcode::SETUP_FINALLY, except);
        self.op(Opcode::GET_ANEXT);
        self.load_none();
        self.op(Opcode::YIELD_FROM);
        self.op(Opcode::POP_BLOCK);
        self.expr(target)?;
        self.stmts(body)?;
        self.no_line();
        self.jump(Opcode::JUMP_ABSOLUTE, start);
        self.pop_fblock();
        self.use_block(except);
        // The end belongs to the `for`, not to its body.
        self.set_loc(iter.range);
        self.op(Opcode::END_ASYNC_FOR);
        self.stmts(orelse)?;
        self.use_block(end);
        Ok(())
    }

    /// The test stands before the loop and again at its end.
    pub(super) fn while_(
        &mut self,
        stmt: &'a Stmt<'a>,
        test: ExprRef<'a>,
        body: Stmts<'a>,
        orelse: Stmts<'a>,
    ) -> Result<()> {
        let loop_block = self.new_block();
        let body_block = self.new_block();
        let anchor = self.new_block();
        let end = self.new_block();
        self.use_block(loop_block);
        self.push_fblock(FBlockKind::WhileLoop, loop_block, end)?;
        self.jump_if(test, anchor, false)?;
        self.use_block(body_block);
        self.stmts(body)?;
        self.set_loc(stmt.range);
        self.jump_if(test, body_block, true)?;
        self.pop_fblock();
        self.use_block(anchor);
        self.stmts(orelse)?;
        self.use_block(end);
        Ok(())
    }

    pub(super) fn break_(&mut self) -> Result<()> {
        let found = self.innermost_loop("'break' outside loop")?;
        self.unwind_fblock(found, false)?;
        self.jump(Opcode::JUMP_ABSOLUTE, found.exit);
        self.next_block();
        Ok(())
    }

    pub(super) fn continue_(&mut self) -> Result<()> {
        let found = self.innermost_loop("'continue' not properly in loop")?;
        self.jump(Opcode::JUMP_ABSOLUTE, found.block);
        self.next_block();
        Ok(())
    }

    /// Leaves everything inside of the innermost loop.
    fn innermost_loop(&mut self, otherwise: &str) -> Result<FBlock<'a>> {
        let lineno = self.u.loc.lineno;
        self.op(Opcode::NOP);
        match self.unwind_to_loop()? {
            Some(found) => Ok(found),
            None => {
                self.u.loc.lineno = lineno;
                self.error(otherwise)
            }
        }
    }
}
