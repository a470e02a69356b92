//! Execution of register code.

pub mod host;
