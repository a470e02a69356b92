//! `BaseException` and what all exceptions share (CPython's Objects/exceptions.c).
//!
//! All builtin exceptions have this payload. Attributes that CPython keeps in C structures (`StopIteration.value`,
//! `OSError.errno`, `SyntaxError.lineno`, ...) are in `members`, by name; `exc/members.rs` knows which type has which.

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyTuple;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Common base class for all exceptions
#[pyclass(name = "BaseException", layout = 20, flags(basetype, exception, dict))]
#[derive(Default)]
pub struct PyBaseException {
    /// `args`, a tuple.
    pub args: VmCell<Value>,
    /// `__traceback__`, or None.
    pub traceback: VmCell<Value>,
    /// `__context__`, or None.
    pub context: VmCell<Value>,
    /// `__cause__`, or None.
    pub cause: VmCell<Value>,
    /// `__suppress_context__`.
    pub suppress_context: std::cell::Cell<bool>,
    /// Attributes of certain types: interned name and value.
    pub members: VmCell<Vec<(Value, Value)>>,
}

impl PyBaseException {
    /// The member of this interned name, if it was set.
    pub fn member(&self, vm: &Vm, name: &Value) -> Option<Value> {
        self.members.borrow(vm).iter().find(|(key, _)| key.is(name)).map(|(_, value)| value.clone())
    }

    /// Sets a member.
    pub fn set_member(&self, vm: &mut Vm, name: &Value, value: Value) {
        let members = self.members.borrow_mut(vm);
        match members.iter_mut().find(|(key, _)| key.is(name)) {
            Some((_, old)) => *old = value,
            None => members.push((name.clone(), value)),
        }
    }
}

impl Vm {
    /// Sets a member such as `name` of an exception.
    pub(crate) fn set_exception_member(&mut self, exception: &Value, name: &str, value: Value) {
        let name = self.intern(name);
        if let Some(exception) = exception.downcast::<PyBaseException>() {
            exception.set_member(self, &name, value);
        }
    }

    /// A member of an exception; `None` if it was not set.
    pub fn exception_member(&mut self, exception: &Value, name: &str) -> Option<Value> {
        let name = self.intern(name);
        exception.downcast::<PyBaseException>().and_then(|exception| exception.member(self, &name))
    }

    /// Makes the exception being handled the context of a new one, cutting the chain where it would come back to itself.
    pub(crate) fn set_context(&mut self, exception: &Value) {
        let Some(handled) = self.handled_exception().filter(|handled| !handled.is(exception)) else { return };
        let Some(payload) = exception.downcast::<PyBaseException>() else { return };
        let mut link = handled.clone();
        let mut slow = handled.clone();
        let mut step = false;
        while let Some(next) = link.downcast::<PyBaseException>().map(|e| e.context.get(self)).filter(|c| !c.is_none())
        {
            if next.is(exception) {
                if let Some(last) = link.downcast::<PyBaseException>() {
                    last.context.set(self, Value::NONE);
                }
                break;
            }
            link = next;
            // A chain that runs in a circle without `exception` was made by hand: stop.
            if step {
                slow = slow.downcast::<PyBaseException>().map(|e| e.context.get(self)).unwrap_or_default();
                if slow.is(&link) {
                    break;
                }
            }
            step = !step;
        }
        payload.context.set(self, handled);
    }

    /// Gives the pending exception a cause (`raise ... from cause`).
    pub(crate) fn set_cause_of_raised(&mut self, cause: Option<Value>) {
        let Some(raised) = self.raised.clone() else { return };
        if let Some(exception) = raised.downcast::<PyBaseException>() {
            let cause = cause.unwrap_or_default();
            exception.context.set(self, cause.clone());
            exception.cause.set(self, cause);
            exception.suppress_context.set(true);
        }
    }
}

fn exception_or_none(vm: &mut Vm, value: Option<&Value>, name: &str) -> PyResult {
    match value {
        None => Err(vm.type_error(format!("{name} may not be deleted"))),
        Some(value) if value.is_none() || value.is_a::<PyBaseException>() => Ok(value.clone()),
        Some(_) => {
            let what = if name == "__cause__" { "cause" } else { "context" };
            Err(vm.type_error(format!("exception {what} must be None or derive from BaseException")))
        }
    }
}

#[pymethods]
impl PyBaseException {
    #[slot(new)]
    fn new_exception(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let tuple = vm.new_tuple_from(args.positional());
        Ok(vm.new_instance(cls, PyBaseException { args: VmCell::new(tuple), ..PyBaseException::default() }))
    }

    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        if args.has_keywords() {
            let name = vm.type_name(this);
            return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
        }
        let Some(exception) = this.downcast::<PyBaseException>() else { return Ok(()) };
        // `__new__` has mostly put the same there.
        let is_done = exception.args.borrow(vm).downcast::<PyTuple>().is_some_and(|old| {
            old.items().len() == args.positional().len()
                && old.items().iter().zip(args.positional()).all(|(old, new)| old.is(new))
        });
        if !is_done {
            let tuple = vm.new_tuple_from(args.positional());
            exception.args.set(vm, tuple);
        }
        Ok(())
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: This<'_, PyBaseException>) -> PyResult {
        let args = this.args.get(vm);
        match args.downcast::<PyTuple>().map(PyTuple::items) {
            Some([]) | None => Ok(vm.new_str("")),
            Some([one]) => vm.str(one),
            Some(_) => vm.str(&args),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyBaseException>) -> PyResult {
        let name = vm.type_name(this.value());
        let args = this.args.get(vm);
        let text = match args.downcast::<PyTuple>().map(PyTuple::items) {
            Some([one]) => format!("{name}({})", vm.repr_string(one)?),
            _ => format!("{name}{}", vm.repr_string(&args)?),
        };
        Ok(vm.new_str(&text))
    }

    #[getter("args")]
    fn get_args(vm: &mut Vm, this: This<'_, PyBaseException>) -> Value {
        this.args.get(vm)
    }

    #[setter("args")]
    fn set_args(vm: &mut Vm, this: This<'_, PyBaseException>, value: Option<&Value>) -> PyResult<()> {
        let Some(value) = value else { return Err(vm.type_error("args may not be deleted")) };
        let items = vm.collect(value)?;
        let tuple = vm.new_tuple(items);
        this.args.set(vm, tuple);
        Ok(())
    }

    #[getter("__traceback__")]
    fn get_traceback(vm: &mut Vm, this: This<'_, PyBaseException>) -> Value {
        this.traceback.get(vm)
    }

    #[setter("__traceback__")]
    fn set_traceback(vm: &mut Vm, this: This<'_, PyBaseException>, value: Option<&Value>) -> PyResult<()> {
        let Some(value) = value else { return Err(vm.type_error("__traceback__ may not be deleted")) };
        if !value.is_none() && vm.type_of(value).layout != 21 {
            return Err(vm.type_error("__traceback__ must be a traceback or None"));
        }
        this.traceback.set(vm, value.clone());
        Ok(())
    }

    #[getter("__context__")]
    fn get_context(vm: &mut Vm, this: This<'_, PyBaseException>) -> Value {
        this.context.get(vm)
    }

    #[setter("__context__")]
    fn set_context_attr(vm: &mut Vm, this: This<'_, PyBaseException>, value: Option<&Value>) -> PyResult<()> {
        let value = exception_or_none(vm, value, "__context__")?;
        this.context.set(vm, value);
        Ok(())
    }

    #[getter("__cause__")]
    fn get_cause(vm: &mut Vm, this: This<'_, PyBaseException>) -> Value {
        this.cause.get(vm)
    }

    #[setter("__cause__")]
    fn set_cause_attr(vm: &mut Vm, this: This<'_, PyBaseException>, value: Option<&Value>) -> PyResult<()> {
        let value = exception_or_none(vm, value, "__cause__")?;
        this.cause.set(vm, value);
        this.suppress_context.set(true);
        Ok(())
    }

    #[getter("__suppress_context__")]
    fn get_suppress(this: This<'_, PyBaseException>) -> bool {
        this.suppress_context.get()
    }

    #[setter("__suppress_context__")]
    fn set_suppress(vm: &mut Vm, this: This<'_, PyBaseException>, value: Option<&Value>) -> PyResult<()> {
        let flag = match value.map(Value::as_bool) {
            Some(Some(flag)) => flag,
            Some(None) => return Err(vm.type_error("attribute value type must be bool")),
            None => return Err(vm.type_error("can't delete numeric/char attribute")),
        };
        this.suppress_context.set(flag);
        Ok(())
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PyBaseException>) -> PyResult {
        vm.dict_of(this.value())
    }

    /// Exception.with_traceback(tb) --
    ///     set self.__traceback__ to tb and return self.
    #[pymethod("with_traceback($self, tb, /)", no_text)]
    fn with_traceback(vm: &mut Vm, this: This<'_, PyBaseException>, tb: &Value) -> PyResult {
        Self::set_traceback(vm, this, Some(tb))?;
        Ok(this.value().clone())
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyBaseException>) -> PyResult {
        let cls = vm.type_of(this.value()).value();
        let args = this.args.get(vm);
        let mut parts = vec![cls, args];
        if let Some(dict) = vm.instance_dict(this.value())
            && vm.len(&dict)? > 0
        {
            parts.push(dict);
        }
        Ok(vm.new_tuple(parts))
    }

    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyBaseException>, state: &Value) -> PyResult<()> {
        if state.is_none() {
            return Ok(());
        }
        if !state.is_a::<crate::types::dict::PyDict>() {
            return Err(vm.type_error("state is not a dictionary"));
        }
        for key in vm.collect(state)? {
            let value = vm.get_item(state, &key)?;
            let key = vm.intern_value(&key);
            vm.set_attr(this.value(), &key, &value)?;
        }
        Ok(())
    }
}
