//! `weakref.proxy`: objects that stand for another one and do not keep it alive (CPython's Objects/weakrefobject.c).

use minipy_macros::pyclass;

use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::weak::WeakLink;
use crate::types::weakref::referent_of;
use crate::value::Value;
use crate::vm::Vm;

/// The payload of proxies of objects that cannot be called.
#[pyclass(name = "ProxyType", module = "weakref", layout = 47, flags(no_instantiation), parts(main))]
pub struct PyWeakProxy {
    #[pyclass(skip)]
    pub(crate) link: WeakLink,
    /// Called when the object is gone.
    pub(crate) callback: VmCell<Option<Value>>,
}

/// The payload of proxies of objects that can be called.
#[pyclass(name = "CallableProxyType", module = "weakref", layout = 48, flags(no_instantiation), parts(main, calls))]
pub struct PyWeakCallableProxy {
    #[pyclass(skip)]
    pub(crate) link: WeakLink,
    /// Called when the object is gone.
    pub(crate) callback: VmCell<Option<Value>>,
}

/// The object that a proxy stands for (ReferenceError when it is gone); any other value itself.
fn meant(vm: &mut Vm, value: &Value) -> PyResult {
    if !value.is_a::<PyWeakProxy>() && !value.is_a::<PyWeakCallableProxy>() {
        return Ok(value.clone());
    }
    match referent_of(value).flatten() {
        Some(object) => Ok(object),
        None => Err(vm.reference_error("weakly-referenced object no longer exists")),
    }
}

/// The operations of a type of proxies: each asks the object.
macro_rules! forwarding {
    ($payload:ident) => {
        #[minipy_macros::pymethods(part = "main")]
        impl $payload {
            #[slot(repr)]
            fn repr(vm: &mut Vm, this: &Value) -> PyResult {
                let place = vm.id(this);
                let target = referent_of(this).flatten().unwrap_or_default();
                let (name, id) = (vm.type_name_in_full(vm.type_of(&target)), vm.id(&target));
                Ok(vm.new_str(&format!("<weakproxy at {place:#x} to {name} at {id:#x}>")))
            }

            #[slot(str)]
            fn str(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.str(&object)
            }

            #[slot(hash)]
            fn hash(vm: &mut Vm, this: &Value) -> PyResult<i64> {
                let name = vm.type_name_in_full(vm.type_of(this));
                Err(vm.type_error(format!("unhashable type: '{name}'")))
            }

            #[slot(getattro)]
            fn getattro(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.get_attr(&object, name)
            }

            #[slot(setattro)]
            fn setattro(vm: &mut Vm, this: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
                let object = meant(vm, this)?;
                vm.store_attr(&object, name, value)
            }

            #[slot(richcompare)]
            fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: $crate::object::CompareOp) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.compare(&a, &b, op)
            }

            #[slot(iter)]
            fn iter(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.iter(&object)
            }

            #[slot(next)]
            fn next(vm: &mut Vm, this: &Value) -> PyResult<Option<Value>> {
                let object = meant(vm, this)?;
                if vm.type_of(&object).slots.next.get().is_none() {
                    let name = vm.type_name(&object);
                    return Err(vm.type_error(format!("Weakref proxy referenced a non-iterator '{name}' object")));
                }
                vm.next(&object)
            }

            #[slot(bool)]
            fn bool(vm: &mut Vm, this: &Value) -> PyResult<bool> {
                let object = meant(vm, this)?;
                vm.truth(&object)
            }

            #[slot(len)]
            fn len(vm: &mut Vm, this: &Value) -> PyResult<usize> {
                let object = meant(vm, this)?;
                vm.len(&object)
            }

            #[slot(getitem)]
            fn getitem(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
                let (object, key) = (meant(vm, this)?, meant(vm, key)?);
                vm.get_item(&object, &key)
            }

            #[slot(setitem)]
            fn setitem(vm: &mut Vm, this: &Value, key: &Value, value: Option<&Value>) -> PyResult<()> {
                let object = meant(vm, this)?;
                match value {
                    Some(value) => vm.set_item(&object, key, value),
                    None => vm.del_item(&object, key),
                }
            }

            #[slot(contains)]
            fn contains(vm: &mut Vm, this: &Value, item: &Value) -> PyResult<bool> {
                let object = meant(vm, this)?;
                vm.contains(&object, item)
            }

            #[pymethod("__bytes__($self, /)", no_text)]
            fn bytes(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                let name = vm.names.__bytes__.clone();
                vm.call_method(&object, &name, &[])
            }

            #[pymethod("__reversed__($self, /)", no_text)]
            fn reversed(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                let name = vm.names.__reversed__.clone();
                vm.call_method(&object, &name, &[])
            }

            #[slot(negative)]
            fn negative(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.negative(&object)
            }

            #[slot(positive)]
            fn positive(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.positive(&object)
            }

            #[slot(absolute)]
            fn absolute(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.absolute(&object)
            }

            #[slot(invert)]
            fn invert(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.invert(&object)
            }

            #[slot(index)]
            fn index(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                vm.index(&object)
            }

            #[slot(int)]
            fn int(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                let class = vm.builtin("int")?;
                vm.call(&class, &[object])
            }

            #[slot(float)]
            fn float(vm: &mut Vm, this: &Value) -> PyResult {
                let object = meant(vm, this)?;
                let class = vm.builtin("float")?;
                vm.call(&class, &[object])
            }

            #[slot(add)]
            fn add(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Add, &a, &b)
            }

            #[slot(inplace_add)]
            fn inplace_add(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Add, &a, &b)
            }

            #[slot(subtract)]
            fn subtract(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Subtract, &a, &b)
            }

            #[slot(inplace_subtract)]
            fn inplace_subtract(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Subtract, &a, &b)
            }

            #[slot(multiply)]
            fn multiply(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Multiply, &a, &b)
            }

            #[slot(inplace_multiply)]
            fn inplace_multiply(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Multiply, &a, &b)
            }

            #[slot(matrix_multiply)]
            fn matrix_multiply(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::MatrixMultiply, &a, &b)
            }

            #[slot(inplace_matrix_multiply)]
            fn inplace_matrix_multiply(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::MatrixMultiply, &a, &b)
            }

            #[slot(true_divide)]
            fn true_divide(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::TrueDivide, &a, &b)
            }

            #[slot(inplace_true_divide)]
            fn inplace_true_divide(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::TrueDivide, &a, &b)
            }

            #[slot(floor_divide)]
            fn floor_divide(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::FloorDivide, &a, &b)
            }

            #[slot(inplace_floor_divide)]
            fn inplace_floor_divide(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::FloorDivide, &a, &b)
            }

            #[slot(remainder)]
            fn remainder(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Remainder, &a, &b)
            }

            #[slot(inplace_remainder)]
            fn inplace_remainder(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Remainder, &a, &b)
            }

            #[slot(divmod)]
            fn divmod(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::DivMod, &a, &b)
            }

            #[slot(lshift)]
            fn lshift(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::LeftShift, &a, &b)
            }

            #[slot(inplace_lshift)]
            fn inplace_lshift(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::LeftShift, &a, &b)
            }

            #[slot(rshift)]
            fn rshift(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::RightShift, &a, &b)
            }

            #[slot(inplace_rshift)]
            fn inplace_rshift(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::RightShift, &a, &b)
            }

            #[slot(and)]
            fn and(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::And, &a, &b)
            }

            #[slot(inplace_and)]
            fn inplace_and(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::And, &a, &b)
            }

            #[slot(xor)]
            fn xor(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Xor, &a, &b)
            }

            #[slot(inplace_xor)]
            fn inplace_xor(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Xor, &a, &b)
            }

            #[slot(or)]
            fn or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.binary($crate::object::BinaryOp::Or, &a, &b)
            }

            #[slot(inplace_or)]
            fn inplace_or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace($crate::object::BinaryOp::Or, &a, &b)
            }

            #[slot(power)]
            fn power(vm: &mut Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
                let (a, b, modulus) = (meant(vm, a)?, meant(vm, b)?, meant(vm, modulus)?);
                vm.power(&a, &b, &modulus)
            }

            #[slot(inplace_power)]
            fn inplace_power(vm: &mut Vm, a: &Value, b: &Value, _modulus: &Value) -> PyResult {
                let (a, b) = (meant(vm, a)?, meant(vm, b)?);
                vm.inplace_power(&a, &b)
            }
        }
    };
}

forwarding!(PyWeakProxy);
forwarding!(PyWeakCallableProxy);

#[minipy_macros::pymethods(part = "calls")]
impl PyWeakCallableProxy {
    #[slot(call)]
    fn call(vm: &mut Vm, this: &Value, args: crate::args::Args<'_>) -> PyResult {
        let object = meant(vm, this)?;
        vm.call_args(&object, args)
    }
}
