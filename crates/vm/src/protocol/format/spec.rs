//! The standard format specifier `[[fill]align][sign][#][0][width][grouping][.precision][type]`, parsed.

use std::borrow::Cow;

use crate::heap::var::StrData;
use crate::unicode;

/// Why a value could not be formatted: becomes a ValueError or an OverflowError.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// ValueError with this text.
    Value(Cow<'static, str>),
    /// OverflowError with this text.
    Overflow(Cow<'static, str>),
}

impl From<&'static str> for FormatError {
    fn from(message: &'static str) -> FormatError {
        FormatError::Value(Cow::Borrowed(message))
    }
}

impl From<String> for FormatError {
    fn from(message: String) -> FormatError {
        FormatError::Value(Cow::Owned(message))
    }
}

/// Where the content stands in a field that is wider.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `=`: padding between sign and digits.
    AfterSign,
    /// `^`
    Center,
}

impl Align {
    fn from_code(code: u32) -> Option<Align> {
        match char::from_u32(code)? {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '=' => Some(Align::AfterSign),
            '^' => Some(Align::Center),
            _ => None,
        }
    }
}

/// Separators between groups of digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grouping {
    /// None.
    No,
    /// `,` between groups of three.
    Comma,
    /// `_` between groups of three.
    Underscore,
    /// `_` between groups of four (bases 2, 8 and 16).
    UnderscoreFour,
}

impl Grouping {
    /// Digits in a group, and the separator.
    pub fn parts(self) -> Option<(usize, u8)> {
        match self {
            Grouping::No => None,
            Grouping::Comma => Some((3, b',')),
            Grouping::Underscore => Some((3, b'_')),
            Grouping::UnderscoreFour => Some((4, b'_')),
        }
    }
}

/// A parsed specifier.
#[derive(Clone, Debug)]
pub struct FormatSpec {
    /// Code point that pads.
    pub fill: u32,
    /// Where the content stands.
    pub align: Align,
    /// `#`
    pub alternate: bool,
    /// `+`, `-` or a space.
    pub sign: Option<u8>,
    /// Least width.
    pub width: Option<usize>,
    /// Digit groups.
    pub grouping: Grouping,
    /// What follows the dot.
    pub precision: Option<usize>,
    /// Presentation type; 0 where there is none and the default is none.
    pub kind: u32,
}

impl FormatSpec {
    /// Reads `text` for a type whose default presentation and alignment are these.
    pub fn parse(text: StrData<'_>, default_kind: u32, default_align: Align) -> Result<FormatSpec, FormatError> {
        let mut spec = FormatSpec {
            fill: u32::from(b' '),
            align: default_align,
            alternate: false,
            sign: None,
            width: None,
            grouping: Grouping::No,
            precision: None,
            kind: default_kind,
        };
        let mut cursor = Cursor { text, place: 0 };
        let fill_and_align = text.get(1).and_then(Align::from_code);
        let mut aligned = true;
        if let (Some(align), Some(fill)) = (fill_and_align, text.get(0)) {
            (spec.align, spec.fill) = (align, fill);
            cursor.place = 2;
        } else if let Some(align) = text.get(0).and_then(Align::from_code) {
            spec.align = align;
            cursor.place = 1;
        } else {
            aligned = false;
        }
        if let Some(sign @ (0x20 | 0x2b | 0x2d)) = cursor.peek() {
            spec.sign = Some(sign as u8);
            cursor.place += 1;
        }
        spec.alternate = cursor.eat(b'#');
        if fill_and_align.is_none() && cursor.eat(b'0') {
            spec.fill = u32::from(b'0');
            if !aligned && default_align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = cursor.integer()?;
        if cursor.eat(b',') {
            spec.grouping = Grouping::Comma;
        }
        if cursor.eat(b'_') {
            if spec.grouping != Grouping::No {
                return Err("Cannot specify both ',' and '_'.".into());
            }
            spec.grouping = Grouping::Underscore;
        }
        if spec.grouping == Grouping::Underscore && cursor.peek() == Some(u32::from(b',')) {
            return Err("Cannot specify both ',' and '_'.".into());
        }
        if cursor.eat(b'.') {
            spec.precision = Some(cursor.integer()?.ok_or("Format specifier missing precision")?);
        }
        match text.len() - cursor.place {
            0 => {}
            1 => spec.kind = cursor.peek().unwrap_or(default_kind),
            _ => return Err("Invalid format specifier".into()),
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    fn check_grouping(&mut self) -> Result<(), FormatError> {
        let Some((_, separator)) = self.grouping.parts() else { return Ok(()) };
        match u8::try_from(self.kind).unwrap_or(b'?') {
            b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0 => Ok(()),
            b'b' | b'o' | b'x' | b'X' if self.grouping == Grouping::Underscore => {
                self.grouping = Grouping::UnderscoreFour;
                Ok(())
            }
            _ => {
                let separator = char::from(separator);
                Err(format!("Cannot specify '{separator}' with '{}'.", code_text(self.kind)).into())
            }
        }
    }

    /// The error for a presentation type that objects of type `type_name` do not have.
    pub fn unknown_kind(&self, type_name: &str) -> FormatError {
        format!("Unknown format code '{}' for object of type '{type_name}'", code_text(self.kind)).into()
    }

    /// The presentation type as a byte, if it is ASCII.
    pub fn kind_byte(&self) -> u8 {
        u8::try_from(self.kind).ok().filter(u8::is_ascii).unwrap_or(0xff)
    }
}

/// A presentation type in an error message.
fn code_text(code: u32) -> String {
    match u8::try_from(code) {
        Ok(byte @ 33..128) => char::from(byte).to_string(),
        _ => format!("\\x{code:x}"),
    }
}

struct Cursor<'a> {
    text: StrData<'a>,
    place: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u32> {
        self.text.get(self.place)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(u32::from(byte));
        self.place += usize::from(found);
        found
    }

    /// A run of decimal digits (of any script), if there is one.
    fn integer(&mut self) -> Result<Option<usize>, FormatError> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(unicode::decimal_value) {
            let next = number.unwrap_or(0).checked_mul(10).and_then(|number| number.checked_add(usize::from(digit)));
            let next = next.filter(|&number| isize::try_from(number).is_ok());
            number = Some(next.ok_or("Too many decimal digits in format string")?);
            self.place += 1;
        }
        Ok(number)
    }
}
