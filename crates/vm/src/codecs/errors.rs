//! The standard error handlers as Python functions (`codecs.replace_errors` and so on): they take an exception.

use super::codec::{Codec, Fault};
use super::convert::normalize_encoding;
use super::handler::{Handler, Replacement};
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyBytes, PyStr};
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Applies a standard handler to a Unicode error: the tuple of replacement and place, or the error again.
    pub(super) fn handle_unicode_error(&mut self, handler: Handler, error: &Value) -> PyResult {
        if handler == Handler::Strict {
            return Err(self.raise_given(error));
        }
        let decoding = self.is_instance(error, self.exc.unicode_decode_error);
        let encoding = self.is_instance(error, self.exc.unicode_encode_error);
        let translating = self.is_instance(error, self.exc.unicode_translate_error);
        let supported = match handler {
            Handler::Ignore | Handler::Replace | Handler::BackslashReplace => decoding || encoding || translating,
            Handler::SurrogateEscape | Handler::SurrogatePass => decoding || encoding,
            _ => encoding,
        };
        if !supported {
            let ty = self.type_name(error);
            return Err(self.type_error(format!("don't know how to handle {ty} in error callback")));
        }
        let object = self.get_attr_str(error, "object")?;
        let start = self.get_attr_str(error, "start")?;
        let start = usize::try_from(self.index_isize(&start)?).unwrap_or(0);
        let end = self.get_attr_str(error, "end")?;
        let end = usize::try_from(self.index_isize(&end)?).unwrap_or(0);
        let codec = if translating {
            Codec::Ascii
        } else {
            let name = self.get_attr_str(error, "encoding")?;
            Codec::from_name(&normalize_encoding(&self.str_lossy(&name))).unwrap_or(Codec::Ascii)
        };
        let (replacement, end) = match (object.downcast::<PyBytes>(), object.downcast::<PyStr>()) {
            (Some(bytes), _) if decoding => {
                let len = bytes.as_bytes().len();
                let end = end.min(len);
                let fault = Fault { start: start.min(end), end, reason: "" };
                let mut out = StrBuilder::new();
                match handler.decode(codec, bytes.as_bytes(), &fault, &mut out) {
                    Some(next) => (self.new_text(&out), next),
                    None => return Err(self.raise_given(error)),
                }
            }
            (_, Some(text)) if !decoding => {
                let end = end.min(text.len());
                let fault = Fault { start: start.min(end), end, reason: "" };
                let replacement = if translating && handler == Handler::Replace {
                    let mut out = StrBuilder::new();
                    out.push_fill(0xfffd, fault.end - fault.start);
                    self.new_text(&out)
                } else {
                    match handler.encode(codec, text.data(), &fault, &mut crate::unicode::name_of_character) {
                        Ok(Replacement::Text(text)) => self.new_str(&String::from_utf8_lossy(&text)),
                        Ok(Replacement::Bytes(bytes)) => self.new_bytes(&bytes),
                        Err(_) => return Err(self.raise_given(error)),
                    }
                };
                (replacement, end)
            }
            _ => return Err(self.type_error("object attribute must be unicode")),
        };
        let end = self.new_int(end as i64);
        Ok(self.new_tuple(vec![replacement, end]))
    }

    fn raise_given(&mut self, error: &Value) -> Raised {
        if self.is_instance(error, self.exc.base_exception) {
            self.raise_value(error.clone())
        } else {
            self.type_error("codec must pass exception instance")
        }
    }
}
