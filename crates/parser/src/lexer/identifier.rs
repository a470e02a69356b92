//! Identifiers beyond ASCII: which characters they may hold (PEP 3131), and their normal form.

use super::later::is_later;
use unicode_normalization::UnicodeNormalization;

/// The first character of `text` that an identifier may not hold there, with its byte offset.
/// Answers to `_PyUnicode_ScanIdentifier`.
pub fn invalid_character(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|&(at, c)| {
        let allowed =
            if at == 0 { c == '_' || unicode_ident::is_xid_start(c) } else { unicode_ident::is_xid_continue(c) };
        !allowed || (!c.is_ascii() && is_later(c))
    })
}

/// The NFKC form of an identifier.
pub fn normalised(text: &str) -> String {
    text.nfkc().collect()
}
