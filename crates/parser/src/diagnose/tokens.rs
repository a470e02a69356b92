//! Tokens with the places that messages name, and the errors of the tokenizer itself.

use super::node::Span;
use super::recogniser::{Raised, Recogniser};
use crate::error::ErrorKind;
use crate::lexer::{LexError, LexErrorKind, Tok, Token, bracket};

/// A token, and where CPython has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    pub kind: Tok,
    /// Byte offsets in the text.
    pub start: u32,
    pub end: u32,
    pub lineno: i32,
    /// 0-based column in bytes; -1 for a token without text.
    pub col: i32,
    pub end_lineno: i32,
    pub end_col: i32,
    /// How many brackets are open after it.
    pub level: u32,
    /// How far the tokenizer has read: its line, and 0-based column.
    pub read_lineno: i32,
    pub read_col: i32,
}

impl Lexeme {
    /// The token of an empty text.
    pub const NOTHING: Lexeme = Lexeme {
        kind: Tok::EndMarker,
        start: 0,
        end: 0,
        lineno: 1,
        col: -1,
        end_lineno: 1,
        end_col: -1,
        level: 0,
        read_lineno: 1,
        read_col: 0,
    };
}

/// A place as a 1-based line and 0-based column in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub lineno: i32,
    pub col: i32,
}

impl<'d> Recogniser<'_, 'd> {
    /// The place of an offset; the end of the text counts as part of its last line that has any text.
    pub(super) fn place(&mut self, offset: u32) -> Place {
        if self.text.is_empty() {
            return Place { lineno: 0, col: 0 };
        }
        let at_end = offset as usize >= self.text.len() && offset > 0 && self.text.ends_with('\n');
        let position = self.lines.position(if at_end { offset - 1 } else { offset });
        let col = position.col_offset as i32 + i32::from(at_end);
        Place { lineno: position.lineno as i32, col }
    }

    /// Reads one more token.
    pub(super) fn fill(&mut self) -> Result<(), Raised> {
        let token = self.cursor.next_token();
        let mut lexeme = self.lexeme(token);
        if token.kind == Tok::EndMarker && self.interactive && self.started {
            // Interactive input ends with a NEWLINE of its own, and closes its blocks.
            lexeme.kind = Tok::Newline;
            if self.origin.imply_dedent {
                self.cursor.close_blocks();
            }
        }
        self.started = lexeme.kind == token.kind;
        self.tokens.push(lexeme);
        match self.cursor.error() {
            Some(error) if token.kind == Tok::Error => Err(self.tokenizer_error(error)),
            _ => Ok(()),
        }
    }

    fn lexeme(&mut self, token: Token) -> Lexeme {
        let (start, end) = (self.place(token.start), self.place(token.end));
        let level = self.cursor.brackets().len() as u32;
        let mut lexeme = Lexeme {
            kind: token.kind,
            start: token.start,
            end: token.end,
            lineno: start.lineno,
            col: start.col,
            end_lineno: end.lineno,
            end_col: end.col,
            level,
            read_lineno: end.lineno,
            read_col: end.col,
        };
        match token.kind {
            Tok::Newline => {
                (lexeme.end_lineno, lexeme.end_col) = (start.lineno, start.col);
                (lexeme.read_lineno, lexeme.read_col) = (start.lineno, start.col + 1);
                lexeme.start = self.comment_start(token.start);
                lexeme.col = self.place(lexeme.start).col;
            }
            Tok::Indent | Tok::Dedent | Tok::EndMarker => (lexeme.col, lexeme.end_col) = (-1, -1),
            Tok::Error => (lexeme.lineno, lexeme.col, lexeme.end_col) = (end.lineno, -1, -1),
            _ => {}
        }
        if let Some(field) = self.origin.field {
            let first_line = lexeme.read_lineno == 1;
            if first_line && lexeme.kind != Tok::Newline {
                lexeme.col += field.col;
                lexeme.end_col += field.col;
            }
            lexeme.lineno += field.lineno - 1;
            lexeme.end_lineno += field.lineno - 1;
            lexeme.read_lineno += field.lineno - 1;
        }
        lexeme
    }

    /// Where the comment before the newline at `newline` starts, which is where CPython has the NEWLINE start; or the
    /// newline itself.
    fn comment_start(&self, newline: u32) -> u32 {
        let from = self.tokens.last().map_or(0, |token| token.end) as usize;
        let between = self.text.as_bytes().get(from..newline as usize).unwrap_or(&[]);
        match between.iter().position(|b| *b == b'#') {
            Some(at) => (from + at) as u32,
            None => newline,
        }
    }

    /// The exception for a token that the tokenizer refuses.
    fn tokenizer_error(&mut self, error: LexError) -> Raised {
        let message = match error.kind {
            LexErrorKind::EofInBrackets | LexErrorKind::EofAfterContinuation => return self.never_closed(),
            LexErrorKind::InconsistentDedent => {
                let line = self.place(error.at);
                return self.raise_line(
                    ErrorKind::IndentationError,
                    line.lineno,
                    "unindent does not match any outer indentation level",
                );
            }
            LexErrorKind::InconsistentTabs => {
                let place = self.place(error.at);
                let message = "inconsistent use of tabs and spaces in indentation";
                return self.raise_known(ErrorKind::TabError, (place.lineno, 1), (place.lineno, 0), message);
            }
            LexErrorKind::TooDeepIndentation => {
                let place = self.place(error.at);
                let message = "too many levels of indentation";
                return self.raise_known(ErrorKind::IndentationError, (place.lineno, 1), (place.lineno, 0), message);
            }
            LexErrorKind::AfterContinuation => {
                let place = self.place(error.at);
                let col = self.continued_column(error.at);
                let message = "unexpected character after line continuation character";
                return self.raise_known(ErrorKind::SyntaxError, (place.lineno, col + 1), (place.lineno, 0), message);
            }
            _ => self.lexical_message(error),
        };
        self.raise_lexical(error, &message)
    }

    /// The column that CPython gives for text after a backslash: it counts from where its buffer starts, which is the
    /// first of the continued lines.
    fn continued_column(&self, at: u32) -> i32 {
        let text = self.text.as_bytes();
        let line_of = |end: usize| {
            text.get(..end).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |newline| newline + 1)
        };
        let mut start = line_of(at as usize);
        while start >= 2 && text.get(start - 2) == Some(&b'\\') {
            start = line_of(start - 1);
        }
        at as i32 - start as i32
    }

    /// What `syntaxerror()` of tokenizer.c is called with.
    fn lexical_message(&mut self, error: LexError) -> String {
        match error.kind {
            LexErrorKind::InvalidNumber(name) => format!("invalid {name} literal"),
            LexErrorKind::InvalidDigit(digit, name) => format!("invalid digit '{digit}' in {name} literal"),
            LexErrorKind::LeadingZeros => "leading zeros in decimal integer literals are not permitted; \
                                           use an 0o prefix for octal integers"
                .to_owned(),
            LexErrorKind::UnterminatedString => {
                let line = self.string_end_line(error.start, false);
                format!("unterminated string literal (detected at line {line})")
            }
            LexErrorKind::UnterminatedTripleString => {
                let line = self.string_end_line(error.start, true);
                format!("unterminated triple-quoted string literal (detected at line {line})")
            }
            LexErrorKind::InvalidCharacter(c) if crate::ast::printable::is_printable(c) => {
                format!("invalid character '{c}' (U+{:04X})", u32::from(c))
            }
            LexErrorKind::InvalidCharacter(c) => format!("invalid non-printable character U+{:04X}", u32::from(c)),
            LexErrorKind::TooManyBrackets => "too many nested parentheses".to_owned(),
            LexErrorKind::UnmatchedBracket(closing) => format!("unmatched '{closing}'"),
            LexErrorKind::MismatchedBracket { closing, opening, opened_at } => {
                let (here, there) = (self.place(error.start).lineno, self.place(opened_at).lineno);
                let mut message =
                    format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
                if here != there {
                    let base = self.origin.field.map_or(0, |field| field.lineno - 1);
                    message.push_str(&format!(" on line {}", there + base));
                }
                message
            }
            _ => "invalid token".to_owned(),
        }
    }

    /// The line at whose end CPython gives up looking for a closing quote.
    fn string_end_line(&mut self, start: u32, triple: bool) -> i32 {
        let text = self.text.as_bytes();
        let mut end = text.len();
        if !triple {
            let mut at = start as usize;
            while let Some(found) = memchr::memchr2(b'\n', b'\\', text.get(at..).unwrap_or(&[])) {
                if text.get(at + found) == Some(&b'\n') {
                    end = at + found;
                    break;
                }
                at += found + 2;
            }
        }
        self.place(end as u32).lineno + self.origin.field.map_or(0, |field| field.lineno - 1)
    }

    /// The error for the innermost open bracket.
    pub(super) fn never_closed(&mut self) -> Raised {
        let Some(&(kind, at)) = self.cursor.brackets().last() else {
            return self.raise("unexpected EOF while parsing");
        };
        let place = self.shifted_place(at);
        let message = format!("'{}' was never closed", bracket(kind));
        self.raise_known(ErrorKind::SyntaxError, (place.lineno, place.col + 1), (place.lineno, 0), &message)
    }

    /// The place of an offset as the tokenizer of an f-string's field has it.
    fn shifted_place(&mut self, at: u32) -> Place {
        let mut place = self.place(at);
        place.lineno += self.origin.field.map_or(0, |field| field.lineno - 1);
        place
    }

    /// Looks at the rest of the tokens: an error in them comes before a syntax error, as does an open bracket from an
    /// earlier line.
    pub(super) fn check_rest(&mut self) {
        let Some(line) = self.tokens.last().map(|token| token.lineno) else { return };
        loop {
            match self.cursor.next_token().kind {
                Tok::EndMarker => return,
                Tok::Error => break,
                _ => {}
            }
        }
        let Some(error) = self.cursor.error() else { return };
        if error.kind.is_raised_at_once() {
            let message = self.lexical_message(error);
            let _ = self.raise_lexical(error, &message);
        } else if let Some(&(_, at)) = self.cursor.brackets().last()
            && line > self.shifted_place(at).lineno
        {
            let _ = self.never_closed();
        }
    }

    /// Whether the tokenizer is neither at the end nor at an error.
    pub(super) fn tokenizer_goes_on(&self) -> bool {
        self.cursor.error().is_none() && !self.cursor.is_at_end()
    }

    /// Whether the tokenizer has met the end of the text, so that more of it could make a difference.
    pub(super) fn may_go_on(&self) -> bool {
        let Some(error) = self.cursor.error() else {
            // The end of a token shows only in the character after it.
            let last = self.tokens.last();
            let looks_ahead = |last: &Lexeme| !matches!(last.kind, Tok::Newline | Tok::String) || last.col == -1;
            return last.is_some_and(|last| looks_ahead(last) && last.end as usize >= self.text.len());
        };
        match error.kind {
            LexErrorKind::EofInBrackets
            | LexErrorKind::EofAfterContinuation
            | LexErrorKind::UnterminatedTripleString => true,
            LexErrorKind::UnterminatedString => {
                !self.text.as_bytes().get(error.start as usize..).is_some_and(|rest| rest.contains(&b'\n'))
            }
            _ => false,
        }
    }

    /// The span of one token.
    pub(super) fn token_span(at: u32) -> Span {
        Span { first: at, last: at }
    }
}
