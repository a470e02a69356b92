//! `TextIOWrapper`: text over a buffered stream (CPython's Modules/_io/textio.c).
//!
//! Encodings in which a newline is the byte 0x0a and nothing else (UTF-8, ASCII, Latin-1, code pages) are read line by
//! line; others (UTF-16, UTF-32) are decoded whole at the first read.

use std::cell::{Cell, RefCell};

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::VmCell;
use minipy_vm::heap::var::{PyBytes, PyStr};
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use super::base::PyTextIoBase;
use super::buffered::PyBuffered;
use super::raw::{closed, unsupported};

/// What happens to line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Newline {
    /// `None`: `\n`, `\r` and `\r\n` are read as `\n`.
    #[default]
    Universal,
    /// `''`: all three end lines and stay as they are.
    Untouched,
    /// Only this ends lines, and `\n` is written as this.
    Only(&'static str),
}

impl Newline {
    /// What the argument `newline` means.
    pub fn from_arg(vm: &mut Vm, value: Option<&Value>) -> PyResult<Newline> {
        let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(Newline::Universal) };
        if !value.is_a::<PyStr>() {
            let got = vm.type_name(value);
            return Err(vm.type_error(format!("open() argument 'newline' must be str or None, not {got}")));
        }
        match vm.str_lossy(value).as_str() {
            "" => Ok(Newline::Untouched),
            "\n" => Ok(Newline::Only("\n")),
            "\r" => Ok(Newline::Only("\r")),
            "\r\n" => Ok(Newline::Only("\r\n")),
            other => {
                let other = other.to_owned();
                Err(vm.value_error(format!("illegal newline value: {other}")))
            }
        }
    }
}

/// Splits the first line off `text`, by code points.
pub fn line_end(text: &[u32], newline: Newline) -> Option<usize> {
    const CR: u32 = 13;
    const LF: u32 = 10;
    match newline {
        Newline::Universal | Newline::Only("\n") => text.iter().position(|c| *c == LF).map(|at| at + 1),
        Newline::Only("\r") => text.iter().position(|c| *c == CR).map(|at| at + 1),
        Newline::Only(_) => text.windows(2).position(|pair| pair == [CR, LF]).map(|at| at + 2),
        Newline::Untouched => {
            let at = text.iter().position(|c| *c == LF || *c == CR)?;
            Some(if text.get(at) == Some(&CR) && text.get(at + 1) == Some(&LF) { at + 2 } else { at + 1 })
        }
    }
}

/// Reads `\r\n` and `\r` as `\n`.
pub fn translate(text: Vec<u32>) -> Vec<u32> {
    if !text.contains(&13) {
        return text;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.iter().peekable();
    while let Some(c) = rest.next() {
        if *c == 13 {
            rest.next_if(|next| **next == 10);
            out.push(10);
        } else {
            out.push(*c);
        }
    }
    out
}

/// Character and line based layer over a BufferedIOBase object, buffer.
#[pyclass(name = "TextIOWrapper", module = "_io", layout = 186, base = PyTextIoBase, flags(basetype, dict, weakref))]
#[derive(Default)]
pub struct PyTextIo {
    /// `buffer`.
    pub buffer: VmCell<Value>,
    #[pyclass(skip)]
    encoding: RefCell<String>,
    #[pyclass(skip)]
    errors: RefCell<String>,
    #[pyclass(skip)]
    newline: Cell<Newline>,
    line_buffering: Cell<bool>,
    write_through: Cell<bool>,
    /// Decoded text not handed out yet, and how much of it was.
    #[pyclass(skip)]
    decoded: RefCell<Vec<u32>>,
    taken: Cell<usize>,
    /// Line ends read so far: bits of [`seen`].
    newlines: Cell<u8>,
    mode: VmCell<Option<Value>>,
}

/// Bits of the line ends that were met.
mod seen {
    pub const CR: u8 = 1;
    pub const LF: u8 = 2;
    pub const CRLF: u8 = 4;
}

/// The line ends in `text`.
fn line_ends(text: &[u32]) -> u8 {
    let mut found = 0;
    let mut rest = text.iter().peekable();
    while let Some(c) = rest.next() {
        found |= match c {
            13 if rest.next_if(|next| **next == 10).is_some() => seen::CRLF,
            13 => seen::CR,
            10 => seen::LF,
            _ => 0,
        };
    }
    found
}

impl PyTextIo {
    /// Whether lines can be found before decoding.
    fn by_bytes(&self) -> bool {
        let encoding = self.encoding.borrow().to_ascii_lowercase().replace('_', "-");
        !(encoding.starts_with("utf-16")
            || encoding.starts_with("utf-32")
            || encoding.starts_with("utf16")
            || encoding.starts_with("utf32"))
    }

    fn decode(&self, vm: &mut Vm, bytes: &[u8]) -> PyResult<Vec<u32>> {
        if bytes.is_ascii() && self.by_bytes() {
            return Ok(bytes.iter().map(|byte| u32::from(*byte)).collect());
        }
        let (encoding, errors) = (self.encoding.borrow().clone(), self.errors.borrow().clone());
        let object = vm.new_bytes(bytes);
        let text = vm.decode_bytes(&object, bytes, &encoding, &errors)?;
        Ok(text.downcast::<PyStr>().map(|text| text.code_points().collect()).unwrap_or_default())
    }

    /// Decodes more of the stream; false at the end.
    fn more(&self, vm: &mut Vm, all: bool) -> PyResult<bool> {
        self.settle(vm)?;
        let buffer = self.buffer.get(vm);
        let bytes = match buffer.downcast::<PyBuffered>() {
            Some(native) if all || !self.by_bytes() => native.read_bytes(vm, None)?,
            Some(native) => native.read_line(vm, None)?,
            None => {
                let name = if all || !self.by_bytes() { "read" } else { "readline" };
                let bytes = vm.call_method_str(&buffer, name, &[])?;
                vm.buffer_copy(&bytes)?
            }
        };
        if bytes.is_empty() {
            return Ok(false);
        }
        let mut text = self.decode(vm, &bytes)?;
        if !matches!(self.newline.get(), Newline::Only(_)) {
            self.newlines.set(self.newlines.get() | line_ends(&text));
        }
        if self.newline.get() == Newline::Universal {
            text = translate(text);
        }
        let mut decoded = self.decoded.borrow_mut();
        let taken = self.taken.replace(0);
        if taken >= decoded.len() {
            *decoded = text;
        } else {
            decoded.drain(..taken);
            decoded.extend_from_slice(&text);
        }
        Ok(true)
    }

    /// Hands out the next `count` decoded code points.
    fn take(&self, vm: &Vm, count: usize) -> Value {
        let decoded = self.decoded.borrow();
        let start = self.taken.get();
        let end = start.saturating_add(count).min(decoded.len());
        self.taken.set(end);
        vm.new_str_from_u32(decoded.get(start..end).unwrap_or_default())
    }

    fn available(&self) -> usize {
        self.decoded.borrow().len().saturating_sub(self.taken.get())
    }

    /// The next line; empty at the end.
    fn line(&self, vm: &mut Vm, limit: Option<usize>) -> PyResult {
        loop {
            let end = {
                let decoded = self.decoded.borrow();
                line_end(decoded.get(self.taken.get()..).unwrap_or_default(), self.newline.get())
            };
            let lone_cr_at_end = end == Some(self.available()) && self.newline.get() == Newline::Untouched && {
                self.decoded.borrow().last() == Some(&13)
            };
            if let Some(end) = end.filter(|_| !lone_cr_at_end) {
                return Ok(self.take(vm, limit.map_or(end, |limit| limit.min(end))));
            }
            if let Some(limit) = limit.filter(|limit| self.available() >= *limit) {
                return Ok(self.take(vm, limit));
            }
            if !self.more(vm, false)? {
                let rest = end.unwrap_or(self.available());
                return Ok(self.take(vm, limit.map_or(rest, |limit| limit.min(rest))));
            }
        }
    }

    /// What was written goes on to the buffer.
    fn settle(&self, vm: &mut Vm) -> PyResult<()> {
        match self.buffer.get(vm).downcast::<PyBuffered>() {
            Some(native) => native.pass_text_on(vm),
            None => Ok(()),
        }
    }

    fn check_open(&self, vm: &mut Vm) -> PyResult<Value> {
        let buffer = self.buffer.get(vm);
        if buffer.is_none() {
            return Err(vm.value_error("underlying buffer has been detached"));
        }
        let flag = vm.get_attr_str(&buffer, "closed")?;
        if vm.truth(&flag)? { Err(closed(vm)) } else { Ok(buffer) }
    }

    /// Encodes and writes.
    fn write_text(&self, vm: &mut Vm, text: &Value) -> PyResult<()> {
        let buffer = self.buffer.get(vm);
        let Some(payload) = text.downcast::<PyStr>() else { return Ok(()) };
        let ascii = payload.as_ascii().filter(|_| self.by_bytes());
        let replaced = match self.newline.get() {
            Newline::Only(end) if end != "\n" => Some(end),
            _ => None,
        };
        let bytes = match (ascii, replaced) {
            (Some(text), None) => Some(text.as_bytes().to_vec()),
            _ => {
                let mut value = text.clone();
                if let Some(end) = replaced {
                    let (from, to) = (vm.new_str("\n"), vm.new_str(end));
                    value = vm.call_method_str(text, "replace", &[from, to])?;
                }
                let (encoding, errors) = (self.encoding.borrow().clone(), self.errors.borrow().clone());
                let encoded = vm.encode_str(&value, &encoding, &errors)?;
                encoded.downcast::<PyBytes>().map(|bytes| bytes.as_bytes().to_vec())
            }
        }
        .unwrap_or_default();
        let at_once = self.write_through.get();
        let flush = at_once || (self.line_buffering.get() && bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r')));
        match buffer.downcast::<PyBuffered>() {
            Some(native) => {
                native.write_text(vm, &bytes, flush)?;
                if flush { native.flush_output(vm) } else { Ok(()) }
            }
            None => {
                let bytes = vm.new_bytes(&bytes);
                vm.call_method_str(&buffer, "write", &[bytes])?;
                if flush && !at_once { vm.call_method_str(&buffer, "flush", &[]).map(drop) } else { Ok(()) }
            }
        }
    }

    /// A stream over `buffer`, for `open` and the standard streams.
    pub fn over(buffer: Value, encoding: &str, errors: &str, newline: Newline, line_buffering: bool) -> PyTextIo {
        PyTextIo {
            buffer: VmCell::new(buffer),
            encoding: RefCell::new(encoding.to_owned()),
            errors: RefCell::new(errors.to_owned()),
            newline: Cell::new(newline),
            line_buffering: Cell::new(line_buffering),
            ..PyTextIo::default()
        }
    }

    /// With `write_through`.
    pub fn writing_through(self) -> PyTextIo {
        self.write_through.set(true);
        self
    }

    /// Sets `mode`.
    pub fn set_mode(&self, vm: &mut Vm, mode: Value) {
        self.mode.set(vm, Some(mode));
    }
}

/// Writes a str to a native text stream; `None` if `file` is none.
pub fn write_native(vm: &mut Vm, file: &Value, text: &Value) -> Option<PyResult<()>> {
    if !vm.is_exact::<PyTextIo>(file) {
        return None;
    }
    let stream = file.downcast::<PyTextIo>()?;
    if !vm.is_exact::<PyBuffered>(&stream.buffer.get(vm)) && !stream.buffer.get(vm).is_a::<PyBuffered>() {
        return None;
    }
    Some(stream.write_text(vm, text))
}

#[pymethods]
impl PyTextIo {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyTextIo::default()))
    }

    #[expect(clippy::too_many_arguments, reason = "they are TextIOWrapper's")]
    #[init(
        "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)"
    )]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyTextIo>,
        buffer: &Value,
        encoding: Option<&PyStr>,
        errors: Option<&PyStr>,
        newline: Option<&Value>,
        line_buffering: bool,
        write_through: bool,
    ) -> PyResult<()> {
        let newline = Newline::from_arg(vm, newline)?;
        this.buffer.set(vm, buffer.clone());
        *this.encoding.borrow_mut() = encoding.map_or("UTF-8".to_owned(), PyStr::to_string_lossy);
        *this.errors.borrow_mut() = errors.map_or("strict".to_owned(), PyStr::to_string_lossy);
        this.newline.set(newline);
        this.line_buffering.set(line_buffering);
        this.write_through.set(write_through);
        this.decoded.borrow_mut().clear();
        this.taken.set(0);
        // An unknown encoding is told at once.
        let (name, empty) = (this.encoding.borrow().clone(), vm.new_str(""));
        vm.encode_str(&empty, &name, "strict").map(drop)
    }

    /// Read at most n characters from stream.
    #[pymethod("read($self, size=-1, /)")]
    fn read(vm: &mut Vm, this: This<'_, PyTextIo>, size: Option<&Value>) -> PyResult {
        let buffer = this.check_open(vm)?;
        require(vm, &buffer, "readable", "not readable")?;
        match super::optional_size(vm, size)? {
            None => {
                while this.more(vm, true)? {}
                Ok(this.take(vm, usize::MAX))
            }
            Some(size) => {
                while this.available() < size && this.more(vm, false)? {}
                Ok(this.take(vm, size))
            }
        }
    }

    /// Read until newline or EOF.
    #[pymethod("readline($self, size=-1, /)")]
    fn readline(vm: &mut Vm, this: This<'_, PyTextIo>, size: Option<&Value>) -> PyResult {
        let buffer = this.check_open(vm)?;
        require(vm, &buffer, "readable", "not readable")?;
        let limit = super::optional_size(vm, size)?;
        this.line(vm, limit)
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult<Option<Value>> {
        if this.available() == 0 {
            let buffer = this.check_open(vm)?;
            require(vm, &buffer, "readable", "not readable")?;
        }
        let line = this.line(vm, None)?;
        Ok(if line.downcast::<PyStr>().is_some_and(PyStr::is_empty) { None } else { Some(line) })
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        this.check_open(vm)?;
        Ok(this.value().clone())
    }

    /// Write string to stream. Returns the number of characters written.
    #[pymethod("write($self, text, /)")]
    fn write(vm: &mut Vm, this: This<'_, PyTextIo>, text: &Value) -> PyResult<usize> {
        let Some(payload) = text.downcast::<PyStr>() else {
            let got = vm.type_name(text);
            return Err(vm.type_error(format!("write() argument must be str, not {got}")));
        };
        let buffer = this.check_open(vm)?;
        require(vm, &buffer, "writable", "not writable")?;
        this.write_text(vm, text)?;
        Ok(payload.len())
    }

    /// Write out what is buffered.
    #[pymethod("flush($self, /)")]
    fn flush(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult<()> {
        let buffer = this.check_open(vm)?;
        this.settle(vm)?;
        vm.call_method_str(&buffer, "flush", &[]).map(drop)
    }

    /// Flush and close the stream.
    #[pymethod("close($self, /)")]
    fn close(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult<()> {
        let buffer = this.buffer.get(vm);
        if buffer.is_none() {
            return Ok(());
        }
        let flag = vm.get_attr_str(&buffer, "closed")?;
        if vm.truth(&flag)? {
            return Ok(());
        }
        let settled = this.settle(vm);
        let closed = vm.call_method_str(&buffer, "close", &[]).map(drop);
        settled.and(closed)
    }

    /// Separate the underlying buffer from the stream and return it.
    #[pymethod("detach($self, /)")]
    fn detach(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        this.settle(vm)?;
        vm.call_method_str(&buffer, "flush", &[])?;
        this.buffer.set(vm, Value::NONE);
        Ok(buffer)
    }

    /// Set the stream position.
    #[pymethod("seek($self, cookie, whence=0, /)")]
    fn seek(vm: &mut Vm, this: This<'_, PyTextIo>, cookie: i64, whence: i32) -> PyResult {
        let buffer = this.check_open(vm)?;
        if whence == 1 && cookie != 0 {
            return Err(unsupported(vm, "can't do nonzero cur-relative seeks"));
        }
        if whence == 2 && cookie != 0 {
            return Err(unsupported(vm, "can't do nonzero end-relative seeks"));
        }
        if whence == 0 && cookie < 0 {
            return Err(vm.value_error(format!("negative seek position {cookie}")));
        }
        if whence == 1 {
            return Self::tell(vm, this);
        }
        this.settle(vm)?;
        vm.call_method_str(&buffer, "flush", &[])?;
        this.decoded.borrow_mut().clear();
        this.taken.set(0);
        let args = [vm.new_int(cookie), Value::int32(whence)];
        vm.call_method_str(&buffer, "seek", &args)
    }

    /// Return the stream position.
    #[pymethod("tell($self, /)")]
    fn tell(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        this.settle(vm)?;
        let place = vm.call_method_str(&buffer, "tell", &[])?;
        let place = vm.index_i64(&place)?;
        let rest = this.decoded.borrow().get(this.taken.get()..).unwrap_or_default().to_vec();
        let rest = vm.new_str_from_u32(&rest);
        let (encoding, errors) = (this.encoding.borrow().clone(), this.errors.borrow().clone());
        let ahead = vm.encode_str(&rest, &encoding, &errors)?;
        let ahead = vm.len(&ahead)? as i64;
        Ok(vm.new_int(place - ahead))
    }

    #[pymethod("truncate($self, pos=None, /)")]
    fn truncate(vm: &mut Vm, this: This<'_, PyTextIo>, pos: Option<&Value>) -> PyResult {
        let buffer = this.check_open(vm)?;
        this.settle(vm)?;
        vm.call_method_str(&buffer, "flush", &[])?;
        vm.call_method_str(&buffer, "truncate", &[pos.cloned().unwrap_or_default()])
    }

    /// Reconfigure the text stream with new parameters.
    #[pymethod(
        "reconfigure($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)"
    )]
    fn reconfigure(
        vm: &mut Vm,
        this: This<'_, PyTextIo>,
        encoding: Option<&PyStr>,
        errors: Option<&PyStr>,
        newline: Option<&Value>,
        line_buffering: Option<&Value>,
        write_through: Option<&Value>,
    ) -> PyResult<()> {
        Self::flush(vm, this)?;
        if let Some(encoding) = encoding {
            *this.encoding.borrow_mut() = encoding.to_string_lossy();
            if errors.is_none() {
                *this.errors.borrow_mut() = "strict".to_owned();
            }
        }
        if let Some(errors) = errors {
            *this.errors.borrow_mut() = errors.to_string_lossy();
        }
        if newline.is_some() {
            this.newline.set(Newline::from_arg(vm, newline)?);
        }
        if let Some(flag) = line_buffering {
            this.line_buffering.set(vm.truth(flag)?);
        }
        if let Some(flag) = write_through {
            this.write_through.set(vm.truth(flag)?);
        }
        Ok(())
    }

    #[pymethod("fileno($self, /)")]
    fn fileno(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        vm.call_method_str(&buffer, "fileno", &[])
    }

    #[pymethod("isatty($self, /)")]
    fn isatty(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        vm.call_method_str(&buffer, "isatty", &[])
    }

    #[pymethod("readable($self, /)")]
    fn readable(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        vm.call_method_str(&buffer, "readable", &[])
    }

    #[pymethod("writable($self, /)")]
    fn writable(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        vm.call_method_str(&buffer, "writable", &[])
    }

    #[pymethod("seekable($self, /)")]
    fn seekable(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.check_open(vm)?;
        vm.call_method_str(&buffer, "seekable", &[])
    }

    #[getter("buffer")]
    fn get_buffer(vm: &mut Vm, this: This<'_, PyTextIo>) -> Value {
        this.buffer.get(vm)
    }

    #[getter("encoding")]
    fn get_encoding(this: This<'_, PyTextIo>) -> String {
        this.encoding.borrow().clone()
    }

    #[getter("errors")]
    fn get_errors(this: This<'_, PyTextIo>) -> String {
        this.errors.borrow().clone()
    }

    #[getter("line_buffering")]
    fn get_line_buffering(this: This<'_, PyTextIo>) -> bool {
        this.line_buffering.get()
    }

    #[getter("write_through")]
    fn get_write_through(this: This<'_, PyTextIo>) -> bool {
        this.write_through.get()
    }

    #[getter("newlines")]
    fn get_newlines(vm: &mut Vm, this: This<'_, PyTextIo>) -> Value {
        let met = this.newlines.get();
        let names = [(seen::CR, "\r"), (seen::LF, "\n"), (seen::CRLF, "\r\n")];
        let mut found: Vec<Value> =
            names.iter().filter(|(bit, _)| met & bit != 0).map(|(_, name)| vm.new_str(name)).collect();
        match found.len() {
            0 => Value::NONE,
            1 => found.pop().unwrap_or_default(),
            _ => vm.new_tuple(found),
        }
    }

    #[getter("closed")]
    fn get_closed(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.buffer.get(vm);
        vm.get_attr_str(&buffer, "closed")
    }

    #[getter("name")]
    fn get_name(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let buffer = this.buffer.get(vm);
        vm.get_attr_str(&buffer, "name")
    }

    #[getter("mode")]
    fn get_mode(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        match this.mode.get(vm) {
            Some(mode) => Ok(mode),
            None => Err(vm.attribute_error("'_io.TextIOWrapper' object has no attribute 'mode'")),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyTextIo>) -> PyResult {
        let mut text = String::from("<_io.TextIOWrapper");
        let name = vm.intern("name");
        if let Some(name) = vm.get_attr_opt(this.value(), &name)? {
            text.push_str(&format!(" name={}", vm.repr_string(&name)?));
        }
        if let Some(mode) = this.mode.get(vm) {
            text.push_str(&format!(" mode={}", vm.repr_string(&mode)?));
        }
        let encoding = this.encoding.borrow().clone();
        text.push_str(&format!(" encoding='{encoding}'>"));
        Ok(vm.new_str(&text))
    }
}

/// UnsupportedOperation unless the buffer can do it.
fn require(vm: &mut Vm, buffer: &Value, can: &str, message: &str) -> PyResult<()> {
    let able = vm.call_method_str(buffer, can, &[])?;
    if vm.truth(&able)? { Ok(()) } else { Err(unsupported(vm, message)) }
}
