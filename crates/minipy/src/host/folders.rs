//! What is where in the file system.

use std::ffi::OsString;
use std::fs::{self, Metadata};
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
    fn of(metadata: &Metadata) -> Kind {
        if metadata.is_file() {
            Kind::File
        } else if metadata.is_dir() {
            Kind::Folder
        } else if metadata.is_symlink() {
            Kind::Link
        } else {
            Kind::Other
        }
    }
}

/// What is at the end of a path, symbolic links followed.
pub fn kind(path: &Path) -> io::Result<Kind> {
    fs::metadata(path).map(|metadata| Kind::of(&metadata))
}

/// What has this very name.
pub fn kind_itself(path: &Path) -> io::Result<Kind> {
    fs::symlink_metadata(path).map(|metadata| Kind::of(&metadata))
}

/// The names in a folder, in order.
pub fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    let entries = fs::read_dir(folder)?;
    let mut names = entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort_unstable();
    Ok(names)
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
