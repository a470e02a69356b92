//! The `minipy` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    minipy::cli::main()
}
