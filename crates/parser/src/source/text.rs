//! The decoded text of one source, and its name.

use super::LineIndex;
use crate::error::{ErrorKind, SyntaxError};

/// Source text: UTF-8 without byte order mark, lines ended by `\n`.
#[derive(Clone, Debug)]
pub struct SourceText {
    filename: String,
    text: String,
    lines: LineIndex,
}

impl SourceText {
    /// Text that is decoded already, such as the `str` given to `compile()`: a cookie in it means nothing.
    pub fn from_text(text: &str, filename: &str) -> Result<Self, Box<SyntaxError>> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = LineIndex::new(&text);
        Ok(SourceText { filename: filename.to_owned(), text, lines })
    }

    /// Decodes the bytes of a source file.
    pub fn decode(bytes: &[u8], filename: &str) -> Result<Self, Box<SyntaxError>> {
        match std::str::from_utf8(bytes) {
            Ok(text) => SourceText::from_text(text, filename),
            Err(_) => {
                Err(SyntaxError::new(ErrorKind::SyntaxError, "invalid or missing encoding declaration", filename))
            }
        }
    }

    /// The source's name, as tracebacks show it.
    pub fn filename(&self) -> &str {
        &self.filename
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line starts.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The 1-based line `lineno`, with its newline; empty beyond the end.
    pub fn line(&self, lineno: u32) -> &str {
        if lineno == 0 || lineno > self.lines.len() {
            return "";
        }
        let start = self.lines.line_start(lineno) as usize;
        let rest = self.text.get(start..).unwrap_or("");
        match rest.find('\n') {
            Some(end) => rest.get(..=end).unwrap_or(rest),
            None => rest,
        }
    }
}
