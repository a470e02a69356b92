//! What can be wrong with a token.

/// Why the lexer gave up. Messages and columns are the diagnoser's affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexErrorKind {
    /// A number that is none, such as `0xg` or `1__0`: what CPython calls the literal.
    InvalidNumber(&'static str),
    /// A digit too large for its base.
    InvalidDigit(char, &'static str),
    /// `0777`
    LeadingZeros,
    /// A string without its closing quote.
    UnterminatedString,
    /// A triple-quoted string without its closing quotes.
    UnterminatedTripleString,
    /// A character no identifier may hold.
    InvalidCharacter(char),
    /// Text after a backslash.
    AfterContinuation,
    /// A backslash, and then nothing.
    EofAfterContinuation,
    /// Tabs and spaces that compare differently with other tab sizes.
    InconsistentTabs,
    /// A dedent to a column that no open block has.
    InconsistentDedent,
    /// A hundred indentation levels.
    TooDeepIndentation,
    /// Two hundred brackets.
    TooManyBrackets,
    /// A closing bracket without an opening one.
    UnmatchedBracket(char),
    /// A closing bracket of another shape than the opening one at the given offset.
    MismatchedBracket {
        /// The closing bracket.
        closing: char,
        /// The opening bracket.
        opening: char,
        /// Where the opening bracket stands.
        opened_at: u32,
    },
    /// The end of input inside brackets.
    EofInBrackets,
}

impl LexErrorKind {
    /// Whether tokenizer.c raises it on the spot, and not only when the parser asks why there is no token.
    pub const fn is_raised_at_once(self) -> bool {
        !matches!(
            self,
            LexErrorKind::EofInBrackets
                | LexErrorKind::EofAfterContinuation
                | LexErrorKind::AfterContinuation
                | LexErrorKind::InconsistentTabs
                | LexErrorKind::InconsistentDedent
                | LexErrorKind::TooDeepIndentation
        )
    }
}

/// A refused token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LexError {
    /// Why.
    pub kind: LexErrorKind,
    /// Where the token starts.
    pub start: u32,
    /// How far CPython's tokenizer has read when it notices.
    pub at: u32,
}

impl LexError {
    /// An error in the token at `start`, noticed at `at`.
    pub const fn new(kind: LexErrorKind, start: u32, at: u32) -> Self {
        LexError { kind, start, at }
    }
}
