//! Reads one expression a line from stdin, and prints each as an annotation would store it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

use minipy_parser::ast::{Mod, unparse};
use minipy_parser::{Bump, Mode, SourceText, parse};

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.expect("text");
        let arena = Bump::new();
        let source = SourceText::from_text(&line, "<stdin>").expect("text without NUL");
        match parse(&source, Mode::Eval, &arena).map(|parsed| parsed.module) {
            Ok(Mod::Expression { body }) => println!("{}", unparse(body).unwrap_or_default()),
            _ => println!("!error"),
        }
    }
}
