//! Calls.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprContext, ExprKind, ExprRef, Exprs, Keyword};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::display::is_starred;
use super::{Codegen, Result, STACK_USE_GUIDELINE};

impl<'a> Codegen<'_, 'a> {
    pub(super) fn call(&mut self, func: ExprRef<'a>, args: Exprs<'a>, keywords: &'a [Keyword<'a>]) -> Result<()> {
        if self.method_call(func, args, keywords)? {
            return Ok(());
        }
        self.check_caller(func);
        self.expr(func)?;
        self.call_with(0, args, keywords)
    }

    /// A method call without keywords and stars does not make a bound method. False if this is none.
    fn method_call(&mut self, func: ExprRef<'a>, args: Exprs<'a>, keywords: &'a [Keyword<'a>]) -> Result<bool> {
        let ExprKind::Attribute { value, attr, ctx: ExprContext::Load } = func.kind else { return Ok(false) };
        if !keywords.is_empty() || args.len() >= STACK_USE_GUIDELINE || args.iter().any(|arg| is_starred(arg)) {
            return Ok(false);
        }
        self.expr(value)?;
        let lineno = self.u.loc.lineno;
        self.u.loc.lineno = self.end_line(func.range);
        let attr = self.id(attr);
        self.op_name(Opcode::LOAD_METHOD, attr);
        self.exprs(args)?;
        self.op_count(Opcode::CALL_METHOD, args.len());
        self.u.loc.lineno = lineno;
        Ok(true)
    }

    /// No keyword may be `__debug__`, and none may come twice.
    fn validate_keywords(&mut self, keywords: &'a [Keyword<'a>]) -> Result<()> {
        if keywords.len() < 2 {
            for keyword in keywords {
                if let Some(arg) = keyword.arg {
                    let name = self.id(arg);
                    self.forbid_debug(name, ExprContext::Store)?;
                }
            }
            return Ok(());
        }
        // The error names the first keyword that comes again, and points to where it does.
        let mut first_at = FxHashMap::with_capacity_and_hasher(keywords.len(), FxBuildHasher);
        let mut repeated: Option<(usize, &Keyword<'a>)> = None;
        for (at, keyword) in keywords.iter().enumerate() {
            let Some(arg) = keyword.arg else { continue };
            let first = *first_at.entry(arg.number()).or_insert(at);
            if first != at && repeated.is_none_or(|(earliest, _)| first < earliest) {
                repeated = Some((first, keyword));
            }
        }
        for (at, keyword) in keywords.iter().enumerate() {
            let Some(arg) = keyword.arg else { continue };
            let name = self.id(arg);
            self.forbid_debug(name, ExprContext::Store)?;
            if let Some((first, again)) = repeated
                && first == at
            {
                self.set_loc(again.range);
                return self.error(format!("keyword argument repeated: {arg}"));
            }
        }
        Ok(())
    }

    /// Calls what is on the stack with what is on top of it already (`pushed` arguments) and these arguments.
    pub(super) fn call_with(&mut self, pushed: usize, args: Exprs<'a>, keywords: &'a [Keyword<'a>]) -> Result<()> {
        self.validate_keywords(keywords)?;
        let simple = args.len() + keywords.len() * 2 <= STACK_USE_GUIDELINE
            && !args.iter().any(|arg| is_starred(arg))
            && keywords.iter().all(|keyword| keyword.arg.is_some());
        if !simple {
            return self.call_ex(pushed, args, keywords);
        }
        self.exprs(args)?;
        if keywords.is_empty() {
            self.op_count(Opcode::CALL_FUNCTION, pushed + args.len());
            return Ok(());
        }
        for keyword in keywords {
            self.expr(keyword.value)?;
        }
        self.load_keyword_names(keywords);
        self.op_count(Opcode::CALL_FUNCTION_KW, pushed + args.len() + keywords.len());
        Ok(())
    }

    fn load_keyword_names(&mut self, keywords: &'a [Keyword<'a>]) {
        let names: Vec<_> = keywords.iter().filter_map(|keyword| keyword.arg).map(|arg| self.id(arg)).collect();
        self.load_str_tuple(names.into_iter());
    }

    /// The general call: a tuple of arguments, and a dict of keywords.
    fn call_ex(&mut self, pushed: usize, args: Exprs<'a>, keywords: &'a [Keyword<'a>]) -> Result<()> {
        match args {
            [arg] if pushed == 0 && is_starred(arg) => {
                if let ExprKind::Starred { value, .. } = arg.kind {
                    self.expr(value)?;
                }
            }
            _ => self.tuple_on(args, pushed)?,
        }
        let mut have_dict = false;
        let mut seen = 0;
        for (at, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                seen += 1;
                continue;
            }
            if seen > 0 {
                self.keyword_run(keywords.get(at - seen..at).unwrap_or_default(), &mut have_dict)?;
                seen = 0;
            }
            if !have_dict {
                self.op_arg(Opcode::BUILD_MAP, 0);
                have_dict = true;
            }
            self.expr(keyword.value)?;
            self.op_arg(Opcode::DICT_MERGE, 1);
        }
        if seen > 0 {
            self.keyword_run(keywords.get(keywords.len() - seen..).unwrap_or_default(), &mut have_dict)?;
        }
        self.op_arg(Opcode::CALL_FUNCTION_EX, u32::from(!keywords.is_empty()));
        Ok(())
    }

    fn keyword_run(&mut self, keywords: &'a [Keyword<'a>], have_dict: &mut bool) -> Result<()> {
        self.subkwargs(keywords)?;
        if *have_dict {
            self.op_arg(Opcode::DICT_MERGE, 1);
        }
        *have_dict = true;
        Ok(())
    }

    fn subkwargs(&mut self, keywords: &'a [Keyword<'a>]) -> Result<()> {
        let count = keywords.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        if count > 1 && !big {
            for keyword in keywords {
                self.expr(keyword.value)?;
            }
            self.load_keyword_names(keywords);
            self.op_count(Opcode::BUILD_CONST_KEY_MAP, count);
            return Ok(());
        }
        if big {
            self.op_arg_noline(Opcode::BUILD_MAP, 0);
        }
        for keyword in keywords {
            if let Some(arg) = keyword.arg {
                let name = self.id(arg);
                self.load_str(name);
            }
            self.expr(keyword.value)?;
            if big {
                self.op_arg_noline(Opcode::MAP_ADD, 1);
            }
        }
        if !big {
            self.op_count(Opcode::BUILD_MAP, count);
        }
        Ok(())
    }
}
