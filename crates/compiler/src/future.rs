//! Future statements: which features a source asks for, and whether it may.
//!
//! Answers to `Python/future.c`.

use minipy_bytecode::code::CodeFlags;
use minipy_parser::SyntaxError;
use minipy_parser::ast::{Alias, Mod, Stmt, StmtKind, Stmts};
use minipy_parser::source::{Range, SourceText};

use crate::ast_opt::docstring;

/// The future features of a source.
#[derive(Clone, Copy, Debug)]
pub struct Future {
    /// Its own features, and those it inherits.
    pub features: CodeFlags,
    /// The line of the last future statement; -1 without one.
    pub lineno: i32,
}

/// Reads the future statements at the beginning of a source.
pub fn future_features(
    module: &Mod<'_>,
    source: &SourceText,
    inherited: CodeFlags,
) -> Result<Future, Box<SyntaxError>> {
    let mut future = Future { features: inherited, lineno: -1 };
    let body: Stmts<'_> = match module {
        Mod::Module { body } | Mod::Interactive { body } => body,
        Mod::Expression { .. } => return Ok(future),
    };
    let mut done = false;
    let mut prev_line = 0;
    for stmt in body.iter().skip(usize::from(docstring(body).is_some())) {
        let lineno = source.lines().lineno(stmt.range.start);
        if done && lineno > prev_line {
            break;
        }
        prev_line = lineno;
        match stmt.kind {
            StmtKind::ImportFrom { module: Some(module), names, .. } if module == "__future__" && !done => {
                for alias in names {
                    future.features |= feature(alias, stmt, source)?;
                }
                future.lineno = lineno as i32;
            }
            StmtKind::ImportFrom { module: Some(module), .. } if module == "__future__" => {
                return Err(error(source, stmt.range, 0, LATE_FUTURE));
            }
            _ => done = true,
        }
    }
    Ok(future)
}

/// What is said of a future statement that comes too late.
pub const LATE_FUTURE: &str = "from __future__ imports must occur at the beginning of the file";

fn feature(alias: &Alias<'_>, stmt: &Stmt<'_>, source: &SourceText) -> Result<CodeFlags, Box<SyntaxError>> {
    match alias.name.as_str() {
        "nested_scopes" | "generators" | "division" | "absolute_import" | "with_statement" | "print_function"
        | "unicode_literals" | "generator_stop" => Ok(CodeFlags::default()),
        "barry_as_FLUFL" => Ok(CodeFlags::FUTURE_BARRY_AS_BDFL),
        "annotations" => Ok(CodeFlags::FUTURE_ANNOTATIONS),
        "braces" => Err(error(source, stmt.range, 1, "not a chance")),
        name => {
            let shown: String = name.chars().take(100).collect();
            Err(error(source, stmt.range, 1, format!("future feature {shown} is not defined")))
        }
    }
}

/// These errors say where they start, not where they end; the column is off by one for late statements, as in CPython.
fn error(source: &SourceText, range: Range, column_base: i32, msg: impl Into<String>) -> Box<SyntaxError> {
    let mut error = SyntaxError::at(source, range, msg);
    error.offset = error.offset.map(|offset| offset - 1 + column_base);
    error.end_lineno = error.lineno;
    error.end_offset = None;
    error
}
