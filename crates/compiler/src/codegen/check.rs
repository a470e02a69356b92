//! Warnings about code that is most likely a mistake.
//!
//! Answers to `check_compare`, `check_caller`, `check_subscripter` and `check_index`.

use minipy_parser::ast::{CmpOp, Constant, ExprKind, ExprRef, Exprs};
use minipy_parser::{Warning, WarningCategory};

use super::Codegen;
use crate::consts::Value;

/// What is known of the type of an expression before it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Generator,
    Function,
    Str,
    Bytes,
    Int,
    Bool,
    Float,
    Complex,
    None,
    Ellipsis,
    Code,
}

impl Type {
    fn name(self) -> &'static str {
        match self {
            Type::Tuple => "tuple",
            Type::List => "list",
            Type::Dict => "dict",
            Type::Set => "set",
            Type::FrozenSet => "frozenset",
            Type::Generator => "generator",
            Type::Function => "function",
            Type::Str => "str",
            Type::Bytes => "bytes",
            Type::Int => "int",
            Type::Bool => "bool",
            Type::Float => "float",
            Type::Complex => "complex",
            Type::None => "NoneType",
            Type::Ellipsis => "ellipsis",
            Type::Code => "code",
        }
    }
}

impl<'a> Codegen<'_, 'a> {
    pub(super) fn warn(&mut self, msg: impl Into<String>) {
        let category = WarningCategory::SyntaxWarning;
        self.c.warnings.push(Warning { category, msg: msg.into(), range: self.u.loc.range });
    }

    /// The type of a constant.
    fn constant_type(&self, expr: ExprRef<'a>) -> Option<Type> {
        if let ExprKind::Constant { value, .. } = expr.kind {
            return Some(match value {
                Constant::None => Type::None,
                Constant::True | Constant::False => Type::Bool,
                Constant::Ellipsis => Type::Ellipsis,
                Constant::Str(_) => Type::Str,
                Constant::Bytes(_) => Type::Bytes,
                Constant::Int(_) => Type::Int,
                Constant::Float(_) => Type::Float,
                Constant::Complex(_) => Type::Complex,
            });
        }
        if !self.c.is_constant(expr) {
            return None;
        }
        // Only names remain that are not in the table of folds: `__debug__`.
        let Some(value) = self.c.folds.get(expr) else { return Some(Type::Bool) };
        Some(match self.c.consts.value(value) {
            Value::None => Type::None,
            Value::Ellipsis => Type::Ellipsis,
            Value::Bool(_) => Type::Bool,
            Value::Int(_) | Value::Big(_) => Type::Int,
            Value::Float(_) => Type::Float,
            Value::Complex(..) => Type::Complex,
            Value::Str(_) => Type::Str,
            Value::Bytes(_) => Type::Bytes,
            Value::Tuple(_) => Type::Tuple,
            Value::FrozenSet(_) => Type::FrozenSet,
            Value::Code(_) => Type::Code,
        })
    }

    fn infer_type(&self, expr: ExprRef<'a>) -> Option<Type> {
        Some(match expr.kind {
            ExprKind::Tuple { .. } => Type::Tuple,
            ExprKind::List { .. } | ExprKind::ListComp { .. } => Type::List,
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => Type::Dict,
            ExprKind::Set { .. } | ExprKind::SetComp { .. } => Type::Set,
            ExprKind::GeneratorExp { .. } => Type::Generator,
            ExprKind::Lambda { .. } => Type::Function,
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => Type::Str,
            _ => return self.constant_type(expr),
        })
    }

    /// `is` compares identity, and literals have none to speak of.
    pub(super) fn check_compare(&mut self, left: ExprRef<'a>, ops: &[CmpOp], comparators: Exprs<'a>) {
        if !ops.iter().any(|op| matches!(op, CmpOp::Is | CmpOp::IsNot)) {
            return;
        }
        let mut left_literal = self.is_literal(left);
        for (op, right) in ops.iter().zip(comparators) {
            let right_literal = self.is_literal(right);
            if left_literal || right_literal {
                match op {
                    CmpOp::Is => return self.warn("\"is\" with a literal. Did you mean \"==\"?"),
                    CmpOp::IsNot => return self.warn("\"is not\" with a literal. Did you mean \"!=\"?"),
                    _ => {}
                }
            }
            left_literal = right_literal;
        }
    }

    /// Whether it is a constant other than `None`, `True`, `False` and `...`.
    fn is_literal(&self, expr: ExprRef<'a>) -> bool {
        !matches!(self.constant_type(expr), None | Some(Type::None | Type::Bool | Type::Ellipsis))
    }

    /// `(1, 2)(3)`: a comma is missing.
    pub(super) fn check_caller(&mut self, func: ExprRef<'a>) {
        if let Some(inferred) = self.infer_type(func).filter(|&inferred| inferred != Type::Function) {
            self.warn(format!("'{}' object is not callable; perhaps you missed a comma?", inferred.name()));
        }
    }

    /// `{1, 2}[3]`: likewise.
    pub(super) fn check_subscripter(&mut self, value: ExprRef<'a>) {
        let Some(inferred) = self.infer_type(value) else { return };
        let suspicious = matches!(
            inferred,
            Type::None
                | Type::Ellipsis
                | Type::Int
                | Type::Bool
                | Type::Float
                | Type::Complex
                | Type::Set
                | Type::FrozenSet
                | Type::Generator
                | Type::Function
        );
        if suspicious {
            self.warn(format!("'{}' object is not subscriptable; perhaps you missed a comma?", inferred.name()));
        }
    }

    /// `[1, 2]["a"]`: likewise.
    pub(super) fn check_index(&mut self, value: ExprRef<'a>, slice: ExprRef<'a>) {
        let Some(index) = self.infer_type(slice).filter(|index| !matches!(index, Type::Int | Type::Bool)) else {
            return;
        };
        if let Some(inferred @ (Type::Str | Type::Bytes | Type::Tuple | Type::List)) = self.infer_type(value) {
            let (value, index) = (inferred.name(), index.name());
            self.warn(format!("{value} indices must be integers or slices, not {index}; perhaps you missed a comma?"));
        }
    }
}
