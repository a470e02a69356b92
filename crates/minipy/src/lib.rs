//! minipy, the Python 3.10 toolchain: the command line, and the same for embedding.
//!
//! [`program`] turns sources and `.pyc` files into code objects, [`cli`] is the command line, [`host`] is where files,
//! environment and terminal are touched. Everything else is in the crates below: `minipy-parser`, `minipy-compiler`,
//! `minipy-bytecode`, `minipy-vm`, `minipy-stdlib`.

pub mod cli;
pub mod host;
pub mod program;
pub mod runtime;
