//! `compile`, `eval`, `exec`, `globals`, `locals`, `__import__`.

use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr};
use crate::host::{Failure, Mode, Request, SyntaxFailure};
use crate::object::MethodDef;
use crate::types::code::PyCode;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

/// Flags that `compile` takes: futures, PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_TYPE_COMMENTS, ONLY_AST.
const KNOWN_FLAGS: u32 = FUTURES | 0x200 | 0x400 | 0x1000 | 0x2000 | 0x4000 | 0x100;
/// The flags of futures a code object carries on to what it compiles.
const FUTURES: u32 = 0x1fe_0000;

/// The source's bytes, and whether they were a str.
fn source_bytes(vm: &mut Vm, source: &Value, function: &str, what: &str) -> PyResult<(Vec<u8>, bool)> {
    let (bytes, from_text) = if let Some(text) = source.downcast::<PyStr>() {
        match text.to_text() {
            Some(text) => (text.into_owned().into_bytes(), true),
            None => {
                let bytes = vm.encode_str(source, "utf-8", "strict")?;
                (bytes.downcast::<PyBytes>().map(|bytes| bytes.as_bytes().to_vec()).unwrap_or_default(), true)
            }
        }
    } else if let Some(bytes) = source.downcast::<PyBytes>() {
        (bytes.as_bytes().to_vec(), false)
    } else {
        let result = vm.buffer_copy(source);
        match vm.catch(result, vm.exc.type_error)? {
            Some(bytes) => (bytes, false),
            None => return Err(vm.type_error(format!("{function}() arg 1 must be a {what}"))),
        }
    };
    if bytes.contains(&0) {
        return Err(vm.value_error("source code string cannot contain null bytes"));
    }
    Ok((bytes, from_text))
}

impl Vm {
    /// Compiles a source through the host; SyntaxErrors and warnings are raised as Python's.
    pub fn compile_source(&mut self, request: &Request<'_>) -> PyResult {
        let Some(host) = self.host.clone() else {
            return Err(self.system_error("this interpreter has no compiler"));
        };
        match host.compile(request) {
            Ok(compiled) => {
                for warning in &compiled.warnings {
                    self.compiler_warning(warning, request.filename)?;
                }
                self.new_code(compiled.code)
            }
            Err(failure) => match *failure {
                Failure::Syntax(failure) => Err(self.raise_syntax_error(&failure, request.filename)),
                Failure::Other(name, message) => {
                    let class = self.builtin(name)?;
                    let message = self.new_str(&message);
                    let exception = self.call(&class, &[message])?;
                    Err(self.raise_value(exception))
                }
            },
        }
    }

    /// Raises the SyntaxError that the compiler found.
    pub(crate) fn raise_syntax_error(&mut self, failure: &SyntaxFailure, filename: &str) -> crate::exc::Raised {
        let class = match failure.kind {
            "IndentationError" => self.exc.indentation_error,
            "TabError" => self.exc.tab_error,
            _ => self.exc.syntax_error,
        };
        let number = |vm: &Vm, n: Option<i64>| n.map_or(Value::NONE, |n| vm.new_int(n));
        let text = failure.text.as_ref().map_or(Value::NONE, |text| self.new_str(text));
        let details = [
            self.new_str(filename),
            number(self, failure.lineno),
            number(self, failure.offset),
            text,
            number(self, failure.end_lineno),
            number(self, failure.end_offset),
        ];
        let details = self.new_tuple_from(&details);
        let message = self.new_str(&failure.message);
        self.raise_with(class, &[message, details])
    }
}

/// Compile source into a code object that can be executed by exec() or eval().
///
/// The source code may represent a Python module, statement or expression.
/// The filename will be used for run-time error messages.
/// The mode must be 'exec' to compile a module, 'single' to compile a
/// single (interactive) statement, or 'eval' to compile an expression.
/// The flags argument, if present, controls which future statements influence
/// the compilation of the code.
/// The dont_inherit argument, if true, stops the compilation inheriting
/// the effects of any future statements in effect in the code calling
/// compile; if absent or false these statements do influence the compilation,
/// in addition to any features explicitly specified.
#[pyfunction("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)")]
#[expect(clippy::too_many_arguments, reason = "they are compile()'s")]
fn compile(
    vm: &mut Vm,
    source: &Value,
    filename: &Value,
    mode: &Value,
    flags: i32,
    dont_inherit: bool,
    optimize: i32,
    feature_version: i32,
) -> PyResult {
    let _ = feature_version;
    let filename = vm.fs_path(filename)?;
    let Some(mode_text) = mode.downcast::<PyStr>().map(PyStr::to_string_lossy) else {
        let got = if mode.is_none() { "None".to_owned() } else { vm.type_name(mode) };
        return Err(vm.type_error(format!("compile() argument 'mode' must be str, not {got}")));
    };
    let mut flags = flags as u32;
    if flags & !KNOWN_FLAGS != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    if !(-1..=2).contains(&optimize) {
        return Err(vm.value_error("compile(): invalid optimize value"));
    }
    if !dont_inherit {
        flags |= vm.current_code_flags() & FUTURES;
    }
    let mode = match mode_text.as_str() {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let (bytes, from_text) = source_bytes(vm, source, "compile", "string, bytes or AST object")?;
    let optimize = u8::try_from(optimize).unwrap_or(vm.config.optimize);
    vm.compile_source(&Request { source: &bytes, from_text, filename: &filename, mode, flags, optimize })
}

/// The namespaces that `eval` and `exec` work in.
fn namespaces(
    vm: &mut Vm,
    globals: Option<&Value>,
    locals: Option<&Value>,
    function: &str,
) -> PyResult<(Value, Value)> {
    let globals = globals.filter(|value| !value.is_none());
    let locals = locals.filter(|value| !value.is_none());
    if let Some(locals) = locals
        && vm.type_of(locals).slots.getitem.get().is_none()
    {
        let got = vm.type_name(locals);
        let message = match function {
            "eval" => "locals must be a mapping".to_owned(),
            _ => format!("locals must be a mapping or None, not {got}"),
        };
        return Err(vm.type_error(message));
    }
    if let Some(globals) = globals
        && !globals.is_a::<PyDict>()
    {
        let got = vm.type_name(globals);
        let message = match function {
            "eval" if vm.type_of(globals).slots.getitem.get().is_some() => {
                "globals must be a real dict; try eval(expr, {}, mapping)".to_owned()
            }
            "eval" => "globals must be a dict".to_owned(),
            _ => format!("exec() globals must be a dict, not {got}"),
        };
        return Err(vm.type_error(message));
    }
    let (globals, locals) = match (globals, locals) {
        (Some(globals), Some(locals)) => (globals.clone(), locals.clone()),
        (Some(globals), None) => (globals.clone(), globals.clone()),
        (None, locals) => {
            let current = vm.frame_globals()?;
            let locals = match locals {
                Some(locals) => locals.clone(),
                None => vm.frame_locals()?,
            };
            (current, locals)
        }
    };
    let key = vm.names.__builtins__.clone();
    if let Some(dict) = globals.downcast::<PyDict>()
        && dict.get_str(vm, &key).is_none()
    {
        let builtins = vm.frame_builtins();
        dict.set_str(vm, &key, builtins);
    }
    Ok((globals, locals))
}

/// The code to run: `source` itself, or compiled from text.
fn code_of(vm: &mut Vm, source: &Value, mode: Mode, function: &str) -> PyResult {
    if let Some(code) = source.downcast::<PyCode>() {
        if !code.code().freevars.is_empty() {
            return Err(vm.type_error(format!("code object passed to {function}() may not contain free variables")));
        }
        return Ok(source.clone());
    }
    let (mut bytes, from_text) = source_bytes(vm, source, function, "string, bytes or code object")?;
    if mode == Mode::Eval {
        let blanks = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        bytes.drain(..blanks);
    }
    let flags = vm.current_code_flags() & FUTURES;
    let optimize = vm.config.optimize;
    vm.compile_source(&Request { source: &bytes, from_text, filename: "<string>", mode, flags, optimize })
}

/// Evaluate the given source in the context of globals and locals.
///
/// The source may be a string representing a Python expression
/// or a code object as returned by compile().
/// The globals must be a dictionary and locals can be any mapping,
/// defaulting to the current globals and locals.
/// If only globals is given, locals defaults to it.
#[pyfunction("eval(source, globals=None, locals=None, /)")]
fn eval(vm: &mut Vm, source: &Value, globals: Option<&Value>, locals: Option<&Value>) -> PyResult {
    let (globals, locals) = namespaces(vm, globals, locals, "eval")?;
    let code = code_of(vm, source, Mode::Eval, "eval")?;
    vm.run_code(&code, &globals, &locals)
}

/// Execute the given source in the context of globals and locals.
///
/// The source may be a string representing one or more Python statements
/// or a code object as returned by compile().
/// The globals must be a dictionary and locals can be any mapping,
/// defaulting to the current globals and locals.
/// If only globals is given, locals defaults to it.
#[pyfunction("exec(source, globals=None, locals=None, /)")]
fn exec(vm: &mut Vm, source: &Value, globals: Option<&Value>, locals: Option<&Value>) -> PyResult<()> {
    let (globals, locals) = namespaces(vm, globals, locals, "exec")?;
    let code = code_of(vm, source, Mode::Exec, "exec")?;
    vm.run_code(&code, &globals, &locals).map(drop)
}

/// Return the dictionary containing the current scope's global variables.
///
/// NOTE: Updates to this dictionary *will* affect name lookups in the current
/// global scope and vice-versa.
#[pyfunction("globals()")]
fn globals(vm: &mut Vm) -> PyResult {
    vm.frame_globals()
}

/// Return a dictionary containing the current scope's local variables.
///
/// NOTE: Whether or not updates to this dictionary will affect name lookups in
/// the local scope and vice-versa is *implementation dependent* and not
/// covered by any backwards compatibility guarantees.
#[pyfunction("locals()")]
fn locals(vm: &mut Vm) -> PyResult {
    vm.frame_locals()
}

/// __import__(name, globals=None, locals=None, fromlist=(), level=0) -> module
///
/// Import a module. Because this function is meant for use by the Python
/// interpreter and not for general use, it is better to use
/// importlib.import_module() to programmatically import a module.
#[pyfunction("__import__(name, globals=None, locals=None, fromlist=(), level=0)", no_text)]
fn dunder_import(
    vm: &mut Vm,
    name: &Value,
    globals: Option<&Value>,
    locals: Option<&Value>,
    fromlist: Option<&Value>,
    level: i32,
) -> PyResult {
    let _ = locals;
    if !name.is_a::<PyStr>() {
        let got = if name.is_none() { "None".to_owned() } else { vm.type_name(name) };
        return Err(vm.type_error(format!("__import__() argument 1 must be str, not {got}")));
    }
    let none = Value::NONE;
    vm.import_name(name, globals.unwrap_or(&none), fromlist.unwrap_or(&none), level)
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![compile, eval, exec, globals, locals, dunder_import];
