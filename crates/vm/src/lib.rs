//! minipy-vm.

pub mod code;
