//! `split`, `rsplit`, `splitlines`, `partition`: the ranges of the pieces.

use std::ops::Range;

use super::{Searcher, Unit, find, part};

/// Pieces between runs of white space, at most `max` splits, from the left.
pub fn split_space<T: Unit>(units: &[T], max: usize, is_space: impl Fn(T) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut place = 0;
    let skip = |place: usize, space: bool| {
        let rest = units.get(place..).unwrap_or_default();
        rest.iter().position(|&unit| is_space(unit) != space).map_or(units.len(), |run| place + run)
    };
    loop {
        place = skip(place, true);
        if place == units.len() {
            return pieces;
        }
        if pieces.len() == max {
            pieces.push(place..units.len());
            return pieces;
        }
        let end = skip(place, false);
        pieces.push(place..end);
        place = end;
    }
}

/// The same from the right; pieces still in order.
pub fn rsplit_space<T: Unit>(units: &[T], max: usize, is_space: impl Fn(T) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut place = units.len();
    let skip = |place: usize, space: bool| {
        part(units, 0..place).iter().rposition(|&unit| is_space(unit) != space).map_or(0, |last| last + 1)
    };
    loop {
        place = skip(place, true);
        if place == 0 {
            break;
        }
        if pieces.len() == max {
            pieces.push(0..place);
            break;
        }
        let start = skip(place, false);
        pieces.push(start..place);
        place = start;
    }
    pieces.reverse();
    pieces
}

/// Pieces between occurrences of `separator` (not empty), at most `max` splits, from the left.
pub fn split<T: Unit>(units: &[T], separator: &[T], max: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let searcher = Searcher::new(separator);
    for place in searcher.all(units).take(max) {
        pieces.push(start..place);
        start = place + separator.len();
    }
    pieces.push(start..units.len());
    pieces
}

/// The same from the right; pieces still in order.
pub fn rsplit<T: Unit>(units: &[T], separator: &[T], max: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut end = units.len();
    let reversed: Vec<T> = units.iter().rev().copied().collect();
    let backwards: Vec<T> = separator.iter().rev().copied().collect();
    let searcher = Searcher::new(&backwards);
    for place in searcher.all(&reversed).take(max) {
        let start = units.len() - place;
        pieces.push(start..end);
        end = start - separator.len();
    }
    pieces.push(0..end);
    pieces.reverse();
    pieces
}

/// Lines; `\r\n` counts as one end of line.
pub fn lines<T: Unit>(units: &[T], keep_ends: bool, is_break: impl Fn(T) -> bool) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < units.len() {
        let rest = units.get(start..).unwrap_or_default();
        let end = rest.iter().position(|&unit| is_break(unit)).map_or(units.len(), |run| start + run);
        let code = |place: usize| units.get(place).map(|unit| unit.code());
        let next = match (code(end), code(end + 1)) {
            (Some(0x0d), Some(0x0a)) => end + 2,
            (Some(_), _) => end + 1,
            (None, _) => end,
        };
        lines.push(start..if keep_ends { next } else { end });
        start = next;
    }
    lines
}

/// Ends of head and start of tail around the first `separator`.
pub fn partition<T: Unit>(units: &[T], separator: &[T]) -> Option<(usize, usize)> {
    find::find(units, separator).map(|place| (place, place + separator.len()))
}

/// Ends of head and start of tail around the last `separator`.
pub fn rpartition<T: Unit>(units: &[T], separator: &[T]) -> Option<(usize, usize)> {
    find::rfind(units, separator).map(|place| (place, place + separator.len()))
}
