//! Puts instructions into the current block.

use minipy_bytecode::opcode::Opcode;

use super::Codegen;
use crate::cfg::{BasicBlockId, Instr, NO_LINE};
use crate::consts::{ConstId, Consts, Value};
use crate::names::StrId;

impl Codegen<'_, '_> {
    #[inline]
    fn emit(&mut self, op: Opcode, arg: u32, target: BasicBlockId, lineno: i32) {
        self.u.cfg.push(Instr { op, arg, target, lineno });
    }

    /// An instruction without argument.
    #[inline]
    pub(crate) fn op(&mut self, op: Opcode) {
        self.emit(op, 0, BasicBlockId::NONE, self.u.loc.lineno);
    }

    /// An instruction without argument and line.
    pub(super) fn op_noline(&mut self, op: Opcode) {
        self.emit(op, 0, BasicBlockId::NONE, NO_LINE);
    }

    /// An instruction with an argument.
    #[inline]
    pub(super) fn op_arg(&mut self, op: Opcode, arg: u32) {
        self.emit(op, arg, BasicBlockId::NONE, self.u.loc.lineno);
    }

    /// An instruction with an argument that counts something.
    #[inline]
    pub(super) fn op_count(&mut self, op: Opcode, count: usize) {
        self.op_arg(op, count as u32);
    }

    /// An instruction with an argument but without line.
    pub(super) fn op_arg_noline(&mut self, op: Opcode, arg: u32) {
        self.emit(op, arg, BasicBlockId::NONE, NO_LINE);
    }

    /// A jump.
    #[inline]
    pub(super) fn jump(&mut self, op: Opcode, target: BasicBlockId) {
        self.emit(op, 0, target, self.u.loc.lineno);
    }

    /// A jump without line: no token stands for it.
    pub(super) fn jump_noline(&mut self, op: Opcode, target: BasicBlockId) {
        self.emit(op, 0, target, NO_LINE);
    }

    #[inline]
    pub(super) fn new_block(&mut self) -> BasicBlockId {
        self.u.cfg.new_block()
    }

    #[inline]
    pub(super) fn use_block(&mut self, block: BasicBlockId) {
        self.u.cfg.use_block(block);
    }

    #[inline]
    pub(super) fn next_block(&mut self) {
        self.u.cfg.next_block();
    }

    /// The index of a constant in the current code object.
    #[inline]
    pub(super) fn add_const(&mut self, value: ConstId) -> u32 {
        match self.consts.get(value) {
            Some(index) => index,
            None => {
                let index = self.u.consts.len() as u32;
                self.u.consts.push(value);
                self.consts.insert(value, index);
                index
            }
        }
    }

    #[inline]
    pub(super) fn load_const(&mut self, value: ConstId) {
        let index = self.add_const(value);
        self.op_arg(Opcode::LOAD_CONST, index);
    }

    pub(crate) fn load_none(&mut self) {
        self.load_const(Consts::NONE);
    }

    pub(super) fn load_str(&mut self, text: StrId) {
        let value = self.c.consts.str(text);
        self.load_const(value);
    }

    pub(super) fn load_int(&mut self, value: i64) {
        let value = self.c.consts.add(Value::Int(value));
        self.load_const(value);
    }

    /// Loads the tuple of these strings.
    pub(super) fn load_str_tuple(&mut self, texts: impl Iterator<Item = StrId>) {
        let items: Vec<ConstId> = texts.map(|text| self.c.consts.str(text)).collect();
        let tuple = self.c.consts.tuple(&items);
        self.load_const(tuple);
    }

    /// The index of a name in `co_names`.
    #[inline]
    fn add_name(&mut self, name: StrId) -> u32 {
        match self.names.get(name) {
            Some(index) => index,
            None => {
                let index = self.u.names.len() as u32;
                self.u.names.push(name);
                self.names.insert(name, index);
                index
            }
        }
    }

    /// The index of a name in `co_varnames`.
    #[inline]
    pub(super) fn add_varname(&mut self, name: StrId) -> u32 {
        match self.fast.get(name) {
            Some(index) => index,
            None => {
                let index = self.u.varnames.len() as u32;
                self.u.varnames.push(name);
                self.fast.insert(name, index);
                index
            }
        }
    }

    /// An instruction whose argument is a name, mangled already.
    #[inline]
    pub(super) fn op_mangled(&mut self, op: Opcode, name: StrId) {
        let index = self.add_name(name);
        self.op_arg(op, index);
    }

    /// An instruction whose argument is a name.
    #[inline]
    pub(super) fn op_name(&mut self, op: Opcode, name: StrId) {
        let name = self.c.strings.mangle(self.u.private, name);
        self.op_mangled(op, name);
    }

    /// `await` of what is on the stack.
    pub(super) fn await_top(&mut self) {
        self.op(Opcode::GET_AWAITABLE);
        self.load_none();
        self.op(Opcode::YIELD_FROM);
    }
}
