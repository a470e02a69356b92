//! Standard output and the terminal.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use super::environment;

/// Lends a buffered standard output and flushes it at the end.
pub fn with_stdout(write: impl FnOnce(&mut BufWriter<StdoutLock<'static>>) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    write(&mut out)?;
    out.flush()
}

/// Whether output to standard output may be coloured: it is a terminal, and nobody asked for none.
pub fn stdout_has_colour() -> bool {
    io::stdout().is_terminal() && colour_is_welcome()
}

/// Whether output to standard error may be coloured.
pub fn stderr_has_colour() -> bool {
    stderr_is_terminal() && colour_is_welcome()
}

/// Whether standard error is a terminal.
pub fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}

fn colour_is_welcome() -> bool {
    environment::variable("NO_COLOR").is_none() && environment::variable("TERM").is_none_or(|term| term != "dumb")
}

/// Prints to standard error. Nobody can be told if that fails.
pub fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
