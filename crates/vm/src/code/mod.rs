//! Register code: the instruction table, lowering, and the side table.

pub mod isa;
pub mod lower;
pub mod lowered;
pub mod print;
pub mod side;

pub use lowered::Lowered;
