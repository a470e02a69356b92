//! Running the `minipy` binary: a clean environment, a folder of its own, a time limit.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long one program may take. Generous: tests run unoptimised and side by side.
pub const LIMIT: Duration = Duration::from_secs(120);

/// An empty folder that is removed when the test is over.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    pub fn new() -> io::Result<Scratch> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("suite-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path)?;
        Ok(Scratch(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where it is, as programs print it.
    pub fn name(&self) -> &str {
        self.0.to_str().unwrap_or("TMP")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder left behind stands in target/, where it harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a process left: its status and all it wrote.
pub struct Outcome {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Outcome {
    /// Says so when the process ended as no program may end it: by a signal or by a panic.
    pub fn survived(&self) -> Result<(), String> {
        let stderr = String::from_utf8_lossy(&self.stderr);
        if self.status.code().is_none() || stderr.contains("panicked at") {
            return Err(format!("minipy crashed ({}); stderr:\n{stderr}", self.status));
        }
        Ok(())
    }

    /// Says so when the command did not do its work. Warnings on stderr are no failure.
    pub fn succeeded(&self) -> Result<(), String> {
        self.survived()?;
        if self.status.success() {
            return Ok(());
        }
        Err(format!("minipy failed ({}); stderr:\n{}", self.status, String::from_utf8_lossy(&self.stderr)))
    }
}

/// A `minipy` command that sees nothing of the caller's Python settings.
pub fn minipy(cwd: &Path, scratch: &Scratch) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_minipy"));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|n| n.starts_with("PYTHON") || n.starts_with("MINIPY")) {
            command.env_remove(name);
        }
    }
    command.current_dir(cwd).env("PYTHONHASHSEED", "0").env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("TMPDIR", scratch.path()).env("HOME", scratch.path());
    command
}

/// Runs the command to its end, or to the time limit.
pub fn finish(command: &mut Command, stdin: Option<File>) -> Result<Outcome, String> {
    let stdin = stdin.map_or_else(Stdio::null, Stdio::from);
    let child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| format!("cannot start minipy: {error}"))?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let status = wait(&mut child);
    let stdout = stdout.join().unwrap_or_default();
    let stderr = stderr.join().unwrap_or_default();
    Ok(Outcome { status: status?, stdout, stderr })
}

fn wait(child: &mut Child) -> Result<ExitStatus, String> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(status);
        }
        if start.elapsed() > LIMIT {
            let killed = child.kill().and_then(|()| child.wait());
            return Err(format!("still running after {} s ({killed:?})", LIMIT.as_secs()));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What arrived before a read error is still what the program wrote.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}
