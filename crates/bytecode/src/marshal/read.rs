//! The marshal reader.
//!
//! Containers under construction are on an explicit stack, so depth costs no native stack. Counts are checked against
//! the bytes that are left before anything is allocated for them.

use std::sync::Arc;

use dashu_int::{IBig, UBig};

use crate::code::{CodeFlags, CodeObject};
use crate::constant::Constant;
use crate::text::PyText;

use super::MAX_DEPTH;
use super::fault::{Fault, FaultKind};
use super::refs::{Refs, Weighed, Weight};
use super::tag::{FLAG_REF, Tag};

/// Reads one object with the limits for untrusted files: references may multiply it by 64, or to some ten million objects.
/// What follows the object is ignored, as CPython does.
pub fn loads(data: &[u8]) -> Result<Constant, Fault> {
    let limit = (1 << 24) + 64 * data.len() as u64;
    Reader::new(data, limit).read_object()
}

/// Reads one object and says how many bytes it took; references may multiply it without limit, so a caller that walks it
/// must remember what it has seen.
pub fn load(data: &[u8]) -> Result<(Constant, usize), Fault> {
    let mut reader = Reader::new(data, u64::MAX);
    let object = reader.read_object()?;
    Ok((object, reader.position()))
}

/// A reader over the bytes of one stream.
#[derive(Debug)]
pub struct Reader<'a> {
    data: &'a [u8],
    position: usize,
    refs: Refs,
    limit: u64,
}

/// A container whose members are being read.
struct Frame {
    kind: Kind,
    /// Members still to come; dicts end by a mark instead.
    left: usize,
    members: Vec<Constant>,
    number: Option<usize>,
    weight: Weight,
    offset: usize,
}

enum Kind {
    Tuple,
    List,
    Set,
    FrozenSet,
    Dict,
    Code(Box<CodeObject>),
}

/// Objects in a code object before `co_firstlineno`, and after it.
const CODE_PARTS: usize = 8;
const CODE_PARTS_AFTER_LINE: usize = 1;

enum Step {
    Object(Weighed),
    Open(Frame),
    Null,
}

type Read<T> = Result<T, FaultKind>;

impl<'a> Reader<'a> {
    /// A reader at the beginning of `data`; no object may unfold to more than about `limit` objects.
    pub fn new(data: &'a [u8], limit: u64) -> Reader<'a> {
        Reader { data, position: 0, refs: Refs::default(), limit }
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Reads one object.
    pub fn read_object(&mut self) -> Result<Constant, Fault> {
        let mut stack: Vec<Frame> = Vec::new();
        loop {
            let offset = self.position;
            let step = self.step(stack.len()).map_err(|kind| self.fault(offset, kind))?;
            let mut done = match step {
                Step::Open(frame) if frame.left > 0 => {
                    stack.push(frame);
                    continue;
                }
                Step::Open(frame) => self.close(frame)?,
                Step::Object(object) => object,
                Step::Null => match stack.pop() {
                    Some(frame) if matches!(frame.kind, Kind::Dict) => self.close(frame)?,
                    outer => return Err(Fault { offset, kind: FaultKind::Null(container_name(outer.as_ref())) }),
                },
            };
            loop {
                let Some(mut frame) = stack.pop() else { return Ok(done.0) };
                frame.take(done, self.limit).map_err(|kind| Fault { offset, kind })?;
                if frame.left == 0 && frame.wants_line() {
                    frame.left = CODE_PARTS_AFTER_LINE;
                    let line = self.long().map_err(|kind| self.fault(offset, kind))?;
                    if let Kind::Code(code) = &mut frame.kind {
                        code.firstlineno = line;
                    }
                }
                if frame.left > 0 {
                    stack.push(frame);
                    break;
                }
                done = self.close(frame)?;
            }
        }
    }

    /// The end of the data is where it is too short; other faults are where their object begins.
    fn fault(&self, offset: usize, kind: FaultKind) -> Fault {
        match kind {
            FaultKind::TooShort | FaultKind::ObjectExpected => Fault { offset: self.data.len(), kind },
            kind => Fault { offset, kind },
        }
    }

    fn step(&mut self, depth: usize) -> Read<Step> {
        let offset = self.position;
        let code = self.byte().map_err(|_| FaultKind::ObjectExpected)?;
        if depth >= MAX_DEPTH {
            return Err(FaultKind::TooDeep);
        }
        let tag = Tag::from_u8(code).ok_or(FaultKind::UnknownType(code))?;
        let flagged = code & FLAG_REF != 0;
        let object = match tag {
            Tag::Null => return Ok(Step::Null),
            Tag::None => return Ok(singleton(Constant::None)),
            Tag::False => return Ok(singleton(Constant::False)),
            Tag::True => return Ok(singleton(Constant::True)),
            Tag::Ellipsis => return Ok(singleton(Constant::Ellipsis)),
            Tag::StopIteration => return Ok(singleton(Constant::StopIteration)),
            Tag::Ref => {
                let number = self.long()?;
                return self.refs.get(number).map(Step::Object);
            }
            Tag::Tuple | Tag::SmallTuple | Tag::List | Tag::Set | Tag::FrozenSet | Tag::Dict | Tag::Code => {
                return self.open(tag, flagged, offset).map(Step::Open);
            }
            Tag::Int => Constant::Int(self.long()?.into()),
            Tag::Int64 => Constant::Int(i64::from_le_bytes(self.array()?).into()),
            Tag::Long => Constant::Int(self.big_int()?),
            Tag::Float => Constant::Float(self.float_text()?),
            Tag::BinaryFloat => Constant::Float(f64::from_le_bytes(self.array()?)),
            Tag::Complex => Constant::Complex(self.float_text()?, self.float_text()?),
            Tag::BinaryComplex => {
                Constant::Complex(f64::from_le_bytes(self.array()?), f64::from_le_bytes(self.array()?))
            }
            Tag::Bytes => Constant::Bytes(self.sized("bytes object")?.into()),
            Tag::Interned | Tag::Unicode => {
                let bytes = self.sized("string")?.into();
                Constant::Str(PyText::from_wtf8(bytes, tag == Tag::Interned).ok_or(FaultKind::Utf8)?)
            }
            Tag::Ascii | Tag::AsciiInterned => latin1(self.sized("string")?, tag == Tag::AsciiInterned),
            Tag::ShortAscii | Tag::ShortAsciiInterned => {
                let length = self.byte().map_err(|_| FaultKind::ObjectExpected)?;
                latin1(self.take(usize::from(length))?, tag == Tag::ShortAsciiInterned)
            }
        };
        let weighed = (object, Weight::leaf(self.position - offset));
        if flagged {
            let number = self.refs.reserve();
            self.refs.fill(number, &weighed);
        }
        Ok(Step::Object(weighed))
    }

    fn open(&mut self, tag: Tag, flagged: bool, offset: usize) -> Read<Frame> {
        let (kind, left, unhashable) = match tag {
            Tag::SmallTuple => {
                let count = usize::from(self.byte()?);
                (Kind::Tuple, self.checked_count(count)?, None)
            }
            Tag::Tuple => (Kind::Tuple, self.count("tuple")?, None),
            Tag::List => (Kind::List, self.count("list")?, Some("list")),
            Tag::Set => (Kind::Set, self.count("set")?, Some("set")),
            Tag::FrozenSet => (Kind::FrozenSet, self.count("set")?, None),
            Tag::Dict => (Kind::Dict, usize::MAX, Some("dict")),
            _ => (Kind::Code(Box::new(self.code_head()?)), CODE_PARTS, None),
        };
        let number = flagged.then(|| self.refs.reserve());
        let room = if matches!(kind, Kind::Dict) { 0 } else { left.min(1 << 16) };
        Ok(Frame {
            kind,
            left,
            members: Vec::with_capacity(room),
            number,
            weight: Weight::container(unhashable),
            offset,
        })
    }

    fn code_head(&mut self) -> Read<CodeObject> {
        let mut count = |field| -> Read<u32> { self.long()?.try_into().map_err(|_| FaultKind::CodeCount(field)) };
        Ok(CodeObject {
            argcount: count("argcount")?,
            posonlyargcount: count("posonlyargcount")?,
            kwonlyargcount: count("kwonlyargcount")?,
            nlocals: count("nlocals")?,
            stacksize: count("stacksize")?,
            flags: CodeFlags(count("flags")?),
            ..CodeObject::default()
        })
    }

    fn close(&mut self, frame: Frame) -> Result<Weighed, Fault> {
        let Frame { kind, members, number, weight, offset, .. } = frame;
        let weighed = match kind {
            Kind::Tuple => (Constant::Tuple(members.into()), weight),
            Kind::List => (Constant::List(members.into()), weight),
            Kind::Set => (Constant::Set(members.into()), weight),
            Kind::FrozenSet => (Constant::FrozenSet(members.into()), weight),
            Kind::Dict => (Constant::Dict(pairs(members).into()), weight),
            Kind::Code(code) => {
                let code = finish_code(*code, members).map_err(|kind| Fault { offset, kind })?;
                (Constant::Code(Arc::new(code)), weight.hashable())
            }
        };
        if let Some(number) = number {
            self.refs.fill(number, &weighed);
        }
        Ok(weighed)
    }

    fn take(&mut self, count: usize) -> Read<&'a [u8]> {
        let end = self.position.checked_add(count).ok_or(FaultKind::TooShort)?;
        let bytes = self.data.get(self.position..end).ok_or(FaultKind::TooShort)?;
        self.position = end;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Read<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| FaultKind::TooShort)
    }

    fn byte(&mut self) -> Read<u8> {
        self.array().map(|[byte]| byte)
    }

    fn long(&mut self) -> Read<i32> {
        self.array().map(i32::from_le_bytes)
    }

    fn sized(&mut self, what: &'static str) -> Read<&'a [u8]> {
        let size = usize::try_from(self.long()?).map_err(|_| FaultKind::Size(what))?;
        self.take(size)
    }

    /// A number of members, each of which takes at least one byte.
    fn count(&mut self, what: &'static str) -> Read<usize> {
        let count = usize::try_from(self.long()?).map_err(|_| FaultKind::Size(what))?;
        self.checked_count(count)
    }

    fn checked_count(&self, count: usize) -> Read<usize> {
        if count > self.data.len() - self.position { Err(FaultKind::TooShort) } else { Ok(count) }
    }

    /// An int as a signed count of 15-bit digits, lowest first.
    fn big_int(&mut self) -> Read<IBig> {
        let signed = self.long()?;
        if signed == i32::MIN {
            return Err(FaultKind::Size("long"));
        }
        let digits = self.take(signed.unsigned_abs() as usize * 2)?;
        let mut bytes = Vec::with_capacity(digits.len());
        let (mut window, mut bits, mut last) = (0u32, 0, 1);
        for &pair in digits.as_chunks::<2>().0 {
            let digit = u16::from_le_bytes(pair);
            if digit > 0x7fff {
                return Err(FaultKind::Digit);
            }
            last = digit;
            window |= u32::from(digit) << bits;
            bits += 15;
            while bits >= 8 {
                bytes.push(window as u8);
                window >>= 8;
                bits -= 8;
            }
        }
        if last == 0 {
            return Err(FaultKind::Unnormalized);
        }
        bytes.push(window as u8);
        let magnitude = IBig::from(UBig::from_le_bytes(&bytes));
        Ok(if signed < 0 { -magnitude } else { magnitude })
    }

    fn float_text(&mut self) -> Read<f64> {
        let length = self.byte().map_err(|_| FaultKind::ObjectExpected)?;
        let text = self.take(usize::from(length))?;
        std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).ok_or(FaultKind::FloatText)
    }
}

impl Frame {
    /// Takes a finished member.
    fn take(&mut self, (member, weight): Weighed, limit: u64) -> Read<()> {
        let is_key = match self.kind {
            Kind::Set | Kind::FrozenSet => true,
            Kind::Dict => self.members.len().is_multiple_of(2),
            _ => false,
        };
        if is_key {
            weight.check_hashable()?;
        }
        self.weight.add(weight, limit)?;
        self.members.push(member);
        self.left -= 1;
        Ok(())
    }

    fn wants_line(&self) -> bool {
        matches!(self.kind, Kind::Code(_)) && self.members.len() == CODE_PARTS
    }
}

fn singleton(constant: Constant) -> Step {
    Step::Object((constant, Weight::leaf(0)))
}

fn container_name(frame: Option<&Frame>) -> &'static str {
    match frame.map(|frame| &frame.kind) {
        Some(Kind::Tuple) => "tuple",
        Some(Kind::List) => "list",
        Some(Kind::Set | Kind::FrozenSet) => "set",
        Some(Kind::Dict | Kind::Code(_)) | None => "object",
    }
}

/// The "ASCII" types are read as Latin-1, as CPython does.
fn latin1(bytes: &[u8], interned: bool) -> Constant {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if bytes.is_ascii() => PyText::from(text),
        _ => PyText::from(bytes.iter().map(|&byte| char::from(byte)).collect::<String>()),
    };
    Constant::Str(text.with_interned(interned))
}

/// Keys with their values; a key without one is dropped, as CPython does.
fn pairs(members: Vec<Constant>) -> Vec<(Constant, Constant)> {
    let mut members = members.into_iter();
    std::iter::from_fn(|| Some((members.next()?, members.next()?))).collect()
}

/// Puts the parts of a code object in their places and checks what CPython's constructor checks.
fn finish_code(head: CodeObject, parts: Vec<Constant>) -> Read<CodeObject> {
    let mut parts = parts.into_iter();
    let mut next = || parts.next().unwrap_or_default();
    let mut code = CodeObject {
        code: bytes_field("co_code", next())?,
        consts: tuple_field("co_consts", next())?.as_ref().into(),
        names: names_field("co_names", next())?,
        varnames: names_field("co_varnames", next())?,
        freevars: names_field("co_freevars", next())?,
        cellvars: names_field("co_cellvars", next())?,
        filename: text_field("co_filename", next())?,
        name: text_field("co_name", next())?,
        linetable: bytes_field("co_linetable", next())?,
        ..head
    };
    if code.argcount < code.posonlyargcount {
        return Err(FaultKind::CodeCount("argcount - posonlyargcount"));
    }
    if i32::try_from(code.code.len()).is_err() {
        return Err(FaultKind::CodeTooLarge);
    }
    if code.parameter_count() > code.varnames.len() as u64 {
        return Err(FaultKind::VarnamesTooSmall);
    }
    code.flags.remove(CodeFlags::NOFREE);
    if code.cellvars.is_empty() && code.freevars.is_empty() {
        code.flags.insert(CodeFlags::NOFREE);
    }
    Ok(code)
}

fn wrong<T>(field: &'static str, wanted: &'static str, found: &Constant) -> Read<T> {
    Err(FaultKind::CodeField { field, wanted, found: found.type_name() })
}

fn bytes_field(field: &'static str, value: Constant) -> Read<Box<[u8]>> {
    match value {
        Constant::Bytes(bytes) => Ok(bytes.as_ref().into()),
        other => wrong(field, "bytes", &other),
    }
}

fn tuple_field(field: &'static str, value: Constant) -> Read<Arc<[Constant]>> {
    match value {
        Constant::Tuple(items) => Ok(items),
        other => wrong(field, "tuple", &other),
    }
}

fn text_field(field: &'static str, value: Constant) -> Read<PyText> {
    match value {
        Constant::Str(text) => Ok(text),
        other => wrong(field, "str", &other),
    }
}

fn names_field(field: &'static str, value: Constant) -> Read<Box<[PyText]>> {
    let name = |item: &Constant| match item {
        Constant::Str(text) => Ok(text.clone().with_interned(true)),
        other => Err(FaultKind::NotName(other.type_name())),
    };
    tuple_field(field, value)?.iter().map(name).collect()
}
