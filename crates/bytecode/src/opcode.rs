//! The opcodes of CPython 3.10: numbers, operands, stack pictures.
//!
//! Owns the one table ([`for_each_opcode!`]) from which the enum, the encoder, the decoder, the verifier, the
//! disassembler, the compiler's stack-depth pass and the VM's lowering are made. Answers to `Include/opcode.h`,
//! `stack_effect` in `Python/compile.c` and the operand use in `Python/ceval.c`. Opcode numbers and stack effects
//! never appear anywhere else.

mod table;

use std::sync::LazyLock;

/// What the argument of an instruction stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// No argument: the second byte of the instruction is ignored.
    None,
    /// An index into `co_consts`.
    Const,
    /// An index into `co_names`.
    Name,
    /// An index into `co_varnames`.
    Local,
    /// An index into `co_cellvars` followed by `co_freevars`.
    Deref,
    /// A forward jump: distance from the next instruction, in 2-byte code units.
    Jrel,
    /// A jump: the target's index in 2-byte code units.
    Jabs,
    /// One of the six rich comparisons, `<` to `>=`.
    Compare,
    /// 1 negates the test (`is not`, `not in`), 0 does not.
    Invert,
    /// How many stack entries (or pairs of them) are used or made.
    Count,
    /// `UNPACK_EX`: low byte, names before the star; the rest, names after it.
    UnpackEx,
    /// How far down the stack, counted from 1 after the pops, a container waits.
    Depth,
    /// `MAKE_FUNCTION`: bits for defaults, keyword defaults, annotations and closure.
    MakeFunction,
    /// `FORMAT_VALUE`: conversion in the low two bits, bit 2 when a format spec is on the stack.
    Format,
    /// `CALL_FUNCTION_EX`: bit 0 when a mapping of keywords is on the stack.
    CallEx,
    /// `BUILD_SLICE`: 2 or 3 parts.
    Slice,
    /// `RAISE_VARARGS`: 0, 1 or 2 operands.
    Raise,
    /// `RERAISE`: non-zero restores `f_lasti` from the handler's block.
    Reraise,
    /// `GEN_START`: 0 generator, 1 coroutine, 2 async generator.
    GenStart,
    /// `EXTENDED_ARG`: the bits above the next instruction's argument.
    Extended,
}

impl Operand {
    /// Whether the argument says how many stack entries are taken or put.
    const fn moves_stack(self) -> bool {
        use Operand::{CallEx, Count, Format, MakeFunction, Raise, Slice, UnpackEx};
        matches!(self, Count | UnpackEx | MakeFunction | Format | CallEx | Slice | Raise)
    }
}

/// Where control goes after an instruction that does not raise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// To the next instruction.
    Next,
    /// To the target, always.
    Jump,
    /// To the next instruction or to the target.
    Branch,
    /// To the next instruction, with the target pushed as the handler of a new block.
    Setup,
    /// Nowhere: the frame is left, or an exception is raised.
    End,
}

/// What an instruction does to the evaluation stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StackUse {
    /// Entries taken off.
    pub pops: u32,
    /// Entries put on, after the pops.
    pub pushes: u32,
    /// Entries that must be there, counted from the top before the pops: `pops`, or more where it peeks deeper.
    pub reach: u32,
}

macro_rules! define_opcodes {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $operand:ident, $flow:ident, $effect:expr
        $(, jump $jump:expr)? $(, reach $reach:expr)?;)*) => {
        /// An opcode of CPython 3.10, under CPython's own name. The doc comment of each is its stack picture.
        #[expect(non_camel_case_types, reason = "the variants are CPython's names, spelled as everyone greps for them")]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        pub enum Opcode { $($(#[$doc])* $name = $number,)* }

        impl Opcode {
            /// Every opcode, by number.
            pub const ALL: &'static [Opcode] = &[$(Opcode::$name,)*];

            /// The opcode with this number, if 3.10 has one.
            pub const fn from_u8(number: u8) -> Option<Opcode> {
                match number { $($number => Some(Opcode::$name),)* _ => None }
            }

            /// CPython's name, as `dis.opname` has it.
            pub const fn name(self) -> &'static str {
                match self { $(Opcode::$name => stringify!($name),)* }
            }

            /// What the argument stands for.
            #[inline]
            pub const fn operand(self) -> Operand {
                match self { $(Opcode::$name => Operand::$operand,)* }
            }

            /// Where control goes next.
            #[inline]
            pub const fn flow(self) -> Flow {
                match self { $(Opcode::$name => Flow::$flow,)* }
            }

            /// Pops and pushes when control goes to the next instruction (or ends here).
            #[inline]
            pub fn stack_use(self, arg: u32) -> StackUse {
                match self { $(Opcode::$name => {
                    let (pops, pushes) = call($effect, arg);
                    let reach = pops;
                    $(let reach = call($reach, arg).max(reach);)?
                    StackUse { pops, pushes, reach }
                })* }
            }

            /// Pops and pushes when control goes to the target; for [`Flow::Setup`], when an exception brings it there
            /// (the pushes then include the six entries of two exception triples).
            #[inline]
            pub fn jump_stack_use(self, arg: u32) -> StackUse {
                match self { $($(Opcode::$name => {
                    let (pops, pushes) = call($jump, arg);
                    StackUse { pops, pushes, reach: pops }
                })?)* _ => self.stack_use(arg) }
            }
        }
    };
}

#[inline]
fn call<T>(row: impl Fn(u32) -> T, arg: u32) -> T {
    row(arg)
}

crate::for_each_opcode!(define_opcodes);

impl Opcode {
    /// The first opcode number whose argument means something.
    pub const HAVE_ARGUMENT: u8 = Opcode::STORE_NAME as u8;

    /// Whether the argument means something.
    #[inline]
    pub const fn has_arg(self) -> bool {
        self as u8 >= Self::HAVE_ARGUMENT
    }

    /// Whether the argument is a jump target, relative or absolute.
    #[inline]
    pub const fn is_jump(self) -> bool {
        matches!(self.operand(), Operand::Jrel | Operand::Jabs)
    }

    /// Whether control never reaches the next instruction.
    #[inline]
    pub const fn no_fallthrough(self) -> bool {
        matches!(self.flow(), Flow::Jump | Flow::End)
    }

    /// The index of the code unit a jump goes to, for an instruction whose last unit is at `index`.
    /// Nothing for other opcodes, or where the sum leaves 32 bits.
    pub const fn jump_target(self, index: u32, arg: u32) -> Option<u32> {
        match self.operand() {
            Operand::Jabs => Some(arg),
            Operand::Jrel => match index.checked_add(1) {
                Some(next) => next.checked_add(arg),
                None => None,
            },
            _ => None,
        }
    }

    /// The change of stack depth, as `dis.stack_effect(op, arg, jump=jump)` tells it: `None` for the larger of both ways.
    pub fn stack_effect(self, arg: u32, jump: Option<bool>) -> i32 {
        let change = |used: StackUse| used.pushes.wrapping_sub(used.pops).cast_signed();
        match jump {
            Some(true) => change(self.jump_stack_use(arg)),
            Some(false) => change(self.stack_use(arg)),
            None => change(self.stack_use(arg)).max(change(self.jump_stack_use(arg))),
        }
    }
}

/// How all opcodes change the depth of the stack; to look up, for those that do not ask their argument.
#[derive(Debug)]
pub struct StackEffects {
    fixed: [i8; 256],
}

/// In the table: it depends on the argument.
const VARIES: i8 = i8::MIN;

impl StackEffects {
    /// The table.
    pub fn table() -> &'static StackEffects {
        static TABLE: LazyLock<StackEffects> = LazyLock::new(|| {
            let mut fixed = [VARIES; 256];
            for &op in Opcode::ALL {
                let effect = i8::try_from(op.stack_effect(0, Some(false)));
                if !op.operand().moves_stack()
                    && let Some(slot) = fixed.get_mut(usize::from(op as u8))
                {
                    *slot = effect.unwrap_or(VARIES);
                }
            }
            StackEffects { fixed }
        });
        &TABLE
    }

    /// The change of depth when control goes on to the next instruction, or ends.
    #[inline]
    pub fn of(&self, op: Opcode, arg: u32) -> i32 {
        match self.fixed.get(usize::from(op as u8)) {
            Some(&effect) if effect != VARIES => i32::from(effect),
            _ => op.stack_effect(arg, Some(false)),
        }
    }
}

/// The operators of `COMPARE_OP`, in the order of its argument (`dis.cmp_op`).
pub const COMPARE_OPERATORS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];

/// Bits of the argument of `MAKE_FUNCTION`.
pub mod make_function {
    /// A tuple of default values for positional parameters.
    pub const DEFAULTS: u32 = 1;
    /// A dict of default values for keyword-only parameters.
    pub const KWDEFAULTS: u32 = 2;
    /// A tuple of alternating parameter names and annotations.
    pub const ANNOTATIONS: u32 = 4;
    /// A tuple of cells.
    pub const CLOSURE: u32 = 8;
}

/// Parts of the argument of `FORMAT_VALUE`.
pub mod format_value {
    /// The bits that hold the conversion.
    pub const CONVERSION: u32 = 3;
    /// No conversion.
    pub const NONE: u32 = 0;
    /// `!s`
    pub const STR: u32 = 1;
    /// `!r`
    pub const REPR: u32 = 2;
    /// `!a`
    pub const ASCII: u32 = 3;
    /// A format spec is on the stack.
    pub const HAVE_SPEC: u32 = 4;
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARGS: [u32; 20] = [0, 1, 2, 3, 4, 5, 7, 8, 9, 14, 15, 16, 255, 256, 257, 1000, 65535, 65536, 65793, 1 << 24];

    /// `stack_effects.txt` was recorded from CPython by `record_stack_effects.py`.
    #[test]
    fn stack_effects_are_cpythons() {
        let mut seen = 0;
        for line in include_str!("opcode/stack_effects.txt").lines() {
            let mut words = line.split(' ');
            let name = words.next().unwrap();
            let number: u8 = words.next().unwrap().parse().unwrap();
            let opcode = Opcode::from_u8(number).unwrap();
            assert_eq!((opcode.name(), opcode as u8), (name, number));
            let args = if opcode.has_arg() { &ARGS[..] } else { &[0] };
            let ours: Vec<i32> = args
                .iter()
                .flat_map(|&arg| [Some(false), Some(true), None].map(|jump| opcode.stack_effect(arg, jump)))
                .collect();
            let theirs: Vec<i32> = words.map(|word| word.parse().unwrap()).collect();
            assert_eq!(ours, theirs, "{name}");
            seen += 1;
        }
        assert_eq!(seen, Opcode::ALL.len());
    }

    #[test]
    fn the_table_of_stack_effects_is_right_for_every_argument() {
        for &op in Opcode::ALL {
            for arg in (0..16).chain([255, 256, 0x101, 0x1_0000]) {
                assert_eq!(StackEffects::table().of(op, arg), op.stack_effect(arg, Some(false)), "{op:?} {arg}");
            }
        }
    }
}
