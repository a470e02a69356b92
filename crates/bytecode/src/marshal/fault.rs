//! Why a marshal stream is refused.

use std::error::Error;
use std::fmt;

/// A refusal, and where in the stream it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The byte offset of the object that is at fault, or of the end of the data.
    pub offset: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a marshal stream. The texts are CPython's, where CPython has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// The data ends inside an object.
    TooShort,
    /// The data ends where an object should begin.
    ObjectExpected,
    /// Nesting beyond [`super::MAX_DEPTH`].
    TooDeep,
    /// References multiply: the object would be far larger than its data.
    TooLarge,
    /// A length is negative or beyond what the type can hold; the word names the type.
    Size(&'static str),
    /// A digit of an int has more than 15 bits.
    Digit,
    /// The highest digit of an int is zero.
    Unnormalized,
    /// A float written as text does not read as one.
    FloatText,
    /// A str is not UTF-8 (surrogates allowed).
    Utf8,
    /// The end mark of a dict, elsewhere; the word names the container.
    Null(&'static str),
    /// A reference to nothing, or to an object that is not finished.
    Reference,
    /// No type has this code.
    UnknownType(u8),
    /// A set member or dict key of this type.
    Unhashable(&'static str),
    /// A count of a code object is negative; the word names the field.
    CodeCount(&'static str),
    /// A field of a code object is of another type than it must be.
    CodeField {
        /// The field.
        field: &'static str,
        /// What it must be.
        wanted: &'static str,
        /// The type it has.
        found: &'static str,
    },
    /// A tuple of names holds an object of this type.
    NotName(&'static str),
    /// Fewer names of locals than parameters.
    VarnamesTooSmall,
    /// More bytecode than an int counts.
    CodeTooLarge,
}

/// The Python exception that CPython raises for a fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PythonError {
    /// `EOFError`
    Eof,
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `UnicodeDecodeError`
    UnicodeDecode,
    /// `SystemError`
    System,
    /// `OverflowError`
    Overflow,
}

impl FaultKind {
    /// The exception that `marshal.loads` raises for it.
    pub const fn python_error(&self) -> PythonError {
        match self {
            FaultKind::TooShort | FaultKind::ObjectExpected => PythonError::Eof,
            FaultKind::Null(_) | FaultKind::Unhashable(_) | FaultKind::NotName(_) => PythonError::Type,
            FaultKind::Utf8 => PythonError::UnicodeDecode,
            FaultKind::CodeCount(_) | FaultKind::CodeField { .. } => PythonError::System,
            FaultKind::CodeTooLarge => PythonError::Overflow,
            _ => PythonError::Value,
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaultKind::TooShort => f.write_str("marshal data too short"),
            FaultKind::ObjectExpected => f.write_str("EOF read where object expected"),
            FaultKind::TooDeep => f.write_str("recursion limit exceeded"),
            FaultKind::TooLarge => f.write_str("bad marshal data (references multiply beyond measure)"),
            FaultKind::Size(what) => write!(f, "bad marshal data ({what} size out of range)"),
            FaultKind::Digit => f.write_str("bad marshal data (digit out of range in long)"),
            FaultKind::Unnormalized => f.write_str("bad marshal data (unnormalized long data)"),
            FaultKind::FloatText => f.write_str("bad marshal data (could not convert string to float)"),
            FaultKind::Utf8 => f.write_str("bad marshal data (invalid utf-8 in string)"),
            FaultKind::Null(what) => write!(f, "NULL object in marshal data for {what}"),
            FaultKind::Reference => f.write_str("bad marshal data (invalid reference)"),
            FaultKind::UnknownType(_) => f.write_str("bad marshal data (unknown type code)"),
            FaultKind::Unhashable(what) => write!(f, "unhashable type: '{what}'"),
            FaultKind::CodeCount(field) => write!(f, "code: {field} must not be negative"),
            FaultKind::CodeField { field, wanted, found } => write!(f, "code: {field} must be {wanted}, not {found}"),
            FaultKind::NotName(found) => write!(f, "name tuples must contain only strings, not '{found}'"),
            FaultKind::VarnamesTooSmall => f.write_str("code: varnames is too small"),
            FaultKind::CodeTooLarge => f.write_str("co_code larger than INT_MAX"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.offset)
    }
}

impl Error for Fault {}
