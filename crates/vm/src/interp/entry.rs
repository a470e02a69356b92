//! The ways into the interpreter from native code: calling functions, running code objects.

#![expect(unsafe_code, reason = "frames are made by hand")]

use super::call::{Invoked, invoke, push_frame};
use super::dispatch::{self, RETURNED};
use super::frame::special;
use super::regs::{incref, word_of};
use crate::args::Args;
use crate::exc::{PyResult, Raised};
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Calls a Python function from native code.
    pub(crate) fn call_function(&mut self, function: &Value, args: Args<'_>) -> PyResult {
        if args.names().is_empty()
            && let Some(result) = self.call_simple(function, None, args.values())
        {
            return result;
        }
        // SAFETY: above all frames there is room, which `invoke` checks before it pushes one; the arguments are copies.
        let invoked = unsafe {
            let place = self.interp.top().add(1);
            if place.add(args.values().len()) >= self.interp.stack_limit {
                return Err(self.too_deep(""));
            }
            for (i, value) in args.values().iter().enumerate() {
                *place.add(i) = word_of(value.clone());
            }
            invoke(self, function.clone(), place, args.values().len(), args.names(), special::ENTRY)?
        };
        match invoked {
            Invoked::Value(value) => Ok(value),
            Invoked::Frame => self.run_entry(),
        }
    }

    /// Calls a Python function with a receiver in front of the arguments.
    pub(crate) fn call_function_on(&mut self, function: &Value, receiver: &Value, args: &[Value]) -> PyResult {
        if let Some(result) = self.call_simple(function, Some(receiver), args) {
            return result;
        }
        let values: Vec<Value> = std::iter::once(receiver).chain(args).cloned().collect();
        self.call_function(function, Args::positional_only(&values))
    }

    /// Calls a Python function that has nothing to bind; `None` if it has.
    #[inline(always)]
    fn call_simple(&mut self, function: &Value, first: Option<&Value>, rest: &[Value]) -> Option<PyResult> {
        let payload = function.downcast::<PyFunction>()?;
        let argc = usize::from(first.is_some()) + rest.len();
        if payload.simple_argc.get() as usize != argc {
            return None;
        }
        let code = payload.lowered.get();
        // SAFETY: a function with a simple number of arguments is prepared; the slots are above all frames, with room
        // for any frame below the limit; the arguments are copies.
        unsafe {
            let fp = self.interp.top().add(1);
            if fp >= self.interp.stack_limit || self.interp.frame.add(1) >= self.interp.frame_limit {
                return None;
            }
            let mut slot = fp;
            if let Some(first) = first {
                *slot = incref(first.word());
                slot = slot.add(1);
            }
            for value in rest {
                *slot = incref(value.word());
                slot = slot.add(1);
            }
            let end = fp.add((*code).nfast as usize);
            while slot < end {
                *slot = Value::UNBOUND.word();
                slot = slot.add(1);
            }
            push_frame(self, incref(function.word()), code, fp, special::ENTRY, 0);
            let exit = dispatch::run((*code).start(), fp, (*code).constants(), self);
            Some(if exit == RETURNED { Ok(std::mem::take(&mut self.interp.result)) } else { Err(Raised(())) })
        }
    }

    /// Runs the frame that was pushed last until it ends.
    fn run_entry(&mut self) -> PyResult {
        let frame = self.interp.frame;
        // SAFETY: the record is complete.
        let exit = unsafe {
            let code = (*frame).code;
            dispatch::run((*code).start(), (*frame).fp, (*code).constants(), self)
        };
        if exit == RETURNED { Ok(std::mem::take(&mut self.interp.result)) } else { Err(Raised(())) }
    }

    /// Runs a code object: `exec` and `eval`, modules. `locals` is `globals` itself at module level.
    pub fn run_code(&mut self, code: &Value, globals: &Value, locals: &Value) -> PyResult {
        self.recursive("", |vm| {
            vm.ensure_builtins(globals);
            let function = PyFunction::make(vm, code.clone(), globals.clone(), None);
            let function = vm.new_object(function);
            vm.run_function_body(function, Some(locals.clone()))
        })
    }

    /// Runs a function's code with a mapping for its names (class bodies: `locals` is the namespace).
    pub(crate) fn run_function_body(&mut self, function: Value, locals: Option<Value>) -> PyResult {
        let Some(payload) = function.downcast::<PyFunction>() else { return Ok(Value::NONE) };
        if payload.lowered.get().is_null() {
            payload.prepare(self)?;
        }
        let code = payload.lowered.get();
        // SAFETY: `prepare` has set the code, which the function keeps alive; the slots are above all frames.
        unsafe {
            let fp = self.interp.top().add(1);
            if fp >= self.interp.stack_limit || self.interp.frame.add(1) >= self.interp.frame_limit {
                return Err(self.too_deep(""));
            }
            for i in 0..(*code).nfast as usize {
                *fp.add(i) = Value::UNBOUND.word();
            }
            let lowered = &*code;
            let flags = lowered.code.flags;
            if flags.is_generator_like() {
                return Ok(super::resume::new_generator(self, &function, &*code, fp));
            }
            push_frame(self, word_of(function), code, fp, special::ENTRY, 0);
            let optimized = flags.contains(minipy_bytecode::CodeFlags::OPTIMIZED);
            if let Some(locals) = locals
                && !optimized
            {
                let frame = self.interp.frame;
                (*frame).special |= special::LOCALS;
                (*frame).locals = word_of(locals);
            }
        }
        self.run_entry()
    }

    /// Puts `__builtins__` into a namespace that has none.
    pub(crate) fn ensure_builtins(&mut self, globals: &Value) {
        let name = self.names.__builtins__.clone();
        if let Some(dict) = globals.downcast::<PyDict>()
            && dict.get_str(self, &name).is_none()
        {
            let builtins = self.builtins_for_new_globals();
            dict.set_str(self, &name, builtins);
        }
    }

    /// What `__builtins__` is in new globals: the running frame's builtins, as a module where they are the usual ones.
    fn builtins_for_new_globals(&mut self) -> Value {
        let own = self.frame_builtins();
        if own.is(&self.builtins) {
            let key = self.names.builtins.clone();
            let modules = self.modules.clone();
            if let Some(module) = modules.downcast::<PyDict>().and_then(|modules| modules.get_str(self, &key)) {
                return module;
            }
        }
        own
    }

    /// `sys.getrecursionlimit()`.
    pub fn recursion_limit(&self) -> usize {
        self.recursion_limit
    }

    /// `sys.setrecursionlimit(limit)`; RecursionError if the stack is deeper now.
    pub fn set_recursion_limit(&mut self, limit: usize) -> PyResult<()> {
        let depth = self.interp.depth();
        if depth >= limit {
            return Err(self.recursion_error(format!(
                "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
            )));
        }
        self.recursion_limit = limit;
        self.interp.set_recursion_limit(limit);
        Ok(())
    }

    /// `sys._getframe(depth)`: the frame that many calls below the running one.
    pub fn frame_at(&mut self, depth: usize) -> Option<Value> {
        self.current_frame(depth)
    }
}
