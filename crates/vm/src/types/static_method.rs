//! `staticmethod` and `classmethod` (CPython's Objects/funcobject.c, its second half).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::types::method::PyMethod;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Convert a function to be a static method.
#[pyclass(name = "staticmethod", layout = 34, flags(basetype, dict, weakref), parts(main, shared))]
pub struct PyStaticMethod {
    /// `__func__`.
    pub callable: VmCell<Value>,
}

/// Convert a function to be a class method.
#[pyclass(name = "classmethod", layout = 33, flags(basetype, dict, weakref), parts(main, shared))]
pub struct PyClassMethod {
    /// `__func__`.
    pub callable: VmCell<Value>,
}

impl PyStaticMethod {
    /// A static method around `callable`.
    pub fn new(callable: Value) -> PyStaticMethod {
        PyStaticMethod { callable: VmCell::new(callable) }
    }
}

/// Copies the names that `functools.wraps` copies, where the callable has them.
fn wrap_attributes(vm: &mut Vm, this: &Value, callable: &Value) -> PyResult<()> {
    let names = [
        vm.names.__module__.clone(),
        vm.names.__name__.clone(),
        vm.names.__qualname__.clone(),
        vm.names.__doc__.clone(),
        vm.names.__annotations__.clone(),
    ];
    for name in names {
        if let Some(value) = vm.get_attr_opt(callable, &name)? {
            vm.set_attr(this, &name, &value)?;
        }
    }
    Ok(())
}

fn is_abstract(vm: &mut Vm, callable: &Value) -> PyResult<bool> {
    let name = vm.names.__isabstractmethod__.clone();
    match vm.get_attr_opt(callable, &name)? {
        Some(flag) => vm.truth(&flag),
        None => Ok(false),
    }
}

macro_rules! shared {
    ($payload:ident, $name:literal) => {
        #[pymethods(part = "shared")]
        impl $payload {
            #[slot(new)]
            fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
                Ok(vm.new_instance(cls, $payload { callable: VmCell::new(Value::NONE) }))
            }
            #[getter("__func__")]
            fn get_func(vm: &mut Vm, this: This<'_, $payload>) -> Value {
                this.callable.get(vm)
            }
            #[getter("__wrapped__")]
            fn get_wrapped(vm: &mut Vm, this: This<'_, $payload>) -> Value {
                this.callable.get(vm)
            }
            #[getter("__isabstractmethod__")]
            fn get_abstract(vm: &mut Vm, this: This<'_, $payload>) -> PyResult<bool> {
                let callable = this.callable.get(vm);
                is_abstract(vm, &callable)
            }
            #[getter("__dict__")]
            fn get_dict(vm: &mut Vm, this: This<'_, $payload>) -> Option<Value> {
                vm.instance_dict(this.value())
            }
            #[slot(repr)]
            fn repr(vm: &mut Vm, this: This<'_, $payload>) -> PyResult {
                let callable = this.callable.get(vm);
                let callable = vm.repr_string(&callable)?;
                Ok(vm.new_str(&format!(concat!("<", $name, "({})>"), callable)))
            }
        }
    };
}

shared!(PyStaticMethod, "staticmethod");
shared!(PyClassMethod, "classmethod");

#[pymethods(part = "main")]
impl PyStaticMethod {
    #[init("staticmethod(function, /)")]
    fn init(vm: &mut Vm, this: This<'_, PyStaticMethod>, function: &Value) -> PyResult<()> {
        this.callable.set(vm, function.clone());
        wrap_attributes(vm, this.value(), function)
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyStaticMethod>, args: Args<'_>) -> PyResult {
        let callable = this.callable.get(vm);
        vm.call_args(&callable, args)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: This<'_, PyStaticMethod>, _object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        Ok(this.callable.get(vm))
    }
}

#[pymethods(part = "main")]
impl PyClassMethod {
    #[init("classmethod(function, /)")]
    fn init(vm: &mut Vm, this: This<'_, PyClassMethod>, function: &Value) -> PyResult<()> {
        this.callable.set(vm, function.clone());
        wrap_attributes(vm, this.value(), function)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: This<'_, PyClassMethod>, object: Option<&Value>, owner: Option<Ty>) -> PyResult {
        let callable = this.callable.get(vm);
        let owner = match (owner, object) {
            (Some(owner), _) => owner,
            (None, Some(object)) => vm.type_of(object),
            (None, None) => return Ok(callable),
        };
        // Python 3.9 and 3.10: a descriptor inside (a property, say) is asked in turn.
        if let Some(get) = vm.type_of(&callable).slots.descr_get.get() {
            return get(vm, &callable, Some(&owner.value()), Some(owner));
        }
        Ok(vm.new_object(PyMethod { func: callable, receiver: owner.value() }))
    }
}
