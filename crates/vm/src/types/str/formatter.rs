//! The module `_string`: format strings taken apart for `string.Formatter`.

use std::cell::Cell;

use minipy_macros::{functions, pyclass, pyfunction, pymethods};

use super::markup::{FieldName, Markup, Step, Steps};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, StrData};
use crate::object::def::{MethodDef, ModuleDef, PyClass};
use crate::value::Value;
use crate::vm::Vm;

fn data(text: &Value) -> StrData<'_> {
    text.downcast::<PyStr>().map_or(StrData::Ascii(&[]), PyStr::data)
}

#[pyclass(name = "formatteriterator", layout = 91)]
pub(crate) struct PyFormatterIterator {
    text: Value,
    #[pyclass(skip)]
    place: Cell<usize>,
}

#[pymethods]
impl PyFormatterIterator {
    #[slot(iter)]
    fn iter(_vm: &mut Vm, this: This<'_, PyFormatterIterator>) -> PyResult {
        Ok(this.value().clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyFormatterIterator>) -> PyResult<Option<Value>> {
        let text = data(&this.payload().text);
        let mut markup = Markup::resume(text, this.place.get());
        let piece = markup.next_piece();
        this.place.set(markup.place());
        let Some((literal, field)) = piece.map_err(|message| vm.value_error(message))? else { return Ok(None) };
        let literal = vm.new_str_narrow(text.slice(literal));
        let parts = match field {
            Some(field) => {
                let conversion = field.conversion.map_or(Value::NONE, |c| vm.new_char(c));
                let name = vm.new_str_narrow(text.slice(field.name));
                let spec = vm.new_str_narrow(text.slice(field.spec));
                vec![literal, name, spec, conversion]
            }
            None => vec![literal, Value::NONE, Value::NONE, Value::NONE],
        };
        Ok(Some(vm.new_tuple(parts)))
    }
}

#[pyclass(name = "fieldnameiterator", layout = 92)]
pub(crate) struct PyFieldNameIterator {
    text: Value,
    #[pyclass(skip)]
    place: Cell<usize>,
}

#[pymethods]
impl PyFieldNameIterator {
    #[slot(iter)]
    fn iter(_vm: &mut Vm, this: This<'_, PyFieldNameIterator>) -> PyResult {
        Ok(this.value().clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyFieldNameIterator>) -> PyResult<Option<Value>> {
        let mut steps = Steps::resume(data(&this.payload().text), this.place.get());
        let step = steps.next_step();
        this.place.set(steps.place());
        let Some(step) = step.map_err(|message| vm.value_error(message))? else { return Ok(None) };
        let (is_attr, key) = match step {
            Step::Attr(name) => (true, vm.new_str_narrow(name)),
            Step::Index(index) => (false, vm.new_int(index as i64)),
            Step::Key(key) => (false, vm.new_str_narrow(key)),
        };
        Ok(Some(vm.new_tuple(vec![Value::bool(is_attr), key])))
    }
}

/// Split a format string into literal text and fields.
#[pyfunction("formatter_parser(format_string, /)")]
fn formatter_parser(vm: &mut Vm, format_string: &Value) -> PyResult {
    vm.expect_text(format_string, "expected str, got {}")?;
    Ok(vm.new_object(PyFormatterIterator { text: format_string.clone(), place: Cell::new(0) }))
}

/// Split a field's name into its first part and the steps from there.
#[pyfunction("formatter_field_name_split(field_name, /)")]
fn formatter_field_name_split(vm: &mut Vm, field_name: &Value) -> PyResult {
    let text = vm.expect_text(field_name, "expected str, got {}")?;
    let name = FieldName::parse(text.data()).map_err(|message| vm.value_error(message))?;
    let first = match name.index {
        Some(index) => vm.new_int(index as i64),
        None => vm.new_str_narrow(name.first),
    };
    let rest = PyFieldNameIterator { text: field_name.clone(), place: Cell::new(name.steps.place()) };
    let rest = vm.new_object(rest);
    Ok(vm.new_tuple(vec![first, rest]))
}

const FUNCTIONS: &[MethodDef] = functions![formatter_parser, formatter_field_name_split];

/// `_string`.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_string",
    doc: "string helper module",
    functions: &[FUNCTIONS],
    types: &[],
    init: Some(make_types),
};

fn make_types(vm: &mut Vm, _module: &Value) -> PyResult<()> {
    vm.static_type(PyFormatterIterator::TYPE);
    vm.static_type(PyFieldNameIterator::TYPE);
    Ok(())
}
