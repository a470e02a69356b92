//! From the text of a regular expression to its tree, with CPython's complaints (Lib/sre_parse.py).

use super::escape::Escaped;
use super::node::{At, Category, Fold, Node, Set, Single, UNBOUNDED, flags};

/// What is wrong with an expression, and where.
#[derive(Debug)]
pub enum Fault {
    /// `re.error`.
    Error { message: String, position: usize },
    /// `OverflowError`.
    TooLarge(&'static str),
    /// Groups stand too deep in each other.
    TooDeep,
    /// Global flags were met that were not known from the start.
    Flags(u32),
}

/// A parsing step.
pub type Parsed<T> = Result<T, Fault>;

/// Groups that stand in each other at most.
const DEPTH: usize = 200;

/// An expression being read.
pub struct Parser<'a> {
    pub(super) text: &'a [u32],
    pub(super) position: usize,
    /// The flags of the whole expression.
    pub flags: u32,
    /// It is of bytes.
    pub(super) bytes: bool,
    /// The widths of the groups, the whole first; `None` while they are open.
    widths: Vec<Option<(usize, usize)>>,
    /// The names of groups.
    pub names: Vec<(Vec<u32>, usize)>,
    depth: usize,
    /// In a look-behind: how many groups there were before it.
    behind: Option<usize>,
    /// Where global flags stand that are not at the start.
    pub late_flags: Option<usize>,
}

/// A text of code points.
pub fn shown(text: &[u32]) -> String {
    text.iter().map(|code| char::from_u32(*code).unwrap_or('\u{fffd}')).collect()
}

impl<'a> Parser<'a> {
    /// At the start of an expression.
    pub fn new(text: &'a [u32], flags: u32, bytes: bool) -> Self {
        Parser {
            text,
            position: 0,
            flags,
            bytes,
            widths: vec![None],
            names: Vec::new(),
            depth: 0,
            behind: None,
            late_flags: None,
        }
    }

    /// The tree.
    pub fn parse(&mut self) -> Parsed<Node> {
        let node = self.choice(self.flags, true)?;
        if self.position < self.text.len() {
            return self.fail("unbalanced parenthesis", self.position);
        }
        Ok(node)
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.widths.len() - 1
    }

    pub(super) fn fail<T>(&self, message: impl Into<String>, position: usize) -> Parsed<T> {
        Err(Fault::Error { message: message.into(), position })
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.position).map(|code| char::from_u32(*code).unwrap_or('\u{fffd}'))
    }

    pub(super) fn code(&mut self) -> Option<u32> {
        let code = self.text.get(self.position).copied();
        self.position += usize::from(code.is_some());
        code
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    pub(super) fn is_ascii(&self, flags: u32) -> bool {
        self.bytes || flags & flags::ASCII != 0
    }

    pub(super) fn fold(&self, flags: u32) -> Option<Fold> {
        let fold = if self.is_ascii(flags) { Fold::Ascii } else { Fold::Unicode };
        (flags & flags::IGNORECASE != 0).then_some(fold)
    }

    fn choice(&mut self, flags: u32, outermost: bool) -> Parsed<Node> {
        let mut parts = vec![self.sequence(flags, outermost)?];
        while self.take('|') {
            parts.push(self.sequence(flags, false)?);
        }
        Ok(match (parts.len(), parts.pop()) {
            (1, Some(only)) => only,
            (_, Some(last)) => {
                parts.push(last);
                Node::Choice(parts)
            }
            (_, None) => Node::Sequence(Vec::new()),
        })
    }

    fn sequence(&mut self, flags: u32, outermost: bool) -> Parsed<Node> {
        let mut parts = Vec::new();
        let mut flags = flags;
        loop {
            if flags & flags::VERBOSE != 0 && self.skip_space() {
                continue;
            }
            let start = self.position;
            match self.peek() {
                None | Some('|' | ')') => break,
                Some('*' | '+' | '?') => {
                    self.position += 1;
                    self.repeat(&mut parts, start)?;
                }
                Some('{') => {
                    self.position += 1;
                    if self.is_bounds() {
                        self.repeat(&mut parts, start)?;
                    } else {
                        parts.push(self.single(u32::from(b'{'), flags));
                    }
                }
                Some('(') => {
                    self.position += 1;
                    let first = outermost && parts.is_empty();
                    if let Some(node) = self.group(flags, start, first)? {
                        parts.push(node);
                    }
                    flags |= self.flags & flags::VERBOSE;
                }
                Some(_) => parts.push(self.atom(flags)?),
            }
        }
        Ok(match (parts.len(), parts.pop()) {
            (1, Some(only)) => only,
            (_, Some(last)) => {
                parts.push(last);
                Node::Sequence(parts)
            }
            (_, None) => Node::Sequence(Vec::new()),
        })
    }

    /// White space or a comment of a verbose expression.
    fn skip_space(&mut self) -> bool {
        match self.peek() {
            Some(' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') => self.position += 1,
            Some('#') => while self.code().is_some_and(|code| code != 0x0a) {},
            _ => return false,
        }
        true
    }

    pub(super) fn single(&self, code: u32, flags: u32) -> Node {
        match self.fold(flags) {
            Some(fold) if fold.equals(code).iter().any(|other| *other != code) => {
                Node::Single(Single::Folded(fold.lower(code), fold))
            }
            _ => Node::Single(Single::Char(code)),
        }
    }

    /// Anything that stands for one character or place.
    fn atom(&mut self, flags: u32) -> Parsed<Node> {
        let start = self.position;
        let Some(code) = self.code() else { return Ok(Node::Sequence(Vec::new())) };
        let multiline = flags & flags::MULTILINE != 0;
        Ok(match char::from_u32(code) {
            Some('.') if flags & flags::DOTALL != 0 => Node::Single(Single::Any),
            Some('.') => Node::Single(Single::NotNewline),
            Some('^') => Node::At(if multiline { At::LineStart } else { At::Start }),
            Some('$') => Node::At(if multiline { At::LineEnd } else { At::End }),
            Some('[') => self.set(flags, start)?,
            Some('\\') => match self.escape(start, flags)? {
                Escaped::Code(code) => self.single(code, flags),
                Escaped::Category(category, inverted) => category_node(category, inverted),
                Escaped::At(at) => Node::At(at),
                Escaped::Group(group) => self.back(group, start, flags)?,
            },
            _ => self.single(code, flags),
        })
    }

    fn back(&mut self, group: usize, start: usize, flags: u32) -> Parsed<Node> {
        self.check_group(group, start)?;
        Ok(Node::Back(group, self.fold(flags)))
    }

    /// A group that may be referred to.
    fn check_group(&self, group: usize, start: usize) -> Parsed<()> {
        match self.widths.get(group) {
            None => self.fail(format!("invalid group reference {group}"), start + 1),
            Some(None) => self.fail("cannot refer to an open group", start),
            Some(Some(_)) if self.behind.is_some_and(|before| group >= before) => {
                self.fail("cannot refer to group defined in the same lookbehind subpattern", start)
            }
            Some(Some(_)) => Ok(()),
        }
    }

    /// Whether `{` begins the bounds of a repetition; otherwise it stands for itself.
    fn is_bounds(&self) -> bool {
        let rest = self.text.get(self.position..).unwrap_or_default();
        let digits = |from: usize| rest.iter().skip(from).take_while(|code| is_digit(**code)).count();
        let low = digits(0);
        match rest.get(low) {
            Some(0x7d) => low > 0,
            Some(0x2c) => rest.get(low + 1 + digits(low + 1)) == Some(&0x7d),
            _ => false,
        }
    }

    fn number(&mut self) -> Parsed<Option<usize>> {
        let start = self.position;
        let mut number = 0usize;
        while let Some(digit) = self.text.get(self.position).filter(|code| is_digit(**code)) {
            number = number.saturating_mul(10).saturating_add((digit - 0x30) as usize);
            self.position += 1;
        }
        if number >= u32::MAX as usize {
            return Err(Fault::TooLarge("the repetition number is too large"));
        }
        Ok((self.position > start).then_some(number))
    }

    /// A repetition whose sign has just been read.
    fn repeat(&mut self, parts: &mut Vec<Node>, start: usize) -> Parsed<()> {
        let (min, max) = match self.text.get(start).and_then(|code| char::from_u32(*code)) {
            Some('*') => (0, UNBOUNDED),
            Some('+') => (1, UNBOUNDED),
            Some('?') => (0, 1),
            _ => {
                let low = self.number()?;
                let high = if self.take(',') { self.number()?.unwrap_or(UNBOUNDED) } else { low.unwrap_or(0) };
                self.take('}');
                if high < low.unwrap_or(0) {
                    return self.fail("min repeat greater than max repeat", start + 1);
                }
                (low.unwrap_or(0), high)
            }
        };
        let body = match parts.pop() {
            None | Some(Node::At(_)) => return self.fail("nothing to repeat", start),
            Some(Node::Sequence(inner)) if inner.is_empty() => return self.fail("nothing to repeat", start),
            Some(Node::Repeat { .. }) => return self.fail("multiple repeat", start),
            Some(body) => body,
        };
        // A repetition in a group without a number is a group again, so that it may be repeated.
        let body = match body {
            Node::Sequence(mut inner) if inner.len() == 1 => inner.pop().unwrap_or(Node::Sequence(Vec::new())),
            other => other,
        };
        let greedy = !self.take('?');
        parts.push(Node::Repeat { min, max, greedy, body: Box::new(body) });
        Ok(())
    }

    /// What stands between parentheses; nothing for comments and flags.
    fn group(&mut self, flags: u32, start: usize, first: bool) -> Parsed<Option<Node>> {
        let mut inner = flags;
        let mut name = None;
        let mut captures = true;
        if self.take('?') {
            let Some(code) = self.code() else { return self.fail("unexpected end of pattern", self.position) };
            captures = false;
            match char::from_u32(code) {
                Some('P') => {
                    if self.take('<') {
                        name = Some(self.group_name('>', "group name")?);
                        captures = true;
                    } else if self.take('=') {
                        return self.named_back(flags).map(Some);
                    } else {
                        let Some(next) = self.code() else {
                            return self.fail("unexpected end of pattern", self.position);
                        };
                        let next = shown(&[next]);
                        return self.fail(format!("unknown extension ?P{next}"), self.position - 3);
                    }
                }
                Some(':') => {}
                Some('#') => return self.comment(start).map(|()| None),
                Some('=') => return self.look(flags, start, false, false).map(Some),
                Some('!') => return self.look(flags, start, false, true).map(Some),
                Some('<') => {
                    let negated = match self.code().and_then(char::from_u32) {
                        Some('=') => false,
                        Some('!') => true,
                        None => return self.fail("unexpected end of pattern", self.position),
                        Some(other) => {
                            return self.fail(format!("unknown extension ?<{other}"), self.position - 3);
                        }
                    };
                    return self.look(flags, start, true, negated).map(Some);
                }
                Some('(') => return self.conditional(flags, start).map(Some),
                Some('-') => inner = self.local_flags(0, flags, true)?,
                Some(letter) if letter.is_ascii() && flag(letter).is_some() => {
                    match self.inline_flags(letter, flags)? {
                        Inline::Local(flags) => inner = flags,
                        Inline::Global(added) => {
                            if !first {
                                self.late_flags = self.late_flags.or(Some(start));
                            }
                            if added & !self.flags != 0 {
                                return Err(Fault::Flags(added));
                            }
                            return Ok(None);
                        }
                    }
                }
                Some(other) => return self.fail(format!("unknown extension ?{other}"), self.position - 2),
                None => return self.fail("unknown extension ?", self.position - 2),
            }
        }
        let index = if captures { Some(self.open_group(name)?) } else { None };
        let body = self.nested(inner, start)?;
        let Some(index) = index else {
            return Ok(Some(Node::Sequence(vec![body])));
        };
        let width = body.width(&self.known_widths());
        if let Some(place) = self.widths.get_mut(index) {
            *place = Some(width);
        }
        Ok(Some(Node::Group(index, Box::new(body))))
    }

    fn known_widths(&self) -> Vec<(usize, usize)> {
        self.widths.iter().map(|width| width.unwrap_or((0, UNBOUNDED))).collect()
    }

    fn open_group(&mut self, name: Option<(Vec<u32>, usize)>) -> Parsed<usize> {
        let index = self.widths.len();
        if let Some((name, place)) = name {
            if let Some((_, other)) = self.names.iter().find(|(known, _)| *known == name) {
                let quoted = quoted(&name);
                let message = format!("redefinition of group name {quoted} as group {index}; was group {other}");
                return self.fail(message, place);
            }
            self.names.push((name, index));
        }
        self.widths.push(None);
        Ok(index)
    }

    /// What stands up to the closing parenthesis.
    fn nested(&mut self, flags: u32, start: usize) -> Parsed<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Fault::TooDeep);
        }
        let body = self.choice(flags, false)?;
        self.depth -= 1;
        if !self.take(')') {
            return self.fail("missing ), unterminated subpattern", start);
        }
        Ok(body)
    }

    fn look(&mut self, flags: u32, start: usize, behind: bool, negated: bool) -> Parsed<Node> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.widths.len());
        }
        let body = self.nested(flags, start)?;
        self.behind = outer;
        let back = if behind {
            let (low, high) = body.width(&self.known_widths());
            if low != high {
                return Err(Fault::Error {
                    message: "look-behind requires fixed-width pattern".to_owned(),
                    position: usize::MAX,
                });
            }
            Some(low)
        } else {
            None
        };
        Ok(Node::Look { behind: back, negated, body: Box::new(body) })
    }

    fn comment(&mut self, start: usize) -> Parsed<()> {
        loop {
            match self.code() {
                None => return self.fail("missing ), unterminated comment", start),
                Some(0x29) => return Ok(()),
                Some(_) => {}
            }
        }
    }

    /// A name up to `end`, and where it stands.
    fn group_name(&mut self, end: char, what: &str) -> Parsed<(Vec<u32>, usize)> {
        let start = self.position;
        let name = self.until(end, what)?;
        let is_name = !name.is_empty()
            && shown(&name)
                .chars()
                .enumerate()
                .all(|(i, c)| c == '_' || if i == 0 { c.is_alphabetic() } else { c.is_alphanumeric() });
        if !is_name {
            return self.fail(format!("bad character in group name {}", quoted(&name)), start);
        }
        Ok((name, start))
    }

    fn until(&mut self, end: char, what: &str) -> Parsed<Vec<u32>> {
        let start = self.position;
        let rest = self.text.get(start..).unwrap_or_default();
        match rest.iter().position(|code| *code == end as u32) {
            Some(0) => self.fail(format!("missing {what}"), start),
            Some(size) => {
                self.position = start + size + 1;
                Ok(rest.get(..size).unwrap_or_default().to_vec())
            }
            None if rest.is_empty() => self.fail(format!("missing {what}"), start),
            None => self.fail(format!("missing {end}, unterminated name"), start),
        }
    }

    fn named_back(&mut self, flags: u32) -> Parsed<Node> {
        let (name, start) = self.group_name(')', "group name")?;
        let Some(&(_, group)) = self.names.iter().find(|(known, _)| *known == name) else {
            return self.fail(format!("unknown group name {}", quoted(&name)), start);
        };
        self.check_group(group, start)?;
        Ok(Node::Back(group, self.fold(flags)))
    }

    fn conditional(&mut self, flags: u32, start: usize) -> Parsed<Node> {
        let place = self.position;
        let name = self.until(')', "group name")?;
        let group = if name.iter().all(|code| is_digit(*code)) {
            let group = shown(&name).parse().unwrap_or(usize::MAX);
            if group == 0 {
                return self.fail("bad group number", place);
            }
            // A group may follow further on.
            if group >= self.text.len() {
                return self.fail(format!("invalid group reference {group}"), place);
            }
            group
        } else {
            self.position = place;
            let (name, _) = self.group_name(')', "group name")?;
            match self.names.iter().find(|(known, _)| *known == name) {
                Some((_, group)) => *group,
                None => return self.fail(format!("unknown group name {}", quoted(&name)), place),
            }
        };
        let yes = self.sequence(flags, false)?;
        let no = if self.take('|') { self.sequence(flags, false)? } else { Node::Sequence(Vec::new()) };
        if self.peek() == Some('|') {
            return self.fail("conditional backref with more than two branches", self.position);
        }
        if !self.take(')') {
            return self.fail("missing ), unterminated subpattern", start);
        }
        Ok(Node::If(group, Box::new(yes), Box::new(no)))
    }

    /// The flags that a letter and what follows it set.
    fn inline_flags(&mut self, letter: char, flags: u32) -> Parsed<Inline> {
        let mut added = 0;
        let mut letter = letter;
        loop {
            let bit = flag(letter).unwrap_or(0);
            self.check_kind(letter)?;
            added |= bit;
            let kinds = flags::ASCII | flags::LOCALE | flags::UNICODE;
            if bit & kinds != 0 && added & kinds != bit {
                return self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.position);
            }
            let Some(next) = self.code() else { return self.fail("missing -, : or )", self.position) };
            match char::from_u32(next) {
                Some(')') => return Ok(Inline::Global(added)),
                Some(':') => return self.applied(added, 0, flags).map(Inline::Local),
                Some('-') => return self.local_flags(added, flags, true).map(Inline::Local),
                Some(other) if flag(other).is_some() => letter = other,
                Some(other) => {
                    let message = if other.is_alphabetic() { "unknown flag" } else { "missing -, : or )" };
                    return self.fail(message, self.position - 1);
                }
                None => return self.fail("missing -, : or )", self.position - 1),
            }
        }
    }

    fn check_kind(&self, letter: char) -> Parsed<()> {
        match letter {
            'L' if !self.bytes => self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.position),
            'u' if self.bytes => self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.position),
            _ => Ok(()),
        }
    }

    fn applied(&self, added: u32, removed: u32, flags: u32) -> Parsed<u32> {
        if added & removed != 0 {
            return self.fail("bad inline flags: flag turned on and off", self.position.saturating_sub(1));
        }
        let kinds = flags::ASCII | flags::LOCALE | flags::UNICODE;
        let kept = if added & kinds != 0 { flags & !kinds } else { flags };
        Ok((kept | added) & !removed)
    }

    /// Flags behind a minus sign, up to the colon.
    fn local_flags(&mut self, added: u32, flags: u32, _minus: bool) -> Parsed<u32> {
        let mut removed = 0;
        let Some(mut next) = self.code().and_then(char::from_u32) else {
            return self.fail("missing flag", self.position);
        };
        if flag(next).is_none() {
            let message = if next.is_alphabetic() { "unknown flag" } else { "missing flag" };
            return self.fail(message, self.position - 1);
        }
        loop {
            let bit = flag(next).unwrap_or(0);
            if bit & (flags::ASCII | flags::LOCALE | flags::UNICODE) != 0 {
                let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                return self.fail(message, self.position);
            }
            removed |= bit;
            let Some(code) = self.code() else { return self.fail("missing :", self.position) };
            match char::from_u32(code) {
                Some(':') => return self.applied(added, removed, flags),
                Some(other) if flag(other).is_some() => next = other,
                Some(other) => {
                    let message = if other.is_alphabetic() { "unknown flag" } else { "missing :" };
                    return self.fail(message, self.position - 1);
                }
                None => return self.fail("missing :", self.position - 1),
            }
        }
    }
}

/// What flags in an expression are for.
enum Inline {
    /// All of it.
    Global(u32),
    /// This group; all flags that hold there.
    Local(u32),
}

pub(super) fn is_digit(code: u32) -> bool {
    (0x30..0x3a).contains(&code)
}

/// A name as its repr shows it.
fn quoted(name: &[u32]) -> String {
    format!("'{}'", shown(name))
}

fn category_node(category: Category, inverted: bool) -> Node {
    let set = Set::new(vec![super::node::Item::Category(category, inverted)], false, None);
    Node::Single(Single::Set(Box::new(set)))
}

/// The flag that a letter sets.
fn flag(letter: char) -> Option<u32> {
    Some(match letter {
        'i' => flags::IGNORECASE,
        'L' => flags::LOCALE,
        'm' => flags::MULTILINE,
        's' => flags::DOTALL,
        'x' => flags::VERBOSE,
        'a' => flags::ASCII,
        'u' => flags::UNICODE,
        't' => 1,
        _ => return None,
    })
}
