//! Substring search: memchr and memmem for bytes, Knuth-Morris-Pratt with a skip to the first unit for wider ones.

use std::cell::OnceCell;

use memchr::memmem;

use super::{Unit, part};

/// A needle prepared for several searches from the left.
pub struct Searcher<'n, T: Unit>(Kind<'n, T>);

enum Kind<'n, T: Unit> {
    Empty,
    One(T),
    Bytes { needle: &'n [u8], finder: OnceCell<Box<memmem::Finder<'n>>> },
    Units { needle: &'n [T], borders: Vec<usize> },
}

impl<'n, T: Unit> Searcher<'n, T> {
    /// Prepares `needle`.
    pub fn new(needle: &'n [T]) -> Searcher<'n, T> {
        Searcher(match (needle, T::as_bytes(needle)) {
            ([], _) => Kind::Empty,
            (&[unit], _) => Kind::One(unit),
            (_, Some(needle)) => Kind::Bytes { needle, finder: OnceCell::new() },
            _ => Kind::Units { needle, borders: borders(needle.len(), |i| needle.get(i).copied()) },
        })
    }

    /// Place of the first occurrence at or after `from`.
    pub fn find(&self, hay: &[T], from: usize) -> Option<usize> {
        let rest = hay.get(from..)?;
        let found = match &self.0 {
            Kind::Empty => Some(0),
            Kind::One(unit) => find_unit(rest, *unit),
            Kind::Bytes { needle, finder } => {
                let hay = T::as_bytes(rest)?;
                if is_short(hay, needle) {
                    find_short(hay, needle)
                } else {
                    finder.get_or_init(|| Box::new(memmem::Finder::new(*needle))).find(hay)
                }
            }
            Kind::Units { needle, borders } => {
                let first = *needle.first()?;
                search(
                    rest.len(),
                    needle.len(),
                    borders,
                    |i, k| rest.get(i) == needle.get(k),
                    |i| find_unit(rest.get(i..)?, first).map(|skip| i + skip),
                )
            }
        };
        found.map(|place| from + place)
    }

    /// Non-overlapping occurrences, left to right. The empty needle occurs before each unit and at the end.
    pub fn all<'s>(&'s self, hay: &'s [T]) -> impl Iterator<Item = usize> + use<'s, 'n, T> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let place = self.find(hay, from)?;
            from = place + self.len().max(1);
            Some(place)
        })
    }

    fn len(&self) -> usize {
        match &self.0 {
            Kind::Empty => 0,
            Kind::One(_) => 1,
            Kind::Bytes { needle, .. } => needle.len(),
            Kind::Units { needle, .. } => needle.len(),
        }
    }
}

/// Place of the first `unit`.
#[inline]
pub fn find_unit<T: Unit>(hay: &[T], unit: T) -> Option<usize> {
    match T::as_bytes(hay) {
        Some(bytes) => memchr::memchr(unit.code() as u8, bytes),
        None => hay.iter().position(|&candidate| candidate == unit),
    }
}

/// Place of the first `needle`.
pub fn find<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    if needle.len() > hay.len() {
        return None;
    }
    match (needle, T::as_bytes(needle), T::as_bytes(hay)) {
        (&[unit], ..) => find_unit(hay, unit),
        (_, Some(needle), Some(hay)) if is_short(hay, needle) => find_short(hay, needle),
        (_, Some(needle), Some(hay)) => memmem::find(hay, needle),
        _ => Searcher::new(needle).find(hay, 0),
    }
}

/// Whether preparing a needle costs more than it saves.
#[inline(always)]
fn is_short(hay: &[u8], needle: &[u8]) -> bool {
    hay.len() <= 256 && needle.len() <= 16
}

/// As `find`, by the needle's first byte.
#[inline]
fn find_short(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((first, rest)) = needle.split_first() else { return Some(0) };
    let starts = hay.get(..=hay.len().checked_sub(needle.len())?)?;
    let mut from = 0;
    loop {
        let place = from + memchr::memchr(*first, starts.get(from..)?)?;
        from = place + 1;
        if hay.get(from..).is_some_and(|hay| hay.starts_with(rest)) {
            return Some(place);
        }
    }
}

/// Place of the last `needle`.
pub fn rfind<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let (n, m) = (hay.len(), needle.len());
    if m > n {
        return None;
    }
    match (needle, T::as_bytes(needle), T::as_bytes(hay)) {
        ([], ..) => Some(n),
        (&[unit], _, None) => hay.iter().rposition(|&candidate| candidate == unit),
        (&[unit], _, Some(bytes)) => memchr::memrchr(unit.code() as u8, bytes),
        (_, Some(needle), Some(hay)) => memmem::rfind(hay, needle),
        _ => {
            let at = |units: &[T], back: usize| units.len().checked_sub(back + 1).and_then(|i| units.get(i).copied());
            let borders = borders(m, |i| at(needle, i));
            let last = needle.last().copied()?;
            let skip = |i: usize| part(hay, 0..n - i).iter().rposition(|&unit| unit == last).map(|place| n - 1 - place);
            search(n, m, &borders, |i, k| at(hay, i) == at(needle, k), skip).map(|place| n - m - place)
        }
    }
}

/// Number of non-overlapping occurrences, at most `max`.
pub fn count<T: Unit>(hay: &[T], needle: &[T], max: usize) -> usize {
    if let ([unit], Some(bytes)) = (needle, T::as_bytes(hay)) {
        return memchr::memchr_iter(unit.code() as u8, bytes).take(max).count();
    }
    Searcher::new(needle).all(hay).take(max).count()
}

/// For each prefix of a needle of `len` units, the length of its longest proper border.
fn borders<T: Eq>(len: usize, at: impl Fn(usize) -> Option<T>) -> Vec<usize> {
    let mut borders = vec![0; len];
    let mut k: usize = 0;
    for i in 1..len {
        while k > 0 && at(i) != at(k) {
            k = borders.get(k - 1).copied().unwrap_or(0);
        }
        if at(i) == at(k) {
            k += 1;
        }
        if let Some(border) = borders.get_mut(i) {
            *border = k;
        }
    }
    borders
}

/// Knuth-Morris-Pratt: `same(i, k)` compares the haystack at `i` with the needle at `k`, `skip(i)` finds the needle's first
/// unit from `i` on.
fn search(
    n: usize,
    m: usize,
    borders: &[usize],
    same: impl Fn(usize, usize) -> bool,
    skip: impl Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let mut i = 0;
    let mut k = 0;
    while i < n {
        if k == 0 {
            i = skip(i)?;
        }
        while k > 0 && !same(i, k) {
            k = borders.get(k - 1).copied().unwrap_or(0);
        }
        if same(i, k) {
            k += 1;
            if k == m {
                return Some(i + 1 - m);
            }
        }
        i += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the obvious search, over a two-letter alphabet where every kind of overlap occurs.
    #[test]
    fn wide_search_agrees_with_the_naive_one() {
        for bits in 0u32..1 << 10 {
            let hay: Vec<u16> = (0..10).map(|i| 0x100 + (bits >> i & 1) as u16).collect();
            for len in 0..5 {
                for pattern in 0u32..1 << len {
                    let needle: Vec<u16> = (0..len).map(|i| 0x100 + (pattern >> i & 1) as u16).collect();
                    let places: Vec<usize> =
                        (0..=hay.len() - needle.len()).filter(|&i| hay[i..].starts_with(&needle)).collect();
                    assert_eq!(find(&hay, &needle), places.first().copied());
                    assert_eq!(rfind(&hay, &needle), places.last().copied());
                    let mut free = 0;
                    let disjoint = places
                        .iter()
                        .filter(|&&p| {
                            p >= free && {
                                free = p + needle.len().max(1);
                                true
                            }
                        })
                        .count();
                    assert_eq!(count(&hay, &needle, usize::MAX), disjoint);
                }
            }
        }
    }
}
