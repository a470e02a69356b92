//! Making functions and classes.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::VmCell;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use minipy_bytecode::opcode::make_function as parts;

result_ops! {
    make_function 1 (vm, w, r) {
        let flags = r.cache(0) as u32;
        let mut slot = w.b();
        let mut next = || {
            slot += 1;
            // SAFETY: the verifier says that the slots hold the parts, and they are consumed here, once each.
            unsafe { r.take(slot - 1) }
        };
        let mut part = |bit: u32| if flags & bit != 0 { next() } else { Value::NONE };
        let defaults = part(parts::DEFAULTS);
        let kwdefaults = part(parts::KWDEFAULTS);
        let annotations = part(parts::ANNOTATIONS);
        let closure = part(parts::CLOSURE);
        let (code, qualname) = (next(), next());
        let globals = vm.running_globals();
        let mut function = PyFunction::make(vm, code, globals, Some(qualname));
        function.closure = VmCell::new(closure);
        function.annotations = VmCell::new(annotations);
        function.kwdefaults = VmCell::new(kwdefaults);
        function.defaults = VmCell::new(defaults);
        let class = vm.ty::<PyFunction>();
        Ok(vm.new_instance(class, function))
    }
    load_build_class 0 (vm, _w, _r) {
        let name = vm.names.__build_class__.clone();
        let builtins = vm.frame_builtins();
        let found = match builtins.downcast::<PyDict>() {
            Some(dict) => dict.get_str(vm, &name),
            None => None,
        };
        match found {
            Some(found) => Ok(found),
            None => Err(vm.name_error("__build_class__ not found")),
        }
    }
}
