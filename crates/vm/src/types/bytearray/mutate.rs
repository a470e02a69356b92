//! Methods that change a `bytearray`.

use minipy_macros::pymethods;

use super::PyByteArray;
use crate::args::This;
use crate::exc::PyResult;
use crate::stringlib::find;
use crate::types::bytes::ByteString;
use crate::value::Value;
use crate::vm::Vm;

#[pymethods(part = "mutate")]
impl PyByteArray {
    /// Append a byte.
    #[pymethod("append($self, item, /)")]
    fn append(vm: &mut Vm, this: This<'_, PyByteArray>, item: &Value) -> PyResult<()> {
        let byte = vm.byte_value(item)?;
        this.check_resizable(vm)?;
        this.bytes.borrow_mut(vm).push(byte);
        Ok(())
    }

    /// Append all bytes of a buffer or an iterable of ints.
    #[pymethod("extend($self, iterable_of_ints, /)")]
    fn extend(vm: &mut Vm, this: This<'_, PyByteArray>, items: &Value) -> PyResult<()> {
        let more = if vm.has_buffer(items) {
            vm.buffer_copy(items)?
        } else if vm.type_of(items).slots.iter.get().is_none() && !vm.is_sequence(items) {
            let ty = vm.type_name(items);
            return Err(vm.type_error(format!("can't extend bytearray with {ty}")));
        } else {
            vm.bytes_from_iterable("bytearray", items)?
        };
        if !more.is_empty() {
            this.check_resizable(vm)?;
            this.bytes.borrow_mut(vm).extend_from_slice(&more);
        }
        Ok(())
    }

    /// Insert a byte before the given index.
    #[pymethod("insert($self, index, item, /)")]
    fn insert(vm: &mut Vm, this: This<'_, PyByteArray>, index: isize, item: &Value) -> PyResult<()> {
        let byte = vm.byte_value(item)?;
        this.check_resizable(vm)?;
        let bytes = this.bytes.borrow_mut(vm);
        let (place, _) = crate::stringlib::adjust(index, isize::MAX, bytes.len());
        let place = place.min(bytes.len());
        bytes.insert(place, byte);
        Ok(())
    }

    /// Remove and return the byte at the given index (the last by default).
    #[pymethod("pop($self, index=-1, /)")]
    fn pop(vm: &mut Vm, this: This<'_, PyByteArray>, index: isize) -> PyResult<i32> {
        let len = this.bytes.borrow(vm).len();
        if len == 0 {
            return Err(vm.index_error("pop from empty bytearray"));
        }
        let Some(place) = Vm::normalize_index(index, len) else {
            return Err(vm.index_error("pop index out of range"));
        };
        this.check_resizable(vm)?;
        Ok(i32::from(this.bytes.borrow_mut(vm).remove(place)))
    }

    /// Remove the first occurrence of a byte.
    #[pymethod("remove($self, value, /)")]
    fn remove(vm: &mut Vm, this: This<'_, PyByteArray>, value: &Value) -> PyResult<()> {
        let byte = vm.byte_value(value)?;
        let Some(place) = find::find_unit(this.bytes.borrow(vm).as_slice(), byte) else {
            return Err(vm.value_error("value not found in bytearray"));
        };
        this.check_resizable(vm)?;
        this.bytes.borrow_mut(vm).remove(place);
        Ok(())
    }

    /// Reverse the bytes in place.
    #[pymethod("reverse($self, /)")]
    fn reverse(vm: &mut Vm, this: This<'_, PyByteArray>) {
        this.bytes.borrow_mut(vm).reverse();
    }

    /// Remove all bytes.
    #[pymethod("clear($self, /)")]
    fn clear(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult<()> {
        this.check_resizable(vm)?;
        this.bytes.take(vm);
        Ok(())
    }

    /// Return a copy.
    #[pymethod("copy($self, /)")]
    fn copy(vm: &mut Vm, this: This<'_, PyByteArray>) -> Value {
        PyByteArray::make(vm, this.bytes.borrow(vm))
    }
}
