//! The state of one code object while it is being filled (`compiler_unit`), and entering and leaving one.

use minipy_parser::source::Range;

use super::fblock::FBlock;
use super::{Codegen, Loc};
use crate::cfg::Cfg;
use crate::consts::{Code, ConstId};
use crate::names::{StrId, known};
use crate::symtable::{BlockId, Flags, Scope, Symbol};

/// What a code object is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum UnitKind {
    /// A whole source.
    #[default]
    Module,
    /// A class body.
    Class,
    /// A `def`.
    Function,
    /// An `async def`.
    AsyncFunction,
    /// A lambda.
    Lambda,
    /// A comprehension or generator expression.
    Comprehension,
}

/// A code object being filled.
#[derive(Debug)]
pub struct Unit<'a> {
    pub block: BlockId,
    pub kind: UnitKind,
    pub name: StrId,
    pub qualname: StrId,
    /// The class whose private names are mangled here.
    pub private: Option<StrId>,
    pub argcount: u32,
    pub posonlyargcount: u32,
    pub kwonlyargcount: u32,
    pub firstlineno: i32,
    pub(crate) loc: Loc,
    pub fblocks: Vec<FBlock<'a>>,
    pub cfg: Cfg,
    pub consts: Vec<ConstId>,
    pub names: Vec<StrId>,
    pub varnames: Vec<StrId>,
    pub cellvars: Vec<StrId>,
    pub freevars: Vec<StrId>,
}

impl Default for Unit<'_> {
    fn default() -> Self {
        Unit {
            block: BlockId::MODULE,
            kind: UnitKind::Module,
            name: known::MODULE,
            qualname: known::MODULE,
            private: None,
            argcount: 0,
            posonlyargcount: 0,
            kwonlyargcount: 0,
            firstlineno: 1,
            loc: Loc { lineno: 0, range: Range::default() },
            fblocks: Vec::new(),
            cfg: Cfg::default(),
            consts: Vec::new(),
            names: Vec::new(),
            varnames: Vec::new(),
            cellvars: Vec::new(),
            freevars: Vec::new(),
        }
    }
}

impl Unit<'_> {
    /// Empties it, and keeps its memory.
    fn reset(&mut self) {
        let Unit { fblocks, cfg, consts, names, varnames, cellvars, freevars, .. } = self;
        fblocks.clear();
        consts.clear();
        for list in [names, varnames, cellvars, freevars] {
            list.clear();
        }
        cfg.reset();
        (self.argcount, self.posonlyargcount, self.kwonlyargcount) = (0, 0, 0);
        self.qualname = known::MODULE;
        self.loc = Loc { lineno: 0, range: Range::default() };
    }
}

impl<'a> Codegen<'_, 'a> {
    /// Starts a code object inside the current one.
    pub(super) fn enter_scope(&mut self, name: StrId, kind: UnitKind, block: BlockId, firstlineno: i32) {
        let declared_global = self.is_explicit_global(name);
        let mut unit = self.spare.pop().unwrap_or_default();
        unit.reset();
        (unit.block, unit.kind, unit.name, unit.firstlineno) = (block, kind, name, firstlineno);
        unit.private = self.u.private;
        self.outer.push(std::mem::replace(&mut self.u, unit));
        self.serial += 1;
        let serial = self.serial;
        for map in [&mut self.scopes, &mut self.names, &mut self.fast, &mut self.free, &mut self.cells] {
            map.enter(serial);
        }
        self.consts.enter(serial);
        self.load_symbols();
        if kind != UnitKind::Module {
            self.u.qualname = self.qualname(declared_global);
        }
    }

    /// Makes the names of the current block known: their scopes, parameters, cells and free variables.
    fn load_symbols(&mut self) {
        let block = &self.table.blocks[self.u.block];
        for &Symbol { name, flags, scope, .. } in &block.symbols {
            self.scopes.insert(name, scope as u32);
            if scope == Scope::Cell {
                self.u.cellvars.push(name);
            } else if scope == Scope::Free || flags.intersects(Flags::FREE_CLASS) {
                self.u.freevars.push(name);
            }
        }
        for (at, &name) in block.varnames.iter().enumerate() {
            self.fast.insert(name, at as u32);
        }
        self.u.varnames.clone_from(&block.varnames);
        if block.needs_class_closure {
            self.u.cellvars.push(known::CLASS_CELL);
        }
        let strings = &self.c.strings;
        self.u.cellvars.sort_unstable_by(|&a, &b| strings.text(a).as_bytes().cmp(strings.text(b).as_bytes()));
        self.u.freevars.sort_unstable_by(|&a, &b| strings.text(a).as_bytes().cmp(strings.text(b).as_bytes()));
        for (at, &name) in self.u.cellvars.iter().enumerate() {
            self.cells.insert(name, at as u32);
        }
        let cells = self.u.cellvars.len();
        for (at, &name) in self.u.freevars.iter().enumerate() {
            self.free.insert(name, (cells + at) as u32);
        }
    }

    fn is_explicit_global(&mut self, name: StrId) -> bool {
        let mangled = self.c.strings.mangle(self.u.private, name);
        self.scopes.get(mangled) == Some(Scope::GlobalExplicit as u32)
    }

    /// The dotted name of the current unit. The unit of the module does not count, nor what is around the module.
    fn qualname(&mut self, declared_global: bool) -> StrId {
        let name = self.u.name;
        let Some(parent) = self.outer.last().filter(|_| self.outer.len() > 2) else { return name };
        let named = matches!(self.u.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class);
        if named && declared_global {
            return name;
        }
        let function = matches!(parent.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda);
        let (base, name) = (self.c.strings.str(parent.qualname), self.c.strings.str(name));
        let text = if function { [base, ".<locals>.", name].concat() } else { [base, ".", name].concat() };
        self.c.strings.intern_owned(&text)
    }

    /// Finishes the current code object; returns it and its qualified name.
    pub(super) fn exit_scope(&mut self, add_none: bool) -> (&'a Code<'a>, StrId) {
        let code = self.assemble(add_none);
        let qualname = self.u.qualname;
        for map in [&mut self.scopes, &mut self.names, &mut self.fast, &mut self.free, &mut self.cells] {
            map.exit();
        }
        self.consts.exit();
        let outer = self.outer.pop().unwrap_or_default();
        let unit = std::mem::replace(&mut self.u, outer);
        self.spare.push(unit);
        (code, qualname)
    }
}
