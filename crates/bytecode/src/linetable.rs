//! The line table of PEP 626: from byte offset to line and back.
//!
//! Owns the format of `co_linetable` in 3.10: pairs of a byte count and a signed line delta, where the delta -128 says
//! that these bytes have no line. Answers to `Objects/lnotab_notes.txt` and to `assemble_line_range` in `Python/compile.c`.

/// A run of bytecode on one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineRange {
    /// The byte offset of the first instruction.
    pub start: u32,
    /// The byte offset after the last.
    pub end: u32,
    /// The line; nothing for bytecode that belongs to none.
    pub line: Option<i32>,
}

const NO_LINE: i8 = -128;
const MOST_BYTES: u32 = 254;
const MOST_LINES: i32 = 127;

/// Reads a table: the non-empty ranges in order, as `co_lines()` yields them. A table of odd length loses its last byte.
pub fn ranges(table: &[u8], firstlineno: i32) -> impl Iterator<Item = LineRange> + '_ {
    let mut end = 0u32;
    let mut line = firstlineno;
    table.as_chunks::<2>().0.iter().filter_map(move |&[bytes, delta]| {
        let start = end;
        end = end.saturating_add(u32::from(bytes));
        let delta = delta.cast_signed();
        if delta != NO_LINE {
            line = line.wrapping_add(i32::from(delta));
        }
        // CPython shows a negative line, which only a made-up table can have, as no line.
        let shown = (delta != NO_LINE && line >= 0).then_some(line);
        (start != end).then_some(LineRange { start, end, line: shown })
    })
}

/// The line of the instruction at this byte offset; nothing where it has no line or is beyond the table.
pub fn line_at(table: &[u8], firstlineno: i32, offset: u32) -> Option<i32> {
    ranges(table, firstlineno).find(|range| offset < range.end)?.line
}

/// Writes a table, instruction by instruction or range by range.
#[derive(Debug)]
pub struct LineTableWriter {
    table: Vec<u8>,
    /// The line of the bytes not yet written.
    line: Option<i32>,
    /// The line that the next delta counts from.
    written_line: i32,
    /// How many bytes are not yet written.
    pending: u32,
}

impl LineTableWriter {
    /// An empty table of a code object that begins on this line.
    pub fn new(firstlineno: i32) -> LineTableWriter {
        LineTableWriter { table: Vec::new(), line: Some(firstlineno), written_line: firstlineno, pending: 0 }
    }

    /// A writer that begins anew in a buffer.
    pub fn reusing(mut table: Vec<u8>, firstlineno: i32) -> LineTableWriter {
        table.clear();
        LineTableWriter { table, ..LineTableWriter::new(firstlineno) }
    }

    /// Says that the next `bytes` bytes of bytecode are on this line, or on none.
    #[inline]
    pub fn push(&mut self, bytes: u32, line: Option<i32>) {
        if line != self.line {
            self.flush();
            self.line = line;
        }
        self.pending = self.pending.saturating_add(bytes);
    }

    /// The finished table.
    pub fn finish(mut self) -> Vec<u8> {
        self.flush();
        self.table
    }

    fn flush(&mut self) {
        if self.pending == 0 {
            return;
        }
        let (mut delta, repeat) = match self.line {
            None => (NO_LINE, NO_LINE),
            Some(line) => {
                let mut delta = line.wrapping_sub(self.written_line);
                self.written_line = line;
                while delta.unsigned_abs() > MOST_LINES.unsigned_abs() {
                    let step = delta.clamp(-MOST_LINES, MOST_LINES);
                    self.pair(0, step as i8);
                    delta -= step;
                }
                (delta as i8, 0)
            }
        };
        while self.pending > MOST_BYTES {
            self.pair(MOST_BYTES as u8, delta);
            delta = repeat;
            self.pending -= MOST_BYTES;
        }
        self.pair(self.pending as u8, delta);
        self.pending = 0;
    }

    fn pair(&mut self, bytes: u8, delta: i8) {
        self.table.extend_from_slice(&[bytes, delta.cast_unsigned()]);
    }
}
