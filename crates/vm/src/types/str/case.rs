//! Changing case: full mappings, the final sigma, title case.

use minipy_macros::pymethods;

use super::builder::StrBuilder;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, StrData};
use crate::unicode::{self, Mapping};
use crate::value::Value;
use crate::vm::Vm;

const CAPITAL_SIGMA: u32 = 0x3a3;

/// Lower case of the capital sigma at `place`: final if a cased letter comes before and none after it.
fn lower_sigma(text: StrData<'_>, place: usize) -> u32 {
    let before = text.slice(0..place).code_points().rev().find(|&c| !unicode::is_case_ignorable(c));
    let after = text.slice(place + 1..text.len()).code_points().find(|&c| !unicode::is_case_ignorable(c));
    if before.is_some_and(unicode::is_cased) && !after.is_some_and(unicode::is_cased) { 0x3c2 } else { 0x3c3 }
}

/// Appends the lower case of the code point at `place`.
fn push_lower(text: StrData<'_>, place: usize, c: u32, out: &mut StrBuilder) {
    if c == CAPITAL_SIGMA {
        out.push(lower_sigma(text, place));
    } else {
        out.extend(unicode::to_lower(c).iter());
    }
}

/// Lower case.
fn lower(text: StrData<'_>) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    text.code_points().enumerate().for_each(|(place, c)| push_lower(text, place, c, &mut out));
    out
}

/// Every code point by itself through `map`.
fn map_all(text: StrData<'_>, map: fn(u32) -> Mapping) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    text.code_points().for_each(|c| out.extend(map(c).iter()));
    out
}

fn title(text: StrData<'_>) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    let mut in_word = false;
    for (place, c) in text.code_points().enumerate() {
        if in_word {
            push_lower(text, place, c, &mut out);
        } else {
            out.extend(unicode::to_title(c).iter());
        }
        in_word = unicode::is_cased(c);
    }
    out
}

fn capitalize(text: StrData<'_>) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    for (place, c) in text.code_points().enumerate() {
        if place == 0 {
            out.extend(unicode::to_title(c).iter());
        } else {
            push_lower(text, place, c, &mut out);
        }
    }
    out
}

fn swap_case(text: StrData<'_>) -> StrBuilder {
    let mut out = StrBuilder::with_capacity(text.len());
    for (place, c) in text.code_points().enumerate() {
        if unicode::is_upper(c) {
            push_lower(text, place, c, &mut out);
        } else if unicode::is_lower(c) {
            out.extend(unicode::to_upper(c).iter());
        } else {
            out.push(c);
        }
    }
    out
}

#[pymethods(part = "case")]
impl PyStr {
    /// Return a copy in lower case.
    #[pymethod("lower($self, /)")]
    fn lower(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        match this.data() {
            StrData::Ascii(units) => Ok(vm.new_str_data(StrData::Ascii(&units.to_ascii_lowercase()))),
            _ => vm.cased(this, lower),
        }
    }

    /// Return a copy of the string converted to uppercase.
    #[pymethod("upper($self, /)")]
    fn upper(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        match this.data() {
            StrData::Ascii(units) => Ok(vm.new_str_data(StrData::Ascii(&units.to_ascii_uppercase()))),
            _ => vm.cased(this, |text| map_all(text, unicode::to_upper)),
        }
    }

    /// Return a copy in which words start with a title-cased character and go on in lower case.
    #[pymethod("title($self, /)")]
    fn title(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        vm.cased(this, title)
    }

    /// Return a copy with the first character in title case and the rest in lower case.
    #[pymethod("capitalize($self, /)")]
    fn capitalize(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        vm.cased(this, capitalize)
    }

    /// Return a copy with upper case made lower and lower case made upper.
    #[pymethod("swapcase($self, /)")]
    fn swapcase(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        vm.cased(this, swap_case)
    }

    /// Return a copy for caseless comparisons.
    #[pymethod("casefold($self, /)")]
    fn casefold(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        vm.cased(this, |text| map_all(text, unicode::to_folded))
    }
}

impl Vm {
    fn cased(&mut self, this: This<'_, PyStr>, change: fn(StrData<'_>) -> StrBuilder) -> PyResult<Value> {
        self.check_size(this.len().saturating_mul(12))?;
        let text = change(this.data());
        Ok(self.new_text(&text))
    }
}
