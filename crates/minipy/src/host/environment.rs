//! Arguments and environment variables.

use std::ffi::OsString;

/// The arguments of the process, its name first.
pub fn arguments() -> impl Iterator<Item = OsString> {
    std::env::args_os()
}

/// An environment variable; nothing if it is empty, which is how Python takes it.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
