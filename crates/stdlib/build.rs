//! Compiles the library's Python modules with our own compiler and writes the table that `library()` embeds.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::{env, process};

use bumpalo::Bump;
use minipy_bytecode::Constant;
use minipy_bytecode::marshal;
use minipy_compiler::Options;
use minipy_parser::{Mode, SourceText};

/// A module: its full name, whether it is a package, its file.
struct Module {
    name: String,
    is_package: bool,
    file: PathBuf,
}

fn main() {
    if let Err(error) = embed() {
        eprintln!("{error}");
        process::exit(1);
    }
}

fn embed() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=python");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("python");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut modules = Vec::new();
    find(&root, "", &mut modules)?;
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    let mut table = String::from("&[\n");
    for module in &modules {
        let code = out.join(format!("{}.marshal", module.name));
        fs::write(&code, compile(module)?)?;
        let Module { name, is_package, .. } = module;
        writeln!(table, "    Frozen {{ name: {name:?}, is_package: {is_package}, code: include_bytes!({code:?}) }},")?;
    }
    table.push_str("]\n");
    fs::write(out.join("frozen.rs"), table)?;
    Ok(())
}

/// Adds the modules in `folder`, whose package is `package`.
fn find(folder: &Path, package: &str, modules: &mut Vec<Module>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let full = if package.is_empty() { stem.to_owned() } else { format!("{package}.{stem}") };
        if path.is_dir() {
            if path.join("__init__.py").exists() {
                find(&path, &full, modules)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let is_package = stem == "__init__";
            let name = if is_package { package.to_owned() } else { full };
            modules.push(Module { name, is_package, file: path });
        }
    }
    Ok(())
}

fn compile(module: &Module) -> Result<Vec<u8>, Box<dyn Error>> {
    let bytes = fs::read(&module.file)?;
    let failed = |error: &dyn std::fmt::Debug| format!("{}: {error:?}", module.file.display());
    let source =
        SourceText::decode_for_compile(&bytes, &format!("<frozen {}>", module.name)).map_err(|e| failed(&e))?;
    let arena = Bump::new();
    let parsed = minipy_parser::parse(&source, Mode::Exec, &arena).map_err(|e| failed(&e))?;
    let compiled = minipy_compiler::compile(&parsed, &source, &Options::default()).map_err(|e| failed(&e))?;
    Ok(marshal::dumps(&Constant::Code(compiled.code)).map_err(|e| failed(&e))?)
}
