//! Text against text: what may differ is taken out, what differs is shown as a diff.

use crate::files;
use similar::TextDiff;

/// The text without what changes from run to run or from machine to machine: `at 0x7f...` becomes `at 0x`, the
/// project's folder disappears, and the scratch folder is called `TMP`. `tests/record.py` does the same.
pub fn normal(text: &[u8], scratch: &str) -> String {
    let text = String::from_utf8_lossy(text).replace(scratch, "TMP");
    let text = text.replace(&format!("{}/", files::root().display()), "");
    let mut rest = text.as_str();
    let mut out = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once(" at 0x") {
        out.push_str(before);
        out.push_str(" at 0x");
        rest = after.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    }
    out.push_str(rest);
    out
}

/// An error with the lines that differ, if any do.
pub fn same(what: &str, want: &str, got: &str) -> Result<(), String> {
    if want == got {
        return Ok(());
    }
    let diff = TextDiff::from_lines(want, got);
    let diff = diff.unified_diff().context_radius(2).header("CPython 3.10", "minipy").to_string();
    Err(format!("{what} differs:\n{}", shortened(&diff)))
}

/// The first lines of a long diff: enough to see the cause.
fn shortened(diff: &str) -> String {
    const LINES: usize = 60;
    let lines: Vec<&str> = diff.lines().collect();
    match lines.get(..LINES) {
        Some(first) => format!("{}\n... and {} more lines", first.join("\n"), lines.len() - LINES),
        None => diff.to_owned(),
    }
}
