//! Bytecode: `minipy dis NAME.py` must print `NAME.dis`, the listing `dis.dis` gives of CPython's code object.

use crate::compare::{normal, same};
use crate::files::{expected, folder_and_name};
use crate::process::{Scratch, finish, minipy};
use libtest_mimic::Failed;
use std::path::Path;

/// Disassembles the source and compares listings.
pub fn judge(source: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    let (folder, name) = folder_and_name(source)?;
    let outcome = finish(minipy(folder, &scratch).args(["dis", name]), None)?;
    outcome.succeeded()?;
    same("the listing", &expected(source, "dis")?, &normal(&outcome.stdout, scratch.name()))?;
    Ok(())
}
