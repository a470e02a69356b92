//! Hashing of str and bytes: SipHash-2-4 under the key that PYTHONHASHSEED gives (CPython's Python/pyhash.c).

use std::hash::Hasher;

use siphasher::sip::SipHasher24;

use crate::heap::var::{PyBytes, PyStr};

/// The hash of a run of bytes; 0 for none, never -1.
pub fn hash_bytes(bytes: &[u8], key: (u64, u64)) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher24::new_with_keys(key.0, key.1);
    hasher.write(bytes);
    match hasher.finish() as i64 {
        -1 => -2,
        hash => hash,
    }
}

/// The SipHash key for a PYTHONHASHSEED: zero means no randomisation, other numbers go through CPython's generator.
pub fn hash_key(seed: u32) -> (u64, u64) {
    if seed == 0 {
        return (0, 0);
    }
    let mut state = seed;
    let mut next = || {
        (0..8).fold(0u64, |word, i| {
            state = state.wrapping_mul(214_013).wrapping_add(2_531_011);
            word | (u64::from(state >> 16 & 0xff) << (8 * i))
        })
    };
    (next(), next())
}

impl PyStr {
    /// The str's hash, computed at the first call.
    #[inline]
    pub fn cached_hash(&self, key: (u64, u64)) -> i64 {
        match self.hash.get() {
            -1 => {
                let hash = hash_bytes(self.raw(), key);
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }
}

impl PyBytes {
    /// The hash of the bytes, computed at the first call.
    pub fn cached_hash(&self, key: (u64, u64)) -> i64 {
        match self.hash.get() {
            -1 => {
                let hash = hash_bytes(self.as_bytes(), key);
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }
}
