//! Many sources, on all cores.

use std::collections::HashSet;
use std::fmt::Display;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::cli::CliError;
use crate::cli::report::ErrorFormat;
use crate::host::{files, stdio};

use super::CompileArgs;
use super::job::{Failure, Outcome, Plan};
use super::walk::{self, Sources};
use super::writers::{self, Writers};

/// Native stack of a worker: what the main thread has.
const STACK: usize = 8 << 20;

pub(super) fn main(args: &CompileArgs) -> Result<ExitCode, CliError> {
    let start = Instant::now();
    let mut sources = Sources::default();
    for path in walk::paths(args)? {
        sources.add(&path, args);
    }
    let mut seen = HashSet::new();
    sources.found.retain(|found| seen.insert(found.source.clone()));
    let outcomes = compile_all(args, &sources)?;
    let tally = Tally::of(args, &sources, outcomes);
    if args.quiet == 0 {
        let line = tally.line(start.elapsed());
        stdio::with_stdout(|out| std::io::Write::write_all(out, line.as_bytes())).map_err(CliError::Stdout)?;
    }
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The outcome of each source, in the order of the sources.
fn compile_all(args: &CompileArgs, sources: &Sources) -> Result<Vec<Outcome>, CliError> {
    let plan = Plan::new(args);
    let no_threads = |error: &dyn Display| CliError::Failed(format!("can't start threads: {error}"));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.jobs).stack_size(STACK).build();
    let pool = pool.map_err(|error| no_threads(&error))?;
    let progress = progress(args, sources.found.len());
    let (queue, jobs) = writers::queue();
    thread::scope(|scope| {
        let writers = Writers::start(scope, &jobs, sources.found.len()).map_err(|error| no_threads(&error))?;
        let run = |(place, found)| {
            let outcome = plan.run(place, found, &queue);
            progress.inc(1);
            outcome
        };
        // Sources differ so much in size that each is a task of its own.
        let tasks = sources.found.par_iter().enumerate().with_max_len(1);
        let mut outcomes: Vec<Outcome> = pool.install(|| tasks.map(run).collect());
        queue.close();
        for (place, failure) in writers.finish() {
            if let Some(outcome) = outcomes.get_mut(place) {
                *outcome = Outcome::Failed(Failure::Other(failure));
            }
        }
        progress.finish_and_clear();
        Ok(outcomes)
    })
}

fn progress(args: &CompileArgs, length: usize) -> ProgressBar {
    if args.quiet > 0 || !stdio::stderr_is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {per_sec}");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// How many sources had which outcome.
#[derive(Default)]
struct Tally {
    files: usize,
    written: usize,
    fresh: usize,
    failed: usize,
}

impl Tally {
    /// Counts, and tells of what went wrong.
    fn of(args: &CompileArgs, sources: &Sources, outcomes: Vec<Outcome>) -> Tally {
        let format = ErrorFormat::or_default(args.errors);
        let complain = |text: &str| {
            if args.quiet < 2 {
                stdio::complain(text);
            }
        };
        let mut tally = Tally { files: outcomes.len(), ..Tally::default() };
        for (path, error) in &sources.unreadable {
            tally.failed += 1;
            complain(&format!("minipy: can't read '{}': {}\n", path.display(), files::describe(error)));
        }
        for outcome in outcomes {
            match outcome {
                Outcome::Fresh => tally.fresh += 1,
                Outcome::Written(warnings) => {
                    tally.written += 1;
                    complain(&warnings);
                }
                Outcome::Failed(failure) => {
                    tally.failed += 1;
                    match failure {
                        Failure::Source(error, source) => complain(&format.render(&error, &source)),
                        Failure::Other(text) => complain(&format!("minipy: {text}\n")),
                    }
                }
            }
        }
        tally
    }

    fn line(&self, time: Duration) -> String {
        let files = if self.files == 1 { "file" } else { "files" };
        format!(
            "{} {files}: {} written, {} fresh, {} failed in {:.2} s\n",
            self.files,
            self.written,
            self.fresh,
            self.failed,
            time.as_secs_f64()
        )
    }
}
