//! The machine: files, environment, standard streams. Nothing else in the command line touches them.

pub mod atomic;
pub mod environment;
pub mod files;
pub mod folders;
pub mod stdio;
