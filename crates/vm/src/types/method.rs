//! `method`: a callable bound to an object (CPython's Objects/classobject.c).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::{CompareOp, Ty};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// The payload.
#[pyclass(name = "method", layout = 16, flags(weakref))]
pub struct PyMethod {
    /// `__func__`.
    pub func: Value,
    /// `__self__`.
    pub receiver: Value,
}

#[pymethods]
impl PyMethod {
    #[new("method(function, instance, /)")]
    fn new(vm: &mut Vm, _cls: Ty, function: &Value, instance: &Value) -> PyResult {
        if vm.type_of(function).slots.call.get().is_none() {
            return Err(vm.type_error("first argument must be callable"));
        }
        if instance.is_none() {
            return Err(vm.type_error("self must not be None"));
        }
        Ok(vm.new_object(PyMethod { func: function.clone(), receiver: instance.clone() }))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyMethod>, args: Args<'_>) -> PyResult {
        let given = args.values();
        if given.is_empty() {
            return vm.call_args(&this.func, Args::positional_only(std::slice::from_ref(&this.receiver)));
        }
        let mut values = Vec::with_capacity(given.len() + 1);
        values.push(this.receiver.clone());
        values.extend_from_slice(given);
        vm.call_args(&this.func, Args::new(&values, args.names()))
    }

    #[slot(descr_get)]
    fn descr_get(_vm: &mut Vm, this: &Value, _object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        Ok(this.clone())
    }

    #[slot(getattro)]
    fn getattro(vm: &mut Vm, this: This<'_, PyMethod>, name: &Value) -> PyResult {
        match vm.generic_get_attr_opt(this.value(), name)? {
            Some(value) => Ok(value),
            None => vm.get_attr(&this.func, name),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMethod>) -> PyResult {
        let qualname = vm.names.__qualname__.clone();
        let name = match vm.get_attr_opt(&this.func, &qualname)? {
            Some(name) => Some(name),
            None => {
                let name = vm.names.__name__.clone();
                vm.get_attr_opt(&this.func, &name)?
            }
        };
        let name = name
            .filter(|name| name.is_a::<crate::heap::var::PyStr>())
            .map_or("?".to_owned(), |name| vm.str_lossy(&name));
        let receiver = vm.repr_string(&this.receiver)?;
        Ok(vm.new_str(&format!("<bound method {name} of {receiver}>")))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyMethod>) -> PyResult<i64> {
        let func = vm.hash(&this.func)?;
        Ok(match vm.identity_hash(&this.receiver) ^ func {
            -1 => -2,
            hash => hash,
        })
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyMethod>(), b.downcast::<PyMethod>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let same = x.receiver.is(&y.receiver) && vm.eq(&x.func, &y.func)?;
        Ok(Value::bool(same == (op == CompareOp::Eq)))
    }

    #[getter("__func__")]
    fn get_func(this: This<'_, PyMethod>) -> Value {
        this.func.clone()
    }

    #[getter("__self__")]
    fn get_self(this: This<'_, PyMethod>) -> Value {
        this.receiver.clone()
    }

    #[getter("__doc__")]
    fn get_doc(vm: &mut Vm, this: This<'_, PyMethod>) -> PyResult {
        let name = vm.names.__doc__.clone();
        vm.get_attr(&this.func, &name)
    }

    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyMethod>) -> PyResult {
        let getattr = vm.builtin("getattr")?;
        let name = vm.names.__name__.clone();
        let name = vm.get_attr(&this.func, &name)?;
        let args = vm.new_tuple(vec![this.receiver.clone(), name]);
        Ok(vm.new_tuple(vec![getattr, args]))
    }
}
