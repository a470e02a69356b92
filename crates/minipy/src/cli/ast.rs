//! `minipy ast`: the syntax tree of a source.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use minipy_parser::{Bump, ErrorKind, Mode, SourceText, SyntaxError};

use crate::host::{files, stdio};

use super::CliError;
use super::report::{self, ErrorFormat};

/// What to parse, and how to print it.
#[derive(Args)]
pub struct AstArgs {
    /// A source, or `-` for standard input.
    file: PathBuf,
    /// Print positions too.
    #[arg(short = 'a', long = "include-attributes")]
    attributes: bool,
    /// The form of source errors.
    #[arg(long, value_enum)]
    errors: Option<ErrorFormat>,
}

/// Prints the tree.
pub fn main(args: &AstArgs) -> Result<ExitCode, CliError> {
    let (bytes, filename) = if args.file == Path::new("-") {
        let bytes = files::read_stdin().map_err(|error| CliError::reading(Path::new("<stdin>"), error))?;
        (bytes, "<stdin>".to_owned())
    } else {
        let source = files::read(&args.file).map_err(|error| CliError::reading(&args.file, error))?;
        (source.bytes, args.file.to_string_lossy().into_owned())
    };
    let fail = |error| CliError::Source(error, ErrorFormat::or_default(args.errors), bytes.clone());
    let source = SourceText::decode_for_compile(&bytes, &filename).map_err(fail)?;
    let arena = Bump::new();
    let parsed = minipy_parser::parse(&source, Mode::Exec, &arena).map_err(fail)?;
    stdio::complain(&report::warnings(&source, &parsed.warnings));
    let text = minipy_parser::ast::dump(&parsed.module, args.attributes.then(|| source.lines())).map_err(|_| {
        fail(SyntaxError::new(ErrorKind::RecursionError, "maximum recursion depth exceeded", &filename))
    })?;
    stdio::with_stdout(|out| out.write_all(text.as_bytes())).map_err(CliError::Stdout)?;
    Ok(ExitCode::SUCCESS)
}
