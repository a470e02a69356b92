//! Marshal data as values. Leaves are read by the bytecode crate; containers, code objects and references here: a list
//! that holds itself comes back as one. Containers under construction are on an explicit stack.

use minipy_bytecode::Constant;
use minipy_bytecode::marshal::{self, FaultKind, MAX_DEPTH};
use minipy_vm::exc::{PyResult, Raised};
use minipy_vm::types::code::PyCode;
use minipy_vm::types::list::PyList;
use minipy_vm::types::set::{PyFrozenSet, PySet, SetTable};
use minipy_vm::{Value, Vm};

const FLAG_REF: u8 = 0x80;

/// Parts of a code object before its first line.
const CODE_PARTS: usize = 8;

enum Kind {
    Tuple,
    List,
    Set,
    FrozenSet,
    Dict,
    /// The counts, and the first line once it is read.
    Code([i32; 6], Option<i32>),
}

impl Kind {
    fn name(&self) -> &'static str {
        match self {
            Kind::Tuple => "tuple",
            Kind::List => "list",
            Kind::Set | Kind::FrozenSet => "set",
            Kind::Dict => "dict",
            Kind::Code(..) => "code object",
        }
    }
}

/// A container whose members are being read.
struct Frame {
    kind: Kind,
    left: usize,
    members: Vec<Value>,
    /// The list, set or dict itself.
    container: Value,
    /// Its reference number.
    number: Option<usize>,
}

/// A reader over the bytes of one stream.
pub(super) struct Reader<'a> {
    data: &'a [u8],
    place: usize,
    /// `None` for an object that is not finished.
    refs: Vec<Option<Value>>,
}

enum Step {
    Value(Value),
    Open(Frame),
    Null,
}

/// Reads one value, and says how many bytes it took.
pub(super) fn loads(vm: &mut Vm, data: &[u8]) -> PyResult<(Value, usize)> {
    let mut reader = Reader { data, place: 0, refs: Vec::new() };
    let value = reader.object(vm)?;
    Ok((value, reader.place))
}

fn too_short(vm: &mut Vm) -> Raised {
    vm.eof_error("marshal data too short")
}

impl Reader<'_> {
    fn object(&mut self, vm: &mut Vm) -> PyResult {
        let mut stack: Vec<Frame> = Vec::new();
        loop {
            let mut done = match self.step(vm, stack.len())? {
                Step::Value(value) => value,
                Step::Open(frame) if frame.left > 0 => {
                    stack.push(frame);
                    continue;
                }
                Step::Open(frame) => self.close(vm, frame)?,
                Step::Null => match stack.pop() {
                    Some(frame) if matches!(frame.kind, Kind::Dict) => self.close(vm, frame)?,
                    outer => {
                        let name = outer.map_or("object", |frame| frame.kind.name());
                        return Err(vm.type_error(format!("NULL object in marshal data for {name}")));
                    }
                },
            };
            loop {
                let Some(mut frame) = stack.pop() else { return Ok(done) };
                self.add(vm, &mut frame, done)?;
                if frame.left > 0 {
                    stack.push(frame);
                    break;
                }
                done = self.close(vm, frame)?;
            }
        }
    }

    fn step(&mut self, vm: &mut Vm, depth: usize) -> PyResult<Step> {
        let start = self.place;
        let Some(&code) = self.data.get(start) else {
            return Err(vm.eof_error("EOF read where object expected"));
        };
        if depth >= MAX_DEPTH {
            return Err(vm.value_error("recursion limit exceeded"));
        }
        self.place += 1;
        let flagged = code & FLAG_REF != 0;
        match code & !FLAG_REF {
            b'0' => Ok(Step::Null),
            b'r' => {
                let number = self.long(vm)?;
                let found = usize::try_from(number).ok().and_then(|number| self.refs.get(number).cloned().flatten());
                match found {
                    Some(value) => Ok(Step::Value(value)),
                    None => Err(vm.value_error("bad marshal data (invalid reference)")),
                }
            }
            tag @ (b'(' | b')' | b'[' | b'<' | b'>' | b'{' | b'c') => self.open(vm, tag, flagged).map(Step::Open),
            _ => {
                self.place = start;
                let value = self.leaf(vm)?;
                // The one None, the truths and the ellipsis are never referred to.
                if flagged && !b"NTFS.".contains(&(code & !FLAG_REF)) {
                    self.refs.push(Some(value.clone()));
                }
                Ok(Step::Value(value))
            }
        }
    }

    fn open(&mut self, vm: &mut Vm, tag: u8, flagged: bool) -> PyResult<Frame> {
        let (kind, left, container) = match tag {
            b')' => {
                let Some(&count) = self.data.get(self.place) else { return Err(too_short(vm)) };
                self.place += 1;
                (Kind::Tuple, usize::from(count), Value::NONE)
            }
            b'(' => (Kind::Tuple, self.count(vm, "tuple")?, Value::NONE),
            b'[' => (Kind::List, self.count(vm, "list")?, vm.new_list(Vec::new())),
            b'<' => (Kind::Set, self.count(vm, "set")?, vm.new_object(PySet::new(SetTable::default()))),
            b'>' => (Kind::FrozenSet, self.count(vm, "set")?, Value::NONE),
            b'{' => (Kind::Dict, usize::MAX, vm.new_dict()),
            _ => {
                let mut counts = [0; 6];
                for count in &mut counts {
                    *count = self.long(vm)?;
                }
                (Kind::Code(counts, None), CODE_PARTS, Value::NONE)
            }
        };
        let number = flagged.then_some(self.refs.len());
        if flagged {
            // What cannot hold itself is nothing to refer to before it is finished.
            self.refs.push(Some(container.clone()).filter(|container| !container.is_none()));
        }
        Ok(Frame { kind, left, members: Vec::new(), container, number })
    }

    fn add(&mut self, vm: &mut Vm, frame: &mut Frame, value: Value) -> PyResult<()> {
        frame.left -= 1;
        match frame.kind {
            Kind::List => {
                if let Some(list) = frame.container.downcast::<PyList>() {
                    list.items.borrow_mut(vm).push(value);
                }
            }
            Kind::Set => {
                if let Some(set) = frame.container.downcast::<PySet>() {
                    set.table.add(vm, value)?;
                }
            }
            Kind::Dict => {
                frame.members.push(value);
                if let [key, value] = frame.members.as_slice() {
                    vm.set_item(&frame.container, key, value)?;
                    frame.members.clear();
                }
            }
            Kind::FrozenSet => {
                vm.hash(&value)?;
                frame.members.push(value);
            }
            Kind::Code(_, ref mut line) => {
                frame.members.push(value);
                if frame.left == 0 && line.is_none() {
                    *line = Some(self.long(vm)?);
                    frame.left = 1;
                }
            }
            Kind::Tuple => frame.members.push(value),
        }
        Ok(())
    }

    fn close(&mut self, vm: &mut Vm, frame: Frame) -> PyResult {
        let Frame { kind, members, container, number, .. } = frame;
        let value = match kind {
            Kind::List | Kind::Set | Kind::Dict => return Ok(container),
            Kind::Tuple => vm.new_tuple(members),
            Kind::FrozenSet => {
                let set = vm.new_object(PyFrozenSet::new(SetTable::default()));
                if let Some(payload) = set.downcast::<PyFrozenSet>() {
                    for member in members {
                        payload.table.add(vm, member)?;
                    }
                }
                set
            }
            Kind::Code(counts, line) => code(vm, counts, line.unwrap_or(0), members)?,
        };
        if let Some(place) = number.and_then(|number| self.refs.get_mut(number)) {
            *place = Some(value.clone());
        }
        Ok(value)
    }

    /// An object without members.
    fn leaf(&mut self, vm: &mut Vm) -> PyResult {
        let rest = self.data.get(self.place..).unwrap_or_default();
        match marshal::load(rest) {
            Ok((constant, used)) => {
                self.place += used;
                Ok(match &constant {
                    Constant::Code(_) => Value::NONE,
                    constant => vm.constant_value(constant),
                })
            }
            Err(fault) => Err(leaf_fault(vm, rest, &fault)),
        }
    }

    fn long(&mut self, vm: &mut Vm) -> PyResult<i32> {
        let bytes = self.data.get(self.place..).and_then(|rest| rest.first_chunk::<4>());
        match bytes {
            Some(bytes) => {
                self.place += 4;
                Ok(i32::from_le_bytes(*bytes))
            }
            None => {
                self.place = self.data.len();
                Err(too_short(vm))
            }
        }
    }

    fn count(&mut self, vm: &mut Vm, what: &str) -> PyResult<usize> {
        let count = self.long(vm)?;
        match usize::try_from(count) {
            Ok(count) => Ok(count),
            Err(_) => Err(vm.value_error(format!("bad marshal data ({what} size out of range)"))),
        }
    }
}

/// The exception for a leaf that does not read.
fn leaf_fault(vm: &mut Vm, data: &[u8], fault: &marshal::Fault) -> Raised {
    match fault.kind {
        FaultKind::Utf8 => {
            let size =
                data.get(1..).and_then(|rest| rest.first_chunk::<4>()).map_or(0, |size| u32::from_le_bytes(*size));
            let bytes = data.get(5..).map(|rest| rest.get(..size as usize).unwrap_or(rest)).unwrap_or_default();
            let object = vm.new_bytes(bytes);
            match vm.decode_bytes(&object, bytes, "utf-8", "surrogatepass") {
                Err(raised) => raised,
                Ok(_) => vm.value_error(fault.kind.to_string()),
            }
        }
        FaultKind::FloatText => {
            let size = usize::from(data.get(1).copied().unwrap_or(0));
            let text = vm.new_bytes(data.get(2..).and_then(|rest| rest.get(..size)).unwrap_or_default());
            let shown = vm.repr_string(&text).unwrap_or_default();
            vm.value_error(format!("could not convert string to float: {}", shown.trim_start_matches('b')))
        }
        _ => vm.raise_marshal_fault(fault),
    }
}

/// A code object of its counts and parts, made as `code()` makes one.
fn code(vm: &mut Vm, counts: [i32; 6], line: i32, parts: Vec<Value>) -> PyResult {
    let Ok([code, consts, names, varnames, freevars, cellvars, filename, name, linetable]) =
        <[Value; CODE_PARTS + 1]>::try_from(parts)
    else {
        return Err(vm.value_error("bad marshal data (code object)"));
    };
    let mut args: Vec<Value> = counts.iter().map(|count| vm.new_int(i64::from(*count))).collect();
    let line = vm.new_int(i64::from(line));
    args.extend([code, consts, names, varnames, filename, name, line, linetable, freevars, cellvars]);
    let ty = vm.ty::<PyCode>().value();
    vm.call(&ty, &args)
}
