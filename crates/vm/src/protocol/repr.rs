//! `repr`, `str`, `ascii`, and the guard against endless reprs.

use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `repr(value)`, a str.
    pub fn repr(&mut self, value: &Value) -> PyResult {
        self.poll()?;
        let Some(repr) = self.type_of(value).slots.repr.get() else { return self.default_repr(value) };
        let text = self.recursive(" while getting the repr of an object", |vm| repr(vm, value))?;
        self.expect_str(text, "__repr__")
    }

    /// `str(value)`, a str.
    pub fn str(&mut self, value: &Value) -> PyResult {
        if self.is_exact::<PyStr>(value) {
            return Ok(value.clone());
        }
        if let Some(int) = value.as_small_int() {
            return Ok(self.new_decimal(int));
        }
        let Some(str) = self.type_of(value).slots.str.get() else { return self.repr(value) };
        let text = self.recursive(" while getting the str of an object", |vm| str(vm, value))?;
        self.expect_str(text, "__str__")
    }

    fn expect_str(&mut self, text: Value, method: &str) -> PyResult {
        if text.is_a::<PyStr>() {
            return Ok(text);
        }
        let ty = self.type_name(&text);
        Err(self.type_error(format!("{method} returned non-string (type {ty})")))
    }

    /// `repr(value)` as Rust text; lone surrogates are replaced (reprs have none).
    pub fn repr_string(&mut self, value: &Value) -> PyResult<String> {
        let text = self.repr(value)?;
        Ok(self.str_lossy(&text))
    }

    /// As `repr_string`, `fallback` if that raises.
    pub fn repr_string_or(&mut self, value: &Value, fallback: &str) -> String {
        self.repr_string(value).unwrap_or_else(|_| {
            self.clear_raised();
            fallback.to_owned()
        })
    }

    /// `str(value)` as Rust text; lone surrogates are replaced.
    pub fn str_string(&mut self, value: &Value) -> PyResult<String> {
        let text = self.str(value)?;
        Ok(self.str_lossy(&text))
    }

    /// `ascii(value)`.
    pub fn ascii(&mut self, value: &Value) -> PyResult {
        let text = self.repr(value)?;
        let Some(text) = text.downcast::<PyStr>() else { return Ok(text) };
        if text.as_ascii().is_some() {
            return Ok(self.new_str_data(text.data()));
        }
        let out = crate::types::str::repr::ascii(text.data());
        Ok(self.new_text(&out))
    }

    /// `<module.Type object at 0x...>`.
    pub fn default_repr(&mut self, value: &Value) -> PyResult {
        let name = self.qualified_type_name(value)?;
        Ok(self.new_str(&format!("<{name} object at {:#x}>", self.id(value))))
    }

    /// `module.qualname` of a value's type, the module left out for builtins.
    pub fn qualified_type_name(&mut self, value: &Value) -> PyResult<String> {
        let ty = self.type_of(value);
        self.qualified_name(ty)
    }

    /// `id(value)`: the address of an object; for immediates a number that no address is.
    pub fn id(&self, value: &Value) -> u64 {
        if value.is_object() { value.word() } else { value.word() << 1 | 1 }
    }

    /// Marks the container `value` as being shown; false if it is already (the caller shows `...`).
    pub fn enter_repr(&mut self, value: &Value) -> bool {
        let word = value.word();
        if self.repr_stack.contains(&word) {
            return false;
        }
        self.repr_stack.push(word);
        true
    }

    /// Ends what `enter_repr` began.
    pub fn leave_repr(&mut self) {
        self.repr_stack.pop();
    }
}
