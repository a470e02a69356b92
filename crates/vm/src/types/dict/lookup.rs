//! Finding, setting and deleting keys of a dict from native code.

use super::{PyDict, same_key};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

impl PyDict {
    /// The position of `key`. Comparing with `==` may run Python code; if that changes the keys, probing starts again.
    #[inline]
    pub fn lookup(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        'restart: loop {
            let mut probe = self.table.borrow(vm).probe(hash);
            loop {
                let Some((position, entry)) = self.table.borrow(vm).candidate(&mut probe, hash) else {
                    return Ok(None);
                };
                match same_key(&entry.key, key) {
                    Some(true) => return Ok(Some(position)),
                    Some(false) => continue,
                    None => {}
                }
                let found = entry.key.clone();
                let version = self.table.borrow_mut(vm).version();
                let same = vm.eq(&found, key)?;
                if self.table.borrow(vm).current_version() != version {
                    continue 'restart;
                }
                if same {
                    return Ok(Some(position));
                }
            }
        }
    }

    /// The value of `key`; errors come from its `__hash__` or `__eq__`.
    #[inline]
    pub fn get(&self, vm: &mut Vm, key: &Value) -> PyResult<Option<Value>> {
        let hash = vm.hash(key)?;
        self.get_hashed(vm, key, hash)
    }

    /// The value of `key`, whose hash is known.
    #[inline]
    pub fn get_hashed(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        let position = self.lookup(vm, key, hash)?;
        Ok(position.and_then(|p| self.table.borrow(vm).entry(p).map(|entry| entry.value.clone())))
    }

    /// Whether `key` is there.
    #[inline]
    pub fn has(&self, vm: &mut Vm, key: &Value) -> PyResult<bool> {
        let hash = vm.hash(key)?;
        Ok(self.lookup(vm, key, hash)?.is_some())
    }

    /// `self[key] = value`.
    #[inline]
    pub fn set(&self, vm: &mut Vm, key: &Value, value: Value) -> PyResult<()> {
        let hash = vm.hash(key)?;
        self.set_hashed(vm, key, hash, value)
    }

    /// `self[key] = value` with the key's hash.
    #[inline]
    pub fn set_hashed(&self, vm: &mut Vm, key: &Value, hash: i64, value: Value) -> PyResult<()> {
        let position = self.lookup(vm, key, hash)?;
        let table = self.table.borrow_mut(vm);
        match position {
            Some(position) => drop(table.set_value(position, value)),
            None => table.insert_new(hash, key.clone(), value),
        }
        Ok(())
    }

    /// The value of `key`, which is `default` from now on if there was none.
    pub fn set_default(&self, vm: &mut Vm, key: &Value, default: Value) -> PyResult {
        let hash = vm.hash(key)?;
        let position = self.lookup(vm, key, hash)?;
        if let Some(entry) = position.and_then(|position| self.table.borrow(vm).entry(position)) {
            return Ok(entry.value.clone());
        }
        self.table.borrow_mut(vm).insert_new(hash, key.clone(), default.clone());
        Ok(default)
    }

    /// Takes `key` out and returns its value.
    pub fn remove(&self, vm: &mut Vm, key: &Value) -> PyResult<Option<Value>> {
        let hash = vm.hash(key)?;
        self.remove_hashed(vm, key, hash)
    }

    /// Takes `key`, whose hash is known, out and returns its value.
    pub fn remove_hashed(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        let position = self.lookup(vm, key, hash)?;
        Ok(position.and_then(|p| self.table.borrow_mut(vm).remove(p)).map(|(_, value)| value))
    }

    /// Moves `key` behind (or before) all others; false if it is not there.
    pub fn move_to_end(&self, vm: &mut Vm, key: &Value, last: bool) -> PyResult<bool> {
        let hash = vm.hash(key)?;
        let Some(position) = self.lookup(vm, key, hash)? else { return Ok(false) };
        let table = self.table.borrow_mut(vm);
        if let Some((key, value)) = table.remove(position) {
            if last { table.insert_new(hash, key, value) } else { table.insert_first(hash, key, value) }
        }
        Ok(true)
    }

    /// Takes the last (or first) pair out.
    pub fn pop_end(&self, vm: &mut Vm, last: bool) -> Option<(Value, Value)> {
        let table = self.table.borrow_mut(vm);
        let found = if last { table.previous_from(table.entries.len()) } else { table.next_from(0) };
        let position = found?.0;
        table.remove(position)
    }

    /// The value under a str; never fails and runs no Python code (keys that are no strs are not considered).
    #[inline]
    pub fn get_str(&self, vm: &Vm, name: &Value) -> Option<Value> {
        let position = self.position_of_str(vm, name)?;
        self.table.borrow(vm).entry(position).map(|entry| entry.value.clone())
    }

    /// The position of a str key; never fails and runs no Python code.
    #[inline]
    pub fn position_of_str(&self, vm: &Vm, name: &Value) -> Option<usize> {
        let text = name.downcast::<PyStr>()?;
        let hash = text.cached_hash(vm.hash_key);
        self.table.borrow(vm).find(hash, name, |key| key.downcast::<PyStr>().is_some_and(|other| other.same_text(text)))
    }

    /// Sets the value under a str; never fails and runs no Python code.
    pub fn set_str(&self, vm: &mut Vm, name: &Value, value: Value) {
        let Some(text) = name.downcast::<PyStr>() else { return };
        let hash = text.cached_hash(vm.hash_key);
        let position = self.position_of_str(vm, name);
        let table = self.table.borrow_mut(vm);
        match position {
            Some(position) => drop(table.set_value(position, value)),
            None => table.insert_new(hash, name.clone(), value),
        }
    }

    /// Removes a str key.
    pub fn remove_str(&self, vm: &mut Vm, name: &Value) -> Option<Value> {
        let position = self.position_of_str(vm, name)?;
        self.table.borrow_mut(vm).remove(position).map(|(_, value)| value)
    }

    /// Number of keys.
    #[inline(always)]
    pub fn len(&self, vm: &Vm) -> usize {
        self.table.borrow(vm).len()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self, vm: &Vm) -> bool {
        self.len(vm) == 0
    }

    /// Copies of the first entry at or after `position`; `position` moves past it.
    #[inline]
    pub fn next_entry(&self, vm: &Vm, position: &mut usize) -> Option<(Value, i64, Value)> {
        let (found, entry) = self.table.borrow(vm).next_from(*position)?;
        *position = found + 1;
        Some((entry.key.clone(), entry.hash, entry.value.clone()))
    }
}
