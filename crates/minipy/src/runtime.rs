//! A Vm with compiler and library: what `minipy run` and embedders start.

mod host;
mod launch;

pub use host::Compiler;
pub use launch::{Launch, Start};

use std::rc::Rc;

use minipy_vm::Vm;
use minipy_vm::config::Config;

/// Native stack that programs get: deep recursion through natives (sort keys, `__repr__` of nested containers) is
/// bounded by it, whatever `sys.setrecursionlimit` says. Pages are only used when touched.
const STACK_BYTES: usize = 512 << 20;
/// What is kept free at the end of the stack for code that does not check.
const STACK_MARGIN: usize = 1 << 20;

/// Runs `body` with a new Vm on a large stack of its own. `None` if this thread has had a Vm: it takes one in its life.
///
/// The stack is another one, the thread is not: starting a thread, and what its allocator does to be apart from the
/// others, would take a tenth of the time of a short program.
pub fn with_vm<R>(config: Config, body: impl FnOnce(&mut Vm) -> R) -> Option<R> {
    stacker::grow(STACK_BYTES, || {
        let here = 0u8;
        let floor = (&raw const here as usize).saturating_sub(STACK_BYTES - STACK_MARGIN);
        let mut vm = Vm::new(config)?;
        vm.set_stack_floor(floor);
        vm.host = Some(Rc::new(Compiler));
        vm.library = minipy_stdlib::library();
        let result = body(&mut vm);
        // The process ends soon: nothing is gained by freeing objects one by one.
        std::mem::forget(vm);
        Some(result)
    })
}
