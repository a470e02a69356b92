//! Importing modules (CPython's Python/import.c and Lib/importlib/_bootstrap.py).
//!
//! `IMPORT_NAME` and `__import__` come to `import_name`. A module is looked for along `sys.meta_path`; the three finders
//! that stand there by default are native: built-in modules, embedded ones (our own Python library), and files.

mod cache;
mod file;
mod finders;
mod namespace;
mod path;
mod spec;

use crate::exc::PyResult;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::def::ModuleDef;
use crate::types::dict::PyDict;
use crate::types::list::PyList;
use crate::value::Value;
use crate::vm::Vm;

pub use file::PySourceLoader;
pub use finders::{PyBuiltinImporter, PyFrozenImporter, PyPathFinder};
pub use namespace::{PyNamespaceLoader, PyNamespacePath};
pub use spec::PyModuleSpec;

/// A module of our Python library, compiled into the binary.
pub struct Frozen {
    /// Its full name.
    pub name: &'static str,
    /// It is a package.
    pub is_package: bool,
    /// Marshalled code.
    pub code: &'static [u8],
}

/// The modules that need no file.
#[derive(Default)]
pub struct Library {
    /// Native ones.
    pub native: Vec<&'static ModuleDef>,
    /// Embedded Python ones, sorted by name.
    pub frozen: &'static [Frozen],
}

impl Vm {
    /// `importlib.import_module(name)` for an absolute name; the module itself, not its top package.
    pub fn import_module(&mut self, name: &str) -> PyResult {
        let name = self.intern(name);
        self.import_absolute(&name)
    }

    /// `__import__(name, globals, fromlist=fromlist, level=level)`.
    pub fn import_name(&mut self, name: &Value, globals: &Value, fromlist: &Value, level: i32) -> PyResult {
        if level < 0 {
            return Err(self.value_error("level must be >= 0"));
        }
        let text = self.str_lossy(name);
        let absolute = if level > 0 {
            self.resolve_relative(&text, globals, level)?
        } else {
            if text.is_empty() {
                return Err(self.value_error("Empty module name"));
            }
            text.clone()
        };
        let full = self.intern(&absolute);
        let module = self.import_absolute(&full)?;
        let wants_names = self.truth(fromlist)?;
        if wants_names {
            let path = self.names.__path__.clone();
            if self.get_attr_opt(&module, &path)?.is_some() {
                self.import_submodules_named(&module, &absolute, fromlist)?;
            }
            return Ok(module);
        }
        // `import a.b.c` binds `a`; a relative one binds as much of it as the statement named.
        let head = text.split('.').next().unwrap_or_default();
        if text.is_empty() || head.len() == text.len() {
            return Ok(module);
        }
        let keep = absolute.len() - (text.len() - head.len());
        let top = self.intern(absolute.get(..keep).unwrap_or(&absolute));
        match self.loaded_module(&top)? {
            Some(module) => Ok(module),
            None => {
                let top = self.repr_string(&top)?;
                Err(self.raise(self.exc.key_error, format!("{top} not in sys.modules as expected")))
            }
        }
    }

    /// The module of this name in `sys.modules`; a None there blocks the import.
    fn loaded_module(&mut self, name: &Value) -> PyResult<Option<Value>> {
        let modules = self.modules.clone();
        self.dict_lookup(&modules, name)
    }

    fn import_absolute(&mut self, name: &Value) -> PyResult {
        match self.loaded_module(name)? {
            Some(module) if module.is_none() => {
                let text = self.str_lossy(name);
                Err(self.module_not_found(format!("import of {text} halted; None in sys.modules"), name))
            }
            Some(module) => Ok(module),
            None => self.recursive(" during import", |vm| vm.find_and_load(name)),
        }
    }

    fn find_and_load(&mut self, name: &Value) -> PyResult {
        let text = self.str_lossy(name);
        let mut path = Value::NONE;
        let mut parent = None;
        if let Some((head, tail)) = text.rsplit_once('.') {
            let parent_name = self.intern(head);
            let package = self.import_absolute(&parent_name)?;
            // The parent may have imported it while it ran.
            if let Some(module) = self.loaded_module(name)? {
                return Ok(module);
            }
            let path_name = self.names.__path__.clone();
            path = match self.get_attr_opt(&package, &path_name)? {
                Some(path) => path,
                None => {
                    return Err(
                        self.module_not_found(format!("No module named '{text}'; '{head}' is not a package"), name)
                    );
                }
            };
            parent = Some((package, tail.to_owned()));
        }
        let Some(spec) = self.find_spec(name, &path)? else {
            return Err(self.module_not_found(format!("No module named '{text}'"), name));
        };
        let module = self.load_spec(&spec, name)?;
        if let Some((package, tail)) = parent {
            let attribute = self.intern(&tail);
            if self.set_attr(&package, &attribute, &module).is_err() {
                self.clear_raised();
            }
        }
        Ok(module)
    }

    /// ModuleNotFoundError with its `name`.
    pub(crate) fn module_not_found(&mut self, message: String, name: &Value) -> crate::exc::Raised {
        let raised = self.raise(self.exc.module_not_found_error, message);
        if let Some(exception) = self.raised.clone() {
            self.set_exception_member(&exception, "name", name.clone());
        }
        raised
    }

    /// The absolute name that `level` dots and `name` mean in the module with these globals.
    fn resolve_relative(&mut self, name: &str, globals: &Value, level: i32) -> PyResult<String> {
        let Some(dict) = globals.downcast::<PyDict>() else {
            if globals.is_none() {
                return Err(self.raise(self.exc.key_error, "'__name__' not in globals"));
            }
            return Err(self.type_error("globals must be a dict"));
        };
        let package = self.package_of(dict)?;
        if package.is_empty() {
            return Err(self.import_error("attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((head, _)) => base = head,
                None => return Err(self.import_error("attempted relative import beyond top-level package")),
            }
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// `__package__`, or what `__spec__` or `__name__` and `__path__` say.
    fn package_of(&mut self, globals: &PyDict) -> PyResult<String> {
        let keys = [
            self.names.__package__.clone(),
            self.names.__spec__.clone(),
            self.names.__name__.clone(),
            self.names.__path__.clone(),
        ];
        let [package, spec, name, path] = keys.map(|key| globals.get_str(self, &key).filter(|value| !value.is_none()));
        if let Some(package) = package {
            if !package.is_a::<PyStr>() {
                return Err(self.type_error("package must be a string"));
            }
            return Ok(self.str_lossy(&package));
        }
        if let Some(spec) = spec {
            let parent = self.get_attr_str(&spec, "parent")?;
            if !parent.is_a::<PyStr>() {
                return Err(self.type_error("__spec__.parent must be a string"));
            }
            return Ok(self.str_lossy(&parent));
        }
        let Some(name) = name else { return Err(self.raise(self.exc.key_error, "'__name__' not in globals")) };
        let name = self.str_lossy(&name);
        if path.is_some() {
            return Ok(name);
        }
        Ok(name.rsplit_once('.').map_or(String::new(), |(head, _)| head.to_owned()))
    }

    /// `from package import a, b`: those that are no attributes yet may be submodules.
    fn import_submodules_named(&mut self, module: &Value, package: &str, fromlist: &Value) -> PyResult<()> {
        for item in self.collect(fromlist)? {
            if !item.is_a::<PyStr>() {
                let got = self.type_name(&item);
                return Err(self.type_error(format!("Item in ``from list'' must be str, not {got}")));
            }
            let text = self.str_lossy(&item);
            if text == "*" {
                let all = self.names.__all__.clone();
                if let Some(names) = self.get_attr_opt(module, &all)? {
                    let items = self.collect(&names)?;
                    let list = self.new_tuple(items.into_iter().filter(|name| name.is_a::<PyStr>()).collect());
                    if list
                        .downcast::<PyTuple>()
                        .is_some_and(|list| !list.items().iter().any(|name| self.str_lossy(name) == "*"))
                    {
                        self.import_submodules_named(module, package, &list)?;
                    }
                }
                continue;
            }
            let item = self.intern_value(&item);
            if self.get_attr_opt(module, &item)?.is_some() {
                continue;
            }
            let full = self.intern(&format!("{package}.{text}"));
            if self.import_absolute(&full).is_err() {
                // Not there: `from` itself will say so. Any other error passes.
                let missing = self.raised_is(self.exc.module_not_found_error) && {
                    let exception = self.raised.clone().unwrap_or_default();
                    self.exception_member(&exception, "name").is_some_and(|name| name.is(&full))
                };
                if !missing {
                    return Err(crate::exc::Raised(()));
                }
                self.clear_raised();
            }
        }
        Ok(())
    }

    /// Asks the finders on `sys.meta_path` in turn.
    pub fn find_spec(&mut self, name: &Value, path: &Value) -> PyResult<Option<Value>> {
        let finders = match self.sys_attr_str("meta_path")? {
            Some(finders) => self.collect(&finders)?,
            None => return Err(self.import_error("sys.meta_path is None, Python is likely shutting down")),
        };
        for finder in finders {
            let found = match self.find_spec_natively(&finder, name, path) {
                Some(result) => result?,
                None => {
                    let method = self.get_attr_str(&finder, "find_spec")?;
                    let spec = self.call(&method, &[name.clone(), path.clone(), Value::NONE])?;
                    if spec.is_none() { None } else { Some(spec) }
                }
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Creates, registers and executes the module of a spec; a failed one does not stay in `sys.modules`.
    pub(crate) fn load_spec(&mut self, spec: &Value, name: &Value) -> PyResult {
        let module = self.module_from_spec(spec, name)?;
        let modules = self.modules.clone();
        let initializing = self.names._initializing.clone();
        self.set_attr(spec, &initializing, &Value::TRUE)?;
        self.set_item(&modules, name, &module)?;
        let result = self.exec_module(spec, &module);
        let pending = self.raised.take();
        if result.is_err() {
            if let Some(dict) = modules.downcast::<PyDict>() {
                dict.remove_str(self, name);
            }
            self.set_attr(spec, &initializing, &Value::FALSE).unwrap_or_else(|_| self.clear_raised());
            self.raised = pending;
            return Err(crate::exc::Raised(()));
        }
        self.set_attr(spec, &initializing, &Value::FALSE)?;
        // The module may have put something else in its place.
        Ok(self.loaded_module(name)?.unwrap_or(module))
    }

    /// The items of `sys.path`-like lists, strs only.
    pub(crate) fn path_entries(&mut self, path: &Value) -> PyResult<Vec<String>> {
        let items = match path.downcast::<PyList>() {
            Some(list) => list.items.get(self),
            None => self.collect(path)?,
        };
        Ok(items.iter().filter(|item| item.is_a::<PyStr>()).map(|item| self.str_lossy(item)).collect())
    }

    /// An attribute of the module `sys`; `None` if it was deleted.
    pub fn sys_attr(&mut self, name: &Value) -> PyResult<Option<Value>> {
        let sys = self.sys_dict.clone();
        Ok(sys.downcast::<PyDict>().and_then(|dict| dict.get_str(self, name)))
    }

    /// As `sys_attr`.
    pub fn sys_attr_str(&mut self, name: &str) -> PyResult<Option<Value>> {
        let name = self.intern(name);
        self.sys_attr(&name)
    }
}
