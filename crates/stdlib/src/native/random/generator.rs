//! The type `_random.Random`.

use dashu_int::IBig;
use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::heap::var::PyTuple;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::twister::{Twister, WORDS};

/// Random() -> create a random number generator with its own internal state.
#[pyclass(name = "Random", module = "_random", layout = 192, flags(basetype))]
pub struct PyRandom {
    #[pyclass(skip)]
    twister: VmCell<Box<Twister>>,
}

/// The generator that a seed means: the absolute value of an int, the hash of anything else, the clock for None.
fn seeded(vm: &mut Vm, seed: Option<&Value>) -> PyResult<Twister> {
    let number = match seed.filter(|seed| !seed.is_none()) {
        None => {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            let here = std::ptr::from_ref(&now) as u128;
            IBig::from(now.as_nanos() ^ here << 64 ^ u128::from(std::process::id()) << 96)
        }
        Some(seed) => match vm.int_value(seed) {
            Some(number) => number,
            None => IBig::from(vm.hash(seed)? as u64),
        },
    };
    let (_, magnitude) = number.into_parts();
    let bytes = magnitude.to_le_bytes();
    let word = |chunk: &[u8]| chunk.iter().rev().fold(0u32, |word, byte| word << 8 | u32::from(*byte));
    let mut key: Vec<u32> = bytes.chunks(4).map(word).collect();
    if key.is_empty() {
        key.push(0);
    }
    Ok(Twister::from_key(&key))
}

#[pymethods]
impl PyRandom {
    #[new("Random(*args, **kwds)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() && cls == vm.ty::<PyRandom>() {
            return Err(vm.type_error("Random() takes no keyword arguments"));
        }
        if args.len_positional() > 1 {
            return Err(vm.type_error("Random() requires 0 or 1 argument"));
        }
        let twister = seeded(vm, args.positional().first())?;
        Ok(vm.new_instance(cls, PyRandom { twister: VmCell::new(Box::new(twister)) }))
    }

    /// random() -> x in the interval [0, 1).
    #[pymethod("random($self, /)")]
    fn random(vm: &mut Vm, this: This<'_, PyRandom>) -> f64 {
        this.twister.borrow_mut(vm).float()
    }

    /// seed([n]) -> None.
    ///
    /// An int counts without its sign, anything else by its hash; without one, the clock decides.
    #[pymethod("seed($self, n=None, /)")]
    fn seed(vm: &mut Vm, this: This<'_, PyRandom>, n: Option<&Value>) -> PyResult<()> {
        let twister = seeded(vm, n)?;
        **this.twister.borrow_mut(vm) = twister;
        Ok(())
    }

    /// getrandbits(k) -> x.  Generates an int with k random bits.
    #[pymethod("getrandbits($self, k, /)")]
    fn getrandbits(vm: &mut Vm, this: This<'_, PyRandom>, k: i32) -> PyResult {
        let Ok(bits) = usize::try_from(k) else {
            return Err(vm.value_error("number of bits must be non-negative"));
        };
        let twister = this.twister.borrow_mut(vm);
        match bits {
            0 => return Ok(Value::int32(0)),
            1..=32 => {
                let word = twister.word() >> (32 - bits);
                return Ok(vm.new_int(i64::from(word)));
            }
            _ => {}
        }
        let mut bytes = Vec::with_capacity(bits.div_ceil(32) * 4);
        let mut left = bits;
        while left > 0 {
            let word = twister.word();
            let word = if left < 32 { word >> (32 - left) } else { word };
            bytes.extend_from_slice(&word.to_le_bytes());
            left = left.saturating_sub(32);
        }
        Ok(vm.new_bigint(IBig::from(dashu_int::UBig::from_le_bytes(&bytes))))
    }

    /// getstate() -> tuple containing the current state.
    #[pymethod("getstate($self, /)")]
    fn getstate(vm: &mut Vm, this: This<'_, PyRandom>) -> PyResult {
        let (words, index) = this.twister.borrow(vm).state();
        let mut items: Vec<Value> = words.iter().map(|word| vm.new_int(i64::from(*word))).collect();
        items.push(vm.new_int(index as i64));
        Ok(vm.new_tuple(items))
    }

    /// setstate(state) -> None.  Restores generator state.
    #[pymethod("setstate($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyRandom>, state: &Value) -> PyResult<()> {
        let Some(tuple) = state.downcast::<PyTuple>() else {
            return Err(vm.type_error("state vector must be a tuple"));
        };
        if tuple.items().len() != WORDS + 1 {
            return Err(vm.value_error("state vector is the wrong size"));
        }
        let mut words = [0; WORDS];
        for (place, item) in words.iter_mut().zip(tuple.items()) {
            *place = vm.index_i64(item)? as u32;
        }
        let last = tuple.items().last().cloned().unwrap_or_default();
        match usize::try_from(vm.index_i64(&last)?) {
            Ok(index) if index <= WORDS => {
                **this.twister.borrow_mut(vm) = Twister::new(words, index);
                Ok(())
            }
            _ => Err(vm.value_error("invalid state")),
        }
    }
}
