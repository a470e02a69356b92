//! Where objects live: headers, layouts, allocation, reference counts, teardown, the list of tracked containers.
//!
//! Answers to CPython's Objects/obmalloc.c, Objects/object.c and Modules/gcmodule.c. This room, `code` and `interp` are
//! the only ones with `unsafe`. Nothing here ever calls Python code: finalisers and weak-reference callbacks are queued
//! (`Heap::take_pending`) and the Vm runs them at the next safe point.

pub mod alloc;
pub mod cell;
pub mod collect;
pub mod header;
pub mod layout;
mod pool;
pub mod refcount;
pub mod release;
pub mod tail;
mod text;
pub mod trace;
mod tracked;
pub mod var;
pub mod weak;

use std::cell::{Cell, RefCell, UnsafeCell};
use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use cell::VmCell;
pub use header::{Header, Object, flag};
pub use layout::Payload;
pub use trace::{ClearedDefault, Trace, Visitor};

use crate::object::shape::{Shape, ShapeId};
use crate::value::Value;

/// The heap of a thread's Vm. All methods take `&self`: allocation never runs Python code.
pub struct Heap {
    /// Shapes by id; never shrinks, entries never move semantically (only the Vm changes them).
    pub(crate) shapes: UnsafeCell<Vec<Shape>>,
    /// Free memory for small objects.
    pool: pool::Pool,
    /// The containers that the collector looks at.
    tracked: tracked::Tracked,
    /// The collector's state.
    pub(crate) collector: collect::Collector,
    /// Weak references by the word of what they refer to.
    weak: RefCell<rustc_hash::FxHashMap<u64, weak::WeakList>>,
    /// Objects whose last reference went but that have a finaliser or weak references; each holds one reference again.
    pending: RefCell<Vec<Value>>,
    /// Raised when `pending` is not empty or a collection is due; the eval breaker looks at it.
    pub(crate) attention: Arc<AtomicBool>,
    /// Teardown in progress: objects to free next, so that deep structures are freed without recursion.
    dying: RefCell<Vec<NonNull<Header>>>,
    /// Teardowns within each other.
    teardowns: Cell<usize>,
    /// Bytes got from the system for objects, and the limit over which that is a MemoryError (`usize::MAX`: none).
    pub(crate) allocated: Cell<usize>,
    /// See `allocated`.
    pub(crate) limit: Cell<usize>,
    /// More than the limit was asked for; the eval breaker raises MemoryError.
    pub(crate) over_limit: Cell<bool>,
}

thread_local! {
    static CURRENT: Cell<*const Heap> = const { Cell::new(std::ptr::null()) };
}

impl Heap {
    /// An empty heap.
    pub fn new() -> Heap {
        Heap {
            shapes: UnsafeCell::new(Vec::with_capacity(512)),
            pool: pool::Pool::new(),
            tracked: tracked::Tracked::default(),
            collector: collect::Collector::default(),
            weak: RefCell::default(),
            pending: RefCell::default(),
            attention: Arc::default(),
            dying: RefCell::default(),
            teardowns: Cell::new(0),
            allocated: Cell::new(0),
            limit: Cell::new(usize::MAX),
            over_limit: Cell::new(false),
        }
    }

    /// Makes this the heap that this thread's values are freed to. `Vm` calls it once and keeps the heap in a box that is never freed.
    pub(crate) fn enter(&'static self) {
        CURRENT.set(self);
    }

    #[expect(unsafe_code, reason = "the thread's heap is leaked, so the pointer is good for ever")]
    #[inline(always)]
    pub(crate) fn with_current<R>(f: impl FnOnce(&Heap) -> R) -> Option<R> {
        let heap = CURRENT.get();
        // SAFETY: `enter` takes `&'static Heap`; null is ruled out here.
        if heap.is_null() { None } else { Some(f(unsafe { &*heap })) }
    }

    /// The shape with this id.
    #[inline(always)]
    #[expect(unsafe_code, reason = "shapes are only pushed or changed through &mut Vm")]
    pub fn shape(&self, id: ShapeId) -> &Shape {
        // SAFETY: ids are handed out by `add_shape` and shapes are never removed. A push may move the table: `add_shape`
        // takes `&self`, is only called by the object room while it holds no `&Shape`.
        unsafe { (&*self.shapes.get()).get_unchecked(id.index()) }
    }

    /// Adds a shape and returns its id. The caller holds no reference to a shape.
    #[expect(unsafe_code, reason = "see `shape`")]
    pub(crate) fn add_shape(&self, shape: Shape) -> ShapeId {
        // SAFETY: no `&Shape` is alive (contract above) and cells are not shared between threads.
        let shapes = unsafe { &mut *self.shapes.get() };
        shapes.push(shape);
        ShapeId::from_index(shapes.len() - 1)
    }

    /// Replaces a shape. The caller holds no reference to a shape.
    #[expect(unsafe_code, reason = "see `shape`")]
    pub(crate) fn set_shape(&self, id: ShapeId, shape: Shape) {
        // SAFETY: as in `add_shape`.
        let shapes = unsafe { &mut *self.shapes.get() };
        if let Some(place) = shapes.get_mut(id.index()) {
            *place = shape;
        }
    }

    /// Calls `f` with every shape of a type. `f` adds no shapes.
    #[expect(unsafe_code, reason = "see `shape`")]
    pub(crate) fn for_each_shape_of(&self, ty: crate::object::Ty, f: impl Fn(&Shape)) {
        // SAFETY: as in `shape`; `f` gets shared references only.
        unsafe { &*self.shapes.get() }.iter().filter(|shape| shape.ty == ty).for_each(f);
    }

    /// Whether any shape is such. `test` adds no shapes.
    #[expect(unsafe_code, reason = "see `shape`")]
    pub(crate) fn any_shape(&self, test: impl Fn(&Shape) -> bool) -> bool {
        // SAFETY: as in `shape`; `test` gets shared references only.
        unsafe { &*self.shapes.get() }.iter().any(test)
    }

    /// Makes the eval breaker look at the heap (`Vm::poll`).
    pub(crate) fn ask_for_attention(&self) {
        self.attention.store(true, Ordering::Relaxed);
    }

    /// Objects waiting for their finaliser or weak-reference callbacks. The Vm takes them at safe points.
    pub(crate) fn take_pending(&self) -> Vec<Value> {
        self.pending.take()
    }

    /// Whether `take_pending` would return anything.
    #[inline(always)]
    pub(crate) fn has_pending(&self) -> bool {
        !self.pending.borrow().is_empty()
    }
}

impl Default for Heap {
    fn default() -> Heap {
        Heap::new()
    }
}
