//! Where native code wants the items of a generator: as long as it takes them as they come, and no other code runs between
//! two of them, the generator need not be suspended for each.

#![expect(unsafe_code, reason = "the running frame says where its sink is")]

use super::frame::special;
use super::regs::value_of;
use crate::value::Value;
use crate::vm::Vm;

/// See the module.
pub enum Sink {
    /// Takes everything.
    List(Vec<Value>),
    /// Adds ints up, as long as the sum is one of 62 bits.
    Ints(i64),
    /// Adds floats up.
    Floats(f64),
    /// Takes immediates that are false.
    False,
    /// Takes immediates that are true.
    True,
}

impl Sink {
    /// Takes an item; hands it back where more than this is to be done about it.
    #[inline(always)]
    fn take(&mut self, item: Value) -> Option<Value> {
        match self {
            Sink::List(items) => {
                items.push(item);
                return None;
            }
            Sink::Ints(total) => {
                if let Some(sum) = item.as_small_int().and_then(|int| total.checked_add(int))
                    && Value::small_int(sum).is_some()
                {
                    *total = sum;
                    return None;
                }
            }
            Sink::Floats(total) => {
                if let Some(float) = item.as_small_float() {
                    *total += float;
                    return None;
                }
            }
            Sink::False | Sink::True => {
                let truth = match item.as_small_int() {
                    Some(int) => Some(int != 0),
                    None if item.is_none() => Some(false),
                    None => item.as_bool(),
                };
                if truth == Some(matches!(self, Sink::True)) {
                    return None;
                }
            }
        }
        Some(item)
    }
}

/// Offers an item to the sink of the running frame; true if it took it. If not, the item is the caller's as before, and
/// the frame's sink is forgotten.
///
/// # Safety
/// The running frame has a sink. `item` is owned.
#[inline(never)]
pub unsafe fn offer(vm: *mut Vm, item: u64) -> bool {
    // SAFETY: whoever runs the frame keeps the sink until it is suspended or over, and touches it only then.
    unsafe {
        let frame = (*vm).interp.frame;
        let sink = (*frame).locals as *mut Sink;
        match (*sink).take(value_of(item)) {
            None => true,
            Some(item) => {
                std::mem::forget(item);
                (*frame).special &= !special::SINK;
                false
            }
        }
    }
}
