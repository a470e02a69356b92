//! Notes definitions and uses in the block they belong to.

use minipy_parser::SyntaxError;
use minipy_parser::source::Range;

use super::build::Builder;
use super::{Block, BlockId, BlockKind, Flags, Slot, Symbol};
use crate::names::StrId;

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

impl<'a> Builder<'_, 'a> {
    /// Starts a block. Annotation blocks are nobody's children: they do not become code.
    pub(super) fn enter(&mut self, kind: BlockKind, name: StrId, range: Range) -> BlockId {
        let outer = self.stack.last().copied();
        let nested = outer.is_some_and(|outer| {
            let outer = &self.table.blocks[outer];
            outer.nested || outer.kind == BlockKind::Function
        });
        let id = self.table.blocks.push(Block {
            kind,
            name,
            range,
            nested,
            generator: false,
            coroutine: false,
            comprehension: None,
            varargs: false,
            varkeywords: false,
            needs_class_closure: false,
            comp_iter_target: false,
            comp_iter_expr: outer.map_or(0, |outer| self.table.blocks[outer].comp_iter_expr),
            symbols: Vec::new(),
            varnames: Vec::new(),
            children: Vec::new(),
            directives: Vec::new(),
        });
        if let Some(outer) = outer
            && kind != BlockKind::Annotation
        {
            self.table.blocks[outer].children.push(id);
        }
        self.stack.push(id);
        self.cur = id;
        id
    }

    /// Starts the block that `node` makes.
    pub(super) fn enter_node<T>(&mut self, node: &T, kind: BlockKind, name: StrId, range: Range) -> BlockId {
        let id = self.enter(kind, name, range);
        self.table.by_node.insert(std::ptr::from_ref(node).addr(), id);
        id
    }

    /// Ends the current block: names mean again what they meant outside.
    pub(super) fn exit(&mut self) {
        for symbol in &self.table.blocks[self.cur].symbols {
            self.slots[symbol.name] = symbol.shadowed;
        }
        self.stack.pop();
        self.cur = self.stack.last().copied().unwrap_or(BlockId::MODULE);
    }

    /// The current block.
    #[inline]
    pub(super) fn block(&mut self) -> &mut Block {
        &mut self.table.blocks[self.cur]
    }

    /// The symbol of a (mangled) name in the current block or one it is inside of.
    fn find(&self, block: BlockId, name: StrId) -> Option<&Symbol> {
        let mut slot = if (name.0 as usize) < self.slots.len() { self.slots[name] } else { Slot::NONE };
        while slot.block != Slot::NONE.block && slot.block >= block.0 {
            let symbol = self.table.blocks[BlockId(slot.block)].symbols.get(slot.index as usize)?;
            if slot.block == block.0 {
                return Some(symbol);
            }
            slot = symbol.shadowed;
        }
        None
    }

    /// What is known so far of a (mangled) name in a block on the stack.
    pub(super) fn flags_in(&self, block: BlockId, name: StrId) -> Flags {
        self.find(block, name).map_or(Flags::default(), |symbol| symbol.flags)
    }

    /// What is known so far of a name in the current block.
    pub(super) fn lookup(&mut self, name: StrId) -> Flags {
        let name = self.c.strings.mangle(self.private, name);
        self.flags_in(self.cur, name)
    }

    /// The flags of a name in a block on the stack, made if need be.
    fn flags_mut(&mut self, block: BlockId, name: StrId) -> &mut Flags {
        self.slots.grow_to(name, Slot::NONE);
        // The chain of slots runs from the innermost block outwards; find where `block` is, or belongs.
        let mut inner: Option<Slot> = None;
        let mut slot = self.slots[name];
        while slot.block != Slot::NONE.block && slot.block > block.0 {
            inner = Some(slot);
            slot = self.table.blocks[BlockId(slot.block)]
                .symbols
                .get(slot.index as usize)
                .map_or(Slot::NONE, |s| s.shadowed);
        }
        let index = if slot.block == block.0 {
            slot.index as usize
        } else {
            let symbols = &mut self.table.blocks[block].symbols;
            let index = symbols.len();
            symbols.push(Symbol { name, flags: Flags::default(), scope: super::Scope::Unknown, shadowed: slot });
            let made = Slot { block: block.0, index: index as u32 };
            match inner {
                None => self.slots[name] = made,
                Some(inner) => {
                    let symbols = &mut self.table.blocks[BlockId(inner.block)].symbols;
                    if let Some(symbol) = symbols.get_mut(inner.index as usize) {
                        symbol.shadowed = made;
                    }
                }
            }
            index
        };
        match self.table.blocks[block].symbols.get_mut(index) {
            Some(symbol) => &mut symbol.flags,
            None => &mut self.lost,
        }
    }

    /// Notes a definition or use in the current block.
    #[inline]
    pub(super) fn add_def(&mut self, name: StrId, flag: Flags, range: Range) -> Result<()> {
        self.add_def_in(self.cur, name, flag, range)
    }

    /// Notes a definition or use in a block on the stack.
    pub(super) fn add_def_in(&mut self, block: BlockId, name: StrId, flag: Flags, range: Range) -> Result<()> {
        let mangled = self.c.strings.mangle(self.private, name);
        let target = self.table.blocks[block].comp_iter_target;
        let flags = self.flags_mut(block, mangled);
        if flag.intersects(Flags::PARAM) && flags.intersects(Flags::PARAM) {
            let msg = format!("duplicate argument '{}' in function definition", self.c.strings.str(name));
            return Err(self.error(range, msg));
        }
        *flags |= flag;
        if target {
            if flags.intersects(Flags::GLOBAL | Flags::NONLOCAL) {
                let name = self.c.strings.str(name);
                let msg = format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return Err(self.error(range, msg));
            }
            *flags |= Flags::COMP_ITER;
        }
        if flag.intersects(Flags::PARAM) {
            self.table.blocks[block].varnames.push(mangled);
        } else if flag.intersects(Flags::GLOBAL) {
            *self.flags_mut(BlockId::MODULE, mangled) |= flag;
        }
        Ok(())
    }

    /// Remembers where a `global` or `nonlocal` statement is, for errors that only the second pass finds.
    pub(super) fn record_directive(&mut self, name: StrId, range: Range) {
        let name = self.c.strings.mangle(self.private, name);
        self.block().directives.push((name, range));
    }

    pub(super) fn error(&self, range: Range, msg: impl Into<String>) -> Box<SyntaxError> {
        SyntaxError::at(self.c.source, range, msg)
    }
}
