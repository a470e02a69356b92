//! `posix`: files, folders and the process, as far as `os` and `os.path` need them. Answers to CPython's
//! Modules/posixmodule.c.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, symlink as link_symbolically};
use std::path::PathBuf;

use minipy_macros::{functions, pyfunction};
use minipy_vm::heap::var::PyBytes;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::{PyResult, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "posix",
    doc: "Files, folders and the process.",
    functions: &[functions![
        getcwd, chdir, listdir, mkdir, rmdir, unlink, remove, rename, replace, stat, lstat, readlink, symlink, link,
        chmod, truncate, getpid, getppid, urandom, cpu_count
    ]],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let environ = vm.new_dict();
    for (name, value) in std::env::vars_os() {
        let (name, value) = (vm.new_bytes(name.as_bytes()), vm.new_bytes(value.as_bytes()));
        vm.set_item(&environ, &name, &value)?;
    }
    let name = vm.intern("environ");
    vm.set_attr(module, &name, &environ)
}

/// A path of the file system, of a str, bytes or what has `__fspath__`.
fn path(vm: &mut Vm, value: &Value) -> PyResult<PathBuf> {
    if let Some(bytes) = value.downcast::<PyBytes>() {
        return Ok(PathBuf::from(std::ffi::OsStr::from_bytes(bytes.as_bytes())));
    }
    Ok(PathBuf::from(vm.fs_path(value)?))
}

/// The value of a call of the system, or its OSError with the file's name.
fn done<T>(vm: &mut Vm, result: io::Result<T>, name: &Value) -> PyResult<T> {
    result.map_err(|error| vm.raise_io_error_for(&error, name))
}

/// As `done`, for calls with two names.
fn done_both(vm: &mut Vm, result: io::Result<()>, names: [&Value; 2]) -> PyResult<()> {
    let [from, to] = names;
    let result = done(vm, result, from);
    if result.is_err()
        && let Some(exception) = vm.take_raised()
    {
        let name = vm.intern("filename2");
        vm.set_attr(&exception, &name, to)?;
        return Err(vm.raise_value(exception));
    }
    result
}

/// Return a unicode string representing the current working directory.
#[pyfunction("posix.getcwd()")]
fn getcwd(vm: &mut Vm) -> PyResult {
    match std::env::current_dir() {
        Ok(folder) => Ok(vm.new_str(&folder.to_string_lossy())),
        Err(error) => Err(vm.raise_io_error(&error, None)),
    }
}

/// Change the current working directory to the specified path.
#[pyfunction("posix.chdir(path)")]
fn chdir(vm: &mut Vm, path: &Value) -> PyResult<()> {
    let folder = self::path(vm, path)?;
    done(vm, std::env::set_current_dir(folder), path)
}

/// Return a list containing the names of the files in the directory.
#[pyfunction("posix.listdir(path=None)")]
fn listdir(vm: &mut Vm, path: Option<&Value>) -> PyResult {
    let here = vm.new_str(".");
    let name = path.filter(|path| !path.is_none()).unwrap_or(&here);
    let folder = self::path(vm, name)?;
    let entries = done(vm, fs::read_dir(folder), name)?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = done(vm, entry, name)?;
        let file = entry.file_name();
        names.push(if name.is_a::<PyBytes>() {
            vm.new_bytes(file.as_bytes())
        } else {
            vm.new_str(&file.to_string_lossy())
        });
    }
    Ok(vm.new_list(names))
}

/// Create a directory.
#[pyfunction("posix.mkdir(path, mode=511)")]
fn mkdir(vm: &mut Vm, path: &Value, mode: i64) -> PyResult<()> {
    let folder = self::path(vm, path)?;
    let made = fs::DirBuilder::new().mode(mode as u32).create(folder);
    done(vm, made, path)
}

/// Remove a directory.
#[pyfunction("posix.rmdir(path)")]
fn rmdir(vm: &mut Vm, path: &Value) -> PyResult<()> {
    let folder = self::path(vm, path)?;
    done(vm, fs::remove_dir(folder), path)
}

/// Remove a file (same as remove()).
#[pyfunction("posix.unlink(path)")]
fn unlink(vm: &mut Vm, path: &Value) -> PyResult<()> {
    unlinked(vm, path)
}

fn unlinked(vm: &mut Vm, path: &Value) -> PyResult<()> {
    let file = self::path(vm, path)?;
    done(vm, fs::remove_file(file), path)
}

/// Remove a file (same as unlink()).
#[pyfunction("posix.remove(path)")]
fn remove(vm: &mut Vm, path: &Value) -> PyResult<()> {
    unlinked(vm, path)
}

fn renamed(vm: &mut Vm, src: &Value, dst: &Value) -> PyResult<()> {
    let (from, to) = (path(vm, src)?, path(vm, dst)?);
    done_both(vm, fs::rename(from, to), [src, dst])
}

/// Rename a file or directory.
#[pyfunction("posix.rename(src, dst)")]
fn rename(vm: &mut Vm, src: &Value, dst: &Value) -> PyResult<()> {
    renamed(vm, src, dst)
}

/// Rename a file or directory, overwriting the destination.
#[pyfunction("posix.replace(src, dst)")]
fn replace(vm: &mut Vm, src: &Value, dst: &Value) -> PyResult<()> {
    renamed(vm, src, dst)
}

/// What is known of a file, as a tuple: the ten figures in whole numbers, then the times in nanoseconds.
fn figures(vm: &Vm, data: &Metadata) -> Value {
    let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    let figures = [
        i64::from(data.mode()),
        data.ino() as i64,
        data.dev() as i64,
        data.nlink() as i64,
        i64::from(data.uid()),
        i64::from(data.gid()),
        data.size() as i64,
        data.atime(),
        data.mtime(),
        data.ctime(),
        nanoseconds(data.atime(), data.atime_nsec()),
        nanoseconds(data.mtime(), data.mtime_nsec()),
        nanoseconds(data.ctime(), data.ctime_nsec()),
    ];
    vm.new_tuple(figures.iter().map(|figure| vm.new_int(*figure)).collect())
}

/// Perform a stat system call on the given path.
#[pyfunction("posix.stat(path)")]
fn stat(vm: &mut Vm, path: &Value) -> PyResult {
    let file = self::path(vm, path)?;
    let data = done(vm, fs::metadata(file), path)?;
    Ok(figures(vm, &data))
}

/// Perform a stat system call on the given path, without following symbolic links.
#[pyfunction("posix.lstat(path)")]
fn lstat(vm: &mut Vm, path: &Value) -> PyResult {
    let file = self::path(vm, path)?;
    let data = done(vm, fs::symlink_metadata(file), path)?;
    Ok(figures(vm, &data))
}

/// Return a string representing the path to which the symbolic link points.
#[pyfunction("posix.readlink(path)")]
fn readlink(vm: &mut Vm, path: &Value) -> PyResult {
    let file = self::path(vm, path)?;
    let target = done(vm, fs::read_link(file), path)?;
    Ok(vm.new_str(&target.to_string_lossy()))
}

/// Create a symbolic link pointing to src named dst.
#[pyfunction("posix.symlink(src, dst)")]
fn symlink(vm: &mut Vm, src: &Value, dst: &Value) -> PyResult<()> {
    let (target, name) = (path(vm, src)?, path(vm, dst)?);
    done_both(vm, link_symbolically(target, name), [src, dst])
}

/// Create a hard link to a file.
#[pyfunction("posix.link(src, dst)")]
fn link(vm: &mut Vm, src: &Value, dst: &Value) -> PyResult<()> {
    let (file, name) = (path(vm, src)?, path(vm, dst)?);
    done_both(vm, fs::hard_link(file, name), [src, dst])
}

/// Change the access permissions of a file.
#[pyfunction("posix.chmod(path, mode)")]
fn chmod(vm: &mut Vm, path: &Value, mode: i64) -> PyResult<()> {
    let file = self::path(vm, path)?;
    done(vm, fs::set_permissions(file, fs::Permissions::from_mode(mode as u32)), path)
}

/// Truncate a file, specified by path, to a specific length.
#[pyfunction("posix.truncate(path, length)")]
fn truncate(vm: &mut Vm, path: &Value, length: i64) -> PyResult<()> {
    let file = self::path(vm, path)?;
    let cut = fs::OpenOptions::new().write(true).open(file).and_then(|file| file.set_len(length.max(0) as u64));
    done(vm, cut, path)
}

/// Return the current process id.
#[pyfunction("posix.getpid()")]
fn getpid() -> i64 {
    i64::from(std::process::id())
}

/// Return the parent's process id.
#[pyfunction("posix.getppid()")]
fn getppid() -> i64 {
    i64::from(std::os::unix::process::parent_id())
}

/// Return a bytes object containing random bytes suitable for cryptographic use.
#[pyfunction("posix.urandom(size, /)")]
fn urandom(vm: &mut Vm, size: isize) -> PyResult {
    let Ok(size) = usize::try_from(size) else { return Err(vm.value_error("negative argument not allowed")) };
    vm.check_size(size)?;
    let mut bytes = vec![0; size];
    match fs::File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)) {
        Ok(()) => Ok(vm.new_bytes(&bytes)),
        Err(error) => Err(vm.raise_io_error(&error, None)),
    }
}

/// Return the number of CPUs in the system; return None if indeterminable.
#[pyfunction("posix.cpu_count()")]
fn cpu_count() -> Option<i64> {
    std::thread::available_parallelism().ok().map(|count| count.get() as i64)
}
