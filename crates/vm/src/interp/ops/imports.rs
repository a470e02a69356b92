//! Imports, and the printing of expressions.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;

result_ops! {
    import_name 1 (vm, w, r) {
        let (level, from) = (r.b(w), r.c(w));
        let name = vm.name_at(r.cache(0) as u32);
        let import = vm.names.__import__.clone();
        let builtins = vm.frame_builtins();
        let Some(function) = vm.mapping_get(&builtins, &import)? else {
            return Err(vm.raise(vm.exc.import_error, "__import__ not found"));
        };
        let globals = vm.running_globals();
        let locals = vm.frame_locals_mapping().unwrap_or_default();
        vm.call(&function, &[name, globals, locals, from.clone(), level.clone()])
    }
    import_from 1 (vm, w, r) {
        let name = vm.name_at(r.cache(0) as u32);
        let module = r.peek(w.b()).clone();
        vm.import_from(&module, &name)
    }
}

effect_ops! {
    import_star 0 (vm, w, r) {
        let module = r.b(w);
        let Some(locals) = vm.frame_locals_mapping() else {
            return Err(vm.system_error("no locals found during 'import *'"));
        };
        vm.import_star_into(&module, &locals)
    }
    print_expr 0 (vm, w, r) {
        let value = r.b(w);
        let sys = vm.import_module("sys")?;
        let name = vm.intern("displayhook");
        match vm.get_attr_opt(&sys, &name)? {
            Some(hook) => vm.call(&hook, std::slice::from_ref(&value)).map(drop),
            None => Err(vm.runtime_error("lost sys.displayhook")),
        }
    }
}
