//! minipy-macros.
