//! The threads that write the files, so that those that compile never wait for a disk.
//!
//! Replacing a file may block, however short the work: the file system flushes, frees and waits. Some threads that do
//! nothing else let these waits overlap.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{Builder, Scope, ScopedJoinHandle};
use std::{io, iter, mem};

use crate::host::{atomic, files, folders};

/// How many files may be replaced at a time.
const THREADS: usize = 8;
/// How many sources' files go to a thread together: waking one costs as much as writing a file.
const BATCH: usize = 8;
/// How many batches may wait.
const WAITING: usize = 16;
const STACK: usize = 256 << 10;

/// A file to be written: the path it goes to, and what is in it.
pub(super) type File = (PathBuf, Vec<u8>);

/// The files of one source.
pub(super) struct Job {
    /// Which source, by its place in the run.
    pub(super) source: usize,
    pub(super) files: Vec<File>,
    /// The permissions they may have at most.
    pub(super) mode: u32,
    /// Neighbours of the same content become one file.
    pub(super) hardlink_dupes: bool,
}

/// Files that could not be written: of which source, and why.
pub(super) type Failures = Vec<(usize, String)>;

/// The threads.
pub(super) struct Writers<'scope> {
    threads: Vec<ScopedJoinHandle<'scope, Failures>>,
}

impl<'scope> Writers<'scope> {
    /// Starts as many threads as so many sources can use. They end when the queue is closed.
    pub(super) fn start<'env>(
        scope: &'scope Scope<'scope, 'env>,
        jobs: &'env Jobs,
        sources: usize,
    ) -> io::Result<Writers<'scope>> {
        let thread = || Builder::new().stack_size(STACK).spawn_scoped(scope, || jobs.run());
        let threads =
            iter::repeat_with(thread).take(sources.div_ceil(BATCH).min(THREADS)).collect::<io::Result<_>>()?;
        Ok(Writers { threads })
    }

    /// Waits for the threads.
    pub(super) fn finish(self) -> Failures {
        self.threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    }
}

/// The end of the queue where batches come out.
pub(super) struct Jobs(Mutex<Receiver<Vec<Job>>>);

/// The end where jobs go in.
pub(super) struct Queue {
    sender: SyncSender<Vec<Job>>,
    /// The batch under way.
    batch: Mutex<Vec<Job>>,
}

/// A queue of what is to be written.
pub(super) fn queue() -> (Queue, Jobs) {
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    (Queue { sender, batch: Mutex::default() }, Jobs(Mutex::new(receiver)))
}

impl Queue {
    /// Adds a job; waits while the queue is full.
    pub(super) fn add(&self, job: Job) {
        let full = self.batch.lock().ok().and_then(|mut batch| {
            batch.push(job);
            (batch.len() >= BATCH).then(|| mem::take(&mut *batch))
        });
        if let Some(full) = full {
            let _ = self.sender.send(full);
        }
    }

    /// Sends off the last batch. What was added is still written.
    pub(super) fn close(self) {
        if let Ok(batch) = self.batch.into_inner() {
            let _ = self.sender.send(batch);
        }
    }
}

impl Jobs {
    /// Writes what there is until nothing can come any more.
    fn run(&self) -> Failures {
        let next = || self.0.lock().ok().and_then(|jobs| jobs.recv().ok());
        let failure = |job: Job| job.run().err().map(|failure| (job.source, failure));
        iter::from_fn(next).flatten().filter_map(failure).collect()
    }
}

impl Job {
    fn run(&self) -> Result<(), String> {
        let mut previous: Option<(&Path, &[u8])> = None;
        for (target, file) in &self.files {
            let same = previous.filter(|(_, other)| self.hardlink_dupes && *other == file.as_slice());
            let write = || match same {
                Some((original, _)) => atomic::hard_link(original, target),
                None => atomic::write(target, file, self.mode),
            };
            let written = match write() {
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                    folders::make_parent(target).and_then(|()| write())
                }
                done => done,
            };
            written.map_err(|error| format!("can't write '{}': {}", target.display(), files::describe(&error)))?;
            previous = Some((target, file));
        }
        Ok(())
    }
}
