//! Methods and operators of set and frozenset.

use minipy_macros::pymethods;

use super::algebra::{
    self, Elements, compare, copy, difference, difference_all, difference_update, from_iterable, intersection,
    intersection_all, is_disjoint, is_subset, symmetric_difference, symmetric_update, update,
};
use super::iter::PySetIterator;
use super::{PyFrozenSet, PySet, SetTable, any_set};
use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::{CompareOp, Ty};
use crate::types::sequence::{guarded_repr, push_repr};
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

/// What `item` is looked up as: itself, or (a set cannot be hashed) a frozenset of its elements.
fn with_hashable<R>(vm: &mut Vm, item: &Value, find: impl Fn(&mut Vm, &Value, i64) -> PyResult<R>) -> PyResult<R> {
    let result = vm.hash(item).and_then(|hash| find(vm, item, hash));
    match (result, item.downcast::<PySet>()) {
        (Err(_), Some(set)) if vm.raised_is(vm.exc.type_error) => {
            vm.clear_raised();
            let frozen = copy(vm, &set.table)?.into_inner();
            let frozen = vm.new_object(PyFrozenSet::new(frozen));
            let hash = vm.hash(&frozen)?;
            find(vm, &frozen, hash)
        }
        (result, _) => result,
    }
}

fn has(vm: &mut Vm, set: &Elements, item: &Value) -> PyResult<bool> {
    with_hashable(vm, item, |vm, item, hash| set.has_hashed(vm, item, hash))
}

/// An instance of set or frozenset itself, whichever `like` is.
fn same_kind(vm: &Vm, like: &Value, elements: Elements) -> Value {
    if like.is_a::<PySet>() { new_set(vm, elements) } else { vm.new_object(PyFrozenSet::new(elements.into_inner())) }
}

fn new_set(vm: &Vm, elements: Elements) -> Value {
    vm.new_object(PySet::new(elements.into_inner()))
}

fn show(vm: &mut Vm, this: &Value, set: &Elements, exact_braces: bool) -> PyResult {
    let name = vm.type_name(this);
    if set.borrow(vm).is_empty() {
        return Ok(vm.new_str(&format!("{name}()")));
    }
    guarded_repr(vm, this, &format!("{name}(...)"), |vm| {
        let keys: Vec<Value> = set.borrow(vm).keys().cloned().collect();
        let mut text = StrBuilder::new();
        let bare = exact_braces && vm.is_exact::<PySet>(this);
        if !bare {
            text.push_str(&name);
            text.push_str("(");
        }
        let mut separator = "{";
        for key in &keys {
            text.push_str(separator);
            separator = ", ";
            push_repr(vm, &mut text, key)?;
        }
        text.push_str(if bare { "}" } else { "})" });
        Ok(vm.new_str_data(text.data()))
    })
}

/// At most one positional argument, under this name in messages.
fn at_most_one<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<Option<&'a Value>> {
    match args.positional() {
        [] => Ok(None),
        [iterable] => Ok(Some(iterable)),
        more => {
            let given = more.len();
            Err(vm.type_error(format!("{name} expected at most 1 argument, got {given}")))
        }
    }
}

macro_rules! common {
    ($($ident:ident)*) => { $(
        #[pymethods(part = "common")]
        impl $ident {
            #[slot(repr)]
            fn repr(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                show(vm, this.value(), &this.table, true)
            }

            #[slot(richcompare)]
            fn richcompare(vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
                compare(vm, this, other, op)
            }

            #[slot(iter)]
            fn iter(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                Ok(vm.new_object(PySetIterator::new(vm, this.value(), &this.table)))
            }

            #[slot(len)]
            fn len(vm: &mut Vm, this: This<'_, $ident>) -> PyResult<usize> {
                Ok(this.table.borrow(vm).len())
            }

            #[slot(contains)]
            fn contains(vm: &mut Vm, this: This<'_, $ident>, item: &Value) -> PyResult<bool> {
                has(vm, &this.table, item)
            }

            #[slot(subtract)]
            fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                match (any_set(left), any_set(right)) {
                    (Some(set), Some(_)) => {
                        let table = difference(vm, set, right)?;
                        Ok(same_kind(vm, left, table))
                    }
                    _ => Ok(Value::NOT_IMPLEMENTED),
                }
            }

            #[slot(and)]
            fn and(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                match (any_set(left), any_set(right)) {
                    (Some(set), Some(_)) => {
                        let table = intersection(vm, set, right)?;
                        Ok(same_kind(vm, left, table))
                    }
                    _ => Ok(Value::NOT_IMPLEMENTED),
                }
            }

            #[slot(xor)]
            fn xor(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                match (any_set(left), any_set(right)) {
                    (Some(_), Some(_)) => {
                        let table = symmetric_difference(vm, left, right)?;
                        Ok(same_kind(vm, left, table))
                    }
                    _ => Ok(Value::NOT_IMPLEMENTED),
                }
            }

            #[slot(or)]
            fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
                let (Some(set), Some(other)) = (any_set(left), any_set(right)) else {
                    return Ok(Value::NOT_IMPLEMENTED);
                };
                let result = copy(vm, set)?;
                if !left.is(right) {
                    result.merge(vm, other)?;
                }
                Ok(same_kind(vm, left, result))
            }

            /// x.__contains__(y) <==> y in x.
            #[pymethod("__contains__($self, object, /)", no_text)]
            fn contains_method(vm: &mut Vm, this: This<'_, $ident>, item: &Value) -> PyResult<bool> {
                has(vm, &this.table, item)
            }

            /// Return the difference of two or more sets as a new set.
            ///
            /// (i.e. all elements that are in this set but not the others.)
            #[pymethod("difference($self, *others)", no_text, convention = "tuple")]
            fn difference(vm: &mut Vm, this: This<'_, $ident>, others: &[Value]) -> PyResult {
                let result = difference_all(vm, &this.table, others)?;
                Ok(same_kind(vm, this.value(), result))
            }

            /// Return the intersection of two sets as a new set.
            ///
            /// (i.e. all elements that are in both sets.)
            #[pymethod("intersection($self, *others)", no_text, convention = "tuple")]
            fn intersection(vm: &mut Vm, this: This<'_, $ident>, others: &[Value]) -> PyResult {
                let result = intersection_all(vm, &this.table, others)?;
                Ok(same_kind(vm, this.value(), result))
            }

            /// Return the symmetric difference of two sets as a new set.
            ///
            /// (i.e. all elements that are in exactly one of the sets.)
            #[pymethod("symmetric_difference($self, other, /)", no_text)]
            fn symmetric_difference(vm: &mut Vm, this: This<'_, $ident>, other: &Value) -> PyResult {
                let result = symmetric_difference(vm, this.value(), other)?;
                Ok(same_kind(vm, this.value(), result))
            }

            /// Return the union of sets as a new set.
            ///
            /// (i.e. all elements that are in either set.)
            #[pymethod("union($self, *others)", no_text, convention = "tuple")]
            fn union(vm: &mut Vm, this: This<'_, $ident>, others: &[Value]) -> PyResult {
                let result = copy(vm, &this.table)?;
                for other in others {
                    if !other.is(this.value()) {
                        update(vm, &result, other)?;
                    }
                }
                Ok(same_kind(vm, this.value(), result))
            }

            /// Return True if two sets have a null intersection.
            #[pymethod("isdisjoint($self, other, /)", no_text)]
            fn isdisjoint(vm: &mut Vm, this: This<'_, $ident>, other: &Value) -> PyResult<bool> {
                is_disjoint(vm, &this.table, other)
            }

            /// Report whether another set contains this set.
            #[pymethod("issubset($self, other, /)", no_text)]
            fn issubset(vm: &mut Vm, this: This<'_, $ident>, other: &Value) -> PyResult<bool> {
                match any_set(other) {
                    Some(other) => is_subset(vm, &this.table, other),
                    None => {
                        let other = from_iterable(vm, other)?;
                        is_subset(vm, &this.table, &other)
                    }
                }
            }

            /// Report whether this set contains another set.
            #[pymethod("issuperset($self, other, /)", no_text)]
            fn issuperset(vm: &mut Vm, this: This<'_, $ident>, other: &Value) -> PyResult<bool> {
                match any_set(other) {
                    Some(other) => is_subset(vm, other, &this.table),
                    None => {
                        let other = from_iterable(vm, other)?;
                        is_subset(vm, &other, &this.table)
                    }
                }
            }

            /// Return state information for pickling.
            #[pymethod("__reduce__($self, /)", no_text)]
            fn reduce(vm: &mut Vm, this: This<'_, $ident>) -> PyResult {
                let keys = this.table.borrow(vm).keys().cloned().collect();
                let keys = vm.new_list(keys);
                let arguments = vm.new_tuple_from(&[keys]);
                let name = vm.names.__dict__.clone();
                let state = vm.get_attr_opt(this.value(), &name)?.unwrap_or(Value::NONE);
                let class = vm.type_of(this.value()).value();
                Ok(vm.new_tuple_from(&[class, arguments, state]))
            }

            /// S.__sizeof__() -> size of S in memory, in bytes
            #[pymethod("__sizeof__($self, /)", no_text)]
            fn sizeof(vm: &mut Vm, this: This<'_, $ident>) -> usize {
                let dict = if vm.type_of(this.value()).has_dict { 8 } else { 0 };
                200 + dict + this.table.borrow(vm).extra_size()
            }

            /// See PEP 585
            #[classmethod("__class_getitem__($type, item, /)", no_text)]
            fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
                vm.generic_alias(&cls.value(), item)
            }
        }
    )* };
}

common!(PySet PyFrozenSet);

#[pymethods(part = "mutable")]
impl PySet {
    #[new("set(iterable=(), /)", no_text, raw)]
    fn new_empty(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PySet::new(SetTable::default())))
    }

    #[init("set(iterable=(), /)", no_text, raw)]
    fn init(vm: &mut Vm, this: This<'_, PySet>, args: Args<'_>) -> PyResult<()> {
        if args.has_keywords() {
            return Err(vm.type_error("set() takes no keyword arguments"));
        }
        let name = vm.type_name(this.value());
        let iterable = at_most_one(vm, args, &name)?;
        let old = this.table.borrow_mut(vm).clear();
        drop(old);
        match iterable {
            Some(iterable) => update(vm, &this.table, iterable),
            None => Ok(()),
        }
    }

    /// Add an element to a set.
    ///
    /// This has no effect if the element is already present.
    #[pymethod("add($self, object, /)", no_text)]
    fn add(vm: &mut Vm, this: This<'_, PySet>, object: &Value) -> PyResult<()> {
        this.table.add(vm, object.clone()).map(|_| ())
    }

    /// Remove all elements from this set.
    #[pymethod("clear($self, /)", no_text)]
    fn clear(vm: &mut Vm, this: This<'_, PySet>) {
        let old = this.table.borrow_mut(vm).clear();
        drop(old);
    }

    /// Return a shallow copy of a set.
    #[pymethod("copy($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: This<'_, PySet>) -> PyResult {
        let elements = copy(vm, &this.table)?;
        Ok(new_set(vm, elements))
    }

    /// Remove an element from a set if it is a member.
    ///
    /// If the element is not a member, do nothing.
    #[pymethod("discard($self, object, /)", no_text)]
    fn discard(vm: &mut Vm, this: This<'_, PySet>, object: &Value) -> PyResult<()> {
        with_hashable(vm, object, |vm, item, hash| this.table.discard_hashed(vm, item, hash)).map(|_| ())
    }

    /// Remove an element from a set; it must be a member.
    ///
    /// If the element is not a member, raise a KeyError.
    #[pymethod("remove($self, object, /)", no_text)]
    fn remove(vm: &mut Vm, this: This<'_, PySet>, object: &Value) -> PyResult<()> {
        if with_hashable(vm, object, |vm, item, hash| this.table.discard_hashed(vm, item, hash))? {
            return Ok(());
        }
        Err(vm.key_error(object))
    }

    /// Remove and return an arbitrary set element.
    /// Raises KeyError if the set is empty.
    #[pymethod("pop($self, /)", no_text)]
    fn pop(vm: &mut Vm, this: This<'_, PySet>) -> PyResult {
        match this.table.borrow_mut(vm).pop() {
            Some(key) => Ok(key),
            None => Err(vm.raise(vm.exc.key_error, "pop from an empty set")),
        }
    }

    /// Remove all elements of another set from this set.
    #[pymethod("difference_update($self, *others)", no_text, convention = "tuple")]
    fn difference_update(vm: &mut Vm, this: This<'_, PySet>, others: &[Value]) -> PyResult<()> {
        others.iter().try_for_each(|other| difference_update(vm, &this.table, other))
    }

    /// Update a set with the intersection of itself and another.
    #[pymethod("intersection_update($self, *others)", no_text, convention = "tuple")]
    fn intersection_update(vm: &mut Vm, this: This<'_, PySet>, others: &[Value]) -> PyResult<()> {
        let result = intersection_all(vm, &this.table, others)?;
        this.table.exchange(vm, result.into_inner());
        Ok(())
    }

    /// Update a set with the symmetric difference of itself and another.
    #[pymethod("symmetric_difference_update($self, other, /)", no_text)]
    fn symmetric_difference_update(vm: &mut Vm, this: This<'_, PySet>, other: &Value) -> PyResult<()> {
        symmetric_update(vm, &this.table, other)
    }

    /// Update a set with the union of itself and others.
    #[pymethod("update($self, *others)", no_text, convention = "tuple")]
    fn update(vm: &mut Vm, this: This<'_, PySet>, others: &[Value]) -> PyResult<()> {
        others.iter().try_for_each(|other| update(vm, &this.table, other))
    }

    #[slot(inplace_subtract)]
    fn inplace_subtract(vm: &mut Vm, this: This<'_, PySet>, other: &Value) -> PyResult {
        if any_set(other).is_none() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        difference_update(vm, &this.table, other)?;
        Ok(this.value().clone())
    }

    #[slot(inplace_and)]
    fn inplace_and(vm: &mut Vm, this: This<'_, PySet>, other: &Value) -> PyResult {
        if any_set(other).is_none() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let result = intersection(vm, &this.table, other)?;
        this.table.exchange(vm, result.into_inner());
        Ok(this.value().clone())
    }

    #[slot(inplace_xor)]
    fn inplace_xor(vm: &mut Vm, this: This<'_, PySet>, other: &Value) -> PyResult {
        if any_set(other).is_none() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        symmetric_update(vm, &this.table, other)?;
        Ok(this.value().clone())
    }

    #[slot(inplace_or)]
    fn inplace_or(vm: &mut Vm, this: This<'_, PySet>, other: &Value) -> PyResult {
        match any_set(other) {
            Some(other) => this.table.merge(vm, other)?,
            None => return Ok(Value::NOT_IMPLEMENTED),
        }
        Ok(this.value().clone())
    }
}

#[pymethods(part = "frozen")]
impl PyFrozenSet {
    #[new("frozenset(iterable=(), /)", no_text, raw)]
    fn new_instance(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let exact = cls == vm.ty::<PyFrozenSet>();
        if exact && args.has_keywords() {
            return Err(vm.type_error("frozenset() takes no keyword arguments"));
        }
        let name = cls.name(vm);
        let elements = match at_most_one(vm, args, &name)? {
            Some(iterable) if exact && vm.is_exact::<PyFrozenSet>(iterable) => return Ok(iterable.clone()),
            Some(iterable) => from_iterable(vm, iterable)?,
            None => algebra::empty(),
        };
        Ok(vm.new_instance(cls, PyFrozenSet::new(elements.into_inner())))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyFrozenSet>) -> PyResult<i64> {
        if this.hash.get() == -1 {
            this.hash.set(algebra::hash(this.table.borrow(vm)));
        }
        Ok(this.hash.get())
    }

    /// Return a shallow copy of a set.
    #[pymethod("copy($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: This<'_, PyFrozenSet>) -> PyResult {
        if vm.is_exact::<PyFrozenSet>(this.value()) {
            return Ok(this.value().clone());
        }
        let elements = copy(vm, &this.table)?;
        Ok(same_kind(vm, this.value(), elements))
    }
}
