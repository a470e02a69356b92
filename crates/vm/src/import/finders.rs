//! The default finders of `sys.meta_path`, and what the built-in and embedded ones load.

use crate::args::Args;
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

use super::Frozen;
use super::file::PySourceLoader;
use super::spec::Found;

/// Meta path import for built-in modules.
#[pyclass(name = "BuiltinImporter", module = "_frozen_importlib", layout = 131, flags(basetype))]
pub struct PyBuiltinImporter(());

/// Meta path import for frozen modules.
#[pyclass(name = "FrozenImporter", module = "_frozen_importlib", layout = 132, flags(basetype))]
pub struct PyFrozenImporter(());

/// Meta path finder for sys.path and package __path__ attributes.
#[pyclass(name = "PathFinder", module = "_frozen_importlib_external", layout = 133, flags(basetype))]
pub struct PyPathFinder(());

/// Which native finder (or loader) a class is.
enum Native {
    Builtin,
    Frozen,
    Path,
}

impl Vm {
    fn native_finder(&self, finder: &Value) -> Option<Native> {
        let class = Ty::from_value(finder)?;
        if class == self.ty::<PyBuiltinImporter>() {
            Some(Native::Builtin)
        } else if class == self.ty::<PyFrozenImporter>() {
            Some(Native::Frozen)
        } else if class == self.ty::<PyPathFinder>() {
            Some(Native::Path)
        } else {
            None
        }
    }

    /// The answer of one of the default finders; `None` if `finder` is not one of them.
    pub(super) fn find_spec_natively(
        &mut self,
        finder: &Value,
        name: &Value,
        path: &Value,
    ) -> Option<PyResult<Option<Value>>> {
        Some(match self.native_finder(finder)? {
            Native::Builtin => self.find_builtin(name),
            Native::Frozen => self.find_frozen(name),
            Native::Path => self.find_on_path(name, path),
        })
    }

    fn find_builtin(&mut self, name: &Value) -> PyResult<Option<Value>> {
        let text = self.str_lossy(name);
        if !self.library.native.iter().any(|def| def.name == text) {
            return Ok(None);
        }
        let loader = self.ty::<PyBuiltinImporter>().value();
        let found =
            Found { loader, origin: Some("built-in".to_owned()), locations: None, cached: None, has_location: false };
        self.new_spec(name, found).map(Some)
    }

    /// The embedded module of this name.
    pub(crate) fn frozen(&self, name: &str) -> Option<&'static Frozen> {
        let frozen = self.library.frozen;
        frozen.binary_search_by(|entry| entry.name.cmp(name)).ok().and_then(|i| frozen.get(i))
    }

    fn find_frozen(&mut self, name: &Value) -> PyResult<Option<Value>> {
        let text = self.str_lossy(name);
        let Some(frozen) = self.frozen(&text) else { return Ok(None) };
        let loader = self.ty::<PyFrozenImporter>().value();
        let locations = frozen.is_package.then(Vec::new);
        let found = Found { loader, origin: Some("frozen".to_owned()), locations, cached: None, has_location: false };
        self.new_spec(name, found).map(Some)
    }

    /// Whether `loader` is one of ours, which needs no Python-level protocol.
    pub(super) fn is_native_loader(&self, loader: &Value) -> bool {
        self.native_finder(loader).is_some() || self.is_exact::<PySourceLoader>(loader)
    }

    /// The module that the loader of built-in modules makes.
    pub(super) fn native_create_module(&mut self, loader: &Value, spec: &Value) -> PyResult<Option<Value>> {
        if !matches!(self.native_finder(loader), Some(Native::Builtin)) {
            return Ok(None);
        }
        let name = self.get_attr_str(spec, "name")?;
        let text = self.str_lossy(&name);
        match self.library.native.iter().find(|def| def.name == text).copied() {
            Some(def) => self.new_native_module(def).map(Some),
            None => Err(self.import_error(format!("'{text}' is not a built-in module"))),
        }
    }

    /// Executes a module by one of our loaders; `None` for others.
    pub(super) fn native_exec_module(&mut self, loader: &Value, spec: &Value, module: &Value) -> Option<PyResult<()>> {
        match self.native_finder(loader) {
            Some(Native::Builtin) => Some(Ok(())),
            Some(Native::Frozen) => Some(self.exec_frozen(spec, module)),
            Some(Native::Path) => None,
            None if self.is_exact::<PySourceLoader>(loader) => Some(self.exec_file(loader, module)),
            None => None,
        }
    }

    fn exec_frozen(&mut self, spec: &Value, module: &Value) -> PyResult<()> {
        let name = self.get_attr_str(spec, "name")?;
        let text = self.str_lossy(&name);
        let code = self.frozen_code(&text)?;
        self.run_module_code(&code, module)
    }

    /// The code object of an embedded module.
    pub fn frozen_code(&mut self, name: &str) -> PyResult {
        let Some(frozen) = self.frozen(name) else {
            return Err(self.import_error(format!("No such frozen object named {name}")));
        };
        match minipy_bytecode::marshal::loads(frozen.code) {
            Ok(minipy_bytecode::Constant::Code(code)) => self.new_code(code),
            _ => Err(self.import_error(format!("Excluded frozen object named {name}"))),
        }
    }
}

macro_rules! finder {
    ($payload:ident) => {
        #[pymethods]
        impl $payload {
            /// Find a spec for the module.
            #[staticmethod("find_spec(fullname, path=None, target=None)")]
            fn find_spec(
                vm: &mut Vm,
                fullname: &Value,
                path: Option<&Value>,
                _target: Option<&Value>,
            ) -> PyResult<Option<Value>> {
                let finder = vm.ty::<$payload>().value();
                let name = vm.intern_value(fullname);
                vm.find_spec_natively(&finder, &name, path.unwrap_or(&Value::NONE)).unwrap_or(Ok(None))
            }

            /// Drop what finders remember: these remember nothing.
            #[staticmethod("invalidate_caches()")]
            fn invalidate_caches() {}

            /// Whether the module is a package.
            #[staticmethod("is_package(fullname)")]
            fn is_package(vm: &mut Vm, fullname: &Value) -> bool {
                let name = vm.str_lossy(fullname);
                vm.frozen(&name).is_some_and(|frozen| frozen.is_package)
            }

            /// The code of the module, if it has one in Python.
            #[staticmethod("get_code(fullname)")]
            fn get_code(vm: &mut Vm, fullname: &Value) -> PyResult {
                let name = vm.str_lossy(fullname);
                if vm.frozen(&name).is_some() { vm.frozen_code(&name) } else { Ok(Value::NONE) }
            }

            /// No sources are kept.
            #[staticmethod("get_source(fullname)")]
            fn get_source(_fullname: &Value) -> Value {
                Value::NONE
            }

            /// Makes the module of a spec.
            #[staticmethod("create_module(spec)")]
            fn create_module(vm: &mut Vm, spec: &Value) -> PyResult<Option<Value>> {
                let loader = vm.ty::<$payload>().value();
                vm.native_create_module(&loader, spec)
            }

            /// Executes a module.
            #[staticmethod("exec_module(module)")]
            fn exec_module(vm: &mut Vm, module: &Value) -> PyResult<()> {
                let name = vm.names.__spec__.clone();
                let spec = vm.get_attr(module, &name)?;
                let loader = vm.ty::<$payload>().value();
                vm.native_exec_module(&loader, &spec, module).unwrap_or(Ok(()))
            }

            #[slot(new)]
            fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
                Ok(vm.new_instance(cls, $payload(())))
            }
        }
    };
}

finder!(PyBuiltinImporter);
finder!(PyFrozenImporter);
finder!(PyPathFinder);
