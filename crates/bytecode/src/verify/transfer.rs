//! What each instruction does to the abstract stack and the blocks.
//!
//! Most opcodes take objects and give objects, as the opcode table says; here are those of which more must hold.

use crate::constant::Constant;
use crate::instr::Instr;
use crate::opcode::{Opcode, make_function};

use super::block::{Block, BlockKind};
use super::fault::VerifyFault;
use super::flow::{State, Walk};
use super::kind::{Kind, Part, TRIPLE};

type Checked<T> = Result<T, VerifyFault>;

/// The state at the target of a jump, or at the beginning of the handler that is set up.
pub(super) fn jump(walk: &mut Walk<'_>, instr: &Instr, state: State) -> Checked<State> {
    let mut operands = Operands::new(walk, state);
    match instr.opcode {
        Opcode::SETUP_FINALLY => operands.enter_handler()?,
        Opcode::SETUP_WITH => {
            operands.object()?;
            operands.push(Kind::Object)?;
            operands.enter_handler()?;
        }
        Opcode::SETUP_ASYNC_WITH => {
            operands.object()?;
            operands.enter_handler()?;
        }
        Opcode::JUMP_IF_TRUE_OR_POP | Opcode::JUMP_IF_FALSE_OR_POP => {
            operands.peek(1, Kind::is_object, "an object")?;
        }
        opcode => {
            let used = opcode.jump_stack_use(instr.arg);
            operands.objects(used.pops)?;
            operands.push_objects(used.pushes)?;
        }
    }
    Ok(operands.state)
}

/// The state at the next instruction. `target` is where a jump would go.
pub(super) fn next(walk: &mut Walk<'_>, instr: &Instr, state: State, target: Option<u32>) -> Checked<State> {
    let mut operands = Operands::new(walk, state);
    let arg = instr.arg;
    match instr.opcode {
        Opcode::ROT_TWO => operands.rotate(2)?,
        Opcode::ROT_THREE => operands.rotate(3)?,
        Opcode::ROT_FOUR => operands.rotate(4)?,
        Opcode::ROT_N => operands.rotate(arg)?,
        Opcode::DUP_TOP => {
            let kind = operands.peek(1, Kind::is_object, "an object")?;
            operands.push(kind)?;
        }
        Opcode::DUP_TOP_TWO => {
            let below = operands.peek(2, Kind::is_object, "an object")?;
            let top = operands.peek(1, Kind::is_object, "an object")?;
            operands.push(below)?;
            operands.push(top)?;
        }
        Opcode::LOAD_CONST => {
            let constant = operands.walk.code.consts.get(arg as usize).ok_or(VerifyFault::Index("co_consts"))?;
            operands.push(Kind::of(constant, arg))?;
        }
        Opcode::LOAD_CLOSURE => operands.push(Kind::Cell)?,
        Opcode::BUILD_TUPLE => {
            let kind = operands.tuple_of(arg)?;
            operands.push(kind)?;
        }
        Opcode::BUILD_LIST => operands.build(arg, Kind::List)?,
        Opcode::BUILD_SET => operands.build(arg, Kind::Set)?,
        Opcode::BUILD_MAP => operands.build(arg.saturating_mul(2), Kind::Dict)?,
        Opcode::BUILD_CONST_KEY_MAP => {
            let keys = operands.constant_tuple("a constant tuple of as many keys")?;
            if keys.len() != arg as usize {
                return Err(VerifyFault::Operand("a constant tuple of as many keys"));
            }
            operands.build(arg, Kind::Dict)?;
        }
        Opcode::LIST_TO_TUPLE => {
            operands.take(|kind| kind == Kind::List, "a list")?;
            operands.push(Kind::Tuple)?;
        }
        Opcode::LIST_APPEND | Opcode::LIST_EXTEND => operands.add_to(1, arg, Kind::List, "a list")?,
        Opcode::SET_ADD | Opcode::SET_UPDATE => operands.add_to(1, arg, Kind::Set, "a set")?,
        Opcode::MAP_ADD => operands.add_to(2, arg, Kind::Dict, "a dict")?,
        Opcode::DICT_UPDATE => operands.add_to(1, arg, Kind::Dict, "a dict")?,
        Opcode::DICT_MERGE => {
            operands.add_to(1, arg, Kind::Dict, "a dict")?;
            operands.peek(arg.saturating_add(2), Kind::is_object, "a function")?;
        }
        Opcode::MATCH_KEYS | Opcode::COPY_DICT_WITHOUT_KEYS => {
            operands.peek(1, Kind::is_tuple, "a tuple of keys")?;
            operands.by_table(instr)?;
        }
        Opcode::MATCH_CLASS => {
            operands.names("a constant tuple of names")?;
            operands.objects(2)?;
            operands.push_objects(2)?;
        }
        Opcode::LOAD_METHOD => {
            operands.object()?;
            operands.push(Kind::Method)?;
            operands.push(Kind::MethodSelf)?;
        }
        Opcode::CALL_METHOD => {
            operands.objects(arg)?;
            operands.take(|kind| kind == Kind::MethodSelf, "what LOAD_METHOD pushed")?;
            operands.take(|kind| kind == Kind::Method, "what LOAD_METHOD pushed")?;
            operands.push(Kind::Object)?;
        }
        Opcode::CALL_FUNCTION_KW => {
            let names = operands.names("a constant tuple of names")?;
            if names > arg as usize {
                return Err(VerifyFault::Operand("a constant tuple of no more names than arguments"));
            }
            operands.objects(arg.saturating_add(1))?;
            operands.push(Kind::Object)?;
        }
        Opcode::MAKE_FUNCTION => operands.make_function(arg)?,
        Opcode::SETUP_FINALLY => operands.enter_try(target, 0)?,
        Opcode::SETUP_WITH => {
            operands.object()?;
            operands.push(Kind::Object)?;
            operands.enter_try(target, 0)?;
            operands.push(Kind::Object)?;
        }
        Opcode::SETUP_ASYNC_WITH => operands.enter_try(target, 1)?,
        Opcode::POP_BLOCK => operands.leave_try()?,
        Opcode::POP_EXCEPT => operands.pop_except()?,
        Opcode::RERAISE => operands.caught_triple()?,
        Opcode::WITH_EXCEPT_START => operands.with_except_start()?,
        Opcode::END_ASYNC_FOR => operands.end_async_for()?,
        Opcode::RETURN_VALUE => {
            operands.object()?;
            if operands.state.block.is_some() {
                return Err(VerifyFault::Block("left before RETURN_VALUE"));
            }
        }
        _ => operands.by_table(instr)?,
    }
    Ok(operands.state)
}

/// The operand stack at one instruction.
struct Operands<'w, 'a> {
    walk: &'w mut Walk<'a>,
    state: State,
    /// How low the stack may sink: to the innermost block's level, or above a handler's saved triple.
    floor: u32,
}

impl<'w, 'a> Operands<'w, 'a> {
    fn new(walk: &'w mut Walk<'a>, state: State) -> Operands<'w, 'a> {
        let floor = match walk.blocks.get(state.block) {
            None => 0,
            Some(&Block { kind: BlockKind::Try { .. }, level, .. }) => level,
            Some(&Block { kind: BlockKind::Handler, level, .. }) => level + TRIPLE.len() as u32,
        };
        Operands { walk, state, floor }
    }

    fn depth(&self) -> u32 {
        self.walk.stacks.depth(self.state.stack)
    }

    fn push(&mut self, kind: Kind) -> Checked<()> {
        self.state.stack = self.walk.stacks.push(self.state.stack, kind)?;
        Ok(())
    }

    fn push_objects(&mut self, count: u32) -> Checked<()> {
        (0..count).try_for_each(|_| self.push(Kind::Object))
    }

    fn pop(&mut self) -> Checked<Kind> {
        if self.depth() <= self.floor {
            return Err(VerifyFault::StackUnderflow);
        }
        let (kind, below) = self.walk.stacks.pop(self.state.stack)?;
        self.state.stack = below;
        Ok(kind)
    }

    fn take(&mut self, fits: impl Fn(Kind) -> bool, wanted: &'static str) -> Checked<Kind> {
        let kind = self.pop()?;
        if fits(kind) { Ok(kind) } else { Err(VerifyFault::Operand(wanted)) }
    }

    fn object(&mut self) -> Checked<Kind> {
        self.take(Kind::is_object, "an object")
    }

    fn objects(&mut self, count: u32) -> Checked<()> {
        (0..count).try_for_each(|_| self.object().map(drop))
    }

    fn peek(&mut self, distance: u32, fits: impl Fn(Kind) -> bool, wanted: &'static str) -> Checked<Kind> {
        let kind = self.walk.stacks.peek(self.state.stack, distance)?;
        if fits(kind) { Ok(kind) } else { Err(VerifyFault::Operand(wanted)) }
    }

    /// Objects in, objects out, as many as the table says.
    fn by_table(&mut self, instr: &Instr) -> Checked<()> {
        let used = instr.opcode.stack_use(instr.arg);
        for distance in used.pops + 1..=used.reach {
            self.peek(distance, Kind::is_object, "an object")?;
        }
        self.objects(used.pops)?;
        self.push_objects(used.pushes)
    }

    fn build(&mut self, count: u32, kind: Kind) -> Checked<()> {
        self.objects(count)?;
        self.push(kind)
    }

    fn tuple_of(&mut self, count: u32) -> Checked<Kind> {
        let mut cells = 0;
        for _ in 0..count {
            cells += u32::from(self.object()? == Kind::Cell);
        }
        Ok(if count > 0 && cells == count { Kind::Closure(count) } else { Kind::Tuple })
    }

    fn add_to(&mut self, pops: u32, distance: u32, kind: Kind, wanted: &'static str) -> Checked<()> {
        self.objects(pops)?;
        self.peek(distance, |found| found == kind, wanted).map(drop)
    }

    /// Moves the top below the `count - 1` others. A saved triple may be moved too, if it is then popped at once.
    fn rotate(&mut self, count: u32) -> Checked<()> {
        let mut moved = Vec::new();
        let mut displaced = false;
        for _ in 0..count {
            let (kind, below) = self.walk.stacks.pop(self.state.stack)?;
            match kind {
                Kind::Method | Kind::MethodSelf => return Err(VerifyFault::Operand("an object")),
                Kind::Saved(..) => displaced = true,
                _ => {}
            }
            moved.push(kind);
            self.state.stack = below;
        }
        let lowest = if displaced { self.floor.saturating_sub(TRIPLE.len() as u32) } else { self.floor };
        if self.depth() < lowest {
            return Err(VerifyFault::StackUnderflow);
        }
        let mut kinds = moved.into_iter();
        let top = kinds.next();
        for kind in top.into_iter().chain(kinds.rev()) {
            self.push(kind)?;
        }
        self.state.displaced = displaced;
        Ok(())
    }

    fn constant_tuple(&mut self, wanted: &'static str) -> Checked<&'w [Constant]>
    where
        'a: 'w,
    {
        let code = self.walk.code;
        match self.pop()? {
            Kind::ConstTuple(index) => match code.consts.get(index as usize) {
                Some(Constant::Tuple(items)) => Ok(items),
                _ => Err(VerifyFault::Operand(wanted)),
            },
            _ => Err(VerifyFault::Operand(wanted)),
        }
    }

    /// Takes a constant tuple of str. Returns how many.
    fn names(&mut self, wanted: &'static str) -> Checked<usize> {
        let items = self.constant_tuple(wanted)?;
        self.walk.stacks.spend(items.len() as u64)?;
        if items.iter().all(|item| matches!(item, Constant::Str(_))) {
            Ok(items.len())
        } else {
            Err(VerifyFault::Operand(wanted))
        }
    }

    fn make_function(&mut self, flags: u32) -> Checked<()> {
        self.take(|kind| kind == Kind::Str, "a constant qualified name")?;
        let code = self.walk.code;
        let free = match self.pop()? {
            Kind::Code(index) => match code.consts.get(index as usize) {
                Some(Constant::Code(code)) => code.freevars.len(),
                _ => return Err(VerifyFault::Operand("a constant code object")),
            },
            _ => return Err(VerifyFault::Operand("a constant code object")),
        };
        let cells = if flags & make_function::CLOSURE == 0 {
            0
        } else {
            match self.pop()? {
                Kind::Closure(cells) => cells as usize,
                _ => return Err(VerifyFault::Operand("a tuple of cells")),
            }
        };
        if cells != free {
            return Err(VerifyFault::Operand("a tuple of as many cells as the code has free variables"));
        }
        if flags & make_function::ANNOTATIONS != 0 {
            self.take(Kind::is_tuple, "a tuple of annotations")?;
        }
        if flags & make_function::KWDEFAULTS != 0 {
            self.take(|kind| kind == Kind::Dict, "a dict of defaults")?;
        }
        if flags & make_function::DEFAULTS != 0 {
            self.take(Kind::is_tuple, "a tuple of defaults")?;
        }
        self.push(Kind::Object)
    }

    /// Sets up a block whose level is `below` entries below the top.
    fn enter_try(&mut self, target: Option<u32>, below: u32) -> Checked<()> {
        let handler = target.ok_or(VerifyFault::JumpTarget)?;
        let level = self.depth().checked_sub(below).filter(|&level| level >= self.floor);
        let level = level.ok_or(VerifyFault::StackUnderflow)?;
        let block = self.walk.blocks.push(BlockKind::Try { handler }, level, self.state.block)?;
        self.state.block = Some(block);
        Ok(())
    }

    /// Makes the state at the beginning of a handler from that at its level.
    fn enter_handler(&mut self) -> Checked<()> {
        let block = self.walk.blocks.push(BlockKind::Handler, self.depth(), self.state.block)?;
        let nesting = self.walk.blocks.get(Some(block)).map_or(0, |block| block.nesting);
        for part in TRIPLE {
            self.push(Kind::Saved(part, nesting))?;
        }
        for part in TRIPLE {
            self.push(Kind::Caught(part, nesting))?;
        }
        self.state.block = Some(block);
        Ok(())
    }

    fn leave_try(&mut self) -> Checked<()> {
        match self.walk.blocks.get(self.state.block) {
            Some(&Block { kind: BlockKind::Try { .. }, outer, .. }) => {
                self.state.block = outer;
                Ok(())
            }
            _ => Err(VerifyFault::Block("one that SETUP_FINALLY or SETUP_WITH set up")),
        }
    }

    fn handler(&self) -> Checked<Block> {
        match self.walk.blocks.get(self.state.block) {
            Some(&block) if block.kind == BlockKind::Handler => Ok(block),
            _ => Err(VerifyFault::Block("a running handler")),
        }
    }

    fn triple(&mut self, expected: impl Fn(Part) -> Kind, wanted: &'static str) -> Checked<()> {
        TRIPLE.into_iter().rev().try_for_each(|part| self.take(|kind| kind == expected(part), wanted).map(drop))
    }

    fn pop_except(&mut self) -> Checked<()> {
        let Block { level, outer, nesting, .. } = self.handler()?;
        self.floor = level;
        self.triple(|part| Kind::Saved(part, nesting), "the saved exception of the innermost handler")?;
        if self.depth() > level + u32::from(self.state.displaced) {
            return Err(VerifyFault::Operand("the saved exception of the innermost handler"));
        }
        self.state.block = outer;
        self.state.displaced = false;
        Ok(())
    }

    fn caught_triple(&mut self) -> Checked<()> {
        let nesting = self.handler()?.nesting;
        self.triple(|part| Kind::Caught(part, nesting), "the exception of the innermost handler")
    }

    fn with_except_start(&mut self) -> Checked<()> {
        let Block { level, nesting, .. } = self.handler()?;
        for (part, distance) in TRIPLE.into_iter().rev().zip(1..) {
            self.peek(distance, |kind| kind == Kind::Caught(part, nesting), "the exception of the innermost handler")?;
        }
        if self.depth() != level + 2 * TRIPLE.len() as u32 {
            return Err(VerifyFault::Operand("the exception at the bottom of its handler"));
        }
        self.peek(7, Kind::is_object, "an exit function")?;
        self.push(Kind::Object)
    }

    fn end_async_for(&mut self) -> Checked<()> {
        let Block { level, outer, nesting, .. } = self.handler()?;
        self.caught_triple()?;
        self.floor = level;
        self.triple(|part| Kind::Saved(part, nesting), "the saved exception of the innermost handler")?;
        self.state.block = outer;
        self.floor = Operands::new(self.walk, self.state).floor;
        self.object().map(drop)
    }
}
