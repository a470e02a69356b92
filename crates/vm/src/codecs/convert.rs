//! Encoding and decoding with error handlers, native or written in Python; `str.encode`, `bytes.decode` and `str(b, …)`.

use std::borrow::Cow;

use super::codec::{Codec, Fault};
use super::handler::{Handler, Replacement};
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyBytes, PyStr, PyTuple, StrData};
use crate::object::Ty;
use crate::types::str::builder::StrBuilder;
use crate::unicode;
use crate::value::Value;
use crate::vm::Vm;

/// An encoding's name as codecs are looked up by: lower case, an underscore for each run of other characters.
pub fn normalize_encoding(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}

/// The native codec of an encoding, if it is one's.
pub(super) fn native_codec(encoding: &str) -> Option<Codec> {
    match encoding {
        "utf-8" | "utf8" | "UTF-8" => Some(Codec::Utf8),
        "ascii" => Some(Codec::Ascii),
        "latin-1" => Some(Codec::Latin1),
        _ => Codec::from_name(&normalize_encoding(encoding)),
    }
}

/// Decodes from a place on, until the end or a fault.
pub(super) type DecodeStep<'s> = dyn FnMut(&mut Vm, &[u8], &mut usize, &mut StrBuilder) -> PyResult<Option<Fault>> + 's;
/// Encodes from a place on, until the end or a fault.
pub(super) type EncodeStep<'s> =
    dyn FnMut(&mut Vm, StrData<'_>, &mut usize, &mut Vec<u8>) -> PyResult<Option<Fault>> + 's;

/// Encodes what an error handler gave as text; false if that cannot be encoded.
pub(super) type EncodeReplacement<'s> = dyn FnMut(&mut Vm, StrData<'_>, &mut Vec<u8>) -> PyResult<bool> + 's;

/// Appends what an error handler gave as bytes; false if that is not whole units.
fn push_units(codec: Codec, bytes: &[u8], out: &mut Vec<u8>) -> bool {
    out.extend_from_slice(bytes);
    bytes.len().is_multiple_of(codec.unit())
}

impl Vm {
    /// Decodes with a native codec. Gives the text and how much of the input was used: all, unless the input is not the
    /// `last` and stops amid a character.
    pub fn decode_native(
        &mut self,
        codec: Codec,
        input: &[u8],
        errors: &str,
        last: bool,
    ) -> PyResult<(StrBuilder, usize)> {
        let (real, mut place) = codec.for_input(input);
        // The mark of utf-8-sig is no part of the input that errors speak of.
        let skipped = if codec == Codec::Utf8Sig { std::mem::take(&mut place) } else { 0 };
        let input = input.get(skipped..).unwrap_or_default();
        let mut out = StrBuilder::new();
        self.decode_steps(real, real.name(), input, &mut place, errors, &mut out, &mut |_, input, place, out| {
            Ok(real.decode(input, place, last, out, &mut unicode::character_named))
        })?;
        Ok((out, place + skipped))
    }

    /// Runs a decoder to the end of its input, through its faults. `codec` says what `surrogatepass` may do.
    #[expect(clippy::too_many_arguments, reason = "the state of one decoding, shared with the caller")]
    pub(super) fn decode_steps(
        &mut self,
        codec: Codec,
        name: &str,
        input: &[u8],
        place: &mut usize,
        errors: &str,
        out: &mut StrBuilder,
        step: &mut DecodeStep<'_>,
    ) -> PyResult<()> {
        let mut input = Cow::Borrowed(input);
        let mut faults = 0usize;
        while let Some(fault) = step(self, &input, place, out)? {
            match Handler::from_name(errors) {
                Some(handler) => match handler.decode(codec, &input, &fault, out) {
                    Some(next) => *place = next,
                    None => return Err(self.raise_decode_error(name, &input, &fault)),
                },
                None => {
                    let (object, next) = self.call_decode_handler(name, &input, &fault, errors, out)?;
                    *place = next;
                    input = Cow::Owned(object);
                }
            }
            faults += 1;
            if faults.is_multiple_of(4096) {
                self.poll()?;
            }
        }
        Ok(())
    }

    /// Encodes with a native codec.
    pub fn encode_native(&mut self, codec: Codec, text: StrData<'_>, errors: &str) -> PyResult<Vec<u8>> {
        let mut out = codec.mark().to_vec();
        self.encode_steps(
            codec,
            codec.name(),
            text,
            errors,
            &mut out,
            &mut |_, text, place, out| Ok(codec.encode(text, place, out)),
            &mut |_, text, out| Ok(codec.encode_replacement(text, out)),
        )?;
        Ok(out)
    }

    /// Runs an encoder to the end of its text, through its faults. `replace` encodes what error handlers give as text, and
    /// says whether it could.
    #[expect(clippy::too_many_arguments, reason = "the state of one encoding, shared with the caller")]
    pub(super) fn encode_steps(
        &mut self,
        codec: Codec,
        name: &str,
        text: StrData<'_>,
        errors: &str,
        out: &mut Vec<u8>,
        step: &mut EncodeStep<'_>,
        replace: &mut EncodeReplacement<'_>,
    ) -> PyResult<()> {
        let mut place = 0;
        let mut faults = 0usize;
        while let Some(fault) = step(self, text, &mut place, out)? {
            let next;
            let fits = match Handler::from_name(errors) {
                Some(handler) => {
                    next = fault.end;
                    match handler.encode(codec, text, &fault, &mut unicode::name_of_character) {
                        Ok(Replacement::Text(text)) => replace(self, StrData::Ascii(&text), out)?,
                        Ok(Replacement::Bytes(bytes)) => push_units(codec, &bytes, out),
                        Err(fault) => return Err(self.raise_encode_error(name, text, &fault)),
                    }
                }
                None => {
                    let replacement;
                    (replacement, next) = self.call_encode_handler(name, text, &fault, errors)?;
                    match (replacement.downcast::<PyStr>(), replacement.downcast::<PyBytes>()) {
                        (Some(text), _) => replace(self, text.data(), out)?,
                        (_, Some(bytes)) => push_units(codec, bytes.as_bytes(), out),
                        _ => false,
                    }
                }
            };
            if !fits {
                return Err(self.raise_encode_error(name, text, &fault));
            }
            place = next;
            faults += 1;
            if faults.is_multiple_of(4096) {
                self.poll()?;
            }
        }
        Ok(())
    }

    /// Makes a UnicodeDecodeError.
    fn decode_error(&mut self, encoding: &str, input: &[u8], fault: &Fault) -> PyResult {
        let input = self.new_bytes(input);
        self.unicode_error(self.exc.unicode_decode_error, encoding, input, fault)
    }

    /// Makes a UnicodeEncodeError.
    fn encode_error(&mut self, encoding: &str, text: StrData<'_>, fault: &Fault) -> PyResult {
        let text = self.new_str_data(text);
        self.unicode_error(self.exc.unicode_encode_error, encoding, text, fault)
    }

    fn unicode_error(&mut self, ty: Ty, encoding: &str, object: Value, fault: &Fault) -> PyResult {
        let args = [
            self.new_str(encoding),
            object,
            self.new_int(fault.start as i64),
            self.new_int(fault.end as i64),
            self.new_str(fault.reason),
        ];
        self.call(&ty.value(), &args)
    }

    /// Raises a UnicodeDecodeError.
    #[cold]
    pub fn raise_decode_error(&mut self, encoding: &str, input: &[u8], fault: &Fault) -> Raised {
        match self.decode_error(encoding, input, fault) {
            Ok(error) => self.raise_value(error),
            Err(raised) => raised,
        }
    }

    /// Raises a UnicodeEncodeError.
    #[cold]
    pub fn raise_encode_error(&mut self, encoding: &str, text: StrData<'_>, fault: &Fault) -> Raised {
        match self.encode_error(encoding, text, fault) {
            Ok(error) => self.raise_value(error),
            Err(raised) => raised,
        }
    }

    /// Lets a Python function deal with a decoding fault: the input it leaves in the exception, and where to go on.
    fn call_decode_handler(
        &mut self,
        encoding: &str,
        input: &[u8],
        fault: &Fault,
        errors: &str,
        out: &mut StrBuilder,
    ) -> PyResult<(Vec<u8>, usize)> {
        let handler = self.lookup_error_handler(errors)?;
        let error = self.decode_error(encoding, input, fault)?;
        let result = self.call(&handler, std::slice::from_ref(&error))?;
        let message = "decoding error handler must return (str, int) tuple";
        let (text, place) = self.handler_result(&result, message)?;
        let Some(text) = text.downcast::<PyStr>() else { return Err(self.type_error(message)) };
        let object = self.get_attr_str(&error, "object")?;
        let Some(object) = object.downcast::<PyBytes>() else {
            return Err(self.type_error("object attribute must be bytes"));
        };
        let place = self.handler_place(place, object.as_bytes().len())?;
        out.push_data(text.data());
        Ok((object.as_bytes().to_vec(), place))
    }

    /// Lets a Python function deal with an encoding fault: a str or bytes, and where to go on.
    fn call_encode_handler(
        &mut self,
        encoding: &str,
        text: StrData<'_>,
        fault: &Fault,
        errors: &str,
    ) -> PyResult<(Value, usize)> {
        let handler = self.lookup_error_handler(errors)?;
        let error = self.encode_error(encoding, text, fault)?;
        let result = self.call(&handler, std::slice::from_ref(&error))?;
        let message = "encoding error handler must return (str/bytes, int) tuple";
        let (replacement, place) = self.handler_result(&result, message)?;
        if !replacement.is_a::<PyStr>() && !replacement.is_a::<PyBytes>() {
            return Err(self.type_error(message));
        }
        Ok((replacement, self.handler_place(place, text.len())?))
    }

    fn handler_result(&mut self, result: &Value, message: &'static str) -> PyResult<(Value, isize)> {
        let items = result.downcast::<PyTuple>().map(PyTuple::items);
        let Some([replacement, place]) = items else { return Err(self.type_error(message)) };
        let place = self.index_isize(place)?;
        Ok((replacement.clone(), place))
    }

    fn handler_place(&mut self, place: isize, len: usize) -> PyResult<usize> {
        let fitted = if place < 0 { place.checked_add_unsigned(len) } else { Some(place) };
        match fitted.and_then(|place| usize::try_from(place).ok()).filter(|&place| place <= len) {
            Some(place) => Ok(place),
            None => Err(self.index_error(format!("position {place} from error handler out of bounds"))),
        }
    }

    /// `text.encode(encoding, errors)`; `value` is the str object, for codecs written in Python.
    pub fn encode_str(&mut self, value: &Value, encoding: &str, errors: &str) -> PyResult {
        let Some(text) = value.downcast::<PyStr>() else { return Err(self.type_error("a str is needed")) };
        if let Some(codec) = native_codec(encoding) {
            let bytes = self.encode_native(codec, text.data(), errors)?;
            return Ok(self.new_bytes(&bytes));
        }
        let result = self.text_codec_call(encoding, 0, value, errors)?;
        if result.is_a::<PyBytes>() {
            return Ok(result);
        }
        if self.has_buffer(&result) && result.is_a::<crate::types::bytearray::PyByteArray>() {
            let bytes = self.buffer_copy(&result)?;
            return Ok(self.new_bytes(&bytes));
        }
        let ty = self.type_name(&result);
        Err(self.type_error(format!(
            "'{encoding}' encoder returned '{ty}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
        )))
    }

    /// `bytes.decode(encoding, errors)`; `object` is handed to codecs written in Python.
    pub fn decode_bytes(&mut self, object: &Value, bytes: &[u8], encoding: &str, errors: &str) -> PyResult {
        if let Some(codec) = native_codec(encoding) {
            let (text, _) = self.decode_native(codec, bytes, errors, true)?;
            return Ok(self.new_text(&text));
        }
        let result = self.text_codec_call(encoding, 1, object, errors)?;
        if result.is_a::<PyStr>() {
            return Ok(result);
        }
        let ty = self.type_name(&result);
        Err(self.type_error(format!(
            "'{encoding}' decoder returned '{ty}' instead of 'str'; use codecs.decode() to decode to arbitrary types"
        )))
    }

    /// `str(object, encoding, errors)`.
    pub(crate) fn decode_object(
        &mut self,
        object: &Value,
        encoding: Option<&PyStr>,
        errors: Option<&PyStr>,
    ) -> PyResult {
        if object.is_a::<PyStr>() {
            return Err(self.type_error("decoding str is not supported"));
        }
        if !self.has_buffer(object) {
            let ty = self.type_name(object);
            return Err(self.type_error(format!("decoding to str: need a bytes-like object, {ty} found")));
        }
        let encoding = self.codec_argument(encoding, "utf-8")?;
        let errors = self.codec_argument(errors, "strict")?;
        let bytes = self.buffer_copy(object)?;
        self.decode_bytes(object, &bytes, &encoding, &errors)
    }

    /// The name of an encoding or an error handler.
    pub(crate) fn codec_argument<'a>(
        &mut self,
        name: Option<&'a PyStr>,
        default: &'static str,
    ) -> PyResult<Cow<'a, str>> {
        match name.map(PyStr::to_text) {
            None => Ok(Cow::Borrowed(default)),
            Some(Some(name)) if name.contains('\0') => Err(self.value_error("embedded null character")),
            Some(Some(name)) => Ok(name),
            Some(None) => {
                let text = name.map_or(StrData::Ascii(&[]), PyStr::data);
                Err(self.encode_native(Codec::Utf8, text, "strict").err().unwrap_or(Raised(())))
            }
        }
    }
}
