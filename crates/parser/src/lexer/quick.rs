//! A short cut for the commonest tokens: ASCII names and keywords, brackets, commas and the like.
//!
//! They are four of five tokens, and a look at the bytes is quicker than a state machine. What is not certain to be one of
//! them is left to logos, whose word holds: a test compares the two.

use super::token::Tok;
use crate::ast::{BoolOp, CmpOp};

/// What a token may be that begins with a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// A name, a keyword, or the prefix of a string.
    Word,
    /// This token, whatever follows.
    Alone(Tok),
    /// This token, unless what follows makes it another.
    Unless(Tok, [u8; 3]),
    /// Something else.
    Other,
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[expect(clippy::indexing_slicing, reason = "in a constant, a place out of bounds does not compile")]
const STARTS: [Start; 256] = {
    let mut starts = [Start::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        starts[byte] = match byte as u8 {
            b'0'..=b'9' => Start::Other,
            word if is_word(word) => Start::Word,
            b'(' => Start::Alone(Tok::LeftParen),
            b')' => Start::Alone(Tok::RightParen),
            b'[' => Start::Alone(Tok::LeftBracket),
            b']' => Start::Alone(Tok::RightBracket),
            b'{' => Start::Alone(Tok::LeftBrace),
            b'}' => Start::Alone(Tok::RightBrace),
            b',' => Start::Alone(Tok::Comma),
            b'\n' => Start::Alone(Tok::Newline),
            b':' => Start::Unless(Tok::Colon, *b"==="),
            b'=' => Start::Unless(Tok::Equal, *b"==="),
            b'+' => Start::Unless(Tok::Plus, *b"==="),
            b'-' => Start::Unless(Tok::Minus, *b"=>>"),
            _ => Start::Other,
        };
        byte += 1;
    }
    starts
};

/// Which bytes go on a word: all that could, beyond ASCII too.
#[expect(clippy::indexing_slicing, reason = "in a constant, a place out of bounds does not compile")]
const CONTINUES: [bool; 256] = {
    let mut continues = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        continues[byte] = is_word(byte as u8) || byte >= 0x80;
        byte += 1;
    }
    continues
};

/// The kind and the length of the token at the beginning of `bytes`, where that is quick to say.
#[inline]
pub(super) fn token(bytes: &[u8]) -> Option<(Tok, usize)> {
    let (&first, rest) = bytes.split_first()?;
    match STARTS.get(usize::from(first)).copied().unwrap_or(Start::Other) {
        Start::Word => word(bytes),
        Start::Alone(kind) => Some((kind, 1)),
        Start::Unless(kind, others) => match rest.first() {
            Some(next) if !others.contains(next) => Some((kind, 1)),
            _ => None,
        },
        Start::Other => None,
    }
}

#[inline]
fn word(bytes: &[u8]) -> Option<(Tok, usize)> {
    let goes_on = |byte: &u8| CONTINUES.get(usize::from(*byte)).copied().unwrap_or(false);
    let length = bytes.iter().position(|byte| !goes_on(byte))?;
    if length > LONGEST_KEYWORD {
        let text = bytes.get(..length)?;
        return text.is_ascii().then_some((Tok::Name, length));
    }
    // At the end of the text there may be no eight bytes.
    let key = u64::from_le_bytes(*bytes.first_chunk()?) & (u64::MAX >> (64 - 8 * length));
    let quote = matches!(bytes.get(length), Some(b'"' | b'\''));
    if key & NOT_ASCII != 0 || quote && length <= 2 {
        return None;
    }
    Some((keyword(key), length))
}

const LONGEST_KEYWORD: usize = 8;
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

/// The bytes of a text as a number.
const fn key(text: &str) -> u64 {
    let mut key = 0;
    let mut rest = text.as_bytes();
    while let [before @ .., last] = rest {
        key = key << 8 | *last as u64;
        rest = before;
    }
    key
}

macro_rules! keywords {
    ($($text:literal $kind:expr,)*) => {
        /// The keyword, or a name.
        #[inline]
        fn keyword(word: u64) -> Tok {
            $(if word == const { key($text) } {
                return $kind;
            })*
            Tok::Name
        }
    };
}

keywords! {
    "False" Tok::False,
    "None" Tok::None,
    "True" Tok::True,
    "and" Tok::Bool(BoolOp::And),
    "as" Tok::As,
    "assert" Tok::Assert,
    "async" Tok::Async,
    "await" Tok::Await,
    "break" Tok::Break,
    "class" Tok::Class,
    "continue" Tok::Continue,
    "def" Tok::Def,
    "del" Tok::Del,
    "elif" Tok::Elif,
    "else" Tok::Else,
    "except" Tok::Except,
    "finally" Tok::Finally,
    "for" Tok::For,
    "from" Tok::From,
    "global" Tok::Global,
    "if" Tok::If,
    "import" Tok::Import,
    "in" Tok::In,
    "is" Tok::Compare(CmpOp::Is),
    "lambda" Tok::Lambda,
    "nonlocal" Tok::Nonlocal,
    "not" Tok::Not,
    "or" Tok::Bool(BoolOp::Or),
    "pass" Tok::Pass,
    "raise" Tok::Raise,
    "return" Tok::Return,
    "try" Tok::Try,
    "while" Tok::While,
    "with" Tok::With,
    "yield" Tok::Yield,
}

#[cfg(test)]
mod tests {
    use logos::Logos;

    use super::*;

    /// What logos says of the token at the beginning.
    fn by_logos(text: &str) -> Option<(Tok, usize)> {
        let mut lexer = Tok::lexer(text);
        let kind = lexer.next()?.ok()?;
        Some((kind, lexer.span().end))
    }

    #[test]
    fn the_short_cut_leads_where_logos_does() {
        let keywords = "False None True and as assert async await break class continue def del elif else except finally \
                        for from global if import in is lambda nonlocal not or pass raise return try while with yield";
        let names = "a _ _x x1 self match case print Falsey iff nonlocals continue_ abcdefgh abcdefghi \u{e9} x\u{e9} if\u{e9} \
                     b r f u rb Rb fr bu abcdefghijkl\u{e9}m";
        let others = "( ) [ ] { } , : := = == + += - -= -> . ... .5 1 0x1 ' \" # \\ ! !=";
        let after =
            ["", " ", "\n", "\"\" ", "''  ", "(", "=", ">", ".", ":", "0", "_", "a", "\u{e9}", "         ", "#"];
        let mut quick = 0;
        for text in [keywords, names, others].iter().flat_map(|list| list.split(' ')).chain(["\n"]) {
            for after in after {
                let text = format!("{text}{after} # not near the end");
                if let Some(found) = token(text.as_bytes()) {
                    assert_eq!(Some(found), by_logos(&text), "{text:?}");
                    quick += 1;
                }
            }
        }
        assert!(quick > 500, "only {quick}");
    }
}
