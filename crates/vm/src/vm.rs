//! `Vm`: the state of one interpreter, and how values are made.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use dashu_int::IBig;

use crate::exc::ExcTypes;
use crate::heap::header::Header;
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::heap::{Heap, Payload};
use crate::names::Names;
use crate::object::method_cache::MethodCache;
use crate::object::{ShapeId, Ty};
use crate::types::dict::PyDict;
use crate::types::float::PyFloat;
use crate::types::int::PyInt;
use crate::types::list::PyList;
use crate::types::str::intern::Interner;
use crate::value::Value;

/// One interpreter. There is at most one a thread (cells rely on it: `heap::cell`).
pub struct Vm {
    /// Objects in memory.
    pub heap: &'static Heap,
    /// Raised when the eval breaker has something to do: the heap's flag, one step nearer.
    pub(crate) attention: Arc<AtomicBool>,
    /// Somebody interrupted the program (SIGINT); taken at the next poll.
    pub(crate) interrupted: Arc<AtomicBool>,
    /// Builtin exception types.
    pub exc: ExcTypes,
    /// Interned names that the Vm uses.
    pub names: Names,
    /// The pending exception (CPython's curexc).
    pub(crate) raised: Option<Value>,
    /// Changes whenever a class changes, except that plain data on it is replaced by other plain data: guards caches.
    pub epoch: u32,
    /// Results of looking names up on types, valid for one `epoch`.
    pub(crate) method_cache: MethodCache,
    /// All interned strs.
    pub(crate) interner: Interner,
    /// SipHash key of str and bytes hashes.
    pub hash_key: (u64, u64),
    /// `sys.set_int_max_str_digits`: most decimal digits of an int converted from or to text; 0 is no limit.
    pub int_max_str_digits: usize,
    /// `sys.modules`.
    pub modules: Value,
    /// The dict of the module `builtins`.
    pub builtins: Value,
    /// The dict of the module `sys`.
    pub sys_dict: Value,
    /// Modules that need no file.
    pub library: crate::import::Library,
    /// Writes a str to a text stream of the library without looking its `write` up; `None` if the object is no such stream.
    pub native_text_writer: Option<TextWriter>,
    /// The compiler.
    pub host: Option<std::rc::Rc<dyn crate::host::Host>>,
    /// The empty tuple, and strs of one Latin-1 character.
    pub(crate) singletons: Singletons,
    /// Nesting of native operations that may recurse without bound (repr, compare, calls): see `Vm::recursive`.
    pub(crate) depth: Cell<usize>,
    /// `sys.setrecursionlimit`.
    pub recursion_limit: usize,
    /// Lowest native stack address that may be used.
    pub(crate) stack_floor: usize,
    /// Containers whose repr is being computed.
    pub(crate) repr_stack: Vec<u64>,
    /// Codecs and error handlers.
    pub(crate) codecs: crate::codecs::CodecRegistry,
    /// Builtin types by the address of their definition.
    pub(crate) static_types: rustc_hash::FxHashMap<usize, Ty>,
    /// Lists of the module `gc`.
    pub gc_lists: crate::gc::GcLists,
    /// The type of what `sys.unraisablehook` gets.
    pub(crate) unraisable_type: Option<Ty>,
    /// The interpreter's stacks.
    pub interp: crate::interp::State,
    /// What was asked for on the command line.
    pub config: crate::config::Config,
}

/// Writes a str to a text stream of the library; `None` if the object is no such stream.
pub type TextWriter = fn(&mut Vm, &Value, &Value) -> Option<crate::exc::PyResult<()>>;

/// Objects of which there is one.
pub struct Singletons {
    /// `()`.
    pub empty_tuple: Value,
    /// `''`.
    pub empty_str: Value,
    /// `b''`.
    pub empty_bytes: Value,
    /// `chr(0)` .. `chr(255)`.
    pub latin1: Vec<Value>,
}

impl Vm {
    // ---- types ----

    /// The builtin type whose payload is `T`.
    #[inline(always)]
    pub fn ty<T: Payload>(&self) -> Ty {
        self.heap.shape(ShapeId::from_index(T::LAYOUT as usize)).ty
    }

    /// The builtin type with this layout number.
    #[inline(always)]
    pub(crate) fn ty_by_layout(&self, layout: u8) -> Ty {
        self.heap.shape(ShapeId::from_index(layout as usize)).ty
    }

    /// `type(value)`.
    #[inline(always)]
    pub fn type_of(&self, value: &Value) -> Ty {
        match value.header() {
            Some(head) => self.heap.shape(head.shape.get()).ty,
            None => self.ty_by_layout(immediate_layout(value)),
        }
    }

    /// Whether the type of `value` is exactly the builtin type whose payload is `T`.
    #[inline(always)]
    pub fn is_exact<T: Payload>(&self, value: &Value) -> bool {
        match value.header() {
            Some(head) => head.shape.get().index() == T::LAYOUT as usize || self.type_of(value) == self.ty::<T>(),
            None => immediate_layout(value) == T::LAYOUT,
        }
    }

    /// Whether `value` is an instance of `ty` by its real type (no `__instancecheck__`).
    #[inline]
    pub fn is_instance(&self, value: &Value, ty: Ty) -> bool {
        self.type_of(value).is_subtype(self, ty)
    }

    /// The name of a value's type as messages have it.
    pub fn type_name(&self, value: &Value) -> String {
        self.type_of(value).tp_name(self)
    }

    // ---- making objects ----

    /// An object of exactly the builtin type whose payload is `T`.
    #[inline(always)]
    pub fn new_object<T: Payload>(&self, payload: T) -> Value {
        self.heap.alloc(ShapeId::from_index(T::LAYOUT as usize), 0, payload)
    }

    /// An instance of `cls`, whose layout must be `T`'s, with room for its slots and attributes.
    #[inline]
    pub fn new_instance<T: Payload>(&self, cls: Ty, payload: T) -> Value {
        self.heap.alloc(cls.shape.get(), tail_words(cls), payload)
    }

    /// An int.
    #[inline(always)]
    pub fn new_int(&self, value: i64) -> Value {
        match Value::small_int(value) {
            Some(small) => small,
            None => self.new_object(PyInt::new(IBig::from(value))),
        }
    }

    /// An int of any size.
    pub fn new_bigint(&self, value: IBig) -> Value {
        match i64::try_from(&value) {
            Ok(small) => self.new_int(small),
            Err(_) => self.new_object(PyInt::new(value)),
        }
    }

    /// A float.
    #[inline(always)]
    pub fn new_float(&self, value: f64) -> Value {
        match Value::small_float(value) {
            // NaNs are told apart by identity, so each is an object.
            Some(small) if !value.is_nan() => small,
            _ => self.new_object(PyFloat::new(value)),
        }
    }

    /// A str.
    pub fn new_str(&self, text: &str) -> Value {
        if text.is_ascii() {
            self.new_str_data(StrData::Ascii(text.as_bytes()))
        } else {
            self.new_str_from_code_points(text.chars().map(u32::from))
        }
    }

    /// A str of code points stored in the kind that `data` says, which must be the narrowest.
    pub fn new_str_data(&self, data: StrData<'_>) -> Value {
        match data {
            StrData::Ascii([]) => self.singletons.empty_str.clone(),
            StrData::Ascii([byte]) | StrData::Latin1([byte]) => self.new_char(u32::from(*byte)),
            _ => self.heap.alloc_str(ShapeId::from_index(PyStr::LAYOUT as usize), 0, data),
        }
    }

    /// `chr(code)`; lone surrogates allowed.
    #[inline]
    pub fn new_char(&self, code: u32) -> Value {
        if let Some(cached) = self.singletons.latin1.get(code as usize) {
            return cached.clone();
        }
        let shape = ShapeId::from_index(PyStr::LAYOUT as usize);
        match u16::try_from(code) {
            Ok(unit) => match u8::try_from(code) {
                Ok(byte) if byte < 0x80 => self.heap.alloc_str(shape, 0, StrData::Ascii(&[byte])),
                Ok(byte) => self.heap.alloc_str(shape, 0, StrData::Latin1(&[byte])),
                Err(_) => self.heap.alloc_str(shape, 0, StrData::Ucs2(&[unit])),
            },
            Err(_) => self.heap.alloc_str(shape, 0, StrData::Ucs4(&[code])),
        }
    }

    /// A str of any code points up to 0x10ffff, stored in the narrowest kind.
    pub fn new_str_from_code_points(&self, codes: impl Iterator<Item = u32>) -> Value {
        let codes: Vec<u32> = codes.collect();
        self.new_str_from_u32(&codes)
    }

    /// As `new_str_from_code_points`.
    pub fn new_str_from_u32(&self, codes: &[u32]) -> Value {
        match codes.iter().copied().max().unwrap_or(0) {
            0..0x80 => self.new_str_data(StrData::Ascii(&codes.iter().map(|c| *c as u8).collect::<Vec<_>>())),
            0x80..0x100 => self.new_str_data(StrData::Latin1(&codes.iter().map(|c| *c as u8).collect::<Vec<_>>())),
            0x100..0x10000 => self.new_str_data(StrData::Ucs2(&codes.iter().map(|c| *c as u16).collect::<Vec<_>>())),
            _ => self.new_str_data(StrData::Ucs4(codes)),
        }
    }

    /// A bytes object.
    pub fn new_bytes(&self, bytes: &[u8]) -> Value {
        if bytes.is_empty() {
            return self.singletons.empty_bytes.clone();
        }
        self.heap.alloc_bytes(ShapeId::from_index(crate::heap::var::PyBytes::LAYOUT as usize), 0, bytes)
    }

    /// A tuple.
    pub fn new_tuple(&self, items: Vec<Value>) -> Value {
        self.new_tuple_exact(items.len(), items.into_iter())
    }

    /// A tuple of copies.
    pub fn new_tuple_from(&self, items: &[Value]) -> Value {
        self.new_tuple_exact(items.len(), items.iter().cloned())
    }

    /// A tuple of the `len` items that the iterator yields.
    pub fn new_tuple_exact(&self, len: usize, items: impl Iterator<Item = Value>) -> Value {
        if len == 0 {
            return self.singletons.empty_tuple.clone();
        }
        self.heap.alloc_tuple(ShapeId::from_index(PyTuple::LAYOUT as usize), 0, len, items)
    }

    /// A list.
    #[inline]
    pub fn new_list(&self, items: Vec<Value>) -> Value {
        self.new_object(PyList::new(items))
    }

    /// An empty dict.
    #[inline]
    pub fn new_dict(&self) -> Value {
        self.new_object(PyDict::new())
    }

    /// The one interned str with this text.
    pub fn intern(&mut self, text: &str) -> Value {
        if !text.is_ascii() {
            let value = self.new_str(text);
            return self.intern_value(&value);
        }
        match self.interner.find(text, self.hash_key) {
            Ok(found) => found,
            Err(hash) => {
                let value = self.new_str(text);
                self.interner.insert(&value, hash, self.hash_key);
                value
            }
        }
    }

    /// The interned str equal to `value` (itself if it is the first); other values come back unchanged.
    pub fn intern_value(&mut self, value: &Value) -> Value {
        self.interner.intern(value, self.hash_key)
    }

    // ---- text of strs ----

    /// The text of a str, lone surrogates replaced; anything else gives "?".
    pub fn str_lossy(&self, value: &Value) -> String {
        value.downcast::<PyStr>().map_or_else(|| String::from("?"), PyStr::to_string_lossy)
    }

    /// The text of a str as UTF-8; `None` if it has lone surrogates or is no str.
    pub fn str_text<'a>(&self, value: &'a Value) -> Option<Cow<'a, str>> {
        value.downcast::<PyStr>()?.to_text()
    }
}

/// Words behind the payload of an instance of `cls`.
#[inline(always)]
pub(crate) fn tail_words(cls: Ty) -> u16 {
    cls.slot_words + if cls.has_dict { 1 + cls.inline_attrs.get() } else { 0 }
}

/// Layout number of an immediate's type.
#[inline(always)]
pub(crate) fn immediate_layout(value: &Value) -> u8 {
    if value.word() & 3 == 1 {
        return PyInt::LAYOUT;
    }
    if value.word() & 2 != 0 {
        return PyFloat::LAYOUT;
    }
    if value.is_none() {
        11
    } else if value.as_bool().is_some() {
        10
    } else if value.is_ellipsis() {
        12
    } else {
        13
    }
}

impl Header {
    /// The shape.
    #[inline(always)]
    pub(crate) fn shape_id(&self) -> ShapeId {
        self.shape.get()
    }
}
