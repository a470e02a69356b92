//! Modules from files: packages, sources, `.pyc` files without sources (CPython's importlib/_bootstrap_external.py).

use std::path::{Path, PathBuf};

use crate::args::This;
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

use super::cache;
use super::spec::Found;

/// Concrete implementation of SourceLoader using the file system.
#[pyclass(name = "SourceFileLoader", module = "_frozen_importlib_external", layout = 134, flags(basetype, dict))]
pub struct PySourceLoader {
    /// `name`.
    pub name: Value,
    /// `path`.
    pub path: Value,
}

/// Where a module was found.
enum Place {
    Source(PathBuf),
    Bytecode(PathBuf),
    Package(PathBuf, PathBuf),
    Namespace(PathBuf),
}

/// Looks for `tail` in one folder.
fn look_in(folder: &Path, tail: &str) -> Option<Place> {
    let base = folder.join(tail);
    if base.is_dir() {
        let init = base.join("__init__.py");
        if init.is_file() {
            return Some(Place::Package(base, init));
        }
        let init = base.join("__init__.pyc");
        if init.is_file() {
            return Some(Place::Package(base, init));
        }
    }
    let source = folder.join(format!("{tail}.py"));
    if source.is_file() {
        return Some(Place::Source(source));
    }
    let bytecode = folder.join(format!("{tail}.pyc"));
    if bytecode.is_file() {
        return Some(Place::Bytecode(bytecode));
    }
    base.is_dir().then_some(Place::Namespace(base))
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

impl Vm {
    /// PathFinder: `path` is a package's `__path__`, or None for `sys.path`.
    pub(super) fn find_on_path(&mut self, name: &Value, path: &Value) -> PyResult<Option<Value>> {
        let full = self.str_lossy(name);
        let tail = full.rsplit('.').next().unwrap_or_default().to_owned();
        let entries = if path.is_none() {
            match self.sys_attr_str("path")? {
                Some(path) => self.path_entries(&path)?,
                None => Vec::new(),
            }
        } else {
            self.path_entries(path)?
        };
        let mut portions = Vec::new();
        for entry in entries {
            let folder = match Path::new(&entry).is_absolute() {
                true => PathBuf::from(&entry),
                false => std::env::current_dir()
                    .unwrap_or_default()
                    .join(entry.trim_start_matches("./").trim_end_matches('.')),
            };
            let (file, locations) = match look_in(&folder, &tail) {
                None => continue,
                Some(Place::Namespace(folder)) => {
                    portions.push(text(&folder));
                    continue;
                }
                Some(Place::Source(file) | Place::Bytecode(file)) => (file, None),
                Some(Place::Package(folder, init)) => (init, Some(vec![text(&folder)])),
            };
            let origin = text(&file);
            let path = self.new_str(&origin);
            let loader = self.new_source_loader(name, path);
            let cached = (file.extension().is_some_and(|e| e == "py"))
                .then(|| text(&cache::cache_path(&file, self.config.optimize)));
            let found = Found { loader, origin: Some(origin), locations, cached, has_location: true };
            return self.new_spec(name, found).map(Some);
        }
        if portions.is_empty() {
            return Ok(None);
        }
        // PEP 420: a namespace package.
        let found =
            Found { loader: Value::NONE, origin: None, locations: Some(portions), cached: None, has_location: false };
        self.new_spec(name, found).map(Some)
    }

    /// A loader for a file.
    pub fn new_source_loader(&mut self, name: &Value, path: Value) -> Value {
        let cls = self.ty::<PySourceLoader>();
        self.new_instance(cls, PySourceLoader { name: name.clone(), path })
    }

    /// Executes the file of a loader as a module.
    pub(super) fn exec_file(&mut self, loader: &Value, module: &Value) -> PyResult<()> {
        let Some(payload) = loader.downcast::<PySourceLoader>() else { return Ok(()) };
        let path = self.str_lossy(&payload.path);
        let code = self.code_of_file(&path)?;
        self.run_module_code(&code, module)
    }

    /// The code of a source or `.pyc` file. A source's cache is used while fresh, and written.
    pub fn code_of_file(&mut self, path: &str) -> PyResult {
        if path.ends_with(".pyc") {
            let bytes = match std::fs::read(path) {
                Ok(bytes) => bytes,
                Err(error) => return Err(self.raise_io_error(&error, Some(path))),
            };
            return match minipy_bytecode::pyc::read(&bytes) {
                Ok((_, code)) => self.new_code(code),
                Err(fault) => Err(self.import_error(format!("{fault}: {path:?}"))),
            };
        }
        cache::load(self, path)
    }
}

#[pymethods]
impl PySourceLoader {
    #[new("SourceFileLoader(fullname, path)")]
    fn new(vm: &mut Vm, cls: Ty, fullname: &Value, path: &Value) -> PyResult {
        Ok(vm.new_instance(cls, PySourceLoader { name: fullname.clone(), path: path.clone() }))
    }

    #[getter("name")]
    fn get_name(this: This<'_, PySourceLoader>) -> Value {
        this.name.clone()
    }

    #[getter("path")]
    fn get_path(this: This<'_, PySourceLoader>) -> Value {
        this.path.clone()
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PySourceLoader>) -> PyResult {
        vm.dict_of(this.value())
    }

    /// Return the path to the source file as found by the finder.
    #[pymethod("get_filename($self, fullname=None)")]
    fn get_filename(this: This<'_, PySourceLoader>, _fullname: Option<&Value>) -> Value {
        this.path.clone()
    }

    /// Whether the module is a package.
    #[pymethod("is_package($self, fullname)")]
    fn is_package(vm: &mut Vm, this: This<'_, PySourceLoader>, _fullname: &Value) -> bool {
        let path = vm.str_lossy(&this.path);
        Path::new(&path).file_stem().is_some_and(|stem| stem == "__init__")
    }

    /// The code object of the module.
    #[pymethod("get_code($self, fullname)")]
    fn get_code(vm: &mut Vm, this: This<'_, PySourceLoader>, _fullname: &Value) -> PyResult {
        let path = vm.str_lossy(&this.path);
        vm.code_of_file(&path)
    }

    /// The bytes of a file.
    #[pymethod("get_data($self, path)")]
    fn get_data(vm: &mut Vm, _this: This<'_, PySourceLoader>, path: &Value) -> PyResult {
        let path = vm.str_lossy(path);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(vm.new_bytes(&bytes)),
            Err(error) => Err(vm.raise_io_error(&error, Some(&path))),
        }
    }

    /// The source of the module.
    #[pymethod("get_source($self, fullname)")]
    fn get_source(vm: &mut Vm, this: This<'_, PySourceLoader>, _fullname: &Value) -> PyResult {
        let path = vm.str_lossy(&this.path);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(vm.new_str(&String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))),
            Err(error) => Err(vm.raise_io_error(&error, Some(&path))),
        }
    }

    /// The module is made as usual.
    #[pymethod("create_module($self, spec)")]
    fn create_module(_this: This<'_, PySourceLoader>, _spec: &Value) -> Value {
        Value::NONE
    }

    /// Executes a module.
    #[pymethod("exec_module($self, module)")]
    fn exec_module(vm: &mut Vm, this: This<'_, PySourceLoader>, module: &Value) -> PyResult<()> {
        vm.exec_file(this.value(), module)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PySourceLoader>) -> PyResult {
        vm.default_repr(this.value())
    }
}
