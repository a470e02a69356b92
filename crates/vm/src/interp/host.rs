//! What the object model asks of the interpreter: frames, functions, cells, the eval breaker.

use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Looks at the eval breaker.
    #[inline(always)]
    pub fn poll(&mut self) -> PyResult<()> {
        Ok(())
    }

    /// The exception being handled (`sys.exc_info()[1]`).
    pub fn handled_exception(&self) -> Option<Value> {
        None
    }

    /// `__name__` of the module whose code is running.
    pub(crate) fn current_module_name(&mut self) -> Option<Value> {
        None
    }

    /// Whether `value` is a function made by `def`.
    pub(crate) fn is_python_function(&self, value: &Value) -> bool {
        self.type_of(value).layout == 14
    }

    /// Puts `content` into `cell`; false if it is no cell.
    pub(crate) fn set_cell(&mut self, _cell: &Value, _content: Value) -> bool {
        false
    }

    /// The class and object that `super()` without arguments means in the running function.
    pub(crate) fn zero_argument_super(&mut self) -> PyResult<(Value, Value)> {
        Err(self.runtime_error("super(): no current frame"))
    }
}
