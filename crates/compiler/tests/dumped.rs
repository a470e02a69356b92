//! `compile_dumped` writes what marshal writes of the code object that `compile` makes.

use std::error::Error;
use std::path::{Path, PathBuf};

use minipy_bytecode::{Constant, marshal};
use minipy_compiler::{Options, compile, compile_dumped};
use minipy_parser::{Bump, Mode, SourceText, parse};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    Ok(())
}

#[test]
fn the_stream_is_that_of_the_code_object() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for folder in ["tests/bytecode", "tests/run", "examples"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder), &mut found)?;
    }
    let mut compared = 0;
    for path in found {
        let arena = Bump::new();
        // A file's name may also be one of its strings.
        let Ok(source) = SourceText::decode(&std::fs::read(&path)?, "__main__") else { continue };
        let Ok(parsed) = parse(&source, Mode::Exec, &arena) else { continue };
        let options = Options::default();
        let (Ok(compiled), Ok(dumped)) =
            (compile(&parsed, &source, &options), compile_dumped(&parsed, &source, &options, b"head".to_vec()))
        else {
            continue;
        };
        let expected = [&b"head"[..], &marshal::dumps(&Constant::Code(compiled.code))?].concat();
        assert!(dumped.bytes? == expected, "{}", path.display());
        compared += 1;
    }
    assert!(compared > 100, "only {compared} files");
    Ok(())
}
