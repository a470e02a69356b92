//! `print` and `input`.

use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::MethodDef;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

/// `None` for absent and None; TypeError for what is no str.
fn text_option<'a>(vm: &mut Vm, value: Option<&'a Value>, name: &str) -> PyResult<Option<&'a Value>> {
    match value.filter(|value| !value.is_none()) {
        Some(value) if !value.is_a::<PyStr>() => {
            let got = vm.type_name(value);
            Err(vm.type_error(format!("{name} must be None or a string, not {got}")))
        }
        value => Ok(value),
    }
}

/// `file.write(text)`; a text stream of the library takes it without a call.
fn write_piece(vm: &mut Vm, file: &Value, text: &Value) -> PyResult<()> {
    if let Some(writer) = vm.native_text_writer
        && let Some(result) = writer(vm, file, text)
    {
        return result;
    }
    let write = vm.names.write.clone();
    vm.call_method(file, &write, std::slice::from_ref(text)).map(drop)
}

/// print(value, ..., sep=' ', end='\n', file=sys.stdout, flush=False)
///
/// Prints the values to a stream, or to sys.stdout by default.
/// Optional keyword arguments:
/// file:  a file-like object (stream); defaults to the current sys.stdout.
/// sep:   string inserted between values, default a space.
/// end:   string appended after the last value, default a newline.
/// flush: whether to forcibly flush the stream.
#[pyfunction("print(*args, sep=None, end=None, file=None, flush=False)", no_text)]
fn print(
    vm: &mut Vm,
    args: &[Value],
    sep: Option<&Value>,
    end: Option<&Value>,
    file: Option<&Value>,
    flush: bool,
) -> PyResult<()> {
    let file = match file.filter(|file| !file.is_none()) {
        Some(file) => file.clone(),
        None => {
            let stdout = vm.names.stdout.clone();
            match vm.sys_attr(&stdout)? {
                Some(file) if file.is_none() => return Ok(()),
                Some(file) => file,
                None => return Err(vm.runtime_error("lost sys.stdout")),
            }
        }
    };
    let sep = text_option(vm, sep, "sep")?;
    let end = text_option(vm, end, "end")?;
    let (space, newline) = (vm.new_str(" "), vm.new_str("\n"));
    for (i, value) in args.iter().enumerate() {
        if i > 0 {
            write_piece(vm, &file, sep.unwrap_or(&space))?;
        }
        let text = vm.str(value)?;
        write_piece(vm, &file, &text)?;
    }
    write_piece(vm, &file, end.unwrap_or(&newline))?;
    if flush {
        let name = vm.names.flush.clone();
        vm.call_method(&file, &name, &[])?;
    }
    Ok(())
}

/// Read a string from standard input.  The trailing newline is stripped.
///
/// The prompt string, if given, is printed to standard output without a
/// trailing newline before reading input.
///
/// If the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.
/// On *nix systems, readline is used if available.
#[pyfunction("input(prompt='', /)")]
fn input(vm: &mut Vm, prompt: Option<&Value>) -> PyResult {
    let streams = [vm.names.stdin.clone(), vm.names.stdout.clone(), vm.names.stderr.clone()];
    let mut files = Vec::with_capacity(3);
    for name in &streams {
        match vm.sys_attr(name)?.filter(|file| !file.is_none()) {
            Some(file) => files.push(file),
            None => {
                let name = vm.str_lossy(name);
                return Err(vm.runtime_error(format!("input(): lost sys.{name}")));
            }
        }
    }
    let [stdin, stdout, stderr] = files.as_slice() else { return Ok(Value::NONE) };
    let (flush, write, readline) = (vm.names.flush.clone(), vm.names.write.clone(), vm.names.readline.clone());
    if vm.call_method(stderr, &flush, &[]).is_err() {
        vm.clear_raised();
    }
    if let Some(prompt) = prompt {
        let text = vm.str(prompt)?;
        vm.call_method(stdout, &write, &[text])?;
    }
    if vm.call_method(stdout, &flush, &[]).is_err() {
        vm.clear_raised();
    }
    let line = vm.call_method(stdin, &readline, &[])?;
    let Some(text) = line.downcast::<PyStr>() else {
        return Err(vm.type_error("object.readline() returned non-string"));
    };
    if text.is_empty() {
        return Err(vm.eof_error("EOF when reading a line"));
    }
    if text.at(text.len() - 1) != Some(u32::from(b'\n')) {
        return Ok(line);
    }
    let codes: Vec<u32> = text.code_points().take(text.len() - 1).collect();
    Ok(vm.new_str_from_u32(&codes))
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![print, input];
