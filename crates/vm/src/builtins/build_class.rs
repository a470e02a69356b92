//! `__build_class__`: what a `class` statement calls (CPython's builtin___build_class__).

use minipy_macros::pyfunction;

use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::{MethodDef, Ty};
use crate::types::cell::PyCell;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::functions;

/// __build_class__(func, name, /, *bases, [metaclass], **kwds) -> class
///
/// Internal helper function used by the class statement.
#[pyfunction("__build_class__(func, name, /, *bases, **kwds)", no_text, raw)]
fn build_class(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [function, name, given @ ..] = args.positional() else {
        return Err(vm.type_error("__build_class__: not enough arguments"));
    };
    if !function.is_a::<PyFunction>() {
        return Err(vm.type_error("__build_class__: func must be a function"));
    }
    if !name.is_a::<PyStr>() {
        return Err(vm.type_error("__build_class__: name is not a string"));
    }
    let original = vm.new_tuple_from(given);
    let (bases, changed) = resolve_bases(vm, given, &original)?;
    let mut names = Vec::new();
    let mut values = Vec::new();
    let mut metaclass = None;
    for (key, value) in args.keywords() {
        if key.is(&vm.names.metaclass) {
            metaclass = Some(value.clone());
        } else {
            names.push(key.clone());
            values.push(value.clone());
        }
    }
    let metaclass = choose_metaclass(vm, metaclass, &bases)?;
    let bases_tuple = vm.new_tuple_from(&bases);
    let namespace = prepare(vm, &metaclass, name, &bases_tuple, &values, &names)?;
    let cell = vm.run_class_body(function, &namespace)?;
    if changed {
        let key = vm.intern("__orig_bases__");
        vm.set_item(&namespace, &key, &original)?;
    }
    let mut call = vec![name.clone(), bases_tuple, namespace];
    call.extend(values);
    let class = vm.call_args(&metaclass, Args::new(&call, &names))?;
    check_cell(vm, name, &class, &cell)?;
    Ok(class)
}

/// Bases with `__mro_entries__` give others in their place (PEP 560).
fn resolve_bases(vm: &mut Vm, given: &[Value], original: &Value) -> PyResult<(Vec<Value>, bool)> {
    let mut bases = Vec::with_capacity(given.len());
    let mut changed = false;
    for base in given {
        if Ty::from_value(base).is_some() {
            bases.push(base.clone());
            continue;
        }
        let name = vm.names.__mro_entries__.clone();
        let Some(method) = vm.get_attr_opt(base, &name)? else {
            bases.push(base.clone());
            continue;
        };
        changed = true;
        let entries = vm.call(&method, std::slice::from_ref(original))?;
        match entries.downcast::<crate::heap::var::PyTuple>() {
            Some(entries) => bases.extend(entries.items().iter().cloned()),
            None => return Err(vm.type_error("__mro_entries__ must return a tuple")),
        }
    }
    Ok((bases, changed))
}

/// The metaclass given or that of the first base, or a more derived one of another base.
fn choose_metaclass(vm: &mut Vm, given: Option<Value>, bases: &[Value]) -> PyResult {
    let metaclass = match given {
        Some(given) => given,
        None => match bases.first() {
            Some(base) => vm.type_of(base).value(),
            None => vm.ty_by_layout(2).value(),
        },
    };
    match Ty::from_value(&metaclass) {
        Some(ty) => vm.best_metatype(ty, bases).map(Ty::value),
        None => Ok(metaclass),
    }
}

/// The namespace of the body: what `__prepare__` returns, or a dict.
fn prepare(vm: &mut Vm, metaclass: &Value, name: &Value, bases: &Value, values: &[Value], names: &[Value]) -> PyResult {
    let key = vm.names.__prepare__.clone();
    let Some(method) = vm.get_attr_opt(metaclass, &key)? else { return Ok(vm.new_dict()) };
    let mut call = vec![name.clone(), bases.clone()];
    call.extend(values.iter().cloned());
    let namespace = vm.call_args(&method, Args::new(&call, names))?;
    if namespace.is_a::<PyDict>() || vm.type_of(&namespace).slots.getitem.get().is_some() {
        return Ok(namespace);
    }
    let meta = match Ty::from_value(metaclass) {
        Some(ty) => ty.name(vm),
        None => "<metaclass>".to_owned(),
    };
    let got = vm.type_name(&namespace);
    Err(vm.type_error(format!("{meta}.__prepare__() must return a mapping, not {got}")))
}

/// The body's `__class__` cell must hold the class by now.
fn check_cell(vm: &mut Vm, name: &Value, class: &Value, cell: &Value) -> PyResult<()> {
    let Some(cell) = cell.downcast::<PyCell>() else { return Ok(()) };
    if Ty::from_value(class).is_none() {
        return Ok(());
    }
    let content = cell.content.get(vm);
    if content.is(class) {
        return Ok(());
    }
    let (name, class) = (vm.repr_string(name)?, vm.repr_string(class)?);
    if content.is_unbound() {
        return Err(vm.runtime_error(format!(
            "__class__ not set defining {name} as {class}. Was __classcell__ propagated to type.__new__?"
        )));
    }
    let content = vm.repr_string(&content)?;
    Err(vm.type_error(format!("__class__ set to {content} defining {name} as {class}")))
}

impl Vm {
    /// Runs a class body: its function's code with `namespace` for names. Returns what the body returns: its cell.
    fn run_class_body(&mut self, function: &Value, namespace: &Value) -> PyResult {
        self.recursive("", |vm| vm.run_function_body(function.clone(), Some(namespace.clone())))
    }
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![build_class];
