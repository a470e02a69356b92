//! The module `_codecs`, on which `codecs` and `encodings` stand.

use minipy_macros::{functions, pyfunction};

use super::codec::{ByteOrder, Codec};
use super::handler::Handler;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::def::{MethodDef, ModuleDef};
use crate::value::Value;
use crate::vm::Vm;

/// Register a function that finds codecs by name.
#[pyfunction("register(search_function, /)")]
fn register(vm: &mut Vm, search_function: &Value) -> PyResult<()> {
    vm.register_codec_search(search_function)
}

/// Take a search function out again.
#[pyfunction("unregister(search_function, /)")]
fn unregister(vm: &mut Vm, search_function: &Value) {
    vm.unregister_codec_search(search_function);
}

/// Find the codec of an encoding.
#[pyfunction("lookup(encoding, /)")]
fn lookup(vm: &mut Vm, encoding: &PyStr) -> PyResult {
    let encoding = vm.codec_argument(Some(encoding), "")?;
    vm.lookup_codec(&encoding)
}

/// Encode an object.
#[pyfunction("encode(obj, encoding='utf-8', errors='strict')")]
fn encode(vm: &mut Vm, obj: &Value, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
    let encoding = vm.codec_argument(encoding, "utf-8")?;
    let errors = vm.codec_argument(errors, "strict")?;
    if obj.is_a::<PyStr>() && super::convert::native_codec(&encoding).is_some() {
        return vm.encode_str(obj, &encoding, &errors);
    }
    vm.codec_call(&encoding, 0, obj, &errors)
}

/// Decode an object.
#[pyfunction("decode(obj, encoding='utf-8', errors='strict')")]
fn decode(vm: &mut Vm, obj: &Value, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
    let encoding = vm.codec_argument(encoding, "utf-8")?;
    let errors = vm.codec_argument(errors, "strict")?;
    if vm.has_buffer(obj) && super::convert::native_codec(&encoding).is_some() {
        let bytes = vm.buffer_copy(obj)?;
        return vm.decode_bytes(obj, &bytes, &encoding, &errors);
    }
    vm.codec_call(&encoding, 1, obj, &errors)
}

/// Register a function that handles errors under a name.
#[pyfunction("register_error(errors, handler, /)")]
fn register_error(vm: &mut Vm, errors: &PyStr, handler: &Value) -> PyResult<()> {
    let name = vm.codec_argument(Some(errors), "")?;
    vm.register_error_handler(&name, handler)
}

/// Find the error handler of a name.
#[pyfunction("lookup_error(name, /)")]
fn lookup_error(vm: &mut Vm, name: &PyStr) -> PyResult {
    let name = vm.codec_argument(Some(name), "")?;
    vm.lookup_error_handler(&name)
}

fn encoded(vm: &mut Vm, codec: Codec, text: &PyStr, errors: Option<&PyStr>) -> PyResult {
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = vm.encode_native(codec, text.data(), &errors)?;
    let (bytes, len) = (vm.new_bytes(&bytes), vm.new_int(text.len() as i64));
    Ok(vm.new_tuple(vec![bytes, len]))
}

fn decoded(vm: &mut Vm, codec: Codec, data: &Value, errors: Option<&PyStr>, last: bool) -> PyResult {
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = match data.downcast::<PyStr>() {
        // The escape codecs take text too.
        Some(text) if matches!(codec, Codec::UnicodeEscape | Codec::RawUnicodeEscape) => {
            vm.encode_native(Codec::Utf8, text.data(), "strict")?
        }
        _ => vm.buffer_copy(data)?,
    };
    let (text, used) = vm.decode_native(codec, &bytes, &errors, last)?;
    let (text, used) = (vm.new_text(&text), vm.new_int(used as i64));
    Ok(vm.new_tuple(vec![text, used]))
}

macro_rules! codecs {
    ($($encode:ident $encode_text:literal $decode:ident $decode_text:literal $last:literal $codec:expr;)*) => { $(
        #[doc = "Encode text; returns the bytes and the length of the text."]
        #[pyfunction($encode_text)]
        fn $encode(vm: &mut Vm, string: &PyStr, errors: Option<&PyStr>) -> PyResult {
            encoded(vm, $codec, string, errors)
        }

        #[doc = "Decode bytes; returns the text and how many bytes were used."]
        #[pyfunction($decode_text)]
        fn $decode(vm: &mut Vm, data: &Value, errors: Option<&PyStr>, last: Option<bool>) -> PyResult {
            decoded(vm, $codec, data, errors, last.unwrap_or($last))
        }
    )* };
}

codecs! {
    utf_8_encode "utf_8_encode(str, errors=None, /)" utf_8_decode "utf_8_decode(data, errors=None, final=False, /)" false Codec::Utf8;
    utf_7_encode "utf_7_encode(str, errors=None, /)" utf_7_decode "utf_7_decode(data, errors=None, final=False, /)" false Codec::Utf7;
    utf_16_encode "utf_16_encode(str, errors=None, /)" utf_16_decode "utf_16_decode(data, errors=None, final=False, /)" false Codec::Utf16(ByteOrder::Marked);
    utf_16_le_encode "utf_16_le_encode(str, errors=None, /)" utf_16_le_decode "utf_16_le_decode(data, errors=None, final=False, /)" false Codec::Utf16(ByteOrder::Little);
    utf_16_be_encode "utf_16_be_encode(str, errors=None, /)" utf_16_be_decode "utf_16_be_decode(data, errors=None, final=False, /)" false Codec::Utf16(ByteOrder::Big);
    utf_32_encode "utf_32_encode(str, errors=None, /)" utf_32_decode "utf_32_decode(data, errors=None, final=False, /)" false Codec::Utf32(ByteOrder::Marked);
    utf_32_le_encode "utf_32_le_encode(str, errors=None, /)" utf_32_le_decode "utf_32_le_decode(data, errors=None, final=False, /)" false Codec::Utf32(ByteOrder::Little);
    utf_32_be_encode "utf_32_be_encode(str, errors=None, /)" utf_32_be_decode "utf_32_be_decode(data, errors=None, final=False, /)" false Codec::Utf32(ByteOrder::Big);
    unicode_escape_encode "unicode_escape_encode(str, errors=None, /)" unicode_escape_decode "unicode_escape_decode(data, errors=None, final=True, /)" true Codec::UnicodeEscape;
    raw_unicode_escape_encode "raw_unicode_escape_encode(str, errors=None, /)" raw_unicode_escape_decode "raw_unicode_escape_decode(data, errors=None, final=True, /)" true Codec::RawUnicodeEscape;
    latin_1_encode "latin_1_encode(str, errors=None, /)" latin_1_decode "latin_1_decode(data, errors=None, final=True, /)" true Codec::Latin1;
    ascii_encode "ascii_encode(str, errors=None, /)" ascii_decode "ascii_decode(data, errors=None, final=True, /)" true Codec::Ascii;
}

/// Decode UTF-16; returns the text, how many bytes were used, and the byte order found (-1, 0, 1).
#[pyfunction("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")]
fn utf_16_ex_decode(vm: &mut Vm, data: &Value, errors: Option<&PyStr>, byteorder: i32, last: bool) -> PyResult {
    ex_decoded(vm, data, errors, byteorder, last, Codec::Utf16)
}

/// Decode UTF-32; returns the text, how many bytes were used, and the byte order found (-1, 0, 1).
#[pyfunction("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")]
fn utf_32_ex_decode(vm: &mut Vm, data: &Value, errors: Option<&PyStr>, byteorder: i32, last: bool) -> PyResult {
    ex_decoded(vm, data, errors, byteorder, last, Codec::Utf32)
}

fn ex_decoded(
    vm: &mut Vm,
    data: &Value,
    errors: Option<&PyStr>,
    byteorder: i32,
    last: bool,
    family: fn(ByteOrder) -> Codec,
) -> PyResult {
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = vm.buffer_copy(data)?;
    let order = match byteorder {
        0 => ByteOrder::Marked,
        ..0 => ByteOrder::Little,
        _ => ByteOrder::Big,
    };
    let (found, mark) = family(order).for_input(&bytes);
    let byteorder = match (mark, found) {
        (0, _) => byteorder,
        (_, found) if found == family(ByteOrder::Big) => 1,
        _ => -1,
    };
    let (text, used) = vm.decode_native(family(order), &bytes, &errors, last)?;
    let parts = vec![vm.new_text(&text), vm.new_int(used as i64), Value::int32(byteorder)];
    Ok(vm.new_tuple(parts))
}

/// Decode bytes by a table; returns the text and how many bytes were used.
#[pyfunction("charmap_decode(data, errors=None, mapping=None, /)")]
fn charmap_decode(vm: &mut Vm, data: &Value, errors: Option<&PyStr>, mapping: Option<&Value>) -> PyResult {
    let Some(mapping) = mapping else { return decoded(vm, Codec::Latin1, data, errors, true) };
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = vm.buffer_copy(data)?;
    let text = vm.charmap_decode(&bytes, &errors, mapping)?;
    let (text, used) = (vm.new_text(&text), vm.new_int(bytes.len() as i64));
    Ok(vm.new_tuple(vec![text, used]))
}

/// Encode text by a table; returns the bytes and the length of the text.
#[pyfunction("charmap_encode(str, errors=None, mapping=None, /)")]
fn charmap_encode(vm: &mut Vm, string: &PyStr, errors: Option<&PyStr>, mapping: Option<&Value>) -> PyResult {
    let Some(mapping) = mapping else { return encoded(vm, Codec::Latin1, string, errors) };
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = vm.charmap_encode(string.data(), &errors, mapping)?;
    let (bytes, len) = (vm.new_bytes(&bytes), vm.new_int(string.len() as i64));
    Ok(vm.new_tuple(vec![bytes, len]))
}

/// Turn a decoding table into an encoding map.
#[pyfunction("charmap_build(map, /)")]
fn charmap_build(vm: &mut Vm, map: &PyStr) -> PyResult {
    let table = vm.new_dict();
    for (byte, c) in map.data().code_points().enumerate().take(256) {
        if c != 0xfffe {
            vm.set_item(&table, &Value::int32(c as i32), &Value::int32(byte as i32))?;
        }
    }
    Ok(table)
}

/// Return the bytes of a buffer (or the UTF-8 form of a str), and their number.
#[pyfunction("readbuffer_encode(data, errors=None, /)")]
fn readbuffer_encode(vm: &mut Vm, data: &Value, _errors: Option<&PyStr>) -> PyResult {
    let bytes = match data.downcast::<PyStr>() {
        Some(text) => vm.encode_native(Codec::Utf8, text.data(), "strict")?,
        None => vm.buffer_copy(data)?,
    };
    let (len, bytes) = (vm.new_int(bytes.len() as i64), vm.new_bytes(&bytes));
    Ok(vm.new_tuple(vec![bytes, len]))
}

/// Write bytes with escapes, as in a bytes literal.
#[pyfunction("escape_encode(data, errors=None, /)")]
fn escape_encode(vm: &mut Vm, data: &Value, _errors: Option<&PyStr>) -> PyResult {
    let bytes = vm.buffer_copy(data)?;
    let escaped = super::byte_escape::encode(&bytes);
    let (escaped, len) = (vm.new_bytes(&escaped), vm.new_int(bytes.len() as i64));
    Ok(vm.new_tuple(vec![escaped, len]))
}

/// Read bytes with escapes, as in a bytes literal.
#[pyfunction("escape_decode(data, errors=None, /)")]
fn escape_decode(vm: &mut Vm, data: &Value, errors: Option<&PyStr>) -> PyResult {
    let errors = vm.codec_argument(errors, "strict")?;
    let bytes = match data.downcast::<PyStr>() {
        Some(text) => vm.encode_native(Codec::Utf8, text.data(), "strict")?,
        None => vm.buffer_copy(data)?,
    };
    match super::byte_escape::decode(&bytes, &errors) {
        Ok(decoded) => {
            let (decoded, len) = (vm.new_bytes(&decoded), vm.new_int(bytes.len() as i64));
            Ok(vm.new_tuple(vec![decoded, len]))
        }
        Err(message) => Err(vm.value_error(message)),
    }
}

macro_rules! handlers {
    ($($name:ident $text:literal $handler:ident;)*) => { $(
        #[doc = concat!("The error handler behind ", stringify!($name), ".")]
        #[pyfunction($text)]
        fn $name(vm: &mut Vm, error: &Value) -> PyResult {
            vm.handle_unicode_error(Handler::$handler, error)
        }
    )* };
}

handlers! {
    strict_errors "strict_errors(error, /)" Strict;
    ignore_errors "ignore_errors(error, /)" Ignore;
    replace_errors "replace_errors(error, /)" Replace;
    xmlcharrefreplace_errors "xmlcharrefreplace_errors(error, /)" XmlCharRefReplace;
    backslashreplace_errors "backslashreplace_errors(error, /)" BackslashReplace;
    namereplace_errors "namereplace_errors(error, /)" NameReplace;
    surrogatepass_errors "surrogatepass_errors(error, /)" SurrogatePass;
    surrogateescape_errors "surrogateescape_errors(error, /)" SurrogateEscape;
}

const FUNCTIONS: &[MethodDef] = functions![
    register,
    unregister,
    lookup,
    encode,
    decode,
    register_error,
    lookup_error,
    utf_8_encode,
    utf_8_decode,
    utf_7_encode,
    utf_7_decode,
    utf_16_encode,
    utf_16_decode,
    utf_16_le_encode,
    utf_16_le_decode,
    utf_16_be_encode,
    utf_16_be_decode,
    utf_16_ex_decode,
    utf_32_encode,
    utf_32_decode,
    utf_32_le_encode,
    utf_32_le_decode,
    utf_32_be_encode,
    utf_32_be_decode,
    utf_32_ex_decode,
    unicode_escape_encode,
    unicode_escape_decode,
    raw_unicode_escape_encode,
    raw_unicode_escape_decode,
    latin_1_encode,
    latin_1_decode,
    ascii_encode,
    ascii_decode,
    charmap_encode,
    charmap_decode,
    charmap_build,
    readbuffer_encode,
    escape_encode,
    escape_decode,
    strict_errors,
    ignore_errors,
    replace_errors,
    xmlcharrefreplace_errors,
    backslashreplace_errors,
    namereplace_errors,
    surrogatepass_errors,
    surrogateescape_errors
];

/// `_codecs`.
pub static MODULE: ModuleDef = ModuleDef { name: "_codecs", doc: "", functions: &[FUNCTIONS], types: &[], init: None };
