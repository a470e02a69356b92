//! The standard library: native modules, and modules in Python, compiled at build time (`build.rs`) and embedded.

pub mod native;

use minipy_vm::import::{Frozen, Library};

/// The modules in Python, sorted by name.
static FROZEN: &[Frozen] = include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

/// All modules of the library, for `Vm::library`.
pub fn library() -> Library {
    Library { native: native::MODULES.to_vec(), frozen: FROZEN }
}
