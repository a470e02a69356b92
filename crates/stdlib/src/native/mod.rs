//! Native modules, one file or folder each.

pub mod abc;
pub mod collections;
pub mod functools;
pub mod itertools;
pub mod math;

use minipy_vm::object::def::ModuleDef;

/// All of them.
pub(crate) static MODULES: &[&ModuleDef] =
    &[&abc::MODULE, &collections::MODULE, &functools::MODULE, &itertools::MODULE, &math::MODULE];
