//! `minipy run`, and `minipy` with a script or none.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args};

use crate::host::stdio;

use super::CliError;

/// What to run, with python's own options.
#[derive(Args)]
pub struct RunArgs {
    /// Run this code; what follows are its arguments.
    #[arg(short = 'c', value_name = "CODE", num_args = 1.., allow_hyphen_values = true, conflicts_with = "script")]
    command: Vec<OsString>,
    /// Run this module; what follows are its arguments.
    #[arg(short = 'm', value_name = "MODULE", num_args = 1.., allow_hyphen_values = true, conflicts_with_all = ["script", "command"])]
    module: Vec<OsString>,
    /// Leave out assert statements; twice: docstrings too.
    #[arg(short = 'O', action = ArgAction::Count)]
    optimize: u8,
    /// Do not write .pyc files.
    #[arg(short = 'B')]
    dont_write_bytecode: bool,
    /// Ignore PYTHON* environment variables.
    #[arg(short = 'E')]
    ignore_environment: bool,
    /// Isolate from the user's environment.
    #[arg(short = 'I')]
    isolated: bool,
    /// Do not add the user's site directory.
    #[arg(short = 's')]
    no_user_site: bool,
    /// Do not import site.
    #[arg(short = 'S')]
    no_site: bool,
    /// Unbuffered standard output and error.
    #[arg(short = 'u')]
    unbuffered: bool,
    /// Trace imports.
    #[arg(short = 'v', action = ArgAction::Count)]
    verbose: u8,
    /// Do not print the version in interactive mode.
    #[arg(short = 'q')]
    quiet: bool,
    /// Go interactive afterwards.
    #[arg(short = 'i')]
    interactive: bool,
    /// Warn of comparing bytes with str; twice: raise.
    #[arg(short = 'b', action = ArgAction::Count)]
    bytes_warning: u8,
    /// Skip the first line of the script.
    #[arg(short = 'x')]
    skip_first_line: bool,
    /// Accepted, and without effect: parser debugging and hash randomisation, which is always on.
    #[arg(short = 'd', short_alias = 'R', action = ArgAction::Count, hide = true)]
    ignored: u8,
    /// Print the version.
    #[arg(short = 'V', long, action = ArgAction::Count)]
    version: u8,
    /// How hash-based .pyc files are checked.
    #[arg(long, value_name = "always|default|never", value_parser = ["always", "default", "never"])]
    check_hash_based_pycs: Option<String>,
    /// A warning filter.
    #[arg(short = 'W', value_name = "FILTER", allow_hyphen_values = true)]
    warnings: Vec<OsString>,
    /// An implementation option.
    #[arg(short = 'X', value_name = "OPTION")]
    implementation: Vec<OsString>,
    /// Take pure-Python modules from this CPython 3.10 Lib folder first.
    #[arg(long, value_name = "DIR", env = "MINIPY_STDLIB")]
    stdlib: Option<PathBuf>,
    /// The script, `-` for standard input, and its arguments.
    #[arg(value_name = "SCRIPT [ARGS]", trailing_var_arg = true)]
    script: Vec<OsString>,
}

impl RunArgs {
    /// What is to be run and its arguments.
    pub(super) fn rest(&self) -> &[OsString] {
        [&self.command, &self.module, &self.script]
            .into_iter()
            .find(|words| !words.is_empty())
            .map_or(&[], |words| words)
    }
}

/// Separates the value of `-c` and `-m` from them where it is attached, so that the arguments after it stay the program's:
/// `-Ic'x = 1' -v` becomes `-Ic 'x = 1' -v`. What python's command line allows, no parser of options does.
pub(super) fn detached(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut words = words.peekable();
    let mut out: Vec<OsString> = words.next().into_iter().collect();
    out.extend(words.next_if(|word| word == "run"));
    while let Some(word) = words.next_if(|word| word.as_encoded_bytes().starts_with(b"-") && word != "-") {
        let takes_value = ["--stdlib", "--check-hash-based-pycs"].iter().any(|option| word == *option);
        match word
            .to_str()
            .filter(|word| !word.starts_with("--"))
            .and_then(|word| word.find(['c', 'm', 'W', 'X']).map(|at| word.split_at(at + 1)))
        {
            Some((options, "")) => {
                out.push(options.into());
                if options.ends_with(['c', 'm']) {
                    break;
                }
                out.extend(words.next());
            }
            Some((options, value)) if options.ends_with(['c', 'm']) => {
                out.extend([options.into(), value.into()]);
                break;
            }
            _ => {
                out.push(word);
                if takes_value {
                    out.extend(words.next());
                }
            }
        }
    }
    out.extend(words);
    out
}

/// Runs it.
pub fn main(args: RunArgs) -> Result<ExitCode, CliError> {
    if args.version > 0 {
        let version = format!("Python 3.10.13 (minipy {})\n", env!("CARGO_PKG_VERSION"));
        stdio::with_stdout(|out| out.write_all(version.as_bytes())).map_err(CliError::Stdout)?;
        return Ok(ExitCode::SUCCESS);
    }
    Err(CliError::Failed("this build has no virtual machine".to_owned()))
}
