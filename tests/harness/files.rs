//! Where tests and their expectations stand: `NAME.py` with `NAME.out`, `NAME.err`, `NAME.stdin` ... beside it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The files ending in `.ending` at most `depth` folders deep in `folder`, sorted; paths are relative to the root.
/// Files that stand deeper belong to a test (the modules it imports) and are no tests themselves.
pub fn tests_in(folder: &Path, depth: usize, ending: &str) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(root().join(folder)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            if depth > 1 && entry.file_name() != "__pycache__" {
                found.extend(tests_in(&path, depth - 1, ending)?);
            }
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// What stands beside a test under another ending; `None` where there is no such file.
pub fn beside(test: &Path, ending: &str) -> io::Result<Option<String>> {
    match fs::read(test.with_extension(ending)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// As [`beside`], for an expectation that a test cannot do without.
pub fn expected(test: &Path, ending: &str) -> Result<String, String> {
    let missing = || format!("no {ending} file is recorded: run tests/record.py with CPython 3.10");
    beside(test, ending).map_err(|error| error.to_string())?.ok_or_else(missing)
}

/// The folder a test stands in and the name of its file: listings and trees are asked for by bare name.
pub fn folder_and_name(test: &Path) -> Result<(&Path, &str), String> {
    let name = test.file_name().and_then(|name| name.to_str());
    test.parent().zip(name).ok_or_else(|| format!("{}: not a file name", test.display()))
}
