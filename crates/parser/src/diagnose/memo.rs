//! Results of rules already tried at a place. The rules remembered are those that CPython remembers: a result from the
//! first look may hide an invalid rule in the second, and must do so in the same cases.

use rustc_hash::FxHashMap;

use super::node::Node;

/// A rule whose results are remembered.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    SimpleStmt,
    Block,
    StarExpression,
    InvalidNamedExpression,
    Expression,
    Disjunction,
    Conjunction,
    Inversion,
    BitwiseOr,
    BitwiseXor,
    BitwiseAnd,
    ShiftExpr,
    Sum,
    Term,
    Factor,
    AwaitPrimary,
    Primary,
    Strings,
    Arguments,
    StarTarget,
    TargetWithStarAtom,
    DelTarget,
    TPrimary,
    ClosedPattern,
    StarPattern,
}

/// The results: what a rule found, and the place after it.
#[derive(Default)]
pub(super) struct Memo<'d> {
    results: FxHashMap<(u32, Rule), (Option<Node<'d>>, u32)>,
}

impl<'d> Memo<'d> {
    pub fn get(&self, mark: u32, rule: Rule) -> Option<(Option<Node<'d>>, u32)> {
        self.results.get(&(mark, rule)).copied()
    }

    pub fn insert(&mut self, mark: u32, rule: Rule, found: Option<Node<'d>>, end: u32) {
        self.results.insert((mark, rule), (found, end));
    }

    pub fn clear(&mut self) {
        self.results.clear();
    }

    /// Forgets everything once it is much: the caller is past a statement, and no rule goes back before that.
    pub fn forget_much(&mut self) {
        if self.results.len() > 1 << 16 {
            self.results = FxHashMap::default();
        }
    }
}
