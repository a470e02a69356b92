//! minipy-parser.
