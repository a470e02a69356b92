//! `types.GenericAlias`: `list[int]` (CPython's Objects/genericaliasobject.c, PEP 585).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyTuple;
use crate::object::{CompareOp, Ty};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Represent a PEP 585 generic type
///
/// E.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).
#[pyclass(name = "GenericAlias", module = "types", layout = 240, flags(basetype, weakref))]
pub struct PyGenericAlias {
    /// `__origin__`.
    pub origin: Value,
    /// `__args__`.
    pub args: Value,
    /// `__parameters__`, computed when asked for.
    pub parameters: VmCell<Option<Value>>,
}

/// Attributes that are the alias's own; all others are the origin's.
const OWN: &[&str] = &[
    "__origin__",
    "__args__",
    "__parameters__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

impl Vm {
    /// `origin[item]`.
    pub fn generic_alias(&mut self, origin: &Value, item: &Value) -> PyResult {
        let args = if item.is_a::<PyTuple>() { item.clone() } else { self.new_tuple_from(std::slice::from_ref(item)) };
        Ok(self.new_object(PyGenericAlias { origin: origin.clone(), args, parameters: VmCell::new(None) }))
    }

    /// How a class is shown in an alias or union.
    pub(crate) fn alias_item_repr(&mut self, item: &Value) -> PyResult<String> {
        if item.is_ellipsis() {
            return Ok("...".to_owned());
        }
        if item.is_a::<PyGenericAlias>() {
            return self.repr_string(item);
        }
        let (qualname, module) = (self.names.__qualname__.clone(), self.names.__module__.clone());
        let qualname = self.get_attr_opt(item, &qualname)?;
        let module = self.get_attr_opt(item, &module)?;
        match (qualname, module) {
            (Some(qualname), Some(module)) if !module.is_none() => {
                let module = self.str_string(&module)?;
                let qualname = self.str_string(&qualname)?;
                Ok(if module == "builtins" { qualname } else { format!("{module}.{qualname}") })
            }
            _ => self.repr_string(item),
        }
    }
}

fn is_type_var(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    let ty = vm.type_of(value);
    let name = ty.name(vm);
    if name != "TypeVar" && name != "ParamSpec" {
        return Ok(false);
    }
    let key = vm.names.__module__.clone();
    let module = vm.get_attr_opt(&ty.value(), &key)?;
    Ok(module.is_some_and(|module| vm.str_lossy(&module) == "typing"))
}

/// The type variables among `args`, first come first.
pub(crate) fn type_vars(vm: &mut Vm, args: &[Value]) -> PyResult<Vec<Value>> {
    let mut found: Vec<Value> = Vec::new();
    let name = vm.intern("__parameters__");
    for arg in args {
        if is_type_var(vm, arg)? {
            if !found.iter().any(|seen| seen.is(arg)) {
                found.push(arg.clone());
            }
        } else if let Some(inner) = vm.get_attr_opt(arg, &name)?
            && let Some(inner) = inner.downcast::<PyTuple>()
        {
            for var in inner.items() {
                if !found.iter().any(|seen| seen.is(var)) {
                    found.push(var.clone());
                }
            }
        }
    }
    Ok(found)
}

fn parameters(vm: &mut Vm, this: &PyGenericAlias) -> PyResult {
    if let Some(known) = this.parameters.get(vm) {
        return Ok(known);
    }
    let args: Vec<Value> = this.args.downcast::<PyTuple>().map(|args| args.items().to_vec()).unwrap_or_default();
    let found = type_vars(vm, &args)?;
    let found = vm.new_tuple(found);
    this.parameters.set(vm, Some(found.clone()));
    Ok(found)
}

/// Puts `given` in the place of `vars` within `arg`.
fn substitute(vm: &mut Vm, arg: &Value, vars: &[Value], given: &[Value]) -> PyResult {
    if let Some(i) = vars.iter().position(|var| var.is(arg)) {
        return Ok(given.get(i).cloned().unwrap_or_default());
    }
    let name = vm.intern("__parameters__");
    let Some(inner) = vm.get_attr_opt(arg, &name)? else { return Ok(arg.clone()) };
    let Some(inner) = inner.downcast::<PyTuple>().filter(|tuple| !tuple.items().is_empty()) else {
        return Ok(arg.clone());
    };
    let chosen: Vec<Value> = inner
        .items()
        .iter()
        .map(|var| vars.iter().position(|v| v.is(var)).and_then(|i| given.get(i)).unwrap_or(var).clone())
        .collect();
    let chosen = vm.new_tuple(chosen);
    vm.get_item(arg, &chosen)
}

#[pymethods]
impl PyGenericAlias {
    #[new("GenericAlias(origin, args, /)")]
    fn new(vm: &mut Vm, cls: Ty, origin: &Value, args: &Value) -> PyResult {
        let args = if args.is_a::<PyTuple>() { args.clone() } else { vm.new_tuple_from(std::slice::from_ref(args)) };
        Ok(vm.new_instance(cls, PyGenericAlias { origin: origin.clone(), args, parameters: VmCell::new(None) }))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyGenericAlias>) -> PyResult {
        let mut text = vm.alias_item_repr(&this.origin)?;
        text.push('[');
        let args: Vec<Value> = this.args.downcast::<PyTuple>().map(|args| args.items().to_vec()).unwrap_or_default();
        for (i, arg) in args.iter().enumerate() {
            if i > 0 {
                text.push_str(", ");
            }
            text.push_str(&vm.alias_item_repr(arg)?);
        }
        if args.is_empty() {
            text.push_str("()");
        }
        text.push(']');
        Ok(vm.new_str(&text))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyGenericAlias>) -> PyResult<i64> {
        Ok(match vm.hash(&this.origin)? ^ vm.hash(&this.args)? {
            -1 => -2,
            hash => hash,
        })
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyGenericAlias>(), b.downcast::<PyGenericAlias>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let same = vm.eq(&x.origin, &y.origin)? && vm.eq(&x.args, &y.args)?;
        Ok(Value::bool(same == (op == CompareOp::Eq)))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyGenericAlias>, args: Args<'_>) -> PyResult {
        let object = vm.call_args(&this.origin, args)?;
        let name = vm.intern("__orig_class__");
        let result = vm.set_attr(&object, &name, this.value());
        if result.is_err() && !vm.raised_is(vm.exc.attribute_error) && !vm.raised_is(vm.exc.type_error) {
            return Err(crate::exc::Raised(()));
        }
        vm.clear_raised();
        Ok(object)
    }

    #[slot(getattro)]
    fn getattro(vm: &mut Vm, this: This<'_, PyGenericAlias>, name: &Value) -> PyResult {
        let text = vm.str_lossy(name);
        let own = OWN.contains(&text.as_str())
            || matches!(text.as_str(), "__mro_entries__" | "__instancecheck__" | "__subclasscheck__" | "__class__");
        if own && text != "__class__" {
            return vm.generic_get_attr(this.value(), name);
        }
        vm.get_attr(&this.origin, name)
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyGenericAlias>, item: &Value) -> PyResult {
        let vars = parameters(vm, &this)?;
        let vars: Vec<Value> = vars.downcast::<PyTuple>().map(|vars| vars.items().to_vec()).unwrap_or_default();
        if vars.is_empty() {
            let text = vm.repr_string(this.value())?;
            return Err(vm.type_error(format!("There are no type variables left in {text}")));
        }
        let given: Vec<Value> =
            item.downcast::<PyTuple>().map_or_else(|| vec![item.clone()], |items| items.items().to_vec());
        if given.len() != vars.len() {
            let many = if given.len() > vars.len() { "many" } else { "few" };
            let text = vm.repr_string(this.value())?;
            return Err(vm.type_error(format!("Too {many} arguments for {text}")));
        }
        let args: Vec<Value> = this.args.downcast::<PyTuple>().map(|args| args.items().to_vec()).unwrap_or_default();
        let mut replaced = Vec::with_capacity(args.len());
        for arg in &args {
            replaced.push(substitute(vm, arg, &vars, &given)?);
        }
        let args = vm.new_tuple(replaced);
        Ok(vm.new_object(PyGenericAlias { origin: this.origin.clone(), args, parameters: VmCell::new(None) }))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
        vm.type_union(a, b)
    }

    #[pymethod("__mro_entries__($self, bases, /)", no_text)]
    fn mro_entries(vm: &mut Vm, this: This<'_, PyGenericAlias>, _bases: &Value) -> PyResult {
        Ok(vm.new_tuple(vec![this.origin.clone()]))
    }

    #[pymethod("__instancecheck__($self, instance, /)", no_text)]
    fn instancecheck(vm: &mut Vm, _this: This<'_, PyGenericAlias>, _instance: &Value) -> PyResult {
        Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
    }

    #[pymethod("__subclasscheck__($self, cls, /)", no_text)]
    fn subclasscheck(vm: &mut Vm, _this: This<'_, PyGenericAlias>, _cls: &Value) -> PyResult {
        Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyGenericAlias>) -> PyResult {
        let cls = vm.type_of(this.value()).value();
        let args = vm.new_tuple(vec![this.origin.clone(), this.args.clone()]);
        Ok(vm.new_tuple(vec![cls, args]))
    }

    #[getter("__origin__")]
    fn get_origin(this: This<'_, PyGenericAlias>) -> Value {
        this.origin.clone()
    }

    #[getter("__args__")]
    fn get_args(this: This<'_, PyGenericAlias>) -> Value {
        this.args.clone()
    }

    #[getter("__parameters__")]
    fn get_parameters(vm: &mut Vm, this: This<'_, PyGenericAlias>) -> PyResult {
        parameters(vm, &this)
    }
}
