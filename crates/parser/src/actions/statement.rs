//! Nodes of statements, and of whole sources.

use super::call::Bases;
use super::{Actions, Base, Result, refuse};
use crate::ast::*;
use crate::source::Range;

/// What stands between the commas of a `with` statement.
#[derive(Clone, Copy, Debug)]
pub enum Element<'a> {
    /// An expression.
    Item(&'a Expr<'a>),
    /// `x as target`
    ItemAs(&'a Expr<'a>, &'a Expr<'a>),
    /// `*x` or `x := y`, which make the brackets those of a tuple or group.
    OnlyInTuple(&'a Expr<'a>),
}

impl<'a> Actions<'_, 'a> {
    /// A module.
    pub fn module(&mut self, base: Base) -> &'a Mod<'a> {
        self.arena.alloc(Mod::Module { body: self.stmts.finish(base, self.arena) })
    }

    /// A module without statements.
    pub fn empty_module(&mut self) -> &'a Mod<'a> {
        self.arena.alloc(Mod::Module { body: &[] })
    }

    /// An expression as a whole source.
    pub fn expression(&mut self, body: &'a Expr<'a>) -> &'a Mod<'a> {
        self.arena.alloc(Mod::Expression { body })
    }

    /// A line of simple statements as a whole source.
    pub fn interactive(&mut self, base: Base) -> &'a Mod<'a> {
        self.arena.alloc(Mod::Interactive { body: self.stmts.finish(base, self.arena) })
    }

    /// A compound statement as a whole source.
    pub fn interactive_compound(&mut self, stmt: &'a Stmt<'a>) -> &'a Mod<'a> {
        self.arena.alloc(Mod::Interactive { body: self.arena.alloc_slice_copy(&[stmt]) })
    }

    /// The first target of an assignment.
    pub fn first_target(&mut self, target: &'a Expr<'a>) -> Result<Base> {
        let target = self.store(target)?;
        Ok(self.exprs.begin(target))
    }

    /// One more target of an assignment.
    pub fn next_target(&mut self, base: Base, target: &'a Expr<'a>) -> Result<Base> {
        let target = self.store(target)?;
        Ok(self.exprs.push(base, target))
    }

    /// `t = u = value`
    pub fn assign(&mut self, base: Base, value: &'a Expr<'a>, start: u32, end: u32) -> &'a Stmt<'a> {
        let targets = self.exprs.finish(base, self.arena);
        self.stmt(StmtKind::Assign { targets, value }, start, end)
    }

    /// `target op= value`
    pub fn aug_assign(
        &mut self,
        target: &'a Expr<'a>,
        op: Operator,
        value: &'a Expr<'a>,
        start: u32,
        end: u32,
    ) -> Result<&'a Stmt<'a>> {
        let target = self.single_target(target)?;
        Ok(self.stmt(StmtKind::AugAssign { target, op, value }, start, end))
    }

    /// `target: annotation = value`; simple when the target is a name without brackets.
    pub fn ann_assign(
        &mut self,
        target: &'a Expr<'a>,
        annotation: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        start: u32,
        end: u32,
    ) -> Result<&'a Stmt<'a>> {
        let target = self.single_target(target)?;
        let simple = matches!(target.kind, ExprKind::Name { .. }) && target.range.start == start;
        Ok(self.stmt(StmtKind::AnnAssign { target, annotation, value, simple }, start, end))
    }

    /// `del …`
    pub fn delete(&mut self, base: Base, start: u32, end: u32) -> Result<&'a Stmt<'a>> {
        let loaded = self.exprs.finish(base, self.arena);
        let base = self.exprs.base();
        for target in loaded {
            let target = self.set_context(target, ExprContext::Del)?;
            self.exprs.push(base, target);
        }
        let targets = self.exprs.finish(base, self.arena);
        Ok(self.stmt(StmtKind::Delete { targets }, start, end))
    }

    /// `global …`
    pub fn global(&mut self, base: Base, start: u32, end: u32) -> &'a Stmt<'a> {
        let names = self.idents.finish(base, self.arena);
        self.stmt(StmtKind::Global { names }, start, end)
    }

    /// `nonlocal …`
    pub fn nonlocal(&mut self, base: Base, start: u32, end: u32) -> &'a Stmt<'a> {
        let names = self.idents.finish(base, self.arena);
        self.stmt(StmtKind::Nonlocal { names }, start, end)
    }

    /// `name as asname` of an import.
    pub fn alias(&mut self, name: Identifier<'a>, asname: Option<Identifier<'a>>, start: u32, end: u32) -> Base {
        self.aliases.begin(Alias { name, asname, range: Range::new(start, end) })
    }

    /// `*` of an import.
    pub fn star(&mut self, start: u32, end: u32) -> Base {
        let name = self.identifier("*");
        self.alias(name, None, start, end)
    }

    /// `import …`
    pub fn import(&mut self, base: Base, start: u32, end: u32) -> &'a Stmt<'a> {
        let names = self.aliases.finish(base, self.arena);
        self.stmt(StmtKind::Import { names }, start, end)
    }

    /// `from module import …`
    pub fn import_from(
        &mut self,
        module: Option<Identifier<'a>>,
        base: Base,
        level: u32,
        start: u32,
        end: u32,
    ) -> &'a Stmt<'a> {
        let names = self.aliases.finish(base, self.arena);
        self.stmt(StmtKind::ImportFrom { module, names, level }, start, end)
    }

    /// `elif` as the only statement of an `else`.
    pub fn elif(&mut self, test: &'a Expr<'a>, body: Stmts<'a>, orelse: Stmts<'a>, start: u32, end: u32) -> Stmts<'a> {
        let stmt = self.stmt(StmtKind::If { test, body, orelse }, start, end);
        self.arena.alloc_slice_copy(&[stmt])
    }

    /// `for …`
    #[expect(clippy::too_many_arguments, reason = "the node's fields and its range")]
    pub fn for_stmt(
        &mut self,
        target: &'a Expr<'a>,
        iter: &'a Expr<'a>,
        body: Stmts<'a>,
        orelse: Stmts<'a>,
        is_async: bool,
        start: u32,
        end: u32,
    ) -> Result<&'a Stmt<'a>> {
        let target = self.store(target)?;
        let kind = if is_async {
            StmtKind::AsyncFor { target, iter, body, orelse }
        } else {
            StmtKind::For { target, iter, body, orelse }
        };
        Ok(self.stmt(kind, start, end))
    }

    /// `x as target` of a with statement.
    pub fn item_as(&mut self, expr: &'a Expr<'a>, target: &'a Expr<'a>) -> Result<Base> {
        let target = self.store(target)?;
        Ok(self.elements.begin(Element::ItemAs(expr, target)))
    }

    /// `with ():`
    pub fn item_tuple(&mut self, start: u32, end: u32) -> Base {
        let tuple = self.expr(ExprKind::Tuple { elts: &[], ctx: ExprContext::Load }, start, end);
        self.elements.begin(Element::Item(tuple))
    }

    /// `with (x for …):`
    pub fn item_generator(&mut self, elt: &'a Expr<'a>, base: Base, start: u32, end: u32) -> Base {
        let generator = self.generator_exp(elt, base, start, end);
        self.elements.begin(Element::Item(generator))
    }

    /// `with (x, y):` lists items, unless an element makes it a tuple or a named expression.
    pub fn items_or_tuple(&mut self, base: Base, comma: bool, start: u32, end: u32) -> Result<Base> {
        let elements = self.elements.items(base);
        if !elements.iter().any(|element| matches!(element, Element::OnlyInTuple(_))) {
            return Ok(base);
        }
        let exprs = self.exprs.base();
        for element in elements {
            match element {
                Element::Item(e) | Element::OnlyInTuple(e) => self.exprs.push(exprs, e),
                Element::ItemAs(..) => return refuse(),
            };
        }
        let group = match self.exprs.items(exprs) {
            [only] if !comma => {
                if matches!(only.kind, ExprKind::Starred { .. }) {
                    return refuse();
                }
                Some(*only)
            }
            _ => None,
        };
        self.elements.discard(base);
        let item = match group {
            Some(only) => {
                self.exprs.discard(exprs);
                only
            }
            None => self.tuple(exprs, start, end),
        };
        Ok(self.elements.begin(Element::Item(item)))
    }

    /// `with …`
    pub fn with_stmt(&mut self, base: Base, body: Stmts<'a>, is_async: bool, start: u32, end: u32) -> &'a Stmt<'a> {
        let items = self.arena.alloc_slice_fill_iter(self.elements.items(base).iter().map(|element| match *element {
            Element::Item(e) | Element::OnlyInTuple(e) => WithItem { context_expr: e, optional_vars: None },
            Element::ItemAs(e, target) => WithItem { context_expr: e, optional_vars: Some(target) },
        }));
        self.elements.discard(base);
        let kind = if is_async { StmtKind::AsyncWith { items, body } } else { StmtKind::With { items, body } };
        self.stmt(kind, start, end)
    }

    /// `try …`
    pub fn try_stmt(
        &mut self,
        body: Stmts<'a>,
        handlers: Option<Base>,
        orelse: Stmts<'a>,
        finalbody: Stmts<'a>,
        start: u32,
        end: u32,
    ) -> &'a Stmt<'a> {
        let handlers = match handlers {
            Some(base) => self.handlers.finish(base, self.arena),
            None => &[],
        };
        let node = self.arena.alloc(Try { body, handlers, orelse, finalbody });
        self.stmt(StmtKind::Try(node), start, end)
    }

    /// `except …`
    pub fn handler(
        &mut self,
        type_: Option<&'a Expr<'a>>,
        name: Option<Identifier<'a>>,
        body: Stmts<'a>,
        start: u32,
        end: u32,
    ) -> Base {
        self.handlers.begin(ExceptHandler { type_, name, body, range: Range::new(start, end) })
    }

    /// `def …`, without decorators.
    #[expect(clippy::too_many_arguments, reason = "the node's fields and its range")]
    pub fn function_def(
        &mut self,
        name: Identifier<'a>,
        args: &'a Arguments<'a>,
        returns: Option<&'a Expr<'a>>,
        body: Stmts<'a>,
        is_async: bool,
        start: u32,
        end: u32,
    ) -> &'a Stmt<'a> {
        let node = self.arena.alloc(FunctionDef { name, args, body, decorator_list: &[], returns });
        let kind = if is_async { StmtKind::AsyncFunctionDef(node) } else { StmtKind::FunctionDef(node) };
        self.stmt(kind, start, end)
    }

    /// `class …`, without decorators. Its brackets are not a generator's.
    pub fn class_def(
        &mut self,
        name: Identifier<'a>,
        bases: Option<Bases<'a>>,
        body: Stmts<'a>,
        start: u32,
        end: u32,
    ) -> &'a Stmt<'a> {
        let Bases { bases, keywords } = bases.unwrap_or(Bases { bases: &[], keywords: &[] });
        let node = self.arena.alloc(ClassDef { name, bases, keywords, body, decorator_list: &[] });
        self.stmt(StmtKind::ClassDef(node), start, end)
    }

    /// Puts decorators on a function or class.
    pub fn decorate(&mut self, base: Base, stmt: &'a Stmt<'a>) -> &'a Stmt<'a> {
        let decorator_list = self.exprs.finish(base, self.arena);
        let kind = match stmt.kind {
            StmtKind::FunctionDef(node) => {
                StmtKind::FunctionDef(self.arena.alloc(FunctionDef { decorator_list, ..*node }))
            }
            StmtKind::AsyncFunctionDef(node) => {
                StmtKind::AsyncFunctionDef(self.arena.alloc(FunctionDef { decorator_list, ..*node }))
            }
            StmtKind::ClassDef(node) => StmtKind::ClassDef(self.arena.alloc(ClassDef { decorator_list, ..*node })),
            other => other,
        };
        self.stmt(kind, stmt.range.start, stmt.range.end)
    }
}
