//! The data-driven suite: every file under `tests/` and `examples/` is a test of its own, named by its path.
//!
//! `cargo test --test suite tests/run/str` runs the tests whose path contains that text. A test is added by dropping
//! a file into a folder; `CONTRIBUTING.md` says which. Expectations were recorded from CPython 3.10 by
//! `tests/record.py` and are only read here: no Python is needed.

mod compare;
mod error;
mod files;
mod listing;
mod process;
mod program;
mod pyc;
mod tree;

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How the test in one file is judged.
type Judge = fn(&Path) -> Result<(), Failed>;

/// The folders of tests: where, how far below it a test may stand, the ending of its file, and the judge.
const SUITES: &[(&str, usize, &str, Judge)] = &[
    ("examples", 2, "py", program::judge),
    ("tests/run", 2, "py", program::judge),
    ("tests/crashes", 1, "py", program::judge_survival),
    ("tests/crashes", 1, "pyc", program::judge_survival),
    ("tests/syntax/ok", 1, "py", tree::judge),
    ("tests/syntax/err", 1, "py", error::judge),
    ("tests/bytecode", 2, "py", listing::judge),
    ("tests/pyc/valid", 1, "pyc", pyc::judge_valid),
    ("tests/pyc/malformed", 1, "pyc", pyc::judge_malformed),
];

fn trials() -> std::io::Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for &(folder, depth, ending, judge) in SUITES {
        for path in files::tests_in(Path::new(folder), depth, ending)? {
            let name = path.display().to_string();
            let absolute: PathBuf = files::root().join(path);
            trials.push(Trial::test(name, move || judge(&absolute)));
        }
    }
    Ok(trials)
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("cannot read the test folders: {error}");
            ExitCode::FAILURE
        }
    }
}
