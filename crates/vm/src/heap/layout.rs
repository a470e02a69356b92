//! Layouts: what the collector and teardown need to know of each payload type, by number.

#![expect(unsafe_code, reason = "payloads are dropped and traced through their layout's functions")]

use std::any::TypeId;
use std::sync::OnceLock;

use super::header::{Header, Object};
use super::trace::Visitor;

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
    type_id: fn() -> TypeId,
    /// Size of header and fixed payload.
    pub(crate) size: usize,
    pub(crate) trailing: unsafe fn(*const Header) -> usize,
    pub(crate) drop: unsafe fn(*mut Header),
    pub(crate) trace: unsafe fn(*const Header, &mut Visitor<'_>),
    pub(crate) clear: unsafe fn(*const Header),
}

static LAYOUTS: [OnceLock<&'static VTable>; 256] = [const { OnceLock::new() }; 256];

/// Payload `T`'s functions as a static.
struct Of<T>(std::marker::PhantomData<T>);

impl<T: Payload> Of<T> {
    const VTABLE: VTable = VTable {
        type_id: TypeId::of::<T>,
        size: size_of::<Object<T>>(),
        trailing: trailing::<T>,
        drop: drop_payload::<T>,
        trace: trace::<T>,
        clear: clear::<T>,
    };
}

/// # Safety
/// `object` is a live object of layout `T`; its payload is not used again.
unsafe fn drop_payload<T: Payload>(object: *mut Header) {
    // SAFETY: the caller's promise.
    unsafe { std::ptr::drop_in_place(&raw mut (*object.cast::<Object<T>>()).payload) }
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

/// Registers `T` under its number; false if another payload type has that number (a bug that `Vm::new` reports).
pub fn register<T: Payload>() -> bool {
    const { assert!(align_of::<T>() <= 8, "objects are aligned to 8 bytes") };
    LAYOUTS
        .get(usize::from(T::LAYOUT))
        .is_some_and(|slot| (slot.get_or_init(|| &Of::<T>::VTABLE).type_id)() == TypeId::of::<T>())
}

/// The functions for a layout number found in a header.
#[inline(always)]
pub(crate) fn vtable(layout: u8) -> Option<&'static VTable> {
    LAYOUTS.get(usize::from(layout)).and_then(|slot| slot.get().copied())
}

/// Whether objects of this layout keep items behind the payload, so that classes over it cannot have `__slots__`.
pub(crate) fn is_variable(layout: u8) -> bool {
    use super::var::{PyBytes, PyTuple};
    layout == PyTuple::LAYOUT || layout == PyBytes::LAYOUT || layout == 3
}
