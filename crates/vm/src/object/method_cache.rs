//! The cache of names looked up on types (CPython's method cache in typeobject.c).

use super::type_::Ty;
use crate::value::Value;

const ENTRIES: usize = 1 << 11;

/// One answer: `name` looked up along the MRO of the type with this address, while both epochs of the Vm stood.
#[derive(Clone)]
struct Entry {
    ty: u64,
    name: u64,
    epoch: u64,
    found: Option<Value>,
}

/// See the module. Made at the first look-up.
#[derive(Default)]
pub struct MethodCache {
    entries: Vec<Entry>,
}

impl MethodCache {
    fn place(ty: Ty, name: &Value) -> usize {
        ((ty.address() >> 5) ^ (name.word() >> 4)) as usize & (ENTRIES - 1)
    }

    /// The cached answer, if there is one: `Some(None)` means that the name is known to be absent.
    #[inline]
    pub(super) fn get(&self, ty: Ty, name: &Value, epoch: u64) -> Option<Option<Value>> {
        let entry = self.entries.get(Self::place(ty, name))?;
        (entry.ty == ty.address() && entry.name == name.word() && entry.epoch == epoch).then(|| entry.found.clone())
    }

    /// Remembers an answer. `name` is interned (so it stays alive).
    pub(super) fn put(&mut self, ty: Ty, name: &Value, epoch: u64, found: Option<Value>) {
        if self.entries.is_empty() {
            self.entries = vec![Entry { ty: 0, name: 0, epoch: 0, found: None }; ENTRIES];
        }
        if let Some(entry) = self.entries.get_mut(Self::place(ty, name)) {
            *entry = Entry { ty: ty.address(), name: name.word(), epoch, found };
        }
    }
}
