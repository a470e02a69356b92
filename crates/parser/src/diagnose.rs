//! The second look at a source that does not parse.

use crate::error::{ErrorKind, SyntaxError};
use crate::parser::Mode;
use crate::source::SourceText;

/// The error that CPython raises for `source`.
pub fn diagnose(source: &SourceText, _mode: Mode) -> Box<SyntaxError> {
    SyntaxError::new(ErrorKind::SyntaxError, "invalid syntax", source.filename())
}
