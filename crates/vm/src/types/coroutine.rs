//! `coroutine`, what `await` on it goes through, and the rules of awaiting (CPython's Objects/genobject.c).

use minipy_bytecode::CodeFlags;
use minipy_macros::{pyclass, pymethods};

use super::generator::{GenState, PyGenerator, Status};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::types::code::PyCode;
use crate::value::Value;
use crate::vm::Vm;

/// The payload of `coroutine`.
#[pyclass(name = "coroutine", layout = 39, flags(weakref, no_instantiation), parts(main, attributes))]
pub struct PyCoroutine {
    /// Its frame.
    pub state: GenState,
    /// `cr_origin`.
    pub origin: VmCell<Value>,
}

impl PyCoroutine {
    /// A coroutine that has not begun.
    pub fn new(state: GenState) -> PyCoroutine {
        PyCoroutine { state, origin: VmCell::default() }
    }
}

crate::generator_attributes!(PyCoroutine, "attributes", "cr_frame", "cr_running", "cr_code", "cr_await");

#[pymethods(part = "main")]
impl PyCoroutine {
    #[slot(await_)]
    fn await_(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.new_object(PyCoroutineWrapper { coroutine: this.clone() }))
    }

    #[slot(del)]
    fn del(vm: &mut Vm, this: &Value) -> PyResult<()> {
        let Some(coroutine) = this.downcast::<PyCoroutine>() else { return Ok(()) };
        if coroutine.state.status.get() == Status::Created {
            coroutine.state.finish(vm);
            return vm.warn_never_awaited(this);
        }
        vm.finalize_generator(this)
    }

    /// send(arg) -> send 'arg' into coroutine,
    /// return next iterated value or raise StopIteration.
    #[pymethod("send($self, arg, /)", no_text)]
    fn send(vm: &mut Vm, this: This<'_, PyCoroutine>, arg: &Value) -> PyResult {
        vm.generator_send(this.value(), arg)
    }

    /// throw(typ[,val[,tb]]) -> raise exception in coroutine,
    /// return next iterated value or raise StopIteration.
    #[pymethod("throw($self, typ, val=None, tb=None, /)", no_text)]
    fn throw(
        vm: &mut Vm,
        this: This<'_, PyCoroutine>,
        typ: &Value,
        val: Option<&Value>,
        tb: Option<&Value>,
    ) -> PyResult {
        vm.generator_throw_method(this.value(), typ, val, tb)
    }

    /// close() -> raise GeneratorExit inside coroutine.
    #[pymethod("close($self, /)", no_text)]
    fn close(vm: &mut Vm, this: This<'_, PyCoroutine>) -> PyResult<()> {
        vm.close_generator(this.value())
    }

    #[getter("cr_origin")]
    fn get_origin(vm: &mut Vm, this: This<'_, PyCoroutine>) -> Value {
        this.origin.get(vm)
    }
}

/// A wrapper object implementing __await__ for coroutines.
#[pyclass(name = "coroutine_wrapper", layout = 42, flags(no_instantiation))]
pub struct PyCoroutineWrapper {
    /// The coroutine.
    pub coroutine: Value,
}

#[pymethods]
impl PyCoroutineWrapper {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyCoroutineWrapper>) -> PyResult<Option<Value>> {
        vm.generator_send(&this.coroutine, &Value::NONE).map(Some)
    }

    /// send(arg) -> send 'arg' into coroutine,
    /// return next iterated value or raise StopIteration.
    #[pymethod("send($self, arg, /)", no_text)]
    fn send(vm: &mut Vm, this: This<'_, PyCoroutineWrapper>, arg: &Value) -> PyResult {
        vm.generator_send(&this.coroutine, arg)
    }

    /// throw(typ[,val[,tb]]) -> raise exception in coroutine,
    /// return next iterated value or raise StopIteration.
    #[pymethod("throw($self, typ, val=None, tb=None, /)", no_text)]
    fn throw(
        vm: &mut Vm,
        this: This<'_, PyCoroutineWrapper>,
        typ: &Value,
        val: Option<&Value>,
        tb: Option<&Value>,
    ) -> PyResult {
        vm.generator_throw_method(&this.coroutine, typ, val, tb)
    }

    /// close() -> raise GeneratorExit inside coroutine.
    #[pymethod("close($self, /)", no_text)]
    fn close(vm: &mut Vm, this: This<'_, PyCoroutineWrapper>) -> PyResult<()> {
        vm.close_generator(&this.coroutine)
    }
}

impl Vm {
    /// Whether `value` is a coroutine, or a generator that `types.coroutine` has marked.
    pub(crate) fn is_coroutine_like(&self, value: &Value) -> bool {
        if value.is_a::<PyCoroutine>() {
            return true;
        }
        value.downcast::<PyGenerator>().is_some_and(|generator| {
            let code = generator.state.code.downcast::<PyCode>();
            code.is_some_and(|code| code.object().flags.contains(CodeFlags::ITERABLE_COROUTINE))
        })
    }

    /// Whether `value` is a coroutine.
    pub(crate) fn is_exact_coroutine(&self, value: &Value) -> bool {
        value.is_a::<PyCoroutine>()
    }

    /// The iterator that `await value` runs. `origin`: 1 if `__aenter__` gave the value, 2 if `__aexit__` did.
    pub(crate) fn awaitable_of(&mut self, value: &Value, origin: usize) -> PyResult {
        if self.is_coroutine_like(value) {
            if let Some(coroutine) = value.downcast::<PyCoroutine>()
                && coroutine.state.delegate(self).is_some()
            {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            return Ok(value.clone());
        }
        let Some(getter) = self.type_of(value).slots.await_.get() else {
            let got = self.type_name(value);
            return Err(match origin {
                1 => self.type_error(format!(
                    "'async with' received an object from __aenter__ that does not implement __await__: {got}"
                )),
                2 => self.type_error(format!(
                    "'async with' received an object from __aexit__ that does not implement __await__: {got}"
                )),
                _ => self.type_error(format!("object {got} can't be used in 'await' expression")),
            });
        };
        let result = getter(self, value)?;
        if self.is_coroutine_like(&result) {
            // It ends here: what there is to say of it is said of this line.
            drop(result);
            self.run_finalizers();
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if self.type_of(&result).slots.next.get().is_none() {
            let got = self.type_name(&result);
            return Err(self.type_error(format!("__await__() returned non-iterator of type '{got}'")));
        }
        Ok(result)
    }

    /// RuntimeWarning for a coroutine that nobody awaited.
    fn warn_never_awaited(&mut self, coroutine: &Value) -> PyResult<()> {
        let Some(warnings) = self.warnings_module()? else { return Ok(()) };
        self.call_method_str(&warnings, "_warn_unawaited_coroutine", std::slice::from_ref(coroutine)).map(drop)
    }
}

/// The awaitable of `anext(iterator, default)`.
#[pyclass(name = "anext_awaitable", layout = 45, flags(no_instantiation))]
pub struct PyAnextAwaitable {
    /// What `__anext__` returned.
    pub awaitable: Value,
    /// What the end of the iteration gives.
    pub default: Value,
}

impl PyAnextAwaitable {
    fn step(&self, vm: &mut Vm, name: &Value, args: &[Value]) -> PyResult {
        let iterator = vm.awaitable_of(&self.awaitable, 0)?;
        let iterator = if iterator.is_a::<PyCoroutine>() {
            vm.new_object(PyCoroutineWrapper { coroutine: iterator })
        } else {
            iterator
        };
        match vm.call_method(&iterator, name, args) {
            Ok(value) => Ok(value),
            Err(_) if vm.raised_is(vm.exc.stop_async_iteration) => {
                vm.clear_raised();
                Err(vm.raise_stop(self.default.clone()))
            }
            Err(raised) => Err(raised),
        }
    }
}

#[pymethods]
impl PyAnextAwaitable {
    #[slot(await_)]
    fn await_(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyAnextAwaitable>) -> PyResult<Option<Value>> {
        let name = vm.names.__next__.clone();
        this.step(vm, &name, &[]).map(Some)
    }

    #[pymethod("send($self, arg, /)", no_text)]
    fn send(vm: &mut Vm, this: This<'_, PyAnextAwaitable>, arg: &Value) -> PyResult {
        let name = vm.names.send.clone();
        this.step(vm, &name, std::slice::from_ref(arg))
    }

    #[pymethod("throw($self, typ, val=None, tb=None, /)", no_text)]
    fn throw(
        vm: &mut Vm,
        this: This<'_, PyAnextAwaitable>,
        typ: &Value,
        val: Option<&Value>,
        tb: Option<&Value>,
    ) -> PyResult {
        let name = vm.names.throw.clone();
        let args = [typ.clone(), val.cloned().unwrap_or_default(), tb.cloned().unwrap_or_default()];
        this.step(vm, &name, &args)
    }

    #[pymethod("close($self, /)", no_text)]
    fn close(vm: &mut Vm, this: This<'_, PyAnextAwaitable>) -> PyResult<()> {
        let name = vm.names.close.clone();
        this.step(vm, &name, &[]).map(drop)
    }
}
