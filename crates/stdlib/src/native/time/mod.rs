//! `time` (CPython's Modules/timemodule.c). Local time is UTC here: no time zone files are read.

mod calendar;
mod clocks;
mod format;
mod parse;

use minipy_vm::exc::PyResult;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::{Value, Vm};

/// The definition.
pub static MODULE: ModuleDef = ModuleDef {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    functions: &[clocks::FUNCTIONS, calendar::FUNCTIONS, format::FUNCTIONS, parse::FUNCTIONS],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let fields = &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];
    let ty = vm.new_struct_sequence("time", "struct_time", fields, &["tm_zone", "tm_gmtoff"]);
    let (utc, other) = (vm.new_str("UTC"), vm.new_str("UTC"));
    let values = [
        ("struct_time", ty.value()),
        ("timezone", Value::int32(0)),
        ("altzone", Value::int32(0)),
        ("daylight", Value::int32(0)),
        ("tzname", vm.new_tuple(vec![utc, other])),
        ("_STRUCT_TM_ITEMS", Value::int32(11)),
        ("CLOCK_REALTIME", Value::int32(0)),
        ("CLOCK_MONOTONIC", Value::int32(1)),
        ("CLOCK_PROCESS_CPUTIME_ID", Value::int32(2)),
        ("CLOCK_THREAD_CPUTIME_ID", Value::int32(3)),
    ];
    for (name, value) in values {
        let name = vm.intern(name);
        vm.set_attr(module, &name, &value)?;
    }
    Ok(())
}
