//! `isalpha` and the other questions a str answers about its characters.

use minipy_macros::pymethods;

use crate::heap::var::{PyStr, StrData};
use crate::unicode;

/// Whether there are code points and all pass the test.
fn all(text: &PyStr, test: fn(u32) -> bool) -> bool {
    !text.is_empty() && text.data().code_points().all(test)
}

/// Whether cased code points exist and none has a property that `bad` tests.
fn cased(text: &PyStr, good: fn(u32) -> bool, bad: fn(u32) -> bool) -> bool {
    let mut found = false;
    for c in text.data().code_points() {
        if bad(c) {
            return false;
        }
        found |= good(c);
    }
    found
}

/// Whether the text is a valid identifier (keywords are).
pub fn is_identifier(text: StrData<'_>) -> bool {
    let mut codes = text.code_points();
    codes.next().is_some_and(unicode::is_xid_start) && codes.all(unicode::is_xid_continue)
}

#[pymethods(part = "predicates")]
impl PyStr {
    /// Return True if there are characters and all are alphabetic.
    #[pymethod("isalpha($self, /)")]
    fn isalpha(this: &PyStr) -> bool {
        all(this, unicode::is_alpha)
    }

    /// Return True if there are characters and all are alphabetic or numeric.
    #[pymethod("isalnum($self, /)")]
    fn isalnum(this: &PyStr) -> bool {
        all(this, unicode::is_alnum)
    }

    /// Return True if all characters are ASCII.
    #[pymethod("isascii($self, /)")]
    fn isascii(this: &PyStr) -> bool {
        this.as_ascii().is_some()
    }

    /// Return True if there are characters and all are decimal digits.
    #[pymethod("isdecimal($self, /)")]
    fn isdecimal(this: &PyStr) -> bool {
        all(this, unicode::is_decimal)
    }

    /// Return True if there are characters and all are digits.
    #[pymethod("isdigit($self, /)")]
    fn isdigit(this: &PyStr) -> bool {
        all(this, unicode::is_digit)
    }

    /// Return True if there are characters and all are numeric.
    #[pymethod("isnumeric($self, /)")]
    fn isnumeric(this: &PyStr) -> bool {
        all(this, unicode::is_numeric)
    }

    /// Return True if there are characters and all are white space.
    #[pymethod("isspace($self, /)")]
    fn isspace(this: &PyStr) -> bool {
        all(this, unicode::is_space)
    }

    /// Return True if all characters are printable.
    #[pymethod("isprintable($self, /)")]
    fn isprintable(this: &PyStr) -> bool {
        this.data().code_points().all(unicode::is_printable)
    }

    /// Return True if the str is a valid identifier.
    #[pymethod("isidentifier($self, /)")]
    fn isidentifier(this: &PyStr) -> bool {
        is_identifier(this.data())
    }

    /// Return True if there are cased characters and all are lower case.
    #[pymethod("islower($self, /)")]
    fn islower(this: &PyStr) -> bool {
        cased(this, unicode::is_lower, |c| unicode::is_upper(c) || unicode::is_title(c))
    }

    /// Return True if there are cased characters and all are upper case.
    #[pymethod("isupper($self, /)")]
    fn isupper(this: &PyStr) -> bool {
        cased(this, unicode::is_upper, |c| unicode::is_lower(c) || unicode::is_title(c))
    }

    /// Return True if there are cased characters, and upper case stands only where a word starts and lower case only within.
    #[pymethod("istitle($self, /)")]
    fn istitle(this: &PyStr) -> bool {
        let mut found = false;
        let mut in_word = false;
        for c in this.data().code_points() {
            if unicode::is_upper(c) || unicode::is_title(c) {
                if in_word {
                    return false;
                }
                (found, in_word) = (true, true);
            } else if unicode::is_lower(c) {
                if !in_word {
                    return false;
                }
                (found, in_word) = (true, true);
            } else {
                in_word = false;
            }
        }
        found
    }
}
