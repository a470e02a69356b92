//! `time.strptime`: a text read by a format, in the C locale (CPython's Lib/_strptime.py).

use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyStr;
use minipy_vm::object::MethodDef;
use minipy_vm::{Value, Vm};

use super::calendar::{Fields, days_from_civil};
use super::format::{DAYS, MONTHS};

/// What the directives have said so far.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    minute: i64,
    second: i64,
    weekday: Option<i64>,
    yearday: Option<i64>,
    /// The week of the year, and whether weeks begin on Monday.
    week: Option<(i64, bool)>,
    iso_year: Option<i64>,
    iso_week: Option<i64>,
    afternoon: Option<bool>,
    zone: Option<String>,
    offset: Option<i64>,
}

/// The text that is left.
struct Input<'a> {
    rest: &'a [char],
}

impl Input<'_> {
    /// A number of one to `width` digits within the bounds; as many digits as still make one.
    fn number(&mut self, width: usize, low: i64, high: i64) -> Option<i64> {
        let digits = self.rest.iter().take(width).take_while(|c| c.is_ascii_digit()).count();
        (1..=digits).rev().find_map(|count| {
            let text: String = self.rest.get(..count)?.iter().collect();
            let number = text.parse().ok().filter(|number| (low..=high).contains(number))?;
            self.rest = self.rest.get(count..)?;
            Some(number)
        })
    }

    /// The place of the longest of `names` that is here, in any case.
    fn name<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Option<i64> {
        let fits = |name: &str| {
            let mut rest = self.rest.iter();
            name.chars().all(|c| rest.next().is_some_and(|r| r.to_lowercase().eq(c.to_lowercase())))
        };
        let (place, name) = names.enumerate().filter(|(_, name)| fits(name)).max_by_key(|(_, name)| name.len())?;
        self.rest = self.rest.get(name.chars().count()..)?;
        i64::try_from(place).ok()
    }

    fn spaces(&mut self) -> usize {
        let count = self.rest.iter().take_while(|c| c.is_whitespace()).count();
        self.rest = self.rest.get(count..).unwrap_or_default();
        count
    }

    fn literal(&mut self, want: char) -> Option<()> {
        let (first, rest) = self.rest.split_first()?;
        let same = first.to_lowercase().eq(want.to_lowercase());
        self.rest = if same { rest } else { return None };
        Some(())
    }

    /// `+HH:MM[:SS]`, `+HHMM[SS]` or `Z`, in seconds.
    fn offset(&mut self) -> Option<i64> {
        if self.literal('Z').is_some() {
            return Some(0);
        }
        let (sign, rest) = self.rest.split_first()?;
        let sign = match sign {
            '+' => 1,
            '-' => -1,
            _ => return None,
        };
        self.rest = rest;
        let hours = self.number(2, 0, 23)?;
        let colon = self.literal(':').is_some();
        let minutes = self.number(2, 0, 59)?;
        let mut seconds = 0;
        if (colon && self.literal(':').is_some()) || (!colon && self.rest.first().is_some_and(char::is_ascii_digit)) {
            seconds = self.number(2, 0, 59)?;
        }
        Some(sign * (hours * 3600 + minutes * 60 + seconds))
    }
}

/// What stands for others: `%D` is `%m/%d/%y`.
fn composed(directive: char) -> Option<&'static str> {
    Some(match directive {
        'c' => "%a %b %d %H:%M:%S %Y",
        'x' => "%m/%d/%y",
        'X' => "%H:%M:%S",
        _ => return None,
    })
}

/// Reads what one directive asks for. `Err` is a directive that there is none of.
fn directive(found: &mut Found, input: &mut Input<'_>, letter: char) -> Result<Option<()>, char> {
    let short = |names: &'static [&'static str]| names.iter().map(|name| name.get(..3).unwrap_or(name));
    Ok((|| {
        match letter {
            'a' => found.weekday = Some(input.name(short(&DAYS))?),
            'A' => found.weekday = Some(input.name(DAYS.into_iter())?),
            'b' => found.month = Some(input.name(short(&MONTHS))? + 1),
            'B' => found.month = Some(input.name(MONTHS.into_iter())? + 1),
            'd' => found.day = Some(input.number(2, 1, 31)?),
            'f' => drop(input.number(6, 0, 999_999)?),
            'G' => found.iso_year = Some(input.number(4, 0, 9999)?),
            'H' => found.hour = input.number(2, 0, 23)?,
            'I' => found.hour = input.number(2, 1, 12)?,
            'j' => found.yearday = Some(input.number(3, 1, 366)?),
            'm' => found.month = Some(input.number(2, 1, 12)?),
            'M' => found.minute = input.number(2, 0, 59)?,
            'p' => found.afternoon = Some(input.name(["am", "pm"].into_iter())? == 1),
            'S' => found.second = input.number(2, 0, 61)?,
            'u' => found.weekday = Some(input.number(1, 1, 7)? - 1),
            'U' => found.week = Some((input.number(2, 0, 53)?, false)),
            'V' => found.iso_week = Some(input.number(2, 1, 53)?),
            'w' => found.weekday = Some((input.number(1, 0, 6)? + 6) % 7),
            'W' => found.week = Some((input.number(2, 0, 53)?, true)),
            'y' => {
                let year = input.number(2, 0, 99)?;
                found.year = Some(if year <= 68 { 2000 + year } else { 1900 + year });
            }
            'Y' => found.year = Some(input.number(4, 0, 9999)?),
            'z' => found.offset = Some(input.offset()?),
            'Z' => {
                let place = input.name(["utc", "gmt"].into_iter())?;
                found.zone = Some(if place == 0 { "UTC" } else { "GMT" }.to_owned());
            }
            '%' => input.literal('%')?,
            _ => {}
        }
        Some(())
    })())
    .and_then(|read| if "aAbBdfGHIjmMpSuUVwWyYzZ%".contains(letter) { Ok(read) } else { Err(letter) })
}

/// Reads `input` by `format`; `Ok(None)` if it does not match.
fn read(found: &mut Found, input: &mut Input<'_>, format: &str) -> Result<Option<()>, char> {
    let mut letters = format.chars().peekable();
    while let Some(c) = letters.next() {
        let matched = match c {
            '%' => match letters.next() {
                Some(letter) => match composed(letter) {
                    Some(format) => read(found, input, format)?,
                    None => directive(found, input, letter)?,
                },
                None => return Err('%'),
            },
            c if c.is_whitespace() => {
                while letters.next_if(|c| c.is_whitespace()).is_some() {}
                Some(()).filter(|()| input.spaces() > 0)
            }
            c => input.literal(c),
        };
        if matched.is_none() {
            return Ok(None);
        }
    }
    Ok(Some(()))
}

impl Found {
    /// The fields of the moment, what was not said filled in.
    fn fields(&self) -> Fields {
        let hour = match self.afternoon {
            Some(afternoon) => self.hour % 12 + if afternoon { 12 } else { 0 },
            None => self.hour,
        };
        // A leap year, where 29 February stands without one.
        let year = self.year.or(self.iso_year).unwrap_or(match (self.month, self.day) {
            (Some(2), Some(29)) => 1904,
            _ => 1900,
        });
        let new_year = days_from_civil(year, 1, 1);
        let mut yearday = self.yearday;
        if let (None, Some(weekday)) = (yearday, self.weekday) {
            let first = (new_year + 3).rem_euclid(7);
            if let Some((week, monday)) = self.week.filter(|_| self.year.is_some()) {
                let (first, weekday) = if monday { (first, weekday) } else { ((first + 1) % 7, (weekday + 1) % 7) };
                let offset = (7 - first) % 7;
                yearday = Some(if week == 0 { 1 + weekday - first } else { 1 + offset + 7 * (week - 1) + weekday });
            } else if let Some(week) = self.iso_week.filter(|_| self.iso_year.is_some()) {
                let fourth = (days_from_civil(year, 1, 4) + 3).rem_euclid(7);
                yearday = Some(7 * (week - 1) + weekday + 4 - fourth);
            }
        }
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        let days = match yearday {
            Some(yearday) if self.month.is_none() && self.day.is_none() => new_year + yearday - 1,
            _ => days_from_civil(year, month, day),
        };
        let date = Fields::from_seconds(days * 86_400);
        let shown_year = if year == 1904 && self.year.is_none() { 1900 } else { date.year };
        Fields {
            year: shown_year,
            hour,
            minute: self.minute,
            second: self.second,
            weekday: self.weekday.unwrap_or(date.weekday),
            yearday: self.yearday.unwrap_or(date.yearday),
            isdst: if self.zone.is_some() { 0 } else { -1 },
            ..date
        }
    }
}

/// Parse a string to a time tuple according to a format specification.
#[pyfunction("time.strptime(string, format='%a %b %d %H:%M:%S %Y', /)", no_text, convention = "tuple")]
fn strptime(vm: &mut Vm, string: &Value, format: Option<&Value>) -> PyResult {
    let format = format.cloned().unwrap_or_else(|| vm.new_str("%a %b %d %H:%M:%S %Y"));
    for (place, argument) in [string, &format].into_iter().enumerate() {
        if !argument.is_a::<PyStr>() {
            let ty = vm.type_of(argument).value();
            let shown = vm.repr_string(&ty)?;
            return Err(vm.type_error(format!("strptime() argument {place} must be str, not {shown}")));
        }
    }
    let (text, pattern) = (vm.str_lossy(string), vm.str_lossy(&format));
    let characters: Vec<char> = text.chars().collect();
    let (mut found, mut input) = (Found::default(), Input { rest: &characters });
    let read = read(&mut found, &mut input, &pattern);
    let (shown, shown_format) = (vm.repr_string(string)?, vm.repr_string(&format)?);
    match read {
        Err('%') => return Err(vm.value_error(format!("stray % in format {shown_format}"))),
        Err(letter) => {
            return Err(vm.value_error(format!("'{letter}' is a bad directive in format {shown_format}")));
        }
        Ok(None) => {
            return Err(vm.value_error(format!("time data {shown} does not match format {shown_format}")));
        }
        Ok(Some(())) if !input.rest.is_empty() => {
            let rest: String = input.rest.iter().collect();
            return Err(vm.value_error(format!("unconverted data remains: {rest}")));
        }
        Ok(Some(())) => {}
    }
    let fields = found.fields();
    if let (Some(day), Some(month)) = (found.day, found.month)
        && (fields.day, fields.month) != (day, month)
    {
        return Err(vm.value_error("day is out of range for month"));
    }
    let zone = found.zone.clone();
    fields.into_parsed(vm, zone.as_deref(), found.offset)
}

/// The functions of this file.
pub(super) const FUNCTIONS: &[MethodDef] = functions![strptime];
