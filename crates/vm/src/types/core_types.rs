//! Definitions of types whose payloads are written by hand in `heap::var`.

use crate::heap::var::PyBytes;
use minipy_macros::pytype;

pytype! { PyBytes: name = "bytes", layout = 6, flags(basetype, match_self), parts() }
