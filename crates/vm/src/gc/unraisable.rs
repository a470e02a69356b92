//! Exceptions that nobody can catch: `sys.unraisablehook` (CPython's Python/errors.c).

use crate::exc::PyResult;
use crate::exc::exception::PyBaseException;
use crate::types::traceback::PyTraceback;
use crate::value::Value;
use crate::vm::Vm;

const FIELDS: &[&str] = &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"];

impl Vm {
    /// Reports the pending exception, raised where `object` was called by the Vm itself.
    pub(crate) fn report_unraisable(&mut self, object: &Value) {
        let Some(exception) = self.take_raised() else { return };
        self.place_unraisable(&exception);
        if let (Ok(Some(hook)), Ok(original)) =
            (self.sys_attr_str("unraisablehook"), self.sys_attr_str("__unraisablehook__"))
            && !original.is_some_and(|original| original.is(&hook))
            && !hook.is_none()
        {
            let arguments = self.unraisable_arguments(&exception, object);
            if self.call(&hook, &[arguments]).is_ok() {
                return;
            }
            let raised = self.take_raised().unwrap_or_default();
            self.print_unraisable(&raised, Some("Exception ignored in sys.unraisablehook"), &hook);
            return;
        }
        self.clear_raised();
        self.print_unraisable(&exception, None, object);
    }

    /// An exception that no frame has seen was raised where the running frame stands.
    fn place_unraisable(&mut self, exception: &Value) {
        if let Some(payload) = exception.downcast::<PyBaseException>()
            && payload.traceback.get(self).is_none()
            && let Some(frame) = self.current_frame(0)
            && let Ok(lasti) = self.get_attr_str(&frame, "f_lasti")
        {
            let lasti = self.int_to_i64(&lasti).unwrap_or(-1);
            let entry = self.new_object(PyTraceback::new(Value::NONE, frame, lasti));
            payload.traceback.set(self, entry);
        }
    }

    /// What `sys.unraisablehook` gets.
    fn unraisable_arguments(&mut self, exception: &Value, object: &Value) -> Value {
        let class = self.type_of(exception).value();
        let traceback = exception.downcast::<PyBaseException>().map(|exception| exception.traceback.get(self));
        let items = vec![class, exception.clone(), traceback.unwrap_or_default(), Value::NONE, object.clone()];
        let ty = match self.unraisable_type {
            Some(ty) => ty,
            None => {
                let ty = self.new_struct_sequence("sys", "UnraisableHookArgs", FIELDS, &[]);
                self.unraisable_type = Some(ty);
                ty
            }
        };
        self.new_tuple_instance(ty, items)
    }

    /// `sys.__unraisablehook__(arguments)`.
    pub fn default_unraisable_hook(&mut self, arguments: &Value) -> PyResult<()> {
        let exception = self.get_attr_str(arguments, "exc_value")?;
        let message = self.get_attr_str(arguments, "err_msg")?;
        let object = self.get_attr_str(arguments, "object")?;
        let message = if message.is_none() { None } else { Some(self.str_string(&message)?) };
        self.print_unraisable(&exception, message.as_deref(), &object);
        Ok(())
    }

    fn print_unraisable(&mut self, exception: &Value, message: Option<&str>, object: &Value) {
        let mut text = String::new();
        if object.is_none() {
            if let Some(message) = message {
                text = format!("{message}:\n");
            }
        } else {
            let shown = self.repr_string(object).unwrap_or_else(|_| "<object repr() failed>".to_owned());
            self.clear_raised();
            text = format!("{}: {shown}\n", message.unwrap_or("Exception ignored in"));
        }
        if !exception.is_none() {
            // Without what it was caused by.
            text.push_str(&self.format_unchained(exception));
        }
        let text = self.new_str(&text);
        match self.sys_attr_str("stderr") {
            Ok(Some(stderr)) if !stderr.is_none() => {
                if self.call_method_str(&stderr, "write", &[text]).is_err()
                    || self.call_method_str(&stderr, "flush", &[]).is_err()
                {
                    self.clear_raised();
                }
            }
            _ => self.clear_raised(),
        }
    }
}
