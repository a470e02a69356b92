//! `_IOBase` and the abstract bases (CPython's Modules/_io/iobase.c): what any stream can do through its own methods.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::Args;
use minipy_vm::exc::PyResult;
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use super::raw::{closed, unsupported};

/// The abstract base class for all I/O classes.
#[pyclass(name = "_IOBase", module = "_io", layout = 181, flags(basetype, dict, weakref), accepts = any)]
pub struct PyIoBase(());

/// Base class for raw binary I/O.
#[pyclass(name = "_RawIOBase", module = "_io", base = PyIoBase, layout = 182, flags(basetype, dict, weakref), accepts = any)]
pub struct PyRawIoBase(());

/// Base class for buffered IO objects.
#[pyclass(name = "_BufferedIOBase", module = "_io", base = PyIoBase, layout = 183, flags(basetype, dict, weakref), accepts = any)]
pub struct PyBufferedIoBase(());

/// Base class for text I/O.
#[pyclass(name = "_TextIOBase", module = "_io", base = PyIoBase, layout = 184, flags(basetype, dict, weakref), accepts = any)]
pub struct PyTextIoBase(());

fn any(_value: &Value) -> bool {
    true
}

fn is_closed(vm: &mut Vm, this: &Value) -> PyResult<bool> {
    let flag = vm.get_attr_str(this, "closed")?;
    vm.truth(&flag)
}

fn check_open(vm: &mut Vm, this: &Value) -> PyResult<()> {
    if is_closed(vm, this)? { Err(closed(vm)) } else { Ok(()) }
}

#[pymethods]
impl PyIoBase {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyIoBase(())))
    }

    #[slot(init)]
    fn init(_vm: &mut Vm, _this: &Value, _args: Args<'_>) -> PyResult<()> {
        Ok(())
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: &Value) -> PyResult {
        check_open(vm, this)?;
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: &Value) -> PyResult<Option<Value>> {
        let line = vm.call_method_str(this, "readline", &[])?;
        Ok(if vm.truth(&line)? { Some(line) } else { None })
    }

    #[pymethod("__enter__($self, /)", no_text)]
    fn enter(vm: &mut Vm, this: &Value) -> PyResult {
        check_open(vm, this)?;
        Ok(this.clone())
    }

    #[pymethod("__exit__($self, /, *args)", no_text)]
    fn exit(vm: &mut Vm, this: &Value, _args: &[Value]) -> PyResult<()> {
        vm.call_method_str(this, "close", &[]).map(drop)
    }

    /// Flush and close the IO object.
    #[pymethod("close($self, /)")]
    fn close(vm: &mut Vm, this: &Value) -> PyResult<()> {
        if is_closed(vm, this)? {
            return Ok(());
        }
        let result = vm.call_method_str(this, "flush", &[]);
        let name = vm.intern("__IOBase_closed");
        vm.set_attr(this, &name, &Value::TRUE)?;
        result.map(drop)
    }

    #[getter("closed")]
    fn get_closed(vm: &mut Vm, this: &Value) -> PyResult<bool> {
        let name = vm.intern("__IOBase_closed");
        Ok(vm.get_attr_opt(this, &name)?.is_some())
    }

    /// Flush write buffers, if applicable.
    #[pymethod("flush($self, /)")]
    fn flush(vm: &mut Vm, this: &Value) -> PyResult<()> {
        check_open(vm, this)
    }

    /// Return whether object was opened for reading.
    #[pymethod("readable($self, /)")]
    #[pymethod("writable($self, /)")]
    #[pymethod("seekable($self, /)")]
    fn no(_this: &Value) -> bool {
        false
    }

    /// Return whether this is an 'interactive' stream.
    #[pymethod("isatty($self, /)")]
    fn isatty(vm: &mut Vm, this: &Value) -> PyResult<bool> {
        check_open(vm, this)?;
        Ok(false)
    }

    /// Returns underlying file descriptor if one exists.
    #[pymethod("fileno($self, /)")]
    fn fileno(vm: &mut Vm, _this: &Value) -> PyResult {
        Err(unsupported(vm, "fileno"))
    }

    /// Change the stream position to the given byte offset.
    #[pymethod("seek($self, *args)", no_text)]
    fn seek(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "seek"))
    }

    /// Return current stream position.
    #[pymethod("tell($self, /)")]
    fn tell(vm: &mut Vm, this: &Value) -> PyResult {
        vm.call_method_str(this, "seek", &[Value::int32(0), Value::int32(1)])
    }

    /// Truncate file to size bytes.
    #[pymethod("truncate($self, *args)", no_text)]
    fn truncate(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "truncate"))
    }

    /// Return a list of lines from the stream.
    #[pymethod("readlines($self, hint=-1, /)")]
    fn readlines(vm: &mut Vm, this: &Value, hint: Option<&Value>) -> PyResult {
        let hint = match hint.filter(|hint| !hint.is_none()) {
            Some(hint) => vm.index_i64(hint)?,
            None => -1,
        };
        let iterator = vm.iter(this)?;
        let (mut lines, mut size) = (Vec::new(), 0i64);
        while let Some(line) = vm.next_item(&iterator)? {
            size += vm.len(&line)? as i64;
            lines.push(line);
            if hint > 0 && size >= hint {
                break;
            }
        }
        Ok(vm.new_list(lines))
    }

    /// Write a list of lines to stream.
    #[pymethod("writelines($self, lines, /)")]
    fn writelines(vm: &mut Vm, this: &Value, lines: &Value) -> PyResult<()> {
        check_open(vm, this)?;
        let write = vm.get_attr_str(this, "write")?;
        vm.for_each(lines, |vm, line| vm.call(&write, &[line]).map(drop))
    }

    /// Read and return a line from the stream.
    #[pymethod("readline($self, size=-1, /)")]
    fn readline(vm: &mut Vm, this: &Value, size: Option<&Value>) -> PyResult {
        let limit = super::optional_size(vm, size)?;
        let mut line = Vec::new();
        while limit.is_none_or(|limit| line.len() < limit) {
            let byte = vm.call_method_str(this, "read", &[Value::int32(1)])?;
            let byte = vm.buffer_copy(&byte)?;
            line.extend_from_slice(&byte);
            if byte.is_empty() || byte == b"\n" {
                break;
            }
        }
        Ok(vm.new_bytes(&line))
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: &Value) -> PyResult {
        match vm.instance_dict(this) {
            Some(dict) => Ok(dict),
            None => Err(vm.attribute_error("__dict__")),
        }
    }
}

#[pymethods]
impl PyRawIoBase {
    /// Read up to size bytes through readinto().
    #[pymethod("read($self, size=-1, /)")]
    fn read(vm: &mut Vm, this: &Value, size: Option<&Value>) -> PyResult {
        let Some(size) = super::optional_size(vm, size)? else { return vm.call_method_str(this, "readall", &[]) };
        let bytearray = vm.ty::<minipy_vm::types::bytearray::PyByteArray>().value();
        let size = vm.new_int(size as i64);
        let buffer = vm.call(&bytearray, &[size])?;
        let count = vm.call_method_str(this, "readinto", std::slice::from_ref(&buffer))?;
        if count.is_none() {
            return Ok(count);
        }
        let count = usize::try_from(vm.index_i64(&count)?).unwrap_or(0);
        let bytes = vm.buffer_copy(&buffer)?;
        Ok(vm.new_bytes(bytes.get(..count).unwrap_or(&bytes)))
    }

    /// Read until EOF, using multiple read() call.
    #[pymethod("readall($self, /)")]
    fn readall(vm: &mut Vm, this: &Value) -> PyResult {
        let mut all = Vec::new();
        loop {
            let chunk = vm.call_method_str(this, "read", &[Value::int32(8192)])?;
            if chunk.is_none() {
                return if all.is_empty() { Ok(chunk) } else { Ok(vm.new_bytes(&all)) };
            }
            let chunk = vm.buffer_copy(&chunk)?;
            if chunk.is_empty() {
                return Ok(vm.new_bytes(&all));
            }
            all.extend_from_slice(&chunk);
        }
    }
}

#[pymethods]
impl PyBufferedIoBase {
    /// Read and return up to n bytes.
    #[pymethod("read($self, *args)", no_text)]
    fn read(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "read"))
    }

    /// Write the given buffer to the IO stream.
    #[pymethod("write($self, *args)", no_text)]
    fn write(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "write"))
    }

    /// Disconnect this buffer from its underlying raw stream and return it.
    #[pymethod("detach($self, /)")]
    fn detach(vm: &mut Vm, _this: &Value) -> PyResult {
        Err(unsupported(vm, "detach"))
    }
}

#[pymethods]
impl PyTextIoBase {
    /// Read at most n characters from stream.
    #[pymethod("read($self, *args)", no_text)]
    fn read(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "read"))
    }

    /// Read until newline or EOF.
    #[pymethod("readline($self, *args)", no_text)]
    fn readline(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "readline"))
    }

    /// Write string to stream.
    #[pymethod("write($self, *args)", no_text)]
    fn write(vm: &mut Vm, _this: &Value, _args: &[Value]) -> PyResult {
        Err(unsupported(vm, "write"))
    }

    /// Encoding of the text stream.
    #[getter("encoding")]
    fn get_encoding(_this: &Value) -> Value {
        Value::NONE
    }

    /// The error setting of the decoder or encoder.
    #[getter("errors")]
    fn get_errors(_this: &Value) -> Value {
        Value::NONE
    }

    /// Line endings translated so far.
    #[getter("newlines")]
    fn get_newlines(_this: &Value) -> Value {
        Value::NONE
    }
}
