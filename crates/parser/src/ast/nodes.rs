//! The nodes of the syntax tree: CPython 3.10's `Parser/Python.asdl`, name for name and field for field.
//!
//! Every node lives in a bump arena of lifetime `'a` and is `Copy`: there is nothing to drop, so a tree of any depth
//! goes away without recursion. Fields that are Rust keywords get a trailing underscore. `type_comment` and
//! `TypeIgnore` are left out: minipy never reads type comments.
#![allow(missing_docs, reason = "the names are those of Python.asdl, which documents them")]

use super::constant::Constant;
use super::identifier::Identifier;
use crate::source::Range;

pub type ExprRef<'a> = &'a Expr<'a>;
pub type Exprs<'a> = &'a [&'a Expr<'a>];
pub type Stmts<'a> = &'a [&'a Stmt<'a>];
pub type Patterns<'a> = &'a [&'a Pattern<'a>];

/// `mod`: what a whole source is.
#[derive(Clone, Copy, Debug)]
pub enum Mod<'a> {
    Module { body: Stmts<'a> },
    Interactive { body: Stmts<'a> },
    Expression { body: ExprRef<'a> },
}

#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub kind: StmtKind<'a>,
    pub range: Range,
}

#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    FunctionDef(&'a FunctionDef<'a>),
    AsyncFunctionDef(&'a FunctionDef<'a>),
    ClassDef(&'a ClassDef<'a>),
    Return { value: Option<ExprRef<'a>> },
    Delete { targets: Exprs<'a> },
    Assign { targets: Exprs<'a>, value: ExprRef<'a> },
    AugAssign { target: ExprRef<'a>, op: Operator, value: ExprRef<'a> },
    AnnAssign { target: ExprRef<'a>, annotation: ExprRef<'a>, value: Option<ExprRef<'a>>, simple: bool },
    For { target: ExprRef<'a>, iter: ExprRef<'a>, body: Stmts<'a>, orelse: Stmts<'a> },
    AsyncFor { target: ExprRef<'a>, iter: ExprRef<'a>, body: Stmts<'a>, orelse: Stmts<'a> },
    While { test: ExprRef<'a>, body: Stmts<'a>, orelse: Stmts<'a> },
    If { test: ExprRef<'a>, body: Stmts<'a>, orelse: Stmts<'a> },
    With { items: &'a [WithItem<'a>], body: Stmts<'a> },
    AsyncWith { items: &'a [WithItem<'a>], body: Stmts<'a> },
    Match { subject: ExprRef<'a>, cases: &'a [MatchCase<'a>] },
    Raise { exc: Option<ExprRef<'a>>, cause: Option<ExprRef<'a>> },
    Try(&'a Try<'a>),
    Assert { test: ExprRef<'a>, msg: Option<ExprRef<'a>> },
    Import { names: &'a [Alias<'a>] },
    ImportFrom { module: Option<Identifier<'a>>, names: &'a [Alias<'a>], level: u32 },
    Global { names: &'a [Identifier<'a>] },
    Nonlocal { names: &'a [Identifier<'a>] },
    Expr { value: ExprRef<'a> },
    Pass,
    Break,
    Continue,
}

/// The fields of `FunctionDef` and `AsyncFunctionDef`.
#[derive(Clone, Copy, Debug)]
pub struct FunctionDef<'a> {
    pub name: Identifier<'a>,
    pub args: &'a Arguments<'a>,
    pub body: Stmts<'a>,
    pub decorator_list: Exprs<'a>,
    pub returns: Option<ExprRef<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct ClassDef<'a> {
    pub name: Identifier<'a>,
    pub bases: Exprs<'a>,
    pub keywords: &'a [Keyword<'a>],
    pub body: Stmts<'a>,
    pub decorator_list: Exprs<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    pub body: Stmts<'a>,
    pub handlers: &'a [ExceptHandler<'a>],
    pub orelse: Stmts<'a>,
    pub finalbody: Stmts<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub kind: ExprKind<'a>,
    pub range: Range,
}

#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    BoolOp {
        op: BoolOp,
        values: Exprs<'a>,
    },
    NamedExpr {
        target: ExprRef<'a>,
        value: ExprRef<'a>,
    },
    BinOp {
        left: ExprRef<'a>,
        op: Operator,
        right: ExprRef<'a>,
    },
    UnaryOp {
        op: UnaryOp,
        operand: ExprRef<'a>,
    },
    Lambda {
        args: &'a Arguments<'a>,
        body: ExprRef<'a>,
    },
    IfExp {
        test: ExprRef<'a>,
        body: ExprRef<'a>,
        orelse: ExprRef<'a>,
    },
    /// A `None` key stands before a `**mapping` value.
    Dict {
        keys: &'a [Option<ExprRef<'a>>],
        values: Exprs<'a>,
    },
    Set {
        elts: Exprs<'a>,
    },
    ListComp {
        elt: ExprRef<'a>,
        generators: &'a [Comprehension<'a>],
    },
    SetComp {
        elt: ExprRef<'a>,
        generators: &'a [Comprehension<'a>],
    },
    DictComp {
        key: ExprRef<'a>,
        value: ExprRef<'a>,
        generators: &'a [Comprehension<'a>],
    },
    GeneratorExp {
        elt: ExprRef<'a>,
        generators: &'a [Comprehension<'a>],
    },
    Await {
        value: ExprRef<'a>,
    },
    Yield {
        value: Option<ExprRef<'a>>,
    },
    YieldFrom {
        value: ExprRef<'a>,
    },
    Compare {
        left: ExprRef<'a>,
        ops: &'a [CmpOp],
        comparators: Exprs<'a>,
    },
    Call {
        func: ExprRef<'a>,
        args: Exprs<'a>,
        keywords: &'a [Keyword<'a>],
    },
    /// `conversion` is -1, or the code of `s`, `r` or `a`.
    FormattedValue {
        value: ExprRef<'a>,
        conversion: i32,
        format_spec: Option<ExprRef<'a>>,
    },
    JoinedStr {
        values: Exprs<'a>,
    },
    /// `kind` is `Some("u")` for a `u"…"` literal.
    Constant {
        value: Constant<'a>,
        kind: Option<&'static str>,
    },
    Attribute {
        value: ExprRef<'a>,
        attr: Identifier<'a>,
        ctx: ExprContext,
    },
    Subscript {
        value: ExprRef<'a>,
        slice: ExprRef<'a>,
        ctx: ExprContext,
    },
    Starred {
        value: ExprRef<'a>,
        ctx: ExprContext,
    },
    Name {
        id: Identifier<'a>,
        ctx: ExprContext,
    },
    List {
        elts: Exprs<'a>,
        ctx: ExprContext,
    },
    Tuple {
        elts: Exprs<'a>,
        ctx: ExprContext,
    },
    Slice {
        lower: Option<ExprRef<'a>>,
        upper: Option<ExprRef<'a>>,
        step: Option<ExprRef<'a>>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExprContext {
    Load,
    Store,
    Del,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

#[derive(Clone, Copy, Debug)]
pub struct Comprehension<'a> {
    pub target: ExprRef<'a>,
    pub iter: ExprRef<'a>,
    pub ifs: Exprs<'a>,
    pub is_async: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct ExceptHandler<'a> {
    pub type_: Option<ExprRef<'a>>,
    pub name: Option<Identifier<'a>>,
    pub body: Stmts<'a>,
    pub range: Range,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Arguments<'a> {
    pub posonlyargs: &'a [Arg<'a>],
    pub args: &'a [Arg<'a>],
    pub vararg: Option<&'a Arg<'a>>,
    pub kwonlyargs: &'a [Arg<'a>],
    /// One entry for each of `kwonlyargs`; `None` where it has no default.
    pub kw_defaults: &'a [Option<ExprRef<'a>>],
    pub kwarg: Option<&'a Arg<'a>>,
    /// Defaults of the last parameters of `posonlyargs` followed by `args`.
    pub defaults: Exprs<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Arg<'a> {
    pub arg: Identifier<'a>,
    pub annotation: Option<ExprRef<'a>>,
    pub range: Range,
}

/// A keyword argument of a call or class; `arg` is `None` for `**value`.
#[derive(Clone, Copy, Debug)]
pub struct Keyword<'a> {
    pub arg: Option<Identifier<'a>>,
    pub value: ExprRef<'a>,
    pub range: Range,
}

/// `name` keeps its dots (`os.path`), and is `*` for a star import.
#[derive(Clone, Copy, Debug)]
pub struct Alias<'a> {
    pub name: Identifier<'a>,
    pub asname: Option<Identifier<'a>>,
    pub range: Range,
}

#[derive(Clone, Copy, Debug)]
pub struct WithItem<'a> {
    pub context_expr: ExprRef<'a>,
    pub optional_vars: Option<ExprRef<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct MatchCase<'a> {
    pub pattern: &'a Pattern<'a>,
    pub guard: Option<ExprRef<'a>>,
    pub body: Stmts<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub kind: PatternKind<'a>,
    pub range: Range,
}

#[derive(Clone, Copy, Debug)]
pub enum PatternKind<'a> {
    MatchValue {
        value: ExprRef<'a>,
    },
    /// `value` is `None`, `True` or `False`.
    MatchSingleton {
        value: Constant<'a>,
    },
    MatchSequence {
        patterns: Patterns<'a>,
    },
    MatchMapping {
        keys: Exprs<'a>,
        patterns: Patterns<'a>,
        rest: Option<Identifier<'a>>,
    },
    MatchClass(&'a MatchClass<'a>),
    MatchStar {
        name: Option<Identifier<'a>>,
    },
    MatchAs {
        pattern: Option<&'a Pattern<'a>>,
        name: Option<Identifier<'a>>,
    },
    MatchOr {
        patterns: Patterns<'a>,
    },
}

#[derive(Clone, Copy, Debug)]
pub struct MatchClass<'a> {
    pub cls: ExprRef<'a>,
    pub patterns: Patterns<'a>,
    pub kwd_attrs: &'a [Identifier<'a>],
    pub kwd_patterns: Patterns<'a>,
}
