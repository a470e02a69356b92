//! Padding: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use minipy_macros::pymethods;

use super::builder::StrBuilder;
use super::data::with_units;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::stringlib::pad;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    fn fill_char(&mut self, fill: Option<&Value>) -> PyResult<u32> {
        let Some(fill) = fill else { return Ok(u32::from(b' ')) };
        let text = self.expect_text(fill, "The fill character must be a unicode character, not {}")?;
        match (text.len(), text.data().get(0)) {
            (1, Some(fill)) => Ok(fill),
            _ => Err(self.type_error("The fill character must be exactly one character long")),
        }
    }

    fn padded(&mut self, this: This<'_, PyStr>, left: usize, right: usize, fill: u32) -> PyResult {
        if left + right == 0 {
            return Ok(self.exact_str(this.value()));
        }
        self.check_size((this.len().saturating_add(left).saturating_add(right)).saturating_mul(8))?;
        let mut out = StrBuilder::with_capacity(this.len() + left + right);
        out.push_fill(fill, left);
        out.push_data(this.data());
        out.push_fill(fill, right);
        Ok(self.new_text(&out))
    }
}

fn missing(this: &PyStr, width: isize) -> usize {
    width.max(0).unsigned_abs().saturating_sub(this.len())
}

#[pymethods(part = "pad")]
impl PyStr {
    /// Return a centered string of length width.
    #[pymethod("center($self, width, fillchar=' ', /)")]
    fn center(vm: &mut Vm, this: This<'_, PyStr>, width: isize, fillchar: Option<&Value>) -> PyResult {
        let fill = vm.fill_char(fillchar)?;
        let (left, right) = pad::center(this.len(), width.max(0).unsigned_abs());
        vm.padded(this, left, right, fill)
    }

    /// Return a str of at least the given width with this one at the left.
    #[pymethod("ljust($self, width, fillchar=' ', /)")]
    fn ljust(vm: &mut Vm, this: This<'_, PyStr>, width: isize, fillchar: Option<&Value>) -> PyResult {
        let fill = vm.fill_char(fillchar)?;
        vm.padded(this, 0, missing(&this, width), fill)
    }

    /// Return a str of at least the given width with this one at the right.
    #[pymethod("rjust($self, width, fillchar=' ', /)")]
    fn rjust(vm: &mut Vm, this: This<'_, PyStr>, width: isize, fillchar: Option<&Value>) -> PyResult {
        let fill = vm.fill_char(fillchar)?;
        vm.padded(this, missing(&this, width), 0, fill)
    }

    /// Pad a numeric string with zeros on the left, to fill a field of the given width.
    ///
    /// They come behind the sign.
    #[pymethod("zfill($self, width, /)")]
    fn zfill(vm: &mut Vm, this: This<'_, PyStr>, width: isize) -> PyResult {
        if missing(&this, width) == 0 {
            return Ok(vm.exact_str(this.value()));
        }
        let width = width.unsigned_abs();
        vm.check_size(width.saturating_mul(8))?;
        Ok(with_units!(this.data(), units => {
            let zero = crate::stringlib::Unit::from_code(0x30).unwrap_or_default();
            vm.new_str_units(&pad::zfill(units, width, zero))
        }))
    }

    /// Return a copy in which tabs are blanks up to the next column that is a multiple of tabsize.
    #[pymethod("expandtabs($self, /, tabsize=8)")]
    fn expandtabs(vm: &mut Vm, this: This<'_, PyStr>, tabsize: i32) -> PyResult {
        let tabs = usize::try_from(tabsize).unwrap_or(0);
        if !this.data().code_points().any(|c| c == 9) {
            return Ok(vm.exact_str(this.value()));
        }
        let Some(len) = with_units!(this.data(), units => pad::expanded_len(units, tabs)) else {
            return Err(vm.overflow_error("new string is too long"));
        };
        vm.check_size(len.saturating_mul(8))?;
        Ok(with_units!(this.data(), units => {
            let space = crate::stringlib::Unit::from_code(0x20).unwrap_or_default();
            vm.new_str_units(&pad::expand_tabs(units, tabs, space))
        }))
    }
}
