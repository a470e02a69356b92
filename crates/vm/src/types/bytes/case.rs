//! ASCII case and character classes as methods of `bytes` and `bytearray`.

use minipy_macros::pymethods;

use super::{ByteString, ascii};
use crate::args::This;
use crate::heap::var::PyBytes;
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

macro_rules! case_methods {
    ($T:ident) => {
        #[pymethods(part = "case")]
        impl $T {
            /// Return a copy with ASCII letters in lower case.
            #[pymethod("lower($self, /)", no_text)]
            fn lower(vm: &mut Vm, this: This<'_, $T>) -> Value {
                <$T>::make(vm, &this.payload().bytes(vm).to_ascii_lowercase())
            }

            /// Return a copy with ASCII letters in upper case.
            #[pymethod("upper($self, /)", no_text)]
            fn upper(vm: &mut Vm, this: This<'_, $T>) -> Value {
                <$T>::make(vm, &this.payload().bytes(vm).to_ascii_uppercase())
            }

            /// Return a copy in which ASCII words start in upper case and go on in lower case.
            #[pymethod("title($self, /)", no_text)]
            fn title(vm: &mut Vm, this: This<'_, $T>) -> Value {
                <$T>::make(vm, &ascii::title(this.payload().bytes(vm)))
            }

            /// Return a copy with the first byte in upper case and the rest in lower case.
            #[pymethod("capitalize($self, /)", no_text)]
            fn capitalize(vm: &mut Vm, this: This<'_, $T>) -> Value {
                <$T>::make(vm, &ascii::capitalize(this.payload().bytes(vm)))
            }

            /// Return a copy with ASCII upper case made lower and lower case made upper.
            #[pymethod("swapcase($self, /)", no_text)]
            fn swapcase(vm: &mut Vm, this: This<'_, $T>) -> Value {
                <$T>::make(vm, &ascii::swap_case(this.payload().bytes(vm)))
            }

            /// Return True if there are bytes and all are ASCII letters.
            #[pymethod("isalpha($self, /)", no_text)]
            fn isalpha(vm: &mut Vm, this: This<'_, $T>) -> bool {
                ascii::all(this.payload().bytes(vm), u8::is_ascii_alphabetic)
            }

            /// Return True if there are bytes and all are ASCII letters or digits.
            #[pymethod("isalnum($self, /)", no_text)]
            fn isalnum(vm: &mut Vm, this: This<'_, $T>) -> bool {
                ascii::all(this.payload().bytes(vm), u8::is_ascii_alphanumeric)
            }

            /// Return True if all bytes are ASCII.
            #[pymethod("isascii($self, /)", no_text)]
            fn isascii(vm: &mut Vm, this: This<'_, $T>) -> bool {
                this.payload().bytes(vm).is_ascii()
            }

            /// Return True if there are bytes and all are ASCII digits.
            #[pymethod("isdigit($self, /)", no_text)]
            fn isdigit(vm: &mut Vm, this: This<'_, $T>) -> bool {
                ascii::all(this.payload().bytes(vm), u8::is_ascii_digit)
            }

            /// Return True if there are bytes and all are ASCII white space.
            #[pymethod("isspace($self, /)", no_text)]
            fn isspace(vm: &mut Vm, this: This<'_, $T>) -> bool {
                ascii::all(this.payload().bytes(vm), |&byte| ascii::is_space(byte))
            }

            /// Return True if there are ASCII letters and all are lower case.
            #[pymethod("islower($self, /)", no_text)]
            fn islower(vm: &mut Vm, this: This<'_, $T>) -> bool {
                let bytes = this.payload().bytes(vm);
                bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
            }

            /// Return True if there are ASCII letters and all are upper case.
            #[pymethod("isupper($self, /)", no_text)]
            fn isupper(vm: &mut Vm, this: This<'_, $T>) -> bool {
                let bytes = this.payload().bytes(vm);
                bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
            }

            /// Return True if words start in upper case and go on in lower case, and there is one.
            #[pymethod("istitle($self, /)", no_text)]
            fn istitle(vm: &mut Vm, this: This<'_, $T>) -> bool {
                ascii::is_title(this.payload().bytes(vm))
            }
        }
    };
}

case_methods!(PyBytes);
case_methods!(PyByteArray);
