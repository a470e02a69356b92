//! A mutation fuzzer for `.pyc` files.
//!
//!     cargo run -p minipy-bytecode --example mutate -- [--count N] [--seed N] PATH...
//!         loads, verifies, disassembles and rewrites N mutants in this process; none may panic or take long
//!     cargo run -p minipy-bytecode --example mutate -- --out DIR [--count N] [--seed N] PATH...
//!         writes N mutants to DIR, for `tests/fuzz/run_mutants.py`
//!
//! PATH is a `.pyc` file or a folder of them. The same seed and files give the same mutants.

mod mutation;
mod rng;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use minipy_bytecode::dis::{self, Options};
use minipy_bytecode::{pyc, verify_tree};

use rng::Rng;

/// How long a mutant of a file may take, as a multiple of what makes a test slow to watch.
const SLOW: Duration = Duration::from_secs(2);

struct Arguments {
    count: u64,
    seed: u64,
    out: Option<PathBuf>,
    paths: Vec<PathBuf>,
}

fn arguments() -> Result<Arguments, Box<dyn std::error::Error>> {
    let mut parsed = Arguments { count: 100_000, seed: 1, out: None, paths: Vec::new() };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--count" => parsed.count = value()?.parse()?,
            "--seed" => parsed.seed = value()?.parse()?,
            "--out" => parsed.out = Some(value()?.into()),
            _ => parsed.paths.push(arg.into()),
        }
    }
    Ok(parsed)
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let arguments = arguments()?;
    let mut files = Vec::new();
    for path in &arguments.paths {
        collect(path, &mut files)?;
    }
    files.sort();
    if files.is_empty() {
        return Err("no .pyc files".into());
    }
    let mut tally = Tally::default();
    for number in 0..arguments.count {
        let mut rng = Rng::new(arguments.seed, number);
        let Some(path) = files.get(rng.below(files.len())) else { continue };
        let mutant = mutation::mutate(&fs::read(path)?, &mut rng);
        match &arguments.out {
            Some(folder) => fs::write(folder.join(format!("{number:06}.pyc")), mutant)?,
            None => tally.judge(number, path, &mutant),
        }
    }
    if arguments.out.is_some() {
        return Ok(ExitCode::SUCCESS);
    }
    println!(
        "{} mutants of {} files: {} do not load, {} do not verify, {} pass; {} panics, {} slow",
        arguments.count,
        files.len(),
        tally.unreadable,
        tally.unverified,
        tally.passed,
        tally.panics,
        tally.slow
    );
    Ok(if tally.panics + tally.slow == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.extension().is_some_and(|extension| extension == "pyc") {
        files.push(path.to_owned());
    }
    Ok(())
}

#[derive(Default)]
struct Tally {
    unreadable: u64,
    unverified: u64,
    passed: u64,
    panics: u64,
    slow: u64,
}

/// How far a mutant came.
enum Verdict {
    Unreadable,
    Unverified,
    Passed,
}

impl Tally {
    fn judge(&mut self, number: u64, path: &Path, mutant: &[u8]) {
        let start = Instant::now();
        match std::panic::catch_unwind(|| examine(mutant)) {
            Ok(Verdict::Unreadable) => self.unreadable += 1,
            Ok(Verdict::Unverified) => self.unverified += 1,
            Ok(Verdict::Passed) => self.passed += 1,
            Err(_) => {
                self.panics += 1;
                println!("mutant {number} of {}: panic", path.display());
            }
        }
        if start.elapsed() > SLOW {
            self.slow += 1;
            println!("mutant {number} of {}: {:?}", path.display(), start.elapsed());
        }
    }
}

fn examine(mutant: &[u8]) -> Verdict {
    let Ok((validation, code)) = pyc::read(mutant) else { return Verdict::Unreadable };
    let options = Options::default();
    // A sink takes everything; what matters is that rendering comes to an end.
    let _ = dis::write_listing(&mut io::sink(), &code, &options);
    let _ = dis::write_json(&mut io::sink(), &code, &options);
    let _ = pyc::write(&code, validation);
    match verify_tree(&code) {
        Ok(_) => Verdict::Passed,
        Err(_) => Verdict::Unverified,
    }
}
