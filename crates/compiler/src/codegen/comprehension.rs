//! Comprehensions and generator expressions: functions that are called at once.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{Comprehension, Expr, ExprKind, ExprRef, Exprs};

use super::display::is_starred;
use super::fblock::FBlockKind;
use super::unit::UnitKind;
use super::{Codegen, Result};
use crate::cfg::BasicBlockId;
use crate::names::known;
use crate::symtable::BlockId;

/// What a comprehension makes of each item.
#[derive(Clone, Copy)]
enum Element<'a> {
    Generator(ExprRef<'a>),
    List(ExprRef<'a>),
    Set(ExprRef<'a>),
    Dict(ExprRef<'a>, ExprRef<'a>),
}

/// One `for` of a comprehension, and what is inside of it.
#[derive(Clone, Copy)]
struct Clause<'a> {
    generators: &'a [Comprehension<'a>],
    /// Which of them it is.
    index: usize,
    /// How many iterators are on the stack.
    depth: u32,
    element: Element<'a>,
}

impl<'a> Codegen<'_, 'a> {
    pub(super) fn comprehension(&mut self, expr: &'a Expr<'a>) -> Result<()> {
        let (name, build, element, generators) = match expr.kind {
            ExprKind::GeneratorExp { elt, generators } => (known::GENEXPR, None, Element::Generator(elt), generators),
            ExprKind::ListComp { elt, generators } => {
                (known::LISTCOMP, Some(Opcode::BUILD_LIST), Element::List(elt), generators)
            }
            ExprKind::SetComp { elt, generators } => {
                (known::SETCOMP, Some(Opcode::BUILD_SET), Element::Set(elt), generators)
            }
            ExprKind::DictComp { key, value, generators } => {
                (known::DICTCOMP, Some(Opcode::BUILD_MAP), Element::Dict(key, value), generators)
            }
            _ => return Ok(()),
        };
        let Some(outermost) = generators.first() else { return Ok(()) };
        let top_level_await = self.is_top_level_await();
        let in_coroutine = self.table.blocks[self.u.block].coroutine;
        let block = self.table.block_of(expr).unwrap_or(BlockId::MODULE);
        let firstlineno = self.lines.lineno(expr.range.start) as i32;
        self.enter_scope(name, UnitKind::Comprehension, block, firstlineno);
        self.set_loc(expr.range);
        let is_async = self.table.blocks[self.u.block].coroutine;
        if is_async && !in_coroutine && build.is_some() && !top_level_await {
            return self.error("asynchronous comprehension outside of an asynchronous function");
        }
        if let Some(build) = build {
            self.op_arg(build, 0);
        }
        self.generator(Clause { generators, index: 0, depth: 0, element })?;
        if build.is_some() {
            self.op(Opcode::RETURN_VALUE);
        }
        let (code, qualname) = self.exit_scope(true);
        if top_level_await && is_async {
            self.table.blocks[self.u.block].coroutine = true;
        }
        self.make_closure(code, 0, qualname);
        self.iterable(outermost.iter)?;
        self.op(if outermost.is_async { Opcode::GET_AITER } else { Opcode::GET_ITER });
        self.op_arg(Opcode::CALL_FUNCTION, 1);
        if is_async && build.is_some() {
            self.await_top();
        }
        Ok(())
    }

    /// A `for`, with what is inside of it.
    fn generator(&mut self, clause: Clause<'a>) -> Result<()> {
        let Some(generator) = clause.generators.get(clause.index) else { return Ok(()) };
        if generator.is_async {
            crate::depth::with_more_stack(|| self.async_generator(generator, clause))
        } else {
            crate::depth::with_more_stack(|| self.sync_generator(generator, clause))
        }
    }

    /// What is inside of a `for`: the next one, or the element. True if it is the element.
    fn inside(&mut self, clause: Clause<'a>, depth: u32) -> Result<bool> {
        let index = clause.index + 1;
        if index < clause.generators.len() {
            self.generator(Clause { index, depth, ..clause })?;
            return Ok(false);
        }
        self.element(clause.element, depth)?;
        Ok(true)
    }

    fn sync_generator(&mut self, generator: &'a Comprehension<'a>, clause: Clause<'a>) -> Result<()> {
        let start = self.new_block();
        let skip = self.new_block();
        let if_cleanup = self.new_block();
        let anchor = self.new_block();
        let mut loops = true;
        if clause.index == 0 {
            // The outermost iterator is the argument.
            self.u.argcount = 1;
            self.op_arg(Opcode::LOAD_FAST, 0);
        } else if let Some(item) = self.only_item(generator.iter) {
            // `for y in [f(x)]` is an assignment.
            self.expr(item)?;
            loops = false;
        } else {
            self.iterable(generator.iter)?;
            self.op(Opcode::GET_ITER);
        }
        let mut depth = clause.depth;
        if loops {
            depth += 1;
            self.use_block(start);
            self.jump(Opcode::FOR_ITER, anchor);
            self.next_block();
        }
        self.expr(generator.target)?;
        self.conditions(generator.ifs, if_cleanup)?;
        if self.inside(clause, depth)? {
            self.use_block(skip);
        }
        self.use_block(if_cleanup);
        if loops {
            self.jump(Opcode::JUMP_ABSOLUTE, start);
            self.use_block(anchor);
        }
        Ok(())
    }

    /// The item of a list or tuple of one item that is no constant.
    fn only_item(&mut self, iter: ExprRef<'a>) -> Option<ExprRef<'a>> {
        match iter.kind {
            ExprKind::List { elts: [item], .. } | ExprKind::Tuple { elts: [item], .. }
                if !is_starred(item) && self.c.folds.get(iter).is_none() =>
            {
                Some(item)
            }
            _ => None,
        }
    }

    fn async_generator(&mut self, generator: &'a Comprehension<'a>, clause: Clause<'a>) -> Result<()> {
        let start = self.new_block();
        let except = self.new_block();
        let if_cleanup = self.new_block();
        if clause.index == 0 {
            self.u.argcount = 1;
            self.op_arg(Opcode::LOAD_FAST, 0);
        } else {
            self.iterable(generator.iter)?;
            self.op(Opcode::GET_AITER);
        }
        self.use_block(start);
        self.push_fblock(FBlockKind::AsyncComprehensionGenerator, start, BasicBlockId::NONE)?;
        self.jump(Opcode::SETUP_FINALLY, except);
        self.op(Opcode::GET_ANEXT);
        self.load_none();
        self.op(Opcode::YIELD_FROM);
        self.op(Opcode::POP_BLOCK);
        self.expr(generator.target)?;
        self.conditions(generator.ifs, if_cleanup)?;
        self.inside(clause, clause.depth + 1)?;
        self.use_block(if_cleanup);
        self.jump(Opcode::JUMP_ABSOLUTE, start);
        self.pop_fblock();
        self.use_block(except);
        self.op(Opcode::END_ASYNC_FOR);
        Ok(())
    }

    fn conditions(&mut self, ifs: Exprs<'a>, otherwise: BasicBlockId) -> Result<()> {
        for condition in ifs {
            self.jump_if(condition, otherwise, false)?;
            self.next_block();
        }
        Ok(())
    }

    fn element(&mut self, element: Element<'a>, depth: u32) -> Result<()> {
        match element {
            Element::Generator(elt) => {
                self.expr(elt)?;
                self.op(Opcode::YIELD_VALUE);
                self.op(Opcode::POP_TOP);
            }
            Element::List(elt) => {
                self.expr(elt)?;
                self.op_arg(Opcode::LIST_APPEND, depth + 1);
            }
            Element::Set(elt) => {
                self.expr(elt)?;
                self.op_arg(Opcode::SET_ADD, depth + 1);
            }
            Element::Dict(key, value) => {
                self.expr(key)?;
                self.expr(value)?;
                self.op_arg(Opcode::MAP_ADD, depth + 1);
            }
        }
        Ok(())
    }
}
