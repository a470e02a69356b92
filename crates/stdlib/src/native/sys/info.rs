//! Constants of `sys`: versions, flags, and what numbers are like here.

use minipy_vm::exc::PyResult;
use minipy_vm::object::Ty;
use minipy_vm::{Value, Vm};

use super::set;

/// What CPython says of itself here, which programs print: whose language this is.
pub const COPYRIGHT: &str = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.\n\n\
    Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n\
    Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n\
    Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.";

fn record(vm: &mut Vm, name: &str, fields: &'static [&'static str], values: Vec<Value>) -> (Ty, Value) {
    let ty = vm.new_struct_sequence("sys", name, fields, &[]);
    let value = vm.new_tuple_instance(ty, values);
    (ty, value)
}

pub(super) fn fill(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let text = |vm: &mut Vm, text: &str| vm.new_str(text);
    let version = format!("3.10.13 (minipy {}) [Rust]", env!("CARGO_PKG_VERSION"));
    let prefix = "/usr/local";
    let values = [
        ("version", text(vm, &version)),
        ("hexversion", Value::int32(0x030a_0df0)),
        ("api_version", Value::int32(1013)),
        ("copyright", text(vm, COPYRIGHT)),
        ("platform", text(vm, "linux")),
        ("byteorder", text(vm, if cfg!(target_endian = "big") { "big" } else { "little" })),
        ("platlibdir", text(vm, "lib")),
        ("prefix", text(vm, prefix)),
        ("exec_prefix", text(vm, prefix)),
        ("base_prefix", text(vm, prefix)),
        ("base_exec_prefix", text(vm, prefix)),
        ("float_repr_style", text(vm, "short")),
        ("maxsize", vm.new_int(i64::MAX)),
        ("maxunicode", Value::int32(0x10_ffff)),
        ("abiflags", text(vm, "")),
        ("ps1", text(vm, ">>> ")),
        ("ps2", text(vm, "... ")),
    ];
    for (name, value) in values {
        // The prompts exist in interactive mode only.
        if !name.starts_with("ps") || vm.config.inspect {
            set(vm, module, name, value)?;
        }
    }
    versions(vm, module)?;
    flags(vm, module)?;
    numbers(vm, module)
}

fn versions(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let level = vm.new_str("final");
    let values = vec![Value::int32(3), Value::int32(10), Value::int32(13), level, Value::int32(0)];
    let (ty, info) = record(vm, "version_info", &["major", "minor", "micro", "releaselevel", "serial"], values);
    ty.flags.set(ty.flags.get().with(minipy_vm::object::TypeFlags::NO_INSTANTIATION));
    set(vm, module, "version_info", info.clone())?;
    let (name, tag) = (vm.new_str("minipy"), vm.new_str("cpython-310"));
    let fields = [("name", name), ("cache_tag", tag), ("version", info), ("hexversion", Value::int32(0x030a_0df0))];
    let namespace = vm.new_namespace(&fields)?;
    set(vm, module, "implementation", namespace)?;
    let (name, lock, version) = (vm.new_str("pthread"), vm.new_str("semaphore"), vm.new_str("NPTL"));
    let (_, info) = record(vm, "thread_info", &["name", "lock", "version"], vec![name, lock, version]);
    set(vm, module, "thread_info", info)
}

/// The fields of `sys.flags`.
const FLAGS: &[&str] = &[
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated",
    "dev_mode",
    "utf8_mode",
    "warn_default_encoding",
    "int_max_str_digits",
];

fn flags(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let config = vm.config.clone();
    let mut values = [
        0,
        i32::from(config.inspect),
        i32::from(config.inspect),
        i32::from(config.optimize),
        i32::from(config.dont_write_bytecode),
        i32::from(config.no_user_site),
        i32::from(config.no_site),
        i32::from(config.ignore_environment),
        i32::from(config.verbose),
        i32::from(config.bytes_warning),
        i32::from(config.quiet),
        i32::from(config.hash_seed != Some(0)),
        i32::from(config.isolated),
    ]
    .map(Value::int32)
    .to_vec();
    let digits = config.int_max_str_digits.and_then(|limit| i64::try_from(limit).ok()).unwrap_or(-1);
    values.extend([Value::bool(config.dev_mode), Value::int32(0), Value::int32(0), vm.new_int(digits)]);
    let (ty, record) = record(vm, "flags", FLAGS, values);
    ty.flags.set(ty.flags.get().with(minipy_vm::object::TypeFlags::NO_INSTANTIATION));
    set(vm, module, "flags", record)
}

fn numbers(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let names = &[
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ];
    let values = vec![
        vm.new_float(f64::MAX),
        Value::int32(1024),
        Value::int32(308),
        vm.new_float(f64::MIN_POSITIVE),
        Value::int32(-1021),
        Value::int32(-307),
        Value::int32(15),
        Value::int32(53),
        vm.new_float(f64::EPSILON),
        Value::int32(2),
        Value::int32(1),
    ];
    let (_, info) = record(vm, "float_info", names, values);
    set(vm, module, "float_info", info)?;
    let names = &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"];
    let values = [30, 4, 4300, 640].map(Value::int32).to_vec();
    let (_, info) = record(vm, "int_info", names, values);
    set(vm, module, "int_info", info)?;
    let names = &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"];
    let values = vec![
        Value::int32(64),
        vm.new_int((1 << 61) - 1),
        Value::int32(314_159),
        Value::int32(0),
        Value::int32(1_000_003),
        vm.new_str("siphash24"),
        Value::int32(64),
        Value::int32(128),
        Value::int32(0),
    ];
    let (_, info) = record(vm, "hash_info", names, values);
    set(vm, module, "hash_info", info)
}
