//! The `minipy` command.

use std::process::ExitCode;

#[global_allocator]
static MEMORY: minipy_vm::heap::global::Allocator = minipy_vm::heap::global::Allocator;

fn main() -> ExitCode {
    minipy::cli::main()
}
