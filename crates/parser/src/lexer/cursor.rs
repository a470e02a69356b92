//! The token stream as CPython's tokenizer gives it: logos' tokens plus indentation, brackets, continuation lines and the
//! end of input. Answers to `tok_get` in Parser/tokenizer.c.

use logos::Logos;

use super::error::{LexError, LexErrorKind};
use super::identifier;
use super::indentation::{Columns, Indentation};
use super::quick;
use super::token::{Tok, Token};
use crate::source::Range;

/// CPython's `MAXLEVEL`.
const MAX_LEVEL: usize = 200;

/// Reads tokens from a text, or from a part of it.
pub struct Cursor<'s> {
    logos: logos::Lexer<'s, Tok>,
    text: &'s str,
    indentation: Indentation,
    /// Offsets of the open brackets.
    brackets: Vec<(Tok, u32)>,
    at_line_start: bool,
    /// Whether a NEWLINE is owed before the end of input.
    owes_newline: bool,
    error: Option<LexError>,
    ended: bool,
    adds_newline: bool,
}

impl<'s> Cursor<'s> {
    /// A cursor at the start of `text`.
    pub fn new(text: &'s str) -> Self {
        Cursor {
            logos: Tok::lexer(text),
            text,
            indentation: Indentation::default(),
            brackets: Vec::new(),
            at_line_start: true,
            owes_newline: false,
            error: None,
            ended: false,
            adds_newline: true,
        }
    }

    /// A cursor inside `text`, from `start` on, not at the start of a line.
    pub fn within(text: &'s str, start: u32) -> Self {
        let mut cursor = Cursor::new(text);
        cursor.logos.bump(start as usize);
        cursor.at_line_start = false;
        cursor
    }

    /// The same cursor, but the end of the text makes no NEWLINE of its own.
    pub fn without_last_newline(mut self) -> Self {
        self.adds_newline = false;
        self
    }

    /// The number of blocks open.
    pub fn open_blocks(&self) -> usize {
        self.indentation.depth()
    }

    /// Closes all blocks, as the end of interactive input does.
    pub fn close_blocks(&mut self) {
        self.indentation.close();
    }

    /// Why the last token was `Tok::Error`.
    pub fn error(&self) -> Option<LexError> {
        self.error
    }

    /// Whether the end of the text has been read.
    pub fn is_at_end(&self) -> bool {
        self.ended
    }

    /// The brackets that are open, outermost first.
    pub fn brackets(&self) -> &[(Tok, u32)] {
        &self.brackets
    }

    /// The numbers with a keyword glued to them so far.
    pub fn glued(&self) -> &[(Range, &'static str)] {
        &self.logos.extras.glued
    }

    /// The next token; `EndMarker` for ever at the end, `Error` for ever after an error.
    #[inline]
    pub fn next_token(&mut self) -> Token {
        if self.at_line_start {
            self.at_line_start = false;
            if self.brackets.is_empty()
                && let Some(error) = self.line_start()
            {
                return error;
            }
        }
        if self.indentation.pending != 0 {
            return self.pending();
        }
        if let Some(token) = self.quick_token() {
            return token;
        }
        loop {
            let kind = match self.logos.next() {
                Some(Ok(kind)) => kind,
                Some(Err(())) => match self.logos.extras.error {
                    Some(error) => return self.fail(error),
                    None => Tok::Unknown,
                },
                None => return self.end(),
            };
            match kind {
                Tok::UnicodeName => {
                    self.owes_newline = true;
                    return self.check_name().unwrap_or_else(|| self.token(Tok::Name));
                }
                Tok::Newline => {
                    self.at_line_start = true;
                    if !self.brackets.is_empty() {
                        self.at_line_start = false;
                        continue;
                    }
                    self.owes_newline = false;
                    return self.token(kind);
                }
                Tok::LeftParen | Tok::LeftBracket | Tok::LeftBrace => {
                    if self.brackets.len() >= MAX_LEVEL {
                        return self.fail_at(LexErrorKind::TooManyBrackets, self.logos.span().end);
                    }
                    self.brackets.push((kind, self.logos.span().start as u32));
                }
                Tok::RightParen | Tok::RightBracket | Tok::RightBrace => {
                    if let Some(error) = self.close(kind) {
                        return error;
                    }
                }
                Tok::Backslash => {
                    if let Some(error) = self.continuation() {
                        return error;
                    }
                    continue;
                }
                _ => {}
            }
            self.owes_newline = true;
            return self.token(kind);
        }
    }

    /// The next token, if it is one that is quick to read and nothing is wrong with it.
    #[inline]
    fn quick_token(&mut self) -> Option<Token> {
        let from = self.logos.span().end;
        let rest = self.text.as_bytes().get(from..)?;
        let mut blanks = 0;
        let (kind, length) = loop {
            while rest.get(blanks) == Some(&b' ') {
                blanks += 1;
            }
            match quick::token(rest.get(blanks..)?)? {
                (Tok::Newline, length) if !self.brackets.is_empty() => blanks += length,
                found => break found,
            }
        };
        let start = from + blanks;
        match kind {
            Tok::Newline => self.at_line_start = true,
            Tok::LeftParen | Tok::LeftBracket | Tok::LeftBrace => {
                if self.brackets.len() >= MAX_LEVEL {
                    return None;
                }
                self.brackets.push((kind, start as u32));
            }
            Tok::RightParen | Tok::RightBracket | Tok::RightBrace => {
                if !self.brackets.last().is_some_and(|&(opening, _)| closes(opening, kind)) {
                    return None;
                }
                self.brackets.pop();
            }
            _ => {}
        }
        self.owes_newline = kind != Tok::Newline;
        self.logos.bump(blanks + length);
        Some(Token::new(kind, start as u32, (start + length) as u32))
    }

    /// The next token of a text that stands in brackets: newlines are blanks, and the text may end at any time.
    pub fn next_in_brackets(&mut self) -> Token {
        loop {
            let token = self.next_token();
            self.at_line_start = false;
            match token.kind {
                Tok::Newline if (token.start as usize) < self.text.len() => {}
                Tok::Newline => return Token::new(Tok::EndMarker, token.start, token.start),
                _ => return token,
            }
        }
    }

    fn token(&self, kind: Tok) -> Token {
        let span = self.logos.span();
        Token::new(kind, span.start as u32, span.end as u32)
    }

    fn fail(&mut self, error: LexError) -> Token {
        self.error = Some(error);
        Token::new(Tok::Error, error.start, error.at)
    }

    fn fail_at(&mut self, kind: LexErrorKind, at: usize) -> Token {
        let start = self.logos.span().start as u32;
        self.fail(LexError::new(kind, start, at as u32))
    }

    /// Measures the line's indentation, passing over blank and comment lines.
    fn line_start(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let from = self.logos.span().end;
        let mut at = from;
        let columns = loop {
            let mut columns = Columns::default();
            let mut before_backslash = None;
            loop {
                match bytes.get(at) {
                    Some(&byte @ (b' ' | b'\t' | b'\x0c')) => columns.add(byte),
                    Some(b'\\') => {
                        before_backslash = before_backslash.or((!columns.is_margin()).then_some(columns.flattened()));
                        if bytes.get(at + 1) != Some(&b'\n') {
                            self.logos.bump(at - from);
                            return Some(self.fail_at(LexErrorKind::AfterContinuation, at + 1));
                        }
                        at += 1;
                        if at + 1 >= bytes.len() {
                            self.logos.bump(at - from);
                            return Some(self.fail_at(LexErrorKind::EofAfterContinuation, bytes.len()));
                        }
                    }
                    _ => break,
                }
                at += 1;
            }
            match bytes.get(at) {
                Some(b'\n') => at += 1,
                Some(b'#') => {
                    let rest = bytes.get(at..).unwrap_or(&[]);
                    at += match memchr::memchr(b'\n', rest) {
                        Some(newline) => newline + 1,
                        None if self.adds_newline => rest.len(),
                        // A comment that no newline ends is a comment line still, whose indentation nobody looks at.
                        None => {
                            self.logos.bump(bytes.len() - from);
                            return None;
                        }
                    };
                }
                Some(_) => break before_backslash.unwrap_or(columns),
                None if self.adds_newline => break Columns::default(),
                // Blanks are a blank line only if a newline ends them.
                None => break before_backslash.unwrap_or(columns),
            }
        };
        self.logos.bump(at - from);
        match self.indentation.line(columns) {
            Ok(()) => None,
            Err(kind) => {
                let start = at as u32;
                Some(self.fail(LexError::new(kind, start, start)))
            }
        }
    }

    fn pending(&mut self) -> Token {
        let at = self.logos.span().end as u32;
        let owed = self.indentation.pending;
        self.indentation.pending -= owed.signum();
        Token::new(if owed > 0 { Tok::Indent } else { Tok::Dedent }, at, at)
    }

    fn check_name(&mut self) -> Option<Token> {
        let (offset, c) = identifier::invalid_character(self.logos.slice())?;
        let at = self.logos.span().start + offset + c.len_utf8();
        Some(self.fail_at(LexErrorKind::InvalidCharacter(c), at))
    }

    fn close(&mut self, kind: Tok) -> Option<Token> {
        let end = self.logos.span().end;
        let closing = bracket(kind);
        let Some((opening, opened_at)) = self.brackets.pop() else {
            return Some(self.fail_at(LexErrorKind::UnmatchedBracket(closing), end));
        };
        if closes(opening, kind) {
            return None;
        }
        let opening = bracket(opening);
        Some(self.fail_at(LexErrorKind::MismatchedBracket { closing, opening, opened_at }, end))
    }

    /// A backslash must end its line, and the file must go on.
    fn continuation(&mut self) -> Option<Token> {
        let end = self.logos.span().end;
        match self.text.as_bytes().get(end..) {
            Some([b'\n', _, ..]) => {
                self.logos.bump(1);
                None
            }
            Some([b'\n']) => Some(self.fail_at(LexErrorKind::EofAfterContinuation, end + 1)),
            // CPython adds the missing newline to the last line, and finds nothing after it.
            Some([]) if self.adds_newline => Some(self.fail_at(LexErrorKind::EofAfterContinuation, end)),
            _ => Some(self.fail_at(LexErrorKind::AfterContinuation, end)),
        }
    }

    fn end(&mut self) -> Token {
        let at = self.text.len() as u32;
        if !self.brackets.is_empty() {
            self.ended = true;
            return self.fail(LexError::new(LexErrorKind::EofInBrackets, at, at));
        }
        if self.owes_newline && self.adds_newline {
            self.owes_newline = false;
            self.at_line_start = true;
            return Token::new(Tok::Newline, at, at);
        }
        self.ended = true;
        Token::new(Tok::EndMarker, at, at)
    }
}

/// Whether a bracket closes another.
fn closes(opening: Tok, kind: Tok) -> bool {
    matches!(
        (opening, kind),
        (Tok::LeftParen, Tok::RightParen) | (Tok::LeftBracket, Tok::RightBracket) | (Tok::LeftBrace, Tok::RightBrace)
    )
}

/// The character of a bracket token.
pub fn bracket(kind: Tok) -> char {
    match kind {
        Tok::LeftParen | Tok::LeftParenItems => '(',
        Tok::RightParen => ')',
        Tok::LeftBracket => '[',
        Tok::RightBracket => ']',
        Tok::LeftBrace => '{',
        _ => '}',
    }
}
