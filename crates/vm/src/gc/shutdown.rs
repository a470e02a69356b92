//! The end of the program: modules are emptied and what is left is finalised (CPython's Python/pylifecycle.c,
//! finalize_modules).
//!
//! Classes are never freed here, and keep the globals of their methods alive. CPython collects both together: the
//! finalisers of what they hold run while globals are still there. So they do here, in the order of creation.

use crate::heap::Payload;
use crate::heap::var::PyStr;
use crate::object::TypeFlags;
use crate::object::shape::Shape;
use crate::types::async_generator::PyAsyncGenerator;
use crate::types::coroutine::PyCoroutine;
use crate::types::dict::PyDict;
use crate::types::generator::PyGenerator;
use crate::types::weakproxy::{PyWeakCallableProxy, PyWeakProxy};
use crate::types::weakref::PyWeakRef;
use crate::value::Value;
use crate::vm::Vm;

/// Rounds in which finalisers that make new objects with finalisers are followed.
const ROUNDS: usize = 16;

impl Vm {
    /// Ends what can be ended before the process does.
    pub fn run_final_collection(&mut self) {
        for _ in 0..ROUNDS {
            self.run_pending();
        }
        if !self.may_end_noticeably() {
            return;
        }
        let dicts = self.take_modules();
        self.run_pending();
        self.collect_garbage(2);
        self.run_pending();
        for _ in 0..ROUNDS {
            if !self.finalize_everything() {
                break;
            }
        }
        for dict in dicts.iter().rev() {
            self.empty_namespace(dict);
        }
        self.run_pending();
        self.collect_garbage(2);
        self.run_pending();
        self.clear_raised();
    }

    /// Whether the end of what is left could be noticed: by a finaliser, a suspended generator, the callback of a weak
    /// reference, or whoever watches the collector. All else may go with the process.
    fn may_end_noticeably(&self) -> bool {
        let collector = &self.heap.collector;
        let watched = self.gc_lists.callbacks.is_some() || collector.debug.get() != 0;
        // An instance without references of its own is on no list: its class tells.
        let of_python = |shape: &Shape| shape.has_finalizer.get() && shape.ty.has_flag(TypeFlags::HEAPTYPE);
        let weak = [PyWeakRef::LAYOUT, PyWeakProxy::LAYOUT, PyWeakCallableProxy::LAYOUT];
        let noticed = |layout: u8, shape: &Shape| shape.has_finalizer.get() || weak.contains(&layout);
        watched || self.heap.any_shape(of_python) || self.heap.any_tracked(collector.permanent.get(), noticed)
    }

    /// Empties `sys.modules` and gives the dicts of its modules, but for `sys` and `builtins`.
    fn take_modules(&mut self) -> Vec<Value> {
        let modules = self.modules.clone();
        let Some(table) = modules.downcast::<PyDict>() else { return Vec::new() };
        let (mut dicts, mut names, mut position) = (Vec::new(), Vec::new(), 0);
        while let Some((name, _, module)) = table.next_entry(self, &mut position) {
            let text = self.str_lossy(&name);
            if text == "sys" || text == "builtins" {
                continue;
            }
            dicts.extend(self.module_dict(&module));
            names.push(name);
        }
        for name in names {
            if name.is_a::<PyStr>() {
                drop(table.remove_str(self, &name));
            }
        }
        dicts
    }

    /// Runs every finaliser in Python that has not run, and closes suspended generators. Returns whether any ran.
    fn finalize_everything(&mut self) -> bool {
        let mut ran = false;
        for object in self.heap.tracked_values(self.heap.collector.permanent.get(), usize::MAX) {
            let Some(layout) = object.header().map(|head| head.layout) else { continue };
            let suspended = [PyGenerator::LAYOUT, PyCoroutine::LAYOUT, PyAsyncGenerator::LAYOUT].contains(&layout);
            if suspended || self.has_python_finalizer(&object) {
                ran |= self.finalize(&object);
            }
        }
        self.run_pending();
        ran
    }

    fn has_python_finalizer(&mut self, object: &Value) -> bool {
        let ty = self.type_of(object);
        if ty.slots.del.get().is_none() {
            return false;
        }
        let name = self.names.__del__.clone();
        ty.lookup(self, &name).is_some_and(|del| self.is_python_function(&del))
    }

    /// Sets the names of a module to None: first those with one underscore in front, then the others.
    fn empty_namespace(&mut self, dict: &Value) {
        let Some(table) = dict.downcast::<PyDict>() else { return };
        for private in [true, false] {
            let (mut names, mut position) = (Vec::new(), 0);
            while let Some((name, _, value)) = table.next_entry(self, &mut position) {
                let text = self.str_lossy(&name);
                let is_private = text.starts_with('_') && !text.starts_with("__");
                if is_private == private && text != "__builtins__" && value.is_object() && name.is_a::<PyStr>() {
                    names.push(name);
                }
            }
            for name in names {
                table.set_str(self, &name, Value::NONE);
                self.run_pending();
            }
        }
    }
}
