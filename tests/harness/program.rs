//! Programs: a script is run as a user would, and stdout, stderr and the exit status must be CPython's.
//!
//! Beside `NAME.py`: `NAME.out` (stdout), `NAME.err` (stderr; none means empty), `NAME.exit` (status; none means 0),
//! `NAME.stdin` (input), `NAME.args` (arguments, one a line).

use crate::compare::{normal, same};
use crate::files::{beside, expected};
use crate::process::{Outcome, Scratch, finish, minipy};
use libtest_mimic::Failed;
use std::fs::File;
use std::path::Path;

/// Runs the script and compares all it does with what was recorded.
pub fn judge(script: &Path) -> Result<(), Failed> {
    let scratch = Scratch::new()?;
    let outcome = run(script, &scratch)?;
    outcome.survived()?;
    let mut differences = Vec::new();
    let want = expected(script, "out")?;
    differences.extend(same("stdout", &want, &normal(&outcome.stdout, scratch.name())).err());
    let want = beside(script, "err")?.unwrap_or_default();
    differences.extend(same("stderr", &want, &normal(&outcome.stderr, scratch.name())).err());
    let want = beside(script, "exit")?.unwrap_or_else(|| "0".to_owned());
    let got = outcome.status.code().unwrap_or(-1);
    if want.trim() != got.to_string() {
        differences.push(format!("exit status is {got}, not {}", want.trim()));
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n").into()) }
}

/// Runs something that once crashed: it must end by itself, and as recorded where CPython could be asked.
pub fn judge_survival(script: &Path) -> Result<(), Failed> {
    if beside(script, "out")?.is_some() {
        return judge(script);
    }
    let scratch = Scratch::new()?;
    Ok(run(script, &scratch)?.survived()?)
}

fn run(script: &Path, scratch: &Scratch) -> Result<Outcome, String> {
    let arguments = beside(script, "args").map_err(|error| error.to_string())?.unwrap_or_default();
    let stdin = File::open(script.with_extension("stdin")).ok();
    let mut command = minipy(scratch.path(), scratch);
    finish(command.arg("run").arg(script).args(arguments.lines()), stdin)
}
