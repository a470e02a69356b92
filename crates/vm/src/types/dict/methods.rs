//! The methods of dict.

use minipy_macros::pymethods;

use super::iter::{DictCursor, PyDictReverseKeyIterator};
use super::views::{PyDictItems, PyDictKeys, PyDictValues};
use super::{DictTable, PyDict};
use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

#[pymethods(part = "methods")]
impl PyDict {
    #[new("dict(*args, **kwargs)", no_text, raw)]
    fn new_empty(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyDict::new()))
    }

    #[init("dict(*args, **kwargs)", no_text, raw)]
    fn init(vm: &mut Vm, this: This<'_, PyDict>, args: Args<'_>) -> PyResult<()> {
        this.update_from_args(vm, args, "dict")
    }

    /// True if the dictionary has the specified key, else False.
    #[pymethod("__contains__($self, key, /)")]
    fn contains_method(vm: &mut Vm, this: This<'_, PyDict>, key: &Value) -> PyResult<bool> {
        this.has(vm, key)
    }

    /// x.__getitem__(y) <==> x[y]
    #[pymethod("__getitem__($self, key, /)", no_text)]
    fn getitem_method(vm: &mut Vm, this: This<'_, PyDict>, key: &Value) -> PyResult {
        PyDict::subscript(vm, this.value(), this.payload(), key)
    }

    /// D.__sizeof__() -> size of D in memory, in bytes
    #[pymethod("__sizeof__($self, /)", no_text)]
    fn sizeof(vm: &mut Vm, this: This<'_, PyDict>) -> usize {
        48 + this.table.borrow(vm).cpython_size()
    }

    /// Return the value for key if key is in the dictionary, else default.
    #[pymethod("get($self, key, default=None, /)")]
    fn get_method(vm: &mut Vm, this: This<'_, PyDict>, key: &Value, default: Option<&Value>) -> PyResult {
        let found = this.get(vm, key)?;
        Ok(found.or_else(|| default.cloned()).unwrap_or(Value::NONE))
    }

    /// Insert key with a value of default if key is not in the dictionary.
    ///
    /// Return the value for key if key is in the dictionary, else default.
    #[pymethod("setdefault($self, key, default=None, /)")]
    fn setdefault(vm: &mut Vm, this: This<'_, PyDict>, key: &Value, default: Option<&Value>) -> PyResult {
        this.set_default(vm, key, default.cloned().unwrap_or(Value::NONE))
    }

    /// D.pop(k[,d]) -> v, remove specified key and return the corresponding value.
    ///
    /// If the key is not found, return the default if given; otherwise,
    /// raise a KeyError.
    #[pymethod("pop($self, key, default=<unrepresentable>, /)")]
    fn pop(vm: &mut Vm, this: This<'_, PyDict>, key: &Value, default: Option<&Value>) -> PyResult {
        let found = if this.is_empty(vm) { None } else { this.remove(vm, key)? };
        match found.or_else(|| default.cloned()) {
            Some(value) => Ok(value),
            None => Err(vm.key_error(key)),
        }
    }

    /// Remove and return a (key, value) pair as a 2-tuple.
    ///
    /// Pairs are returned in LIFO (last-in, first-out) order.
    /// Raises KeyError if the dict is empty.
    #[pymethod("popitem($self, /)")]
    fn popitem(vm: &mut Vm, this: This<'_, PyDict>) -> PyResult {
        match this.pop_end(vm, true) {
            Some((key, value)) => Ok(vm.new_tuple_exact(2, [key, value].into_iter())),
            None => Err(vm.raise(vm.exc.key_error, "popitem(): dictionary is empty")),
        }
    }

    /// D.keys() -> a set-like object providing a view on D's keys
    #[pymethod("keys($self, /)", no_text)]
    fn keys(vm: &mut Vm, this: This<'_, PyDict>) -> Value {
        vm.new_object(PyDictKeys { dict: this.value().clone() })
    }

    /// D.items() -> a set-like object providing a view on D's items
    #[pymethod("items($self, /)", no_text)]
    fn items(vm: &mut Vm, this: This<'_, PyDict>) -> Value {
        vm.new_object(PyDictItems { dict: this.value().clone() })
    }

    /// D.values() -> an object providing a view on D's values
    #[pymethod("values($self, /)", no_text)]
    fn values(vm: &mut Vm, this: This<'_, PyDict>) -> Value {
        vm.new_object(PyDictValues { dict: this.value().clone() })
    }

    /// D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.
    /// If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]
    /// If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
    /// In either case, this is followed by: for k in F:  D[k] = F[k]
    #[pymethod("update($self, *args, **kwargs)", no_text, raw)]
    fn update_method(vm: &mut Vm, args: Args<'_>) -> PyResult<()> {
        match args.split_first() {
            Some((this, rest)) => match this.downcast::<PyDict>() {
                Some(dict) => dict.update_from_args(vm, rest, "update"),
                None => Ok(()),
            },
            None => Ok(()),
        }
    }

    /// Create a new dictionary with keys from iterable and values set to value.
    #[classmethod("fromkeys($type, iterable, value=None, /)")]
    fn fromkeys(vm: &mut Vm, cls: Ty, iterable: &Value, value: Option<&Value>) -> PyResult {
        let value = value.cloned().unwrap_or(Value::NONE);
        let result = vm.call(&cls.value(), &[])?;
        let exact = vm.is_exact::<PyDict>(&result);
        vm.for_each(iterable, |vm, key| match result.downcast::<PyDict>() {
            Some(dict) if exact => dict.set(vm, &key, value.clone()),
            _ => vm.set_item(&result, &key, &value),
        })?;
        Ok(result)
    }

    /// D.clear() -> None.  Remove all items from D.
    #[pymethod("clear($self, /)", no_text)]
    fn clear(vm: &mut Vm, this: This<'_, PyDict>) {
        this.table.set(vm, DictTable::new());
    }

    /// D.copy() -> a shallow copy of D
    #[pymethod("copy($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: This<'_, PyDict>) -> Value {
        let copy = this.copied(vm);
        vm.new_object(copy)
    }

    /// Return a reverse iterator over the dict keys.
    #[pymethod("__reversed__($self, /)")]
    fn reversed(vm: &mut Vm, this: This<'_, PyDict>) -> Value {
        vm.new_object(PyDictReverseKeyIterator { cursor: DictCursor::reverse(vm, this.value()) })
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
