//! String and bytes literals: escapes, and the joining of adjacent ones. Answers to Parser/string_parser.c and to the
//! escape decoders of Objects/unicodeobject.c and bytesobject.c.

use super::{Actions, Refusal, Refused, Result};
use crate::ast::constant::push_code_point;
use crate::ast::*;
use crate::error::WarningCategory;
use crate::lexer::string::{Literal, literals};
use crate::source::Range;
use lalrpop_util::ParseError;

/// What is wrong with a string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringError {
    /// The message of a `SyntaxError` at the last token that the parser has read.
    Message(String),
    /// The expression of an f-string's field is not one.
    Field(BadField),
}

/// A field of an f-string that does not parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadField {
    /// The offset of its `{`.
    pub brace: u32,
    /// The offset past its expression.
    pub end: u32,
}

pub(super) fn string_error(error: StringError) -> Refusal {
    ParseError::User { error: Refused::String(Box::new(error)) }
}

fn fail<T>(message: impl Into<String>) -> Result<T> {
    Err(string_error(StringError::Message(message.into())))
}

impl<'a> Actions<'_, 'a> {
    /// The string literals from `start` to `end` as one node.
    pub fn strings(&mut self, start: u32, end: u32) -> Result<&'a Expr<'a>> {
        let source = self.source;
        let mut all = literals(source, start, end);
        let Some(first) = all.next() else { return super::refuse() };
        let range = Range::new(self.shifted(&first), end);
        let kind = first.unicode.then_some("u");
        if first.end == end && !first.fstring {
            let value = self.single(&first)?;
            return Ok(self.expr(ExprKind::Constant { value, kind }, range.start, end));
        }
        let (bytes, mut fstring) = (first.bytes, first.fstring);
        for literal in literals(source, first.end, end) {
            if literal.bytes != bytes {
                // What is wrong with the literals before comes first.
                self.concatenated_before(source, start, literal.start, bytes)?;
                return fail("cannot mix bytes and nonbytes literals");
            }
            fstring |= literal.fstring;
        }
        let outer = std::mem::take(&mut self.text);
        let joined = if fstring {
            self.joined_str(literals(source, start, end), kind, range)
        } else {
            self.concatenated(literals(source, start, end), bytes)
                .map(|value| self.expr(ExprKind::Constant { value, kind }, range.start, end))
        };
        self.text = outer;
        joined
    }

    /// Whether the string literals from `start` to `end` are right.
    pub fn check_strings(&mut self, start: u32, end: u32) -> std::result::Result<(), StringError> {
        match self.strings(start, end) {
            Ok(_) => Ok(()),
            Err(ParseError::User { error: Refused::String(error) }) => Err(*error),
            Err(_) => Err(StringError::Message("invalid syntax".to_owned())),
        }
    }

    /// Decodes the literals from `start` to `end`, and the one there, for the sake of their errors.
    fn concatenated_before(&mut self, source: &str, start: u32, end: u32, bytes: bool) -> Result<()> {
        if end > start {
            self.strings(start, end)?;
        }
        if let Some(next) = literals(source, end, source.len() as u32).next()
            && !next.fstring
        {
            let outer = std::mem::take(&mut self.text);
            let checked = self.concatenated(std::iter::once(next), !bytes);
            self.text = outer;
            checked?;
        }
        Ok(())
    }

    /// A literal that stands alone.
    fn single(&mut self, literal: &Literal<'_>) -> Result<Constant<'a>> {
        let plain = literal.raw || memchr::memchr(b'\\', literal.body.as_bytes()).is_none();
        if plain && !literal.bytes {
            return Ok(Constant::Str(Wtf8::from_str(self.arena.alloc_str(literal.body))));
        }
        let outer = std::mem::take(&mut self.text);
        let value = self.concatenated(std::iter::once(*literal), literal.bytes);
        self.text = outer;
        value
    }

    fn concatenated<'t>(&mut self, all: impl Iterator<Item = Literal<'t>>, bytes: bool) -> Result<Constant<'a>> {
        for literal in all {
            if bytes { self.append_bytes(&literal)? } else { self.append_str(literal.body, literal.raw, &literal)? }
        }
        let text: &'a [u8] = self.arena.alloc_slice_copy(&self.text);
        self.text.clear();
        Ok(if bytes { Constant::Bytes(text) } else { Constant::Str(Wtf8::from_wtf8(text)) })
    }

    /// Appends a part of a str literal, its escapes decoded.
    pub(super) fn append_str(&mut self, part: &str, raw: bool, literal: &Literal<'_>) -> Result<()> {
        if raw || memchr::memchr(b'\\', part.as_bytes()).is_none() {
            self.text.extend_from_slice(part.as_bytes());
            return Ok(());
        }
        let mut invalid = None;
        let decoded = Escapes { part, at: 0, out: &mut self.text, invalid: &mut invalid }.decode();
        if let Err(message) = decoded {
            return fail(format!("(unicode error) {message}"));
        }
        if let Some(c) = invalid {
            self.warn_escape(c, literal);
        }
        Ok(())
    }

    /// The warning for `\c`, where `c` means nothing after a backslash.
    pub(super) fn warn_escape(&mut self, c: char, literal: &Literal<'_>) {
        let msg = format!("invalid escape sequence '\\{c}'");
        self.warn(WarningCategory::DeprecationWarning, msg, Range::new(literal.start, literal.end));
    }

    fn append_bytes(&mut self, literal: &Literal<'_>) -> Result<()> {
        if !literal.body.is_ascii() {
            let message = "bytes can only contain ASCII literal characters";
            return fail(message);
        }
        let body = literal.body.as_bytes();
        if literal.raw {
            self.text.extend_from_slice(body);
            return Ok(());
        }
        match bytes_escapes(body, &mut self.text) {
            Ok(Some(c)) => self.warn_escape(c, literal),
            Ok(None) => {}
            Err(at) => {
                let message = format!("(value error) invalid \\x escape at position {at}");
                return fail(message);
            }
        }
        Ok(())
    }
}

/// The value of an escape of one letter, the same in str and bytes.
fn simple_escape(letter: u8) -> Option<u8> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 0x0b,
        _ => return None,
    })
}

/// Up to three octal digits from `at` on: the value, and how many there are.
fn octal(bytes: &[u8], at: usize) -> (u32, usize) {
    let digits = bytes.get(at..).unwrap_or(&[]).iter().take(3).take_while(|b| matches!(b, b'0'..=b'7'));
    digits.fold((0, 0), |(value, count), b| (value * 8 + u32::from(b - b'0'), count + 1))
}

/// Decodes bytes escapes into `out`; gives the first letter that means nothing, or the place of a broken `\x`.
fn bytes_escapes(body: &[u8], out: &mut Vec<u8>) -> std::result::Result<Option<char>, usize> {
    let mut invalid = None;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', body.get(at..).unwrap_or(&[])) {
        out.extend_from_slice(body.get(at..at + found).unwrap_or(&[]));
        let backslash = at + found;
        let Some(&letter) = body.get(backslash + 1) else { break };
        at = backslash + 2;
        match letter {
            b'\n' => {}
            b'0'..=b'7' => {
                let (value, count) = octal(body, backslash + 1);
                out.push((value & 0xff) as u8);
                at = backslash + 1 + count;
            }
            b'x' => {
                let digits = body.get(at..at + 2).and_then(|hex| std::str::from_utf8(hex).ok());
                let valid = digits.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
                out.push(valid.and_then(|hex| u8::from_str_radix(hex, 16).ok()).ok_or(backslash)?);
                at += 2;
            }
            _ => match simple_escape(letter) {
                Some(value) => out.push(value),
                None => {
                    invalid = invalid.or(Some(char::from(letter)));
                    out.extend_from_slice(&[b'\\', letter]);
                }
            },
        }
    }
    out.extend_from_slice(body.get(at..).unwrap_or(&[]));
    Ok(invalid)
}

/// The character of a name or alias, in any case. The table forgives blanks and hyphens, Python does not.
fn named_character(name: &str) -> Option<char> {
    let found = unicode_names2::character(name)?;
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    };
    match unicode_names2::name(found).map(|official| official.to_string()) {
        Some(official) if letters(&official) == letters(name) => official.eq_ignore_ascii_case(name).then_some(found),
        _ => Some(found),
    }
}

/// The decoder of str escapes.
struct Escapes<'t> {
    part: &'t str,
    at: usize,
    out: &'t mut Vec<u8>,
    /// The first letter that means nothing after a backslash.
    invalid: &'t mut Option<char>,
}

impl Escapes<'_> {
    /// Decodes all of the part; an error is the codec's message.
    fn decode(mut self) -> std::result::Result<(), String> {
        let bytes = self.part.as_bytes();
        while let Some(found) = memchr::memchr(b'\\', bytes.get(self.at..).unwrap_or(&[])) {
            let backslash = self.at + found;
            self.out.extend_from_slice(bytes.get(self.at..backslash).unwrap_or(&[]));
            self.at = backslash + 1;
            let Some(&letter) = bytes.get(self.at) else {
                // Only in an f-string, where a brace ended the part.
                self.out.push(b'\\');
                break;
            };
            self.at += 1;
            match letter {
                b'\n' => {}
                b'0'..=b'7' => {
                    let (value, count) = octal(bytes, backslash + 1);
                    push_code_point(self.out, value);
                    self.at = backslash + 1 + count;
                }
                b'x' => self.hexadecimal(backslash, 2, "truncated \\xXX escape")?,
                b'u' => self.hexadecimal(backslash, 4, "truncated \\uXXXX escape")?,
                b'U' => self.hexadecimal(backslash, 8, "truncated \\UXXXXXXXX escape")?,
                b'N' => self.named(backslash)?,
                0x80.. => {
                    // CPython doubles the backslash before it decodes.
                    self.out.push(b'\\');
                    self.at -= 1;
                }
                _ => match simple_escape(letter) {
                    Some(value) => self.out.push(value),
                    None => {
                        *self.invalid = self.invalid.or(Some(char::from(letter)));
                        self.out.extend_from_slice(&[b'\\', letter]);
                    }
                },
            }
        }
        self.out.extend_from_slice(bytes.get(self.at..).unwrap_or(&[]));
        Ok(())
    }

    fn hexadecimal(&mut self, backslash: usize, digits: usize, truncated: &str) -> std::result::Result<(), String> {
        let rest = self.part.as_bytes().get(self.at..).unwrap_or(&[]);
        let count = rest.iter().take(digits).take_while(|b| b.is_ascii_hexdigit()).count();
        let text = self.part.get(self.at..self.at + count).unwrap_or("");
        self.at += count;
        if count < digits {
            return Err(self.codec_error(backslash, truncated));
        }
        let value = u32::from_str_radix(text, 16).unwrap_or(u32::MAX);
        if value > 0x10_ffff {
            return Err(self.codec_error(backslash, "illegal Unicode character"));
        }
        push_code_point(self.out, value);
        Ok(())
    }

    fn named(&mut self, backslash: usize) -> std::result::Result<(), String> {
        let malformed = "malformed \\N character escape";
        let Some(rest) = self.part.get(self.at..).and_then(|rest| rest.strip_prefix('{')) else {
            return Err(self.codec_error(backslash, malformed));
        };
        self.at += 1;
        let Some(length) = rest.find('}') else {
            self.at = self.part.len();
            return Err(self.codec_error(backslash, malformed));
        };
        self.at += length;
        if length == 0 {
            return Err(self.codec_error(backslash, malformed));
        }
        self.at += 1;
        match rest.get(..length).and_then(named_character) {
            Some(c) => {
                push_code_point(self.out, u32::from(c));
                Ok(())
            }
            None => Err(self.codec_error(backslash, "unknown Unicode character name")),
        }
    }

    /// The codec's message about the escape from `backslash` to the present place. CPython decodes a text in which every
    /// character beyond ASCII is written `\UXXXXXXXX`, and counts in that.
    fn codec_error(&self, backslash: usize, reason: &str) -> String {
        let place = |at: usize| -> usize {
            self.part.get(..at).unwrap_or(self.part).chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum()
        };
        let (start, end) = (place(backslash), place(self.at));
        if end == start + 1 {
            return format!("'unicodeescape' codec can't decode byte 0x5c in position {start}: {reason}");
        }
        format!("'unicodeescape' codec can't decode bytes in position {start}-{}: {reason}", end - 1)
    }
}
