//! Tuples, lists, sets and dicts, written out or assigned to.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{ExprContext, ExprKind, ExprRef, Exprs};

use super::{Codegen, Result, STACK_USE_GUIDELINE};
use crate::consts::ConstId;

/// The instructions that build a kind of collection.
#[derive(Clone, Copy)]
struct Builder {
    build: Opcode,
    add: Opcode,
    extend: Opcode,
    /// Whether the list becomes a tuple in the end.
    tuple: bool,
}

const LIST: Builder =
    Builder { build: Opcode::BUILD_LIST, add: Opcode::LIST_APPEND, extend: Opcode::LIST_EXTEND, tuple: false };
const TUPLE: Builder = Builder { tuple: true, ..LIST };
const SET: Builder =
    Builder { build: Opcode::BUILD_SET, add: Opcode::SET_ADD, extend: Opcode::SET_UPDATE, tuple: false };

impl<'a> Codegen<'_, 'a> {
    pub(super) fn list(&mut self, elts: Exprs<'a>, ctx: ExprContext) -> Result<()> {
        match ctx {
            ExprContext::Store => self.unpack(elts),
            ExprContext::Load => self.collection(elts, 0, LIST),
            ExprContext::Del => self.exprs(elts),
        }
    }

    pub(super) fn tuple(&mut self, elts: Exprs<'a>, ctx: ExprContext) -> Result<()> {
        match ctx {
            ExprContext::Store => self.unpack(elts),
            ExprContext::Load => self.tuple_on(elts, 0),
            ExprContext::Del => self.exprs(elts),
        }
    }

    /// A tuple of what is on the stack already and these.
    pub(super) fn tuple_on(&mut self, elts: Exprs<'a>, pushed: usize) -> Result<()> {
        self.collection(elts, pushed, TUPLE)
    }

    pub(super) fn set(&mut self, elts: Exprs<'a>) -> Result<()> {
        self.collection(elts, 0, SET)
    }

    /// What is iterated over, or looked into by `in`: lists without stars become tuples, sets of constants frozensets.
    pub(super) fn iterable(&mut self, iter: ExprRef<'a>) -> Result<()> {
        match iter.kind {
            ExprKind::List { elts, ctx: ExprContext::Load }
                if self.c.folds.get(iter).is_none() && !elts.iter().any(|elt| is_starred(elt)) =>
            {
                let outer = self.u.loc;
                self.set_loc(iter.range);
                let result = self.tuple_on(elts, 0);
                self.u.loc = outer;
                result
            }
            _ => self.expr(iter),
        }
    }

    fn collection(&mut self, elts: Exprs<'a>, pushed: usize, how: Builder) -> Result<()> {
        if elts.len() > 2
            && let Some(items) = self.all_constants(elts)
        {
            if how.tuple {
                let folded = self.c.consts.tuple(&items);
                self.load_const(folded);
                return Ok(());
            }
            let set = how.add == Opcode::SET_ADD;
            self.op_count(how.build, pushed);
            let folded = if set { self.c.consts.frozenset(&items) } else { self.c.consts.tuple(&items) };
            self.load_const(folded);
            self.op_arg(how.extend, 1);
            return Ok(());
        }
        let big = elts.len() + pushed > STACK_USE_GUIDELINE;
        if !big && !elts.iter().any(|elt| is_starred(elt)) {
            self.exprs(elts)?;
            let build = if how.tuple { Opcode::BUILD_TUPLE } else { how.build };
            self.op_count(build, elts.len() + pushed);
            return Ok(());
        }
        let mut built = big;
        if big {
            self.op_count(how.build, pushed);
        }
        for (at, elt) in elts.iter().enumerate() {
            if let ExprKind::Starred { value, .. } = elt.kind {
                if !built {
                    self.op_count(how.build, at + pushed);
                    built = true;
                }
                self.expr(value)?;
                self.op_arg(how.extend, 1);
            } else {
                self.expr(elt)?;
                if built {
                    self.op_arg(how.add, 1);
                }
            }
        }
        if how.tuple {
            self.op(Opcode::LIST_TO_TUPLE);
        }
        Ok(())
    }

    /// The constants that all of these are, or nothing.
    fn all_constants(&mut self, elts: Exprs<'a>) -> Option<Vec<ConstId>> {
        if !elts.iter().all(|elt| self.c.is_constant(elt)) {
            return None;
        }
        elts.iter().map(|elt| self.c.constant(elt)).collect()
    }

    /// Assigns the items of what is on the stack to these targets.
    fn unpack(&mut self, targets: Exprs<'a>) -> Result<()> {
        const MAX_BEFORE: usize = 1 << 8;
        const MAX_AFTER: usize = i32::MAX as usize >> 8;
        let mut star = None;
        for (at, target) in targets.iter().enumerate() {
            if !is_starred(target) {
                continue;
            }
            if star.is_some() {
                return self.error("multiple starred expressions in assignment");
            }
            let after = targets.len() - at - 1;
            if at >= MAX_BEFORE || after >= MAX_AFTER {
                return self.error("too many expressions in star-unpacking assignment");
            }
            self.op_count(Opcode::UNPACK_EX, at + (after << 8));
            star = Some(at);
        }
        if star.is_none() {
            self.op_count(Opcode::UNPACK_SEQUENCE, targets.len());
        }
        for target in targets {
            match target.kind {
                ExprKind::Starred { value, .. } => self.expr(value)?,
                _ => self.expr(target)?,
            }
        }
        Ok(())
    }

    /// A dict display: runs of items are built on the stack, and merged with each other and with `**mappings`.
    pub(super) fn dict(&mut self, keys: &'a [Option<ExprRef<'a>>], values: Exprs<'a>) -> Result<()> {
        let mut have_dict = false;
        let mut elements = 0;
        for (at, (key, value)) in keys.iter().zip(values).enumerate() {
            if key.is_none() {
                if elements > 0 {
                    self.dict_run(keys, values, at - elements, at, &mut have_dict)?;
                    elements = 0;
                }
                if !have_dict {
                    self.op_arg(Opcode::BUILD_MAP, 0);
                    have_dict = true;
                }
                self.expr(value)?;
                self.op_arg(Opcode::DICT_UPDATE, 1);
            } else if elements * 2 > STACK_USE_GUIDELINE {
                self.dict_run(keys, values, at - elements, at + 1, &mut have_dict)?;
                elements = 0;
            } else {
                elements += 1;
            }
        }
        if elements > 0 {
            self.dict_run(keys, values, keys.len() - elements, keys.len(), &mut have_dict)?;
        }
        if !have_dict {
            self.op_arg(Opcode::BUILD_MAP, 0);
        }
        Ok(())
    }

    fn dict_run(
        &mut self,
        keys: &'a [Option<ExprRef<'a>>],
        values: Exprs<'a>,
        start: usize,
        end: usize,
        have_dict: &mut bool,
    ) -> Result<()> {
        let (Some(keys), Some(values)) = (keys.get(start..end), values.get(start..end)) else { return Ok(()) };
        self.subdict(keys, values)?;
        if *have_dict {
            self.op_arg(Opcode::DICT_UPDATE, 1);
        }
        *have_dict = true;
        Ok(())
    }

    fn subdict(&mut self, keys: &'a [Option<ExprRef<'a>>], values: Exprs<'a>) -> Result<()> {
        let count = keys.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        if count > 1 && !big && keys.iter().all(|key| key.is_some_and(|key| self.c.is_constant(key))) {
            self.exprs(values)?;
            let keys: Vec<ConstId> = keys.iter().flatten().filter_map(|key| self.c.constant(key)).collect();
            let keys = self.c.consts.tuple(&keys);
            self.load_const(keys);
            self.op_count(Opcode::BUILD_CONST_KEY_MAP, count);
            return Ok(());
        }
        if big {
            self.op_arg(Opcode::BUILD_MAP, 0);
        }
        for (key, value) in keys.iter().zip(values) {
            if let Some(key) = key {
                self.expr(key)?;
            }
            self.expr(value)?;
            if big {
                self.op_arg(Opcode::MAP_ADD, 1);
            }
        }
        if !big {
            self.op_count(Opcode::BUILD_MAP, count);
        }
        Ok(())
    }
}

pub(super) fn is_starred(expr: ExprRef<'_>) -> bool {
    matches!(expr.kind, ExprKind::Starred { .. })
}
