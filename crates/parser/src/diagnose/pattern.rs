//! The match statement and its patterns.

use super::memo::Rule;
use super::node::{Node, Shape, Span, constant_name};
use super::recogniser::{Match, Raised, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn match_stmt(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.soft("match"));
            want!(p.subject_expr());
            want!(p.tok(Tok::Colon));
            want!(p.tok(Tok::Newline));
            want!(p.tok(Tok::Indent));
            want!(p.some(|p| p.case_block()));
            want!(p.tok(Tok::Dedent));
            Ok(Some(()))
        });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.soft("match"));
            want!(p.subject_expr());
            p.missing_colon()
        })?;
        self.attempt(|p| {
            let at = want!(p.soft("match"));
            want!(p.subject_expr());
            want!(p.tok(Tok::Colon));
            p.indent_after("'match' statement", at)
        })
    }

    fn subject_expr(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.star_named_expression());
            want!(p.tok(Tok::Comma));
            p.maybe(|p| p.star_named_expressions())?;
            Ok(Some(()))
        });
        Ok(self.named_expression()?.map(|_| ()))
    }

    fn case_head(&mut self) -> Match<u32> {
        let at = want!(self.soft("case"));
        want!(self.patterns());
        self.maybe(|p| {
            want!(p.tok(Tok::If));
            p.named_expression()
        })?;
        Ok(Some(at))
    }

    fn case_block(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                want!(p.case_head());
                p.missing_colon()
            })?;
            self.attempt(|p| {
                let at = want!(p.case_head());
                want!(p.tok(Tok::Colon));
                p.indent_after("'case' statement", at)
            })?;
        }
        want!(self.case_head());
        want!(self.tok(Tok::Colon));
        Ok(self.block()?.map(|_| ()))
    }

    fn patterns(&mut self) -> Match<()> {
        alt!(self, p => { p.open_sequence_pattern() });
        Ok(self.pattern()?.map(|_| ()))
    }

    fn pattern(&mut self) -> Match<Span> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.or_pattern());
            want!(p.tok(Tok::As));
            want!(p.pattern_capture_target());
            Ok(Some(p.span_from(first)))
        });
        if self.invalid {
            self.attempt(|p| p.invalid_as_pattern())?;
        }
        self.or_pattern()
    }

    fn invalid_as_pattern(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.or_pattern());
            want!(p.tok(Tok::As));
            let target = want!(p.soft("_"));
            Err(p.raise_span(Self::token_span(target), "cannot use '_' as a target"))
        });
        self.attempt(|p| {
            want!(p.or_pattern());
            want!(p.tok(Tok::As));
            if p.sees(Tok::Name)? {
                return Ok(None);
            }
            let target = want!(p.expression());
            Err(p.raise_node(target, "invalid pattern target"))
        })
    }

    fn or_pattern(&mut self) -> Match<Span> {
        let first = self.mark;
        want!(self.closed_pattern());
        self.many(|p| {
            want!(p.tok(Tok::VBar));
            p.closed_pattern()
        })?;
        Ok(Some(self.span_from(first)))
    }

    fn closed_pattern(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::ClosedPattern, |p| {
            let first = p.mark;
            Ok(p.any_closed_pattern()?.map(|()| p.other("pattern", first)))
        })
    }

    fn any_closed_pattern(&mut self) -> Match<()> {
        alt!(self, p => { p.literal_expr() });
        alt!(self, p => { p.pattern_capture_target() });
        alt!(self, p => { Ok(p.soft("_")?.map(|_| ())) });
        alt!(self, p => {
            want!(p.attr());
            Ok(if p.name_goes_on()? { None } else { Some(()) })
        });
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            want!(p.pattern());
            want!(p.tok(Tok::RightParen));
            Ok(Some(()))
        });
        alt!(self, p => { p.sequence_pattern() });
        alt!(self, p => { p.mapping_pattern() });
        self.class_pattern()
    }

    fn literal_expr(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.signed_number());
            Ok(if matches!(p.peek()?, Tok::Plus | Tok::Minus) { None } else { Some(()) })
        });
        for sign in [Tok::Plus, Tok::Minus] {
            alt!(self, p => {
                let real = want!(p.signed_number());
                if matches!(real.shape, Shape::Imaginary) {
                    return Err(p.raise_node(real, "real number required in complex literal"));
                }
                want!(p.tok(sign));
                let imaginary = want!(p.number());
                if !matches!(imaginary.shape, Shape::Imaginary) {
                    return Err(p.raise_node(imaginary, "imaginary number required in complex literal"));
                }
                Ok(Some(()))
            });
        }
        alt!(self, p => { Ok(p.strings()?.map(|_| ())) });
        match self.peek()? {
            kind @ (Tok::None | Tok::True | Tok::False) => {
                let _ = constant_name(kind);
                Ok(self.tok(kind)?.map(|_| ()))
            }
            _ => Ok(None),
        }
    }

    /// A number with or without `-`; the node is the number's.
    fn signed_number(&mut self) -> Match<Node<'d>> {
        self.attempt(|p| {
            p.tok(Tok::Minus)?;
            p.number()
        })
    }

    /// Whether a name here goes on as an attribute, call or keyword.
    fn name_goes_on(&mut self) -> Result<bool, Raised> {
        Ok(matches!(self.peek()?, Tok::Dot | Tok::LeftParen | Tok::Equal))
    }

    fn pattern_capture_target(&mut self) -> Match<()> {
        self.attempt(|p| {
            if p.ahead(|p| p.soft("_"))? {
                return Ok(None);
            }
            want!(p.name());
            Ok(if p.name_goes_on()? { None } else { Some(()) })
        })
    }

    /// A dotted name of two parts or more.
    fn attr(&mut self) -> Match<()> {
        want!(self.name());
        Ok(self
            .some(|p| {
                want!(p.tok(Tok::Dot));
                p.name()
            })?
            .map(|_| ()))
    }

    fn name_or_attr(&mut self) -> Match<()> {
        alt!(self, p => { p.attr() });
        Ok(self.name()?.map(|_| ()))
    }

    fn sequence_pattern(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::LeftBracket));
            p.maybe(|p| p.maybe_sequence_pattern())?;
            want!(p.tok(Tok::RightBracket));
            Ok(Some(()))
        });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftParen));
            p.maybe(|p| p.open_sequence_pattern())?;
            want!(p.tok(Tok::RightParen));
            Ok(Some(()))
        })
    }

    fn open_sequence_pattern(&mut self) -> Match<()> {
        want!(self.maybe_star_pattern());
        want!(self.tok(Tok::Comma));
        self.maybe(|p| p.maybe_sequence_pattern())?;
        Ok(Some(()))
    }

    fn maybe_sequence_pattern(&mut self) -> Match<()> {
        want!(self.gather(|p| p.maybe_star_pattern()));
        self.maybe(|p| p.tok(Tok::Comma))?;
        Ok(Some(()))
    }

    fn maybe_star_pattern(&mut self) -> Match<()> {
        let star = self.remember(Rule::StarPattern, |p| {
            let first = want!(p.tok(Tok::Star));
            if p.pattern_capture_target()?.is_none() {
                want!(p.soft("_"));
            }
            Ok(Some(p.other("pattern", first)))
        })?;
        if star.is_some() {
            return Ok(Some(()));
        }
        Ok(self.attempt(|p| p.pattern())?.map(|_| ()))
    }

    fn mapping_pattern(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::LeftBrace));
            want!(p.tok(Tok::RightBrace));
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.tok(Tok::LeftBrace));
            want!(p.double_star_pattern());
            p.maybe(|p| p.tok(Tok::Comma))?;
            want!(p.tok(Tok::RightBrace));
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.tok(Tok::LeftBrace));
            want!(p.gather(|p| p.key_value_pattern()));
            want!(p.tok(Tok::Comma));
            want!(p.double_star_pattern());
            p.maybe(|p| p.tok(Tok::Comma))?;
            want!(p.tok(Tok::RightBrace));
            Ok(Some(()))
        });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftBrace));
            want!(p.gather(|p| p.key_value_pattern()));
            p.maybe(|p| p.tok(Tok::Comma))?;
            want!(p.tok(Tok::RightBrace));
            Ok(Some(()))
        })
    }

    fn key_value_pattern(&mut self) -> Match<()> {
        if self.attempt(|p| p.literal_expr())?.is_none() {
            want!(self.attempt(|p| p.attr()));
        }
        want!(self.tok(Tok::Colon));
        Ok(self.pattern()?.map(|_| ()))
    }

    fn double_star_pattern(&mut self) -> Match<()> {
        want!(self.tok(Tok::DoubleStar));
        self.pattern_capture_target()
    }

    fn class_pattern(&mut self) -> Match<()> {
        for (positional, keyword) in [(false, false), (true, false), (false, true), (true, true)] {
            alt!(self, p => {
                want!(p.name_or_attr());
                want!(p.tok(Tok::LeftParen));
                if positional {
                    want!(p.positional_patterns());
                }
                if positional && keyword {
                    want!(p.tok(Tok::Comma));
                }
                if keyword {
                    want!(p.keyword_patterns());
                }
                if positional || keyword {
                    p.maybe(|p| p.tok(Tok::Comma))?;
                }
                want!(p.tok(Tok::RightParen));
                Ok(Some(()))
            });
        }
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.name_or_attr());
            want!(p.tok(Tok::LeftParen));
            p.maybe(|p| {
                want!(p.positional_patterns());
                p.tok(Tok::Comma)
            })?;
            want!(p.keyword_patterns());
            want!(p.tok(Tok::Comma));
            let late = want!(p.positional_patterns());
            match (late.first(), late.last()) {
                (Some(first), Some(last)) => {
                    Err(p.raise_range(*first, *last, "positional patterns follow keyword patterns"))
                }
                _ => Ok(None),
            }
        })
    }

    fn positional_patterns(&mut self) -> Match<Vec<Span>> {
        self.gather(|p| p.pattern())
    }

    fn keyword_patterns(&mut self) -> Match<()> {
        want!(self.gather(|p| {
            want!(p.name());
            want!(p.tok(Tok::Equal));
            p.pattern()
        }));
        Ok(Some(()))
    }
}
