//! minipy-bytecode: the contract between compiler, files and VM.
//!
//! Opcodes, instructions, code objects, constants and line tables of CPython 3.10; reading and writing `.pyc` files;
//! the static verifier, without which no code runs; the disassembler. It depends on no other crate of minipy.

pub mod code;
pub mod constant;
pub mod dis;
pub mod instr;
pub mod linetable;
pub mod magic;
pub mod marshal;
pub mod opcode;
pub mod pyc;
pub mod repr;
pub mod text;
pub mod verify;

pub use code::{CodeFlags, CodeObject};
pub use constant::Constant;
pub use instr::Instr;
pub use opcode::Opcode;
pub use text::PyText;
pub use verify::{VerifiedCode, verify, verify_tree};
