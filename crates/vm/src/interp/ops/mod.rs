//! Handlers, by family.

pub mod arith;
pub mod attr;
pub mod branch;
pub mod build;
pub mod calls;
pub mod cells;
pub mod compare;
pub mod dunder;
pub mod except;
pub mod functions;
pub mod generators;
pub mod imports;
pub mod iter;
pub mod matching;
pub mod moves;
pub mod names;
pub mod returns;
pub mod subscr;
pub mod with;

/// What every file of handlers uses.
pub mod prelude {
    pub use super::{except, moves};
    pub use crate::code::isa::{Op, Word, flag, form};
    pub use crate::exc::{PyResult, Raised};
    pub use crate::interp::dispatch::{
        Exit, Fp, K, Pc, branch_outcome, no_result, outcome, put_result, release, save_pc, wants_attention,
    };
    pub use crate::interp::regs::{Held, Regs, drop_word, has_shape, header_of, incref, value_of, word_of};
    pub use crate::value::Value;
    pub use crate::vm::Vm;
    pub use crate::{branch_ops, effect_ops, finish, finish_branch, next, result_ops};
}
