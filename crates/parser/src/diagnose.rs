//! The second look at a source that does not parse: which error CPython raises, and where.
//!
//! CPython's parser tries the alternatives of `Grammar/python.gram` in order, twice, the second time with rules for
//! invalid input. What it reports depends on that order and on how far it has read, so the recogniser here goes the same
//! way: one method a rule, in the grammar's order, over tokens that are read one by one. It builds no tree; what it keeps
//! of an expression is what messages need. It runs only after the generated parser has refused a source.

mod atom;
mod block;
mod call;
mod compound;
mod comprehension;
mod expression;
mod memo;
mod node;
mod parameter;
mod pattern;
mod raise;
mod recogniser;
mod statement;
mod string;
mod target;
mod tokens;

use bumpalo::Bump;

use crate::error::{ErrorKind, SyntaxError};
use crate::parser::{Mode, Options};
use crate::source::SourceText;
use recogniser::{Origin, Recogniser};

/// Room for the recogniser's recursion, which goes as deep as CPython's.
const STACK_SIZE: usize = 64 << 20;

/// The error that CPython raises for `source`, on a stack of its own.
pub fn diagnose(source: &SourceText, options: Options) -> Box<SyntaxError> {
    let look = || {
        let origin = Origin {
            filename: source.filename(),
            counts_characters: source.counts_characters(),
            is_file: source.is_file(),
            shows_bom: source.shows_bom(),
            imply_dedent: options.imply_dedent,
            allow_incomplete_input: options.allow_incomplete_input,
            field: None,
        };
        let arena = Bump::new();
        let text = if options.mode == Mode::Exec { ended(source, &arena) } else { source.text() };
        Recogniser::new(text, origin, &arena).run(start_rule(options.mode))
    };
    let found = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_SIZE).spawn_scoped(scope, look);
        thread.ok().and_then(|thread| thread.join().ok())
    });
    found.unwrap_or_else(|| SyntaxError::new(ErrorKind::SyntaxError, "invalid syntax", source.filename()))
}

/// The text as CPython's tokenizer reads a module.
fn ended<'d>(source: &'d SourceText, arena: &'d Bump) -> &'d str {
    let text = source.text();
    if source.wants_newline() { arena.alloc_str(&format!("{text}\n")) } else { text }
}

/// What a source must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    File,
    Eval,
    Interactive,
    FString,
}

const fn start_rule(mode: Mode) -> Start {
    match mode {
        Mode::Exec => Start::File,
        Mode::Eval => Start::Eval,
        Mode::Single => Start::Interactive,
    }
}
