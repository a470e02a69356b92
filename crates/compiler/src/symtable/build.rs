//! The first pass: statements.

use minipy_parser::SyntaxError;
use minipy_parser::ast::{
    Alias, Arguments, ClassDef, ExceptHandler, ExprKind, ExprRef, FunctionDef, Identifier, Mod, Stmt, StmtKind, Stmts,
    WithItem,
};
use minipy_parser::source::Range;

use super::{BlockId, BlockKind, Flags, Slot, SymbolTable};
use crate::compilation::Compilation;
use crate::depth::Depth;
use crate::index::IndexVec;
use crate::names::{StrId, known};

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

/// Walks a tree and fills its symbol tables.
pub struct Builder<'c, 'a> {
    pub(super) c: &'c mut Compilation<'a>,
    pub(super) table: SymbolTable,
    /// The blocks we are in, outermost first.
    pub(super) stack: Vec<BlockId>,
    pub(super) cur: BlockId,
    pub(super) slots: IndexVec<StrId, Slot>,
    /// The class whose private names are being mangled.
    pub(super) private: Option<StrId>,
    pub(super) depth: Depth,
    /// Takes what is said of a symbol that cannot be found; there is none such.
    pub(super) lost: Flags,
}

/// Builds and analyses the symbol tables of a tree, and folds its constants.
pub fn symbol_table<'a>(c: &mut Compilation<'a>, module: &Mod<'a>) -> Result<SymbolTable> {
    let depth = Depth::new(c.options.recursion_limit);
    let mut builder = Builder {
        c,
        table: SymbolTable::default(),
        stack: Vec::new(),
        cur: BlockId::MODULE,
        slots: IndexVec::default(),
        private: None,
        depth,
        lost: Flags::default(),
    };
    builder.enter(BlockKind::Module, known::TOP, Range::default());
    match *module {
        Mod::Module { body } | Mod::Interactive { body } => builder.stmts(body)?,
        Mod::Expression { body } => {
            builder.expr(body)?;
        }
    }
    builder.exit();
    let mut table = builder.table;
    super::analyze::analyze(&mut table, c)?;
    Ok(table)
}

impl<'a> Builder<'_, 'a> {
    pub(super) fn stmts(&mut self, stmts: Stmts<'a>) -> Result<()> {
        for stmt in stmts {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Result<()> {
        self.depth.enter(self.c.source)?;
        if self.depth.wants_stack() {
            crate::depth::with_more_stack(|| self.stmt_inner(stmt))?;
        } else {
            self.stmt_inner(stmt)?;
        }
        self.depth.leave();
        Ok(())
    }

    fn stmt_inner(&mut self, stmt: &'a Stmt<'a>) -> Result<()> {
        match stmt.kind {
            StmtKind::FunctionDef(function) => self.function(stmt, function, false),
            StmtKind::AsyncFunctionDef(function) => self.function(stmt, function, true),
            StmtKind::ClassDef(class) => self.class(stmt, class),
            StmtKind::Return { value } => self.optional(value),
            StmtKind::Delete { targets } => self.exprs(targets).map(drop),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value).map(drop)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value).map(drop)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated_assignment(stmt, target, annotation, value, simple)
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.expr(target)?;
                self.iterable(iter)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::AsyncFor { target, iter, body, orelse } => {
                self.expr(target)?;
                self.expr(iter)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::If { test, body, orelse } => self.if_chain(test, body, orelse),
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for WithItem { context_expr, optional_vars } in items {
                    self.expr(context_expr)?;
                    self.optional(*optional_vars)?;
                }
                self.stmts(body)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in cases {
                    self.pattern(case.pattern)?;
                    self.optional(case.guard)?;
                    self.stmts(case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc)?;
                self.optional(cause)
            }
            StmtKind::Try(node) => {
                self.stmts(node.body)?;
                self.stmts(node.orelse)?;
                for handler in node.handlers {
                    self.except_handler(handler)?;
                }
                self.stmts(node.finalbody)
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.optional(msg)
            }
            StmtKind::Import { names } | StmtKind::ImportFrom { names, .. } => {
                names.iter().try_for_each(|a| self.alias(a))
            }
            StmtKind::Global { names } => self.directive(stmt.range, names, Flags::GLOBAL, "global"),
            StmtKind::Nonlocal { names } => self.directive(stmt.range, names, Flags::NONLOCAL, "nonlocal"),
            StmtKind::Expr { value } => self.expr(value).map(drop),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    /// An `if` with its `elif`s: a loop, so that a chain of any length takes no stack.
    fn if_chain(&mut self, mut test: ExprRef<'a>, mut body: Stmts<'a>, mut orelse: Stmts<'a>) -> Result<()> {
        loop {
            self.expr(test)?;
            self.stmts(body)?;
            match orelse {
                [Stmt { kind: StmtKind::If { test: t, body: b, orelse: o }, .. }] => (test, body, orelse) = (t, b, o),
                _ => return self.stmts(orelse),
            }
        }
    }

    fn function(&mut self, stmt: &'a Stmt<'a>, function: &'a FunctionDef<'a>, is_async: bool) -> Result<()> {
        let name = self.c.strings.identifier(function.name);
        self.add_def(name, Flags::LOCAL, stmt.range)?;
        self.defaults(function.args)?;
        self.annotations(stmt, function)?;
        self.exprs(function.decorator_list)?;
        self.enter_node(stmt, BlockKind::Function, name, stmt.range);
        self.block().coroutine = is_async;
        self.parameters(function.args)?;
        self.stmts(function.body)?;
        self.exit();
        Ok(())
    }

    fn class(&mut self, stmt: &'a Stmt<'a>, class: &'a ClassDef<'a>) -> Result<()> {
        let name = self.c.strings.identifier(class.name);
        self.add_def(name, Flags::LOCAL, stmt.range)?;
        self.exprs(class.bases)?;
        for keyword in class.keywords {
            self.expr(keyword.value)?;
        }
        self.exprs(class.decorator_list)?;
        self.enter_node(stmt, BlockKind::Class, name, stmt.range);
        let outer = self.private.replace(name);
        self.stmts(class.body)?;
        self.private = outer;
        self.exit();
        Ok(())
    }

    /// Default values are evaluated outside the function.
    pub(super) fn defaults(&mut self, args: &'a Arguments<'a>) -> Result<()> {
        self.exprs(args.defaults)?;
        args.kw_defaults.iter().try_for_each(|default| self.optional(*default))
    }

    pub(super) fn parameters(&mut self, args: &'a Arguments<'a>) -> Result<()> {
        for arg in args.posonlyargs.iter().chain(args.args).chain(args.kwonlyargs) {
            let name = self.c.strings.identifier(arg.arg);
            self.add_def(name, Flags::PARAM, arg.range)?;
        }
        if let Some(arg) = args.vararg {
            let name = self.c.strings.identifier(arg.arg);
            self.add_def(name, Flags::PARAM, arg.range)?;
            self.block().varargs = true;
        }
        if let Some(arg) = args.kwarg {
            let name = self.c.strings.identifier(arg.arg);
            self.add_def(name, Flags::PARAM, arg.range)?;
            self.block().varkeywords = true;
        }
        Ok(())
    }

    fn annotations(&mut self, stmt: &'a Stmt<'a>, function: &'a FunctionDef<'a>) -> Result<()> {
        let args = function.args;
        let as_strings = self.c.annotations_are_strings();
        if as_strings {
            self.enter(BlockKind::Annotation, known::ANNOTATION_BLOCK, stmt.range);
        }
        let ordered =
            args.posonlyargs.iter().chain(args.args).chain(args.vararg).chain(args.kwarg).chain(args.kwonlyargs);
        for arg in ordered {
            self.optional(arg.annotation)?;
        }
        if as_strings {
            self.exit();
        }
        function.returns.map_or(Ok(()), |returns| self.annotation(returns))
    }

    fn annotation(&mut self, annotation: ExprRef<'a>) -> Result<()> {
        if self.c.annotations_are_strings() {
            self.enter(BlockKind::Annotation, known::ANNOTATION_BLOCK, annotation.range);
            self.expr(annotation)?;
            self.exit();
        } else {
            self.expr(annotation)?;
        }
        Ok(())
    }

    fn annotated_assignment(
        &mut self,
        stmt: &'a Stmt<'a>,
        target: ExprRef<'a>,
        annotation: ExprRef<'a>,
        value: Option<ExprRef<'a>>,
        simple: bool,
    ) -> Result<()> {
        if let ExprKind::Name { id, .. } = target.kind {
            let name = self.c.strings.identifier(id);
            let known = self.lookup(name);
            if known.intersects(Flags::GLOBAL | Flags::NONLOCAL) && self.cur != BlockId::MODULE && simple {
                let kind = if known.intersects(Flags::GLOBAL) { "global" } else { "nonlocal" };
                return Err(self.error(stmt.range, format!("annotated name '{id}' can't be {kind}")));
            }
            if simple {
                self.add_def(name, Flags::ANNOT | Flags::LOCAL, target.range)?;
            } else if value.is_some() {
                self.add_def(name, Flags::LOCAL, target.range)?;
            }
        } else {
            self.expr(target)?;
        }
        self.annotation(annotation)?;
        self.optional(value)
    }

    fn except_handler(&mut self, handler: &'a ExceptHandler<'a>) -> Result<()> {
        self.optional(handler.type_)?;
        if let Some(name) = handler.name {
            let name = self.c.strings.identifier(name);
            self.add_def(name, Flags::LOCAL, handler.range)?;
        }
        self.stmts(handler.body)
    }

    fn alias(&mut self, alias: &'a Alias<'a>) -> Result<()> {
        let name = alias.asname.unwrap_or(alias.name);
        if name == "*" {
            if self.table.blocks[self.cur].kind != BlockKind::Module {
                return Err(self.error(alias.range, "import * only allowed at module level"));
            }
            return Ok(());
        }
        let bound = match name.split_once('.') {
            Some((first, _)) => self.c.strings.intern_owned(first),
            None => self.c.strings.identifier(name),
        };
        self.add_def(bound, Flags::IMPORT, alias.range)
    }

    fn directive(&mut self, range: Range, names: &'a [Identifier<'a>], flag: Flags, word: &str) -> Result<()> {
        for &id in names {
            let name = self.c.strings.identifier(id);
            let known = self.lookup(name);
            let complaint = if known.intersects(Flags::PARAM) {
                Some(format!("name '{id}' is parameter and {word}"))
            } else if known.intersects(Flags::USE) {
                Some(format!("name '{id}' is used prior to {word} declaration"))
            } else if known.intersects(Flags::ANNOT) {
                Some(format!("annotated name '{id}' can't be {word}"))
            } else if known.intersects(Flags::LOCAL) {
                Some(format!("name '{id}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(msg) = complaint {
                return Err(self.error(range, msg));
            }
            self.add_def(name, flag, range)?;
            self.record_directive(name, range);
        }
        Ok(())
    }
}
