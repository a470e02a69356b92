//! Targets of assignments, loops and del.

use super::memo::Rule;
use super::node::{Node, Shape};
use super::recogniser::{Match, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn star_targets(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            let target = want!(p.star_target());
            Ok(if p.sees(Tok::Comma)? { None } else { Some(target) })
        });
        self.attempt(|p| {
            let items = want!(p.gather(|p| p.star_target()));
            p.maybe(|p| p.tok(Tok::Comma))?;
            let shape = Shape::Tuple(p.nodes(&items));
            Ok(Some(p.node(shape, first)))
        })
    }

    pub(super) fn star_target(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::StarTarget, |p| {
            let first = p.mark;
            alt!(p, p => {
                want!(p.tok(Tok::Star));
                if p.sees(Tok::Star)? {
                    return Ok(None);
                }
                let value = want!(p.star_target());
                let shape = Shape::Starred(p.arena.alloc(value));
                Ok(Some(p.node(shape, first)))
            });
            p.target_with_star_atom()
        })
    }

    fn target_with_star_atom(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::TargetWithStarAtom, |p| {
            alt!(p, p => { p.single_subscript_attribute_target() });
            p.star_atom()
        })
    }

    fn star_atom(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.name() });
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            let target = want!(p.target_with_star_atom());
            want!(p.tok(Tok::RightParen));
            Ok(Some(target))
        });
        alt!(self, p => {
            let first = want!(p.tok(Tok::LeftParen));
            p.maybe(|p| p.star_targets_tuple_seq())?;
            want!(p.tok(Tok::RightParen));
            Ok(Some(p.node(Shape::Tuple(&[]), first)))
        });
        self.attempt(|p| {
            let first = want!(p.tok(Tok::LeftBracket));
            p.maybe(|p| {
                want!(p.gather(|p| p.star_target()));
                p.maybe(|p| p.tok(Tok::Comma))?;
                Ok(Some(()))
            })?;
            want!(p.tok(Tok::RightBracket));
            Ok(Some(p.node(Shape::List(&[]), first)))
        })
    }

    fn star_targets_tuple_seq(&mut self) -> Match<()> {
        alt!(self, p => {
            let items = want!(p.gather(|p| p.star_target()));
            if items.len() < 2 {
                return Ok(None);
            }
            p.maybe(|p| p.tok(Tok::Comma))?;
            Ok(Some(()))
        });
        want!(self.star_target());
        Ok(self.tok(Tok::Comma)?.map(|_| ()))
    }

    pub(super) fn single_target(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.single_subscript_attribute_target() });
        alt!(self, p => { p.name() });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftParen));
            let target = want!(p.single_target());
            want!(p.tok(Tok::RightParen));
            Ok(Some(target))
        })
    }

    /// `t_primary` and one attribute or subscript more, the last.
    pub(super) fn single_subscript_attribute_target(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.t_primary());
            want!(p.tok(Tok::Dot));
            want!(p.name());
            Ok(if p.t_lookahead()? { None } else { Some(p.node(Shape::Attribute, first)) })
        });
        self.attempt(|p| {
            want!(p.t_primary());
            want!(p.tok(Tok::LeftBracket));
            want!(p.slices());
            want!(p.tok(Tok::RightBracket));
            Ok(if p.t_lookahead()? { None } else { Some(p.node(Shape::Subscript, first)) })
        })
    }

    fn t_lookahead(&mut self) -> Result<bool, super::recogniser::Raised> {
        Ok(matches!(self.peek()?, Tok::LeftParen | Tok::LeftBracket | Tok::Dot))
    }

    /// A primary that something follows still.
    fn t_primary(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::TPrimary, |p| {
            let first = p.mark;
            let mut found = want!(p.atom());
            if !p.t_lookahead()? {
                return Ok(None);
            }
            while let Some(longer) = p.attempt(|p| p.t_primary_tail(first))? {
                found = longer;
            }
            Ok(Some(found))
        })
    }

    fn t_primary_tail(&mut self, first: u32) -> Match<Node<'d>> {
        let mark = self.mark;
        let found = match self.peek()? {
            Tok::Dot => {
                want!(self.tok(Tok::Dot));
                want!(self.name());
                self.node(Shape::Attribute, first)
            }
            Tok::LeftBracket => {
                let subscript = self.attempt(|p| {
                    want!(p.tok(Tok::LeftBracket));
                    want!(p.slices());
                    want!(p.tok(Tok::RightBracket));
                    Ok(Some(p.node(Shape::Subscript, first)))
                })?;
                match subscript {
                    Some(found) if self.t_lookahead()? => found,
                    _ => {
                        self.mark = mark;
                        want!(self.generator_tail(first))
                    }
                }
            }
            Tok::LeftParen => want!(self.call_tail(first)),
            _ => return Ok(None),
        };
        Ok(if self.t_lookahead()? { Some(found) } else { None })
    }

    pub(super) fn del_targets(&mut self) -> Match<()> {
        self.attempt(|p| {
            want!(p.gather(|p| p.del_target()));
            p.maybe(|p| p.tok(Tok::Comma))?;
            Ok(Some(()))
        })
    }

    fn del_target(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::DelTarget, |p| {
            alt!(p, p => { p.single_subscript_attribute_target() });
            p.del_t_atom()
        })
    }

    fn del_t_atom(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.name() });
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            let target = want!(p.del_target());
            want!(p.tok(Tok::RightParen));
            Ok(Some(target))
        });
        alt!(self, p => {
            let first = want!(p.tok(Tok::LeftParen));
            p.maybe(|p| p.del_targets())?;
            want!(p.tok(Tok::RightParen));
            Ok(Some(p.node(Shape::Tuple(&[]), first)))
        });
        self.attempt(|p| {
            let first = want!(p.tok(Tok::LeftBracket));
            p.maybe(|p| p.del_targets())?;
            want!(p.tok(Tok::RightBracket));
            Ok(Some(p.node(Shape::List(&[]), first)))
        })
    }
}
