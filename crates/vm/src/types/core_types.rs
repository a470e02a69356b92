//! Definitions of types whose payloads are written by hand in `heap::var`.

use crate::heap::var::{PyBytes, PyStr};
use minipy_macros::pytype;

pytype! { PyStr: name = "str", layout = 4, flags(basetype, match_self), parts() }
pytype! { PyBytes: name = "bytes", layout = 6, flags(basetype, match_self), parts() }
