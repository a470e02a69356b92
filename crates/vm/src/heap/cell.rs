//! `VmCell`: interior mutability whose borrows are checked by the compiler instead of at run time.
//!
//! The running `Vm` is the key. Reading needs `&Vm`, writing needs `&mut Vm`; calling into Python needs `&mut Vm` too.
//! So no borrow of a container's storage can be alive while Python code runs, which is the rule that keeps containers
//! safe from programs that change them behind our back, and it costs nothing.

#![expect(unsafe_code, reason = "the token argument in the module's text is what makes the accesses exclusive")]

use std::cell::UnsafeCell;

use crate::vm::Vm;

/// A cell opened by the Vm of its thread.
#[repr(transparent)]
pub struct VmCell<T>(UnsafeCell<T>);

impl<T> VmCell<T> {
    /// A cell that holds `value`.
    pub const fn new(value: T) -> VmCell<T> {
        VmCell(UnsafeCell::new(value))
    }

    /// Reads: as long as the result lives no Python code runs and nothing is written.
    #[inline(always)]
    pub fn borrow<'a>(&'a self, _vm: &'a Vm) -> &'a T {
        // SAFETY: there is one Vm a thread and cells are not Sync; `borrow_mut` needs that Vm exclusively, and it is
        // borrowed here for as long as the result lives.
        unsafe { &*self.0.get() }
    }

    /// Writes. Dropping values inside is fine (no Python code runs in a drop).
    #[inline(always)]
    pub fn borrow_mut<'a>(&'a self, _vm: &'a mut Vm) -> &'a mut T {
        // SAFETY: as in `borrow`: the Vm of this thread is borrowed exclusively for as long as the result lives.
        unsafe { &mut *self.0.get() }
    }

    /// Puts `value` in and hands out what was there.
    #[inline(always)]
    pub fn replace(&self, vm: &mut Vm, value: T) -> T {
        std::mem::replace(self.borrow_mut(vm), value)
    }

    /// For the collector's trace and for payload drops, which run while nothing is borrowed.
    pub(crate) fn as_ptr(&self) -> *mut T {
        self.0.get()
    }

    /// Exclusive access without a Vm.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }

    /// The content.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: Default> Default for VmCell<T> {
    fn default() -> Self {
        VmCell::new(T::default())
    }
}

impl<T: Default> VmCell<T> {
    /// Hands out the content and leaves the empty value.
    #[inline(always)]
    pub fn take(&self, vm: &mut Vm) -> T {
        std::mem::take(self.borrow_mut(vm))
    }
}

impl<T: Clone> VmCell<T> {
    /// A copy of the content.
    #[inline(always)]
    pub fn get(&self, vm: &Vm) -> T {
        self.borrow(vm).clone()
    }

    /// Replaces the content; the old one is dropped after the new one is in place.
    #[inline(always)]
    pub fn set(&self, vm: &mut Vm, value: T) {
        drop(self.replace(vm, value));
    }
}
