//! What natives and the object model ask of the interpreter: frames, functions, cells, the exception being handled.

use crate::exc::exception::PyBaseException;
use crate::exc::{PyResult, Raised};
use crate::heap::Payload;
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::object::Ty;
use crate::types::cell::PyCell;
use crate::types::dict::{Duplicates, PyDict};
use crate::types::function::PyFunction;
use crate::types::set::PySet;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The exception being handled (`sys.exc_info()[1]`).
    pub fn handled_exception(&self) -> Option<Value> {
        self.interp.topmost_handled()
    }

    /// `__name__` of the module whose code is running.
    pub(crate) fn current_module_name(&mut self) -> Option<Value> {
        let globals = self.running_globals();
        let name = self.names.__name__.clone();
        globals.downcast::<PyDict>().and_then(|globals| globals.get_str(self, &name))
    }

    /// Whether `value` is a Python function.
    pub(crate) fn is_python_function(&self, value: &Value) -> bool {
        value.is_a::<PyFunction>()
    }

    /// Puts `content` into `cell`; false if it is no cell.
    pub(crate) fn set_cell(&mut self, cell: &Value, content: Value) -> bool {
        match cell.downcast::<PyCell>() {
            Some(cell) => {
                cell.content.set(self, content);
                true
            }
            None => false,
        }
    }

    /// The globals of the running frame.
    pub fn frame_globals(&mut self) -> PyResult {
        if self.interp.is_idle() {
            return Err(self.system_error("globals do not exist"));
        }
        Ok(self.running_globals())
    }

    /// The names of the running frame as a mapping: a dict made now for functions.
    pub fn frame_locals(&mut self) -> PyResult {
        if let Some(locals) = self.frame_locals_mapping() {
            // Cells of class bodies are shown too.
            let has_cells = self.interp.current().is_some_and(|frame| !frame.code().code.cellvars.is_empty());
            if !has_cells {
                return Ok(locals);
            }
        }
        match self.current_frame(0) {
            Some(frame) => self.locals_of_frame(&frame),
            None => Err(self.system_error("frame does not exist")),
        }
    }

    /// `co_flags` of the running code.
    pub fn current_code_flags(&self) -> u32 {
        self.running_code_flags().0
    }

    /// The class and object that `super()` without arguments means in the running function.
    pub(crate) fn zero_argument_super(&mut self) -> PyResult<(Value, Value)> {
        let Some(record) = self.interp.current() else {
            return Err(self.runtime_error("super(): no current frame"));
        };
        let code = std::sync::Arc::clone(&record.code().code);
        if code.argcount == 0 {
            return Err(self.runtime_error("super(): no arguments"));
        }
        let mut object = self.frame_slot(0);
        if object.is_unbound() {
            // The first parameter may have moved into a cell of its name.
            let own = code.varnames.first();
            if let Some(index) = code.cellvars.iter().position(|name| Some(name) == own) {
                let cell = self.frame_slot(code.nlocals as usize + index);
                object = cell.downcast::<PyCell>().map_or(Value::UNBOUND, |cell| cell.content.get(self));
            }
        }
        if object.is_unbound() {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        }
        let Some(index) = code.freevars.iter().position(|name| name.as_bytes() == b"__class__") else {
            return Err(self.runtime_error("super(): __class__ cell not found"));
        };
        let cell = self.frame_slot(code.nlocals as usize + code.cellvars.len() + index);
        let class = cell.downcast::<PyCell>().map_or(Value::UNBOUND, |cell| cell.content.get(self));
        if class.is_unbound() {
            return Err(self.runtime_error("super(): empty __class__ cell"));
        }
        if Ty::from_value(&class).is_none() {
            let got = self.type_name(&class);
            return Err(self.runtime_error(format!("super(): __class__ is not a type ({got})")));
        }
        Ok((class, object))
    }

    /// A copy of a slot of the running frame; unbound if it has no such slot.
    #[expect(unsafe_code, reason = "slots are words of the value stack")]
    fn frame_slot(&self, slot: usize) -> Value {
        match self.interp.current() {
            // SAFETY: the first `nfast` slots of a running frame hold values.
            Some(frame) if slot < frame.code().nfast as usize => unsafe {
                super::regs::value_of(super::regs::incref(*frame.fp.add(slot)))
            },
            _ => Value::UNBOUND,
        }
    }

    /// `next(iterator)` at its end: StopIteration with the value that a generator returned.
    pub fn stop_iteration_of(&mut self, _iterator: &Value) -> Raised {
        if let Some(args) = self.interp.stop_args.take() {
            let args = self.collect(&args).unwrap_or_default();
            return self.raise_with(self.exc.stop_iteration, &args);
        }
        let value = self.stop_value();
        self.raise_stop(value)
    }

    /// The exception that `raise value` raises.
    pub(crate) fn exception_to_raise(&mut self, value: &Value) -> PyResult {
        if value.is_a::<PyBaseException>() {
            return Ok(value.clone());
        }
        let Some(ty) = Ty::from_value(value).filter(|ty| ty.is_subtype(self, self.exc.base_exception)) else {
            return Err(self.type_error("exceptions must derive from BaseException"));
        };
        let made = self.call(value, &[])?;
        if made.is_a::<PyBaseException>() {
            return Ok(made);
        }
        let (class, got) = (self.repr_string(&ty.value())?, self.type_of(&made).value());
        let got = self.repr_string(&got)?;
        Err(self.type_error(format!("calling {class} should have returned an instance of BaseException, not {got}")))
    }

    /// The cause that `from value` gives.
    pub(crate) fn cause_to_set(&mut self, value: &Value) -> PyResult {
        if value.is_none() || value.is_a::<PyBaseException>() {
            return Ok(value.clone());
        }
        if Ty::from_value(value).is_some_and(|ty| ty.is_subtype(self, self.exc.base_exception)) {
            return self.call(value, &[]);
        }
        Err(self.type_error("exception causes must derive from BaseException"))
    }

    /// Gives the pending exception its `__cause__`.
    pub(crate) fn set_cause(&mut self, cause: Value) {
        if let Some(exception) = self.raised.clone()
            && let Some(exception) = exception.downcast::<PyBaseException>()
        {
            exception.cause.set(self, cause);
            exception.suppress_context.set(true);
        }
    }

    /// Whether an exception's type matches an `except` clause's classes.
    pub(crate) fn exception_type_matches(&mut self, kind: &Value, classes: &Value) -> PyResult<bool> {
        const WRONG: &str = "catching classes that do not inherit from BaseException is not allowed";
        let base = self.exc.base_exception;
        if kind.is(classes) && Ty::from_value(kind).is_some_and(|ty| ty.layout == PyBaseException::LAYOUT) {
            return Ok(true);
        }
        let is_exception = |vm: &Vm, class: &Value| Ty::from_value(class).filter(|ty| ty.is_subtype(vm, base));
        if let Some(tuple) = classes.downcast::<PyTuple>() {
            for class in tuple.items() {
                if is_exception(self, class).is_none() {
                    return Err(self.type_error(WRONG));
                }
            }
            let Some(kind) = Ty::from_value(kind) else { return Ok(false) };
            return Ok(tuple.items().iter().filter_map(Ty::from_value).any(|class| kind.is_subtype(self, class)));
        }
        let Some(class) = is_exception(self, classes) else { return Err(self.type_error(WRONG)) };
        Ok(Ty::from_value(kind).is_some_and(|kind| kind.is_subtype(self, class)))
    }

    /// Adds an item to a set.
    #[inline]
    pub(crate) fn set_add(&mut self, set: &Value, item: &Value) -> PyResult<()> {
        match set.downcast::<PySet>() {
            Some(set) => set.table.add(self, item.clone()).map(drop),
            None => Ok(()),
        }
    }

    /// Adds a mapping's items to a dict (`{**mapping}`).
    pub(crate) fn update_from_mapping(&mut self, dict: &Value, mapping: &Value) -> PyResult<()> {
        let Some(table) = dict.downcast::<PyDict>() else { return Ok(()) };
        self.check_mapping(mapping, |vm, got| vm.type_error(format!("'{got}' object is not a mapping")))?;
        table.merge(self, mapping, Duplicates::Replace)
    }

    fn check_mapping(&mut self, mapping: &Value, wrong: impl FnOnce(&mut Vm, String) -> Raised) -> PyResult<()> {
        let keys = self.names.keys.clone();
        if mapping.is_a::<PyDict>() || self.get_attr_opt(mapping, &keys)?.is_some() {
            return Ok(());
        }
        let got = self.type_name(mapping);
        Err(wrong(self, got))
    }

    /// Adds keyword arguments (`f(**mapping)`): a name may come once only.
    pub(crate) fn merge_keywords(&mut self, dict: &Value, mapping: &Value, callee: &Value) -> PyResult<()> {
        let Some(table) = dict.downcast::<PyDict>() else { return Ok(()) };
        let callee = callee.clone();
        let text = callee.clone();
        self.check_mapping(mapping, |vm, got| match vm.function_text(&text) {
            Ok(name) => vm.type_error(format!("{name} argument after ** must be a mapping, not {got}")),
            Err(raised) => raised,
        })?;
        let result = table.merge(self, mapping, Duplicates::Fail);
        let Err(raised) = result else { return Ok(()) };
        if !self.raised_is(self.exc.key_error) {
            return Err(raised);
        }
        let exception = self.take_raised().unwrap_or_default();
        let key = exception
            .downcast::<PyBaseException>()
            .map(|exception| exception.args.get(self))
            .and_then(|args| args.downcast::<PyTuple>().and_then(|args| args.items().first().cloned()))
            .unwrap_or_default();
        let name = self.function_text(&callee)?;
        if !key.is_a::<PyStr>() {
            return Err(self.type_error(format!("{name} keywords must be strings")));
        }
        let key = self.str_lossy(&key);
        Err(self.type_error(format!("{name} got multiple values for keyword argument '{key}'")))
    }

    /// A callable in messages: "module.f()" (CPython's _PyObject_FunctionStr).
    pub(crate) fn function_text(&mut self, callable: &Value) -> PyResult<String> {
        let qualname = self.names.__qualname__.clone();
        let Some(name) = self.get_attr_opt(callable, &qualname)? else { return self.str_string(callable) };
        let name = self.str_string(&name)?;
        let module = self.names.__module__.clone();
        if let Some(module) = self.get_attr_opt(callable, &module)?
            && !module.is_none()
        {
            let module = self.str_string(&module)?;
            if module != "builtins" {
                return Ok(format!("{module}.{name}()"));
            }
        }
        Ok(format!("{name}()"))
    }

    /// Joins strs (`BUILD_STRING`).
    pub(crate) fn concat_strs(&mut self, parts: &[Value]) -> PyResult {
        if let Some(joined) = self.join_short(StrData::Ascii(&[]), parts) {
            return Ok(joined);
        }
        let mut text = crate::types::str::builder::StrBuilder::with_capacity(32);
        for part in parts {
            match part.downcast::<PyStr>() {
                Some(part) => text.push_data(part.data()),
                None => {
                    let got = self.type_name(part);
                    return Err(self.type_error(format!("expected str instance, {got} found")));
                }
            }
        }
        Ok(self.new_text(&text))
    }

    /// `from module import name`: the attribute, or the submodule while packages import each other.
    pub(crate) fn import_from(&mut self, module: &Value, name: &Value) -> PyResult {
        if let Some(found) = self.get_attr_opt(module, name)? {
            return Ok(found);
        }
        let key = self.names.__name__.clone();
        let text = self.str_lossy(name);
        let package = self.get_attr_opt(module, &key)?.filter(|package| package.is_a::<PyStr>());
        if let Some(package) = &package {
            let full = format!("{}.{text}", self.str_lossy(package));
            let full = self.intern(&full);
            let modules = self.modules.clone();
            if let Some(found) = self.mapping_get(&modules, &full)? {
                return Ok(found);
            }
        }
        self.cannot_import(module, package, &text)
    }

    /// ImportError for a name that a module does not have.
    fn cannot_import(&mut self, module: &Value, package: Option<Value>, text: &str) -> PyResult {
        let known = package.is_some();
        let package = match &package {
            Some(package) => self.repr_string(package)?,
            None => "'<unknown module name>'".to_owned(),
        };
        let file = self.names.__file__.clone();
        let path = self.get_attr_opt(module, &file)?.filter(|path| path.is_a::<PyStr>());
        let spec = self.names.__spec__.clone();
        let initializing = match self.get_attr_opt(module, &spec)? {
            Some(spec) => {
                let name = self.names._initializing.clone();
                match self.get_attr_opt(&spec, &name)? {
                    Some(value) => self.truth(&value)?,
                    None => false,
                }
            }
            None => false,
        };
        let place = path.as_ref().map_or("unknown location".to_owned(), |path| self.str_lossy(path));
        let message = if initializing {
            format!(
                "cannot import name '{text}' from partially initialized module {package} (most likely due to a circular import) ({place})"
            )
        } else {
            format!("cannot import name '{text}' from {package} ({place})")
        };
        let raised = self.import_error(message);
        if let Some(exception) = self.raised.clone() {
            let name = if known { self.new_str(package.trim_matches('\'')) } else { Value::NONE };
            self.set_exception_member(&exception, "name", name);
            self.set_exception_member(&exception, "path", path.unwrap_or_default());
        }
        Err(raised)
    }

    /// `from module import *`.
    pub(crate) fn import_star_into(&mut self, module: &Value, locals: &Value) -> PyResult<()> {
        let all = self.names.__all__.clone();
        let (names, skip_private) = match self.get_attr_opt(module, &all)? {
            Some(names) => (self.collect(&names)?, false),
            None => {
                let key = self.names.__dict__.clone();
                let Some(dict) = self.get_attr_opt(module, &key)? else {
                    return Err(self.import_error("from-import-* object has no __dict__ and no __all__"));
                };
                let keys = self.names.keys.clone();
                let keys = self.call_method(&dict, &keys, &[])?;
                (self.collect(&keys)?, true)
            }
        };
        for name in names {
            if !name.is_a::<PyStr>() {
                let key = self.names.__name__.clone();
                let own = self.get_attr_opt(module, &key)?.map_or("?".to_owned(), |own| self.str_lossy(&own));
                let got = self.type_name(&name);
                let (what, place) = if skip_private { ("Key", "__dict__") } else { ("Item", "__all__") };
                return Err(self.type_error(format!("{what} in {own}.{place} must be str, not {got}")));
            }
            if skip_private && self.str_lossy(&name).starts_with('_') {
                continue;
            }
            let name = self.intern_value(&name);
            let value = self.get_attr(module, &name)?;
            self.set_item(locals, &name, &value)?;
        }
        Ok(())
    }

    /// `anext(iterator, default)`: an awaitable of the next item or the default.
    pub fn anext_with_default(&mut self, awaitable: Value, default: Value) -> PyResult {
        Ok(self.new_object(crate::types::coroutine::PyAnextAwaitable { awaitable, default }))
    }

    /// Whether `value` is the builtin `print`.
    pub(crate) fn is_print(&mut self, value: &Value) -> bool {
        self.builtin("print").is_ok_and(|print| print.is(value))
    }
}

impl Vm {
    /// Containers that the collector tracks.
    pub fn tracked_objects(&self) -> usize {
        self.heap.tracked_count()
    }
}
