//! Code generation: from tree and symbol tables to instructions in basic blocks.
//!
//! Answers to the first half of `Python/compile.c`. One file a kind of statement or expression. What order parts are
//! evaluated in, which instruction gets which line, and in which order blocks are made, is CPython's to the letter.

mod assign;
mod call;
mod check;
mod class;
mod comprehension;
mod condition;
mod display;
mod emit;
mod expr;
mod fblock;
mod function;
mod import;
mod loop_;
mod match_;
mod name;
mod scoped;
mod stmt;
mod try_;
pub mod unit;
mod with_;

use minipy_bytecode::opcode::Opcode;
use minipy_parser::SyntaxError;
use minipy_parser::ast::Mod;
use minipy_parser::source::{LineCursor, Range};

use crate::compilation::Compilation;
use crate::consts::{Code, ConstId};
use crate::names::{StrId, known};
use crate::symtable::{BlockId, BlockKind, SymbolTable};
use scoped::ScopedMap;
use unit::{Unit, UnitKind};

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

/// The size up to which calls and displays are built on the stack.
const STACK_USE_GUIDELINE: usize = 30;

/// A position to come back to: `u_lineno` and the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loc {
    pub lineno: i32,
    pub range: Range,
}

/// Generates the code of one source.
pub struct Codegen<'c, 'a> {
    pub(crate) c: &'c mut Compilation<'a>,
    pub(crate) table: SymbolTable,
    lines: LineCursor<'a>,
    /// The code object being filled.
    pub(crate) u: Box<Unit<'a>>,
    /// Those around it.
    #[expect(clippy::vec_box, reason = "units are swapped with the current one, and large")]
    outer: Vec<Box<Unit<'a>>>,
    /// Units to use again.
    #[expect(clippy::vec_box, reason = "units are swapped with the current one, and large")]
    spare: Vec<Box<Unit<'a>>>,
    /// How many units there were.
    serial: u32,
    scopes: ScopedMap<StrId>,
    names: ScopedMap<StrId>,
    fast: ScopedMap<StrId>,
    free: ScopedMap<StrId>,
    cells: ScopedMap<StrId>,
    consts: ScopedMap<ConstId>,
    interactive: bool,
    depth: u32,
}

/// Compiles a whole tree.
pub fn generate<'a>(c: &mut Compilation<'a>, table: SymbolTable, module: &Mod<'a>) -> Result<&'a Code<'a>> {
    let lines = c.source.lines().cursor();
    let mut generator = Codegen {
        c,
        table,
        lines,
        u: Box::default(),
        outer: Vec::new(),
        spare: Vec::new(),
        serial: 0,
        scopes: ScopedMap::default(),
        names: ScopedMap::default(),
        fast: ScopedMap::default(),
        free: ScopedMap::default(),
        cells: ScopedMap::default(),
        consts: ScopedMap::default(),
        interactive: false,
        depth: 0,
    };
    generator.enter_scope(known::MODULE, UnitKind::Module, BlockId::MODULE, 1);
    let mut add_none = true;
    match *module {
        Mod::Module { body } => generator.body(body)?,
        Mod::Interactive { body } => {
            if stmt::has_annotations(body) {
                generator.op(Opcode::SETUP_ANNOTATIONS);
            }
            generator.interactive = true;
            generator.stmts(body)?;
        }
        Mod::Expression { body } => {
            generator.expr(body)?;
            add_none = false;
        }
    }
    Ok(generator.exit_scope(add_none).0)
}

impl<'a> Codegen<'_, 'a> {
    /// Makes `range` the position of what follows.
    #[inline]
    fn set_loc(&mut self, range: Range) {
        self.u.loc = Loc { lineno: self.lines.lineno(range.start) as i32, range };
    }

    /// Makes what follows belong to no line.
    #[inline]
    fn no_line(&mut self) {
        self.u.loc.lineno = crate::cfg::NO_LINE;
    }

    /// The line on which a range ends.
    fn end_line(&mut self, range: Range) -> i32 {
        self.lines.lineno(range.end) as i32
    }

    fn error<T>(&self, msg: impl Into<String>) -> Result<T> {
        let mut error = SyntaxError::at(self.c.source, self.u.loc.range, msg);
        if error.lineno != Some(self.u.loc.lineno) {
            error.lineno = Some(self.u.loc.lineno);
            error.text = None;
        }
        Err(error)
    }

    /// Whether `await` is allowed here because the whole source may await.
    fn is_top_level_await(&self) -> bool {
        self.c.options.top_level_await && self.table.blocks[self.u.block].kind == BlockKind::Module
    }

    fn block_kind(&self) -> BlockKind {
        self.table.blocks[self.u.block].kind
    }
}
