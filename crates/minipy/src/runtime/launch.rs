//! Running a program as `__main__` (CPython's Modules/main.c and Lib/runpy.py).

use std::path::Path;

use minipy_bytecode::pyc;
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::host::{Mode, Request};
use minipy_vm::{Value, Vm};
use signal_hook::consts::SIGINT;
use signal_hook::flag;

use crate::program::is_compiled;

/// What to run.
pub enum Start {
    /// `-c`.
    Code(String),
    /// `-m`.
    Module(String),
    /// A file's bytes under its name.
    File(String, Vec<u8>),
    /// A folder or zip file that has a `__main__`.
    Folder(String),
}

/// A program about to run.
pub struct Launch {
    /// What.
    pub start: Start,
}

impl Launch {
    /// Runs it and gives the exit status; an uncaught exception is printed.
    pub fn run(self, vm: &mut Vm) -> u8 {
        let result = start_up(vm).and_then(|()| {
            // Without handlers the system's way to interrupt a program remains: it ends.
            _ = catch_interrupts(vm);
            self.execute(vm)
        });
        let status = match result {
            Ok(()) => 0,
            Err(_) => report(vm),
        };
        finish(vm, status)
    }

    fn execute(self, vm: &mut Vm) -> PyResult<()> {
        let main = vm.new_module("__main__");
        let (modules, name) = (vm.modules.clone(), vm.intern("__main__"));
        vm.set_item(&modules, &name, &main)?;
        let builtins_module = vm.import_module("builtins")?;
        set(vm, &main, "__builtins__", &builtins_module)?;
        let annotations = vm.new_dict();
        match self.start {
            Start::Code(text) => {
                let loader = vm.ty::<minipy_vm::import::PyBuiltinImporter>().value();
                set(vm, &main, "__loader__", &loader)?;
                set(vm, &main, "__annotations__", &annotations)?;
                run_source(vm, &main, text.as_bytes(), "<string>")
            }
            Start::File(path, bytes) => {
                let path_value = vm.new_str(&path);
                let loader = vm.new_source_loader(&name, path_value.clone());
                set(vm, &main, "__loader__", &loader)?;
                set(vm, &main, "__annotations__", &annotations)?;
                set(vm, &main, "__file__", &path_value)?;
                set(vm, &main, "__cached__", &Value::NONE)?;
                if is_compiled(Path::new(&path), &bytes) {
                    return run_pyc(vm, &main, &bytes);
                }
                run_source(vm, &main, &bytes, &path)
            }
            Start::Folder(path) => {
                let first = vm.new_str(&path);
                if let Some(list) = vm.sys_attr_str("path")? {
                    vm.call_method_str(&list, "insert", &[Value::int32(0), first])?;
                }
                run_module(vm, &main, "__main__", false)
            }
            Start::Module(module) => run_module(vm, &main, &module, true),
        }
    }
}

/// Ctrl-C becomes a KeyboardInterrupt; a second one before the program has noticed the first ends the process.
fn catch_interrupts(vm: &Vm) -> std::io::Result<()> {
    let [interrupted, attention] = vm.interrupt_flags();
    flag::register_conditional_default(SIGINT, interrupted.clone())?;
    flag::register(SIGINT, interrupted)?;
    flag::register(SIGINT, attention)?;
    Ok(())
}

fn set(vm: &mut Vm, object: &Value, name: &str, value: &Value) -> PyResult<()> {
    let name = vm.intern(name);
    vm.set_attr(object, &name, value)
}

/// `sys` and the standard streams.
fn start_up(vm: &mut Vm) -> PyResult<()> {
    let sys = vm.new_native_module(&minipy_stdlib::native::sys::MODULE)?;
    let (modules, name) = (vm.modules.clone(), vm.intern("sys"));
    vm.set_item(&modules, &name, &sys)?;
    // The two modules that were made without an import have a spec like the others.
    for name in ["builtins", "sys"] {
        let name = vm.intern(name);
        if let Some(spec) = vm.find_spec(&name, &Value::NONE)? {
            let modules = vm.modules.clone();
            let module = vm.get_item(&modules, &name)?;
            set(vm, &module, "__spec__", &spec)?;
        }
    }
    minipy_stdlib::native::io::install_standard_streams(vm, &sys)?;
    if !vm.config.no_site {
        minipy_stdlib::native::site::install(vm)?;
    }
    vm.make_permanent();
    Ok(())
}

fn run_source(vm: &mut Vm, main: &Value, source: &[u8], filename: &str) -> PyResult<()> {
    let optimize = vm.config.optimize;
    let request = Request { source, from_text: false, filename, mode: Mode::Exec, flags: 0, optimize };
    let code = vm.compile_source(&request)?;
    run_code(vm, main, &code)
}

fn run_pyc(vm: &mut Vm, main: &Value, bytes: &[u8]) -> PyResult<()> {
    let code = match pyc::read(bytes) {
        Ok((_, code)) => code,
        Err(fault) => return Err(vm.runtime_error(fault.to_string())),
    };
    let code = vm.new_code(code)?;
    run_code(vm, main, &code)
}

fn run_code(vm: &mut Vm, main: &Value, code: &Value) -> PyResult<()> {
    let Some(namespace) = vm.module_dict(main) else { return Ok(()) };
    vm.run_code(code, &namespace, &namespace).map(drop)
}

/// Runs a module found along `sys.path` under the name `__main__`.
fn run_module(vm: &mut Vm, main: &Value, name: &str, set_argv: bool) -> PyResult<()> {
    let (code, spec, origin) = match find_main(vm, name)? {
        Some(found) => found,
        None => {
            let message = format!("{}: No module named {name}\n", vm.config.executable.display());
            return Err(fail(vm, &message));
        }
    };
    let parent = vm.get_attr_str(&spec, "parent")?;
    let (loader, cached) = (vm.get_attr_str(&spec, "loader")?, vm.get_attr_str(&spec, "cached")?);
    set(vm, main, "__spec__", &spec)?;
    set(vm, main, "__loader__", &loader)?;
    set(vm, main, "__package__", &parent)?;
    set(vm, main, "__file__", &origin)?;
    set(vm, main, "__cached__", &cached)?;
    if set_argv && let Some(argv) = vm.sys_attr_str("argv")? {
        vm.set_item(&argv, &Value::int32(0), &origin)?;
    }
    run_code(vm, main, &code)
}

/// The code, spec and file of a module to run; a package's `__main__`.
fn find_main(vm: &mut Vm, name: &str) -> PyResult<Option<(Value, Value, Value)>> {
    if let Some((package, _)) = name.rsplit_once('.') {
        vm.import_module(package)?;
    }
    let full = vm.intern(name);
    let path = match name.rsplit_once('.') {
        Some((package, _)) => {
            let package = vm.import_module(package)?;
            vm.get_attr_str(&package, "__path__")?
        }
        None => Value::NONE,
    };
    let Some(spec) = vm.find_spec(&full, &path)? else { return Ok(None) };
    if !vm.get_attr_str(&spec, "submodule_search_locations")?.is_none() && !name.ends_with("__main__") {
        return find_main(vm, &format!("{name}.__main__"));
    }
    let origin = vm.get_attr_str(&spec, "origin")?;
    let loader = vm.get_attr_str(&spec, "loader")?;
    let code = vm.call_method_str(&loader, "get_code", &[full])?;
    Ok(Some((code, spec, origin)))
}

/// Prints a message and raises SystemExit(1).
fn fail(vm: &mut Vm, message: &str) -> minipy_vm::Raised {
    eprint!("{message}");
    let class = vm.exc.system_exit;
    vm.raise_with(class, &[Value::int32(1)])
}

/// Shows the pending exception and gives the exit status that it means.
fn report(vm: &mut Vm) -> u8 {
    let Some(exception) = vm.take_raised() else { return 1 };
    if vm.is_instance(&exception, vm.exc.system_exit) {
        return exit_status(vm, &exception);
    }
    let interrupted = vm.is_instance(&exception, vm.exc.keyboard_interrupt);
    print_uncaught(vm, &exception);
    if interrupted { 130 } else { 1 }
}

/// Through `sys.excepthook`, if the program has put its own there.
fn print_uncaught(vm: &mut Vm, exception: &Value) {
    let hooks = (vm.sys_attr_str("excepthook"), vm.sys_attr_str("__excepthook__"));
    if let (Ok(Some(hook)), Ok(Some(original))) = hooks
        && !hook.is(&original)
    {
        let class = vm.type_of(exception).value();
        let traceback = vm.get_attr_str(exception, "__traceback__").unwrap_or_default();
        if vm.call(&hook, &[class, exception.clone(), traceback]).is_err() {
            eprintln!("Error in sys.excepthook:");
            if let Some(error) = vm.take_raised() {
                vm.print_exception(&error);
            }
            eprintln!("\nOriginal exception was:");
            vm.print_exception(exception);
        }
        return;
    }
    vm.clear_raised();
    if vm.sys_attr_str("excepthook").is_ok_and(|hook| hook.is_none()) {
        eprintln!("sys.excepthook is missing");
    }
    vm.print_exception(exception);
}

/// `sys.exit(code)`: None is 0, an int itself, anything else is printed and means 1.
fn exit_status(vm: &mut Vm, exception: &Value) -> u8 {
    let code = vm.exception_member(exception, "code").unwrap_or_default();
    if code.is_none() {
        return 0;
    }
    if let Some(number) = vm.int_value(&code) {
        return vm.int_to_i64(&code).map_or(255, |_| number & 255u8);
    }
    if code.downcast::<PyTuple>().is_some_and(|tuple| tuple.items().is_empty()) {
        eprintln!("()");
        return 1;
    }
    if let Ok(text) = vm.str_string(&code)
        && let Ok(Some(stderr)) = vm.sys_attr_str("stderr")
    {
        let text = vm.new_str(&format!("{text}\n"));
        if vm.call_method_str(&stderr, "write", &[text]).is_err() {
            vm.clear_raised();
        }
    }
    1
}

/// Ends the program: exit functions, then the streams are flushed. A stream that cannot be flushed makes the status 120.
fn finish(vm: &mut Vm, status: u8) -> u8 {
    let modules = vm.modules.clone();
    let name = vm.intern("atexit");
    if let Ok(atexit) = vm.get_item(&modules, &name) {
        if vm.call_method_str(&atexit, "_run_exitfuncs", &[]).is_err()
            && let Some(error) = vm.take_raised()
        {
            vm.print_exception(&error);
        }
    } else {
        vm.clear_raised();
    }
    vm.run_final_collection();
    let mut failed = false;
    for name in ["stdout", "stderr"] {
        if let Ok(Some(stream)) = vm.sys_attr_str(name)
            && !stream.is_none()
            && vm.call_method_str(&stream, "flush", &[]).is_err()
        {
            let broken = vm.raised_is(vm.exc.broken_pipe_error);
            let closed = vm.raised_is(vm.exc.value_error);
            vm.clear_raised();
            failed = failed || (!broken && !closed && name == "stdout");
        }
    }
    minipy_stdlib::native::io::flush_all();
    if failed && status == 0 { 120 } else { status }
}
