//! String literals: their contents are checked as soon as they are read.

use super::Start;
use super::memo::Rule;
use super::node::Node;
use super::recogniser::{Field, Match, Origin, Raised, Recogniser, want};
use crate::actions::{Actions, BadField, StringError};
use crate::error::SyntaxError;
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn strings(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Strings, |p| {
            let first = p.mark;
            let all = want!(p.some(|p| p.tok(Tok::String)));
            p.check_strings(&all)?;
            let fstring = all.iter().any(|at| {
                let text = p.text_of(*at);
                let quote = text.find(['"', '\'']).unwrap_or(0);
                text.get(..quote).is_some_and(|prefix| prefix.contains(['f', 'F']))
            });
            Ok(Some(p.other(if fstring { "f-string expression" } else { "literal" }, first)))
        })
    }

    fn check_strings(&mut self, all: &[u32]) -> Result<(), Raised> {
        let (Some(&first), Some(&last)) = (all.first(), all.last()) else { return Ok(()) };
        let (start, end) = (self.token(first).start, self.token(last).end);
        let mut actions = Actions::new(self.text, self.arena);
        match actions.check_strings(start, end) {
            Ok(()) => Ok(()),
            Err(StringError::Message(message)) => Err(self.raise(&message)),
            Err(StringError::Field(field)) => Err(self.field_error(all, field)),
        }
    }

    /// The error in a field of an f-string: its own parser finds it in `(field)`.
    fn field_error(&mut self, all: &[u32], field: BadField) -> Raised {
        let literal = all.iter().copied().find(|at| {
            let token = self.token(*at);
            token.start <= field.brace && field.brace < token.end
        });
        let token = self.token(literal.unwrap_or(0));
        let inside = self.text.get(field.brace as usize + 1..field.end as usize).unwrap_or("");
        let before = self.text.get(token.start as usize..field.brace as usize).unwrap_or("");
        let lines = before.bytes().filter(|b| *b == b'\n').count() as i32;
        let blanks = inside.trim_start_matches([' ', '\t', '\x0c']);
        let cols = match memchr::memrchr(b'\n', before.as_bytes()) {
            _ if blanks.starts_with('\n') => 0,
            Some(newline) => (before.len() - newline - 1) as i32,
            None => before.len() as i32,
        };
        let origin = Origin {
            field: Some(Field { lineno: token.lineno + lines, col: if lines != 0 { cols } else { token.col + cols } }),
            counts_characters: false,
            is_file: false,
            shows_bom: false,
            allow_incomplete_input: false,
            ..self.origin
        };
        let text = self.arena.alloc_str(&format!("({inside})\n"));
        let error: SyntaxError = *Recogniser::new(text, origin, self.arena).run(Start::FString);
        self.set_error(error)
    }
}
