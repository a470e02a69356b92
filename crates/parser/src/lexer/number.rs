//! Numbers: how far a literal reaches, and its value. Answers to the number part of `tok_get` in CPython's tokenizer.c.

use bumpalo::Bump;

use super::error::LexErrorKind;
use super::token::{Tok, refuse};
use crate::ast::{Constant, Int};
use crate::source::Range;

/// A walk over the bytes of a number.
struct Walk<'s> {
    bytes: &'s [u8],
    at: usize,
}

/// What stopped a walk: the kind of error, and how many bytes past the walk's place CPython has read then.
struct Stop(LexErrorKind, usize);

impl Walk<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn peek_after(&self) -> u8 {
        self.bytes.get(self.at + 1).copied().unwrap_or(0)
    }

    /// Digits with single underscores between them; the place is on the first digit or on what ends them.
    fn decimal_tail(&mut self) -> Result<(), Stop> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return Err(Stop(LexErrorKind::InvalidNumber("decimal"), 0));
            }
        }
    }

    /// Digits after `0x`, `0o` or `0b`.
    fn radix_digits(&mut self, name: &'static str, is_digit: fn(u8) -> bool) -> Result<(), Stop> {
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !is_digit(self.peek()) {
                return Err(self.bad_digit(name));
            }
            while is_digit(self.peek()) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() { Err(self.bad_digit(name)) } else { Ok(()) }
    }

    fn bad_digit(&self, name: &'static str) -> Stop {
        match self.peek() {
            digit @ b'0'..=b'9' => Stop(LexErrorKind::InvalidDigit(char::from(digit), name), 1),
            _ => Stop(LexErrorKind::InvalidNumber(name), 0),
        }
    }

    /// What may follow the digits of a decimal number; gives the name CPython has for the literal.
    fn fraction_and_exponent(&mut self) -> Result<&'static str, Stop> {
        if self.peek() == b'.' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            let signed = matches!(self.peek_after(), b'+' | b'-');
            let digit = self.bytes.get(self.at + 1 + usize::from(signed)).is_some_and(u8::is_ascii_digit);
            if !digit && signed {
                self.at += 2;
                return Err(Stop(LexErrorKind::InvalidNumber("decimal"), 0));
            }
            if !digit {
                return Ok("decimal");
            }
            self.at += 1 + usize::from(signed);
            self.decimal_tail()?;
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            return Ok("imaginary");
        }
        Ok("decimal")
    }

    fn number(&mut self) -> Result<&'static str, Stop> {
        if self.peek() != b'0' {
            if self.peek() != b'.' {
                self.decimal_tail()?;
            }
            return self.fraction_and_exponent();
        }
        self.at += 1;
        match self.peek() {
            b'x' | b'X' => self.radix("hexadecimal", |b| b.is_ascii_hexdigit()),
            b'o' | b'O' => self.radix("octal", |b| matches!(b, b'0'..=b'7')),
            b'b' | b'B' => self.radix("binary", |b| matches!(b, b'0' | b'1')),
            _ => self.leading_zeros(),
        }
    }

    fn radix(&mut self, name: &'static str, is_digit: fn(u8) -> bool) -> Result<&'static str, Stop> {
        self.at += 1;
        self.radix_digits(name, is_digit).map(|()| name)
    }

    fn leading_zeros(&mut self) -> Result<&'static str, Stop> {
        loop {
            if self.peek() == b'_' {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    return Err(Stop(LexErrorKind::InvalidNumber("decimal"), 0));
                }
            }
            if self.peek() != b'0' {
                break;
            }
            self.at += 1;
        }
        let zeros_end = self.at;
        let nonzero = self.peek().is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
        }
        match self.peek() {
            b'.' | b'e' | b'E' | b'j' | b'J' => self.fraction_and_exponent(),
            _ if nonzero => {
                self.at = zeros_end;
                Err(Stop(LexErrorKind::LeadingZeros, 0))
            }
            _ => Ok("decimal"),
        }
    }

    /// Keywords may follow a number at once (CPython warns); any other letter is an error.
    fn glued(&self) -> Glued {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || *b >= 0x80;
        match rest.first() {
            Some(first) if word(first) => {}
            _ => return Glued::Nothing,
        }
        let whole = ["and", "else", "for", "or", "not"];
        let is_whole = |k: &&str| rest.starts_with(k.as_bytes()) && !rest.get(k.len()).is_some_and(word);
        let starts = rest.starts_with(b"if") || rest.starts_with(b"in") || rest.starts_with(b"is");
        if starts || whole.iter().any(is_whole) { Glued::Keyword } else { Glued::Letters }
    }
}

enum Glued {
    Nothing,
    Keyword,
    Letters,
}

/// The logos callback: extends the token over the whole number.
pub(super) fn scan(lex: &mut logos::Lexer<'_, Tok>) -> bool {
    let start = lex.span().start;
    let (mut walk, end) = (Walk { bytes: lex.source().as_bytes(), at: start }, lex.span().end);
    let name = match walk.number() {
        Ok(name) => name,
        Err(Stop(kind, read)) => return refuse(lex, kind, walk.at + read),
    };
    match walk.glued() {
        Glued::Nothing => {}
        Glued::Keyword => lex.extras.glued.push((Range::new(start as u32, walk.at as u32), name)),
        Glued::Letters => return refuse(lex, LexErrorKind::InvalidNumber(name), walk.at),
    }
    lex.bump(walk.at.saturating_sub(end));
    true
}

/// The value of a number that `scan` accepted.
pub fn value<'a>(text: &str, arena: &'a Bump) -> Constant<'a> {
    let bytes = text.as_bytes();
    if let Some(small) = small_decimal(bytes) {
        return Constant::Int(Int::Small(small));
    }
    let digits = text.replace('_', "");
    match bytes {
        [b'0', b'x' | b'X', ..] => integer(&digits, 2, 16, arena),
        [b'0', b'o' | b'O', ..] => integer(&digits, 2, 8, arena),
        [b'0', b'b' | b'B', ..] => integer(&digits, 2, 2, arena),
        [.., b'j' | b'J'] => Constant::Complex(float(digits.trim_end_matches(['j', 'J']))),
        _ if bytes.iter().any(|b| matches!(b, b'.' | b'e' | b'E')) => Constant::Float(float(&digits)),
        _ => integer(&digits, 0, 10, arena),
    }
}

fn small_decimal(bytes: &[u8]) -> Option<u64> {
    if bytes.len() > 18 {
        return None;
    }
    bytes.iter().try_fold(0u64, |value, &b| b.is_ascii_digit().then(|| value * 10 + u64::from(b - b'0')))
}

fn float(digits: &str) -> f64 {
    digits.parse().unwrap_or(0.0)
}

fn integer<'a>(text: &str, prefix: usize, radix: u32, arena: &'a Bump) -> Constant<'a> {
    let digits = text.get(prefix..).unwrap_or("").trim_start_matches('0');
    if digits.is_empty() {
        return Constant::Int(Int::Small(0));
    }
    match u64::from_str_radix(digits, radix) {
        Ok(value) => Constant::Int(Int::Small(value)),
        Err(_) => Constant::Int(Int::Big { digits: arena.alloc_str(digits), radix }),
    }
}
