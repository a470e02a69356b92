//! Arithmetic through number slots (CPython's binary_op1 and its callers in abstract.c).

use crate::exc::{PyResult, Raised};
use crate::object::slots::{BinaryFn, BinaryOp, TernaryFn};
use crate::types::int::PyInt;
use crate::value::Value;
use crate::vm::Vm;

fn same(a: Option<BinaryFn>, b: Option<BinaryFn>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if std::ptr::fn_addr_eq(a, b))
}

impl Vm {
    /// Tries the operands' slots; NotImplemented when neither knows.
    #[inline]
    fn binary_slots(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        let left = ta.slots.binary(op);
        let mut right = if ta == tb { None } else { tb.slots.binary(op) };
        if same(left, right) {
            right = None;
        }
        if let Some(left) = left {
            if let Some(first) = right
                && tb.is_subtype(self, ta)
            {
                let result = first(self, a, b)?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
                right = None;
            }
            let result = left(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        match right {
            Some(right) => right(self, a, b),
            None => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    /// `a <op> b`.
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult {
        if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
            // Of 62 bits each: sums fit.
            match op {
                BinaryOp::Add => return Ok(self.new_int(x + y)),
                BinaryOp::Subtract => return Ok(self.new_int(x - y)),
                _ => {}
            }
        }
        let result = self.binary_slots(op, a, b)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
        self.sequence_binary(op, a, b, false)
    }

    /// `a <op>= b`.
    pub fn inplace(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult {
        if let Some(inplace) = self.type_of(a).slots.inplace(op) {
            let result = inplace(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        let result = self.binary_slots(op, a, b)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
        self.sequence_binary(op, a, b, true)
    }

    /// `+` and `*` of sequences; TypeError for all else.
    pub(crate) fn sequence_binary(&mut self, op: BinaryOp, a: &Value, b: &Value, inplace: bool) -> PyResult {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        if op == BinaryOp::Add {
            let concat = if inplace { ta.slots.inplace_concat.get() } else { None }.or(ta.slots.concat.get());
            if let Some(concat) = concat {
                return concat(self, a, b);
            }
        }
        if op == BinaryOp::Multiply {
            if inplace && let Some(repeat) = ta.slots.inplace_repeat.get() {
                let count = self.repeat_count(b)?;
                return repeat(self, a, count);
            }
            if let Some(repeat) = ta.slots.repeat.get() {
                let count = self.repeat_count(b)?;
                return repeat(self, a, count);
            }
            if let Some(repeat) = tb.slots.repeat.get() {
                let count = self.repeat_count(a)?;
                return repeat(self, b, count);
            }
        }
        Err(self.unsupported(op.symbol(), inplace, a, b))
    }

    fn repeat_count(&mut self, count: &Value) -> PyResult<isize> {
        if self.type_of(count).slots.index.get().is_none() {
            let ty = self.type_name(count);
            return Err(self.type_error(format!("can't multiply sequence by non-int of type '{ty}'")));
        }
        self.index_isize(count)
    }

    /// TypeError: unsupported operand types.
    #[cold]
    pub fn unsupported(&mut self, sign: &str, inplace: bool, a: &Value, b: &Value) -> Raised {
        let (ta, tb) = (self.type_name(a), self.type_name(b));
        let is = if inplace && sign != "divmod()" { "=" } else { "" };
        if sign == ">>" && !inplace && ta == "builtin_function_or_method" && self.is_print(a) {
            return self.type_error(format!(
                "unsupported operand type(s) for >>: '{ta}' and '{tb}'. Did you mean \"print(<message>, file=<output_stream>)\"?"
            ));
        }
        self.type_error(format!("unsupported operand type(s) for {sign}{is}: '{ta}' and '{tb}'"))
    }

    /// `pow(a, b, modulus)`; no modulus is None.
    pub fn power(&mut self, a: &Value, b: &Value, modulus: &Value) -> PyResult {
        self.power_slots(a, b, modulus, None, false)
    }

    /// `a **= b`.
    pub fn inplace_power(&mut self, a: &Value, b: &Value) -> PyResult {
        let slot = self.type_of(a).slots.inplace_power.get();
        self.power_slots(a, b, &Value::NONE, slot, true)
    }

    fn power_slots(
        &mut self,
        a: &Value,
        b: &Value,
        modulus: &Value,
        first: Option<TernaryFn>,
        inplace: bool,
    ) -> PyResult {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        let left = ta.slots.power.get();
        let mut right = if ta == tb { None } else { tb.slots.power.get() };
        if matches!((left, right), (Some(l), Some(r)) if std::ptr::fn_addr_eq(l, r)) {
            right = None;
        }
        let right_first = right.is_some() && tb.is_subtype(self, ta);
        let third = if modulus.is_none() { None } else { self.type_of(modulus).slots.power.get() };
        let order = if right_first { [first, right, left, third] } else { [first, left, right, third] };
        for slot in order.into_iter().flatten() {
            let result = slot(self, a, b, modulus)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if modulus.is_none() {
            let sign = if inplace { "**" } else { "** or pow()" };
            return Err(self.unsupported(sign, inplace, a, b));
        }
        let names = (self.type_name(a), self.type_name(b), self.type_name(modulus));
        Err(self.type_error(format!(
            "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
            names.0, names.1, names.2
        )))
    }

    fn unary(&mut self, slot: Option<crate::object::slots::UnaryFn>, value: &Value, sign: &str) -> PyResult {
        match slot {
            Some(function) => function(self, value),
            None => {
                let ty = self.type_name(value);
                Err(self.type_error(format!("bad operand type for {sign}: '{ty}'")))
            }
        }
    }

    /// `-value`.
    pub fn negative(&mut self, value: &Value) -> PyResult {
        let slot = self.type_of(value).slots.negative.get();
        self.unary(slot, value, "unary -")
    }

    /// `+value`.
    pub fn positive(&mut self, value: &Value) -> PyResult {
        let slot = self.type_of(value).slots.positive.get();
        self.unary(slot, value, "unary +")
    }

    /// `~value`.
    pub fn invert(&mut self, value: &Value) -> PyResult {
        let slot = self.type_of(value).slots.invert.get();
        self.unary(slot, value, "unary ~")
    }

    /// `abs(value)`.
    pub fn absolute(&mut self, value: &Value) -> PyResult {
        let slot = self.type_of(value).slots.absolute.get();
        self.unary(slot, value, "abs()")
    }

    /// `operator.index(value)`: an int (perhaps of a subclass of int other than bool).
    pub fn index(&mut self, value: &Value) -> PyResult {
        if value.as_small_int().is_some() || value.is_a::<PyInt>() {
            return Ok(value.clone());
        }
        let Some(index) = self.type_of(value).slots.index.get() else {
            let ty = self.type_name(value);
            return Err(self.type_error(format!("'{ty}' object cannot be interpreted as an integer")));
        };
        let result = index(self, value)?;
        if result.as_small_int().is_some() || self.is_exact::<PyInt>(&result) {
            return Ok(result);
        }
        let ty = self.type_name(&result);
        if !crate::types::int::is_int(&result) {
            return Err(self.type_error(format!("__index__ returned non-int (type {ty})")));
        }
        self.deprecation_warning(&format!(
            "__index__ returned non-int (type {ty}).  The ability to return an instance of a strict subclass of int \
             is deprecated, and may be removed in a future version of Python."
        ))?;
        Ok(result)
    }

    /// `operator.index(value)` if it fits, else OverflowError.
    pub fn index_i64(&mut self, value: &Value) -> PyResult<i64> {
        if let Some(int) = value.as_small_int() {
            return Ok(int);
        }
        let index = self.index(value)?;
        match self.int_to_i64(&index) {
            Some(int) => Ok(int),
            None => Err(self.overflow_error("Python int too large to convert to C long")),
        }
    }

    /// `operator.index(value)` if it can be an index, else OverflowError in the words for sizes.
    pub fn index_isize(&mut self, value: &Value) -> PyResult<isize> {
        if let Some(int) = value.as_small_int() {
            return Ok(int as isize);
        }
        let index = self.index(value)?;
        match self.int_to_i64(&index) {
            Some(int) => Ok(int as isize),
            None => {
                let ty = self.type_name(value);
                Err(self.overflow_error(format!("cannot fit '{ty}' into an index-sized integer")))
            }
        }
    }

    /// `operator.index(value)`, the nearest end where it does not fit.
    pub fn index_isize_clamped(&mut self, value: &Value) -> PyResult<isize> {
        let index = self.index(value)?;
        Ok(match self.int_to_i64(&index) {
            Some(int) => int as isize,
            None if self.is_negative_int(&index) => isize::MIN,
            None => isize::MAX,
        })
    }

    /// Position `index` in a sequence of `len`, counted from the end if negative; `None` if out of range.
    #[inline]
    pub fn normalize_index(index: isize, len: usize) -> Option<usize> {
        let place = if index < 0 { index.checked_add(len as isize)? } else { index };
        (place >= 0 && (place as usize) < len).then_some(place as usize)
    }
}

impl Vm {
    /// The number that a float, or something with `__float__` or `__index__`, is.
    pub fn to_f64(&mut self, value: &Value) -> PyResult<f64> {
        if let Some(float) = value.as_float() {
            return Ok(float);
        }
        match self.number_as_float(value)? {
            Some(float) => Ok(float),
            None => {
                let got = self.type_name(value);
                Err(self.type_error(format!("must be real number, not {got}")))
            }
        }
    }

    /// What `__float__` of a value gives, or else its `__index__`; `None` if it has neither.
    pub(crate) fn number_as_float(&mut self, value: &Value) -> PyResult<Option<f64>> {
        if let Some(int) = value.as_small_int() {
            return Ok(Some(int as f64));
        }
        let ty = self.type_of(value);
        if let Some(convert) = ty.slots.float.get() {
            let result = convert(self, value)?;
            return self.checked_float(ty, result).map(Some);
        }
        if ty.slots.index.get().is_some() {
            let index = self.index(value)?;
            return self.int_to_f64(&index).map(Some);
        }
        Ok(None)
    }

    /// The float nearest to an int; OverflowError where there is none.
    pub fn int_to_f64(&mut self, value: &Value) -> PyResult<f64> {
        let Some(number) = self.int_value(value) else { return Ok(0.0) };
        let float = number.to_f64().value();
        if float.is_infinite() {
            return Err(self.overflow_error("int too large to convert to float"));
        }
        Ok(float)
    }
}
