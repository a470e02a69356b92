//! Reading and writing a frame's slots from handlers.

#![expect(unsafe_code, reason = "slots are words of the value stack")]

use std::mem::ManuallyDrop;
use std::num::NonZeroU64;
use std::ops::Deref;

use crate::code::isa::{Word, flag};
use crate::heap::header::Header;
use crate::value::Value;

/// What a handler gets of its frame: slots, constants and the address after the instruction's first word.
#[derive(Clone, Copy)]
pub struct Regs {
    /// The frame's slots.
    pub fp: *mut u64,
    /// The constants.
    pub k: *const u64,
    /// After the first word.
    pub pc: *mut u64,
}

/// An operand: borrowed from a local or a constant, or a temporary that goes when this goes.
pub struct Held {
    value: ManuallyDrop<Value>,
    owned: bool,
}

impl Held {
    /// A value of one's own.
    #[inline(always)]
    pub fn into_value(mut self) -> Value {
        if self.owned {
            self.owned = false;
            // SAFETY: owned, and `drop` no longer gives it back.
            unsafe { ManuallyDrop::take(&mut self.value) }
        } else {
            (*self.value).clone()
        }
    }
}

impl Deref for Held {
    type Target = Value;
    #[inline(always)]
    fn deref(&self) -> &Value {
        &self.value
    }
}

impl Drop for Held {
    #[inline(always)]
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: owned, and dropped once.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}

/// The value of a word that is one.
///
/// # Safety
/// `word` is a value's, whose reference the caller hands over.
#[inline(always)]
pub unsafe fn value_of(word: u64) -> Value {
    // SAFETY: words of values are not zero; the rest is the caller's promise.
    Value::from_word(unsafe { NonZeroU64::new_unchecked(word) })
}

/// The word of a value, with its reference.
#[inline(always)]
pub fn word_of(value: Value) -> u64 {
    ManuallyDrop::new(value).word()
}

/// Counts one more reference to what a word refers to.
///
/// # Safety
/// `word` is a live value's.
#[inline(always)]
pub unsafe fn incref(word: u64) -> u64 {
    if word & 7 == 0 {
        // SAFETY: the low bits say that it is an object, which is live.
        let count = unsafe { &header_of(word).refcount };
        let n = count.get();
        // Frozen counts have the top bit.
        if (n as i32) >= 0 {
            count.set(n + 1);
        }
    }
    word
}

/// Gives a reference back. Out of line: handlers must not have values of their own to drop.
///
/// # Safety
/// `word` is a value's, whose reference the caller hands over.
#[inline(never)]
pub unsafe fn drop_word(word: u64) {
    // SAFETY: the caller's promise.
    drop(unsafe { value_of(word) });
}

/// The header a word points to.
///
/// # Safety
/// `word` is a live object's.
#[inline(always)]
pub unsafe fn header_of<'a>(word: u64) -> &'a Header {
    // SAFETY: the caller's promise.
    unsafe { &*(word as *const Header) }
}

/// Whether a word refers to an object whose shape has this number (an exact builtin type's layout number).
///
/// # Safety
/// `word` is a live value's.
#[inline(always)]
pub unsafe fn has_shape(word: u64, number: u32) -> bool {
    // SAFETY: the low bits say that it is an object.
    word & 7 == 0 && unsafe { header_of(word) }.shape_id().number() == number
}

impl Regs {
    /// A slot's value, borrowed.
    ///
    /// # Safety
    /// The slot is live and stays so while the result is used.
    #[inline(always)]
    pub unsafe fn peek<'a>(self, slot: usize) -> &'a Value {
        // SAFETY: the caller's promise; slots of verified code are within the frame.
        unsafe { &*self.fp.add(slot).cast::<Value>() }
    }

    /// Takes a temporary out of its slot.
    ///
    /// # Safety
    /// The slot holds a live temporary, which is dead afterwards.
    #[inline(always)]
    pub unsafe fn take(self, slot: usize) -> Value {
        // SAFETY: the caller's promise.
        unsafe { value_of(*self.fp.add(slot)) }
    }

    /// Puts a value into a slot that is dead.
    ///
    /// # Safety
    /// The slot is within the frame.
    #[inline(always)]
    pub unsafe fn put(self, slot: usize, value: Value) {
        // SAFETY: the caller's promise.
        unsafe { *self.fp.add(slot) = word_of(value) }
    }

    /// Replaces what a live slot holds.
    ///
    /// # Safety
    /// The slot is live.
    #[inline(always)]
    pub unsafe fn replace(self, slot: usize, value: Value) -> Value {
        // SAFETY: the caller's promise.
        unsafe { self.fp.add(slot).cast::<Value>().replace(value) }
    }

    /// A constant.
    ///
    /// # Safety
    /// The index is in range, as all of lowered code are.
    #[inline(always)]
    pub unsafe fn constant<'a>(self, index: usize) -> &'a Value {
        // SAFETY: the caller's promise; constants live as long as the code, which its frame keeps alive.
        unsafe { &*self.k.add(index).cast::<Value>() }
    }

    /// Operand b.
    ///
    /// # Safety
    /// The instruction's b is a slot.
    #[inline(always)]
    pub unsafe fn b(self, word: Word) -> Held {
        // SAFETY: lowering names live slots only; a flag says whether it is consumed here.
        Held { value: ManuallyDrop::new(unsafe { self.take(word.b()) }), owned: word.has(flag::B_TEMP) }
    }

    /// Operand c.
    ///
    /// # Safety
    /// The instruction's c is a slot.
    #[inline(always)]
    pub unsafe fn c(self, word: Word) -> Held {
        // SAFETY: as in `b`.
        Held { value: ManuallyDrop::new(unsafe { self.take(word.c()) }), owned: word.has(flag::C_TEMP) }
    }

    /// Operand a of a store.
    ///
    /// # Safety
    /// The instruction's a is a slot that it reads.
    #[inline(always)]
    pub unsafe fn a(self, word: Word) -> Held {
        // SAFETY: as in `b`.
        Held { value: ManuallyDrop::new(unsafe { self.take(word.a()) }), owned: word.has(flag::A_TEMP) }
    }

    /// Takes `count` temporaries from adjacent slots.
    ///
    /// # Safety
    /// They are live, and dead afterwards.
    #[inline]
    pub unsafe fn take_many(self, first: usize, count: usize) -> Vec<Value> {
        // SAFETY: the caller's promise.
        (first..first + count).map(|slot| unsafe { self.take(slot) }).collect()
    }

    /// The n-th cache word.
    ///
    /// # Safety
    /// The instruction has that many.
    #[inline(always)]
    pub unsafe fn cache(self, n: usize) -> u64 {
        // SAFETY: the caller's promise.
        unsafe { *self.pc.add(n) }
    }
}
