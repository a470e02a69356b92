//! `str.encode`.

use minipy_macros::pymethods;

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, StrData};
use crate::vm::Vm;

#[pymethods(part = "encode")]
impl PyStr {
    /// Encode the string using the codec registered for encoding.
    ///
    /// errors says what to do about characters that the encoding does not have.
    #[pymethod("encode($self, /, encoding='utf-8', errors='strict')")]
    fn encode(vm: &mut Vm, this: This<'_, PyStr>, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
        if let (None, StrData::Ascii(text)) = (encoding, this.data())
            && errors.is_none()
        {
            return Ok(vm.new_bytes(text));
        }
        let encoding = vm.codec_argument(encoding, "utf-8")?;
        let errors = vm.codec_argument(errors, "strict")?;
        vm.encode_str(this.value(), &encoding, &errors)
    }
}
