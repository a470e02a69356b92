//! The kinds of token, and how logos finds them in text. Indentation, brackets and the end of input are the cursor's.

use logos::Logos;

use super::error::{LexError, LexErrorKind};
use super::number;
use super::string;
use crate::ast::{BoolOp, CmpOp, Operator};
use crate::source::Range;

/// What a logos callback leaves for the cursor: the error behind an `Err`, and deprecated spellings of numbers.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Why the token was refused.
    pub error: Option<LexError>,
    /// Numbers with a keyword glued to them (`1if x`), and what CPython calls the literal.
    pub glued: Vec<(Range, &'static str)>,
}

/// The kind of a token. Operators of one role share a kind and carry the node's operator.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(extras = Extras)]
#[logos(skip r"[ \t\x0c]+")]
pub enum Tok {
    /// First token of a module.
    StartExec,
    /// First token of an expression.
    StartEval,
    /// First token of an interactive statement.
    StartSingle,
    /// First token of an f-string's replacement field.
    StartFString,
    /// The end of input.
    EndMarker,
    /// The end of a logical line; raw, of any line.
    #[token("\n")]
    Newline,
    /// Deeper indentation.
    Indent,
    /// Return to an outer indentation.
    Dedent,
    /// A name.
    #[regex(r"[A-Za-z_][A-Za-z0-9_]*", priority = 3)]
    Name,
    /// A name with characters beyond ASCII, any of them, which never leaves the cursor.
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*", priority = 1)]
    UnicodeName,
    /// A number.
    #[regex(r"\.?[0-9]", number::scan)]
    Number,
    /// One or more adjacent string literals.
    #[regex(r#"([bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF])?("|')"#, string::scan)]
    String,
    /// A comment, which never leaves the cursor.
    #[token("#", skip_comment)]
    Comment,
    /// A backslash outside strings, which never leaves the cursor.
    #[token("\\")]
    Backslash,
    /// A character that begins no token.
    Unknown,
    /// Where the lexer gave up.
    Error,

    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    /// The soft keyword.
    Case,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("lambda")]
    Lambda,
    /// The soft keyword.
    Match,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    #[token("(")]
    LeftParen,
    /// The `(` of `with (...):`.
    LeftParenItems,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(":=")]
    ColonEqual,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token(";")]
    Semicolon,
    #[token("=")]
    Equal,
    #[token("->")]
    Arrow,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("**")]
    DoubleStar,
    #[token("/")]
    Slash,
    #[token("|")]
    VBar,
    #[token("@")]
    At,
    #[token("~")]
    Tilde,
    /// Operators that are always binary: `// % << >> & ^`.
    #[token("//", |_| Operator::FloorDiv)]
    #[token("%", |_| Operator::Mod)]
    #[token("<<", |_| Operator::LShift)]
    #[token(">>", |_| Operator::RShift)]
    #[token("&", |_| Operator::BitAnd)]
    #[token("^", |_| Operator::BitXor)]
    BinOp(Operator),
    /// Comparisons but `in`; `not in` and `is not` are one token for the grammar.
    #[token("==", |_| CmpOp::Eq)]
    #[token("!=", |_| CmpOp::NotEq)]
    #[token("<", |_| CmpOp::Lt)]
    #[token("<=", |_| CmpOp::LtE)]
    #[token(">", |_| CmpOp::Gt)]
    #[token(">=", |_| CmpOp::GtE)]
    #[token("is", |_| CmpOp::Is)]
    Compare(CmpOp),
    /// `and`, `or`.
    #[token("and", |_| BoolOp::And)]
    #[token("or", |_| BoolOp::Or)]
    Bool(BoolOp),
    /// `+=` and its kin.
    #[token("+=", |_| Operator::Add)]
    #[token("-=", |_| Operator::Sub)]
    #[token("*=", |_| Operator::Mult)]
    #[token("@=", |_| Operator::MatMult)]
    #[token("/=", |_| Operator::Div)]
    #[token("%=", |_| Operator::Mod)]
    #[token("**=", |_| Operator::Pow)]
    #[token("<<=", |_| Operator::LShift)]
    #[token(">>=", |_| Operator::RShift)]
    #[token("|=", |_| Operator::BitOr)]
    #[token("^=", |_| Operator::BitXor)]
    #[token("&=", |_| Operator::BitAnd)]
    #[token("//=", |_| Operator::FloorDiv)]
    AugAssign(Operator),
    /// `<>`, which only the flufl reads.
    #[token("<>")]
    LessGreater,
}

/// A token: its kind and where its text stands.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The kind.
    pub kind: Tok,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset past its last byte.
    pub end: u32,
}

impl Token {
    /// A token over the bytes from `start` to `end`.
    pub const fn new(kind: Tok, start: u32, end: u32) -> Self {
        Token { kind, start, end }
    }
}

/// Refuses the token of `lex`, `at` being the offset that CPython's tokenizer would have read up to.
pub(super) fn refuse(lex: &mut logos::Lexer<'_, Tok>, kind: LexErrorKind, at: usize) -> bool {
    lex.extras.error = Some(LexError::new(kind, lex.span().start as u32, at as u32));
    false
}

fn skip_comment(lex: &mut logos::Lexer<'_, Tok>) -> logos::Skip {
    let rest = lex.remainder().as_bytes();
    lex.bump(memchr::memchr(b'\n', rest).unwrap_or(rest.len()));
    logos::Skip
}
