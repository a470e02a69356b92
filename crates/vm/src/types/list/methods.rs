//! The methods of list.

use minipy_macros::pymethods;

use super::PyList;
use super::iter::PyListReverseIterator;
use super::sort::sort_values;
use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::types::dict::exact_tuple;
use crate::types::generator::PyGenerator;
use crate::types::sequence::{bad_subscript, count_equal, find_equal, search_bound, wrap_index};
use crate::value::Value;
use crate::vm::Vm;

impl PyList {
    /// Appends the items of an exact list or tuple; false for anything else.
    #[inline]
    pub(crate) fn extend_plain(&self, vm: &mut Vm, iterable: &Value) -> bool {
        if let Some(more) = exact_tuple(iterable) {
            append_all(self.items.borrow_mut(vm), more);
            return true;
        }
        let Some(list) = iterable.downcast::<PyList>().filter(|_| vm.is_exact::<PyList>(iterable)) else {
            return false;
        };
        if std::ptr::eq(list, self) {
            let more = list.items.get(vm);
            self.items.borrow_mut(vm).extend(more);
        } else {
            // Taken out, so that the two can be borrowed together: no Python code runs meanwhile.
            let more = list.items.take(vm);
            append_all(self.items.borrow_mut(vm), &more);
            list.items.set(vm, more);
        }
        true
    }

    /// Appends the items of any iterable; those that came before an error stay.
    pub fn extend(&self, vm: &mut Vm, iterable: &Value) -> PyResult<()> {
        if self.extend_plain(vm, iterable) {
            return Ok(());
        }
        let iterator = vm.iter(iterable)?;
        let hint = vm.length_hint(iterable, 8)?;
        let items = self.items.borrow_mut(vm);
        // A hint may be wrong; it is not worth failing for.
        let _ = items.try_reserve(hint.min(1 << 24));
        let mut taken = 0usize;
        while let Some(item) = vm.next_item(&iterator)? {
            self.items.borrow_mut(vm).push(item);
            taken += 1;
            if taken & 0xfff == 0 {
                vm.poll()?;
            }
        }
        Ok(())
    }

    /// Removes everything.
    pub fn clear(&self, vm: &mut Vm) {
        // A small buffer is kept: `sort` tells by it that a list was changed.
        let items = self.items.borrow_mut(vm);
        while items.pop().is_some() {}
        if items.capacity() > 8 {
            *items = Vec::new();
        }
    }
}

/// Appends copies; an empty list gets just the room that they need.
#[inline]
fn append_all(items: &mut Vec<Value>, more: &[Value]) {
    if items.is_empty() {
        items.reserve_exact(more.len());
    }
    items.extend_from_slice(more);
}

#[pymethods(part = "methods")]
impl PyList {
    #[new("list(iterable=(), /)", raw)]
    fn new_empty(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyList::new(Vec::new())))
    }

    #[init("list(iterable=(), /)")]
    fn init(vm: &mut Vm, this: This<'_, PyList>, iterable: Option<&Value>) -> PyResult<()> {
        this.clear(vm);
        match iterable {
            Some(iterable) if iterable.is_a::<PyGenerator>() => {
                let items = vm.collect(iterable)?;
                this.items.set(vm, items);
                Ok(())
            }
            Some(iterable) => this.extend(vm, iterable),
            None => Ok(()),
        }
    }

    /// x.__getitem__(y) <==> x[y]
    #[pymethod("__getitem__($self, key, /)", no_text)]
    fn getitem_method(vm: &mut Vm, this: This<'_, PyList>, key: &Value) -> PyResult {
        this.payload().subscript(vm, key)
    }

    /// Return a reverse iterator over the list.
    #[pymethod("__reversed__($self, /)")]
    fn reversed(vm: &mut Vm, this: This<'_, PyList>) -> PyResult {
        Ok(vm.new_object(PyListReverseIterator::new(vm, this.value(), this.payload())))
    }

    /// Return the size of the list in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(vm: &mut Vm, this: This<'_, PyList>) -> usize {
        40 + this.items.borrow(vm).capacity() * 8
    }

    /// Remove all items from list.
    #[pymethod("clear($self, /)")]
    fn clear_method(vm: &mut Vm, this: This<'_, PyList>) {
        this.clear(vm);
    }

    /// Return a shallow copy of the list.
    #[pymethod("copy($self, /)")]
    fn copy(vm: &mut Vm, this: This<'_, PyList>) -> Value {
        let items = this.items.borrow(vm).clone();
        vm.new_list(items)
    }

    /// Append object to the end of the list.
    #[pymethod("append($self, object, /)")]
    fn append(vm: &mut Vm, this: This<'_, PyList>, object: &Value) {
        this.items.borrow_mut(vm).push(object.clone());
    }

    /// Insert object before index.
    #[pymethod("insert($self, index, object, /)")]
    fn insert(vm: &mut Vm, this: This<'_, PyList>, index: isize, object: &Value) {
        let items = this.items.borrow_mut(vm);
        let len = items.len();
        let place =
            if index < 0 { (index.saturating_add(len as isize)).max(0) as usize } else { (index as usize).min(len) };
        items.insert(place, object.clone());
    }

    /// Extend list by appending elements from the iterable.
    #[pymethod("extend($self, iterable, /)")]
    fn extend_method(vm: &mut Vm, this: This<'_, PyList>, iterable: &Value) -> PyResult<()> {
        this.extend(vm, iterable)
    }

    /// Remove and return item at index (default last).
    ///
    /// Raises IndexError if list is empty or index is out of range.
    #[pymethod("pop($self, index=-1, /)")]
    fn pop(vm: &mut Vm, this: This<'_, PyList>, index: isize) -> PyResult {
        let items = this.items.borrow_mut(vm);
        let len = items.len();
        if index == -1
            && let Some(last) = items.pop()
        {
            if len * 4 < items.capacity() && len > 64 {
                items.shrink_to(len * 2);
            }
            return Ok(last);
        }
        match wrap_index(index, len) {
            Some(place) => Ok(items.remove(place)),
            None if len == 0 => Err(vm.index_error("pop from empty list")),
            None => Err(vm.index_error("pop index out of range")),
        }
    }

    /// Remove first occurrence of value.
    ///
    /// Raises ValueError if the value is not present.
    #[pymethod("remove($self, value, /)")]
    fn remove(vm: &mut Vm, this: This<'_, PyList>, value: &Value) -> PyResult<()> {
        match find_equal(vm, |vm, i| this.get(vm, i), value, 0, usize::MAX)? {
            Some(place) => {
                let items = this.items.borrow_mut(vm);
                // `__eq__` may have shortened the list.
                if place < items.len() {
                    items.remove(place);
                }
                Ok(())
            }
            None => Err(vm.value_error("list.remove(x): x not in list")),
        }
    }

    /// Return first index of value.
    ///
    /// Raises ValueError if the value is not present.
    #[pymethod("index($self, value, start=0, stop=sys.maxsize, /)")]
    fn index(
        vm: &mut Vm,
        this: This<'_, PyList>,
        value: &Value,
        start: Option<&Value>,
        stop: Option<&Value>,
    ) -> PyResult<usize> {
        let len = this.len(vm);
        let start = search_bound(vm, start, 0, len)?;
        let stop = search_bound(vm, stop, usize::MAX, len)?;
        match find_equal(vm, |vm, i| this.get(vm, i), value, start, stop)? {
            Some(place) => Ok(place),
            None => {
                let value = vm.repr_string(value)?;
                Err(vm.value_error(format!("{value} is not in list")))
            }
        }
    }

    /// Return number of occurrences of value.
    #[pymethod("count($self, value, /)")]
    fn count(vm: &mut Vm, this: This<'_, PyList>, value: &Value) -> PyResult<usize> {
        count_equal(vm, |vm: &Vm, i| this.get(vm, i), value)
    }

    /// Reverse *IN PLACE*.
    #[pymethod("reverse($self, /)")]
    fn reverse(vm: &mut Vm, this: This<'_, PyList>) {
        this.items.borrow_mut(vm).reverse();
    }

    /// Sort the list in ascending order and return None.
    ///
    /// The list itself is changed, and equal elements keep their order (the sort is stable).
    ///
    /// If a key function is given, it is applied once to each element and the results are what is compared.
    ///
    /// With reverse set, the order is descending.
    #[pymethod("sort($self, /, *, key=None, reverse=False)")]
    fn sort(vm: &mut Vm, this: This<'_, PyList>, key: Option<&Value>, reverse: i32) -> PyResult<()> {
        let mut items = this.items.take(vm);
        let result = sort_values(vm, &mut items, key, reverse != 0);
        let meanwhile = this.items.replace(vm, items);
        result?;
        if meanwhile.capacity() > 0 { Err(vm.value_error("list modified during sort")) } else { Ok(()) }
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}

impl PyList {
    /// TypeError for a subscript that is no int and no slice.
    pub(super) fn bad_subscript<T>(vm: &mut Vm, key: &Value) -> PyResult<T> {
        Err(bad_subscript(vm, "list", key))
    }
}
