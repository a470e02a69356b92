//! The register instructions: one table from which the enum, the dispatch table and the listing come.
//!
//! An instruction is one 64-bit word `op:8 | flags:8 | a:16 | b:16 | c:16`, followed by the cache words its row names.
//! Operands are frame slots (fast locals, cells, then temporaries: stack depth d is slot `nfast + d`), 16-bit ints,
//! indices of constants, or branch offsets in words, counted from the word after the instruction's first.
//!
//! Ownership: locals and constants are borrowed by the instruction that reads them, temporaries are consumed by it
//! (`flags`), whether it succeeds or raises.

/// Bits of an instruction's flags.
pub mod flag {
    /// Operand b is a temporary: consumed.
    pub const B_TEMP: u8 = 1;
    /// Operand c is a temporary: consumed.
    pub const C_TEMP: u8 = 2;
    /// The destination a is a local: its old value is dropped.
    pub const DEST_LOCAL: u8 = 4;
    /// Branches: taken when the test is true.
    pub const SENSE: u8 = 4;
    /// Stores: the object a is a temporary.
    pub const A_TEMP: u8 = 4;
    /// The augmented form of a binary operator.
    pub const INPLACE: u8 = 8;
    /// The result is not wanted.
    pub const DISCARD: u8 = 16;
    /// `is not`, `not in`; `RERAISE` that keeps the line of the raise.
    pub const INVERT: u8 = 32;
    /// Yields: a handler is set up around it, so ending the generator here runs code.
    pub const GUARDED: u8 = 32;
    /// Where the three bits of a comparison operator (or another small number) begin.
    pub const SUB_SHIFT: u32 = 5;
}

/// How the operands of a binary instruction are to be read.
pub mod form {
    /// Two slots.
    pub const RR: u8 = 0;
    /// A slot and a 16-bit int.
    pub const RI: u8 = 1;
    /// A slot and a constant.
    pub const RK: u8 = 2;
    /// A constant and a slot.
    pub const KR: u8 = 3;
}

/// One instruction word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Word(pub u64);

impl Word {
    /// Puts a word together.
    #[inline]
    pub const fn new(op: Op, flags: u8, a: u16, b: u16, c: u16) -> Word {
        Word(op as u64 | (flags as u64) << 8 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48)
    }

    /// With b and c as one 32-bit operand.
    #[inline]
    pub const fn wide(op: Op, flags: u8, a: u16, bc: u32) -> Word {
        Word::new(op, flags, a, bc as u16, (bc >> 16) as u16)
    }

    /// A jump: a, b and c are one signed offset.
    #[inline]
    pub const fn jump(op: Op, offset: i64) -> Word {
        Word(op as u64 | (offset as u64) << 16)
    }

    /// The opcode's number.
    #[inline(always)]
    pub const fn number(self) -> u8 {
        self.0 as u8
    }

    /// See [`flag`].
    #[inline(always)]
    pub const fn flags(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// Whether a flag is set.
    #[inline(always)]
    pub const fn has(self, bit: u8) -> bool {
        self.0 & ((bit as u64) << 8) != 0
    }

    /// The three-bit number in the flags.
    #[inline(always)]
    pub const fn sub(self) -> u8 {
        self.flags() >> flag::SUB_SHIFT
    }

    /// The first operand.
    #[inline(always)]
    pub const fn a(self) -> usize {
        (self.0 >> 16) as u16 as usize
    }

    /// The second operand.
    #[inline(always)]
    pub const fn b(self) -> usize {
        (self.0 >> 32) as u16 as usize
    }

    /// The third operand.
    #[inline(always)]
    pub const fn c(self) -> usize {
        (self.0 >> 48) as usize
    }

    /// The third operand as an int.
    #[inline(always)]
    pub const fn int(self) -> i64 {
        (self.0 as i64) >> 48
    }

    /// b and c together.
    #[inline(always)]
    pub const fn wide_operand(self) -> usize {
        (self.0 >> 32) as usize
    }

    /// The offset of a conditional branch.
    #[inline(always)]
    pub const fn branch_offset(self) -> isize {
        (self.0 >> 16) as i16 as isize
    }

    /// The offset of a jump.
    #[inline(always)]
    pub const fn jump_offset(self) -> isize {
        ((self.0 as i64) >> 16) as isize
    }

    /// The same word with another opcode.
    #[inline(always)]
    pub const fn with_number(self, number: u8) -> Word {
        Word((self.0 & !0xff) | number as u64)
    }
}

/// Hands every row to the macro named `$callback`:
/// `Name cache-words "operands" handler;` where each operand letter says how the listing shows it: `d` destination slot, `r` slot,
/// `i` int, `k` constant, `K` constant in b and c, `o` branch offset, `O` jump offset, `n` number, `-` nothing.
#[macro_export]
macro_rules! for_each_op {
    ($callback:ident) => {
        $callback! {
            // Moving values.
            Nop 0 "---" moves::nop;
            Copy 0 "dr-" moves::copy;
            Move 0 "dr-" moves::move_temp;
            Swap 0 "rr-" moves::swap;
            LoadK 0 "dK-" moves::load_k;
            StoreT 0 "dr-" moves::store_temp;
            StoreL 0 "dr-" moves::store_local;
            StoreK 0 "dK-" moves::store_k;
            Drop 0 "r--" moves::drop_temp;
            Clear 0 "d--" moves::clear;
            Check 0 "r--" moves::check;
            Delete 0 "r--" moves::delete;
            // Cells.
            MakeCell 0 "dr-" cells::make_cell;
            CopyFree 0 "dn-" cells::copy_free;
            LoadDeref 0 "dr-" cells::load_deref;
            StoreDeref 0 "dr-" cells::store_deref;
            DeleteDeref 0 "r--" cells::delete_deref;
            LoadClassDeref 0 "dr-" cells::load_classderef;
            // Names.
            LoadGlobal 3 "d--" names::load_global;
            LoadName 3 "d--" names::load_name;
            StoreName 2 "-r-" names::store_name;
            DeleteName 1 "---" names::delete_name;
            StoreGlobal 2 "-r-" names::store_global;
            DeleteGlobal 1 "---" names::delete_global;
            // Arithmetic: ints first, to a temporary, then to a local (the next number).
            AddRR 0 "drr" arith::hot::<{ADD}, RR, false, false>;
            AddRRL 0 "drr" arith::hot::<{ADD}, RR, true, false>;
            AddRI 0 "dri" arith::hot::<{ADD}, RI, false, false>;
            AddRIL 0 "dri" arith::hot::<{ADD}, RI, true, false>;
            AddRK 0 "drk" arith::hot::<{ADD}, RK, false, false>;
            AddRKL 0 "drk" arith::hot::<{ADD}, RK, true, false>;
            AddKR 0 "dkr" arith::hot::<{ADD}, KR, false, false>;
            AddKRL 0 "dkr" arith::hot::<{ADD}, KR, true, false>;
            SubRR 0 "drr" arith::hot::<{SUB}, RR, false, false>;
            SubRRL 0 "drr" arith::hot::<{SUB}, RR, true, false>;
            SubRI 0 "dri" arith::hot::<{SUB}, RI, false, false>;
            SubRIL 0 "dri" arith::hot::<{SUB}, RI, true, false>;
            SubRK 0 "drk" arith::hot::<{SUB}, RK, false, false>;
            SubRKL 0 "drk" arith::hot::<{SUB}, RK, true, false>;
            SubKR 0 "dkr" arith::hot::<{SUB}, KR, false, false>;
            SubKRL 0 "dkr" arith::hot::<{SUB}, KR, true, false>;
            MulRR 0 "drr" arith::hot::<{MUL}, RR, false, false>;
            MulRRL 0 "drr" arith::hot::<{MUL}, RR, true, false>;
            MulRI 0 "dri" arith::hot::<{MUL}, RI, false, false>;
            MulRIL 0 "dri" arith::hot::<{MUL}, RI, true, false>;
            MulRK 0 "drk" arith::hot::<{MUL}, RK, false, false>;
            MulRKL 0 "drk" arith::hot::<{MUL}, RK, true, false>;
            MulKR 0 "dkr" arith::hot::<{MUL}, KR, false, false>;
            MulKRL 0 "dkr" arith::hot::<{MUL}, KR, true, false>;
            // The same, floats first: what the above become when they meet floats.
            FAddRR 0 "drr" arith::hot::<{ADD}, RR, false, true>;
            FAddRRL 0 "drr" arith::hot::<{ADD}, RR, true, true>;
            FAddRI 0 "dri" arith::hot::<{ADD}, RI, false, true>;
            FAddRIL 0 "dri" arith::hot::<{ADD}, RI, true, true>;
            FAddRK 0 "drk" arith::hot::<{ADD}, RK, false, true>;
            FAddRKL 0 "drk" arith::hot::<{ADD}, RK, true, true>;
            FAddKR 0 "dkr" arith::hot::<{ADD}, KR, false, true>;
            FAddKRL 0 "dkr" arith::hot::<{ADD}, KR, true, true>;
            FSubRR 0 "drr" arith::hot::<{SUB}, RR, false, true>;
            FSubRRL 0 "drr" arith::hot::<{SUB}, RR, true, true>;
            FSubRI 0 "dri" arith::hot::<{SUB}, RI, false, true>;
            FSubRIL 0 "dri" arith::hot::<{SUB}, RI, true, true>;
            FSubRK 0 "drk" arith::hot::<{SUB}, RK, false, true>;
            FSubRKL 0 "drk" arith::hot::<{SUB}, RK, true, true>;
            FSubKR 0 "dkr" arith::hot::<{SUB}, KR, false, true>;
            FSubKRL 0 "dkr" arith::hot::<{SUB}, KR, true, true>;
            FMulRR 0 "drr" arith::hot::<{MUL}, RR, false, true>;
            FMulRRL 0 "drr" arith::hot::<{MUL}, RR, true, true>;
            FMulRI 0 "dri" arith::hot::<{MUL}, RI, false, true>;
            FMulRIL 0 "dri" arith::hot::<{MUL}, RI, true, true>;
            FMulRK 0 "drk" arith::hot::<{MUL}, RK, false, true>;
            FMulRKL 0 "drk" arith::hot::<{MUL}, RK, true, true>;
            FMulKR 0 "dkr" arith::hot::<{MUL}, KR, false, true>;
            FMulKRL 0 "dkr" arith::hot::<{MUL}, KR, true, true>;
            DivRR 0 "drr" arith::divide::<RR>;
            DivRI 0 "dri" arith::divide::<RI>;
            DivRK 0 "drk" arith::divide::<RK>;
            DivKR 0 "dkr" arith::divide::<KR>;
            // Arithmetic that looks at its destination's kind when it runs.
            FloorDivRR 0 "drr" arith::cool::<{FLOORDIV}, RR>;
            FloorDivRI 0 "dri" arith::cool::<{FLOORDIV}, RI>;
            ModRR 0 "drr" arith::cool::<{MOD}, RR>;
            ModRI 0 "dri" arith::cool::<{MOD}, RI>;
            AndRR 0 "drr" arith::cool::<{AND}, RR>;
            AndRI 0 "dri" arith::cool::<{AND}, RI>;
            OrRR 0 "drr" arith::cool::<{OR}, RR>;
            OrRI 0 "dri" arith::cool::<{OR}, RI>;
            XorRR 0 "drr" arith::cool::<{XOR}, RR>;
            XorRI 0 "dri" arith::cool::<{XOR}, RI>;
            LshRR 0 "drr" arith::cool::<{LSHIFT}, RR>;
            LshRI 0 "dri" arith::cool::<{LSHIFT}, RI>;
            RshRR 0 "drr" arith::cool::<{RSHIFT}, RR>;
            RshRI 0 "dri" arith::cool::<{RSHIFT}, RI>;
            Pow 0 "drr" arith::pow;
            MatMul 0 "drr" arith::matmul;
            Neg 0 "dr-" arith::neg;
            Pos 0 "dr-" arith::pos;
            Invert 0 "dr-" arith::invert;
            Not 0 "dr-" compare::not;
            // Comparison.
            CmpRR 0 "drr" compare::compare::<RR>;
            CmpRI 0 "dri" compare::compare::<RI>;
            CmpRK 0 "drk" compare::compare::<RK>;
            Is 0 "drr" compare::is;
            IsK 0 "drk" compare::is_k;
            Contains 0 "drr" compare::contains;
            // Branches.
            Jump 0 "O--" branch::jump;
            Loop 0 "O--" branch::loop_back;
            JTruth 0 "or-" branch::truth;
            JTruthOrPop 0 "ord" branch::truth_or_pop;
            JIs 0 "orr" branch::is;
            JIsK 0 "ork" branch::is_k;
            JContains 0 "orr" branch::contains;
            JExc 0 "orr" except::match_jump;
            JLtRR 0 "orr" branch::compare::<{LT}, RR, false>;
            JLeRR 0 "orr" branch::compare::<{LE}, RR, false>;
            JEqRR 0 "orr" branch::compare::<{EQ}, RR, false>;
            JNeRR 0 "orr" branch::compare::<{NE}, RR, false>;
            JGtRR 0 "orr" branch::compare::<{GT}, RR, false>;
            JGeRR 0 "orr" branch::compare::<{GE}, RR, false>;
            JLtRI 0 "ori" branch::compare::<{LT}, RI, false>;
            JLeRI 0 "ori" branch::compare::<{LE}, RI, false>;
            JEqRI 0 "ori" branch::compare::<{EQ}, RI, false>;
            JNeRI 0 "ori" branch::compare::<{NE}, RI, false>;
            JGtRI 0 "ori" branch::compare::<{GT}, RI, false>;
            JGeRI 0 "ori" branch::compare::<{GE}, RI, false>;
            JLtRK 0 "ork" branch::compare::<{LT}, RK, false>;
            JLeRK 0 "ork" branch::compare::<{LE}, RK, false>;
            JEqRK 0 "ork" branch::compare::<{EQ}, RK, false>;
            JNeRK 0 "ork" branch::compare::<{NE}, RK, false>;
            JGtRK 0 "ork" branch::compare::<{GT}, RK, false>;
            JGeRK 0 "ork" branch::compare::<{GE}, RK, false>;
            FJLtRR 0 "orr" branch::compare::<{LT}, RR, true>;
            FJLeRR 0 "orr" branch::compare::<{LE}, RR, true>;
            FJEqRR 0 "orr" branch::compare::<{EQ}, RR, true>;
            FJNeRR 0 "orr" branch::compare::<{NE}, RR, true>;
            FJGtRR 0 "orr" branch::compare::<{GT}, RR, true>;
            FJGeRR 0 "orr" branch::compare::<{GE}, RR, true>;
            FJLtRI 0 "ori" branch::compare::<{LT}, RI, true>;
            FJLeRI 0 "ori" branch::compare::<{LE}, RI, true>;
            FJEqRI 0 "ori" branch::compare::<{EQ}, RI, true>;
            FJNeRI 0 "ori" branch::compare::<{NE}, RI, true>;
            FJGtRI 0 "ori" branch::compare::<{GT}, RI, true>;
            FJGeRI 0 "ori" branch::compare::<{GE}, RI, true>;
            FJLtRK 0 "ork" branch::compare::<{LT}, RK, true>;
            FJLeRK 0 "ork" branch::compare::<{LE}, RK, true>;
            FJEqRK 0 "ork" branch::compare::<{EQ}, RK, true>;
            FJNeRK 0 "ork" branch::compare::<{NE}, RK, true>;
            FJGtRK 0 "ork" branch::compare::<{GT}, RK, true>;
            FJGeRK 0 "ork" branch::compare::<{GE}, RK, true>;
            // Attributes: shape or epoch, name; kind, place; value.
            LoadAttr 4 "dr-" attr::load;
            StoreAttr 4 "rr-" attr::store;
            DeleteAttr 1 "-r-" attr::delete;
            LoadMethod 4 "dr-" attr::load_method;
            SuperMethod 4 "drr" attr::super_method;
            // Subscripts.
            SubscrRR 0 "drr" subscr::load::<RR>;
            SubscrRI 0 "dri" subscr::load::<RI>;
            SubscrRK 0 "drk" subscr::load::<RK>;
            StoreSubscr 0 "rrr" subscr::store;
            StoreSubscrI 0 "rir" subscr::store_int;
            DeleteSubscr 0 "-rr" subscr::delete;
            Slice 0 "drn" subscr::slice;
            // Calls: a result, b callee's slot, c number of arguments.
            Call 0 "drn" calls::call;
            CallMethod 0 "drn" calls::call_method;
            CallKw 1 "drn" calls::call_kw;
            CallEx 0 "drn" calls::call_ex;
            Return 0 "-r-" returns::return_temp;
            ReturnL 0 "-r-" returns::return_local;
            ReturnK 0 "-K-" returns::return_k;
            MakeFunction 1 "dr-" functions::make_function;
            LoadBuildClass 0 "d--" functions::load_build_class;
            // Iteration.
            GetIter 0 "dr-" iter::get_iter;
            ForIter 0 "ord" iter::for_iter::<false>;
            ForIterL 0 "ord" iter::for_iter::<true>;
            Unpack 0 "drn" iter::unpack_sequence;
            UnpackEx 1 "dr-" iter::unpack_ex;
            // Displays.
            BuildTuple 0 "drn" build::tuple;
            BuildList 0 "drn" build::list;
            BuildSet 0 "drn" build::set;
            BuildMap 0 "drn" build::map;
            BuildConstKeyMap 0 "drn" build::const_key_map;
            BuildString 0 "drn" build::string;
            ListAppend 0 "rr-" build::list_append;
            SetAdd 0 "rr-" build::set_add;
            MapAdd 0 "rrr" build::map_add;
            ListExtend 0 "rr-" build::list_extend;
            SetUpdate 0 "rr-" build::set_update;
            DictUpdate 0 "rr-" build::dict_update;
            DictMerge 0 "rrr" build::dict_merge;
            ListToTuple 0 "dr-" build::list_to_tuple;
            Format 0 "drr" build::format_value;
            // Exceptions and `with`.
            Raise 0 "-rr" except::raise;
            Reraise 0 "-rn" except::reraise;
            PopExcept 0 "r--" except::pop_except;
            ExcType 0 "dr-" except::exc_type;
            ExcTb 0 "dr-" except::exc_tb;
            AssertionError 0 "d--" except::assertion_error;
            SetupWith 0 "rr-" with::setup_with;
            WithExceptStart 0 "drr" with::with_except_start;
            BeforeAsyncWith 0 "rr-" with::before_async_with;
            // Generators.
            Yield 0 "drn" generators::yield_value;
            YieldFrom 0 "drn" generators::yield_from;
            GetYieldFromIter 0 "dr-" generators::get_yield_from_iter;
            GetAwaitable 0 "drn" generators::get_awaitable;
            GetAiter 0 "dr-" generators::get_aiter;
            GetAnext 0 "dr-" generators::get_anext;
            EndAsyncFor 0 "rrr" generators::end_async_for;
            // Imports, and the rest.
            ImportName 1 "drr" imports::import_name;
            ImportFrom 1 "dr-" imports::import_from;
            ImportStar 0 "-r-" imports::import_star;
            PrintExpr 0 "-r-" imports::print_expr;
            SetupAnnotations 0 "---" names::setup_annotations;
            GetLen 0 "dr-" matching::get_len;
            MatchMapping 0 "dr-" matching::match_mapping;
            MatchSequence 0 "dr-" matching::match_sequence;
            MatchKeys 0 "drr" matching::match_keys;
            MatchClass 0 "drn" matching::match_class;
            CopyDictWithoutKeys 0 "drr" matching::copy_dict_without_keys;
            Unreachable 0 "---" moves::unreachable;
        }
    };
}

macro_rules! define_ops {
    ($($name:ident $words:literal $operands:literal $handler:expr;)*) => {
        /// A register opcode.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "the table's sections say what they are")]
        pub enum Op { $($name),* }

        /// Name, number of cache words and operand letters of every opcode.
        pub const OPS: &[(&str, u8, &str)] = &[$((stringify!($name), $words, $operands)),*];

        const ALL: &[Op] = &[$(Op::$name),*];
    };
}

for_each_op!(define_ops);

/// Cache words behind an instruction, by opcode number.
pub static CACHE_WORDS: [u8; 256] = {
    let mut words = [0; 256];
    let mut i = 0;
    while i < OPS.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            words[i] = OPS[i].1;
        }
        i += 1;
    }
    words
};

impl Op {
    /// Cache words behind the instruction.
    #[inline]
    pub fn cache_words(self) -> usize {
        OPS.get(self as usize).map_or(0, |row| usize::from(row.1))
    }

    /// The opcode that many rows further down the table.
    #[inline]
    pub fn plus(self, rows: u8) -> Op {
        ALL.get(usize::from(self as u8) + usize::from(rows)).copied().unwrap_or(Op::Unreachable)
    }

    /// The opcode of this number.
    pub fn from_number(number: u8) -> Op {
        ALL.get(usize::from(number)).copied().unwrap_or(Op::Unreachable)
    }
}

/// How far the floats-first twin of an add, subtract or multiply is from it in the table.
pub const FLOAT_TWIN: u8 = Op::FAddRR as u8 - Op::AddRR as u8;
/// How far the floats-first twin of a compare-and-branch is from it.
pub const FLOAT_BRANCH_TWIN: u8 = Op::FJLtRR as u8 - Op::JLtRR as u8;
