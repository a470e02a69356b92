//! Blocks, and the errors about what should open them: a colon, an indent.

use super::memo::Rule;
use super::node::Node;
use super::recogniser::{Match, Raised, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn block(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Block, |p| {
            let first = p.mark;
            alt!(p, p => {
                want!(p.tok(Tok::Newline));
                want!(p.tok(Tok::Indent));
                want!(p.statements());
                want!(p.tok(Tok::Dedent));
                Ok(Some(p.other("block", first)))
            });
            alt!(p, p => {
                want!(p.simple_stmts());
                Ok(Some(p.other("block", first)))
            });
            if p.invalid && p.ahead(|p| p.newline_without_indent())? {
                // The rule reads both tokens before it raises.
                return Err(p.raise_indentation("expected an indented block"));
            }
            Ok(None)
        })
    }

    /// A NEWLINE that no INDENT follows.
    fn newline_without_indent(&mut self) -> Match<()> {
        want!(self.tok(Tok::Newline));
        Ok(if self.sees(Tok::Indent)? { None } else { Some(()) })
    }

    /// Raises when no block follows the colon of the statement that began with the token `at`.
    pub(super) fn indent_after(&mut self, what: &str, at: u32) -> Match<()> {
        want!(self.newline_without_indent());
        let lineno = self.token(at).lineno;
        Err(self.raise_indentation(&format!("expected an indented block after {what} on line {lineno}")))
    }

    /// Raises when the line ends where a colon should be.
    pub(super) fn missing_colon(&mut self) -> Match<()> {
        want!(self.tok(Tok::Newline));
        Err(self.raise("expected ':'"))
    }

    /// The two rules that most compound statements have for invalid input: the head without its colon, and the head
    /// without its block.
    pub(super) fn invalid_head(
        &mut self,
        keyword: Tok,
        what: &str,
        mut head: impl FnMut(&mut Self) -> Match<()>,
    ) -> Result<(), Raised> {
        self.attempt(|p| {
            want!(p.tok(keyword));
            want!(head(p));
            p.missing_colon()
        })?;
        self.attempt(|p| {
            let at = want!(p.tok(keyword));
            want!(head(p));
            want!(p.tok(Tok::Colon));
            p.indent_after(what, at)
        })?;
        Ok(())
    }
}
