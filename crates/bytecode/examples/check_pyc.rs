//! Checks folders of `.pyc` files made by CPython 3.10: every file must load, be the same when written and read
//! again (`--out DIR` keeps what is written), pass the verifier, and have everywhere the stack size that the verifier computes.
//!
//!     cargo run -p minipy-bytecode --example check_pyc -- [--out DIR] PATH...

use std::fs;
use std::path::{Path, PathBuf};

use std::sync::Arc;
use std::time::{Duration, Instant};

use minipy_bytecode::{VerifiedCode, pyc, verify_tree};

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1).peekable();
    let out = args.next_if(|arg| arg == "--out").and_then(|_| args.next()).map(PathBuf::from);
    let (mut files, mut bad) = (0, 0);
    let mut totals = Totals::default();
    for root in args.map(PathBuf::from) {
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ext| ext == "pyc") {
                    files += 1;
                    let out = out.as_ref().map(|out| out.join(path.strip_prefix(&root).unwrap_or(&path)));
                    if let Err(error) = check(&path, out.as_deref(), &mut totals) {
                        bad += 1;
                        println!("{}: {error}", path.display());
                    }
                }
            }
        }
    }
    println!(
        "{files} files, {bad} bad; {} code objects, {} of another stack size; {} instructions verified in {:?}; \
         read in {:?}, written in {:?}",
        totals.codes, totals.other_depth, totals.instrs, totals.verifying, totals.reading, totals.writing
    );
    Ok(())
}

#[derive(Default)]
struct Totals {
    codes: usize,
    other_depth: usize,
    instrs: usize,
    verifying: Duration,
    reading: Duration,
    writing: Duration,
}

fn check(path: &Path, out: Option<&Path>, totals: &mut Totals) -> Result<(), Box<dyn std::error::Error>> {
    let file = fs::read(path)?;
    let start = Instant::now();
    let (validation, code) = pyc::read(&file)?;
    totals.reading += start.elapsed();
    let start = Instant::now();
    let written = pyc::write(&code, validation)?;
    totals.writing += start.elapsed();
    let (_, again) = pyc::read(&written)?;
    if again != code {
        return Err("not the same when written and read again".into());
    }
    let start = Instant::now();
    let verified = verify_tree(&code)?;
    totals.verifying += start.elapsed();
    count(&verified, totals);
    if let Some(out) = out {
        out.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(out, written)?;
    }
    Ok(())
}

fn count(verified: &Arc<VerifiedCode>, totals: &mut Totals) {
    totals.codes += 1;
    totals.instrs += verified.instrs().len();
    let code = verified.code();
    if verified.max_depth() != code.stacksize {
        totals.other_depth += 1;
        println!(
            "{} line {}: depth {}, stack size {}",
            code.name,
            code.firstlineno,
            verified.max_depth(),
            code.stacksize
        );
    }
    for index in 0..code.consts.len() {
        if let Some(nested) = verified.nested(index) {
            count(nested, totals);
        }
    }
}
