//! Type slots: the operations of a type as function pointers (CPython's PyTypeObject and its tp_as_* tables).

use std::cell::Cell;

use super::type_::Ty;
use crate::args::Args;
use crate::exc::PyResult;
use crate::protocol::buffer::Buffer;
use crate::value::Value;
use crate::vm::Vm;

/// `op(self)`.
pub type UnaryFn = fn(&mut Vm, &Value) -> PyResult;
/// `op(self, other)`; for number slots either operand may be the one of this type, and NotImplemented may come back.
pub type BinaryFn = fn(&mut Vm, &Value, &Value) -> PyResult;
/// `pow(base, exponent, modulus or None)`.
pub type TernaryFn = fn(&mut Vm, &Value, &Value, &Value) -> PyResult;
/// `len(self)`.
pub type LenFn = fn(&mut Vm, &Value) -> PyResult<usize>;
/// Truth test.
pub type InquiryFn = fn(&mut Vm, &Value) -> PyResult<bool>;
/// `hash(self)`, never -1.
pub type HashFn = fn(&mut Vm, &Value) -> PyResult<i64>;
/// Next item; `None` at the end (StopIteration is not raised).
pub type NextFn = fn(&mut Vm, &Value) -> PyResult<Option<Value>>;
/// `self[key] = value`, or `del self[key]` when value is absent.
pub type SetItemFn = fn(&mut Vm, &Value, &Value, Option<&Value>) -> PyResult<()>;
/// `item in self`.
pub type ContainsFn = fn(&mut Vm, &Value, &Value) -> PyResult<bool>;
/// The memory that `self` lends.
pub type BufferFn = fn(&mut Vm, &Value) -> PyResult<Buffer>;
/// `self * count`.
pub type RepeatFn = fn(&mut Vm, &Value, isize) -> PyResult;
/// `self.name`.
pub type GetAttrFn = fn(&mut Vm, &Value, &Value) -> PyResult;
/// `self.name = value`, or `del self.name` when value is absent.
pub type SetAttrFn = fn(&mut Vm, &Value, &Value, Option<&Value>) -> PyResult<()>;
/// `descr.__get__(obj, type)`; no object when looked up on the type.
pub type DescrGetFn = fn(&mut Vm, &Value, Option<&Value>, Option<Ty>) -> PyResult;
/// `descr.__set__(obj, value)`, or `__delete__` when value is absent.
pub type DescrSetFn = fn(&mut Vm, &Value, &Value, Option<&Value>) -> PyResult<()>;
/// `self(*args)`.
pub type CallFn = fn(&mut Vm, &Value, Args<'_>) -> PyResult;
/// `cls.__new__(cls, *args)`.
pub type NewFn = fn(&mut Vm, Ty, Args<'_>) -> PyResult;
/// `self.__init__(*args)`.
pub type InitFn = fn(&mut Vm, &Value, Args<'_>) -> PyResult<()>;
/// `self <op> other`, NotImplemented when it does not know.
pub type CompareFn = fn(&mut Vm, &Value, &Value, CompareOp) -> PyResult;
/// `self.__del__()`.
pub type DelFn = fn(&mut Vm, &Value) -> PyResult<()>;

/// Rich comparisons, numbered as COMPARE_OP's argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl CompareOp {
    /// The operator with its operands exchanged.
    pub const fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            same => same,
        }
    }

    /// Its sign in Python.
    pub const fn symbol(self) -> &'static str {
        match self {
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }

    /// What the operator says of an ordering.
    pub const fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }

    /// The operator with this number.
    pub const fn from_number(number: u8) -> Option<CompareOp> {
        Some(match number {
            0 => CompareOp::Lt,
            1 => CompareOp::Le,
            2 => CompareOp::Eq,
            3 => CompareOp::Ne,
            4 => CompareOp::Gt,
            5 => CompareOp::Ge,
            _ => return None,
        })
    }
}

macro_rules! binary_ops {
    ($($variant:ident $slot:ident $inplace:ident $symbol:literal;)*) => {
        /// The binary operators that number slots implement.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "the names are the operators'")]
        pub enum BinaryOp { $($variant),* }

        impl BinaryOp {
            /// Its sign in error messages.
            pub const fn symbol(self) -> &'static str {
                match self { $(BinaryOp::$variant => $symbol),* }
            }
        }

        impl BinaryOp {
            /// The operator with this number.
            pub fn from_number(number: u8) -> Option<BinaryOp> {
                const ALL: &[BinaryOp] = &[$(BinaryOp::$variant),*];
                ALL.get(usize::from(number)).copied()
            }
        }

        impl Slots {
            /// The slot for `op` (power has its own ternary slot and is not here).
            #[inline(always)]
            pub fn binary(&self, op: BinaryOp) -> Option<BinaryFn> {
                match op { $(BinaryOp::$variant => self.$slot.get()),* }
            }

            /// The slot for `op=`.
            #[inline(always)]
            pub fn inplace(&self, op: BinaryOp) -> Option<BinaryFn> {
                match op { $(BinaryOp::$variant => self.$inplace.get()),* }
            }
        }
    };
}

binary_ops! {
    Add add inplace_add "+";
    Subtract subtract inplace_subtract "-";
    Multiply multiply inplace_multiply "*";
    MatrixMultiply matrix_multiply inplace_matrix_multiply "@";
    TrueDivide true_divide inplace_true_divide "/";
    FloorDivide floor_divide inplace_floor_divide "//";
    Remainder remainder inplace_remainder "%";
    LeftShift lshift inplace_lshift "<<";
    RightShift rshift inplace_rshift ">>";
    And and inplace_and "&";
    Xor xor inplace_xor "^";
    Or or inplace_or "|";
    DivMod divmod inplace_divmod "divmod()";
}

macro_rules! slots {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        /// A type's operations; empty means that the type does not have it (inherited ones are copied in at creation).
        #[derive(Default)]
        pub struct Slots { $($(#[$doc])* pub $name: Cell<Option<$type>>),* }

        /// A slot of a builtin type: which, and its function.
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "the names are the slots'")]
        pub enum Slot { $($(#[$doc])* $name($type)),* }

        impl Slots {
            /// Fills the slots that a block of methods has.
            pub fn fill(&self, slots: &[Slot]) {
                for slot in slots {
                    match *slot { $(Slot::$name(function) => self.$name.set(Some(function))),* }
                }
            }

            /// Takes every slot from `base`.
            pub fn take_over(&self, base: &Slots) {
                $(self.$name.set(base.$name.get());)*
            }

            /// Takes every slot that is empty here from `base`.
            pub fn inherit(&self, base: &Slots) {
                $(if self.$name.get().is_none() { self.$name.set(base.$name.get()); })*
            }
        }
    };
}

slots! {
    /// tp_repr
    repr: UnaryFn;
    /// tp_str
    str: UnaryFn;
    /// tp_hash
    hash: HashFn;
    /// tp_call
    call: CallFn;
    /// tp_getattro
    getattro: GetAttrFn;
    /// tp_setattro
    setattro: SetAttrFn;
    /// tp_richcompare
    richcompare: CompareFn;
    /// tp_iter
    iter: UnaryFn;
    /// tp_iternext
    next: NextFn;
    /// tp_descr_get
    descr_get: DescrGetFn;
    /// tp_descr_set
    descr_set: DescrSetFn;
    /// tp_new
    new: NewFn;
    /// tp_init
    init: InitFn;
    /// tp_finalize
    del: DelFn;
    /// am_await
    await_: UnaryFn;
    /// am_aiter
    aiter: UnaryFn;
    /// am_anext
    anext: UnaryFn;
    /// nb_add
    add: BinaryFn;
    /// nb_subtract
    subtract: BinaryFn;
    /// nb_multiply
    multiply: BinaryFn;
    /// nb_matrix_multiply
    matrix_multiply: BinaryFn;
    /// nb_true_divide
    true_divide: BinaryFn;
    /// nb_floor_divide
    floor_divide: BinaryFn;
    /// nb_remainder
    remainder: BinaryFn;
    /// nb_divmod
    divmod: BinaryFn;
    /// nb_power
    power: TernaryFn;
    /// nb_lshift
    lshift: BinaryFn;
    /// nb_rshift
    rshift: BinaryFn;
    /// nb_and
    and: BinaryFn;
    /// nb_xor
    xor: BinaryFn;
    /// nb_or
    or: BinaryFn;
    /// nb_inplace_add
    inplace_add: BinaryFn;
    /// nb_inplace_subtract
    inplace_subtract: BinaryFn;
    /// nb_inplace_multiply
    inplace_multiply: BinaryFn;
    /// nb_inplace_matrix_multiply
    inplace_matrix_multiply: BinaryFn;
    /// nb_inplace_true_divide
    inplace_true_divide: BinaryFn;
    /// nb_inplace_floor_divide
    inplace_floor_divide: BinaryFn;
    /// nb_inplace_remainder
    inplace_remainder: BinaryFn;
    /// never filled: there is no `divmod=`
    inplace_divmod: BinaryFn;
    /// nb_inplace_power
    inplace_power: TernaryFn;
    /// nb_inplace_lshift
    inplace_lshift: BinaryFn;
    /// nb_inplace_rshift
    inplace_rshift: BinaryFn;
    /// nb_inplace_and
    inplace_and: BinaryFn;
    /// nb_inplace_xor
    inplace_xor: BinaryFn;
    /// nb_inplace_or
    inplace_or: BinaryFn;
    /// nb_negative
    negative: UnaryFn;
    /// nb_positive
    positive: UnaryFn;
    /// nb_absolute
    absolute: UnaryFn;
    /// nb_invert
    invert: UnaryFn;
    /// nb_bool
    bool: InquiryFn;
    /// nb_int
    int: UnaryFn;
    /// nb_float
    float: UnaryFn;
    /// nb_index
    index: UnaryFn;
    /// mp_length and sq_length
    len: LenFn;
    /// mp_subscript (sequences handle ints and slices here too)
    getitem: BinaryFn;
    /// mp_ass_subscript
    setitem: SetItemFn;
    /// sq_contains
    contains: ContainsFn;
    /// sq_concat
    concat: BinaryFn;
    /// sq_repeat
    repeat: RepeatFn;
    /// sq_inplace_concat
    inplace_concat: BinaryFn;
    /// sq_inplace_repeat
    inplace_repeat: RepeatFn;
    /// bf_getbuffer
    buffer: BufferFn;
}
