//! The registry: search functions, codecs found by them, error handlers (CPython's Python/codecs.c).

use rustc_hash::FxHashMap;

use super::convert::normalize_encoding;
use super::handler::Handler;
use crate::exc::{PyResult, Raised};
use crate::heap::var::PyTuple;
use crate::value::Value;
use crate::vm::Vm;

/// What `codecs.register` and `codecs.register_error` were given.
#[derive(Default)]
pub struct CodecRegistry {
    search: Vec<Value>,
    found: FxHashMap<String, Value>,
    handlers: FxHashMap<String, Value>,
    started: bool,
}

impl Vm {
    /// `codecs.register`.
    pub fn register_codec_search(&mut self, function: &Value) -> PyResult<()> {
        if self.type_of(function).slots.call.get().is_none() {
            return Err(self.type_error("argument must be callable"));
        }
        self.codecs.search.push(function.clone());
        Ok(())
    }

    /// `codecs.unregister`.
    pub fn unregister_codec_search(&mut self, function: &Value) {
        if let Some(place) = self.codecs.search.iter().position(|known| known.is(function)) {
            self.codecs.search.remove(place);
            self.codecs.found.clear();
        }
    }

    /// `codecs.lookup`: a tuple of encoder, decoder, stream reader and stream writer.
    pub fn lookup_codec(&mut self, encoding: &str) -> PyResult {
        let name = normalize_encoding(encoding);
        if let Some(found) = self.codecs.found.get(&name) {
            return Ok(found.clone());
        }
        if !std::mem::replace(&mut self.codecs.started, true) {
            // Without the package there are the native codecs and what programs register.
            let package = self.import_module("encodings");
            self.catch(package, self.exc.import_error)?;
        }
        let argument = self.new_str(&name);
        for search in self.codecs.search.clone() {
            let found = self.call(&search, std::slice::from_ref(&argument))?;
            if found.is_none() {
                continue;
            }
            if found.downcast::<PyTuple>().is_none_or(|tuple| tuple.items().len() != 4) {
                return Err(self.type_error("codec search functions must return 4-tuples"));
            }
            self.codecs.found.insert(name, found.clone());
            return Ok(found);
        }
        Err(self.unknown_encoding(encoding))
    }

    #[cold]
    fn unknown_encoding(&mut self, encoding: &str) -> Raised {
        self.lookup_error(format!("unknown encoding: {encoding}"))
    }

    /// Calls the encoder (0) or the decoder (1) of an encoding of text; LookupError for a codec that is none.
    pub fn text_codec_call(&mut self, encoding: &str, which: usize, object: &Value, errors: &str) -> PyResult {
        let codec = self.lookup_codec(encoding)?;
        if !self.is_exact::<PyTuple>(&codec) {
            let name = self.intern("_is_text_encoding");
            if let Some(flag) = self.get_attr_opt(&codec, &name)?
                && !self.truth(&flag)?
            {
                let general = if which == 0 { "encode" } else { "decode" };
                return Err(self.lookup_error(format!(
                    "'{encoding}' is not a text encoding; use codecs.{general}() to handle arbitrary codecs"
                )));
            }
        }
        self.codec_call(encoding, which, object, errors)
    }

    /// Calls the encoder (0) or the decoder (1) found for an encoding; gives the first of the two results.
    pub fn codec_call(&mut self, encoding: &str, which: usize, object: &Value, errors: &str) -> PyResult {
        let codec = self.lookup_codec(encoding)?;
        let items = codec.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        let Some(function) = items.get(which).cloned() else { return Err(self.unknown_encoding(encoding)) };
        let errors = self.new_str(errors);
        let result = self.call(&function, &[object.clone(), errors])?;
        match result.downcast::<PyTuple>().map(PyTuple::items) {
            Some([result, _]) => Ok(result.clone()),
            _ if which == 0 => Err(self.type_error("encoder must return a tuple (object, integer)")),
            _ => Err(self.type_error("decoder must return a tuple (object,integer)")),
        }
    }

    /// `codecs.register_error`.
    pub fn register_error_handler(&mut self, name: &str, handler: &Value) -> PyResult<()> {
        if self.type_of(handler).slots.call.get().is_none() {
            return Err(self.type_error("handler must be callable"));
        }
        self.codecs.handlers.insert(name.to_owned(), handler.clone());
        Ok(())
    }

    /// `codecs.lookup_error`.
    pub fn lookup_error_handler(&mut self, name: &str) -> PyResult {
        if let Some(handler) = self.codecs.handlers.get(name) {
            return Ok(handler.clone());
        }
        match Handler::from_name(name) {
            Some(_) => {
                let module = self.import_module("_codecs")?;
                self.get_attr_str(&module, &format!("{name}_errors"))
            }
            None => Err(self.lookup_error(format!("unknown error handler name '{name}'"))),
        }
    }
}
