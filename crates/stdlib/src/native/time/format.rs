//! Times as text, in the C locale.

use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::MethodDef;
use minipy_vm::{Value, Vm};

use super::calendar::Fields;

pub(super) const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn name(names: &'static [&'static str], place: i64) -> &'static str {
    usize::try_from(place).ok().and_then(|place| names.get(place)).copied().unwrap_or("?")
}

fn short(name: &'static str) -> &'static str {
    name.get(..3).unwrap_or(name)
}

/// `Sat Jun  6 16:26:11 1998`.
pub(super) fn asctime_text(f: Fields) -> String {
    let (day, month) = (short(name(&DAYS, f.weekday)), short(name(&MONTHS, f.month - 1)));
    format!("{day} {month} {:2} {:02}:{:02}:{:02} {}", f.day, f.hour, f.minute, f.second, f.year)
}

/// Year and week of ISO 8601.
fn iso_week(f: Fields) -> (i64, i64) {
    let week = (f.yearday - 1 - f.weekday + 10) / 7;
    if week < 1 {
        let last = Fields { year: f.year - 1, month: 12, day: 31, ..Fields::default() };
        return (f.year - 1, iso_week(Fields::from_seconds(last.to_seconds())).1);
    }
    let leap = f.year % 4 == 0 && (f.year % 100 != 0 || f.year % 400 == 0);
    let last_day = if leap { 366 } else { 365 };
    if week == 53 && last_day - f.yearday < 3 - f.weekday {
        return (f.year + 1, 1);
    }
    (f.year, week)
}

fn directive(out: &mut String, directive: char, f: Fields) {
    let hour12 = if f.hour % 12 == 0 { 12 } else { f.hour % 12 };
    match directive {
        'a' => out.push_str(short(name(&DAYS, f.weekday))),
        'A' => out.push_str(name(&DAYS, f.weekday)),
        'b' | 'h' => out.push_str(short(name(&MONTHS, f.month - 1))),
        'B' => out.push_str(name(&MONTHS, f.month - 1)),
        'c' => out.push_str(&asctime_text(f)),
        'C' => out.push_str(&format!("{:02}", f.year.div_euclid(100))),
        'd' => out.push_str(&format!("{:02}", f.day)),
        'D' | 'x' => out.push_str(&format!("{:02}/{:02}/{:02}", f.month, f.day, f.year.rem_euclid(100))),
        'e' => out.push_str(&format!("{:2}", f.day)),
        'F' => out.push_str(&format!("{}-{:02}-{:02}", f.year, f.month, f.day)),
        'g' => out.push_str(&format!("{:02}", iso_week(f).0.rem_euclid(100))),
        'G' => out.push_str(&iso_week(f).0.to_string()),
        'H' => out.push_str(&format!("{:02}", f.hour)),
        'I' => out.push_str(&format!("{hour12:02}")),
        'j' => out.push_str(&format!("{:03}", f.yearday)),
        'k' => out.push_str(&format!("{:2}", f.hour)),
        'l' => out.push_str(&format!("{hour12:2}")),
        'm' => out.push_str(&format!("{:02}", f.month)),
        'M' => out.push_str(&format!("{:02}", f.minute)),
        'n' => out.push('\n'),
        'p' => out.push_str(if f.hour < 12 { "AM" } else { "PM" }),
        'P' => out.push_str(if f.hour < 12 { "am" } else { "pm" }),
        'r' => {
            let half = if f.hour < 12 { "AM" } else { "PM" };
            out.push_str(&format!("{hour12:02}:{:02}:{:02} {half}", f.minute, f.second));
        }
        'R' => out.push_str(&format!("{:02}:{:02}", f.hour, f.minute)),
        's' => out.push_str(&f.to_seconds().to_string()),
        'S' => out.push_str(&format!("{:02}", f.second)),
        't' => out.push('\t'),
        'T' | 'X' => out.push_str(&format!("{:02}:{:02}:{:02}", f.hour, f.minute, f.second)),
        'u' => out.push_str(&(f.weekday + 1).to_string()),
        'U' => out.push_str(&format!("{:02}", (f.yearday + 6 - (f.weekday + 1) % 7) / 7)),
        'V' => out.push_str(&format!("{:02}", iso_week(f).1)),
        'w' => out.push_str(&((f.weekday + 1) % 7).to_string()),
        'W' => out.push_str(&format!("{:02}", (f.yearday + 6 - f.weekday) / 7)),
        'y' => out.push_str(&format!("{:02}", f.year.rem_euclid(100))),
        'Y' => out.push_str(&f.year.to_string()),
        'z' => out.push_str("+0000"),
        'Z' => out.push_str("UTC"),
        '%' => out.push('%'),
        other => {
            out.push('%');
            out.push(other);
        }
    }
}

/// Convert a time tuple to a string according to a format specification.
#[pyfunction("time.strftime(format[, tuple])", no_text)]
fn strftime(vm: &mut Vm, format: &Value, tuple: Option<&Value>) -> PyResult<String> {
    let Some(format) = format.downcast::<PyStr>() else {
        let got = vm.type_name(format);
        return Err(vm.type_error(format!("strftime() argument 1 must be str, not {got}")));
    };
    let fields = Fields::or_now(vm, tuple, "strftime")?;
    let bounds = [
        (fields.month, 1, 12, "month out of range"),
        (fields.day, 1, 31, "day of month out of range"),
        (fields.hour, 0, 23, "hour out of range"),
        (fields.minute, 0, 59, "minute out of range"),
        (fields.second, 0, 61, "seconds out of range"),
        (fields.yearday, 1, 366, "day of year out of range"),
    ];
    if let Some((.., words)) = bounds.iter().find(|(value, low, high, _)| value < low || value > high) {
        return Err(vm.value_error(*words));
    }
    let fields = Fields { weekday: fields.weekday.rem_euclid(7), ..fields };
    let text = format.to_string_lossy();
    let (mut out, mut rest) = (String::with_capacity(text.len() * 2), text.chars());
    while let Some(c) = rest.next() {
        match c {
            '%' => match rest.next() {
                Some(letter) => directive(&mut out, letter, fields),
                None => out.push('%'),
            },
            other => out.push(other),
        }
    }
    Ok(out)
}

/// Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.
#[pyfunction("time.asctime([tuple])", no_text)]
fn asctime(vm: &mut Vm, tuple: Option<&Value>) -> PyResult<String> {
    let fields = Fields::or_now(vm, tuple, "asctime")?;
    Ok(asctime_text(fields))
}

/// The functions of this file.
pub(super) const FUNCTIONS: &[MethodDef] = functions![strftime, asctime];
