//! The command line: one file a subcommand.

mod ast;
mod compile;
mod dis;
mod error;
mod report;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::host::environment;

pub use error::CliError;

/// A Python 3.10 toolchain: run, compile, disassemble, parse.
#[derive(Parser)]
#[command(name = "minipy", args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
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
    let words: Vec<_> = environment::arguments().collect();
    let cli = match run::RunArgs::plain(&words) {
        Some(run) => Cli { command: None, run },
        None => Cli::parse_from(run::detached(words.into_iter())),
    };
    let done = match cli.command {
        None => run::main(cli.run),
        Some(Command::Run(args)) => run::main(args),
        Some(Command::Compile(args)) => compile::main(*args),
        Some(Command::Dis(args)) => dis::main(args),
        Some(Command::Ast(args)) => ast::main(&args),
    };
    done.unwrap_or_else(|error| error.report())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    fn parse(line: &str) -> run::RunArgs {
        let words = std::iter::once("minipy").chain(line.split(' ').filter(|word| !word.is_empty()));
        let cli = Cli::try_parse_from(run::detached(words.map(OsString::from)))
            .unwrap_or_else(|error| panic!("{line}: {error}"));
        match cli.command {
            None => cli.run,
            Some(Command::Run(args)) => args,
            Some(_) => panic!("{line}: another command"),
        }
    }

    fn words(args: &run::RunArgs) -> Vec<&str> {
        match args.program() {
            run::Program::Code(first, rest) | run::Program::Module(first, rest) | run::Program::Script(first, rest) => {
                std::iter::once(first).chain(rest).filter_map(|word| word.to_str()).collect()
            }
            run::Program::Interactive => Vec::new(),
        }
    }

    /// A line that only names a script is read without clap, with the same result; any other line is clap's.
    #[test]
    fn plain_lines_mean_what_clap_says() {
        let plain = |line: &str| {
            let line: Vec<OsString> = std::iter::once("minipy").chain(line.split(' ')).map(OsString::from).collect();
            run::RunArgs::plain(&line)
        };
        for line in ["run script.py", "script.py", "run script -v x -c --help", "./script run", "run compile a.py"] {
            let read = plain(line).unwrap_or_else(|| panic!("{line}: is plain"));
            assert_eq!(words(&read), words(&parse(line)));
        }
        for line in
            ["run", "run -v script.py", "-c code", "compile a.py", "dis a.py", "run - x", "run -- a.py", "script"]
        {
            assert!(plain(line).is_none(), "{line}: is clap's");
        }
    }

    /// What comes after the script, the code or the module is the program's, whatever it looks like.
    #[test]
    fn options_end_where_pythons_do() {
        for prefix in ["", "run "] {
            let args = parse(&format!("{prefix}-OBW ignore -Wdefault script.py -v -c x --frob -- run"));
            assert_eq!(words(&args), ["script.py", "-v", "-c", "x", "--frob", "--", "run"]);
            let args = parse(&format!("{prefix}-c code -v -m --help compile"));
            assert_eq!(words(&args), ["code", "-v", "-m", "--help", "compile"]);
            let args = parse(&format!("{prefix}-Icx=1 -v"));
            assert_eq!(words(&args), ["x=1", "-v"]);
            let args = parse(&format!("{prefix}-m timeit -n 3 -- -c x"));
            assert_eq!(words(&args), ["timeit", "-n", "3", "--", "-c", "x"]);
            let args = parse(&format!("{prefix}- -x"));
            assert_eq!(words(&args), ["-", "-x"]);
            assert_eq!(parse(prefix).program(), run::Program::Interactive);
        }
    }
}
