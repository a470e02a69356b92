//! Compound statements.

use super::node::Targets;
use super::recogniser::{Match, Raised, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn compound_stmt(&mut self) -> Match<()> {
        let next = self.peek()?;
        if matches!(next, Tok::Def | Tok::At | Tok::Async) {
            alt!(self, p => { p.decorated(|p| p.function_def_raw()) });
        }
        if next == Tok::If {
            alt!(self, p => { p.if_stmt(Tok::If, "'if' statement") });
        }
        if matches!(next, Tok::Class | Tok::At) {
            alt!(self, p => { p.decorated(|p| p.class_def_raw()) });
        }
        if matches!(next, Tok::With | Tok::Async) {
            alt!(self, p => { p.with_stmt() });
        }
        if matches!(next, Tok::For | Tok::Async) {
            alt!(self, p => { p.for_stmt() });
        }
        if next == Tok::Try {
            alt!(self, p => { p.try_stmt() });
        }
        if next == Tok::While {
            alt!(self, p => { p.while_stmt() });
        }
        self.attempt(|p| p.match_stmt())
    }

    fn decorated(&mut self, mut definition: impl FnMut(&mut Self) -> Match<()>) -> Match<()> {
        alt!(self, p => {
            want!(p.some(|p| {
                want!(p.tok(Tok::At));
                want!(p.named_expression());
                p.tok(Tok::Newline)
            }));
            definition(p)
        });
        definition(self)
    }

    /// `if` and `elif`.
    fn if_stmt(&mut self, keyword: Tok, what: &str) -> Match<()> {
        if self.invalid {
            self.invalid_head(keyword, what, |p| Ok(p.named_expression()?.map(|_| ())))?;
        }
        want!(self.tok(keyword));
        want!(self.named_expression());
        want!(self.tok(Tok::Colon));
        want!(self.block());
        alt!(self, p => { p.if_stmt(Tok::Elif, "'elif' statement") });
        self.maybe(|p| p.else_block())?;
        Ok(Some(()))
    }

    fn else_block(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                let at = want!(p.tok(Tok::Else));
                want!(p.tok(Tok::Colon));
                p.indent_after("'else' statement", at)
            })?;
        }
        want!(self.tok(Tok::Else));
        want!(self.forced(Tok::Colon, ":"));
        Ok(self.block()?.map(|_| ()))
    }

    fn while_stmt(&mut self) -> Match<()> {
        if self.invalid {
            self.invalid_head(Tok::While, "'while' statement", |p| Ok(p.named_expression()?.map(|_| ())))?;
        }
        want!(self.tok(Tok::While));
        want!(self.named_expression());
        want!(self.tok(Tok::Colon));
        want!(self.block());
        self.maybe(|p| p.else_block())?;
        Ok(Some(()))
    }

    fn for_head(&mut self) -> Match<u32> {
        let at = want!(self.tok(Tok::For));
        want!(self.star_targets());
        want!(self.tok(Tok::In));
        want!(self.star_expressions());
        Ok(Some(at))
    }

    fn for_stmt(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                p.maybe(|p| p.tok(Tok::Async))?;
                want!(p.for_head());
                p.missing_colon()
            })?;
            self.attempt(|p| {
                p.maybe(|p| p.tok(Tok::Async))?;
                let at = want!(p.for_head());
                want!(p.tok(Tok::Colon));
                p.indent_after("'for' statement", at)
            })?;
        }
        if let Some(found) = self.for_in([false, true], Self::for_rest)? {
            return Ok(found);
        }
        if self.invalid { self.invalid_for_target() } else { Ok(None) }
    }

    fn for_rest(&mut self) -> Match<()> {
        want!(self.star_expressions());
        want!(self.tok(Tok::Colon));
        want!(self.block());
        self.maybe(|p| p.else_block())?;
        Ok(Some(()))
    }

    pub(super) fn invalid_for_target(&mut self) -> Match<()> {
        self.attempt(|p| {
            p.maybe(|p| p.tok(Tok::Async))?;
            want!(p.tok(Tok::For));
            let target = want!(p.star_expressions());
            p.raise_invalid_target(target, Targets::For)?;
            Ok(None)
        })
    }

    fn with_stmt(&mut self) -> Match<()> {
        if self.invalid {
            self.invalid_with_stmt_indent()?;
        }
        for is_async in [false, true] {
            alt!(self, p => {
                if is_async {
                    want!(p.tok(Tok::Async));
                }
                want!(p.tok(Tok::With));
                want!(p.tok(Tok::LeftParen));
                want!(p.gather(|p| p.with_item()));
                p.maybe(|p| p.tok(Tok::Comma))?;
                want!(p.tok(Tok::RightParen));
                want!(p.tok(Tok::Colon));
                Ok(p.block()?.map(|_| ()))
            });
            alt!(self, p => {
                if is_async {
                    want!(p.tok(Tok::Async));
                }
                want!(p.tok(Tok::With));
                want!(p.gather(|p| p.with_item()));
                want!(p.tok(Tok::Colon));
                Ok(p.block()?.map(|_| ()))
            });
        }
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.invalid_with_head());
            p.missing_colon()
        })?;
        self.attempt(|p| {
            want!(p.invalid_bracketed_with_head());
            p.missing_colon()
        })
    }

    fn invalid_with_stmt_indent(&mut self) -> Result<(), Raised> {
        self.attempt(|p| {
            let at = want!(p.invalid_with_head());
            want!(p.tok(Tok::Colon));
            p.indent_after("'with' statement", at)
        })?;
        self.attempt(|p| {
            let at = want!(p.invalid_bracketed_with_head());
            want!(p.tok(Tok::Colon));
            p.indent_after("'with' statement", at)
        })?;
        Ok(())
    }

    fn invalid_with_head(&mut self) -> Match<u32> {
        self.maybe(|p| p.tok(Tok::Async))?;
        let at = want!(self.tok(Tok::With));
        want!(self.gather(|p| {
            want!(p.expression());
            p.as_target()
        }));
        Ok(Some(at))
    }

    fn invalid_bracketed_with_head(&mut self) -> Match<u32> {
        self.maybe(|p| p.tok(Tok::Async))?;
        let at = want!(self.tok(Tok::With));
        want!(self.tok(Tok::LeftParen));
        want!(self.gather(|p| {
            want!(p.expressions());
            p.as_target()
        }));
        self.maybe(|p| p.tok(Tok::Comma))?;
        want!(self.tok(Tok::RightParen));
        Ok(Some(at))
    }

    /// `[as star_target]`
    fn as_target(&mut self) -> Match<()> {
        self.maybe(|p| {
            want!(p.tok(Tok::As));
            p.star_target()
        })?;
        Ok(Some(()))
    }

    /// Whether what follows ends an item of a with statement.
    fn item_ends(&mut self) -> Match<()> {
        Ok(matches!(self.peek()?, Tok::Comma | Tok::RightParen | Tok::Colon).then_some(()))
    }

    fn with_item(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.expression());
            want!(p.tok(Tok::As));
            want!(p.star_target());
            p.item_ends()
        });
        if self.invalid {
            self.attempt(|p| {
                want!(p.expression());
                want!(p.tok(Tok::As));
                let target = want!(p.expression());
                want!(p.item_ends());
                p.raise_invalid_target(target, Targets::Star)?;
                Ok(None::<()>)
            })?;
        }
        Ok(self.expression()?.map(|_| ()))
    }

    fn try_stmt(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                let at = want!(p.tok(Tok::Try));
                want!(p.tok(Tok::Colon));
                p.indent_after("'try' statement", at)
            })?;
            self.attempt(|p| {
                want!(p.tok(Tok::Try));
                want!(p.tok(Tok::Colon));
                want!(p.block());
                if matches!(p.peek()?, Tok::Except | Tok::Finally) {
                    return Ok(None::<()>);
                }
                Err(p.raise("expected 'except' or 'finally' block"))
            })?;
        }
        alt!(self, p => {
            want!(p.tok(Tok::Try));
            want!(p.forced(Tok::Colon, ":"));
            want!(p.block());
            p.finally_block()
        });
        self.attempt(|p| {
            want!(p.tok(Tok::Try));
            want!(p.forced(Tok::Colon, ":"));
            want!(p.block());
            want!(p.some(|p| p.except_block()));
            p.maybe(|p| p.else_block())?;
            p.maybe(|p| p.finally_block())?;
            Ok(Some(()))
        })
    }

    /// `expression [as name]`
    fn except_head(&mut self) -> Match<()> {
        want!(self.expression());
        self.as_name()
    }

    fn except_block(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                let at = want!(p.tok(Tok::Except));
                want!(p.except_head());
                want!(p.tok(Tok::Colon));
                p.indent_after("'except' statement", at)
            })?;
            self.attempt(|p| {
                let at = want!(p.tok(Tok::Except));
                want!(p.tok(Tok::Colon));
                p.indent_after("'except' statement", at)
            })?;
        }
        alt!(self, p => {
            want!(p.tok(Tok::Except));
            want!(p.except_head());
            want!(p.tok(Tok::Colon));
            Ok(p.block()?.map(|_| ()))
        });
        alt!(self, p => {
            want!(p.tok(Tok::Except));
            want!(p.tok(Tok::Colon));
            Ok(p.block()?.map(|_| ()))
        });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.tok(Tok::Except));
            let first = want!(p.expression());
            want!(p.tok(Tok::Comma));
            want!(p.expressions());
            want!(p.as_name());
            want!(p.tok(Tok::Colon));
            Err::<Option<()>, _>(p.raise_from(first.span, "multiple exception types must be parenthesized"))
        })?;
        self.attempt(|p| {
            want!(p.tok(Tok::Except));
            want!(p.except_head());
            p.missing_colon()
        })?;
        self.attempt(|p| {
            want!(p.tok(Tok::Except));
            p.missing_colon()
        })
    }

    fn finally_block(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                let at = want!(p.tok(Tok::Finally));
                want!(p.tok(Tok::Colon));
                p.indent_after("'finally' statement", at)
            })?;
        }
        want!(self.tok(Tok::Finally));
        want!(self.forced(Tok::Colon, ":"));
        Ok(self.block()?.map(|_| ()))
    }

    /// `def name(params) [-> expression]`, without the colon.
    fn def_head(&mut self) -> Match<u32> {
        let at = want!(self.tok(Tok::Def));
        want!(self.name());
        want!(self.tok(Tok::LeftParen));
        self.maybe(|p| p.params())?;
        want!(self.tok(Tok::RightParen));
        self.maybe(|p| {
            want!(p.tok(Tok::Arrow));
            p.expression()
        })?;
        Ok(Some(at))
    }

    fn function_def_raw(&mut self) -> Match<()> {
        if self.invalid {
            self.attempt(|p| {
                p.maybe(|p| p.tok(Tok::Async))?;
                let at = want!(p.def_head());
                want!(p.tok(Tok::Colon));
                p.indent_after("function definition", at)
            })?;
        }
        for is_async in [false, true] {
            alt!(self, p => {
                if is_async {
                    want!(p.tok(Tok::Async));
                }
                want!(p.def_head());
                want!(p.forced(Tok::Colon, ":"));
                Ok(p.block()?.map(|_| ()))
            });
        }
        Ok(None)
    }

    /// `class name [(arguments)]`, without the colon.
    fn class_head(&mut self) -> Match<()> {
        want!(self.name());
        self.maybe(|p| {
            want!(p.tok(Tok::LeftParen));
            p.maybe(|p| p.arguments())?;
            p.tok(Tok::RightParen)
        })?;
        Ok(Some(()))
    }

    fn class_def_raw(&mut self) -> Match<()> {
        if self.invalid {
            self.invalid_head(Tok::Class, "class definition", |p| p.class_head())?;
        }
        want!(self.tok(Tok::Class));
        want!(self.class_head());
        want!(self.tok(Tok::Colon));
        Ok(self.block()?.map(|_| ()))
    }
}
