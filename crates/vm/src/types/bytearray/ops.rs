//! The operators of `bytearray`.

use minipy_macros::pymethods;

use super::{ACCESS, PyByteArray};
use crate::args::This;
use crate::exc::PyResult;
use crate::object::CompareOp;
use crate::protocol::buffer::Buffer;
use crate::stringlib::part;
use crate::types::bytes::iter::PyByteArrayIterator;
use crate::types::bytes::{ByteString, ascii};
use crate::types::sequence::{bad_subscript, int_subscript};
use crate::types::slice::PySlice;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The index that a key is; TypeError in bytearray's words if it is none.
    fn bytearray_index(&mut self, key: &Value) -> PyResult<isize> {
        int_subscript(self, key)?.ok_or_else(|| bad_subscript(self, "bytearray", key))
    }

    /// The place that an index stands for now.
    fn bytearray_place(&mut self, this: This<'_, PyByteArray>, index: isize) -> PyResult<usize> {
        let len = this.bytes.borrow(self).len();
        Vm::normalize_index(index, len).ok_or_else(|| self.index_error("bytearray index out of range"))
    }

    fn set_bytearray_slice(&mut self, this: This<'_, PyByteArray>, slice: &PySlice, new: Vec<u8>) -> PyResult<()> {
        let span = slice.unpack(self)?.fit(this.bytes.borrow(self).len());
        if let Some(range) = span.as_range() {
            let range = range.start..range.end.max(range.start);
            if range.len() != new.len() {
                this.check_resizable(self)?;
            }
            this.bytes.borrow_mut(self).splice(range, new);
            return Ok(());
        }
        if new.is_empty() {
            return self.delete_bytearray_slice(this, slice);
        }
        if new.len() != span.len {
            let message =
                format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), span.len);
            return Err(self.value_error(message));
        }
        let bytes = this.bytes.borrow_mut(self);
        for (place, byte) in span.places().zip(new) {
            if let Some(slot) = bytes.get_mut(place) {
                *slot = byte;
            }
        }
        Ok(())
    }

    fn delete_bytearray_slice(&mut self, this: This<'_, PyByteArray>, slice: &PySlice) -> PyResult<()> {
        let span = slice.unpack(self)?.fit(this.bytes.borrow(self).len());
        if span.len == 0 {
            return Ok(());
        }
        this.check_resizable(self)?;
        let bytes = this.bytes.borrow_mut(self);
        if let Some(range) = span.as_range() {
            bytes.drain(range);
            return Ok(());
        }
        let mut doomed: Vec<usize> = span.places().collect();
        doomed.sort_unstable();
        let mut doomed = doomed.into_iter().peekable();
        let mut place = 0;
        bytes.retain(|_| {
            let keep = doomed.next_if_eq(&place).is_none();
            place += 1;
            keep
        });
        Ok(())
    }
}

#[pymethods(part = "ops")]
impl PyByteArray {
    #[slot(buffer)]
    fn buffer(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult<Buffer> {
        let len = this.bytes.borrow(vm).len();
        Ok(Buffer::simple(this.value(), &ACCESS, len, false))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult {
        let len = this.bytes.borrow(vm).len();
        vm.check_size(len.saturating_mul(4))?;
        let name = vm.type_name(this.value());
        let text = format!("{name}({})", ascii::repr_in_bytearray(this.bytes.borrow(vm)));
        Ok(vm.new_str(&text))
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult {
        PyByteArray::repr(vm, this)
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyByteArray>, other: &Value, op: CompareOp) -> PyResult {
        if !vm.has_buffer(other) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let order = vm.with_buffer(other, |vm, other| this.bytes.borrow(vm).as_slice().cmp(other))?;
        Ok(Value::bool(op.holds(order)))
    }

    #[slot(len)]
    fn len(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult<usize> {
        Ok(this.bytes.borrow(vm).len())
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult {
        Ok(vm.new_object(PyByteArrayIterator::new(this.value().clone())))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyByteArray>, key: &Value) -> PyResult {
        if let Some(slice) = key.downcast::<PySlice>() {
            let unpacked = slice.unpack(vm)?;
            let bytes = this.bytes.borrow(vm);
            let span = unpacked.fit(bytes.len());
            return Ok(match span.as_range() {
                Some(range) => PyByteArray::make(vm, part(bytes, range)),
                None => PyByteArray::make(vm, &span.select(bytes)),
            });
        }
        let index = vm.bytearray_index(key)?;
        let place = vm.bytearray_place(this, index)?;
        let byte = this.bytes.borrow(vm).get(place).copied().unwrap_or(0);
        Ok(Value::int32(i32::from(byte)))
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyByteArray>, key: &Value, value: Option<&Value>) -> PyResult<()> {
        if let Some(slice) = key.downcast::<PySlice>() {
            let Some(value) = value else { return vm.delete_bytearray_slice(this, slice) };
            let iterable = vm.has_buffer(value) || vm.type_of(value).slots.iter.get().is_some();
            if !iterable || value.is_a::<crate::heap::var::PyStr>() {
                let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                return Err(vm.type_error(message));
            }
            let new = vm.bytes_from_object("bytearray", value)?;
            return vm.set_bytearray_slice(this, slice, new);
        }
        let index = vm.bytearray_index(key)?;
        match value {
            Some(value) => {
                let byte = vm.byte_value(value)?;
                let place = vm.bytearray_place(this, index)?;
                if let Some(slot) = this.bytes.borrow_mut(vm).get_mut(place) {
                    *slot = byte;
                }
            }
            None => {
                let place = vm.bytearray_place(this, index)?;
                this.check_resizable(vm)?;
                this.bytes.borrow_mut(vm).remove(place);
            }
        }
        Ok(())
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyByteArray>, item: &Value) -> PyResult<bool> {
        vm.bytes_contain(this.payload(), item)
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let bytes = vm.concat_bytes(left, right)?;
        Ok(vm.new_object(PyByteArray::new(bytes)))
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyByteArray>, count: isize) -> PyResult {
        let len = this.bytes.borrow(vm).len();
        let count = vm.check_repeat(len, count)?;
        let bytes = this.bytes.borrow(vm).repeat(count);
        Ok(vm.new_object(PyByteArray::new(bytes)))
    }

    #[slot(remainder)]
    fn remainder(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let Some(format) = left.downcast::<PyByteArray>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let format = format.bytes.get(vm);
        let bytes = vm.percent_bytes(&format, right)?;
        Ok(vm.new_object(PyByteArray::new(bytes)))
    }

    #[slot(inplace_concat)]
    fn inplace_concat(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let Some(array) = left.downcast::<PyByteArray>() else { return Ok(Value::NOT_IMPLEMENTED) };
        if !vm.has_buffer(right) {
            return Err(vm.cannot_concat(left, right));
        }
        let more = vm.bytes_like(right)?;
        if !more.is_empty() {
            array.check_resizable(vm)?;
            vm.check_size(more.len())?;
            array.bytes.borrow_mut(vm).extend_from_slice(&more);
        }
        Ok(left.clone())
    }

    #[slot(inplace_repeat)]
    fn inplace_repeat(vm: &mut Vm, this: This<'_, PyByteArray>, count: isize) -> PyResult {
        let len = this.bytes.borrow(vm).len();
        let count = vm.check_repeat(len, count)?;
        if count != 1 && len > 0 {
            this.check_resizable(vm)?;
            let bytes = this.bytes.borrow(vm).repeat(count);
            this.bytes.set(vm, bytes);
        }
        Ok(this.value().clone())
    }
}
