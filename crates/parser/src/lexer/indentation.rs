//! The indentation of logical lines. Columns are counted twice, with tabs to multiples of eight and of one, so that a
//! mixture whose meaning depends on the tab size is refused.

use super::error::LexErrorKind;

/// CPython's `MAXINDENT`.
const MAX_INDENT: usize = 100;

/// The width of the blanks that open a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    column: u32,
    /// The column if a tab were one blank wide.
    alternate: u32,
}

impl Columns {
    /// Adds one byte: a blank, a tab, or a form feed, which starts over.
    pub fn add(&mut self, byte: u8) {
        match byte {
            b'\t' => {
                self.column = (self.column / 8 + 1) * 8;
                self.alternate += 1;
            }
            b'\x0c' => *self = Columns::default(),
            _ => {
                self.column += 1;
                self.alternate += 1;
            }
        }
    }

    /// Whether the line starts at the margin.
    pub fn is_margin(self) -> bool {
        self.column == 0
    }

    /// CPython takes the first backslash's column for both counts.
    pub fn flattened(self) -> Self {
        Columns { column: self.column, alternate: self.column }
    }
}

/// The stack of open indentations, and the tokens that a new line owes.
#[derive(Clone, Debug, Default)]
pub struct Indentation {
    open: Vec<Columns>,
    /// INDENTs (positive) or DEDENTs (negative) still to hand out.
    pub pending: i32,
}

impl Indentation {
    /// The number of open indentations.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Closes all open indentations.
    pub fn close(&mut self) {
        self.pending -= self.open.len() as i32;
        self.open.clear();
    }

    /// Compares a new logical line with the open ones.
    pub fn line(&mut self, columns: Columns) -> Result<(), LexErrorKind> {
        let current = self.open.last().copied().unwrap_or_default();
        if columns.column > current.column {
            if self.open.len() + 2 > MAX_INDENT {
                return Err(LexErrorKind::TooDeepIndentation);
            }
            if columns.alternate <= current.alternate {
                return Err(LexErrorKind::InconsistentTabs);
            }
            self.pending += 1;
            self.open.push(columns);
            return Ok(());
        }
        while self.open.last().is_some_and(|open| columns.column < open.column) {
            self.pending -= 1;
            self.open.pop();
        }
        let enclosing = self.open.last().copied().unwrap_or_default();
        if columns.column != enclosing.column {
            return Err(LexErrorKind::InconsistentDedent);
        }
        if columns.alternate != enclosing.alternate { Err(LexErrorKind::InconsistentTabs) } else { Ok(()) }
    }
}
