//! Builtins that make text of values and values of text.

use dashu_int::IBig;

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr, StrData};
use crate::object::MethodDef;
use crate::protocol::format::Digits;
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

/// Return the canonical string representation of the object.
///
/// For many object types, including most builtins, eval(repr(obj)) == obj.
#[pyfunction("repr(obj, /)")]
fn repr(vm: &mut Vm, obj: &Value) -> PyResult {
    vm.repr(obj)
}

/// Return an ASCII-only representation of an object.
///
/// As repr(), return a string containing a printable representation of an
/// object, but escape the non-ASCII characters in the string returned by
/// repr() using \\x, \\u or \\U escapes. This generates a string similar
/// to that returned by repr() in Python 2.
#[pyfunction("ascii(obj, /)")]
fn ascii(vm: &mut Vm, obj: &Value) -> PyResult {
    vm.ascii(obj)
}

/// Return value.__format__(format_spec)
///
/// format_spec defaults to the empty string.
#[pyfunction("format(value, format_spec='', /)")]
fn format(vm: &mut Vm, value: &Value, format_spec: Option<This<'_, PyStr>>) -> PyResult {
    let spec = format_spec.map_or_else(|| vm.new_str(""), |spec| spec.value().clone());
    vm.format(value, &spec)
}

/// Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.
#[pyfunction("chr(i, /)")]
fn chr(vm: &mut Vm, i: &Value) -> PyResult {
    let index = vm.index(i)?;
    let code = match vm.int_to_i64(&index).map(i32::try_from) {
        Some(Ok(code)) => code,
        Some(Err(_)) | None => return Err(vm.overflow_error("Python int too large to convert to C int")),
    };
    match u32::try_from(code) {
        Ok(code) if code <= 0x10_ffff => Ok(vm.new_char(code)),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

/// Return the Unicode code point for a one-character string.
#[pyfunction("ord(c, /)")]
fn ord(vm: &mut Vm, c: &Value) -> PyResult {
    let (code, len) = if let Some(text) = c.downcast::<PyStr>() {
        (text.at(0), text.len())
    } else if let Some(bytes) = c.downcast::<PyBytes>() {
        (bytes.as_bytes().first().map(|byte| u32::from(*byte)), bytes.as_bytes().len())
    } else if let Some(bytes) = c.downcast::<crate::types::bytearray::PyByteArray>() {
        let bytes = bytes.bytes.borrow(vm);
        (bytes.first().map(|byte| u32::from(*byte)), bytes.len())
    } else {
        let got = vm.type_name(c);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {got} found")));
    };
    match code {
        Some(code) if len == 1 => Ok(vm.new_int(i64::from(code))),
        _ => Err(vm.type_error(format!("ord() expected a character, but string of length {len} found"))),
    }
}

fn in_base(vm: &mut Vm, number: &Value, prefix: &str, radix: u8) -> PyResult {
    if let Some(int) = number.as_small_int() {
        let digits = Digits::new(int.unsigned_abs(), u32::from(radix));
        let mut text = StrBuilder::with_capacity(72);
        text.push_str(if int < 0 { "-" } else { "" });
        text.push_str(prefix);
        text.push_data(StrData::Ascii(digits.as_bytes()));
        return Ok(vm.new_text(&text));
    }
    let number = vm.to_bigint(number)?;
    let sign = if number < IBig::ZERO { "-" } else { "" };
    let digits = number.in_radix(radix).to_string();
    let digits = digits.trim_start_matches('-');
    Ok(vm.new_str(&format!("{sign}{prefix}{digits}")))
}

/// Return the binary representation of an integer.
///
///    >>> bin(2796202)
///    '0b1010101010101010101010'
#[pyfunction("bin(number, /)")]
fn bin(vm: &mut Vm, number: &Value) -> PyResult {
    in_base(vm, number, "0b", 2)
}

/// Return the octal representation of an integer.
///
///    >>> oct(342391)
///    '0o1234567'
#[pyfunction("oct(number, /)")]
fn oct(vm: &mut Vm, number: &Value) -> PyResult {
    in_base(vm, number, "0o", 8)
}

/// Return the hexadecimal representation of an integer.
///
///    >>> hex(12648430)
///    '0xc0ffee'
#[pyfunction("hex(number, /)")]
fn hex(vm: &mut Vm, number: &Value) -> PyResult {
    in_base(vm, number, "0x", 16)
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![repr, ascii, format, chr, ord, bin, oct, hex];
