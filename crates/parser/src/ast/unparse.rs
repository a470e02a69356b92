//! Expressions back to text: what `from __future__ import annotations` stores. Answers to Python/ast_unparse.c, whose
//! choice of brackets and blanks is part of Python's behaviour (`__annotations__` shows it).

use super::constant::{Wtf8, push_code_point};
use super::nodes::*;
use super::{Constant, repr};

/// Expressions nested deeper than this have no text; the symtable refuses them before.
const MAX_DEPTH: u32 = 4000;

/// How strongly the place of an expression binds, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    const fn above(self) -> Level {
        match self {
            Level::Tuple => Level::Test,
            Level::Test => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::BitOr,
            Level::BitOr => Level::BitXor,
            Level::BitXor => Level::BitAnd,
            Level::BitAnd => Level::Shift,
            Level::Shift => Level::Sum,
            Level::Sum => Level::Term,
            Level::Term => Level::Factor,
            Level::Factor => Level::Power,
            Level::Power => Level::Await,
            Level::Await | Level::Atom => Level::Atom,
        }
    }
}

/// The text of an expression, or `None` when it nests too deep.
pub fn unparse(expr: &Expr<'_>) -> Option<String> {
    let mut writer = Writer { out: Vec::new(), depth: 0 };
    writer.expr(expr, Level::Test)?;
    Some(String::from_utf8_lossy(&writer.out).into_owned())
}

/// Writes generalised UTF-8, because a format specification may hold surrogates until its string is shown.
struct Writer {
    out: Vec<u8>,
    depth: u32,
}

type Written = Option<()>;

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes brackets around what `inside` writes, if `needed`.
    fn bracketed(&mut self, needed: bool, inside: impl FnOnce(&mut Self) -> Written) -> Written {
        if needed {
            self.text("(");
        }
        inside(self)?;
        if needed {
            self.text(")");
        }
        Some(())
    }

    fn list<'t, T: 't>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T) -> Written,
    ) -> Written {
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.text(", ");
            }
            write(self, item)?;
        }
        Some(())
    }

    fn expr(&mut self, expr: &Expr<'_>, level: Level) -> Written {
        if self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let written = self.any_expr(expr, level);
        self.depth -= 1;
        written
    }

    fn tests(&mut self, exprs: Exprs<'_>) -> Written {
        self.list(exprs, |w, e| w.expr(e, Level::Test))
    }

    fn any_expr(&mut self, expr: &Expr<'_>, level: Level) -> Written {
        match expr.kind {
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, level)?,
            ExprKind::BinOp { left, op, right } => self.bin_op(left, op, right, level)?,
            ExprKind::UnaryOp { op, operand } => self.unary_op(op, operand, level)?,
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators, level)?,
            ExprKind::NamedExpr { target, value } => self.bracketed(level > Level::Tuple, |w| {
                w.expr(target, Level::Atom)?;
                w.text(" := ");
                w.expr(value, Level::Atom)
            })?,
            ExprKind::Lambda { args, body } => self.bracketed(level > Level::Test, |w| {
                let positional = args.posonlyargs.len() + args.args.len();
                w.text(if positional > 0 { "lambda " } else { "lambda" });
                w.arguments(args)?;
                w.text(": ");
                w.expr(body, Level::Test)
            })?,
            ExprKind::IfExp { test, body, orelse } => self.bracketed(level > Level::Test, |w| {
                w.expr(body, Level::Or)?;
                w.text(" if ");
                w.expr(test, Level::Or)?;
                w.text(" else ");
                w.expr(orelse, Level::Test)
            })?,
            ExprKind::Await { value } => self.bracketed(level > Level::Await, |w| {
                w.text("await ");
                w.expr(value, Level::Atom)
            })?,
            ExprKind::Dict { keys, values } => self.dict(keys, values)?,
            ExprKind::Set { elts } => self.enclosed("{", "}", |w| w.tests(elts))?,
            ExprKind::List { elts, .. } => self.enclosed("[", "]", |w| w.tests(elts))?,
            ExprKind::Tuple { elts: [], .. } => self.text("()"),
            ExprKind::Tuple { elts, .. } => self.bracketed(level > Level::Tuple, |w| {
                w.tests(elts)?;
                if elts.len() == 1 {
                    w.text(",");
                }
                Some(())
            })?,
            ExprKind::GeneratorExp { elt, generators } => self.comprehension("(", elt, None, generators, ")")?,
            ExprKind::ListComp { elt, generators } => self.comprehension("[", elt, None, generators, "]")?,
            ExprKind::SetComp { elt, generators } => self.comprehension("{", elt, None, generators, "}")?,
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension("{", key, Some(value), generators, "}")?;
            }
            ExprKind::Yield { value: None } => self.text("(yield)"),
            ExprKind::Yield { value: Some(value) } => self.enclosed("(yield ", ")", |w| w.expr(value, Level::Test))?,
            ExprKind::YieldFrom { value } => self.enclosed("(yield from ", ")", |w| w.expr(value, Level::Test))?,
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords)?,
            ExprKind::Constant { value, kind } => self.constant(value, kind),
            ExprKind::JoinedStr { .. } => self.joined_str(expr, false)?,
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted_value(value, conversion, format_spec)?;
            }
            ExprKind::Attribute { value, attr, .. } => {
                self.expr(value, Level::Atom)?;
                let int = matches!(value.kind, ExprKind::Constant { value: Constant::Int(_), .. });
                self.text(if int { " ." } else { "." });
                self.text(&attr);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.expr(value, Level::Atom)?;
                let starred = |e: &&Expr<'_>| matches!(e.kind, ExprKind::Starred { .. });
                let unpacks = matches!(slice.kind, ExprKind::Tuple { elts, .. } if elts.iter().any(starred));
                let level = if unpacks { Level::Test } else { Level::Tuple };
                self.enclosed("[", "]", |w| w.expr(slice, level))?;
            }
            ExprKind::Starred { value, .. } => {
                self.text("*");
                self.expr(value, Level::BitOr)?;
            }
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step)?,
            ExprKind::Name { id, .. } => self.text(&id),
        }
        Some(())
    }

    fn enclosed(&mut self, open: &str, close: &str, inside: impl FnOnce(&mut Self) -> Written) -> Written {
        self.text(open);
        inside(self)?;
        self.text(close);
        Some(())
    }

    fn bool_op(&mut self, op: BoolOp, values: Exprs<'_>, level: Level) -> Written {
        let (word, own) = match op {
            BoolOp::And => (" and ", Level::And),
            BoolOp::Or => (" or ", Level::Or),
        };
        self.bracketed(level > own, |w| {
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    w.text(word);
                }
                w.expr(value, own.above())?;
            }
            Some(())
        })
    }

    fn bin_op(&mut self, left: &Expr<'_>, op: Operator, right: &Expr<'_>, level: Level) -> Written {
        let (sign, own) = match op {
            Operator::Add => (" + ", Level::Sum),
            Operator::Sub => (" - ", Level::Sum),
            Operator::Mult => (" * ", Level::Term),
            Operator::MatMult => (" @ ", Level::Term),
            Operator::Div => (" / ", Level::Term),
            Operator::Mod => (" % ", Level::Term),
            Operator::FloorDiv => (" // ", Level::Term),
            Operator::LShift => (" << ", Level::Shift),
            Operator::RShift => (" >> ", Level::Shift),
            Operator::BitOr => (" | ", Level::BitOr),
            Operator::BitXor => (" ^ ", Level::BitXor),
            Operator::BitAnd => (" & ", Level::BitAnd),
            Operator::Pow => (" ** ", Level::Power),
        };
        let (left_level, right_level) = if op == Operator::Pow { (own.above(), own) } else { (own, own.above()) };
        self.bracketed(level > own, |w| {
            w.expr(left, left_level)?;
            w.text(sign);
            w.expr(right, right_level)
        })
    }

    fn unary_op(&mut self, op: UnaryOp, operand: &Expr<'_>, level: Level) -> Written {
        let (sign, own) = match op {
            UnaryOp::Invert => ("~", Level::Factor),
            UnaryOp::Not => ("not ", Level::Not),
            UnaryOp::UAdd => ("+", Level::Factor),
            UnaryOp::USub => ("-", Level::Factor),
        };
        self.bracketed(level > own, |w| {
            w.text(sign);
            w.expr(operand, own)
        })
    }

    fn compare(&mut self, left: &Expr<'_>, ops: &[CmpOp], comparators: Exprs<'_>, level: Level) -> Written {
        self.bracketed(level > Level::Compare, |w| {
            w.expr(left, Level::BitOr)?;
            for (op, comparator) in ops.iter().zip(comparators) {
                w.text(match op {
                    CmpOp::Eq => " == ",
                    CmpOp::NotEq => " != ",
                    CmpOp::Lt => " < ",
                    CmpOp::LtE => " <= ",
                    CmpOp::Gt => " > ",
                    CmpOp::GtE => " >= ",
                    CmpOp::Is => " is ",
                    CmpOp::IsNot => " is not ",
                    CmpOp::In => " in ",
                    CmpOp::NotIn => " not in ",
                });
                w.expr(comparator, Level::BitOr)?;
            }
            Some(())
        })
    }

    fn dict(&mut self, keys: &[Option<ExprRef<'_>>], values: Exprs<'_>) -> Written {
        self.enclosed("{", "}", |w| {
            w.list(keys.iter().zip(values), |w, (key, value)| match key {
                Some(key) => {
                    w.expr(key, Level::Test)?;
                    w.text(": ");
                    w.expr(value, Level::Test)
                }
                None => {
                    w.text("**");
                    w.expr(value, Level::BitOr)
                }
            })
        })
    }

    fn comprehension(
        &mut self,
        open: &str,
        elt: &Expr<'_>,
        value: Option<&Expr<'_>>,
        generators: &[Comprehension<'_>],
        close: &str,
    ) -> Written {
        self.text(open);
        self.expr(elt, Level::Test)?;
        if let Some(value) = value {
            self.text(": ");
            self.expr(value, Level::Test)?;
        }
        for generator in generators {
            self.text(if generator.is_async { " async for " } else { " for " });
            self.expr(generator.target, Level::Tuple)?;
            self.text(" in ");
            self.expr(generator.iter, Level::Or)?;
            for test in generator.ifs {
                self.text(" if ");
                self.expr(test, Level::Or)?;
            }
        }
        self.text(close);
        Some(())
    }

    fn call(&mut self, func: &Expr<'_>, args: Exprs<'_>, keywords: &[Keyword<'_>]) -> Written {
        self.expr(func, Level::Atom)?;
        if let ([only], []) = (args, keywords)
            && matches!(only.kind, ExprKind::GeneratorExp { .. })
        {
            return self.expr(only, Level::Test);
        }
        self.text("(");
        self.tests(args)?;
        if !args.is_empty() && !keywords.is_empty() {
            self.text(", ");
        }
        self.list(keywords, |w, keyword| {
            match keyword.arg {
                Some(arg) => {
                    w.text(&arg);
                    w.text("=");
                }
                None => w.text("**"),
            }
            w.expr(keyword.value, Level::Test)
        })?;
        self.text(")");
        Some(())
    }

    fn slice(&mut self, lower: Option<ExprRef<'_>>, upper: Option<ExprRef<'_>>, step: Option<ExprRef<'_>>) -> Written {
        if let Some(lower) = lower {
            self.expr(lower, Level::Test)?;
        }
        self.text(":");
        if let Some(upper) = upper {
            self.expr(upper, Level::Test)?;
        }
        if let Some(step) = step {
            self.text(":");
            self.expr(step, Level::Test)?;
        }
        Some(())
    }

    fn arg(&mut self, arg: &Arg<'_>) -> Written {
        self.text(&arg.arg);
        if let Some(annotation) = arg.annotation {
            self.text(": ");
            self.expr(annotation, Level::Test)?;
        }
        Some(())
    }

    fn default(&mut self, default: Option<&Expr<'_>>) -> Written {
        if let Some(default) = default {
            self.text("=");
            self.expr(default, Level::Test)?;
        }
        Some(())
    }

    fn arguments(&mut self, args: &Arguments<'_>) -> Written {
        let positional = args.posonlyargs.iter().chain(args.args);
        let without_default = (args.posonlyargs.len() + args.args.len()).saturating_sub(args.defaults.len());
        let mut first = true;
        let mut separate = |w: &mut Self| {
            if !std::mem::take(&mut first) {
                w.text(", ");
            }
        };
        for (at, arg) in positional.enumerate() {
            separate(self);
            self.arg(arg)?;
            let default = at.checked_sub(without_default).and_then(|at| args.defaults.get(at));
            self.default(default.copied())?;
            if at + 1 == args.posonlyargs.len() {
                self.text(", /");
            }
        }
        if args.vararg.is_some() || !args.kwonlyargs.is_empty() {
            separate(self);
            self.text("*");
            if let Some(vararg) = args.vararg {
                self.arg(vararg)?;
            }
        }
        for (arg, default) in args.kwonlyargs.iter().zip(args.kw_defaults) {
            separate(self);
            self.arg(arg)?;
            self.default(*default)?;
        }
        if let Some(kwarg) = args.kwarg {
            separate(self);
            self.text("**");
            self.arg(kwarg)?;
        }
        Some(())
    }

    fn constant(&mut self, value: Constant<'_>, kind: Option<&str>) {
        let mut shown = String::new();
        match value {
            Constant::Ellipsis => shown.push_str("..."),
            Constant::Float(_) | Constant::Complex(_) => {
                repr::constant(value, &mut shown);
                shown = shown.replace("inf", "1e309");
            }
            _ => repr::constant(value, &mut shown),
        }
        self.text(kind.unwrap_or(""));
        self.text(&shown);
    }

    /// An f-string is shown as the repr of its body; a format specification is the body itself.
    fn joined_str(&mut self, expr: &Expr<'_>, is_format_spec: bool) -> Written {
        let ExprKind::JoinedStr { values } = expr.kind else { return None };
        let outer = std::mem::take(&mut self.out);
        for value in values {
            self.fstring_element(value, is_format_spec)?;
        }
        let body = std::mem::replace(&mut self.out, outer);
        if is_format_spec {
            self.out.extend_from_slice(&body);
        } else {
            let mut shown = String::new();
            repr::str(Wtf8::from_wtf8(&body).code_points(), &mut shown);
            self.text("f");
            self.text(&shown);
        }
        Some(())
    }

    fn fstring_element(&mut self, expr: &Expr<'_>, is_format_spec: bool) -> Written {
        match expr.kind {
            ExprKind::Constant { value: Constant::Str(text), .. } => {
                for unit in text.code_points() {
                    push_code_point(&mut self.out, unit);
                    if unit == u32::from('{') || unit == u32::from('}') {
                        push_code_point(&mut self.out, unit);
                    }
                }
                Some(())
            }
            ExprKind::JoinedStr { .. } => self.joined_str(expr, is_format_spec),
            _ => self.expr(expr, Level::Test),
        }
    }

    fn formatted_value(&mut self, value: &Expr<'_>, conversion: i32, spec: Option<ExprRef<'_>>) -> Written {
        let outer = std::mem::take(&mut self.out);
        self.expr(value, Level::Or)?;
        let shown = std::mem::replace(&mut self.out, outer);
        self.text(if shown.starts_with(b"{") { "{ " } else { "{" });
        self.out.extend_from_slice(&shown);
        if let Some(letter) = u8::try_from(conversion).ok().filter(|letter| *letter > 0) {
            self.text("!");
            self.out.push(letter);
        }
        if let Some(spec) = spec {
            self.text(":");
            self.fstring_element(spec, true)?;
        }
        self.text("}");
        Some(())
    }
}
