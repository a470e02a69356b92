//! Functions of `sys`.

use minipy_macros::{functions, pyfunction};
use minipy_vm::args::{Args, This};
use minipy_vm::exc::PyResult;
use minipy_vm::exc::exception::PyBaseException;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::MethodDef;
use minipy_vm::{Value, Vm};

/// Exit the interpreter by raising SystemExit(status).
///
/// If the status is omitted or None, it defaults to zero (i.e., success).
/// If the status is an integer, it will be used as the system exit status.
/// If it is another kind of object, it will be printed and the system
/// exit status will be one (i.e., failure).
#[pyfunction("sys.exit(status=None, /)")]
fn exit(vm: &mut Vm, status: Option<&Value>) -> PyResult<()> {
    let class = vm.exc.system_exit;
    Err(match status {
        Some(status) => vm.raise_with(class, std::slice::from_ref(status)),
        None => vm.raise_with(class, &[]),
    })
}

/// ``Intern'' the given string.
///
/// This enters the string in the (global) table of interned strings whose
/// purpose is to speed up dictionary lookups. Return the string itself or
/// the previously interned string object with the same value.
#[pyfunction("sys.intern(string, /)")]
fn intern(vm: &mut Vm, string: This<'_, PyStr>) -> PyResult {
    if !vm.is_exact::<PyStr>(string.value()) {
        let ty = vm.type_name(string.value());
        return Err(vm.type_error(format!("can't intern {ty}")));
    }
    let copy = vm.new_str_data(string.data());
    Ok(vm.intern_value(&copy))
}

/// Return the current value of the recursion limit.
///
/// The recursion limit is the maximum depth of the Python interpreter
/// stack.  This limit prevents infinite recursion from causing an overflow
/// of the C stack and crashing Python.
#[pyfunction("sys.getrecursionlimit()")]
fn getrecursionlimit(vm: &mut Vm) -> usize {
    vm.recursion_limit()
}

/// Set the maximum depth of the Python interpreter stack to n.
///
/// This limit prevents infinite recursion from causing an overflow of the C
/// stack and crashing Python.  The highest possible limit is platform-
/// dependent.
#[pyfunction("sys.setrecursionlimit(limit, /)")]
fn setrecursionlimit(vm: &mut Vm, limit: i32) -> PyResult<()> {
    let Some(limit) = usize::try_from(limit).ok().filter(|limit| *limit > 0) else {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    };
    vm.set_recursion_limit(limit)
}

/// Return the reference count of object.
///
/// The count returned is generally one higher than you might expect,
/// because it includes the (temporary) reference as an argument to
/// getrefcount().
#[pyfunction("sys.getrefcount(object, /)")]
fn getrefcount(object: &Value) -> i64 {
    i64::from(object.refcount())
}

/// getsizeof(object [, default]) -> int
///
/// Return the size of object in bytes.
#[pyfunction("sys.getsizeof(object, default=<unrepresentable>)", no_text)]
fn getsizeof(vm: &mut Vm, object: &Value, default: Option<&Value>) -> PyResult {
    let name = vm.names.__sizeof__.clone();
    let result = vm.call_special(object, &name, &[]);
    match (vm.catch(result, vm.exc.type_error), default) {
        (Ok(Some(Some(size))), _) => {
            let size = vm.index_i64(&size)?;
            if size < 0 {
                return Err(vm.value_error("__sizeof__() should return >= 0"));
            }
            Ok(vm.new_int(size))
        }
        (Ok(_), Some(default)) => Ok(default.clone()),
        (Ok(_), None) => {
            let ty = vm.type_name(object);
            Err(vm.type_error(format!("Type {ty} doesn't define __sizeof__")))
        }
        (Err(raised), _) => Err(raised),
    }
}

/// Return current exception information: (type, value, traceback).
///
/// Return information about the most recent exception caught by an except
/// clause in the current stack frame or in an older stack frame.
#[pyfunction("sys.exc_info()")]
fn exc_info(vm: &mut Vm) -> Value {
    let Some(exception) = vm.handled_exception() else {
        return vm.new_tuple(vec![Value::NONE, Value::NONE, Value::NONE]);
    };
    let class = vm.type_of(&exception).value();
    let traceback = exception.downcast::<PyBaseException>().map(|e| e.traceback.get(vm)).unwrap_or_default();
    vm.new_tuple(vec![class, exception, traceback])
}

/// Handle an exception by displaying it with a traceback on sys.stderr.
#[pyfunction("sys.excepthook(exctype, value, traceback, /)")]
fn excepthook(vm: &mut Vm, exctype: &Value, value: &Value, traceback: &Value) -> PyResult<()> {
    let _ = exctype;
    if let Some(exception) = value.downcast::<PyBaseException>()
        && exception.traceback.get(vm).is_none()
        && !traceback.is_none()
    {
        exception.traceback.set(vm, traceback.clone());
    }
    vm.print_exception(value);
    Ok(())
}

/// Handle an unraisable exception.
///
/// The unraisable argument has the following attributes:
///
/// * exc_type: Exception type.
/// * exc_value: Exception value, can be None.
/// * exc_traceback: Exception traceback, can be None.
/// * err_msg: Error message, can be None.
/// * object: Object causing the exception, can be None.
#[pyfunction("sys.unraisablehook(unraisable, /)")]
fn unraisablehook(vm: &mut Vm, unraisable: &Value) -> PyResult<()> {
    vm.default_unraisable_hook(unraisable)
}

/// Print an object to sys.stdout and also save it in builtins._
#[pyfunction("sys.displayhook(object, /)")]
fn displayhook(vm: &mut Vm, object: &Value) -> PyResult<()> {
    if object.is_none() {
        return Ok(());
    }
    let builtins = vm.builtins.clone();
    let name = vm.intern("_");
    vm.set_item(&builtins, &name, &Value::NONE)?;
    let text = vm.repr(object)?;
    let print = vm.builtin("print")?;
    vm.call(&print, &[text])?;
    vm.set_item(&builtins, &name, object)
}

/// Return a frame object from the call stack.
///
/// If optional integer depth is given, return the frame object that many
/// calls below the top of the stack.  If that is deeper than the call
/// stack, ValueError is raised.  The default for depth is zero, returning
/// the frame at the top of the call stack.
#[pyfunction("sys._getframe(depth=0, /)")]
fn getframe(vm: &mut Vm, depth: i32) -> PyResult {
    match vm.frame_at(usize::try_from(depth).unwrap_or(0)) {
        Some(frame) => Ok(frame),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

/// Return the current default encoding used by the Unicode implementation.
#[pyfunction("sys.getdefaultencoding()")]
fn getdefaultencoding() -> &'static str {
    "utf-8"
}

/// Return the encoding used to convert Unicode filenames to OS filenames.
#[pyfunction("sys.getfilesystemencoding()")]
fn getfilesystemencoding() -> &'static str {
    "utf-8"
}

/// Return the error mode used for Unicode to OS filename conversion.
#[pyfunction("sys.getfilesystemencodeerrors()")]
fn getfilesystemencodeerrors() -> &'static str {
    "surrogateescape"
}

/// Return True if Python is exiting.
#[pyfunction("sys.is_finalizing()")]
fn is_finalizing() -> bool {
    false
}

/// Return the current thread switch interval; see sys.setswitchinterval().
#[pyfunction("sys.getswitchinterval()")]
fn getswitchinterval() -> f64 {
    0.005
}

/// Set the ideal thread switching delay inside the Python interpreter. There is one thread: nothing switches.
#[pyfunction("sys.setswitchinterval(interval, /)")]
fn setswitchinterval(vm: &mut Vm, interval: f64) -> PyResult<()> {
    if interval > 0.0 { Ok(()) } else { Err(vm.value_error("switch interval must be strictly positive")) }
}

/// Passes the event to any hooks that are attached. There are none.
#[pyfunction("sys.audit(event, *args)", no_text, raw)]
fn audit(vm: &mut Vm, args: Args<'_>) -> PyResult<()> {
    match args.get(0) {
        Some(event) if event.is_a::<PyStr>() => Ok(()),
        Some(event) => {
            let got = vm.type_name(event);
            Err(vm.type_error(format!("expected str for argument 'event', not {got}")))
        }
        None => Err(vm.type_error("audit() missing 1 required positional argument: 'event'")),
    }
}

/// Adds a new audit hook callback.
#[pyfunction("sys.addaudithook(hook)")]
fn addaudithook(_hook: &Value) {}

/// Drops into the debugger, where there is one.
#[pyfunction("sys.breakpointhook(*args, **kws)", no_text)]
fn breakpointhook(vm: &mut Vm, args: &[Value], _kws: minipy_vm::args::KwArgs<'_>) -> PyResult {
    let pdb = vm.import_module("pdb")?;
    let set_trace = vm.get_attr_str(&pdb, "set_trace")?;
    vm.call(&set_trace, args)
}

/// Return the maximum number of digits in conversions between int and str.
#[pyfunction("sys.get_int_max_str_digits()")]
fn get_int_max_str_digits(vm: &mut Vm) -> usize {
    vm.int_max_str_digits
}

/// Set the maximum number of digits in conversions between int and str; 0 lifts the limit.
#[pyfunction("sys.set_int_max_str_digits(maxdigits)")]
fn set_int_max_str_digits(vm: &mut Vm, maxdigits: i32) -> PyResult<()> {
    match usize::try_from(maxdigits) {
        Ok(limit) if limit == 0 || limit >= 640 => {
            vm.int_max_str_digits = limit;
            Ok(())
        }
        _ => Err(vm.value_error("maxdigits must be 0 or larger than 640")),
    }
}

/// Return the number of memory blocks currently allocated.
#[pyfunction("sys.getallocatedblocks()")]
fn getallocatedblocks(vm: &mut Vm) -> usize {
    vm.tracked_objects()
}

/// Return the installed asynchronous generators hooks.
///
/// This returns a namedtuple of the form (firstiter, finalizer).
#[pyfunction("sys.get_asyncgen_hooks()")]
fn get_asyncgen_hooks(vm: &mut Vm) -> Value {
    let (first, finalizer) = vm.asyncgen_hooks();
    let ty = vm.new_struct_sequence("builtins", "asyncgen_hooks", &["firstiter", "finalizer"], &[]);
    vm.new_tuple_instance(ty, vec![first, finalizer])
}

/// set_asyncgen_hooks(* [, firstiter] [, finalizer])
///
/// Set a finalizer for async generators objects.
#[pyfunction("sys.set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)", no_text)]
fn set_asyncgen_hooks(vm: &mut Vm, firstiter: Option<&Value>, finalizer: Option<&Value>) -> PyResult<()> {
    for (hook, name) in [(finalizer, "finalizer"), (firstiter, "firstiter")] {
        if let Some(hook) = hook.filter(|hook| !hook.is_none())
            && vm.type_of(hook).slots.call.get().is_none()
        {
            let ty = vm.type_name(hook);
            return Err(vm.type_error(format!("callable {name} expected, got {ty}")));
        }
    }
    let (first, last) = vm.asyncgen_hooks();
    vm.set_asyncgen_hooks(firstiter.cloned().unwrap_or(first), finalizer.cloned().unwrap_or(last));
    Ok(())
}

/// Return the global debug tracing function set with sys.settrace: none here.
///
/// See the debugger chapter in the library manual.
#[pyfunction("sys.gettrace()")]
fn gettrace() -> Value {
    Value::NONE
}

/// Return the profiling function set with sys.setprofile: none here.
///
/// See the profiler chapter in the library manual.
#[pyfunction("sys.getprofile()")]
fn getprofile() -> Value {
    Value::NONE
}

/// The functions of this file.
pub(super) const FUNCTIONS: &[MethodDef] = functions![
    exit,
    intern,
    getrecursionlimit,
    setrecursionlimit,
    getrefcount,
    getsizeof,
    exc_info,
    excepthook,
    get_asyncgen_hooks,
    set_asyncgen_hooks,
    gettrace,
    getprofile,
    unraisablehook,
    displayhook,
    getframe,
    getdefaultencoding,
    getfilesystemencoding,
    getfilesystemencodeerrors,
    is_finalizing,
    getswitchinterval,
    setswitchinterval,
    audit,
    addaudithook,
    getallocatedblocks,
    breakpointhook,
    get_int_max_str_digits,
    set_int_max_str_digits,
];
