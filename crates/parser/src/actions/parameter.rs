//! Parameters of functions and lambdas, and the order they must keep.

use super::{Actions, Base, Result, refuse};
use crate::ast::*;
use crate::source::Range;

/// One entry of a parameter list.
#[derive(Clone, Copy, Debug)]
pub enum Param<'a> {
    /// `name`, `name: annotation`, `name=default`
    Plain {
        /// The parameter.
        arg: &'a Arg<'a>,
        /// Its default.
        default: Option<&'a Expr<'a>>,
    },
    /// `/`
    Slash,
    /// `*`, `*args`
    Star(Option<&'a Arg<'a>>),
    /// `**kwargs`
    DoubleStar(&'a Arg<'a>),
}

impl Arguments<'_> {
    /// No parameters.
    pub const EMPTY: Self = Arguments {
        posonlyargs: &[],
        args: &[],
        vararg: None,
        kwonlyargs: &[],
        kw_defaults: &[],
        kwarg: None,
        defaults: &[],
    };
}

/// Which part of a parameter list the walk is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Positional,
    AfterSlash,
    KeywordOnly,
    AfterDoubleStar,
}

impl<'a> Actions<'_, 'a> {
    /// A parameter's name.
    pub fn arg(&mut self, arg: Identifier<'a>, annotation: Option<&'a Expr<'a>>, start: u32, end: u32) -> &'a Arg<'a> {
        self.arena.alloc(Arg { arg, annotation, range: Range::new(start, end) })
    }

    /// Takes a parameter list off its stack.
    pub fn arguments(&mut self, base: Base) -> Result<&'a Arguments<'a>> {
        let arena = self.arena;
        let (names, positional_defaults) = (self.arg_names.base(), self.exprs.base());
        let keyword_defaults = self.keyword_defaults.base();
        let mut found = Arguments::EMPTY;
        let mut part = Part::Positional;
        let items = self.params.items(base);
        for (at, item) in items.iter().enumerate() {
            match (*item, part) {
                (_, Part::AfterDoubleStar) => return refuse(),
                (Param::Plain { arg, default }, Part::KeywordOnly) => {
                    self.arg_names.push(names, *arg);
                    self.keyword_defaults.push(keyword_defaults, default);
                }
                (Param::Plain { arg, default }, _) => {
                    self.arg_names.push(names, *arg);
                    match default {
                        Some(default) => {
                            self.exprs.push(positional_defaults, default);
                        }
                        None if self.exprs.items(positional_defaults).is_empty() => {}
                        None => return refuse(),
                    }
                }
                (Param::Slash, Part::Positional) if at > 0 => {
                    found.posonlyargs = self.arg_names.finish(names, arena);
                    part = Part::AfterSlash;
                }
                (Param::Star(vararg), Part::Positional | Part::AfterSlash) => {
                    if vararg.is_none() && !matches!(items.get(at + 1), Some(Param::Plain { .. })) {
                        return refuse();
                    }
                    found.vararg = vararg;
                    found.args = self.arg_names.finish(names, arena);
                    part = Part::KeywordOnly;
                }
                (Param::DoubleStar(arg), before) => {
                    let list = self.arg_names.finish(names, arena);
                    if before == Part::KeywordOnly {
                        found.kwonlyargs = list
                    } else {
                        found.args = list
                    }
                    found.kwarg = Some(arg);
                    part = Part::AfterDoubleStar;
                }
                (Param::Slash | Param::Star(_), _) => return refuse(),
            }
        }
        match part {
            Part::AfterDoubleStar => {}
            Part::KeywordOnly => found.kwonlyargs = self.arg_names.finish(names, arena),
            Part::Positional | Part::AfterSlash => found.args = self.arg_names.finish(names, arena),
        }
        found.kw_defaults = self.keyword_defaults.finish(keyword_defaults, arena);
        found.defaults = self.exprs.finish(positional_defaults, arena);
        self.params.discard(base);
        Ok(arena.alloc(found))
    }
}
