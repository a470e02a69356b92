//! Expressions down to primaries.

use super::memo::Rule;
use super::node::{Node, Shape};
use super::recogniser::{Match, Raised, Recogniser, alt, want};
use crate::ast::{BoolOp, CmpOp, Operator};
use crate::lexer::Tok;

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    pub(super) fn star_expression(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::StarExpression, |p| {
            alt!(p, p => { p.star_bitwise_or() });
            p.expression()
        })
    }

    /// `*` and an operand.
    fn star_bitwise_or(&mut self) -> Match<Node<'d>> {
        let first = want!(self.tok(Tok::Star));
        let value = want!(self.bitwise_or());
        let shape = Shape::Starred(self.arena.alloc(value));
        Ok(Some(self.node(shape, first)))
    }

    pub(super) fn star_named_expressions(&mut self) -> Match<Vec<Node<'d>>> {
        self.attempt(|p| {
            let items = want!(p.gather(|p| p.star_named_expression()));
            p.maybe(|p| p.tok(Tok::Comma))?;
            Ok(Some(items))
        })
    }

    pub(super) fn star_named_expression(&mut self) -> Match<Node<'d>> {
        alt!(self, p => { p.star_bitwise_or() });
        self.named_expression()
    }

    /// `name := expression`. Once `:=` is read there is no way back: the second part says whether it was.
    fn assignment_expression(&mut self) -> Result<(Option<Node<'d>>, bool), Raised> {
        let first = self.mark;
        let committed = self.attempt(|p| {
            want!(p.name());
            p.tok(Tok::ColonEqual)
        })?;
        if committed.is_none() {
            return Ok((None, false));
        }
        let value = self.expression()?;
        if value.is_none() {
            self.mark = first;
            return Ok((None, true));
        }
        Ok((Some(self.other("named expression", first)), true))
    }

    pub(super) fn named_expression(&mut self) -> Match<Node<'d>> {
        if let (Some(found), _) = self.assignment_expression()? {
            return Ok(Some(found));
        }
        if self.invalid {
            self.invalid_named_expression()?;
        }
        self.plain_expression()
    }

    /// `expression !':='`
    fn plain_expression(&mut self) -> Match<Node<'d>> {
        self.attempt(|p| {
            let found = want!(p.expression());
            Ok(if p.sees(Tok::ColonEqual)? { None } else { Some(found) })
        })
    }

    /// An argument or generator element: `( assignment_expression | expression !':=')`.
    pub(super) fn named_or_plain(&mut self) -> Match<Node<'d>> {
        if let (Some(found), _) = self.assignment_expression()? {
            return Ok(Some(found));
        }
        self.plain_expression()
    }

    fn invalid_named_expression(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::InvalidNamedExpression, |p| {
            alt!(p, p => {
                let target = want!(p.expression());
                want!(p.tok(Tok::ColonEqual));
                want!(p.expression());
                let message = format!("cannot use assignment expressions with {}", target.name());
                Err(p.raise_node(target, &message))
            });
            alt!(p, p => {
                let target = want!(p.name());
                want!(p.tok(Tok::Equal));
                let value = want!(p.bitwise_or());
                want!(p.not_assigned());
                let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
                Err(p.raise_range(target.span, value.span, message))
            });
            p.attempt(|p| {
                if p.ahead(|p| p.unassignable_display())? {
                    return Ok(None);
                }
                let target = want!(p.bitwise_or());
                want!(p.tok(Tok::Equal));
                want!(p.bitwise_or());
                want!(p.not_assigned());
                let name = target.name();
                let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
                Err(p.raise_node(target, &message))
            })
        })
    }

    /// No further `=` or `:=`.
    fn not_assigned(&mut self) -> Match<()> {
        Ok(if matches!(self.peek()?, Tok::Equal | Tok::ColonEqual) { None } else { Some(()) })
    }

    fn unassignable_display(&mut self) -> Match<()> {
        alt!(self, p => { Ok(p.list()?.map(|_| ())) });
        alt!(self, p => { Ok(p.tuple()?.map(|_| ())) });
        alt!(self, p => { Ok(p.genexp()?.map(|_| ())) });
        match self.peek()? {
            kind @ (Tok::True | Tok::None | Tok::False) => Ok(self.tok(kind)?.map(|_| ())),
            _ => Ok(None),
        }
    }

    pub(super) fn expression(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Expression, |p| {
            if p.invalid {
                p.attempt(|p| p.invalid_expression())?;
                p.attempt(|p| p.invalid_legacy_expression())?;
            }
            p.conditional_or_lambda()
        })
    }

    fn conditional_or_lambda(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.disjunction());
            want!(p.tok(Tok::If));
            want!(p.disjunction());
            want!(p.tok(Tok::Else));
            want!(p.expression());
            Ok(Some(p.other("conditional expression", first)))
        });
        alt!(self, p => { p.disjunction() });
        self.attempt(|p| {
            want!(p.tok(Tok::Lambda));
            p.maybe(|p| p.lambda_params())?;
            want!(p.tok(Tok::Colon));
            want!(p.expression());
            Ok(Some(p.other("lambda", first)))
        })
    }

    /// The rules for invalid input below stay out.
    fn expression_without_invalid(&mut self) -> Match<Node<'d>> {
        let invalid = std::mem::replace(&mut self.invalid, false);
        let found = self.attempt(|p| p.conditional_or_lambda());
        self.invalid = invalid;
        found
    }

    fn invalid_expression(&mut self) -> Match<()> {
        let two = self.attempt(|p| {
            if p.ahead(|p| p.name_and_string_or_soft_keyword())? {
                return Ok(None);
            }
            let first = want!(p.disjunction());
            let second = want!(p.expression_without_invalid());
            Ok(Some((first, second)))
        })?;
        if let Some((first, second)) = two {
            let in_brackets = self.token(self.mark.saturating_sub(1)).level > 0;
            if first.is_legacy_statement() || !in_brackets {
                return Ok(None);
            }
            let message = "invalid syntax. Perhaps you forgot a comma?";
            return Err(self.raise_range(first.span, second.span, message));
        }
        self.attempt(|p| {
            let body = want!(p.disjunction());
            want!(p.tok(Tok::If));
            let test = want!(p.disjunction());
            if matches!(p.peek()?, Tok::Else | Tok::Colon) {
                return Ok(None);
            }
            Err(p.raise_range(body.span, test.span, "expected 'else' after 'if' expression"))
        })
    }

    fn name_and_string_or_soft_keyword(&mut self) -> Match<()> {
        let at = want!(self.tok(Tok::Name));
        if self.sees(Tok::String)? {
            return Ok(Some(()));
        }
        // CPython compares only as many letters as the name has.
        let text = self.text_of(at);
        Ok(["_", "case", "match"].iter().any(|word| word.starts_with(text)).then_some(()))
    }

    fn invalid_legacy_expression(&mut self) -> Match<()> {
        let name = want!(self.name());
        if self.sees(Tok::LeftParen)? {
            return Ok(None);
        }
        let value = want!(self.star_expressions());
        let Shape::Name(word) = name.shape else { return Ok(None) };
        if !name.is_legacy_statement() {
            return Ok(None);
        }
        let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
        Err(self.raise_range(name.span, value.span, &message))
    }

    pub(super) fn disjunction(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Disjunction, |p| p.bool_chain(BoolOp::Or, |p| p.conjunction()))
    }

    fn conjunction(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Conjunction, |p| p.bool_chain(BoolOp::And, |p| p.inversion()))
    }

    fn bool_chain(&mut self, op: BoolOp, mut operand: impl FnMut(&mut Self) -> Match<Node<'d>>) -> Match<Node<'d>> {
        let start = self.mark;
        let first = want!(operand(self));
        let after_first = self.mark;
        let rest = self.many(|p| {
            want!(p.tok(Tok::Bool(op)));
            operand(p)
        })?;
        if rest.is_empty() {
            self.mark = after_first;
            return Ok(Some(first));
        }
        Ok(Some(self.other("expression", start)))
    }

    fn inversion(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Inversion, |p| {
            let first = p.mark;
            alt!(p, p => {
                want!(p.tok(Tok::Not));
                want!(p.inversion());
                Ok(Some(p.other("expression", first)))
            });
            p.comparison()
        })
    }

    fn comparison(&mut self) -> Match<Node<'d>> {
        let start = self.mark;
        let left = want!(self.bitwise_or());
        let pairs = self.many(|p| {
            let is_in = want!(p.comparison_operator());
            want!(p.bitwise_or());
            Ok(Some(is_in))
        })?;
        match pairs.first() {
            None => Ok(Some(left)),
            Some(&first_is_in) => {
                let shape = Shape::Compare(self.arena.alloc(left), first_is_in);
                Ok(Some(self.node(shape, start)))
            }
        }
    }

    /// A comparison operator: whether it is `in`.
    fn comparison_operator(&mut self) -> Match<bool> {
        match self.peek()? {
            Tok::Compare(CmpOp::Is) => {
                want!(self.tok(Tok::Compare(CmpOp::Is)));
                self.tok(Tok::Not)?;
            }
            kind @ Tok::Compare(_) => {
                want!(self.tok(kind));
            }
            Tok::Not => {
                want!(self.tok(Tok::Not));
                want!(self.tok(Tok::In));
            }
            Tok::In => {
                want!(self.tok(Tok::In));
                return Ok(Some(true));
            }
            _ => return Ok(None),
        }
        Ok(Some(false))
    }

    /// A chain of binary operators of one level, which bind to the left.
    fn binary_chain(
        &mut self,
        operator: impl Fn(Tok) -> bool,
        mut operand: impl FnMut(&mut Self) -> Match<Node<'d>>,
    ) -> Match<Node<'d>> {
        let start = self.mark;
        let mut left = want!(operand(self));
        loop {
            let mark = self.mark;
            let next = self.peek()?;
            if !operator(next) {
                return Ok(Some(left));
            }
            self.mark += 1;
            if operand(self)?.is_none() {
                self.mark = mark;
                return Ok(Some(left));
            }
            left = self.other("expression", start);
        }
    }

    pub(super) fn bitwise_or(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::BitwiseOr, |p| p.binary_chain(|t| t == Tok::VBar, |p| p.bitwise_xor()))
    }

    fn bitwise_xor(&mut self) -> Match<Node<'d>> {
        let is_operator = |t| t == Tok::BinOp(Operator::BitXor);
        self.remember(Rule::BitwiseXor, |p| p.binary_chain(is_operator, |p| p.bitwise_and()))
    }

    fn bitwise_and(&mut self) -> Match<Node<'d>> {
        let is_operator = |t| t == Tok::BinOp(Operator::BitAnd);
        self.remember(Rule::BitwiseAnd, |p| p.binary_chain(is_operator, |p| p.shift_expr()))
    }

    fn shift_expr(&mut self) -> Match<Node<'d>> {
        let is_operator = |t| matches!(t, Tok::BinOp(Operator::LShift | Operator::RShift));
        self.remember(Rule::ShiftExpr, |p| p.binary_chain(is_operator, |p| p.sum()))
    }

    fn sum(&mut self) -> Match<Node<'d>> {
        let is_operator = |t| matches!(t, Tok::Plus | Tok::Minus);
        self.remember(Rule::Sum, |p| p.binary_chain(is_operator, |p| p.term()))
    }

    fn term(&mut self) -> Match<Node<'d>> {
        let is_operator =
            |t| matches!(t, Tok::Star | Tok::Slash | Tok::At | Tok::BinOp(Operator::FloorDiv | Operator::Mod));
        self.remember(Rule::Term, |p| p.binary_chain(is_operator, |p| p.factor()))
    }

    fn factor(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Factor, |p| {
            let first = p.mark;
            if let kind @ (Tok::Plus | Tok::Minus | Tok::Tilde) = p.peek()? {
                alt!(p, p => {
                    want!(p.tok(kind));
                    want!(p.factor());
                    Ok(Some(p.other("expression", first)))
                });
            }
            p.power()
        })
    }

    fn power(&mut self) -> Match<Node<'d>> {
        let first = self.mark;
        alt!(self, p => {
            want!(p.await_primary());
            want!(p.tok(Tok::DoubleStar));
            want!(p.factor());
            Ok(Some(p.other("expression", first)))
        });
        self.await_primary()
    }

    fn await_primary(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::AwaitPrimary, |p| {
            let first = p.mark;
            alt!(p, p => {
                want!(p.tok(Tok::Await));
                want!(p.primary());
                Ok(Some(p.other("await expression", first)))
            });
            p.primary()
        })
    }

    pub(super) fn primary(&mut self) -> Match<Node<'d>> {
        self.remember(Rule::Primary, |p| {
            let first = p.mark;
            let mut found = want!(p.atom());
            while let Some(longer) = p.attempt(|p| p.primary_tail(first))? {
                found = longer;
            }
            Ok(Some(found))
        })
    }

    /// What may follow a primary.
    fn primary_tail(&mut self, first: u32) -> Match<Node<'d>> {
        match self.peek()? {
            Tok::Dot => {
                want!(self.tok(Tok::Dot));
                want!(self.name());
                Ok(Some(self.node(Shape::Attribute, first)))
            }
            Tok::LeftParen => self.call_tail(first),
            // A generator expression is tried at any bracket: its rules for invalid input take `[` and `{` too.
            Tok::LeftBrace => self.generator_tail(first),
            Tok::LeftBracket => {
                alt!(self, p => { p.generator_tail(first) });
                want!(self.tok(Tok::LeftBracket));
                want!(self.slices());
                want!(self.tok(Tok::RightBracket));
                Ok(Some(self.node(Shape::Subscript, first)))
            }
            _ => Ok(None),
        }
    }

    /// `genexp` after a primary.
    pub(super) fn generator_tail(&mut self, first: u32) -> Match<Node<'d>> {
        want!(self.genexp());
        Ok(Some(self.other("function call", first)))
    }

    /// `genexp`, or arguments in brackets.
    pub(super) fn call_tail(&mut self, first: u32) -> Match<Node<'d>> {
        alt!(self, p => { p.generator_tail(first) });
        self.attempt(|p| {
            want!(p.tok(Tok::LeftParen));
            p.maybe(|p| p.arguments())?;
            want!(p.tok(Tok::RightParen));
            Ok(Some(p.other("function call", first)))
        })
    }

    pub(super) fn slices(&mut self) -> Match<()> {
        alt!(self, p => {
            want!(p.slice());
            Ok(if p.sees(Tok::Comma)? { None } else { Some(()) })
        });
        self.attempt(|p| {
            want!(p.gather(|p| p.slice()));
            p.maybe(|p| p.tok(Tok::Comma))?;
            Ok(Some(()))
        })
    }

    fn slice(&mut self) -> Match<()> {
        alt!(self, p => {
            p.maybe(|p| p.expression())?;
            want!(p.tok(Tok::Colon));
            p.maybe(|p| p.expression())?;
            p.maybe(|p| {
                want!(p.tok(Tok::Colon));
                p.maybe(|p| p.expression())?;
                Ok(Some(()))
            })?;
            Ok(Some(()))
        });
        Ok(self.named_expression()?.map(|_| ()))
    }
}
