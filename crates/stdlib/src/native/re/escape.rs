//! Escapes, and sets in brackets.

use super::node::{At, Category, Item, Node, Set, Single};
use super::parse::{Parsed, Parser, is_digit, shown};

/// What stands behind a backslash.
pub enum Escaped {
    /// A character.
    Code(u32),
    /// A category, or all outside of it.
    Category(Category, bool),
    /// A place.
    At(At),
    /// The text of a group.
    Group(usize),
}

impl Parser<'_> {
    /// The escape whose backslash stands at `start` and has been read, outside of sets.
    pub(super) fn escape(&mut self, start: usize, flags: u32) -> Parsed<Escaped> {
        let Some(code) = self.code() else { return self.fail("bad escape (end of pattern)", start) };
        let ascii = self.is_ascii(flags);
        let word = Category::Word { ascii };
        match char::from_u32(code) {
            Some('A') => Ok(Escaped::At(At::Start)),
            Some('Z') => Ok(Escaped::At(At::VeryEnd)),
            Some('b') => Ok(Escaped::At(At::Boundary { word, inverted: false })),
            Some('B') => Ok(Escaped::At(At::Boundary { word, inverted: true })),
            Some('0') => {
                let value = self.octal_digits(0, 2);
                Ok(Escaped::Code(value))
            }
            Some(digit) if digit.is_ascii_digit() => self.group_or_octal(start, code - 0x30),
            _ => self.common_escape(start, code, ascii),
        }
    }

    fn octal_digits(&mut self, value: u32, most: usize) -> u32 {
        let mut value = value;
        for _ in 0..most {
            match self.text.get(self.position) {
                Some(code @ 0x30..=0x37) => value = value * 8 + (code - 0x30),
                _ => break,
            }
            self.position += 1;
        }
        value
    }

    fn group_or_octal(&mut self, start: usize, first: u32) -> Parsed<Escaped> {
        let mut group = first;
        if let Some(&second) = self.text.get(self.position).filter(|code| is_digit(**code)) {
            let third = self.text.get(self.position + 1).copied().unwrap_or(0);
            let octal = |code: u32| (0x30..0x38).contains(&code);
            if first < 8 && octal(second) && octal(third) {
                self.position += 2;
                let value = first * 64 + (second - 0x30) * 8 + (third - 0x30);
                if value > 0o377 {
                    let text = shown(self.text.get(start..self.position).unwrap_or_default());
                    return self.fail(format!("octal escape value {text} outside of range 0-0o377"), start);
                }
                return Ok(Escaped::Code(value));
            }
            self.position += 1;
            group = group * 10 + (second - 0x30);
        }
        Ok(Escaped::Group(group as usize))
    }

    /// Escapes that mean the same in sets.
    fn common_escape(&mut self, start: usize, code: u32, ascii: bool) -> Parsed<Escaped> {
        let category = |category, inverted| Ok(Escaped::Category(category, inverted));
        let simple = |code: u8| Ok(Escaped::Code(u32::from(code)));
        match char::from_u32(code) {
            Some('d') => category(Category::Digit { ascii }, false),
            Some('D') => category(Category::Digit { ascii }, true),
            Some('s') => category(Category::Space { ascii }, false),
            Some('S') => category(Category::Space { ascii }, true),
            Some('w') => category(Category::Word { ascii }, false),
            Some('W') => category(Category::Word { ascii }, true),
            Some('a') => simple(7),
            Some('f') => simple(12),
            Some('n') => simple(b'\n'),
            Some('r') => simple(b'\r'),
            Some('t') => simple(b'\t'),
            Some('v') => simple(11),
            Some('x') => self.hexadecimal(start, 2),
            Some('u') if !self.bytes => self.hexadecimal(start, 4),
            Some('U') if !self.bytes => self.hexadecimal(start, 8),
            Some(letter) if letter.is_ascii_alphabetic() => self.fail(format!("bad escape \\{letter}"), start),
            _ => Ok(Escaped::Code(code)),
        }
    }

    fn hexadecimal(&mut self, start: usize, size: usize) -> Parsed<Escaped> {
        let digits = self.text.get(self.position..).unwrap_or_default();
        let digit = |code: &u32| char::from_u32(*code).and_then(|c| c.to_digit(16));
        let values: Vec<u32> = digits.iter().map_while(digit).take(size).collect();
        self.position += values.len();
        let text = || shown(self.text.get(start..self.position).unwrap_or_default());
        if values.len() < size {
            return self.fail(format!("incomplete escape {}", text()), start);
        }
        let code = values.iter().fold(0, |code, value| code * 16 + value);
        if code > 0x10_ffff {
            return self.fail(format!("bad escape {}", text()), start);
        }
        Ok(Escaped::Code(code))
    }

    /// An escape in a set.
    fn set_escape(&mut self, start: usize, flags: u32) -> Parsed<Escaped> {
        let Some(code) = self.code() else { return self.fail("bad escape (end of pattern)", start) };
        match char::from_u32(code) {
            Some('b') => Ok(Escaped::Code(8)),
            Some('0'..='7') => {
                let value = self.octal_digits(code - 0x30, 2);
                if value > 0o377 {
                    let text = shown(self.text.get(start..self.position).unwrap_or_default());
                    return self.fail(format!("octal escape value {text} outside of range 0-0o377"), start);
                }
                Ok(Escaped::Code(value))
            }
            Some(digit @ ('8' | '9')) => self.fail(format!("bad escape \\{digit}"), start),
            _ => {
                let ascii = self.is_ascii(flags);
                self.common_escape(start, code, ascii)
            }
        }
    }

    fn set_member(&mut self, flags: u32, open: usize) -> Parsed<Escaped> {
        let start = self.position;
        match self.code() {
            None => self.fail("unterminated character set", open),
            Some(0x5c) => self.set_escape(start, flags),
            Some(code) => Ok(Escaped::Code(code)),
        }
    }

    /// What stands in brackets, the opening one read at `open`.
    pub(super) fn set(&mut self, flags: u32, open: usize) -> Parsed<Node> {
        let negated = self.take('^');
        let mut items = Vec::new();
        loop {
            let start = self.position;
            if self.peek() == Some(']') && !items.is_empty() {
                self.position += 1;
                break;
            }
            let low = self.set_member(flags, open)?;
            if !self.take('-') {
                items.push(item(&low));
                continue;
            }
            if self.peek() == Some(']') {
                self.position += 1;
                items.push(item(&low));
                items.push(Item::Range(0x2d, 0x2d));
                break;
            }
            if self.peek().is_none() {
                return self.fail("unterminated character set", open);
            }
            let high = self.set_member(flags, open)?;
            match (low, high) {
                (Escaped::Code(low), Escaped::Code(high)) if low <= high => items.push(Item::Range(low, high)),
                _ => {
                    let text = shown(self.text.get(start..self.position).unwrap_or_default());
                    return self.fail(format!("bad character range {text}"), start);
                }
            }
        }
        if let ([Item::Range(low, high)], false) = (items.as_slice(), negated)
            && low == high
        {
            return Ok(self.single(*low, flags));
        }
        Ok(Node::Single(Single::Set(Box::new(Set::new(items, negated, self.fold(flags))))))
    }
}

fn item(member: &Escaped) -> Item {
    match member {
        Escaped::Category(category, inverted) => Item::Category(*category, *inverted),
        Escaped::Code(code) => Item::Range(*code, *code),
        // Sets have neither.
        Escaped::At(_) | Escaped::Group(_) => Item::Range(0, 0),
    }
}
