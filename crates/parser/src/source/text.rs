//! The decoded text of one source, and its name.

use super::LineIndex;
use super::comments;
use super::encoding::{Undecodable, cookie, decode, utf8_message};
use crate::error::{ErrorKind, SyntaxError};

/// Source text: UTF-8 without byte order mark, lines ended by `\n`.
#[derive(Clone, Debug)]
pub struct SourceText {
    filename: String,
    text: String,
    lines: LineIndex,
    /// Whether the text was decoded by a known encoding. CPython counts the columns of its parser's errors in bytes
    /// otherwise.
    declared: bool,
    /// Whether it is a file that the interpreter runs.
    file: bool,
    /// Whether a byte order mark stood before the text.
    bom: bool,
    /// Whether it ended in `\r\n`.
    crlf: bool,
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Who reads the bytes: CPython words what it cannot decode differently.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// The interpreter runs a file.
    File,
    /// `compile()` was given bytes; so does `import`.
    Compile,
}

impl SourceText {
    /// Text that is decoded already, such as the `str` given to `compile()`: a cookie in it means nothing.
    pub fn from_text(text: &str, filename: &str) -> Result<Self, Box<SyntaxError>> {
        if u32::try_from(text.len()).is_err() {
            return Err(SyntaxError::new(ErrorKind::OverflowError, "source code is too large", filename));
        }
        if memchr::memchr(0, text.as_bytes()).is_some() {
            let message = "source code string cannot contain null bytes";
            return Err(SyntaxError::new(ErrorKind::ValueError, message, filename));
        }
        Ok(SourceText::normalised(text, filename, true))
    }

    fn normalised(text: &str, filename: &str, declared: bool) -> Self {
        let crlf = text.ends_with("\r\n");
        let text = match memchr::memchr(b'\r', text.as_bytes()) {
            None => text.to_owned(),
            Some(_) => text.replace("\r\n", "\n").replace('\r', "\n"),
        };
        SourceText { crlf, ..SourceText::of_lines(text, filename, declared) }
    }

    /// Text whose newlines are Python's.
    fn of_lines(text: String, filename: &str, declared: bool) -> Self {
        let lines = LineIndex::new(&text);
        SourceText { filename: filename.to_owned(), text, lines, declared, file: false, bom: false, crlf: false }
    }

    /// Decodes the bytes of a file that the interpreter runs.
    pub fn decode(bytes: &[u8], filename: &str) -> Result<Self, Box<SyntaxError>> {
        SourceText::read(bytes, filename, Reader::File)
    }

    /// Decodes bytes as `compile()` and `import` do.
    pub fn decode_for_compile(bytes: &[u8], filename: &str) -> Result<Self, Box<SyntaxError>> {
        SourceText::read(bytes, filename, Reader::Compile)
    }

    /// Decodes bytes as `compile()` and `import` do, and takes them over where they are the text already. They come back with
    /// an error.
    pub fn take_for_compile(mut bytes: Vec<u8>, filename: &str) -> Result<Self, (Box<SyntaxError>, Vec<u8>)> {
        let declared = bytes.starts_with(BOM) || cookie(&bytes).is_some();
        let plain = !declared && memchr::memchr2(b'\r', 0, &bytes).is_none() && u32::try_from(bytes.len()).is_ok();
        if plain {
            match String::from_utf8(bytes) {
                Ok(text) => return Ok(SourceText::of_lines(text, filename, false)),
                Err(error) => bytes = error.into_bytes(),
            }
        }
        SourceText::decode_for_compile(&bytes, filename).map_err(|error| (error, bytes))
    }

    fn read(bytes: &[u8], filename: &str, reader: Reader) -> Result<Self, Box<SyntaxError>> {
        let (bom, bytes) = match bytes.strip_prefix(BOM) {
            Some(rest) => (true, rest),
            None => (false, bytes),
        };
        let declared = cookie(bytes);
        let name = declared.as_deref().unwrap_or("utf-8");
        if bom && name != "utf-8" {
            return Err(problem(format!("encoding problem: {name} with BOM"), filename, reader));
        }
        match decode(bytes, name) {
            Ok(text) => {
                let source = SourceText::from_text(&text, filename)?;
                Ok(SourceText { declared: bom || declared.is_some(), file: reader == Reader::File, bom, ..source })
            }
            Err(_)
                if name == "utf-8"
                    && reader == Reader::Compile
                    && let Some(text) = comments::decode(bytes) =>
            {
                let source = SourceText::from_text(&text, filename)?;
                Ok(SourceText { declared: bom || declared.is_some(), bom, ..source })
            }
            Err(_) if name == "utf-8" => Err(not_utf8(bytes, filename, bom || declared.is_some(), reader)),
            Err(_) if reader == Reader::File => Err(problem(format!("encoding problem: {name}"), filename, reader)),
            Err(Undecodable::Unknown) => Err(problem(format!("unknown encoding: {name}"), filename, reader)),
            Err(Undecodable::Codec(message)) => Err(problem(message, filename, reader)),
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

    /// The whole text, when nothing else is needed any more.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Whether the parser's errors count columns in characters, not bytes.
    pub(crate) fn counts_characters(&self) -> bool {
        self.declared
    }

    /// Whether errors at the end are placed as for a file that is read line by line.
    pub(crate) fn is_file(&self) -> bool {
        self.file
    }

    /// Whether CPython adds a newline to a module: it does so where one is missing, and where it reads past a last `\r\n`.
    pub(crate) fn wants_newline(&self) -> bool {
        !self.text.is_empty() && (!self.text.ends_with('\n') || self.crlf && !self.file)
    }

    /// Whether the first line, read from its file again, begins with a byte order mark.
    pub(crate) fn shows_bom(&self) -> bool {
        self.file && self.bom
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
        match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(end) => rest.get(..=end).unwrap_or(rest),
            None => rest,
        }
    }
}

/// An encoding error: CPython gives it line 0, or none at all for a file.
fn problem(message: String, filename: &str, reader: Reader) -> Box<SyntaxError> {
    let mut error = SyntaxError::new(ErrorKind::SyntaxError, message, filename);
    if reader == Reader::Compile {
        (error.lineno, error.offset) = (Some(0), Some(-1));
    }
    error
}

/// The error about bytes that are not the UTF-8 they should be.
fn not_utf8(bytes: &[u8], filename: &str, declared: bool, reader: Reader) -> Box<SyntaxError> {
    let at = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let before = bytes.get(..at).unwrap_or(&[]);
    let lineno = memchr::memchr_iter(b'\n', before).count() as i32 + 1;
    if reader == Reader::File && !declared {
        let byte = bytes.get(at).copied().unwrap_or(0);
        let message = format!(
            "Non-UTF-8 code starting with '\\x{byte:02x}' in file {filename} on line {}, but no encoding declared; \
             see https://python.org/dev/peps/pep-0263/ for details",
            lineno + 1
        );
        return problem(message, filename, reader);
    }
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    let line = bytes.get(line_start..).unwrap_or(&[]);
    let line = line.split_inclusive(|b| *b == b'\n').next().unwrap_or(line);
    let column = String::from_utf8_lossy(bytes.get(line_start..at).unwrap_or(&[])).chars().count() as i32 + 1;
    let message = format!("(unicode error) {}", utf8_message(line));
    let mut error = SyntaxError::new(ErrorKind::SyntaxError, message, filename);
    (error.lineno, error.offset) = (Some(lineno), Some(column));
    (error.end_lineno, error.end_offset) = (Some(lineno), Some(column));
    error.text = Some(String::from_utf8_lossy(line).into_owned());
    error
}
