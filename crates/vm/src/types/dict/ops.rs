//! The operators of dict.

use minipy_macros::pymethods;

use super::PyDict;
use super::iter::{DictCursor, PyDictKeyIterator};
use crate::args::This;
use crate::exc::PyResult;
use crate::object::CompareOp;
use crate::types::sequence::{guarded_repr, push_repr};
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

impl PyDict {
    /// `dict[key]`, with `__missing__` of subclasses.
    #[inline]
    pub fn subscript(vm: &mut Vm, this: &Value, dict: &PyDict, key: &Value) -> PyResult {
        match dict.get(vm, key)? {
            Some(value) => Ok(value),
            None => PyDict::missing(vm, this, key),
        }
    }

    #[cold]
    fn missing(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
        if !vm.is_exact::<PyDict>(this) {
            let name = vm.names.__missing__.clone();
            if let Some(result) = vm.call_special(this, &name, std::slice::from_ref(key))? {
                return Ok(result);
            }
        }
        Err(vm.key_error(key))
    }

    /// Whether both hold the same keys with equal values.
    pub fn equals(&self, vm: &mut Vm, other: &PyDict) -> PyResult<bool> {
        if self.len(vm) != other.len(vm) {
            return Ok(false);
        }
        let mut position = 0;
        while let Some((key, hash, value)) = self.next_entry(vm, &mut position) {
            let Some(counterpart) = other.get_hashed(vm, &key, hash)? else { return Ok(false) };
            if !vm.eq(&value, &counterpart)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn show(&self, vm: &mut Vm) -> PyResult {
        let mut text = StrBuilder::new();
        let mut position = 0;
        let mut separator = "{";
        while let Some((key, _, value)) = self.next_entry(vm, &mut position) {
            text.push_str(separator);
            separator = ", ";
            push_repr(vm, &mut text, &key)?;
            text.push_str(": ");
            push_repr(vm, &mut text, &value)?;
        }
        text.push_str(if text.is_empty() { "{}" } else { "}" });
        Ok(vm.new_str_data(text.data()))
    }
}

#[pymethods(part = "ops")]
impl PyDict {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyDict>) -> PyResult {
        guarded_repr(vm, this.value(), "{...}", |vm| this.show(vm))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyDict>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyDict>() else { return Ok(Value::NOT_IMPLEMENTED) };
        match op {
            CompareOp::Eq => this.equals(vm, that).map(Value::bool),
            CompareOp::Ne => this.equals(vm, that).map(|equal| Value::bool(!equal)),
            _ => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyDict>) -> PyResult {
        Ok(vm.new_object(PyDictKeyIterator { cursor: DictCursor::forward(vm, this.value()) }))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (Some(dict), Some(_)) = (left.downcast::<PyDict>(), right.downcast::<PyDict>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        let union = dict.copied(vm);
        union.update(vm, right)?;
        Ok(vm.new_object(union))
    }

    #[slot(inplace_or)]
    fn inplace_or(vm: &mut Vm, this: This<'_, PyDict>, other: &Value) -> PyResult {
        this.update(vm, other)?;
        Ok(this.value().clone())
    }

    #[slot(len)]
    fn len_slot(vm: &mut Vm, this: This<'_, PyDict>) -> PyResult<usize> {
        Ok(this.len(vm))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyDict>, key: &Value) -> PyResult {
        PyDict::subscript(vm, this.value(), this.payload(), key)
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyDict>, key: &Value, value: Option<&Value>) -> PyResult<()> {
        match value {
            Some(value) => this.set(vm, key, value.clone()),
            None => match this.remove(vm, key)? {
                Some(_) => Ok(()),
                None => Err(vm.key_error(key)),
            },
        }
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyDict>, key: &Value) -> PyResult<bool> {
        this.has(vm, key)
    }
}
