//! Finding sources.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::CliError;
use crate::host::files;
use crate::host::folders::{self, Kind};

use super::CompileArgs;

/// A source, and the folder on the command line in which it was found.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Found {
    pub(super) source: PathBuf,
    pub(super) root: Option<PathBuf>,
}

/// Sources in the order of the command line, names in a folder in order; and the folders that could not be read.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) found: Vec<Found>,
    pub(super) unreadable: Vec<(PathBuf, io::Error)>,
}

/// The paths of the command line and of the list it names.
pub(super) fn paths(args: &CompileArgs) -> Result<Vec<PathBuf>, CliError> {
    let mut paths = args.paths.clone();
    if let Some(list) = &args.list {
        let lines = files::lines(list).map_err(|error| CliError::reading(list, error))?;
        paths.extend(lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).map(PathBuf::from));
    }
    Ok(paths)
}

impl Sources {
    /// Adds what a path of the command line names: a source, or all below a folder.
    pub(super) fn add(&mut self, path: &Path, args: &CompileArgs) {
        match folders::kind(path) {
            Ok(Kind::Folder) => self.add_folder(path, args),
            Ok(_) => self.add_file(path.to_owned(), None, args),
            Err(error) => self.unreadable.push((path.to_owned(), error)),
        }
    }

    fn add_folder(&mut self, root: &Path, args: &CompileArgs) {
        let levels = args.recursion.or(args.local.then_some(0)).unwrap_or(usize::MAX);
        // What is still to be looked at, next on top: folders with how far to go down in them, and files.
        let mut work = vec![(root.to_owned(), Some(levels))];
        while let Some((path, folder)) = work.pop() {
            let Some(levels) = folder else {
                self.add_file(path, Some(root), args);
                continue;
            };
            match folders::entries(&path) {
                Err(error) => self.unreadable.push((path, error)),
                Ok(entries) => {
                    let entries = entries.into_iter().rev().filter(|(name, _)| name != "__pycache__");
                    work.extend(entries.filter_map(|(name, kind)| entry(path.join(name), kind, levels)));
                }
            }
        }
    }

    fn add_file(&mut self, source: PathBuf, root: Option<&Path>, args: &CompileArgs) {
        let is_source = source.as_os_str().as_encoded_bytes().ends_with(b".py");
        let excluded = args.exclude.as_ref().is_some_and(|regex| regex.is_match(&source.to_string_lossy()));
        let limit = args.limit_links.as_deref().filter(|limit| !limit.as_os_str().is_empty());
        if is_source && !excluded && !limit.is_some_and(|limit| folders::leads_out(&source, limit)) {
            self.found.push(Found { source, root: root.map(Path::to_owned) });
        }
    }
}

/// What to do with something in a folder: nothing, or to look at it as a file, or to go down into it.
fn entry(path: PathBuf, kind: Kind, levels: usize) -> Option<(PathBuf, Option<usize>)> {
    match kind {
        Kind::File => Some((path, None)),
        Kind::Folder if levels > 0 => Some((path, Some(levels - 1))),
        Kind::Link if folders::kind(&path).is_ok_and(|kind| kind == Kind::File) => Some((path, None)),
        _ => None,
    }
}
