//! `deque`.

use std::cell::Cell;
use std::collections::VecDeque;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::object::CompareOp;
use minipy_vm::types::sequence::{
    compare_items, guarded_repr, push_repr, quick_equal, repeated_len, search_bound, wrap_index,
};
use minipy_vm::types::str::builder::StrBuilder;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::deque_iter::{PyDequeIterator, PyDequeReverseIterator};

/// deque([iterable[, maxlen]]) --> deque object
///
/// A list-like sequence optimized for data accesses near its endpoints.
#[pyclass(name = "deque", module = "collections", layout = 167, flags(basetype, sequence, weakref))]
pub struct PyDeque {
    /// The items.
    pub(super) items: VmCell<VecDeque<Value>>,
    #[pyclass(skip)]
    maxlen: Cell<Option<usize>>,
    /// Counts changes of the number of items: iterators notice them by it.
    #[pyclass(skip)]
    pub(super) state: Cell<u64>,
}

/// An end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

impl PyDeque {
    fn empty(maxlen: Option<usize>) -> PyDeque {
        PyDeque { items: VmCell::new(VecDeque::new()), maxlen: Cell::new(maxlen), state: Cell::new(0) }
    }

    pub(super) fn len(&self, vm: &Vm) -> usize {
        self.items.borrow(vm).len()
    }

    pub(super) fn get(&self, vm: &Vm, place: usize) -> Option<Value> {
        self.items.borrow(vm).get(place).cloned()
    }

    fn changed(&self) {
        self.state.set(self.state.get().wrapping_add(1));
    }

    /// Adds an item at one end; where `maxlen` is passed one goes at the other.
    fn push(&self, vm: &mut Vm, item: Value, end: End) {
        self.changed();
        let items = self.items.borrow_mut(vm);
        match end {
            End::Left => items.push_front(item),
            End::Right => items.push_back(item),
        }
        if self.maxlen.get().is_some_and(|max| items.len() > max) {
            drop(if end == End::Left { items.pop_back() } else { items.pop_front() });
        }
    }

    fn pop_at(&self, vm: &mut Vm, end: End) -> PyResult {
        let items = self.items.borrow_mut(vm);
        let item = if end == End::Left { items.pop_front() } else { items.pop_back() };
        match item {
            Some(item) => {
                self.changed();
                Ok(item)
            }
            None => Err(vm.index_error("pop from an empty deque")),
        }
    }

    fn extend_at(&self, vm: &mut Vm, this: Option<&Value>, iterable: &Value, end: End) -> PyResult<()> {
        if this.is_some_and(|this| this.is(iterable)) {
            let items: Vec<Value> = self.items.borrow(vm).iter().cloned().collect();
            items.into_iter().for_each(|item| self.push(vm, item, end));
            return Ok(());
        }
        vm.for_each(iterable, |vm, item| {
            self.push(vm, item, end);
            Ok(())
        })
    }

    fn remove_at(&self, vm: &mut Vm, place: usize) {
        self.changed();
        drop(self.items.borrow_mut(vm).remove(place));
    }

    fn rotate_by(&self, vm: &mut Vm, n: isize) {
        let items = self.items.borrow_mut(vm);
        if items.len() > 1 {
            self.changed();
            let len = items.len() as isize;
            items.rotate_right(n.rem_euclid(len) as usize);
        }
    }

    /// The first place from `start` up to `stop` whose item equals `value`.
    fn find(&self, vm: &mut Vm, value: &Value, start: usize, stop: usize) -> PyResult<Option<usize>> {
        let state = self.state.get();
        for place in start..stop {
            let Some(item) = self.get(vm, place) else { break };
            let equal = match quick_equal(&item, value) {
                Some(equal) => equal,
                None => vm.eq(&item, value)?,
            };
            // In this order for `index`; a match found by a changing `__eq__` counts there.
            if equal {
                return Ok(Some(place));
            }
            if self.state.get() != state {
                return Err(vm.runtime_error("deque mutated during iteration"));
            }
        }
        Ok(None)
    }

    fn not_found(vm: &mut Vm, value: &Value) -> PyResult<usize> {
        let value = vm.repr_string(value)?;
        Err(vm.value_error(format!("{value} is not in deque")))
    }

    fn place(&self, vm: &mut Vm, key: &Value) -> PyResult<usize> {
        if vm.type_of(key).slots.index.get().is_none() {
            let name = vm.type_name(key);
            return Err(vm.type_error(format!("sequence index must be integer, not '{name}'")));
        }
        let index = match minipy_vm::types::sequence::int_subscript(vm, key)? {
            Some(index) => index,
            None => isize::MAX,
        };
        match wrap_index(index, self.len(vm)) {
            Some(place) => Ok(place),
            None => Err(vm.index_error("deque index out of range")),
        }
    }

    fn copied(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        if vm.is_exact::<PyDeque>(this.value()) {
            let copy = PyDeque::empty(this.maxlen.get());
            let items = this.items.get(vm);
            copy.items.set(vm, items);
            return Ok(vm.new_object(copy));
        }
        let class = vm.type_of(this.value());
        let mut arguments = vec![this.value().clone()];
        arguments.extend(this.maxlen.get().map(|maxlen| vm.new_int(maxlen as i64)));
        let copy = vm.call(&class.value(), &arguments)?;
        if copy.is_a::<PyDeque>() {
            return Ok(copy);
        }
        let (class, found) = (class.name(vm), vm.type_name(&copy));
        Err(vm.type_error(format!("{class}() must return a deque, not {found}")))
    }

    fn multiply(&self, vm: &mut Vm, count: isize) -> PyResult<()> {
        let len = self.len(vm);
        let whole = len.checked_mul(count.max(0) as usize).filter(|whole| *whole <= isize::MAX as usize);
        if whole.is_none() {
            return Err(vm.memory_error());
        }
        let total = match self.maxlen.get() {
            Some(max) if count > 0 => len.saturating_mul(count as usize).min(max.max(len)),
            _ => repeated_len(vm, len, count)?,
        };
        repeated_len(vm, total, 1)?;
        if total == len && count == 1 {
            return Ok(());
        }
        self.changed();
        let once: Vec<Value> = self.items.take(vm).into();
        // With a maximal length the last items of the whole repetition stay.
        let first = (len - total.checked_rem(len).unwrap_or(0)).checked_rem(len).unwrap_or(0);
        let items = once.iter().cycle().skip(first).take(total).cloned().collect();
        self.items.set(vm, items);
        Ok(())
    }
}

#[pymethods]
impl PyDeque {
    #[slot(new)]
    fn new_empty(vm: &mut Vm, cls: Ty, _args: minipy_vm::Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyDeque::empty(None)))
    }

    #[init("deque(iterable=<unrepresentable>, maxlen=<unrepresentable>)", no_text)]
    fn init(vm: &mut Vm, this: This<'_, PyDeque>, iterable: Option<&Value>, maxlen: Option<&Value>) -> PyResult<()> {
        let maxlen = match maxlen.filter(|maxlen| !maxlen.is_none()) {
            None => None,
            Some(maxlen) => {
                let is_int = maxlen.is_a::<minipy_vm::types::int::PyInt>() || maxlen.as_bool().is_some();
                if !is_int && maxlen.as_small_int().is_none() {
                    return Err(vm.type_error("an integer is required"));
                }
                let maxlen = vm.index_isize(maxlen)?;
                match usize::try_from(maxlen) {
                    Ok(maxlen) => Some(maxlen),
                    Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
                }
            }
        };
        this.maxlen.set(maxlen);
        if this.len(vm) > 0 {
            this.changed();
            drop(this.items.take(vm));
        }
        match iterable {
            Some(iterable) => this.extend_at(vm, Some(this.value()), iterable, End::Right),
            None => Ok(()),
        }
    }

    /// Add an element to the right side of the deque.
    #[pymethod("append($self, object, /)", no_text)]
    fn append(vm: &mut Vm, this: This<'_, PyDeque>, object: &Value) {
        this.push(vm, object.clone(), End::Right);
    }

    /// Add an element to the left side of the deque.
    #[pymethod("appendleft($self, object, /)", no_text)]
    fn appendleft(vm: &mut Vm, this: This<'_, PyDeque>, object: &Value) {
        this.push(vm, object.clone(), End::Left);
    }

    /// Remove all elements from the deque.
    #[pymethod("clear($self, /)", no_text)]
    fn clear(vm: &mut Vm, this: This<'_, PyDeque>) {
        this.changed();
        drop(this.items.take(vm));
    }

    /// Return a shallow copy of a deque.
    #[pymethod("copy($self, /)", no_text)]
    #[pymethod("__copy__($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        PyDeque::copied(vm, this)
    }

    /// D.count(value) -> integer -- return number of occurrences of value
    #[pymethod("count($self, value, /)", no_text)]
    fn count(vm: &mut Vm, this: This<'_, PyDeque>, value: &Value) -> PyResult<usize> {
        let state = this.state.get();
        let mut count = 0;
        for place in 0..this.len(vm) {
            let Some(item) = this.get(vm, place) else { break };
            count += usize::from(vm.eq(&item, value)?);
            if this.state.get() != state {
                return Err(vm.runtime_error("deque mutated during iteration"));
            }
        }
        Ok(count)
    }

    /// Extend the right side of the deque with elements from the iterable
    #[pymethod("extend($self, iterable, /)", no_text)]
    fn extend(vm: &mut Vm, this: This<'_, PyDeque>, iterable: &Value) -> PyResult<()> {
        this.extend_at(vm, Some(this.value()), iterable, End::Right)
    }

    /// Extend the left side of the deque with elements from the iterable
    #[pymethod("extendleft($self, iterable, /)", no_text)]
    fn extendleft(vm: &mut Vm, this: This<'_, PyDeque>, iterable: &Value) -> PyResult<()> {
        this.extend_at(vm, Some(this.value()), iterable, End::Left)
    }

    /// D.index(value, [start, [stop]]) -> integer -- return first index of value.
    /// Raises ValueError if the value is not present.
    #[pymethod("index($self, value, start=0, stop=<unrepresentable>, /)", no_text, convention = "tuple")]
    fn index(
        vm: &mut Vm,
        this: This<'_, PyDeque>,
        value: &Value,
        start: Option<&Value>,
        stop: Option<&Value>,
    ) -> PyResult<usize> {
        let len = this.len(vm);
        let start = search_bound(vm, start, 0, len)?;
        let stop = search_bound(vm, stop, len, len)?.min(len);
        match this.find(vm, value, start, stop)? {
            Some(place) => Ok(place),
            None => PyDeque::not_found(vm, value),
        }
    }

    /// D.insert(index, object) -- insert object before index
    #[pymethod("insert($self, index, object, /)", no_text, convention = "tuple")]
    fn insert(vm: &mut Vm, this: This<'_, PyDeque>, index: isize, object: &Value) -> PyResult<()> {
        let items = this.items.borrow_mut(vm);
        let len = items.len();
        if this.maxlen.get().is_some_and(|maxlen| len >= maxlen) {
            return Err(vm.index_error("deque already at its maximum size"));
        }
        let place =
            if index < 0 { index.saturating_add(len as isize).max(0) as usize } else { (index as usize).min(len) };
        items.insert(place, object.clone());
        this.changed();
        Ok(())
    }

    /// Remove and return the rightmost element.
    #[pymethod("pop($self, /)", no_text)]
    fn pop(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        this.pop_at(vm, End::Right)
    }

    /// Remove and return the leftmost element.
    #[pymethod("popleft($self, /)", no_text)]
    fn popleft(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        this.pop_at(vm, End::Left)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        let name = vm.names.__dict__.clone();
        let state = vm.get_attr_opt(this.value(), &name)?.unwrap_or(Value::NONE);
        let iterator = vm.iter(this.value())?;
        let arguments = match this.maxlen.get() {
            Some(maxlen) => vec![vm.new_tuple(Vec::new()), vm.new_int(maxlen as i64)],
            None => Vec::new(),
        };
        let arguments = vm.new_tuple(arguments);
        let class = vm.type_of(this.value()).value();
        Ok(vm.new_tuple_from(&[class, arguments, state, iterator]))
    }

    /// D.remove(value) -- remove first occurrence of value.
    #[pymethod("remove($self, value, /)", no_text)]
    fn remove(vm: &mut Vm, this: This<'_, PyDeque>, value: &Value) -> PyResult<()> {
        let state = this.state.get();
        for place in 0..this.len(vm) {
            let Some(item) = this.get(vm, place) else { break };
            let equal = vm.eq(&item, value)?;
            if this.state.get() != state {
                return Err(vm.index_error("deque mutated during iteration"));
            }
            if equal {
                this.remove_at(vm, place);
                return Ok(());
            }
        }
        PyDeque::not_found(vm, value).map(|_| ())
    }

    /// D.__reversed__() -- return a reverse iterator over the deque
    #[pymethod("__reversed__($self, /)", no_text)]
    fn reversed(vm: &mut Vm, this: This<'_, PyDeque>) -> Value {
        let iterator = PyDequeReverseIterator::new(vm, this);
        vm.new_object(iterator)
    }

    /// D.reverse() -- reverse *IN PLACE*
    #[pymethod("reverse($self, /)", no_text)]
    fn reverse(vm: &mut Vm, this: This<'_, PyDeque>) {
        this.items.borrow_mut(vm).make_contiguous().reverse();
    }

    /// Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.
    #[pymethod("rotate($self, n=1, /)", no_text)]
    fn rotate(vm: &mut Vm, this: This<'_, PyDeque>, n: isize) {
        this.rotate_by(vm, n);
    }

    /// D.__sizeof__() -- size of D in memory, in bytes
    #[pymethod("__sizeof__($self, /)", no_text)]
    fn sizeof(vm: &mut Vm, this: This<'_, PyDeque>) -> usize {
        80 + (this.len(vm) / 64 + 1) * 528
    }

    /// maximum size of a deque or None if unbounded
    #[getter("maxlen")]
    fn maxlen(this: This<'_, PyDeque>) -> Option<usize> {
        this.maxlen.get()
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        guarded_repr(vm, this.value(), "[...]", |vm| {
            let items = this.items.borrow(vm).iter().cloned().collect();
            let items = vm.new_list(items);
            let mut text = StrBuilder::new();
            text.push_str(&vm.type_of(this.value()).name(vm));
            text.push_str("(");
            push_repr(vm, &mut text, &items)?;
            if let Some(maxlen) = this.maxlen.get() {
                text.push_str(&format!(", maxlen={maxlen}"));
            }
            text.push_str(")");
            Ok(vm.new_str_data(text.data()))
        })
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyDeque>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyDeque>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if equality && this.value().is(other) {
            return Ok(Value::bool(op == CompareOp::Eq));
        }
        if equality && this.len(vm) != that.len(vm) {
            return Ok(Value::bool(op == CompareOp::Ne));
        }
        let this = this.payload();
        compare_items(
            vm,
            (|vm: &Vm, i| this.get(vm, i), |vm: &Vm| this.len(vm)),
            (|vm: &Vm, i| that.get(vm, i), |vm: &Vm| that.len(vm)),
            op,
            0,
        )
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult {
        let iterator = PyDequeIterator::new(vm, this);
        Ok(vm.new_object(iterator))
    }

    #[slot(bool)]
    fn bool(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult<bool> {
        Ok(this.len(vm) != 0)
    }

    #[slot(len)]
    fn len_slot(vm: &mut Vm, this: This<'_, PyDeque>) -> PyResult<usize> {
        Ok(this.len(vm))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyDeque>, key: &Value) -> PyResult {
        let place = this.place(vm, key)?;
        Ok(this.get(vm, place).unwrap_or(Value::NONE))
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyDeque>, key: &Value, value: Option<&Value>) -> PyResult<()> {
        let place = this.place(vm, key)?;
        match value {
            None => this.remove_at(vm, place),
            Some(value) => {
                if let Some(item) = this.items.borrow_mut(vm).get_mut(place) {
                    *item = value.clone();
                }
            }
        }
        Ok(())
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyDeque>, item: &Value) -> PyResult<bool> {
        Ok(this.find(vm, item, 0, usize::MAX)?.is_some())
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, this: This<'_, PyDeque>, other: &Value) -> PyResult {
        if !other.is_a::<PyDeque>() {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!("can only concatenate deque (not \"{name}\") to deque")));
        }
        let result = PyDeque::copied(vm, this)?;
        if let Some(deque) = result.downcast::<PyDeque>() {
            deque.extend_at(vm, Some(&result), other, End::Right)?;
        }
        Ok(result)
    }

    #[slot(inplace_concat)]
    fn inplace_concat(vm: &mut Vm, this: This<'_, PyDeque>, other: &Value) -> PyResult {
        this.extend_at(vm, Some(this.value()), other, End::Right)?;
        Ok(this.value().clone())
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyDeque>, count: isize) -> PyResult {
        let result = PyDeque::copied(vm, this)?;
        if let Some(deque) = result.downcast::<PyDeque>() {
            deque.multiply(vm, count)?;
        }
        Ok(result)
    }

    #[slot(inplace_repeat)]
    fn inplace_repeat(vm: &mut Vm, this: This<'_, PyDeque>, count: isize) -> PyResult {
        this.multiply(vm, count)?;
        Ok(this.value().clone())
    }
}
