//! Constructor, attributes and methods of `memoryview`.

use minipy_macros::pymethods;

use super::PyMemoryView;
use super::item::{native_letter, size_of_letter};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::Ty;
use crate::protocol::buffer::Buffer;
use crate::types::bytes::search;
use crate::types::list::PyList;
use crate::value::Value;
use crate::vm::Vm;

/// Whether the items lie one after the other, the first index the fastest.
fn is_fortran_contiguous(buffer: &Buffer) -> bool {
    let mut expected = buffer.itemsize as isize;
    for (&len, &stride) in buffer.shape.iter().zip(&buffer.strides) {
        if len > 1 && stride != expected {
            return false;
        }
        expected *= len as isize;
    }
    true
}

impl Vm {
    fn sizes(&mut self, sizes: impl Iterator<Item = isize>) -> Value {
        let sizes = sizes.map(|size| self.new_int(size as i64)).collect();
        self.new_tuple(sizes)
    }

    fn view_list(&mut self, buffer: &Buffer, dimension: usize, place: usize) -> PyResult {
        let (Some(&len), Some(&stride)) = (buffer.shape.get(dimension), buffer.strides.get(dimension)) else {
            return self.view_item(buffer, place);
        };
        let mut items = Vec::with_capacity(len);
        for i in 0..len as isize {
            items.push(self.view_list(buffer, dimension + 1, place.wrapping_add_signed(stride * i))?);
        }
        Ok(self.new_list(items))
    }

    /// The shape that `cast` is given.
    fn cast_shape(&mut self, shape: &Value) -> PyResult<Vec<usize>> {
        let items = match (shape.downcast::<PyList>(), shape.downcast::<PyTuple>()) {
            (Some(list), _) => list.items.borrow(self).clone(),
            (_, Some(tuple)) => tuple.items().to_vec(),
            _ => return Err(self.type_error("shape must be a list or a tuple")),
        };
        if items.len() > 64 {
            return Err(self.value_error("memoryview: number of dimensions must not exceed 64"));
        }
        let mut sizes = Vec::with_capacity(items.len());
        for item in items {
            if item.as_small_int().is_none() && !item.is_a::<crate::types::int::PyInt>() {
                return Err(self.type_error("memoryview.cast(): elements of shape must be integers"));
            }
            match usize::try_from(self.index_isize(&item)?) {
                Ok(size) if size > 0 => sizes.push(size),
                _ => return Err(self.value_error("memoryview.cast(): elements of shape must be integers > 0")),
            }
        }
        Ok(sizes)
    }

    fn cast_view(&mut self, mut buffer: Buffer, format: &str, shape: Option<&Value>) -> PyResult<Buffer> {
        if !buffer.is_c_contiguous() {
            return Err(self.type_error("memoryview: casts are restricted to C-contiguous views"));
        }
        if shape.is_some() && buffer.shape.len() != 1 {
            return Err(self.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
        }
        let Some(letter) = native_letter(format) else {
            return Err(self.value_error(
                "memoryview: destination format must be a native single character format prefixed with an optional '@'",
            ));
        };
        let is_byte = |letter: Option<u8>| matches!(letter, Some(b'b' | b'B' | b'c'));
        if !is_byte(Some(letter)) && !is_byte(native_letter(&buffer.format)) {
            return Err(self.type_error("memoryview: cannot cast between two non-byte formats"));
        }
        let (bytes, itemsize) = (buffer.nbytes(), size_of_letter(letter).unwrap_or(1));
        if !bytes.is_multiple_of(itemsize) {
            return Err(self.type_error("memoryview: length is not a multiple of itemsize"));
        }
        buffer.shape = match shape {
            Some(shape) => self.cast_shape(shape)?,
            None => vec![bytes / itemsize],
        };
        let total = buffer.shape.iter().try_fold(itemsize, |total, &size| total.checked_mul(size));
        if total != Some(bytes) {
            return Err(self.type_error("memoryview: product(shape) * itemsize != buffer size"));
        }
        let mut stride = itemsize as isize;
        buffer.strides.clear();
        for &len in buffer.shape.iter().rev() {
            buffer.strides.push(stride);
            stride = stride.wrapping_mul(len as isize);
        }
        buffer.strides.reverse();
        buffer.itemsize = itemsize;
        buffer.format = format.to_owned();
        Ok(buffer)
    }
}

#[pymethods(part = "methods")]
impl PyMemoryView {
    #[new("memoryview(object)")]
    fn new_view(vm: &mut Vm, _cls: Ty, object: &Value) -> PyResult {
        vm.new_memoryview(object)
    }

    /// The underlying object of the memoryview.
    #[getter("obj")]
    fn obj(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        Ok(this.buffer(vm)?.owner.clone())
    }

    /// The number of bytes that the items have together.
    #[getter("nbytes")]
    fn nbytes(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<usize> {
        Ok(this.buffer(vm)?.nbytes())
    }

    /// Whether the memory is read only.
    #[getter("readonly")]
    fn readonly(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<bool> {
        Ok(this.buffer(vm)?.readonly)
    }

    /// The size in bytes of each item.
    #[getter("itemsize")]
    fn itemsize(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<usize> {
        Ok(this.buffer(vm)?.itemsize)
    }

    /// The format of each item, in the words of the module struct.
    #[getter("format")]
    fn format(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<String> {
        Ok(this.buffer(vm)?.format.clone())
    }

    /// The number of dimensions.
    #[getter("ndim")]
    fn ndim(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<usize> {
        Ok(this.buffer(vm)?.shape.len())
    }

    /// The number of items along each dimension.
    #[getter("shape")]
    fn shape(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let buffer = this.buffer(vm)?;
        Ok(vm.sizes(buffer.shape.iter().map(|&size| size as isize)))
    }

    /// The bytes between neighbours along each dimension.
    #[getter("strides")]
    fn strides(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let buffer = this.buffer(vm)?;
        Ok(vm.sizes(buffer.strides.iter().copied()))
    }

    /// Used for PIL-style arrays only.
    #[getter("suboffsets")]
    fn suboffsets(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        this.buffer(vm)?;
        Ok(vm.new_tuple(Vec::new()))
    }

    /// Whether the memory is C contiguous.
    #[getter("c_contiguous")]
    fn c_contiguous(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<bool> {
        Ok(this.buffer(vm)?.is_c_contiguous())
    }

    /// Whether the memory is Fortran contiguous.
    #[getter("f_contiguous")]
    fn f_contiguous(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<bool> {
        Ok(is_fortran_contiguous(&this.buffer(vm)?))
    }

    /// Whether the memory is contiguous.
    #[getter("contiguous")]
    fn contiguous(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult<bool> {
        let buffer = this.buffer(vm)?;
        Ok(buffer.is_c_contiguous() || is_fortran_contiguous(&buffer))
    }

    /// Release the underlying buffer.
    #[pymethod("release($self, /)")]
    fn release_method(vm: &mut Vm, this: This<'_, PyMemoryView>) {
        this.release(vm);
    }

    #[pymethod("__enter__($self, /)", no_text)]
    fn enter(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        this.buffer(vm)?;
        Ok(this.value().clone())
    }

    #[pymethod("__exit__($self, *args)", no_text, convention = "tuple")]
    fn exit(vm: &mut Vm, this: This<'_, PyMemoryView>, _args: &[Value]) {
        this.release(vm);
    }

    /// Return the bytes, in the given order of indices.
    #[pymethod("tobytes($self, /, order='C')")]
    fn tobytes(vm: &mut Vm, this: This<'_, PyMemoryView>, order: Option<&Value>) -> PyResult {
        let mut buffer = this.buffer(vm)?;
        let order = match order.filter(|order| !order.is_none()) {
            None => String::from("C"),
            Some(order) if order.is_a::<PyStr>() => vm.str_lossy(order),
            Some(order) => {
                let ty = vm.type_name(order);
                return Err(vm.type_error(format!("tobytes() argument 'order' must be str or None, not {ty}")));
            }
        };
        match order.as_str() {
            "C" => {}
            "F" => {
                buffer.shape.reverse();
                buffer.strides.reverse();
            }
            "A" if is_fortran_contiguous(&buffer) => {
                buffer.shape.reverse();
                buffer.strides.reverse();
            }
            "A" => {}
            _ => return Err(vm.value_error("order must be 'C', 'F' or 'A'")),
        }
        let bytes = buffer.to_vec(vm);
        Ok(vm.new_bytes(&bytes))
    }

    /// Return the bytes as hexadecimal digits, sep after every bytes_per_sep bytes.
    #[pymethod("hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)")]
    fn hex(vm: &mut Vm, this: This<'_, PyMemoryView>, sep: Option<&Value>, bytes_per_sep: i32) -> PyResult<String> {
        let bytes = this.buffer(vm)?.to_vec(vm);
        search::hex(vm, &bytes, sep, bytes_per_sep)
    }

    /// Return the items as a list (of lists, where there are more dimensions).
    #[pymethod("tolist($self, /)")]
    fn tolist(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let buffer = this.buffer(vm)?;
        vm.view_list(&buffer, 0, buffer.offset)
    }

    /// Return a read-only view of the same memory.
    #[pymethod("toreadonly($self, /)")]
    fn toreadonly(vm: &mut Vm, this: This<'_, PyMemoryView>) -> PyResult {
        let mut buffer = this.buffer(vm)?;
        buffer.readonly = true;
        Ok(vm.new_object(PyMemoryView::new(buffer)))
    }

    /// Return a view of the same memory with another format or shape.
    #[pymethod("cast($self, /, format, shape=<unrepresentable>)")]
    fn cast(vm: &mut Vm, this: This<'_, PyMemoryView>, format: &PyStr, shape: Option<&Value>) -> PyResult {
        let format = format.data().to_lossy();
        let buffer = this.buffer(vm)?;
        let cast = vm.cast_view(buffer, &format, shape)?;
        Ok(vm.new_object(PyMemoryView::new(cast)))
    }
}
