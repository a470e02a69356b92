//! The operators of list.

use minipy_macros::pymethods;

use super::PyList;
use super::iter::PyListIterator;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::CompareOp;
use crate::types::sequence::{
    compare_items, equal_start, find_equal, guarded_repr, int_subscript, repeated_len, repr_items, wrap_index,
};
use crate::types::slice::{PySlice, Span};
use crate::value::Value;
use crate::vm::Vm;

impl PyList {
    /// `self[key]`.
    #[inline]
    pub fn subscript(&self, vm: &mut Vm, key: &Value) -> PyResult {
        if let Some(index) = int_subscript(vm, key)? {
            let items = self.items.borrow(vm);
            return match wrap_index(index, items.len()).and_then(|place| items.get(place)) {
                Some(item) => Ok(item.clone()),
                None => Err(vm.index_error("list index out of range")),
            };
        }
        let Some(slice) = key.downcast::<PySlice>() else { return PyList::bad_subscript(vm, key) };
        let unpacked = slice.unpack(vm)?;
        let items = self.items.borrow(vm);
        let selected = unpacked.fit(items.len()).select(items);
        Ok(vm.new_list(selected))
    }

    /// `self[key] = value`, or `del self[key]`.
    #[inline]
    pub fn assign(&self, vm: &mut Vm, key: &Value, value: Option<&Value>) -> PyResult<()> {
        if let Some(index) = int_subscript(vm, key)? {
            let items = self.items.borrow_mut(vm);
            let place = wrap_index(index, items.len()).unwrap_or(usize::MAX);
            match (items.get_mut(place), value) {
                (None, _) => return Err(vm.index_error("list assignment index out of range")),
                (Some(item), Some(value)) => *item = value.clone(),
                (Some(_), None) => drop(items.remove(place)),
            }
            return Ok(());
        }
        let Some(slice) = key.downcast::<PySlice>() else { return PyList::bad_subscript(vm, key) };
        let unpacked = slice.unpack(vm)?;
        match value {
            None => {
                let span = unpacked.fit(self.len(vm));
                delete(self.items.borrow_mut(vm), span);
                Ok(())
            }
            Some(value) => {
                if let Some(other) = value.downcast::<PyList>()
                    && vm.is_exact::<PyList>(value)
                    && !std::ptr::eq(self, other)
                {
                    // Taken out, so that the two can be borrowed together: no Python code runs meanwhile.
                    let values = other.items.take(vm);
                    let span = unpacked.fit(self.len(vm));
                    let result = self.assign_span(vm, span, &values);
                    other.items.set(vm, values);
                    return result;
                }
                let extended = unpacked.fit(self.len(vm)).step != 1;
                let values = slice_values(vm, value, extended)?;
                let span = unpacked.fit(self.len(vm));
                self.assign_span(vm, span, &values)
            }
        }
    }

    fn assign_span(&self, vm: &mut Vm, span: Span, values: &[Value]) -> PyResult<()> {
        if let Some(range) = span.as_range() {
            let items = self.items.borrow_mut(vm);
            match items.get_mut(range.clone()) {
                Some(places) if places.len() == values.len() => {
                    for (place, value) in places.iter_mut().zip(values) {
                        *place = value.clone();
                    }
                }
                Some(_) => drop(items.splice(range, values.iter().cloned())),
                None => {}
            }
            return Ok(());
        }
        if values.len() != span.len {
            return Err(vm.value_error(format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                values.len(),
                span.len
            )));
        }
        let items = self.items.borrow_mut(vm);
        let mut place = span.start;
        for value in values {
            if let Some(item) = items.get_mut(place) {
                *item = value.clone();
            }
            place = place.wrapping_add_signed(span.step);
        }
        Ok(())
    }
}

/// The values to assign to a slice.
fn slice_values(vm: &mut Vm, value: &Value, extended: bool) -> PyResult<Vec<Value>> {
    if vm.is_exact::<PyList>(value) || vm.is_exact::<PyTuple>(value) {
        return vm.collect(value);
    }
    match vm.iter(value) {
        Ok(iterator) => vm.collect(&iterator),
        Err(_) if vm.raised_is(vm.exc.type_error) => {
            vm.clear_raised();
            let what = if extended { "must assign iterable to extended slice" } else { "can only assign an iterable" };
            Err(vm.type_error(what))
        }
        Err(raised) => Err(raised),
    }
}

/// Removes the selected places in linear time.
fn delete(items: &mut Vec<Value>, span: Span) {
    if span.len == 0 {
        return;
    }
    if let Some(range) = span.as_range() {
        if range.end <= items.len() {
            items.drain(range);
        }
        return;
    }
    let distance = span.step.unsigned_abs();
    let first = if span.step < 0 { span.start - distance * (span.len - 1) } else { span.start };
    let last = first + distance * (span.len - 1);
    let mut place = 0;
    items.retain(|_| {
        let selected = place >= first && place <= last && (place - first).is_multiple_of(distance);
        place += 1;
        !selected
    });
}

#[pymethods(part = "ops")]
impl PyList {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyList>) -> PyResult {
        if this.is_empty(vm) {
            return Ok(vm.new_str("[]"));
        }
        guarded_repr(vm, this.value(), "[...]", |vm| repr_items(vm, |vm, i| this.get(vm, i), "[", "]"))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyList>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyList>() else { return Ok(Value::NOT_IMPLEMENTED) };
        if this.len(vm) != that.len(vm) && matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::bool(op == CompareOp::Ne));
        }
        let this = this.payload();
        let start = equal_start(this.items.borrow(vm), that.items.borrow(vm));
        compare_items(
            vm,
            (|vm: &Vm, i| this.get(vm, i), |vm: &Vm| this.len(vm)),
            (|vm: &Vm, i| that.get(vm, i), |vm: &Vm| that.len(vm)),
            op,
            start,
        )
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyList>) -> PyResult {
        Ok(vm.new_object(PyListIterator::new(this.value())))
    }

    #[slot(len)]
    fn len_slot(vm: &mut Vm, this: This<'_, PyList>) -> PyResult<usize> {
        Ok(this.len(vm))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyList>, key: &Value) -> PyResult {
        this.payload().subscript(vm, key)
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyList>, key: &Value, value: Option<&Value>) -> PyResult<()> {
        this.payload().assign(vm, key, value)
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyList>, item: &Value) -> PyResult<bool> {
        Ok(find_equal(vm, |vm, i| this.get(vm, i), item, 0, usize::MAX)?.is_some())
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, this: This<'_, PyList>, other: &Value) -> PyResult {
        let Some(that) = other.downcast::<PyList>() else {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!("can only concatenate list (not \"{name}\") to list")));
        };
        let (left, right) = (this.items.borrow(vm), that.items.borrow(vm));
        let mut items = Vec::with_capacity(left.len() + right.len());
        items.extend_from_slice(left);
        items.extend_from_slice(right);
        Ok(vm.new_list(items))
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyList>, count: isize) -> PyResult {
        let total = repeated_len(vm, this.len(vm), count)?;
        let items = this.items.borrow(vm);
        let repeated = match items.as_slice() {
            [] => Vec::new(),
            [item] => vec![item.clone(); total],
            items => items.iter().cycle().take(total).cloned().collect(),
        };
        Ok(vm.new_list(repeated))
    }

    #[slot(inplace_concat)]
    fn inplace_concat(vm: &mut Vm, this: This<'_, PyList>, other: &Value) -> PyResult {
        this.extend(vm, other)?;
        Ok(this.value().clone())
    }

    #[slot(inplace_repeat)]
    fn inplace_repeat(vm: &mut Vm, this: This<'_, PyList>, count: isize) -> PyResult {
        let len = this.len(vm);
        let total = repeated_len(vm, len, count)?;
        let items = this.items.borrow_mut(vm);
        if total == 0 {
            drop(std::mem::take(items));
        } else if total > len {
            let once = items.clone();
            items.reserve_exact(total - len);
            for _ in 1..total / len {
                items.extend_from_slice(&once);
            }
        }
        Ok(this.value().clone())
    }
}
