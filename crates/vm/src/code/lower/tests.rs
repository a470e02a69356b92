//! Lowering all of CPython's library, where there is one: every code object lowers, and no operand is out of range.

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

#[test]
fn the_library_lowers() {
    let mut counts = (0, 0, 0);
    if let Ok(file) = std::env::var("LOWER_PYC") {
        check(Path::new(&file), &mut counts, true);
    }
    let mut work = vec![std::path::PathBuf::from("/root/.pyenv/versions/3.10.13/lib/python3.10")];
    while let Some(dir) = work.pop() {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                work.push(path);
            } else if path.to_string_lossy().ends_with(".cpython-310.pyc") {
                check(&path, &mut counts, false);
            }
        }
    }
    println!("{counts:?}");
}
