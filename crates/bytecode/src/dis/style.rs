//! Colours of a listing.

use std::fmt;

/// Whether to colour, and with what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Style {
    /// Text only.
    #[default]
    Plain,
    /// ANSI escape sequences.
    Ansi,
}

/// A part of a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Line,
    Marker,
    Offset,
    Name,
    Arg,
    Meaning,
}

impl Style {
    /// The text as it is to be printed.
    pub(super) fn paint<T: fmt::Display>(self, part: Part, text: T) -> Painted<T> {
        Painted { style: self, part, text }
    }
}

pub(super) struct Painted<T> {
    style: Style,
    part: Part,
    text: T,
}

impl<T: fmt::Display> fmt::Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.style == Style::Plain {
            return self.text.fmt(f);
        }
        let code = match self.part {
            Part::Line => "33",
            Part::Marker => "1;35",
            Part::Offset => "2",
            Part::Name => "1;36",
            Part::Arg => "39",
            Part::Meaning => "32",
        };
        write!(f, "\x1b[{code}m{}\x1b[0m", self.text)
    }
}
