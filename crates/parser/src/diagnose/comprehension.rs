//! Comprehensions and generator expressions.

use super::node::{Node, Span};
use super::recogniser::{Match, Raised, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn listcomp(&mut self) -> Match<Node<'d>> {
        self.bracketed_comprehension(Tok::LeftBracket, Tok::RightBracket, "list comprehension")
    }

    pub(super) fn setcomp(&mut self) -> Match<Node<'d>> {
        self.bracketed_comprehension(Tok::LeftBrace, Tok::RightBrace, "set comprehension")
    }

    fn bracketed_comprehension(&mut self, open: Tok, close: Tok, name: &'static str) -> Match<Node<'d>> {
        alt!(self, p => {
            let first = want!(p.tok(open));
            want!(p.named_expression());
            want!(p.for_if_clauses());
            want!(p.tok(close));
            Ok(Some(p.other(name, first)))
        });
        self.invalid_comprehension()
    }

    pub(super) fn genexp(&mut self) -> Match<Node<'d>> {
        alt!(self, p => {
            let first = want!(p.tok(Tok::LeftParen));
            want!(p.named_or_plain());
            want!(p.for_if_clauses());
            want!(p.tok(Tok::RightParen));
            Ok(Some(p.other("generator expression", first)))
        });
        self.invalid_comprehension()
    }

    pub(super) fn dictcomp(&mut self) -> Match<Node<'d>> {
        alt!(self, p => {
            let first = want!(p.tok(Tok::LeftBrace));
            want!(p.kvpair());
            want!(p.for_if_clauses());
            want!(p.tok(Tok::RightBrace));
            Ok(Some(p.other("dict comprehension", first)))
        });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.tok(Tok::LeftBrace));
            let stars = want!(p.tok(Tok::DoubleStar));
            want!(p.bitwise_or());
            want!(p.for_if_clauses());
            want!(p.tok(Tok::RightBrace));
            Err(p.raise_span(Self::token_span(stars), "dict unpacking cannot be used in dict comprehension"))
        })
    }

    fn open_bracket(&mut self, with_paren: bool) -> Match<u32> {
        match self.peek()? {
            Tok::LeftParen if with_paren => self.tok(Tok::LeftParen),
            kind @ (Tok::LeftBracket | Tok::LeftBrace) => self.tok(kind),
            _ => Ok(None),
        }
    }

    fn invalid_comprehension(&mut self) -> Match<Node<'d>> {
        if !self.invalid {
            return Ok(None);
        }
        alt!(self, p => {
            want!(p.open_bracket(true));
            let starred = want!(p.starred_expression());
            want!(p.for_if_clauses());
            Err(p.raise_node(starred, "iterable unpacking cannot be used in comprehension"))
        });
        let message = "did you forget parentheses around the comprehension target?";
        alt!(self, p => {
            want!(p.open_bracket(false));
            let first = want!(p.star_named_expression());
            want!(p.tok(Tok::Comma));
            let rest = want!(p.star_named_expressions());
            want!(p.for_if_clauses());
            let last = rest.last().unwrap_or(&first).span;
            Err(p.raise_range(first.span, last, message))
        });
        self.attempt(|p| {
            want!(p.open_bracket(false));
            let first = want!(p.star_named_expression());
            let comma = want!(p.tok(Tok::Comma));
            want!(p.for_if_clauses());
            Err(p.raise_range(first.span, Self::token_span(comma), message))
        })
    }

    /// The clauses; gives the last expression in them.
    pub(super) fn for_if_clauses(&mut self) -> Match<Span> {
        let clauses = want!(self.some(|p| p.for_if_clause()));
        Ok(clauses.last().copied())
    }

    fn for_if_clause(&mut self) -> Match<Span> {
        if let Some(found) = self.for_in([true, false], Self::clause_rest)? {
            return Ok(found);
        }
        if self.invalid {
            self.invalid_for_target()?;
        }
        Ok(None)
    }

    /// `for` and its targets up to `in`, with `async` or without, in this order; then `rest`, with no way back. Nothing at
    /// all where there is no such `in`.
    pub(super) fn for_in<T>(
        &mut self,
        with_async: [bool; 2],
        rest: impl FnOnce(&mut Self) -> Match<T>,
    ) -> Match<Option<T>> {
        for is_async in with_async {
            let mark = self.mark;
            let committed = self.attempt(|p| {
                if is_async {
                    want!(p.tok(Tok::Async));
                }
                want!(p.tok(Tok::For));
                want!(p.star_targets());
                p.tok(Tok::In)
            })?;
            if committed.is_some() {
                let found = rest(self)?;
                if found.is_none() {
                    self.mark = mark;
                }
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn clause_rest(&mut self) -> Match<Span> {
        let iter = want!(self.disjunction());
        let ifs = self.conditions()?;
        Ok(Some(ifs.last().unwrap_or(&iter).span))
    }

    fn conditions(&mut self) -> Result<Vec<Node<'d>>, Raised> {
        self.many(|p| {
            want!(p.tok(Tok::If));
            p.disjunction()
        })
    }
}
