//! The arguments of `minipy run`: python's own.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args};

/// What to run, with python's own options.
#[derive(Args, Default)]
pub struct RunArgs {
    /// Run this code; what follows are its arguments.
    #[arg(short = 'c', value_name = "CODE", num_args = 1.., allow_hyphen_values = true, conflicts_with = "script")]
    command: Vec<OsString>,
    /// Run this module; what follows are its arguments.
    #[arg(short = 'm', value_name = "MODULE", num_args = 1.., allow_hyphen_values = true, conflicts_with_all = ["script", "command"])]
    module: Vec<OsString>,
    /// Leave out assert statements; twice: docstrings too.
    #[arg(short = 'O', action = ArgAction::Count)]
    pub optimize: u8,
    /// Do not write .pyc files.
    #[arg(short = 'B')]
    pub dont_write_bytecode: bool,
    /// Ignore PYTHON* environment variables.
    #[arg(short = 'E')]
    pub ignore_environment: bool,
    /// Isolate from the user's environment.
    #[arg(short = 'I')]
    pub isolated: bool,
    /// Do not add the user's site directory.
    #[arg(short = 's')]
    pub no_user_site: bool,
    /// Do not import site.
    #[arg(short = 'S')]
    pub no_site: bool,
    /// Unbuffered standard output and error.
    #[arg(short = 'u')]
    pub unbuffered: bool,
    /// Trace imports.
    #[arg(short = 'v', action = ArgAction::Count)]
    pub verbose: u8,
    /// Do not print the version in interactive mode.
    #[arg(short = 'q')]
    pub quiet: bool,
    /// Go interactive afterwards.
    #[arg(short = 'i')]
    pub interactive: bool,
    /// Warn of comparing bytes with str; twice: raise.
    #[arg(short = 'b', action = ArgAction::Count)]
    pub bytes_warning: u8,
    /// Skip the first line of the script.
    #[arg(short = 'x')]
    pub skip_first_line: bool,
    /// Accepted, and without effect: parser debugging and hash randomisation, which is always on.
    #[arg(short = 'd', short_alias = 'R', action = ArgAction::Count, hide = true)]
    pub ignored: u8,
    /// Print the version.
    #[arg(short = 'V', long, action = ArgAction::Count)]
    pub version: u8,
    /// How hash-based .pyc files are checked.
    #[arg(long, value_name = "always|default|never", value_parser = ["always", "default", "never"])]
    pub check_hash_based_pycs: Option<String>,
    /// A warning filter.
    #[arg(short = 'W', value_name = "FILTER", allow_hyphen_values = true)]
    pub warnings: Vec<OsString>,
    /// An implementation option.
    #[arg(short = 'X', value_name = "OPTION")]
    pub implementation: Vec<OsString>,
    /// Take pure-Python modules from this CPython 3.10 Lib folder first.
    #[arg(long, value_name = "DIR", env = "MINIPY_STDLIB")]
    pub stdlib: Option<PathBuf>,
    /// The script, `-` for standard input, and its arguments.
    #[arg(value_name = "SCRIPT [ARGS]", trailing_var_arg = true)]
    script: Vec<OsString>,
}

/// What is to be run, with its arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Program<'a> {
    /// `-c`: this code.
    Code(&'a OsString, &'a [OsString]),
    /// `-m`: this module.
    Module(&'a OsString, &'a [OsString]),
    /// A script, a compiled file, a folder or a zip file; `-` for standard input.
    Script(&'a OsString, &'a [OsString]),
    /// Nothing named: standard input, interactive if it is a terminal.
    Interactive,
}

impl RunArgs {
    /// The arguments of a command line that only names a script and what the script is to get, the usual one: it needs
    /// no parser of options, whose start takes as long as that of many a module. `None` for any other.
    pub fn plain(words: &[OsString]) -> Option<RunArgs> {
        let script = match words {
            [_, run, script @ ..] if run == "run" => script,
            // Without `run` the word may be another command.
            [_, script @ ..] if script.first()?.as_encoded_bytes().contains(&b'.') => script,
            _ => return None,
        };
        let option = script.first()?.as_encoded_bytes().starts_with(b"-");
        let usual = !option && std::env::var_os("MINIPY_STDLIB").is_none();
        usual.then(|| RunArgs { script: script.to_vec(), ..RunArgs::default() })
    }

    /// What is to be run.
    pub fn program(&self) -> Program<'_> {
        match (self.command.split_first(), self.module.split_first(), self.script.split_first()) {
            (Some((code, args)), _, _) => Program::Code(code, args),
            (_, Some((module, args)), _) => Program::Module(module, args),
            (_, _, Some((script, args))) => Program::Script(script, args),
            _ => Program::Interactive,
        }
    }
}

/// Separates the value of `-c` and `-m` from them where it is attached, so that the arguments after it stay the program's:
/// `-Ic'x = 1' -v` becomes `-Ic 'x = 1' -v`. What python's command line allows, no parser of options does.
pub fn detached(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
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
