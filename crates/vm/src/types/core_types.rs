//! Definitions of types whose payloads are written by hand in `heap::var`.

use crate::heap::var::{PyBytes, PyStr, PyTuple};
use crate::types::dict::PyDict;
use minipy_macros::pytype;

pytype! { PyStr: name = "str", layout = 4, flags(basetype, match_self), parts() }
pytype! { PyTuple: name = "tuple", layout = 5, flags(basetype, sequence, match_self), parts() }
pytype! { PyBytes: name = "bytes", layout = 6, flags(basetype, match_self), parts() }
pytype! { PyDict: name = "dict", layout = 7, flags(basetype, mapping, match_self), parts() }
