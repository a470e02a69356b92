//! Constructor and pickling of `bytearray`.

use minipy_macros::pymethods;

use super::PyByteArray;
use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    fn reduce_bytearray(&mut self, this: This<'_, PyByteArray>, protocol: isize) -> PyResult {
        let bytes = this.bytes.get(self);
        let args = if protocol < 3 {
            let text = self.new_str_narrow(crate::heap::var::StrData::Latin1(&bytes));
            let encoding = self.new_str("latin-1");
            self.new_tuple(vec![text, encoding])
        } else {
            let bytes = self.new_bytes(&bytes);
            self.new_tuple(vec![bytes])
        };
        let class = self.type_of(this.value()).value();
        let dict = self.instance_dict(this.value()).unwrap_or(Value::NONE);
        Ok(self.new_tuple(vec![class, args, dict]))
    }
}

#[pymethods(part = "construct")]
impl PyByteArray {
    #[slot(new)]
    fn new_raw(vm: &mut Vm, cls: Ty, _args: Args<'_>) -> PyResult {
        Ok(vm.new_instance(cls, PyByteArray::new(Vec::new())))
    }

    #[init("bytearray(source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)", no_text)]
    fn init(
        vm: &mut Vm,
        this: This<'_, PyByteArray>,
        source: Option<&Value>,
        encoding: Option<&PyStr>,
        errors: Option<&PyStr>,
    ) -> PyResult<()> {
        let bytes = vm.bytes_from_arguments("bytearray", source, encoding, errors)?;
        if bytes.len() != this.bytes.borrow(vm).len() {
            this.check_resizable(vm)?;
        }
        this.bytes.set(vm, bytes);
        Ok(())
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyByteArray>) -> PyResult {
        vm.reduce_bytearray(this, 2)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce_ex__($self, proto=0, /)")]
    fn reduce_ex(vm: &mut Vm, this: This<'_, PyByteArray>, proto: isize) -> PyResult {
        vm.reduce_bytearray(this, proto)
    }

    /// Return the size of the bytearray in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(vm: &mut Vm, this: This<'_, PyByteArray>) -> usize {
        56 + PyByteArray::alloc(vm, this)
    }

    /// Return the number of bytes allocated.
    #[pymethod("__alloc__($self, /)", no_text)]
    fn alloc(vm: &mut Vm, this: This<'_, PyByteArray>) -> usize {
        match this.bytes.borrow(vm).len() {
            0 => 0,
            len => len + 1,
        }
    }
}
