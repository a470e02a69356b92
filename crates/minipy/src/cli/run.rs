//! `minipy run`, and `minipy` with a script or none.

mod args;
mod config;

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::host::{files, stdio};
use crate::program;
use crate::runtime::{self, Launch, Start};

use super::CliError;

pub use args::{Program, RunArgs, detached};

/// Runs it.
pub fn main(args: RunArgs) -> Result<ExitCode, CliError> {
    if args.version > 0 {
        let version = format!("Python 3.10.13 (minipy {})\n", env!("CARGO_PKG_VERSION"));
        stdio::with_stdout(|out| out.write_all(version.as_bytes())).map_err(CliError::Stdout)?;
        return Ok(ExitCode::SUCCESS);
    }
    let program = args.program();
    let start = match start(program) {
        Ok(start) => start,
        Err(Trouble::Cli(error)) => return Err(error),
        Err(Trouble::CannotOpen(message)) => {
            eprintln!("{message}");
            return Ok(ExitCode::from(2));
        }
    };
    let config = config::of(&args, program);
    match runtime::with_vm(config, move |vm| Launch { start }.run(vm)) {
        Some(status) => Ok(ExitCode::from(status)),
        None => Err(CliError::Failed("the interpreter ended unexpectedly".to_owned())),
    }
}

/// Why there is nothing to run.
enum Trouble {
    Cli(CliError),
    /// In python's words.
    CannotOpen(String),
}

fn start(program: Program<'_>) -> Result<Start, Trouble> {
    match program {
        Program::Code(code, _) => Ok(Start::Code(format!("{}\n", code.to_string_lossy()))),
        Program::Module(module, _) => Ok(Start::Module(module.to_string_lossy().into_owned())),
        Program::Script(script, _) if script != "-" => file(script),
        Program::Script(..) | Program::Interactive => {
            if matches!(program, Program::Interactive) && std::io::stdin().is_terminal() {
                return Err(Trouble::Cli(CliError::Usage(
                    "the interactive mode is not part of this version: name a script, -c or -m".to_owned(),
                )));
            }
            let bytes =
                files::read_stdin().map_err(|error| Trouble::Cli(CliError::reading(Path::new("<stdin>"), error)))?;
            Ok(Start::File("<stdin>".to_owned(), bytes))
        }
    }
}

/// As CPython completes the name of the script: the working folder stands before it, nothing else changes.
fn absolute(path: &Path) -> PathBuf {
    match std::env::current_dir() {
        Ok(folder) if path.is_relative() => folder.join(path),
        _ => path.to_owned(),
    }
}

fn file(script: &OsStr) -> Result<Start, Trouble> {
    let path = Path::new(script);
    let shown = absolute(path);
    let name = shown.to_string_lossy().into_owned();
    if path.is_dir() {
        if path.join("__main__.py").is_file() || path.join("__main__.pyc").is_file() {
            return Ok(Start::Folder(name));
        }
        return Err(Trouble::CannotOpen(format!("minipy: can't find '__main__' module in '{}'", shown.display())));
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let number = error.raw_os_error().map_or(String::new(), |number| format!("[Errno {number}] "));
            let words = files::describe(&error);
            return Err(Trouble::CannotOpen(format!("minipy: can't open file '{}': {number}{words}", shown.display())));
        }
    };
    if program::is_compiled(path, &bytes) {
        program::load_pyc(&bytes).map_err(|refused| Trouble::Cli(CliError::Refused(path.to_owned(), refused)))?;
    }
    Ok(Start::File(name, bytes))
}
