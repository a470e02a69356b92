//! Reading files, and what the file system says of them.

use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What a `.pyc` keeps of its source, and the permissions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The modification time in seconds since 1970, modulo 2**32.
    pub mtime: u32,
    /// The size in bytes, modulo 2**32.
    pub size: u32,
    /// The permissions.
    pub mode: u32,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        let seconds = match metadata.modified().map(|time| time.duration_since(UNIX_EPOCH)) {
            Ok(Ok(after)) => after.as_secs(),
            Ok(Err(before)) => before.duration().as_secs().wrapping_neg(),
            Err(_) => 0,
        };
        #[cfg(unix)]
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions());
        #[cfg(not(unix))]
        let mode = 0o666;
        Stamp { mtime: seconds as u32, size: metadata.len() as u32, mode }
    }
}

/// A file that has been read.
#[derive(Debug)]
pub struct Source {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When it was last changed, and the like.
    pub stamp: Stamp,
}

/// A file of this size is read bit by bit.
const LARGE: usize = 1 << 30;

/// Reads a file. Its time is asked for before its bytes, so that a change in between makes a `.pyc` stale, not wrong.
pub fn read(path: &Path) -> io::Result<Source> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    // With room for one byte more than there should be, one look is enough to see the end of a regular file.
    let size = usize::try_from(metadata.len()).ok().filter(|&size| metadata.is_file() && size < LARGE).unwrap_or(0);
    let mut bytes = vec![0; size + 1];
    let read = file.read(&mut bytes).or_else(|error| match error.kind() {
        io::ErrorKind::Interrupted => Ok(0),
        _ => Err(error),
    })?;
    bytes.truncate(read);
    if size == 0 || read != size {
        file.read_to_end(&mut bytes)?;
    }
    Ok(Source { bytes, stamp: Stamp::of(&metadata) })
}

/// What the file system says of a file.
pub fn stamp(path: &Path) -> io::Result<Stamp> {
    fs::metadata(path).map(|metadata| Stamp::of(&metadata))
}

/// The first bytes of a file that has at least as many.
pub fn beginning<const N: usize>(path: &Path) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    File::open(path)?.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The lines of a text file; of standard input if the path is `-`.
pub fn lines(path: &Path) -> io::Result<Vec<String>> {
    if path == Path::new("-") {
        io::stdin().lock().lines().collect()
    } else {
        BufReader::new(File::open(path)?).lines().collect()
    }
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
