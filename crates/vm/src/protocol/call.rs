//! Calling.

use crate::args::Args;
use crate::exc::PyResult;
use crate::types::builtin_function::PyBuiltin;
use crate::types::function::PyFunction;
use crate::value::Value;
use crate::vm::Vm;

/// What completes the message of a RecursionError.
pub(crate) const WHILE_CALLING: &str = " while calling a Python object";

impl Vm {
    /// `callable(*args)`.
    #[inline]
    pub fn call(&mut self, callable: &Value, args: &[Value]) -> PyResult {
        self.call_args(callable, Args::positional_only(args))
    }

    /// `callable(*args, **keywords)`. Native recursion through here is bounded.
    #[inline]
    pub fn call_args(&mut self, callable: &Value, args: Args<'_>) -> PyResult {
        if callable.is_a::<PyFunction>() {
            let depth = self.deeper(WHILE_CALLING)?;
            let result = self.call_function(callable, args);
            self.depth.set(depth);
            return result;
        }
        if let Some((native, None)) = callable.downcast::<PyBuiltin>().and_then(PyBuiltin::native) {
            let depth = self.deeper(WHILE_CALLING)?;
            let result = native(self, args);
            self.depth.set(depth);
            return result;
        }
        match self.type_of(callable).slots.call.get() {
            Some(call) => {
                let depth = self.deeper(WHILE_CALLING)?;
                let result = call(self, callable, args);
                self.depth.set(depth);
                result
            }
            None => {
                let ty = self.type_name_in_full(self.type_of(callable));
                Err(self.type_error(format!("'{ty}' object is not callable")))
            }
        }
    }

    /// `object.name(*args)`, the attribute looked up as usual.
    pub fn call_method(&mut self, object: &Value, name: &Value, args: &[Value]) -> PyResult {
        let method = self.get_attr(object, name)?;
        self.call(&method, args)
    }

    /// `object.name(*args)`.
    pub fn call_method_str(&mut self, object: &Value, name: &str, args: &[Value]) -> PyResult {
        let name = self.intern(name);
        self.call_method(object, &name, args)
    }

    /// Calls the special method `name` of `object`, looked up on its type; `None` if the type has none.
    pub fn call_special(&mut self, object: &Value, name: &Value, args: &[Value]) -> PyResult<Option<Value>> {
        let ty = self.type_of(object);
        let Some(found) = ty.lookup(self, name) else { return Ok(None) };
        if found.is_a::<PyFunction>() {
            let depth = self.deeper(WHILE_CALLING)?;
            let result = self.call_function_on(&found, object, args);
            self.depth.set(depth);
            return result.map(Some);
        }
        if self.type_of(&found).has_flag(crate::object::TypeFlags::METHOD_DESCRIPTOR) {
            // A plain method: the receiver goes in front, no bound method is made.
            let result = match args {
                [] => self.call(&found, std::slice::from_ref(object)),
                [one] => self.call(&found, &[object.clone(), one.clone()]),
                _ => {
                    let mut values = Vec::with_capacity(args.len() + 1);
                    values.push(object.clone());
                    values.extend_from_slice(args);
                    self.call(&found, &values)
                }
            };
            return result.map(Some);
        }
        let method = self.bind(&found, Some(object), ty)?;
        self.call(&method, args).map(Some)
    }

    /// Runs `body` one level of native recursion deeper; RecursionError where the native stack or the limit ends.
    /// `what` completes "maximum recursion depth exceeded".
    #[inline(always)]
    pub fn recursive<R>(&mut self, what: &'static str, body: impl FnOnce(&mut Vm) -> PyResult<R>) -> PyResult<R> {
        let depth = self.deeper(what)?;
        let result = body(self);
        self.depth.set(depth);
        result
    }

    /// The first half of `recursive`, for places where a closure would cost: what it returns is to be put back into
    /// `depth` however the rest ends.
    #[inline(always)]
    pub(crate) fn deeper(&mut self, what: &'static str) -> PyResult<usize> {
        let marker = 0u8;
        let depth = self.depth.get();
        if (&raw const marker) as usize <= self.stack_floor || depth >= self.recursion_limit {
            return Err(self.too_deep(what));
        }
        self.depth.set(depth + 1);
        Ok(depth)
    }

    /// RecursionError. Some room is lent so that it can be made and handled.
    #[cold]
    pub fn too_deep(&mut self, what: &'static str) -> crate::exc::Raised {
        let (floor, limit) = (self.stack_floor, self.recursion_limit);
        self.stack_floor = floor.saturating_sub(256 * 1024);
        self.recursion_limit = limit.saturating_add(50);
        let raised = self.recursion_error(format!("maximum recursion depth exceeded{what}"));
        self.stack_floor = floor;
        self.recursion_limit = limit;
        raised
    }
}
