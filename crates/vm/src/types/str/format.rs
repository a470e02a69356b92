//! `str.format` and `str.format_map`.

use minipy_macros::pymethods;

use super::builder::StrBuilder;
use super::markup::{Field, FieldName, Markup, MarkupError, Step};
use crate::args::{KwArgs, This};
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyStr, StrData};
use crate::value::Value;
use crate::vm::Vm;

/// Whether fields are numbered by hand or by place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Manual,
    Automatic,
}

/// What fields may name.
struct Sources<'a> {
    /// Positional values; `None` in `format_map`.
    positional: Option<&'a [Value]>,
    /// Keywords, or the mapping of `format_map`.
    mapping: &'a Value,
    numbering: Numbering,
    next_number: usize,
}

impl Sources<'_> {
    /// The place in the positional values that a field's name stands for, if it stands for one.
    fn number(&mut self, name: &FieldName<'_>) -> Result<Option<usize>, MarkupError> {
        let automatic = name.first.is_empty();
        if !automatic && name.index.is_none() {
            return Ok(None);
        }
        match (self.numbering, automatic) {
            (Numbering::Undecided, true) => self.numbering = Numbering::Automatic,
            (Numbering::Undecided, false) => self.numbering = Numbering::Manual,
            (Numbering::Manual, true) => {
                return Err("cannot switch from manual field specification to automatic field numbering");
            }
            (Numbering::Automatic, false) => {
                return Err("cannot switch from automatic field numbering to manual field specification");
            }
            _ => {}
        }
        if !automatic {
            return Ok(name.index);
        }
        self.next_number += 1;
        Ok(Some(self.next_number - 1))
    }
}

impl Vm {
    /// `a.b[c]` from the object of a field's first name on.
    fn field_object(&mut self, name: StrData<'_>, sources: &mut Sources<'_>) -> PyResult {
        let name = FieldName::parse(name);
        let name = name.map_err(|message| self.value_error(message))?;
        let number = sources.number(&name).map_err(|message| self.value_error(message))?;
        let mut object = match (number, sources.positional) {
            (None, _) => {
                let key = self.new_str_narrow(name.first);
                self.get_item(sources.mapping, &key)?
            }
            (Some(_), None) => return Err(self.value_error("Format string contains positional fields")),
            (Some(number), Some(values)) => match values.get(number) {
                Some(value) => value.clone(),
                None => {
                    let message = format!("Replacement index {number} out of range for positional args tuple");
                    return Err(self.index_error(message));
                }
            },
        };
        let mut steps = name.steps;
        while let Some(step) = steps.next_step().map_err(|message| self.value_error(message))? {
            object = match step {
                Step::Attr(name) => {
                    let name = self.new_str_narrow(name);
                    let name = self.intern_value(&name);
                    self.get_attr(&object, &name)?
                }
                Step::Index(index) => {
                    let index = self.new_int(index as i64);
                    self.get_item(&object, &index)?
                }
                Step::Key(key) => {
                    let key = self.new_str_narrow(key);
                    self.get_item(&object, &key)?
                }
            };
        }
        Ok(object)
    }

    #[cold]
    fn unknown_conversion(&mut self, conversion: u32) -> Raised {
        match u8::try_from(conversion) {
            Ok(byte @ 33..127) => self.value_error(format!("Unknown conversion specifier {}", char::from(byte))),
            _ => self.value_error(format!("Unknown conversion specifier \\x{conversion:x}")),
        }
    }

    fn push_field(
        &mut self,
        text: StrData<'_>,
        field: &Field,
        sources: &mut Sources<'_>,
        depth: usize,
        out: &mut StrBuilder,
    ) -> PyResult<()> {
        let mut object = self.field_object(text.slice(field.name.clone()), sources)?;
        if let Some(conversion) = field.conversion {
            object = match u8::try_from(conversion) {
                Ok(b'r') => self.repr(&object)?,
                Ok(b's') => self.str(&object)?,
                Ok(b'a') => self.ascii(&object)?,
                _ => return Err(self.unknown_conversion(conversion)),
            };
        }
        let spec = text.slice(field.spec.clone());
        let spec = if field.nested {
            let expanded = self.format_text(spec, sources, depth - 1)?;
            self.new_text(&expanded)
        } else {
            self.new_str_narrow(spec)
        };
        let formatted = self.format(&object, &spec)?;
        if let Some(formatted) = formatted.downcast::<PyStr>() {
            if formatted.len() > 4096 {
                self.check_size(out.bytes_len().saturating_add(formatted.len() * 4))?;
            }
            out.push_data(formatted.data());
        }
        Ok(())
    }

    fn format_text(&mut self, text: StrData<'_>, sources: &mut Sources<'_>, depth: usize) -> PyResult<StrBuilder> {
        if depth == 0 {
            return Err(self.value_error("Max string recursion exceeded"));
        }
        let mut out = StrBuilder::with_capacity(text.len());
        let mut markup = Markup::new(text);
        while let Some((literal, field)) = markup.next_piece().map_err(|message| self.value_error(message))? {
            out.push_data(text.slice(literal));
            if let Some(field) = field {
                self.push_field(text, &field, sources, depth, &mut out)?;
            }
        }
        Ok(out)
    }
}

#[pymethods(part = "format")]
impl PyStr {
    /// S.format(*args, **kwargs) -> str
    ///
    /// Return the str with its replacement fields (in braces) filled from the arguments.
    #[pymethod("format($self, *args, **kwargs)", no_text)]
    fn format(vm: &mut Vm, this: This<'_, PyStr>, args: &[Value], kwargs: KwArgs<'_>) -> PyResult {
        // Without fields the str itself is the result, even one of a subclass.
        if !this.is_empty() && this.data().code_points().all(|c| !matches!(c, 0x7b | 0x7d)) {
            return Ok(this.value().clone());
        }
        let mapping = vm.new_dict();
        for (name, value) in kwargs.iter() {
            vm.set_item(&mapping, name, value)?;
        }
        let mut sources =
            Sources { positional: Some(args), mapping: &mapping, numbering: Numbering::Undecided, next_number: 0 };
        let text = vm.format_text(this.data(), &mut sources, 2)?;
        Ok(vm.new_text(&text))
    }

    /// Return the str with its replacement fields (in braces) filled from the mapping.
    #[pymethod("format_map($self, mapping, /)", no_text)]
    fn format_map(vm: &mut Vm, this: This<'_, PyStr>, mapping: &Value) -> PyResult {
        let mut sources = Sources { positional: None, mapping, numbering: Numbering::Undecided, next_number: 0 };
        let text = vm.format_text(this.data(), &mut sources, 2)?;
        Ok(vm.new_text(&text))
    }
}
