//! Hashing of str and bytes: SipHash-2-4 under the key that PYTHONHASHSEED gives (CPython's Python/pyhash.c).

use siphasher::sip::SipHasher24;

use crate::heap::var::{PyBytes, PyStr};

/// The hash of a run of bytes; 0 for none, never -1.
pub fn hash_bytes(bytes: &[u8], key: (u64, u64)) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    match SipHasher24::new_with_keys(key.0, key.1).hash(bytes) as i64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What CPython 3.10 prints for these under PYTHONHASHSEED 0 and 1.
    #[test]
    fn hashes_are_cpythons() {
        let wide: Vec<u8> = "€uro".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, zero, one) in [
            (&b"abc"[..], 4_596_069_200_710_135_518, 7_334_879_446_559_576_651),
            (b"a", -7_583_489_610_679_606_711, 8_432_517_439_229_126_278),
            (b"xyz", 8_119_339_283_406_673_805, 8_398_010_835_689_360_930),
            (&wide, -2_347_248_820_896_207_665, -292_378_486_443_322_510),
            (&[b'x'; 100], -996_151_759_214_403_962, 6_034_933_993_651_046_694),
        ] {
            assert_eq!((hash_bytes(bytes, hash_key(0)), hash_bytes(bytes, hash_key(1))), (zero, one));
        }
    }
}
