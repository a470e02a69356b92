//! Checks folders of `.pyc` files made by CPython 3.10: every file must load, and what is loaded must be written back to
//! `--out DIR` (for a comparison there).
//!
//!     cargo run -p minipy-bytecode --example check_pyc -- [--out DIR] PATH...

use std::fs;
use std::path::{Path, PathBuf};

use minipy_bytecode::pyc;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1).peekable();
    let out = args.next_if(|arg| arg == "--out").and_then(|_| args.next()).map(PathBuf::from);
    let (mut files, mut bad) = (0, 0);
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
                    if let Err(error) = check(&path, out.as_deref()) {
                        bad += 1;
                        println!("{}: {error}", path.display());
                    }
                }
            }
        }
    }
    println!("{files} files, {bad} bad");
    Ok(())
}

fn check(path: &Path, out: Option<&Path>) -> Result<(), Box<dyn std::error::Error>> {
    let (validation, code) = pyc::read(&fs::read(path)?)?;
    let written = pyc::write(&code, validation)?;
    let (_, again) = pyc::read(&written)?;
    if again != code {
        return Err("not the same when written and read again".into());
    }
    if let Some(out) = out {
        out.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(out, written)?;
    }
    Ok(())
}
