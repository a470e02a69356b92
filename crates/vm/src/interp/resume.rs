//! Generators, coroutines and async generators: making, resuming, suspending, ending them (CPython's Objects/genobject.c).

#![expect(unsafe_code, reason = "frames move between the value stack and the heap")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contracts are those of the functions' own texts")]

use minipy_bytecode::CodeFlags;

use super::dispatch::{self, RETURNED, YIELDED};
use super::exact::{COROUTINE, GENERATOR};
use super::frame::special;
use super::ops::except;
use super::regs::{has_shape, header_of, incref, value_of, word_of};
use super::sink::Sink;
use crate::code::Lowered;
use crate::code::isa::{Op, Word, flag};
use crate::exc::{PyResult, Raised};
use crate::heap::Object;
use crate::heap::flag::FINALIZED;
use crate::types::async_generator::PyAsyncGenerator;
use crate::types::coroutine::PyCoroutine;
use crate::types::function::PyFunction;
use crate::types::generator::{GenState, PyGenerator, Status};
use crate::value::Value;
use crate::vm::Vm;

/// Flags of code in which `await` is allowed.
pub const COROUTINE_FLAGS: CodeFlags = CodeFlags(CodeFlags::COROUTINE.0 | CodeFlags::ITERABLE_COROUTINE.0);

/// What resuming a generator has led to.
pub enum Sent {
    /// It yielded.
    Yielded(Value),
    /// It is over.
    Returned(Value),
}

/// The state of a generator, coroutine or async generator.
#[inline]
pub fn state_of(value: &Value) -> Option<&GenState> {
    if let Some(generator) = value.downcast::<PyGenerator>() {
        return Some(&generator.state);
    }
    if let Some(coroutine) = value.downcast::<PyCoroutine>() {
        return Some(&coroutine.state);
    }
    value.downcast::<PyAsyncGenerator>().map(|generator| &generator.state)
}

/// The generator object of a call whose arguments are bound in the slots at `args`, which it takes.
///
/// # Safety
/// All `nfast` slots hold values.
pub unsafe fn new_generator(vm: &mut Vm, function: &Value, code: &Lowered, args: *mut u64) -> Value {
    let nfast = code.nfast as usize;
    // Room for whatever is live at a yield: suspending never allocates.
    let mut slots = Vec::with_capacity((code.nslots as usize).max(FEW));
    slots.extend((0..nfast).map(|i| value_of(*args.add(i))));
    let flags = code.code.flags;
    let (name, qualname, code_value) = match function.downcast::<PyFunction>() {
        Some(payload) => (payload.name.get(vm), payload.qualname.get(vm), payload.code.get(vm)),
        None => Default::default(),
    };
    let state = GenState::new(function.clone(), code_value, name, qualname, code, slots);
    if flags.contains(CodeFlags::COROUTINE) {
        vm.new_object(PyCoroutine::new(state))
    } else if flags.contains(CodeFlags::ASYNC_GENERATOR) {
        vm.new_object(PyAsyncGenerator::new(state))
    } else {
        let generator = vm.new_object(PyGenerator { state });
        crate::types::generator::needs_no_finalizer(&generator, true);
        generator
    }
}

/// Whether there is room on the stacks for the generator's frame.
pub fn has_room(vm: &Vm, _state: &GenState) -> bool {
    // SAFETY: one past the running frame's record is within the records: the limit leaves room.
    unsafe { vm.interp.frame.add(1) < vm.interp.frame_limit && vm.interp.top() < vm.interp.stack_limit }
}

/// Puts a suspended generator's frame back on the stacks. Returns where to go on.
///
/// # Safety
/// It is resumable, and there is room. Both words are owned values.
#[inline(never)]
pub unsafe fn push(vm: &mut Vm, generator: u64, state: &GenState, sent: u64, kind: u32) -> *mut u64 {
    let fp = vm.interp.top();
    let slots = &mut *state.slots.as_ptr();
    let count = slots.len();
    std::ptr::copy_nonoverlapping(slots.as_ptr().cast(), fp, count);
    slots.set_len(0);
    let code = state.lowered.get();
    let frame = vm.interp.frame.add(1);
    let pc = state.pc.get();
    (*frame).pc = pc;
    (*frame).fp = fp;
    (*frame).code = code;
    (*frame).func = word_of(state.function.take(vm));
    (*frame).special = kind | special::GENERATOR;
    (*frame).owner = generator;
    if let Some(object) = state.frame_object.take(vm) {
        vm.attach_frame_object(frame, object);
    }
    vm.interp.frame = frame;
    let handled = state.handled.take(vm);
    vm.interp.handled.push(handled);
    let created = state.status.replace(Status::Running) == Status::Created;
    if created {
        return (*code).start();
    }
    let w = Word(*pc.sub(1));
    if w.number() == Op::YieldFrom as u8 {
        *fp.add(w.c()) = sent;
        return pc.sub(1);
    }
    *fp.add(w.a()) = sent;
    pc
}

/// Takes the running generator's frame off the stacks; its lowest `count` slots are kept. Its place is saved.
///
/// # Safety
/// The running frame is a generator's, and those slots hold values.
#[inline(never)]
pub unsafe fn suspend(vm: &mut Vm, count: usize) {
    let frame = vm.interp.frame;
    let generator = value_of((*frame).owner);
    if let Some(state) = state_of(&generator) {
        let slots = &mut *state.slots.as_ptr();
        slots.reserve(count);
        std::ptr::copy_nonoverlapping((*frame).fp, slots.as_mut_ptr().cast::<u64>(), count);
        slots.set_len(count);
        state.pc.set((*frame).pc);
        state.status.set(Status::Suspended);
        let unwatched = vm.interp.asyncgen_hooks.1.is_none();
        let idle = unwatched && !state.has_handler() && (*(*frame).pc.sub(1)) as u8 == Op::Yield as u8;
        crate::types::generator::needs_no_finalizer(&generator, idle);
        let handled = vm.interp.handled.pop().unwrap_or_default();
        state.handled.set(vm, handled);
        if (*frame).is(special::OBJECT) {
            let object = vm.suspend_frame_object(frame, &generator);
            state.frame_object.set(vm, Some(object));
        }
        let function = value_of(std::mem::replace(&mut (*frame).func, Value::NONE_WORD));
        state.function.set(vm, function);
    }
    super::ops::returns::pop(frame, vm);
    drop(generator);
}

/// No more slots than these move by the short ways: more are rare, and a loop or a call in a handler costs all of them.
const FEW: usize = 16;

/// Copies `count` slots, at most [`FEW`], or some more.
///
/// # Safety
/// Both ends have room for [`FEW`] words.
// In dev builds its temporaries would stay on the stack of handlers, which could not end in a jump then.
#[cfg_attr(debug_assertions, inline(never))]
#[cfg_attr(not(debug_assertions), inline(always))]
unsafe fn copy_few(from: *const u64, to: *mut u64, count: usize) {
    type Words<const N: usize> = [std::mem::MaybeUninit<u64>; N];
    to.cast::<Words<4>>().write_unaligned(from.cast::<Words<4>>().read_unaligned());
    if count > 4 {
        to.add(4).cast::<Words<4>>().write_unaligned(from.add(4).cast::<Words<4>>().read_unaligned());
        if count > 8 {
            to.add(8).cast::<Words<8>>().write_unaligned(from.add(8).cast::<Words<8>>().read_unaligned());
        }
    }
}

/// The state of an exact generator or coroutine; null for anything else.
///
/// # Safety
/// `word` is a live value's.
#[inline(always)]
pub unsafe fn simple_state(word: u64) -> *const GenState {
    if has_shape(word, GENERATOR) {
        &raw const (*(word as *const Object<PyGenerator>)).payload.state
    } else if has_shape(word, COROUTINE) {
        &raw const (*(word as *const Object<PyCoroutine>)).payload.state
    } else {
        std::ptr::null()
    }
}

/// Whether [`take_up`] may resume a generator: it is suspended, nobody holds its frame, there is room, and nothing waits.
///
/// # Safety
/// A frame runs, and the state is a live generator's.
#[inline(always)]
pub unsafe fn is_ready(vm: *mut Vm, state: *const GenState) -> bool {
    let slots = &*(*state).slots.as_ptr();
    (*state).status.get() == Status::Suspended
        && slots.len() <= FEW
        && slots.capacity() >= FEW
        && (*(*state).frame_object.as_ptr()).is_none()
        && (*vm).interp.handled.len() < (*vm).interp.handled.capacity()
        && has_room(&*vm, &*state)
        && !dispatch::wants_attention(vm)
}

/// Resumes a generator as `push` does, with `sent` for what it waits for. Returns where to go on.
///
/// # Safety
/// [`is_ready`] says so; the running frame's place is saved; whoever resumes holds `generator` too; `sent` is owned.
#[inline(always)]
pub unsafe fn take_up(vm: *mut Vm, generator: u64, state: *const GenState, sent: u64, kind: u32) -> *mut u64 {
    let fp = (*vm).interp.top();
    let slots = &mut *(*state).slots.as_ptr();
    copy_few(slots.as_ptr().cast(), fp, slots.len());
    slots.set_len(0);
    let frame = (*vm).interp.frame.add(1);
    let pc = (*state).pc.get();
    (*frame).pc = pc;
    (*frame).fp = fp;
    (*frame).code = (*state).lowered.get();
    let function = (*state).function.as_ptr().cast::<u64>();
    (*frame).func = *function;
    *function = Value::NONE_WORD;
    (*frame).special = special::GENERATOR | kind;
    (*frame).owner = incref(generator);
    (*vm).interp.frame = frame;
    let handled = &mut (*vm).interp.handled;
    let len = handled.len();
    let own = (*state).handled.as_ptr().cast::<u64>();
    *handled.as_mut_ptr().add(len).cast::<u64>() = *own;
    handled.set_len(len + 1);
    *own = Value::NONE_WORD;
    (*state).status.set(Status::Running);
    let w = Word(*pc.sub(1));
    if w.number() == Op::YieldFrom as u8 {
        *fp.add(w.c()) = sent;
        return pc.sub(1);
    }
    *fp.add(w.a()) = sent;
    pc
}

/// Suspends the running frame, as `suspend` does, if it is a generator's or coroutine's whose frame nobody holds. False if it
/// is another: then nothing has happened.
///
/// # Safety
/// As for `suspend`; `pc` is the frame's place.
#[inline(always)]
pub unsafe fn set_aside(vm: *mut Vm, count: usize, pc: *mut u64) -> bool {
    let frame = (*vm).interp.frame;
    let owner = (*frame).owner;
    if (*frame).special & !(special::ENTRY | special::OTHER) != special::GENERATOR {
        return false;
    }
    let state = simple_state(owner);
    if state.is_null() || count > FEW || (*(*state).slots.as_ptr()).capacity() < FEW {
        return false;
    }
    let slots = &mut *(*state).slots.as_ptr();
    copy_few((*frame).fp, slots.as_mut_ptr().cast(), count);
    slots.set_len(count);
    (*state).pc.set(pc);
    (*state).status.set(Status::Suspended);
    let head = header_of(owner);
    let w = Word(*pc.sub(1));
    if w.number() == Op::Yield as u8 && !w.has(flag::GUARDED) {
        head.set_flag(FINALIZED);
    } else {
        head.clear_flag(FINALIZED);
    }
    let handled = &mut (*vm).interp.handled;
    let last = handled.len() - 1;
    *(*state).handled.as_ptr().cast::<u64>() = *handled.as_ptr().add(last).cast::<u64>();
    handled.set_len(last);
    *(*state).function.as_ptr().cast::<u64>() = (*frame).func;
    // Whoever resumed the generator holds it too: it does not end here.
    dispatch::release(owner);
    (*vm).interp.frame = frame.sub(1);
    true
}

/// The frame of this generator has ended.
pub fn ended(vm: &mut Vm, generator: Value) {
    vm.interp.handled.pop();
    if let Some(state) = state_of(&generator) {
        state.status.set(Status::Finished);
        state.function.set(vm, Value::NONE);
        crate::types::generator::needs_no_finalizer(&generator, true);
    }
}

impl Vm {
    /// Resumes a generator with a value.
    pub fn resume(&mut self, generator: &Value, sent: Value) -> PyResult<Sent> {
        self.resume_into(generator, sent, std::ptr::null_mut())
    }

    /// As [`Vm::resume`]. If there is a sink, it gets the items first.
    #[inline(always)]
    fn resume_into(&mut self, generator: &Value, sent: Value, sink: *mut Sink) -> PyResult<Sent> {
        let Some(state) = state_of(generator) else { return Ok(Sent::Returned(Value::NONE)) };
        if state.status.get() == Status::Running {
            self.check_resumable(generator, state)?;
        }
        let depth = self.deeper("")?;
        // SAFETY: checked right here; `take_up` and `push` leave a complete frame.
        let exit = unsafe {
            let simple = simple_state(generator.word());
            let pc = if !simple.is_null() && is_ready(self, simple) {
                take_up(self, generator.word(), simple, word_of(sent), special::ENTRY)
            } else if has_room(self, state) {
                push(self, word_of(generator.clone()), state, word_of(sent), special::ENTRY)
            } else {
                self.depth.set(depth);
                return Err(self.too_deep(""));
            };
            let frame = self.interp.frame;
            if !sink.is_null() {
                (*frame).special |= special::SINK;
                (*frame).locals = sink as u64;
            }
            dispatch::run(pc, (*frame).fp, (*(*frame).code).constants(), self)
        };
        self.depth.set(depth);
        self.resumed(exit)
    }

    /// Runs a generator on and puts its items into a sink. Returns an item that the sink does not take; `None` at the end.
    pub fn pour(&mut self, generator: &Value, sink: &mut Sink) -> PyResult<Option<Value>> {
        if state_of(generator).is_some_and(|state| state.status.get() == Status::Finished) {
            return Ok(None);
        }
        match self.resume_into(generator, Value::NONE, sink)? {
            Sent::Yielded(value) => Ok(Some(value)),
            Sent::Returned(_) => Ok(None),
        }
    }

    /// Resumes a generator by raising the pending exception where it stands.
    pub fn resume_raising(&mut self, generator: &Value) -> PyResult<Sent> {
        let Some(state) = state_of(generator) else { return Err(Raised(())) };
        match state.status.get() {
            Status::Created => {
                state.finish(self);
                return Err(Raised(()));
            }
            Status::Finished if generator.is_a::<PyCoroutine>() && !self.raised_is(self.exc.generator_exit) => {
                self.clear_raised();
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            Status::Finished => return Err(Raised(())),
            Status::Running => {
                self.clear_raised();
                self.check_resumable(generator, state)?;
            }
            Status::Suspended => {}
        }
        let pending = self.take_raised();
        self.recursive("", |vm| {
            if !has_room(vm, state) {
                return Err(vm.too_deep(""));
            }
            // SAFETY: as in `resume`; unwinding begins at the saved place, whose operands are dropped by then.
            let exit = unsafe {
                let handles = !state.handled.borrow(vm).is_none();
                push_suspended(vm, generator.clone(), state);
                // What the generator itself is handling is the context; what its caller is handling is none.
                if let Some(exception) = pending.as_ref().filter(|_| handles) {
                    vm.set_context(exception);
                }
                vm.raised = pending;
                let frame = vm.interp.frame;
                let exit = except::unwind(0, (*frame).pc, (*frame).fp, std::ptr::null(), vm);
                finish_loop(exit, vm)
            };
            vm.resumed(exit)
        })
    }

    fn resumed(&mut self, exit: dispatch::Exit) -> PyResult<Sent> {
        match exit {
            RETURNED => Ok(Sent::Returned(std::mem::take(&mut self.interp.result))),
            YIELDED => Ok(Sent::Yielded(std::mem::take(&mut self.interp.result))),
            _ => Err(Raised(())),
        }
    }

    /// ValueError if it runs already; RuntimeError for a coroutine that is over.
    fn check_resumable(&mut self, generator: &Value, state: &GenState) -> PyResult<()> {
        if state.status.get() == Status::Running {
            let what = match generator {
                value if value.is_a::<PyCoroutine>() => "coroutine",
                value if value.is_a::<PyAsyncGenerator>() => "async generator",
                _ => "generator",
            };
            return Err(self.value_error(format!("{what} already executing")));
        }
        Ok(())
    }

    /// `receiver.send(value)` as `yield from` and `await` do it.
    pub fn send(&mut self, receiver: &Value, value: &Value) -> PyResult<Sent> {
        if self.is_exact::<PyGenerator>(receiver) || self.is_exact::<PyCoroutine>(receiver) {
            if let Some(state) = state_of(receiver)
                && state.status.get() == Status::Finished
            {
                if receiver.is_a::<PyCoroutine>() {
                    return Err(self.runtime_error("cannot reuse already awaited coroutine"));
                }
                return Ok(Sent::Returned(Value::NONE));
            }
            if let Some(state) = state_of(receiver)
                && state.status.get() == Status::Created
                && !value.is_none()
            {
                return Err(self.cannot_send(receiver));
            }
            return self.resume(receiver, value.clone());
        }
        // What an earlier iterator returned at its end is not this one's.
        drop(self.stop_value());
        let result = match self.type_of(receiver).slots.next.get() {
            Some(next) if value.is_none() => next(self, receiver),
            _ => {
                let name = self.names.send.clone();
                self.call_method(receiver, &name, std::slice::from_ref(value)).map(Some)
            }
        };
        match result {
            Ok(Some(value)) => Ok(Sent::Yielded(value)),
            Ok(None) => {
                let value = self.stop_value();
                Ok(Sent::Returned(value))
            }
            Err(raised) => {
                if !self.raised_is(self.exc.stop_iteration) {
                    return Err(raised);
                }
                let exception = self.take_raised().unwrap_or_default();
                Ok(Sent::Returned(self.stop_iteration_value(&exception)))
            }
        }
    }

    /// TypeError for a first value that is not None.
    pub(crate) fn cannot_send(&mut self, generator: &Value) -> Raised {
        let what = match generator {
            value if value.is_a::<PyCoroutine>() => "coroutine",
            value if value.is_a::<PyAsyncGenerator>() => "async generator",
            _ => "generator",
        };
        self.type_error(format!("can't send non-None value to a just-started {what}"))
    }
}

/// As `push`, but nothing is sent: an exception is to be raised there.
unsafe fn push_suspended(vm: &mut Vm, generator: Value, state: &GenState) {
    let pc = state.pc.get();
    push(vm, word_of(generator), state, Value::NONE_WORD, special::ENTRY);
    (*vm.interp.frame).pc = pc;
}

/// In the loop build, runs on where a handler left off.
#[cfg(not(minipy_loop))]
unsafe fn finish_loop(exit: dispatch::Exit, _vm: *mut Vm) -> dispatch::Exit {
    exit
}

/// In the loop build, runs on where a handler left off.
#[cfg(minipy_loop)]
unsafe fn finish_loop(exit: dispatch::Exit, vm: *mut Vm) -> dispatch::Exit {
    if exit == dispatch::CONTINUE {
        let (pc, fp, k) = (*vm).interp.resume_at;
        return dispatch::run(pc, fp, k, vm);
    }
    exit
}

/// Whether a record on the stack is this generator's.
#[allow(clippy::not_unsafe_ptr_arg_deref, reason = "records come from the stack of the Vm and outlive the call")]
pub fn is_frame_of(record: *mut super::frame::Frame, generator: &Value) -> bool {
    // SAFETY: records at or below the running one are live.
    unsafe { (*record).is(special::GENERATOR) && (*record).owner == generator.word() }
}

/// A frame object for a generator that is not on the stack.
pub fn suspended_frame(vm: &mut Vm, generator: &Value, state: &GenState) -> Value {
    use crate::heap::VmCell;
    use crate::types::frame::PyFrame;
    use std::cell::Cell;
    // SAFETY: the function of a generator that is not over keeps its code alive.
    let lasti = unsafe { &*state.lowered.get() }.lasti(state.pc.get());
    let payload = PyFrame {
        record: Cell::new(std::ptr::null_mut()),
        generator: Cell::new(generator.word()),
        function: state.function.get(vm),
        code: state.code.clone(),
        slots: VmCell::default(),
        locals: VmCell::default(),
        lasti: Cell::new(lasti),
        back: VmCell::default(),
        trace: VmCell::default(),
        trace_lines: Cell::new(true),
        trace_opcodes: Cell::new(false),
    };
    vm.new_object(payload)
}
