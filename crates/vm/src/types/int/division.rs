//! Division of long ints by a divisor of at most 32 bits.
//!
//! Dividing word by word is one long chain: each step waits for the rest of the one before. So a long number is cut into
//! four pieces whose rests are found first, which is cheap and needs no division, and then four chains go side by side.

/// Shorter numbers are divided in one chain.
const LONG: usize = 32;

/// Words whose rests are summed up at once.
const BLOCK: usize = 8;

/// A divisor, and what is known of it.
struct Divisor {
    divisor: u64,
    /// Leading zeros: the divisor is shifted by so many bits for dividing.
    shift: u32,
    /// The shifted divisor, its highest bit set.
    normal: u64,
    /// `(2**128 - 1) / normal - 2**64`.
    reciprocal: u64,
    /// `2**(64 * i) % divisor`, for i from 0 to [`BLOCK`].
    powers: [u64; BLOCK + 1],
}

impl Divisor {
    fn new(divisor: u32) -> Divisor {
        let divisor = u64::from(divisor.max(1));
        let shift = divisor.leading_zeros();
        let normal = divisor << shift;
        let reciprocal = (u128::MAX / u128::from(normal)) as u64;
        let base = (u128::from(u64::MAX) + 1) % u128::from(divisor);
        let mut powers = [1 % divisor; BLOCK + 1];
        let mut power = u128::from(1 % divisor);
        for place in powers.iter_mut().skip(1) {
            power = power * base % u128::from(divisor);
            *place = power as u64;
        }
        Divisor { divisor, shift, normal, reciprocal, powers }
    }

    /// `2**(64 * count) % divisor`.
    fn power(&self, mut count: usize) -> u64 {
        let [one, base, ..] = self.powers;
        let (mut result, mut square) = (one, base);
        while count > 0 {
            if count & 1 == 1 {
                result = result * square % self.divisor;
            }
            square = square * square % self.divisor;
            count >>= 1;
        }
        result
    }

    /// A number of at most 100 bits, made smaller: at most 65 bits, with the same rest.
    #[inline(always)]
    fn fold(&self, number: u128) -> u128 {
        let [_, base, ..] = self.powers;
        let base = u128::from(base);
        let number = (number >> 64) * base + u128::from(number as u64);
        (number >> 64) * base + u128::from(number as u64)
    }

    /// The rest of a number, its lowest word first.
    fn rest(&self, words: &[u64]) -> u64 {
        let [.., whole] = self.powers;
        let (blocks, top) = words.as_chunks::<BLOCK>();
        let mut rest = self.fold(self.sum(top));
        for block in blocks.iter().rev() {
            rest = self.fold(rest * u128::from(whole) + self.sum(block));
        }
        (rest % u128::from(self.divisor)) as u64
    }

    /// The words, each with the rest of its place: at most 99 bits.
    #[inline(always)]
    fn sum(&self, words: &[u64]) -> u128 {
        words.iter().zip(&self.powers).map(|(&word, &power)| u128::from(word) * u128::from(power)).sum()
    }

    /// Quotient and rest of two words by the shifted divisor, which is above the higher word (Möller and Granlund).
    #[inline(always)]
    fn step(&self, high: u64, low: u64) -> (u64, u64) {
        let estimate = u128::from(self.reciprocal) * u128::from(high) + (u128::from(high) << 64 | u128::from(low));
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut rest = low.wrapping_sub(quotient.wrapping_mul(self.normal));
        if rest > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.normal);
        }
        if rest >= self.normal {
            quotient = quotient.wrapping_add(1);
            rest -= self.normal;
        }
        (quotient, rest)
    }

    /// The bits of a word that its shift moves out.
    #[inline(always)]
    fn moved_out(&self, word: u64) -> u64 {
        word.checked_shr(64 - self.shift).unwrap_or(0)
    }
}

/// A chain of steps down a piece of a number.
struct Chain<'d> {
    by: &'d Divisor,
    /// The rest so far, shifted.
    rest: u64,
    /// The word that comes next.
    word: u64,
}

impl<'d> Chain<'d> {
    /// At the highest word of a piece; `rest` is that of what is above.
    fn new(by: &'d Divisor, rest: u64, word: u64) -> Chain<'d> {
        Chain { by, rest: rest << by.shift | by.moved_out(word), word }
    }

    /// The quotient's word for the present word; `below` comes next (0 after the last).
    #[inline(always)]
    fn step(&mut self, below: u64) -> u64 {
        let low = self.word << self.by.shift | self.by.moved_out(below);
        let (quotient, rest) = self.by.step(self.rest, low);
        (self.rest, self.word) = (rest, below);
        quotient
    }
}

/// Divides a piece in one chain; returns the rest.
fn divide_piece(by: &Divisor, rest: u64, words: &[u64], quotient: &mut [u64]) -> u64 {
    let (Some((&top, below)), Some((first, places))) = (words.split_last(), quotient.split_first_mut()) else {
        return rest;
    };
    let mut chain = Chain::new(by, rest, top);
    for (&word, place) in below.iter().rev().zip(places.iter_mut().rev()) {
        *place = chain.step(word);
    }
    *first = chain.step(0);
    chain.rest >> by.shift
}

/// Quotient and rest of a number, its lowest word first.
pub fn div_rem(words: &[u64], divisor: u32) -> (Vec<u64>, u64) {
    let by = Divisor::new(divisor);
    let mut quotient = vec![0; words.len()];
    if words.len() < LONG {
        let rest = divide_piece(&by, 0, words, &mut quotient);
        return (quotient, rest);
    }
    let size = words.len() / 4;
    let (w0, upper) = words.split_at(size);
    let (w1, upper) = upper.split_at(size);
    let (w2, upper) = upper.split_at(size);
    let (w3, above) = upper.split_at(size);
    let (q0, upper) = quotient.split_at_mut(size);
    let (q1, upper) = upper.split_at_mut(size);
    let (q2, upper) = upper.split_at_mut(size);
    let (q3, q_above) = upper.split_at_mut(size);
    let power = by.power(size);
    let r3 = divide_piece(&by, 0, above, q_above);
    let r2 = (r3 * power + by.rest(w3)) % by.divisor;
    let r1 = (r2 * power + by.rest(w2)) % by.divisor;
    let r0 = (r1 * power + by.rest(w1)) % by.divisor;
    let pieces = (w0.split_last(), w1.split_last(), w2.split_last(), w3.split_last());
    let places = (q0.split_first_mut(), q1.split_first_mut(), q2.split_first_mut(), q3.split_first_mut());
    let (Some((&t0, w0)), Some((&t1, w1)), Some((&t2, w2)), Some((&t3, w3))) = pieces else { return (quotient, 0) };
    let (Some((l0, q0)), Some((l1, q1)), Some((l2, q2)), Some((l3, q3))) = places else { return (vec![0], 0) };
    let (mut c0, mut c1) = (Chain::new(&by, r0, t0), Chain::new(&by, r1, t1));
    let (mut c2, mut c3) = (Chain::new(&by, r2, t2), Chain::new(&by, r3, t3));
    let words = w0.iter().zip(w1).zip(w2.iter().zip(w3)).rev();
    let places = q0.iter_mut().zip(q1).zip(q2.iter_mut().zip(q3)).rev();
    for (((a, b), (c, d)), ((p, q), (r, s))) in words.zip(places) {
        *p = c0.step(*a);
        *q = c1.step(*b);
        *r = c2.step(*c);
        *s = c3.step(*d);
    }
    *l0 = c0.step(0);
    *l1 = c1.step(0);
    *l2 = c2.step(0);
    *l3 = c3.step(0);
    let rest = c0.rest >> by.shift;
    (quotient, rest)
}

/// The rest alone.
pub fn rem(words: &[u64], divisor: u32) -> u64 {
    Divisor::new(divisor).rest(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_give_what_one_chain_gives() {
        let mut seed = 12345u64;
        let mut next = || {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            if seed & 0x700 == 0 {
                0
            } else if seed & 0x700 == 0x700 {
                u64::MAX
            } else {
                seed ^ seed >> 29
            }
        };
        for len in [1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 65, 130, 257] {
            for divisor in [1, 2, 3, 10, 25, 57121, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, u32::MAX] {
                let words: Vec<u64> = (0..len).map(|_| next()).collect();
                let (quotient, rest) = div_rem(&words, divisor);
                let mut expected = vec![0; len];
                let mut left = 0u128;
                for (place, &word) in expected.iter_mut().zip(&words).rev() {
                    let number = left << 64 | u128::from(word);
                    *place = (number / u128::from(divisor)) as u64;
                    left = number % u128::from(divisor);
                }
                assert_eq!((quotient, u128::from(rest)), (expected, left), "{len} {divisor}");
                assert_eq!(u128::from(rem(&words, divisor)), left, "{len} {divisor}");
            }
        }
    }
}
