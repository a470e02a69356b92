//! What is where in the file system.

use std::ffi::OsString;
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::Path;

/// What a path leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, where links are not followed.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

impl Kind {
    fn of(file_type: FileType) -> Kind {
        if file_type.is_file() {
            Kind::File
        } else if file_type.is_dir() {
            Kind::Folder
        } else if file_type.is_symlink() {
            Kind::Link
        } else {
            Kind::Other
        }
    }
}

/// What is at the end of a path, symbolic links followed.
pub fn kind(path: &Path) -> io::Result<Kind> {
    fs::metadata(path).map(|metadata| Kind::of(metadata.file_type()))
}

/// What has this very name.
pub fn kind_itself(path: &Path) -> io::Result<Kind> {
    fs::symlink_metadata(path).map(|metadata| Kind::of(metadata.file_type()))
}

/// What is in a folder, in the order of the names. Links are not followed.
pub fn entries(folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
    let entry = |entry: DirEntry| Ok((entry.file_name(), Kind::of(entry.file_type()?)));
    let mut entries = fs::read_dir(folder)?.map(|found| found.and_then(entry)).collect::<io::Result<Vec<_>>>()?;
    entries.sort_unstable_by(|(name, _), (other, _)| name.cmp(other));
    Ok(entries)
}

/// Makes the folder that a file is to stand in, and those around it.
pub fn make_parent(file: &Path) -> io::Result<()> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder),
        _ => Ok(()),
    }
}

/// Whether a path is a symbolic link that leads out of a folder, or nowhere.
pub fn leads_out(path: &Path, folder: &Path) -> bool {
    path.is_symlink()
        && match (folder.canonicalize(), path.canonicalize()) {
            (Ok(folder), Ok(target)) => !target.starts_with(folder),
            _ => true,
        }
}
