//! `BufferedReader`, `BufferedWriter`, `BufferedRandom` (CPython's Modules/_io/bufferedio.c).
//!
//! One payload serves the three. Over a native `FileIO` bytes go straight to the system; over any other raw object
//! through its `read` and `write` methods.

use std::cell::RefCell;
use std::io::SeekFrom;
use std::rc::{Rc, Weak};

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::VmCell;
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use super::base::PyBufferedIoBase;
use super::raw::{PyFileIo, RawFile, unsupported};

/// Bytes kept before they are written, and read at a time.
const BUFFER: usize = 8192;

/// Bytes on their way to a file. They are written when this is dropped, or at the end of the process (`flush_all`).
#[derive(Default)]
pub struct Output {
    bytes: RefCell<Vec<u8>>,
    /// Encoded text of the stream above, which comes behind those bytes.
    text: RefCell<Vec<u8>>,
    raw: RefCell<Option<Rc<RawFile>>>,
}

impl Output {
    fn flush(&self) -> std::io::Result<()> {
        let bytes = std::mem::take(&mut *self.bytes.borrow_mut());
        match &*self.raw.borrow() {
            Some(raw) if !bytes.is_empty() => raw.write_all(&bytes),
            _ => Ok(()),
        }
    }

    /// As `flush`, with the text.
    fn flush_with_text(&self) -> std::io::Result<()> {
        let text = std::mem::take(&mut *self.text.borrow_mut());
        self.bytes.borrow_mut().extend_from_slice(&text);
        self.flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // Nobody is left to tell of an error.
        drop(self.flush_with_text());
    }
}

thread_local! {
    static OUTPUTS: RefCell<Vec<Weak<Output>>> = const { RefCell::new(Vec::new()) };
}

/// Writes out what streams that were never closed still hold.
pub fn flush_all() {
    let outputs = OUTPUTS.take();
    outputs.iter().filter_map(Weak::upgrade).for_each(|output| drop(output.flush_with_text()));
}

/// Create a new buffered stream over a raw one.
#[pyclass(name = "_Buffered", module = "_io", layout = 185, base = PyBufferedIoBase, flags(basetype, dict, weakref))]
#[derive(Default)]
pub struct PyBuffered {
    /// `raw`.
    pub raw: VmCell<Value>,
    #[pyclass(skip)]
    input: RefCell<Input>,
    #[pyclass(skip)]
    output: Rc<Output>,
}

#[derive(Default)]
struct Input {
    bytes: Vec<u8>,
    place: usize,
}

impl Input {
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.place..).unwrap_or_default()
    }
}

impl PyBuffered {
    fn attach(&self, vm: &mut Vm, raw: &Value) {
        self.raw.set(vm, raw.clone());
        if let Some(file) = raw.downcast::<PyFileIo>() {
            *self.output.raw.borrow_mut() = file.raw();
            if file.is_writable() {
                OUTPUTS.with_borrow_mut(|outputs| {
                    if outputs.len() == outputs.capacity() {
                        outputs.retain(|output| output.strong_count() > 0);
                    }
                    outputs.push(Rc::downgrade(&self.output));
                });
            }
        }
    }

    fn native(&self) -> Option<Rc<RawFile>> {
        self.output.raw.borrow().clone()
    }

    fn check_open(&self, vm: &mut Vm) -> PyResult<()> {
        let closed = match self.native() {
            Some(raw) => raw.is_closed(),
            None => {
                let raw = self.raw.get(vm);
                if raw.is_none() {
                    return Err(vm.value_error("raw stream has been detached"));
                }
                let flag = vm.get_attr_str(&raw, "closed")?;
                vm.truth(&flag)?
            }
        };
        if closed { Err(vm.value_error("I/O operation on closed file")) } else { Ok(()) }
    }

    /// More bytes from below; 0 at the end.
    fn fill(&self, vm: &mut Vm) -> PyResult<usize> {
        self.flush_output(vm)?;
        let mut chunk = vec![0; BUFFER];
        let count = match self.native() {
            Some(raw) => raw
                .wait_for_input(vm)
                .map(|()| raw.read(&mut chunk))?
                .map_err(|error| vm.raise_io_error(&error, None))?,
            None => {
                let raw = self.raw.get(vm);
                let size = vm.new_int(BUFFER as i64);
                let bytes = vm.call_method_str(&raw, "read", &[size])?;
                if bytes.is_none() {
                    return Ok(0);
                }
                chunk = vm.buffer_copy(&bytes)?;
                chunk.len()
            }
        };
        chunk.truncate(count);
        let mut input = self.input.borrow_mut();
        if input.rest().is_empty() {
            *input = Input { bytes: chunk, place: 0 };
        } else {
            input.bytes.extend_from_slice(&chunk);
        }
        Ok(count)
    }

    /// At most `limit` bytes, all there are without one.
    pub fn read_bytes(&self, vm: &mut Vm, limit: Option<usize>) -> PyResult<Vec<u8>> {
        self.check_open(vm)?;
        let limit = limit.unwrap_or(usize::MAX);
        while self.input.borrow().rest().len() < limit && self.fill(vm)? > 0 {
            if self.input.borrow().bytes.len().is_multiple_of(1 << 20) {
                vm.poll()?;
            }
        }
        let mut input = self.input.borrow_mut();
        let bytes = input.rest().get(..limit).unwrap_or(input.rest()).to_vec();
        input.place += bytes.len();
        Ok(bytes)
    }

    /// The next line, its newline included; at most `limit` bytes.
    pub fn read_line(&self, vm: &mut Vm, limit: Option<usize>) -> PyResult<Vec<u8>> {
        self.check_open(vm)?;
        let limit = limit.unwrap_or(usize::MAX);
        let mut searched = 0;
        loop {
            let end = {
                let input = self.input.borrow();
                let rest = input.rest();
                let newline = rest.get(searched..).and_then(|tail| tail.iter().position(|byte| *byte == b'\n'));
                let end = newline.map(|at| searched + at + 1);
                searched = rest.len();
                end
            };
            if end.is_some() || searched >= limit || self.fill(vm)? == 0 {
                let mut input = self.input.borrow_mut();
                let end = end.unwrap_or(input.rest().len()).min(limit);
                let line = input.rest().get(..end).unwrap_or_default().to_vec();
                input.place += line.len();
                return Ok(line);
            }
        }
    }

    /// Takes encoded text of the stream above. It goes on to the buffer a chunk at a time, or at once.
    pub fn write_text(&self, vm: &mut Vm, text: &[u8], at_once: bool) -> PyResult<()> {
        let held = self.output.text.borrow().len();
        if held > 0 && held + text.len() > BUFFER {
            self.pass_text_on(vm)?;
        }
        if at_once && self.output.text.borrow().is_empty() {
            return self.write_bytes(vm, text);
        }
        self.output.text.borrow_mut().extend_from_slice(text);
        if at_once || self.output.text.borrow().len() >= BUFFER { self.pass_text_on(vm) } else { Ok(()) }
    }

    /// Writes the text that is held to the buffer.
    pub fn pass_text_on(&self, vm: &mut Vm) -> PyResult<()> {
        let mut text = self.output.text.take();
        if text.is_empty() {
            return Ok(());
        }
        self.write_bytes(vm, &text)?;
        text.clear();
        self.output.text.replace(text);
        Ok(())
    }

    /// Takes bytes to be written.
    pub fn write_bytes(&self, vm: &mut Vm, bytes: &[u8]) -> PyResult<()> {
        if self.native().is_none_or(|raw| raw.is_closed()) {
            self.check_open(vm)?;
        }
        self.drop_input(vm)?;
        let full = {
            let mut output = self.output.bytes.borrow_mut();
            output.extend_from_slice(bytes);
            output.len() >= BUFFER
        };
        if full { self.flush_output(vm) } else { Ok(()) }
    }

    /// Before a write: what was read ahead is given back by seeking.
    fn drop_input(&self, vm: &mut Vm) -> PyResult<()> {
        let ahead = self.input.borrow().rest().len();
        if ahead > 0 {
            *self.input.borrow_mut() = Input::default();
            self.seek_raw(vm, -(ahead as i64), 1)?;
        }
        Ok(())
    }

    /// Writes out what is buffered.
    pub fn flush_output(&self, vm: &mut Vm) -> PyResult<()> {
        if self.output.bytes.borrow().is_empty() {
            return Ok(());
        }
        if self.native().is_some() {
            return self.output.flush().map_err(|error| vm.raise_io_error(&error, None));
        }
        let mut bytes = std::mem::take(&mut *self.output.bytes.borrow_mut());
        let raw = self.raw.get(vm);
        while !bytes.is_empty() {
            let chunk = vm.new_bytes(&bytes);
            let count = vm.call_method_str(&raw, "write", &[chunk])?;
            let count = if count.is_none() { bytes.len() } else { usize::try_from(vm.index_i64(&count)?).unwrap_or(0) };
            bytes.drain(..count.min(bytes.len()));
        }
        Ok(())
    }

    fn seek_raw(&self, vm: &mut Vm, offset: i64, whence: i32) -> PyResult<i64> {
        if let Some(raw) = self.native() {
            let to = super::seek_from(vm, offset, whence)?;
            return match raw.seek(to) {
                Ok(place) => Ok(place as i64),
                Err(error) => Err(vm.raise_io_error(&error, None)),
            };
        }
        let raw = self.raw.get(vm);
        let args = [vm.new_int(offset), Value::int32(whence)];
        let place = vm.call_method_str(&raw, "seek", &args)?;
        vm.index_i64(&place)
    }

    fn tell_raw(&self, vm: &mut Vm) -> PyResult<i64> {
        if let Some(raw) = self.native() {
            return match raw.seek(SeekFrom::Current(0)) {
                Ok(place) => Ok(place as i64),
                Err(error) => Err(vm.raise_io_error(&error, None)),
            };
        }
        let raw = self.raw.get(vm);
        let place = vm.call_method_str(&raw, "tell", &[])?;
        vm.index_i64(&place)
    }

    /// A method of the raw stream.
    fn forward(&self, vm: &mut Vm, name: &str) -> PyResult {
        let raw = self.raw.get(vm);
        if raw.is_none() {
            return Err(vm.value_error("raw stream has been detached"));
        }
        vm.call_method_str(&raw, name, &[])
    }
}

#[pymethods]
impl PyBuffered {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyBuffered::default()))
    }

    #[init("BufferedReader(raw, buffer_size=8192)")]
    fn init(vm: &mut Vm, this: This<'_, PyBuffered>, raw: &Value, buffer_size: i64) -> PyResult<()> {
        if buffer_size <= 0 {
            return Err(vm.value_error("buffer size must be strictly positive"));
        }
        this.attach(vm, raw);
        Ok(())
    }

    /// Read and return up to n bytes.
    #[pymethod("read($self, size=-1, /)")]
    fn read(vm: &mut Vm, this: This<'_, PyBuffered>, size: Option<&Value>) -> PyResult {
        require(vm, &this, "readable", "read")?;
        let size = super::optional_size(vm, size)?;
        let bytes = this.read_bytes(vm, size)?;
        Ok(vm.new_bytes(&bytes))
    }

    /// Read and return up to n bytes, with at most one read() call to the underlying raw stream.
    #[pymethod("read1($self, size=-1, /)")]
    fn read1(vm: &mut Vm, this: This<'_, PyBuffered>, size: Option<&Value>) -> PyResult {
        this.check_open(vm)?;
        let limit = super::optional_size(vm, size)?.unwrap_or(BUFFER);
        if this.input.borrow().rest().is_empty() {
            this.fill(vm)?;
        }
        let have = this.input.borrow().rest().len();
        let bytes = this.read_bytes(vm, Some(limit.min(have)))?;
        Ok(vm.new_bytes(&bytes))
    }

    /// Return bytes without advancing the position.
    #[pymethod("peek($self, size=0, /)")]
    fn peek(vm: &mut Vm, this: This<'_, PyBuffered>, _size: i64) -> PyResult {
        this.check_open(vm)?;
        if this.input.borrow().rest().is_empty() {
            this.fill(vm)?;
        }
        let bytes = this.input.borrow().rest().to_vec();
        Ok(vm.new_bytes(&bytes))
    }

    /// Read bytes into a buffer.
    #[pymethod("readinto($self, buffer, /)")]
    fn readinto(vm: &mut Vm, this: This<'_, PyBuffered>, buffer: &Value) -> PyResult<usize> {
        let size = vm.len(buffer)?;
        let bytes = this.read_bytes(vm, Some(size))?;
        let (chunk, start, end) = (vm.new_bytes(&bytes), vm.new_int(0), vm.new_int(bytes.len() as i64));
        let slice = vm.ty::<minipy_vm::types::slice::PySlice>().value();
        let slice = vm.call(&slice, &[start, end])?;
        vm.set_item(buffer, &slice, &chunk)?;
        Ok(bytes.len())
    }

    /// Read and return a line from the stream.
    #[pymethod("readline($self, size=-1, /)")]
    fn readline(vm: &mut Vm, this: This<'_, PyBuffered>, size: Option<&Value>) -> PyResult {
        require(vm, &this, "readable", "readline")?;
        let limit = super::optional_size(vm, size)?;
        let line = this.read_line(vm, limit)?;
        Ok(vm.new_bytes(&line))
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult<Option<Value>> {
        let line = this.read_line(vm, None)?;
        Ok(if line.is_empty() { None } else { Some(vm.new_bytes(&line)) })
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.check_open(vm)?;
        Ok(this.value().clone())
    }

    /// Write bytes; returns their number.
    #[pymethod("write($self, buffer, /)")]
    fn write(vm: &mut Vm, this: This<'_, PyBuffered>, buffer: &Value) -> PyResult<usize> {
        require(vm, &this, "writable", "write")?;
        let bytes = vm.buffer_copy(buffer)?;
        this.write_bytes(vm, &bytes)?;
        Ok(bytes.len())
    }

    /// Write out what is buffered.
    #[pymethod("flush($self, /)")]
    fn flush(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult<()> {
        this.check_open(vm)?;
        this.flush_output(vm)
    }

    /// Flush and close the stream.
    #[pymethod("close($self, /)")]
    fn close(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult<()> {
        if this.raw.get(vm).is_none() || this.check_open(vm).is_err() {
            vm.clear_raised();
            return Ok(());
        }
        let flushed = this.flush_output(vm);
        let error = vm.take_raised();
        this.forward(vm, "close")?;
        match (flushed, error) {
            (Err(_), Some(error)) => Err(vm.reraise(error)),
            _ => Ok(()),
        }
    }

    /// Separate the raw stream from the buffer and return it.
    #[pymethod("detach($self, /)")]
    fn detach(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.flush_output(vm)?;
        *this.output.raw.borrow_mut() = None;
        Ok(this.raw.replace(vm, Value::NONE))
    }

    /// Change the stream position.
    #[pymethod("seek($self, target, whence=0, /)")]
    fn seek(vm: &mut Vm, this: This<'_, PyBuffered>, target: i64, whence: i32) -> PyResult<i64> {
        this.check_open(vm)?;
        this.flush_output(vm)?;
        let ahead = this.input.borrow().rest().len() as i64;
        *this.input.borrow_mut() = Input::default();
        this.seek_raw(vm, if whence == 1 { target - ahead } else { target }, whence)
    }

    /// Current position.
    #[pymethod("tell($self, /)")]
    fn tell(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult<i64> {
        this.check_open(vm)?;
        let place = this.tell_raw(vm)?;
        let (ahead, behind) = (this.input.borrow().rest().len() as i64, this.output.bytes.borrow().len() as i64);
        Ok(place - ahead + behind)
    }

    /// Truncate the file.
    #[pymethod("truncate($self, pos=None, /)")]
    fn truncate(vm: &mut Vm, this: This<'_, PyBuffered>, pos: Option<&Value>) -> PyResult {
        let raw = this.raw.get(vm);
        let writable = vm.call_method_str(&raw, "writable", &[])?;
        if !vm.truth(&writable)? {
            return Err(unsupported(vm, "truncate"));
        }
        this.flush_output(vm)?;
        let pos = match pos {
            Some(pos) => pos.clone(),
            None => {
                let place = Self::tell(vm, this)?;
                vm.new_int(place)
            }
        };
        let raw = this.raw.get(vm);
        vm.call_method_str(&raw, "truncate", &[pos])
    }

    #[pymethod("fileno($self, /)")]
    fn fileno(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.forward(vm, "fileno")
    }

    #[pymethod("isatty($self, /)")]
    fn isatty(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.forward(vm, "isatty")
    }

    #[pymethod("readable($self, /)")]
    fn readable(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.forward(vm, "readable")
    }

    #[pymethod("writable($self, /)")]
    fn writable(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.forward(vm, "writable")
    }

    #[pymethod("seekable($self, /)")]
    fn seekable(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        this.forward(vm, "seekable")
    }

    #[getter("raw")]
    fn get_raw(vm: &mut Vm, this: This<'_, PyBuffered>) -> Value {
        this.raw.get(vm)
    }

    #[getter("closed")]
    fn get_closed(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        let raw = this.raw.get(vm);
        vm.get_attr_str(&raw, "closed")
    }

    #[getter("name")]
    fn get_name(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        let raw = this.raw.get(vm);
        vm.get_attr_str(&raw, "name")
    }

    #[getter("mode")]
    fn get_mode(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        let raw = this.raw.get(vm);
        vm.get_attr_str(&raw, "mode")
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyBuffered>) -> PyResult {
        let ty = vm.qualified_type_name(this.value())?;
        let name = vm.intern("name");
        match vm.get_attr_opt(this.value(), &name)? {
            Some(name) => {
                let name = vm.repr_string(&name)?;
                Ok(vm.new_str(&format!("<{ty} name={name}>")))
            }
            None => Ok(vm.new_str(&format!("<{ty}>"))),
        }
    }
}

/// UnsupportedOperation unless the raw stream can do it.
fn require(vm: &mut Vm, this: &PyBuffered, can: &str, what: &str) -> PyResult<()> {
    this.check_open(vm)?;
    let able = this.forward(vm, can)?;
    if vm.truth(&able)? { Ok(()) } else { Err(unsupported(vm, what)) }
}
