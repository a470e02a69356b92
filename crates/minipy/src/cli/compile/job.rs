//! One source: is it up to date, and if not, its `.pyc` files.

use std::path::{Path, PathBuf};

use minipy_bytecode::pyc::{self, Validation};
use minipy_parser::{SourceText, SyntaxError};

use crate::cli::report;
use crate::host::environment;
use crate::host::files::{self, Source, Stamp};
use crate::host::folders::{self, Kind};
use crate::program;

use super::walk::Found;
use super::writers::{File, Job, Queue};
use super::{CompileArgs, InvalidationMode, naming};

/// What became of a source.
pub(super) enum Outcome {
    /// Its `.pyc` files were up to date.
    Fresh,
    /// Its `.pyc` files are written, or about to be. With warnings to print.
    Written(String),
    /// It could not be compiled, or the result not be written.
    Failed(Failure),
}

/// Why a source was not compiled.
pub(super) enum Failure {
    /// It is no valid Python. With the source, to show the error in.
    Source(Box<SyntaxError>, Vec<u8>),
    /// Something else, in words.
    Other(String),
}

/// What is the same for all sources of a run.
pub(super) struct Plan<'a> {
    pub(super) args: &'a CompileArgs,
    pub(super) levels: Vec<u8>,
    pub(super) mode: InvalidationMode,
    pub(super) cache_prefix: Option<PathBuf>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(args: &'a CompileArgs) -> Plan<'a> {
        Plan {
            args,
            levels: args.levels(),
            mode: InvalidationMode::or_default(args.invalidation_mode),
            cache_prefix: environment::variable("PYTHONPYCACHEPREFIX").map(PathBuf::from),
        }
    }

    fn target(&self, source: &Path, level: u8) -> PathBuf {
        if self.args.legacy {
            naming::legacy_path(source)
        } else {
            naming::cache_path(source, level, self.cache_prefix.as_deref())
        }
    }

    /// Compiles the source at `place` in the run if it needs it, and sends off its files to be written.
    pub(super) fn run(&self, place: usize, found: &Found, queue: &Queue) -> Outcome {
        let path = &found.source;
        let targets: Vec<(u8, PathBuf)> = self.levels.iter().map(|&level| (level, self.target(path, level))).collect();
        if !self.args.force && self.mode == InvalidationMode::Timestamp && self.is_fresh_by_time(path, &targets) {
            return Outcome::Fresh;
        }
        let source = match files::read(path) {
            Ok(source) => source,
            Err(error) => {
                let text = format!("can't read '{}': {}", path.display(), files::describe(&error));
                return Outcome::Failed(Failure::Other(text));
            }
        };
        let validation = self.mode.validation(&source);
        let is_fresh = |(_, target): &(u8, PathBuf)| {
            files::beginning(target).is_ok_and(|found: [u8; pyc::HEADER_SIZE]| found == pyc::header(validation))
        };
        if !self.args.force && self.mode != InvalidationMode::Timestamp && targets.iter().all(is_fresh) {
            return Outcome::Fresh;
        }
        let mode = source.stamp.mode | 0o200;
        let (files, warnings) = match self.compile_all(found, source, validation, targets) {
            Ok(compiled) => compiled,
            Err(failure) => return Outcome::Failed(failure),
        };
        queue.add(Job { source: place, files, mode, hardlink_dupes: self.args.hardlink_dupes });
        Outcome::Written(warnings)
    }

    fn is_fresh_by_time(&self, source: &Path, targets: &[(u8, PathBuf)]) -> bool {
        let Ok(Stamp { mtime, size, .. }) = files::stamp(source) else { return false };
        let expected = pyc::header(Validation::Timestamp { mtime, size });
        targets
            .iter()
            .all(|(_, target)| files::beginning(target).is_ok_and(|found: [u8; pyc::HEADER_SIZE]| found == expected))
    }

    /// Compiles at every level before the first file is written, so that a bad source changes nothing.
    fn compile_all(
        &self,
        found: &Found,
        source: Source,
        validation: Validation,
        targets: Vec<(u8, PathBuf)>,
    ) -> Result<(Vec<File>, String), Failure> {
        let filename = naming::shown(self.args, &found.source, found.root.as_deref());
        targets.iter().try_for_each(|(_, target)| check_target(target)).map_err(Failure::Other)?;
        let (files, warnings) = compile(source.bytes, &filename, &self.levels, validation)?;
        Ok((targets.into_iter().map(|(_, target)| target).zip(files).collect(), warnings))
    }
}

/// Refuses to replace what is no regular file, in py_compile's words.
pub(super) fn check_target(path: &Path) -> Result<(), String> {
    let what = match folders::kind_itself(path) {
        Ok(Kind::Link) => "a symlink and will be changed into a regular file",
        Ok(Kind::Folder | Kind::Other) => "a non-regular file and will be changed into a regular one",
        Ok(Kind::File) | Err(_) => return Ok(()),
    };
    Err(format!("{} is {what} if import writes a byte-compiled file to it", path.display()))
}

/// The bytes of the `.pyc` files of a source, one for each level, and the warnings that it gives rise to.
pub(super) fn compile(
    source: Vec<u8>,
    filename: &str,
    levels: &[u8],
    validation: Validation,
) -> Result<(Vec<Vec<u8>>, String), Failure> {
    let refused = |(error, source)| Failure::Source(error, source);
    let text = SourceText::take_for_compile(source, filename).map_err(refused)?;
    let compiled = match program::compile_levels(&text, levels.iter().copied(), validation) {
        Ok(compiled) => compiled,
        Err(error) => return Err(Failure::Source(error, text.into_text().into_bytes())),
    };
    let named = |error| Failure::Other(format!("{filename}: {error}"));
    let files = compiled.files.into_iter().map(|file| file.map_err(named)).collect::<Result<_, _>>()?;
    Ok((files, report::warnings(&text, &compiled.warnings)))
}
