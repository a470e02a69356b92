//! Symbol tables: for every block of code, its names and where each of them lives.
//!
//! Answers to `Python/symtable.c`. Two passes: [`build`] walks the tree once, notes definitions and uses, and folds
//! constants on the way (`ast_opt`); [`analyze`] then decides each name's scope. Names are numbers, look-ups are array
//! accesses, and both passes are linear in the size of the source.

mod analyze;
pub mod build;
mod define;
mod expr;
mod pattern;

use minipy_parser::source::Range;
use rustc_hash::FxHashMap;

use crate::index::{IndexVec, define_id};
use crate::names::StrId;

define_id!(
    /// A block of a symbol table.
    BlockId
);

impl BlockId {
    /// The block of the whole source.
    pub const MODULE: BlockId = BlockId(0);
}

/// What kind of code a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A whole source.
    Module,
    /// A class body.
    Class,
    /// A function, lambda or comprehension.
    Function,
    /// Annotations that the source's future statement turns into strings.
    Annotation,
}

/// Which comprehension a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comprehension {
    /// `[... for ...]`
    List,
    /// `{... for ...}`
    Set,
    /// `{...: ... for ...}`
    Dict,
    /// `(... for ...)`
    Generator,
}

/// What the first pass finds out about a name in a block: the bits `DEF_*` and `USE` of CPython.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(pub u16);

impl Flags {
    /// A `global` statement.
    pub const GLOBAL: Flags = Flags(1);
    /// An assignment or other binding.
    pub const LOCAL: Flags = Flags(2);
    /// A parameter.
    pub const PARAM: Flags = Flags(2 << 1);
    /// A `nonlocal` statement.
    pub const NONLOCAL: Flags = Flags(2 << 2);
    /// A use.
    pub const USE: Flags = Flags(2 << 3);
    /// A variable of an enclosing function that a method uses, in a class that has the name too.
    pub const FREE_CLASS: Flags = Flags(2 << 5);
    /// An import.
    pub const IMPORT: Flags = Flags(2 << 6);
    /// An annotation.
    pub const ANNOT: Flags = Flags(2 << 7);
    /// The variable of a comprehension's `for`.
    pub const COMP_ITER: Flags = Flags(2 << 8);
    /// Any binding.
    pub const BOUND: Flags = Flags(Self::LOCAL.0 | Self::PARAM.0 | Self::IMPORT.0);

    /// Whether any bit of `other` is set.
    #[inline]
    pub const fn intersects(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Flags {
    type Output = Flags;
    fn bitor(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Flags) {
        self.0 |= other.0;
    }
}

/// Where a name lives, with CPython's numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(u8)]
pub enum Scope {
    /// Nowhere: not a name of this block.
    #[default]
    Unknown = 0,
    /// In this block.
    Local = 1,
    /// In the module, because a statement says so.
    GlobalExplicit = 2,
    /// In the module or the builtins, because no enclosing function binds it.
    GlobalImplicit = 3,
    /// In an enclosing function.
    Free = 4,
    /// In this function, and inner functions use it.
    Cell = 5,
}

/// Where to find the symbol of a name: the innermost block on the stack that has it, and its index there.
#[derive(Clone, Copy, Debug)]
struct Slot {
    block: u32,
    index: u32,
}

impl Slot {
    const NONE: Slot = Slot { block: u32::MAX, index: 0 };
}

/// A name in a block.
#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    /// The name, mangled.
    pub name: StrId,
    /// How it is used.
    pub flags: Flags,
    /// Where it lives.
    pub scope: Scope,
    /// The symbol of the same name in a block further out, while the blocks are being built.
    shadowed: Slot,
}

/// A symbol table entry: one block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The kind of code.
    pub kind: BlockKind,
    /// The function's or class's name; `top` for the module.
    pub name: StrId,
    /// The statement or expression that makes the block.
    pub range: Range,
    /// Whether it is inside a function.
    pub nested: bool,
    /// Whether it yields.
    pub generator: bool,
    /// Whether it awaits, or is declared `async`.
    pub coroutine: bool,
    /// Which comprehension it is, if one.
    pub comprehension: Option<Comprehension>,
    /// Whether there is an `*args`.
    pub varargs: bool,
    /// Whether there is a `**kwargs`.
    pub varkeywords: bool,
    /// Whether methods of this class use `__class__` or `super`.
    pub needs_class_closure: bool,
    /// Inside the target of a comprehension's `for`.
    comp_iter_target: bool,
    /// Inside how many iterables of comprehensions.
    comp_iter_expr: u32,
    /// Names in order of appearance.
    pub symbols: Vec<Symbol>,
    /// Parameters in the order of `co_varnames`.
    pub varnames: Vec<StrId>,
    /// The blocks directly inside.
    pub children: Vec<BlockId>,
    /// Names of `global` and `nonlocal` statements, and where.
    directives: Vec<(StrId, Range)>,
}

/// The symbol tables of a source.
#[derive(Default)]
pub struct SymbolTable {
    /// The blocks, in order of appearance.
    pub blocks: IndexVec<BlockId, Block>,
    by_node: FxHashMap<usize, BlockId>,
}

impl SymbolTable {
    /// The block that a statement or expression makes.
    pub fn block_of<T>(&self, node: &T) -> Option<BlockId> {
        self.by_node.get(&std::ptr::from_ref(node).addr()).copied()
    }
}
