//! The standard library: native modules, and (later) those in Python.

pub mod native;
