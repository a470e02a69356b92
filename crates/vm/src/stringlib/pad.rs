//! `center`, `ljust`, `rjust`, `zfill`, `expandtabs`: what to insert where.

use super::{Unit, part};

/// Fill on the left and on the right for `center` to `width`: CPython's rule for the odd one.
pub fn center(len: usize, width: usize) -> (usize, usize) {
    let margin = width.saturating_sub(len);
    let left = margin / 2 + (margin & width & 1);
    (left, margin - left)
}

/// `units` between so many fills.
pub fn pad<T: Unit>(units: &[T], left: usize, right: usize, fill: T) -> Vec<T> {
    let mut out = Vec::with_capacity(left + units.len() + right);
    out.resize(left, fill);
    out.extend_from_slice(units);
    out.resize(left + units.len() + right, fill);
    out
}

/// Length after `expandtabs`; `None` if it overflows.
pub fn expanded_len<T: Unit>(units: &[T], tab_size: usize) -> Option<usize> {
    let mut total: usize = 0;
    let mut column: usize = 0;
    for unit in units {
        match unit.code() {
            0x09 if tab_size > 0 => {
                let fill = tab_size - column % tab_size;
                column = column.checked_add(fill)?;
                total = total.checked_add(fill)?;
            }
            0x09 => {}
            code => {
                column = if code == 0x0a || code == 0x0d { 0 } else { column + 1 };
                total = total.checked_add(1)?;
            }
        }
    }
    isize::try_from(total).ok().map(isize::unsigned_abs)
}

/// `expandtabs`; `space` is the unit for a blank. The caller checked [`expanded_len`].
pub fn expand_tabs<T: Unit>(units: &[T], tab_size: usize, space: T) -> Vec<T> {
    let mut out = Vec::new();
    let mut column: usize = 0;
    for &unit in units {
        match unit.code() {
            0x09 if tab_size > 0 => {
                let fill = tab_size - column % tab_size;
                column += fill;
                out.resize(out.len() + fill, space);
            }
            0x09 => {}
            code => {
                column = if code == 0x0a || code == 0x0d { 0 } else { column + 1 };
                out.push(unit);
            }
        }
    }
    out
}

/// `zfill` to `width`: zeros go behind a sign.
pub fn zfill<T: Unit>(units: &[T], width: usize, zero: T) -> Vec<T> {
    let fill = width.saturating_sub(units.len());
    let sign = usize::from(matches!(units.first().map(|unit| unit.code()), Some(0x2b | 0x2d)));
    let mut out = Vec::with_capacity(fill + units.len());
    out.extend_from_slice(part(units, 0..sign));
    out.resize(sign + fill, zero);
    out.extend_from_slice(part(units, sign..units.len()));
    out
}
