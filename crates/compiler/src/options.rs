//! What a compilation can be told.

use minipy_bytecode::code::CodeFlags;

/// Options of `compile()`.
#[derive(Clone, Debug)]
pub struct Options {
    /// 0; 1 leaves out `assert` statements and makes `__debug__` false (`-O`); 2 leaves out docstrings too (`-OO`).
    pub optimize: u8,
    /// Future features that the code around `compile()` has.
    pub inherited: CodeFlags,
    /// Whether `await` is allowed at the top (`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`).
    pub top_level_await: bool,
    /// How deep statements and expressions may nest; CPython allows three times what is left of the recursion limit.
    pub recursion_limit: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { optimize: 0, inherited: CodeFlags::default(), top_level_await: false, recursion_limit: 3000 }
    }
}
