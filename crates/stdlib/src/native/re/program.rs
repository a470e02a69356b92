//! From trees to instructions for the matcher.

use super::node::{At, Fold, Node, Single, UNBOUNDED};

/// An instruction. Targets are indices of instructions.
#[derive(Debug)]
pub enum Inst {
    /// Takes one character.
    Single(Single),
    /// Only at such a place.
    At(At),
    /// Goes on at the first; at the second if that fails.
    Split(usize, usize),
    /// Goes on there.
    Jump(usize),
    /// Notes the position in a slot: two for each group.
    Save(usize),
    /// Takes `min` to `max` characters of one kind.
    Run { single: Single, min: usize, max: usize, greedy: bool },
    /// A loop begins: its counter is 0.
    Begin(usize),
    /// One round of a loop, or on to `exit`.
    Round { counter: usize, min: usize, max: usize, greedy: bool, exit: usize },
    /// The text of a group again.
    Back(usize, Option<Fold>),
    /// The part up to `end` must match here (`behind`: that far back), or must not.
    Look { behind: Option<usize>, negated: bool, end: usize },
    /// Goes on there unless the group has matched.
    Unless(usize, usize),
    /// The end of a part that is looked at.
    Seen,
    /// The end.
    Match,
}

/// A compiled expression.
#[derive(Debug, Default)]
pub struct Program {
    /// The instructions.
    pub code: Vec<Inst>,
    /// How many loops have counters.
    pub counters: usize,
    /// How many groups there are, without the whole.
    pub groups: usize,
}

impl Program {
    /// Compiles a tree.
    pub fn new(root: &Node, groups: usize) -> Program {
        let mut program = Program { groups, ..Program::default() };
        program.add(root);
        program.code.push(Inst::Match);
        program
    }

    /// What every match begins with, if that is one character.
    pub fn first(&self) -> Option<&Single> {
        self.code.iter().find_map(|inst| match inst {
            Inst::Save(_) => None,
            Inst::Single(single) => Some(Some(single)),
            Inst::Run { single, min, .. } if *min > 0 => Some(Some(single)),
            _ => Some(None),
        })?
    }

    fn push(&mut self, inst: Inst) -> usize {
        self.code.push(inst);
        self.code.len() - 1
    }

    fn set(&mut self, place: usize, inst: Inst) {
        if let Some(slot) = self.code.get_mut(place) {
            *slot = inst;
        }
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Single(single) => {
                self.push(Inst::Single(single.clone()));
            }
            Node::At(at) => {
                self.push(Inst::At(*at));
            }
            Node::Sequence(parts) => parts.iter().for_each(|part| self.add(part)),
            Node::Choice(parts) => self.add_choice(parts),
            Node::Group(index, body) => {
                self.push(Inst::Save(2 * index));
                self.add(body);
                self.push(Inst::Save(2 * index + 1));
            }
            Node::Repeat { min, max, greedy, body } => self.add_repeat(*min, *max, *greedy, body),
            Node::Back(group, fold) => {
                self.push(Inst::Back(*group, *fold));
            }
            Node::Look { behind, negated, body } => {
                let look = self.push(Inst::Seen);
                self.add(body);
                self.push(Inst::Seen);
                let end = self.code.len();
                self.set(look, Inst::Look { behind: *behind, negated: *negated, end });
            }
            Node::If(group, yes, no) => {
                let test = self.push(Inst::Seen);
                self.add(yes);
                let jump = self.push(Inst::Seen);
                let other = self.code.len();
                self.set(test, Inst::Unless(*group, other));
                self.add(no);
                let end = self.code.len();
                self.set(jump, Inst::Jump(end));
            }
        }
    }

    fn add_choice(&mut self, parts: &[Node]) {
        let mut jumps = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            if i + 1 == parts.len() {
                self.add(part);
                break;
            }
            let split = self.push(Inst::Seen);
            self.add(part);
            jumps.push(self.push(Inst::Seen));
            let next = self.code.len();
            self.set(split, Inst::Split(split + 1, next));
        }
        let end = self.code.len();
        for jump in jumps {
            self.set(jump, Inst::Jump(end));
        }
    }

    fn add_repeat(&mut self, min: usize, max: usize, greedy: bool, body: &Node) {
        if max == 0 {
            return;
        }
        if let Node::Single(single) = body {
            self.push(Inst::Run { single: single.clone(), min, max, greedy });
            return;
        }
        if (min, max) == (0, 1) {
            let split = self.push(Inst::Seen);
            self.add(body);
            let end = self.code.len();
            self.set(split, if greedy { Inst::Split(split + 1, end) } else { Inst::Split(end, split + 1) });
            return;
        }
        let counter = self.counters;
        self.counters += 1;
        self.push(Inst::Begin(counter));
        let round = self.push(Inst::Seen);
        self.add(body);
        self.push(Inst::Jump(round));
        let exit = self.code.len();
        let max = if max == UNBOUNDED { usize::MAX } else { max };
        self.set(round, Inst::Round { counter, min, max, greedy, exit });
    }
}
