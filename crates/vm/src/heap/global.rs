//! Memory for everything that is not an object: the storage of lists, tables and texts, as a program's global allocator.
//!
//! The Vm runs in a thread of its own, for the sake of its stack, and there the system's allocator takes locks. Small
//! pieces come from free lists of the thread instead, one for each multiple of sixteen bytes, cut one by one from bigger
//! regions, so that memory is touched only when it is used. A piece that another thread gives back joins that one's
//! lists. Bigger pieces are the system's.

#![expect(unsafe_code, reason = "raw memory is linked and handed out here")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;

/// Pieces of up to this many bytes come from the free lists.
const LARGEST: usize = 1 << 11;
/// Pieces are multiples of this, and aligned to it.
const UNIT: usize = 16;
const LISTS: usize = LARGEST / UNIT + 1;
/// Bytes of the first region and of the biggest ones.
const REGIONS: (usize, usize) = (1 << 14, 1 << 18);

/// See the module.
pub struct Allocator;

/// The free memory of a thread.
struct Local {
    lists: [Cell<*mut Piece>; LISTS],
    /// The part of the newest region that was never used.
    fresh: Cell<*mut u8>,
    left: Cell<usize>,
    /// Bytes of the next region.
    region: Cell<usize>,
}

/// A free piece, linked through its first word.
struct Piece {
    next: *mut Piece,
}

thread_local! {
    static LOCAL: Local = const {
        Local {
            lists: [const { Cell::new(null_mut()) }; LISTS],
            fresh: Cell::new(null_mut()),
            left: Cell::new(0),
            region: Cell::new(REGIONS.0),
        }
    };
}

/// The number of the list for a layout, if its pieces come from one.
#[inline(always)]
fn list_of(size: usize, align: usize) -> Option<usize> {
    (size <= LARGEST && align <= UNIT).then(|| size.div_ceil(UNIT))
}

impl Local {
    #[inline(always)]
    fn take(&self, number: usize) -> *mut u8 {
        let Some(list) = self.lists.get(number) else { return null_mut() };
        let piece = list.get();
        if piece.is_null() {
            return self.cut(number * UNIT);
        }
        // SAFETY: what is on the list is free, and was linked by `give`.
        list.set(unsafe { (*piece).next });
        piece.cast()
    }

    /// # Safety
    /// `memory` is a piece of this list's size and not used again.
    #[inline(always)]
    unsafe fn give(&self, memory: *mut u8, number: usize) {
        let Some(list) = self.lists.get(number) else { return };
        let piece = memory.cast::<Piece>();
        // SAFETY: the piece is free, of at least sixteen bytes and aligned to that.
        unsafe { piece.write(Piece { next: list.get() }) };
        list.set(piece);
    }

    /// A piece that was never used; null if there is no more memory.
    #[inline(never)]
    fn cut(&self, size: usize) -> *mut u8 {
        if self.left.get() < size && !self.new_region() {
            return null_mut();
        }
        let piece = self.fresh.get();
        // SAFETY: at least `size` bytes of the region are left.
        self.fresh.set(unsafe { piece.add(size) });
        self.left.set(self.left.get() - size);
        piece
    }

    /// Takes a region from the system. What is left of the old one is put on the list of its size.
    #[cold]
    fn new_region(&self) -> bool {
        let (rest, size) = (self.left.get(), self.region.get());
        if rest >= UNIT {
            // SAFETY: the rest was never handed out; regions and pieces are multiples of a unit.
            unsafe { self.give(self.fresh.get(), rest / UNIT) };
        }
        // SAFETY: the layout is not empty.
        let region = unsafe { System.alloc(region_layout(size)) };
        self.fresh.set(region);
        self.left.set(if region.is_null() { 0 } else { size });
        self.region.set((size * 2).min(REGIONS.1));
        !region.is_null()
    }
}

/// The layout of a region.
fn region_layout(size: usize) -> Layout {
    // SAFETY: a power of two, and far below isize::MAX.
    unsafe { Layout::from_size_align_unchecked(size, UNIT) }
}

// SAFETY: a piece is handed out once until it is given back: lists and regions belong to one thread. A layout decides
// whether memory is the lists' or the system's, and what is given back has the layout that it was asked for with.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match list_of(layout.size(), layout.align()) {
            Some(number) => LOCAL.with(|local| local.take(number)),
            // SAFETY: the caller's promise.
            None => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise: the memory is of this layout.
        unsafe {
            match list_of(layout.size(), layout.align()) {
                Some(number) => LOCAL.with(|local| local.give(memory, number)),
                None => System.dealloc(memory, layout),
            }
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match list_of(layout.size(), layout.align()) {
            Some(number) => {
                let memory = LOCAL.with(|local| local.take(number));
                if !memory.is_null() {
                    // SAFETY: the piece has this many bytes at least.
                    unsafe { memory.write_bytes(0, layout.size()) };
                }
                memory
            }
            // SAFETY: the caller's promise.
            None => unsafe { System.alloc_zeroed(layout) },
        }
    }

    #[inline]
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let (old, new) = (list_of(layout.size(), layout.align()), list_of(size, layout.align()));
        if old.is_none() && new.is_none() {
            // SAFETY: the caller's promise; both are the system's.
            return unsafe { System.realloc(memory, layout, size) };
        }
        if old == new {
            return memory;
        }
        // SAFETY: the caller's promises; the new memory is distinct, and the old one has its layout.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                std::ptr::copy_nonoverlapping(memory, moved, layout.size().min(size));
                self.dealloc(memory, layout);
            }
            moved
        }
    }
}
