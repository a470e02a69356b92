//! One line of a listing as data, whatever Python it is for.

/// An instruction as `dis.get_instructions` describes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instruction {
    /// The opcode's name; `<N>` for a number that has none.
    pub name: String,
    /// The opcode's number.
    pub opcode: u8,
    /// The argument, if the opcode has one.
    pub arg: Option<u32>,
    /// What the argument means, in words; empty where there is nothing to say.
    pub meaning: String,
    /// The byte offset.
    pub offset: u32,
    /// The line, if this is where it starts.
    pub starts_line: Option<i32>,
    /// Whether another instruction jumps here.
    pub is_jump_target: bool,
}
