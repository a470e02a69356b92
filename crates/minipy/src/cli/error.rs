//! What can end a command early, how it is told, and the exit status it gives.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use minipy_parser::SyntaxError;

use crate::host::{files, stdio};
use crate::program::Refused;

use super::report::ErrorFormat;

/// The exit status of a process whose reader went away: what a shell shows for SIGPIPE.
const CLOSED_PIPE: u8 = 141;

/// Why a command ended early.
#[derive(Debug)]
pub enum CliError {
    /// A file could not be read or written; the word says which.
    File {
        /// What was tried.
        tried: &'static str,
        /// The file.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// Standard output could not be written.
    Stdout(io::Error),
    /// A source does not compile.
    Source(Box<SyntaxError>, ErrorFormat, Vec<u8>),
    /// A compiled file is refused.
    Refused(PathBuf, Refused),
    /// Something else went wrong.
    Failed(String),
    /// The arguments make no sense together.
    Usage(String),
}

impl CliError {
    /// A file could not be read.
    pub fn reading(path: &Path, error: io::Error) -> CliError {
        CliError::File { tried: "read", path: path.to_owned(), error }
    }

    /// A file could not be written.
    pub fn writing(path: &Path, error: io::Error) -> CliError {
        CliError::File { tried: "write", path: path.to_owned(), error }
    }

    /// Tells the user, and returns the exit status.
    pub fn report(self) -> ExitCode {
        let (text, status) = match self {
            CliError::Stdout(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::from(CLOSED_PIPE),
            CliError::Stdout(error) => (format!("can't write to standard output: {}", files::describe(&error)), 1),
            CliError::File { tried, path, error } => {
                (format!("can't {tried} '{}': {}", path.display(), files::describe(&error)), 1)
            }
            CliError::Source(error, format, source) => {
                stdio::complain(&format.render(&error, &source));
                return ExitCode::FAILURE;
            }
            CliError::Refused(path, why) => (format!("can't use '{}': {why}", path.display()), 1),
            CliError::Failed(text) => (text, 1),
            CliError::Usage(text) => (text, 2),
        };
        stdio::complain(&format!("minipy: {text}\n"));
        ExitCode::from(status)
    }
}
