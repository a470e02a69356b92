//! `__pycache__`: code objects of sources, reused while they are fresh (PEP 3147, PEP 552).

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use minipy_bytecode::pyc::{self, Validation};

use crate::exc::PyResult;
use crate::host::{Mode, Request};
use crate::types::code::PyCode;
use crate::vm::Vm;

/// Where the cache of a source is.
pub(crate) fn cache_path(source: &Path, optimize: u8) -> PathBuf {
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    let tag = match optimize {
        0 => String::new(),
        level => format!(".opt-{level}"),
    };
    source.with_file_name("__pycache__").join(format!("{stem}.cpython-310{tag}.pyc"))
}

/// Whether a cache is that of this very source.
fn is_fresh(file: &[u8], source: impl Fn() -> Option<Vec<u8>>, mtime: u32, size: u32) -> bool {
    match pyc::read_header(file) {
        Ok(Validation::Timestamp { mtime: cached, size: length }) => cached == mtime && length == size,
        Ok(Validation::UncheckedHash(_)) => true,
        Ok(Validation::CheckedHash(hash)) => source().is_some_and(|source| pyc::source_hash(&source) == hash),
        Err(_) => false,
    }
}

/// The code of a source file: from its cache or compiled; then the cache is written, if it can be.
pub(super) fn load(vm: &mut Vm, path: &str) -> PyResult {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => return Err(vm.raise_io_error(&error, Some(path))),
    };
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let mtime = modified.map_or(0, |time| time.as_secs() as u32);
    let size = metadata.len() as u32;
    let cache = cache_path(Path::new(path), vm.config.optimize);
    if let Ok(file) = std::fs::read(&cache)
        && is_fresh(&file, || std::fs::read(path).ok(), mtime, size)
    {
        match pyc::read(&file) {
            // A cache that does not verify is as good as none.
            Ok((_, code)) => match vm.new_code(code) {
                Ok(code) => return Ok(code),
                Err(_) => vm.clear_raised(),
            },
            // One that is damaged behind its header is an error, as it is CPython's.
            Err(pyc::PycFault::Marshal(fault)) => return Err(vm.raise_marshal_fault(&fault)),
            Err(_) => {
                let cache = vm.new_str(&cache.to_string_lossy());
                let cache = vm.repr_string(&cache)?;
                return Err(vm.import_error(format!("Non-code object in {cache}")));
            }
        }
    }
    let source = match std::fs::read(path) {
        Ok(source) => source,
        Err(error) => return Err(vm.raise_io_error(&error, Some(path))),
    };
    let optimize = vm.config.optimize;
    let request = Request { source: &source, from_text: false, filename: path, mode: Mode::Exec, flags: 0, optimize };
    let code = vm.compile_source(&request)?;
    let forbidden = match vm.sys_attr_str("dont_write_bytecode")? {
        Some(flag) => vm.truth(&flag)?,
        None => vm.config.dont_write_bytecode,
    };
    if !forbidden
        && let Some(payload) = code.downcast::<PyCode>()
        && let Ok(bytes) = pyc::write(payload.shared(), Validation::Timestamp { mtime, size })
    {
        write_cache(&cache, &bytes);
    }
    Ok(code)
}

/// Writes the cache beside and renames it into place. A folder that cannot be written costs the cache, never the run.
fn write_cache(path: &Path, bytes: &[u8]) {
    let Some(folder) = path.parent() else { return };
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    let temporary = path.with_extension(format!("pyc.{}", std::process::id()));
    let written = std::fs::File::create(&temporary).and_then(|mut file| file.write_all(bytes));
    if written.and_then(|()| std::fs::rename(&temporary, path)).is_err() {
        drop(std::fs::remove_file(&temporary));
    }
}
