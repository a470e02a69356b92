//! `async_generator` and the awaitables of its methods (CPython's Objects/genobject.c, PEP 525).

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::generator::{GenState, Status};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::interp::resume::Sent;
use crate::value::Value;
use crate::vm::Vm;

/// The payload of `async_generator`.
#[pyclass(name = "async_generator", layout = 40, flags(weakref, no_instantiation), parts(main, attributes))]
pub struct PyAsyncGenerator {
    /// Its frame.
    pub state: GenState,
    /// The finaliser that was set when it began (`sys.set_asyncgen_hooks`).
    pub finalizer: VmCell<Value>,
    /// The hooks were looked at.
    pub hooked: Cell<bool>,
    /// `aclose` was begun.
    pub closed: Cell<bool>,
    /// An awaitable of it is running: `ag_running`.
    pub running: Cell<bool>,
}

impl PyAsyncGenerator {
    /// An async generator that has not begun.
    pub fn new(state: GenState) -> PyAsyncGenerator {
        PyAsyncGenerator {
            state,
            finalizer: VmCell::default(),
            hooked: Cell::new(false),
            closed: Cell::new(false),
            running: Cell::new(false),
        }
    }
}

crate::generator_attributes!(PyAsyncGenerator, "attributes", "ag_frame", "ag_running", "ag_code", "ag_await");

/// What an awaitable asks the generator to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Request {
    /// `__anext__` and `asend`.
    Send,
    /// `athrow`.
    Throw,
    /// `aclose`.
    Close,
}

/// How far an awaitable has got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Progress {
    New,
    Running,
    Over,
}

/// The awaitable that `asend` and `__anext__` return.
#[pyclass(name = "async_generator_asend", layout = 43, flags(no_instantiation))]
pub struct PyAsend {
    work: Work,
}

/// The awaitable that `athrow` and `aclose` return.
#[pyclass(name = "async_generator_athrow", layout = 44, flags(no_instantiation))]
pub struct PyAthrow {
    work: Work,
}

/// An awaitable's work.
struct Work {
    generator: Value,
    request: Request,
    /// The value to send, or what to throw: type, value, traceback.
    operands: Vec<Value>,
    progress: Cell<Progress>,
}

impl crate::heap::Trace for Work {
    fn trace(&self, visit: &mut crate::heap::Visitor<'_>) {
        visit(&self.generator);
        self.operands.trace(visit);
    }
}

impl Work {
    fn new(generator: &Value, request: Request, operands: Vec<Value>) -> Work {
        Work { generator: generator.clone(), request, operands, progress: Cell::new(Progress::New) }
    }

    fn payload(&self) -> Option<&PyAsyncGenerator> {
        self.generator.downcast::<PyAsyncGenerator>()
    }

    /// The awaitable is done, and with it the generator's turn.
    fn over(&self) {
        self.progress.set(Progress::Over);
        if let Some(payload) = self.payload() {
            payload.running.set(false);
        }
    }

    /// `send(value)` on the awaitable. A value that is yielded by an awaited object comes back as it is.
    fn send(&self, vm: &mut Vm, value: &Value) -> PyResult {
        if self.progress.get() == Progress::Over {
            let what = self.spent();
            return Err(vm.runtime_error(format!("cannot reuse already awaited {what}")));
        }
        let Some(payload) = self.payload() else { return Ok(Value::NONE) };
        if self.progress.get() == Progress::Running {
            let sent = vm.resume(&self.generator, value.clone());
            return self.advance(vm, sent);
        }
        if payload.running.get() {
            self.progress.set(Progress::Over);
            let what = match self.request {
                Request::Send => "anext(): asynchronous generator is already running",
                Request::Throw => "athrow(): asynchronous generator is already running",
                Request::Close => "aclose(): asynchronous generator is already running",
            };
            return Err(vm.runtime_error(what));
        }
        match self.request {
            Request::Send => {
                let first = self.operands.first().cloned().unwrap_or_default();
                let value = if value.is_none() { first } else { value.clone() };
                self.progress.set(Progress::Running);
                payload.running.set(true);
                let sent = match payload.state.status.get() {
                    Status::Created if !value.is_none() => Err(vm.cannot_send(&self.generator)),
                    Status::Finished => Err(vm.raise_with(vm.exc.stop_async_iteration, &[])),
                    _ => vm.resume(&self.generator, value),
                };
                self.advance(vm, sent)
            }
            Request::Throw | Request::Close => self.begin_throw(vm, payload, value),
        }
    }

    fn spent(&self) -> &'static str {
        match self.request {
            Request::Send => "__anext__()/asend()",
            Request::Throw | Request::Close => "aclose()/athrow()",
        }
    }

    fn begin_throw(&self, vm: &mut Vm, payload: &PyAsyncGenerator, value: &Value) -> PyResult {
        if payload.state.status.get() == Status::Finished || payload.closed.get() && self.request == Request::Throw {
            self.progress.set(Progress::Over);
            let finished = payload.state.status.get() == Status::Finished;
            return Err(if self.request == Request::Throw && !finished {
                vm.raise_with(vm.exc.stop_async_iteration, &[])
            } else {
                vm.raise_stop(Value::NONE)
            });
        }
        if !value.is_none() {
            return Err(vm.runtime_error("can't send non-None value to a just-started coroutine"));
        }
        self.progress.set(Progress::Running);
        payload.running.set(true);
        let thrown = if self.request == Request::Close {
            payload.closed.set(true);
            let _ = vm.raise_with(vm.exc.generator_exit, &[]);
            vm.generator_throw(&self.generator, &[])
        } else {
            let kind = self.operands.first().cloned().unwrap_or_default();
            match vm.raise_thrown(&kind, self.operands.get(1), self.operands.get(2)) {
                Ok(()) => vm.generator_throw(&self.generator, &[]),
                Err(raised) => Err(raised),
            }
        };
        self.advance(vm, thrown)
    }

    /// `throw(...)` on the awaitable.
    fn throw(&self, vm: &mut Vm, kind: &Value, value: Option<&Value>, traceback: Option<&Value>) -> PyResult {
        if self.progress.get() == Progress::Over {
            let what = self.spent();
            return Err(vm.runtime_error(format!("cannot reuse already awaited {what}")));
        }
        vm.raise_thrown(kind, value, traceback)?;
        let thrown = vm.generator_throw(&self.generator, &[]);
        self.advance(vm, thrown)
    }

    /// Goes on from what the generator did.
    fn advance(&self, vm: &mut Vm, sent: PyResult<Sent>) -> PyResult {
        match sent {
            Ok(Sent::Yielded(value)) if vm.interp.plain_yield => {
                vm.interp.plain_yield = false;
                self.over();
                if self.request == Request::Close {
                    return Err(vm.runtime_error("async generator ignored GeneratorExit"));
                }
                Err(vm.raise_stop(value))
            }
            Ok(Sent::Yielded(value)) => Ok(value),
            Ok(Sent::Returned(_)) => {
                self.over();
                if self.request == Request::Close {
                    return Err(vm.raise_stop(Value::NONE));
                }
                Err(vm.raise_with(vm.exc.stop_async_iteration, &[]))
            }
            Err(raised) => {
                self.over();
                let ended = vm.raised_is(vm.exc.stop_async_iteration) || vm.raised_is(vm.exc.generator_exit);
                if self.request == Request::Close && ended {
                    vm.clear_raised();
                    return Err(vm.raise_stop(Value::NONE));
                }
                Err(raised)
            }
        }
    }
}

impl Vm {
    /// `agen.__anext__()`.
    pub(crate) fn async_generator_anext(&mut self, generator: &Value) -> PyResult {
        self.call_asyncgen_hooks(generator)?;
        Ok(self.new_object(PyAsend { work: Work::new(generator, Request::Send, vec![Value::NONE]) }))
    }

    /// The hooks of `sys.set_asyncgen_hooks`: for generators that begin, and for those that are dropped before their end.
    pub fn asyncgen_hooks(&self) -> (Value, Value) {
        self.interp.asyncgen_hooks.clone()
    }

    /// Sets the hooks; None means none.
    pub fn set_asyncgen_hooks(&mut self, first: Value, finalizer: Value) {
        self.interp.asyncgen_hooks = (first, finalizer);
    }

    /// Tells the hooks of `sys.set_asyncgen_hooks` of a generator that begins.
    fn call_asyncgen_hooks(&mut self, generator: &Value) -> PyResult<()> {
        let Some(payload) = generator.downcast::<PyAsyncGenerator>() else { return Ok(()) };
        if payload.hooked.replace(true) {
            return Ok(());
        }
        let (first, finalizer) = self.interp.asyncgen_hooks.clone();
        payload.finalizer.set(self, finalizer);
        if first.is_none() {
            return Ok(());
        }
        self.call(&first, std::slice::from_ref(generator)).map(drop)
    }
}

#[pymethods(part = "main")]
impl PyAsyncGenerator {
    #[slot(aiter)]
    fn aiter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(anext)]
    fn anext(vm: &mut Vm, this: &Value) -> PyResult {
        vm.async_generator_anext(this)
    }

    #[slot(del)]
    fn del(vm: &mut Vm, this: &Value) -> PyResult<()> {
        let Some(payload) = this.downcast::<PyAsyncGenerator>() else { return Ok(()) };
        let finalizer = payload.finalizer.get(vm);
        if payload.state.status.get() == Status::Suspended && !finalizer.is_none() && !payload.closed.get() {
            return vm.call(&finalizer, std::slice::from_ref(this)).map(drop);
        }
        vm.finalize_generator(this)
    }

    /// asend(v) -> send 'v' in generator.
    #[pymethod("asend($self, v, /)", no_text)]
    fn asend(vm: &mut Vm, this: This<'_, PyAsyncGenerator>, v: &Value) -> PyResult {
        vm.call_asyncgen_hooks(this.value())?;
        Ok(vm.new_object(PyAsend { work: Work::new(this.value(), Request::Send, vec![v.clone()]) }))
    }

    /// athrow(typ[,val[,tb]]) -> raise exception in generator.
    #[pymethod("athrow($self, typ, val=None, tb=None, /)", no_text)]
    fn athrow(
        vm: &mut Vm,
        this: This<'_, PyAsyncGenerator>,
        typ: &Value,
        val: Option<&Value>,
        tb: Option<&Value>,
    ) -> PyResult {
        vm.call_asyncgen_hooks(this.value())?;
        let operands = vec![typ.clone(), val.cloned().unwrap_or_default(), tb.cloned().unwrap_or_default()];
        Ok(vm.new_object(PyAthrow { work: Work::new(this.value(), Request::Throw, operands) }))
    }

    /// aclose() -> raise GeneratorExit inside generator.
    #[pymethod("aclose($self, /)", no_text)]
    fn aclose(vm: &mut Vm, this: This<'_, PyAsyncGenerator>) -> PyResult {
        vm.call_asyncgen_hooks(this.value())?;
        Ok(vm.new_object(PyAthrow { work: Work::new(this.value(), Request::Close, Vec::new()) }))
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: crate::object::Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}

macro_rules! awaitable {
    ($payload:ident) => {
        #[pymethods]
        impl $payload {
            #[slot(await_)]
            fn await_(this: &Value) -> PyResult {
                Ok(this.clone())
            }

            #[slot(iter)]
            fn iter(this: &Value) -> PyResult {
                Ok(this.clone())
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: This<'_, $payload>) -> PyResult<Option<Value>> {
                this.work.send(vm, &Value::NONE).map(Some)
            }

            #[pymethod("send($self, arg, /)", no_text)]
            fn send(vm: &mut Vm, this: This<'_, $payload>, arg: &Value) -> PyResult {
                this.work.send(vm, arg)
            }

            #[pymethod("throw($self, typ, val=None, tb=None, /)", no_text)]
            fn throw(
                vm: &mut Vm,
                this: This<'_, $payload>,
                typ: &Value,
                val: Option<&Value>,
                tb: Option<&Value>,
            ) -> PyResult {
                this.work.throw(vm, typ, val, tb)
            }

            #[pymethod("close($self, /)", no_text)]
            fn close(this: This<'_, $payload>) -> PyResult<()> {
                this.work.progress.set(Progress::Over);
                Ok(())
            }
        }
    };
}

awaitable!(PyAsend);
awaitable!(PyAthrow);
