//! The standard library: native modules, and modules in Python, compiled at build time (`build.rs`) and embedded.

pub mod native;

use minipy_vm::import::{Frozen, Library};

/// The modules in Python, sorted by name.
static FROZEN: &[Frozen] = include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

/// All modules of the library, for `Vm::library`.
pub fn library() -> Library {
    Library { native: native::MODULES.to_vec(), frozen: FROZEN }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    use minipy_vm::Vm;
    use minipy_vm::config::Config;

    use super::*;

    /// The layout number of an object says what its payload is: two payloads with one number would be taken for each
    /// other. Making a type checks its number in dev builds, so here all native modules meet.
    #[test]
    fn native_modules_go_together() {
        let mut vm = Vm::new(Config::default()).unwrap();
        for module in native::MODULES {
            // Some want more of a start-up than there is here; their types are made all the same.
            drop(vm.new_native_module(module));
        }
    }

    /// The same for types that are made on demand: by the numbers in the sources.
    #[test]
    fn layout_numbers_are_given_once() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut work = vec![crates.join("vm/src"), crates.join("stdlib/src")];
        let mut given: BTreeMap<String, PathBuf> = BTreeMap::new();
        while let Some(path) = work.pop() {
            if let Ok(entries) = std::fs::read_dir(&path) {
                work.extend(entries.flatten().map(|entry| entry.path()));
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            for class in text.split("#[pyclass(").skip(1) {
                let attributes = class.split(")]").next().unwrap_or_default();
                let number = attributes.split("layout = ").nth(1).unwrap_or_default();
                let number: String = number.chars().take_while(char::is_ascii_digit).collect();
                if !number.is_empty()
                    && let Some(other) = given.insert(number.clone(), path.clone())
                {
                    panic!("layout {number}: {} and {}", other.display(), path.display());
                }
            }
        }
        assert!(given.len() > 100, "the sources have not been found");
    }
}
