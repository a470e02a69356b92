//! Prints the syntax error of each file named as JSON, or the warnings of its parse: `errors [exec|eval|single] [incomplete] PATH...`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for developers may stop with a message")]

use minipy_parser::{Bump, Mode, Options, SourceText, diagnostic, parse};

fn main() {
    let mut mode = Options::from(Mode::Exec);
    for arg in std::env::args().skip(1) {
        match arg.as_str() {
            "exec" => mode.mode = Mode::Exec,
            "eval" => mode.mode = Mode::Eval,
            "single" => mode.mode = Mode::Single,
            "incomplete" => (mode.imply_dedent, mode.allow_incomplete_input) = (false, true),
            path => {
                let bytes = std::fs::read(path).expect("a file");
                let arena = Bump::new();
                let source = SourceText::decode_for_compile(&bytes, path);
                match source.and_then(|source| parse(&source, mode, &arena).map(|parsed| (source, parsed))) {
                    Ok((_, parsed)) if parsed.warnings.is_empty() => println!("null"),
                    Ok((source, parsed)) => {
                        let warnings = parsed.warnings.iter().map(|warning| {
                            let lineno = source.lines().lineno(warning.range.start);
                            format!("[\"{:?}\", {:?}, {lineno}]", warning.category, warning.msg)
                        });
                        println!("[{}]", warnings.collect::<Vec<_>>().join(", "));
                    }
                    Err(error) => print!("{}", diagnostic::json(&error)),
                }
            }
        }
    }
}
