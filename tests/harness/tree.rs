//! Syntax trees: `minipy ast -a NAME.py` must print `NAME.ast`, every node with its position.

use crate::compare::same;
use crate::files::{expected, folder_and_name};
use crate::process::{Scratch, finish, minipy};
use libtest_mimic::Failed;
use std::path::Path;

/// Dumps the tree of the source and compares.
pub fn judge(source: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    let (folder, name) = folder_and_name(source)?;
    let outcome = finish(minipy(folder, &scratch).args(["ast", "-a", name]), None)?;
    outcome.succeeded()?;
    same("the tree", &expected(source, "ast")?, &String::from_utf8_lossy(&outcome.stdout))?;
    Ok(())
}
