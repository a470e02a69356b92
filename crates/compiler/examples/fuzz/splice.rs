//! Damaged sources.

use crate::rng::Rng;
use crate::soup;

/// At most so much of a file is used: small sources make many cases.
pub const WINDOW: usize = 2000;

/// Cuts, doubles, swaps and exchanges the tokens and lines of a file, some for those of another.
pub fn tokens(file: &[u8], other: &[u8], rng: &mut Rng) -> Vec<u8> {
    let text = String::from_utf8_lossy(window(file, rng)).into_owned();
    let donor = String::from_utf8_lossy(window(other, rng)).into_owned();
    let by_line = rng.below(4) == 0;
    let split = if by_line { lines } else { words };
    let (mut parts, donors) = (split(&text), split(&donor));
    for _ in 0..=rng.below(5) {
        let at = rng.below(parts.len() + 1);
        let until = (at + 1 + rng.below(4)).min(parts.len());
        match rng.below(6) {
            0 if at < until => drop(parts.drain(at..until)),
            1 if at < until => {
                let copy = parts[at..until].to_vec();
                parts.splice(at..at, copy);
            }
            2 if at < parts.len() => {
                let with = rng.below(parts.len());
                parts.swap(at, with);
            }
            3 if !donors.is_empty() => {
                let from = rng.below(donors.len());
                let to = (from + 1 + rng.below(6)).min(donors.len());
                parts.splice(at..at, donors[from..to].iter().copied());
            }
            _ => parts.insert(at, soup::token(rng)),
        }
    }
    parts.concat().into_bytes()
}

/// Flips, drops, doubles and inserts bytes of a file, and cuts it short.
pub fn bytes(file: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = window(file, rng).to_vec();
    for _ in 0..=rng.below(6) {
        let at = rng.below(bytes.len() + 1);
        let until = (at + rng.below(8)).min(bytes.len());
        match rng.below(7) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.insert(at, rng.byte()),
            2 if at < bytes.len() => bytes[at] ^= 1 << rng.below(8),
            3 => {
                let copy = bytes[at..until].to_vec();
                bytes.splice(at..at, copy);
            }
            4 if rng.below(4) == 0 => bytes.truncate(at),
            _ => {
                // Now and then very often: that is how limits are reached.
                let times = if rng.below(40) == 0 { 1 + rng.below(300) } else { 1 };
                bytes.splice(at..at, soup::token(rng).repeat(times).into_bytes());
            }
        }
    }
    bytes
}

/// Some of the lines of a file; often all.
fn window<'a>(file: &'a [u8], rng: &mut Rng) -> &'a [u8] {
    if file.len() <= WINDOW {
        return file;
    }
    let newline_after =
        |at: usize| file[at..].iter().position(|&byte| byte == b'\n').map_or(file.len(), |found| at + found + 1);
    let start = newline_after(rng.below(file.len()));
    &file[start..newline_after((start + rng.below(WINDOW)).min(file.len() - 1)).max(start)]
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Roughly Python's tokens: words, indentation, runs of blanks, and single other characters.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => 1,
        ' ' | '\t' => 2,
        _ => 0,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let class = class(c);
        if at > start && (class == 0 || class != last) {
            words.push(&text[start..at]);
            start = at;
        }
        last = class;
    }
    words.push(&text[start..]);
    words
}
