//! The syntax tree: nodes, literal values, and what can be done with a tree.

pub mod constant;
mod dump;
pub mod fields;
mod identifier;
pub mod nodes;
pub mod printable;
pub mod repr;
mod unparse;

pub use constant::{Constant, Int, Wtf8};
pub use dump::{TooDeep, dump};
pub use identifier::{Identifier, Interned};
pub use nodes::*;
pub use unparse::unparse;
