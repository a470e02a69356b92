//! A fuzzer for the parser and the compiler.
//!
//!     cargo run --release -p minipy-compiler --example fuzz -- [--seconds N] [--seed N] [--kind soup|splice|bytes]
//!         [--jobs N] [--keep DIR] [--python python3.10] [--replay] [PATH...]
//!
//! `soup` makes programs from a grammar of its own and spoils some of them; `splice` cuts, copies and swaps tokens and lines of
//! real sources; `bytes` damages them byte by byte. Sources are the `.py` files under the PATHs (default: `tests`,
//! `examples`). Each is compiled at an optimisation level. Nothing may panic, abort, overflow the 8 MB stack, or take ten
//! seconds; what is accepted must pass the verifier with the stack size it says, survive marshal, and disassemble. With
//! `--python` CPython 3.10 sees the same sources: verdict, error and every field of the code objects must be the same.
//!
//! Cases run in a child process, which is started again after a crash. The same seed and sources make the same cases.
//! Findings are kept in DIR (default: `target/fuzz`); the smallest form of each belongs into `tests`. `--replay` takes the
//! sources as they are, at every level (and small ones in every mode).
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

mod case;
mod examine;
mod reference;
#[path = "../../../bytecode/examples/mutate/rng.rs"]
#[expect(dead_code, reason = "shared with the mutator of .pyc files, which needs more of it")]
mod rng;
mod soup;
mod splice;
mod tally;
mod worker;

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use tally::Tally;

/// What the user asks for; the children get the same.
#[derive(Clone, Debug)]
struct Arguments {
    seconds: u64,
    seed: u64,
    kind: Option<case::Kind>,
    jobs: u64,
    keep: PathBuf,
    python: Option<String>,
    replay: bool,
    paths: Vec<PathBuf>,
    /// In a child: the number of its first case.
    child: Option<u64>,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn arguments() -> Result<Arguments, Failure> {
    let mut parsed = Arguments {
        seconds: 60,
        seed: 1,
        kind: None,
        jobs: 1,
        keep: "target/fuzz".into(),
        python: None,
        replay: false,
        paths: Vec::new(),
        child: None,
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--seconds" => parsed.seconds = value()?.parse()?,
            "--seed" => parsed.seed = value()?.parse()?,
            "--kind" => parsed.kind = Some(case::Kind::named(&value()?).ok_or("--kind soup, splice or bytes")?),
            "--jobs" => parsed.jobs = value()?.parse::<u64>()?.max(1),
            "--keep" => parsed.keep = value()?.into(),
            "--python" => parsed.python = Some(value()?),
            "--replay" => parsed.replay = true,
            "--child" => parsed.child = Some(value()?.parse()?),
            _ => parsed.paths.push(arg.into()),
        }
    }
    if parsed.paths.is_empty() {
        parsed.paths = vec!["tests".into(), "examples".into()];
    }
    Ok(parsed)
}

fn main() -> Result<ExitCode, Failure> {
    let arguments = arguments()?;
    if let Some(first) = arguments.child {
        return worker::main(&arguments, first).map(|()| ExitCode::SUCCESS);
    }
    std::fs::create_dir_all(&arguments.keep)?;
    let start = Instant::now();
    let mut total = Tally::default();
    std::thread::scope(|scope| -> Result<(), Failure> {
        let arguments = &arguments;
        let jobs: Vec<_> = (0..arguments.jobs).map(|job| scope.spawn(move || watch(arguments, job, start))).collect();
        for job in jobs {
            total.add(&job.join().map_err(|_| "a thread panicked")??);
        }
        Ok(())
    })?;
    println!("seed {}, {:.0} s: {total}", arguments.seed, start.elapsed().as_secs_f64());
    Ok(if total.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs children, one after the other, until the time is over.
fn watch(arguments: &Arguments, job: u64, start: Instant) -> Result<Tally, Failure> {
    let mut total = Tally::default();
    let mut next = job;
    loop {
        let left = Duration::from_secs(arguments.seconds).saturating_sub(start.elapsed());
        if left.is_zero() {
            return Ok(total);
        }
        let mut child = Command::new(std::env::current_exe()?)
            .args(std::env::args_os().skip(1))
            .args(["--child", &next.to_string(), "--seconds", &left.as_secs().max(1).to_string()])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut tally = Tally::default();
        for line in BufReader::new(child.stdout.take().ok_or("no output")?).lines() {
            let line = line?;
            match Tally::parse(&line) {
                Some(seen) => tally = seen,
                None => println!("{line}"),
            }
        }
        let status = child.wait()?;
        total.add(&tally);
        if status.success() {
            return Ok(total);
        }
        total.crashes += 1;
        let (number, source) = worker::last_case(&arguments.keep, next % arguments.jobs)?;
        let kept = worker::keep(&arguments.keep, arguments.seed, number, "crash", &source)?;
        println!("{}: {status}", kept.display());
        next = number + arguments.jobs;
    }
}
