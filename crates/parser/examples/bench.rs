//! Parses every `.py` file under the folders named, several times over, and prints the rate of each step.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use minipy_parser::{Bump, Mode, SourceText, parse};

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).expect("a folder").flatten() {
            collect(&entry.path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "py") {
        found.push(path.to_owned());
    }
}

fn main() {
    let mut paths = Vec::new();
    for arg in std::env::args().skip(1) {
        collect(Path::new(&arg), &mut paths);
    }
    let files: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).expect("a file")).collect();
    let mut arena = Bump::new();
    for _ in 0..5 {
        let (mut decoding, mut parsing, mut size, mut refused) = (Duration::ZERO, Duration::ZERO, 0, 0);
        for bytes in &files {
            let start = Instant::now();
            let Ok(source) = SourceText::decode(bytes, "x.py") else { continue };
            decoding += start.elapsed();
            let start = Instant::now();
            match parse(&source, Mode::Exec, &arena) {
                Ok(_) => {
                    parsing += start.elapsed();
                    size += bytes.len();
                }
                Err(_) => refused += 1,
            }
            arena.reset();
        }
        let rate = |time: Duration| size as f64 / time.as_secs_f64() / 1e6;
        println!(
            "{:.1} MB, {refused} refused: decode {:.0} MB/s, parse {:.1} MB/s",
            size as f64 / 1e6,
            rate(decoding),
            rate(parsing)
        );
    }
}
