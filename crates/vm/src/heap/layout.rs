//! Layouts: what the collector and teardown need to know of each payload type, by number.

#![expect(unsafe_code, reason = "payloads are dropped and traced through their layout's functions")]

use std::any::TypeId;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicPtr, Ordering};

use super::header::{Header, Object};
use super::trace::Visitor;
use super::{Heap, release};

/// A Rust type that follows a header. `#[pyclass]` implements it.
pub trait Payload: Sized + 'static {
    /// The layout's number: unique, 1..=254. The ranges are listed in `types/mod.rs`.
    const LAYOUT: u8;
    /// The builtin type's name, for messages.
    const NAME: &'static str;
    /// Bytes behind the fixed part (`heap::var`): 0 unless the payload is of variable size.
    fn trailing(&self) -> usize {
        0
    }
    /// Whether instances may be part of cycles and so are tracked by the collector.
    const TRACKED: bool = true;
    /// Shows every reference held (see `Trace::trace`).
    fn trace(&self, visit: &mut Visitor<'_>);
    /// Drops references held in mutable places (see `Trace::clear`).
    fn clear(&self) {}
}

/// The functions of a layout.
pub struct VTable {
    type_id: TypeId,
    /// Size of header and fixed payload.
    pub(crate) size: usize,
    pub(crate) trailing: unsafe fn(*const Header) -> usize,
    /// Ends the object: see `release`.
    pub(super) tear_down: unsafe fn(&Heap, NonNull<Header>),
    pub(crate) trace: unsafe fn(*const Header, &mut Visitor<'_>),
    pub(crate) clear: unsafe fn(*const Header),
}

/// By layout number; null where there is none. Only ever set to the address of a static.
static LAYOUTS: [AtomicPtr<VTable>; 256] = [const { AtomicPtr::new(null_mut()) }; 256];

/// Payload `T`'s functions as a static.
struct Of<T>(std::marker::PhantomData<T>);

impl<T: Payload> Of<T> {
    const VTABLE: VTable = VTable {
        type_id: TypeId::of::<T>(),
        size: size_of::<Object<T>>(),
        trailing: trailing::<T>,
        tear_down: release::tear_down::<T>,
        trace: trace::<T>,
        clear: clear::<T>,
    };
}

/// # Safety
/// `object` is a live object of layout `T`.
unsafe fn trailing<T: Payload>(object: *const Header) -> usize {
    // SAFETY: the caller's promise.
    unsafe { (*object.cast::<Object<T>>()).payload.trailing() }
}

/// # Safety
/// `object` is a live object of layout `T`.
unsafe fn trace<T: Payload>(object: *const Header, visit: &mut Visitor<'_>) {
    // SAFETY: the caller's promise.
    unsafe { (*object.cast::<Object<T>>()).payload.trace(visit) }
}

/// # Safety
/// `object` is a live object of layout `T`.
unsafe fn clear<T: Payload>(object: *const Header) {
    // SAFETY: the caller's promise.
    unsafe { (*object.cast::<Object<T>>()).payload.clear() }
}

/// Payload `T`'s functions.
pub const fn functions<T: Payload>() -> &'static VTable {
    const { assert!(align_of::<T>() <= 8, "objects are aligned to 8 bytes") };
    &Of::<T>::VTABLE
}

/// Puts a payload's functions under its number; false if another payload type has that number (a bug that
/// `Vm::new` reports).
pub fn register(layout: u8, functions: &'static VTable) -> bool {
    if let Some(slot) = LAYOUTS.get(usize::from(layout)) {
        let functions = std::ptr::from_ref(functions).cast_mut();
        _ = slot.compare_exchange(null_mut(), functions, Ordering::AcqRel, Ordering::Acquire);
    }
    vtable(layout).is_some_and(|registered| registered.type_id == functions.type_id)
}

/// The functions for a layout number found in a header.
#[inline(always)]
pub(crate) fn vtable(layout: u8) -> Option<&'static VTable> {
    // SAFETY: the pointers in the table are null or come from `&'static VTable`.
    LAYOUTS.get(usize::from(layout)).and_then(|slot| unsafe { slot.load(Ordering::Acquire).as_ref() })
}

/// Whether objects of this layout keep items behind the payload, so that classes over it cannot have `__slots__`.
pub(crate) fn is_variable(layout: u8) -> bool {
    use super::var::{PyBytes, PyTuple};
    layout == PyTuple::LAYOUT || layout == PyBytes::LAYOUT || layout == 3
}
