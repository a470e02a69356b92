//! File names as arguments.

use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyBytes, PyStr};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// The text of a path argument: str, bytes, or something with `__fspath__`.
    pub fn fs_path(&mut self, value: &Value) -> PyResult<String> {
        let value = match value.is_a::<PyStr>() || value.is_a::<PyBytes>() {
            true => value.clone(),
            false => {
                let name = self.intern("__fspath__");
                match self.call_special(value, &name, &[])? {
                    Some(path) => path,
                    None => {
                        let got = self.type_name(value);
                        return Err(self.type_error(format!("expected str, bytes or os.PathLike object, not {got}")));
                    }
                }
            }
        };
        let text = match value.downcast::<PyBytes>() {
            Some(bytes) => String::from_utf8_lossy(bytes.as_bytes()).into_owned(),
            None => match self.str_text(&value) {
                Some(text) => text.into_owned(),
                None => {
                    let bytes = self.encode_str(&value, "utf-8", "surrogateescape")?;
                    bytes
                        .downcast::<PyBytes>()
                        .map_or(String::new(), |bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned())
                }
            },
        };
        if text.contains('\0') {
            return Err(self.value_error("embedded null byte"));
        }
        Ok(text)
    }

    /// Raises the OSError (or the subclass for its number) that an operation of the system ended with.
    #[cold]
    pub fn raise_io_error(&mut self, error: &std::io::Error, filename: Option<&str>) -> Raised {
        let Some(number) = error.raw_os_error() else {
            return self.os_error(error.to_string());
        };
        let text = error.to_string();
        // Rust adds " (os error N)" to the system's words.
        let text = text.rsplit_once(" (os error").map_or(text.as_str(), |(words, _)| words);
        let mut args = vec![self.new_int(i64::from(number)), self.new_str(text)];
        if let Some(filename) = filename {
            args.push(self.new_str(filename));
        }
        self.raise_with(self.exc.os_error, &args)
    }

    /// As `raise_io_error`, with the file name as the program gave it.
    #[cold]
    pub fn raise_io_error_for(&mut self, error: &std::io::Error, filename: &Value) -> Raised {
        let raised = self.raise_io_error(error, None);
        if let Some(exception) = self.raised.clone() {
            self.set_exception_member(&exception, "filename", filename.clone());
        }
        raised
    }
}
