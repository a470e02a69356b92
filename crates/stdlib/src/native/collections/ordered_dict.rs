//! `OrderedDict`: a dict (which keeps the order of insertion anyway) with operations on that order.

use minipy_macros::{pymethods, pytype};
use minipy_vm::args::Args;
use minipy_vm::object::CompareOp;
use minipy_vm::object::def::PyClass;
use minipy_vm::types::dict::iter::{DictCursor, PyDictReverseKeyIterator};
use minipy_vm::types::dict::{DictTable, PyDict};
use minipy_vm::types::sequence::{guarded_repr, push_repr};
use minipy_vm::types::str::builder::StrBuilder;
use minipy_vm::{PyResult, Ty, Value, Vm};

use super::ordered_views::{PyOrderedItems, PyOrderedKeys, PyOrderedValues};

/// The type. Its instances are dicts.
pub struct PyOrderedDict;

pytype! {
    /// Dictionary that remembers insertion order
    PyOrderedDict: name = "OrderedDict", module = "collections", base = PyDict,
        accepts = |value: &Value| value.is_a::<PyDict>(), flags(basetype, mapping, dict, weakref)
}

fn is_ordered(vm: &mut Vm, value: &Value) -> bool {
    let ty = vm.static_type(PyOrderedDict::TYPE);
    vm.is_instance(value, ty)
}

/// Whether setting and deleting items is what dict does, so that the table may be changed directly.
fn sets_as_dict(vm: &Vm, value: &Value) -> bool {
    match (vm.type_of(value).slots.setitem.get(), vm.ty::<PyDict>().slots.setitem.get()) {
        (Some(setitem), Some(own)) => std::ptr::fn_addr_eq(setitem, own),
        _ => false,
    }
}

/// `self.update(*args, **kwargs)`, item by item through `__setitem__`.
fn update(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
    match args.positional() {
        [] => {}
        [other] => update_from(vm, this, other)?,
        more => {
            let given = more.len();
            return Err(vm.type_error(format!("update() takes at most 1 positional argument ({given} given)")));
        }
    }
    for (name, value) in args.keywords() {
        vm.set_item(this, name, value)?;
    }
    Ok(())
}

fn update_from(vm: &mut Vm, this: &Value, other: &Value) -> PyResult<()> {
    if let Some(dict) = this.downcast::<PyDict>()
        && sets_as_dict(vm, this)
        && vm.is_exact::<PyDict>(other)
    {
        return dict.update(vm, other);
    }
    if let Some(from) = other.downcast::<PyDict>()
        && vm.is_exact::<PyDict>(other)
    {
        let mut position = 0;
        while let Some((key, _, value)) = from.next_entry(vm, &mut position) {
            vm.set_item(this, &key, &value)?;
        }
        return Ok(());
    }
    let keys = vm.names.keys.clone();
    if let Some(keys) = vm.get_attr_opt(other, &keys)? {
        let keys = vm.call(&keys, &[])?;
        return vm.for_each(&keys, |vm, key| {
            let value = vm.get_item(other, &key)?;
            vm.set_item(this, &key, &value)
        });
    }
    let items = vm.names.items.clone();
    let pairs = match vm.get_attr_opt(other, &items)? {
        Some(items) => vm.call(&items, &[])?,
        None => other.clone(),
    };
    vm.for_each(&pairs, |vm, pair| {
        let iterator = vm.iter(&pair)?;
        let pair = vm.collect(&iterator)?;
        match pair.as_slice() {
            [key, value] => vm.set_item(this, key, value),
            [] => Err(vm.value_error("need more than 0 values to unpack")),
            [_] => Err(vm.value_error("need more than 1 value to unpack")),
            _ => Err(vm.value_error("too many values to unpack (expected 2)")),
        }
    })
}

/// A new instance of the same class with the same items.
fn copied(vm: &mut Vm, this: &Value) -> PyResult {
    let class = vm.type_of(this).value();
    let copy = vm.call(&class, &[])?;
    let keys = vm.collect(this)?;
    for key in keys {
        let value = vm.get_item(this, &key)?;
        vm.set_item(&copy, &key, &value)?;
    }
    let name = vm.names.__dict__.clone();
    if let Some(state) = vm.get_attr_opt(this, &name)?
        && let Some(state) = state.downcast::<PyDict>()
        && !state.is_empty(vm)
        && let Some(own) = vm.get_attr_opt(&copy, &name)?
        && let Some(own) = own.downcast::<PyDict>()
    {
        let mut position = 0;
        while let Some((key, hash, value)) = state.next_entry(vm, &mut position) {
            own.set_hashed(vm, &key, hash, value)?;
        }
    }
    Ok(copy)
}

fn same_order(vm: &mut Vm, a: &PyDict, b: &PyDict) -> PyResult<bool> {
    let (mut left, mut right) = (0, 0);
    while let (Some((x, ..)), Some((y, ..))) = (a.next_entry(vm, &mut left), b.next_entry(vm, &mut right)) {
        if !vm.eq(&x, &y)? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[pymethods]
impl PyOrderedDict {
    #[init("OrderedDict(*args, **kwargs)", no_text, raw)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        let given = args.len_positional();
        if given > 1 {
            return Err(vm.type_error(format!("expected at most 1 arguments, got {given}")));
        }
        update(vm, this, args)
    }

    /// Create a new ordered dictionary with keys from iterable and values set to value.
    #[classmethod("fromkeys($type, /, iterable, value=None)")]
    fn fromkeys(vm: &mut Vm, cls: Ty, iterable: &Value, value: Option<&Value>) -> PyResult {
        let value = value.cloned().unwrap_or(Value::NONE);
        let result = vm.call(&cls.value(), &[])?;
        vm.for_each(iterable, |vm, key| vm.set_item(&result, &key, &value))?;
        Ok(result)
    }

    #[pymethod("__sizeof__($self, /)", no_text)]
    fn sizeof(vm: &mut Vm, this: &Value) -> usize {
        let table = this.downcast::<PyDict>().map(|dict| (dict.table.borrow(vm).cpython_size(), dict.len(vm)));
        let (size, len) = table.unwrap_or_default();
        112 + size + len * 64
    }

    /// Return state information for pickling
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let name = vm.names.__dict__.clone();
        let state = match vm.get_attr_opt(this, &name)? {
            Some(state) if state.downcast::<PyDict>().is_some_and(|state| !state.is_empty(vm)) => state,
            _ => Value::NONE,
        };
        let items = vm.call_method_str(this, "items", &[])?;
        let items = vm.iter(&items)?;
        let class = vm.type_of(this).value();
        let empty = vm.new_tuple(Vec::new());
        Ok(vm.new_tuple_from(&[class, empty, state, Value::NONE, items]))
    }

    /// Insert key with a value of default if key is not in the dictionary.
    ///
    /// Return the value for key if key is in the dictionary, else default.
    #[pymethod("setdefault($self, /, key, default=None)")]
    fn setdefault(vm: &mut Vm, this: &Value, key: &Value, default: Option<&Value>) -> PyResult {
        let default = default.cloned().unwrap_or(Value::NONE);
        if let Some(dict) = this.downcast::<PyDict>()
            && sets_as_dict(vm, this)
        {
            return dict.set_default(vm, key, default);
        }
        if vm.contains(this, key)? {
            return vm.get_item(this, key);
        }
        vm.set_item(this, key, &default)?;
        Ok(default)
    }

    /// od.pop(key[,default]) -> v, remove specified key and return the corresponding value.
    ///
    /// If the key is not found, return the default if given; otherwise,
    /// raise a KeyError.
    #[pymethod("pop($self, /, key, default=<unrepresentable>)")]
    fn pop(vm: &mut Vm, this: &Value, key: &Value, default: Option<&Value>) -> PyResult {
        let Some(dict) = this.downcast::<PyDict>() else { return Ok(Value::NONE) };
        if !sets_as_dict(vm, this) && dict.has(vm, key)? {
            let value = vm.get_item(this, key)?;
            vm.del_item(this, key)?;
            return Ok(value);
        }
        if let Some(value) = dict.remove(vm, key)? {
            return Ok(value);
        }
        if let Some(default) = default {
            return Ok(default.clone());
        }
        let name = vm.names.__missing__.clone();
        match vm.call_special(this, &name, std::slice::from_ref(key))? {
            Some(value) => Ok(value),
            None => Err(vm.key_error(key)),
        }
    }

    /// Remove and return a (key, value) pair from the dictionary.
    ///
    /// Pairs are returned in LIFO order if last is true or FIFO order if false.
    #[pymethod("popitem($self, /, last=True)")]
    fn popitem(vm: &mut Vm, this: &Value, last: bool) -> PyResult {
        let Some(dict) = this.downcast::<PyDict>() else { return Ok(Value::NONE) };
        match dict.pop_end(vm, last) {
            Some((key, value)) => Ok(vm.new_tuple_exact(2, [key, value].into_iter())),
            None => Err(vm.raise(vm.exc.key_error, "dictionary is empty")),
        }
    }

    #[pymethod("keys($self, /)", no_text)]
    fn keys(vm: &mut Vm, this: &Value) -> Value {
        PyOrderedKeys::of(vm, this)
    }

    #[pymethod("values($self, /)", no_text)]
    fn values(vm: &mut Vm, this: &Value) -> Value {
        PyOrderedValues::of(vm, this)
    }

    #[pymethod("items($self, /)", no_text)]
    fn items(vm: &mut Vm, this: &Value) -> Value {
        PyOrderedItems::of(vm, this)
    }

    #[pymethod("update($self, *args, **kwargs)", no_text, raw)]
    fn update(vm: &mut Vm, args: Args<'_>) -> PyResult<()> {
        match args.split_first() {
            Some((this, rest)) => update(vm, this, rest),
            None => Ok(()),
        }
    }

    /// od.clear() -> None.  Remove all items from od.
    #[pymethod("clear($self, /)", no_text)]
    fn clear(vm: &mut Vm, this: &Value) {
        if let Some(dict) = this.downcast::<PyDict>() {
            dict.table.set(vm, DictTable::new());
        }
    }

    /// od.copy() -> a shallow copy of od
    #[pymethod("copy($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: &Value) -> PyResult {
        copied(vm, this)
    }

    /// od.__reversed__() <==> reversed(od)
    #[pymethod("__reversed__($self, /)", no_text)]
    fn reversed(vm: &mut Vm, this: &Value) -> Value {
        vm.new_object(PyDictReverseKeyIterator::new(DictCursor::reverse(vm, this)))
    }

    /// Move an existing element to the end (or beginning if last is false).
    ///
    /// Raise KeyError if the element does not exist.
    #[pymethod("move_to_end($self, /, key, last=True)")]
    fn move_to_end(vm: &mut Vm, this: &Value, key: &Value, last: bool) -> PyResult<()> {
        match this.downcast::<PyDict>() {
            Some(dict) if dict.move_to_end(vm, key, last)? => Ok(()),
            _ => Err(vm.key_error(key)),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        let name = vm.type_of(this).name(vm);
        if vm.len(this)? == 0 {
            return Ok(vm.new_str(&format!("{name}()")));
        }
        guarded_repr(vm, this, "...", |vm| {
            let items = vm.call_method_str(this, "items", &[])?;
            let items = vm.collect(&items)?;
            let items = vm.new_list(items);
            let mut text = StrBuilder::new();
            text.push_str(&name);
            text.push_str("(");
            push_repr(vm, &mut text, &items)?;
            text.push_str(")");
            Ok(vm.new_str_data(text.data()))
        })
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
        let (Some(a), Some(b)) = (this.downcast::<PyDict>(), other.downcast::<PyDict>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let mut equal = a.equals(vm, b)?;
        if equal && is_ordered(vm, other) {
            equal = same_order(vm, a, b)?;
        }
        Ok(Value::bool(equal == (op == CompareOp::Eq)))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        if !left.is_a::<PyDict>() || !right.is_a::<PyDict>() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let like = if is_ordered(vm, left) { left } else { right };
        let class = vm.type_of(like).value();
        let union = vm.call(&class, std::slice::from_ref(left))?;
        update_from(vm, &union, right)?;
        Ok(union)
    }

    #[slot(inplace_or)]
    fn inplace_or(vm: &mut Vm, this: &Value, other: &Value) -> PyResult {
        update_from(vm, this, other)?;
        Ok(this.clone())
    }
}
