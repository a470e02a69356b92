//! Atoms: names, constants, and everything in brackets.

use super::node::{Node, Shape, Span, constant_name};
use super::recogniser::{Match, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn atom(&mut self) -> Match<Node<'d>> {
        match self.peek()? {
            Tok::Name => self.name(),
            kind @ (Tok::True | Tok::False | Tok::None | Tok::Ellipsis) => {
                let at = want!(self.tok(kind));
                Ok(Some(self.other(constant_name(kind), at)))
            }
            Tok::String => self.strings(),
            Tok::Number => self.number(),
            Tok::LeftParen => {
                alt!(self, p => { p.tuple() });
                alt!(self, p => { p.group() });
                self.genexp()
            }
            Tok::LeftBracket => {
                alt!(self, p => { p.list() });
                self.listcomp()
            }
            Tok::LeftBrace => {
                alt!(self, p => { p.dict() });
                alt!(self, p => { p.set() });
                alt!(self, p => { p.dictcomp() });
                self.setcomp()
            }
            _ => Ok(None),
        }
    }

    pub(super) fn number(&mut self) -> Match<Node<'d>> {
        let at = want!(self.tok(Tok::Number));
        let imaginary = self.text_of(at).ends_with(['j', 'J']);
        Ok(Some(self.node(if imaginary { Shape::Imaginary } else { Shape::Real }, at)))
    }

    pub(super) fn list(&mut self) -> Match<Node<'d>> {
        self.attempt(|p| {
            let first = want!(p.tok(Tok::LeftBracket));
            let items = p.star_named_expressions()?.unwrap_or_default();
            want!(p.tok(Tok::RightBracket));
            let shape = Shape::List(p.nodes(&items));
            Ok(Some(p.node(shape, first)))
        })
    }

    pub(super) fn tuple(&mut self) -> Match<Node<'d>> {
        self.attempt(|p| {
            let first = want!(p.tok(Tok::LeftParen));
            let items = p.attempt(|p| {
                let one = want!(p.star_named_expression());
                want!(p.tok(Tok::Comma));
                let mut items = vec![one];
                items.extend(p.star_named_expressions()?.unwrap_or_default());
                Ok(Some(items))
            })?;
            want!(p.tok(Tok::RightParen));
            let shape = Shape::Tuple(p.nodes(&items.unwrap_or_default()));
            Ok(Some(p.node(shape, first)))
        })
    }

    fn group(&mut self) -> Match<Node<'d>> {
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            let inside = match p.attempt(|p| p.yield_expr())? {
                Some(inside) => inside,
                None => want!(p.named_expression()),
            };
            want!(p.tok(Tok::RightParen));
            Ok(Some(inside))
        });
        if !self.invalid {
            return Ok(None);
        }
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            let starred = want!(p.starred_expression());
            want!(p.tok(Tok::RightParen));
            Err(p.raise_node(starred, "cannot use starred expression here"))
        });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftParen));
            let stars = want!(p.tok(Tok::DoubleStar));
            want!(p.expression());
            want!(p.tok(Tok::RightParen));
            Err(p.raise_span(Self::token_span(stars), "cannot use double starred expression here"))
        })
    }

    fn set(&mut self) -> Match<Node<'d>> {
        let first = want!(self.tok(Tok::LeftBrace));
        want!(self.star_named_expressions());
        want!(self.tok(Tok::RightBrace));
        Ok(Some(self.other("set display", first)))
    }

    fn dict(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.tok(Tok::LeftBrace));
            p.maybe(|p| {
                want!(p.gather(|p| p.double_starred_kvpair()));
                p.maybe(|p| p.tok(Tok::Comma))?;
                Ok(Some(()))
            })?;
            want!(p.tok(Tok::RightBrace));
            Ok(Some(p.other("dict literal", first)))
        });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftBrace));
            want!(p.invalid_double_starred_kvpairs());
            want!(p.tok(Tok::RightBrace));
            Ok(None)
        })
    }

    fn double_starred_kvpair(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::DoubleStar));
            Ok(p.bitwise_or()?.map(|_| ()))
        });
        self.attempt(|p| p.kvpair())
    }

    pub(super) fn kvpair(&mut self) -> Match<()> {
        want!(self.expression());
        want!(self.tok(Tok::Colon));
        Ok(self.expression()?.map(|_| ()))
    }

    /// Takes part in the first look too: the rule for dicts names it between brackets, which CPython's generator does not
    /// take for a rule for invalid input.
    fn invalid_double_starred_kvpairs(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.gather(|p| p.double_starred_kvpair()));
            want!(p.tok(Tok::Comma));
            p.invalid_kvpair()
        });
        alt!(self, p => { p.starred_value() });
        self.attempt(|p| p.missing_value())
    }

    fn invalid_kvpair(&mut self) -> Match<()> {
        alt!(self, p => {
            let key = want!(p.expression());
            if p.sees(Tok::Colon)? {
                return Ok(None);
            }
            Err(p.raise_after_key(key.span))
        });
        alt!(self, p => { p.starred_value() });
        self.attempt(|p| p.missing_value())
    }

    fn raise_after_key(&mut self, key: Span) -> super::recogniser::Raised {
        let (start, end) = (self.token(key.first), self.token(key.last));
        let message = "':' expected after dictionary key";
        self.raise_known(
            crate::error::ErrorKind::SyntaxError,
            (start.lineno, end.end_col),
            (end.end_lineno, 0),
            message,
        )
    }

    fn starred_value(&mut self) -> Match<()> {
        want!(self.expression());
        want!(self.tok(Tok::Colon));
        let star = want!(self.tok(Tok::Star));
        want!(self.bitwise_or());
        Err(self.raise_from(Self::token_span(star), "cannot use a starred expression in a dictionary value"))
    }

    fn missing_value(&mut self) -> Match<()> {
        want!(self.expression());
        let colon = want!(self.tok(Tok::Colon));
        if !matches!(self.peek()?, Tok::RightBrace | Tok::Comma) {
            return Ok(None);
        }
        Err(self.raise_span(Self::token_span(colon), "expression expected after dictionary key and ':'"))
    }
}
