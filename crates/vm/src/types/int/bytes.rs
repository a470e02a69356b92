//! `int.to_bytes` and `int.from_bytes`.

use dashu_int::{IBig, UBig};
use minipy_macros::pymethods;

use super::{Num, PyInt, number};
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr};
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// Two's complement of `number` in `length` bytes, the lowest first; `None` if they are too few.
fn little_endian(number: Num<'_>, length: usize, signed: bool) -> Option<Vec<u8>> {
    let negative = number.is_negative();
    let big = number.big();
    // As many as a negative number needs: of -128, all bits but the sign are those of 127.
    let bits = if negative { number::bit_length(&(big.as_ref() + IBig::ONE)) } else { number::bit_length(&big) };
    if bits + usize::from(signed) > length.saturating_mul(8) {
        return None;
    }
    let magnitude = number::magnitude(&if negative { !big.as_ref() } else { big.into_owned() });
    let mut bytes = magnitude.to_le_bytes().into_vec();
    bytes.resize(length, 0);
    if negative {
        bytes.iter_mut().for_each(|byte| *byte = !*byte);
    }
    Some(bytes)
}

impl Vm {
    /// Whether the text of `byteorder` is "little".
    fn is_little(&mut self, byteorder: &PyStr) -> PyResult<bool> {
        match byteorder.as_ascii() {
            Some("little") => Ok(true),
            Some("big") => Ok(false),
            _ => Err(self.value_error("byteorder must be either 'little' or 'big'")),
        }
    }

    /// Bytes as `bytes(value)` makes them of an object other than a count.
    fn object_bytes(&mut self, value: &Value) -> PyResult<Vec<u8>> {
        if !self.is_exact::<PyBytes>(value) {
            let name = self.names.__bytes__.clone();
            if let Some(bytes) = self.call_special(value, &name, &[])? {
                return match bytes.downcast::<PyBytes>() {
                    Some(bytes) => Ok(bytes.as_bytes().to_vec()),
                    None => {
                        let ty = self.type_name(&bytes);
                        Err(self.type_error(format!("__bytes__ returned non-bytes (type {ty})")))
                    }
                };
            }
        }
        self.bytes_from_object("bytes", value)
    }
}

#[pymethods(part = "bytes")]
impl PyInt {
    /// Return an array of bytes representing an integer.
    ///
    ///   length
    ///     How many bytes to use; OverflowError if the int needs more.
    ///   byteorder
    ///     'big': the highest byte comes first; 'little': the lowest does. `sys.byteorder` is the machine's own.
    ///   signed
    ///     Use two's complement. Without it, a negative int raises OverflowError.
    #[pymethod("to_bytes($self, /, length, byteorder, *, signed=False)")]
    fn to_bytes(vm: &mut Vm, this: &Value, length: isize, byteorder: &PyStr, signed: bool) -> PyResult {
        let little = vm.is_little(byteorder)?;
        let Ok(length) = usize::try_from(length) else {
            return Err(vm.value_error("length argument must be non-negative"));
        };
        let number = Num::of(this).unwrap_or(Num::Small(0));
        if number.is_negative() && !signed {
            return Err(vm.overflow_error("can't convert negative int to unsigned"));
        }
        vm.check_size(length.saturating_mul(2))?;
        let Some(mut bytes) = little_endian(number, length, signed && !number.is_zero()) else {
            return Err(vm.overflow_error("int too big to convert"));
        };
        if !little {
            bytes.reverse();
        }
        Ok(vm.new_bytes(&bytes))
    }

    /// Return the integer represented by the given array of bytes.
    ///
    ///   bytes
    ///     A bytes-like object, or an iterable of ints that bytes can be made of.
    ///   byteorder
    ///     'big': the highest byte comes first; 'little': the lowest does. `sys.byteorder` is the machine's own.
    ///   signed
    ///     Read two's complement.
    #[classmethod("from_bytes($type, /, bytes, byteorder, *, signed=False)")]
    fn from_bytes(vm: &mut Vm, cls: Ty, bytes: &Value, byteorder: &PyStr, signed: bool) -> PyResult {
        let little = vm.is_little(byteorder)?;
        let mut bytes = vm.object_bytes(bytes)?;
        if little {
            bytes.reverse();
        }
        let negative = signed && bytes.first().is_some_and(|&top| top >= 0x80);
        let mut number = IBig::from(UBig::from_be_bytes(&bytes));
        if negative {
            number -= IBig::ONE << (bytes.len() * 8);
        }
        let int = vm.new_bigint(number);
        if cls == vm.ty::<PyInt>() {
            return Ok(int);
        }
        vm.call(&cls.value(), &[int])
    }
}
