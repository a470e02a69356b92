//! f-strings: literal text, replacement fields, format specifications. Answers to the `fstring_*` functions of
//! Parser/string_parser.c; a field is parsed as an expression in brackets, by the same grammar, straight from the source.

use super::string::{BadField, StringError, string_error};
use super::{Actions, Result};
use crate::ast::*;
use crate::lexer::string::Literal;
use crate::lexer::{Cursor, Feed, Tok, Token};
use crate::source::Range;

/// Where the first line of a field lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldLine {
    /// The offset of the field's `{`.
    brace: u32,
    /// The offset at which the f-string starts.
    literal: u32,
}

/// The nodes of an f-string under way: finished ones are on the expression stack, literal text is in `Actions::text`.
#[derive(Clone, Copy)]
struct Pieces {
    base: super::Base,
    kind: Option<&'static str>,
    /// What most nodes cover: all the adjacent literals.
    range: Range,
    /// What the whole covers, and the text that ends it: in a format specification, only the literal that it stands in.
    whole: Range,
}

/// A place in an f-string's body.
struct Scan<'t> {
    literal: Literal<'t>,
    /// Byte offset in the body.
    at: usize,
    /// How deep in format specifications.
    level: u32,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.literal.body.as_bytes().get(self.at).copied()
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.literal.body.get(from..to).unwrap_or("")
    }
}

fn fail<T>(message: impl Into<String>) -> Result<T> {
    Err(string_error(StringError::Message(message.into())))
}

impl<'a> Actions<'_, 'a> {
    /// Adjacent literals, one of them an f-string.
    pub(super) fn joined_str<'t>(
        &mut self,
        all: impl Iterator<Item = Literal<'t>>,
        kind: Option<&'static str>,
        range: Range,
    ) -> Result<&'a Expr<'a>> {
        let pieces = Pieces { base: self.exprs.base(), kind, range, whole: range };
        for literal in all {
            if literal.fstring {
                let mut scan = Scan { literal, at: 0, level: 0 };
                self.fstring_body(&mut scan, pieces)?;
                if scan.peek().is_some() {
                    return fail("f-string: unexpected end of string");
                }
            } else {
                self.append_str(literal.body, literal.raw, &literal)?;
            }
        }
        Ok(self.finish_pieces(pieces))
    }

    fn finish_pieces(&mut self, pieces: Pieces) -> &'a Expr<'a> {
        let kind = if pieces.whole == pieces.range { pieces.kind } else { None };
        self.flush_text(Pieces { range: pieces.whole, kind, ..pieces });
        let values = self.exprs.finish(pieces.base, self.arena);
        self.expr(ExprKind::JoinedStr { values }, pieces.whole.start, pieces.whole.end)
    }

    /// Makes a constant of the literal text so far.
    fn flush_text(&mut self, pieces: Pieces) {
        if self.text.is_empty() {
            return;
        }
        let text: &'a [u8] = self.arena.alloc_slice_copy(&self.text);
        self.text.clear();
        let value = Constant::Str(Wtf8::from_wtf8(text));
        let kind = ExprKind::Constant { value, kind: pieces.kind };
        let node = self.expr(kind, pieces.range.start, pieces.range.end);
        self.exprs.push(pieces.base, node);
    }

    /// Text and fields up to the end of the body, or to the `}` that ends a format specification.
    fn fstring_body(&mut self, scan: &mut Scan<'_>, pieces: Pieces) -> Result<()> {
        loop {
            let doubled = self.fstring_literal(scan)?;
            if doubled {
                continue;
            }
            match scan.peek() {
                Some(b'{') => self.field(scan, pieces)?,
                _ => return Ok(()),
            }
        }
    }

    /// Literal text up to a brace; `true` after a doubled brace, which belongs to the text.
    fn fstring_literal(&mut self, scan: &mut Scan<'_>) -> Result<bool> {
        let bytes = scan.literal.body.as_bytes();
        let (from, mut at) = (scan.at, scan.at);
        let mut doubled = false;
        let to = loop {
            let rest = bytes.get(at..).unwrap_or(&[]);
            let Some(found) = rest.iter().position(|b| matches!(b, b'{' | b'}' | b'\\')) else {
                at = bytes.len();
                break at;
            };
            at += found;
            let mut brace = bytes.get(at).copied().unwrap_or(0);
            if brace == b'\\' {
                at += 1;
                let Some(&letter) = bytes.get(at) else { break at };
                if scan.literal.raw {
                    continue;
                }
                if letter == b'N' {
                    at += 1;
                    if bytes.get(at) == Some(&b'{') {
                        let name = bytes.get(at..).unwrap_or(&[]);
                        at += memchr::memchr(b'}', name).map_or(name.len(), |end| end + 1);
                    } else if at < bytes.len() {
                        at += 1;
                    }
                    continue;
                }
                if letter == b'{' {
                    self.warn_escape('{', &scan.literal);
                } else if letter != b'}' {
                    at += 1;
                    continue;
                }
                brace = letter;
            }
            if scan.level == 0 {
                if bytes.get(at + 1) == Some(&brace) {
                    doubled = true;
                    at += 2;
                    break at - 1;
                }
                if brace == b'}' {
                    return fail("f-string: single '}' is not allowed");
                }
            }
            break at;
        };
        scan.at = at;
        if from < to {
            let part = scan.literal.body.get(from..to).unwrap_or("");
            self.append_str(part, scan.literal.raw, &scan.literal)?;
        }
        Ok(doubled)
    }

    /// A replacement field; the place is on its `{`.
    fn field(&mut self, scan: &mut Scan<'_>, pieces: Pieces) -> Result<()> {
        if scan.level >= 2 {
            return fail("f-string: expressions nested too deeply");
        }
        let brace = scan.at;
        scan.at += 1;
        let from = scan.at;
        scan.at = field_end(scan.literal.body.as_bytes(), from)?;
        if scan.peek().is_none() {
            return fail("f-string: expecting '}'");
        }
        let text_range = (from, scan.at);
        // The text before the field, debug text included, comes before its node; the field may hold strings of its own.
        let text = std::mem::take(&mut self.text);
        let value = self.field_expr(scan, brace, text_range);
        self.text = text;
        let value = value?;
        let debug = self.debug_text(scan, from);
        let mut conversion = self.conversion(scan)?;
        self.flush_text(pieces);
        let mut format_spec = None;
        if scan.peek() == Some(b':') {
            scan.at += 1;
            if scan.peek().is_none() {
                return fail("f-string: expecting '}'");
            }
            let whole = Range::new(self.shifted(&scan.literal), scan.literal.end);
            let spec = Pieces { base: self.exprs.base(), whole, ..pieces };
            scan.level += 1;
            self.fstring_body(scan, spec)?;
            scan.level -= 1;
            format_spec = Some(self.finish_pieces(spec));
        }
        if scan.peek() != Some(b'}') {
            return fail("f-string: expecting '}'");
        }
        scan.at += 1;
        if debug && format_spec.is_none() && conversion == -1 {
            conversion = i32::from(b'r');
        }
        let kind = ExprKind::FormattedValue { value, conversion, format_spec };
        let node = self.expr(kind, pieces.range.start, pieces.range.end);
        self.exprs.push(pieces.base, node);
        Ok(())
    }

    /// `=` after the expression: its text joins the literal text.
    fn debug_text(&mut self, scan: &mut Scan<'_>, from: usize) -> bool {
        if scan.peek() != Some(b'=') {
            return false;
        }
        scan.at += 1;
        while scan.peek().is_some_and(|b| matches!(b, b' ' | b'\t'..=b'\r')) {
            scan.at += 1;
        }
        let text = scan.part(from, scan.at).as_bytes();
        self.text.extend_from_slice(text);
        true
    }

    fn conversion(&mut self, scan: &mut Scan<'_>) -> Result<i32> {
        if scan.peek().is_none() {
            return fail("f-string: expecting '}'");
        }
        if scan.peek() != Some(b'!') {
            return Ok(-1);
        }
        scan.at += 1;
        let Some(letter) = scan.peek() else { return fail("f-string: expecting '}'") };
        scan.at += 1;
        if !matches!(letter, b's' | b'r' | b'a') {
            return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
        }
        if scan.peek().is_none() {
            return fail("f-string: expecting '}'");
        }
        Ok(i32::from(letter))
    }

    /// Parses the expression of a field as if it stood in brackets.
    fn field_expr(&mut self, scan: &Scan<'_>, brace: usize, (from, to): (usize, usize)) -> Result<&'a Expr<'a>> {
        let text = scan.part(from, to);
        if text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r')) {
            return fail("f-string: empty expression not allowed");
        }
        let offset = |at: usize| scan.literal.body_start + at as u32;
        let (start, end) = (offset(from), offset(to));
        if is_plain_name(text) {
            return Ok(self.name_expr(start, end));
        }
        let line = FieldLine { brace: offset(brace), literal: scan.literal.start };
        let open = self.field_open(line, text);
        let Some(inside) = self.source.get(..end as usize) else { return super::refuse() };
        let mut feed = Feed::with_room(inside, Tok::StartFString, std::mem::take(&mut self.field_tokens));
        feed.push(Token::new(Tok::LeftParen, open, line.brace + 1));
        let mut cursor = Cursor::within(inside, start);
        let lexed = feed.read_field(&mut cursor);
        feed.push(Token::new(Tok::RightParen, end, end + 1));
        let tokens = feed.end();
        let bad = || string_error(StringError::Field(BadField { brace: line.brace, end }));
        let parsed = if lexed {
            self.glued_warnings(&cursor);
            let outer = self.field.replace(line);
            let parsed = crate::parser::drive(self, &tokens);
            self.field = outer;
            match parsed {
                Ok(Mod::Expression { body }) => Ok(*body),
                _ => Err(bad()),
            }
        } else {
            Err(bad())
        };
        self.field_tokens = tokens;
        parsed
    }

    /// Where CPython has the bracket before the field: at the brace, unless only blanks stand between it and a newline.
    fn field_open(&self, line: FieldLine, text: &str) -> u32 {
        if !text.trim_start_matches([' ', '\t', '\x0c']).starts_with('\n') {
            return line.brace;
        }
        let before = self.slice(line.literal, line.brace).as_bytes();
        memchr::memrchr(b'\n', before).map_or(line.literal, |newline| line.literal + newline as u32 + 1)
    }

    /// Where the line that `offset` is in starts.
    fn line_start(&self, offset: u32) -> u32 {
        let before = self.slice(0, offset).as_bytes();
        memchr::memrchr(b'\n', before).map_or(0, |newline| newline as u32 + 1)
    }

    /// Where CPython has the start of a literal: in an f-string's field, a literal of several lines that starts on the
    /// first line loses that line's shift.
    pub(super) fn shifted(&self, literal: &Literal<'_>) -> u32 {
        match self.field {
            Some(field) if literal.body.contains('\n') => {
                let between = self.slice(field.brace, literal.start);
                if between.contains('\n') {
                    literal.start
                } else {
                    self.line_start(field.brace) + literal.start - field.brace
                }
            }
            _ => literal.start,
        }
    }

    /// The warnings about numbers with a keyword glued to them.
    pub fn glued_warnings(&mut self, cursor: &Cursor<'_>) {
        for &(range, name) in cursor.glued() {
            self.warn(crate::WarningCategory::DeprecationWarning, format!("invalid {name} literal"), range);
        }
    }
}

/// Whether a field is one ASCII name and no keyword, which needs no parser.
fn is_plain_name(text: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let name = text.bytes().all(word) && text.as_bytes().first().is_some_and(|b| !b.is_ascii_digit());
    name && Cursor::within(text, 0).next_token().kind == Tok::Name
}

/// The offset at which the expression that starts at `at` ends: on `!`, `:`, `=` or `}` outside strings and brackets, or
/// at the end of the body.
pub(super) fn field_end(body: &[u8], mut at: usize) -> Result<usize> {
    let mut quote: Option<(u8, usize)> = None;
    let mut brackets: Vec<u8> = Vec::new();
    let is_at = |at: usize, byte: u8| body.get(at) == Some(&byte);
    let is_triple = |at: usize, byte: u8| is_at(at + 1, byte) && is_at(at + 2, byte);
    while let Some(&byte) = body.get(at) {
        if byte == b'\\' {
            return fail("f-string expression part cannot include a backslash");
        }
        if let Some((open, size)) = quote {
            if byte == open && (size == 1 || is_triple(at, byte)) {
                at += size - 1;
                quote = None;
            }
            at += 1;
            continue;
        }
        match byte {
            b'\'' | b'"' => {
                let size = if is_triple(at, byte) { 3 } else { 1 };
                at += size - 1;
                quote = Some((byte, size));
            }
            b'[' | b'{' | b'(' => {
                if brackets.len() >= 200 {
                    return fail("f-string: too many nested parenthesis");
                }
                brackets.push(byte);
            }
            b'#' => return fail("f-string expression part cannot include '#'"),
            b'!' | b':' | b'}' | b'=' | b'>' | b'<' if brackets.is_empty() => {
                if matches!(byte, b'!' | b'=' | b'<' | b'>') && is_at(at + 1, b'=') {
                    at += 1;
                } else if !matches!(byte, b'<' | b'>') {
                    return Ok(at);
                }
            }
            b']' | b'}' | b')' => match brackets.pop() {
                None => return fail(format!("f-string: unmatched '{}'", char::from(byte))),
                Some(open) if !matches!((open, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) => {
                    return fail(format!(
                        "f-string: closing parenthesis '{}' does not match opening parenthesis '{}'",
                        char::from(byte),
                        char::from(open)
                    ));
                }
                Some(_) => {}
            },
            _ => {}
        }
        at += 1;
    }
    if quote.is_some() {
        return fail("f-string: unterminated string");
    }
    match brackets.last() {
        Some(&open) => fail(format!("f-string: unmatched '{}'", char::from(open))),
        None => Ok(at),
    }
}
