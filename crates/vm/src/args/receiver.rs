//! Receivers: the `self` of natives, checked and taken down to their payload.

use std::ops::Deref;

use crate::heap::Payload;
use crate::object::def::PyClass;
use crate::value::Value;

/// An object known to have a `T` payload: the object and the payload in one. Derefs to the payload.
pub struct This<'a, T> {
    value: &'a Value,
    payload: &'a T,
}

impl<'a, T: Payload> This<'a, T> {
    /// `value`, if its payload is a `T`.
    #[inline(always)]
    pub fn from_value(value: &'a Value) -> Option<This<'a, T>> {
        value.downcast().map(|payload| This { value, payload })
    }
}

impl<'a, T> This<'a, T> {
    /// The object.
    #[inline(always)]
    pub fn value(self) -> &'a Value {
        self.value
    }

    /// The payload, for as long as the object is borrowed (deref gives it only for as long as `self`).
    #[inline(always)]
    pub fn payload(self) -> &'a T {
        self.payload
    }
}

impl<T> Clone for This<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for This<'_, T> {}

impl<T> Deref for This<'_, T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        self.payload
    }
}

/// What a method of class `C` may take as its receiver: `This<T>`, `&T` or (checked all the same) `&Value`.
pub trait Receiver<'a, C: PyClass>: Sized {
    /// `value`, if it is an instance of `C`.
    fn receive(value: &'a Value) -> Option<Self>;
}

impl<'a, C: PyClass> Receiver<'a, C> for &'a Value {
    #[inline(always)]
    fn receive(value: &'a Value) -> Option<Self> {
        C::accepts(value).then_some(value)
    }
}

impl<'a, C: PyClass, T: Payload> Receiver<'a, C> for This<'a, T> {
    #[inline(always)]
    fn receive(value: &'a Value) -> Option<Self> {
        if C::accepts(value) { This::from_value(value) } else { None }
    }
}

impl<'a, C: PyClass, T: Payload> Receiver<'a, C> for &'a T {
    #[inline(always)]
    fn receive(value: &'a Value) -> Option<Self> {
        if C::accepts(value) { value.downcast() } else { None }
    }
}
