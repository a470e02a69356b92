//! Constants: what `co_consts` and a marshal stream can hold.
//!
//! Answers to `Python/marshal.c` (which types there are) and to `_PyCode_ConstantKey` in `Objects/codeobject.c` (when two
//! constants are the same: type and value, `0.0` and `-0.0` apart). These are not the VM's values, only their description.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use dashu_int::IBig;

use crate::code::CodeObject;
pub use crate::text::PyText;

/// An immutable Python object as data; cheap to clone.
///
/// Equality and hash are those under which the compiler merges constants: equal in type and in value, floats by their bits.
#[derive(Clone, Debug, Default)]
pub enum Constant {
    /// `None`
    #[default]
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// The class `StopIteration`, which marshal has a code for.
    StopIteration,
    /// An int of any size.
    Int(IBig),
    /// A float.
    Float(f64),
    /// A complex number: real part, imaginary part.
    Complex(f64, f64),
    /// A str.
    Str(PyText),
    /// A bytes object.
    Bytes(Arc<[u8]>),
    /// A tuple.
    Tuple(Arc<[Constant]>),
    /// A frozenset; the order is that of writing.
    FrozenSet(Arc<[Constant]>),
    /// A code object.
    Code(Arc<CodeObject>),
    /// A list: only in marshal streams.
    List(Arc<[Constant]>),
    /// A set: only in marshal streams.
    Set(Arc<[Constant]>),
    /// A dict: only in marshal streams.
    Dict(Arc<[(Constant, Constant)]>),
}

impl Constant {
    /// `True` or `False`.
    pub const fn bool(value: bool) -> Constant {
        if value { Constant::True } else { Constant::False }
    }

    /// A str that is not interned.
    pub fn str(text: &str) -> Constant {
        Constant::Str(PyText::from(text))
    }

    /// The name of the Python type.
    pub const fn type_name(&self) -> &'static str {
        match self {
            Constant::None => "NoneType",
            Constant::True | Constant::False => "bool",
            Constant::Ellipsis => "ellipsis",
            Constant::StopIteration => "type",
            Constant::Int(_) => "int",
            Constant::Float(_) => "float",
            Constant::Complex(..) => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            Constant::Tuple(_) => "tuple",
            Constant::FrozenSet(_) => "frozenset",
            Constant::Code(_) => "code",
            Constant::List(_) => "list",
            Constant::Set(_) => "set",
            Constant::Dict(_) => "dict",
        }
    }
}

impl From<i64> for Constant {
    fn from(value: i64) -> Constant {
        Constant::Int(IBig::from(value))
    }
}

impl From<bool> for Constant {
    fn from(value: bool) -> Constant {
        Constant::bool(value)
    }
}

impl PartialEq for Constant {
    fn eq(&self, other: &Constant) -> bool {
        match (self, other) {
            (Constant::Int(a), Constant::Int(b)) => a == b,
            (Constant::Float(a), Constant::Float(b)) => a.to_bits() == b.to_bits(),
            (Constant::Complex(a, b), Constant::Complex(c, d)) => {
                (a.to_bits(), b.to_bits()) == (c.to_bits(), d.to_bits())
            }
            (Constant::Str(a), Constant::Str(b)) => a == b,
            (Constant::Bytes(a), Constant::Bytes(b)) => a == b,
            (Constant::Tuple(a), Constant::Tuple(b)) | (Constant::List(a), Constant::List(b)) => {
                Arc::ptr_eq(a, b) || a == b
            }
            (Constant::FrozenSet(a), Constant::FrozenSet(b)) | (Constant::Set(a), Constant::Set(b)) => {
                Arc::ptr_eq(a, b) || same_members(a, b)
            }
            (Constant::Dict(a), Constant::Dict(b)) => Arc::ptr_eq(a, b) || a == b,
            (Constant::Code(a), Constant::Code(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Eq for Constant {}

/// Whether two sequences hold the same members, in whatever order; linear in their length.
fn same_members(a: &[Constant], b: &[Constant]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut count: HashMap<&Constant, isize> = HashMap::with_capacity(a.len());
    for member in a {
        *count.entry(member).or_default() += 1;
    }
    b.iter().all(|member| {
        count.get_mut(member).is_some_and(|n| {
            *n -= 1;
            *n >= 0
        })
    })
}

impl Hash for Constant {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis | Constant::StopIteration => {}
            Constant::Int(value) => value.hash(state),
            Constant::Float(value) => value.to_bits().hash(state),
            Constant::Complex(real, imag) => (real.to_bits(), imag.to_bits()).hash(state),
            Constant::Str(text) => text.hash(state),
            Constant::Bytes(bytes) => bytes.hash(state),
            Constant::Tuple(items) | Constant::List(items) => items.hash(state),
            Constant::FrozenSet(items) | Constant::Set(items) => {
                let one = BuildHasherDefault::<DefaultHasher>::default();
                items.iter().fold(0u64, |sum, item| sum.wrapping_add(one.hash_one(item))).hash(state);
            }
            Constant::Dict(items) => items.hash(state),
            Constant::Code(code) => code.hash(state),
        }
    }
}
