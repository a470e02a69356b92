//! The token vector that the grammar reads. Differs from the plain token stream in what makes Python LALR(1):
//! soft keywords are told from names, `not in`, `is not` and adjacent strings are one token each, the bracket of
//! `with (...):` has a kind of its own, and tokens without text stand where the last text ended.

use super::cursor::Cursor;
use super::token::{Tok, Token};
use crate::ast::CmpOp;

/// Tokens for the grammar.
pub struct Feed<'s> {
    text: &'s str,
    tokens: Vec<Token>,
    /// Index of the first token of the current logical line.
    line: usize,
    /// For each open block, whether `match` opened it.
    blocks: Vec<bool>,
    /// Whether the line before was a `match` line.
    after_match: bool,
    with: WithBracket,
    /// Where the last token with text ended.
    end: u32,
}

/// Whether a statement that begins with this token may have blocks.
fn begins_compound(kind: Tok) -> bool {
    use Tok::{Async, At, Class, Def, For, If, Match, Try, While, With};
    matches!(kind, If | While | For | Try | With | Def | Class | Async | At | Match)
}

/// How far the `(` right after a `with` has been followed.
#[derive(Clone, Copy)]
enum WithBracket {
    None,
    /// Index of the `(`, and the brackets open inside it.
    Open(usize, u32),
    /// Index of the `(` whose `)` was the last token.
    Closed(usize),
}

impl<'s> Feed<'s> {
    /// An empty feed that begins with the grammar's start token `start`.
    pub fn new(text: &'s str, start: Tok) -> Self {
        Feed::with_room(text, start, Vec::with_capacity(text.len() / 4 + 8))
    }

    /// An empty feed that reuses the room of `tokens`.
    pub fn with_room(text: &'s str, start: Tok, mut tokens: Vec<Token>) -> Self {
        tokens.clear();
        tokens.push(Token::new(start, 0, 0));
        Feed { text, tokens, line: 1, blocks: Vec::new(), after_match: false, with: WithBracket::None, end: 0 }
    }

    /// Reads all of `cursor`; `false` when it ends in an error.
    pub fn read(&mut self, cursor: &mut Cursor<'s>) -> bool {
        loop {
            let token = cursor.next_token();
            match token.kind {
                Tok::Error => return false,
                Tok::EndMarker => {
                    self.tokens.push(Token::new(Tok::EndMarker, self.end, self.end));
                    return true;
                }
                _ => self.push(token),
            }
        }
    }

    /// Reads the tokens of an f-string's field up to the end of its text, brackets being open all along.
    pub fn read_field(&mut self, cursor: &mut Cursor<'s>) -> bool {
        loop {
            let token = cursor.next_in_brackets();
            match token.kind {
                Tok::Error => return false,
                Tok::EndMarker => return true,
                _ => self.push(token),
            }
        }
    }

    /// The tokens, with a last NEWLINE and the end marker.
    pub fn end(mut self) -> Vec<Token> {
        self.layout(Tok::Newline);
        self.layout(Tok::EndMarker);
        self.tokens
    }

    /// Puts a NEWLINE, and DEDENTs for the blocks still open, before the end marker: interactive input ends so, unless it is
    /// empty.
    pub fn end_interactive(&mut self, open_blocks: usize) {
        if self.tokens.len() <= 2 {
            return;
        }
        self.tokens.pop();
        if let [_, first, .., Token { kind: Tok::Indent, .. }] = *self.tokens
            && !begins_compound(first.kind)
        {
            // Blanks behind a simple statement: nobody reads on to find them indented.
            self.tokens.pop();
            self.layout(Tok::EndMarker);
            return;
        }
        self.layout(Tok::Newline);
        for _ in 0..open_blocks {
            self.layout(Tok::Dedent);
        }
        if open_blocks > 0 {
            self.layout(Tok::Newline);
        }
        self.layout(Tok::EndMarker);
    }

    /// The tokens.
    pub fn tokens(self) -> Vec<Token> {
        self.tokens
    }

    /// Adds one token.
    #[inline]
    pub fn push(&mut self, mut token: Token) {
        match token.kind {
            Tok::Newline => return self.newline(),
            Tok::Indent => {
                self.blocks.push(self.after_match);
                return self.layout(Tok::Indent);
            }
            Tok::Dedent => {
                self.blocks.pop();
                return self.layout(Tok::Dedent);
            }
            _ => {}
        }
        self.end = token.end;
        if self.tokens.len() == self.line {
            let in_match = self.blocks.last().is_some_and(|by_match| *by_match);
            if in_match && token.kind == Tok::Name && self.slice(token) == "case" {
                token.kind = Tok::Case;
            }
        } else if let Some(last) = self.tokens.last_mut() {
            let merged = match (last.kind, token.kind) {
                (Tok::String, Tok::String) => Some(Tok::String),
                (Tok::Not, Tok::In) => Some(Tok::Compare(CmpOp::NotIn)),
                (Tok::Compare(CmpOp::Is), Tok::Not) => Some(Tok::Compare(CmpOp::IsNot)),
                _ => None,
            };
            if let Some(kind) = merged {
                (last.kind, last.end) = (kind, token.end);
                return;
            }
            if !matches!(self.with, WithBracket::None) || (last.kind == Tok::With && token.kind == Tok::LeftParen) {
                self.follow_with(token.kind);
            }
        }
        self.tokens.push(token);
    }

    fn slice(&self, token: Token) -> &'s str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    fn layout(&mut self, kind: Tok) {
        self.tokens.push(Token::new(kind, self.end, self.end));
        self.line = self.tokens.len();
    }

    /// A line that starts with the name `match` and ends in `:` is a match statement: nothing else ends so.
    fn newline(&mut self) {
        self.after_match = false;
        if self.tokens.last().is_some_and(|last| last.kind == Tok::Colon)
            && let Some(&first) = self.tokens.get(self.line)
            && first.kind == Tok::Name
            && self.slice(first) == "match"
            && let Some(first) = self.tokens.get_mut(self.line)
        {
            first.kind = Tok::Match;
            self.after_match = true;
        }
        self.with = WithBracket::None;
        self.layout(Tok::Newline);
    }

    fn follow_with(&mut self, kind: Tok) {
        self.with = match (self.with, kind) {
            (WithBracket::None, _) => WithBracket::Open(self.tokens.len(), 0),
            (WithBracket::Open(at, depth), Tok::LeftParen | Tok::LeftBracket | Tok::LeftBrace) => {
                WithBracket::Open(at, depth + 1)
            }
            (WithBracket::Open(at, 0), Tok::RightParen) => WithBracket::Closed(at),
            (WithBracket::Open(at, depth), Tok::RightParen | Tok::RightBracket | Tok::RightBrace) => {
                WithBracket::Open(at, depth.saturating_sub(1))
            }
            (open @ WithBracket::Open(..), _) => open,
            (WithBracket::Closed(at), Tok::Colon) => {
                if let Some(bracket) = self.tokens.get_mut(at) {
                    bracket.kind = Tok::LeftParenItems;
                }
                WithBracket::None
            }
            (WithBracket::Closed(_), _) => WithBracket::None,
        };
    }
}
