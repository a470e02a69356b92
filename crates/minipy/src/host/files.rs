//! Reading sources, and what the file system says of them.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// A file that has been read.
#[derive(Debug)]
pub struct Source {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Its modification time in seconds, modulo 2**32.
    pub mtime: u32,
    /// Its size in bytes, modulo 2**32.
    pub size: u32,
    /// Its permissions.
    pub mode: u32,
}

/// Reads a file. Its time is asked for before its bytes, so that a change in between makes a `.pyc` stale, not wrong.
pub fn read(path: &Path) -> io::Result<Source> {
    let stamp = stamp(&fs::metadata(path)?);
    let bytes = fs::read(path)?;
    Ok(Source { bytes, mtime: stamp.0, size: stamp.1, mode: stamp.2 })
}

/// Modification time and size, as a `.pyc` keeps them, and permissions.
pub fn stamp(metadata: &Metadata) -> (u32, u32, u32) {
    let seconds = match metadata.modified().map(|time| time.duration_since(UNIX_EPOCH)) {
        Ok(Ok(after)) => after.as_secs(),
        Ok(Err(before)) => before.duration().as_secs().wrapping_neg(),
        Err(_) => 0,
    };
    #[cfg(unix)]
    let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions());
    #[cfg(not(unix))]
    let mode = 0o666;
    (seconds as u32, metadata.len() as u32, mode)
}

/// All of standard input.
pub fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// An error without "(os error N)" after it.
pub fn describe(error: &io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error ") {
        Some(end) => text.get(..end).unwrap_or(&text).to_owned(),
        None => text,
    }
}
