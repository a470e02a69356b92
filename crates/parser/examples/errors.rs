//! Prints the syntax error of each file named as JSON, or `null`.

use minipy_parser::{Bump, Mode, SourceText, diagnostic, parse};

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        let arena = Bump::new();
        let parsed = SourceText::decode_for_compile(&bytes, "bad.py")
            .and_then(|source| parse(&source, Mode::Exec, &arena).map(|_| ()));
        match parsed {
            Ok(()) => println!("null"),
            Err(error) => print!("{}", diagnostic::json(&error)),
        }
    }
}
