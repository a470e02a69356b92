//! The functions.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::{BinaryOp, CompareOp, MethodDef};
use minipy_vm::{PyResult, Value, Vm};

macro_rules! binary {
    ($($(#[$($doc:tt)*])* $name:ident $signature:tt $method:ident $op:ident;)*) => { $(
        $(#[$($doc)*])*
        #[pyfunction($signature)]
        pub fn $name(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
            vm.$method(BinaryOp::$op, a, b)
        }
    )* };
}

binary! {
    /// Same as a + b.
    add "_operator.add(a, b, /)" binary Add;
    /// Same as a - b.
    sub "_operator.sub(a, b, /)" binary Subtract;
    /// Same as a * b.
    mul "_operator.mul(a, b, /)" binary Multiply;
    /// Same as a @ b.
    matmul "_operator.matmul(a, b, /)" binary MatrixMultiply;
    /// Same as a // b.
    floordiv "_operator.floordiv(a, b, /)" binary FloorDivide;
    /// Same as a / b.
    truediv "_operator.truediv(a, b, /)" binary TrueDivide;
    /// Same as a % b.
    modulo "_operator.mod(a, b, /)" binary Remainder;
    /// Same as a << b.
    lshift "_operator.lshift(a, b, /)" binary LeftShift;
    /// Same as a >> b.
    rshift "_operator.rshift(a, b, /)" binary RightShift;
    /// Same as a & b.
    and_ "_operator.and_(a, b, /)" binary And;
    /// Same as a ^ b.
    xor "_operator.xor(a, b, /)" binary Xor;
    /// Same as a | b.
    or_ "_operator.or_(a, b, /)" binary Or;
    /// Same as a += b.
    iadd "_operator.iadd(a, b, /)" inplace Add;
    /// Same as a -= b.
    isub "_operator.isub(a, b, /)" inplace Subtract;
    /// Same as a *= b.
    imul "_operator.imul(a, b, /)" inplace Multiply;
    /// Same as a @= b.
    imatmul "_operator.imatmul(a, b, /)" inplace MatrixMultiply;
    /// Same as a //= b.
    ifloordiv "_operator.ifloordiv(a, b, /)" inplace FloorDivide;
    /// Same as a /= b.
    itruediv "_operator.itruediv(a, b, /)" inplace TrueDivide;
    /// Same as a %= b.
    imod "_operator.imod(a, b, /)" inplace Remainder;
    /// Same as a <<= b.
    ilshift "_operator.ilshift(a, b, /)" inplace LeftShift;
    /// Same as a >>= b.
    irshift "_operator.irshift(a, b, /)" inplace RightShift;
    /// Same as a &= b.
    iand "_operator.iand(a, b, /)" inplace And;
    /// Same as a ^= b.
    ixor "_operator.ixor(a, b, /)" inplace Xor;
    /// Same as a |= b.
    ior "_operator.ior(a, b, /)" inplace Or;
}

macro_rules! compare {
    ($($(#[$($doc:tt)*])* $name:ident $signature:tt $op:ident;)*) => { $(
        $(#[$($doc)*])*
        #[pyfunction($signature)]
        pub fn $name(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
            vm.compare(a, b, CompareOp::$op)
        }
    )* };
}

compare! {
    /// Same as a == b.
    eq "_operator.eq(a, b, /)" Eq;
    /// Same as a != b.
    ne "_operator.ne(a, b, /)" Ne;
    /// Same as a < b.
    lt "_operator.lt(a, b, /)" Lt;
    /// Same as a <= b.
    le "_operator.le(a, b, /)" Le;
    /// Same as a > b.
    gt "_operator.gt(a, b, /)" Gt;
    /// Same as a >= b.
    ge "_operator.ge(a, b, /)" Ge;
}

macro_rules! unary {
    ($($(#[$($doc:tt)*])* $name:ident $signature:tt $method:ident;)*) => { $(
        $(#[$($doc)*])*
        #[pyfunction($signature)]
        pub fn $name(vm: &mut Vm, a: &Value) -> PyResult {
            vm.$method(a)
        }
    )* };
}

unary! {
    /// Same as -a.
    neg "_operator.neg(a, /)" negative;
    /// Same as +a.
    pos "_operator.pos(a, /)" positive;
    /// Same as abs(a).
    abs "_operator.abs(a, /)" absolute;
    /// Same as ~a.
    inv "_operator.inv(a, /)" invert;
    /// Same as ~a.
    invert "_operator.invert(a, /)" invert;
    /// Same as a.__index__()
    index "_operator.index(a, /)" index;
}

/// Return True if a is true, False otherwise.
#[pyfunction("_operator.truth(a, /)")]
pub fn truth(a: bool) -> bool {
    a
}

/// Same as not a.
#[pyfunction("_operator.not_(a, /)")]
pub fn not_(a: bool) -> bool {
    !a
}

/// Same as a is b.
#[pyfunction("_operator.is_(a, b, /)")]
pub fn is_(a: &Value, b: &Value) -> bool {
    a.is(b)
}

/// Same as a is not b.
#[pyfunction("_operator.is_not(a, b, /)")]
pub fn is_not(a: &Value, b: &Value) -> bool {
    !a.is(b)
}

/// Same as a ** b.
#[pyfunction("_operator.pow(a, b, /)")]
pub fn pow(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    vm.power(a, b, &Value::NONE)
}

/// Same as a **= b.
#[pyfunction("_operator.ipow(a, b, /)")]
pub fn ipow(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    vm.inplace_power(a, b)
}

/// Same as b in a (note reversed operands).
#[pyfunction("_operator.contains(a, b, /)")]
pub fn contains(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<bool> {
    vm.contains(a, b)
}

/// Return the first index of b in a.
#[pyfunction("_operator.indexOf(a, b, /)")]
pub fn index_of(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<usize> {
    let iterator = iterator_of(vm, a)?;
    let mut place = 0;
    while let Some(item) = vm.next_item(&iterator)? {
        if vm.eq(&item, b)? {
            return Ok(place);
        }
        place += 1;
        vm.poll()?;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

/// Return the number of items in a which are, or which equal, b.
#[pyfunction("_operator.countOf(a, b, /)")]
pub fn count_of(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<usize> {
    let iterator = iterator_of(vm, a)?;
    let mut count = 0;
    while let Some(item) = vm.next_item(&iterator)? {
        count += usize::from(vm.eq(&item, b)?);
        vm.poll()?;
    }
    Ok(count)
}

/// `iter(value)`, with the error that searching has.
fn iterator_of(vm: &mut Vm, value: &Value) -> PyResult {
    let iterator = vm.iter(value);
    if iterator.is_err() && vm.raised_is(vm.exc.type_error) {
        vm.clear_raised();
        let name = vm.type_name(value);
        return Err(vm.type_error(format!("argument of type '{name}' is not iterable")));
    }
    iterator
}

fn check_concat(vm: &mut Vm, a: &Value) -> PyResult<()> {
    if vm.is_sequence(a) {
        return Ok(());
    }
    let name = vm.type_name(a);
    Err(vm.type_error(format!("'{name}' object can't be concatenated")))
}

/// Same as a + b, for a and b sequences.
#[pyfunction("_operator.concat(a, b, /)")]
pub fn concat(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    check_concat(vm, a)?;
    vm.binary(BinaryOp::Add, a, b)
}

/// Same as a += b, for a and b sequences.
#[pyfunction("_operator.iconcat(a, b, /)")]
pub fn iconcat(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    check_concat(vm, a)?;
    vm.inplace(BinaryOp::Add, a, b)
}

/// Same as a[b].
#[pyfunction("_operator.getitem(a, b, /)")]
pub fn getitem(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    vm.get_item(a, b)
}

/// Same as a[b] = c.
#[pyfunction("_operator.setitem(a, b, c, /)")]
pub fn setitem(vm: &mut Vm, a: &Value, b: &Value, c: &Value) -> PyResult<()> {
    vm.set_item(a, b, c)
}

/// Same as del a[b].
#[pyfunction("_operator.delitem(a, b, /)")]
pub fn delitem(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<()> {
    vm.del_item(a, b)
}

/// Return an estimate of the number of items in obj.
///
/// This is useful for presizing containers when building from an iterable.
///
/// If the object supports len(), the result will be exact.
/// Otherwise, it may over- or under-estimate by an arbitrary amount.
#[pyfunction("_operator.length_hint(obj, default=0, /)")]
pub fn length_hint(vm: &mut Vm, obj: &Value, default: isize) -> PyResult<isize> {
    // A default may be negative, which no hint is.
    match vm.length_hint(obj, usize::MAX)? {
        usize::MAX => Ok(default),
        hint => Ok(hint as isize),
    }
}

/// Return 'a == b', in a time that does not tell where they differ.
#[pyfunction("_operator._compare_digest(a, b, /)")]
pub fn compare_digest(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<bool> {
    use minipy_vm::heap::var::{PyBytes, PyStr};
    let (left, right) = match (a.downcast::<PyStr>(), b.downcast::<PyStr>()) {
        (Some(a), Some(b)) => match (a.as_ascii(), b.as_ascii()) {
            (Some(a), Some(b)) => (a.as_bytes(), b.as_bytes()),
            _ => return Err(vm.type_error("comparing strings with non-ASCII characters is not supported")),
        },
        _ => match (a.downcast::<PyBytes>(), b.downcast::<PyBytes>()) {
            (Some(a), Some(b)) => (a.as_bytes(), b.as_bytes()),
            _ => {
                let (a, b) = (vm.type_name(a), vm.type_name(b));
                return Err(
                    vm.type_error(format!("unsupported operand types(s) or combination of types: '{a}' and '{b}'"))
                );
            }
        },
    };
    let same = left.iter().zip(right).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0;
    Ok(same && left.len() == right.len())
}

/// All of them.
pub const FUNCTIONS: &[MethodDef] = functions![
    truth,
    contains,
    index_of,
    count_of,
    is_,
    is_not,
    not_,
    concat,
    iconcat,
    getitem,
    setitem,
    delitem,
    pow,
    ipow,
    length_hint,
    compare_digest,
    add,
    sub,
    mul,
    matmul,
    floordiv,
    truediv,
    modulo,
    lshift,
    rshift,
    and_,
    xor,
    or_,
    iadd,
    isub,
    imul,
    imatmul,
    ifloordiv,
    itruediv,
    imod,
    ilshift,
    irshift,
    iand,
    ixor,
    ior,
    eq,
    ne,
    lt,
    le,
    gt,
    ge,
    neg,
    pos,
    abs,
    inv,
    invert,
    index
];
