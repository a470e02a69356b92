//! `module` (CPython's Objects/moduleobject.c).

use std::cell::Cell;

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::object::def::ModuleDef;
use crate::types::builtin_function::PyBuiltin;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Create a module object.
///
/// The name must be a string; the optional docstring can have any type.
#[pyclass(name = "module", layout = 19, flags(basetype, dict, weakref))]
pub struct PyModule {
    /// What is to be put into the namespace, which is the instance's `__dict__`, when it is first asked for.
    #[pyclass(skip)]
    late: Cell<&'static [LateAttribute]>,
}

/// The name of an attribute that few programs ask for, and its value.
pub type LateAttribute = (&'static str, fn(&mut Vm) -> PyResult);

impl Vm {
    /// A module of type `cls` with an empty namespace.
    fn alloc_module(&mut self, cls: Ty) -> Value {
        let module = self.new_instance(cls, PyModule { late: Cell::new(&[]) });
        self.instance_dict(&module);
        module
    }

    /// A module with the names that every module has.
    pub fn new_module(&mut self, name: &str) -> Value {
        let cls = self.ty::<PyModule>();
        let module = self.alloc_module(cls);
        let name = self.intern(name);
        self.init_module(&module, &name, Value::NONE);
        module
    }

    fn init_module(&mut self, module: &Value, name: &Value, doc: Value) {
        let Some(dict) = self.instance_dict(module) else { return };
        let Some(dict) = dict.downcast::<PyDict>() else { return };
        let keys = [
            (self.names.__name__.clone(), name.clone()),
            (self.names.__doc__.clone(), doc),
            (self.names.__package__.clone(), Value::NONE),
            (self.names.__loader__.clone(), Value::NONE),
            (self.names.__spec__.clone(), Value::NONE),
        ];
        for (key, value) in keys {
            dict.set_str(self, &key, value);
        }
    }

    /// The dict of a module.
    pub fn module_dict(&mut self, module: &Value) -> Option<Value> {
        self.instance_dict(module)
    }

    /// A module made from its native definition.
    pub fn new_native_module(&mut self, def: &'static ModuleDef) -> PyResult {
        let module = self.new_module(def.name);
        let Some(namespace) = self.instance_dict(&module) else { return Ok(module) };
        let Some(dict) = namespace.downcast::<PyDict>() else { return Ok(module) };
        let (doc, name) = (self.new_str(def.doc), self.intern(def.name));
        let doc_name = self.names.__doc__.clone();
        dict.set_str(self, &doc_name, doc);
        for function in def.functions.iter().copied().flatten() {
            let key = self.intern(function.name());
            let value = self.new_object(PyBuiltin::function(function, Some(module.clone()), Some(name.clone())));
            dict.set_str(self, &key, value);
        }
        for ty in def.types {
            let key = self.intern(ty.name);
            let value = self.static_type(ty).value();
            dict.set_str(self, &key, value);
        }
        if let Some(init) = def.init {
            init(self, &module)?;
        }
        Ok(module)
    }

    /// Attributes that `module` gets when somebody asks for one that it does not have, or for all of them.
    pub fn set_late_attributes(&mut self, module: &Value, late: &'static [LateAttribute]) {
        if let Some(module) = module.downcast::<PyModule>() {
            module.late.set(late);
        }
    }

    /// Makes the late attributes of a module. Returns whether there were any.
    fn add_late_attributes(&mut self, module: &Value) -> PyResult<bool> {
        let late = module.downcast::<PyModule>().map_or(&[][..], |module| module.late.replace(&[]));
        let namespace = self.instance_dict(module);
        if let Some(dict) = namespace.as_ref().and_then(|namespace| namespace.downcast::<PyDict>()) {
            for (name, make) in late {
                let name = self.intern(name);
                // The program may have put something of its own there.
                if dict.get_str(self, &name).is_none() {
                    let value = make(self)?;
                    dict.set_str(self, &name, value);
                }
            }
        }
        Ok(!late.is_empty())
    }

    /// `name` of the module `builtins`.
    pub fn builtin(&mut self, name: &str) -> PyResult {
        let name = self.intern(name);
        let builtins = self.builtins.clone();
        match builtins.downcast::<PyDict>().and_then(|dict| dict.get_str(self, &name)) {
            Some(value) => Ok(value),
            None => {
                let name = self.str_lossy(&name);
                Err(self.attribute_error(format!("module 'builtins' has no attribute '{name}'")))
            }
        }
    }
}

/// Whether the module's spec says that its import has not ended.
fn is_initializing(vm: &mut Vm, dict: &PyDict) -> PyResult<bool> {
    let (spec, name) = (vm.names.__spec__.clone(), vm.names._initializing.clone());
    let Some(spec) = dict.get_str(vm, &spec).filter(|spec| !spec.is_none()) else { return Ok(false) };
    match vm.get_attr_opt(&spec, &name)? {
        Some(flag) => vm.truth(&flag),
        None => Ok(false),
    }
}

#[pymethods]
impl PyModule {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.alloc_module(cls))
    }

    #[init("module(name, doc=None)")]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyModule>,
        name: &crate::heap::var::PyStr,
        doc: Option<&Value>,
    ) -> PyResult<()> {
        let name = vm.new_str_data(name.data());
        let name = vm.intern_value(&name);
        vm.init_module(this.value(), &name, doc.cloned().unwrap_or_default());
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyModule>) -> PyResult {
        vm.module_repr(this.value())
    }

    #[slot(getattro)]
    fn getattro(vm: &mut Vm, this: This<'_, PyModule>, name: &Value) -> PyResult {
        if !this.late.get().is_empty() && name.is(&vm.names.__dict__) {
            vm.add_late_attributes(this.value())?;
        }
        if let Some(value) = vm.generic_get_attr_opt(this.value(), name)? {
            return Ok(value);
        }
        if vm.add_late_attributes(this.value())? {
            return vm.get_attr(this.value(), name);
        }
        let Some(namespace) = vm.instance_dict(this.value()) else { return Err(vm.no_attribute(this.value(), name)) };
        let Some(dict) = namespace.downcast::<PyDict>() else { return Err(vm.no_attribute(this.value(), name)) };
        let hook = vm.names.__getattr__.clone();
        if let Some(hook) = dict.get_str(vm, &hook) {
            return vm.call(&hook, std::slice::from_ref(name));
        }
        let (own_name, text) = (vm.names.__name__.clone(), vm.str_lossy(name));
        let message = match dict.get_str(vm, &own_name).filter(|name| name.is_a::<crate::heap::var::PyStr>()) {
            Some(module) => {
                let module = vm.str_lossy(&module);
                if is_initializing(vm, dict)? {
                    format!(
                        "partially initialized module '{module}' has no attribute '{text}' (most likely due to a circular import)"
                    )
                } else {
                    format!("module '{module}' has no attribute '{text}'")
                }
            }
            None => format!("module has no attribute '{text}'"),
        };
        Err(vm.attribute_error_for(message, this.value(), name))
    }

    #[member("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PyModule>) -> Option<Value> {
        vm.instance_dict(this.value())
    }

    #[getter("__annotations__")]
    fn get_annotations(vm: &mut Vm, this: This<'_, PyModule>) -> PyResult {
        let name = vm.names.__annotations__.clone();
        let Some(namespace) = vm.instance_dict(this.value()) else { return Ok(Value::NONE) };
        let Some(dict) = namespace.downcast::<PyDict>() else { return Ok(Value::NONE) };
        if let Some(found) = dict.get_str(vm, &name) {
            return Ok(found);
        }
        let fresh = vm.new_dict();
        dict.set_str(vm, &name, fresh.clone());
        Ok(fresh)
    }

    #[setter("__annotations__")]
    fn set_annotations(vm: &mut Vm, this: This<'_, PyModule>, value: Option<&Value>) -> PyResult<()> {
        let name = vm.names.__annotations__.clone();
        let Some(namespace) = vm.instance_dict(this.value()) else { return Ok(()) };
        let Some(dict) = namespace.downcast::<PyDict>() else { return Ok(()) };
        match value {
            Some(value) => dict.set_str(vm, &name, value.clone()),
            None => {
                if dict.remove_str(vm, &name).is_none() {
                    return Err(vm.attribute_error("__annotations__"));
                }
            }
        }
        Ok(())
    }

    /// __dir__() -> list
    /// specialized dir() implementation
    #[pymethod("__dir__($self, /)", no_text)]
    fn dir(vm: &mut Vm, this: This<'_, PyModule>) -> PyResult {
        let key = vm.names.__dict__.clone();
        let namespace = vm.get_attr(this.value(), &key)?;
        if !namespace.is_a::<PyDict>() {
            return Err(vm.type_error("<module>.__dict__ is not a dictionary"));
        }
        let hook = vm.names.__dir__.clone();
        if let Some(hook) = namespace.downcast::<PyDict>().and_then(|dict| dict.get_str(vm, &hook)) {
            return vm.call(&hook, &[]);
        }
        let keys = vm.collect(&namespace)?;
        Ok(vm.new_list(keys))
    }
}

impl Vm {
    /// `<module 'name' from 'file'>`.
    fn module_repr(&mut self, module: &Value) -> PyResult {
        let names = [
            self.names.__name__.clone(),
            self.names.__file__.clone(),
            self.names.__spec__.clone(),
            self.names.__loader__.clone(),
        ];
        let Some(namespace) = self.instance_dict(module) else { return self.default_repr(module) };
        let Some(dict) = namespace.downcast::<PyDict>() else { return self.default_repr(module) };
        let [name, file, spec, loader] = names.map(|name| dict.get_str(self, &name).filter(|value| !value.is_none()));
        let name = match name {
            Some(name) => self.repr_string(&name)?,
            None => "'?'".to_owned(),
        };
        let text = if let Some(file) = file {
            format!("<module {name} from {}>", self.repr_string(&file)?)
        } else if let Some(spec) = spec {
            let origin = self.get_attr_str(&spec, "origin")?;
            if origin.is_none() {
                format!("<module {name}>")
            } else {
                format!("<module {name} ({})>", self.str_string(&origin)?)
            }
        } else if let Some(loader) = loader {
            format!("<module {name} ({})>", self.repr_string(&loader)?)
        } else {
            format!("<module {name}>")
        };
        Ok(self.new_str(&text))
    }
}
