//! minipy-bytecode.
