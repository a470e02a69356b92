//! `io`: files, buffers and text streams (CPython's Modules/_io/).

mod base;
mod buffered;
mod memory;
mod raw;
mod text;

use std::io::SeekFrom;

use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::Ty;
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::{Value, Vm};

use base::{PyBufferedIoBase, PyIoBase, PyRawIoBase, PyTextIoBase};
use buffered::PyBuffered;
use memory::{PyBytesIo, PyStringIo};
use raw::{PyFileIo, RawFile};
use text::{Newline, PyTextIo};

pub use buffered::flush_all;

/// The definition. The module is named as in CPython, where `io` re-exports it.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_io",
    doc: "The io module provides the Python interfaces to stream handling.",
    functions: &[functions![open, open_code, text_encoding]],
    types: &[
        PyIoBase::TYPE,
        PyRawIoBase::TYPE,
        PyBufferedIoBase::TYPE,
        PyTextIoBase::TYPE,
        PyFileIo::TYPE,
        PyTextIo::TYPE,
        PyStringIo::TYPE,
        PyBytesIo::TYPE,
    ],
    init: Some(init),
};

const BUFFERED: [&str; 3] = ["BufferedReader", "BufferedWriter", "BufferedRandom"];

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let base = vm.static_type(PyBuffered::TYPE);
    for name in BUFFERED {
        let ty = vm.new_native_subclass(name, "_io", &[base], None, &[]);
        set(vm, module, name, &ty.value())?;
    }
    let bases = [vm.exc.os_error, vm.exc.value_error];
    let unsupported = vm.new_native_subclass("UnsupportedOperation", "io", &bases, None, &[]);
    set(vm, module, "UnsupportedOperation", &unsupported.value())?;
    set(vm, module, "DEFAULT_BUFFER_SIZE", &Value::int32(8192))?;
    let blocking = vm.exc.blocking_io_error.value();
    set(vm, module, "BlockingIOError", &blocking)
}

fn set(vm: &mut Vm, module: &Value, name: &str, value: &Value) -> PyResult<()> {
    let name = vm.intern(name);
    vm.set_attr(module, &name, value)
}

/// A class of this module.
fn class(vm: &mut Vm, name: &str) -> PyResult {
    let module = vm.import_module("_io")?;
    vm.get_attr_str(&module, name)
}

/// `io.UnsupportedOperation`.
fn unsupported_operation(vm: &mut Vm) -> Value {
    class(vm, "UnsupportedOperation").unwrap_or_else(|_| {
        vm.clear_raised();
        vm.exc.os_error.value()
    })
}

/// A size argument: None and negative numbers mean all.
fn optional_size(vm: &mut Vm, size: Option<&Value>) -> PyResult<Option<usize>> {
    match size.filter(|size| !size.is_none()) {
        None => Ok(None),
        Some(size) if vm.type_of(size).slots.index.get().is_none() => {
            let got = vm.type_name(size);
            Err(vm.type_error(format!("argument should be integer or None, not '{got}'")))
        }
        Some(size) => Ok(usize::try_from(vm.index_isize(size)?).ok()),
    }
}

fn seek_from(vm: &mut Vm, offset: i64, whence: i32) -> PyResult<SeekFrom> {
    match whence {
        0 => match u64::try_from(offset) {
            Ok(offset) => Ok(SeekFrom::Start(offset)),
            Err(_) => Err(vm.raise_io_error(&std::io::Error::from_raw_os_error(22), None)),
        },
        1 => Ok(SeekFrom::Current(offset)),
        2 => Ok(SeekFrom::End(offset)),
        _ => Err(vm.value_error(format!("whence value {whence} unsupported"))),
    }
}

/// What `open`'s mode asks for.
struct Mode {
    raw: String,
    writes: bool,
    updates: bool,
    binary: bool,
}

fn parse_mode(vm: &mut Vm, mode: &str) -> PyResult<Mode> {
    let duplicate = mode.char_indices().any(|(i, c)| mode.get(..i).is_some_and(|before| before.contains(c)));
    if duplicate || mode.chars().any(|c| !"rwaxbtU+".contains(c)) {
        return Err(vm.value_error(format!("invalid mode: '{mode}'")));
    }
    let has = |c: char| mode.contains(c);
    if has('b') && has('t') {
        return Err(vm.value_error("can't have text and binary mode at once"));
    }
    let mains = ['r', 'w', 'a', 'x'].into_iter().filter(|c| has(*c)).count() + usize::from(has('U') && !has('r'));
    if mains != 1 {
        return Err(vm.value_error(match mains {
            0 => "Must have exactly one of create/read/write/append mode and at most one plus",
            _ => "must have exactly one of create/read/write/append mode",
        }));
    }
    let mut raw: String = mode.chars().filter(|c| "rwax+".contains(*c)).collect();
    if raw.is_empty() {
        raw.push('r');
    }
    Ok(Mode { raw, writes: has('w') || has('a') || has('x'), updates: has('+'), binary: has('b') })
}

/// Open file and return a stream.  Raise OSError upon failure.
#[expect(clippy::too_many_arguments, reason = "they are open's")]
#[pyfunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)")]
fn open(
    vm: &mut Vm,
    file: &Value,
    mode: Option<&PyStr>,
    buffering: i64,
    encoding: Option<&PyStr>,
    errors: Option<&PyStr>,
    newline: Option<&Value>,
    closefd: bool,
    opener: Option<&Value>,
) -> PyResult {
    let text_mode = mode.map_or("r".to_owned(), PyStr::to_string_lossy);
    let mode = parse_mode(vm, &text_mode)?;
    if mode.binary {
        let wrong =
            [(encoding.is_some(), "an encoding"), (errors.is_some(), "an errors"), (newline.is_some(), "a newline")];
        if let Some((_, what)) = wrong.iter().find(|(given, _)| *given) {
            return Err(vm.value_error(format!("binary mode doesn't take {what} argument")));
        }
    }
    let newline = Newline::from_arg(vm, newline)?;
    let (file_io, raw_mode) = (vm.static_type(PyFileIo::TYPE).value(), vm.new_str(&mode.raw));
    let args = [file.clone(), raw_mode, Value::bool(closefd), opener.cloned().unwrap_or_default()];
    let raw = vm.call(&file_io, &args)?;
    let terminal = raw.downcast::<PyFileIo>().and_then(PyFileIo::raw).is_some_and(|raw| raw.is_terminal());
    if buffering == 0 {
        if mode.binary {
            return Ok(raw);
        }
        return Err(vm.value_error("can't have unbuffered text I/O"));
    }
    let name = if mode.updates {
        BUFFERED[2]
    } else if mode.writes {
        BUFFERED[1]
    } else {
        BUFFERED[0]
    };
    let buffered = class(vm, name)?;
    let buffer = vm.call(&buffered, std::slice::from_ref(&raw))?;
    if mode.binary {
        return Ok(buffer);
    }
    let text = |value: Option<&PyStr>, default: &str| value.map_or(default.to_owned(), PyStr::to_string_lossy);
    let (encoding, errors) = (text(encoding, "UTF-8"), text(errors, "strict"));
    let empty = vm.new_str("");
    vm.encode_str(&empty, &encoding, "strict")?;
    let stream = PyTextIo::over(buffer, &encoding, &errors, newline, buffering == 1 || terminal);
    let mode_value = vm.new_str(&text_mode);
    stream.set_mode(vm, mode_value);
    let ty = vm.static_type(PyTextIo::TYPE);
    Ok(vm.new_instance(ty, stream))
}

/// Opens the provided file with the intent to import the contents.
#[pyfunction("open_code(path)")]
fn open_code(vm: &mut Vm, path: &Value) -> PyResult {
    let open = class(vm, "open")?;
    let mode = vm.new_str("rb");
    vm.call(&open, &[path.clone(), mode])
}

/// A helper function to choose the text encoding.
#[pyfunction("text_encoding(encoding, stacklevel=2, /)")]
fn text_encoding(vm: &mut Vm, encoding: &Value, _stacklevel: i64) -> Value {
    if encoding.is_none() { vm.new_str("locale") } else { encoding.clone() }
}

/// A text stream over a standard descriptor.
fn standard(vm: &mut Vm, number: i32, name: &str, buffered: Ty) -> PyResult {
    let raw = match RawFile::standard(number) {
        Ok(raw) => raw,
        Err(_) => return Ok(Value::NONE),
    };
    let terminal = raw.is_terminal();
    let shown = vm.new_str(name);
    let file = PyFileIo::over(raw, shown, number == 0, number != 0);
    let ty = vm.static_type(PyFileIo::TYPE);
    let file = vm.new_instance(ty, file);
    let unbuffered = number != 0 && vm.config.unbuffered;
    let buffer = if unbuffered { file } else { vm.call(&buffered.value(), &[file])? };
    let errors = match number {
        2 => "backslashreplace",
        _ if vm.config.surrogateescape_streams => "surrogateescape",
        _ => "strict",
    };
    let newline = if number == 0 { Newline::Universal } else { Newline::Only("\n") };
    let mut stream = PyTextIo::over(buffer, "utf-8", errors, newline, !unbuffered && (terminal || number == 2));
    if unbuffered {
        stream = stream.writing_through();
    }
    let mode = vm.new_str(if number == 0 { "r" } else { "w" });
    stream.set_mode(vm, mode);
    let ty = vm.static_type(PyTextIo::TYPE);
    Ok(vm.new_instance(ty, stream))
}

/// `sys.stdin`, `sys.stdout`, `sys.stderr`, and `open` as a builtin.
pub fn install_standard_streams(vm: &mut Vm, sys: &Value) -> PyResult<()> {
    let open = class(vm, "open")?;
    let (builtins, key) = (vm.builtins.clone(), vm.intern("open"));
    vm.set_item(&builtins, &key, &open)?;
    for (number, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let kind = class(vm, if number == 0 { BUFFERED[0] } else { BUFFERED[1] })?;
        let Some(kind) = Ty::from_value(&kind) else { continue };
        let stream = standard(vm, number, &format!("<{name}>"), kind)?;
        set(vm, sys, name, &stream)?;
        set(vm, sys, &format!("__{name}__"), &stream)?;
    }
    vm.native_text_writer = Some(text::write_native);
    Ok(())
}
