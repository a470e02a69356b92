//! `gc`: the collector's controls. Answers to the module half of CPython's Modules/gcmodule.c.

use minipy_macros::{functions, pyfunction};
use minipy_vm::heap::var::PyTuple;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::dict::PyDict;
use minipy_vm::{PyResult, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "gc",
    doc: "This module provides access to the garbage collector for reference cycles.\n\nenable() -- Enable automatic garbage collection.\ndisable() -- Disable automatic garbage collection.\nisenabled() -- Returns true if automatic collection is enabled.\ncollect() -- Do a full collection right now.\nget_count() -- Return the current collection counts.\nget_stats() -- Return list of dictionaries containing per-generation stats.\nset_debug() -- Set debugging flags.\nget_debug() -- Get debugging flags.\nset_threshold() -- Set the collection thresholds.\nget_threshold() -- Return the current the collection thresholds.\nget_objects() -- Return a list of all objects tracked by the collector.\nis_tracked() -- Returns true if a given object is tracked.\nis_finalized() -- Returns true if a given object has been already finalized.\nget_referrers() -- Return the list of objects that refer to an object.\nget_referents() -- Return the list of objects that an object refers to.\nfreeze() -- Freeze all tracked objects and ignore them for future collections.\nunfreeze() -- Unfreeze all objects in the permanent generation.\nget_freeze_count() -- Return the number of objects in the permanent generation.\n",
    functions: &[functions![
        enable,
        disable,
        isenabled,
        set_debug,
        get_debug,
        get_count,
        set_threshold,
        get_threshold,
        collect,
        get_objects,
        get_stats,
        is_tracked,
        is_finalized,
        get_referrers,
        get_referents,
        freeze,
        unfreeze,
        get_freeze_count
    ]],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let garbage = vm.gc_lists.garbage.clone().unwrap_or_else(|| vm.new_list(Vec::new()));
    let callbacks = vm.gc_lists.callbacks.clone().unwrap_or_else(|| vm.new_list(Vec::new()));
    vm.gc_lists.garbage = Some(garbage.clone());
    vm.gc_lists.callbacks = Some(callbacks.clone());
    let flags = [("STATS", 1), ("COLLECTABLE", 2), ("UNCOLLECTABLE", 4), ("SAVEALL", 32), ("LEAK", 38)];
    for (name, flag) in flags {
        set(vm, module, &format!("DEBUG_{name}"), &Value::int32(flag))?;
    }
    set(vm, module, "garbage", &garbage)?;
    set(vm, module, "callbacks", &callbacks)
}

fn set(vm: &mut Vm, module: &Value, name: &str, value: &Value) -> PyResult<()> {
    let name = vm.intern(name);
    vm.set_attr(module, &name, value)
}

/// Enable automatic garbage collection.
#[pyfunction("gc.enable()")]
fn enable(vm: &mut Vm) {
    vm.set_gc_enabled(true);
}

/// Disable automatic garbage collection.
#[pyfunction("gc.disable()")]
fn disable(vm: &mut Vm) {
    vm.set_gc_enabled(false);
}

/// Returns true if automatic garbage collection is enabled.
#[pyfunction("gc.isenabled()")]
fn isenabled(vm: &mut Vm) -> bool {
    vm.is_gc_enabled()
}

/// Set the garbage collection debugging flags.
///
///   flags
///     An integer that can have the following bits turned on:
///       DEBUG_STATS - Print statistics during collection.
///       DEBUG_COLLECTABLE - Print collectable objects found.
///       DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects
///         found.
///       DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.
///       DEBUG_LEAK - Debug leaking programs (everything but STATS).
///
/// Debugging information is written to sys.stderr.
#[pyfunction("gc.set_debug(flags, /)")]
fn set_debug(vm: &mut Vm, flags: i32) {
    vm.set_gc_debug(flags);
}

/// Get the garbage collection debugging flags.
#[pyfunction("gc.get_debug()")]
fn get_debug(vm: &mut Vm) -> i32 {
    vm.gc_debug()
}

/// Return a three-tuple of the current collection counts.
#[pyfunction("gc.get_count()")]
fn get_count(vm: &mut Vm) -> Value {
    let counts = vm.gc_counts();
    numbers(vm, &counts)
}

/// set_threshold(threshold0, [threshold1, threshold2]) -> None
///
/// Sets the collection thresholds.  Setting threshold0 to zero disables
/// collection.
#[pyfunction("set_threshold(threshold0, threshold1=None, threshold2=None, /)", no_text, convention = "tuple")]
fn set_threshold(vm: &mut Vm, threshold0: i32, threshold1: Option<i32>, threshold2: Option<i32>) {
    let [_, second, third] = vm.gc_thresholds();
    let or = |given: Option<i32>, old: usize| given.map_or(old, |given| usize::try_from(given).unwrap_or(0));
    vm.set_gc_thresholds([usize::try_from(threshold0).unwrap_or(0), or(threshold1, second), or(threshold2, third)]);
}

/// Return the current collection thresholds.
#[pyfunction("gc.get_threshold()")]
fn get_threshold(vm: &mut Vm) -> Value {
    let thresholds = vm.gc_thresholds();
    numbers(vm, &thresholds)
}

fn numbers(vm: &mut Vm, numbers: &[usize]) -> Value {
    let items = numbers.iter().map(|number| vm.new_int(*number as i64)).collect();
    vm.new_tuple(items)
}

/// Run the garbage collector.
///
/// With no arguments, run a full collection.  The optional argument
/// may be an integer specifying which generation to collect.  A ValueError
/// is raised if the generation number is invalid.
///
/// The number of unreachable objects is returned.
#[pyfunction("gc.collect(generation=2)")]
fn collect(vm: &mut Vm, generation: i32) -> PyResult<usize> {
    match usize::try_from(generation) {
        Ok(generation @ 0..=2) => Ok(vm.collect_garbage(generation)),
        _ => Err(vm.value_error("invalid generation")),
    }
}

/// Return a list of objects tracked by the collector (excluding the list returned).
///
///   generation
///     Generation to extract the objects from.
///
/// If generation is not None, return only the objects tracked by the collector
/// that are in that generation.
#[pyfunction("gc.get_objects(generation=None)")]
fn get_objects(vm: &mut Vm, generation: Option<&Value>) -> PyResult {
    let generation = match generation.filter(|generation| !generation.is_none()) {
        None => None,
        Some(generation) => {
            let number = vm.index_i64(generation)?;
            if number < 0 {
                return Err(vm.value_error("generation parameter cannot be negative"));
            }
            if number > 2 {
                let message = "generation parameter must be less than the number of available generations (3)";
                return Err(vm.value_error(message));
            }
            Some(number as usize)
        }
    };
    let objects = vm.gc_objects(generation);
    Ok(vm.new_list(objects))
}

/// Return a list of dictionaries containing per-generation statistics.
#[pyfunction("gc.get_stats()")]
fn get_stats(vm: &mut Vm) -> Value {
    let mut list = Vec::new();
    for (collections, collected) in vm.gc_stats() {
        let dict = vm.new_dict();
        if let Some(table) = dict.downcast::<PyDict>() {
            for (name, number) in [("collections", collections), ("collected", collected), ("uncollectable", 0)] {
                let (name, number) = (vm.intern(name), vm.new_int(number as i64));
                table.set_str(vm, &name, number);
            }
        }
        list.push(dict);
    }
    vm.new_list(list)
}

/// Returns true if the object is tracked by the garbage collector.
///
/// Simple atomic objects will return false.
#[pyfunction("gc.is_tracked(obj, /)")]
fn is_tracked(vm: &mut Vm, obj: &Value) -> bool {
    is_seen(vm, obj, 0)
}

/// Whether CPython's collector looks at an object: not at dicts and tuples that hold nothing for it.
fn is_seen(vm: &Vm, object: &Value, depth: usize) -> bool {
    const DEEP: usize = 50;
    if vm.is_exact::<PyTuple>(object)
        && let Some(tuple) = object.downcast::<PyTuple>()
    {
        return depth > DEEP || tuple.items().iter().any(|item| is_seen(vm, item, depth + 1));
    }
    if vm.is_exact::<PyDict>(object)
        && depth == 0
        && let Some(dict) = object.downcast::<PyDict>()
    {
        let mut position = 0;
        while let Some((key, _, value)) = dict.next_entry(vm, &mut position) {
            if is_seen(vm, &key, 1) || is_seen(vm, &value, 1) {
                return true;
            }
        }
        return false;
    }
    object.is_tracked()
}

/// Returns true if the object has been already finalized by the GC.
#[pyfunction("gc.is_finalized(obj, /)")]
fn is_finalized(obj: &Value) -> bool {
    obj.is_finalized()
}

/// get_referrers(*objs) -> list
/// Return the list of objects that directly refer to any of objs.
#[pyfunction("gc.get_referrers(*objs)", no_text)]
fn get_referrers(vm: &mut Vm, objs: &[Value]) -> Value {
    let words: Vec<u64> = objs.iter().map(Value::word).collect();
    let mut found = vm.gc_objects(None);
    found.retain(|object| object.refers_to_any(&words));
    vm.new_list(found)
}

/// get_referents(*objs) -> list
/// Return the list of objects that are directly referred to by objs.
#[pyfunction("gc.get_referents(*objs)", no_text)]
fn get_referents(vm: &mut Vm, objs: &[Value]) -> Value {
    let found = objs.iter().filter(|object| object.is_tracked()).flat_map(Value::referents).collect();
    vm.new_list(found)
}

/// Freeze all current tracked objects and ignore them for future collections.
///
/// This can be used before a POSIX fork() call to make the gc copy-on-write friendly.
/// Note: collection before a POSIX fork() call may free pages for future allocation
/// which can cause copy-on-write.
#[pyfunction("gc.freeze()")]
fn freeze(vm: &mut Vm) {
    vm.freeze_gc();
}

/// Unfreeze all objects in the permanent generation.
///
/// Put all objects in the permanent generation back into oldest generation.
#[pyfunction("gc.unfreeze()")]
fn unfreeze(vm: &mut Vm) {
    vm.unfreeze_gc();
}

/// Return the number of objects in the permanent generation.
#[pyfunction("gc.get_freeze_count()")]
fn get_freeze_count(vm: &mut Vm) -> usize {
    vm.gc_frozen()
}
