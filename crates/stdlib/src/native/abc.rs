//! `_abc`: what abstract base classes do at class creation, registration and instance checks.
//!
//! Answers to CPython's Modules/_abc.c. Caches hold classes by identity; classes are never freed, so that they need no
//! weak references.

use std::cell::Cell;
use std::collections::HashSet;

use minipy_macros::{functions, pyclass, pyfunction, pymethods};
use minipy_vm::heap::var::PyTuple;
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::object::{Ty, TypeFlags};
use minipy_vm::types::dict::PyDict;
use minipy_vm::types::set::{PyFrozenSet, SetTable};
use minipy_vm::{PyResult, Value, Vm, VmCell};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_abc",
    doc: "Module contains faster C implementation of abc.ABCMeta",
    functions: &[functions![
        get_cache_token,
        abc_init,
        reset_registry,
        reset_caches,
        get_dump,
        abc_register,
        abc_instancecheck,
        abc_subclasscheck
    ]],
    types: &[],
    init: Some(|vm, _| {
        vm.static_type(PyAbcData::TYPE);
        Ok(())
    }),
};

thread_local! {
    /// Counts registrations: what was found not to be a subclass before may be one now.
    static REGISTRATIONS: Cell<u64> = const { Cell::new(0) };
}

const COLLECTION_FLAGS: TypeFlags = TypeFlags::SEQUENCE.with(TypeFlags::MAPPING);

/// Internal state held by ABC machinery.
#[pyclass(name = "_abc_data", module = "_abc", layout = 173)]
pub struct PyAbcData {
    /// Registered classes.
    registry: VmCell<Vec<Value>>,
    /// Words of classes known to be subclasses.
    #[pyclass(skip)]
    cache: VmCell<HashSet<u64>>,
    /// Words of classes known to be none, as of `negative_version`.
    #[pyclass(skip)]
    negative: VmCell<HashSet<u64>>,
    #[pyclass(skip)]
    negative_version: Cell<u64>,
}

#[pymethods]
impl PyAbcData {
    #[new("_abc_data()", no_text)]
    fn new(vm: &mut Vm, cls: Ty) -> PyResult {
        let data = PyAbcData {
            registry: VmCell::new(Vec::new()),
            cache: VmCell::new(HashSet::new()),
            negative: VmCell::new(HashSet::new()),
            negative_version: Cell::new(REGISTRATIONS.get()),
        };
        Ok(vm.new_instance(cls, data))
    }
}

/// The state of an ABC.
fn data_of(vm: &mut Vm, class: &Value) -> PyResult {
    let data = vm.get_attr_str(class, "_abc_impl")?;
    if data.is_a::<PyAbcData>() {
        return Ok(data);
    }
    Err(vm.type_error("_abc_impl is set to a wrong type"))
}

/// As `data_of`, with the payload; the value keeps it alive.
macro_rules! state {
    ($vm:ident, $class:expr, $value:ident, $state:ident) => {
        let $value = data_of($vm, $class)?;
        let Some($state) = $value.downcast::<PyAbcData>() else { return Err($vm.type_error("_abc_impl is missing")) };
    };
}

fn is_abstract(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    let name = vm.names.__isabstractmethod__.clone();
    match vm.get_attr_opt(value, &name)? {
        Some(flag) => vm.truth(&flag),
        None => Ok(false),
    }
}

/// The names of methods that `class` leaves abstract.
fn abstract_methods(vm: &mut Vm, class: &Value) -> PyResult {
    let names = VmCell::new(SetTable::default());
    if let Some(namespace) = Ty::from_value(class).map(|ty| ty.dict(vm))
        && let Some(namespace) = namespace.downcast::<PyDict>()
    {
        let mut position = 0;
        while let Some((name, _, value)) = namespace.next_entry(vm, &mut position) {
            if is_abstract(vm, &value)? {
                names.add(vm, name)?;
            }
        }
    }
    let bases = vm.get_attr_str(class, "__bases__")?;
    let abstract_name = vm.intern("__abstractmethods__");
    for base in bases.downcast::<PyTuple>().map_or(&[][..], PyTuple::items) {
        let Some(inherited) = vm.get_attr_opt(base, &abstract_name)? else { continue };
        for name in vm.collect(&inherited)? {
            let name = vm.intern_value(&name);
            if let Some(value) = vm.get_attr_opt(class, &name)?
                && is_abstract(vm, &value)?
            {
                names.add(vm, name)?;
            }
        }
    }
    Ok(vm.new_object(PyFrozenSet::new(names.into_inner())))
}

/// Internal ABC helper for class set-up. Should be never used outside abc module.
#[pyfunction("_abc._abc_init(self, /)")]
pub fn abc_init(vm: &mut Vm, class: &Value) -> PyResult<()> {
    let methods = abstract_methods(vm, class)?;
    let name = vm.intern("__abstractmethods__");
    vm.set_attr(class, &name, &methods)?;
    let data_type = vm.static_type(PyAbcData::TYPE).value();
    let data = vm.call(&data_type, &[])?;
    let name = vm.intern("_abc_impl");
    vm.set_attr(class, &name, &data)?;
    take_collection_flags(vm, class)
}

/// `__abc_tpflags__` in a class body says which patterns its instances match; it does not stay an attribute.
fn take_collection_flags(vm: &mut Vm, class: &Value) -> PyResult<()> {
    let Some(ty) = Ty::from_value(class) else { return Ok(()) };
    let name = vm.intern("__abc_tpflags__");
    let Some(flags) = ty.own_attr(vm, &name) else { return Ok(()) };
    vm.del_attr(class, &name)?;
    let Some(flags) = flags.as_small_int() else { return Ok(()) };
    let (sequence, mapping) = (flags & 1 << 5 != 0, flags & 1 << 6 != 0);
    match (sequence, mapping) {
        (true, true) => Err(vm.type_error("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")),
        (true, false) => {
            ty.flags.set(ty.flags.get().with(TypeFlags::SEQUENCE));
            Ok(())
        }
        (false, true) => {
            ty.flags.set(ty.flags.get().with(TypeFlags::MAPPING));
            Ok(())
        }
        (false, false) => Ok(()),
    }
}

/// Gives a class and its subclasses the flags of the ABC that it was registered with.
fn set_collection_flags(vm: &Vm, class: Ty, flags: u32) {
    let mut waiting = vec![class];
    while let Some(ty) = waiting.pop() {
        let own = ty.flags.get().0;
        if !ty.has_flag(TypeFlags::HEAPTYPE) || own & COLLECTION_FLAGS.0 == flags {
            continue;
        }
        ty.flags.set(TypeFlags(own & !COLLECTION_FLAGS.0 | flags));
        waiting.extend(ty.subclasses.borrow(vm).iter().copied());
    }
}

/// Internal ABC helper for subclasss registration. Should be never used outside abc module.
#[pyfunction("_abc._abc_register(self, subclass, /)")]
pub fn abc_register(vm: &mut Vm, class: &Value, subclass: &Value) -> PyResult {
    let Some(derived) = Ty::from_value(subclass) else { return Err(vm.type_error("Can only register classes")) };
    if vm.issubclass(subclass, class)? {
        return Ok(subclass.clone());
    }
    if vm.issubclass(class, subclass)? {
        return Err(vm.runtime_error("Refusing to create an inheritance cycle"));
    }
    state!(vm, class, value, state);
    let registry = state.registry.borrow_mut(vm);
    if !registry.iter().any(|known| known.is(subclass)) {
        registry.push(subclass.clone());
    }
    REGISTRATIONS.set(REGISTRATIONS.get() + 1);
    if let Some(ty) = Ty::from_value(class) {
        let flags = ty.flags.get().0 & COLLECTION_FLAGS.0;
        if flags != 0 {
            set_collection_flags(vm, derived, flags);
        }
    }
    Ok(subclass.clone())
}

/// Asks the class itself, whose metaclass may have more to say.
fn ask_subclass(vm: &mut Vm, class: &Value, subclass: &Value) -> PyResult<bool> {
    let name = vm.names.__subclasscheck__.clone();
    let answer = vm.call_method(class, &name, std::slice::from_ref(subclass))?;
    vm.truth(&answer)
}

/// Internal ABC helper for instance checks. Should be never used outside abc module.
#[pyfunction("_abc._abc_instancecheck(self, instance, /)")]
pub fn abc_instancecheck(vm: &mut Vm, class: &Value, instance: &Value) -> PyResult<bool> {
    state!(vm, class, value, state);
    let name = vm.names.__class__.clone();
    let subclass = vm.get_attr(instance, &name)?;
    if state.cache.borrow(vm).contains(&subclass.word()) {
        return Ok(true);
    }
    let real = vm.type_of(instance).value();
    if real.is(&subclass) {
        let known =
            state.negative_version.get() == REGISTRATIONS.get() && state.negative.borrow(vm).contains(&subclass.word());
        return if known { Ok(false) } else { ask_subclass(vm, class, &subclass) };
    }
    Ok(ask_subclass(vm, class, &subclass)? || ask_subclass(vm, class, &real)?)
}

/// Internal ABC helper for subclasss checks. Should be never used outside abc module.
#[pyfunction("_abc._abc_subclasscheck(self, subclass, /)")]
pub fn abc_subclasscheck(vm: &mut Vm, class: &Value, subclass: &Value) -> PyResult<bool> {
    if Ty::from_value(subclass).is_none() {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    }
    state!(vm, class, value, state);
    let word = subclass.word();
    if state.cache.borrow(vm).contains(&word) {
        return Ok(true);
    }
    if state.negative_version.get() < REGISTRATIONS.get() {
        state.negative.borrow_mut(vm).clear();
        state.negative_version.set(REGISTRATIONS.get());
    } else if state.negative.borrow(vm).contains(&word) {
        return Ok(false);
    }
    let answer = find_subclass(vm, class, subclass, state)?;
    let known = if answer { &state.cache } else { &state.negative };
    known.borrow_mut(vm).insert(word);
    Ok(answer)
}

fn find_subclass(vm: &mut Vm, class: &Value, subclass: &Value, state: &PyAbcData) -> PyResult<bool> {
    let hook = vm.names.__subclasshook__.clone();
    let answer = vm.call_method(class, &hook, std::slice::from_ref(subclass))?;
    if let Some(answer) = answer.as_bool() {
        return Ok(answer);
    }
    if !answer.is_not_implemented() {
        return Err(vm.assertion_error("__subclasshook__ must return either False, True, or NotImplemented"));
    }
    if let (Some(derived), Some(base)) = (Ty::from_value(subclass), Ty::from_value(class))
        && derived.is_subtype(vm, base)
    {
        return Ok(true);
    }
    for registered in state.registry.get(vm) {
        if vm.issubclass(subclass, &registered)? {
            return Ok(true);
        }
    }
    let name = vm.names.__subclasses__.clone();
    let subclasses = vm.call_method(class, &name, &[])?;
    for other in vm.collect(&subclasses)? {
        if vm.issubclass(subclass, &other)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the current ABC cache token.
///
/// The token is an opaque object (supporting equality testing) identifying the
/// current version of the ABC cache for virtual subclasses. The token changes
/// with every call to register() on any ABC.
#[pyfunction("_abc.get_cache_token()")]
pub fn get_cache_token() -> u64 {
    REGISTRATIONS.get()
}

/// Internal ABC helper to reset registry of a given class.
///
/// Should be only used by refleak.py
#[pyfunction("_abc._reset_registry(self, /)")]
pub fn reset_registry(vm: &mut Vm, class: &Value) -> PyResult<()> {
    state!(vm, class, value, state);
    drop(state.registry.take(vm));
    Ok(())
}

/// Internal ABC helper to reset both caches of a given class.
///
/// Should be only used by refleak.py
#[pyfunction("_abc._reset_caches(self, /)")]
pub fn reset_caches(vm: &mut Vm, class: &Value) -> PyResult<()> {
    state!(vm, class, value, state);
    state.cache.borrow_mut(vm).clear();
    state.negative.borrow_mut(vm).clear();
    Ok(())
}

/// Internal ABC helper for cache and registry debugging.
///
/// Return shallow copies of registry, of both caches, and
/// negative cache version. Don't call this function directly,
/// instead use ABC._dump_registry() for a nice repr.
#[pyfunction("_abc._get_dump(self, /)")]
pub fn get_dump(vm: &mut Vm, class: &Value) -> PyResult {
    state!(vm, class, value, state);
    let registry = state.registry.get(vm);
    let registry = vm.new_list(registry);
    let cache = vm.new_int(state.cache.borrow(vm).len() as i64);
    let negative = vm.new_int(state.negative.borrow(vm).len() as i64);
    let version = vm.new_int(state.negative_version.get() as i64);
    Ok(vm.new_tuple_from(&[registry, cache, negative, version]))
}
