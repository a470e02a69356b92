//! Why code is refused.

use std::error::Error;
use std::fmt;

use crate::code::CodeObject;
use crate::instr::DecodeError;
use crate::opcode::Opcode;

/// A refusal, and where it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError {
    /// The name of the code object.
    pub name: String,
    /// Its first line.
    pub line: i32,
    /// The instruction, if it is one's fault: its byte offset and opcode.
    pub at: Option<(u32, Opcode)>,
    /// What is wrong.
    pub fault: VerifyFault,
}

/// What is wrong with a code object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VerifyFault {
    /// The bytes are not instructions.
    Decode(DecodeError),
    /// There are no instructions.
    Empty,
    /// `co_nlocals` is not the number of `co_varnames`.
    LocalCount,
    /// More parameters than local variables.
    ParameterCount,
    /// An index beyond the end of a table; the word names the table.
    Index(&'static str),
    /// An argument the opcode does not have.
    Argument(u32),
    /// A jump to no instruction's beginning.
    JumpTarget,
    /// Control runs off the end.
    FallsOffEnd,
    /// The stack would sink below the frame or the innermost block.
    StackUnderflow,
    /// The stack would rise above `co_stacksize`.
    StackOverflow,
    /// Two paths meet with different stack depths.
    DepthConflict,
    /// Two paths meet with different blocks.
    BlockConflict,
    /// Two paths meet, and an entry of the stack that must be of one kind is not.
    KindConflict,
    /// An entry of the stack is not what the instruction needs; the words say what that is.
    Operand(&'static str),
    /// More nested blocks than CPython has room for.
    TooManyBlocks,
    /// The innermost block is not what the instruction needs; the words say what that is.
    Block(&'static str),
    /// An instruction for generators in code that is none, or the other way round.
    Generator,
    /// Following all paths takes too long for the size of the code.
    TooComplex,
}

impl VerifyError {
    pub(super) fn new(code: &CodeObject, at: Option<(u32, Opcode)>, fault: VerifyFault) -> VerifyError {
        VerifyError { name: code.name.to_string_lossy(), line: code.firstlineno, at, fault }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid bytecode in {:?} (line {})", self.name, self.line)?;
        if let Some((offset, opcode)) = self.at {
            write!(f, " at offset {offset} ({})", opcode.name())?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl Error for VerifyError {}

impl fmt::Display for VerifyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            VerifyFault::Decode(DecodeError::Length) => "co_code has an odd length, or is too long",
            VerifyFault::Decode(DecodeError::Opcode { index, number }) => {
                return write!(f, "unknown opcode {number} at offset {}", u64::from(*index) * 2);
            }
            VerifyFault::Decode(DecodeError::Extended { index }) => {
                return write!(f, "argument too large at offset {}", u64::from(*index) * 2);
            }
            VerifyFault::Decode(DecodeError::Truncated) => "the code ends after EXTENDED_ARG",
            VerifyFault::Empty => "there is no code",
            VerifyFault::LocalCount => "co_nlocals is not the length of co_varnames",
            VerifyFault::ParameterCount => "more parameters than co_varnames",
            VerifyFault::Index(table) => return write!(f, "index out of range of {table}"),
            VerifyFault::Argument(arg) => return write!(f, "invalid argument {arg}"),
            VerifyFault::JumpTarget => "the jump target is not the beginning of an instruction",
            VerifyFault::FallsOffEnd => "control runs off the end of the code",
            VerifyFault::StackUnderflow => "stack underflow",
            VerifyFault::StackOverflow => "the stack rises above co_stacksize",
            VerifyFault::DepthConflict => "the stack depth depends on the path taken",
            VerifyFault::BlockConflict => "the block stack depends on the path taken",
            VerifyFault::KindConflict => "what is on the stack depends on the path taken",
            VerifyFault::Operand(wanted) => return write!(f, "the operand must be {wanted}"),
            VerifyFault::TooManyBlocks => "too many nested blocks",
            VerifyFault::Block(wanted) => return write!(f, "the innermost block must be {wanted}"),
            VerifyFault::Generator => "generator code and co_flags do not agree",
            VerifyFault::TooComplex => "the code is too complex to verify",
        })
    }
}
