//! `dict_keys`, `dict_values` and `dict_items`: the views of a dict, and the set operations of two of them.

use minipy_macros::{pyclass, pymethods};

use super::PyDict;
use super::iter::{
    DictCursor, PyDictItemIterator, PyDictKeyIterator, PyDictReverseItemIterator, PyDictReverseKeyIterator,
    PyDictReverseValueIterator, PyDictValueIterator,
};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyTuple;
use crate::object::CompareOp;
use crate::types::mappingproxy::PyMappingProxy;
use crate::types::sequence::{guarded_repr, push_repr};
use crate::types::set::{
    PyFrozenSet, PySet, SetTable, any_set, difference_update, intersection, symmetric_update, update,
};
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

macro_rules! views {
    ($($(#[$($doc:tt)*])* $ident:ident $name:tt $layout:tt $iterator:ident $reverse:ident $reversed_doc:tt
       parts($($part:ident)*);)*) => { $(
        $(#[$($doc)*])*
        #[pyclass(name = $name, layout = $layout, parts($($part),*))]
        pub struct $ident {
            /// The dict.
            pub(crate) dict: Value,
        }

        impl $ident {
            /// The view of `dict`.
            pub fn new(dict: Value) -> $ident {
                $ident { dict }
            }

            /// The dict.
            pub fn viewed(&self) -> &Value {
                &self.dict
            }

            fn dict(&self) -> Option<&PyDict> {
                self.dict.downcast()
            }

            fn len(&self, vm: &Vm) -> usize {
                self.dict().map_or(0, |dict| dict.len(vm))
            }
        }

        #[pymethods(part = "common")]
        impl $ident {
            #[slot(repr)]
            fn repr(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                guarded_repr(vm, this.value(), "...", |vm| {
                    let items = vm.collect(this.value())?;
                    let items = vm.new_list(items);
                    let mut text = StrBuilder::new();
                    text.push_str(&vm.type_name(this.value()));
                    text.push_str("(");
                    push_repr(vm, &mut text, &items)?;
                    text.push_str(")");
                    Ok(vm.new_str_data(text.data()))
                })
            }

            #[slot(iter)]
            fn iter(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                Ok(vm.new_object($iterator { cursor: DictCursor::forward(vm, &this.dict) }))
            }

            #[slot(len)]
            fn len_slot(vm: &mut Vm, this: This<'_, $ident>) -> PyResult<usize> {
                Ok(this.len(vm))
            }

            #[doc = $reversed_doc]
            #[pymethod("__reversed__($self, /)", no_text)]
            fn reversed(vm: &mut Vm, this: This<'_, $ident>) -> Value {
                vm.new_object($reverse { cursor: DictCursor::reverse(vm, &this.dict) })
            }

            /// dictionary that this view refers to
            #[getter("mapping")]
            fn mapping(vm: &mut Vm, this: This<'_, $ident>) -> Value {
                vm.new_object(PyMappingProxy { mapping: this.dict.clone() })
            }
        }
    )* };
}

views! {
    /// `dict.keys()`.
    PyDictKeys "dict_keys" 62 PyDictKeyIterator PyDictReverseKeyIterator "Return a reverse iterator over the dict keys."
        parts(common set_like);
    /// `dict.values()`.
    PyDictValues "dict_values" 63 PyDictValueIterator PyDictReverseValueIterator
        "Return a reverse iterator over the dict values." parts(common);
    /// `dict.items()`.
    PyDictItems "dict_items" 64 PyDictItemIterator PyDictReverseItemIterator
        "Return a reverse iterator over the dict items." parts(common set_like);
}

/// Whether the keys view or items view of this dict has `item`.
trait SetLike {
    fn has(&self, vm: &mut Vm, item: &Value) -> PyResult<bool>;
}

impl SetLike for PyDictKeys {
    fn has(&self, vm: &mut Vm, item: &Value) -> PyResult<bool> {
        match self.dict() {
            Some(dict) => dict.has(vm, item),
            None => Ok(false),
        }
    }
}

impl SetLike for PyDictItems {
    fn has(&self, vm: &mut Vm, item: &Value) -> PyResult<bool> {
        let Some([key, value]) = item.downcast::<PyTuple>().map(PyTuple::items) else { return Ok(false) };
        let found = match self.dict() {
            Some(dict) => dict.get(vm, key)?,
            None => None,
        };
        match found {
            Some(found) => vm.eq(&found, value),
            None => Ok(false),
        }
    }
}

/// The set-like view that `value` is.
fn set_like(value: &Value) -> Option<&dyn SetLike> {
    match (value.downcast::<PyDictKeys>(), value.downcast::<PyDictItems>()) {
        (Some(keys), _) => Some(keys),
        (None, Some(items)) => Some(items),
        (None, None) => None,
    }
}

fn viewed_dict(value: &Value) -> Option<&PyDict> {
    match (value.downcast::<PyDictKeys>(), value.downcast::<PyDictItems>()) {
        (Some(keys), _) => keys.dict(),
        (None, Some(items)) => items.dict(),
        (None, None) => None,
    }
}

fn to_set(vm: &mut Vm, value: &Value) -> PyResult<VmCell<SetTable>> {
    let set = VmCell::new(SetTable::default());
    let source = match value.downcast::<PyDictKeys>() {
        Some(keys) if vm.is_exact::<PyDict>(&keys.dict) => &keys.dict,
        _ => value,
    };
    update(vm, &set, source)?;
    Ok(set)
}

fn new_set(vm: &Vm, table: VmCell<SetTable>) -> PyResult {
    Ok(vm.new_object(PySet::new(table.into_inner())))
}

fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
    let set = to_set(vm, left)?;
    difference_update(vm, &set, right)?;
    new_set(vm, set)
}

fn union(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
    let set = to_set(vm, left)?;
    update(vm, &set, right)?;
    new_set(vm, set)
}

fn intersect(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
    let (mut view, mut other) = if set_like(left).is_some() { (left, right) } else { (right, left) };
    let len = viewed_dict(view).map_or(0, |dict| dict.len(vm));
    if vm.is_exact::<PySet>(other)
        && let Some(set) = other.downcast::<PySet>()
        && len <= set.table.borrow(vm).len()
    {
        let result = intersection(vm, &set.table, view)?;
        return new_set(vm, result);
    }
    if let Some(dict) = viewed_dict(other)
        && dict.len(vm) > len
    {
        (view, other) = (other, view);
    }
    let result = VmCell::new(SetTable::default());
    if let Some(members) = set_like(view) {
        vm.for_each(other, |vm, item| {
            if members.has(vm, &item)? {
                result.add(vm, item)?;
            }
            Ok(())
        })?;
    }
    new_set(vm, result)
}

fn exclusive(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
    if let (Some(a), Some(b)) = (left.downcast::<PyDictItems>(), right.downcast::<PyDictItems>())
        && let (Some(a), Some(b)) = (a.dict(), b.dict())
    {
        return exclusive_items(vm, a, b);
    }
    let set = to_set(vm, left)?;
    symmetric_update(vm, &set, right)?;
    new_set(vm, set)
}

/// `a.items() ^ b.items()`, hashing values only where they differ.
fn exclusive_items(vm: &mut Vm, a: &PyDict, b: &PyDict) -> PyResult {
    let rest = a.copied(vm);
    let result = VmCell::new(SetTable::default());
    let mut position = 0;
    while let Some((key, hash, value)) = b.next_entry(vm, &mut position) {
        let same = match rest.get_hashed(vm, &key, hash)? {
            Some(other) => vm.eq(&other, &value)?,
            None => false,
        };
        if same {
            rest.remove_hashed(vm, &key, hash)?;
        } else {
            let pair = vm.new_tuple_exact(2, [key, value].into_iter());
            result.add(vm, pair)?;
        }
    }
    let mut position = 0;
    while let Some((key, _, value)) = rest.next_entry(vm, &mut position) {
        let pair = vm.new_tuple_exact(2, [key, value].into_iter());
        result.add(vm, pair)?;
    }
    new_set(vm, result)
}

fn all_in(vm: &mut Vm, items: &Value, container: &Value) -> PyResult<bool> {
    let iterator = vm.iter(items)?;
    while let Some(item) = vm.next_item(&iterator)? {
        if !vm.contains(container, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(vm: &mut Vm, view: &Value, other: &Value, op: CompareOp) -> PyResult {
    if any_set(other).is_none() && set_like(other).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (len, other_len) = (vm.len(view)?, vm.len(other)?);
    let holds = match op {
        CompareOp::Eq | CompareOp::Ne => {
            let equal = len == other_len && all_in(vm, view, other)?;
            equal == (op == CompareOp::Eq)
        }
        CompareOp::Lt => len < other_len && all_in(vm, view, other)?,
        CompareOp::Le => len <= other_len && all_in(vm, view, other)?,
        CompareOp::Gt => len > other_len && all_in(vm, other, view)?,
        CompareOp::Ge => len >= other_len && all_in(vm, other, view)?,
    };
    Ok(Value::bool(holds))
}

fn disjoint(vm: &mut Vm, view: &Value, other: &Value) -> PyResult<bool> {
    if view.is(other) {
        return Ok(vm.len(view)? == 0);
    }
    let (mut container, mut items) = (view, other);
    let sized = other.is_a::<PySet>() || other.is_a::<PyFrozenSet>() || set_like(other).is_some();
    if sized && vm.len(other)? > vm.len(view)? {
        (container, items) = (other, view);
    }
    let iterator = vm.iter(items)?;
    while let Some(item) = vm.next_item(&iterator)? {
        if vm.contains(container, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

macro_rules! set_like_views {
    ($($ident:ident)*) => { $(
        #[pymethods(part = "set_like")]
        impl $ident {
            #[slot(richcompare)]
            fn richcompare(vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
                compare(vm, this, other, op)
            }

            #[slot(contains)]
            fn contains(vm: &mut Vm, this: This<'_, $ident>, item: &Value) -> PyResult<bool> {
                this.has(vm, item)
            }

            #[slot(subtract)]
            fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                subtract(vm, left, right)
            }

            #[slot(and)]
            fn and(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                intersect(vm, left, right)
            }

            #[slot(xor)]
            fn xor(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                exclusive(vm, left, right)
            }

            #[slot(or)]
            fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                union(vm, left, right)
            }

            /// Return True if the view and the given iterable have a null intersection.
            #[pymethod("isdisjoint($self, other, /)", no_text)]
            fn isdisjoint(vm: &mut Vm, this: This<'_, $ident>, other: &Value) -> PyResult<bool> {
                disjoint(vm, this.value(), other)
            }
        }
    )* };
}

set_like_views!(PyDictKeys PyDictItems);
