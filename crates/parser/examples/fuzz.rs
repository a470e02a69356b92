//! Throws damaged sources at the parser: `fuzz SECONDS SEED PATH...` mutates the `.py` files under the paths, byte by byte
//! and token by token, and parses the result in every mode. Nothing may panic, and whatever parses must dump.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use minipy_parser::{Bump, Mode, SourceText, ast, diagnostic, parse};

const TOKENS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    ":=",
    "*",
    "**",
    ".",
    "...",
    ";",
    "->",
    "@",
    "/",
    "|",
    "~",
    "-",
    "<>",
    "!",
    "$",
    "if",
    "else",
    "elif",
    "for",
    "in",
    "lambda",
    "not",
    "async",
    "await",
    "yield",
    "from",
    "import",
    "as",
    "with",
    "match",
    "case",
    "print",
    "True",
    "None",
    "1",
    "1j",
    "0x",
    "1__0",
    "1e",
    "x",
    "_",
    "'s'",
    "b'x'",
    "f'{a}'",
    "f'{a b}'",
    "f'{",
    "'''",
    "\"",
    "\\",
    "\\\n",
    "\n",
    "\n    ",
    "\t",
    "\x0c",
    "é",
    "€",
    "\u{a0}",
    "class",
    "def",
    "return",
    "try:",
    "except",
    "finally",
    "while",
    "del",
    "global",
    "is",
    "or",
    "and",
    "+=",
    "\\N{",
    "\\x",
    "\\ud800",
    "# coding: latin-1\n",
    "\u{feff}",
    "\r",
    "\0",
];

/// A small generator of pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).expect("a folder").flatten() {
            collect(&entry.path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "py") {
        found.push(path.to_owned());
    }
}

fn damaged(source: &[u8], random: &mut Random) -> Vec<u8> {
    let start = random.below(source.len());
    let length = 1 + random.below(2000);
    let mut bytes = source[start..(start + length).min(source.len())].to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let until = (at + random.below(8)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.insert(at, random.next() as u8),
            2 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            3 => {
                let copy = bytes[at..until].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => {
                let token = TOKENS[random.below(TOKENS.len())];
                let repeat = if random.below(40) == 0 { 1 + random.below(300) } else { 1 };
                bytes.splice(at..at, token.repeat(repeat).into_bytes());
            }
        }
    }
    bytes
}

fn main() {
    let mut args = std::env::args().skip(1);
    let seconds = args.next().and_then(|arg| arg.parse().ok()).expect("seconds");
    let mut random = Random(args.next().and_then(|arg| arg.parse().ok()).expect("a seed"));
    let mut paths = Vec::new();
    args.for_each(|arg| collect(Path::new(&arg), &mut paths));
    let files: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).expect("a file")).collect();
    let (start, mut count, mut parsed) = (Instant::now(), 0, 0);
    while start.elapsed() < Duration::from_secs(seconds) {
        let file = &files[random.below(files.len())];
        if file.is_empty() {
            continue;
        }
        let bytes = damaged(file, &mut random);
        std::fs::write(std::env::temp_dir().join("fuzz-last.py"), &bytes).expect("a writable folder");
        count += 1;
        let source = match SourceText::decode(&bytes, "fuzz.py") {
            Ok(source) => source,
            Err(error) => {
                let _ = diagnostic::pretty(&error, &bytes, false);
                continue;
            }
        };
        for mode in [Mode::Exec, Mode::Single, Mode::Eval] {
            let arena = Bump::new();
            match parse(&source, mode, &arena) {
                Ok(found) => {
                    parsed += 1;
                    let _ = ast::dump(&found.module, Some(source.lines()));
                }
                Err(error) => {
                    let _ = (
                        diagnostic::plain(&error),
                        diagnostic::json(&error),
                        diagnostic::pretty(&error, &bytes, false),
                    );
                }
            }
        }
    }
    println!("{count} sources, {parsed} trees, no panic");
}
