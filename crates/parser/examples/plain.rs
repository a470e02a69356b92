//! Prints the syntax error of each file named as the interpreter does when it runs the file.
#![allow(clippy::expect_used, reason = "a tool for developers may stop with a message")]

use minipy_parser::{Bump, Mode, SourceText, diagnostic, parse};

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        let arena = Bump::new();
        let parsed =
            SourceText::decode(&bytes, &path).and_then(|source| parse(&source, Mode::Exec, &arena).map(|_| ()));
        if let Err(error) = parsed {
            eprint!("{}", diagnostic::plain(&error));
        }
    }
}
