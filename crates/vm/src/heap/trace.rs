//! `Trace`: how the collector finds the references an object holds, and cuts them.

use std::cell::Cell;

use super::cell::VmCell;
use crate::value::Value;

/// What the collector does with each reference it is shown.
pub type Visitor<'v> = dyn FnMut(&Value) + 'v;

/// Data that may hold references. Reporting too few only leaks a cycle; reporting too many is caught by the counts.
pub trait Trace {
    /// Shows every reference held to `visit`, each as often as it is held.
    fn trace(&self, _visit: &mut Visitor<'_>) {}
    /// Drops references that are held in mutable places, to break a cycle (CPython's tp_clear).
    fn clear(&self) {}
}

impl Trace for Value {
    fn trace(&self, visit: &mut Visitor<'_>) {
        visit(self);
    }
}

#[expect(unsafe_code, reason = "the collector reads and empties cells while nothing else runs")]
impl<T: Trace + ClearedDefault> Trace for VmCell<T> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        // SAFETY: the collector and object teardown run while no cell is borrowed: they need the Vm exclusively.
        unsafe { (*self.as_ptr()).trace(visit) }
    }

    fn clear(&self) {
        // SAFETY: as in `trace`; the old content is moved out before it is dropped.
        let old = unsafe { std::mem::replace(&mut *self.as_ptr(), T::cleared()) };
        drop(old);
    }
}

/// The value that the collector leaves in a cell it empties.
pub trait ClearedDefault {
    /// An empty value.
    fn cleared() -> Self;
}

impl ClearedDefault for Value {
    fn cleared() -> Self {
        Value::NONE
    }
}
impl<T> ClearedDefault for Option<T> {
    fn cleared() -> Self {
        None
    }
}
impl<T> ClearedDefault for Vec<T> {
    fn cleared() -> Self {
        Vec::new()
    }
}
impl<T> ClearedDefault for std::collections::VecDeque<T> {
    fn cleared() -> Self {
        Self::new()
    }
}
impl<T> ClearedDefault for Box<[T]> {
    fn cleared() -> Self {
        Box::new([])
    }
}

impl<T: Trace> Trace for Option<T> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        if let Some(inner) = self {
            inner.trace(visit);
        }
    }
    fn clear(&self) {
        if let Some(inner) = self {
            inner.clear();
        }
    }
}
impl<T: Trace> Trace for Vec<T> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.iter().for_each(|item| item.trace(visit));
    }
}
impl<T: Trace> Trace for std::collections::VecDeque<T> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.iter().for_each(|item| item.trace(visit));
    }
}
impl<T: Trace> Trace for Box<[T]> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.iter().for_each(|item| item.trace(visit));
    }
}
impl<T: Trace> Trace for Box<T> {
    fn trace(&self, visit: &mut Visitor<'_>) {
        (**self).trace(visit);
    }
    fn clear(&self) {
        (**self).clear();
    }
}
impl<A: Trace, B: Trace> Trace for (A, B) {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.0.trace(visit);
        self.1.trace(visit);
    }
}
impl<T: Copy> Trace for Cell<T> {}

macro_rules! holds_nothing {
    ($($type:ty),* $(,)?) => { $(
        impl Trace for $type {}
        impl ClearedDefault for $type { fn cleared() -> Self { <$type>::default() } }
    )* };
}
holds_nothing!(
    (),
    bool,
    char,
    u8,
    u16,
    u32,
    u64,
    usize,
    i8,
    i16,
    i32,
    i64,
    isize,
    f64,
    String,
    dashu_int::IBig,
    Box<str>,
    &'static str
);
