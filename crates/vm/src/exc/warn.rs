//! Issuing warnings from native code: through the module `warnings` once it is loaded, else plainly to stderr.

use crate::exc::PyResult;
use crate::host::{SyntaxFailure, Warning};
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Issues a warning that points to the running Python code.
    pub fn warn(&mut self, category: Ty, message: &str) -> PyResult<()> {
        let text = self.new_str(message);
        let Some(warnings) = self.warnings_module()? else { return Ok(()) };
        let level = Value::int32(1);
        self.call_method_str(&warnings, "warn", &[text, category.value(), level]).map(drop)
    }

    /// A DeprecationWarning.
    pub fn deprecation_warning(&mut self, message: &str) -> PyResult<()> {
        self.warn(self.exc.deprecation_warning, message)
    }

    /// A warning of the compiler, which names file and line itself.
    pub(crate) fn compiler_warning(&mut self, warning: &Warning, filename: &str) -> PyResult<()> {
        let category = match warning.category {
            "SyntaxWarning" => self.exc.syntax_warning,
            _ => self.exc.deprecation_warning,
        };
        let Some(warnings) = self.warnings_module()? else { return Ok(()) };
        let args = [
            self.new_str(&warning.message),
            category.value(),
            self.new_str(filename),
            self.new_int(i64::from(warning.lineno)),
        ];
        let result = self.call_method_str(&warnings, "warn_explicit", &args);
        if result.is_err() && self.raised_is(category) {
            // A warning that is an error is an error of the source.
            self.clear_raised();
            let failure = SyntaxFailure {
                kind: "SyntaxError",
                message: warning.message.clone(),
                lineno: Some(i64::from(warning.lineno)),
                offset: warning.offset,
                end_lineno: warning.end_lineno,
                end_offset: warning.end_offset,
                text: warning.text.clone(),
            };
            return Err(self.raise_syntax_error(&failure, filename));
        }
        result.map(drop)
    }

    /// The module `warnings`; `None` where there is none (an interpreter without a library).
    pub(crate) fn warnings_module(&mut self) -> PyResult<Option<Value>> {
        let result = self.import_module("warnings");
        self.catch(result, self.exc.import_error)
    }
}
