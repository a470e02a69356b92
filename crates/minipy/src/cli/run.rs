//! `minipy run`, and `minipy` with a script or none.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args};

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
    #[arg(value_name = "SCRIPT [ARGS]", trailing_var_arg = true, allow_hyphen_values = true)]
    script: Vec<OsString>,
}

/// Runs it.
pub fn main(args: RunArgs) -> Result<ExitCode, CliError> {
    let _ = args;
    Err(CliError::Failed("this build has no virtual machine".to_owned()))
}
