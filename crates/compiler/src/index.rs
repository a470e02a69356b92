//! Tables addressed by typed ids.
//!
//! Names, constants, symbol-table blocks and basic blocks are numbers in the compiler, and each kind of number is a type
//! of its own. An id is only ever made by the table it belongs to, and tables only grow while ids to them are alive.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A number that addresses an [`IndexVec`].
pub trait Id: Copy {
    /// From a position. Positions stop short of `u32::MAX`: a source of that size has no 32-bit offsets.
    fn new(at: usize) -> Self;
    /// Back to the position.
    fn at(self) -> usize;
}

macro_rules! define_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $crate::index::Id for $name {
            fn new(at: usize) -> Self {
                $name(at as u32)
            }

            fn at(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use define_id;

/// A vector addressed by ids of one type.
#[derive(Clone, Debug)]
pub struct IndexVec<I, T> {
    items: Vec<T>,
    ids: PhantomData<fn(I)>,
}

impl<I, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        IndexVec { items: Vec::new(), ids: PhantomData }
    }
}

impl<I: Id, T> IndexVec<I, T> {
    /// Adds an item and returns its id.
    #[inline]
    pub fn push(&mut self, item: T) -> I {
        let id = I::new(self.items.len());
        self.items.push(item);
        id
    }

    /// A vector of so many equal items.
    pub fn filled(len: usize, item: T) -> Self
    where
        T: Clone,
    {
        IndexVec { items: vec![item; len], ids: PhantomData }
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Removes all items and keeps the memory.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// Makes room up to and including `id`, filling with `fill`.
    #[inline]
    pub fn grow_to(&mut self, id: I, fill: T)
    where
        T: Clone,
    {
        if id.at() >= self.items.len() {
            let len = (id.at() + 1).max(self.items.len() * 2);
            self.items.resize(len, fill);
        }
    }

    /// All items in order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// All ids in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.items.len()).map(I::new)
    }
}

impl<I: Id, T> Index<I> for IndexVec<I, T> {
    type Output = T;

    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "an id is made by `push` on the table it addresses; see the module's header"
    )]
    fn index(&self, id: I) -> &T {
        &self.items[id.at()]
    }
}

impl<I: Id, T> IndexMut<I> for IndexVec<I, T> {
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "an id is made by `push` on the table it addresses; see the module's header"
    )]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.at()]
    }
}
