//! `FileIO`: an open file, unbuffered (CPython's Modules/_io/fileio.c).

use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::fd::{AsFd, AsRawFd};
use std::rc::Rc;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::exc::{PyResult, Raised};
use minipy_vm::heap::VmCell;
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::base::PyRawIoBase;

/// An open file of the system, shared by the layers above it.
pub struct RawFile {
    file: RefCell<Option<File>>,
    /// The descriptor that the program sees: the standard streams are duplicates under their own numbers.
    number: i32,
}

impl RawFile {
    /// Wraps a file.
    pub fn new(file: File) -> Rc<RawFile> {
        let number = file.as_raw_fd();
        Rc::new(RawFile { file: RefCell::new(Some(file)), number })
    }

    /// A duplicate of standard stream 0, 1 or 2.
    pub fn standard(number: i32) -> std::io::Result<Rc<RawFile>> {
        let owned = match number {
            0 => std::io::stdin().as_fd().try_clone_to_owned(),
            1 => std::io::stdout().as_fd().try_clone_to_owned(),
            _ => std::io::stderr().as_fd().try_clone_to_owned(),
        };
        Ok(Rc::new(RawFile { file: RefCell::new(Some(File::from(owned?))), number }))
    }

    fn with<R>(&self, body: impl FnOnce(&mut File) -> std::io::Result<R>) -> std::io::Result<R> {
        match self.file.borrow_mut().as_mut() {
            Some(file) => body(file),
            None => Err(std::io::Error::from_raw_os_error(9)),
        }
    }

    /// Waits until standard input has something to read (or has ended), so that a program that waits for its user can
    /// be interrupted. Other files do not wait.
    pub fn wait_for_input(&self, vm: &mut Vm) -> PyResult<()> {
        const PIECE: Timespec = Timespec { tv_sec: 0, tv_nsec: 40_000_000 };
        if self.number != 0 {
            return Ok(());
        }
        loop {
            vm.poll()?;
            let ready = self.with(|file| {
                let mut waiting = [PollFd::new(file, PollFlags::IN)];
                match poll(&mut waiting, Some(&PIECE)) {
                    Err(error) if error == rustix::io::Errno::INTR => Ok(0),
                    result => Ok(result?),
                }
            });
            // What is wrong with the file is for the read to say.
            if ready.map_or(true, |count| count > 0) {
                return Ok(());
            }
        }
    }

    /// Reads once into `buffer`, again after a signal.
    pub fn read(&self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.with(|file| {
            loop {
                match file.read(buffer) {
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    result => return result,
                }
            }
        })
    }

    /// Reads to the end.
    pub fn read_to_end(&self, out: &mut Vec<u8>) -> std::io::Result<usize> {
        self.with(|file| file.read_to_end(out))
    }

    /// Writes once.
    pub fn write(&self, bytes: &[u8]) -> std::io::Result<usize> {
        self.with(|file| file.write(bytes))
    }

    /// Writes all.
    pub fn write_all(&self, bytes: &[u8]) -> std::io::Result<()> {
        self.with(|file| file.write_all(bytes))
    }

    /// Moves the position.
    pub fn seek(&self, to: SeekFrom) -> std::io::Result<u64> {
        self.with(|file| file.seek(to))
    }

    /// Cuts or extends the file.
    pub fn set_len(&self, size: u64) -> std::io::Result<()> {
        self.with(|file| file.set_len(size))
    }

    /// Closes it; again does nothing.
    pub fn close(&self) {
        drop(self.file.borrow_mut().take());
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.file.borrow().is_none()
    }

    /// Whether it is a terminal.
    pub fn is_terminal(&self) -> bool {
        use std::io::IsTerminal;
        self.file.borrow().as_ref().is_some_and(File::is_terminal)
    }

    /// The descriptor's number.
    pub fn number(&self) -> i32 {
        self.number
    }
}

/// Open a file.
///
/// The mode can be 'r' (default), 'w', 'x' or 'a' for reading,
/// writing, exclusive creation or appending.
#[pyclass(name = "FileIO", module = "_io", layout = 180, base = PyRawIoBase, flags(basetype, dict, weakref))]
#[derive(Default)]
pub struct PyFileIo {
    #[pyclass(skip)]
    raw: RefCell<Option<Rc<RawFile>>>,
    /// `name`.
    pub name: VmCell<Value>,
    readable: Cell<bool>,
    writable: Cell<bool>,
    appending: Cell<bool>,
    created: Cell<bool>,
    closefd: Cell<bool>,
}

impl PyFileIo {
    /// The open file.
    pub fn raw(&self) -> Option<Rc<RawFile>> {
        self.raw.borrow().clone()
    }

    /// A stream over an open file.
    pub fn over(raw: Rc<RawFile>, name: Value, readable: bool, writable: bool) -> PyFileIo {
        PyFileIo {
            raw: RefCell::new(Some(raw)),
            name: VmCell::new(name),
            readable: Cell::new(readable),
            writable: Cell::new(writable),
            ..PyFileIo::default()
        }
    }

    /// Whether it was opened for writing.
    pub fn is_writable(&self) -> bool {
        self.writable.get()
    }

    fn mode(&self) -> &'static str {
        let (readable, plus) = (self.readable.get(), self.readable.get() && self.writable.get());
        match (self.created.get(), self.appending.get(), plus) {
            (true, _, true) => "xb+",
            (true, _, false) => "xb",
            (_, true, true) => "ab+",
            (_, true, false) => "ab",
            (_, _, true) => "rb+",
            _ if readable => "rb",
            _ => "wb",
        }
    }
}

/// ValueError: the file is closed.
#[cold]
pub fn closed(vm: &mut Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

fn open_file(vm: &mut Vm, this: &PyFileIo) -> PyResult<Rc<RawFile>> {
    match this.raw().filter(|raw| !raw.is_closed()) {
        Some(raw) => Ok(raw),
        None => Err(vm.value_error("I/O operation on closed file")),
    }
}

/// `io.UnsupportedOperation(what)`.
#[cold]
pub fn unsupported(vm: &mut Vm, what: &str) -> Raised {
    let class = super::unsupported_operation(vm);
    let text = vm.new_str(what);
    match vm.call(&class, &[text]) {
        Ok(exception) => vm.raise_value(exception),
        Err(raised) => raised,
    }
}

/// What a mode string asks for.
struct Mode {
    main: char,
    plus: bool,
}

fn parse_mode(vm: &mut Vm, mode: &str) -> PyResult<Mode> {
    let mains: Vec<char> = mode.chars().filter(|c| "rwax".contains(*c)).collect();
    let pluses = mode.chars().filter(|c| *c == '+').count();
    if mode.chars().any(|c| !"rwaxb+".contains(c)) {
        return Err(vm.value_error(format!("invalid mode: {mode}")));
    }
    match mains.as_slice() {
        [main] if pluses <= 1 => Ok(Mode { main: *main, plus: pluses == 1 }),
        _ => Err(vm.value_error("Must have exactly one of create/read/write/append mode and at most one plus")),
    }
}

#[pymethods]
impl PyFileIo {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyFileIo::default()))
    }

    #[init("FileIO(file, mode='r', closefd=True, opener=None)")]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyFileIo>,
        file: &Value,
        mode: Option<&minipy_vm::heap::var::PyStr>,
        closefd: bool,
        opener: Option<&Value>,
    ) -> PyResult<()> {
        let mode = mode.map_or("r".to_owned(), minipy_vm::heap::var::PyStr::to_string_lossy);
        let mode = parse_mode(vm, &mode)?;
        let _ = opener;
        this.readable.set(mode.main == 'r' || mode.plus);
        this.writable.set(mode.main != 'r' || mode.plus);
        this.appending.set(mode.main == 'a');
        this.created.set(mode.main == 'x');
        this.closefd.set(closefd);
        let raw = if minipy_vm::types::int::is_int(file) && file.as_bool().is_none() {
            let number = vm.index_i64(file)?;
            if number < 0 {
                return Err(vm.value_error("negative file descriptor"));
            }
            open_descriptor(number as i32, this.readable.get(), this.writable.get())
                .map_err(|error| vm.raise_io_error(&error, None))?
        } else {
            if !closefd {
                return Err(vm.value_error("Cannot use closefd=False with file name"));
            }
            let path = vm.fs_path(file)?;
            open_path(&path, &mode).map_err(|error| vm.raise_io_error_for(&error, file))?
        };
        *this.raw.borrow_mut() = Some(raw);
        this.name.set(vm, file.clone());
        Ok(())
    }

    /// Read at most size bytes, returned as bytes.
    #[pymethod("read($self, size=-1, /)")]
    fn read(vm: &mut Vm, this: This<'_, PyFileIo>, size: Option<&Value>) -> PyResult {
        let raw = open_file(vm, &this)?;
        if !this.readable.get() {
            return Err(unsupported(vm, "File not open for reading"));
        }
        let size = super::optional_size(vm, size)?;
        raw.wait_for_input(vm)?;
        let mut buffer = Vec::new();
        let result = match size {
            None => raw.read_to_end(&mut buffer),
            Some(size) => {
                vm.check_size(size)?;
                buffer.resize(size, 0);
                raw.read(&mut buffer)
            }
        };
        match result {
            Ok(count) => {
                buffer.truncate(count);
                Ok(vm.new_bytes(&buffer))
            }
            Err(error) => Err(vm.raise_io_error(&error, None)),
        }
    }

    /// Read all data from the file, returned as bytes.
    #[pymethod("readall($self, /)")]
    fn readall(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult {
        Self::read(vm, this, None)
    }

    /// Write buffer b to file, return number of bytes written.
    #[pymethod("write($self, b, /)")]
    fn write(vm: &mut Vm, this: This<'_, PyFileIo>, b: &Value) -> PyResult<usize> {
        let raw = open_file(vm, &this)?;
        if !this.writable.get() {
            return Err(unsupported(vm, "File not open for writing"));
        }
        let bytes = vm.buffer_copy(b)?;
        raw.write(&bytes).map_err(|error| vm.raise_io_error(&error, None))
    }

    /// Move to new file position and return the file position.
    #[pymethod("seek($self, pos, whence=0, /)")]
    fn seek(vm: &mut Vm, this: This<'_, PyFileIo>, pos: i64, whence: i32) -> PyResult<u64> {
        let raw = open_file(vm, &this)?;
        let to = super::seek_from(vm, pos, whence)?;
        raw.seek(to).map_err(|error| vm.raise_io_error(&error, None))
    }

    /// Current file position.
    #[pymethod("tell($self, /)")]
    fn tell(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<u64> {
        let raw = open_file(vm, &this)?;
        raw.seek(SeekFrom::Current(0)).map_err(|error| vm.raise_io_error(&error, None))
    }

    /// Truncate the file to at most size bytes and return the truncated size.
    #[pymethod("truncate($self, size=None, /)")]
    fn truncate(vm: &mut Vm, this: This<'_, PyFileIo>, size: Option<&Value>) -> PyResult<u64> {
        let raw = open_file(vm, &this)?;
        let size = match size {
            Some(size) => u64::try_from(vm.index_i64(size)?).unwrap_or(0),
            None => raw.seek(SeekFrom::Current(0)).map_err(|error| vm.raise_io_error(&error, None))?,
        };
        raw.set_len(size).map_err(|error| vm.raise_io_error(&error, None))?;
        Ok(size)
    }

    /// Close the file.
    #[pymethod("close($self, /)")]
    fn close(this: This<'_, PyFileIo>) {
        if let Some(raw) = this.raw() {
            raw.close();
        }
    }

    /// Return the underlying file descriptor (an integer).
    #[pymethod("fileno($self, /)")]
    fn fileno(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<i32> {
        Ok(open_file(vm, &this)?.number())
    }

    /// True if the file is connected to a TTY device.
    #[pymethod("isatty($self, /)")]
    fn isatty(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<bool> {
        Ok(open_file(vm, &this)?.is_terminal())
    }

    /// True if file was opened in a read mode.
    #[pymethod("readable($self, /)")]
    fn is_readable(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<bool> {
        open_file(vm, &this)?;
        Ok(this.readable.get())
    }

    /// True if file was opened in a write mode.
    #[pymethod("writable($self, /)")]
    fn writable_method(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<bool> {
        open_file(vm, &this)?;
        Ok(this.writable.get())
    }

    /// True if file supports random-access.
    #[pymethod("seekable($self, /)")]
    fn seekable(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult<bool> {
        Ok(open_file(vm, &this)?.seek(SeekFrom::Current(0)).is_ok())
    }

    #[getter("closed")]
    fn get_closed(this: This<'_, PyFileIo>) -> bool {
        this.raw().is_none_or(|raw| raw.is_closed())
    }

    #[getter("closefd")]
    fn get_closefd(this: This<'_, PyFileIo>) -> bool {
        this.closefd.get()
    }

    #[getter("mode")]
    fn get_mode(this: This<'_, PyFileIo>) -> &'static str {
        this.mode()
    }

    #[getter("name")]
    fn get_name(vm: &mut Vm, this: This<'_, PyFileIo>) -> Value {
        this.name.get(vm)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyFileIo>) -> PyResult {
        if this.raw().is_none_or(|raw| raw.is_closed()) {
            return Ok(vm.new_str("<_io.FileIO [closed]>"));
        }
        let name = this.name.get(vm);
        let name = vm.repr_string(&name)?;
        let closefd = if this.closefd.get() { "True" } else { "False" };
        Ok(vm.new_str(&format!("<_io.FileIO name={name} mode='{}' closefd={closefd}>", this.mode())))
    }
}

fn open_path(path: &str, mode: &Mode) -> std::io::Result<Rc<RawFile>> {
    let mut options = OpenOptions::new();
    options.read(mode.main == 'r' || mode.plus);
    match mode.main {
        'w' => options.write(true).create(true).truncate(true),
        'a' => options.append(true).create(true),
        'x' => options.write(true).create_new(true),
        _ => options.write(mode.plus),
    };
    let file = options.open(path)?;
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::from_raw_os_error(21));
    }
    Ok(RawFile::new(file))
}

/// The file behind a descriptor of this process: a standard stream, or reopened through /dev/fd.
fn open_descriptor(number: i32, read: bool, write: bool) -> std::io::Result<Rc<RawFile>> {
    if (0..=2).contains(&number) {
        return RawFile::standard(number);
    }
    let file = OpenOptions::new().read(read).write(write).open(format!("/dev/fd/{number}"));
    file.map(RawFile::new).map_err(|_| std::io::Error::from_raw_os_error(9))
}
