//! The charmap codec: bytes to code points by a table.

use std::borrow::Cow;

use super::codec::{Codec, Fault};
use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr, StrData};
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

const UNDEFINED: &str = "character maps to <undefined>";

fn fault(place: usize, count: usize) -> Option<Fault> {
    Some(Fault { start: place, end: place + count, reason: UNDEFINED })
}

impl Vm {
    /// `_codecs.charmap_decode`: `mapping` is a str indexed by byte, or a mapping from byte to ordinal, str or None.
    pub fn charmap_decode(&mut self, input: &[u8], errors: &str, mapping: &Value) -> PyResult<StrBuilder> {
        let mut out = StrBuilder::with_capacity(input.len());
        let mut place = 0;
        self.decode_steps(
            Codec::Ascii,
            "charmap",
            input,
            &mut place,
            errors,
            &mut out,
            &mut |vm, input, place, out| {
                while let Some(&byte) = input.get(*place) {
                    if !vm.charmap_byte(mapping, byte, out)? {
                        return Ok(fault(*place, 1));
                    }
                    *place += 1;
                }
                Ok(None)
            },
        )?;
        Ok(out)
    }

    /// Appends what a byte stands for; false if that is not defined.
    fn charmap_byte(&mut self, mapping: &Value, byte: u8, out: &mut StrBuilder) -> PyResult<bool> {
        if let Some(table) = mapping.downcast::<PyStr>() {
            let c = table.data().get(usize::from(byte)).filter(|&c| c != 0xfffe);
            out.extend(c);
            return Ok(c.is_some());
        }
        let found = self.get_item(mapping, &Value::int32(i32::from(byte)));
        let Some(found) = self.catch(found, self.exc.lookup_error)? else { return Ok(false) };
        if let Some(text) = found.downcast::<PyStr>() {
            let undefined = text.len() == 1 && text.data().get(0) == Some(0xfffe);
            if !undefined {
                out.push_data(text.data());
            }
            return Ok(!undefined);
        }
        if found.is_none() {
            return Ok(false);
        }
        let Some(code) = found.as_small_int() else {
            return Err(self.type_error("character mapping must return integer, None or str"));
        };
        match u32::try_from(code).ok().filter(|&code| code < 0x11_0000) {
            Some(0xfffe) => Ok(false),
            Some(code) => {
                out.push(code);
                Ok(true)
            }
            None => Err(self.type_error("character mapping must be in range(0x110000)")),
        }
    }

    /// `_codecs.charmap_encode`: `mapping` leads from ordinals to byte, bytes or None.
    pub fn charmap_encode(&mut self, text: StrData<'_>, errors: &str, mapping: &Value) -> PyResult<Vec<u8>> {
        let mut out = Vec::with_capacity(text.len());
        let step = &mut |vm: &mut Vm, text: StrData<'_>, place: &mut usize, out: &mut Vec<u8>| {
            while let Some(c) = text.get(*place) {
                let Some(bytes) = vm.charmap_char(mapping, c)? else {
                    let mut count = 1;
                    while let Some(next) = text.get(*place + count)
                        && vm.charmap_char(mapping, next)?.is_none()
                    {
                        count += 1;
                    }
                    return Ok(fault(*place, count));
                };
                out.extend_from_slice(&bytes);
                *place += 1;
            }
            Ok(None)
        };
        let replace = &mut |vm: &mut Vm, text: StrData<'_>, out: &mut Vec<u8>| {
            for c in text.code_points() {
                match vm.charmap_char(mapping, c)? {
                    Some(bytes) => out.extend_from_slice(&bytes),
                    None => return Ok(false),
                }
            }
            Ok(true)
        };
        self.encode_steps(Codec::Ascii, "charmap", text, errors, &mut out, step, replace)?;
        Ok(out)
    }

    /// The bytes that a code point becomes, if it is in the mapping.
    fn charmap_char(&mut self, mapping: &Value, c: u32) -> PyResult<Option<Cow<'static, [u8]>>> {
        let found = self.get_item(mapping, &Value::int32(c as i32));
        let Some(found) = self.catch(found, self.exc.lookup_error)? else { return Ok(None) };
        if found.is_none() {
            return Ok(None);
        }
        if let Some(bytes) = found.downcast::<PyBytes>() {
            return Ok(Some(Cow::Owned(bytes.as_bytes().to_vec())));
        }
        match found.as_small_int().map(u8::try_from) {
            Some(Ok(byte)) => Ok(Some(Cow::Owned(vec![byte]))),
            Some(Err(_)) => Err(self.type_error("character mapping must be in range(256)")),
            None => {
                let ty = self.type_name(&found);
                Err(self.type_error(format!("character mapping must return integer, bytes or None, not {ty}")))
            }
        }
    }
}
