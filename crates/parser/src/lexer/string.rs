//! String literals as tokens: where one ends, and its prefix and body.

use super::error::LexErrorKind;
use super::token::{Tok, refuse};

/// The logos callback: the token so far is prefix and first quote; extends it past the closing quote or quotes.
pub(super) fn scan(lex: &mut logos::Lexer<'_, Tok>) -> bool {
    let quote = lex.slice().as_bytes().last().copied().unwrap_or(b'"');
    let rest = lex.remainder().as_bytes();
    let (triple, end) = match *rest {
        [a, b, ref body @ ..] if a == quote && b == quote => (true, triple_end(body, quote).map(|end| end + 2)),
        _ => (false, single_end(rest, quote)),
    };
    match end {
        Some(end) => {
            lex.bump(end);
            true
        }
        None => {
            let kind = if triple { LexErrorKind::UnterminatedTripleString } else { LexErrorKind::UnterminatedString };
            let at = lex.span().end;
            refuse(lex, kind, at)
        }
    }
}

/// The offset past the closing quote of a one-line body.
fn single_end(body: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memchr::memchr3(quote, b'\\', b'\n', body.get(at..)?)?;
        match body.get(found) {
            Some(b'\\') => at = found + 2,
            Some(b'\n') => return None,
            _ => return Some(found + 1),
        }
    }
}

/// The offset past the closing quotes of a triple-quoted body.
fn triple_end(body: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memchr::memchr2(quote, b'\\', body.get(at..)?)?;
        match body.get(found..found + 3) {
            Some([b'\\', ..]) => at = found + 2,
            Some(quotes) if quotes.iter().all(|b| *b == quote) => return Some(found + 3),
            Some(_) => at = found + 1,
            None => return None,
        }
    }
}

/// One literal of a string token.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'s> {
    /// `b` in the prefix.
    pub bytes: bool,
    /// `r` in the prefix.
    pub raw: bool,
    /// `f` in the prefix.
    pub fstring: bool,
    /// The prefix is exactly `u`.
    pub unicode: bool,
    /// Offset of the prefix.
    pub start: u32,
    /// Offset of the body.
    pub body_start: u32,
    /// What is between the quotes.
    pub body: &'s str,
    /// Offset past the closing quotes.
    pub end: u32,
}

/// The literals that stand in `source` from `start` to `end`, with nothing but blanks, comments and newlines between.
pub fn literals(source: &str, start: u32, end: u32) -> impl Iterator<Item = Literal<'_>> {
    let mut at = start as usize;
    let bytes = source.as_bytes();
    std::iter::from_fn(move || {
        while at < end as usize {
            match bytes.get(at)? {
                b'#' => at += memchr::memchr(b'\n', bytes.get(at..)?)?,
                b' ' | b'\t' | b'\x0c' | b'\n' | b'\\' => at += 1,
                _ => {
                    let literal = literal(source, at)?;
                    at = literal.end as usize;
                    return Some(literal);
                }
            }
        }
        None
    })
}

fn literal(source: &str, start: usize) -> Option<Literal<'_>> {
    let rest = source.as_bytes().get(start..)?;
    let prefix_len = rest.iter().position(|b| matches!(b, b'"' | b'\''))?;
    let (prefix, quoted) = rest.split_at_checked(prefix_len)?;
    let quote = *quoted.first()?;
    let has = |lower: u8| prefix.iter().any(|b| b.to_ascii_lowercase() == lower);
    let (size, body_len) = match *quoted {
        [_, a, b, ref body @ ..] if a == quote && b == quote => (3, triple_end(body, quote)?.checked_sub(3)?),
        [_, ref body @ ..] => (1, single_end(body, quote)?.checked_sub(1)?),
        [] => return None,
    };
    let body_start = start + prefix_len + size;
    Some(Literal {
        bytes: has(b'b'),
        raw: has(b'r'),
        fstring: has(b'f'),
        unicode: prefix == b"u",
        start: start as u32,
        body_start: body_start as u32,
        body: source.get(body_start..body_start + body_len)?,
        end: (body_start + body_len + size) as u32,
    })
}
