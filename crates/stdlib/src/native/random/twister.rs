//! MT19937, the Mersenne Twister of Matsumoto and Nishimura.

/// Words of the state.
pub const WORDS: usize = 624;
/// How far away the word is that a new one is mixed with.
const SHIFT: usize = 397;

/// The generator.
pub struct Twister {
    state: [u32; WORDS],
    /// The word that is handed out next; all have been at `WORDS`.
    index: usize,
}

/// A state word; there are `WORDS`, and `i` goes round.
fn at(state: &[u32; WORDS], i: usize) -> u32 {
    state.get(i % WORDS).copied().unwrap_or(0)
}

impl Twister {
    /// A generator in a given state.
    pub fn new(state: [u32; WORDS], index: usize) -> Twister {
        Twister { state, index: index.min(WORDS) }
    }

    /// A generator that starts from a number.
    fn from_word(seed: u32) -> Twister {
        let mut state = [0; WORDS];
        let mut word = seed;
        for (i, place) in state.iter_mut().enumerate() {
            if i > 0 {
                word = 1_812_433_253u32.wrapping_mul(word ^ (word >> 30)).wrapping_add(i as u32);
            }
            *place = word;
        }
        Twister { state, index: WORDS }
    }

    /// A generator that starts from a key of any length but zero.
    pub fn from_key(key: &[u32]) -> Twister {
        let mut twister = Twister::from_word(19_650_218);
        let state = &mut twister.state;
        let mut place = 1;
        for step in 0..WORDS.max(key.len()) {
            let turn = step % key.len().max(1);
            let mixed = mix(state, place, 1_664_525).wrapping_add(key.get(turn).copied().unwrap_or(0));
            place = put(state, place, mixed.wrapping_add(turn as u32));
        }
        for _ in 1..WORDS {
            let mixed = mix(state, place, 1_566_083_941).wrapping_sub(place as u32);
            place = put(state, place, mixed);
        }
        if let Some(first) = state.first_mut() {
            *first = 0x8000_0000;
        }
        twister
    }

    /// The state: its words, and which is the next.
    pub fn state(&self) -> (&[u32; WORDS], usize) {
        (&self.state, self.index)
    }

    /// 32 random bits.
    pub fn word(&mut self) -> u32 {
        if self.index >= WORDS {
            self.turn();
        }
        let mut y = at(&self.state, self.index);
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// A float of 53 random bits, at least 0 and below 1.
    pub fn float(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// Makes the next `WORDS` words.
    fn turn(&mut self) {
        for i in 0..WORDS {
            let y = (at(&self.state, i) & 0x8000_0000) | (at(&self.state, i + 1) & 0x7fff_ffff);
            let twisted = if y & 1 == 0 { 0 } else { 0x9908_b0df };
            let new = at(&self.state, i + SHIFT) ^ (y >> 1) ^ twisted;
            if let Some(place) = self.state.get_mut(i) {
                *place = new;
            }
        }
        self.index = 0;
    }
}

/// The word at `place` with that before it mixed in.
fn mix(state: &[u32; WORDS], place: usize, factor: u32) -> u32 {
    let before = at(state, place + WORDS - 1);
    at(state, place) ^ (before ^ (before >> 30)).wrapping_mul(factor)
}

/// Stores a word; gives the place of the next. Word 0 follows the last one and is skipped.
fn put(state: &mut [u32; WORDS], place: usize, word: u32) -> usize {
    if let Some(slot) = state.get_mut(place) {
        *slot = word;
    }
    if place + 1 < WORDS {
        return place + 1;
    }
    if let Some(first) = state.first_mut() {
        *first = word;
    }
    1
}
