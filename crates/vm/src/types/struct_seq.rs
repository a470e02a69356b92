//! Struct sequences: tuples whose items have names, such as `sys.version_info` (CPython's Objects/structseq.c).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::type_::Contents;
use crate::object::{Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods, pytype};

/// A named item, as a descriptor of the type.
#[pyclass(name = "member_descriptor", layout = 242)]
pub struct PyStructField {
    name: Value,
    #[pyclass(skip)]
    place: Place,
}

/// Where a field is.
#[derive(Clone, Copy)]
enum Place {
    /// Among the tuple's items.
    Item(usize),
    /// In a slot of the object: a field that is no item.
    Slot(usize),
}

#[pymethods]
impl PyStructField {
    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let (Some(object), Some(field)) = (object, this.downcast::<PyStructField>()) else { return Ok(this.clone()) };
        let found = match field.place {
            Place::Item(place) => object.downcast::<PyTuple>().and_then(|tuple| tuple.items().get(place).cloned()),
            Place::Slot(word) => Some(object.tail_get(word).unwrap_or_default()),
        };
        match found {
            Some(item) => Ok(item),
            None => Err(vm.attribute_error_for(vm.str_lossy(&field.name), object, &field.name)),
        }
    }

    #[slot(descr_set)]
    fn descr_set(vm: &mut Vm, _this: &Value, _object: &Value, _value: Option<&Value>) -> PyResult<()> {
        Err(vm.attribute_error("readonly attribute"))
    }

    #[getter("__name__")]
    fn get_name(this: This<'_, PyStructField>) -> Value {
        this.name.clone()
    }
}

/// Marker for what struct sequences have beyond tuples.
pub struct StructSequence(());

fn is_tuple(value: &Value) -> bool {
    value.is_a::<PyTuple>()
}

pytype! { StructSequence: name = "structseq", accepts = is_tuple, parts() }

/// The names of a type's fields.
fn field_names(vm: &mut Vm, ty: Ty) -> Vec<String> {
    let name = vm.names.__match_args__.clone();
    let names = ty.lookup(vm, &name).unwrap_or_default();
    let items = names.downcast::<PyTuple>().map(|names| names.items().to_vec()).unwrap_or_default();
    items.iter().map(|name| vm.str_lossy(name)).collect()
}

/// What the type's own dict holds.
fn struct_fields(vm: &mut Vm, ty: Ty) -> Vec<(Value, Value)> {
    let Some(dict) = ty.dict(vm).downcast::<PyDict>() else { return Vec::new() };
    dict.table.borrow(vm).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

#[pymethods]
impl StructSequence {
    #[slot(new)]
    fn new_sequence(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let name = vm.qualified_name(cls)?;
        if cls.has_flag(TypeFlags::NO_INSTANTIATION) {
            return Err(vm.type_error(format!("cannot create '{name}' instances")));
        }
        let Some(sequence) = args.get(0) else {
            return Err(vm.type_error("structseq() missing required argument 'sequence' (pos 1)"));
        };
        let mut items = match vm.collect(sequence) {
            Ok(items) => items,
            Err(_) if vm.raised_is(vm.exc.type_error) => {
                vm.clear_raised();
                return Err(vm.type_error("constructor requires a sequence"));
            }
            Err(raised) => return Err(raised),
        };
        let (least, most) = (field_names(vm, cls).len(), field_names(vm, cls).len() + cls.slot_words as usize);
        let got = items.len();
        if got < least || got > most {
            let bound = match got {
                _ if least == most => format!("a {least}"),
                _ if got < least => format!("an at least {least}"),
                _ => format!("an at most {most}"),
            };
            return Err(vm.type_error(format!("{name}() takes {bound}-sequence ({got}-sequence given)")));
        }
        let hidden = items.split_off(least);
        Ok(vm.new_struct(cls, items, hidden))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        let ty = vm.type_of(this);
        let names = field_names(vm, ty);
        let items = this.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default();
        let mut parts = Vec::with_capacity(names.len());
        for (name, item) in names.iter().zip(&items) {
            parts.push(format!("{name}={}", vm.repr_string(item)?));
        }
        let name = vm.qualified_name(ty)?;
        Ok(vm.new_str(&format!("{name}({})", parts.join(", "))))
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let cls = vm.type_of(this).value();
        let items = this.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default();
        let (tuple, dict) = (vm.new_tuple(items), vm.new_dict());
        let ty = vm.type_of(this);
        for (key, field) in struct_fields(vm, ty) {
            if let Some(Place::Slot(word)) = field.downcast::<PyStructField>().map(|field| field.place) {
                vm.set_item(&dict, &key, &this.tail_get(word).unwrap_or_default())?;
            }
        }
        let args = vm.new_tuple(vec![tuple, dict]);
        Ok(vm.new_tuple(vec![cls, args]))
    }
}

impl Vm {
    /// A struct sequence type. `hidden` fields are attributes behind the visible items.
    pub fn new_struct_sequence(
        &mut self,
        module: &'static str,
        name: &str,
        fields: &'static [&'static str],
        hidden: &'static [&'static str],
    ) -> Ty {
        let base = self.ty::<PyTuple>();
        let parts = const { &[StructSequence::PART] };
        self.new_native_type(name, &[base], hidden.len(), parts, Contents::Struct { module, parts, fields, hidden })
    }

    /// The part of a struct sequence type's dict that its fields make.
    pub(crate) fn fill_struct_fields(&mut self, dict: &PyDict, fields: &[&str], hidden: &[&str]) {
        let items = fields.iter().enumerate().map(|(i, field)| (field, Place::Item(i)));
        let slots = hidden.iter().enumerate().map(|(i, field)| (field, Place::Slot(i)));
        for (field, place) in items.chain(slots) {
            let name = self.intern(field);
            let value = self.new_object(PyStructField { name: name.clone(), place });
            dict.set_str(self, &name, value);
        }
        let names = fields.iter().map(|field| self.intern(field)).collect();
        let names = self.new_tuple(names);
        let counts =
            [("n_fields", fields.len() + hidden.len()), ("n_sequence_fields", fields.len()), ("n_unnamed_fields", 0)];
        for (key, count) in counts {
            let (key, count) = (self.intern(key), self.new_int(count as i64));
            dict.set_str(self, &key, count);
        }
        let key = self.names.__match_args__.clone();
        dict.set_str(self, &key, names);
    }

    /// An instance of a struct sequence type, with the values of the fields that are no items.
    pub fn new_struct(&mut self, ty: Ty, items: Vec<Value>, hidden: Vec<Value>) -> Value {
        let object = self.new_tuple_instance(ty, items);
        for (word, value) in hidden.into_iter().enumerate() {
            drop(object.tail_replace(word, value));
        }
        object
    }
}
