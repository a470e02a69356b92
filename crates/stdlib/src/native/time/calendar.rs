//! Between seconds since the epoch and the fields of the proleptic Gregorian calendar.

use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::object::{MethodDef, Ty};
use minipy_vm::{Value, Vm};

/// The nine fields of struct_time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields {
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    /// 0 is Monday.
    pub weekday: i64,
    /// 1 to 366.
    pub yearday: i64,
    pub isdst: i64,
}

/// Days since 1970-01-01 of a date.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

impl Fields {
    /// The fields of a moment.
    pub fn from_seconds(seconds: i64) -> Fields {
        let days = seconds.div_euclid(86_400);
        let rest = seconds.rem_euclid(86_400);
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Fields {
            year,
            month,
            day: day_of_year - (153 * shifted_month + 2) / 5 + 1,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 3).rem_euclid(7),
            yearday: days - days_from_civil(year, 1, 1) + 1,
            isdst: 0,
        }
    }

    /// Seconds since the epoch; fields out of range carry over.
    pub fn to_seconds(self) -> i64 {
        let months = self.month - 1;
        let (year, month) = (self.year + months.div_euclid(12), months.rem_euclid(12) + 1);
        let days = days_from_civil(year, month, 1) + self.day - 1;
        days.saturating_mul(86_400).saturating_add(self.hour * 3600 + self.minute * 60 + self.second)
    }

    fn into_value(self, vm: &mut Vm, zone: &str) -> PyResult {
        let hidden = vec![vm.new_str(zone), Value::int32(0)];
        self.into_struct(vm, hidden)
    }

    /// As a struct_time whose zone may be unknown.
    pub(super) fn into_parsed(self, vm: &mut Vm, zone: Option<&str>, offset: Option<i64>) -> PyResult {
        let zone = zone.map_or(Value::NONE, |zone| vm.new_str(zone));
        let hidden = vec![zone, offset.map_or(Value::NONE, |offset| vm.new_int(offset))];
        self.into_struct(vm, hidden)
    }

    fn into_struct(self, vm: &mut Vm, hidden: Vec<Value>) -> PyResult {
        let module = vm.import_module("time")?;
        let class = vm.get_attr_str(&module, "struct_time")?;
        let numbers = [
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.weekday,
            self.yearday,
            self.isdst,
        ];
        let items: Vec<Value> = numbers.iter().map(|number| vm.new_int(*number)).collect();
        match Ty::from_value(&class) {
            Some(ty) => Ok(vm.new_struct(ty, items, hidden)),
            None => Ok(vm.new_tuple(items)),
        }
    }

    /// The fields of a time tuple that is an argument of `function`.
    pub fn from_value(vm: &mut Vm, value: &Value, function: &str) -> PyResult<Fields> {
        let Some(tuple) = value.downcast::<PyTuple>() else {
            return Err(vm.type_error("Tuple or struct_time argument required"));
        };
        let mut numbers = [0i64; 9];
        if tuple.items().len() != 9 {
            return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
        }
        for (place, item) in numbers.iter_mut().zip(tuple.items()) {
            *place = vm.index_i64(item)?;
        }
        let [year, month, day, hour, minute, second, weekday, yearday, isdst] = numbers;
        Ok(Fields {
            year,
            month: month.max(1),
            day: day.max(1),
            hour,
            minute,
            second,
            weekday,
            yearday: yearday.max(1),
            isdst,
        })
    }

    /// The fields of an optional time tuple: now without one.
    pub fn or_now(vm: &mut Vm, value: Option<&Value>, function: &str) -> PyResult<Fields> {
        match value.filter(|value| !value.is_none()) {
            Some(value) => Fields::from_value(vm, value, function),
            None => Ok(Fields::from_seconds(now())),
        }
    }
}

fn now() -> i64 {
    rustix::time::clock_gettime(rustix::time::ClockId::Realtime).tv_sec as i64
}

fn moment(vm: &mut Vm, seconds: Option<&Value>) -> PyResult<i64> {
    let Some(seconds) = seconds.filter(|seconds| !seconds.is_none()) else { return Ok(now()) };
    if let Some(int) = seconds.as_small_int() {
        return in_range(vm, int as f64).map(|()| int);
    }
    let float = match seconds.as_float() {
        Some(float) => float,
        None => vm.index_i64(seconds)? as f64,
    };
    if float.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    in_range(vm, float)?;
    Ok(float.floor() as i64)
}

fn in_range(vm: &mut Vm, seconds: f64) -> PyResult<()> {
    if seconds.abs() < 6.7e16 {
        return Ok(());
    }
    Err(vm.overflow_error("timestamp out of range for platform time_t"))
}

/// Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).
#[pyfunction("time.gmtime([seconds])", no_text)]
fn gmtime(vm: &mut Vm, seconds: Option<&Value>) -> PyResult {
    let seconds = moment(vm, seconds)?;
    Fields::from_seconds(seconds).into_value(vm, "GMT")
}

/// Convert seconds since the Epoch to a time tuple expressing local time.
#[pyfunction("time.localtime([seconds])", no_text)]
fn localtime(vm: &mut Vm, seconds: Option<&Value>) -> PyResult {
    let seconds = moment(vm, seconds)?;
    Fields::from_seconds(seconds).into_value(vm, "UTC")
}

/// Convert a time tuple in local time to seconds since the Epoch.
#[pyfunction("time.mktime(tuple, /)", no_text)]
fn mktime(vm: &mut Vm, tuple: &Value) -> PyResult<f64> {
    Ok(Fields::from_value(vm, tuple, "mktime")?.to_seconds() as f64)
}

/// Convert a time in seconds since the Epoch to a string in local time.
#[pyfunction("time.ctime([seconds])", no_text)]
fn ctime(vm: &mut Vm, seconds: Option<&Value>) -> PyResult<String> {
    let seconds = moment(vm, seconds)?;
    Ok(super::format::asctime_text(Fields::from_seconds(seconds)))
}

/// The functions of this file.
pub(super) const FUNCTIONS: &[MethodDef] = functions![gmtime, localtime, mktime, ctime];
