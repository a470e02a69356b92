//! The syntax of format strings: literal text, `{field!conversion:spec}`, and field names such as `a.b[0]`.
//!
//! Answers to the parsing half of CPython's Objects/stringlib/unicode_format.h; `format.rs` gives it meaning, and
//! `string.Formatter` reaches it through the module `_string`.

use std::ops::Range;

use crate::heap::var::StrData;
use crate::unicode;

/// A ValueError's text.
pub type MarkupError = &'static str;

/// A replacement field. Ranges are places in the format string.
#[derive(Clone, Debug)]
pub struct Field {
    /// What stands before `!` or `:`.
    pub name: Range<usize>,
    /// The letter behind `!`.
    pub conversion: Option<u32>,
    /// What stands behind `:`; empty if there is no colon.
    pub spec: Range<usize>,
    /// The specifier has fields of its own.
    pub nested: bool,
}

/// Literal text and the field behind it.
pub type Piece = (Range<usize>, Option<Field>);

/// Reads a format string piece by piece.
pub struct Markup<'a> {
    text: StrData<'a>,
    place: usize,
}

fn is(c: Option<u32>, byte: u8) -> bool {
    c == Some(u32::from(byte))
}

impl<'a> Markup<'a> {
    /// At the start of `text`.
    pub fn new(text: StrData<'a>) -> Markup<'a> {
        Markup { text, place: 0 }
    }

    /// Goes on with `text` (the same) from `place`.
    pub fn resume(text: StrData<'a>, place: usize) -> Markup<'a> {
        Markup { text, place }
    }

    /// Where it stands.
    pub fn place(&self) -> usize {
        self.place
    }

    fn next_code(&mut self) -> Option<u32> {
        let c = self.text.get(self.place);
        self.place += usize::from(c.is_some());
        c
    }

    /// The next piece; `None` at the end.
    pub fn next_piece(&mut self) -> Result<Option<Piece>, MarkupError> {
        let start = self.place;
        if start >= self.text.len() {
            return Ok(None);
        }
        let rest = self.text.slice(start..self.text.len());
        let Some(run) = rest.code_points().position(|c| matches!(c, 0x7b | 0x7d)) else {
            self.place = self.text.len();
            return Ok(Some((start..self.place, None)));
        };
        let brace = self.text.get(start + run);
        let doubled = self.text.get(start + run + 1) == brace;
        self.place = start + run + 1;
        if doubled {
            // The literal takes one of the two with it.
            self.place += 1;
            return Ok(Some((start..start + run + 1, None)));
        }
        if is(brace, b'}') {
            return Err("Single '}' encountered in format string");
        }
        if self.place >= self.text.len() {
            return Err("Single '{' encountered in format string");
        }
        let field = self.field()?;
        Ok(Some((start..start + run, Some(field))))
    }

    /// Reads a field behind its brace.
    fn field(&mut self) -> Result<Field, MarkupError> {
        let start = self.place;
        let end = loop {
            let Some(c) = self.next_code() else { return Err("expected '}' before end of string") };
            match u8::try_from(c) {
                Ok(b'{') => return Err("unexpected '{' in field name"),
                Ok(b'[') => {
                    while self.text.get(self.place).is_some_and(|c| c != u32::from(b']')) {
                        self.place += 1;
                    }
                }
                Ok(end @ (b'}' | b':' | b'!')) => break end,
                _ => {}
            }
        };
        let name = start..self.place - 1;
        let mut field = Field { name, conversion: None, spec: self.place..self.place, nested: false };
        if end == b'}' {
            return Ok(field);
        }
        if end == b'!' {
            let conversion = self.next_code();
            field.conversion = Some(conversion.ok_or("end of string while looking for conversion specifier")?);
            match self.next_code() {
                c if is(c, b'}') => {
                    field.spec = self.place..self.place;
                    return Ok(field);
                }
                c if is(c, b':') || c.is_none() => {}
                _ => return Err("expected ':' after conversion specifier"),
            }
        }
        let start = self.place;
        let mut depth = 1;
        while let Some(c) = self.next_code() {
            match u8::try_from(c) {
                Ok(b'{') => {
                    field.nested = true;
                    depth += 1;
                }
                Ok(b'}') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = start..self.place - 1;
                return Ok(field);
            }
        }
        Err("unmatched '{' in format spec")
    }
}

/// The number that `text` is, if it is all decimal digits.
fn integer(text: StrData<'_>) -> Result<Option<usize>, MarkupError> {
    let mut number: usize = 0;
    for c in text.code_points() {
        let Some(digit) = unicode::decimal_value(c) else { return Ok(None) };
        let next = number.checked_mul(10).and_then(|number| number.checked_add(usize::from(digit)));
        number =
            next.filter(|&number| isize::try_from(number).is_ok()).ok_or("Too many decimal digits in format string")?;
    }
    Ok((!text.is_empty()).then_some(number))
}

/// A step from an object to another.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// `.name`
    Attr(StrData<'a>),
    /// `[number]`
    Index(usize),
    /// `[text]`
    Key(StrData<'a>),
}

/// A field's name taken apart.
pub struct FieldName<'a> {
    /// What stands before the first `.` or `[`.
    pub first: StrData<'a>,
    /// `first` as a number.
    pub index: Option<usize>,
    /// The steps.
    pub steps: Steps<'a>,
}

impl<'a> FieldName<'a> {
    /// Reads a name.
    pub fn parse(name: StrData<'a>) -> Result<FieldName<'a>, MarkupError> {
        let end = name.code_points().position(|c| matches!(c, 0x2e | 0x5b)).unwrap_or(name.len());
        let first = name.slice(0..end);
        Ok(FieldName { first, index: integer(first)?, steps: Steps { text: name, place: end } })
    }
}

/// Reads the steps of a field's name.
#[derive(Clone)]
pub struct Steps<'a> {
    text: StrData<'a>,
    place: usize,
}

impl<'a> Steps<'a> {
    /// The steps of `text` from `place` on.
    pub fn resume(text: StrData<'a>, place: usize) -> Steps<'a> {
        Steps { text, place }
    }

    /// Where it stands.
    pub fn place(&self) -> usize {
        self.place
    }

    /// The next step; `None` at the end.
    pub fn next_step(&mut self) -> Result<Option<Step<'a>>, MarkupError> {
        let Some(c) = self.text.get(self.place) else { return Ok(None) };
        let start = self.place + 1;
        let rest = self.text.slice(start..self.text.len());
        let (name, index) = match u8::try_from(c) {
            Ok(b'.') => {
                let len = rest.code_points().position(|c| matches!(c, 0x2e | 0x5b)).unwrap_or(rest.len());
                self.place = start + len;
                (rest.slice(0..len), None)
            }
            Ok(b'[') => {
                let len = rest.code_points().position(|c| c == 0x5d).ok_or("Missing ']' in format string")?;
                self.place = start + len + 1;
                let name = rest.slice(0..len);
                (name, Some(integer(name)?))
            }
            _ => return Err("Only '.' or '[' may follow ']' in format field specifier"),
        };
        if name.is_empty() {
            return Err("Empty attribute in format string");
        }
        Ok(Some(match index {
            None => Step::Attr(name),
            Some(Some(index)) => Step::Index(index),
            Some(None) => Step::Key(name),
        }))
    }
}
