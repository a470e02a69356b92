//! The child process that runs the cases.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::case::{self, Case};
use crate::examine::{Verdict, examine};
use crate::reference::Reference;
use crate::tally::Tally;
use crate::{Arguments, Failure};

/// Native stack of the thread that compiles: what a main thread has.
const STACK: usize = 8 << 20;
/// A case that takes longer hangs.
const HANG: Duration = Duration::from_secs(10);
/// How often the parent hears how far we are.
const BEAT: Duration = Duration::from_secs(1);

/// When the case that runs was started, in milliseconds; 0 while none runs.
static STARTED: AtomicU64 = AtomicU64::new(0);
/// Where the last panic was.
static PANIC: Mutex<String> = Mutex::new(String::new());

pub fn main(arguments: &Arguments, first: u64) -> Result<(), Failure> {
    panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = PANIC.lock() {
            *last = info.to_string();
        }
    }));
    let clock = Instant::now();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(BEAT);
            let started = STARTED.load(Ordering::Relaxed);
            if started > 0 && clock.elapsed() > Duration::from_millis(started) + HANG {
                let _ = writeln!(io::stdout(), "a case takes more than {HANG:?}");
                std::process::abort();
            }
        }
    });
    let arguments = arguments.clone();
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread.spawn(move || run(&arguments, first, clock))?.join().map_err(|_| "the worker panicked")?
}

fn run(arguments: &Arguments, first: u64, clock: Instant) -> Result<(), Failure> {
    let mut files = Vec::new();
    arguments.paths.iter().try_for_each(|path| case::collect(path, &mut files))?;
    let mut reference = arguments.python.as_deref().map(Reference::start).transpose()?;
    let mut last_case = File::create(last_case_path(&arguments.keep, first % arguments.jobs))?;
    let mut tally = Tally::default();
    let mut beat = Instant::now();
    let mut number = first;
    while clock.elapsed() < Duration::from_secs(arguments.seconds) {
        let case = match arguments.replay {
            true => case::replay(number, &files),
            false => Some(case::make(arguments.seed, number, arguments.kind, &files)),
        };
        let Some(case) = case else { break };
        last_case.rewind()?;
        last_case.write_all(&record(number, &case.source))?;
        STARTED.store(clock.elapsed().as_millis() as u64 + 1, Ordering::Relaxed);
        let verdict = panic::catch_unwind(AssertUnwindSafe(|| examine(&case)));
        STARTED.store(0, Ordering::Relaxed);
        tally.cases += 1;
        let judged = judge(verdict, &case, &mut tally, reference.as_mut());
        if let Some((what, text)) = judged {
            let kept = keep(&arguments.keep, arguments.seed, number, what, &case.source)?;
            writeln!(io::stdout(), "{} (-O{} {:?}): {text}", kept.display(), case.optimize, case.mode)?;
        }
        if beat.elapsed() > BEAT {
            beat = Instant::now();
            writeln!(io::stdout(), "{}", tally.line())?;
        }
        number += arguments.jobs;
    }
    writeln!(io::stdout(), "{}", tally.line())?;
    Ok(())
}

/// What is to be told of a case, if anything.
fn judge(
    verdict: std::thread::Result<Verdict>,
    case: &Case,
    tally: &mut Tally,
    reference: Option<&mut Reference>,
) -> Option<(&'static str, String)> {
    let (data, accepted) = match verdict {
        Ok(Verdict::Accepted(data, codes)) => {
            tally.accepted += 1;
            tally.codes += codes;
            (data, true)
        }
        Ok(Verdict::Refused(error)) => (error.into_bytes(), false),
        Ok(Verdict::Broken(text)) => {
            tally.findings += 1;
            return Some(("broken", text));
        }
        Err(_) => {
            tally.findings += 1;
            return Some(("panic", PANIC.lock().map_or_else(|_| String::new(), |last| last.clone())));
        }
    };
    let text = reference?.compare(case, accepted, &data)?;
    tally.compared += 1;
    if text.is_empty() {
        return None;
    }
    tally.different += 1;
    Some(("different", text))
}

/// Keeps the source of a finding.
pub fn keep(folder: &Path, seed: u64, number: u64, what: &str, source: &[u8]) -> io::Result<PathBuf> {
    let path = folder.join(format!("{what}-{seed}-{number}.py"));
    std::fs::write(&path, source)?;
    Ok(path)
}

fn last_case_path(folder: &Path, job: u64) -> PathBuf {
    folder.join(format!("last-case-{job}"))
}

/// A case in a file: its number and its length, in eight bytes each, and the source. What longer ones left behind follows.
fn record(number: u64, source: &[u8]) -> Vec<u8> {
    [&number.to_le_bytes(), &(source.len() as u64).to_le_bytes(), source].concat()
}

/// The case that a job's child was at last.
pub fn last_case(folder: &Path, job: u64) -> Result<(u64, Vec<u8>), Failure> {
    let record = std::fs::read(last_case_path(folder, job))?;
    let (number, rest) = record.split_first_chunk().ok_or("no case was begun")?;
    let (length, rest) = rest.split_first_chunk().ok_or("no case was begun")?;
    let source = rest.get(..u64::from_le_bytes(*length) as usize).ok_or("the case is cut short")?;
    Ok((u64::from_le_bytes(*number), source.to_vec()))
}
