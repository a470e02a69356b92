//! `property` (CPython's Objects/descrobject.c, its last part).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Property attribute: functions that get, set and delete a computed attribute.
#[pyclass(name = "property", layout = 35, flags(basetype))]
#[derive(Default)]
pub struct PyProperty {
    /// `fget`.
    pub get: VmCell<Value>,
    /// `fset`.
    pub set: VmCell<Value>,
    /// `fdel`.
    pub del: VmCell<Value>,
    /// `__doc__`.
    pub doc: VmCell<Value>,
    /// The name from `__set_name__`, for messages.
    pub name: VmCell<Value>,
    /// The doc came from the getter.
    getter_doc: std::cell::Cell<bool>,
}

impl PyProperty {
    fn message(&self, vm: &mut Vm, what: &str) -> PyResult<String> {
        let name = self.name.get(vm);
        if name.is_none() {
            return Ok(what.to_owned());
        }
        Ok(format!("{what} {}", vm.repr_string(&name)?))
    }
}

/// A property like `this` with some functions replaced.
fn copy(
    vm: &mut Vm,
    this: This<'_, PyProperty>,
    get: Option<&Value>,
    set: Option<&Value>,
    del: Option<&Value>,
) -> PyResult {
    let pick = |vm: &Vm, new: Option<&Value>, old: &VmCell<Value>| {
        new.filter(|v| !v.is_none()).cloned().unwrap_or_else(|| old.get(vm))
    };
    let new_get = pick(vm, get, &this.get);
    let doc = if this.getter_doc.get() && !new_get.is_none() { Value::NONE } else { this.doc.get(vm) };
    let args = [new_get, pick(vm, set, &this.set), pick(vm, del, &this.del), doc];
    let cls = vm.type_of(this.value()).value();
    let result = vm.call(&cls, &args)?;
    if let Some(property) = result.downcast::<PyProperty>() {
        let name = this.name.get(vm);
        property.name.set(vm, name);
    }
    Ok(result)
}

#[pymethods]
impl PyProperty {
    #[slot(new)]
    fn new_object(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyProperty::default()))
    }

    #[init("property(fget=None, fset=None, fdel=None, doc=None)")]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyProperty>,
        fget: Option<&Value>,
        fset: Option<&Value>,
        fdel: Option<&Value>,
        doc: Option<&Value>,
    ) -> PyResult<()> {
        let or_none = |value: Option<&Value>| value.cloned().unwrap_or_default();
        this.get.set(vm, or_none(fget));
        this.set.set(vm, or_none(fset));
        this.del.set(vm, or_none(fdel));
        this.doc.set(vm, or_none(doc));
        this.getter_doc.set(false);
        if let (None, Some(getter)) = (doc, fget) {
            let name = vm.names.__doc__.clone();
            if let Some(doc) = vm.get_attr_opt(getter, &name)?.filter(|doc| !doc.is_none()) {
                if vm.is_exact::<PyProperty>(this.value()) {
                    this.doc.set(vm, doc);
                } else {
                    vm.set_attr(this.value(), &name, &doc)?;
                }
                this.getter_doc.set(true);
            }
        }
        Ok(())
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: This<'_, PyProperty>, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let Some(object) = object else { return Ok(this.value().clone()) };
        let getter = this.get.get(vm);
        if getter.is_none() {
            let message = this.message(vm, "unreadable attribute")?;
            return Err(vm.attribute_error(message));
        }
        vm.call(&getter, std::slice::from_ref(object))
    }

    #[slot(descr_set)]
    fn descr_set(vm: &mut Vm, this: This<'_, PyProperty>, object: &Value, value: Option<&Value>) -> PyResult<()> {
        let (function, what) = match value {
            Some(_) => (this.set.get(vm), "can't set attribute"),
            None => (this.del.get(vm), "can't delete attribute"),
        };
        if function.is_none() {
            let message = this.message(vm, what)?;
            return Err(vm.attribute_error(message));
        }
        match value {
            Some(value) => vm.call(&function, &[object.clone(), value.clone()]),
            None => vm.call(&function, std::slice::from_ref(object)),
        }
        .map(drop)
    }

    /// Descriptor to obtain a copy of the property with a different getter.
    #[pymethod("getter($self, fget, /)", no_text)]
    fn getter(vm: &mut Vm, this: This<'_, PyProperty>, fget: &Value) -> PyResult {
        copy(vm, this, Some(fget), None, None)
    }

    /// Descriptor to obtain a copy of the property with a different setter.
    #[pymethod("setter($self, fset, /)", no_text)]
    fn setter(vm: &mut Vm, this: This<'_, PyProperty>, fset: &Value) -> PyResult {
        copy(vm, this, None, Some(fset), None)
    }

    /// Descriptor to obtain a copy of the property with a different deleter.
    #[pymethod("deleter($self, fdel, /)", no_text)]
    fn deleter(vm: &mut Vm, this: This<'_, PyProperty>, fdel: &Value) -> PyResult {
        copy(vm, this, None, None, Some(fdel))
    }

    /// Method to set name of a property.
    #[pymethod("__set_name__($self, *args)", no_text)]
    fn set_name(vm: &mut Vm, this: This<'_, PyProperty>, args: &[Value]) -> PyResult<()> {
        let [_owner, name] = args else {
            let given = args.len();
            return Err(vm.type_error(format!("__set_name__() takes 2 positional arguments but {given} were given")));
        };
        this.name.set(vm, name.clone());
        Ok(())
    }

    #[member("fget")]
    fn fget(vm: &mut Vm, this: This<'_, PyProperty>) -> Value {
        this.get.get(vm)
    }

    #[member("fset")]
    fn fset(vm: &mut Vm, this: This<'_, PyProperty>) -> Value {
        this.set.get(vm)
    }

    #[member("fdel")]
    fn fdel(vm: &mut Vm, this: This<'_, PyProperty>) -> Value {
        this.del.get(vm)
    }

    #[getter("__doc__")]
    fn get_doc(vm: &mut Vm, this: This<'_, PyProperty>) -> Value {
        this.doc.get(vm)
    }

    #[setter("__doc__")]
    fn set_doc(vm: &mut Vm, this: This<'_, PyProperty>, value: Option<&Value>) -> PyResult<()> {
        this.doc.set(vm, value.cloned().unwrap_or_default());
        Ok(())
    }

    #[getter("__isabstractmethod__")]
    fn get_abstract(vm: &mut Vm, this: This<'_, PyProperty>) -> PyResult<bool> {
        let name = vm.names.__isabstractmethod__.clone();
        for function in [this.get.get(vm), this.set.get(vm), this.del.get(vm)] {
            if let Some(flag) = vm.get_attr_opt(&function, &name)?
                && vm.truth(&flag)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
