//! The reader's side of references: numbered objects, and how much each would unfold to.

use crate::constant::Constant;

use super::MAX_DEPTH;
use super::fault::FaultKind;

/// What an object amounts to when every reference in it is followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// Levels of nesting; 0 for an object without parts.
    height: usize,
    /// Objects, and one more for every eight bytes of text: what a walk or a repr would cost.
    cost: u64,
    /// The unhashable type it is or holds.
    unhashable: Option<&'static str>,
}

impl Weight {
    /// An object without parts, with `bytes` bytes of text.
    pub(super) const fn leaf(bytes: usize) -> Weight {
        Weight { height: 0, cost: 1 + bytes as u64 / 8, unhashable: None }
    }

    /// A container without members yet; the word names the type if it is unhashable.
    pub(super) const fn container(unhashable: Option<&'static str>) -> Weight {
        Weight { height: 1, cost: 1, unhashable }
    }

    /// Adds a member to a container. Fails where the whole becomes too deep or costs more than `limit`.
    pub(super) fn add(&mut self, member: Weight, limit: u64) -> Result<(), FaultKind> {
        self.height = self.height.max(member.height + 1);
        self.cost = self.cost.saturating_add(member.cost);
        self.unhashable = self.unhashable.or(member.unhashable);
        if self.height > MAX_DEPTH {
            return Err(FaultKind::TooDeep);
        }
        if self.cost > limit { Err(FaultKind::TooLarge) } else { Ok(()) }
    }

    /// Fails where an object of this weight cannot be a set member or dict key.
    pub(super) fn check_hashable(&self) -> Result<(), FaultKind> {
        self.unhashable.map_or(Ok(()), |name| Err(FaultKind::Unhashable(name)))
    }

    /// A code object is hashable, whatever its constants are.
    pub(super) fn hashable(self) -> Weight {
        Weight { unhashable: None, ..self }
    }
}

/// A finished object.
pub(super) type Weighed = (Constant, Weight);

/// The objects that later references may name, by number.
#[derive(Debug, Default)]
pub(super) struct Refs(Vec<Option<Weighed>>);

impl Refs {
    /// Takes the next number for an object that is not finished yet.
    pub(super) fn reserve(&mut self) -> usize {
        self.0.push(None);
        self.0.len() - 1
    }

    /// Fills in a finished object under its number.
    pub(super) fn fill(&mut self, number: usize, object: &Weighed) {
        if let Some(slot) = self.0.get_mut(number) {
            *slot = Some(object.clone());
        }
    }

    /// The object with this number, once it is finished.
    pub(super) fn get(&self, number: i32) -> Result<Weighed, FaultKind> {
        let number = usize::try_from(number).map_err(|_| FaultKind::Reference)?;
        self.0.get(number).cloned().flatten().ok_or(FaultKind::Reference)
    }
}
