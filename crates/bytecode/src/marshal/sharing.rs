//! Which objects of a stream are one object.
//!
//! CPython's writer numbers every object that anything else refers to. Its compiler interns names and merges equal
//! constants, bytecode and tables within a file, so there equality is identity; this is the same graph, made from values.
//! Lists, sets, dicts and code objects are shared only where they are the same in memory.

use std::hash::Hash;
use std::sync::Arc;

use dashu_int::IBig;
use rustc_hash::FxHashMap;

use crate::code::CodeObject;
use crate::constant::Constant;
use crate::text::PyText;

use super::MAX_DEPTH;
use super::write::WriteError;

/// An object without parts, as a key.
#[derive(PartialEq, Eq, Hash)]
enum Leaf<'a> {
    Int(&'a IBig),
    Float(u64),
    Complex(u64, u64),
    Str(&'a [u8], bool),
    Bytes(&'a [u8]),
}

/// The objects of a stream in the order of writing: a number for each place, and how often each number is used.
#[derive(Default)]
pub(super) struct Sharing<'a> {
    leaves: FxHashMap<Leaf<'a>, u32>,
    tuples: FxHashMap<Box<[u32]>, u32>,
    frozensets: FxHashMap<Box<[u32]>, u32>,
    by_address: FxHashMap<usize, u32>,
    uses: Vec<u32>,
    /// The number of the object at each place, parts after their whole; parts of a second occurrence have no place.
    places: Vec<u32>,
}

/// What an object without identity has in `places`.
pub(super) const SINGLETON: u32 = u32::MAX;

/// The finished analysis.
pub(super) struct Shared {
    /// The number of the object at each place.
    pub(super) places: Vec<u32>,
    /// How often each object is referred to.
    pub(super) uses: Vec<u32>,
}

impl<'a> Sharing<'a> {
    /// Analyses what writing `root` would write.
    pub(super) fn of(root: &'a Constant) -> Result<Shared, WriteError> {
        let mut sharing = Sharing::default();
        let number = sharing.constant(root, Within::Plain, 0)?;
        sharing.use_once(number);
        Ok(Shared { places: sharing.places, uses: sharing.uses })
    }

    fn fresh(&mut self) -> u32 {
        self.uses.push(0);
        (self.uses.len() - 1) as u32
    }

    fn use_once(&mut self, number: u32) {
        if let Some(uses) = self.uses.get_mut(number as usize) {
            *uses += 1;
        }
    }

    fn place(&mut self, number: u32) -> u32 {
        self.places.push(number);
        number
    }

    fn leaf(&mut self, leaf: Leaf<'a>) -> u32 {
        let next = self.uses.len() as u32;
        let number = *self.leaves.entry(leaf).or_insert(next);
        if number == next {
            self.uses.push(0);
        }
        self.place(number)
    }

    fn constant(&mut self, constant: &'a Constant, within: Within, depth: usize) -> Result<u32, WriteError> {
        if depth >= MAX_DEPTH {
            return Err(WriteError::TooDeep);
        }
        Ok(match constant {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis | Constant::StopIteration => {
                self.place(SINGLETON)
            }
            Constant::Int(value) => self.leaf(Leaf::Int(value)),
            Constant::Float(value) => self.leaf(Leaf::Float(value.to_bits())),
            Constant::Complex(real, imag) => self.leaf(Leaf::Complex(real.to_bits(), imag.to_bits())),
            Constant::Str(text) => self.leaf(Leaf::Str(text.as_bytes(), within.interns(text))),
            Constant::Bytes(bytes) => self.leaf(Leaf::Bytes(bytes)),
            Constant::Tuple(items) => self.by_address(address(items), |me, slot| {
                me.equal_group(slot, items, within, depth, |me| &mut me.tuples)
            })?,
            Constant::FrozenSet(items) => self.by_address(address(items), |me, slot| {
                me.equal_group(slot, items, within, depth, |me| &mut me.frozensets)
            })?,
            Constant::List(items) | Constant::Set(items) => {
                self.by_address(address(items), |me, slot| me.single_group(slot, items.iter(), depth))?
            }
            Constant::Dict(items) => self.by_address(address(items), |me, slot| {
                me.single_group(slot, items.iter().flat_map(|(key, value)| [key, value]), depth)
            })?,
            Constant::Code(code) => self.by_address(address(code), |me, slot| me.code(slot, code, depth))?,
        })
    }

    /// Looks an object up by where it is in memory, and analyses it if it is new. `analyse` gets the index of its place.
    fn by_address(
        &mut self,
        address: usize,
        analyse: impl FnOnce(&mut Self, usize) -> Result<u32, WriteError>,
    ) -> Result<u32, WriteError> {
        let slot = self.places.len();
        if let Some(&number) = self.by_address.get(&address) {
            return Ok(self.place(number));
        }
        self.place(SINGLETON);
        let number = analyse(self, slot)?;
        if let Some(place) = self.places.get_mut(slot) {
            *place = number;
        }
        self.by_address.insert(address, number);
        Ok(number)
    }

    /// A group that is the same object as every group with the same members.
    fn equal_group(
        &mut self,
        slot: usize,
        items: &'a [Constant],
        within: Within,
        depth: usize,
        groups: impl Fn(&mut Self) -> &mut FxHashMap<Box<[u32]>, u32>,
    ) -> Result<u32, WriteError> {
        let mut members = Vec::with_capacity(items.len());
        for item in items {
            let number = self.constant(item, within, depth + 1)?;
            members.push(if number == SINGLETON { singleton_number(item) } else { number });
        }
        Ok(self.merge(slot, members, groups))
    }

    /// The number of a group with these members; if it is a second occurrence, its members lose their places.
    fn merge(
        &mut self,
        slot: usize,
        members: Vec<u32>,
        groups: impl Fn(&mut Self) -> &mut FxHashMap<Box<[u32]>, u32>,
    ) -> u32 {
        if let Some(&number) = groups(self).get(members.as_slice()) {
            self.places.truncate(slot + 1);
            return number;
        }
        members.iter().for_each(|&member| self.use_once(member));
        let number = self.fresh();
        groups(self).insert(members.into(), number);
        number
    }

    /// A group that is an object of its own.
    fn single_group(
        &mut self,
        _slot: usize,
        items: impl Iterator<Item = &'a Constant>,
        depth: usize,
    ) -> Result<u32, WriteError> {
        for item in items {
            let number = self.constant(item, Within::Plain, depth + 1)?;
            self.use_once(number);
        }
        Ok(self.fresh())
    }

    fn code(&mut self, _slot: usize, code: &'a CodeObject, depth: usize) -> Result<u32, WriteError> {
        let mut parts = [SINGLETON; 9];
        let mut next = parts.iter_mut();
        let mut part = |number| {
            if let Some(part) = next.next() {
                *part = number;
            }
        };
        part(self.leaf(Leaf::Bytes(&code.code)));
        let slot = self.places.len();
        self.place(SINGLETON);
        let consts = self.equal_group(slot, &code.consts, Within::Code, depth + 1, |me| &mut me.tuples)?;
        self.settle(slot, consts);
        part(consts);
        for names in [&code.names, &code.varnames, &code.freevars, &code.cellvars] {
            part(self.names(names));
        }
        part(self.leaf(Leaf::Str(code.filename.as_bytes(), code.filename.is_interned())));
        part(self.leaf(Leaf::Str(code.name.as_bytes(), code.name.is_interned())));
        part(self.leaf(Leaf::Bytes(&code.linetable)));
        parts.into_iter().for_each(|number| self.use_once(number));
        Ok(self.fresh())
    }

    fn names(&mut self, names: &'a [PyText]) -> u32 {
        let slot = self.places.len();
        self.place(SINGLETON);
        let members = names.iter().map(|name| self.leaf(Leaf::Str(name.as_bytes(), true))).collect();
        let number = self.merge(slot, members, |me| &mut me.tuples);
        self.settle(slot, number);
        number
    }

    fn settle(&mut self, slot: usize, number: u32) {
        if let Some(place) = self.places.get_mut(slot) {
            *place = number;
        }
    }
}

/// Numbers for members without identity, far from those of objects.
fn singleton_number(constant: &Constant) -> u32 {
    match constant {
        Constant::True => u32::MAX - 1,
        Constant::False => u32::MAX - 2,
        Constant::Ellipsis => u32::MAX - 3,
        Constant::StopIteration => u32::MAX - 4,
        _ => SINGLETON,
    }
}

fn address<T: ?Sized>(shared: &Arc<T>) -> usize {
    Arc::as_ptr(shared).cast::<u8>().addr()
}

/// Where a str stands: making a code object interns those of its constants that look like names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// An object by itself.
    Plain,
    /// The constants of a code object.
    Code,
}

impl Within {
    /// Whether a str here is an interned one.
    pub(super) fn interns(self, text: &PyText) -> bool {
        text.is_interned() || self == Within::Code && text.has_name_characters_only()
    }
}
