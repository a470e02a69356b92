//! The operators of `bytes`.

use minipy_macros::pymethods;

use super::iter::PyBytesIterator;
use super::{ACCESS, ByteString, ascii};
use crate::args::This;
use crate::exc::{PyResult, Raised};
use crate::heap::var::PyBytes;
use crate::object::CompareOp;
use crate::protocol::buffer::Buffer;
use crate::stringlib::{find, part};
use crate::types::sequence::{bad_subscript, int_subscript};
use crate::types::slice::PySlice;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Whether `item` (bytes-like, or an int in range(256)) is in `this`.
    pub(crate) fn bytes_contain<T: ByteString>(&mut self, this: &T, item: &Value) -> PyResult<bool> {
        if item.as_small_int().is_some() || self.type_of(item).slots.index.get().is_some() {
            let byte = self.byte_value(item)?;
            return Ok(find::find_unit(this.bytes(self), byte).is_some());
        }
        let item = self.bytes_like(item)?;
        Ok(find::find(this.bytes(self), &item).is_some())
    }

    /// `a + b` of bytes-like objects.
    pub(crate) fn concat_bytes(&mut self, a: &Value, b: &Value) -> PyResult<Vec<u8>> {
        if !self.has_buffer(a) || !self.has_buffer(b) {
            return Err(self.cannot_concat(a, b));
        }
        let (x, y) = (self.bytes_like(a)?, self.bytes_like(b)?);
        self.check_size(x.len().saturating_add(y.len()).saturating_mul(2))?;
        let mut out = Vec::with_capacity(x.len() + y.len());
        out.extend_from_slice(&x);
        out.extend_from_slice(&y);
        Ok(out)
    }

    #[cold]
    pub(crate) fn cannot_concat(&mut self, a: &Value, b: &Value) -> Raised {
        let (ta, tb) = (self.type_name(a), self.type_name(b));
        self.type_error(format!("can't concat {tb} to {ta}"))
    }

    /// `bytes * count`, after a look at the size.
    pub(crate) fn check_repeat(&mut self, len: usize, count: isize) -> PyResult<usize> {
        let count = count.max(0).unsigned_abs();
        match len.checked_mul(count).filter(|&size| isize::try_from(size).is_ok()) {
            Some(size) => self.check_size(size.saturating_mul(2))?,
            None => return Err(self.overflow_error("repeated bytes are too long")),
        }
        Ok(count)
    }
}

#[pymethods(part = "ops")]
impl PyBytes {
    #[slot(buffer)]
    fn buffer(_vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult<Buffer> {
        Ok(Buffer::simple(this.value(), &ACCESS, this.as_bytes().len(), true))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult {
        vm.check_size(this.as_bytes().len().saturating_mul(4))?;
        Ok(vm.new_str(&ascii::repr(this.as_bytes())))
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult {
        PyBytes::repr(vm, this)
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult<i64> {
        Ok(this.cached_hash(vm.hash_key))
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, this: This<'_, PyBytes>, other: &Value, op: CompareOp) -> PyResult {
        let Some(other) = other.downcast::<PyBytes>() else { return Ok(Value::NOT_IMPLEMENTED) };
        Ok(Value::bool(op.holds(this.as_bytes().cmp(other.as_bytes()))))
    }

    #[slot(len)]
    fn len(_vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult<usize> {
        Ok(this.as_bytes().len())
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyBytes>) -> PyResult {
        Ok(vm.new_object(PyBytesIterator::new(this.value().clone())))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyBytes>, key: &Value) -> PyResult {
        let bytes = this.as_bytes();
        if let Some(slice) = key.downcast::<PySlice>() {
            let span = slice.unpack(vm)?.fit(bytes.len());
            return Ok(match span.as_range() {
                Some(range) if range == (0..bytes.len()) && vm.is_exact::<PyBytes>(this.value()) => {
                    this.value().clone()
                }
                Some(range) => vm.new_bytes(part(bytes, range)),
                None => vm.new_bytes(&span.select(bytes)),
            });
        }
        let Some(index) = int_subscript(vm, key)? else { return Err(bad_subscript(vm, "byte", key)) };
        match Vm::normalize_index(index, bytes.len()).and_then(|place| bytes.get(place)) {
            Some(&byte) => Ok(Value::int32(i32::from(byte))),
            None => Err(vm.index_error("index out of range")),
        }
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyBytes>, item: &Value) -> PyResult<bool> {
        vm.bytes_contain(this.payload(), item)
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let bytes = vm.concat_bytes(left, right)?;
        Ok(vm.new_bytes(&bytes))
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyBytes>, count: isize) -> PyResult {
        if count == 1 && vm.is_exact::<PyBytes>(this.value()) {
            return Ok(this.value().clone());
        }
        let count = vm.check_repeat(this.as_bytes().len(), count)?;
        Ok(vm.new_bytes(&this.as_bytes().repeat(count)))
    }

    #[slot(remainder)]
    fn remainder(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let Some(format) = left.downcast::<PyBytes>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let bytes = vm.percent_bytes(format.as_bytes(), right)?;
        Ok(vm.new_bytes(&bytes))
    }

    #[pymethod("__getnewargs__($self, /)", no_text)]
    fn getnewargs(vm: &mut Vm, this: This<'_, PyBytes>) -> Value {
        let copy = vm.new_bytes(this.as_bytes());
        vm.new_tuple(vec![copy])
    }

    /// Return the size of the bytes in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(this: &PyBytes) -> usize {
        33 + this.as_bytes().len()
    }
}
