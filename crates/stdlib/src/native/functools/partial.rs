//! `partial`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::heap::var::{PyStr, PyTuple};
use minipy_vm::types::dict::{Duplicates, PyDict};
use minipy_vm::types::sequence::{guarded_repr, push_repr, push_str_value};
use minipy_vm::types::str::builder::StrBuilder;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

/// partial(func, *args, **keywords) - new function with partial application
/// of the given arguments and keywords.
#[pyclass(name = "partial", module = "functools", layout = 170, flags(basetype, dict, weakref))]
pub struct PyPartial {
    function: VmCell<Value>,
    /// A tuple.
    args: VmCell<Value>,
    /// A dict.
    keywords: VmCell<Value>,
}

fn items(tuple: &Value) -> &[Value] {
    tuple.downcast::<PyTuple>().map_or(&[], PyTuple::items)
}

fn is_callable(vm: &Vm, value: &Value) -> bool {
    vm.type_of(value).slots.call.get().is_some()
}

/// A partial that another one may be merged with: without attributes of its own.
fn plain_partial<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<Option<&'a PyPartial>> {
    let Some(partial) = value.downcast::<PyPartial>() else { return Ok(None) };
    if vm.type_of(value).slots.call.get().map(|f| f as usize)
        != vm.ty::<PyPartial>().slots.call.get().map(|f| f as usize)
    {
        return Ok(None);
    }
    let empty = match vm.instance_dict(value) {
        Some(dict) => vm.len(&dict)? == 0,
        None => true,
    };
    Ok(empty.then_some(partial))
}

/// More keywords than this in a call are merged through a dict.
const FEW: usize = 8;

/// Adds the names and values of a dict.
fn add_keywords(vm: &mut Vm, dict: &PyDict, names: &mut Vec<Value>, values: &mut Vec<Value>) -> PyResult<()> {
    let mut position = 0;
    while let Some((name, _, value)) = dict.next_entry(vm, &mut position) {
        if !name.is_a::<PyStr>() {
            return Err(vm.type_error("keywords must be strings"));
        }
        names.push(vm.intern_value(&name));
        values.push(value);
    }
    Ok(())
}

#[pymethods]
impl PyPartial {
    #[new("partial(func, /, *args, **keywords)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let Some((function, rest)) = args.split_first().filter(|_| args.len_positional() > 0) else {
            return Err(vm.type_error("type 'partial' takes at least one argument"));
        };
        let keywords = PyDict::new();
        let mut positional = Vec::new();
        let mut function = function.clone();
        let outer = function.clone();
        if let Some(inner) = plain_partial(vm, &outer)? {
            function = inner.function.get(vm);
            positional.extend_from_slice(items(inner.args.borrow(vm)));
            let known = inner.keywords.get(vm);
            keywords.merge(vm, &known, Duplicates::Replace)?;
        }
        if !is_callable(vm, &function) {
            return Err(vm.type_error("the first argument must be callable"));
        }
        positional.extend_from_slice(rest.positional());
        for (name, value) in rest.keywords() {
            keywords.set(vm, name, value.clone())?;
        }
        let partial = PyPartial {
            function: VmCell::new(function),
            args: VmCell::new(vm.new_tuple(positional)),
            keywords: VmCell::new(vm.new_object(keywords)),
        };
        Ok(vm.new_instance(cls, partial))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyPartial>, args: Args<'_>) -> PyResult {
        let function = this.function.get(vm);
        let own = this.args.get(vm);
        let keywords = this.keywords.get(vm);
        let known = keywords.downcast::<PyDict>().filter(|keywords| !keywords.is_empty(vm));
        let mut values = Vec::with_capacity(items(&own).len() + args.values().len());
        values.extend_from_slice(items(&own));
        let Some(known) = known else {
            values.extend_from_slice(args.values());
            return vm.call_args(&function, Args::new(&values, args.names()));
        };
        values.extend_from_slice(args.positional());
        let mut names: Vec<Value> = Vec::with_capacity(known.len(vm) + args.names().len());
        if args.names().len() > FEW {
            let merged = PyDict::new();
            merged.merge(vm, &keywords, Duplicates::Replace)?;
            for (name, value) in args.keywords() {
                merged.set(vm, name, value.clone())?;
            }
            add_keywords(vm, &merged, &mut names, &mut values)?;
            return vm.call_args(&function, Args::new(&values, &names));
        }
        let first = values.len();
        add_keywords(vm, known, &mut names, &mut values)?;
        for (name, value) in args.keywords() {
            // Names are interned. One that is known keeps its place.
            match names.iter().position(|known| known.is(name)).and_then(|place| values.get_mut(first + place)) {
                Some(slot) => *slot = value.clone(),
                None => {
                    names.push(name.clone());
                    values.push(value.clone());
                }
            }
        }
        vm.call_args(&function, Args::new(&values, &names))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyPartial>) -> PyResult {
        guarded_repr(vm, this.value(), "...", |vm| {
            let mut text = StrBuilder::new();
            if vm.is_exact::<PyPartial>(this.value()) {
                text.push_str("functools.partial(");
            } else {
                text.push_str(&vm.type_of(this.value()).name(vm));
                text.push_str("(");
            }
            let (function, args, keywords) = (this.function.get(vm), this.args.get(vm), this.keywords.get(vm));
            push_repr(vm, &mut text, &function)?;
            for item in items(&args) {
                text.push_str(", ");
                push_repr(vm, &mut text, item)?;
            }
            if let Some(keywords) = keywords.downcast::<PyDict>() {
                let mut position = 0;
                while let Some((name, _, value)) = keywords.next_entry(vm, &mut position) {
                    text.push_str(", ");
                    let name = vm.str(&name)?;
                    push_str_value(&mut text, &name);
                    text.push_str("=");
                    push_repr(vm, &mut text, &value)?;
                }
            }
            text.push_str(")");
            Ok(vm.new_str_data(text.data()))
        })
    }

    /// function object to use in future partial calls
    #[member("func")]
    fn func(vm: &mut Vm, this: This<'_, PyPartial>) -> Value {
        this.function.get(vm)
    }

    /// tuple of arguments to future partial calls
    #[member("args")]
    fn args(vm: &mut Vm, this: This<'_, PyPartial>) -> Value {
        this.args.get(vm)
    }

    /// dictionary of keyword arguments to future partial calls
    #[member("keywords")]
    fn keywords(vm: &mut Vm, this: This<'_, PyPartial>) -> Value {
        this.keywords.get(vm)
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyPartial>) -> PyResult {
        let dict = match vm.instance_dict(this.value()) {
            Some(dict) if vm.len(&dict)? > 0 => dict,
            _ => Value::NONE,
        };
        let function = this.function.get(vm);
        let state = [function.clone(), this.args.get(vm), this.keywords.get(vm), dict];
        let parts = [vm.type_of(this.value()).value(), vm.new_tuple_from(&[function]), vm.new_tuple_from(&state)];
        Ok(vm.new_tuple_from(&parts))
    }

    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyPartial>, state: &Value) -> PyResult<()> {
        let [function, args, keywords, dict] = items(state) else {
            return Err(vm.type_error("invalid partial state"));
        };
        let fits = is_callable(vm, function)
            && args.is_a::<PyTuple>()
            && (keywords.is_none() || keywords.is_a::<PyDict>())
            && (dict.is_none() || dict.is_a::<PyDict>());
        if !fits {
            return Err(vm.type_error("invalid partial state"));
        }
        let args = if vm.is_exact::<PyTuple>(args) { args.clone() } else { vm.new_tuple_from(items(args)) };
        let keywords = if keywords.is_none() {
            vm.new_dict()
        } else if vm.is_exact::<PyDict>(keywords) {
            keywords.clone()
        } else {
            let copy = PyDict::new();
            copy.merge(vm, keywords, Duplicates::Replace)?;
            vm.new_object(copy)
        };
        this.function.set(vm, function.clone());
        this.args.set(vm, args);
        this.keywords.set(vm, keywords);
        if !dict.is_none() {
            vm.set_instance_dict(this.value(), dict.clone());
        }
        Ok(())
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
