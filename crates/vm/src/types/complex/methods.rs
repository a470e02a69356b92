//! The methods and attributes of complex.

use minipy_macros::pymethods;

use super::PyComplex;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

#[pymethods(part = "methods")]
impl PyComplex {
    /// Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.
    #[pymethod("conjugate($self, /)")]
    fn conjugate(vm: &mut Vm, this: This<'_, PyComplex>) -> Value {
        vm.new_complex(this.real, -this.imag)
    }

    #[pymethod("__getnewargs__($self, /)")]
    fn getnewargs(vm: &mut Vm, this: This<'_, PyComplex>) -> Value {
        let parts = [vm.new_float(this.real), vm.new_float(this.imag)];
        vm.new_tuple_from(&parts)
    }

    /// Convert to a string according to format_spec.
    #[pymethod("__format__($self, format_spec, /)")]
    fn format(vm: &mut Vm, this: This<'_, PyComplex>, format_spec: &PyStr) -> PyResult {
        vm.format_complex(this.value(), this.real, this.imag, format_spec)
    }

    /// the real part of a complex number
    #[getter("real")]
    fn real(this: This<'_, PyComplex>) -> f64 {
        this.real
    }

    /// the imaginary part of a complex number
    #[getter("imag")]
    fn imag(this: This<'_, PyComplex>) -> f64 {
        this.imag
    }
}
