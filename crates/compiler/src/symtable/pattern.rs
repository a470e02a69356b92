//! The first pass: patterns of `case`.

use minipy_parser::SyntaxError;
use minipy_parser::ast::{Identifier, Pattern, PatternKind, Patterns};
use minipy_parser::source::Range;

use super::Flags;
use super::build::Builder;

type Result<T> = std::result::Result<T, Box<SyntaxError>>;

impl<'a> Builder<'_, 'a> {
    pub(super) fn pattern(&mut self, pattern: &'a Pattern<'a>) -> Result<()> {
        self.depth.enter(self.c.source)?;
        if self.depth.wants_stack() {
            crate::depth::with_more_stack(|| self.pattern_inner(pattern))?;
        } else {
            self.pattern_inner(pattern)?;
        }
        self.depth.leave();
        Ok(())
    }

    fn pattern_inner(&mut self, pattern: &'a Pattern<'a>) -> Result<()> {
        match pattern.kind {
            PatternKind::MatchValue { value } => self.expr(value).map(drop),
            PatternKind::MatchSingleton { .. } => Ok(()),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchStar { name } => self.capture(name, pattern.range),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.exprs(keys)?;
                self.patterns(patterns)?;
                self.capture(rest, pattern.range)
            }
            PatternKind::MatchClass(class) => {
                self.expr(class.cls)?;
                self.patterns(class.patterns)?;
                self.patterns(class.kwd_patterns)
            }
            PatternKind::MatchAs { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner)?;
                }
                self.capture(name, pattern.range)
            }
        }
    }

    fn patterns(&mut self, patterns: Patterns<'a>) -> Result<()> {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }

    fn capture(&mut self, name: Option<Identifier<'a>>, range: Range) -> Result<()> {
        match name {
            Some(name) => {
                let name = self.c.strings.identifier(name);
                self.add_def(name, Flags::LOCAL, range)
            }
            None => Ok(()),
        }
    }
}
