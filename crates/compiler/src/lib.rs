//! minipy-compiler: from syntax tree to code object, field for field what CPython 3.10 makes.
//!
//! The passes, in order: [`future`] statements; [`symtable`], which also folds constants ([`ast_opt`]); code generation
//! into basic blocks ([`codegen`], [`cfg`]); and `assemble`, which rewrites the blocks and lays them out.
//! All of it is linear in the size of the source, and none of it can overflow the stack ([`depth`]).
//!
//! What CPython does, rule by rule, is in [`rules`].

#[doc = include_str!("../RULES.md")]
pub mod rules {}

mod annotation;
mod assemble;
mod ast_opt;
mod cfg;
mod codegen;
mod compilation;
mod consts;
mod depth;
mod dump;
mod future;
mod index;
mod materialize;
mod names;
mod options;
pub mod symtable;

use std::sync::Arc;

use bumpalo::Bump;
use minipy_bytecode::CodeObject;
use minipy_bytecode::marshal::WriteError;
use minipy_parser::source::SourceText;
use minipy_parser::{Parsed, SyntaxError, Warning};

pub use names::StrId;
pub use options::Options;

use ast_opt::Folds;
use compilation::Compilation;
use consts::{Code, Consts};
use dump::Dumper;
use materialize::Materializer;
use names::Strings;

/// A compiled source.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The code object of the whole source.
    pub code: Arc<CodeObject>,
    /// The compiler's warnings; those of the parser are in [`Parsed`].
    pub warnings: Vec<Warning>,
}

/// The symbol tables of a source, as the module `symtable` shows them.
pub struct SymbolTables {
    /// The blocks.
    pub table: symtable::SymbolTable,
    names: Vec<String>,
}

impl SymbolTables {
    /// The text of a name in the table.
    pub fn name(&self, id: StrId) -> &str {
        self.names.get(id.0 as usize).map_or("", String::as_str)
    }
}

/// Makes the symbol tables of a tree, without code.
pub fn symbol_tables(
    parsed: &Parsed<'_>,
    source: &SourceText,
    options: &Options,
) -> Result<SymbolTables, Box<SyntaxError>> {
    let arena = Bump::new();
    let mut compilation = compilation(parsed, source, options, &arena)?;
    let table = symtable::build::symbol_table(&mut compilation, &parsed.module)?;
    let strings = &compilation.strings;
    let names = (0..strings.count()).map(|at| strings.str(StrId(at as u32)).to_owned()).collect();
    Ok(SymbolTables { table, names })
}

/// A source compiled to a marshal stream.
#[derive(Clone, Debug)]
pub struct Dumped {
    /// What was given, and the code object of the whole source behind it.
    pub bytes: Result<Vec<u8>, WriteError>,
    /// The compiler's warnings; those of the parser are in [`Parsed`].
    pub warnings: Vec<Warning>,
}

/// Compiles a tree. `source` is the text it was parsed from, for positions and for the file's name.
pub fn compile(parsed: &Parsed<'_>, source: &SourceText, options: &Options) -> Result<Compiled, Box<SyntaxError>> {
    let arena = Bump::new();
    let (compilation, code) = code(parsed, source, options, &arena)?;
    let mut materializer = Materializer::new(&compilation.consts, &compilation.strings, source.filename());
    let code = materializer.code(code);
    Ok(Compiled { code, warnings: compilation.warnings })
}

/// As [`compile`], but writes the code object behind what is in `out`, as `marshal::dumps` would.
pub fn compile_dumped(
    parsed: &Parsed<'_>,
    source: &SourceText,
    options: &Options,
    out: Vec<u8>,
) -> Result<Dumped, Box<SyntaxError>> {
    let arena = Bump::new();
    let (mut compilation, code) = code(parsed, source, options, &arena)?;
    let filename = compilation.strings.intern_owned(source.filename());
    let bytes = Dumper::new(&compilation.consts, &compilation.strings, filename, out).dump(code);
    Ok(Dumped { bytes, warnings: compilation.warnings })
}

fn code<'a>(
    parsed: &Parsed<'a>,
    source: &'a SourceText,
    options: &'a Options,
    arena: &'a Bump,
) -> Result<(Compilation<'a>, &'a Code<'a>), Box<SyntaxError>> {
    let mut compilation = compilation(parsed, source, options, arena)?;
    let table = symtable::build::symbol_table(&mut compilation, &parsed.module)?;
    let code = codegen::generate(&mut compilation, table, &parsed.module)?;
    Ok((compilation, code))
}

fn compilation<'a>(
    parsed: &Parsed<'_>,
    source: &'a SourceText,
    options: &'a Options,
    arena: &'a Bump,
) -> Result<Compilation<'a>, Box<SyntaxError>> {
    Ok(Compilation {
        arena,
        source,
        options,
        future: future::future_features(&parsed.module, source, options.inherited)?,
        strings: Strings::new(arena, source.text().len()),
        consts: Consts::new(arena),
        folds: Folds::default(),
        warnings: Vec::new(),
    })
}
