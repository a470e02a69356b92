//! What an interactive session has besides the builtins: exit, quit, copyright, credits, license, help (CPython's
//! Lib/site.py and Lib/_sitebuiltins.py).
//!
//! Native, because every program starts with them and few use them.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::object::def::PyClass;
use minipy_vm::{PyResult, Value, Vm};

/// Lines of a text that are shown at a time.
const PAGE: usize = 23;

/// Ends the session when it is called.
#[pyclass(name = "Quitter", module = "_sitebuiltins", layout = 189, flags(dict, weakref))]
pub struct PyQuitter {
    name: &'static str,
}

#[pymethods]
impl PyQuitter {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyQuitter>) -> PyResult {
        Ok(vm.new_str(&format!("Use {}() or Ctrl-D (i.e. EOF) to exit", this.name)))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, _this: This<'_, PyQuitter>, args: Args<'_>) -> PyResult {
        let code = exit_code(vm, args)?;
        // Standard input goes first, so that a shell around us ends too.
        if let Ok(Some(stdin)) = vm.sys_attr_str("stdin")
            && vm.call_method_str(&stdin, "close", &[]).is_err()
        {
            vm.clear_raised();
        }
        let class = vm.exc.system_exit;
        Err(vm.raise_with(class, &[code]))
    }

    #[getter("name")]
    fn name(vm: &mut Vm, this: This<'_, PyQuitter>) -> Value {
        vm.new_str(this.name)
    }

    #[getter("eof")]
    fn eof(vm: &mut Vm, _this: This<'_, PyQuitter>) -> Value {
        vm.new_str("Ctrl-D (i.e. EOF)")
    }
}

/// The only argument of `exit`.
fn exit_code(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let keyword = args.keywords().next().map(|(name, value)| (vm.str_lossy(name), value.clone()));
    match (args.positional(), keyword) {
        ([], None) => Ok(Value::NONE),
        ([code], None) => Ok(code.clone()),
        ([], Some((name, code))) if name == "code" && args.names().len() == 1 => Ok(code),
        (_, Some((name, _))) if name != "code" => {
            Err(vm.type_error(format!("Quitter.__call__() got an unexpected keyword argument '{name}'")))
        }
        (_, Some(_)) => Err(vm.type_error("Quitter.__call__() got multiple values for argument 'code'")),
        (given, None) => {
            let given = given.len() + 1;
            Err(vm.type_error(format!(
                "Quitter.__call__() takes from 1 to 2 positional arguments but {given} were given"
            )))
        }
    }
}

/// A text that shows itself, a page at a time when it is called.
#[pyclass(name = "_Printer", module = "_sitebuiltins", layout = 190, flags(dict, weakref))]
pub struct PyPrinter {
    name: &'static str,
    text: &'static str,
    /// Shown by `repr`.
    is_short: bool,
}

#[pymethods]
impl PyPrinter {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyPrinter>) -> PyResult {
        if this.is_short {
            return Ok(vm.new_str(this.text));
        }
        Ok(vm.new_str(&format!("Type {0}() to see the full {0} text", this.name)))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyPrinter>, args: Args<'_>) -> PyResult {
        no_arguments(vm, "_Printer", args)?;
        let (print, input) = (vm.builtin("print")?, vm.builtin("input")?);
        let lines: Vec<&str> = this.text.split('\n').collect();
        for (page, lines) in lines.chunks(PAGE).enumerate() {
            if page > 0 {
                let prompt = vm.new_str("Hit Return for more, or q (and Return) to quit: ");
                let answer = vm.call(&input, &[prompt])?;
                if vm.str_lossy(&answer) == "q" {
                    break;
                }
            }
            let text = vm.new_str(&lines.join("\n"));
            vm.call(&print, &[text])?;
        }
        Ok(Value::NONE)
    }
}

/// What `help` is.
#[pyclass(name = "_Helper", module = "_sitebuiltins", layout = 191, flags(dict, weakref))]
pub struct PyHelper {
    /// Keeps the layout apart from plain objects'.
    #[pyclass(skip)]
    _private: (),
}

#[pymethods]
impl PyHelper {
    #[slot(repr)]
    fn repr(vm: &mut Vm, _this: This<'_, PyHelper>) -> PyResult {
        Ok(vm.new_str("Type help() for interactive help, or help(object) for help about object."))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, _this: This<'_, PyHelper>, args: Args<'_>) -> PyResult {
        let pydoc = vm.import_module("pydoc")?;
        let help = vm.get_attr_str(&pydoc, "help")?;
        vm.call_args(&help, args)
    }
}

fn no_arguments(vm: &mut Vm, class: &str, args: Args<'_>) -> PyResult<()> {
    if let Some((name, _)) = args.keywords().next() {
        let name = vm.str_lossy(name);
        return Err(vm.type_error(format!("{class}.__call__() got an unexpected keyword argument '{name}'")));
    }
    match args.positional().len() {
        0 => Ok(()),
        given => {
            Err(vm.type_error(format!("{class}.__call__() takes 1 positional argument but {} were given", given + 1)))
        }
    }
}

/// Thanks as CPython's own text gives them, for programs that print them.
const CREDITS: &str = "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n    \
    for supporting Python development.  See www.python.org for more information.";

/// Puts them into `builtins`.
pub fn install(vm: &mut Vm) -> PyResult<()> {
    for ty in [PyQuitter::TYPE, PyPrinter::TYPE, PyHelper::TYPE] {
        vm.static_type(ty);
    }
    for name in ["quit", "exit"] {
        let value = vm.new_object(PyQuitter { name });
        put(vm, name, value)?;
    }
    let texts = [
        ("copyright", super::sys::COPYRIGHT, true),
        ("credits", CREDITS, true),
        ("license", "See https://www.python.org/psf/license/", false),
    ];
    for (name, text, is_short) in texts {
        let value = vm.new_object(PyPrinter { name, text, is_short });
        put(vm, name, value)?;
    }
    let help = vm.new_object(PyHelper { _private: () });
    put(vm, "help", help)
}

fn put(vm: &mut Vm, name: &str, value: Value) -> PyResult<()> {
    let (builtins, name) = (vm.builtins.clone(), vm.intern(name));
    vm.set_item(&builtins, &name, &value)
}
