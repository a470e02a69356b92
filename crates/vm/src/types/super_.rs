//! `super` (CPython's Objects/typeobject.c, superobject).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Looks methods up in the classes behind a given one in the MRO of an object.
#[pyclass(name = "super", layout = 36, flags(basetype))]
#[derive(Default)]
pub struct PySuper {
    /// `__thisclass__`.
    pub class: VmCell<Value>,
    /// `__self__`; None if unbound.
    pub object: VmCell<Value>,
    /// `__self_class__`; None if unbound.
    pub object_class: VmCell<Value>,
}

/// The class whose MRO is searched: the object itself if it is a subclass of `class`, else its type (or `__class__`).
pub fn super_check(vm: &mut Vm, class: Ty, object: &Value) -> PyResult<Ty> {
    if let Some(ty) = Ty::from_value(object)
        && ty.is_subtype(vm, class)
    {
        return Ok(ty);
    }
    let ty = vm.type_of(object);
    if ty.is_subtype(vm, class) {
        return Ok(ty);
    }
    let name = vm.names.__class__.clone();
    if let Some(claimed) = vm.get_attr_opt(object, &name)?.as_ref().and_then(Ty::from_value)
        && claimed != ty
        && claimed.is_subtype(vm, class)
    {
        return Ok(claimed);
    }
    Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"))
}

/// `name` looked up behind `class` in the MRO of `start`, bound to `object`; `None` if there is none.
pub fn super_lookup(vm: &mut Vm, class: Ty, start: Ty, object: &Value, name: &Value) -> PyResult<Option<Value>> {
    let order = start.mro.get(vm);
    let behind = order.iter().skip_while(|ty| **ty != class).skip(1);
    let Some(found) = behind.filter_map(|ty| ty.own_attr(vm, name)).next() else { return Ok(None) };
    let bind_to = if Ty::from_value(object) == Some(start) { None } else { Some(object) };
    vm.bind(&found, bind_to, start).map(Some)
}

#[pymethods]
impl PySuper {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PySuper::default()))
    }

    #[slot(init)]
    fn init(vm: &mut Vm, this: This<'_, PySuper>, args: Args<'_>) -> PyResult<()> {
        if args.has_keywords() {
            return Err(vm.type_error("super() takes no keyword arguments"));
        }
        let (class, object) = match args.positional() {
            [] => vm.zero_argument_super()?,
            [class] => (class.clone(), Value::NONE),
            [class, object] => (class.clone(), object.clone()),
            more => return Err(vm.type_error(format!("super() takes at most 2 arguments ({} given)", more.len()))),
        };
        let Some(ty) = Ty::from_value(&class) else {
            let got = if class.is_none() { "None".to_owned() } else { vm.type_name(&class) };
            return Err(vm.type_error(format!("super() argument 1 must be type, not {got}")));
        };
        let object_class = if object.is_none() { Value::NONE } else { super_check(vm, ty, &object)?.value() };
        this.class.set(vm, class);
        this.object.set(vm, object);
        this.object_class.set(vm, object_class);
        Ok(())
    }

    #[slot(getattro)]
    fn getattro(vm: &mut Vm, this: This<'_, PySuper>, name: &Value) -> PyResult {
        let (class, object_class) = (this.class.get(vm), this.object_class.get(vm));
        if let (Some(class), Some(start)) = (Ty::from_value(&class), Ty::from_value(&object_class))
            && !name.is(&vm.names.__class__)
        {
            let object = this.object.get(vm);
            if let Some(found) = super_lookup(vm, class, start, &object, name)? {
                return Ok(found);
            }
        }
        vm.generic_get_attr(this.value(), name)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: This<'_, PySuper>, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let bound = !this.object.get(vm).is_none();
        let Some(object) = object.filter(|object| !object.is_none() && !bound) else { return Ok(this.value().clone()) };
        let class = this.class.get(vm);
        let cls = vm.type_of(this.value());
        if cls != vm.ty::<PySuper>() {
            return vm.call(&cls.value(), &[class, object.clone()]);
        }
        let Some(ty) = Ty::from_value(&class) else { return Ok(this.value().clone()) };
        let object_class = super_check(vm, ty, object)?.value();
        Ok(vm.new_object(PySuper {
            class: VmCell::new(class),
            object: VmCell::new(object.clone()),
            object_class: VmCell::new(object_class),
        }))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PySuper>) -> PyResult {
        let name = |vm: &Vm, class: &Value| Ty::from_value(class).map_or("NULL".to_owned(), |ty| ty.name(vm));
        let (class, object_class) = (this.class.get(vm), this.object_class.get(vm));
        let class = name(vm, &class);
        let text = match Ty::from_value(&object_class) {
            Some(ty) => format!("<super: <class '{class}'>, <{} object>>", ty.name(vm)),
            None => format!("<super: <class '{class}'>, NULL>"),
        };
        Ok(vm.new_str(&text))
    }

    #[getter("__thisclass__")]
    fn thisclass(vm: &mut Vm, this: This<'_, PySuper>) -> Value {
        this.class.get(vm)
    }

    #[getter("__self__")]
    fn get_self(vm: &mut Vm, this: This<'_, PySuper>) -> Value {
        this.object.get(vm)
    }

    #[getter("__self_class__")]
    fn self_class(vm: &mut Vm, this: This<'_, PySuper>) -> Value {
        this.object_class.get(vm)
    }
}
