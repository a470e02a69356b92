//! Comments that are not UTF-8: `compile()` decodes tokens only, so that what stands in a comment is nobody's business.

use crate::lexer::{Cursor, Tok};

/// The text with U+FFFD for what is not UTF-8, if all of that stands in comments, or behind a token that is an error already.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() + 16);
    let mut bad = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            bad.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    let mut bad = bad.into_iter().peekable();
    let mut cursor = Cursor::new(&text);
    loop {
        let token = cursor.next_token();
        while bad.next_if(|at| *at < token.start as usize).is_some() {}
        if bad.peek().is_some_and(|at| *at < token.end as usize) {
            return None;
        }
        if matches!(token.kind, Tok::EndMarker | Tok::Error) {
            return Some(text);
        }
    }
}
