//! From bytes to code objects, whatever the bytes are.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use bumpalo::Bump;
use minipy_bytecode::pyc::{self, PycFault};
use minipy_bytecode::verify::VerifyError;
use minipy_bytecode::{CodeObject, VerifiedCode, verify_tree};
use minipy_parser::{Mode, SourceText, SyntaxError, Warning};

/// What a compilation can be told.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// 0; 1 leaves out `assert` statements (`-O`); 2 leaves out docstrings too (`-OO`).
    pub optimize: u8,
}

/// What compiling a source gives.
#[derive(Debug)]
pub struct Compiled {
    /// The code of the module or expression.
    pub code: Arc<CodeObject>,
    /// What parser and compiler warn of.
    pub warnings: Vec<Warning>,
}

/// Compiles the bytes of a source file named `filename` in messages and code objects.
pub fn compile(source: &[u8], filename: &str, mode: Mode, options: &Options) -> Result<Compiled, Box<SyntaxError>> {
    compile_text(&SourceText::decode(source, filename)?, mode, options)
}

/// Compiles a decoded source.
pub fn compile_text(source: &SourceText, mode: Mode, options: &Options) -> Result<Compiled, Box<SyntaxError>> {
    let arena = Bump::new();
    let parsed = minipy_parser::parse(source, mode, &arena)?;
    let _ = (parsed, options);
    Err(SyntaxError::new(minipy_parser::ErrorKind::SystemError, "this build has no compiler", source.filename()))
}

/// Whether these bytes are to be taken as a compiled file: they begin as one, or the name says so.
pub fn is_compiled(path: &Path, bytes: &[u8]) -> bool {
    pyc::has_magic(bytes) || path.extension().is_some_and(|extension| extension == "pyc")
}

/// Why a compiled file is refused.
#[derive(Debug)]
pub enum Refused {
    /// It cannot be read.
    Pyc(PycFault),
    /// Its code does not verify.
    Code(VerifyError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Pyc(fault) => fault.fmt(f),
            Refused::Code(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// Reads and verifies a compiled file.
pub fn load_pyc(bytes: &[u8]) -> Result<Arc<VerifiedCode>, Refused> {
    let (_, code) = pyc::read(bytes).map_err(Refused::Pyc)?;
    verify_tree(&code).map_err(Refused::Code)
}
