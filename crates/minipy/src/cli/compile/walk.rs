//! Finding sources.

use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use crate::cli::CliError;

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
        let fail = |error| CliError::reading(list, error);
        let lines: Box<dyn BufRead> = if list == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(io::BufReader::new(fs::File::open(list).map_err(fail)?))
        };
        for line in lines.lines() {
            let line = line.map_err(fail)?;
            let line = line.trim();
            if !line.is_empty() {
                paths.push(PathBuf::from(line));
            }
        }
    }
    Ok(paths)
}

impl Sources {
    /// Adds what a path of the command line names: a source, or all below a folder.
    pub(super) fn add(&mut self, path: &Path, args: &CompileArgs) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.add_folder(path, args),
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
            match names(&path) {
                Err(error) => self.unreadable.push((path, error)),
                Ok(names) => {
                    let inside = names.into_iter().rev().filter_map(|name| {
                        let inner = path.join(name);
                        match fs::metadata(&inner) {
                            Ok(metadata) if metadata.is_dir() => {
                                let go_down = levels > 0 && !inner.is_symlink();
                                go_down.then(|| (inner, Some(levels - 1)))
                            }
                            Ok(metadata) if metadata.is_file() => Some((inner, None)),
                            _ => None,
                        }
                    });
                    work.extend(inside);
                }
            }
        }
    }

    fn add_file(&mut self, source: PathBuf, root: Option<&Path>, args: &CompileArgs) {
        let is_source = source.as_os_str().as_encoded_bytes().ends_with(b".py");
        let excluded = args.exclude.as_ref().is_some_and(|regex| regex.is_match(&source.to_string_lossy()));
        if is_source && !excluded && !leads_out(&source, args.limit_links.as_deref()) {
            self.found.push(Found { source, root: root.map(Path::to_owned) });
        }
    }
}

/// The names in a folder, in order, without `__pycache__`.
fn names(folder: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    let mut names =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.retain(|name| name != "__pycache__");
    names.sort_unstable();
    Ok(names)
}

/// Whether a source is a symbolic link that leads out of a folder.
fn leads_out(source: &Path, limit: Option<&Path>) -> bool {
    let Some(limit) = limit.filter(|limit| !limit.as_os_str().is_empty() && source.is_symlink()) else { return false };
    match (limit.canonicalize(), source.canonicalize()) {
        (Ok(limit), Ok(target)) => !target.starts_with(limit),
        _ => true,
    }
}
