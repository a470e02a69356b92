//! Identifiers: names that are interned, so that comparing and looking them up is cheap.

use std::fmt;
use std::ops::Deref;

/// An interned identifier, NFKC-normalised: within one parse, equal names are one.
#[derive(Clone, Copy)]
pub struct Identifier<'a>(&'a Interned<'a>);

/// The one copy of an identifier.
#[derive(Debug)]
pub struct Interned<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its number: the identifiers of a parse are numbered from 0 on.
    pub number: u32,
}

impl<'a> Identifier<'a> {
    /// The identifier whose one copy this is.
    pub(crate) fn new(interned: &'a Interned<'a>) -> Self {
        Identifier(interned)
    }

    /// The text.
    #[inline]
    pub fn as_str(self) -> &'a str {
        self.0.text
    }

    /// The number of the identifier among those of its parse.
    #[inline]
    pub fn number(self) -> usize {
        self.0.number as usize
    }
}

impl Deref for Identifier<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.text
    }
}

impl PartialEq for Identifier<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0) || self.0.text == other.0.text
    }
}

impl Eq for Identifier<'_> {}

impl PartialEq<&str> for Identifier<'_> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.0.text == *other
    }
}

impl fmt::Display for Identifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.text)
    }
}

impl fmt::Debug for Identifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.text.fmt(f)
    }
}
