//! Stacks on which lists collect, innermost list on top, until they are complete and move to the arena.

use bumpalo::Bump;

/// Where a list under way begins on its scratch stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base(u32);

/// A scratch stack.
#[derive(Debug)]
pub struct Scratch<T> {
    items: Vec<T>,
}

impl<T> Default for Scratch<T> {
    fn default() -> Self {
        Scratch { items: Vec::new() }
    }
}

impl<T: Copy> Scratch<T> {
    /// The place of the next item.
    pub fn base(&self) -> Base {
        Base(self.items.len() as u32)
    }

    /// Pushes an item and gives its place, which is the base of a list that it begins.
    #[inline]
    pub fn begin(&mut self, item: T) -> Base {
        let base = self.base();
        self.items.push(item);
        base
    }

    /// Pushes an item of the list that began at `base`.
    #[inline]
    pub fn push(&mut self, base: Base, item: T) -> Base {
        self.items.push(item);
        base
    }

    /// The items from `base` on.
    #[inline]
    pub fn items(&self, base: Base) -> &[T] {
        self.items.get(base.0 as usize..).unwrap_or(&[])
    }

    /// Takes the items from `base` on off the stack and into the arena.
    #[inline]
    pub fn finish<'a>(&mut self, base: Base, arena: &'a Bump) -> &'a [T] {
        let list = arena.alloc_slice_copy(self.items(base));
        self.items.truncate(base.0 as usize);
        list
    }

    /// Takes the items from `base` on off the stack.
    pub fn discard(&mut self, base: Base) {
        self.items.truncate(base.0 as usize);
    }
}
