//! The methods that `bytes` and `bytearray` share.

use minipy_macros::pymethods;

use super::{ByteString, ascii, search};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr, StrData};
use crate::object::Ty;
use crate::stringlib::{Side, find, pad, split};
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

/// The byte to fill with.
fn fill_byte(vm: &mut Vm, fill: Option<&Value>, method: &str) -> PyResult<u8> {
    let Some(fill) = fill else { return Ok(b' ') };
    let bytes = match (fill.downcast::<PyBytes>(), fill.downcast::<PyByteArray>()) {
        (Some(bytes), _) => Some(bytes.as_bytes().to_vec()),
        (_, Some(array)) => Some(array.bytes.borrow(vm).clone()),
        _ => None,
    };
    match bytes.as_deref() {
        Some([byte]) => Ok(*byte),
        _ => {
            let ty = if fill.is_none() { String::from("None") } else { vm.type_name(fill) };
            Err(vm.type_error(format!("{method}() argument 2 must be a byte string of length 1, not {ty}")))
        }
    }
}

fn padded<T: ByteString>(vm: &mut Vm, this: This<'_, T>, sides: (usize, usize), fill: u8) -> PyResult {
    let len = this.payload().bytes(vm).len();
    if sides == (0, 0) {
        return Ok(this.take(vm, this.value(), 0..len));
    }
    vm.check_size(len.saturating_add(sides.0).saturating_add(sides.1).saturating_mul(2))?;
    let out = pad::pad(this.payload().bytes(vm), sides.0, sides.1, fill);
    Ok(T::make(vm, &out))
}

fn missing<T: ByteString>(vm: &Vm, this: This<'_, T>, width: isize) -> usize {
    width.max(0).unsigned_abs().saturating_sub(this.payload().bytes(vm).len())
}

fn index_of(vm: &mut Vm, found: Option<usize>) -> PyResult<usize> {
    found.ok_or_else(|| vm.value_error("subsection not found"))
}

macro_rules! shared_methods {
    ($T:ident) => {
        #[pymethods(part = "methods")]
        impl $T {
            /// Return the lowest index where sub is found, or -1.
            #[pymethod("find($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
            fn find(
                vm: &mut Vm,
                this: This<'_, $T>,
                sub: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<isize> {
                let found = search::position(vm, this.payload(), sub, (start, end), find::find)?;
                Ok(found.map_or(-1, |place| place as isize))
            }

            /// Return the highest index where sub is found, or -1.
            #[pymethod("rfind($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
            fn rfind(
                vm: &mut Vm,
                this: This<'_, $T>,
                sub: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<isize> {
                let found = search::position(vm, this.payload(), sub, (start, end), find::rfind)?;
                Ok(found.map_or(-1, |place| place as isize))
            }

            /// Like find, but raise ValueError when sub is not found.
            #[pymethod("index($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
            fn index(
                vm: &mut Vm,
                this: This<'_, $T>,
                sub: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<usize> {
                let found = search::position(vm, this.payload(), sub, (start, end), find::find)?;
                index_of(vm, found)
            }

            /// Like rfind, but raise ValueError when sub is not found.
            #[pymethod("rindex($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
            fn rindex(
                vm: &mut Vm,
                this: This<'_, $T>,
                sub: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<usize> {
                let found = search::position(vm, this.payload(), sub, (start, end), find::rfind)?;
                index_of(vm, found)
            }

            /// Return the number of non-overlapping occurrences of sub.
            #[pymethod("count($self, sub, start=None, end=None, /)", no_text, convention = "tuple")]
            fn count(
                vm: &mut Vm,
                this: This<'_, $T>,
                sub: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<usize> {
                search::count(vm, this.payload(), sub, (start, end))
            }

            /// Return True if the bytes start with the prefix (or one of a tuple).
            #[pymethod("startswith($self, prefix, start=None, end=None, /)", no_text, convention = "tuple")]
            fn startswith(
                vm: &mut Vm,
                this: This<'_, $T>,
                prefix: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<bool> {
                search::has_end(vm, this.payload(), prefix, (start, end), false)
            }

            /// Return True if the bytes end with the suffix (or one of a tuple).
            #[pymethod("endswith($self, suffix, start=None, end=None, /)", no_text, convention = "tuple")]
            fn endswith(
                vm: &mut Vm,
                this: This<'_, $T>,
                suffix: &Value,
                start: Option<&Value>,
                end: Option<&Value>,
            ) -> PyResult<bool> {
                search::has_end(vm, this.payload(), suffix, (start, end), true)
            }

            /// Return the bytes without the given prefix, if it is there.
            #[pymethod("removeprefix($self, prefix, /)")]
            fn removeprefix(vm: &mut Vm, this: This<'_, $T>, prefix: &Value) -> PyResult {
                let prefix = vm.bytes_like(prefix)?;
                let bytes = this.payload().bytes(vm);
                let (start, end) = (if bytes.starts_with(&prefix) { prefix.len() } else { 0 }, bytes.len());
                Ok(this.take(vm, this.value(), start..end))
            }

            /// Return the bytes without the given suffix, if it is there.
            #[pymethod("removesuffix($self, suffix, /)")]
            fn removesuffix(vm: &mut Vm, this: This<'_, $T>, suffix: &Value) -> PyResult {
                let suffix = vm.bytes_like(suffix)?;
                let bytes = this.payload().bytes(vm);
                let end = if bytes.ends_with(&suffix) { bytes.len() - suffix.len() } else { bytes.len() };
                Ok(this.take(vm, this.value(), 0..end))
            }

            /// Return a copy with occurrences of old (the first count of them, if count is not negative) replaced by new.
            #[pymethod("replace($self, old, new, count=-1, /)")]
            fn replace(vm: &mut Vm, this: This<'_, $T>, old: &Value, new: &Value, count: isize) -> PyResult {
                search::replace(vm, this, old, new, count)
            }

            /// Return a list of the sections in the bytes, using sep as the delimiter.
            ///
            /// White space is, without sep. At most maxsplit splits, from the left.
            #[pymethod("split($self, /, sep=None, maxsplit=-1)")]
            fn split(vm: &mut Vm, this: This<'_, $T>, sep: Option<&Value>, maxsplit: isize) -> PyResult {
                search::split_at(vm, this, sep, maxsplit, false)
            }

            /// Like split, but from the right.
            #[pymethod("rsplit($self, /, sep=None, maxsplit=-1)")]
            fn rsplit(vm: &mut Vm, this: This<'_, $T>, sep: Option<&Value>, maxsplit: isize) -> PyResult {
                search::split_at(vm, this, sep, maxsplit, true)
            }

            /// Return a list of the lines, with their ends if keepends is true.
            #[pymethod("splitlines($self, /, keepends=False)")]
            fn splitlines(vm: &mut Vm, this: This<'_, $T>, keepends: i32) -> PyResult {
                let is_break = |byte| matches!(byte, b'\n' | b'\r');
                let ranges = split::lines(this.payload().bytes(vm), keepends != 0, is_break);
                Ok(search::parts(vm, this, ranges))
            }

            /// Return the part before the first sep, sep itself, and the part after it.
            #[pymethod("partition($self, sep, /)")]
            fn partition(vm: &mut Vm, this: This<'_, $T>, sep: &Value) -> PyResult {
                search::partition(vm, this, sep, false)
            }

            /// Return the part before the last sep, sep itself, and the part after it.
            #[pymethod("rpartition($self, sep, /)")]
            fn rpartition(vm: &mut Vm, this: This<'_, $T>, sep: &Value) -> PyResult {
                search::partition(vm, this, sep, true)
            }

            /// Strip leading and trailing white space, or the given bytes.
            #[pymethod("strip($self, bytes=None, /)")]
            fn strip(vm: &mut Vm, this: This<'_, $T>, bytes: Option<&Value>) -> PyResult {
                search::strip(vm, this, bytes, Side::Both)
            }

            /// Strip leading white space, or the given bytes.
            #[pymethod("lstrip($self, bytes=None, /)")]
            fn lstrip(vm: &mut Vm, this: This<'_, $T>, bytes: Option<&Value>) -> PyResult {
                search::strip(vm, this, bytes, Side::Left)
            }

            /// Strip trailing white space, or the given bytes.
            #[pymethod("rstrip($self, bytes=None, /)")]
            fn rstrip(vm: &mut Vm, this: This<'_, $T>, bytes: Option<&Value>) -> PyResult {
                search::strip(vm, this, bytes, Side::Right)
            }

            /// Concatenate any number of bytes objects.
            ///
            /// This one stands between them.
            #[pymethod("join($self, iterable_of_bytes, /)")]
            fn join(vm: &mut Vm, this: This<'_, $T>, iterable: &Value) -> PyResult {
                search::join(vm, this, iterable)
            }

            /// Return a copy in which bytes are mapped through the table, after those in delete are gone.
            #[pymethod("translate($self, table, /, delete=b'')")]
            fn translate(vm: &mut Vm, this: This<'_, $T>, table: &Value, delete: Option<&Value>) -> PyResult {
                search::translate(vm, this, table, delete)
            }

            /// Return a table for translate.
            #[staticmethod("maketrans(frm, to, /)")]
            fn maketrans(vm: &mut Vm, frm: &Value, to: &Value) -> PyResult {
                search::maketrans(vm, frm, to)
            }

            /// Return the bytes in the middle of a field of at least the given width.
            #[pymethod("center($self, width, fillchar=b' ', /)")]
            fn center(vm: &mut Vm, this: This<'_, $T>, width: isize, fillchar: Option<&Value>) -> PyResult {
                let fill = fill_byte(vm, fillchar, "center")?;
                let len = this.payload().bytes(vm).len();
                padded(vm, this, pad::center(len, width.max(0).unsigned_abs()), fill)
            }

            /// Return the bytes at the left of a field of at least the given width.
            #[pymethod("ljust($self, width, fillchar=b' ', /)")]
            fn ljust(vm: &mut Vm, this: This<'_, $T>, width: isize, fillchar: Option<&Value>) -> PyResult {
                let fill = fill_byte(vm, fillchar, "ljust")?;
                let missing = missing(vm, this, width);
                padded(vm, this, (0, missing), fill)
            }

            /// Return the bytes at the right of a field of at least the given width.
            #[pymethod("rjust($self, width, fillchar=b' ', /)")]
            fn rjust(vm: &mut Vm, this: This<'_, $T>, width: isize, fillchar: Option<&Value>) -> PyResult {
                let fill = fill_byte(vm, fillchar, "rjust")?;
                let missing = missing(vm, this, width);
                padded(vm, this, (missing, 0), fill)
            }

            /// Fill with ASCII zeros behind the sign up to the given width.
            #[pymethod("zfill($self, width, /)")]
            fn zfill(vm: &mut Vm, this: This<'_, $T>, width: isize) -> PyResult {
                if missing(vm, this, width) == 0 {
                    return padded(vm, this, (0, 0), b'0');
                }
                vm.check_size(width.unsigned_abs().saturating_mul(2))?;
                let out = pad::zfill(this.payload().bytes(vm), width.unsigned_abs(), b'0');
                Ok(<$T as ByteString>::make(vm, &out))
            }

            /// Return a copy in which tabs are blanks up to the next column that is a multiple of tabsize.
            #[pymethod("expandtabs($self, /, tabsize=8)")]
            fn expandtabs(vm: &mut Vm, this: This<'_, $T>, tabsize: i32) -> PyResult {
                let tabs = usize::try_from(tabsize).unwrap_or(0);
                let Some(len) = pad::expanded_len(this.payload().bytes(vm), tabs) else {
                    return Err(vm.overflow_error("result too long"));
                };
                vm.check_size(len.saturating_mul(2))?;
                let out = pad::expand_tabs(this.payload().bytes(vm), tabs, b' ');
                Ok(<$T as ByteString>::make(vm, &out))
            }

            /// Decode the bytes using the codec registered for encoding.
            #[pymethod("decode($self, /, encoding='utf-8', errors='strict')")]
            fn decode(vm: &mut Vm, this: This<'_, $T>, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
                if encoding.is_none()
                    && errors.is_none()
                    && let text = this.payload().bytes(vm)
                    && text.is_ascii()
                {
                    return Ok(vm.new_str_data(StrData::Ascii(text)));
                }
                let encoding = vm.codec_argument(encoding, "utf-8")?;
                let errors = vm.codec_argument(errors, "strict")?;
                let bytes = vm.bytes_like(this.value())?;
                vm.decode_bytes(this.value(), &bytes, &encoding, &errors)
            }

            /// Create a string of hexadecimal numbers from a bytes object.
            ///
            /// sep stands after every bytes_per_sep bytes.
            #[pymethod("hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)")]
            fn hex(vm: &mut Vm, this: This<'_, $T>, sep: Option<&Value>, bytes_per_sep: i32) -> PyResult<String> {
                let bytes = vm.bytes_like(this.value())?;
                search::hex(vm, &bytes, sep, bytes_per_sep)
            }

            /// Create a bytes object from a string of hexadecimal numbers.
            ///
            /// There may be white space between bytes.
            #[classmethod("fromhex($type, string, /)")]
            fn fromhex(vm: &mut Vm, cls: Ty, string: &PyStr) -> PyResult {
                match ascii::from_hex(string.data().code_points()) {
                    Ok(bytes) => {
                        let made = <$T as ByteString>::make(vm, &bytes);
                        if cls == vm.ty::<$T>() { Ok(made) } else { vm.call(&cls.value(), &[made]) }
                    }
                    Err(place) => {
                        let message = format!("non-hexadecimal number found in fromhex() arg at position {place}");
                        Err(vm.value_error(message))
                    }
                }
            }
        }
    };
}

shared_methods!(PyBytes);
shared_methods!(PyByteArray);
