//! CPython 3.10 in a process of its own, to be asked for its opinion.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use minipy_parser::Mode;

use crate::Failure;
use crate::case::Case;

pub struct Reference {
    command: String,
    child: Child,
    requests: ChildStdin,
    answers: ChildStdout,
}

impl Reference {
    pub fn start(command: &str) -> Result<Reference, Failure> {
        let mut child = Command::new(command)
            .args(["-I", "-S", "-c", include_str!("reference.py")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let requests = child.stdin.take().ok_or("no input")?;
        let answers = child.stdout.take().ok_or("no output")?;
        Ok(Reference { command: command.to_owned(), child, requests, answers })
    }

    /// How CPython differs, empty if it does not; nothing where it cannot be asked: sources with NULs, which it reads from
    /// files only, and those that kill it.
    pub fn compare(&mut self, case: &Case, accepted: bool, ours: &[u8]) -> Option<String> {
        if case.source.contains(&0) {
            return None;
        }
        match self.ask(case, accepted, ours) {
            Ok(answer) => Some(answer),
            Err(_) => {
                let _ = self.child.kill();
                let _ = self.child.wait();
                *self = Reference::start(&self.command).ok()?;
                None
            }
        }
    }

    fn ask(&mut self, case: &Case, accepted: bool, ours: &[u8]) -> Result<String, Failure> {
        let mode = match case.mode {
            Mode::Exec => b'e',
            Mode::Eval => b'v',
            Mode::Single => b's',
        };
        let mut request = vec![mode, b'0' + case.optimize, if accepted { b'+' } else { b'-' }];
        for part in [&case.source, ours] {
            request.extend_from_slice(&u32::try_from(part.len())?.to_le_bytes());
            request.extend_from_slice(part);
        }
        self.requests.write_all(&request)?;
        self.requests.flush()?;
        let mut length = [0; 4];
        self.answers.read_exact(&mut length)?;
        let mut answer = vec![0; u32::from_le_bytes(length) as usize];
        self.answers.read_exact(&mut answer)?;
        Ok(String::from_utf8(answer)?)
    }
}
