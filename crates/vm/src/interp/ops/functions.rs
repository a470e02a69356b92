//! Making functions and classes.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use minipy_bytecode::opcode::make_function as parts;

result_ops! {
    make_function 1 (vm, w, r) {
        let flags = r.cache(0) as u32;
        let count = 2 + (flags & 15).count_ones() as usize;
        let mut values = r.take_many(w.b(), count);
        let qualname = values.pop().unwrap_or_default();
        let code = values.pop().unwrap_or_default();
        let closure = if flags & parts::CLOSURE != 0 { values.pop() } else { None };
        let annotations = if flags & parts::ANNOTATIONS != 0 { values.pop() } else { None };
        let kwdefaults = if flags & parts::KWDEFAULTS != 0 { values.pop() } else { None };
        let defaults = if flags & parts::DEFAULTS != 0 { values.pop() } else { None };
        let globals = vm.running_globals();
        let function = PyFunction::make(vm, code, globals, Some(qualname));
        function.closure.set(vm, closure.unwrap_or_default());
        function.annotations.set(vm, annotations.unwrap_or_default());
        function.kwdefaults.set(vm, kwdefaults.unwrap_or_default());
        function.defaults.set(vm, defaults.unwrap_or_default());
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
