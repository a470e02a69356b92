//! `isinstance` and `issubclass` (CPython's PyObject_IsInstance and PyObject_IsSubclass).

use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::Ty;
use crate::types::dict::exact_tuple;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `isinstance(object, class)`; `class` may be a tuple or a union.
    pub fn isinstance(&mut self, object: &Value, class: &Value) -> PyResult<bool> {
        if self.type_of(object).value().is(class) {
            return Ok(true);
        }
        if let Some(ty) = Ty::from_value(class)
            && self.type_of(class) == self.ty::<crate::object::PyType>()
        {
            return self.real_isinstance(object, ty);
        }
        if let Some(classes) = exact_tuple(class) {
            for class in classes {
                let plain = Ty::from_value(class).filter(|_| self.type_of(class) == self.ty::<crate::object::PyType>());
                let holds = match plain {
                    Some(ty) => self.real_isinstance(object, ty)?,
                    None => self.recursive(" in __instancecheck__", |vm| vm.isinstance(object, class))?,
                };
                if holds {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some(classes) = self.alternatives(class) {
            for class in classes {
                if self.recursive(" in __instancecheck__", |vm| vm.isinstance(object, &class))? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let name = self.names.__instancecheck__.clone();
        let result =
            self.recursive(" in __instancecheck__", |vm| vm.call_special(class, &name, std::slice::from_ref(object)))?;
        match result {
            Some(answer) => self.truth(&answer),
            None => self.object_isinstance(object, class),
        }
    }

    /// `isinstance` by the real type or the `__class__` attribute, without hooks.
    pub fn real_isinstance(&mut self, object: &Value, class: Ty) -> PyResult<bool> {
        let ty = self.type_of(object);
        if ty.is_subtype(self, class) {
            return Ok(true);
        }
        if self.shows_its_type(ty) {
            return Ok(false);
        }
        let name = self.names.__class__.clone();
        let claimed = self.get_attr_opt(object, &name)?;
        Ok(claimed.as_ref().and_then(Ty::from_value).is_some_and(|other| other != ty && other.is_subtype(self, class)))
    }

    /// Whether `__class__` of a type's instances is nothing but their type: object's own descriptor answers, and it is
    /// before anything that instances have.
    fn shows_its_type(&mut self, ty: Ty) -> bool {
        let own = self.ty_by_layout(1);
        if ty.slots.getattro.get().map(|f| f as usize) != own.slots.getattro.get().map(|f| f as usize) {
            return false;
        }
        let name = self.names.__class__.clone();
        match (ty.lookup(self, &name), own.lookup(self, &name)) {
            (Some(found), Some(plain)) => found.is(&plain),
            _ => false,
        }
    }

    /// `isinstance` for classes that are types or look like ones (`__bases__`).
    pub fn object_isinstance(&mut self, object: &Value, class: &Value) -> PyResult<bool> {
        if let Some(ty) = Ty::from_value(class) {
            return self.real_isinstance(object, ty);
        }
        self.check_class(class, "isinstance() arg 2 must be a type, a tuple of types, or a union")?;
        let name = self.names.__class__.clone();
        match self.get_attr_opt(object, &name)? {
            Some(claimed) => self.abstract_issubclass(&claimed, class),
            None => Ok(false),
        }
    }

    /// `issubclass(derived, class)`; `class` may be a tuple or a union.
    pub fn issubclass(&mut self, derived: &Value, class: &Value) -> PyResult<bool> {
        if self.type_of(class) == self.ty::<crate::object::PyType>() {
            return if derived.is(class) { Ok(true) } else { self.object_issubclass(derived, class) };
        }
        if let Some(classes) = self.alternatives(class) {
            for class in classes {
                if self.recursive(" in __subclasscheck__", |vm| vm.issubclass(derived, &class))? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let name = self.names.__subclasscheck__.clone();
        let result =
            self.recursive(" in __subclasscheck__", |vm| vm.call_special(class, &name, std::slice::from_ref(derived)))?;
        match result {
            Some(answer) => self.truth(&answer),
            None => self.object_issubclass(derived, class),
        }
    }

    /// `issubclass` without hooks.
    pub fn object_issubclass(&mut self, derived: &Value, class: &Value) -> PyResult<bool> {
        if let (Some(derived), Some(class)) = (Ty::from_value(derived), Ty::from_value(class)) {
            return Ok(derived.is_subtype(self, class));
        }
        self.check_class(derived, "issubclass() arg 1 must be a class")?;
        self.check_class(class, "issubclass() arg 2 must be a class, a tuple of classes, or a union")?;
        self.abstract_issubclass(derived, class)
    }

    /// The members of a tuple of classes.
    fn alternatives(&self, class: &Value) -> Option<Vec<Value>> {
        class.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec())
    }

    fn bases_of(&mut self, class: &Value) -> PyResult<Option<Vec<Value>>> {
        let name = self.names.__bases__.clone();
        let bases = self.get_attr_opt(class, &name)?;
        Ok(bases.and_then(|bases| bases.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec())))
    }

    fn check_class(&mut self, class: &Value, message: &'static str) -> PyResult<()> {
        match self.bases_of(class)? {
            Some(_) => Ok(()),
            None => Err(self.type_error(message)),
        }
    }

    fn abstract_issubclass(&mut self, derived: &Value, class: &Value) -> PyResult<bool> {
        if derived.is(class) {
            return Ok(true);
        }
        let Some(bases) = self.bases_of(derived)? else { return Ok(false) };
        for base in bases {
            if self.recursive(" in __issubclass__", |vm| vm.abstract_issubclass(&base, class))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
