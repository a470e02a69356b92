//! Clocks and sleeping.

use std::time::{Duration, Instant};

use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::MethodDef;
use minipy_vm::{Value, Vm};
use rustix::time::{ClockId, clock_gettime};

fn nanoseconds(clock: ClockId) -> i64 {
    let now = clock_gettime(clock);
    (now.tv_sec as i64).saturating_mul(1_000_000_000).saturating_add(now.tv_nsec as i64)
}

fn seconds(clock: ClockId) -> f64 {
    let now = clock_gettime(clock);
    now.tv_sec as f64 + now.tv_nsec as f64 * 1e-9
}

/// Return the current time in seconds since the Epoch.
#[pyfunction("time.time()", no_text)]
fn time() -> f64 {
    seconds(ClockId::Realtime)
}

/// Return the current time in nanoseconds since the Epoch.
#[pyfunction("time.time_ns()", no_text)]
fn time_ns() -> i64 {
    nanoseconds(ClockId::Realtime)
}

/// Performance counter for benchmarking.
#[pyfunction("time.perf_counter()", no_text)]
fn perf_counter() -> f64 {
    seconds(ClockId::Monotonic)
}

/// Performance counter for benchmarking as nanoseconds.
#[pyfunction("time.perf_counter_ns()", no_text)]
fn perf_counter_ns() -> i64 {
    nanoseconds(ClockId::Monotonic)
}

/// Monotonic clock, cannot go backward.
#[pyfunction("time.monotonic()", no_text)]
fn monotonic() -> f64 {
    seconds(ClockId::Monotonic)
}

/// Monotonic clock, cannot go backward, as nanoseconds.
#[pyfunction("time.monotonic_ns()", no_text)]
fn monotonic_ns() -> i64 {
    nanoseconds(ClockId::Monotonic)
}

/// Process time for profiling: sum of the kernel and user-space CPU time.
#[pyfunction("time.process_time()", no_text)]
fn process_time() -> f64 {
    seconds(ClockId::ProcessCPUTime)
}

/// Process time for profiling as nanoseconds.
#[pyfunction("time.process_time_ns()", no_text)]
fn process_time_ns() -> i64 {
    nanoseconds(ClockId::ProcessCPUTime)
}

/// Thread time for profiling: sum of the kernel and user-space CPU time.
#[pyfunction("time.thread_time()", no_text)]
fn thread_time() -> f64 {
    seconds(ClockId::ThreadCPUTime)
}

/// Thread time for profiling as nanoseconds.
#[pyfunction("time.thread_time_ns()", no_text)]
fn thread_time_ns() -> i64 {
    nanoseconds(ClockId::ThreadCPUTime)
}

/// Delay execution for a given number of seconds.  The argument may be
/// a floating point number for subsecond precision.
#[pyfunction("time.sleep(seconds, /)", no_text)]
fn sleep(vm: &mut Vm, seconds: &Value) -> PyResult<()> {
    let length = match seconds.as_float() {
        Some(length) => length,
        None => vm.index_i64(seconds)? as f64,
    };
    if length.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if length < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let Ok(length) = Duration::try_from_secs_f64(length) else {
        return Err(vm.overflow_error("timestamp too large to convert to C _PyTime_t"));
    };
    // In short pieces, so that signals are noticed.
    let start = Instant::now();
    loop {
        let left = length.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(Duration::from_millis(40)));
        vm.poll()?;
    }
}

/// Get information of the specified clock.
#[pyfunction("time.get_clock_info(name, /)", no_text)]
fn get_clock_info(vm: &mut Vm, name: &Value) -> PyResult {
    let Some(text) = name.downcast::<PyStr>() else {
        let got = vm.type_name(name);
        return Err(vm.type_error(format!("get_clock_info() argument 1 must be str, not {got}")));
    };
    let (clock, adjustable) = match text.to_string_lossy().as_str() {
        "time" => ("CLOCK_REALTIME", true),
        "monotonic" | "perf_counter" => ("CLOCK_MONOTONIC", false),
        "process_time" => ("CLOCK_PROCESS_CPUTIME_ID", false),
        "thread_time" => ("CLOCK_THREAD_CPUTIME_ID", false),
        _ => return Err(vm.value_error("unknown clock")),
    };
    let fields = [
        ("implementation", vm.new_str(&format!("clock_gettime({clock})"))),
        ("monotonic", Value::bool(!adjustable)),
        ("adjustable", Value::bool(adjustable)),
        ("resolution", vm.new_float(1e-9)),
    ];
    vm.new_namespace(&fields)
}

/// A clock by its number.
fn clock(vm: &mut Vm, number: i64) -> PyResult<ClockId> {
    Ok(match number {
        0 => ClockId::Realtime,
        1 => ClockId::Monotonic,
        2 => ClockId::ProcessCPUTime,
        3 => ClockId::ThreadCPUTime,
        _ => return Err(vm.raise_io_error(&std::io::Error::from_raw_os_error(22), None)),
    })
}

/// clock_gettime(clk_id) -> float
///
/// Return the time of the specified clock clk_id.
#[pyfunction("time.clock_gettime(clk_id, /)", no_text)]
fn time_clock_gettime(vm: &mut Vm, clk_id: i64) -> PyResult<f64> {
    Ok(seconds(clock(vm, clk_id)?))
}

/// clock_gettime_ns(clk_id) -> int
///
/// Return the time of the specified clock clk_id as nanoseconds.
#[pyfunction("time.clock_gettime_ns(clk_id, /)", no_text)]
fn clock_gettime_ns(vm: &mut Vm, clk_id: i64) -> PyResult<i64> {
    Ok(nanoseconds(clock(vm, clk_id)?))
}

/// clock_getres(clk_id) -> float
///
/// Return the resolution (precision) of the specified clock clk_id.
#[pyfunction("time.clock_getres(clk_id, /)", no_text)]
fn clock_getres(vm: &mut Vm, clk_id: i64) -> PyResult<f64> {
    clock(vm, clk_id).map(|_| 1e-9)
}

/// tzset()
///
/// Initialize, or reinitialize, the local timezone: here it is always UTC.
#[pyfunction("time.tzset()", no_text)]
fn tzset() {}

/// The functions of this file.
pub(super) const FUNCTIONS: &[MethodDef] = functions![
    time,
    time_ns,
    perf_counter,
    perf_counter_ns,
    monotonic,
    monotonic_ns,
    process_time,
    process_time_ns,
    thread_time,
    thread_time_ns,
    sleep,
    get_clock_info,
    time_clock_gettime,
    clock_gettime_ns,
    clock_getres,
    tzset,
];
