//! The second pass: where each name lives.
//!
//! CPython hands every block copies of the sets of names bound and declared global around it. Here one array says for
//! each name what it is at the moment (see [`Visible`]); a block notes what it changes and puts it back when it ends.

use minipy_parser::SyntaxError;

use super::{BlockId, BlockKind, Flags, Scope, Slot, Symbol, SymbolTable};
use crate::compilation::Compilation;
use crate::index::IndexVec;
use crate::names::{StrId, known};

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

/// What a name is to the blocks inside the current one.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Visible {
    /// No enclosing function says anything of it.
    #[default]
    Nothing,
    /// An enclosing function binds it.
    Bound,
    /// An enclosing block declares it global.
    Global,
}

struct Analysis<'t, 'c, 'a> {
    table: &'t mut SymbolTable,
    c: &'c Compilation<'a>,
    visible: IndexVec<StrId, Visible>,
    /// What to put back when blocks end.
    undo: Vec<(StrId, Visible)>,
    /// For names of the block whose free names are being settled: the block and the symbol's index.
    symbol_at: IndexVec<StrId, (u32, u32)>,
}

/// Decides the scope of every name of every block.
pub fn analyze(table: &mut SymbolTable, c: &Compilation<'_>) -> Result<()> {
    let mut visible = IndexVec::default();
    let mut symbol_at = IndexVec::default();
    let last = StrId(c.strings.count() as u32);
    visible.grow_to(last, Visible::Nothing);
    symbol_at.grow_to(last, (u32::MAX, 0));
    let mut analysis = Analysis { table, c, visible, undo: Vec::new(), symbol_at };
    analysis.block(BlockId::MODULE)?;
    Ok(())
}

impl Analysis<'_, '_, '_> {
    /// Analyses a block and those inside it; returns the names they need from outside.
    fn block(&mut self, id: BlockId) -> Result<Vec<StrId>> {
        let mark = self.undo.len();
        let mut free = self.scopes(id)?;
        let kind = self.table.blocks[id].kind;
        if kind == BlockKind::Class {
            self.set(known::CLASS_CELL, Visible::Bound);
        }
        let mut wanted = Vec::new();
        for at in 0..self.table.blocks[id].children.len() {
            let Some(&child) = self.table.blocks[id].children.get(at) else { break };
            wanted.append(&mut crate::depth::with_more_stack(|| self.block(child))?);
        }
        while self.undo.len() > mark {
            if let Some((name, old)) = self.undo.pop() {
                self.visible[name] = old;
            }
        }
        if !wanted.is_empty() {
            self.settle(id, wanted, &mut free);
        }
        Ok(free)
    }

    fn set(&mut self, name: StrId, to: Visible) {
        let old = std::mem::replace(&mut self.visible[name], to);
        if old != to {
            self.undo.push((name, old));
        }
    }

    /// Decides the scopes of a block's own names; returns those it takes from enclosing functions.
    fn scopes(&mut self, id: BlockId) -> Result<Vec<StrId>> {
        let kind = self.table.blocks[id].kind;
        let mut free = Vec::new();
        for at in 0..self.table.blocks[id].symbols.len() {
            let Some(&Symbol { name, flags, .. }) = self.table.blocks[id].symbols.get(at) else { break };
            let (scope, visible) = self.scope(id, name, flags)?;
            if scope == Scope::Free {
                free.push(name);
            }
            // What a class binds or declares global means nothing to its methods.
            if let Some(visible) = visible
                && kind != BlockKind::Class
            {
                self.set(name, visible);
            }
            if let Some(symbol) = self.table.blocks[id].symbols.get_mut(at) {
                symbol.scope = scope;
            }
        }
        Ok(free)
    }

    /// The scope of a name, and what it becomes for inner blocks.
    fn scope(&self, id: BlockId, name: StrId, flags: Flags) -> Result<(Scope, Option<Visible>)> {
        let around = self.visible[name];
        if flags.intersects(Flags::GLOBAL) {
            if flags.intersects(Flags::NONLOCAL) {
                return Err(self.directive_error(
                    id,
                    name,
                    format!("name '{}' is nonlocal and global", self.c.strings.str(name)),
                ));
            }
            return Ok((Scope::GlobalExplicit, Some(Visible::Global)));
        }
        if flags.intersects(Flags::NONLOCAL) {
            if id == BlockId::MODULE {
                return Err(self.directive_error(
                    id,
                    name,
                    "nonlocal declaration not allowed at module level".to_owned(),
                ));
            }
            if around != Visible::Bound {
                let name_text = self.c.strings.str(name);
                return Err(self.directive_error(id, name, format!("no binding for nonlocal '{name_text}' found")));
            }
            return Ok((Scope::Free, None));
        }
        if flags.intersects(Flags::BOUND) {
            let function = self.table.blocks[id].kind == BlockKind::Function;
            return Ok((Scope::Local, Some(if function { Visible::Bound } else { Visible::Nothing })));
        }
        match around {
            Visible::Bound => Ok((Scope::Free, None)),
            Visible::Global | Visible::Nothing => Ok((Scope::GlobalImplicit, None)),
        }
    }

    /// Settles what inner blocks want: a function's own variables become cells, the rest is wanted further out.
    fn settle(&mut self, id: BlockId, wanted: Vec<StrId>, free: &mut Vec<StrId>) {
        const SEEN: u32 = u32::MAX - 1;
        let block = &mut self.table.blocks[id];
        for (at, symbol) in block.symbols.iter().enumerate() {
            self.symbol_at[symbol.name] = (id.0, at as u32);
        }
        for name in wanted {
            let (of, at) = self.symbol_at[name];
            if (of, at) == (id.0, SEEN) {
                continue;
            }
            self.symbol_at[name] = (id.0, SEEN);
            if block.kind == BlockKind::Class && name == known::CLASS_CELL {
                block.needs_class_closure = true;
                continue;
            }
            let symbol = if of == id.0 { block.symbols.get_mut(at as usize) } else { None };
            match symbol {
                Some(symbol) if block.kind == BlockKind::Function && symbol.scope == Scope::Local => {
                    symbol.scope = Scope::Cell;
                    continue;
                }
                Some(symbol) if symbol.scope == Scope::Free => continue,
                Some(symbol)
                    if block.kind == BlockKind::Class && symbol.flags.intersects(Flags::BOUND | Flags::GLOBAL) =>
                {
                    symbol.flags |= Flags::FREE_CLASS;
                }
                Some(_) => {}
                None if id == BlockId::MODULE || self.visible[name] == Visible::Bound => {
                    block.symbols.push(Symbol {
                        name,
                        flags: Flags::default(),
                        scope: Scope::Free,
                        shadowed: Slot::NONE,
                    });
                }
                None => {}
            }
            free.push(name);
        }
    }

    fn directive_error(&self, id: BlockId, name: StrId, msg: String) -> Box<SyntaxError> {
        let directives = &self.table.blocks[id].directives;
        let range = directives.iter().find(|(directive, _)| *directive == name).map_or_else(Default::default, |d| d.1);
        SyntaxError::at(self.c.source, range, msg)
    }
}
