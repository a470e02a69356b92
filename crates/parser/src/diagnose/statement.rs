//! Whole sources and simple statements.

use super::Start;
use super::memo::Rule;
use super::node::{Node, Shape, Targets};
use super::recogniser::{Match, Recogniser, alt, want};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    /// The start rules.
    pub(super) fn start(&mut self, start: Start) -> Match<()> {
        match start {
            Start::File => {
                while self.attempt(|p| p.statement())?.is_some() {
                    self.memo.forget_much(self.mark);
                }
                want!(self.tok(Tok::EndMarker));
            }
            Start::Eval => {
                want!(self.expressions());
                self.many(|p| p.tok(Tok::Newline))?;
                want!(self.tok(Tok::EndMarker));
            }
            Start::Interactive => want!(self.statement_newline()),
            Start::FString => {
                want!(self.star_expressions());
            }
        }
        Ok(Some(()))
    }

    fn statement_newline(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.compound_stmt());
            want!(p.tok(Tok::Newline));
            Ok(Some(()))
        });
        alt!(self, p => { p.simple_stmts() });
        alt!(self, p => {
            want!(p.tok(Tok::Newline));
            Ok(Some(()))
        });
        // An end marker ends the session; here, it is no statement.
        self.tok(Tok::EndMarker)?;
        Ok(None)
    }

    pub(super) fn statements(&mut self) -> Match<()> {
        Ok(self.some(|p| p.statement())?.map(|_| ()))
    }

    fn statement(&mut self) -> Match<()> {
        alt!(self, p => { p.compound_stmt() });
        self.simple_stmts()
    }

    pub(super) fn simple_stmts(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.simple_stmt());
            if p.sees(Tok::Semicolon)? {
                return Ok(None);
            }
            want!(p.tok(Tok::Newline));
            Ok(Some(()))
        });
        self.attempt(|p| {
            want!(p.simple_stmt());
            p.many(|p| {
                want!(p.tok(Tok::Semicolon));
                p.simple_stmt()
            })?;
            p.maybe(|p| p.tok(Tok::Semicolon))?;
            want!(p.tok(Tok::Newline));
            Ok(Some(()))
        })
    }

    fn simple_stmt(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::SimpleStmt, |p| {
            let first = p.mark;
            let found = p.any_simple_stmt()?;
            Ok(found.map(|()| p.other("statement", first)))
        })
    }

    fn any_simple_stmt(&mut self) -> Match<()> {
        alt!(self, p => { p.assignment() });
        alt!(self, p => {
            want!(p.star_expressions());
            Ok(Some(()))
        });
        match self.peek()? {
            Tok::Return => self.attempt(|p| {
                want!(p.tok(Tok::Return));
                p.maybe(|p| p.star_expressions())?;
                Ok(Some(()))
            }),
            Tok::Import => self.attempt(|p| p.import_name()),
            Tok::From => self.attempt(|p| p.import_from()),
            Tok::Raise => self.attempt(|p| p.raise_stmt()),
            Tok::Del => self.attempt(|p| p.del_stmt()),
            Tok::Yield => Ok(self.attempt(|p| p.yield_expr())?.map(|_| ())),
            Tok::Assert => self.attempt(|p| {
                want!(p.tok(Tok::Assert));
                want!(p.expression());
                p.maybe(|p| {
                    want!(p.tok(Tok::Comma));
                    p.expression()
                })?;
                Ok(Some(()))
            }),
            kind @ (Tok::Pass | Tok::Break | Tok::Continue) => Ok(self.tok(kind)?.map(|_| ())),
            kind @ (Tok::Global | Tok::Nonlocal) => self.attempt(|p| {
                want!(p.tok(kind));
                want!(p.gather(|p| p.name()));
                Ok(Some(()))
            }),
            _ => Ok(None),
        }
    }

    fn assignment(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.name());
            p.annotation_and_value()
        });
        alt!(self, p => {
            let bracketed = p.attempt(|p| {
                want!(p.tok(Tok::LeftParen));
                let target = want!(p.single_target());
                want!(p.tok(Tok::RightParen));
                Ok(Some(target))
            })?;
            if bracketed.is_none() {
                want!(p.single_subscript_attribute_target());
            }
            p.annotation_and_value()
        });
        alt!(self, p => {
            want!(p.some(|p| {
                want!(p.star_targets());
                p.tok(Tok::Equal)
            }));
            want!(p.right_side());
            Ok(if p.sees(Tok::Equal)? { None } else { Some(()) })
        });
        let mark = self.mark;
        let augmented = self.attempt(|p| {
            want!(p.single_target());
            p.augassign()
        })?;
        if augmented.is_some() {
            // No way back once the operator is read.
            let found = self.right_side()?;
            if found.is_none() {
                self.mark = mark;
            }
            return Ok(found.map(|_| ()));
        }
        if self.invalid { self.attempt(|p| p.invalid_assignment()) } else { Ok(None) }
    }

    /// `: annotation [= value]`
    fn annotation_and_value(&mut self) -> Match<()> {
        want!(self.tok(Tok::Colon));
        want!(self.expression());
        self.maybe(|p| {
            want!(p.tok(Tok::Equal));
            p.right_side()
        })?;
        Ok(Some(()))
    }

    fn right_side(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.yield_expr() });
        self.star_expressions()
    }

    fn augassign(&mut self) -> Match<()> {
        let Tok::AugAssign(op) = self.peek()? else { return Ok(None) };
        Ok(self.tok(Tok::AugAssign(op))?.map(|_| ()))
    }

    fn invalid_assignment(&mut self) -> Match<()> {
        alt!(self, p => {
            let target = want!(p.invalid_ann_assign_target());
            want!(p.tok(Tok::Colon));
            want!(p.expression());
            let message = format!("only single target (not {}) can be annotated", target.name());
            Err(p.raise_node(target, &message))
        });
        alt!(self, p => {
            let first = want!(p.star_named_expression());
            want!(p.tok(Tok::Comma));
            p.many(|p| p.star_named_expressions())?;
            want!(p.tok(Tok::Colon));
            want!(p.expression());
            Err(p.raise_node(first, "only single target (not tuple) can be annotated"))
        });
        alt!(self, p => {
            let target = want!(p.expression());
            want!(p.tok(Tok::Colon));
            want!(p.expression());
            Err(p.raise_node(target, "illegal target for annotation"))
        });
        alt!(self, p => {
            p.assigned_targets()?;
            let target = want!(p.star_expressions());
            want!(p.tok(Tok::Equal));
            p.raise_invalid_target(target, Targets::Star)?;
            Ok(None)
        });
        alt!(self, p => {
            p.assigned_targets()?;
            let target = want!(p.yield_expr());
            want!(p.tok(Tok::Equal));
            Err(p.raise_node(target, "assignment to yield expression not possible"))
        });
        self.attempt(|p| {
            let target = want!(p.star_expressions());
            want!(p.augassign());
            want!(p.right_side());
            let message = format!("'{}' is an illegal expression for augmented assignment", target.name());
            Err(p.raise_node(target, &message))
        })
    }

    fn assigned_targets(&mut self) -> Result<(), super::recogniser::Raised> {
        self.many(|p| {
            want!(p.star_targets());
            p.tok(Tok::Equal)
        })?;
        Ok(())
    }

    fn invalid_ann_assign_target(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.list() });
        alt!(self, p => { p.tuple() });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftParen));
            let target = want!(p.invalid_ann_assign_target());
            want!(p.tok(Tok::RightParen));
            Ok(Some(target))
        })
    }

    fn raise_stmt(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::Raise));
            want!(p.expression());
            p.maybe(|p| {
                want!(p.tok(Tok::From));
                p.expression()
            })?;
            Ok(Some(()))
        });
        Ok(self.tok(Tok::Raise)?.map(|_| ()))
    }

    fn del_stmt(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::Del));
            want!(p.del_targets());
            let ends = p.sees(Tok::Semicolon)? || p.sees(Tok::Newline)?;
            Ok(ends.then_some(()))
        });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.tok(Tok::Del));
            let target = want!(p.star_expressions());
            p.raise_invalid_target(target, Targets::Del)?;
            Ok(None)
        })
    }

    fn import_name(&mut self) -> Match<()> {
        want!(self.tok(Tok::Import));
        want!(self.gather(|p| {
            want!(p.dotted_name());
            p.as_name()
        }));
        Ok(Some(()))
    }

    /// `[as name]`
    pub(super) fn as_name(&mut self) -> Match<()> {
        self.maybe(|p| {
            want!(p.tok(Tok::As));
            p.name()
        })?;
        Ok(Some(()))
    }

    fn dotted_name(&mut self) -> Match<()> {
        want!(self.name());
        self.many(|p| {
            want!(p.tok(Tok::Dot));
            p.name()
        })?;
        Ok(Some(()))
    }

    fn dot(&mut self) -> Match<()> {
        match self.peek()? {
            kind @ (Tok::Dot | Tok::Ellipsis) => Ok(self.tok(kind)?.map(|_| ())),
            _ => Ok(None),
        }
    }

    fn import_from(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::From));
            p.many(|p| p.dot())?;
            want!(p.dotted_name());
            want!(p.tok(Tok::Import));
            p.import_from_targets()
        });
        self.attempt(|p| {
            want!(p.tok(Tok::From));
            want!(p.some(|p| p.dot()));
            want!(p.tok(Tok::Import));
            p.import_from_targets()
        })
    }

    fn import_from_targets(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.tok(Tok::LeftParen));
            want!(p.import_from_as_names());
            p.maybe(|p| p.tok(Tok::Comma))?;
            want!(p.tok(Tok::RightParen));
            Ok(Some(()))
        });
        alt!(self, p => {
            want!(p.import_from_as_names());
            Ok(if p.sees(Tok::Comma)? { None } else { Some(()) })
        });
        alt!(self, p => {
            want!(p.tok(Tok::Star));
            Ok(Some(()))
        });
        if !self.invalid {
            return Ok(None);
        }
        self.attempt(|p| {
            want!(p.import_from_as_names());
            want!(p.tok(Tok::Comma));
            want!(p.tok(Tok::Newline));
            Err(p.raise("trailing comma not allowed without surrounding parentheses"))
        })
    }

    fn import_from_as_names(&mut self) -> Match<()> {
        want!(self.gather(|p| {
            want!(p.name());
            p.as_name()
        }));
        Ok(Some(()))
    }

    pub(super) fn yield_expr(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.tok(Tok::Yield));
            want!(p.tok(Tok::From));
            want!(p.expression());
            Ok(Some(p.other("yield expression", first)))
        });
        self.attempt(|p| {
            want!(p.tok(Tok::Yield));
            p.maybe(|p| p.star_expressions())?;
            Ok(Some(p.other("yield expression", first)))
        })
    }

    pub(super) fn expressions(&mut self) -> Match<Node<'d>> {
        self.comma_list(|p| p.expression())
    }

    pub(super) fn star_expressions(&mut self) -> Match<Node<'d>> {
        self.comma_list(|p| p.star_expression())
    }

    /// One item, or a tuple of several.
    fn comma_list(&mut self, mut item: impl FnMut(&mut Self) -> Match<Node<'d>>) -> Match<Node<'d>> {
        let first = self.mark;
        let one = want!(self.attempt(&mut item));
        let after_one = self.mark;
        let rest = self.many(|p| {
            want!(p.tok(Tok::Comma));
            item(p)
        })?;
        let comma = self.maybe(|p| p.tok(Tok::Comma))?;
        if rest.is_empty() && comma.is_none() {
            self.mark = after_one;
            return Ok(Some(one));
        }
        let mut items = vec![one];
        items.extend(rest);
        let shape = Shape::Tuple(self.nodes(&items));
        Ok(Some(self.node(shape, first)))
    }
}
