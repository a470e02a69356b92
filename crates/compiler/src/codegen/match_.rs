//! `match` statements.
//!
//! A pattern takes its subject from the top of the stack. Where it fails, it jumps to a block that pops what lies above
//! the place it failed at; names are captured on the stack, and stored once the whole pattern has matched.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{
    CmpOp, Constant, ExprContext, ExprKind, ExprRef, Identifier, MatchCase, MatchClass, Pattern, PatternKind, Patterns,
};
use rustc_hash::FxHashSet;

use super::{Codegen, Result};
use crate::cfg::BasicBlockId;
use crate::consts::ConstId;
use crate::names::StrId;

/// What is known while a pattern is compiled (`pattern_context`).
#[derive(Default)]
struct PatternContext {
    /// Names captured so far, in the order they lie on the stack.
    stores: Vec<StrId>,
    /// The same names, to look them up.
    stored: FxHashSet<StrId>,
    /// Whether a pattern that always matches is allowed.
    allow_irrefutable: bool,
    /// Blocks to jump to on failure: the one at index `n` pops `n` items.
    fail_pop: Vec<BasicBlockId>,
    /// How many items on top of the stack must stay there; captures go beneath them.
    on_top: usize,
}

impl<'a> Codegen<'_, 'a> {
    pub(super) fn match_(&mut self, subject: ExprRef<'a>, cases: &'a [MatchCase<'a>]) -> Result<()> {
        self.expr(subject)?;
        let end = self.new_block();
        let Some((last, others)) = cases.split_last() else { return Ok(()) };
        // A last `case _` needs no copy of the subject, nor a test.
        let has_default = is_wildcard(last.pattern) && !others.is_empty();
        let tested = if has_default { others } else { cases };
        for (at, case) in tested.iter().enumerate() {
            let last_tested = at + 1 == tested.len();
            self.case(case, last_tested, at + 1 == cases.len(), end)?;
        }
        if has_default {
            self.set_loc(last.pattern.range);
            self.op(Opcode::NOP);
            if let Some(guard) = last.guard {
                self.jump_if(guard, end, false)?;
            }
            self.stmts(last.body)?;
        }
        self.use_block(end);
        Ok(())
    }

    fn case(&mut self, case: &'a MatchCase<'a>, last_tested: bool, last_case: bool, end: BasicBlockId) -> Result<()> {
        self.set_loc(case.pattern.range);
        if !last_tested {
            self.op(Opcode::DUP_TOP);
        }
        let allow_irrefutable = case.guard.is_some() || last_case;
        let mut pc = PatternContext { allow_irrefutable, ..PatternContext::default() };
        self.pattern(case.pattern, &mut pc)?;
        for &name in &pc.stores {
            self.name_op(name, ExprContext::Store)?;
        }
        if let Some(guard) = case.guard {
            self.ensure_fail_pop(&mut pc, 0);
            let fail = pc.fail_pop.first().copied().unwrap_or(end);
            self.jump_if(guard, fail, false)?;
        }
        if !last_tested {
            self.op(Opcode::POP_TOP);
        }
        self.stmts(case.body)?;
        self.jump(Opcode::JUMP_FORWARD, end);
        // Cleaning up after a failure belongs to the pattern, not to the end of the body.
        self.set_loc(case.pattern.range);
        self.emit_fail_pop(&mut pc);
        Ok(())
    }

    fn ensure_fail_pop(&mut self, pc: &mut PatternContext, pops: usize) {
        while pc.fail_pop.len() <= pops {
            let block = self.new_block();
            pc.fail_pop.push(block);
        }
    }

    /// Jumps, popping everything the pattern has put on the stack.
    fn jump_to_fail_pop(&mut self, pc: &mut PatternContext, op: Opcode) {
        let pops = pc.on_top + pc.stores.len();
        self.ensure_fail_pop(pc, pops);
        if let Some(&block) = pc.fail_pop.get(pops) {
            self.jump(op, block);
        }
        self.next_block();
    }

    fn emit_fail_pop(&mut self, pc: &mut PatternContext) {
        if pc.fail_pop.is_empty() {
            self.next_block();
        }
        while let Some(block) = pc.fail_pop.pop() {
            self.use_block(block);
            if !pc.fail_pop.is_empty() {
                self.op(Opcode::POP_TOP);
            }
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern<'a>, pc: &mut PatternContext) -> Result<()> {
        self.set_loc(pattern.range);
        crate::depth::with_more_stack(|| match pattern.kind {
            PatternKind::MatchValue { value } => self.pattern_value(value, pc),
            PatternKind::MatchSingleton { value } => {
                self.pattern_singleton(value, pc);
                Ok(())
            }
            PatternKind::MatchSequence { patterns } => self.pattern_sequence(patterns, pc),
            PatternKind::MatchMapping { keys, patterns, rest } => self.pattern_mapping(keys, patterns, rest, pc),
            PatternKind::MatchClass(class) => self.pattern_class(pattern, class, pc),
            PatternKind::MatchStar { name } => self.store_capture(name, pc),
            PatternKind::MatchAs { pattern: inner, name } => self.pattern_as(inner, name, pc),
            PatternKind::MatchOr { patterns } => self.pattern_or(patterns, pc),
        })
    }

    /// A pattern within a pattern may always match.
    fn subpattern(&mut self, pattern: &'a Pattern<'a>, pc: &mut PatternContext) -> Result<()> {
        let allow_irrefutable = std::mem::replace(&mut pc.allow_irrefutable, true);
        self.pattern(pattern, pc)?;
        pc.allow_irrefutable = allow_irrefutable;
        Ok(())
    }

    fn pattern_value(&mut self, value: ExprRef<'a>, pc: &mut PatternContext) -> Result<()> {
        if !self.c.is_constant(value) && !matches!(value.kind, ExprKind::Attribute { .. }) {
            return self.error("patterns may only match literals and attribute lookups");
        }
        self.expr(value)?;
        self.compare_op(CmpOp::Eq);
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
        Ok(())
    }

    fn pattern_singleton(&mut self, value: Constant<'a>, pc: &mut PatternContext) {
        let value = self.c.consts.literal(value, &mut self.c.strings);
        self.load_const(value);
        self.compare_op(CmpOp::Is);
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
    }

    fn pattern_as(
        &mut self,
        pattern: Option<&'a Pattern<'a>>,
        name: Option<Identifier<'a>>,
        pc: &mut PatternContext,
    ) -> Result<()> {
        let Some(pattern) = pattern else {
            if pc.allow_irrefutable {
                return self.store_capture(name, pc);
            }
            return match name {
                Some(name) => self.error(format!("name capture '{name}' makes remaining patterns unreachable")),
                None => self.error("wildcard makes remaining patterns unreachable"),
            };
        };
        pc.on_top += 1;
        self.op(Opcode::DUP_TOP);
        self.pattern(pattern, pc)?;
        pc.on_top -= 1;
        self.store_capture(name, pc)
    }

    /// Puts what is on top of the stack beneath what must stay there, to be stored in the end.
    fn store_capture(&mut self, name: Option<Identifier<'a>>, pc: &mut PatternContext) -> Result<()> {
        let Some(name) = name else {
            self.op(Opcode::POP_TOP);
            return Ok(());
        };
        let name = self.id(name);
        self.forbid_debug(name, ExprContext::Store)?;
        if pc.stored.contains(&name) {
            return self.duplicate_store(name);
        }
        self.op_count(Opcode::ROT_N, pc.on_top + pc.stores.len() + 1);
        pc.stores.push(name);
        pc.stored.insert(name);
        Ok(())
    }

    fn duplicate_store<T>(&self, name: StrId) -> Result<T> {
        self.error(format!("multiple assignments to name '{}' in pattern", self.c.strings.str(name)))
    }

    fn pattern_sequence(&mut self, patterns: Patterns<'a>, pc: &mut PatternContext) -> Result<()> {
        let mut star = None;
        let mut only_wildcard = true;
        let mut star_wildcard = false;
        for (at, pattern) in patterns.iter().enumerate() {
            if let PatternKind::MatchStar { name } = pattern.kind {
                if star.is_some() {
                    return self.error("multiple starred names in sequence pattern");
                }
                star_wildcard = name.is_none();
                only_wildcard &= star_wildcard;
                star = Some(at);
            } else {
                only_wildcard &= is_wildcard(pattern);
            }
        }
        pc.on_top += 1;
        self.op(Opcode::MATCH_SEQUENCE);
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
        if star.is_none() {
            self.check_length(patterns.len(), CmpOp::Eq, pc);
        } else if patterns.len() > 1 {
            self.check_length(patterns.len() - 1, CmpOp::GtE, pc);
        }
        pc.on_top -= 1;
        match star {
            _ if only_wildcard => {
                self.op(Opcode::POP_TOP);
                Ok(())
            }
            Some(star) if star_wildcard => self.sequence_subscr(patterns, star, pc),
            _ => self.sequence_unpack(patterns, pc),
        }
    }

    /// Fails unless the length of the subject compares so with `size`.
    fn check_length(&mut self, size: usize, op: CmpOp, pc: &mut PatternContext) {
        self.op(Opcode::GET_LEN);
        self.load_int(size as i64);
        self.compare_op(op);
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
    }

    fn sequence_unpack(&mut self, patterns: Patterns<'a>, pc: &mut PatternContext) -> Result<()> {
        const MAX_BEFORE: usize = 1 << 8;
        const MAX_AFTER: usize = i32::MAX as usize >> 8;
        match patterns.iter().position(|pattern| matches!(pattern.kind, PatternKind::MatchStar { .. })) {
            Some(star) => {
                let after = patterns.len() - star - 1;
                if star >= MAX_BEFORE || after >= MAX_AFTER {
                    return self.error("too many expressions in star-unpacking sequence pattern");
                }
                self.op_count(Opcode::UNPACK_EX, star + (after << 8));
            }
            None => self.op_count(Opcode::UNPACK_SEQUENCE, patterns.len()),
        }
        pc.on_top += patterns.len();
        for pattern in patterns {
            pc.on_top -= 1;
            self.subpattern(pattern, pc)?;
        }
        Ok(())
    }

    /// With `*_`, items are fetched one by one and the rest is left alone.
    fn sequence_subscr(&mut self, patterns: Patterns<'a>, star: usize, pc: &mut PatternContext) -> Result<()> {
        pc.on_top += 1;
        for (at, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || at == star {
                continue;
            }
            self.op(Opcode::DUP_TOP);
            if at < star {
                self.load_int(at as i64);
            } else {
                self.op(Opcode::GET_LEN);
                self.load_int((patterns.len() - at) as i64);
                self.op(Opcode::BINARY_SUBTRACT);
            }
            self.op(Opcode::BINARY_SUBSCR);
            self.subpattern(pattern, pc)?;
        }
        pc.on_top -= 1;
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    fn pattern_mapping(
        &mut self,
        keys: &'a [ExprRef<'a>],
        patterns: Patterns<'a>,
        rest: Option<Identifier<'a>>,
        pc: &mut PatternContext,
    ) -> Result<()> {
        pc.on_top += 1;
        self.op(Opcode::MATCH_MAPPING);
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
        if keys.is_empty() && rest.is_none() {
            pc.on_top -= 1;
            self.op(Opcode::POP_TOP);
            return Ok(());
        }
        if !keys.is_empty() {
            self.check_length(keys.len(), CmpOp::GtE, pc);
        }
        self.mapping_keys(keys)?;
        self.op_count(Opcode::BUILD_TUPLE, keys.len());
        self.op(Opcode::MATCH_KEYS);
        pc.on_top += 2;
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
        self.subpatterns_by_index(patterns.iter().copied(), pc)?;
        pc.on_top -= 2;
        self.op(Opcode::POP_TOP);
        match rest {
            Some(rest) => {
                self.op(Opcode::COPY_DICT_WITHOUT_KEYS);
                self.store_capture(Some(rest), pc)?;
            }
            None => self.op(Opcode::POP_TOP),
        }
        pc.on_top -= 1;
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    fn mapping_keys(&mut self, keys: &'a [ExprRef<'a>]) -> Result<()> {
        let mut seen = FxHashSet::default();
        for key in keys {
            match self.c.constant(key) {
                Some(value) => {
                    let canonical = self.c.consts.canonical(value);
                    if !seen.insert(canonical) {
                        let shown = self.repr(value);
                        return self.error(format!("mapping pattern checks duplicate key ({shown})"));
                    }
                }
                None if !matches!(key.kind, ExprKind::Attribute { .. }) => {
                    return self.error("mapping pattern keys may only match literals and attribute lookups");
                }
                None => {}
            }
            self.expr(key)?;
        }
        Ok(())
    }

    fn repr(&self, value: ConstId) -> String {
        crate::annotation::literal_repr(value, self.c)
    }

    /// Matches the items of the tuple on the stack, one after the other.
    fn subpatterns_by_index(
        &mut self,
        patterns: impl Iterator<Item = &'a Pattern<'a>>,
        pc: &mut PatternContext,
    ) -> Result<()> {
        for (at, pattern) in patterns.enumerate() {
            if is_wildcard(pattern) {
                continue;
            }
            self.op(Opcode::DUP_TOP);
            self.load_int(at as i64);
            self.op(Opcode::BINARY_SUBSCR);
            self.subpattern(pattern, pc)?;
        }
        Ok(())
    }

    fn pattern_class(
        &mut self,
        pattern: &'a Pattern<'a>,
        class: &'a MatchClass<'a>,
        pc: &mut PatternContext,
    ) -> Result<()> {
        let MatchClass { cls, patterns, kwd_attrs, kwd_patterns } = *class;
        if !kwd_attrs.is_empty() {
            self.validate_attributes(kwd_attrs, kwd_patterns)?;
            self.set_loc(pattern.range);
        }
        self.expr(cls)?;
        let attrs: Vec<StrId> = kwd_attrs.iter().map(|attr| self.id(*attr)).collect();
        self.load_str_tuple(attrs.into_iter());
        self.op_count(Opcode::MATCH_CLASS, patterns.len());
        pc.on_top += 1;
        self.jump_to_fail_pop(pc, Opcode::POP_JUMP_IF_FALSE);
        self.subpatterns_by_index(patterns.iter().chain(kwd_patterns).copied(), pc)?;
        pc.on_top -= 1;
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    /// No attribute may be `__debug__`, and none may come twice; errors point to the attribute's pattern.
    fn validate_attributes(&mut self, attrs: &'a [Identifier<'a>], patterns: Patterns<'a>) -> Result<()> {
        let mut first_at = rustc_hash::FxHashMap::default();
        let mut repeated: Option<(usize, &Pattern<'a>)> = None;
        for (at, (attr, pattern)) in attrs.iter().zip(patterns).enumerate() {
            let first = *first_at.entry(attr.number()).or_insert(at);
            if first != at && repeated.is_none_or(|(earliest, _)| first < earliest) {
                repeated = Some((first, pattern));
            }
        }
        for (at, (attr, pattern)) in attrs.iter().zip(patterns).enumerate() {
            self.set_loc(pattern.range);
            let name = self.id(*attr);
            self.forbid_debug(name, ExprContext::Store)?;
            if let Some((first, again)) = repeated
                && first == at
            {
                self.set_loc(again.range);
                return self.error(format!("attribute name repeated in class pattern: {attr}"));
            }
        }
        Ok(())
    }

    fn pattern_or(&mut self, patterns: Patterns<'a>, pc: &mut PatternContext) -> Result<()> {
        let end = self.new_block();
        // The names of the first alternative, in order: the others must bind the same.
        let mut control: Option<Vec<StrId>> = None;
        for (at, alternative) in patterns.iter().enumerate() {
            self.set_loc(alternative.range);
            let allow_irrefutable = at + 1 == patterns.len() && pc.allow_irrefutable;
            let mut own = PatternContext { allow_irrefutable, ..PatternContext::default() };
            self.op(Opcode::DUP_TOP);
            self.pattern(alternative, &mut own)?;
            match &control {
                None => control = Some(own.stores.clone()),
                Some(control) => self.reorder_captures(control, &mut own.stores)?,
            }
            self.jump(Opcode::JUMP_FORWARD, end);
            self.next_block();
            self.emit_fail_pop(&mut own);
        }
        let control = control.unwrap_or_default();
        self.op(Opcode::POP_TOP);
        self.jump_to_fail_pop(pc, Opcode::JUMP_FORWARD);
        self.use_block(end);
        // The captures lie above the copy of the subject: bring them to where captures belong.
        let rotation = control.len() + 1 + pc.on_top + pc.stores.len();
        for name in control {
            self.op_count(Opcode::ROT_N, rotation);
            if !pc.stored.insert(name) {
                return self.duplicate_store(name);
            }
            pc.stores.push(name);
        }
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    /// Rotates the captures of an alternative into the order of the first one's.
    fn reorder_captures(&mut self, control: &[StrId], stores: &mut [StrId]) -> Result<()> {
        const DIFFERENT: &str = "alternative patterns bind different names";
        if stores.len() != control.len() {
            return self.error(DIFFERENT);
        }
        for (wanted_at, name) in control.iter().enumerate().rev() {
            let Some(found_at) = stores.iter().position(|store| store == name) else { return self.error(DIFFERENT) };
            if found_at == wanted_at {
                continue;
            }
            let rotations = found_at + 1;
            if let Some(run) = stores.get_mut(..=wanted_at) {
                run.rotate_left(rotations);
            }
            for _ in 0..rotations {
                self.op_count(Opcode::ROT_N, wanted_at + 1);
            }
        }
        Ok(())
    }
}

/// `_`
fn is_wildcard(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::MatchAs { pattern: None, name: None })
}
