//! The syntax tree: nodes, literal values, and what can be done with a tree.

pub mod constant;
pub mod nodes;

pub use constant::{Constant, Int, Wtf8};
pub use nodes::*;
