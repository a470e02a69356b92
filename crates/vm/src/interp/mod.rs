//! Running register code.
//!
//! Handlers (`ops`) all have one signature and end in a tail call to the next; their state is in their arguments: the
//! instruction word, the address after it, the frame's slots, the constants, the Vm. Slow exits are tail calls too.
//! Answers to CPython's Python/ceval.c.
//!
//! The one value stack holds `[callee][arguments = first locals][other locals][cells][temporaries]` for each frame; the
//! frame records are on a stack of their own. Calls between Python functions stay within one run of the loop.

pub mod bind;
pub mod cache;
pub mod call;
pub mod dispatch;
pub mod entry;
pub mod exact;
pub mod frame;
pub mod host;
pub mod names;
pub mod ops;
pub mod regs;
pub mod resume;
pub mod sink;
pub mod stack;
pub mod unwind;

pub use frame::{Frame, special};
pub use regs::{Held, Regs};
pub use stack::State;
