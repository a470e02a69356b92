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

impl Vm {
    /// Replaced by the interpreter.
    pub fn run_code(&mut self, _code: &Value, _globals: &Value, _locals: &Value) -> PyResult {
        Err(self.system_error("no interpreter"))
    }
    /// Replaced by the interpreter.
    pub fn new_code(&mut self, code: std::sync::Arc<minipy_bytecode::CodeObject>) -> PyResult {
        drop(code);
        Err(self.system_error("no interpreter"))
    }
    /// Replaced by the interpreter.
    pub fn frame_locals(&mut self) -> PyResult {
        Err(self.system_error("no interpreter"))
    }
    /// Replaced by the interpreter.
    pub fn frame_globals(&mut self) -> PyResult {
        Err(self.system_error("no interpreter"))
    }
    /// Replaced by the interpreter.
    pub fn frame_builtins(&mut self) -> Value {
        self.builtins.clone()
    }
    /// Replaced by the interpreter.
    pub fn current_code_flags(&self) -> u32 {
        0
    }
    /// Replaced by the interpreter.
    pub fn anext_with_default(&mut self, _awaitable: Value, _default: Value) -> PyResult {
        Err(self.system_error("no interpreter"))
    }
    /// Replaced by the interpreter.
    pub fn stop_iteration_of(&mut self, _iterator: &Value) -> crate::exc::Raised {
        self.raise_with(self.exc.stop_iteration, &[])
    }
    /// Replaced by the interpreter.
    pub(crate) fn is_print(&mut self, value: &Value) -> bool {
        self.builtin("print").is_ok_and(|print| print.is(value))
    }
    /// Replaced by the interpreter.
    pub(crate) fn first_weakref(&mut self, _object: &Value) -> Option<Value> {
        None
    }
    /// Replaced by the interpreter.
    pub(crate) fn print_to_native_stream(
        &mut self,
        _file: &Value,
        _args: &[Value],
        _sep: Option<&Value>,
        _end: Option<&Value>,
    ) -> Option<PyResult<()>> {
        None
    }
}
