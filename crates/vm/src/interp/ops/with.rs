//! Context managers.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::exc::exception::PyBaseException;
use crate::types::function::PyFunction;

effect_ops! {
    setup_with 0 (vm, w, r) {
        let manager = r.b(w);
        let (enter, exit) = (vm.names.__enter__.clone(), vm.names.__exit__.clone());
        let ty = vm.type_of(&manager);
        let plain = ty.lookup(vm, &enter).filter(|found| found.is_a::<PyFunction>());
        if let Some(function) = plain {
            // A function in the class: called with the object, without a bound method.
            let Some(exit) = vm.lookup_special(&manager, &exit)? else { return Err(vm.attribute_error("__exit__")) };
            let entered = vm.call(&function, std::slice::from_ref(&manager))?;
            drop(manager);
            r.put(w.a(), exit);
            r.put(w.a() + 1, entered);
            return Ok(());
        }
        let Some(enter) = vm.lookup_special(&manager, &enter)? else { return Err(vm.attribute_error("__enter__")) };
        let Some(exit) = vm.lookup_special(&manager, &exit)? else { return Err(vm.attribute_error("__exit__")) };
        let entered = vm.call(&enter, &[])?;
        drop(manager);
        r.put(w.a(), exit);
        r.put(w.a() + 1, entered);
        Ok(())
    }
    before_async_with 0 (vm, w, r) {
        let manager = r.b(w);
        let (enter, exit) = (vm.names.__aenter__.clone(), vm.names.__aexit__.clone());
        let Some(enter) = vm.lookup_special(&manager, &enter)? else { return Err(vm.attribute_error("__aenter__")) };
        let Some(exit) = vm.lookup_special(&manager, &exit)? else { return Err(vm.attribute_error("__aexit__")) };
        let entered = vm.call(&enter, &[])?;
        drop(manager);
        r.put(w.a(), exit);
        r.put(w.a() + 1, entered);
        Ok(())
    }
}

result_ops! {
    with_except_start 0 (vm, w, r) {
        let exit = r.peek(w.b()).clone();
        let value = r.peek(w.c()).clone();
        let kind = vm.type_of(&value).value();
        let traceback = value.downcast::<PyBaseException>().map(|exception| exception.traceback.get(vm)).unwrap_or_default();
        vm.call(&exit, &[kind, value, traceback])
    }
}
