//! `defaultdict`.

use minipy_macros::{pymethods, pytype};
use minipy_vm::args::Args;
use minipy_vm::object::def::PyClass;
use minipy_vm::types::dict::{Duplicates, PyDict};
use minipy_vm::{PyResult, Ty, Value, Vm};

/// The type. Its instances are dicts with one more word, the factory.
pub struct PyDefaultDict;

pytype! {
    /// defaultdict(default_factory[, ...]) --> dict with default factory
    ///
    /// The default factory is called without arguments to produce
    /// a new value when a key is not present, in __getitem__ only.
    /// A defaultdict compares equal to a dict with the same items.
    /// All remaining arguments are treated the same as if they were
    /// passed to the dict constructor, including keyword arguments.
    PyDefaultDict: name = "defaultdict", module = "collections", base = PyDict, extra_words = 1,
        accepts = |value: &Value| value.is_a::<PyDict>(), flags(basetype)
}

const FACTORY: usize = 0;

fn factory(this: &Value) -> Value {
    this.extra_word(FACTORY).unwrap_or(Value::NONE)
}

/// The class called with the factory and a dict.
fn similar(vm: &mut Vm, like: &Value, content: &Value) -> PyResult {
    let class = vm.type_of(like).value();
    vm.call(&class, &[factory(like), content.clone()])
}

fn is_defaultdict(vm: &mut Vm, value: &Value) -> bool {
    let ty = vm.static_type(PyDefaultDict::TYPE);
    vm.is_instance(value, ty)
}

#[pymethods]
impl PyDefaultDict {
    #[init("defaultdict(default_factory=None, /, *args, **kwargs)", no_text, raw)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        let default = args.get(0).cloned();
        if let Some(default) = &default
            && !default.is_none()
            && vm.type_of(default).slots.call.get().is_none()
        {
            return Err(vm.type_error("first argument must be callable or None"));
        }
        this.set_extra_word(FACTORY, default);
        let rest = args.skip_first();
        match vm.ty::<PyDict>().slots.init.get() {
            Some(init) => init(vm, this, rest),
            None => Ok(()),
        }
    }

    /// __missing__(key) # Called by __getitem__ for missing key; pseudo-code:
    ///   if self.default_factory is None: raise KeyError((key,))
    ///   self[key] = value = self.default_factory()
    ///   return value
    #[pymethod("__missing__($self, key, /)", no_text)]
    fn missing(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
        let factory = factory(this);
        if factory.is_none() {
            return Err(vm.key_error(key));
        }
        let value = vm.call(&factory, &[])?;
        vm.set_item(this, key, &value)?;
        Ok(value)
    }

    /// D.copy() -> a shallow copy of D.
    #[pymethod("copy($self, /)", no_text)]
    #[pymethod("__copy__($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: &Value) -> PyResult {
        similar(vm, this, this)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let factory = factory(this);
        let arguments = if factory.is_none() { Vec::new() } else { vec![factory] };
        let arguments = vm.new_tuple(arguments);
        let items = vm.call_method_str(this, "items", &[])?;
        let items = vm.iter(&items)?;
        let class = vm.type_of(this).value();
        Ok(vm.new_tuple_from(&[class, arguments, Value::NONE, Value::NONE, items]))
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }

    /// Factory for default value called by __missing__().
    #[member("default_factory")]
    fn default_factory(this: &Value) -> Value {
        factory(this)
    }

    #[setter("default_factory")]
    fn set_default_factory(this: &Value, value: Option<&Value>) -> PyResult<()> {
        this.set_extra_word(FACTORY, value.cloned());
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        let dict = match vm.ty::<PyDict>().slots.repr.get() {
            Some(repr) => repr(vm, this)?,
            None => Value::NONE,
        };
        let factory = factory(this);
        let shown = if vm.enter_repr(&factory) {
            let shown = vm.repr(&factory);
            vm.leave_repr();
            vm.str_lossy(&shown?)
        } else {
            String::from("...")
        };
        let mut text = minipy_vm::types::str::builder::StrBuilder::new();
        text.push_str(&vm.type_of(this).name(vm));
        text.push_str("(");
        text.push_str(&shown);
        text.push_str(", ");
        minipy_vm::types::sequence::push_str_value(&mut text, &dict);
        text.push_str(")");
        Ok(vm.new_str_data(text.data()))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (this, other) = if is_defaultdict(vm, left) { (left, right) } else { (right, left) };
        if !other.is_a::<PyDict>() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let union = similar(vm, this, left)?;
        if let Some(dict) = union.downcast::<PyDict>() {
            dict.merge(vm, right, Duplicates::Replace)?;
        }
        Ok(union)
    }
}
