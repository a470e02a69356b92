//! Values as marshal data. Leaves are written by the bytecode crate; containers, code objects and references here, so that
//! what is one object stays one object. A work list takes the place of recursion.

use std::collections::HashMap;

use minipy_bytecode::Constant;
use minipy_bytecode::marshal::{self, MAX_DEPTH};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::types::code::PyCode;
use minipy_vm::types::dict::PyDict;
use minipy_vm::types::list::PyList;
use minipy_vm::types::set::{PyFrozenSet, PySet};
use minipy_vm::{Value, Vm};

const FLAG_REF: u8 = 0x80;

/// What is still to be written, the next one last.
enum Work {
    Object(Value, usize),
    Long(i32),
    Null,
}

struct Writer {
    out: Vec<u8>,
    version: u32,
    work: Vec<Work>,
    /// The reference numbers of objects that may come again, which are kept alive here.
    refs: HashMap<u64, i32>,
    kept: Vec<Value>,
}

/// `value` in a version of the format.
pub(super) fn dumps(vm: &mut Vm, value: &Value, version: i32) -> PyResult<Vec<u8>> {
    let version = u32::try_from(version).unwrap_or(0);
    let work = vec![Work::Object(value.clone(), 1)];
    let mut writer = Writer { out: Vec::new(), version, work, refs: HashMap::new(), kept: Vec::new() };
    while let Some(work) = writer.work.pop() {
        match work {
            Work::Object(value, depth) => writer.object(vm, value, depth)?,
            Work::Long(number) => writer.out.extend_from_slice(&number.to_le_bytes()),
            Work::Null => writer.out.push(b'0'),
        }
    }
    Ok(writer.out)
}

impl Writer {
    fn object(&mut self, vm: &mut Vm, value: Value, depth: usize) -> PyResult<()> {
        if depth > MAX_DEPTH {
            return Err(vm.value_error("object too deeply nested to marshal"));
        }
        let start = self.out.len();
        let Some(flag) = self.reference(&value) else { return Ok(()) };
        self.contents(vm, &value, depth)?;
        if let Some(first) = self.out.get_mut(start) {
            *first |= flag;
        }
        Ok(())
    }

    /// Writes a reference if the object was written already: `None` then. Else the flag of its type code.
    fn reference(&mut self, value: &Value) -> Option<u8> {
        // One reference is the work list's. Small ints are one object each, as in CPython.
        let shared = value.refcount() > 2 || value.as_small_int().is_some_and(|int| (-5..=256).contains(&int));
        if self.version < 3 || !shared || value.as_bool().is_some() {
            return Some(0);
        }
        if let Some(number) = self.refs.get(&value.word()) {
            self.out.push(b'r');
            self.out.extend_from_slice(&number.to_le_bytes());
            return None;
        }
        let number = i32::try_from(self.refs.len()).unwrap_or(i32::MAX);
        self.refs.insert(value.word(), number);
        self.kept.push(value.clone());
        Some(FLAG_REF)
    }

    fn size(&mut self, vm: &mut Vm, size: usize) -> PyResult<()> {
        match i32::try_from(size) {
            Ok(size) => self.out.extend_from_slice(&size.to_le_bytes()),
            Err(_) => return Err(vm.value_error("unmarshallable object")),
        }
        Ok(())
    }

    fn later(&mut self, items: impl DoubleEndedIterator<Item = Value>, depth: usize) {
        self.work.extend(items.rev().map(|item| Work::Object(item, depth + 1)));
    }

    fn contents(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> PyResult<()> {
        if vm.is_exact::<PyTuple>(value)
            && let Some(tuple) = value.downcast::<PyTuple>()
        {
            match u8::try_from(tuple.items().len()) {
                Ok(count) if self.version >= 4 => self.out.extend([b')', count]),
                _ => {
                    self.out.push(b'(');
                    self.size(vm, tuple.items().len())?;
                }
            }
            self.later(tuple.items().iter().cloned(), depth);
        } else if vm.is_exact::<PyList>(value)
            && let Some(list) = value.downcast::<PyList>()
        {
            let items = list.items.borrow(vm).clone();
            self.sequence(vm, b'[', items, depth)?;
        } else if vm.is_exact::<PySet>(value) || vm.is_exact::<PyFrozenSet>(value) {
            let items = vm.collect(value)?;
            let tag = if value.is_a::<PySet>() { b'<' } else { b'>' };
            self.sequence(vm, tag, items, depth)?;
        } else if vm.is_exact::<PyDict>(value)
            && let Some(dict) = value.downcast::<PyDict>()
        {
            self.out.push(b'{');
            self.work.push(Work::Null);
            let items: Vec<Value> =
                dict.table.borrow(vm).iter().flat_map(|entry| [entry.key.clone(), entry.value.clone()]).collect();
            self.later(items.into_iter(), depth);
        } else if let Some(code) = value.downcast::<PyCode>() {
            self.code(vm, value, code, depth)?;
        } else {
            self.leaf(vm, value)?;
        }
        Ok(())
    }

    fn sequence(&mut self, vm: &mut Vm, tag: u8, items: Vec<Value>, depth: usize) -> PyResult<()> {
        self.out.push(tag);
        self.size(vm, items.len())?;
        self.later(items.into_iter(), depth);
        Ok(())
    }

    fn code(&mut self, vm: &mut Vm, value: &Value, code: &PyCode, depth: usize) -> PyResult<()> {
        self.out.push(b'c');
        let object = code.object();
        let counts = [object.argcount, object.posonlyargcount, object.kwonlyargcount, object.nlocals, object.stacksize];
        for count in counts.into_iter().chain([object.flags.0]) {
            self.out.extend_from_slice(&count.to_le_bytes());
        }
        let line = object.firstlineno;
        let fields = ["code", "consts", "names", "varnames", "freevars", "cellvars", "filename", "name", "linetable"];
        let mut parts = Vec::with_capacity(fields.len());
        for field in fields {
            parts.push(vm.get_attr_str(value, &format!("co_{field}"))?);
        }
        let table = parts.pop().unwrap_or_default();
        self.work.push(Work::Object(table, depth + 1));
        self.work.push(Work::Long(line));
        self.later(parts.into_iter(), depth);
        Ok(())
    }

    fn leaf(&mut self, vm: &mut Vm, value: &Value) -> PyResult<()> {
        let constant = if value.is(&vm.exc.stop_iteration.value()) {
            Some(Constant::StopIteration)
        } else if vm.type_of(value).has_flag(minipy_vm::object::TypeFlags::HEAPTYPE) {
            None
        } else {
            vm.value_constant(value)
        };
        let constant = match constant {
            Some(constant) => constant,
            None if vm.has_buffer(value) => Constant::Bytes(vm.buffer_copy(value)?.into()),
            None => return Err(vm.value_error("unmarshallable object")),
        };
        match marshal::dumps_version(&constant, self.version) {
            Ok(bytes) => self.out.extend_from_slice(&bytes),
            Err(error) => return Err(vm.value_error(error.to_string())),
        }
        Ok(())
    }
}
