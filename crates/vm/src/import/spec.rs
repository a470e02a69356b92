//! `ModuleSpec`: what a finder found (PEP 451), and making and running the module it describes.

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::{CompareOp, Ty};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// The specification for a module, used for loading.
#[pyclass(name = "ModuleSpec", module = "_frozen_importlib", layout = 130, flags(basetype, dict, weakref))]
#[derive(Default)]
pub struct PyModuleSpec {
    cached: VmCell<Option<Value>>,
}

/// A finding, before it is an object.
pub(super) struct Found {
    pub loader: Value,
    pub origin: Option<String>,
    pub locations: Option<Vec<String>>,
    pub cached: Option<String>,
    pub has_location: bool,
}

impl Vm {
    /// The spec object of a finding.
    pub(super) fn new_spec(&mut self, name: &Value, found: Found) -> PyResult {
        let cls = self.ty::<PyModuleSpec>();
        let spec = self.new_instance(cls, PyModuleSpec::default());
        let origin = found.origin.as_ref().map_or(Value::NONE, |origin| self.new_str(origin));
        let locations = match found.locations {
            Some(locations) => {
                let items = locations.iter().map(|location| self.new_str(location)).collect();
                let list = self.new_list(items);
                if found.loader.is_none() { self.new_namespace_path(name, list)? } else { list }
            }
            None => Value::NONE,
        };
        let fields = [
            ("name", name.clone()),
            ("loader", found.loader),
            ("origin", origin),
            ("loader_state", Value::NONE),
            ("submodule_search_locations", locations),
            ("_set_fileattr", Value::bool(found.has_location)),
            ("_initializing", Value::FALSE),
        ];
        for (field, value) in fields {
            let field = self.intern(field);
            self.set_attr(&spec, &field, &value)?;
        }
        if let (Some(payload), Some(cached)) = (spec.downcast::<PyModuleSpec>(), found.cached) {
            let cached = self.new_str(&cached);
            payload.cached.set(self, Some(cached));
        }
        Ok(spec)
    }

    /// An empty module with the attributes that its spec gives it.
    pub(crate) fn module_from_spec(&mut self, spec: &Value, name: &Value) -> PyResult {
        let loader = self.get_attr_str(spec, "loader")?;
        let create = self.intern("create_module");
        let made = match self.native_create_module(&loader, spec)? {
            Some(module) => Some(module),
            None if self.is_native_loader(&loader) || loader.is_none() => None,
            None => match self.get_attr_opt(&loader, &create)? {
                Some(method) => {
                    Some(self.call(&method, std::slice::from_ref(spec))?).filter(|module| !module.is_none())
                }
                None => None,
            },
        };
        let module = match made {
            Some(module) => module,
            None => {
                let text = self.str_lossy(name);
                self.new_module(&text)
            }
        };
        self.init_module_attrs(&module, spec, name, &loader)?;
        Ok(module)
    }

    fn init_module_attrs(&mut self, module: &Value, spec: &Value, name: &Value, loader: &Value) -> PyResult<()> {
        let parent = self.get_attr_str(spec, "parent")?;
        let locations = self.get_attr_str(spec, "submodule_search_locations")?;
        let is_namespace = loader.is_none() && !locations.is_none();
        let loader = &if is_namespace { self.new_namespace_loader(&locations) } else { loader.clone() };
        if is_namespace {
            let name = self.intern("loader");
            self.set_attr(spec, &name, loader)?;
        }
        let mut fields = vec![
            (self.names.__name__.clone(), name.clone()),
            (self.names.__loader__.clone(), loader.clone()),
            (self.names.__package__.clone(), parent),
            (self.names.__spec__.clone(), spec.clone()),
        ];
        if !locations.is_none() {
            fields.push((self.names.__path__.clone(), locations));
        }
        if is_namespace {
            fields.push((self.names.__file__.clone(), Value::NONE));
        }
        let has_location = self.get_attr_str(spec, "has_location")?;
        if self.truth(&has_location)? {
            fields.push((self.names.__file__.clone(), self.get_attr_str(spec, "origin")?));
            let cached = self.get_attr_str(spec, "cached")?;
            if !cached.is_none() {
                fields.push((self.names.__cached__.clone(), cached));
            }
        }
        for (field, value) in fields {
            if self.set_attr(module, &field, &value).is_err() {
                self.clear_raised();
            }
        }
        Ok(())
    }

    /// Runs a module's code in its namespace.
    pub(crate) fn exec_module(&mut self, spec: &Value, module: &Value) -> PyResult<()> {
        let loader = self.get_attr_str(spec, "loader")?;
        if loader.is_none() {
            return Ok(());
        }
        if let Some(result) = self.native_exec_module(&loader, spec, module) {
            return result;
        }
        let method = self.get_attr_str(&loader, "exec_module")?;
        self.call(&method, std::slice::from_ref(module)).map(drop)
    }

    /// Runs a code object as the body of a module.
    pub(crate) fn run_module_code(&mut self, code: &Value, module: &Value) -> PyResult<()> {
        let Some(namespace) = self.module_dict(module) else { return Err(self.type_error("module has no namespace")) };
        let key = self.names.__builtins__.clone();
        let builtins = self.builtins.clone();
        if let Some(dict) = namespace.downcast::<PyDict>()
            && dict.get_str(self, &key).is_none()
        {
            dict.set_str(self, &key, builtins);
        }
        self.run_code(code, &namespace, &namespace).map(drop)
    }
}

#[pymethods]
impl PyModuleSpec {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: crate::args::Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyModuleSpec::default()))
    }

    #[init("ModuleSpec(name, loader, *, origin=None, loader_state=None, is_package=None)")]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyModuleSpec>,
        name: &Value,
        loader: &Value,
        origin: Option<&Value>,
        loader_state: Option<&Value>,
        is_package: Option<&Value>,
    ) -> PyResult<()> {
        let package = match is_package {
            Some(flag) => vm.truth(flag)?,
            None => false,
        };
        let locations = if package { vm.new_list(Vec::new()) } else { Value::NONE };
        let fields = [
            ("name", name.clone()),
            ("loader", loader.clone()),
            ("origin", origin.cloned().unwrap_or_default()),
            ("loader_state", loader_state.cloned().unwrap_or_default()),
            ("submodule_search_locations", locations),
            ("_set_fileattr", Value::FALSE),
            ("_initializing", Value::FALSE),
        ];
        for (field, value) in fields {
            let field = vm.intern(field);
            vm.set_attr(this.value(), &field, &value)?;
        }
        Ok(())
    }

    #[getter("parent")]
    fn get_parent(vm: &mut Vm, this: This<'_, PyModuleSpec>) -> PyResult {
        let name = vm.get_attr_str(this.value(), "name")?;
        let locations = vm.get_attr_str(this.value(), "submodule_search_locations")?;
        if !locations.is_none() {
            return Ok(name);
        }
        let text = vm.str_lossy(&name);
        Ok(vm.new_str(text.rsplit_once('.').map_or("", |(head, _)| head)))
    }

    #[getter("has_location")]
    fn get_has_location(vm: &mut Vm, this: This<'_, PyModuleSpec>) -> PyResult {
        vm.get_attr_str(this.value(), "_set_fileattr")
    }

    #[setter("has_location")]
    fn set_has_location(vm: &mut Vm, this: This<'_, PyModuleSpec>, value: Option<&Value>) -> PyResult<()> {
        let flag = match value {
            Some(value) => vm.truth(value)?,
            None => false,
        };
        let name = vm.intern("_set_fileattr");
        vm.set_attr(this.value(), &name, &Value::bool(flag))
    }

    #[getter("cached")]
    fn get_cached(vm: &mut Vm, this: This<'_, PyModuleSpec>) -> Option<Value> {
        this.cached.get(vm)
    }

    #[setter("cached")]
    fn set_cached(vm: &mut Vm, this: This<'_, PyModuleSpec>, value: Option<&Value>) -> PyResult<()> {
        this.cached.set(vm, value.cloned());
        Ok(())
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PyModuleSpec>) -> PyResult {
        vm.dict_of(this.value())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyModuleSpec>) -> PyResult {
        let mut parts = Vec::new();
        for (field, always) in
            [("name", true), ("loader", true), ("origin", false), ("submodule_search_locations", false)]
        {
            let value = vm.get_attr_str(this.value(), field)?;
            if always || !value.is_none() {
                parts.push(format!("{field}={}", vm.repr_string(&value)?));
            }
        }
        let name = vm.type_name(this.value());
        Ok(vm.new_str(&format!("{name}({})", parts.join(", "))))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        if !a.is_a::<PyModuleSpec>() || !b.is_a::<PyModuleSpec>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let mut same = true;
        for field in ["name", "loader", "origin", "submodule_search_locations", "cached", "has_location"] {
            let (x, y) = (vm.get_attr_str(a, field)?, vm.get_attr_str(b, field)?);
            same = same && vm.eq(&x, &y)?;
        }
        Ok(Value::bool(same == (op == CompareOp::Eq)))
    }
}
