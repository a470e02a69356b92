//! How source errors and warnings are shown.

use clap::ValueEnum;
use minipy_parser::{SourceText, SyntaxError, Warning, WarningCategory, diagnostic};

use crate::host::stdio;

/// The form of source errors on standard error.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ErrorFormat {
    /// Drawn, with the source underlined.
    Pretty,
    /// As python prints them.
    Plain,
    /// One JSON object a line.
    Json,
}

impl ErrorFormat {
    /// What was asked for, or what suits standard error.
    pub fn or_default(given: Option<ErrorFormat>) -> ErrorFormat {
        given.unwrap_or(if stdio::stderr_is_terminal() { ErrorFormat::Pretty } else { ErrorFormat::Plain })
    }

    /// The text to print for an error in this source.
    pub fn render(self, error: &SyntaxError, source: &[u8]) -> String {
        match self {
            ErrorFormat::Plain => diagnostic::plain(error),
            ErrorFormat::Json => diagnostic::json(error),
            ErrorFormat::Pretty => diagnostic::pretty(error, source, stdio::stderr_has_colour()),
        }
    }
}

/// What python prints when it compiles a source: the warnings that are shown unless someone asks for more.
pub fn warnings(source: &SourceText, warnings: &[Warning]) -> String {
    let shown = warnings.iter().filter(|warning| warning.category == WarningCategory::SyntaxWarning);
    let text = shown.map(|warning| {
        let lineno = source.lines().position(warning.range.start).lineno;
        let line = source.line(lineno).trim();
        format!("{}:{lineno}: SyntaxWarning: {}\n  {line}\n", source.filename(), warning.msg)
    });
    text.collect()
}
