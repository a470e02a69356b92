//! Constants as numbers: one table for the whole compilation.
//!
//! Two constants are one when `_PyCode_ConstantKey` (`Objects/codeobject.c`) says so: same type and value, `0.0` and `-0.0`
//! apart, `1`, `True` and `1.0` apart, tuples item by item, and code objects when they look alike even if they come from
//! different places of one line. CPython merges across a whole compilation, so the table lives as long as one.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use bumpalo::Bump;
use dashu_int::IBig;
use minipy_bytecode::code::CodeFlags;
use minipy_parser::ast::{Constant, Int};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::index::{IndexVec, define_id};
use crate::names::{StrId, Strings};

define_id!(
    /// A constant of the compilation.
    ConstId
);

/// The value of a constant.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Value<'a> {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An int of 64 bits.
    Int(i64),
    /// An int that needs more.
    Big(Rc<IBig>),
    /// A float, by its bits.
    Float(u64),
    /// A complex, by the bits of its parts.
    Complex(u64, u64),
    /// A str.
    Str(StrId),
    /// A bytes.
    Bytes(&'a [u8]),
    /// A tuple.
    Tuple(&'a [ConstId]),
    /// A frozenset.
    FrozenSet(FrozenSet<'a>),
    /// A code object.
    Code(&'a Code<'a>),
}

impl<'a> Value<'a> {
    /// An int of any size.
    pub fn int(value: IBig) -> Self {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::Big(Rc::new(value)),
        }
    }

    /// A float.
    pub fn float(value: f64) -> Self {
        Value::Float(value.to_bits())
    }

    /// Whether a "not a number" is in it: such a value equals nothing, not even its like.
    fn has_nan(&self) -> bool {
        let nan = |bits: &u64| f64::from_bits(*bits).is_nan();
        match self {
            Value::Float(bits) => nan(bits),
            Value::Complex(real, imag) => nan(real) || nan(imag),
            _ => false,
        }
    }
}

/// The members of a frozenset, in the order they were written; equality does not care for the order.
#[derive(Clone, Copy, Debug)]
pub struct FrozenSet<'a> {
    /// As written, without duplicates.
    pub items: &'a [ConstId],
    sorted: &'a [ConstId],
}

impl PartialEq for FrozenSet<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.sorted == other.sorted
    }
}

impl Eq for FrozenSet<'_> {}

impl Hash for FrozenSet<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.sorted.hash(state);
    }
}

/// A code object on its way to becoming one.
#[derive(Debug)]
pub struct Code<'a> {
    /// `co_name`
    pub name: StrId,
    /// `co_argcount`
    pub argcount: u32,
    /// `co_posonlyargcount`
    pub posonlyargcount: u32,
    /// `co_kwonlyargcount`
    pub kwonlyargcount: u32,
    /// `co_flags`
    pub flags: CodeFlags,
    /// `co_firstlineno`
    pub firstlineno: i32,
    /// `co_stacksize`
    pub stacksize: u32,
    /// `co_code`
    pub code: &'a [u8],
    /// `co_consts`
    pub consts: &'a [ConstId],
    /// `co_names`
    pub names: &'a [StrId],
    /// `co_varnames`
    pub varnames: &'a [StrId],
    /// `co_freevars`
    pub freevars: &'a [StrId],
    /// `co_cellvars`
    pub cellvars: &'a [StrId],
    /// `co_linetable`
    pub linetable: &'a [u8],
}

/// What `code_richcompare` compares: neither the line table nor the stack size.
impl PartialEq for Code<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || (self.name == other.name
                && (self.argcount, self.posonlyargcount, self.kwonlyargcount, self.flags, self.firstlineno)
                    == (other.argcount, other.posonlyargcount, other.kwonlyargcount, other.flags, other.firstlineno)
                && self.code == other.code
                && self.consts == other.consts
                && self.names == other.names
                && self.varnames == other.varnames
                && self.freevars == other.freevars
                && self.cellvars == other.cellvars)
    }
}

impl Eq for Code<'_> {}

impl Hash for Code<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.name, self.firstlineno, self.code.len(), self.consts).hash(state);
    }
}

/// All constants of a compilation; constants that CPython would merge have equal ids.
pub struct Consts<'a> {
    arena: &'a Bump,
    values: IndexVec<ConstId, Value<'a>>,
    ids: FxHashMap<Value<'a>, ConstId>,
    /// Strings are most of all constants, and have numbers already.
    strings: IndexVec<StrId, Option<ConstId>>,
}

impl<'a> Consts<'a> {
    /// The id of `None`.
    pub const NONE: ConstId = ConstId(0);

    /// A table that holds `None`.
    pub fn new(arena: &'a Bump) -> Self {
        let mut consts =
            Consts { arena, values: IndexVec::default(), ids: FxHashMap::default(), strings: IndexVec::default() };
        consts.add(Value::None);
        consts
    }

    /// The id of a value.
    pub fn add(&mut self, value: Value<'a>) -> ConstId {
        if value.has_nan() {
            return self.values.push(value);
        }
        if let Value::Str(text) = value {
            return self.str(text);
        }
        if let Some(&id) = self.ids.get(&value) {
            return id;
        }
        let id = self.values.push(value.clone());
        self.ids.insert(value, id);
        id
    }

    /// The id of a str.
    #[inline]
    pub fn str(&mut self, text: StrId) -> ConstId {
        self.strings.grow_to(text, None);
        match self.strings[text] {
            Some(id) => id,
            None => {
                let id = self.values.push(Value::Str(text));
                self.strings[text] = Some(id);
                id
            }
        }
    }

    /// The id of a tuple.
    pub fn tuple(&mut self, items: &[ConstId]) -> ConstId {
        match self.ids.get(&Value::Tuple(items)) {
            Some(&id) => id,
            None => {
                let items = self.arena.alloc_slice_copy(items);
                self.add(Value::Tuple(items))
            }
        }
    }

    /// The id of the frozenset of these items. Of items that compare equal in Python (`1`, `True`, `1.0`) the first stays.
    pub fn frozenset(&mut self, items: &[ConstId]) -> ConstId {
        let mut seen = FxHashSet::default();
        let mut kept = Vec::with_capacity(items.len());
        for &item in items {
            if seen.insert(self.canonical(item)) {
                kept.push(item);
            }
        }
        let items = self.arena.alloc_slice_copy(&kept);
        kept.sort_unstable();
        self.add(Value::FrozenSet(FrozenSet { items, sorted: self.arena.alloc_slice_copy(&kept) }))
    }

    /// The id of a literal of the tree.
    pub fn literal(&mut self, literal: Constant<'a>, strings: &mut Strings<'a>) -> ConstId {
        let value = match literal {
            Constant::None => return Consts::NONE,
            Constant::Str(text) => return self.str(strings.intern(text)),
            Constant::True => Value::Bool(true),
            Constant::False => Value::Bool(false),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bytes(bytes) => Value::Bytes(bytes),
            Constant::Int(Int::Small(small)) => match i64::try_from(small) {
                Ok(small) => Value::Int(small),
                Err(_) => Value::int(IBig::from(small)),
            },
            Constant::Int(Int::Big { digits, radix }) => {
                Value::int(IBig::from_str_radix(digits, radix).unwrap_or_default())
            }
            Constant::Float(value) => Value::float(value),
            Constant::Complex(imag) => Value::Complex(0, imag.to_bits()),
        };
        self.add(value)
    }

    /// The value behind an id.
    #[inline]
    pub fn value(&self, id: ConstId) -> &Value<'a> {
        &self.values[id]
    }

    /// How many constants there are.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// Python's truth of a constant.
    pub fn is_true(&self, id: ConstId, strings: &Strings<'a>) -> bool {
        let zero = |bits: u64| f64::from_bits(bits) == 0.0;
        match *self.value(id) {
            Value::None => false,
            Value::Ellipsis | Value::Big(_) | Value::Code(_) => true,
            Value::Bool(value) => value,
            Value::Int(value) => value != 0,
            Value::Float(bits) => !zero(bits),
            Value::Complex(real, imag) => !(zero(real) && zero(imag)),
            Value::Str(text) => !strings.text(text).is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::FrozenSet(set) => !set.items.is_empty(),
        }
    }

    /// A constant that stands for all that equal this one in Python, where `1 == True == 1.0 == 1+0j`.
    pub fn canonical(&mut self, id: ConstId) -> ConstId {
        let value = match *self.value(id) {
            Value::Bool(value) => Value::Int(i64::from(value)),
            Value::Float(bits) => match integral(f64::from_bits(bits)) {
                Some(int) => int,
                None => return id,
            },
            Value::Complex(real, imag) if f64::from_bits(imag) == 0.0 => {
                let real = f64::from_bits(real);
                integral(real).unwrap_or(Value::float(real))
            }
            Value::Complex(real, imag) => {
                let positive_zero = |bits: u64| (f64::from_bits(bits) + 0.0).to_bits();
                Value::Complex(positive_zero(real), positive_zero(imag))
            }
            Value::Tuple(items) => {
                let items: Vec<ConstId> = items.iter().map(|&item| self.canonical(item)).collect();
                return self.tuple(&items);
            }
            _ => return id,
        };
        self.add(value)
    }
}

/// The int that a float equals, if there is one.
fn integral(value: f64) -> Option<Value<'static>> {
    if !value.is_finite() || value.fract() != 0.0 {
        return None;
    }
    IBig::try_from(value).ok().map(Value::int)
}
