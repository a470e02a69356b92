//! The operators of str: comparison, hash, indexing, `+`, `*`, `%`, `in`; and its constructor.

use minipy_macros::pymethods;

use super::data::with_units;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, StrData};
use crate::object::{CompareOp, Ty};
use crate::types::sequence::int_subscript;
use crate::types::slice::PySlice;
use crate::value::Value;
use crate::vm::{Vm, tail_words};

impl Vm {
    /// `cls(text)` for a subclass of str (or str itself).
    pub(crate) fn new_str_instance(&mut self, cls: Ty, text: Value) -> Value {
        match text.downcast::<PyStr>() {
            Some(data) if cls != self.ty::<PyStr>() => {
                self.heap.alloc_str(cls.shape.get(), tail_words(cls), data.data())
            }
            _ => text,
        }
    }

    fn str_slice(&mut self, this: This<'_, PyStr>, slice: &PySlice) -> PyResult {
        let span = slice.unpack(self)?.fit(this.len());
        if let Some(range) = span.as_range() {
            return Ok(self.str_part(this.value(), this.payload(), range));
        }
        if span.len == 0 {
            return Ok(self.new_str(""));
        }
        Ok(with_units!(this.data(), units => self.new_str_units(&span.select(units))))
    }
}

#[pymethods(part = "ops")]
impl PyStr {
    #[new("str(object='', encoding='utf-8', errors='strict')")]
    fn new(vm: &mut Vm, cls: Ty, object: Option<&Value>, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
        let text = match object {
            None => vm.new_str(""),
            Some(object) if encoding.is_none() && errors.is_none() => vm.str(object)?,
            Some(object) => vm.decode_object(object, encoding, errors)?,
        };
        Ok(vm.new_str_instance(cls, text))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        vm.check_size(this.len().saturating_mul(10))?;
        let text = super::repr::repr(this.data());
        Ok(vm.new_text(&text))
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        Ok(vm.exact_str(this.value()))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult<i64> {
        Ok(this.cached_hash(vm.hash_key))
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, this: This<'_, PyStr>, other: &Value, op: CompareOp) -> PyResult {
        let Some(other) = other.downcast::<PyStr>() else { return Ok(Value::NOT_IMPLEMENTED) };
        Ok(Value::bool(super::str_holds(&this, other, op)))
    }

    #[slot(len)]
    fn len_slot(_vm: &mut Vm, this: This<'_, PyStr>) -> PyResult<usize> {
        Ok(this.len())
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyStr>, key: &Value) -> PyResult {
        let Some(index) = int_subscript(vm, key)? else {
            return match key.downcast::<PySlice>() {
                Some(slice) => vm.str_slice(this, slice),
                None => Err(vm.type_error("string indices must be integers")),
            };
        };
        match Vm::normalize_index(index, this.len()).and_then(|place| this.data().get(place)) {
            Some(c) => Ok(vm.new_char(c)),
            None => Err(vm.index_error("string index out of range")),
        }
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyStr>, item: &Value) -> PyResult<bool> {
        let item = vm.expect_text(item, "'in <string>' requires string as left operand, not {}")?;
        Ok(super::find::contains(this.data(), item.data()))
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        vm.concat_str(left, right)
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyStr>, count: isize) -> PyResult {
        vm.repeat_str(this.value(), this.payload(), count)
    }

    #[slot(remainder)]
    fn remainder(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        match left.downcast::<PyStr>() {
            Some(format) => vm.percent_str(left, format, right),
            None => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    /// Return the size of the str in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(this: &PyStr) -> usize {
        match this.data() {
            StrData::Ascii(units) => 49 + units.len(),
            StrData::Latin1(units) => 73 + units.len(),
            StrData::Ucs2(units) => 74 + units.len() * 2,
            StrData::Ucs4(units) => 76 + units.len() * 4,
        }
    }

    #[pymethod("__getnewargs__($self, /)", no_text)]
    fn getnewargs(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        let copy = vm.new_str_data(this.data());
        Ok(vm.new_tuple(vec![copy]))
    }

    /// Return the str formatted as format_spec says.
    #[pymethod("__format__($self, format_spec, /)")]
    fn format_method(vm: &mut Vm, this: This<'_, PyStr>, format_spec: &PyStr) -> PyResult {
        vm.format_str(this.value(), this.payload(), format_spec)
    }
}
