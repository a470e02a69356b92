//! A marshal stream being written, in one pass, and which of its objects are one object.
//!
//! CPython's writer numbers every object that anything else refers to. Its compiler interns names and merges equal
//! constants, bytecode and tables within a file, so there equality is identity; this is the same graph, made from values.
//! An object that equals an earlier one is written as a reference to it. That the earlier one is referred to is known only
//! then, and the numbers of references count such objects only: flags and numbers are filled in at the end.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::code::CodeFlags;

use super::tag::{FLAG_REF, Tag};
use super::write::{WriteError, Written};

/// An object of a stream: equal for what is one object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Object(u32);

impl Object {
    /// Stands for no object.
    pub const NONE: Object = Object(u32::MAX);

    fn at(self) -> usize {
        self.0 as usize
    }
}

/// A stream being written.
#[derive(Debug)]
pub struct Stream {
    out: Vec<u8>,
    version: u32,
    /// Where each object begins, in the order of their beginnings.
    begins: Vec<usize>,
    /// Where references leave room for a number, and to what.
    references: Vec<(usize, Object)>,
    leaves: HashTable<Leaf>,
    tuples: HashTable<Group>,
    frozensets: HashTable<Group>,
    /// The members of groups under way, innermost group on top.
    members: Vec<Object>,
    /// The members of finished groups.
    grouped: Vec<Object>,
}

/// An object without parts, known by its bytes.
#[derive(Clone, Copy, Debug)]
struct Leaf {
    hash: u64,
    end: usize,
    object: Object,
}

/// A tuple or frozenset, known by its members.
#[derive(Clone, Copy, Debug)]
struct Group {
    hash: u64,
    from: usize,
    to: usize,
    object: Object,
}

/// What a group is that has been begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GroupKind {
    /// A tuple.
    Tuple,
    /// A frozenset.
    FrozenSet,
}

/// A tuple or frozenset under way.
#[derive(Debug)]
#[must_use = "a group that is begun must be ended"]
pub struct OpenGroup {
    kind: GroupKind,
    object: Object,
    members: usize,
    references: usize,
}

/// The numbers of a code object, in the order of the stream.
#[derive(Clone, Copy, Debug)]
pub struct CodeHead {
    /// `co_argcount`
    pub argcount: u32,
    /// `co_posonlyargcount`
    pub posonlyargcount: u32,
    /// `co_kwonlyargcount`
    pub kwonlyargcount: u32,
    /// `co_nlocals`
    pub nlocals: u32,
    /// `co_stacksize`
    pub stacksize: u32,
    /// `co_flags`
    pub flags: CodeFlags,
}

impl Stream {
    /// A stream in the current version that follows what is in `out`.
    pub fn after(out: Vec<u8>) -> Stream {
        Stream::in_version(out, super::VERSION)
    }

    /// A stream in a version of the format.
    pub(super) fn in_version(out: Vec<u8>, version: u32) -> Stream {
        Stream {
            out,
            version,
            begins: Vec::new(),
            references: Vec::new(),
            leaves: HashTable::new(),
            tuples: HashTable::new(),
            frozensets: HashTable::new(),
            members: Vec::new(),
            grouped: Vec::new(),
        }
    }

    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// Whether objects that were written can be referred to.
    pub(super) fn shares(&self) -> bool {
        self.version >= 3
    }

    /// Whether there are short forms of short objects.
    fn short_forms(&self) -> bool {
        self.version >= 4
    }

    /// A new object begins here.
    #[inline]
    pub fn begin(&mut self) -> Object {
        let object = Object(self.begins.len() as u32);
        self.begins.push(self.out.len());
        object
    }

    /// A reference to an object that was written.
    #[inline]
    pub fn again(&mut self, object: Object) {
        self.tag(Tag::Ref);
        self.references.push((self.out.len(), object));
        self.long(0);
    }

    /// An object without parts, which is the one with the same bytes if that was written.
    pub(super) fn leaf(&mut self, write: impl FnOnce(&mut Self) -> Written) -> Result<Object, WriteError> {
        let object = self.begin();
        let begin = self.out.len();
        write(self)?;
        if !self.shares() {
            return Ok(object);
        }
        let end = self.out.len();
        let bytes = self.out.get(begin..end).unwrap_or_default();
        let hash = FxBuildHasher.hash_one(bytes);
        let equal = |leaf: &Leaf| {
            let begin = self.begins.get(leaf.object.at()).copied().unwrap_or_default();
            leaf.hash == hash && self.out.get(begin..leaf.end) == Some(bytes)
        };
        match self.leaves.find(hash, equal) {
            Some(&Leaf { object: earlier, .. }) => {
                self.take_back(object);
                self.again(earlier);
                Ok(earlier)
            }
            None => {
                self.leaves.insert_unique(hash, Leaf { hash, end, object }, |leaf| leaf.hash);
                Ok(object)
            }
        }
    }

    /// Forgets the newest object.
    fn take_back(&mut self, object: Object) {
        if let Some(&begin) = self.begins.get(object.at()) {
            self.out.truncate(begin);
        }
        self.begins.truncate(object.at());
    }

    /// Begins a tuple or frozenset of so many members. It is the one with the same members if that was written.
    pub fn begin_group(&mut self, kind: GroupKind, length: usize) -> Result<OpenGroup, WriteError> {
        let (members, references) = (self.members.len(), self.references.len());
        let object = self.begin();
        match (kind, u8::try_from(length)) {
            (GroupKind::Tuple, Ok(length)) if self.short_forms() => {
                self.tag(Tag::SmallTuple);
                self.out.push(length);
            }
            (GroupKind::Tuple, _) => {
                self.tag(Tag::Tuple);
                self.size(length)?;
            }
            (GroupKind::FrozenSet, _) => {
                self.tag(Tag::FrozenSet);
                self.size(length)?;
            }
        }
        Ok(OpenGroup { kind, object, members, references })
    }

    /// Says that the object just written is the next member of the innermost group.
    #[inline]
    pub fn member(&mut self, object: Object) {
        self.members.push(object);
    }

    /// Ends a group.
    pub fn end_group(&mut self, group: OpenGroup) -> Object {
        if !self.shares() {
            self.members.truncate(group.members);
            return group.object;
        }
        let groups = match group.kind {
            GroupKind::Tuple => &mut self.tuples,
            GroupKind::FrozenSet => &mut self.frozensets,
        };
        let members = self.members.get(group.members..).unwrap_or_default();
        let hash = members.iter().fold(members.len() as u64, |hash, member| {
            (hash.rotate_left(5) ^ u64::from(member.0)).wrapping_mul(0xf135_7aea_2e62_a9c5)
        });
        let hash = hash.rotate_left(26);
        let equal = |other: &Group| other.hash == hash && self.grouped.get(other.from..other.to) == Some(members);
        let object = match groups.find(hash, equal) {
            Some(&Group { object, .. }) => object,
            None => {
                let from = self.grouped.len();
                self.grouped.extend_from_slice(members);
                let new = Group { hash, from, to: self.grouped.len(), object: group.object };
                groups.insert_unique(hash, new, |group| group.hash);
                group.object
            }
        };
        self.members.truncate(group.members);
        if object != group.object {
            // All members were written before, so that only references go.
            self.references.truncate(group.references);
            self.take_back(group.object);
            self.again(object);
        }
        object
    }

    /// Begins a code object: its numbers. What follows are `co_code`, `co_consts`, `co_names`, `co_varnames`, `co_freevars`,
    /// `co_cellvars`, `co_filename`, `co_name`, the first line as a [`Stream::long`], and `co_linetable`.
    pub fn begin_code(&mut self, head: CodeHead) -> Object {
        let object = self.begin();
        self.tag(Tag::Code);
        let CodeHead { argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags } = head;
        for count in [argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags.0] {
            self.long(count.cast_signed());
        }
        object
    }

    /// An object there is only one of.
    fn single(&mut self, tag: Tag) -> Object {
        self.tag(tag);
        Object(u32::MAX - 1 - tag as u32)
    }

    /// `None`
    pub fn none(&mut self) -> Object {
        self.single(Tag::None)
    }

    /// `...`
    pub fn ellipsis(&mut self) -> Object {
        self.single(Tag::Ellipsis)
    }

    /// The class `StopIteration`
    pub fn stop_iteration(&mut self) -> Object {
        self.single(Tag::StopIteration)
    }

    /// `True` or `False`
    pub fn bool(&mut self, value: bool) -> Object {
        self.single(if value { Tag::True } else { Tag::False })
    }

    /// A bytes object.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<Object, WriteError> {
        self.leaf(|me| {
            me.tag(Tag::Bytes);
            me.sized(bytes)
        })
    }

    /// A str, in WTF-8.
    pub fn text(&mut self, bytes: &[u8], interned: bool) -> Result<Object, WriteError> {
        self.leaf(|me| me.write_text(bytes, interned))
    }

    /// A str that is known not to have been written.
    pub fn new_text(&mut self, bytes: &[u8], interned: bool) -> Result<Object, WriteError> {
        let object = self.begin();
        self.write_text(bytes, interned)?;
        Ok(object)
    }

    fn write_text(&mut self, bytes: &[u8], interned: bool) -> Written {
        if !(self.short_forms() && bytes.is_ascii()) {
            self.tag(if interned && self.shares() { Tag::Interned } else { Tag::Unicode });
            return self.sized(bytes);
        }
        match u8::try_from(bytes.len()) {
            Ok(length) => {
                self.tag(if interned { Tag::ShortAsciiInterned } else { Tag::ShortAscii });
                self.out.push(length);
                self.out.extend_from_slice(bytes);
                Ok(())
            }
            Err(_) => {
                self.tag(if interned { Tag::AsciiInterned } else { Tag::Ascii });
                self.sized(bytes)
            }
        }
    }

    #[inline]
    pub(super) fn tag(&mut self, tag: Tag) {
        self.out.push(tag as u8);
    }

    /// A number that is no object.
    #[inline]
    pub fn long(&mut self, value: i32) {
        self.out.extend_from_slice(&value.to_le_bytes());
    }

    pub(super) fn size(&mut self, size: usize) -> Written {
        self.long(i32::try_from(size).map_err(|_| WriteError::TooLong)?);
        Ok(())
    }

    #[inline]
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn sized(&mut self, bytes: &[u8]) -> Written {
        self.size(bytes.len())?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    /// The bytes. `first_is_referenced` says that others refer to the first object too.
    pub fn finish(mut self, first_is_referenced: bool) -> Vec<u8> {
        const UNREFERENCED: u32 = u32::MAX;
        let mut numbers = vec![UNREFERENCED; self.begins.len()];
        if first_is_referenced
            && self.shares()
            && let Some(first) = numbers.first_mut()
        {
            *first = 0;
        }
        for (_, object) in &self.references {
            if let Some(number) = numbers.get_mut(object.at()) {
                *number = 0;
            }
        }
        let mut next = 0;
        for (number, &begin) in numbers.iter_mut().zip(&self.begins) {
            if *number != UNREFERENCED {
                *number = next;
                next += 1;
                if let Some(tag) = self.out.get_mut(begin) {
                    *tag |= FLAG_REF;
                }
            }
        }
        for &(at, object) in &self.references {
            if let Some(room) = self.out.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<4>())
                && let Some(number) = numbers.get(object.at())
            {
                *room = number.to_le_bytes();
            }
        }
        self.out
    }
}
