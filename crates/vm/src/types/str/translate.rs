//! `translate` and `maketrans`.

use minipy_macros::pymethods;

use super::builder::StrBuilder;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, StrData};
use crate::types::dict::PyDict;
use crate::types::int::PyInt;
use crate::value::Value;
use crate::vm::Vm;

/// What a table says of a character.
#[derive(Clone)]
enum Target {
    Unasked,
    Same,
    Char(u32),
    Text(Value),
}

impl Vm {
    fn translate_char(&mut self, table: &Value, c: u32) -> PyResult<Target> {
        let key = Value::int32(c as i32);
        let found = self.get_item(table, &key);
        let Some(found) = self.catch(found, self.exc.lookup_error)? else { return Ok(Target::Same) };
        if found.is_none() {
            let empty = self.new_str("");
            return Ok(Target::Text(empty));
        }
        if found.is_a::<PyStr>() {
            return Ok(Target::Text(found));
        }
        if found.as_small_int().is_none() && !found.is_a::<PyInt>() && found.as_bool().is_none() {
            return Err(self.type_error("character mapping must return integer, None or str"));
        }
        match self.index_i64(&found).ok().and_then(|code| u32::try_from(code).ok()).filter(|&code| code < 0x11_0000) {
            Some(code) => Ok(Target::Char(code)),
            None => {
                self.clear_raised();
                Err(self.value_error("character mapping must be in range(0x110000)"))
            }
        }
    }

    fn translate_str(&mut self, text: StrData<'_>, table: &Value) -> PyResult<StrBuilder> {
        let mut out = StrBuilder::with_capacity(text.len());
        // Answers for ASCII are kept, as CPython does: the table is asked once a character.
        let mut known = vec![Target::Unasked; 128];
        for c in text.code_points() {
            let mut target = known.get(c as usize).cloned().unwrap_or(Target::Unasked);
            if matches!(target, Target::Unasked) {
                target = self.translate_char(table, c)?;
                if let Some(slot) = known.get_mut(c as usize) {
                    *slot = target.clone();
                }
            }
            match target {
                Target::Unasked | Target::Same => out.push(c),
                Target::Char(code) => out.push(code),
                Target::Text(text) => {
                    if let Some(text) = text.downcast::<PyStr>() {
                        if text.len() > 4096 {
                            self.check_size(out.bytes_len().saturating_add(text.len() * 4))?;
                        }
                        out.push_data(text.data());
                    }
                }
            }
        }
        Ok(out)
    }

    fn maketrans_pairs(&mut self, from: &PyStr, to: &PyStr, delete: Option<&PyStr>) -> PyResult {
        if from.len() != to.len() {
            return Err(self.value_error("the first two maketrans arguments must have equal length"));
        }
        let table = self.new_dict();
        for (from, to) in from.data().code_points().zip(to.data().code_points()) {
            self.set_item(&table, &Value::int32(from as i32), &Value::int32(to as i32))?;
        }
        for c in delete.into_iter().flat_map(|text| text.data().code_points()) {
            self.set_item(&table, &Value::int32(c as i32), &Value::NONE)?;
        }
        Ok(table)
    }

    fn maketrans_dict(&mut self, source: &Value) -> PyResult {
        if !self.is_exact::<PyDict>(source) {
            return Err(self.type_error("if you give only one argument to maketrans it must be a dict"));
        }
        let table = self.new_dict();
        for key in self.collect(source)? {
            let value = self.get_item(source, &key)?;
            if let Some(text) = key.downcast::<PyStr>() {
                let (Some(c), 1) = (text.data().get(0), text.len()) else {
                    return Err(self.value_error("string keys in translate table must be of length 1"));
                };
                self.set_item(&table, &Value::int32(c as i32), &value)?;
            } else if key.as_small_int().is_some() || key.is_a::<PyInt>() || key.as_bool().is_some() {
                self.set_item(&table, &key, &value)?;
            } else {
                return Err(self.type_error("keys in translate table must be strings or integers"));
            }
        }
        Ok(table)
    }
}

#[pymethods(part = "translate")]
impl PyStr {
    /// Replace each character in the string using the given translation table.
    ///
    /// The table has an ordinal, a str, or None to delete it, under a character's ordinal.
    #[pymethod("translate($self, table, /)")]
    fn translate(vm: &mut Vm, this: This<'_, PyStr>, table: &Value) -> PyResult {
        let text = vm.translate_str(this.data(), table)?;
        Ok(vm.new_text(&text))
    }

    /// Return a table for str.translate.
    #[staticmethod("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)")]
    fn maketrans(vm: &mut Vm, x: &Value, y: Option<&PyStr>, z: Option<&PyStr>) -> PyResult {
        let Some(y) = y else { return vm.maketrans_dict(x) };
        let message = "first maketrans argument must be a string if there is a second argument";
        let x = vm.expect_text(x, message)?;
        vm.maketrans_pairs(x, y, z)
    }
}
