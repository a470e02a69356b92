//! The operators of `memoryview`: indexing, assignment, comparison, hash.

use minipy_macros::pymethods;

use super::PyMemoryView;
use super::iter::PyMemoryIterator;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::CompareOp;
use crate::protocol::buffer::Buffer;
use crate::types::sequence::int_subscript;
use crate::types::slice::PySlice;
use crate::types::str::hash::hash_bytes;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The value of the item at a byte's place.
    pub(super) fn view_item(&mut self, buffer: &Buffer, place: usize) -> PyResult {
        let memory = (buffer.access.read)(self, &buffer.owner);
        let mut item = [0; 16];
        let size = buffer.itemsize.min(item.len());
        match (item.get_mut(..size), memory.get(place..place + size)) {
            (Some(item), Some(bytes)) => item.copy_from_slice(bytes),
            _ => return Err(self.index_error("index out of bounds on dimension 1")),
        }
        let bytes = item.get(..size).unwrap_or_default();
        self.unpack_item(&buffer.format, bytes)
    }

    /// Adds an index along a dimension to the place of an item.
    fn view_step(&mut self, buffer: &Buffer, dimension: usize, key: &Value, place: usize) -> PyResult<usize> {
        let index = int_subscript(self, key)?.unwrap_or(0);
        let len = buffer.shape.get(dimension).copied().unwrap_or(0);
        let stride = buffer.strides.get(dimension).copied().unwrap_or(0);
        match Vm::normalize_index(index, len) {
            Some(index) => Ok(place.wrapping_add_signed(stride.wrapping_mul(index as isize))),
            None => Err(self.index_error(format!("index out of bounds on dimension {}", dimension + 1))),
        }
    }

    fn is_view_index(&self, key: &Value) -> bool {
        key.as_small_int().is_some() || self.type_of(key).slots.index.get().is_some()
    }

    /// The place of the one item that a key names; `None` if the key is no index.
    fn view_place(&mut self, buffer: &Buffer, key: &Value) -> PyResult<Option<usize>> {
        if self.is_view_index(key) {
            return match buffer.shape.len() {
                0 => Err(self.type_error("invalid indexing of 0-dim memory")),
                1 => self.view_step(buffer, 0, key, buffer.offset).map(Some),
                _ => Err(self.not_implemented_error("multi-dimensional sub-views are not implemented")),
            };
        }
        let Some(tuple) = key.downcast::<PyTuple>() else { return Ok(None) };
        if !tuple.items().iter().all(|key| self.is_view_index(key)) {
            return Ok(None);
        }
        let (given, ndim) = (tuple.items().len(), buffer.shape.len());
        if given > ndim {
            let message = format!("cannot index {ndim}-dimension view with {given}-element tuple");
            return Err(self.type_error(message));
        }
        if given < ndim {
            return Err(self.not_implemented_error("sub-views are not implemented"));
        }
        let mut place = buffer.offset;
        for (dimension, key) in tuple.items().iter().enumerate() {
            place = self.view_step(buffer, dimension, key, place)?;
        }
        Ok(Some(place))
    }

    /// The view of a slice along the first dimension.
    fn view_slice(&mut self, mut buffer: Buffer, slice: &PySlice) -> PyResult<Buffer> {
        let len = buffer.shape.first().copied().unwrap_or(0);
        let span = slice.unpack(self)?.fit(len);
        let stride = buffer.strides.first().copied().unwrap_or(0);
        if span.len > 0 {
            buffer.offset = buffer.offset.wrapping_add_signed(stride.wrapping_mul(span.start as isize));
        }
        if let (Some(len), Some(step)) = (buffer.shape.first_mut(), buffer.strides.first_mut()) {
            *len = span.len;
            *step = stride.wrapping_mul(span.step);
        }
        Ok(buffer)
    }

    /// Whether two views have equal items.
    fn views_equal(&mut self, a: &Buffer, b: &Buffer) -> PyResult<bool> {
        if a.shape != b.shape {
            return Ok(false);
        }
        let plain = |buffer: &Buffer| matches!(buffer.format.as_str(), "B" | "b" | "c" | "?");
        if a.format == b.format && plain(a) && a.format != "?" {
            return Ok(a.to_vec(self) == b.to_vec(self));
        }
        for (x, y) in a.places().into_iter().zip(b.places()) {
            let x = self.view_item(a, x);
            let x = self.catch(x, self.exc.not_implemented_error)?;
            let y = self.view_item(b, y);
            let y = self.catch(y, self.exc.not_implemented_error)?;
            match (x, y) {
                (Some(x), Some(y)) if self.compare(&x, &y, CompareOp::Eq)?.is_true() => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }
}

#[pymethods(part = "ops")]
impl PyMemoryView {
    #[slot(buffer)]
    fn buffer_slot(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<Buffer> {
        this.buffer(vm)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let what = if this.buffer.borrow(vm).is_some() { "memory" } else { "released memory" };
        let id = vm.id(this.value());
        Ok(vm.new_str(&format!("<{what} at {id:#x}>")))
    }

    #[slot(len)]
    fn len(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<usize> {
        Ok(this.buffer(vm)?.shape.first().copied().unwrap_or(1))
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let buffer = this.buffer(vm)?;
        let Some(&len) = buffer.shape.first() else {
            return Err(vm.type_error("invalid indexing of 0-dim memory"));
        };
        Ok(vm.new_object(PyMemoryIterator::new(this.value().clone(), len)))
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyMemoryView>, key: &Value) -> PyResult {
        if let Some(byte) = key.as_small_int().and_then(|index| this.plain_byte(vm, index)) {
            return Ok(Value::int32(i32::from(byte)));
        }
        let buffer = this.buffer(vm)?;
        if buffer.shape.is_empty() {
            let empty = key.downcast::<PyTuple>().is_some_and(|tuple| tuple.items().is_empty());
            if empty {
                return vm.view_item(&buffer, buffer.offset);
            }
            if key.is_ellipsis() {
                return Ok(this.value().clone());
            }
            return Err(vm.type_error("invalid indexing of 0-dim memory"));
        }
        if let Some(slice) = key.downcast::<PySlice>() {
            let part = vm.view_slice(buffer, slice)?;
            return Ok(vm.new_object(PyMemoryView::new(part)));
        }
        match vm.view_place(&buffer, key)? {
            Some(place) => vm.view_item(&buffer, place),
            None => Err(vm.type_error("memoryview: invalid slice key")),
        }
    }

    #[slot(setitem)]
    fn setitem(vm: &mut Vm, this: This<'_, PyMemoryView>, key: &Value, value: Option<&Value>) -> PyResult<()> {
        let buffer = this.buffer(vm)?;
        if buffer.readonly {
            return Err(vm.type_error("cannot modify read-only memory"));
        }
        let Some(value) = value else { return Err(vm.type_error("cannot delete memory")) };
        let (places, bytes) = match key.downcast::<PySlice>() {
            Some(slice) if buffer.shape.len() == 1 => {
                let part = vm.view_slice(buffer.clone(), slice)?;
                let source = vm.buffer(value)?;
                if source.shape != part.shape || source.format != part.format || source.itemsize != part.itemsize {
                    let message = "memoryview assignment: lvalue and rvalue have different structures";
                    return Err(vm.value_error(message));
                }
                (part.places(), source.to_vec(vm))
            }
            Some(_) => {
                return Err(
                    vm.not_implemented_error("memoryview slice assignments are currently restricted to ndim = 1")
                );
            }
            None => {
                let empty = key.downcast::<PyTuple>().is_some_and(|tuple| tuple.items().is_empty());
                let place = if buffer.shape.is_empty() && (empty || key.is_ellipsis()) {
                    Some(buffer.offset)
                } else {
                    vm.view_place(&buffer, key)?
                };
                let Some(place) = place else { return Err(vm.type_error("memoryview: invalid slice key")) };
                (vec![place], vm.pack_item(&buffer.format, value)?)
            }
        };
        let memory = (buffer.access.write)(vm, &buffer.owner);
        for (place, item) in places.into_iter().zip(bytes.chunks(buffer.itemsize.max(1))) {
            if let Some(target) = memory.get_mut(place..place + item.len()) {
                target.copy_from_slice(item);
            }
        }
        Ok(())
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<i64> {
        if this.hash.get() != -1 {
            return Ok(this.hash.get());
        }
        let buffer = this.buffer(vm)?;
        if !buffer.readonly {
            return Err(vm.value_error("cannot hash writable memoryview object"));
        }
        if !matches!(buffer.format.as_str(), "B" | "b" | "c" | "@B" | "@b" | "@c") {
            return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
        }
        vm.hash(&buffer.owner)?;
        let hash = hash_bytes(&buffer.to_vec(vm), vm.hash_key);
        this.hash.set(hash);
        Ok(hash)
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyMemoryView>, other: &Value, op: CompareOp) -> PyResult {
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let other_view = other.downcast::<PyMemoryView>();
        let released =
            this.buffer.borrow(vm).is_none() || other_view.is_some_and(|view| view.buffer.borrow(vm).is_none());
        let equal = if released {
            this.value().is(other)
        } else {
            if !vm.has_buffer(other) {
                return Ok(Value::NOT_IMPLEMENTED);
            }
            let (a, b) = (this.buffer(vm)?, vm.buffer(other)?);
            vm.views_equal(&a, &b)?
        };
        Ok(Value::bool(equal == (op == CompareOp::Eq)))
    }
}
