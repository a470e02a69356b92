//! `frame`: frames as Python sees them, made when somebody asks (CPython's Objects/frameobject.c).

#![expect(unsafe_code, reason = "a running frame's slots are read from the value stack")]

use std::cell::Cell;

use minipy_bytecode::{CodeFlags, CodeObject};
use minipy_macros::{pyclass, pymethods};

use super::cell::PyCell;
use super::code::PyCode;
use super::function::PyFunction;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::interp::regs::{incref, value_of, word_of};
use crate::interp::{Frame, resume, special};
use crate::types::dict::PyDict;
use crate::types::generator::Status;
use crate::value::Value;
use crate::vm::Vm;

/// The payload.
#[pyclass(name = "frame", layout = 22)]
pub struct PyFrame {
    /// The frame's record while it is on the stack.
    #[pyclass(skip)]
    pub record: Cell<*mut Frame>,
    /// The word of the generator whose suspended frame this is; not counted.
    pub generator: Cell<u64>,
    /// Its function: code, globals and builtins.
    pub function: Value,
    /// `f_code`: the function may get another one.
    pub code: Value,
    /// Its fast locals and cells when it has ended.
    pub slots: VmCell<Vec<Value>>,
    /// The mapping of names: a module's or class body's, or what `f_locals` made.
    pub locals: VmCell<Value>,
    /// The byte offset of the last instruction when it has ended.
    pub lasti: Cell<i64>,
    /// `f_back` when it has ended.
    pub back: VmCell<Value>,
    /// `f_trace`.
    pub trace: VmCell<Value>,
    /// `f_trace_lines`, `f_trace_opcodes`.
    pub trace_lines: Cell<bool>,
    /// See `trace_lines`.
    pub trace_opcodes: Cell<bool>,
}

impl PyFrame {
    fn object(&self) -> Option<&CodeObject> {
        self.code.downcast::<PyCode>().map(|code| &**code.object())
    }

    /// The line of the instruction at a byte offset.
    pub fn line_at(&self, lasti: i64) -> Option<i64> {
        self.object()?.line_at(lasti).map(i64::from)
    }

    /// The record, while the frame is on the stack.
    fn running(&self) -> Option<&Frame> {
        let record = self.record.get();
        // SAFETY: the pointer is cleared when the frame leaves the stack (`detach_frame_object`, `suspend_frame_object`).
        if record.is_null() { None } else { Some(unsafe { &*record }) }
    }

    /// `f_lasti`.
    pub fn current_lasti(&self) -> i64 {
        if let Some(record) = self.running() {
            return record.code().lasti(record.pc);
        }
        self.lasti.get()
    }

    /// `f_lineno`.
    pub fn lineno(&self) -> Option<i64> {
        self.line_at(self.current_lasti())
    }
}

impl Vm {
    /// The frame object of a frame on the stack.
    #[allow(clippy::not_unsafe_ptr_arg_deref, reason = "records come from the stack of the Vm and outlive the call")]
    pub fn frame_object(&mut self, record: *mut Frame) -> Value {
        // SAFETY: records at or below the running one are live; a set bit says that the word below it is a value.
        unsafe {
            let frame = &mut *record;
            if frame.is(special::OBJECT) {
                return value_of(incref(frame.object));
            }
            let function = value_of(incref(frame.func));
            let code = function.downcast::<PyFunction>().map(|function| function.code.get(self)).unwrap_or_default();
            let locals = if frame.is(special::LOCALS) { value_of(incref(frame.locals)) } else { Value::NONE };
            let object = self.new_object(PyFrame {
                record: Cell::new(record),
                generator: Cell::new(0),
                function,
                code,
                slots: VmCell::default(),
                locals: VmCell::new(locals),
                lasti: Cell::new(-1),
                back: VmCell::default(),
                trace: VmCell::default(),
                trace_lines: Cell::new(true),
                trace_opcodes: Cell::new(false),
            });
            frame.special |= special::OBJECT;
            frame.object = word_of(object.clone());
            object
        }
    }

    /// The running frame's object, or that of a caller.
    pub fn current_frame(&mut self, back: usize) -> Option<Value> {
        let record = self.interp.nth(back)?;
        Some(self.frame_object(record))
    }

    /// Separates a frame that ends from its object, which keeps the locals if anyone else has it. The slots are dead
    /// afterwards. `lasti` is the byte offset of the instruction that it stands at, if it is known.
    ///
    /// # Safety
    /// The record is live, has an object, and its slots hold values.
    pub(crate) unsafe fn detach_frame_object(&mut self, record: *mut Frame, lasti: Option<i64>) {
        // SAFETY: the caller's promise.
        unsafe {
            let frame = &mut *record;
            let object = value_of(frame.object);
            frame.special &= !special::OBJECT;
            let slots = (0..frame.code().nfast as usize).map(|i| value_of(*frame.fp.add(i)));
            let shared = object.refcount() > 1;
            let Some(payload) = object.downcast::<PyFrame>().filter(|_| shared) else {
                slots.for_each(drop);
                return;
            };
            payload.record.set(std::ptr::null_mut());
            payload.lasti.set(lasti.unwrap_or_else(|| frame.code().lasti(frame.pc)));
            payload.slots.set(self, slots.collect());
            let caller = record.sub(1);
            if !(*caller).code.is_null() {
                let back = self.frame_object(caller);
                payload.back.set(self, back);
            }
        }
    }

    /// Separates the frame of a generator that is suspended from its object, which is handed out.
    pub(crate) fn suspend_frame_object(&mut self, record: *mut Frame, generator: &Value) -> Value {
        // SAFETY: the record is the running one and its bit says that it has an object, which changes hands.
        let object = unsafe {
            (*record).special &= !special::OBJECT;
            value_of((*record).object)
        };
        if let Some(payload) = object.downcast::<PyFrame>() {
            if let Some(running) = payload.running() {
                payload.lasti.set(running.code().lasti(running.pc));
            }
            payload.record.set(std::ptr::null_mut());
            payload.generator.set(generator.word());
        }
        object
    }

    /// Joins a generator's frame that is back on the stack with its object.
    pub(crate) fn attach_frame_object(&mut self, record: *mut Frame, object: Value) {
        if let Some(payload) = object.downcast::<PyFrame>() {
            payload.record.set(record);
            payload.generator.set(0);
        }
        // SAFETY: the record is being filled.
        unsafe {
            (*record).special |= special::OBJECT;
            (*record).object = word_of(object);
        }
    }

    /// Copies of a frame's fast locals and cells.
    fn frame_slots(&mut self, frame: &PyFrame) -> Vec<Value> {
        if let Some(record) = frame.running() {
            let nfast = record.code().nfast as usize;
            // SAFETY: the slots of a frame on the stack hold values.
            return (0..nfast).map(|i| unsafe { value_of(incref(*record.fp.add(i))) }).collect();
        }
        let word = frame.generator.get();
        if word != 0 {
            // SAFETY: a generator clears this word when it ends, so it is alive.
            let generator = unsafe { value_of(incref(word)) };
            if let Some(state) = resume::state_of(&generator) {
                return state.slots.get(self);
            }
        }
        frame.slots.get(self)
    }

    /// `f_locals`: the names mapping, or a dict that fast locals and cells are copied to.
    pub fn locals_of_frame(&mut self, object: &Value) -> PyResult {
        let Some(frame) = object.downcast::<PyFrame>() else { return Ok(Value::NONE) };
        let Some(code) = frame.code.downcast::<PyCode>().map(|code| std::sync::Arc::clone(code.object())) else {
            return Ok(Value::NONE);
        };
        let mut locals = frame.locals.get(self);
        let optimized = code.flags.contains(CodeFlags::OPTIMIZED);
        if locals.is_none() {
            locals = self.new_dict();
            frame.locals.set(self, locals.clone());
        }
        let slots = self.frame_slots(frame);
        let nlocals = code.nlocals as usize;
        let cells = code.cellvars.iter().chain(code.freevars.iter());
        let names: Vec<_> = code.varnames.iter().take(nlocals).chain(cells).cloned().collect();
        let visible = if optimized { names.len() } else { nlocals + code.cellvars.len() };
        for (i, name) in names.iter().enumerate().take(visible) {
            let mut value = slots.get(i).cloned().unwrap_or(Value::UNBOUND);
            if i >= nlocals {
                value = value.downcast::<PyCell>().map_or(value.clone(), |cell| cell.content.get(self));
            }
            let name = self.name_value(name);
            match (locals.downcast::<PyDict>(), value.is_unbound()) {
                (Some(dict), true) => {
                    // A parameter that moved into its cell is named again there.
                    let again = i < nlocals && names.iter().skip(nlocals).any(|cell| self.name_value(cell).is(&name));
                    if !again {
                        dict.remove_str(self, &name);
                    }
                }
                (Some(dict), false) => dict.set(self, &name, value)?,
                (None, true) => {
                    let result = self.del_item(&locals, &name);
                    self.catch(result, self.exc.key_error)?;
                }
                (None, false) => self.set_item(&locals, &name, &value)?,
            }
        }
        Ok(locals)
    }
}

#[pymethods]
impl PyFrame {
    #[getter("f_back")]
    fn f_back(vm: &mut Vm, this: This<'_, PyFrame>) -> Value {
        if this.running().is_none() {
            return this.back.get(vm);
        }
        // SAFETY: below the record of a frame on the stack is its caller's, or the sentinel, which has no code.
        unsafe {
            let caller = this.record.get().sub(1);
            if (*caller).code.is_null() { Value::NONE } else { vm.frame_object(caller) }
        }
    }

    #[getter("f_code")]
    fn f_code(this: This<'_, PyFrame>) -> Value {
        this.code.clone()
    }

    #[getter("f_globals")]
    fn f_globals(this: This<'_, PyFrame>) -> Value {
        this.function.downcast::<PyFunction>().map(|function| function.globals.clone()).unwrap_or_default()
    }

    #[getter("f_builtins")]
    fn f_builtins(this: This<'_, PyFrame>) -> Value {
        this.function.downcast::<PyFunction>().map(|function| function.builtins.clone()).unwrap_or_default()
    }

    #[getter("f_locals")]
    fn f_locals(vm: &mut Vm, this: This<'_, PyFrame>) -> PyResult {
        vm.locals_of_frame(this.value())
    }

    #[getter("f_lasti")]
    fn f_lasti(this: This<'_, PyFrame>) -> i64 {
        this.current_lasti()
    }

    #[getter("f_lineno")]
    fn f_lineno(this: This<'_, PyFrame>) -> Option<i64> {
        this.lineno()
    }

    #[getter("f_trace")]
    fn f_trace(vm: &mut Vm, this: This<'_, PyFrame>) -> Value {
        this.trace.get(vm)
    }

    #[setter("f_trace")]
    fn set_f_trace(vm: &mut Vm, this: This<'_, PyFrame>, value: Option<&Value>) -> PyResult<()> {
        this.trace.set(vm, value.cloned().unwrap_or_default());
        Ok(())
    }

    #[getter("f_trace_lines")]
    fn f_trace_lines(this: This<'_, PyFrame>) -> bool {
        this.trace_lines.get()
    }

    #[setter("f_trace_lines")]
    fn set_f_trace_lines(vm: &mut Vm, this: This<'_, PyFrame>, value: Option<&Value>) -> PyResult<()> {
        let on = value.map_or(Ok(false), |value| vm.truth(value))?;
        this.trace_lines.set(on);
        Ok(())
    }

    #[getter("f_trace_opcodes")]
    fn f_trace_opcodes(this: This<'_, PyFrame>) -> bool {
        this.trace_opcodes.get()
    }

    #[setter("f_trace_opcodes")]
    fn set_f_trace_opcodes(vm: &mut Vm, this: This<'_, PyFrame>, value: Option<&Value>) -> PyResult<()> {
        let on = value.map_or(Ok(false), |value| vm.truth(value))?;
        this.trace_opcodes.set(on);
        Ok(())
    }

    /// F.clear(): clear most references held by the frame
    #[pymethod("clear($self, /)", no_text)]
    fn clear(vm: &mut Vm, this: This<'_, PyFrame>) -> PyResult<()> {
        if this.running().is_some() {
            return Err(vm.runtime_error("cannot clear an executing frame"));
        }
        let word = this.generator.get();
        if word != 0 {
            // SAFETY: as in `frame_slots`.
            let generator = unsafe { value_of(incref(word)) };
            if resume::state_of(&generator).is_some_and(|state| state.status.get() != Status::Finished) {
                vm.close_generator(&generator)?;
            }
        }
        drop(this.slots.take(vm));
        if this.code.downcast::<PyCode>().is_some_and(|code| code.object().flags.contains(CodeFlags::OPTIMIZED)) {
            this.locals.set(vm, Value::NONE);
        }
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyFrame>) -> PyResult {
        let id = vm.id(this.value());
        let line = this.lineno().map_or_else(|| "None".to_owned(), |line| line.to_string());
        let (file, name) = match this.object() {
            Some(code) => (code.filename.to_string_lossy(), code.name.to_string_lossy()),
            None => Default::default(),
        };
        Ok(vm.new_str(&format!("<frame at {id:#x}, file '{file}', line {line}, code {name}>")))
    }
}
