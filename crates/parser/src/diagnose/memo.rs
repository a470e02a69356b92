//! Results of rules already tried at a place. The rules remembered are those that CPython remembers: a result from the
//! first look may hide an invalid rule in the second, and must do so in the same cases.

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

/// The results: for each token a list of what rules found there, in one vector.
#[derive(Default)]
pub(super) struct Memo<'d> {
    /// The token that the results begin with.
    first: u32,
    /// For each token from there, the number of its newest entry, counted from one.
    newest: Vec<u32>,
    entries: Vec<Entry<'d>>,
}

struct Entry<'d> {
    rule: Rule,
    found: Option<Node<'d>>,
    /// The place after what was found.
    end: u32,
    /// The number of the next older entry of the token.
    older: u32,
}

impl<'d> Memo<'d> {
    pub fn get(&self, mark: u32, rule: Rule) -> Option<(Option<Node<'d>>, u32)> {
        let at = mark.checked_sub(self.first)?;
        let mut number = self.newest.get(at as usize).copied().unwrap_or(0);
        while let Some(entry) = self.entries.get((number as usize).wrapping_sub(1)) {
            if entry.rule == rule {
                return Some((entry.found, entry.end));
            }
            number = entry.older;
        }
        None
    }

    pub fn insert(&mut self, mark: u32, rule: Rule, found: Option<Node<'d>>, end: u32) {
        let Some(mark) = mark.checked_sub(self.first).map(|at| at as usize) else { return };
        if self.newest.len() <= mark {
            self.newest.resize(mark + 1, 0);
        }
        if let Some(newest) = self.newest.get_mut(mark) {
            self.entries.push(Entry { rule, found, end, older: *newest });
            *newest = self.entries.len() as u32;
        }
    }

    /// Forgets everything; results begin with the token at `mark`.
    pub fn clear(&mut self, mark: u32) {
        self.first = mark;
        self.newest.clear();
        self.entries.clear();
    }

    /// Forgets everything once it is much: the caller is past a statement that ends before the token at `mark`, and no rule
    /// goes back before that.
    pub fn forget_much(&mut self, mark: u32) {
        if self.entries.len() > 1 << 16 {
            self.clear(mark);
        }
    }
}
