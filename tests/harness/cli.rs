//! The command line, through trycmd: each `tests/cli/*.toml` names arguments, exit status, stdout and stderr.
//!
//! `TRYCMD=dump` writes what came into a `dump` folder, `TRYCMD=overwrite` into the files themselves.

#[test]
fn command_line() {
    trycmd::TestCases::new()
        .register_bin("minipy", std::path::Path::new(env!("CARGO_BIN_EXE_minipy")))
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .timeout(std::time::Duration::from_secs(120))
        .case("../../tests/cli/*.toml");
}

/// Programs that Ctrl-C must end within moments: each says "ready" and goes on for ever.
const INTERRUPTED: [(&str, &str); 4] = [
    ("a loop", "while True: pass"),
    ("native code", "sum(iter(int, 1))"),
    ("a sleep", "import time; time.sleep(1000)"),
    ("a wait for input", "input()"),
];

/// Ctrl-C is a KeyboardInterrupt with a traceback, and exit status 130 (cli.md).
#[cfg(unix)]
#[test]
fn control_c() {
    use std::io::{BufRead, BufReader, Read};
    use std::process::{Command, Stdio};
    for (what, code) in INTERRUPTED {
        let mut child = Command::new(env!("CARGO_BIN_EXE_minipy"))
            .args(["-c", &format!("print('ready', flush=True); {code}").replace("; while", "\nwhile")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("minipy starts");
        // Held until the end: `wait` would close it, and the wait for input would be over.
        let _input = child.stdin.take();
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout is a pipe")).read_line(&mut line).expect("a line comes");
        assert_eq!(line, "ready\n");
        let pid = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("the signal is sent");
        let status = child.wait().expect("it ends");
        let mut error = String::new();
        child.stderr.take().expect("stderr is a pipe").read_to_string(&mut error).expect("text");
        assert_eq!(status.code(), Some(130), "{what}: {error}");
        assert!(error.starts_with("Traceback (most recent call last):\n"), "{what}: {error}");
        assert!(error.ends_with("KeyboardInterrupt\n"), "{what}: {error}");
    }
}
