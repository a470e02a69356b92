//! Constructors of `bytes` and `bytearray`.

use minipy_macros::pymethods;

use crate::exc::PyResult;
use crate::heap::var::{PyBytes, PyStr};
use crate::object::Ty;
use crate::value::Value;
use crate::vm::{Vm, tail_words};

impl Vm {
    /// Bytes from a str with an encoding, a count, a buffer or an iterable of ints. `name` is the type's.
    pub(crate) fn bytes_from_arguments(
        &mut self,
        name: &str,
        source: Option<&Value>,
        encoding: Option<&PyStr>,
        errors: Option<&PyStr>,
    ) -> PyResult<Vec<u8>> {
        let text = source.filter(|source| source.is_a::<PyStr>());
        let Some(source) = source else {
            return match (encoding, errors) {
                (Some(_), _) => Err(self.type_error("encoding without a string argument")),
                (_, Some(_)) => Err(self.type_error("errors without a string argument")),
                _ => Ok(Vec::new()),
            };
        };
        if let Some(text) = text {
            let Some(encoding) = encoding else {
                return Err(self.type_error("string argument without an encoding"));
            };
            let encoding = self.codec_argument(Some(encoding), "utf-8")?;
            let errors = self.codec_argument(errors, "strict")?;
            let encoded = self.encode_str(text, &encoding, &errors)?;
            return self.buffer_copy(&encoded);
        }
        if encoding.is_some() || errors.is_some() {
            let what = if encoding.is_some() { "encoding" } else { "errors" };
            return Err(self.type_error(format!("{what} without a string argument")));
        }
        if self.type_of(source).slots.index.get().is_some() || source.as_small_int().is_some() {
            let count = self.index_isize(source);
            if let Some(count) = self.catch(count, self.exc.type_error)? {
                let Ok(count) = usize::try_from(count) else { return Err(self.value_error("negative count")) };
                self.check_size(count.saturating_mul(2))?;
                return Ok(vec![0; count]);
            }
        }
        self.bytes_from_object(name, source)
    }

    /// Bytes from a buffer or an iterable of ints.
    pub(crate) fn bytes_from_object(&mut self, name: &str, source: &Value) -> PyResult<Vec<u8>> {
        if self.has_buffer(source) {
            return self.buffer_copy(source);
        }
        if source.is_a::<PyStr>() || (self.type_of(source).slots.iter.get().is_none() && !self.is_sequence(source)) {
            let ty = self.type_name(source);
            return Err(self.type_error(format!("cannot convert '{ty}' object to {name}")));
        }
        self.bytes_from_iterable(name, source)
    }

    /// Bytes from an iterable of ints.
    pub(crate) fn bytes_from_iterable(&mut self, name: &str, source: &Value) -> PyResult<Vec<u8>> {
        let mut out = Vec::new();
        self.for_each(source, |vm, item| {
            if let Some(byte) = item.as_small_int().and_then(|int| u8::try_from(int).ok())
                && out.len() < 1 << 20
            {
                out.push(byte);
                return Ok(());
            }
            let int = vm.index(&item)?;
            match vm.to_bigint(&int).map(|int| u8::try_from(&int))? {
                Ok(byte) => out.push(byte),
                Err(_) if name == "bytes" => return Err(vm.value_error("bytes must be in range(0, 256)")),
                Err(_) => return Err(vm.value_error("byte must be in range(0, 256)")),
            }
            if out.len() >= 1 << 20 && out.len().is_power_of_two() {
                vm.check_size(out.len().saturating_mul(2))?;
            }
            Ok(())
        })?;
        Ok(out)
    }

    /// What `__bytes__` gives, if the type has it.
    fn special_bytes(&mut self, value: &Value) -> PyResult<Option<Value>> {
        let name = self.names.__bytes__.clone();
        match self.call_special(value, &name, &[])? {
            Some(bytes) if !bytes.is_a::<PyBytes>() => {
                let ty = self.type_name(&bytes);
                Err(self.type_error(format!("__bytes__ returned non-bytes (type {ty})")))
            }
            result => Ok(result),
        }
    }
}

#[pymethods(part = "construct")]
impl PyBytes {
    #[new("bytes(source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)", no_text)]
    fn new(vm: &mut Vm, cls: Ty, source: Option<&Value>, encoding: Option<&PyStr>, errors: Option<&PyStr>) -> PyResult {
        let exact = cls == vm.ty::<PyBytes>();
        let mut made = None;
        if let Some(source) = source.filter(|_| encoding.is_none() && errors.is_none()) {
            if vm.is_exact::<PyBytes>(source) {
                made = Some(source.clone());
            } else if !vm.is_exact::<PyStr>(source) {
                made = vm.special_bytes(source)?;
            }
        }
        let made = match made {
            Some(made) => made,
            None => {
                let bytes = vm.bytes_from_arguments("bytes", source, encoding, errors)?;
                vm.new_bytes(&bytes)
            }
        };
        match made.downcast::<PyBytes>() {
            Some(bytes) if !exact => Ok(vm.heap.alloc_bytes(cls.shape.get(), tail_words(cls), bytes.as_bytes())),
            _ => Ok(made),
        }
    }
}
