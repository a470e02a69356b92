//! What is known of an entry of the stack.

use crate::constant::Constant;

/// The kind of a stack entry.
///
/// [`Kind::Method`], [`Kind::MethodSelf`] and [`Kind::Saved`] are not objects that just any instruction may use. All others
/// are objects, [`Kind::Object`] being one of which nothing else is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Any object.
    Object,
    /// The lower half of what `LOAD_METHOD` pushes: a method, or nothing.
    Method,
    /// The upper half.
    MethodSelf,
    /// A part of the exception that was being handled when the handler of this nesting was entered, or None.
    Saved(Part, u8),
    /// A part of the exception that the handler of this nesting handles.
    Caught(Part, u8),
    /// A list.
    List,
    /// A set.
    Set,
    /// A dict.
    Dict,
    /// A tuple.
    Tuple,
    /// A tuple of this many cells.
    Closure(u32),
    /// The constant with this index, a tuple.
    ConstTuple(u32),
    /// The constant with this index, a code object.
    Code(u32),
    /// A str.
    Str,
    /// A cell.
    Cell,
}

/// A part of an exception triple, from the bottom of the stack up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Traceback,
    Value,
    Type,
}

/// The parts in the order in which they are pushed.
pub(super) const TRIPLE: [Part; 3] = [Part::Traceback, Part::Value, Part::Type];

impl Kind {
    /// What `LOAD_CONST` pushes.
    pub(super) fn of(constant: &Constant, index: u32) -> Kind {
        match constant {
            Constant::Str(_) => Kind::Str,
            Constant::Tuple(_) => Kind::ConstTuple(index),
            Constant::Code(_) => Kind::Code(index),
            _ => Kind::Object,
        }
    }

    /// Whether any instruction may use it.
    pub(super) const fn is_object(self) -> bool {
        !matches!(self, Kind::Method | Kind::MethodSelf | Kind::Saved(..))
    }

    /// Whether it is a tuple.
    pub(super) const fn is_tuple(self) -> bool {
        matches!(self, Kind::Tuple | Kind::Closure(_) | Kind::ConstTuple(_))
    }

    /// What is known where two paths meet. Nothing, if no instruction could use both alike.
    pub(super) fn join(self, other: Kind) -> Option<Kind> {
        if self == other {
            Some(self)
        } else if self.is_tuple() && other.is_tuple() {
            Some(Kind::Tuple)
        } else if self.is_object() && other.is_object() {
            Some(Kind::Object)
        } else {
            None
        }
    }
}
