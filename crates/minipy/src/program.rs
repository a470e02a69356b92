//! From bytes to code objects, whatever the bytes are.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use bumpalo::Bump;
use minipy_bytecode::marshal::WriteError;
use minipy_bytecode::pyc::{self, PycFault, Validation};
use minipy_bytecode::verify::VerifyError;
use minipy_bytecode::{CodeObject, VerifiedCode, verify_tree};
use minipy_compiler::Options;
use minipy_parser::{Mode, SourceText, SyntaxError, Warning};

/// What compiling a source gives.
#[derive(Debug)]
pub struct Compiled {
    /// The code of the module or expression.
    pub code: Arc<CodeObject>,
    /// What parser and compiler warn of.
    pub warnings: Vec<Warning>,
}

/// Compiles a source.
pub fn compile(
    source: &SourceText,
    syntax: impl Into<minipy_parser::Options>,
    options: &Options,
) -> Result<Compiled, Box<SyntaxError>> {
    let arena = Bump::new();
    let parsed = minipy_parser::parse(source, syntax, &arena)?;
    let compiled = minipy_compiler::compile(&parsed, source, options).map_err(|error| without_text(error, source))?;
    let mut warnings = parsed.warnings;
    warnings.extend(compiled.warnings);
    Ok(Compiled { code: compiled.code, warnings })
}

/// CPython's compiler, behind its parser, reads the line of an error from the file: there is none for a source without.
fn without_text(mut error: Box<SyntaxError>, source: &SourceText) -> Box<SyntaxError> {
    if !Path::new(source.filename()).is_file() {
        error.text = None;
    }
    error
}

/// The `.pyc` files of a module at several optimisation levels.
#[derive(Debug)]
pub struct CompiledLevels {
    /// The bytes of the file of each level.
    pub files: Vec<Result<Vec<u8>, WriteError>>,
    /// What parser and compiler warn of, at the last level.
    pub warnings: Vec<Warning>,
}

/// Compiles a module at several optimisation levels to the contents of `.pyc` files, parsing it once.
pub fn compile_levels(
    source: &SourceText,
    levels: impl IntoIterator<Item = u8>,
    validation: Validation,
) -> Result<CompiledLevels, Box<SyntaxError>> {
    let arena = Bump::new();
    let parsed = minipy_parser::parse(source, Mode::Exec, &arena)?;
    let mut files = Vec::new();
    let mut warnings = Vec::new();
    for optimize in levels {
        // A file is about as large as its source.
        let mut file = Vec::with_capacity(pyc::HEADER_SIZE + source.text().len());
        file.extend_from_slice(&pyc::header(validation));
        let options = Options { optimize, ..Options::default() };
        let dumped = minipy_compiler::compile_dumped(&parsed, source, &options, file)?;
        files.push(dumped.bytes);
        warnings = dumped.warnings;
    }
    warnings.splice(0..0, parsed.warnings);
    Ok(CompiledLevels { files, warnings })
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
