//! From a filled unit to a code object.
//!
//! Answers to `assemble`, `makecode` and `compute_code_flags`. The order of the steps is CPython's.

use minipy_bytecode::code::CodeFlags;
use minipy_bytecode::opcode::Opcode;

use crate::cfg::NO_LINE;
use crate::cfg::optimize::ConstantTable;
use crate::codegen::Codegen;
use crate::codegen::unit::UnitKind;
use crate::consts::{Code, ConstId, Consts};
use crate::names::Strings;
use crate::symtable::BlockKind;
use rustc_hash::FxHashMap;

/// The kinds of `GEN_START`.
const GENERATOR: u32 = 0;
const COROUTINE: u32 = 1;
const ASYNC_GENERATOR: u32 = 2;

/// The constants of the unit, which rewrites look at and add to.
struct UnitConsts<'u, 'a> {
    consts: &'u mut Consts<'a>,
    strings: &'u Strings<'a>,
    unit: &'u mut Vec<ConstId>,
    /// Where tuples made by rewrites are; filled when the first is made.
    index: Option<FxHashMap<ConstId, u32>>,
}

impl UnitConsts<'_, '_> {
    fn at(&self, index: u32) -> ConstId {
        self.unit.get(index as usize).copied().unwrap_or(Consts::NONE)
    }
}

impl ConstantTable for UnitConsts<'_, '_> {
    fn is_true(&self, index: u32) -> bool {
        self.consts.is_true(self.at(index), self.strings)
    }

    fn tuple(&mut self, indices: &mut dyn Iterator<Item = u32>) -> u32 {
        let items: Vec<ConstId> = indices.map(|index| self.at(index)).collect();
        let tuple = self.consts.tuple(&items);
        let unit = &mut *self.unit;
        let index = self.index.get_or_insert_with(|| unit.iter().zip(0..).map(|(&value, at)| (value, at)).collect());
        *index.entry(tuple).or_insert_with(|| {
            unit.push(tuple);
            unit.len() as u32 - 1
        })
    }
}

impl<'a> Codegen<'_, 'a> {
    /// Turns the current unit into a code object.
    pub(crate) fn assemble(&mut self, add_none: bool) -> &'a Code<'a> {
        if !self.u.cfg.current_returns() {
            self.u.loc.lineno = NO_LINE;
            if add_none {
                self.load_none();
            }
            self.op(Opcode::RETURN_VALUE);
        }
        let flags = self.code_flags();
        let firstlineno = self.u.firstlineno;
        self.u.cfg.finish();
        self.u.cfg.normalize();
        self.u.cfg.inline_small_exits();
        if flags.is_generator_like() {
            let kind = if flags.contains(CodeFlags::COROUTINE) {
                COROUTINE
            } else if flags.contains(CodeFlags::ASYNC_GENERATOR) {
                ASYNC_GENERATOR
            } else {
                GENERATOR
            };
            self.u.cfg.insert_generator_prefix(kind);
        }
        let mut consts =
            UnitConsts { consts: &mut self.c.consts, strings: &self.c.strings, unit: &mut self.u.consts, index: None };
        self.u.cfg.optimize(&mut consts);
        self.u.cfg.duplicate_exits_without_lineno();
        let last_const = self.u.cfg.propagate_line_numbers();
        // The first constant may be a docstring, and stays whether it is used or not.
        self.u.consts.truncate(last_const as usize + 1);
        self.u.cfg.guarantee_lineno_for_exits(firstlineno);
        self.u.cfg.normalize_jumps();
        self.u.cfg.assemble_jump_offsets();
        let block = &self.table.blocks[self.u.block];
        let stacksize = self.u.cfg.stackdepth(block.generator || block.coroutine);
        let arena = self.c.arena;
        let (code, linetable) = self.u.cfg.emit(firstlineno);
        let (code, linetable) = (arena.alloc_slice_copy(code), arena.alloc_slice_copy(linetable));
        let u = &self.u;
        arena.alloc(Code {
            name: u.name,
            argcount: u.posonlyargcount + u.argcount,
            posonlyargcount: u.posonlyargcount,
            kwonlyargcount: u.kwonlyargcount,
            flags,
            firstlineno,
            stacksize,
            code,
            consts: arena.alloc_slice_copy(&u.consts),
            names: arena.alloc_slice_copy(&u.names),
            varnames: arena.alloc_slice_copy(&u.varnames),
            freevars: arena.alloc_slice_copy(&u.freevars),
            cellvars: arena.alloc_slice_copy(&u.cellvars),
            linetable,
        })
    }

    fn code_flags(&self) -> CodeFlags {
        let block = &self.table.blocks[self.u.block];
        let mut flags = self.c.future.features;
        let mut set = |condition: bool, flag: CodeFlags| {
            if condition {
                flags.insert(flag);
            }
        };
        if block.kind == BlockKind::Function {
            set(true, CodeFlags::NEWLOCALS | CodeFlags::OPTIMIZED);
            set(block.nested, CodeFlags::NESTED);
            set(block.generator && !block.coroutine, CodeFlags::GENERATOR);
            set(!block.generator && block.coroutine, CodeFlags::COROUTINE);
            set(block.generator && block.coroutine, CodeFlags::ASYNC_GENERATOR);
            set(block.varargs, CodeFlags::VARARGS);
            set(block.varkeywords, CodeFlags::VARKEYWORDS);
        }
        let awaits = self.u.kind == UnitKind::Module && self.c.options.top_level_await;
        set(awaits && block.coroutine && !block.generator, CodeFlags::COROUTINE);
        set(self.u.cellvars.is_empty() && self.u.freevars.is_empty(), CodeFlags::NOFREE);
        flags
    }
}
