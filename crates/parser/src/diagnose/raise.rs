//! Raising: the error, and its place in CPython's way of counting.

use super::node::{Node, Span, Targets};
use super::recogniser::{Raised, Recogniser};
use super::tokens::Lexeme;
use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::{LexError, LexErrorKind, Tok};
use crate::source::Range;

impl<'d> Recogniser<'_, 'd> {
    /// A `SyntaxError` at the last token read.
    pub(super) fn raise(&mut self, message: &str) -> Raised {
        self.raise_last(ErrorKind::SyntaxError, message)
    }

    /// An `IndentationError` at the last token read.
    pub(super) fn raise_indentation(&mut self, message: &str) -> Raised {
        self.raise_last(ErrorKind::IndentationError, message)
    }

    fn raise_last(&mut self, kind: ErrorKind, message: &str) -> Raised {
        let Some(&last) = self.tokens.last() else { return self.raise_known(kind, (0, 0), (0, -1), message) };
        let col = match last.col {
            // A file's tokenizer has let go of the last line by then.
            -1 if self.origin.is_file && last.kind != Tok::Error && last.start as usize >= self.text.len() => 0,
            -1 => last.read_col,
            col => col + 1,
        };
        let end_col = if last.end_col == -1 { -1 } else { last.end_col + 1 };
        self.raise_known(kind, (last.lineno, col), (last.end_lineno, end_col), message)
    }

    /// An error about a whole line.
    pub(super) fn raise_line(&mut self, kind: ErrorKind, lineno: i32, message: &str) -> Raised {
        let length = self.line_text(lineno).len() as i32;
        self.raise_known(kind, (lineno, length), (lineno, -1), message)
    }

    /// A `SyntaxError` about one expression.
    pub(super) fn raise_node(&mut self, node: Node<'d>, message: &str) -> Raised {
        self.raise_span(node.span, message)
    }

    /// A `SyntaxError` from the start of one span to the end of another.
    pub(super) fn raise_range(&mut self, from: Span, to: Span, message: &str) -> Raised {
        self.raise_span(Span { first: from.first, last: to.last }, message)
    }

    /// A `SyntaxError` about part of the source.
    pub(super) fn raise_span(&mut self, span: Span, message: &str) -> Raised {
        let (start, end) = (self.token(span.first), self.token(span.last));
        self.raise_known(
            ErrorKind::SyntaxError,
            (start.lineno, start.col + 1),
            (end.end_lineno, end.end_col + 1),
            message,
        )
    }

    /// A `SyntaxError` from the start of `span` to where the tokenizer is.
    pub(super) fn raise_from(&mut self, span: Span, message: &str) -> Raised {
        let start = self.token(span.first);
        let Some(&last) = self.tokens.last() else { return self.raise(message) };
        let end = (last.read_lineno, last.read_col);
        self.raise_known(ErrorKind::SyntaxError, (start.lineno, start.col + 1), end, message)
    }

    /// The error about a part of `node` that cannot be a target, if there is one.
    pub(super) fn raise_invalid_target(&mut self, node: Node<'d>, targets: Targets) -> Result<(), Raised> {
        let Some(part) = node.invalid_target(targets) else { return Ok(()) };
        let verb = if targets == Targets::Del { "delete" } else { "assign to" };
        Err(self.raise_node(part, &format!("cannot {verb} {}", part.name())))
    }

    pub(super) fn token(&self, at: u32) -> Lexeme {
        match self.tokens.get(at as usize).or(self.tokens.last()) {
            Some(token) => *token,
            None => Lexeme::NOTHING,
        }
    }

    /// An error at known places: lines, and 1-based columns in bytes.
    pub(super) fn raise_known(
        &mut self,
        kind: ErrorKind,
        (lineno, mut col): (i32, i32),
        (end_lineno, mut end_col): (i32, i32),
        message: &str,
    ) -> Raised {
        let mut msg = message.to_owned();
        let mut text = self.line_text(lineno).to_owned();
        if self.origin.shows_bom && lineno == 1 {
            text.insert(0, '\u{feff}');
        }
        if let Some(field) = self.origin.field {
            msg.insert_str(0, "f-string: ");
            col -= field.col;
            end_col -= field.col;
        }
        if self.origin.counts_characters && self.origin.field.is_none() {
            col = characters(&text, col);
            if end_col > 0 {
                end_col = characters(&text, end_col);
            }
        }
        let span = self.span_of((lineno, col), (end_lineno, end_col));
        self.set_error(SyntaxError {
            kind,
            msg,
            filename: self.origin.filename.to_owned(),
            lineno: Some(lineno),
            offset: Some(col),
            end_lineno: Some(end_lineno),
            end_offset: Some(end_col),
            text: Some(text),
            span,
        })
    }

    /// An error that tokenizer.c raises itself: columns are characters read so far.
    pub(super) fn raise_lexical(&mut self, error: LexError, message: &str) -> Raised {
        let at = match error.kind {
            // The place goes back to the opening quote.
            LexErrorKind::UnterminatedString | LexErrorKind::UnterminatedTripleString => error.start + 1,
            _ => error.at,
        };
        let place = self.place(at);
        let line = self.line_text_at(place.lineno).to_owned();
        let count = |col: i32| {
            let read = usize::try_from(col).unwrap_or(0);
            String::from_utf8_lossy(line.as_bytes().get(..read).unwrap_or(line.as_bytes())).chars().count() as i32
        };
        let (mut offset, mut end_offset) = (count(place.col), count(place.col));
        if error.kind == LexErrorKind::LeadingZeros {
            let start = self.place(error.start).col;
            (offset, end_offset) = (start + 1, place.col);
            let zeros = self.text.as_bytes().get(error.start as usize..error.at as usize).unwrap_or(&[]);
            end_offset += i32::from(!zeros.is_empty());
        }
        let text = line;
        let lineno = place.lineno + self.origin.field.map_or(0, |field| field.lineno - 1);
        self.set_error(SyntaxError {
            kind: ErrorKind::SyntaxError,
            msg: message.to_owned(),
            filename: self.origin.filename.to_owned(),
            lineno: Some(lineno),
            offset: Some(offset),
            end_lineno: Some(lineno),
            end_offset: Some(end_offset),
            text: Some(text),
            span: Some(Range::new(error.start, at.max(error.start + 1))),
        })
    }

    /// The recursion has gone as deep as CPython's parser goes.
    pub(super) fn raise_too_deep(&mut self) -> Raised {
        self.set_error(*SyntaxError::new(ErrorKind::MemoryError, "", self.origin.filename))
    }

    pub(super) fn set_error(&mut self, error: SyntaxError) -> Raised {
        self.error = Some(Box::new(error));
        Raised
    }

    /// The line that an error message shows.
    fn line_text(&self, lineno: i32) -> &str {
        self.line_text_at(lineno - self.origin.field.map_or(0, |field| field.lineno - 1))
    }

    /// The line of the text, which is a field's own text in an f-string.
    fn line_text_at(&self, lineno: i32) -> &str {
        let Ok(lineno) = u32::try_from(lineno) else { return "" };
        let start = self.index.line_start(lineno.max(1)) as usize;
        let rest = self.text.get(start..).unwrap_or("");
        match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(end) => rest.get(..=end).unwrap_or(rest),
            None => rest,
        }
    }

    /// The bytes that an error is about, as far as lines and columns tell.
    fn span_of(&self, start: (i32, i32), end: (i32, i32)) -> Option<Range> {
        if self.origin.field.is_some() {
            return None;
        }
        let offset = |(lineno, col): (i32, i32)| -> Option<u32> {
            let line = self.line_text_at(lineno);
            let col = usize::try_from(col - 1).ok()?;
            let in_line = if self.origin.counts_characters {
                line.char_indices().nth(col).map_or(line.len(), |(at, _)| at)
            } else {
                col.min(line.len())
            };
            Some(self.index.line_start(u32::try_from(lineno).ok()?) + in_line as u32)
        };
        let from = offset(start)?;
        Some(Range::new(from, offset(end).filter(|end| *end > from).unwrap_or(from + 1)))
    }
}

/// The number of characters in the first `col` bytes of `line`, a part of a character being one.
fn characters(line: &str, col: i32) -> i32 {
    let Ok(col) = usize::try_from(col) else { return col };
    if col > line.len() {
        return line.chars().count() as i32 + 1;
    }
    line.char_indices().take_while(|(at, _)| *at < col).count() as i32
}
