//! Who may know whom: the dependency edges between our crates, as `ARCHITECTURE.md` draws them.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Each crate with those of ours it may depend on.
const LAYERS: &[(&str, &[&str])] = &[
    ("minipy-parser", &[]),
    ("minipy-bytecode", &[]),
    ("minipy-macros", &[]),
    ("minipy-compiler", &["minipy-bytecode", "minipy-parser"]),
    ("minipy-vm", &["minipy-bytecode", "minipy-macros"]),
    ("minipy-stdlib", &["minipy-bytecode", "minipy-macros", "minipy-vm"]),
    ("minipy", &["minipy-bytecode", "minipy-compiler", "minipy-parser", "minipy-stdlib", "minipy-vm"]),
];

/// Build-time edges: the standard library's Python modules are compiled by our own compiler and embedded.
const AT_BUILD_TIME: &[(&str, &str)] =
    &[("minipy-stdlib", "minipy-bytecode"), ("minipy-stdlib", "minipy-compiler"), ("minipy-stdlib", "minipy-parser")];

#[test]
fn crates_depend_only_downwards() {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let ours: BTreeSet<&str> = packages.iter().map(|p| p["name"].as_str().unwrap()).collect();
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    assert_eq!(ours, layers.keys().copied().collect(), "every crate has its place in LAYERS");
    for package in packages {
        let name = package["name"].as_str().unwrap();
        for dependency in package["dependencies"].as_array().unwrap() {
            let on = dependency["name"].as_str().unwrap();
            let allowed = match dependency["kind"].as_str() {
                None => layers[name].contains(&on),
                Some("build") => AT_BUILD_TIME.contains(&(name, on)),
                Some(_) => true,
            };
            assert!(allowed || !ours.contains(on), "{name} must not depend on {on}: see ARCHITECTURE.md");
        }
    }
}
