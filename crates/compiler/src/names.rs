//! Strings as numbers: identifiers, string constants, qualified names.
//!
//! Owns the one table of strings of a compilation, and private-name mangling (`_Py_Mangle` in `Python/compile.c`).

use bumpalo::Bump;
use minipy_parser::ast::{Identifier, Wtf8};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::index::{IndexVec, define_id};

define_id!(
    /// A string of the compilation.
    StrId
);

/// Declares the strings every compilation starts with, so that their ids are constants.
macro_rules! known_strings {
    ($($name:ident = $text:literal),* $(,)?) => {
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the variants only number the constants below, whose names they share")]
        enum Known { $($name),* }
        /// Ids of strings the compiler itself uses.
        pub mod known {
            use super::{Known, StrId};
            $(pub const $name: StrId = StrId(Known::$name as u32);)*
        }
        const KNOWN_TEXTS: &[&str] = &[$($text),*];
    };
}

known_strings! {
    EMPTY = "", MODULE = "<module>", LAMBDA = "<lambda>", GENEXPR = "<genexpr>", LISTCOMP = "<listcomp>",
    SETCOMP = "<setcomp>", DICTCOMP = "<dictcomp>", TOP = "top", LAMBDA_BLOCK = "lambda", GENEXPR_BLOCK = "genexpr",
    LISTCOMP_BLOCK = "listcomp", SETCOMP_BLOCK = "setcomp", DICTCOMP_BLOCK = "dictcomp", ANNOTATION_BLOCK = "_annotation",
    IMPLICIT_ARG = ".0", CLASS_CELL = "__class__", CLASSCELL = "__classcell__", SUPER = "super", DEBUG = "__debug__",
    DOC = "__doc__", NAME = "__name__", MODULE_ATTR = "__module__", QUALNAME = "__qualname__",
    ANNOTATIONS = "__annotations__", JOIN = "join", STAR = "*", RETURN = "return",
}

/// What is known of a string besides its text.
#[derive(Clone, Copy)]
struct Entry<'a> {
    text: Wtf8<'a>,
    /// Whether it starts with two underscores, does not end with two, and holds no dot.
    private: bool,
}

/// All strings of a compilation; equal strings have equal ids.
pub struct Strings<'a> {
    arena: &'a Bump,
    entries: IndexVec<StrId, Entry<'a>>,
    by_text: FxHashMap<&'a [u8], StrId>,
    /// The ids of the parser's identifiers, by their numbers.
    identifiers: Vec<Option<StrId>>,
    mangled: FxHashMap<(StrId, StrId), StrId>,
}

impl<'a> Strings<'a> {
    /// The table with the known strings in it, for a source of about this length.
    pub fn new(arena: &'a Bump, source_len: usize) -> Self {
        // About so many different names are in sources.
        let names = source_len / 96;
        let mut strings = Strings {
            arena,
            entries: IndexVec::default(),
            by_text: FxHashMap::with_capacity_and_hasher(names + KNOWN_TEXTS.len(), FxBuildHasher),
            identifiers: Vec::with_capacity(names),
            mangled: FxHashMap::default(),
        };
        for text in KNOWN_TEXTS {
            strings.intern(Wtf8::from_str(text));
        }
        strings
    }

    /// The id of an identifier of the tree.
    #[inline]
    pub fn identifier(&mut self, name: Identifier<'a>) -> StrId {
        match self.identifiers.get(name.number()) {
            Some(Some(id)) => *id,
            _ => self.new_identifier(name),
        }
    }

    fn new_identifier(&mut self, name: Identifier<'a>) -> StrId {
        let id = self.intern(Wtf8::from_str(name.as_str()));
        if self.identifiers.len() <= name.number() {
            self.identifiers.resize(name.number() + 1, None);
        }
        if let Some(slot) = self.identifiers.get_mut(name.number()) {
            *slot = Some(id);
        }
        id
    }

    /// The id of a text that lives as long as the compilation.
    pub fn intern(&mut self, text: Wtf8<'a>) -> StrId {
        if let Some(&id) = self.by_text.get(text.as_bytes()) {
            return id;
        }
        let id = self.entries.push(Entry { text, private: is_private(text.as_bytes()) });
        self.by_text.insert(text.as_bytes(), id);
        id
    }

    /// The id of a text made on the way.
    pub fn intern_owned(&mut self, text: &str) -> StrId {
        match self.by_text.get(text.as_bytes()) {
            Some(&id) => id,
            None => self.intern(Wtf8::from_str(self.arena.alloc_str(text))),
        }
    }

    /// The text of a string.
    pub fn text(&self, id: StrId) -> Wtf8<'a> {
        self.entries[id].text
    }

    /// The text of an identifier. (Identifiers hold no surrogates.)
    pub fn str(&self, id: StrId) -> &'a str {
        self.text(id).as_str().unwrap_or("")
    }

    /// How many strings there are.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The name under which `name` is stored inside the class `class`: `_class__name` for private names.
    #[inline]
    pub fn mangle(&mut self, class: Option<StrId>, name: StrId) -> StrId {
        match class {
            Some(class) if self.entries[name].private => self.mangle_private(class, name),
            _ => name,
        }
    }

    fn mangle_private(&mut self, class: StrId, name: StrId) -> StrId {
        if let Some(&id) = self.mangled.get(&(class, name)) {
            return id;
        }
        let bare = self.str(class).trim_start_matches('_');
        let id = if bare.is_empty() { name } else { self.intern_owned(&format!("_{bare}{}", self.str(name))) };
        self.mangled.insert((class, name), id);
        id
    }
}

fn is_private(text: &[u8]) -> bool {
    text.starts_with(b"__") && !text.ends_with(b"__") && !text.contains(&b'.')
}
