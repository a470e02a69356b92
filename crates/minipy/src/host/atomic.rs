//! Writing files so that nobody ever sees half of one.
//!
//! Answers to `_write_atomic` in `Lib/importlib/_bootstrap_external.py`.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a file under another name in the same folder, then renames it. `mode` is what the permissions may be at most.
pub fn write(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    replace(path, |temporary| {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode & 0o666);
        #[cfg(not(unix))]
        let _ = mode;
        options.open(temporary)?.write_all(bytes)
    })
}

/// Makes `path` another name of the file `original`, replacing what it was.
pub fn hard_link(original: &Path, path: &Path) -> io::Result<()> {
    replace(path, |temporary| fs::hard_link(original, temporary))
}

fn replace(path: &Path, make: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let temporary = beside(path);
    let made = make(&temporary).and_then(|()| fs::rename(&temporary, path));
    if made.is_err() {
        // The first error is the one to report; what is left over, if anything, is not under the final name.
        let _ = fs::remove_file(&temporary);
    }
    made
}

/// A name in the same folder that no other thread and no other process uses.
fn beside(path: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let mut name = OsString::from(path);
    name.push(format!(".{}-{number}", std::process::id()));
    PathBuf::from(name)
}
