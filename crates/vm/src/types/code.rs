//! TEMP
use minipy_bytecode::CodeObject;
use std::sync::Arc;
/// TEMP
#[minipy_macros::pyclass(name = "code", layout = 17, no_trace, parts())]
pub struct PyCode {
    #[pyclass(skip)]
    code: Arc<CodeObject>,
}
impl PyCode {
    /// TEMP
    pub fn code(&self) -> &CodeObject {
        &self.code
    }
    /// TEMP
    pub fn shared(&self) -> &Arc<CodeObject> {
        &self.code
    }
}
