//! Native modules, one file or folder each.

pub mod abc;
pub mod bisect;
pub mod cmath;
pub mod collections;
pub mod dis;
pub mod functools;
pub mod gc;
pub mod heapq;
pub mod io;
pub mod itertools;
pub mod marshal;
pub mod math;
pub mod operator;
pub mod posix;
pub mod random;
pub mod re;
pub mod site;
pub mod sys;
pub mod time;
pub mod weakref;

use minipy_vm::object::def::ModuleDef;

/// All of them.
pub(crate) static MODULES: &[&ModuleDef] = &[
    &abc::MODULE,
    &bisect::MODULE,
    &minipy_vm::builtins::MODULE,
    &cmath::MODULE,
    &minipy_vm::codecs::module::MODULE,
    &collections::MODULE,
    &dis::MODULE,
    &marshal::MODULE,
    &time::MODULE,
    &functools::MODULE,
    &gc::MODULE,
    &heapq::MODULE,
    &io::MODULE,
    &itertools::MODULE,
    &math::MODULE,
    &operator::MODULE,
    &posix::MODULE,
    &random::MODULE,
    &re::MODULE,
    &minipy_vm::types::str::formatter::MODULE,
    &sys::MODULE,
    &weakref::MODULE,
];
