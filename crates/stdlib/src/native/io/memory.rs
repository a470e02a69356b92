//! `StringIO` and `BytesIO`: streams in memory (CPython's Modules/_io/stringio.c and bytesio.c).

use std::cell::{Cell, RefCell};

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use super::base::{PyBufferedIoBase, PyTextIoBase};
use super::optional_size;
use super::text::{Newline, line_end, translate};

/// Items of a stream with a position.
#[derive(Default)]
struct Store<T> {
    items: Vec<T>,
    place: usize,
}

impl<T: Copy + Default> Store<T> {
    fn rest(&self) -> &[T] {
        self.items.get(self.place..).unwrap_or_default()
    }

    fn take(&mut self, count: usize) -> Vec<T> {
        let taken = self.rest().get(..count).unwrap_or(self.rest()).to_vec();
        self.place += taken.len();
        taken
    }

    /// Overwrites from the position on; a gap before it is filled.
    fn put(&mut self, new: &[T]) {
        if new.is_empty() {
            return;
        }
        if self.place > self.items.len() {
            self.items.resize(self.place, T::default());
        }
        let overlap = new.len().min(self.items.len() - self.place);
        let end = self.place + overlap;
        self.items.splice(self.place..end, new.iter().copied());
        self.place += new.len();
    }
}

/// Text I/O implementation using an in-memory buffer.
///
/// The initial_value argument sets the value of object.  The newline
/// argument is like the one of TextIOWrapper's constructor.
#[pyclass(name = "StringIO", module = "_io", layout = 187, base = PyTextIoBase, flags(basetype, dict, weakref), parts(shared, main))]
#[derive(Default)]
pub struct PyStringIo {
    #[pyclass(skip)]
    store: RefCell<Store<u32>>,
    #[pyclass(skip)]
    newline: Cell<Newline>,
    closed: Cell<bool>,
}

/// Buffered I/O implementation using an in-memory bytes buffer.
#[pyclass(name = "BytesIO", module = "_io", layout = 188, base = PyBufferedIoBase, flags(basetype, dict, weakref), parts(shared, main))]
#[derive(Default)]
pub struct PyBytesIo {
    #[pyclass(skip)]
    store: RefCell<Store<u8>>,
    closed: Cell<bool>,
}

/// The position that a seek leads to.
fn seek_place(vm: &mut Vm, offset: i64, whence: i32, place: usize, len: usize) -> PyResult<usize> {
    let base = match whence {
        0 => 0,
        1 => place as i64,
        2 => len as i64,
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    if whence == 0 && offset < 0 {
        return Err(vm.value_error(format!("negative seek value {offset}")));
    }
    Ok(usize::try_from(base.saturating_add(offset)).unwrap_or(0))
}

macro_rules! shared {
    ($payload:ident, $closed:literal) => {
        impl $payload {
            fn check(&self, vm: &mut Vm) -> PyResult<()> {
                if self.closed.get() {
                    return Err(vm.value_error($closed));
                }
                Ok(())
            }
        }

        #[pymethods(part = "shared")]
        impl $payload {
            #[slot(new)]
            fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
                Ok(vm.new_instance(cls, $payload::default()))
            }
            #[slot(iter)]
            fn iter(vm: &mut Vm, this: This<'_, $payload>) -> PyResult {
                this.check(vm)?;
                Ok(this.value().clone())
            }
            /// Tell the current file position.
            #[pymethod("tell($self, /)")]
            fn tell(vm: &mut Vm, this: This<'_, $payload>) -> PyResult<usize> {
                this.check(vm)?;
                Ok(this.store.borrow().place)
            }
            /// Truncate size to pos.
            #[pymethod("truncate($self, pos=None, /)")]
            fn truncate(vm: &mut Vm, this: This<'_, $payload>, pos: Option<&Value>) -> PyResult<usize> {
                this.check(vm)?;
                let size = match pos {
                    Some(pos) => match vm.index_i64(pos)? {
                        n if n < 0 => return Err(vm.value_error(format!("Negative size value {n}"))),
                        n => n as usize,
                    },
                    None => this.store.borrow().place,
                };
                this.store.borrow_mut().items.truncate(size);
                Ok(size)
            }
            /// Close the IO object.
            #[pymethod("close($self, /)")]
            fn close(this: This<'_, $payload>) {
                this.closed.set(true);
                *this.store.borrow_mut() = Store::default();
            }
            /// Returns True: memory can be read, written and sought.
            #[pymethod("readable($self, /)")]
            #[pymethod("writable($self, /)")]
            #[pymethod("seekable($self, /)")]
            fn yes(vm: &mut Vm, this: This<'_, $payload>) -> PyResult<bool> {
                this.check(vm)?;
                Ok(true)
            }
            #[getter("closed")]
            fn get_closed(this: This<'_, $payload>) -> bool {
                this.closed.get()
            }
        }
    };
}

shared!(PyStringIo, "I/O operation on closed file");
shared!(PyBytesIo, "I/O operation on closed file.");

impl PyStringIo {
    fn put_text(&self, text: &PyStr) {
        let codes: Vec<u32> = text.code_points().collect();
        let codes = match self.newline.get() {
            Newline::Universal => translate(codes),
            Newline::Only(end) if end != "\n" => {
                let mut out = Vec::with_capacity(codes.len());
                for code in codes {
                    if code == 10 { out.extend(end.chars().map(u32::from)) } else { out.push(code) }
                }
                out
            }
            _ => codes,
        };
        self.store.borrow_mut().put(&codes);
    }

    fn line(&self, limit: Option<usize>) -> Vec<u32> {
        let mut store = self.store.borrow_mut();
        let end = line_end(store.rest(), self.newline.get()).unwrap_or(store.rest().len());
        store.take(limit.map_or(end, |limit| limit.min(end)))
    }
}

#[pymethods(part = "main")]
impl PyStringIo {
    #[init("StringIO(initial_value='', newline='\\n')")]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyStringIo>,
        initial_value: Option<&Value>,
        newline: Option<&Value>,
    ) -> PyResult<()> {
        let newline = match newline {
            Some(newline) => Newline::from_arg(vm, Some(newline))?,
            None => Newline::Only("\n"),
        };
        this.newline.set(newline);
        this.closed.set(false);
        *this.store.borrow_mut() = Store::default();
        match initial_value.filter(|value| !value.is_none()) {
            None => Ok(()),
            Some(value) => match value.downcast::<PyStr>() {
                Some(text) => {
                    this.put_text(text);
                    this.store.borrow_mut().place = 0;
                    Ok(())
                }
                None => {
                    let got = vm.type_name(value);
                    Err(vm.type_error(format!("initial_value must be str or None, not {got}")))
                }
            },
        }
    }

    /// Read at most size characters, returned as a string.
    #[pymethod("read($self, size=None, /)")]
    fn read(vm: &mut Vm, this: This<'_, PyStringIo>, size: Option<&Value>) -> PyResult {
        this.check(vm)?;
        let size = optional_size(vm, size)?.unwrap_or(usize::MAX);
        let codes = this.store.borrow_mut().take(size);
        Ok(vm.new_str_from_u32(&codes))
    }

    /// Read until newline or EOF.
    #[pymethod("readline($self, size=None, /)")]
    fn readline(vm: &mut Vm, this: This<'_, PyStringIo>, size: Option<&Value>) -> PyResult {
        this.check(vm)?;
        let limit = optional_size(vm, size)?;
        let line = this.line(limit);
        Ok(vm.new_str_from_u32(&line))
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyStringIo>) -> PyResult<Option<Value>> {
        this.check(vm)?;
        let line = this.line(None);
        Ok(if line.is_empty() { None } else { Some(vm.new_str_from_u32(&line)) })
    }

    /// Write string to file. Returns the number of characters written.
    #[pymethod("write($self, s, /)")]
    fn write(vm: &mut Vm, this: This<'_, PyStringIo>, s: &Value) -> PyResult<usize> {
        this.check(vm)?;
        match s.downcast::<PyStr>() {
            Some(text) => {
                this.put_text(text);
                Ok(text.len())
            }
            None => {
                let got = vm.type_name(s);
                Err(vm.type_error(format!("string argument expected, got '{got}'")))
            }
        }
    }

    /// Retrieve the entire contents of the object.
    #[pymethod("getvalue($self, /)")]
    fn getvalue(vm: &mut Vm, this: This<'_, PyStringIo>) -> PyResult {
        this.check(vm)?;
        let store = this.store.borrow();
        Ok(vm.new_str_from_u32(&store.items))
    }

    /// Change stream position.
    #[pymethod("seek($self, pos, whence=0, /)")]
    fn seek(vm: &mut Vm, this: This<'_, PyStringIo>, pos: i64, whence: i32) -> PyResult<usize> {
        this.check(vm)?;
        if !(0..=2).contains(&whence) {
            return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
        }
        if pos < 0 && whence == 0 {
            return Err(vm.value_error(format!("Negative seek position {pos}")));
        }
        if whence != 0 && pos != 0 {
            return Err(vm.os_error("Can't do nonzero cur-relative seeks"));
        }
        let (place, len) = { (this.store.borrow().place, this.store.borrow().items.len()) };
        let place = seek_place(vm, pos, whence, place, len)?;
        this.store.borrow_mut().place = place;
        Ok(place)
    }

    #[getter("newlines")]
    fn get_newlines(_this: This<'_, PyStringIo>) -> Value {
        Value::NONE
    }

    #[getter("line_buffering")]
    fn get_line_buffering(_this: This<'_, PyStringIo>) -> bool {
        false
    }
}

impl PyBytesIo {
    fn line(&self, limit: Option<usize>) -> Vec<u8> {
        let mut store = self.store.borrow_mut();
        let end = store.rest().iter().position(|byte| *byte == b'\n').map_or(store.rest().len(), |at| at + 1);
        store.take(limit.map_or(end, |limit| limit.min(end)))
    }
}

#[pymethods(part = "main")]
impl PyBytesIo {
    #[init("BytesIO(initial_bytes=b'')")]
    fn init(vm: &mut Vm, this: This<'_, PyBytesIo>, initial_bytes: Option<&Value>) -> PyResult<()> {
        let items = match initial_bytes.filter(|value| !value.is_none()) {
            Some(value) => vm.buffer_copy(value)?,
            None => Vec::new(),
        };
        this.closed.set(false);
        *this.store.borrow_mut() = Store { items, place: 0 };
        Ok(())
    }

    /// Read at most size bytes, returned as a bytes object.
    #[pymethod("read($self, size=-1, /)")]
    #[pymethod("read1($self, size=-1, /)")]
    fn read(vm: &mut Vm, this: This<'_, PyBytesIo>, size: Option<&Value>) -> PyResult {
        this.check(vm)?;
        let size = optional_size(vm, size)?.unwrap_or(usize::MAX);
        let bytes = this.store.borrow_mut().take(size);
        Ok(vm.new_bytes(&bytes))
    }

    /// Next line from the file, as a bytes object.
    #[pymethod("readline($self, size=-1, /)")]
    fn readline(vm: &mut Vm, this: This<'_, PyBytesIo>, size: Option<&Value>) -> PyResult {
        this.check(vm)?;
        let limit = optional_size(vm, size)?;
        let line = this.line(limit);
        Ok(vm.new_bytes(&line))
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyBytesIo>) -> PyResult<Option<Value>> {
        this.check(vm)?;
        let line = this.line(None);
        Ok(if line.is_empty() { None } else { Some(vm.new_bytes(&line)) })
    }

    /// Get a view of the contents, for reading.
    #[pymethod("getbuffer($self, /)")]
    fn getbuffer(vm: &mut Vm, this: This<'_, PyBytesIo>) -> PyResult {
        this.check(vm)?;
        let contents = vm.new_bytes(&this.store.borrow().items);
        let view = vm.builtin("memoryview")?;
        vm.call(&view, &[contents])
    }

    /// Read bytes into buffer.
    #[pymethod("readinto($self, buffer, /)")]
    fn readinto(vm: &mut Vm, this: This<'_, PyBytesIo>, buffer: &Value) -> PyResult<usize> {
        this.check(vm)?;
        let size = vm.len(buffer)?;
        let bytes = this.store.borrow_mut().take(size);
        let slice = vm.ty::<minipy_vm::types::slice::PySlice>().value();
        let bounds = [Value::int32(0), vm.new_int(bytes.len() as i64)];
        let slice = vm.call(&slice, &bounds)?;
        let chunk = vm.new_bytes(&bytes);
        vm.set_item(buffer, &slice, &chunk)?;
        Ok(bytes.len())
    }

    /// Write bytes to file. Return the number of bytes written.
    #[pymethod("write($self, b, /)")]
    fn write(vm: &mut Vm, this: This<'_, PyBytesIo>, b: &Value) -> PyResult<usize> {
        this.check(vm)?;
        let bytes = vm.buffer_copy(b)?;
        this.store.borrow_mut().put(&bytes);
        Ok(bytes.len())
    }

    /// Retrieve the entire contents of the BytesIO object.
    #[pymethod("getvalue($self, /)")]
    fn getvalue(vm: &mut Vm, this: This<'_, PyBytesIo>) -> PyResult {
        this.check(vm)?;
        let store = this.store.borrow();
        Ok(vm.new_bytes(&store.items))
    }

    /// Change stream position.
    #[pymethod("seek($self, pos, whence=0, /)")]
    fn seek(vm: &mut Vm, this: This<'_, PyBytesIo>, pos: i64, whence: i32) -> PyResult<usize> {
        this.check(vm)?;
        let (place, len) = { (this.store.borrow().place, this.store.borrow().items.len()) };
        let place = seek_place(vm, pos, whence, place, len)?;
        this.store.borrow_mut().place = place;
        Ok(place)
    }
}
