//! Regular expressions as trees.

use minipy_vm::unicode;

/// No upper bound.
pub const UNBOUNDED: usize = usize::MAX;

/// `re.IGNORECASE` and so on.
pub mod flags {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
}

/// What `\d`, `\s` and `\w` stand for; of ASCII only, or of all of Unicode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    /// Decimal digits.
    Digit { ascii: bool },
    /// White space.
    Space { ascii: bool },
    /// Letters, digits and the underscore.
    Word { ascii: bool },
}

impl Category {
    /// Whether a character belongs to it.
    pub fn has(self, c: u32) -> bool {
        let byte = u8::try_from(c).unwrap_or(0x80);
        match self {
            Category::Digit { ascii: true } => byte.is_ascii_digit(),
            Category::Digit { ascii: false } => unicode::is_decimal(c),
            Category::Space { ascii: true } => matches!(byte, b' ' | b'\t'..=b'\r'),
            Category::Space { ascii: false } => unicode::is_space(c),
            Category::Word { ascii: true } => byte.is_ascii_alphanumeric() || byte == b'_',
            Category::Word { ascii: false } => unicode::is_alnum(c) || c == 0x5f,
        }
    }
}

/// A part of a set.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// These characters, both ends too.
    Range(u32, u32),
    /// A category, or all that is outside of it.
    Category(Category, bool),
}

/// `[...]`, or a category by itself.
#[derive(Clone, Debug)]
pub struct Set {
    items: Vec<Item>,
    negated: bool,
    fold: Option<Fold>,
    /// The answers for the first 256 characters.
    low: [u64; 4],
}

impl Set {
    /// A set of these items.
    pub fn new(items: Vec<Item>, negated: bool, fold: Option<Fold>) -> Set {
        let mut set = Set { items, negated, fold, low: [0; 4] };
        for c in 0..256u32 {
            let has = set.look(c);
            if let Some(word) = set.low.get_mut(c as usize / 64) {
                *word |= u64::from(has) << (c % 64);
            }
        }
        set
    }

    /// Whether a character belongs to the set.
    #[inline]
    pub fn has(&self, c: u32) -> bool {
        match self.low.get(c as usize / 64) {
            Some(word) => word >> (c % 64) & 1 != 0,
            None => self.look(c),
        }
    }

    fn look(&self, c: u32) -> bool {
        let within = |c: u32| {
            self.items.iter().any(|item| match *item {
                Item::Range(low, high) => (low..=high).contains(&c),
                Item::Category(category, inverted) => category.has(c) != inverted,
            })
        };
        let found = match self.fold {
            None => within(c),
            Some(fold) => within(c) || fold.equals(c).into_iter().any(within),
        };
        found != self.negated
    }
}

/// Which characters are the same but for their case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// ASCII letters.
    Ascii,
    /// All letters.
    Unicode,
}

impl Fold {
    /// The lower case of a character.
    #[inline]
    pub fn lower(self, c: u32) -> u32 {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => u32::from(byte.to_ascii_lowercase()),
            _ if self == Fold::Ascii => c,
            _ => unicode::to_lower_simple(c),
        }
    }

    /// The characters equal to `c`, as far as one lower or upper case leads, and those that share a lower case otherwise.
    pub fn equals(self, c: u32) -> Vec<u32> {
        let lower = self.lower(c);
        if self == Fold::Ascii {
            let upper = u8::try_from(c).map_or(c, |byte| u32::from(byte.to_ascii_uppercase()));
            return vec![lower, upper];
        }
        let single = |mapping: unicode::Mapping| {
            let mut codes = mapping.iter();
            let first = codes.next();
            first.filter(|_| codes.next().is_none())
        };
        let mut all = vec![lower];
        all.extend(single(unicode::to_upper(lower)));
        all.extend(single(unicode::to_title(lower)));
        all.extend(TWINS.iter().filter(|twins| twins.contains(&lower)).flatten());
        all
    }

    /// Whether two characters are the same.
    pub fn same(self, a: u32, b: u32) -> bool {
        let (a, b) = (self.lower(a), self.lower(b));
        a == b || self == Fold::Unicode && TWINS.iter().any(|twins| twins.contains(&a) && twins.contains(&b))
    }
}

/// Different lower case letters of one upper case.
const TWINS: &[[u32; 2]] = &[
    [0x69, 0x131],
    [0x73, 0x17f],
    [0xb5, 0x3bc],
    [0x345, 0x3b9],
    [0x3b9, 0x1fbe],
    [0x345, 0x1fbe],
    [0x3b2, 0x3d0],
    [0x3b5, 0x3f5],
    [0x3b8, 0x3d1],
    [0x3ba, 0x3f0],
    [0x3c0, 0x3d6],
    [0x3c1, 0x3f1],
    [0x3c2, 0x3c3],
    [0x3c6, 0x3d5],
    [0x1e61, 0x1e9b],
    [0xfb05, 0xfb06],
];

/// A place between characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// `^`, `\A`.
    Start,
    /// `^` with MULTILINE.
    LineStart,
    /// `$`.
    End,
    /// `$` with MULTILINE.
    LineEnd,
    /// `\Z`.
    VeryEnd,
    /// `\b`, or `\B`.
    Boundary { word: Category, inverted: bool },
}

/// One character of the text.
#[derive(Clone, Debug)]
pub enum Single {
    /// This one.
    Char(u32),
    /// This one, in either case.
    Folded(u32, Fold),
    /// Any but a newline.
    NotNewline,
    /// Any.
    Any,
    /// One of a set.
    Set(Box<Set>),
}

impl Single {
    /// Whether it takes a character.
    #[inline]
    pub fn takes(&self, c: u32) -> bool {
        match self {
            Single::Char(own) => *own == c,
            Single::Folded(own, fold) => *own == c || fold.same(*own, c),
            Single::NotNewline => c != 0x0a,
            Single::Any => true,
            Single::Set(set) => set.has(c),
        }
    }
}

/// A part of an expression.
#[derive(Clone, Debug)]
pub enum Node {
    /// One character.
    Single(Single),
    /// A place.
    At(At),
    /// All of these, in order.
    Sequence(Vec<Node>),
    /// The first of these that leads to a match.
    Choice(Vec<Node>),
    /// A capturing group.
    Group(usize, Box<Node>),
    /// `*`, `+`, `?`, `{m,n}`.
    Repeat { min: usize, max: usize, greedy: bool, body: Box<Node> },
    /// The text of a group again.
    Back(usize, Option<Fold>),
    /// `(?=...)` and its kin; `behind` says how far back it begins.
    Look { behind: Option<usize>, negated: bool, body: Box<Node> },
    /// `(?(group)yes|no)`.
    If(usize, Box<Node>, Box<Node>),
}

impl Node {
    /// The least and the greatest length of what it matches; `groups` holds those of the groups.
    pub fn width(&self, groups: &[(usize, usize)]) -> (usize, usize) {
        match self {
            Node::Single(_) => (1, 1),
            Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Sequence(parts) => parts.iter().map(|part| part.width(groups)).fold((0, 0), |sum, width| {
                (usize::saturating_add(sum.0, width.0), usize::saturating_add(sum.1, width.1))
            }),
            Node::Choice(parts) => parts
                .iter()
                .map(|part| part.width(groups))
                .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
                .unwrap_or((0, 0)),
            Node::Group(_, body) => body.width(groups),
            Node::Repeat { min, max, body, .. } => {
                let (low, high) = body.width(groups);
                (low.saturating_mul(*min), high.saturating_mul(*max))
            }
            Node::Back(group, _) => groups.get(*group).copied().unwrap_or((0, UNBOUNDED)),
            Node::If(_, yes, no) => {
                let (yes, no) = (yes.width(groups), no.width(groups));
                (yes.0.min(no.0), yes.1.max(no.1))
            }
        }
    }
}
