//! Filling a dict from mappings, from pairs and from keyword arguments (dict_update_common and its parts).

use super::PyDict;
use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyTuple;
use crate::types::list::PyList;
use crate::value::Value;
use crate::vm::Vm;

/// What to do about keys that are there already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Duplicates {
    /// The new value replaces the old one.
    Replace,
    /// KeyError.
    Fail,
}

impl PyDict {
    /// `self.update(other)`: a mapping if it has `keys`, else pairs.
    pub fn update(&self, vm: &mut Vm, other: &Value) -> PyResult<()> {
        if vm.is_exact::<PyDict>(other) {
            return self.merge(vm, other, Duplicates::Replace);
        }
        let keys = vm.names.keys.clone();
        match vm.get_attr_opt(other, &keys)? {
            Some(_) => self.merge(vm, other, Duplicates::Replace),
            None => self.merge_pairs(vm, other),
        }
    }

    /// `dict.update(*args, **kwargs)`, under the name that messages say.
    pub(super) fn update_from_args(&self, vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<()> {
        match args.positional() {
            [] => {}
            [other] => self.update(vm, other)?,
            more => {
                let given = more.len();
                return Err(vm.type_error(format!("{name} expected at most 1 argument, got {given}")));
            }
        }
        for (name, value) in args.keywords() {
            self.set_str(vm, name, value.clone());
        }
        Ok(())
    }

    /// Adds what a mapping holds. Dicts that iterate as dicts do are read directly.
    pub fn merge(&self, vm: &mut Vm, other: &Value, duplicates: Duplicates) -> PyResult<()> {
        match other.downcast::<PyDict>() {
            Some(dict) if vm.iterates_as_dict(other) => self.merge_dict(vm, dict, duplicates),
            _ => self.merge_mapping(vm, other, duplicates),
        }
    }

    fn merge_dict(&self, vm: &mut Vm, other: &PyDict, duplicates: Duplicates) -> PyResult<()> {
        if std::ptr::eq(self, other) || other.is_empty(vm) {
            return Ok(());
        }
        let from = other.table.borrow(vm);
        if self.is_empty(vm) && from.len() == from.entries.len() {
            let copy = from.clone();
            self.table.set(vm, copy);
            return Ok(());
        }
        let size = from.entries.len();
        let mut position = 0;
        while let Some((key, hash, value)) = other.next_entry(vm, &mut position) {
            if duplicates == Duplicates::Fail && self.lookup(vm, &key, hash)?.is_some() {
                return Err(vm.key_error(&key));
            }
            self.set_hashed(vm, &key, hash, value)?;
            if other.table.borrow(vm).entries.len() != size {
                return Err(vm.runtime_error("dict mutated during update"));
            }
        }
        Ok(())
    }

    fn merge_mapping(&self, vm: &mut Vm, other: &Value, duplicates: Duplicates) -> PyResult<()> {
        let name = vm.names.keys.clone();
        let keys = vm.call_method(other, &name, &[])?;
        vm.for_each(&keys, |vm, key| {
            if duplicates == Duplicates::Fail && self.has(vm, &key)? {
                return Err(vm.key_error(&key));
            }
            let value = vm.get_item(other, &key)?;
            self.set(vm, &key, value)
        })
    }

    /// Adds pairs: the items of an iterable of iterables of two.
    pub fn merge_pairs(&self, vm: &mut Vm, pairs: &Value) -> PyResult<()> {
        let mut place = 0usize;
        vm.for_each(pairs, |vm, pair| {
            if let Some((key, value)) = pair_of(vm, &pair) {
                place += 1;
                return self.set(vm, &key, value);
            }
            let items = match vm.iter(&pair) {
                Ok(iterator) => vm.collect(&iterator)?,
                Err(_) if vm.raised_is(vm.exc.type_error) => {
                    vm.clear_raised();
                    let message = format!("cannot convert dictionary update sequence element #{place} to a sequence");
                    return Err(vm.type_error(message));
                }
                Err(raised) => return Err(raised),
            };
            let [key, value] = items.as_slice() else {
                let len = items.len();
                let message = format!("dictionary update sequence element #{place} has length {len}; 2 is required");
                return Err(vm.value_error(message));
            };
            place += 1;
            self.set(vm, key, value.clone())
        })
    }

    /// A copy of the table without holes.
    pub(super) fn copied(&self, vm: &mut Vm) -> PyDict {
        let from = self.table.borrow(vm);
        if from.len() == from.entries.len() {
            return PyDict { table: VmCell::new(from.clone()) };
        }
        let mut table = super::DictTable::with_capacity(from.len());
        for entry in from.iter() {
            table.insert_new(entry.hash, entry.key.clone(), entry.value.clone());
        }
        PyDict { table: VmCell::new(table) }
    }
}

/// The items of an exact tuple or list of two.
#[inline]
fn pair_of(vm: &Vm, pair: &Value) -> Option<(Value, Value)> {
    let items = match pair.downcast::<PyTuple>() {
        Some(tuple) if vm.is_exact::<PyTuple>(pair) => tuple.items(),
        _ if vm.is_exact::<PyList>(pair) => pair.downcast::<PyList>()?.items.borrow(vm).as_slice(),
        _ => return None,
    };
    match items {
        [key, value] => Some((key.clone(), value.clone())),
        _ => None,
    }
}

impl Vm {
    /// Whether iterating over a dict (of a subclass perhaps) is dict's own iteration.
    pub(crate) fn iterates_as_dict(&self, value: &Value) -> bool {
        if self.is_exact::<PyDict>(value) {
            return true;
        }
        match (self.type_of(value).slots.iter.get(), self.ty::<PyDict>().slots.iter.get()) {
            (Some(iter), Some(own)) => std::ptr::fn_addr_eq(iter, own),
            _ => false,
        }
    }
}
