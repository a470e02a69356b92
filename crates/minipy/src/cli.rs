//! The command line: one file a subcommand.

mod ast;
mod compile;
mod dis;
mod error;
mod report;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use error::CliError;

/// A Python 3.10 toolchain: run, compile, disassemble, parse.
#[derive(Parser)]
#[command(name = "minipy", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: run::RunArgs,
}

#[derive(Subcommand)]
enum Command {
    /// Run a script, a compiled file, a module or a command, as python does.
    Run(run::RunArgs),
    /// Compile sources to .pyc files.
    Compile(Box<compile::CompileArgs>),
    /// Print the bytecode of a source or a .pyc file, as python's dis module does.
    Dis(dis::DisArgs),
    /// Print the syntax tree of a source, as python's ast module does.
    Ast(ast::AstArgs),
}

/// Does what the process's arguments say.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => run::main(cli.run),
        Some(Command::Run(args)) => run::main(args),
        Some(Command::Compile(args)) => compile::main(*args),
        Some(Command::Dis(args)) => dis::main(args),
        Some(Command::Ast(args)) => ast::main(&args),
    };
    done.unwrap_or_else(|error| error.report())
}
