//! Every node as a name with named fields, in the order of `Python.asdl`: what generic walks over a tree build on.

use super::identifier::Identifier;
use super::nodes::*;
use super::{Constant, nodes};
use crate::source::Range;

/// Any node that has fields.
#[derive(Clone, Copy, Debug)]
pub enum Node<'a> {
    /// `mod`
    Mod(&'a Mod<'a>),
    /// `stmt`
    Stmt(&'a Stmt<'a>),
    /// `expr`
    Expr(&'a Expr<'a>),
    /// `comprehension`
    Comprehension(&'a Comprehension<'a>),
    /// `excepthandler`
    ExceptHandler(&'a ExceptHandler<'a>),
    /// `arguments`
    Arguments(&'a Arguments<'a>),
    /// `arg`
    Arg(&'a Arg<'a>),
    /// `keyword`
    Keyword(&'a Keyword<'a>),
    /// `alias`
    Alias(&'a Alias<'a>),
    /// `withitem`
    WithItem(&'a WithItem<'a>),
    /// `match_case`
    MatchCase(&'a MatchCase<'a>),
    /// `pattern`
    Pattern(&'a Pattern<'a>),
}

/// The value of a field.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A node.
    Node(Node<'a>),
    /// A list of `stmt`.
    Stmts(Stmts<'a>),
    /// A list of `expr`.
    Exprs(Exprs<'a>),
    /// A list of `expr` with gaps.
    OptExprs(&'a [Option<&'a Expr<'a>>]),
    /// A list of `pattern`.
    Patterns(Patterns<'a>),
    /// A list of `comprehension`.
    Comprehensions(&'a [Comprehension<'a>]),
    /// A list of `excepthandler`.
    Handlers(&'a [ExceptHandler<'a>]),
    /// A list of `arg`.
    Args(&'a [Arg<'a>]),
    /// A list of `keyword`.
    Keywords(&'a [Keyword<'a>]),
    /// A list of `alias`.
    Aliases(&'a [Alias<'a>]),
    /// A list of `withitem`.
    Items(&'a [WithItem<'a>]),
    /// A list of `match_case`.
    Cases(&'a [MatchCase<'a>]),
    /// A list of `cmpop`.
    CmpOps(&'a [CmpOp]),
    /// A list of identifiers.
    Identifiers(&'a [Identifier<'a>]),
    /// A list that is always empty.
    NoItems,
    /// An identifier, or the kind of a constant.
    Identifier(&'a str),
    /// A constant.
    Constant(Constant<'a>),
    /// A number.
    Int(i64),
    /// A node without fields: an operator or context.
    Operator(&'static str),
}

impl<'a> Value<'a> {
    /// The number of items of a list; `None` when it is no list.
    pub fn list_len(self) -> Option<usize> {
        Some(match self {
            Value::Stmts(list) => list.len(),
            Value::Exprs(list) => list.len(),
            Value::OptExprs(list) => list.len(),
            Value::Patterns(list) => list.len(),
            Value::Comprehensions(list) => list.len(),
            Value::Handlers(list) => list.len(),
            Value::Args(list) => list.len(),
            Value::Keywords(list) => list.len(),
            Value::Aliases(list) => list.len(),
            Value::Items(list) => list.len(),
            Value::Cases(list) => list.len(),
            Value::CmpOps(list) => list.len(),
            Value::Identifiers(list) => list.len(),
            Value::NoItems => 0,
            _ => return None,
        })
    }

    /// The item at `at` of a list.
    pub fn item(self, at: usize) -> Option<Value<'a>> {
        Some(match self {
            Value::Stmts(list) => Value::Node(Node::Stmt(list.get(at)?)),
            Value::Exprs(list) => Value::Node(Node::Expr(list.get(at)?)),
            Value::OptExprs(list) => match list.get(at)? {
                Some(expr) => Value::Node(Node::Expr(expr)),
                None => Value::Constant(Constant::None),
            },
            Value::Patterns(list) => Value::Node(Node::Pattern(list.get(at)?)),
            Value::Comprehensions(list) => Value::Node(Node::Comprehension(list.get(at)?)),
            Value::Handlers(list) => Value::Node(Node::ExceptHandler(list.get(at)?)),
            Value::Args(list) => Value::Node(Node::Arg(list.get(at)?)),
            Value::Keywords(list) => Value::Node(Node::Keyword(list.get(at)?)),
            Value::Aliases(list) => Value::Node(Node::Alias(list.get(at)?)),
            Value::Items(list) => Value::Node(Node::WithItem(list.get(at)?)),
            Value::Cases(list) => Value::Node(Node::MatchCase(list.get(at)?)),
            Value::CmpOps(list) => Value::Operator(list.get(at)?.name()),
            Value::Identifiers(list) => Value::Identifier(list.get(at)?.as_str()),
            _ => return None,
        })
    }
}

/// A node's fields, absent optional ones left out.
pub type Fields<'a> = Vec<(&'static str, Value<'a>)>;

/// Collects fields.
struct Collect<'f, 'a>(&'f mut Fields<'a>);

impl<'a> Collect<'_, 'a> {
    fn value(&mut self, name: &'static str, value: Value<'a>) -> &mut Self {
        self.0.push((name, value));
        self
    }

    fn expr(&mut self, name: &'static str, expr: &'a Expr<'a>) -> &mut Self {
        self.value(name, Value::Node(Node::Expr(expr)))
    }

    fn opt(&mut self, name: &'static str, expr: Option<&'a Expr<'a>>) -> &mut Self {
        match expr {
            Some(expr) => self.expr(name, expr),
            None => self,
        }
    }

    fn exprs(&mut self, name: &'static str, exprs: Exprs<'a>) -> &mut Self {
        self.value(name, Value::Exprs(exprs))
    }

    fn body(&mut self, body: Stmts<'a>) -> &mut Self {
        self.value("body", Value::Stmts(body))
    }

    fn orelse(&mut self, orelse: Stmts<'a>) -> &mut Self {
        self.value("orelse", Value::Stmts(orelse))
    }

    fn name(&mut self, name: &'static str, value: Identifier<'a>) -> &mut Self {
        self.value(name, Value::Identifier(value.as_str()))
    }

    fn opt_name(&mut self, name: &'static str, value: Option<Identifier<'a>>) -> &mut Self {
        match value {
            Some(value) => self.name(name, value),
            None => self,
        }
    }

    /// The kind of a constant.
    fn opt_kind(&mut self, kind: Option<&'a str>) -> &mut Self {
        match kind {
            Some(kind) => self.value("kind", Value::Identifier(kind)),
            None => self,
        }
    }

    fn operator(&mut self, name: &'static str, operator: &'static str) -> &mut Self {
        self.value(name, Value::Operator(operator))
    }

    fn ctx(&mut self, ctx: ExprContext) -> &mut Self {
        self.operator("ctx", ctx.name())
    }

    fn args(&mut self, args: &'a Arguments<'a>) -> &mut Self {
        self.value("args", Value::Node(Node::Arguments(args)))
    }

    fn generators(&mut self, list: &'a [Comprehension<'a>]) -> &mut Self {
        self.value("generators", Value::Comprehensions(list))
    }

    fn arg(&mut self, name: &'static str, arg: Option<&'a Arg<'a>>) -> &mut Self {
        match arg {
            Some(arg) => self.value(name, Value::Node(Node::Arg(arg))),
            None => self,
        }
    }
}

impl<'a> Node<'a> {
    /// The node's class name, its fields going to `fields`.
    pub fn describe(self, fields: &mut Fields<'a>) -> &'static str {
        fields.clear();
        let mut to = Collect(fields);
        match self {
            Node::Mod(module) => match *module {
                Mod::Module { body } => {
                    to.body(body).value("type_ignores", Value::NoItems);
                    "Module"
                }
                Mod::Interactive { body } => {
                    to.body(body);
                    "Interactive"
                }
                Mod::Expression { body } => {
                    to.expr("body", body);
                    "Expression"
                }
            },
            Node::Stmt(stmt) => describe_stmt(stmt, &mut to),
            Node::Expr(expr) => describe_expr(expr, &mut to),
            Node::Pattern(pattern) => describe_pattern(pattern, &mut to),
            Node::Comprehension(node) => {
                to.expr("target", node.target).expr("iter", node.iter).exprs("ifs", node.ifs);
                to.value("is_async", Value::Int(node.is_async.into()));
                "comprehension"
            }
            Node::ExceptHandler(node) => {
                to.opt("type", node.type_).opt_name("name", node.name).body(node.body);
                "ExceptHandler"
            }
            Node::Arguments(node) => {
                to.value("posonlyargs", Value::Args(node.posonlyargs)).value("args", Value::Args(node.args));
                to.arg("vararg", node.vararg).value("kwonlyargs", Value::Args(node.kwonlyargs));
                to.value("kw_defaults", Value::OptExprs(node.kw_defaults)).arg("kwarg", node.kwarg);
                to.exprs("defaults", node.defaults);
                "arguments"
            }
            Node::Arg(node) => {
                to.name("arg", node.arg).opt("annotation", node.annotation);
                "arg"
            }
            Node::Keyword(node) => {
                to.opt_name("arg", node.arg).expr("value", node.value);
                "keyword"
            }
            Node::Alias(node) => {
                to.name("name", node.name).opt_name("asname", node.asname);
                "alias"
            }
            Node::WithItem(node) => {
                to.expr("context_expr", node.context_expr).opt("optional_vars", node.optional_vars);
                "withitem"
            }
            Node::MatchCase(node) => {
                to.value("pattern", Value::Node(Node::Pattern(node.pattern))).opt("guard", node.guard).body(node.body);
                "match_case"
            }
        }
    }

    /// Where the node stands, for the kinds of node that have a position.
    pub fn range(self) -> Option<Range> {
        match self {
            Node::Stmt(node) => Some(node.range),
            Node::Expr(node) => Some(node.range),
            Node::ExceptHandler(node) => Some(node.range),
            Node::Arg(node) => Some(node.range),
            Node::Keyword(node) => Some(node.range),
            Node::Alias(node) => Some(node.range),
            Node::Pattern(node) => Some(node.range),
            _ => None,
        }
    }
}

fn describe_function<'a>(node: &'a nodes::FunctionDef<'a>, to: &mut Collect<'_, 'a>) {
    to.name("name", node.name).args(node.args).body(node.body);
    to.exprs("decorator_list", node.decorator_list).opt("returns", node.returns);
}

fn describe_stmt<'a>(stmt: &'a Stmt<'a>, to: &mut Collect<'_, 'a>) -> &'static str {
    match stmt.kind {
        StmtKind::FunctionDef(node) => {
            describe_function(node, to);
            "FunctionDef"
        }
        StmtKind::AsyncFunctionDef(node) => {
            describe_function(node, to);
            "AsyncFunctionDef"
        }
        StmtKind::ClassDef(node) => {
            to.name("name", node.name).exprs("bases", node.bases).value("keywords", Value::Keywords(node.keywords));
            to.body(node.body).exprs("decorator_list", node.decorator_list);
            "ClassDef"
        }
        StmtKind::Return { value } => {
            to.opt("value", value);
            "Return"
        }
        StmtKind::Delete { targets } => {
            to.exprs("targets", targets);
            "Delete"
        }
        StmtKind::Assign { targets, value } => {
            to.exprs("targets", targets).expr("value", value);
            "Assign"
        }
        StmtKind::AugAssign { target, op, value } => {
            to.expr("target", target).operator("op", op.name()).expr("value", value);
            "AugAssign"
        }
        StmtKind::AnnAssign { target, annotation, value, simple } => {
            to.expr("target", target).expr("annotation", annotation).opt("value", value);
            to.value("simple", Value::Int(simple.into()));
            "AnnAssign"
        }
        StmtKind::For { target, iter, body, orelse } => {
            to.expr("target", target).expr("iter", iter).body(body).orelse(orelse);
            "For"
        }
        StmtKind::AsyncFor { target, iter, body, orelse } => {
            to.expr("target", target).expr("iter", iter).body(body).orelse(orelse);
            "AsyncFor"
        }
        StmtKind::While { test, body, orelse } => {
            to.expr("test", test).body(body).orelse(orelse);
            "While"
        }
        StmtKind::If { test, body, orelse } => {
            to.expr("test", test).body(body).orelse(orelse);
            "If"
        }
        StmtKind::With { items, body } => {
            to.value("items", Value::Items(items)).body(body);
            "With"
        }
        StmtKind::AsyncWith { items, body } => {
            to.value("items", Value::Items(items)).body(body);
            "AsyncWith"
        }
        StmtKind::Match { subject, cases } => {
            to.expr("subject", subject).value("cases", Value::Cases(cases));
            "Match"
        }
        StmtKind::Raise { exc, cause } => {
            to.opt("exc", exc).opt("cause", cause);
            "Raise"
        }
        StmtKind::Try(node) => {
            to.body(node.body).value("handlers", Value::Handlers(node.handlers)).orelse(node.orelse);
            to.value("finalbody", Value::Stmts(node.finalbody));
            "Try"
        }
        StmtKind::Assert { test, msg } => {
            to.expr("test", test).opt("msg", msg);
            "Assert"
        }
        StmtKind::Import { names } => {
            to.value("names", Value::Aliases(names));
            "Import"
        }
        StmtKind::ImportFrom { module, names, level } => {
            to.opt_name("module", module).value("names", Value::Aliases(names));
            to.value("level", Value::Int(level.into()));
            "ImportFrom"
        }
        StmtKind::Global { names } => {
            to.value("names", Value::Identifiers(names));
            "Global"
        }
        StmtKind::Nonlocal { names } => {
            to.value("names", Value::Identifiers(names));
            "Nonlocal"
        }
        StmtKind::Expr { value } => {
            to.expr("value", value);
            "Expr"
        }
        StmtKind::Pass => "Pass",
        StmtKind::Break => "Break",
        StmtKind::Continue => "Continue",
    }
}

fn describe_expr<'a>(expr: &'a Expr<'a>, to: &mut Collect<'_, 'a>) -> &'static str {
    match expr.kind {
        ExprKind::BoolOp { op, values } => {
            to.operator("op", op.name()).exprs("values", values);
            "BoolOp"
        }
        ExprKind::NamedExpr { target, value } => {
            to.expr("target", target).expr("value", value);
            "NamedExpr"
        }
        ExprKind::BinOp { left, op, right } => {
            to.expr("left", left).operator("op", op.name()).expr("right", right);
            "BinOp"
        }
        ExprKind::UnaryOp { op, operand } => {
            to.operator("op", op.name()).expr("operand", operand);
            "UnaryOp"
        }
        ExprKind::Lambda { args, body } => {
            to.args(args).expr("body", body);
            "Lambda"
        }
        ExprKind::IfExp { test, body, orelse } => {
            to.expr("test", test).expr("body", body).expr("orelse", orelse);
            "IfExp"
        }
        ExprKind::Dict { keys, values } => {
            to.value("keys", Value::OptExprs(keys)).exprs("values", values);
            "Dict"
        }
        ExprKind::Set { elts } => {
            to.exprs("elts", elts);
            "Set"
        }
        ExprKind::ListComp { elt, generators } => {
            to.expr("elt", elt).generators(generators);
            "ListComp"
        }
        ExprKind::SetComp { elt, generators } => {
            to.expr("elt", elt).generators(generators);
            "SetComp"
        }
        ExprKind::DictComp { key, value, generators } => {
            to.expr("key", key).expr("value", value).generators(generators);
            "DictComp"
        }
        ExprKind::GeneratorExp { elt, generators } => {
            to.expr("elt", elt).generators(generators);
            "GeneratorExp"
        }
        ExprKind::Await { value } => {
            to.expr("value", value);
            "Await"
        }
        ExprKind::Yield { value } => {
            to.opt("value", value);
            "Yield"
        }
        ExprKind::YieldFrom { value } => {
            to.expr("value", value);
            "YieldFrom"
        }
        ExprKind::Compare { left, ops, comparators } => {
            to.expr("left", left).value("ops", Value::CmpOps(ops)).exprs("comparators", comparators);
            "Compare"
        }
        ExprKind::Call { func, args, keywords } => {
            to.expr("func", func).exprs("args", args).value("keywords", Value::Keywords(keywords));
            "Call"
        }
        ExprKind::FormattedValue { value, conversion, format_spec } => {
            to.expr("value", value).value("conversion", Value::Int(conversion.into())).opt("format_spec", format_spec);
            "FormattedValue"
        }
        ExprKind::JoinedStr { values } => {
            to.exprs("values", values);
            "JoinedStr"
        }
        ExprKind::Constant { value, kind } => {
            to.value("value", Value::Constant(value)).opt_kind(kind);
            "Constant"
        }
        ExprKind::Attribute { value, attr, ctx } => {
            to.expr("value", value).name("attr", attr).ctx(ctx);
            "Attribute"
        }
        ExprKind::Subscript { value, slice, ctx } => {
            to.expr("value", value).expr("slice", slice).ctx(ctx);
            "Subscript"
        }
        ExprKind::Starred { value, ctx } => {
            to.expr("value", value).ctx(ctx);
            "Starred"
        }
        ExprKind::Name { id, ctx } => {
            to.name("id", id).ctx(ctx);
            "Name"
        }
        ExprKind::List { elts, ctx } => {
            to.exprs("elts", elts).ctx(ctx);
            "List"
        }
        ExprKind::Tuple { elts, ctx } => {
            to.exprs("elts", elts).ctx(ctx);
            "Tuple"
        }
        ExprKind::Slice { lower, upper, step } => {
            to.opt("lower", lower).opt("upper", upper).opt("step", step);
            "Slice"
        }
    }
}

fn describe_pattern<'a>(pattern: &'a Pattern<'a>, to: &mut Collect<'_, 'a>) -> &'static str {
    match pattern.kind {
        PatternKind::MatchValue { value } => {
            to.expr("value", value);
            "MatchValue"
        }
        PatternKind::MatchSingleton { value } => {
            to.value("value", Value::Constant(value));
            "MatchSingleton"
        }
        PatternKind::MatchSequence { patterns } => {
            to.value("patterns", Value::Patterns(patterns));
            "MatchSequence"
        }
        PatternKind::MatchMapping { keys, patterns, rest } => {
            to.exprs("keys", keys).value("patterns", Value::Patterns(patterns)).opt_name("rest", rest);
            "MatchMapping"
        }
        PatternKind::MatchClass(node) => {
            to.expr("cls", node.cls).value("patterns", Value::Patterns(node.patterns));
            to.value("kwd_attrs", Value::Identifiers(node.kwd_attrs));
            to.value("kwd_patterns", Value::Patterns(node.kwd_patterns));
            "MatchClass"
        }
        PatternKind::MatchStar { name } => {
            to.opt_name("name", name);
            "MatchStar"
        }
        PatternKind::MatchAs { pattern, name } => {
            if let Some(pattern) = pattern {
                to.value("pattern", Value::Node(Node::Pattern(pattern)));
            }
            to.opt_name("name", name);
            "MatchAs"
        }
        PatternKind::MatchOr { patterns } => {
            to.value("patterns", Value::Patterns(patterns));
            "MatchOr"
        }
    }
}

impl ExprContext {
    /// The class name.
    pub const fn name(self) -> &'static str {
        match self {
            ExprContext::Load => "Load",
            ExprContext::Store => "Store",
            ExprContext::Del => "Del",
        }
    }
}

impl BoolOp {
    /// The class name.
    pub const fn name(self) -> &'static str {
        match self {
            BoolOp::And => "And",
            BoolOp::Or => "Or",
        }
    }
}

impl UnaryOp {
    /// The class name.
    pub const fn name(self) -> &'static str {
        match self {
            UnaryOp::Invert => "Invert",
            UnaryOp::Not => "Not",
            UnaryOp::UAdd => "UAdd",
            UnaryOp::USub => "USub",
        }
    }
}

impl CmpOp {
    /// The class name.
    pub const fn name(self) -> &'static str {
        match self {
            CmpOp::Eq => "Eq",
            CmpOp::NotEq => "NotEq",
            CmpOp::Lt => "Lt",
            CmpOp::LtE => "LtE",
            CmpOp::Gt => "Gt",
            CmpOp::GtE => "GtE",
            CmpOp::Is => "Is",
            CmpOp::IsNot => "IsNot",
            CmpOp::In => "In",
            CmpOp::NotIn => "NotIn",
        }
    }
}

impl Operator {
    /// The class name.
    pub const fn name(self) -> &'static str {
        match self {
            Operator::Add => "Add",
            Operator::Sub => "Sub",
            Operator::Mult => "Mult",
            Operator::MatMult => "MatMult",
            Operator::Div => "Div",
            Operator::Mod => "Mod",
            Operator::Pow => "Pow",
            Operator::LShift => "LShift",
            Operator::RShift => "RShift",
            Operator::BitOr => "BitOr",
            Operator::BitXor => "BitXor",
            Operator::BitAnd => "BitAnd",
            Operator::FloorDiv => "FloorDiv",
        }
    }
}
