//! Lowering compiled files: every code object lowers, and no operand is out of range.

use std::path::Path;
use std::sync::Arc;

use minipy_bytecode::verify::{VerifiedCode, verify_tree};
use minipy_bytecode::{CodeObject, pyc};

use super::lower;
use crate::code::print::listing;

fn each(code: &Arc<VerifiedCode>, f: &mut dyn FnMut(&VerifiedCode)) {
    f(code);
    for index in 0..code.code().consts.len() {
        if let Some(nested) = code.nested(index) {
            each(nested, f);
        }
    }
}

fn check(path: &Path, counts: &mut (usize, usize, usize), show: bool) {
    let Ok(bytes) = std::fs::read(path) else { return };
    let Ok(code) = read(&bytes) else { return };
    let verified = verify_tree(&code).unwrap();
    each(&verified, &mut |code| {
        let assembly = lower(code).unwrap_or_else(|e| panic!("{path:?} {} {e:?}", code.code().name));
        counts.0 += 1;
        counts.1 += code.instrs().len();
        counts.2 += assembly.words.len();
        if show {
            println!("{}\n{}", code.code().name, listing(&assembly));
        }
    });
}

fn read(bytes: &[u8]) -> Result<Arc<CodeObject>, ()> {
    pyc::read(bytes).map(|(_, code)| code).map_err(drop)
}

/// Those of tests/pyc, and what `LOWER_PATH` names (a folder of `.pyc` files; one file is printed as well).
#[test]
fn compiled_files_lower() {
    let mut counts = (0, 0, 0);
    let mut work = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pyc/valid")];
    work.extend(std::env::var_os("LOWER_PATH").map(Into::into));
    while let Some(path) = work.pop() {
        match std::fs::read_dir(&path) {
            Ok(entries) => work.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) if path.extension().is_some_and(|extension| extension == "pyc") => {
                let show = std::env::var_os("LOWER_PATH").is_some_and(|named| path == Path::new(&named));
                check(&path, &mut counts, show);
            }
            Err(_) => {}
        }
    }
    println!("{counts:?}");
    assert!(counts.0 > 0, "tests/pyc/valid has no code");
}
