//! Abstract stacks.
//!
//! A stack is a linked list in an arena: a push, a pop and a copy are one step each, and stacks that paths have in common
//! are the same nodes. Lists found equal are made one, so that no comparison is made twice.

use super::fault::VerifyFault;
use super::kind::Kind;

/// A stack: the node on its top.
pub(super) type Top = u32;

/// The empty stack.
pub(super) const EMPTY: Top = 0;

#[derive(Clone, Copy)]
struct Node {
    kind: Kind,
    below: Top,
    depth: u32,
    /// An equal stack that stands for this one; itself if there is none.
    same: Top,
}

/// The nodes of all stacks of a code object, and how much more work may be done on them.
pub(super) struct Stacks {
    nodes: Vec<Node>,
    /// How high a stack may rise.
    limit: u32,
    /// The highest so far.
    pub(super) highest: u32,
    /// Steps left before the code counts as too complex.
    pub(super) budget: u64,
}

impl Stacks {
    pub(super) fn new(limit: u32, budget: u64) -> Stacks {
        let bottom = Node { kind: Kind::Object, below: EMPTY, depth: 0, same: EMPTY };
        Stacks { nodes: vec![bottom], limit, highest: 0, budget }
    }

    pub(super) fn spend(&mut self, steps: u64) -> Result<(), VerifyFault> {
        self.budget = self.budget.checked_sub(steps).ok_or(VerifyFault::TooComplex)?;
        Ok(())
    }

    fn node(&self, top: Top) -> Node {
        self.nodes.get(top as usize).copied().unwrap_or(Node {
            kind: Kind::Object,
            below: EMPTY,
            depth: 0,
            same: EMPTY,
        })
    }

    pub(super) fn depth(&self, top: Top) -> u32 {
        self.node(top).depth
    }

    pub(super) fn push(&mut self, below: Top, kind: Kind) -> Result<Top, VerifyFault> {
        self.spend(1)?;
        let depth = self.depth(below) + 1;
        if depth > self.limit {
            return Err(VerifyFault::StackOverflow);
        }
        self.highest = self.highest.max(depth);
        Ok(self.add(below, kind, depth))
    }

    /// The stack on which a generator begins, whatever the limit.
    pub(super) fn push_sent(&mut self) -> Top {
        self.add(EMPTY, Kind::Object, 1)
    }

    fn add(&mut self, below: Top, kind: Kind, depth: u32) -> Top {
        let top = self.nodes.len() as Top;
        self.nodes.push(Node { kind, below, depth, same: top });
        top
    }

    /// The entry on the top and the stack below it; nothing at the bottom.
    pub(super) fn pop(&mut self, top: Top) -> Result<(Kind, Top), VerifyFault> {
        self.spend(1)?;
        if top == EMPTY {
            return Err(VerifyFault::StackUnderflow);
        }
        let node = self.node(top);
        Ok((node.kind, node.below))
    }

    /// The entry that is `distance` below the top, which is at distance 1.
    pub(super) fn peek(&mut self, mut top: Top, distance: u32) -> Result<Kind, VerifyFault> {
        if distance == 0 || distance > self.depth(top) {
            return Err(VerifyFault::StackUnderflow);
        }
        self.spend(u64::from(distance))?;
        for _ in 1..distance {
            top = self.node(top).below;
        }
        Ok(self.node(top).kind)
    }

    /// The stack that stands for all stacks found equal to this one.
    fn representative(&mut self, mut top: Top) -> Top {
        loop {
            let same = self.node(top).same;
            if same == top {
                return top;
            }
            let next = self.node(same).same;
            if let Some(node) = self.nodes.get_mut(top as usize) {
                node.same = next;
            }
            top = next;
        }
    }

    /// Joins two stacks of the same depth: what is known whichever of them it is. Equal to `old` if nothing new came.
    pub(super) fn join(&mut self, old: Top, new: Top) -> Result<Top, VerifyFault> {
        if self.depth(old) != self.depth(new) {
            return Err(VerifyFault::DepthConflict);
        }
        let mut differing = Vec::new();
        let (mut a, mut b) = (old, new);
        let (mut changed, mut equal) = (false, true);
        loop {
            (a, b) = (self.representative(a), self.representative(b));
            if a == b {
                break;
            }
            self.spend(1)?;
            let (in_old, in_new) = (self.node(a), self.node(b));
            let kind = in_old.kind.join(in_new.kind).ok_or(VerifyFault::KindConflict)?;
            changed |= kind != in_old.kind;
            equal &= in_old.kind == in_new.kind;
            differing.push((a, b, kind));
            (a, b) = (in_old.below, in_new.below);
        }
        if equal {
            for (a, b, _) in differing {
                if let Some(node) = self.nodes.get_mut(b as usize) {
                    node.same = a;
                }
            }
        } else if changed {
            return differing.into_iter().rev().try_fold(a, |below, (.., kind)| self.push(below, kind));
        }
        Ok(old)
    }
}
