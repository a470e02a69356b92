//! `function`: a Python function (CPython's Objects/funcobject.c).

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::cell::PyCell;
use super::code::PyCode;
use crate::args::{Args, This};
use crate::code::Lowered;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::Ty;
use crate::types::dict::PyDict;
use crate::types::method::PyMethod;
use crate::value::Value;
use crate::vm::Vm;

/// Create a function object.
///
///   code
///     a code object
///   globals
///     the globals dictionary
///   name
///     a string that overrides the name from the code object
///   argdefs
///     a tuple that specifies the default argument values
///   closure
///     a tuple that supplies the bindings for free variables
#[pyclass(name = "function", layout = 14, flags(dict, weakref, method_descriptor))]
pub struct PyFunction {
    /// The register code; null until the first call.
    #[pyclass(skip)]
    pub lowered: Cell<*const Lowered>,
    /// How many positional arguments a call needs that has nothing else to bind; `u32::MAX` if binding is always needed.
    pub simple_argc: Cell<u32>,
    /// `__code__`.
    pub code: VmCell<Value>,
    /// `__globals__`.
    pub globals: Value,
    /// `__builtins__`.
    pub builtins: Value,
    /// `__defaults__`, a tuple or None.
    pub defaults: VmCell<Value>,
    /// `__kwdefaults__`, a dict or None.
    pub kwdefaults: VmCell<Value>,
    /// `__closure__`, a tuple of cells or None.
    pub closure: VmCell<Value>,
    /// `__annotations__`: a dict, a tuple of names and values not yet asked for, or None.
    pub annotations: VmCell<Value>,
    /// `__name__`.
    pub name: VmCell<Value>,
    /// `__qualname__`.
    pub qualname: VmCell<Value>,
    /// `__doc__`.
    pub doc: VmCell<Value>,
    /// `__module__`.
    pub module: VmCell<Value>,
}

impl PyFunction {
    /// A function of a code object in these globals.
    pub fn make(vm: &mut Vm, code: Value, globals: Value, qualname: Option<Value>) -> PyFunction {
        let (name, doc) = match code.downcast::<PyCode>() {
            Some(payload) => (payload.name(vm), payload.doc(vm)),
            None => (Value::NONE, Value::NONE),
        };
        let (lowered, simple_argc) = match code.downcast::<PyCode>().and_then(PyCode::lowered_before) {
            Some(lowered) => (&raw const *lowered, lowered.simple_argc),
            None => (std::ptr::null(), u32::MAX),
        };
        let (module, builtins) = vm.surroundings_of(&globals);
        PyFunction {
            lowered: Cell::new(lowered),
            simple_argc: Cell::new(simple_argc),
            code: VmCell::new(code),
            globals,
            builtins,
            defaults: VmCell::default(),
            kwdefaults: VmCell::default(),
            closure: VmCell::default(),
            annotations: VmCell::default(),
            qualname: VmCell::new(qualname.unwrap_or_else(|| name.clone())),
            name: VmCell::new(name),
            doc: VmCell::new(doc),
            module: VmCell::new(module),
        }
    }

    /// Lowers the code if that was not done, and finds out how the function may be called.
    pub fn prepare(&self, vm: &mut Vm) -> PyResult<()> {
        let code = self.code.get(vm);
        let Some(code) = code.downcast::<PyCode>() else { return Err(vm.system_error("a function without code")) };
        self.lowered.set(code.lowered(vm)?);
        self.simple_argc.set(code.lowered_before().map_or(u32::MAX, |lowered| lowered.simple_argc));
        Ok(())
    }

    /// The cells of `__closure__`.
    pub fn closure_cells<'a>(&'a self, vm: &'a Vm) -> &'a [Value] {
        self.closure.borrow(vm).downcast::<PyTuple>().map_or(&[], PyTuple::items)
    }

    /// `__qualname__` as text, for messages.
    pub fn qualname_text(&self, vm: &Vm) -> String {
        vm.str_lossy(self.qualname.borrow(vm))
    }

    /// `__annotations__` as a dict, made now if it was not.
    fn annotations_dict(&self, vm: &mut Vm) -> PyResult {
        let current = self.annotations.get(vm);
        if current.is_a::<PyDict>() {
            return Ok(current);
        }
        let dict = vm.new_dict();
        if let (Some(pairs), Some(table)) = (current.downcast::<PyTuple>(), dict.downcast::<PyDict>()) {
            for pair in pairs.items().chunks_exact(2) {
                if let [name, annotation] = pair {
                    table.set(vm, name, annotation.clone())?;
                }
            }
        }
        self.annotations.set(vm, dict.clone());
        Ok(dict)
    }
}

/// What functions that are made in the same globals have in common, as long as the globals' keys stay.
#[derive(Default)]
pub struct Surroundings {
    globals: u64,
    version: u32,
    /// Where `__name__` and `__builtins__` stand.
    places: (usize, usize),
    /// The value of `__builtins__`, and the dict it stands for.
    builtins: (Value, Value),
}

impl Vm {
    /// `__name__` in these globals, and the builtins that code with them sees.
    fn surroundings_of(&mut self, globals: &Value) -> (Value, Value) {
        let known = &self.interp.surroundings;
        if let Some(dict) = globals.downcast::<PyDict>()
            && known.globals == globals.word()
            && known.version != 0
        {
            let table = dict.table.borrow(self);
            if table.current_version() == known.version
                && let (Some(module), Some(builtins)) = (table.entry(known.places.0), table.entry(known.places.1))
                && builtins.value.is(&known.builtins.0)
            {
                return (module.value.clone(), known.builtins.1.clone());
            }
        }
        let (name, builtins_name) = (self.names.__name__.clone(), self.names.__builtins__.clone());
        let builtins = self.builtins_of(globals);
        let Some(dict) = globals.downcast::<PyDict>() else { return (Value::NONE, builtins) };
        let module = dict.get_str(self, &name);
        let places = (dict.position_of_str(self, &name), dict.position_of_str(self, &builtins_name));
        if let ((Some(first), Some(second)), Some(value)) = (places, dict.get_str(self, &builtins_name)) {
            let version = dict.table.borrow_mut(self).version();
            let (globals, builtins) = (globals.word(), (value, builtins.clone()));
            let new = Surroundings { globals, version, places: (first, second), builtins };
            drop(std::mem::replace(&mut self.interp.surroundings, new));
        }
        (module.unwrap_or_default(), builtins)
    }

    /// The builtins that code with these globals sees.
    pub(crate) fn builtins_of(&mut self, globals: &Value) -> Value {
        let key = self.names.__builtins__.clone();
        let found = globals.downcast::<PyDict>().and_then(|dict| dict.get_str(self, &key));
        match found {
            Some(found) => match self.module_dict(&found) {
                Some(dict) => dict,
                None => found,
            },
            None => self.builtins.clone(),
        }
    }
}

fn str_only(vm: &mut Vm, value: Option<&Value>, name: &str) -> PyResult {
    match value {
        Some(value) if value.is_a::<PyStr>() => Ok(value.clone()),
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

#[pymethods]
impl PyFunction {
    #[new("function(code, globals, name=None, argdefs=None, closure=None)")]
    fn new(
        vm: &mut Vm,
        _cls: Ty,
        code: &Value,
        globals: &Value,
        name: Option<&Value>,
        argdefs: Option<&Value>,
        closure: Option<&Value>,
    ) -> PyResult {
        let Some(payload) = code.downcast::<PyCode>() else {
            let got = vm.type_name(code);
            return Err(vm.type_error(format!("function() argument 'code' must be code, not {got}")));
        };
        if !globals.is_a::<PyDict>() {
            let got = vm.type_name(globals);
            return Err(vm.type_error(format!("function() argument 'globals' must be dict, not {got}")));
        }
        let name = name.filter(|name| !name.is_none());
        if name.is_some_and(|name| !name.is_a::<PyStr>()) {
            return Err(vm.type_error("arg 3 (name) must be None or string"));
        }
        let argdefs = argdefs.filter(|argdefs| !argdefs.is_none());
        if argdefs.is_some_and(|argdefs| !argdefs.is_a::<PyTuple>()) {
            return Err(vm.type_error("arg 4 (defaults) must be None or tuple"));
        }
        let free = payload.object().freevars.len();
        let closure = closure.filter(|closure| !closure.is_none());
        let cells = match closure {
            Some(closure) => match closure.downcast::<PyTuple>() {
                Some(tuple) => tuple.items(),
                None if free > 0 => return Err(vm.type_error("arg 5 (closure) must be tuple")),
                None => return Err(vm.type_error("arg 5 (closure) must be None or tuple")),
            },
            None if free > 0 => return Err(vm.type_error("arg 5 (closure) must be tuple")),
            None => &[],
        };
        if cells.len() != free {
            let (name, got) = (payload.object().name.to_string_lossy(), cells.len());
            return Err(vm.value_error(format!("{name} requires closure of length {free}, not {got}")));
        }
        if let Some(other) = cells.iter().find(|cell| !cell.is_a::<PyCell>()) {
            let got = vm.type_name(other);
            return Err(vm.type_error(format!("arg 5 (closure) expected cell, found {got}")));
        }
        let function = PyFunction::make(vm, code.clone(), globals.clone(), None);
        if let Some(name) = name {
            function.name.set(vm, name.clone());
        }
        if let Some(argdefs) = argdefs {
            function.defaults.set(vm, argdefs.clone());
        }
        if let Some(closure) = closure {
            function.closure.set(vm, closure.clone());
        }
        let class = vm.ty::<PyFunction>();
        Ok(vm.new_instance(class, function))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult {
        vm.call_function(this, args)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        match object {
            Some(object) => Ok(vm.new_object(PyMethod { func: this.clone(), receiver: object.clone() })),
            None => Ok(this.clone()),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyFunction>) -> PyResult {
        let (name, id) = (this.qualname_text(vm), vm.id(this.value()));
        Ok(vm.new_str(&format!("<function {name} at {id:#x}>")))
    }

    #[getter("__code__")]
    fn get_code(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.code.get(vm)
    }

    #[setter("__code__")]
    fn set_code(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let Some((value, code)) = value.and_then(|value| value.downcast::<PyCode>().map(|code| (value, code))) else {
            return Err(vm.type_error("__code__ must be set to a code object"));
        };
        let (free, cells) = (code.object().freevars.len(), this.closure_cells(vm).len());
        if free != cells {
            let name = vm.str_lossy(this.name.borrow(vm));
            return Err(vm.value_error(format!("{name}() requires a code object with {cells} free vars, not {free}")));
        }
        // Frames of the old code may be running: it stays.
        let old = this.code.replace(vm, value.clone());
        vm.interp.retired.push(old);
        this.lowered.set(std::ptr::null());
        this.simple_argc.set(u32::MAX);
        Ok(())
    }

    #[getter("__defaults__")]
    fn get_defaults(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.defaults.get(vm)
    }

    #[setter("__defaults__")]
    fn set_defaults(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let value = value.cloned().unwrap_or_default();
        if !value.is_none() && !value.is_a::<PyTuple>() {
            return Err(vm.type_error("__defaults__ must be set to a tuple object"));
        }
        this.defaults.set(vm, value);
        Ok(())
    }

    #[getter("__kwdefaults__")]
    fn get_kwdefaults(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.kwdefaults.get(vm)
    }

    #[setter("__kwdefaults__")]
    fn set_kwdefaults(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let value = value.cloned().unwrap_or_default();
        if !value.is_none() && !value.is_a::<PyDict>() {
            return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
        }
        this.kwdefaults.set(vm, value);
        Ok(())
    }

    #[getter("__annotations__")]
    fn get_annotations(vm: &mut Vm, this: This<'_, PyFunction>) -> PyResult {
        this.annotations_dict(vm)
    }

    #[setter("__annotations__")]
    fn set_annotations(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let value = value.cloned().unwrap_or_default();
        if !value.is_none() && !value.is_a::<PyDict>() {
            return Err(vm.type_error("__annotations__ must be set to a dict object"));
        }
        this.annotations.set(vm, value);
        Ok(())
    }

    #[member("__closure__")]
    fn get_closure(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.closure.get(vm)
    }

    #[member("__globals__")]
    fn get_globals(this: This<'_, PyFunction>) -> Value {
        this.globals.clone()
    }

    #[member("__builtins__")]
    fn get_builtins(this: This<'_, PyFunction>) -> Value {
        this.builtins.clone()
    }

    #[getter("__name__")]
    fn get_name(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.name.get(vm)
    }

    #[setter("__name__")]
    fn set_name(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let value = str_only(vm, value, "__name__")?;
        this.name.set(vm, value);
        Ok(())
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.qualname.get(vm)
    }

    #[setter("__qualname__")]
    fn set_qualname(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        let value = str_only(vm, value, "__qualname__")?;
        this.qualname.set(vm, value);
        Ok(())
    }

    #[getter("__doc__")]
    fn get_doc(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.doc.get(vm)
    }

    #[setter("__doc__")]
    fn set_doc(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        this.doc.set(vm, value.cloned().unwrap_or_default());
        Ok(())
    }

    #[getter("__module__")]
    fn get_module(vm: &mut Vm, this: This<'_, PyFunction>) -> Value {
        this.module.get(vm)
    }

    #[setter("__module__")]
    fn set_module(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        this.module.set(vm, value.cloned().unwrap_or_default());
        Ok(())
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PyFunction>) -> PyResult {
        vm.dict_of(this.value())
    }

    #[setter("__dict__")]
    fn set_dict(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> {
        match value {
            Some(value) if value.is_a::<PyDict>() => {
                vm.set_instance_dict(this.value(), value.clone());
                Ok(())
            }
            Some(value) => {
                let got = vm.type_name(value);
                Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{got}'")))
            }
            None => Err(vm.type_error("cannot delete __dict__")),
        }
    }
}
