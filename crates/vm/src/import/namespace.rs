//! Namespace packages: folders without `__init__` (PEP 420).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Represents a namespace package's path: its folders, looked up again when the parent's path has changed.
#[pyclass(name = "_NamespacePath", module = "_frozen_importlib_external", layout = 135, flags(no_instantiation))]
pub struct PyNamespacePath {
    name: Value,
    folders: VmCell<Value>,
    #[pyclass(skip)]
    parent: std::cell::RefCell<Vec<String>>,
}

/// The loader of a namespace package, which has nothing to load.
#[pyclass(name = "_NamespaceLoader", module = "_frozen_importlib_external", layout = 136, flags(no_instantiation))]
pub struct PyNamespaceLoader {
    path: Value,
}

impl Vm {
    /// The `__path__` of a namespace package that was found in `folders`.
    pub(super) fn new_namespace_path(&mut self, name: &Value, folders: Value) -> PyResult {
        let parent = self.parent_path(name)?;
        let folders = VmCell::new(folders);
        Ok(self.new_object(PyNamespacePath { name: name.clone(), folders, parent: parent.into() }))
    }

    /// The loader that such a package's module is given.
    pub(super) fn new_namespace_loader(&mut self, path: &Value) -> Value {
        self.new_object(PyNamespaceLoader { path: path.clone() })
    }

    /// The path on which `name` is looked for: its package's, or `sys.path`.
    fn parent_path(&mut self, name: &Value) -> PyResult<Vec<String>> {
        let full = self.str_lossy(name);
        let path = match full.rsplit_once('.') {
            Some((parent, _)) => {
                let (modules, parent) = (self.modules.clone(), self.intern(parent));
                let module = self.get_item(&modules, &parent)?;
                Some(self.get_attr_str(&module, "__path__")?)
            }
            None => self.sys_attr_str("path")?,
        };
        match path {
            Some(path) => self.path_entries(&path),
            None => Ok(Vec::new()),
        }
    }

    /// The folders, as a list.
    fn namespace_folders(&mut self, path: &PyNamespacePath) -> PyResult {
        let parent = self.parent_path(&path.name)?;
        if parent != *path.parent.borrow() {
            let entries = parent.iter().map(|entry| self.new_str(entry)).collect();
            let entries = self.new_list(entries);
            path.parent.replace(parent);
            if let Some(folders) = self.find_namespace(&path.name, &entries)? {
                path.folders.set(self, folders);
            }
        }
        Ok(path.folders.get(self))
    }

    /// The folders of a namespace package, if one is what is found.
    fn find_namespace(&mut self, name: &Value, path: &Value) -> PyResult<Option<Value>> {
        let Some(spec) = self.find_on_path(name, path)? else { return Ok(None) };
        if !self.get_attr_str(&spec, "loader")?.is_none() {
            return Ok(None);
        }
        let locations = self.get_attr_str(&spec, "submodule_search_locations")?;
        Ok(locations.downcast::<PyNamespacePath>().map(|path| path.folders.get(self)))
    }
}

#[pymethods]
impl PyNamespacePath {
    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyNamespacePath>) -> PyResult {
        let folders = vm.namespace_folders(&this)?;
        vm.iter(&folders)
    }

    #[slot(len)]
    fn len(vm: &mut Vm, this: This<'_, PyNamespacePath>) -> PyResult<usize> {
        let folders = vm.namespace_folders(&this)?;
        vm.len(&folders)
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyNamespacePath>, item: &Value) -> PyResult<bool> {
        let folders = vm.namespace_folders(&this)?;
        vm.contains(&folders, item)
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyNamespacePath>, index: &Value) -> PyResult {
        let folders = vm.namespace_folders(&this)?;
        vm.get_item(&folders, index)
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyNamespacePath>, index: &Value, value: Option<&Value>) -> PyResult<()> {
        let folders = this.folders.get(vm);
        match value {
            Some(value) => vm.set_item(&folders, index, value),
            None => vm.del_item(&folders, index),
        }
    }

    /// Add a folder.
    #[pymethod("append($self, item)", no_text)]
    fn append(vm: &mut Vm, this: This<'_, PyNamespacePath>, item: &Value) -> PyResult {
        let folders = this.folders.get(vm);
        vm.call_method_str(&folders, "append", std::slice::from_ref(item))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyNamespacePath>) -> PyResult {
        let folders = this.folders.get(vm);
        let shown = vm.repr_string(&folders)?;
        Ok(vm.new_str(&format!("_NamespacePath({shown})")))
    }
}

#[pymethods]
impl PyNamespaceLoader {
    #[slot(new)]
    fn new_loader(vm: &mut Vm, _cls: Ty, args: Args<'_>) -> PyResult {
        let path = args.get(1).cloned().unwrap_or_default();
        Ok(vm.new_namespace_loader(&path))
    }

    #[getter("_path")]
    fn get_path(this: This<'_, PyNamespaceLoader>) -> Value {
        this.path.clone()
    }

    /// A namespace package is one.
    #[pymethod("is_package($self, fullname)", no_text)]
    fn is_package(_this: This<'_, PyNamespaceLoader>, _fullname: &Value) -> bool {
        true
    }

    /// There is no source.
    #[pymethod("get_source($self, fullname)", no_text)]
    fn get_source(vm: &mut Vm, _this: This<'_, PyNamespaceLoader>, _fullname: &Value) -> Value {
        vm.new_str("")
    }

    /// The module is made as usual.
    #[pymethod("create_module($self, spec)", no_text)]
    fn create_module(_this: This<'_, PyNamespaceLoader>, _spec: &Value) -> Value {
        Value::NONE
    }

    /// There is nothing to run.
    #[pymethod("exec_module($self, module)", no_text)]
    fn exec_module(_this: This<'_, PyNamespaceLoader>, _module: &Value) -> Value {
        Value::NONE
    }
}
