//! `minipy dis`: the bytecode of a source or a compiled file.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgAction, ArgGroup, Args, ValueEnum};
use minipy_bytecode::dis::{self, Options, Style};
use minipy_bytecode::{CodeObject, pyc, verify_tree};
use minipy_compiler::Options as CompilerOptions;
use minipy_parser::{Mode, SourceText};

use crate::host::{files, stdio};
use crate::program::{self, Refused};

use super::CliError;
use super::report::{self, ErrorFormat};

/// What to disassemble, and how to print it.
#[derive(Args)]
#[command(group = ArgGroup::new("what").required(true).args(["file", "code"]))]
pub struct DisArgs {
    /// A source, a .pyc file, or `-` for a source on standard input.
    file: Option<PathBuf>,
    /// Disassemble this code.
    #[arg(short = 'c', value_name = "CODE", allow_hyphen_values = true)]
    code: Option<String>,
    /// The form of the listing.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Colours.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// How deep to go into nested code objects.
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    /// Only the code objects of this qualified name.
    #[arg(long = "code", value_name = "NAME")]
    name: Option<String>,
    /// Leave out assert statements; twice: docstrings too.
    #[arg(short = 'O', action = ArgAction::Count)]
    optimize: u8,
    /// The form of source errors.
    #[arg(long, value_enum)]
    errors: Option<ErrorFormat>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

/// Prints the listing. A compiled file that does not verify is listed all the same, and refused after that.
pub fn main(args: DisArgs) -> Result<ExitCode, CliError> {
    let (code, refused) = load(&args)?;
    let codes = match &args.name {
        None => vec![code],
        Some(name) => dis::find(&code, name),
    };
    if codes.is_empty() {
        return Err(CliError::Failed(format!("no code object is named '{}'", args.name.unwrap_or_default())));
    }
    stdio::with_stdout(|out| print(out, &codes, &args)).map_err(CliError::Stdout)?;
    refused.map_or(Ok(ExitCode::SUCCESS), Err)
}

fn print(out: &mut impl io::Write, codes: &[Arc<CodeObject>], args: &DisArgs) -> io::Result<()> {
    let coloured = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => stdio::stdout_has_colour(),
    };
    let style = if coloured { Style::Ansi } else { Style::Plain };
    let options = Options { depth: args.depth, style, ..Options::default() };
    for (index, code) in codes.iter().enumerate() {
        match args.format {
            Format::Json => dis::write_json(out, code, &options)?,
            Format::Text => {
                out.write_all(if index == 0 { b"" } else { b"\n" })?;
                dis::write_listing(out, code, &options)?;
            }
        }
    }
    Ok(())
}

/// The code to list, and why it must not run, if it must not.
fn load(args: &DisArgs) -> Result<(Arc<CodeObject>, Option<CliError>), CliError> {
    if let Some(code) = &args.code {
        return compile_text(code, args).map(|code| (code, None));
    }
    let path = args.file.as_deref().unwrap_or(Path::new("-"));
    if path == Path::new("-") {
        let bytes = files::read_stdin().map_err(|error| CliError::reading(Path::new("<stdin>"), error))?;
        return compile(&bytes, "<stdin>", args).map(|code| (code, None));
    }
    let bytes = files::read(path).map_err(|error| CliError::reading(path, error))?.bytes;
    if !program::is_compiled(path, &bytes) {
        return compile(&bytes, &path.to_string_lossy(), args).map(|code| (code, None));
    }
    let refuse = |why| CliError::Refused(path.to_owned(), why);
    let (_, code) = pyc::read(&bytes).map_err(|fault| refuse(Refused::Pyc(fault)))?;
    let refused = verify_tree(&code).err().map(|error| refuse(Refused::Code(error)));
    Ok((code, refused))
}

fn compile(bytes: &[u8], filename: &str, args: &DisArgs) -> Result<Arc<CodeObject>, CliError> {
    let fail = |error| CliError::Source(error, ErrorFormat::or_default(args.errors), bytes.to_owned());
    let source = SourceText::decode_for_compile(bytes, filename).map_err(fail)?;
    let options = CompilerOptions { optimize: args.optimize.min(2), ..CompilerOptions::default() };
    let compiled = program::compile(&source, Mode::Exec, &options).map_err(fail)?;
    stdio::complain(&report::warnings(&source, &compiled.warnings));
    Ok(compiled.code)
}

/// As `dis.dis` takes a str: an expression if it is one, statements otherwise.
fn compile_text(text: &str, args: &DisArgs) -> Result<Arc<CodeObject>, CliError> {
    let fail = |error| CliError::Source(error, ErrorFormat::or_default(args.errors), text.as_bytes().to_owned());
    let source = SourceText::from_text(text, "<dis>").map_err(fail)?;
    let options = CompilerOptions { optimize: args.optimize.min(2), ..CompilerOptions::default() };
    let compiled = match program::compile(&source, Mode::Eval, &options) {
        Ok(compiled) => compiled,
        Err(_) => program::compile(&source, Mode::Exec, &options).map_err(fail)?,
    };
    stdio::complain(&report::warnings(&source, &compiled.warnings));
    Ok(compiled.code)
}
