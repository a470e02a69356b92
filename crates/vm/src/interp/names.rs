//! Names as running code sees them: globals, builtins, the locals mapping, and the errors for what is not bound.

#![expect(unsafe_code, reason = "the running frame's record is read")]

use minipy_bytecode::{CodeFlags, PyText};

use super::frame::special;
use super::regs::{incref, value_of};
use crate::exc::{PyResult, Raised};
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The name with this index in the running code.
    #[inline]
    pub(crate) fn name_at(&self, index: u32) -> Value {
        match self.interp.current() {
            Some(frame) => frame.code().names.get(index as usize).cloned().unwrap_or_default(),
            None => Value::NONE,
        }
    }

    /// The function of the running frame.
    pub(crate) fn running_function(&self) -> Option<Value> {
        // SAFETY: a frame's function is a live value that the frame owns; a copy is handed out.
        self.interp.current().map(|frame| unsafe { value_of(incref(frame.func)) })
    }

    /// Flags of the running code.
    pub(crate) fn running_code_flags(&self) -> CodeFlags {
        self.interp.current().map_or(CodeFlags(0), |frame| frame.code().code.flags)
    }

    /// The globals of the running frame; None if no Python code runs.
    pub(crate) fn running_globals(&self) -> Value {
        self.interp.current().map_or(Value::NONE, |frame| {
            // SAFETY: a frame's function is a live value that the frame owns; it is only looked at.
            let function = unsafe { &*(&raw const frame.func).cast::<Value>() };
            function.downcast::<PyFunction>().map(|function| function.globals.clone()).unwrap_or_default()
        })
    }

    /// The builtins of the running frame; those of the Vm if no Python code runs.
    pub fn frame_builtins(&mut self) -> Value {
        self.running_function()
            .and_then(|function| function.downcast::<PyFunction>().map(|function| function.builtins.clone()))
            .unwrap_or_else(|| self.builtins.clone())
    }

    /// The mapping that holds the running frame's names, for module and class bodies.
    pub(crate) fn frame_locals_mapping(&self) -> Option<Value> {
        let frame = self.interp.current()?;
        // SAFETY: the bit says that `locals` is a live value.
        frame.is(special::LOCALS).then(|| unsafe { value_of(incref(frame.locals)) })
    }

    /// The name of a cell or free variable by its slot in the running frame.
    pub(crate) fn deref_name(&mut self, slot: usize) -> Value {
        let text = self.interp.current().and_then(|frame| {
            let code = &frame.code().code;
            code.deref_name(slot.checked_sub(code.nlocals as usize)?).cloned()
        });
        text.map_or(Value::NONE, |text| self.name_value(&text))
    }

    /// The interned str of a code object's name.
    pub(crate) fn name_value(&mut self, text: &PyText) -> Value {
        match text.as_str() {
            Some(text) => self.intern(text),
            None => {
                let value = self.new_str_from_code_points(text.code_points());
                self.intern_value(&value)
            }
        }
    }

    /// `mapping[key]`, nothing if it is a KeyError.
    pub(crate) fn mapping_get(&mut self, mapping: &Value, key: &Value) -> PyResult<Option<Value>> {
        if let Some(dict) = mapping.downcast::<PyDict>()
            && self.is_exact::<PyDict>(mapping)
        {
            return dict.get(self, key);
        }
        let result = self.get_item(mapping, key);
        self.catch(result, self.exc.key_error)
    }

    /// "name 'x' is not defined", with the exception's `name` set.
    #[cold]
    pub(crate) fn name_error_for(&mut self, name: &Value) -> Raised {
        let text = self.str_lossy(name);
        let raised = self.name_error(format!("name '{text}' is not defined"));
        if let Some(exception) = self.raised.clone() {
            self.set_exception_member(&exception, "name", name.clone());
        }
        raised
    }

    /// UnboundLocalError for a fast local.
    #[cold]
    pub(crate) fn unbound_local(&mut self, local: usize) -> Raised {
        let name =
            self.interp.current().and_then(|frame| frame.code().code.varnames.get(local).map(PyText::to_string_lossy));
        let name = name.unwrap_or_default();
        self.unbound_local_error(format!("local variable '{name}' referenced before assignment"))
    }

    /// UnboundLocalError or NameError for an empty cell in this slot.
    #[cold]
    pub(crate) fn unbound_deref(&mut self, slot: usize) -> Raised {
        let own = self.interp.current().is_some_and(|frame| {
            let code = &frame.code().code;
            slot.checked_sub(code.nlocals as usize).is_some_and(|index| index < code.cellvars.len())
        });
        let name = self.deref_name(slot);
        let text = self.str_lossy(&name);
        if own {
            return self.unbound_local_error(format!("local variable '{text}' referenced before assignment"));
        }
        let raised = self.name_error(format!("free variable '{text}' referenced before assignment in enclosing scope"));
        if let Some(exception) = self.raised.clone() {
            self.set_exception_member(&exception, "name", name);
        }
        raised
    }
}
