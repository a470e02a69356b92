//! Compiled files: those CPython wrote run and list as they should; broken ones are refused with one clear line.

use crate::compare::{normal, same};
use crate::files::{beside, expected, folder_and_name};
use crate::process::{Outcome, Scratch, finish, minipy};
use libtest_mimic::Failed;
use std::path::Path;

/// Runs and disassembles a file written by CPython 3.10; `NAME.out` and `NAME.dis` say what must come.
pub fn judge_valid(file: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    for (command, ending) in [("run", "out"), ("dis", "dis")] {
        let outcome = ask(command, file, &scratch)?;
        same("stderr", "", &normal(&outcome.stderr, scratch.name()))?;
        same(command, &expected(file, ending)?, &normal(&outcome.stdout, scratch.name()))?;
    }
    Ok(())
}

/// Runs a broken file: status 1, nothing on stdout, and on stderr the line in `NAME.err`, which names the fault.
pub fn judge_malformed(file: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    let outcome = ask("run", file, &scratch)?;
    same("stdout", "", &normal(&outcome.stdout, scratch.name()))?;
    let want = beside(file, "err")?.ok_or("no err file: write the line that minipy should print")?;
    same("stderr", &want, &normal(&outcome.stderr, scratch.name()))?;
    if outcome.status.code() != Some(1) {
        return Err(format!("exit status is {}, not 1", outcome.status).into());
    }
    ask("dis", file, &scratch)?;
    Ok(())
}

fn ask(command: &str, file: &Path, scratch: &Scratch) -> Result<Outcome, String> {
    let (folder, name) = folder_and_name(file)?;
    let outcome = finish(minipy(folder, scratch).args([command, name]), None)?;
    outcome.survived()?;
    Ok(outcome)
}
