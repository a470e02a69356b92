//! `minipy compile`: sources to `.pyc` files, one or whole trees.
//!
//! Answers to `Lib/py_compile.py` (one file) and `Lib/compileall.py` (trees).

mod batch;
mod job;
mod naming;
mod single;
mod walk;
mod writers;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args, ValueEnum};
use minipy_bytecode::pyc::{self, Validation};

use crate::host::environment;
use crate::host::files::Source;

use super::CliError;
use super::report::ErrorFormat;

/// What to compile, and how.
#[derive(Args)]
pub struct CompileArgs {
    /// Sources, and folders to search for them.
    #[arg(value_name = "PATH", required_unless_present = "list")]
    paths: Vec<PathBuf>,
    /// Write the code of the one source here.
    #[arg(short = 'o', long = "output", value_name = "OUT")]
    output: Option<PathBuf>,
    /// Leave out assert statements; twice: docstrings too.
    #[arg(short = 'O', action = ArgAction::Count, conflicts_with = "opt_levels")]
    optimize: u8,
    /// Optimisation levels, each to a file of its own.
    #[arg(long = "opt-level", value_name = "N,N", value_delimiter = ',', value_parser = clap::value_parser!(u8).range(0..=2))]
    opt_levels: Vec<u8>,
    /// Compile even what is up to date.
    #[arg(short = 'f', long)]
    force: bool,
    /// Print errors only; twice: nothing.
    #[arg(short = 'q', long, action = ArgAction::Count)]
    quiet: u8,
    /// Threads; 0 for as many as there are cores.
    #[arg(short = 'j', long = "workers", value_name = "N", default_value_t = 0)]
    jobs: usize,
    /// How many levels of folders to go down.
    #[arg(short = 'r', value_name = "N")]
    recursion: Option<usize>,
    /// Do not go down into folders; -r wins.
    #[arg(short = 'l')]
    local: bool,
    /// Write NAME.pyc beside NAME.py.
    #[arg(short = 'b')]
    legacy: bool,
    /// Strip these leading folders from the paths that tracebacks show.
    #[arg(short = 's', value_name = "STRIPDIR", conflicts_with = "destdir")]
    stripdir: Option<PathBuf>,
    /// Put this folder before the paths that tracebacks show.
    #[arg(short = 'p', value_name = "PREPENDDIR", conflicts_with = "destdir")]
    prependdir: Option<PathBuf>,
    /// Show this folder in tracebacks instead of the one given.
    #[arg(short = 'd', value_name = "DESTDIR")]
    destdir: Option<PathBuf>,
    /// Skip files whose path this regular expression is found in.
    #[arg(short = 'x', value_name = "REGEX")]
    exclude: Option<regex::Regex>,
    /// Read more paths from this file, one a line; `-` for standard input.
    #[arg(short = 'i', value_name = "FILE")]
    list: Option<PathBuf>,
    /// Skip symbolic links that lead out of this folder.
    #[arg(short = 'e', value_name = "DIR")]
    limit_links: Option<PathBuf>,
    /// Make .pyc files of the same content one file.
    #[arg(long)]
    hardlink_dupes: bool,
    /// How a .pyc is found to be out of date [default: checked-hash if SOURCE_DATE_EPOCH is set, else timestamp].
    #[arg(long, value_enum, value_name = "MODE")]
    invalidation_mode: Option<InvalidationMode>,
    /// The form of source errors.
    #[arg(long, value_enum)]
    errors: Option<ErrorFormat>,
}

/// How a `.pyc` says whether its source has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum InvalidationMode {
    Timestamp,
    CheckedHash,
    UncheckedHash,
}

impl InvalidationMode {
    fn or_default(given: Option<InvalidationMode>) -> InvalidationMode {
        given.unwrap_or_else(|| match environment::variable("SOURCE_DATE_EPOCH") {
            Some(_) => InvalidationMode::CheckedHash,
            None => InvalidationMode::Timestamp,
        })
    }

    fn validation(self, source: &Source) -> Validation {
        match self {
            InvalidationMode::Timestamp => Validation::Timestamp { mtime: source.stamp.mtime, size: source.stamp.size },
            InvalidationMode::CheckedHash => Validation::CheckedHash(pyc::source_hash(&source.bytes)),
            InvalidationMode::UncheckedHash => Validation::UncheckedHash(pyc::source_hash(&source.bytes)),
        }
    }
}

impl CompileArgs {
    /// The optimisation levels, lowest first, each once.
    fn levels(&self) -> Vec<u8> {
        if self.opt_levels.is_empty() {
            return vec![self.optimize.min(2)];
        }
        let mut levels = self.opt_levels.clone();
        levels.sort_unstable();
        levels.dedup();
        levels
    }
}

/// Compiles.
pub fn main(args: CompileArgs) -> Result<ExitCode, CliError> {
    if args.hardlink_dupes && args.levels().len() < 2 {
        let text = "--hardlink-dupes makes sense only for more than one optimisation level";
        return Err(CliError::Usage(text.to_owned()));
    }
    match &args.output {
        Some(output) => single::main(&args, output),
        None => batch::main(&args),
    }
}
