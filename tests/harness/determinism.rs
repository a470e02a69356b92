//! The same sources and options make the same `.pyc` files, byte for byte: whatever the number of threads, the hash seed, and
//! the run. (`tests/pyc_files.py` does the same with any folder, and asks CPython whether it takes the files.)
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Copies the sources below a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            fs::write(&target, fs::read(&path).unwrap()).unwrap();
        }
    }
}

/// Collects the `.pyc` files below a folder.
fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "pyc") {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
}

#[test]
fn same_bytes_whatever_the_threads_and_the_hash_seed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("determinism");
    let _ = fs::remove_dir_all(&scratch);
    for folder in ["tests", "examples"] {
        copy(&root.join(folder), &scratch.join(folder));
    }
    let run = |threads: &str, seed: &str| {
        // Some of the sources are tests of what must be refused, so the exit status tells nothing.
        let status = Command::new(env!("CARGO_BIN_EXE_minipy"))
            .args(["compile", "-f", "-qq", "--opt-level", "0,1,2", "-j", threads])
            .arg(&scratch)
            .env("PYTHONHASHSEED", seed)
            .env_remove("SOURCE_DATE_EPOCH")
            .stderr(Stdio::null())
            .status();
        assert!(status.unwrap().code().is_some());
        let mut files = BTreeMap::new();
        collect(&scratch, &mut files);
        files
    };
    let first = run("1", "0");
    assert!(first.len() > 1000, "{} files", first.len());
    for (threads, seed) in [("2", "1"), ("2", "4242")] {
        let again = run(threads, seed);
        let differing: Vec<_> = first.keys().filter(|path| again.get(*path) != first.get(*path)).collect();
        assert!(differing.is_empty() && again.len() == first.len(), "{threads} threads, seed {seed}: {differing:?}");
    }
    fs::remove_dir_all(&scratch).unwrap();
}
