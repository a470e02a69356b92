//! Syntax errors: `minipy compile --errors=json` must report the type, message and span in `NAME.json`, exit with
//! status 1 and write nothing.

use crate::files::{expected, folder_and_name};
use crate::process::{Scratch, finish, minipy};
use libtest_mimic::Failed;
use serde_json::Value;
use std::path::Path;

/// What a recorded error says; `filename` and `text` are the renderer's business and tested under `tests/cli`.
const KEYS: [&str; 6] = ["type", "msg", "lineno", "offset", "end_lineno", "end_offset"];

/// Compiles the source and compares the error.
pub fn judge(source: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    let (folder, name) = folder_and_name(source)?;
    let pyc = scratch.path().join("out.pyc");
    let outcome = finish(minipy(folder, &scratch).args(["compile", "--errors=json", "-o"]).arg(&pyc).arg(name), None)?;
    outcome.survived()?;
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    if outcome.status.code() != Some(1) || pyc.exists() {
        return Err(format!("{}, pyc written: {}; stderr:\n{stderr}", outcome.status, pyc.exists()).into());
    }
    let got: Value = serde_json::from_str(&stderr).map_err(|error| format!("{error} in: {stderr}"))?;
    let want: Value = serde_json::from_str(&expected(source, "json")?)?;
    let differences: Vec<String> = KEYS
        .iter()
        .filter(|&&key| want.get(key) != got.get(key))
        .map(|&key| format!("{key}: want {:?}, got {:?}", want.get(key), got.get(key)))
        .collect();
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n").into()) }
}
