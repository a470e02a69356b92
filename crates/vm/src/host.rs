//! The hook through which the Vm reaches the compiler. Running a `.pyc` needs neither parser nor compiler, so this
//! crate knows of neither: the binary fills the hook in.

use std::sync::Arc;

use minipy_bytecode::CodeObject;

/// What a source is compiled to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// A module.
    Exec,
    /// An expression.
    Eval,
    /// An interactive statement.
    Single,
}

/// A source to compile.
pub struct Request<'a> {
    /// The bytes: UTF-8, or of the encoding its cookie names.
    pub source: &'a [u8],
    /// The source was a str: its cookie does not count.
    pub from_text: bool,
    /// `co_filename`.
    pub filename: &'a str,
    /// See [`Mode`].
    pub mode: Mode,
    /// Flags of futures in effect (`CO_FUTURE_*` bits) and PyCF_ALLOW_TOP_LEVEL_AWAIT.
    pub flags: u32,
    /// 0, 1 or 2.
    pub optimize: u8,
}

/// Why a source does not compile.
pub enum Failure {
    /// SyntaxError or a subclass.
    Syntax(SyntaxFailure),
    /// Another exception: its name (ValueError, RecursionError, MemoryError, OverflowError) and message.
    Other(&'static str, String),
}

/// The attributes of a SyntaxError.
#[derive(Debug, Default, Clone)]
pub struct SyntaxFailure {
    /// SyntaxError, IndentationError or TabError.
    pub kind: &'static str,
    /// `msg`.
    pub message: String,
    /// `lineno`, 1-based.
    pub lineno: Option<i64>,
    /// `offset`, 1-based in characters.
    pub offset: Option<i64>,
    /// `end_lineno`.
    pub end_lineno: Option<i64>,
    /// `end_offset`.
    pub end_offset: Option<i64>,
    /// `text`: the line.
    pub text: Option<String>,
}

/// A warning of the compiler.
pub struct Warning {
    /// SyntaxWarning or DeprecationWarning.
    pub category: &'static str,
    /// Its text.
    pub message: String,
    /// The line.
    pub lineno: u32,
    /// Where it would point to as an error: see [`SyntaxFailure`].
    pub offset: Option<i64>,
    /// See `offset`.
    pub end_lineno: Option<i64>,
    /// See `offset`.
    pub end_offset: Option<i64>,
    /// See `offset`.
    pub text: Option<String>,
}

/// A compiled source.
pub struct Compiled {
    /// The module's code.
    pub code: Arc<CodeObject>,
    /// What the compiler warns of.
    pub warnings: Vec<Warning>,
}

/// The compiler, as the Vm sees it.
pub trait Host {
    /// Compiles a source.
    fn compile(&self, request: &Request<'_>) -> Result<Compiled, Box<Failure>>;
    /// The listing of a code object and all nested in it, as `dis.dis` prints it. `last` marks an instruction with `-->`.
    fn disassemble(&self, code: &Arc<CodeObject>) -> String {
        let _ = code;
        String::new()
    }
}
