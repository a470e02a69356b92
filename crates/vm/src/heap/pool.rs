//! Memory for small objects: free lists by size, cut from blocks (CPython's Objects/obmalloc.c).
//!
//! A block belongs to its size for ever; what is freed is handed out again, the last first, while it is still in the
//! processor's cache. Bigger objects come from the system's allocator.

#![expect(unsafe_code, reason = "raw memory is linked and handed out here")]

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};

use super::Heap;

/// Objects of up to this many bytes come from the free lists.
const LARGEST: usize = 512;
/// A list for each multiple of eight bytes.
const LISTS: usize = LARGEST / 8 + 1;
/// Bytes of the first block of a size and of the biggest ones.
const BLOCKS: (usize, usize) = (1 << 10, 1 << 16);

/// The free memory of each size.
pub(super) struct Pool {
    lists: [List; LISTS],
}

/// Free places of one size, linked through their first words.
struct List {
    first: Cell<*mut Slot>,
    /// Bytes of the next block.
    block: Cell<usize>,
}

struct Slot {
    next: *mut Slot,
}

impl Pool {
    /// Nothing yet.
    pub(super) const fn new() -> Pool {
        Pool { lists: [const { List { first: Cell::new(null_mut()), block: Cell::new(BLOCKS.0) } }; LISTS] }
    }
}

/// The layout of an object of `size` bytes.
#[inline(always)]
fn layout(size: usize) -> Layout {
    // SAFETY: 8 is a power of two, and no object comes near isize::MAX bytes: its items are in memory already.
    unsafe { Layout::from_size_align_unchecked(size, 8) }
}

impl Heap {
    /// Memory for an object of `size` bytes, a multiple of eight and not zero.
    #[inline(always)]
    pub(super) fn reserve(&self, size: usize) -> NonNull<u8> {
        match self.pool.lists.get(size / 8).map(|list| (list, NonNull::new(list.first.get()))) {
            Some((list, Some(slot))) => {
                // SAFETY: what is on the list is free, and was linked by `give_back` or `refill`.
                list.first.set(unsafe { slot.as_ref() }.next);
                slot.cast()
            }
            Some((list, None)) => self.refill(list, size),
            None => self.system_memory(size),
        }
    }

    /// Takes back the memory of an object of `size` bytes.
    ///
    /// # Safety
    /// `memory` came from `reserve(size)` and is not used again.
    #[inline(always)]
    pub(super) unsafe fn give_back(&self, memory: NonNull<u8>, size: usize) {
        match self.pool.lists.get(size / 8) {
            Some(list) => {
                let slot = memory.cast::<Slot>();
                // SAFETY: the memory is free, of at least eight bytes and aligned to eight.
                unsafe { slot.write(Slot { next: list.first.get() }) };
                list.first.set(slot.as_ptr());
            }
            None => {
                self.allocated.set(self.allocated.get() - size);
                // SAFETY: bigger objects are the system's, with this layout.
                unsafe { std::alloc::dealloc(memory.as_ptr(), layout(size)) };
            }
        }
    }

    /// An object of `old` bytes gets `new` bytes, at the same place if it can.
    ///
    /// # Safety
    /// `memory` came from `reserve(old)` and is used only through the result from now on.
    pub(super) unsafe fn resize(&self, memory: NonNull<u8>, old: usize, new: usize) -> NonNull<u8> {
        if old == new {
            return memory;
        }
        if old > LARGEST && new > LARGEST {
            self.count(new.saturating_sub(old));
            // SAFETY: bigger objects are the system's, with this layout; `new` does not come near isize::MAX.
            let moved = unsafe { std::alloc::realloc(memory.as_ptr(), layout(old), new) };
            return NonNull::new(moved).unwrap_or_else(|| std::alloc::handle_alloc_error(layout(new)));
        }
        let moved = self.reserve(new);
        // SAFETY: both are of the smaller size at least, and distinct; the old one is not used again.
        unsafe {
            std::ptr::copy_nonoverlapping(memory.as_ptr(), moved.as_ptr(), old.min(new));
            self.give_back(memory, old);
        }
        moved
    }

    /// Cuts a new block into places of `size` bytes and hands out the first.
    #[cold]
    #[inline(never)]
    fn refill(&self, list: &List, size: usize) -> NonNull<u8> {
        let places = (list.block.get() / size).max(4);
        list.block.set((list.block.get() * 2).min(BLOCKS.1));
        let block = self.system_memory(places * size);
        let mut next = null_mut();
        for place in (1..places).rev() {
            // SAFETY: the block has `places` times `size` bytes, a multiple of eight; blocks are never given back.
            unsafe {
                let slot = block.as_ptr().add(place * size).cast::<Slot>();
                slot.write(Slot { next });
                next = slot;
            }
        }
        list.first.set(next);
        block
    }

    #[cold]
    #[inline(never)]
    fn system_memory(&self, size: usize) -> NonNull<u8> {
        self.count(size);
        // SAFETY: the size is not zero: a header is sixteen bytes.
        match NonNull::new(unsafe { std::alloc::alloc(layout(size)) }) {
            Some(memory) => memory,
            None => std::alloc::handle_alloc_error(layout(size)),
        }
    }

    /// Counts bytes got from the system, and asks for a MemoryError if they are too many.
    fn count(&self, bytes: usize) {
        let total = self.allocated.get() + bytes;
        self.allocated.set(total);
        if total > self.limit.get() {
            self.over_limit.set(true);
            self.ask_for_attention();
        }
    }
}
