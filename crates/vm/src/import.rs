//! Importing modules.

use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `importlib.import_module(name)`.
    pub fn import_module(&mut self, name: &str) -> PyResult {
        let key = self.intern(name);
        let modules = self.modules.clone();
        match self.dict_lookup(&modules, &key)? {
            Some(module) => Ok(module),
            None => Err(self.raise(self.exc.module_not_found_error, format!("No module named '{name}'"))),
        }
    }

    /// Issues a DeprecationWarning.
    pub fn deprecation_warning(&mut self, _message: &str) -> PyResult<()> {
        Ok(())
    }

    /// The first weak reference to an object.
    pub(crate) fn first_weakref(&mut self, _object: &Value) -> Option<Value> {
        None
    }

    /// Whether `value` is the builtin `print`.
    pub(crate) fn is_print(&mut self, value: &Value) -> bool {
        self.builtin("print").is_ok_and(|print| print.is(value))
    }
}
