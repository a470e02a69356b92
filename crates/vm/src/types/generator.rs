//! `generator`, and the state that coroutines and async generators share with it (CPython's Objects/genobject.c).

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::code::Lowered;
use crate::code::isa::{self, Op, Word};
use crate::exc::exception::PyBaseException;
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyStr, PyTuple};
use crate::heap::{Trace, Visitor, VmCell, flag};
use crate::interp::resume::{self, Sent};
use crate::object::Ty;
use crate::types::frame::PyFrame;
use crate::types::traceback::PyTraceback;
use crate::value::Value;
use crate::vm::Vm;

/// What a generator does at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Not begun.
    Created,
    /// At a yield.
    Suspended,
    /// On the stack.
    Running,
    /// Over.
    Finished,
}

/// A frame that can be put aside.
pub struct GenState {
    /// The function; None while it is on the stack, whose frame holds it then, and when it is over.
    pub function: VmCell<Value>,
    /// `gi_code`.
    pub code: Value,
    /// `__name__`.
    pub name: VmCell<Value>,
    /// `__qualname__`.
    pub qualname: VmCell<Value>,
    /// Its code, which `function` keeps alive.
    pub lowered: Cell<*const Lowered>,
    /// Where it was suspended: after the yield's word.
    pub pc: Cell<*mut u64>,
    /// See [`Status`].
    pub status: Cell<Status>,
    /// Fast locals, cells and live temporaries while it is not on the stack.
    pub slots: VmCell<Vec<Value>>,
    /// The exception it is handling.
    pub handled: VmCell<Value>,
    /// Its frame object, if there is one, while it is not on the stack.
    pub frame_object: VmCell<Option<Value>>,
}

impl GenState {
    /// A generator that has not begun.
    pub fn new(
        function: Value,
        code: Value,
        name: Value,
        qualname: Value,
        lowered: &Lowered,
        slots: Vec<Value>,
    ) -> GenState {
        GenState {
            function: VmCell::new(function),
            code,
            name: VmCell::new(name),
            qualname: VmCell::new(qualname),
            lowered: Cell::new(lowered),
            pc: Cell::new(lowered.start()),
            status: Cell::new(Status::Created),
            slots: VmCell::new(slots),
            handled: VmCell::default(),
            frame_object: VmCell::default(),
        }
    }

    /// Whether it can be resumed.
    #[inline(always)]
    pub fn is_resumable(&self) -> bool {
        matches!(self.status.get(), Status::Created | Status::Suspended)
    }

    /// Ends it without running it.
    pub fn finish(&self, vm: &mut Vm) {
        self.drop_temporaries();
        self.status.set(Status::Finished);
        drop(self.slots.take(vm));
        self.handled.set(vm, Value::NONE);
        self.function.set(vm, Value::NONE);
        self.forget_frame(vm);
    }

    /// Drops what is on the evaluation stack from the top down, as unwinding does, before the locals go.
    #[expect(unsafe_code, reason = "the code is reached through a raw pointer, the slots without a Vm")]
    fn drop_temporaries(&self) {
        if !matches!(self.status.get(), Status::Suspended) {
            return;
        }
        // SAFETY: suspended, so the function keeps the code alive; nobody borrows the slots of what is ending.
        unsafe {
            let nfast = (*self.lowered.get()).nfast as usize;
            let slots = &mut *self.slots.as_ptr();
            while slots.len() > nfast {
                drop(slots.pop());
            }
        }
    }

    /// Its frame object no longer belongs to it.
    pub fn forget_frame(&self, vm: &mut Vm) {
        if let Some(object) = self.frame_object.take(vm)
            && let Some(frame) = object.downcast::<PyFrame>()
        {
            frame.generator.set(0);
        }
    }

    /// What a suspended `yield from` or `await` delegates to.
    #[expect(unsafe_code, reason = "the instruction it is suspended at is read")]
    pub fn delegate(&self, vm: &Vm) -> Option<Value> {
        if self.status.get() != Status::Suspended {
            return None;
        }
        // SAFETY: suspended, so `pc` is behind a word of the code, which the function keeps alive.
        let word = unsafe { Word(*self.pc.get().sub(1)) };
        if word.number() == Op::YieldFrom as u8 { self.slots.borrow(vm).get(word.b()).cloned() } else { None }
    }

    /// Whether a handler is set up where it is suspended: ending it must run code.
    #[expect(unsafe_code, reason = "the instruction it is suspended at is read")]
    pub fn has_handler(&self) -> bool {
        if self.status.get() != Status::Suspended {
            return false;
        }
        // SAFETY: as in `delegate`.
        unsafe { Word(*self.pc.get().sub(1)) }.has(isa::flag::GUARDED)
    }
}

impl Drop for GenState {
    fn drop(&mut self) {
        self.drop_temporaries();
        if let Some(object) = self.frame_object.get_mut().take()
            && let Some(frame) = object.downcast::<PyFrame>()
        {
            frame.generator.set(0);
        }
    }
}

impl Trace for GenState {
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.function.trace(visit);
        visit(&self.code);
        self.name.trace(visit);
        self.qualname.trace(visit);
        self.slots.trace(visit);
        self.handled.trace(visit);
        self.frame_object.trace(visit);
    }

    fn clear(&self) {
        self.status.set(Status::Finished);
        self.slots.clear();
        self.handled.clear();
        self.function.clear();
    }
}

/// The payload of `generator`.
#[pyclass(name = "generator", layout = 38, flags(weakref, no_instantiation), parts(main, attributes))]
pub struct PyGenerator {
    /// Its frame.
    pub state: GenState,
}

impl Vm {
    /// The next value of a generator; `None` at its end, with the returned value in `State::stop_value`.
    pub(crate) fn generator_next(&mut self, generator: &Value) -> PyResult<Option<Value>> {
        if resume::state_of(generator).is_some_and(|state| state.status.get() == Status::Finished) {
            return Ok(None);
        }
        match self.resume(generator, Value::NONE)? {
            Sent::Yielded(value) => Ok(Some(value)),
            Sent::Returned(value) => {
                self.interp.stop_value = Some(value).filter(|value| !value.is_none());
                self.interp.stop_args = None;
                Ok(None)
            }
        }
    }

    /// The value that the last end of an iteration came with.
    pub(crate) fn stop_value(&mut self) -> Value {
        let value = self.interp.stop_value.take();
        match self.interp.stop_args.take() {
            Some(args) => args.downcast::<PyTuple>().and_then(|args| args.items().first().cloned()).unwrap_or_default(),
            None => value.unwrap_or_default(),
        }
    }

    /// Keeps the arguments of a StopIteration that an iterator's `__next__` raised.
    pub(crate) fn keep_stop(&mut self, exception: &Value) {
        let args = exception.downcast::<PyBaseException>().map(|exception| exception.args.get(self));
        self.interp.stop_value = None;
        self.interp.stop_args =
            args.filter(|args| args.downcast::<PyTuple>().is_some_and(|args| !args.items().is_empty()));
    }

    /// `StopIteration.value`.
    pub(crate) fn stop_iteration_value(&mut self, exception: &Value) -> Value {
        if let Some(value) = self.exception_member(exception, "value") {
            return value;
        }
        let args =
            exception.downcast::<PyBaseException>().map(|exception| exception.args.get(self)).unwrap_or_default();
        args.downcast::<PyTuple>().and_then(|args| args.items().first().cloned()).unwrap_or_default()
    }

    /// Raises StopIteration with the value that a generator returned.
    pub(crate) fn raise_stop(&mut self, value: Value) -> Raised {
        if value.is_none() {
            return self.raise_with(self.exc.stop_iteration, &[]);
        }
        self.raise_with(self.exc.stop_iteration, &[value])
    }

    /// `gen.send(value)` as a method: StopIteration at the end.
    pub(crate) fn generator_send(&mut self, generator: &Value, value: &Value) -> PyResult {
        let Some(state) = resume::state_of(generator) else { return Ok(Value::NONE) };
        match state.status.get() {
            Status::Created if !value.is_none() => return Err(self.cannot_send(generator)),
            Status::Finished => return Err(self.finished_generator(generator)),
            _ => {}
        }
        match self.resume(generator, value.clone())? {
            Sent::Yielded(value) => Ok(value),
            Sent::Returned(value) => Err(self.raise_stop(value)),
        }
    }

    /// What resuming a generator that is over raises.
    fn finished_generator(&mut self, generator: &Value) -> Raised {
        if generator.is_a::<super::coroutine::PyCoroutine>() {
            return self.runtime_error("cannot reuse already awaited coroutine");
        }
        if generator.is_a::<super::async_generator::PyAsyncGenerator>() {
            return self.raise_with(self.exc.stop_async_iteration, &[]);
        }
        self.raise_stop(Value::NONE)
    }

    /// `gen.throw(...)`: raises the pending exception in the generator, or in what it delegates to.
    ///
    /// `given` are the arguments of `throw`, which a foreign delegate gets as they are.
    pub(crate) fn generator_throw(&mut self, generator: &Value, given: &[Value]) -> PyResult<Sent> {
        let Some(state) = resume::state_of(generator) else { return Err(Raised(())) };
        if state.status.get() == Status::Running {
            self.clear_raised();
            let what = self.type_name(generator).replace('_', " ");
            return Err(self.value_error(format!("{what} already executing")));
        }
        let Some(delegate) = state.delegate(self) else { return self.resume_raising(generator) };
        if self.raised_is(self.exc.generator_exit) {
            let pending = self.take_raised();
            state.status.set(Status::Running);
            let closed = self.close_iterator(&delegate);
            state.status.set(Status::Suspended);
            if closed.is_ok() {
                self.raised = pending;
            }
            return self.resume_raising(generator);
        }
        if resume::state_of(&delegate).is_some() {
            state.status.set(Status::Running);
            let result = self.generator_throw(&delegate, given);
            state.status.set(Status::Suspended);
            return match result {
                Ok(Sent::Yielded(value)) => Ok(Sent::Yielded(value)),
                Ok(Sent::Returned(value)) => self.resume_after_delegate(generator, state, value),
                Err(_) => self.delegate_raised(generator, state),
            };
        }
        let name = self.names.throw.clone();
        let pending = self.take_raised().unwrap_or_default();
        let method = match self.get_attr_opt(&delegate, &name) {
            Ok(Some(method)) => method,
            Ok(None) => {
                self.raised = Some(pending);
                return self.resume_raising(generator);
            }
            Err(raised) => {
                let _ = raised;
                return self.resume_raising(generator);
            }
        };
        state.status.set(Status::Running);
        let result = if given.is_empty() { self.call(&method, &[pending]) } else { self.call(&method, given) };
        state.status.set(Status::Suspended);
        match result {
            Ok(value) => Ok(Sent::Yielded(value)),
            Err(_) => self.delegate_raised(generator, state),
        }
    }

    /// What a delegate raised: its StopIteration is its result, anything else goes on in the generator.
    fn delegate_raised(&mut self, generator: &Value, state: &GenState) -> PyResult<Sent> {
        if self.raised_is(self.exc.stop_iteration) {
            let exception = self.take_raised().unwrap_or_default();
            let value = self.stop_iteration_value(&exception);
            return self.resume_after_delegate(generator, state, value);
        }
        self.resume_raising(generator)
    }

    /// The delegate is over: goes on behind the `yield from` with its result.
    #[expect(unsafe_code, reason = "the instruction it is suspended at is read")]
    fn resume_after_delegate(&mut self, generator: &Value, state: &GenState, value: Value) -> PyResult<Sent> {
        // The receiver's slot becomes a stopped iterator that returns the value at once.
        // SAFETY: suspended at a `YieldFrom`, as `delegate` has found out.
        let slot = unsafe { Word(*state.pc.get().sub(1)).b() };
        let stopped = self.new_object(crate::types::generator::PyStopped { value: VmCell::new(value) });
        if let Some(place) = state.slots.borrow_mut(self).get_mut(slot) {
            *place = stopped;
        }
        self.resume(generator, Value::NONE)
    }

    /// `close()` of whatever is delegated to.
    fn close_iterator(&mut self, iterator: &Value) -> PyResult<()> {
        if iterator.is_a::<PyGenerator>() || iterator.is_a::<super::coroutine::PyCoroutine>() {
            return self.close_generator(iterator);
        }
        let name = self.names.close.clone();
        match self.get_attr_opt(iterator, &name)? {
            Some(close) => self.call(&close, &[]).map(drop),
            None => Ok(()),
        }
    }

    /// `gen.close()`.
    pub(crate) fn close_generator(&mut self, generator: &Value) -> PyResult<()> {
        let Some(state) = resume::state_of(generator) else { return Ok(()) };
        match state.status.get() {
            Status::Finished => return Ok(()),
            Status::Created => {
                state.finish(self);
                return Ok(());
            }
            Status::Running => {
                let what = self.type_name(generator).replace('_', " ");
                return Err(self.value_error(format!("{what} already executing")));
            }
            Status::Suspended => {}
        }
        let _ = self.raise_with(self.exc.generator_exit, &[]);
        match self.generator_throw(generator, &[]) {
            Ok(Sent::Yielded(value)) => {
                drop(value);
                let what = match generator {
                    value if value.is_a::<super::coroutine::PyCoroutine>() => "coroutine",
                    value if value.is_a::<super::async_generator::PyAsyncGenerator>() => "async generator",
                    _ => "generator",
                };
                Err(self.runtime_error(format!("{what} ignored GeneratorExit")))
            }
            Ok(Sent::Returned(_)) => Ok(()),
            Err(raised) => {
                if self.raised_is(self.exc.generator_exit) || self.raised_is(self.exc.stop_iteration) {
                    self.clear_raised();
                    return Ok(());
                }
                Err(raised)
            }
        }
    }

    /// Raises what `throw(type, value, traceback)` names.
    pub(crate) fn raise_thrown(
        &mut self,
        kind: &Value,
        value: Option<&Value>,
        traceback: Option<&Value>,
    ) -> PyResult<()> {
        let traceback = traceback.filter(|traceback| !traceback.is_none());
        if let Some(traceback) = traceback
            && !traceback.is_a::<PyTraceback>()
        {
            return Err(self.type_error("throw() third argument must be a traceback object"));
        }
        let value = value.filter(|value| !value.is_none());
        let exception = if Ty::from_value(kind).is_some_and(|ty| ty.is_subtype(self, self.exc.base_exception)) {
            match value {
                Some(value) if self.isinstance(value, kind)? => value.clone(),
                Some(value) => match value.downcast::<PyTuple>() {
                    Some(args) => self.call(kind, args.items())?,
                    None => self.call(kind, std::slice::from_ref(value))?,
                },
                None => self.call(kind, &[])?,
            }
        } else if kind.is_a::<PyBaseException>() {
            if value.is_some() {
                return Err(self.type_error("instance exception may not have a separate value"));
            }
            kind.clone()
        } else {
            let got = self.type_name(kind);
            return Err(self.type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {got}"
            )));
        };
        if !exception.is_a::<PyBaseException>() {
            let (class, got) = (self.repr_string(kind)?, self.type_name(&exception));
            let message = format!("calling {class} should have returned an instance of BaseException, not {got}");
            let _ = self.type_error(message);
            return Ok(());
        }
        if let Some(traceback) = traceback
            && let Some(payload) = exception.downcast::<PyBaseException>()
        {
            payload.traceback.set(self, traceback.clone());
        }
        let _ = self.reraise(exception);
        Ok(())
    }

    /// `gen.throw(...)` as a method.
    pub(crate) fn generator_throw_method(
        &mut self,
        generator: &Value,
        kind: &Value,
        value: Option<&Value>,
        traceback: Option<&Value>,
    ) -> PyResult {
        self.raise_thrown(kind, value, traceback)?;
        let given: Vec<Value> = [Some(kind), value, traceback].into_iter().map_while(|given| given.cloned()).collect();
        match self.generator_throw(generator, &given)? {
            Sent::Yielded(value) => Ok(value),
            Sent::Returned(value) => Err(self.raise_stop(value)),
        }
    }

    /// `gi_frame` and the like.
    pub(crate) fn generator_frame(&mut self, generator: &Value) -> Value {
        let Some(state) = resume::state_of(generator) else { return Value::NONE };
        match state.status.get() {
            Status::Finished => Value::NONE,
            Status::Running => {
                let mut back = 0;
                while let Some(record) = self.interp.nth(back) {
                    if crate::interp::resume::is_frame_of(record, generator) {
                        return self.frame_object(record);
                    }
                    back += 1;
                }
                Value::NONE
            }
            Status::Created | Status::Suspended => {
                if let Some(object) = state.frame_object.get(self) {
                    return object;
                }
                let object = resume::suspended_frame(self, generator, state);
                state.frame_object.set(self, Some(object.clone()));
                object
            }
        }
    }

    /// Runs at the end of a generator's life: what is suspended in a `try` is closed.
    pub(crate) fn finalize_generator(&mut self, generator: &Value) -> PyResult<()> {
        let Some(state) = resume::state_of(generator) else { return Ok(()) };
        if !state.has_handler() && state.delegate(self).is_none() {
            state.finish(self);
            return Ok(());
        }
        self.close_generator(generator)
    }
}

/// A marker that a generator needs no finaliser: nothing to run if it goes now.
pub(crate) fn needs_no_finalizer(generator: &Value, none: bool) {
    if let Some(head) = generator.header() {
        if none {
            head.set_flag(flag::FINALIZED);
        } else {
            head.clear_flag(flag::FINALIZED);
        }
    }
}

/// Stands in a `yield from` for a delegate that is over.
#[pyclass(name = "stopped_delegate", layout = 41)]
pub struct PyStopped {
    /// Its result.
    pub value: VmCell<Value>,
}

#[pymethods]
impl PyStopped {
    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyStopped>) -> PyResult<Option<Value>> {
        vm.interp.stop_value = Some(this.value.take(vm));
        vm.interp.stop_args = None;
        Ok(None)
    }
}

fn str_only(vm: &mut Vm, value: Option<&Value>, name: &str) -> PyResult {
    match value {
        Some(value) if value.is_a::<PyStr>() => Ok(value.clone()),
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

/// The attributes that generators, coroutines and async generators share under names of their own.
#[macro_export]
macro_rules! generator_attributes {
    ($payload:ident, $part:literal, $frame:literal, $running:literal, $code:literal, $delegate:literal) => {
        #[minipy_macros::pymethods(part = $part)]
        impl $payload {
            #[getter("__name__")]
            fn get_name(vm: &mut Vm, this: This<'_, $payload>) -> Value {
                this.state.name.get(vm)
            }

            #[setter("__name__")]
            fn set_name(vm: &mut Vm, this: This<'_, $payload>, value: Option<&Value>) -> PyResult<()> {
                let value = $crate::types::generator::checked_name(vm, value, "__name__")?;
                this.state.name.set(vm, value);
                Ok(())
            }

            #[getter("__qualname__")]
            fn get_qualname(vm: &mut Vm, this: This<'_, $payload>) -> Value {
                this.state.qualname.get(vm)
            }

            #[setter("__qualname__")]
            fn set_qualname(vm: &mut Vm, this: This<'_, $payload>, value: Option<&Value>) -> PyResult<()> {
                let value = $crate::types::generator::checked_name(vm, value, "__qualname__")?;
                this.state.qualname.set(vm, value);
                Ok(())
            }

            #[member($frame)]
            fn get_frame(vm: &mut Vm, this: This<'_, $payload>) -> Value {
                vm.generator_frame(this.value())
            }

            #[getter($running)]
            fn get_running(this: This<'_, $payload>) -> bool {
                this.state.status.get() == $crate::types::generator::Status::Running
            }

            #[member($code)]
            fn get_code(this: This<'_, $payload>) -> Value {
                this.state.code.clone()
            }

            #[getter($delegate)]
            fn get_delegate(vm: &mut Vm, this: This<'_, $payload>) -> Option<Value> {
                this.state.delegate(vm)
            }

            #[slot(repr)]
            fn repr(vm: &mut Vm, this: This<'_, $payload>) -> PyResult {
                let id = vm.id(this.value());
                let (kind, name) = (vm.type_name(this.value()), vm.str_lossy(this.state.qualname.borrow(vm)));
                Ok(vm.new_str(&format!("<{kind} object {name} at {id:#x}>")))
            }
        }
    };
}

/// A str for `__name__` or `__qualname__`.
pub(crate) fn checked_name(vm: &mut Vm, value: Option<&Value>, name: &str) -> PyResult {
    str_only(vm, value, name)
}

generator_attributes!(PyGenerator, "attributes", "gi_frame", "gi_running", "gi_code", "gi_yieldfrom");

#[pymethods(part = "main")]
impl PyGenerator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: &Value) -> PyResult<Option<Value>> {
        vm.generator_next(this)
    }

    #[slot(del)]
    fn del(vm: &mut Vm, this: &Value) -> PyResult<()> {
        vm.finalize_generator(this)
    }

    /// send(arg) -> send 'arg' into generator,
    /// return next yielded value or raise StopIteration.
    #[pymethod("send($self, arg, /)", no_text)]
    fn send(vm: &mut Vm, this: This<'_, PyGenerator>, arg: &Value) -> PyResult {
        vm.generator_send(this.value(), arg)
    }

    /// throw(typ[,val[,tb]]) -> raise exception in generator,
    /// return next yielded value or raise StopIteration.
    #[pymethod("throw($self, typ, val=None, tb=None, /)", no_text)]
    fn throw(
        vm: &mut Vm,
        this: This<'_, PyGenerator>,
        typ: &Value,
        val: Option<&Value>,
        tb: Option<&Value>,
    ) -> PyResult {
        vm.generator_throw_method(this.value(), typ, val, tb)
    }

    /// close() -> raise GeneratorExit inside generator.
    #[pymethod("close($self, /)", no_text)]
    fn close(vm: &mut Vm, this: This<'_, PyGenerator>) -> PyResult<()> {
        vm.close_generator(this.value())
    }
}
