//! minipy-stdlib.
