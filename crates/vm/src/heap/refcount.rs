//! Counting references: `Clone` and `Drop` of `Value`.

#![expect(unsafe_code, reason = "duplicating a word and giving back the last reference")]

use super::header::IMMORTAL;
use crate::value::Value;

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        if let Some(head) = self.header() {
            let count = head.refcount.get();
            if count < IMMORTAL {
                head.refcount.set(count + 1);
            }
        }
        // SAFETY: the word is not zero, and the reference it stands for was counted above.
        Value::from_word(unsafe { std::num::NonZeroU64::new_unchecked(self.word()) })
    }
}

impl Drop for Value {
    #[inline(always)]
    fn drop(&mut self) {
        if let Some(head) = self.header() {
            let count = head.refcount.get();
            if count == 1 {
                super::release::last_reference(self);
            } else if count < IMMORTAL {
                head.refcount.set(count - 1);
            }
        }
    }
}

impl Value {
    /// References held to the object; 0 for immediates (`sys.getrefcount`).
    pub fn refcount(&self) -> u32 {
        self.header().map_or(0, |head| head.refcount.get())
    }

    /// Never frees the object: builtin types, interned names.
    pub fn make_immortal(&self) {
        if let Some(head) = self.header() {
            head.refcount.set(IMMORTAL);
        }
    }
}
