//! The recogniser: its state, and the steps that all rules are made of. Answers to Parser/pegen.c.

use bumpalo::Bump;

use super::Start;
use super::memo::{Memo, Rule};
use super::node::{Node, Shape, Span};
use super::tokens::Lexeme;
use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::{Cursor, Tok};
use crate::source::{LineCursor, LineIndex};

/// CPython's `MAXSTACK`.
const MAX_LEVEL: u32 = 6000;

/// An error is set: every rule gives up at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raised;

/// What a rule gives: something, nothing, or an error.
pub(super) type Match<T> = Result<Option<T>, Raised>;

/// Takes what a rule gives, or lets the alternative fail.
macro_rules! want {
    ($rule:expr) => {
        match $rule? {
            Some(found) => found,
            None => return Ok(None),
        }
    };
}

/// Tries an alternative; the rule gives what it gives, if anything.
macro_rules! alt {
    ($self:ident, $p:ident => $body:block) => {
        if let Some(found) = $self.attempt(|$p| $body)? {
            return Ok(Some(found));
        }
    };
}

pub(super) use {alt, want};

/// Where a text comes from.
#[derive(Clone, Copy)]
pub(super) struct Origin<'s> {
    pub filename: &'s str,
    pub counts_characters: bool,
    /// The text is a file that the interpreter runs.
    pub is_file: bool,
    /// Its first line shows a byte order mark.
    pub shows_bom: bool,
    pub imply_dedent: bool,
    pub allow_incomplete_input: bool,
    /// The text is `(field)` of an f-string.
    pub field: Option<Field>,
}

/// Where the field of an f-string starts.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub lineno: i32,
    pub col: i32,
}

/// The state of a diagnosis.
pub(super) struct Recogniser<'s, 'd> {
    pub(super) text: &'s str,
    pub(super) origin: Origin<'s>,
    pub(super) arena: &'d Bump,
    pub(super) cursor: Cursor<'s>,
    pub(super) index: &'d LineIndex,
    pub(super) lines: LineCursor<'d>,
    pub(super) tokens: Vec<Lexeme>,
    /// The next token to look at.
    pub(super) mark: u32,
    pub(super) memo: Memo<'d>,
    /// Whether the rules for invalid input take part.
    pub(super) invalid: bool,
    pub(super) interactive: bool,
    pub(super) started: bool,
    level: u32,
    pub(super) error: Option<Box<SyntaxError>>,
}

impl<'s: 'd, 'd> Recogniser<'s, 'd> {
    /// A recogniser at the start of `text`.
    pub fn new(text: &'s str, origin: Origin<'s>, arena: &'d Bump) -> Self {
        let index: &'d LineIndex = arena.alloc(LineIndex::new(text));
        Recogniser {
            text,
            origin,
            arena,
            cursor: Cursor::new(text).without_last_newline(),
            index,
            lines: index.cursor(),
            tokens: Vec::new(),
            mark: 0,
            memo: Memo::default(),
            invalid: false,
            interactive: false,
            started: false,
            level: 0,
            error: None,
        }
    }

    /// The error in the text.
    pub fn run(mut self, start: Start) -> Box<SyntaxError> {
        self.interactive = start == Start::Interactive;
        let first = self.start(start);
        let last = self.tokens.len().saturating_sub(1) as u32;
        let mut found = first.is_ok_and(|found| found.is_some());
        if !found && self.origin.allow_incomplete_input && self.may_go_on() {
            let _ = self.raise("incomplete input");
            return self.finish();
        }
        if !found && self.error.is_none() {
            self.mark = 0;
            self.memo.clear(0);
            self.invalid = true;
            let second = self.start(start);
            found = second.is_ok_and(|found| found.is_some());
            if self.error.is_none() && !found {
                self.generic(last);
                return self.finish();
            }
        }
        if self.error.is_none() && start == Start::Interactive {
            let message = "multiple statements found while compiling a single statement";
            let _ = self.raise(message);
            return self.finish();
        }
        if self.tokenizer_goes_on() && self.error.as_ref().is_some_and(|error| error.kind.is_syntax_error()) {
            self.check_rest();
        }
        self.finish()
    }

    /// No rule has words for it.
    fn generic(&mut self, last: u32) {
        match self.tokens.last().map(|token| token.kind) {
            Some(Tok::Indent) => {
                let _ = self.raise_indentation("unexpected indent");
            }
            Some(Tok::Dedent) => {
                let _ = self.raise_indentation("unexpected unindent");
            }
            _ => {
                let _ = self.raise_span(Span { first: last, last }, "invalid syntax");
                self.check_rest();
            }
        }
    }

    fn finish(self) -> Box<SyntaxError> {
        let filename = self.origin.filename;
        self.error.unwrap_or_else(|| SyntaxError::new(ErrorKind::SyntaxError, "invalid syntax", filename))
    }

    /// Runs an alternative; goes back to where it began if it fails.
    pub(super) fn attempt<T>(&mut self, alternative: impl FnOnce(&mut Self) -> Match<T>) -> Match<T> {
        let mark = self.mark;
        let found = self.descend(alternative)?;
        if found.is_none() {
            self.mark = mark;
        }
        Ok(found)
    }

    /// Goes one level down.
    pub(super) fn descend<T>(&mut self, rule: impl FnOnce(&mut Self) -> Match<T>) -> Match<T> {
        if self.level >= MAX_LEVEL {
            return Err(self.raise_too_deep());
        }
        self.level += 1;
        let found = rule(self);
        self.level -= 1;
        found
    }

    /// A rule whose results are remembered.
    pub(super) fn remember(&mut self, rule: Rule, run: impl FnOnce(&mut Self) -> Match<Node<'d>>) -> Match<Node<'d>> {
        let mark = self.mark;
        if let Some((found, end)) = self.memo.get(mark, rule) {
            self.mark = end;
            return Ok(found);
        }
        let found = self.descend(run)?;
        if found.is_none() {
            self.mark = mark;
        }
        self.memo.insert(mark, rule, found, self.mark);
        Ok(found)
    }

    /// The kind of the next token.
    pub(super) fn peek(&mut self) -> Result<Tok, Raised> {
        if self.mark as usize >= self.tokens.len() {
            self.fill()?;
        }
        Ok(self.token(self.mark).kind)
    }

    /// Whether the next token is of kind `kind`.
    pub(super) fn sees(&mut self, kind: Tok) -> Result<bool, Raised> {
        Ok(self.peek()? == kind)
    }

    /// The next token, if it is of kind `kind`.
    pub(super) fn tok(&mut self, kind: Tok) -> Match<u32> {
        if self.peek()? != kind {
            return Ok(None);
        }
        self.mark += 1;
        Ok(Some(self.mark - 1))
    }

    /// The next token, which must be of kind `kind`.
    pub(super) fn forced(&mut self, kind: Tok, spelling: &str) -> Match<u32> {
        if self.peek()? != kind {
            let at = self.mark;
            return Err(self.raise_span(Self::token_span(at), &format!("expected '{spelling}'")));
        }
        self.tok(kind)
    }

    /// The text of a token.
    pub(super) fn text_of(&self, at: u32) -> &'s str {
        let token = self.token(at);
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// The next token, if it is the soft keyword `word`.
    pub(super) fn soft(&mut self, word: &str) -> Match<u32> {
        if self.peek()? != Tok::Name || self.text_of(self.mark) != word {
            return Ok(None);
        }
        self.tok(Tok::Name)
    }

    /// A name.
    pub(super) fn name(&mut self) -> Match<Node<'d>> {
        let at = want!(self.tok(Tok::Name));
        let text = self.arena.alloc_str(self.text_of(at));
        Ok(Some(Node { shape: Shape::Name(text), span: Self::token_span(at) }))
    }

    /// `rule`, or nothing.
    pub(super) fn maybe<T>(&mut self, rule: impl FnOnce(&mut Self) -> Match<T>) -> Result<Option<T>, Raised> {
        self.attempt(rule)
    }

    /// Whether `rule` holds here; stays where it is.
    pub(super) fn ahead<T>(&mut self, rule: impl FnOnce(&mut Self) -> Match<T>) -> Result<bool, Raised> {
        let mark = self.mark;
        let found = rule(self)?;
        self.mark = mark;
        Ok(found.is_some())
    }

    /// `rule` as often as it matches.
    pub(super) fn many<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Match<T>) -> Result<Vec<T>, Raised> {
        let mut items = Vec::new();
        while let Some(item) = self.attempt(&mut rule)? {
            items.push(item);
        }
        Ok(items)
    }

    /// `rule` once or more.
    pub(super) fn some<T>(&mut self, rule: impl FnMut(&mut Self) -> Match<T>) -> Match<Vec<T>> {
        let items = self.many(rule)?;
        Ok(if items.is_empty() { None } else { Some(items) })
    }

    /// `rule` once or more, with commas between.
    pub(super) fn gather<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Match<T>) -> Match<Vec<T>> {
        let mut items = vec![want!(self.attempt(&mut rule))];
        while let Some(item) = self.attempt(|p| {
            want!(p.tok(Tok::Comma));
            rule(p)
        })? {
            items.push(item);
        }
        Ok(Some(items))
    }

    /// From the token at `first` to the last one with text before the present place.
    pub(super) fn span_from(&self, first: u32) -> Span {
        let mut last = self.mark.saturating_sub(1);
        while last > first && matches!(self.token(last).kind, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::EndMarker)
        {
            last -= 1;
        }
        Span { first, last: last.max(first) }
    }

    /// A node from the token at `first` to the present place.
    pub(super) fn node(&self, shape: Shape<'d>, first: u32) -> Node<'d> {
        Node { shape, span: self.span_from(first) }
    }

    /// A node of a kind that only has a name.
    pub(super) fn other(&self, name: &'static str, first: u32) -> Node<'d> {
        self.node(Shape::Other(name), first)
    }

    /// A list of nodes in the arena.
    pub(super) fn nodes(&self, items: &[Node<'d>]) -> &'d [Node<'d>] {
        self.arena.alloc_slice_copy(items)
    }
}
