//! Arguments of calls and classes.

use super::memo::Rule;
use super::node::{Node, Shape, Span, constant_name};
use super::recogniser::{Match, Recogniser, alt, want};
use crate::lexer::Tok;

/// What messages need of an argument list.
struct Args {
    span: Span,
    /// The last positional or starred argument, and how many there are.
    last: Option<Span>,
    count: usize,
    /// Whether there is a `**x`.
    unpacks: bool,
}

/// An argument of a keyword part.
enum Keyword {
    Named,
    Starred(Span),
    Unpacked,
}

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn arguments(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Arguments, |p| {
            let first = p.mark;
            alt!(p, p => {
                want!(p.args());
                p.maybe(|p| p.tok(Tok::Comma))?;
                if !p.sees(Tok::RightParen)? {
                    return Ok(None);
                }
                Ok(Some(p.other("function call", first)))
            });
            if p.invalid { p.attempt(|p| p.invalid_arguments()) } else { Ok(None) }
        })
    }

    fn args(&mut self) -> Match<Args> {
        let first = self.mark;
        alt!(self, p => {
            let positional = want!(p.gather(|p| {
                let found = match p.attempt(|p| p.starred_expression())? {
                    Some(starred) => starred,
                    None => want!(p.named_or_plain()),
                };
                Ok(if p.sees(Tok::Equal)? { None } else { Some(found.span) })
            }));
            let keywords = p.attempt(|p| {
                want!(p.tok(Tok::Comma));
                p.kwargs()
            })?;
            Ok(Some(p.collected(first, positional, keywords.unwrap_or_default())))
        });
        self.attempt(|p| {
            let keywords = want!(p.kwargs());
            Ok(Some(p.collected(first, Vec::new(), keywords)))
        })
    }

    fn collected(&self, first: u32, mut positional: Vec<Span>, keywords: Vec<Keyword>) -> Args {
        let unpacks = keywords.iter().any(|keyword| matches!(keyword, Keyword::Unpacked));
        positional.extend(keywords.into_iter().filter_map(|keyword| match keyword {
            Keyword::Starred(span) => Some(span),
            _ => None,
        }));
        let (last, count) = (positional.last().copied(), positional.len());
        Args { span: self.span_from(first), last, count, unpacks }
    }

    fn kwargs(&mut self) -> Match<Vec<Keyword>> {
        alt!(self, p => {
            let mut keywords = want!(p.gather(|p| p.kwarg_or_starred()));
            want!(p.tok(Tok::Comma));
            keywords.extend(want!(p.gather(|p| p.kwarg_or_double_starred())));
            Ok(Some(keywords))
        });
        alt!(self, p => { p.gather(|p| p.kwarg_or_starred()) });
        self.attempt(|p| p.gather(|p| p.kwarg_or_double_starred()))
    }

    pub(super) fn starred_expression(&mut self) -> Match<Node<'d>> {
        let first = want!(self.tok(Tok::Star));
        let value = want!(self.expression());
        let shape = Shape::Starred(self.arena.alloc(value));
        Ok(Some(self.node(shape, first)))
    }

    fn named_argument(&mut self) -> Match<Keyword> {
        if self.invalid {
            self.attempt(|p| p.invalid_kwarg())?;
        }
        self.attempt(|p| {
            want!(p.name());
            want!(p.tok(Tok::Equal));
            want!(p.expression());
            Ok(Some(Keyword::Named))
        })
    }

    fn kwarg_or_starred(&mut self) -> Match<Keyword> {
        alt!(self, p => { p.named_argument() });
        self.attempt(|p| Ok(p.starred_expression()?.map(|starred| Keyword::Starred(starred.span))))
    }

    fn kwarg_or_double_starred(&mut self) -> Match<Keyword> {
        alt!(self, p => { p.named_argument() });
        self.attempt(|p| {
            want!(p.tok(Tok::DoubleStar));
            want!(p.expression());
            Ok(Some(Keyword::Unpacked))
        })
    }

    fn invalid_kwarg(&mut self) -> Match<()> {
        alt!(self, p => {
            let kind = p.peek()?;
            if !matches!(kind, Tok::True | Tok::False | Tok::None) {
                return Ok(None);
            }
            let constant = want!(p.tok(kind));
            let equal = want!(p.tok(Tok::Equal));
            let message = format!("cannot assign to {}", constant_name(kind));
            Err(p.raise_span(Span { first: constant, last: equal }, &message))
        });
        alt!(self, p => { p.assigned_generator() });
        self.attempt(|p| {
            let named = |p: &mut Self| {
                want!(p.name());
                p.tok(Tok::Equal)
            };
            if p.ahead(named)? {
                return Ok(None);
            }
            let value = want!(p.expression());
            let equal = want!(p.tok(Tok::Equal));
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            Err(p.raise_range(value.span, Self::token_span(equal), message))
        })
    }

    /// `name = x for …`
    fn assigned_generator<T>(&mut self) -> Match<T> {
        let name = want!(self.name());
        let equal = want!(self.tok(Tok::Equal));
        want!(self.expression());
        want!(self.for_if_clauses());
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        Err(self.raise_range(name.span, Self::token_span(equal), message))
    }

    fn invalid_arguments(&mut self) -> Match<Node<'d>> {
        alt!(self, p => {
            let args = want!(p.args());
            want!(p.tok(Tok::Comma));
            want!(p.tok(Tok::Star));
            let message = "iterable argument unpacking follows keyword argument unpacking";
            Err(p.raise_span(args.span, message))
        });
        let message = "Generator expression must be parenthesized";
        alt!(self, p => {
            let element = want!(p.expression());
            let last = want!(p.for_if_clauses());
            want!(p.tok(Tok::Comma));
            p.maybe(|p| {
                alt!(p, p => { Ok(p.args()?.map(|_| ())) });
                want!(p.expression());
                Ok(p.for_if_clauses()?.map(|_| ()))
            })?;
            Err(p.raise_range(element.span, last, message))
        });
        alt!(self, p => { p.assigned_generator() });
        let bare = self.attempt(|p| {
            let args = want!(p.args());
            let last = want!(p.for_if_clauses());
            Ok(Some((args, last)))
        })?;
        if let Some((args, last)) = bare {
            return match args.last {
                Some(element) if args.count > 1 => Err(self.raise_range(element, last, message)),
                _ => Ok(None),
            };
        }
        alt!(self, p => {
            want!(p.args());
            want!(p.tok(Tok::Comma));
            let element = want!(p.expression());
            let last = want!(p.for_if_clauses());
            Err(p.raise_range(element.span, last, message))
        });
        self.attempt(|p| {
            let args = want!(p.args());
            want!(p.tok(Tok::Comma));
            want!(p.args());
            Err(p.raise(if args.unpacks {
                "positional argument follows keyword argument unpacking"
            } else {
                "positional argument follows keyword argument"
            }))
        })
    }
}
