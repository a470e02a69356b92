//! `Value`: one 64-bit word that is either an immediate or an owned reference to a heap object.
//!
//! Layout of the word (vm-spike.md has the measurements behind it):
//!
//! | low bits | meaning |
//! | --- | --- |
//! | `..01`  | int of 62 bits, two's complement in the upper bits |
//! | `..1x`  | float, `rotl(bits, 4) - 1`; doubles whose word lacks bit 1 are boxed |
//! | `.000`  | pointer to an object header, never null |
//! | `.100`  | singleton: None, False, True, Ellipsis, NotImplemented, unbound |
//!
//! Cloning and dropping count references (see `heap::refcount`). Python code never runs inside a drop:
//! finalisers and weak-reference callbacks are queued and run at the next safe point.

use std::num::NonZeroU64;

/// An owned Python value. `Option<Value>` and `Result<Value, Raised>` are one word too.
#[repr(transparent)]
pub struct Value(NonZeroU64);

/// Smallest and largest immediate int.
pub const SMALL_INT_MIN: i64 = -(1 << 61);
/// See [`SMALL_INT_MIN`].
pub const SMALL_INT_MAX: i64 = (1 << 61) - 1;

const NONE: u64 = 0x04;
const FALSE: u64 = 0x0c;
const TRUE: u64 = 0x14;
const ELLIPSIS: u64 = 0x1c;
const NOT_IMPLEMENTED: u64 = 0x24;
const UNBOUND: u64 = 0x2c;

macro_rules! singletons {
    ($($(#[$doc:meta])* $name:ident $is:ident $word:ident;)*) => {
        impl Value {
            $(
                $(#[$doc])*
                pub const $name: Value = Value::immediate($word);
                #[doc = concat!("Whether this is [`Value::", stringify!($name), "`].")]
                #[inline(always)]
                pub const fn $is(&self) -> bool { self.0.get() == $word }
            )*
        }
    };
}

singletons! {
    /// `None`.
    NONE is_none NONE;
    /// `False`.
    FALSE is_false FALSE;
    /// `True`.
    TRUE is_true TRUE;
    /// `Ellipsis`.
    ELLIPSIS is_ellipsis ELLIPSIS;
    /// `NotImplemented`.
    NOT_IMPLEMENTED is_not_implemented NOT_IMPLEMENTED;
    /// No value: an unbound local, an empty slot. Never visible to Python code.
    UNBOUND is_unbound UNBOUND;
}

/// Words of singletons, for handlers: a `Value` in an expression there is one to drop behind the calls that must be jumps.
impl Value {
    /// The word of [`Value::NONE`].
    pub(crate) const NONE_WORD: u64 = NONE;
    /// The word of [`Value::TRUE`].
    pub(crate) const TRUE_WORD: u64 = TRUE;
    /// The word of [`Value::UNBOUND`].
    pub(crate) const UNBOUND_WORD: u64 = UNBOUND;
}

impl Value {
    const fn immediate(word: u64) -> Value {
        match NonZeroU64::new(word) {
            Some(word) => Value(word),
            None => Value(NonZeroU64::MIN),
        }
    }

    /// The word itself. For caches, `id()` and the rooms that count references by hand.
    #[inline(always)]
    pub const fn word(&self) -> u64 {
        self.0.get()
    }

    /// Wraps a word of this module's encoding without touching a reference count; the caller hands over one reference.
    /// Only the rooms `heap`, `code` and `interp` make values of pointers.
    #[inline(always)]
    pub(crate) const fn from_word(word: NonZeroU64) -> Value {
        Value(word)
    }

    /// `True` or `False`.
    #[inline(always)]
    pub const fn bool(value: bool) -> Value {
        if value { Value::TRUE } else { Value::FALSE }
    }

    /// The bool this is, if it is one.
    #[inline(always)]
    pub const fn as_bool(&self) -> Option<bool> {
        match self.0.get() {
            TRUE => Some(true),
            FALSE => Some(false),
            _ => None,
        }
    }

    /// An immediate int, if it fits 62 bits. `Vm::new_int` takes any.
    #[inline(always)]
    pub const fn small_int(value: i64) -> Option<Value> {
        if value >= SMALL_INT_MIN && value <= SMALL_INT_MAX {
            Some(Value::immediate(((value as u64) << 2) | 1))
        } else {
            None
        }
    }

    /// An immediate int of at most 32 bits: always fits.
    #[inline(always)]
    pub const fn int32(value: i32) -> Value {
        Value::immediate(((value as i64 as u64) << 2) | 1)
    }

    /// The immediate int this is, if it is one (bools are not; big ints are not).
    #[inline(always)]
    pub const fn as_small_int(&self) -> Option<i64> {
        if self.0.get() & 3 == 1 { Some((self.0.get() as i64) >> 2) } else { None }
    }

    /// An immediate float, if its exponent allows. `Vm::new_float` takes any.
    #[inline(always)]
    pub const fn small_float(value: f64) -> Option<Value> {
        let word = value.to_bits().rotate_left(4).wrapping_sub(1);
        if word & 2 != 0 { Some(Value::immediate(word)) } else { None }
    }

    /// The immediate float this is, if it is one (boxed floats are not).
    #[inline(always)]
    pub const fn as_small_float(&self) -> Option<f64> {
        if self.0.get() & 2 != 0 { Some(f64::from_bits(self.0.get().wrapping_add(1).rotate_right(4))) } else { None }
    }

    /// Whether this is a reference to a heap object.
    #[inline(always)]
    pub const fn is_object(&self) -> bool {
        self.0.get() & 7 == 0
    }

    /// Python's `is`: the same object, or the same immediate.
    #[inline(always)]
    pub const fn is(&self, other: &Value) -> bool {
        self.0.get() == other.0.get()
    }

    /// `None` for unbound, `Some(self)` otherwise.
    #[inline(always)]
    pub fn bound(self) -> Option<Value> {
        if self.is_unbound() { None } else { Some(self) }
    }
}

impl Default for Value {
    fn default() -> Value {
        Value::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_and_floats_survive_the_tagging() {
        for n in [0, 1, -1, SMALL_INT_MAX, SMALL_INT_MIN] {
            assert_eq!(Value::small_int(n).unwrap().as_small_int(), Some(n));
        }
        assert!(Value::small_int(SMALL_INT_MAX + 1).is_none());
        for f in [0.0, -0.0, 1.0, -1.5, f64::INFINITY, f64::NEG_INFINITY, 1e70, 1e-70, f64::MIN_POSITIVE] {
            let value = Value::small_float(f).unwrap();
            assert_eq!(value.as_small_float().map(f64::to_bits), Some(f.to_bits()));
            assert!(!value.is_object() && value.as_small_int().is_none());
        }
        assert!(Value::small_float(1e100).is_none());
    }
}
