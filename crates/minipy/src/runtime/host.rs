//! The compiler behind `compile`, `eval`, `exec` and `import`.

use std::sync::Arc;

use minipy_bytecode::CodeObject;
use minipy_bytecode::code::CodeFlags;
use minipy_compiler::Options;
use minipy_parser::{ErrorKind, Mode, SourceText, SyntaxError, WarningCategory};
use minipy_vm::host::{Compiled, Failure, Host, Mode as VmMode, Request, SyntaxFailure, Warning};

use crate::program;

/// See the module.
pub struct Compiler;

/// PyCF_DONT_IMPLY_DEDENT.
const DONT_IMPLY_DEDENT: u32 = 0x200;
/// PyCF_ALLOW_TOP_LEVEL_AWAIT.
const TOP_LEVEL_AWAIT: u32 = 0x2000;
/// PyCF_ALLOW_INCOMPLETE_INPUT.
const ALLOW_INCOMPLETE_INPUT: u32 = 0x4000;

impl Host for Compiler {
    fn compile(&self, request: &Request<'_>) -> Result<Compiled, Box<Failure>> {
        let source = match (request.from_text, std::str::from_utf8(request.source)) {
            (true, Ok(text)) => SourceText::from_text(text, request.filename),
            _ => SourceText::decode_for_compile(request.source, request.filename),
        }
        .map_err(|error| failure(&error))?;
        let mode = match request.mode {
            VmMode::Exec => Mode::Exec,
            VmMode::Eval => Mode::Eval,
            VmMode::Single => Mode::Single,
        };
        let syntax = minipy_parser::Options {
            mode,
            imply_dedent: request.flags & DONT_IMPLY_DEDENT == 0,
            allow_incomplete_input: request.flags & ALLOW_INCOMPLETE_INPUT != 0,
        };
        let options = Options {
            optimize: request.optimize,
            inherited: CodeFlags(request.flags & !(DONT_IMPLY_DEDENT | TOP_LEVEL_AWAIT | ALLOW_INCOMPLETE_INPUT)),
            top_level_await: request.flags & TOP_LEVEL_AWAIT != 0,
            ..Options::default()
        };
        let compiled = program::compile(&source, syntax, &options).map_err(|error| failure(&error))?;
        let warnings = compiled.warnings.iter().map(|warning| Warning {
            category: match warning.category {
                WarningCategory::DeprecationWarning => "DeprecationWarning",
                WarningCategory::SyntaxWarning => "SyntaxWarning",
            },
            message: warning.msg.clone(),
            lineno: source.lines().lineno(warning.range.start),
            offset: Some(column(&source, warning.range.start)),
            end_lineno: Some(i64::from(source.lines().lineno(warning.range.end))),
            end_offset: Some(column(&source, warning.range.end)),
            text: Some(format!("{}\n", source.line(source.lines().lineno(warning.range.start)).trim_end_matches('\n'))),
        });
        Ok(Compiled { code: compiled.code, warnings: warnings.collect() })
    }

    fn disassemble(&self, code: &Arc<CodeObject>) -> String {
        let mut out = Vec::new();
        // Writing to memory does not fail.
        drop(minipy_bytecode::dis::write_listing(&mut out, code, &minipy_bytecode::dis::Options::default()));
        String::from_utf8_lossy(&out).into_owned()
    }
}

/// The 1-based column of a place in the text.
fn column(source: &SourceText, offset: u32) -> i64 {
    i64::from(offset.saturating_sub(source.lines().line_start(source.lines().lineno(offset)))) + 1
}

/// The exception that a source error is.
fn failure(error: &SyntaxError) -> Box<Failure> {
    if !matches!(error.kind, ErrorKind::SyntaxError | ErrorKind::IndentationError | ErrorKind::TabError) {
        return Box::new(Failure::Other(error.kind.name(), error.msg.clone()));
    }
    Box::new(Failure::Syntax(SyntaxFailure {
        kind: error.kind.name(),
        message: error.msg.clone(),
        lineno: error.lineno.map(i64::from),
        offset: error.offset.map(i64::from),
        end_lineno: error.end_lineno.map(i64::from),
        end_offset: error.end_offset.map(i64::from),
        text: error.text.clone(),
    }))
}
