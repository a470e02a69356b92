//! `itemgetter`, `attrgetter` and `methodcaller`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::heap::var::PyStr;
use minipy_vm::types::sequence::{guarded_repr, push_repr, push_str_value};
use minipy_vm::types::str::builder::StrBuilder;
use minipy_vm::{PyResult, Ty, Value, Vm};

/// The only argument of a call.
fn only<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<&'a Value> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.positional() {
        [object] => Ok(object),
        other => {
            let given = other.len();
            Err(vm.type_error(format!("{name} expected 1 argument, got {given}")))
        }
    }
}

/// At least one positional argument for a constructor.
fn some<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<&'a [Value]> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    if args.positional().is_empty() {
        return Err(vm.type_error(format!("{name} expected 1 argument, got 0")));
    }
    Ok(args.positional())
}

/// `name(part, part, ...)`.
fn show<'a>(vm: &mut Vm, this: &Value, name: &str, parts: impl Iterator<Item = &'a Value>) -> PyResult {
    guarded_repr(vm, this, &format!("{name}(...)"), |vm| {
        let mut text = StrBuilder::new();
        text.push_str(name);
        let mut separator = "(";
        for part in parts {
            text.push_str(separator);
            separator = ", ";
            push_repr(vm, &mut text, part)?;
        }
        text.push_str(")");
        Ok(vm.new_str_data(text.data()))
    })
}

/// `(type, parts)`.
fn reduced(vm: &Vm, this: &Value, parts: &[Value]) -> Value {
    let arguments = vm.new_tuple_from(parts);
    let class = vm.type_of(this).value();
    vm.new_tuple_from(&[class, arguments])
}

/// itemgetter(item, ...) --> itemgetter object
///
/// Return a callable object that fetches the given item(s) from its operand.
/// After f = itemgetter(2), the call f(r) returns r[2].
/// After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])
#[pyclass(name = "itemgetter", module = "operator", layout = 174)]
pub struct PyItemGetter {
    items: Box<[Value]>,
}

#[pymethods]
impl PyItemGetter {
    #[new("itemgetter(item, /, *items)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let items = some(vm, args, "itemgetter")?;
        Ok(vm.new_instance(cls, PyItemGetter { items: items.into() }))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyItemGetter>, args: Args<'_>) -> PyResult {
        let object = only(vm, args, "itemgetter")?;
        if let [item] = &*this.items {
            return vm.get_item(object, item);
        }
        let found = this.items.iter().map(|item| vm.get_item(object, item)).collect::<PyResult<Vec<_>>>()?;
        Ok(vm.new_tuple(found))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyItemGetter>) -> PyResult {
        show(vm, this.value(), "operator.itemgetter", this.payload().items.iter())
    }

    /// Return state information for pickling
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyItemGetter>) -> Value {
        reduced(vm, this.value(), &this.items)
    }
}

/// attrgetter(attr, ...) --> attrgetter object
///
/// Return a callable object that fetches the given attribute(s) from its operand.
/// After f = attrgetter('name'), the call f(r) returns r.name.
/// After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).
/// After h = attrgetter('name.first', 'name.last'), the call h(r) returns
/// (r.name.first, r.name.last).
#[pyclass(name = "attrgetter", module = "operator", layout = 175)]
pub struct PyAttrGetter {
    /// As given.
    names: Box<[Value]>,
    /// Each name cut at its dots.
    paths: Box<[Value]>,
}

impl PyAttrGetter {
    fn follow(vm: &mut Vm, object: &Value, path: &Value) -> PyResult {
        let mut found = object.clone();
        for name in vm.collect(path)? {
            found = vm.get_attr(&found, &name)?;
        }
        Ok(found)
    }
}

#[pymethods]
impl PyAttrGetter {
    #[new("attrgetter(attr, /, *attrs)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let names = some(vm, args, "attrgetter")?;
        let mut paths = Vec::with_capacity(names.len());
        for name in names {
            if !name.is_a::<PyStr>() {
                return Err(vm.type_error("attribute name must be a string"));
            }
            let dot = vm.new_str(".");
            let parts = vm.call_method_str(name, "split", &[dot])?;
            let parts = vm.collect(&parts)?.iter().map(|part| vm.intern_value(part)).collect();
            paths.push(vm.new_tuple(parts));
        }
        Ok(vm.new_instance(cls, PyAttrGetter { names: names.into(), paths: paths.into() }))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyAttrGetter>, args: Args<'_>) -> PyResult {
        let object = only(vm, args, "attrgetter")?;
        if let [path] = &*this.paths {
            return PyAttrGetter::follow(vm, object, path);
        }
        let found =
            this.paths.iter().map(|path| PyAttrGetter::follow(vm, object, path)).collect::<PyResult<Vec<_>>>()?;
        Ok(vm.new_tuple(found))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyAttrGetter>) -> PyResult {
        show(vm, this.value(), "operator.attrgetter", this.payload().names.iter())
    }

    /// Return state information for pickling
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyAttrGetter>) -> Value {
        reduced(vm, this.value(), &this.names)
    }
}

/// methodcaller(name, ...) --> methodcaller object
///
/// Return a callable object that calls the given method on its operand.
/// After f = methodcaller('name'), the call f(r) returns r.name().
/// After g = methodcaller('name', 'date', foo=1), the call g(r) returns
/// r.name('date', foo=1).
#[pyclass(name = "methodcaller", module = "operator", layout = 176)]
pub struct PyMethodCaller {
    name: Value,
    /// Positional values, then those of the keywords.
    values: Box<[Value]>,
    keywords: Box<[Value]>,
}

impl PyMethodCaller {
    fn args(&self) -> Args<'_> {
        Args::new(&self.values, &self.keywords)
    }
}

#[pymethods]
impl PyMethodCaller {
    #[new("methodcaller(name, /, *args, **kwargs)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let Some((name, rest)) = args.split_first().filter(|_| args.len_positional() > 0) else {
            return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
        };
        if !name.is_a::<PyStr>() {
            return Err(vm.type_error("method name must be a string"));
        }
        let caller =
            PyMethodCaller { name: vm.intern_value(name), values: rest.values().into(), keywords: rest.names().into() };
        Ok(vm.new_instance(cls, caller))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyMethodCaller>, args: Args<'_>) -> PyResult {
        let object = only(vm, args, "methodcaller")?;
        let method = vm.get_attr(object, &this.name)?;
        vm.call_args(&method, this.args())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMethodCaller>) -> PyResult {
        guarded_repr(vm, this.value(), "operator.methodcaller(...)", |vm| {
            let mut text = StrBuilder::new();
            text.push_str("operator.methodcaller(");
            push_repr(vm, &mut text, &this.name)?;
            for value in this.args().positional() {
                text.push_str(", ");
                push_repr(vm, &mut text, value)?;
            }
            for (name, value) in this.args().keywords() {
                text.push_str(", ");
                push_str_value(&mut text, name);
                text.push_str("=");
                push_repr(vm, &mut text, value)?;
            }
            text.push_str(")");
            Ok(vm.new_str_data(text.data()))
        })
    }

    /// Return state information for pickling
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyMethodCaller>) -> PyResult {
        let args = this.args();
        if !args.has_keywords() {
            let mut parts = vec![this.name.clone()];
            parts.extend_from_slice(args.positional());
            return Ok(reduced(vm, this.value(), &parts));
        }
        let functools = vm.import_module("functools")?;
        let partial = vm.get_attr_str(&functools, "partial")?;
        let mut values = vec![vm.type_of(this.value()).value(), this.name.clone()];
        values.extend(args.keywords().map(|(_, value)| value.clone()));
        let constructor = vm.call_args(&partial, Args::new(&values, args.names()))?;
        let arguments = vm.new_tuple_from(args.positional());
        Ok(vm.new_tuple_from(&[constructor, arguments]))
    }
}
