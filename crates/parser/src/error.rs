//! The data of a syntax error or warning, as CPython's `SyntaxError` attributes hold it. The compiler raises the same.

use crate::source::{Range, SourceText};

/// Which exception a refused source raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// `SyntaxError`
    SyntaxError,
    /// `IndentationError`
    IndentationError,
    /// `TabError`
    TabError,
    /// `ValueError`: a NUL in the source.
    ValueError,
    /// `MemoryError`: nested too deep for the parser.
    MemoryError,
    /// `RecursionError`: nested too deep for what follows the parser.
    RecursionError,
    /// `OverflowError`: too large for a field of the code object.
    OverflowError,
    /// `SystemError`: too many nested blocks and the like.
    SystemError,
}

impl ErrorKind {
    /// The name of the exception.
    pub const fn name(self) -> &'static str {
        match self {
            ErrorKind::SyntaxError => "SyntaxError",
            ErrorKind::IndentationError => "IndentationError",
            ErrorKind::TabError => "TabError",
            ErrorKind::ValueError => "ValueError",
            ErrorKind::MemoryError => "MemoryError",
            ErrorKind::RecursionError => "RecursionError",
            ErrorKind::OverflowError => "OverflowError",
            ErrorKind::SystemError => "SystemError",
        }
    }

    /// Whether it is `SyntaxError` or a subclass: only these have a position.
    pub const fn is_syntax_error(self) -> bool {
        matches!(self, ErrorKind::SyntaxError | ErrorKind::IndentationError | ErrorKind::TabError)
    }
}

/// A refusal of a source text. Boxed in results, because it is large and rare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception's class.
    pub kind: ErrorKind,
    /// The message, without position.
    pub msg: String,
    /// The source's name.
    pub filename: String,
    /// 1-based line; `None` where CPython gives none.
    pub lineno: Option<i32>,
    /// 1-based column, in characters (parser) or bytes (compiler), as CPython counts.
    pub offset: Option<i32>,
    /// 1-based last line.
    pub end_lineno: Option<i32>,
    /// 1-based column past the end.
    pub end_offset: Option<i32>,
    /// The line `lineno`, newline included where there is one.
    pub text: Option<String>,
    /// The bytes of the source text that the error is about, where that is known.
    pub span: Option<Range>,
}

impl SyntaxError {
    /// An error without position.
    pub fn new(kind: ErrorKind, msg: impl Into<String>, filename: &str) -> Box<Self> {
        Box::new(SyntaxError {
            kind,
            msg: msg.into(),
            filename: filename.to_owned(),
            lineno: None,
            offset: None,
            end_lineno: None,
            end_offset: None,
            text: None,
            span: None,
        })
    }

    /// A `SyntaxError` the way the symtable and the compiler raise it: columns are UTF-8 bytes plus one.
    pub fn at(source: &SourceText, range: Range, msg: impl Into<String>) -> Box<Self> {
        let (start, end) = (source.lines().position(range.start), source.lines().position(range.end));
        Box::new(SyntaxError {
            kind: ErrorKind::SyntaxError,
            msg: msg.into(),
            filename: source.filename().to_owned(),
            lineno: Some(start.lineno as i32),
            offset: Some(start.col_offset as i32 + 1),
            end_lineno: Some(end.lineno as i32),
            end_offset: Some(end.col_offset as i32 + 1),
            text: Some(source.line(start.lineno).to_owned()),
            span: Some(range),
        })
    }
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.kind.name(), self.msg)?;
        match self.lineno {
            Some(lineno) => write!(f, " ({}, line {lineno})", self.filename),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// The category of a [`Warning`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WarningCategory {
    /// `DeprecationWarning`
    DeprecationWarning,
    /// `SyntaxWarning`
    SyntaxWarning,
}

/// Something the parser or compiler warns of; whoever runs the program decides what to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The warning's class.
    pub category: WarningCategory,
    /// The message.
    pub msg: String,
    /// Where; CPython passes on its line, and its span should the warning become an error.
    pub range: Range,
}
