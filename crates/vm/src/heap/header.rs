//! The object header and the typed object behind a reference.

use std::cell::Cell;
use std::num::NonZeroU64;
use std::ptr::NonNull;

use super::Payload;
use crate::object::ShapeId;
use crate::value::Value;

/// Sixteen bytes in front of every heap object.
#[repr(C, align(8))]
pub struct Header {
    /// References held. At or above [`IMMORTAL`] it no longer changes and the object is never freed.
    pub(crate) refcount: Cell<u32>,
    /// Index into `Heap::shapes`: gives the type and the keys of the inline attributes.
    pub(crate) shape: Cell<ShapeId>,
    /// Place in the collector's list of tracked containers plus one; 0 when untracked.
    pub(super) gc: Cell<u32>,
    /// Which payload follows: an index into the table of layouts.
    pub(crate) layout: u8,
    /// See the `flag` module.
    pub(super) flags: Cell<u8>,
    /// Number of `Value` words behind the payload: `__slots__`, then the `__dict__` word and inline attributes.
    pub(crate) tail: u16,
}

/// Bits of `Header::flags`.
pub mod flag {
    /// Weak references to the object exist.
    pub const WEAKREFS: u8 = 1;
    /// Its finaliser has run (PEP 442: once only).
    pub const FINALIZED: u8 = 2;
    /// Its payload ended early (collector or trashcan); a mark for the collector.
    pub const UNREACHABLE: u8 = 4;
    /// A str in the table of interned strings.
    pub const INTERNED: u8 = 8;
}

/// Reference counts from here on are frozen.
pub const IMMORTAL: u32 = 1 << 31;

/// A heap object whose payload is a `T`. Always behind a reference.
#[repr(C)]
pub struct Object<T> {
    pub(crate) head: Header,
    pub(crate) payload: T,
}

#[expect(unsafe_code, reason = "the one place where a value's word becomes a reference to its object")]
impl Value {
    /// The header of the object this refers to.
    #[inline(always)]
    pub(crate) fn header(&self) -> Option<&Header> {
        if self.is_object() {
            // SAFETY: a word with low bits 000 is a pointer to a live object's header (value.rs), and `self`
            // holds a reference to the object for as long as the result lives.
            Some(unsafe { &*(self.word() as *const Header) })
        } else {
            None
        }
    }

    /// The payload, if this is an object laid out as `T`: an instance of T's type or of a subclass.
    #[inline(always)]
    pub fn downcast<T: Payload>(&self) -> Option<&T> {
        match self.header() {
            Some(head) if head.layout == T::LAYOUT => {
                // SAFETY: the layout number says that a `T` follows the header: numbers are unique to a payload
                // type (checked when layouts are registered), and objects are made with their payload's number.
                Some(unsafe { &(*std::ptr::from_ref(head).cast::<Object<T>>()).payload })
            }
            _ => None,
        }
    }

    /// Whether the payload is a `T`.
    #[inline(always)]
    pub fn is_a<T: Payload>(&self) -> bool {
        matches!(self.header(), Some(head) if head.layout == T::LAYOUT)
    }

    /// Takes over the one reference that `object` stands for.
    #[inline(always)]
    pub(crate) fn from_header(object: NonNull<Header>) -> Value {
        // SAFETY: a pointer is never null, and headers are aligned to 8 bytes, which is the tag of a reference.
        Value::from_word(unsafe { NonZeroU64::new_unchecked(object.as_ptr() as u64) })
    }
}

impl Header {
    /// Whether a flag is set.
    #[inline(always)]
    pub(crate) fn has_flag(&self, bit: u8) -> bool {
        self.flags.get() & bit != 0
    }

    /// Sets a flag.
    #[inline(always)]
    pub(crate) fn set_flag(&self, bit: u8) {
        self.flags.set(self.flags.get() | bit);
    }

    /// Clears a flag.
    #[inline(always)]
    pub(crate) fn clear_flag(&self, bit: u8) {
        self.flags.set(self.flags.get() & !bit);
    }
}
