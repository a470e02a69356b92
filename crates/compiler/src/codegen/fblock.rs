//! Frame blocks: the loops, `try`s and `with`s around a statement, and how `return`, `break` and `continue` leave them.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprContext, Stmts};
use minipy_parser::source::Range;

use super::{Codegen, Result};
use crate::cfg::BasicBlockId;
use crate::names::StrId;

/// So many may be nested.
const CO_MAXBLOCKS: usize = 20;

/// What kind of frame block, and what leaving it takes.
#[derive(Clone, Copy, Debug)]
pub enum FBlockKind<'a> {
    /// `while`
    WhileLoop,
    /// `for`: its iterator is on the stack.
    ForLoop,
    /// The body of `try` with `except`.
    TryExcept,
    /// The body of `try` with `finally`: leaving it runs a copy of the `finally` body.
    FinallyTry(Stmts<'a>),
    /// A `finally` body that an exception led to.
    FinallyEnd,
    /// The body of the `with` at this place.
    With(Range),
    /// The body of the `async with` at this place.
    AsyncWith(Range),
    /// The body of an `except`, and the name it binds.
    HandlerCleanup(Option<StrId>),
    /// A value on the stack to drop.
    PopValue,
    /// The `except`s of a `try`.
    ExceptionHandler,
    /// An `async for` of a comprehension.
    AsyncComprehensionGenerator,
}

/// A frame block.
#[derive(Clone, Copy, Debug)]
pub struct FBlock<'a> {
    pub kind: FBlockKind<'a>,
    /// Where `continue` goes.
    pub block: BasicBlockId,
    /// Where `break` goes.
    pub exit: BasicBlockId,
}

impl FBlock<'_> {
    fn is_loop(&self) -> bool {
        matches!(self.kind, FBlockKind::WhileLoop | FBlockKind::ForLoop)
    }
}

impl<'a> Codegen<'_, 'a> {
    pub(super) fn push_fblock(&mut self, kind: FBlockKind<'a>, block: BasicBlockId, exit: BasicBlockId) -> Result<()> {
        if self.u.fblocks.len() >= CO_MAXBLOCKS {
            return self.error("too many statically nested blocks");
        }
        self.u.fblocks.push(FBlock { kind, block, exit });
        Ok(())
    }

    pub(super) fn pop_fblock(&mut self) {
        self.u.fblocks.pop();
    }

    /// Leaves all frame blocks, for `return`.
    pub(super) fn unwind_all(&mut self, preserve_tos: bool) -> Result<()> {
        self.unwind(preserve_tos, false).map(drop)
    }

    /// Leaves frame blocks up to the innermost loop, which is returned.
    pub(super) fn unwind_to_loop(&mut self) -> Result<Option<FBlock<'a>>> {
        self.unwind(false, true)
    }

    fn unwind(&mut self, preserve_tos: bool, stop_at_loop: bool) -> Result<Option<FBlock<'a>>> {
        let mut left = Vec::new();
        let mut found = None;
        while let Some(&top) = self.u.fblocks.last() {
            if stop_at_loop && top.is_loop() {
                found = Some(top);
                break;
            }
            self.u.fblocks.pop();
            left.push(top);
            self.unwind_fblock(top, preserve_tos)?;
        }
        self.u.fblocks.extend(left.into_iter().rev());
        Ok(found)
    }

    /// Leaves one frame block. With `preserve_tos`, the value on top of the stack survives.
    pub(super) fn unwind_fblock(&mut self, fblock: FBlock<'a>, preserve_tos: bool) -> Result<()> {
        match fblock.kind {
            FBlockKind::WhileLoop | FBlockKind::ExceptionHandler | FBlockKind::AsyncComprehensionGenerator => {}
            FBlockKind::ForLoop | FBlockKind::PopValue => {
                if preserve_tos {
                    self.op(Opcode::ROT_TWO);
                }
                self.op(Opcode::POP_TOP);
            }
            FBlockKind::TryExcept => self.op(Opcode::POP_BLOCK),
            FBlockKind::FinallyTry(body) => self.unwind_finally(body, preserve_tos)?,
            FBlockKind::FinallyEnd => {
                if preserve_tos {
                    self.op(Opcode::ROT_FOUR);
                }
                for _ in 0..3 {
                    self.op(Opcode::POP_TOP);
                }
                if preserve_tos {
                    self.op(Opcode::ROT_FOUR);
                }
                self.op(Opcode::POP_EXCEPT);
            }
            FBlockKind::With(range) => self.unwind_with(range, false, preserve_tos),
            FBlockKind::AsyncWith(range) => self.unwind_with(range, true, preserve_tos),
            FBlockKind::HandlerCleanup(name) => {
                if name.is_some() {
                    self.op(Opcode::POP_BLOCK);
                }
                if preserve_tos {
                    self.op(Opcode::ROT_FOUR);
                }
                self.op(Opcode::POP_EXCEPT);
                if let Some(name) = name {
                    self.forget(name)?;
                }
            }
        }
        Ok(())
    }

    fn unwind_finally(&mut self, body: Stmts<'a>, preserve_tos: bool) -> Result<()> {
        self.op(Opcode::POP_BLOCK);
        if preserve_tos {
            self.push_fblock(FBlockKind::PopValue, BasicBlockId::NONE, BasicBlockId::NONE)?;
        }
        self.stmts(body)?;
        if preserve_tos {
            self.pop_fblock();
        }
        // What follows happens after the `finally` body, but no token of the source says so.
        self.no_line();
        Ok(())
    }

    fn unwind_with(&mut self, range: Range, is_async: bool, preserve_tos: bool) {
        self.set_loc(range);
        self.op(Opcode::POP_BLOCK);
        if preserve_tos {
            self.op(Opcode::ROT_TWO);
        }
        self.call_exit_with_nones();
        if is_async {
            self.await_top();
        }
        self.op(Opcode::POP_TOP);
        self.no_line();
    }

    /// `__exit__(None, None, None)`
    pub(super) fn call_exit_with_nones(&mut self) {
        self.load_none();
        self.op(Opcode::DUP_TOP);
        self.op(Opcode::DUP_TOP);
        self.op_arg(Opcode::CALL_FUNCTION, 3);
    }

    /// `name = None; del name`, at the end of `except ... as name`.
    pub(super) fn forget(&mut self, name: StrId) -> Result<()> {
        self.load_none();
        self.name_op(name, ExprContext::Store)?;
        self.name_op(name, ExprContext::Del)
    }
}
