//! From byte offsets to (line, column): a table of line starts.

use memchr::memchr_iter;

/// A stretch of source text: byte offsets into the decoded UTF-8 text, `end` exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset past the last byte.
    pub end: u32,
}

impl Range {
    /// The range from `start` to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Range { start, end }
    }

    /// From the start of `self` to the end of `other`.
    pub const fn to(self, other: Range) -> Self {
        Range { start: self.start, end: other.end }
    }
}

/// A position as CPython's AST counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1-based line.
    pub lineno: u32,
    /// 0-based UTF-8 byte offset in the line.
    pub col_offset: u32,
}

/// The offsets at which the lines of a text start.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text`, whose lines end in `\n`.
    pub fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 32 + 1);
        starts.push(0);
        starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        LineIndex { starts }
    }

    /// The 1-based line that holds `offset`.
    pub fn lineno(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    /// The line and column of `offset`.
    pub fn position(&self, offset: u32) -> Position {
        let lineno = self.lineno(offset);
        Position { lineno, col_offset: offset - self.line_start(lineno) }
    }

    /// The offset at which the 1-based line `lineno` starts (the last line's, for one beyond the end).
    pub fn line_start(&self, lineno: u32) -> u32 {
        let at = lineno.saturating_sub(1) as usize;
        self.starts.get(at).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// The number of lines; text after the last newline counts as one, even when empty.
    pub fn len(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Never true: a text has at least one line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// A cursor for look-ups that mostly move forwards or stay near.
    pub fn cursor(&self) -> LineCursor<'_> {
        LineCursor { index: self, line: 0 }
    }
}

/// Looks positions up starting from the line of the last look-up.
#[derive(Clone, Debug)]
pub struct LineCursor<'i> {
    index: &'i LineIndex,
    /// 0-based line of the last look-up.
    line: usize,
}

impl LineCursor<'_> {
    /// The line and column of `offset`.
    pub fn position(&mut self, offset: u32) -> Position {
        let starts = &self.index.starts;
        let start_of = |line: usize| starts.get(line).copied().unwrap_or(u32::MAX);
        let mut line = self.line;
        if start_of(line) > offset {
            // Back to the line before, mostly: after an expression its statement goes on.
            line = line.saturating_sub(1);
        }
        if start_of(line) > offset {
            line = starts.partition_point(|&start| start <= offset).saturating_sub(1);
        } else {
            let mut steps = 0;
            while start_of(line + 1) <= offset {
                line += 1;
                steps += 1;
                if steps == 8 {
                    line = starts.partition_point(|&start| start <= offset).saturating_sub(1);
                    break;
                }
            }
        }
        self.line = line;
        Position { lineno: line as u32 + 1, col_offset: offset.saturating_sub(start_of(line)) }
    }

    /// The line of `offset`.
    pub fn lineno(&mut self, offset: u32) -> u32 {
        self.position(offset).lineno
    }
}
