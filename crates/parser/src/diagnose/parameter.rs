//! Parameters of functions, which end at `)`, and of lambdas, which end at `:`.

use super::node::Span;
use super::recogniser::{Match, Recogniser, alt, want};
use crate::lexer::Tok;

/// Whose parameters they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Def,
    Lambda,
}

impl Owner {
    const fn end(self) -> Tok {
        match self {
            Owner::Def => Tok::RightParen,
            Owner::Lambda => Tok::Colon,
        }
    }
}

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn params(&mut self) -> Match<()> {
        self.parameters(Owner::Def)
    }

    pub(super) fn lambda_params(&mut self) -> Match<()> {
        self.parameters(Owner::Lambda)
    }

    fn parameters(&mut self, owner: Owner) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                p.many(|p| p.param_no_default(owner))?;
                want!(p.invalid_parameters_helper(owner));
                let parameter = want!(p.param_no_default(owner));
                Err::<Option<()>, _>(p.raise_span(parameter, "non-default argument follows default argument"))
            })?;
        }
        alt!(self, p => {
            want!(p.slash_no_default(owner));
            p.many(|p| p.param_no_default(owner))?;
            p.many(|p| p.param_with_default(owner))?;
            p.maybe(|p| p.star_etc(owner))?;
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.slash_with_default(owner));
            p.many(|p| p.param_with_default(owner))?;
            p.maybe(|p| p.star_etc(owner))?;
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.some(|p| p.param_no_default(owner)));
            p.many(|p| p.param_with_default(owner))?;
            p.maybe(|p| p.star_etc(owner))?;
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.some(|p| p.param_with_default(owner)));
            p.maybe(|p| p.star_etc(owner))?;
            Ok(Some(()))
        });
        self.attempt(|p| p.star_etc(owner))
    }

    fn invalid_parameters_helper(&mut self, owner: Owner) -> Match<()> {
        alt!(self, p => { p.slash_with_default(owner) });
        Ok(self.some(|p| p.param_with_default(owner))?.map(|_| ()))
    }

    /// `/`, and a comma or the end.
    fn slash(&mut self, owner: Owner) -> Match<()> {
        want!(self.tok(Tok::Slash));
        self.comma_or_end(owner)
    }

    fn comma_or_end(&mut self, owner: Owner) -> Match<()> {
        if self.tok(Tok::Comma)?.is_some() {
            return Ok(Some(()));
        }
        Ok(self.sees(owner.end())?.then_some(()))
    }

    fn slash_no_default(&mut self, owner: Owner) -> Match<()> {
        self.attempt(|p| {
            want!(p.some(|p| p.param_no_default(owner)));
            p.slash(owner)
        })
    }

    fn slash_with_default(&mut self, owner: Owner) -> Match<()> {
        self.attempt(|p| {
            p.many(|p| p.param_no_default(owner))?;
            want!(p.some(|p| p.param_with_default(owner)));
            p.slash(owner)
        })
    }

    fn star_etc(&mut self, owner: Owner) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::Star));
            want!(p.param_no_default(owner));
            p.many(|p| p.param_maybe_default(owner))?;
            p.maybe(|p| p.kwds(owner))?;
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.tok(Tok::Star));
            want!(p.tok(Tok::Comma));
            want!(p.some(|p| p.param_maybe_default(owner)));
            p.maybe(|p| p.kwds(owner))?;
            Ok(Some(()))
        });
        alt!(self, p => { p.kwds(owner) });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            let star = want!(p.tok(Tok::Star));
            let bare = p.sees(owner.end())?
                || (p.tok(Tok::Comma)?.is_some() && (p.sees(owner.end())? || p.sees(Tok::DoubleStar)?));
            if !bare {
                return Ok(None);
            }
            let message = "named arguments must follow bare *";
            p.mark += 1;
            Err(match owner {
                Owner::Def => p.raise_span(Self::token_span(star), message),
                Owner::Lambda => p.raise(message),
            })
        })
    }

    fn kwds(&mut self, owner: Owner) -> Match<()> {
        self.attempt(|p| {
            want!(p.tok(Tok::DoubleStar));
            want!(p.param_no_default(owner));
            Ok(Some(()))
        })
    }

    /// A parameter without its comma; lambdas have no annotations.
    fn param(&mut self, owner: Owner) -> Match<Span> {
        let name = want!(self.name());
        let first = name.span.first;
        if owner == Owner::Def {
            self.maybe(|p| {
                want!(p.tok(Tok::Colon));
                p.expression()
            })?;
        }
        Ok(Some(self.span_from(first)))
    }

    fn param_no_default(&mut self, owner: Owner) -> Match<Span> {
        self.attempt(|p| {
            let parameter = want!(p.param(owner));
            want!(p.comma_or_end(owner));
            Ok(Some(parameter))
        })
    }

    fn default(&mut self) -> Match<()> {
        want!(self.tok(Tok::Equal));
        Ok(self.expression()?.map(|_| ()))
    }

    fn param_with_default(&mut self, owner: Owner) -> Match<()> {
        self.attempt(|p| {
            want!(p.param(owner));
            want!(p.default());
            p.comma_or_end(owner)
        })
    }

    fn param_maybe_default(&mut self, owner: Owner) -> Match<()> {
        self.attempt(|p| {
            want!(p.param(owner));
            p.maybe(|p| p.default())?;
            p.comma_or_end(owner)
        })
    }
}
