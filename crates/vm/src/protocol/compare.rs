//! Comparison, hashing, truth (CPython's PyObject_RichCompare, PyObject_Hash, PyObject_IsTrue).

use crate::exc::{PyResult, Raised};
use crate::heap::var::PyStr;
use crate::object::CompareOp;
use crate::types::dict::{exact_str, exact_tuple};
use crate::types::int::number::HASH_MODULUS;
use crate::types::str::str_holds;
use crate::value::Value;
use crate::vm::Vm;

/// `a <op> b` for two ints, two floats, two strs or two tuples of such, which needs no look-up.
#[inline]
pub fn quick_compare(a: &Value, b: &Value, op: CompareOp) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
        return Some(op.holds(x.cmp(&y)));
    }
    if let (Some(x), Some(y)) = (a.as_small_float(), b.as_small_float()) {
        return Some(match x.partial_cmp(&y) {
            Some(order) => op.holds(order),
            None => op == CompareOp::Ne,
        });
    }
    match (exact_str(a), exact_str(b)) {
        (Some(a), Some(b)) => Some(str_holds(a, b, op)),
        (None, None) => tuples_hold(exact_tuple(a)?, exact_tuple(b)?, op),
        _ => None,
    }
}

/// As `quick_compare`, for the items of two tuples.
#[inline(never)]
fn tuples_hold(a: &[Value], b: &[Value], op: CompareOp) -> Option<bool> {
    let (mut rest_a, mut rest_b) = (a.iter(), b.iter());
    loop {
        let (Some(x), Some(y)) = (rest_a.next(), rest_b.next()) else { return Some(op.holds(a.len().cmp(&b.len()))) };
        if x.is(y) {
            continue;
        }
        if let (Some(x), Some(y)) = (x.as_small_int(), y.as_small_int()) {
            return Some(op.holds(x.cmp(&y)));
        }
        if let (Some(x), Some(y)) = (x.as_small_float(), y.as_small_float()) {
            if x == y {
                continue;
            }
            return Some(match x.partial_cmp(&y) {
                Some(order) => op.holds(order),
                None => op == CompareOp::Ne,
            });
        }
        let (x, y) = (exact_str(x)?, exact_str(y)?);
        if !x.same_text(y) {
            return Some(str_holds(x, y, op));
        }
    }
}

impl Vm {
    /// `a <op> b`.
    pub fn compare(&mut self, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        if let Some(holds) = quick_compare(a, b, op) {
            return Ok(Value::bool(holds));
        }
        let depth = self.deeper(" in comparison")?;
        let result = self.compare_slots(a, b, op);
        self.depth.set(depth);
        result
    }

    fn compare_slots(&mut self, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        let mut reflected_done = false;
        if ta != tb
            && let Some(compare) = tb.slots.richcompare.get()
            && tb.is_subtype(self, ta)
        {
            reflected_done = true;
            let result = compare(self, b, a, op.swapped())?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if let Some(compare) = ta.slots.richcompare.get() {
            let result = compare(self, a, b, op)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if !reflected_done && let Some(compare) = tb.slots.richcompare.get() {
            let result = compare(self, b, a, op.swapped())?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        match op {
            CompareOp::Eq => Ok(Value::bool(a.is(b))),
            CompareOp::Ne => Ok(Value::bool(!a.is(b))),
            _ => {
                let (ta, tb) = (ta.tp_name(self), tb.tp_name(self));
                let sign = op.symbol();
                Err(self.type_error(format!("'{sign}' not supported between instances of '{ta}' and '{tb}'")))
            }
        }
    }

    /// Whether `a <op> b` is true.
    #[inline]
    pub fn compare_truth(&mut self, a: &Value, b: &Value, op: CompareOp) -> PyResult<bool> {
        if let Some(holds) = quick_compare(a, b, op) {
            return Ok(holds);
        }
        let result = self.compare(a, b, op)?;
        self.truth(&result)
    }

    /// Whether `a <op> b` is true; identity is enough for `==` and against `!=`, as in containers.
    #[inline]
    pub fn compare_bool(&mut self, a: &Value, b: &Value, op: CompareOp) -> PyResult<bool> {
        if a.is(b) {
            match op {
                CompareOp::Eq => return Ok(true),
                CompareOp::Ne => return Ok(false),
                _ => {}
            }
        }
        self.compare_truth(a, b, op)
    }

    /// Whether `a is b or a == b`.
    #[inline]
    pub fn eq(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if a.is(b) {
            return Ok(true);
        }
        if a.as_small_int().is_some() && b.as_small_int().is_some() {
            return Ok(false);
        }
        if self.is_exact::<PyStr>(a)
            && self.is_exact::<PyStr>(b)
            && let (Some(x), Some(y)) = (a.downcast::<PyStr>(), b.downcast::<PyStr>())
        {
            return Ok(x.same_text(y));
        }
        self.compare_bool(a, b, CompareOp::Eq)
    }

    /// `hash(value)`, never -1.
    #[inline]
    pub fn hash(&mut self, value: &Value) -> PyResult<i64> {
        if let Some(int) = value.as_small_int()
            && int.unsigned_abs() < HASH_MODULUS.unsigned_abs()
        {
            return Ok(if int == -1 { -2 } else { int });
        }
        if self.is_exact::<PyStr>(value)
            && let Some(text) = value.downcast::<PyStr>()
        {
            return Ok(text.cached_hash(self.hash_key));
        }
        match self.type_of(value).slots.hash.get() {
            Some(hash) => hash(self, value),
            None => Err(self.unhashable(value)),
        }
    }

    /// TypeError: unhashable type.
    #[cold]
    pub fn unhashable(&mut self, value: &Value) -> Raised {
        let ty = self.type_name(value);
        self.type_error(format!("unhashable type: '{ty}'"))
    }

    /// The hash of an object by its identity.
    pub fn identity_hash(&self, value: &Value) -> i64 {
        match value.word().rotate_right(4) as i64 {
            -1 => -2,
            hash => hash,
        }
    }

    /// `bool(value)`.
    #[inline]
    pub fn truth(&mut self, value: &Value) -> PyResult<bool> {
        if let Some(truth) = value.as_bool() {
            return Ok(truth);
        }
        if let Some(int) = value.as_small_int() {
            return Ok(int != 0);
        }
        if value.is_none() {
            return Ok(false);
        }
        let ty = self.type_of(value);
        if let Some(truth) = ty.slots.bool.get() {
            return truth(self, value);
        }
        match ty.slots.len.get() {
            Some(len) => len(self, value).map(|n| n != 0),
            None => Ok(true),
        }
    }

    /// As `truth` (the name that argument conversion uses).
    #[inline]
    pub fn is_true(&mut self, value: &Value) -> PyResult<bool> {
        self.truth(value)
    }
}
