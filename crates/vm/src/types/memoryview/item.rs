//! Items of a view as Python values: the native single-character formats of the module struct.

use crate::exc::{PyResult, Raised};
use crate::heap::var::PyBytes;
use crate::value::Value;
use crate::vm::Vm;

/// The letter of a native single-character format (perhaps behind `@`), if it is one that views understand.
pub(super) fn native_letter(format: &str) -> Option<u8> {
    match format.as_bytes() {
        [letter] | [b'@', letter] if size_of_letter(*letter).is_some() => Some(*letter),
        _ => None,
    }
}

/// Bytes in an item.
pub(super) fn size_of_letter(letter: u8) -> Option<usize> {
    Some(match letter {
        b'c' | b'b' | b'B' | b'?' => 1,
        b'h' | b'H' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
        _ => return None,
    })
}

fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().unwrap_or([0; N])
}

impl Vm {
    /// The value of an item; NotImplementedError for formats that views do not know.
    pub(super) fn unpack_item(&mut self, format: &str, bytes: &[u8]) -> PyResult {
        let letter = native_letter(format).filter(|&letter| size_of_letter(letter) == Some(bytes.len()));
        let signed = match letter {
            Some(b'c') => return Ok(self.new_bytes(bytes)),
            Some(b'?') => return Ok(Value::bool(bytes != [0])),
            Some(b'f') => return Ok(self.new_float(f64::from(f32::from_ne_bytes(array(bytes))))),
            Some(b'd') => return Ok(self.new_float(f64::from_ne_bytes(array(bytes)))),
            Some(b'L' | b'Q' | b'N' | b'P') => {
                return Ok(self.new_bigint(u64::from_ne_bytes(array(bytes)).into()));
            }
            Some(b'b') => i64::from(i8::from_ne_bytes(array(bytes))),
            Some(b'B') => i64::from(u8::from_ne_bytes(array(bytes))),
            Some(b'h') => i64::from(i16::from_ne_bytes(array(bytes))),
            Some(b'H') => i64::from(u16::from_ne_bytes(array(bytes))),
            Some(b'i') => i64::from(i32::from_ne_bytes(array(bytes))),
            Some(b'I') => i64::from(u32::from_ne_bytes(array(bytes))),
            Some(b'l' | b'q' | b'n') => i64::from_ne_bytes(array(bytes)),
            _ => return Err(self.not_implemented_error(format!("memoryview: format {format} not supported"))),
        };
        Ok(self.new_int(signed))
    }

    #[cold]
    fn bad_item_type(&mut self, format: &str) -> Raised {
        self.type_error(format!("memoryview: invalid type for format '{format}'"))
    }

    #[cold]
    fn bad_item_value(&mut self, format: &str) -> Raised {
        self.value_error(format!("memoryview: invalid value for format '{format}'"))
    }

    /// The bytes of a value as an item.
    pub(super) fn pack_item(&mut self, format: &str, value: &Value) -> PyResult<Vec<u8>> {
        let Some(letter) = native_letter(format) else {
            return Err(self.not_implemented_error(format!("memoryview: format {format} not supported")));
        };
        match letter {
            b'c' => {
                let Some(bytes) = value.downcast::<PyBytes>() else { return Err(self.bad_item_type(format)) };
                if bytes.as_bytes().len() != 1 {
                    return Err(self.bad_item_value(format));
                }
                return Ok(bytes.as_bytes().to_vec());
            }
            b'?' => return Ok(vec![u8::from(self.truth(value)?)]),
            b'f' | b'd' => {
                let float = self.to_f64(value);
                let Some(float) = self.catch(float, self.exc.type_error)? else {
                    return Err(self.bad_item_type(format));
                };
                return Ok(if letter == b'f' {
                    (float as f32).to_ne_bytes().to_vec()
                } else {
                    float.to_ne_bytes().to_vec()
                });
            }
            _ => {}
        }
        let int = self.index(value);
        let Some(int) = self.catch(int, self.exc.type_error)? else { return Err(self.bad_item_type(format)) };
        let int = self.to_bigint(&int)?;
        let packed = match letter {
            b'b' => i8::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'B' => u8::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'h' => i16::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'H' => u16::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'i' => i32::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'I' => u32::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            b'l' | b'q' | b'n' => i64::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
            _ => u64::try_from(&int).ok().map(|int| int.to_ne_bytes().to_vec()),
        };
        packed.ok_or_else(|| self.bad_item_value(format))
    }
}
