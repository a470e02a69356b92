//! What the recogniser keeps of an expression: enough to name it and to look for targets in it.

use crate::lexer::Tok;

/// Part of the source: its first and last token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub first: u32,
    pub last: u32,
}

/// A recognised expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'d> {
    pub shape: Shape<'d>,
    pub span: Span,
}

/// What kind of expression it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape<'d> {
    Name(&'d str),
    Attribute,
    Subscript,
    Starred(&'d Node<'d>),
    List(&'d [Node<'d>]),
    Tuple(&'d [Node<'d>]),
    /// The left operand, and whether the first operator is `in`.
    Compare(&'d Node<'d>, bool),
    /// An imaginary number.
    Imaginary,
    /// Any other number.
    Real,
    /// Any other kind, by CPython's name for it.
    Other(&'static str),
}

/// What an expression was meant as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Targets {
    Star,
    Del,
    For,
}

impl<'d> Node<'d> {
    /// CPython's name for the kind of expression (`_PyPegen_get_expr_name`).
    pub fn name(&self) -> &'static str {
        match self.shape {
            Shape::Name(_) => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred(_) => "starred",
            Shape::List(_) => "list",
            Shape::Tuple(_) => "tuple",
            Shape::Compare(..) => "comparison",
            Shape::Imaginary | Shape::Real => "literal",
            Shape::Other(name) => name,
        }
    }

    /// Whether it is the name `print` or `exec`, statements of old.
    pub fn is_legacy_statement(&self) -> bool {
        matches!(self.shape, Shape::Name("print" | "exec"))
    }

    /// The first part that cannot be a target. Recursion goes no deeper than brackets nest.
    pub fn invalid_target(&self, targets: Targets) -> Option<Node<'d>> {
        match self.shape {
            Shape::List(elts) | Shape::Tuple(elts) => elts.iter().find_map(|elt| elt.invalid_target(targets)),
            Shape::Starred(_) if targets == Targets::Del => Some(*self),
            Shape::Starred(value) => value.invalid_target(targets),
            Shape::Compare(left, first_is_in) if targets == Targets::For => {
                if first_is_in {
                    left.invalid_target(targets)
                } else {
                    None
                }
            }
            Shape::Name(_) | Shape::Subscript | Shape::Attribute => None,
            _ => Some(*self),
        }
    }
}

/// The name of a constant that is a keyword.
pub(super) const fn constant_name(kind: Tok) -> &'static str {
    match kind {
        Tok::None => "None",
        Tok::True => "True",
        Tok::False => "False",
        Tok::Ellipsis => "ellipsis",
        _ => "literal",
    }
}
