//! SHA-512 (FIPS 180-4), for seeds: its constants are computed, not listed.

/// The first 80 primes.
fn primes() -> [u64; 80] {
    let mut primes = [0; 80];
    let mut candidate = 1u64;
    for i in 0..80 {
        loop {
            candidate += 1;
            let known = primes.get(..i).unwrap_or_default();
            if known.iter().all(|prime| !candidate.is_multiple_of(*prime)) {
                break;
            }
        }
        if let Some(place) = primes.get_mut(i) {
            *place = candidate;
        }
    }
    primes
}

/// The first 64 bits behind the point of the `degree`-th root of a prime.
fn root_fraction(prime: u64, degree: u32) -> u64 {
    use dashu_int::UBig;
    let scaled = UBig::from(prime) << (64 * degree as usize);
    let mut low = UBig::ZERO;
    let mut high = UBig::ONE << 72;
    while &low + UBig::ONE < high {
        let middle = (&low + &high) >> 1;
        if middle.pow(degree as usize) <= scaled {
            low = middle;
        } else {
            high = middle;
        }
    }
    u64::try_from(low & UBig::from(u64::MAX)).unwrap_or(0)
}

/// The digest of a message.
pub fn digest(message: &[u8]) -> [u8; 64] {
    let primes = primes();
    let rounds = primes.map(|prime| root_fraction(prime, 3));
    let mut hash: [u64; 8] = std::array::from_fn(|i| root_fraction(primes.get(i).copied().unwrap_or(2), 2));
    let mut padded = message.to_vec();
    padded.push(0x80);
    padded.resize(padded.len().next_multiple_of(128), 0);
    if message.len() % 128 >= 112 {
        padded.resize(padded.len() + 128, 0);
    }
    let bits = (message.len() as u128 * 8).to_be_bytes();
    let start = padded.len() - bits.len();
    if let Some(place) = padded.get_mut(start..) {
        place.copy_from_slice(&bits);
    }
    padded.chunks_exact(128).for_each(|block| compress(&mut hash, block, &rounds));
    let mut result = [0; 64];
    for (place, word) in result.chunks_exact_mut(8).zip(hash) {
        place.copy_from_slice(&word.to_be_bytes());
    }
    result
}

/// One block into the hash.
fn compress(hash: &mut [u64; 8], block: &[u8], rounds: &[u64; 80]) {
    let mut words: Vec<u64> =
        block.chunks_exact(8).map(|bytes| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))).collect();
    for i in 16..80 {
        let word = |back: usize| words.get(i - back).copied().unwrap_or(0);
        let (near, far) = (word(2), word(15));
        let near = near.rotate_right(19) ^ near.rotate_right(61) ^ near >> 6;
        let far = far.rotate_right(1) ^ far.rotate_right(8) ^ far >> 7;
        let next = near.wrapping_add(word(7)).wrapping_add(far).wrapping_add(word(16));
        words.push(next);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *hash;
    for (constant, word) in rounds.iter().zip(words) {
        let sum = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
        let choice = (e & f) ^ (!e & g);
        let first = h.wrapping_add(sum).wrapping_add(choice).wrapping_add(*constant).wrapping_add(word);
        let sum = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(sum).wrapping_add(majority));
    }
    for (place, word) in hash.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *place = place.wrapping_add(word);
    }
}
