//! `minipy run`, and `minipy` with a script or none.

mod args;

use std::io::Write;
use std::process::ExitCode;

use crate::host::stdio;

use super::CliError;

pub use args::{Program, RunArgs, detached};

/// Runs it.
pub fn main(args: RunArgs) -> Result<ExitCode, CliError> {
    if args.version > 0 {
        let version = format!("Python 3.10.13 (minipy {})\n", env!("CARGO_PKG_VERSION"));
        stdio::with_stdout(|out| out.write_all(version.as_bytes())).map_err(CliError::Stdout)?;
        return Ok(ExitCode::SUCCESS);
    }
    let _: Program<'_> = args.program();
    Err(CliError::Failed("this build has no virtual machine".to_owned()))
}
