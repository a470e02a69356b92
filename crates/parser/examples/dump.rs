//! Prints the tree of each file named; with `-a`, positions too.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

use minipy_parser::{Bump, Mode, SourceText, parse};

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|arg| arg == "ast") {
        args.remove(0);
    }
    let positions = args.first().is_some_and(|arg| arg == "-a");
    for path in args.iter().skip(usize::from(positions)) {
        let bytes = std::fs::read(path).expect("a file");
        let arena = Bump::new();
        let parsed = SourceText::decode(&bytes, path)
            .and_then(|source| parse(&source, Mode::Exec, &arena).map(|parsed| (source, parsed)));
        match parsed {
            Ok((source, parsed)) => {
                let text = minipy_parser::ast::dump(&parsed.module, positions.then(|| source.lines()));
                print!("{}", text.unwrap_or_else(|_| "RecursionError\n".to_owned()));
            }
            Err(error) => {
                eprintln!("{error}");
                std::process::exit(1);
            }
        }
    }
}
