//! The cache of names looked up on types (CPython's method cache in typeobject.c).
//!
//! Plain data of classes (what binds to nothing) may be replaced while `Vm::epoch` stands: such answers are kept as the
//! place in the class's dict, so that a class attribute used as a counter voids nothing.

use super::type_::Ty;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

/// Entries at first (a small program's memory is not spent here) and at most.
const ENTRIES: (usize, usize) = (1 << 8, 1 << 12);

/// What a look-up found.
#[derive(Clone)]
pub enum Found {
    /// The name is absent.
    Absent,
    /// This value, as long as the epoch stands.
    Fixed(Value),
    /// Whatever stands at this position in this class's dict.
    Data(Ty, u32),
}

impl Found {
    /// The value.
    #[inline(always)]
    pub fn value(&self, vm: &Vm) -> Option<Value> {
        match self {
            Found::Absent => None,
            Found::Fixed(value) => Some(value.clone()),
            Found::Data(ty, position) => ty.entry_at(vm, *position),
        }
    }
}

impl Ty {
    /// The value at a position in the dict of this very type.
    pub(crate) fn entry_at(self, vm: &Vm, position: u32) -> Option<Value> {
        let table = self.dict.downcast::<PyDict>()?.table.borrow(vm);
        table.entry(position as usize).and_then(|entry| entry.value.clone().bound())
    }
}

/// One answer: `name` looked up along the MRO of the type with this address, while the Vm's epoch stood.
#[derive(Clone)]
struct Entry {
    ty: u64,
    name: u64,
    epoch: u32,
    found: Found,
}

/// See the module. Made at the first look-up.
#[derive(Default)]
pub struct MethodCache {
    entries: Vec<Entry>,
    /// Good answers that had to go for others, since the table has this size.
    evicted: usize,
}

impl MethodCache {
    #[inline(always)]
    fn place(&self, ty: Ty, name: &Value) -> usize {
        ((ty.address() >> 5) ^ (name.word() >> 4) ^ (name.word() >> 11)) as usize & self.entries.len().wrapping_sub(1)
    }

    /// The cached answer, if there is one.
    #[inline(always)]
    pub(super) fn get(&self, ty: Ty, name: &Value, epoch: u32) -> Option<&Found> {
        let entry = self.entries.get(self.place(ty, name))?;
        (entry.ty == ty.address() && entry.name == name.word() && entry.epoch == epoch).then_some(&entry.found)
    }

    /// Lets go of what a name meant: values that a class has no more do not live on here.
    pub(super) fn forget(&mut self, name: &Value) {
        let word = name.word();
        for entry in self.entries.iter_mut().filter(|entry| entry.name == word) {
            entry.found = Found::Absent;
            (entry.ty, entry.name) = (0, 0);
        }
    }

    /// Remembers an answer. `name` is interned (so it stays alive).
    pub(super) fn put(&mut self, ty: Ty, name: &Value, epoch: u32, found: Found) {
        let size = self.entries.len();
        if size == 0 || (self.evicted > size && size < ENTRIES.1) {
            self.entries = vec![Entry { ty: 0, name: 0, epoch: 0, found: Found::Absent }; (size * 4).max(ENTRIES.0)];
            self.evicted = 0;
        }
        let place = self.place(ty, name);
        if let Some(entry) = self.entries.get_mut(place) {
            self.evicted += usize::from(entry.epoch == epoch);
            *entry = Entry { ty: ty.address(), name: name.word(), epoch, found };
        }
    }
}
