//! Native modules, one file or folder each.

pub mod abc;
pub mod collections;
pub mod functools;
pub mod itertools;
