//! `code`: code objects as Python sees them (CPython's Objects/codeobject.c). All have passed the verifier.

use std::cell::OnceCell;
use std::sync::Arc;

use minipy_bytecode::verify::{VerifiedCode, verify};
use minipy_bytecode::{CodeFlags, CodeObject, Constant, PyText};
use minipy_macros::{pyclass, pymethods};

use crate::args::{Args, This};
use crate::code::Lowered;
use crate::code::lower::LowerError;
use crate::exc::{PyResult, Raised};
use crate::heap::VmCell;
use crate::heap::var::{PyBytes, PyStr, PyTuple, StrData};
use crate::object::{CompareOp, Ty};
use crate::types::complex::PyComplex;
use crate::types::float::PyFloat;
use crate::types::int::PyInt;
use crate::types::set::{PyFrozenSet, SetTable};
use crate::value::Value;
use crate::vm::Vm;

/// Create a code object.  Not for mere mortals.
#[pyclass(name = "code", layout = 17, flags(weakref), no_trace)]
pub struct PyCode {
    #[pyclass(skip)]
    verified: Arc<VerifiedCode>,
    /// The register code.
    #[pyclass(skip)]
    lowered: OnceCell<Box<Lowered>>,
    /// `co_consts` as values: a tuple.
    #[pyclass(skip)]
    consts: OnceCell<Value>,
    /// `co_name`.
    #[pyclass(skip)]
    name: OnceCell<Value>,
    /// The documentation that functions of this code have.
    #[pyclass(skip)]
    doc: OnceCell<Value>,
}

impl PyCode {
    /// A code object of verified code.
    pub fn new(verified: Arc<VerifiedCode>) -> PyCode {
        PyCode {
            verified,
            lowered: OnceCell::new(),
            consts: OnceCell::new(),
            name: OnceCell::new(),
            doc: OnceCell::new(),
        }
    }

    /// The data.
    pub fn code(&self) -> &CodeObject {
        self.verified.code()
    }

    /// The data, to share.
    pub fn shared(&self) -> &Arc<CodeObject> {
        self.verified.code()
    }

    /// The data, to share.
    pub fn object(&self) -> &Arc<CodeObject> {
        self.verified.code()
    }

    /// `co_name`.
    pub fn name(&self, vm: &mut Vm) -> Value {
        self.name.get_or_init(|| vm.name_value(&self.object().name)).clone()
    }

    /// The documentation: the first constant, if it is a str.
    pub fn doc(&self, vm: &mut Vm) -> Value {
        let doc = || match self.object().consts.first() {
            Some(Constant::Str(_)) => self.const_items(vm).first().cloned().unwrap_or_default(),
            _ => Value::NONE,
        };
        self.doc.get_or_init(doc).clone()
    }

    /// The register code, if the code has run.
    #[inline]
    pub(crate) fn lowered_before(&self) -> Option<&Lowered> {
        self.lowered.get().map(|lowered| &**lowered)
    }

    /// `co_consts`.
    pub fn consts(&self, vm: &mut Vm) -> Value {
        if let Some(consts) = self.consts.get() {
            return consts.clone();
        }
        let object = Arc::clone(self.object());
        let values = object.consts.iter().enumerate().map(|(i, constant)| match (constant, self.verified.nested(i)) {
            (Constant::Code(_), Some(nested)) => vm.new_object(PyCode::new(Arc::clone(nested))),
            _ => vm.constant_value(constant),
        });
        let values: Vec<Value> = values.collect();
        let tuple = vm.new_tuple(values);
        self.consts.get_or_init(|| tuple).clone()
    }

    fn const_items(&self, vm: &mut Vm) -> Vec<Value> {
        self.consts(vm).downcast::<PyTuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default()
    }

    /// The register code, made at the first call.
    pub fn lowered(&self, vm: &mut Vm) -> PyResult<*const Lowered> {
        if let Some(lowered) = self.lowered.get() {
            return Ok(&raw const **lowered);
        }
        let consts = self.const_items(vm).into_boxed_slice();
        let names: Box<[Value]> = self.object().names.iter().map(|name| vm.name_value(name)).collect();
        let count = self.object().argcount as usize + self.object().kwonlyargcount as usize;
        let params: Box<[Value]> = self.object().varnames.iter().take(count).map(|name| vm.name_value(name)).collect();
        match Lowered::new(&self.verified, consts, names, params) {
            Ok(lowered) => Ok(&raw const **self.lowered.get_or_init(|| Box::new(lowered))),
            Err(LowerError::TooManySlots) => Err(vm.memory_error()),
            Err(error) => Err(vm.system_error(format!("code cannot be run: {error:?}"))),
        }
    }

    fn text_tuple(vm: &mut Vm, texts: &[PyText]) -> Value {
        let values = texts.iter().map(|text| vm.name_value(text)).collect();
        vm.new_tuple(values)
    }
}

impl Vm {
    /// A code object, which must pass the verifier: ValueError with the fault if it does not.
    pub fn new_code(&mut self, code: Arc<CodeObject>) -> PyResult {
        match minipy_bytecode::verify::verify_tree(&code) {
            Ok(verified) => Ok(self.new_object(PyCode::new(verified))),
            Err(error) => Err(self.value_error(format!("invalid bytecode: {error}"))),
        }
    }

    /// A table of constants, added one by one.
    fn set_of_constants(&mut self, values: Vec<Value>) -> VmCell<SetTable> {
        let table = VmCell::new(SetTable::default());
        for value in values {
            if table.add(self, value).is_err() {
                self.clear_raised();
            }
        }
        table
    }

    /// A constant as a value.
    pub fn constant_value(&mut self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::NONE,
            Constant::True => Value::TRUE,
            Constant::False => Value::FALSE,
            Constant::Ellipsis => Value::ELLIPSIS,
            Constant::StopIteration => self.exc.stop_iteration.value(),
            Constant::Int(value) => self.new_bigint(value.clone()),
            Constant::Float(value) => self.new_float(*value),
            Constant::Complex(re, im) => self.new_complex(*re, *im),
            Constant::Str(text) if text.is_interned() => self.name_value(text),
            Constant::Str(text) => match text.as_str() {
                Some(text) => self.new_str(text),
                None => self.new_str_from_code_points(text.code_points()),
            },
            Constant::Bytes(bytes) => self.new_bytes(bytes),
            Constant::Tuple(items) => {
                let values = items.iter().map(|item| self.constant_value(item)).collect();
                self.new_tuple(values)
            }
            Constant::List(items) => {
                let values = items.iter().map(|item| self.constant_value(item)).collect();
                self.new_list(values)
            }
            Constant::FrozenSet(items) | Constant::Set(items) => {
                let values: Vec<Value> = items.iter().map(|item| self.constant_value(item)).collect();
                let table = self.set_of_constants(values);
                // CPython merges a frozenset's items with other constants and makes it anew, in the order it has then.
                let again = table.borrow(self).keys().cloned().collect();
                let table = self.set_of_constants(again);
                let table = table.into_inner();
                match constant {
                    Constant::Set(_) => self.new_object(crate::types::set::PySet::new(table)),
                    _ => self.new_object(PyFrozenSet::new(table)),
                }
            }
            Constant::Dict(items) => {
                let dict = self.new_dict();
                for (key, value) in items.iter() {
                    let (key, value) = (self.constant_value(key), self.constant_value(value));
                    if self.set_item(&dict, &key, &value).is_err() {
                        self.clear_raised();
                    }
                }
                dict
            }
            Constant::Code(code) => match verify(code) {
                Ok(verified) => self.new_object(PyCode::new(verified)),
                Err(_) => Value::NONE,
            },
        }
    }

    /// A value as a constant; `None` for what no code object can hold.
    pub fn value_constant(&mut self, value: &Value) -> Option<Constant> {
        if value.is_none() {
            return Some(Constant::None);
        }
        if let Some(truth) = value.as_bool() {
            return Some(Constant::bool(truth));
        }
        if value.is_ellipsis() {
            return Some(Constant::Ellipsis);
        }
        if let Some(small) = value.as_small_int() {
            return Some(Constant::from(small));
        }
        if let Some(float) = value.as_small_float() {
            return Some(Constant::Float(float));
        }
        if let Some(int) = value.downcast::<PyInt>() {
            return Some(Constant::Int(int.value.clone()));
        }
        if let Some(float) = value.downcast::<PyFloat>() {
            return Some(Constant::Float(float.value));
        }
        if let Some(complex) = value.downcast::<PyComplex>() {
            return Some(Constant::Complex(complex.real, complex.imag));
        }
        if value.is_a::<PyStr>() {
            return text_of(value).map(Constant::Str);
        }
        if let Some(bytes) = value.downcast::<PyBytes>() {
            return Some(Constant::Bytes(bytes.as_bytes().into()));
        }
        if let Some(tuple) = value.downcast::<PyTuple>() {
            let items: Option<Vec<Constant>> = tuple.items().iter().map(|item| self.value_constant(item)).collect();
            return items.map(|items| Constant::Tuple(items.into()));
        }
        if value.is_a::<PyFrozenSet>() {
            let items = match self.collect(value) {
                Ok(items) => items,
                Err(_) => {
                    self.clear_raised();
                    return None;
                }
            };
            let items: Option<Vec<Constant>> = items.iter().map(|item| self.value_constant(item)).collect();
            return items.map(|items| Constant::FrozenSet(items.into()));
        }
        value.downcast::<PyCode>().map(|code| Constant::Code(Arc::clone(code.object())))
    }
}

/// The text of a str, marked as interned if it is.
fn text_of(value: &Value) -> Option<PyText> {
    let text = value.downcast::<PyStr>()?;
    let interned = value.header().is_some_and(|head| head.has_flag(crate::heap::flag::INTERNED));
    let text = match text.data() {
        StrData::Ascii(bytes) => PyText::from_code_points(bytes.iter().map(|c| u32::from(*c))),
        StrData::Latin1(bytes) => PyText::from_code_points(bytes.iter().map(|c| u32::from(*c))),
        StrData::Ucs2(units) => PyText::from_code_points(units.iter().map(|c| u32::from(*c))),
        StrData::Ucs4(codes) => PyText::from_code_points(codes.iter().copied()),
    };
    text.map(|text| text.with_interned(interned))
}

/// A field that is given to `code()` or to `replace()`; the two name it differently.
#[derive(Clone, Copy)]
struct Given<'a> {
    value: &'a Value,
    /// `co_` and the rest.
    field: &'a str,
    /// The parameter of `code()`, if that is being called.
    parameter: Option<&'a str>,
}

impl<'a> Given<'a> {
    /// TypeError: the value is of another type.
    fn wrong(self, vm: &mut Vm, want: &str) -> Raised {
        let (place, got) = match self.parameter {
            // The constructor counts its parameters by position.
            Some(parameter) => {
                let position = FIELDS.iter().position(|(_, name)| *name == parameter).unwrap_or(0) + 1;
                (format!("code() argument {position}"), vm.type_name(self.value))
            }
            None => (format!("replace() argument '{}'", self.field), vm.type_name(self.value)),
        };
        let got = if self.value.is_none() { "None".to_owned() } else { got };
        vm.type_error(format!("{place} must be {want}, not {got}"))
    }

    fn tuple(self, vm: &mut Vm) -> PyResult<&'a PyTuple> {
        match self.value.downcast::<PyTuple>() {
            Some(tuple) => Ok(tuple),
            None => Err(self.wrong(vm, "tuple")),
        }
    }
}

fn texts(vm: &mut Vm, given: Given<'_>) -> PyResult<Box<[PyText]>> {
    let tuple = given.tuple(vm)?;
    let mut out = Vec::with_capacity(tuple.items().len());
    for item in tuple.items() {
        match text_of(item) {
            Some(text) => out.push(text.with_interned(true)),
            None if given.parameter.is_none() => {
                return Err(vm.raise(vm.exc.system_error, "non-string found in code slot"));
            }
            None => {
                let got = vm.type_name(item);
                return Err(vm.type_error(format!("name tuples must contain only strings, not '{got}'")));
            }
        }
    }
    Ok(out.into())
}

fn text(vm: &mut Vm, given: Given<'_>) -> PyResult<PyText> {
    match text_of(given.value) {
        Some(text) => Ok(text),
        None => Err(given.wrong(vm, "str")),
    }
}

fn bytes(vm: &mut Vm, given: Given<'_>) -> PyResult<Box<[u8]>> {
    match given.value.downcast::<PyBytes>() {
        Some(bytes) => Ok(bytes.as_bytes().into()),
        None => Err(given.wrong(vm, "bytes")),
    }
}

fn count(vm: &mut Vm, given: Given<'_>) -> PyResult<u32> {
    let number = vm.index_i64(given.value)?;
    match (u32::try_from(number), given.parameter) {
        (Ok(number), _) if number <= i32::MAX as u32 => Ok(number),
        (Err(_), None) if number < 0 => Err(vm.value_error(format!("{} must be a positive integer", given.field))),
        (Err(_), Some(parameter)) if number < 0 => {
            Err(vm.value_error(format!("code: {parameter} must not be negative")))
        }
        _ => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

fn constants(vm: &mut Vm, given: Given<'_>) -> PyResult<Box<[Constant]>> {
    let tuple = given.tuple(vm)?;
    let mut out = Vec::with_capacity(tuple.items().len());
    for item in tuple.items() {
        match vm.value_constant(item) {
            Some(constant) => out.push(constant),
            None => {
                let got = vm.type_name(item);
                return Err(vm.type_error(format!("a code object cannot hold a constant of type '{got}'")));
            }
        }
    }
    Ok(out.into())
}

/// Sets a field by its `co_` name; false if there is no such field.
fn set_field(vm: &mut Vm, code: &mut CodeObject, given: Given<'_>) -> PyResult<bool> {
    match given.field {
        "co_argcount" => code.argcount = count(vm, given)?,
        "co_posonlyargcount" => code.posonlyargcount = count(vm, given)?,
        "co_kwonlyargcount" => code.kwonlyargcount = count(vm, given)?,
        "co_nlocals" => code.nlocals = count(vm, given)?,
        "co_stacksize" => code.stacksize = count(vm, given)?,
        "co_flags" => code.flags = CodeFlags(count(vm, given)?),
        "co_firstlineno" => code.firstlineno = vm.index_i64(given.value)? as i32,
        "co_code" => code.code = bytes(vm, given)?,
        "co_consts" => code.consts = constants(vm, given)?,
        "co_names" => code.names = texts(vm, given)?,
        "co_varnames" => code.varnames = texts(vm, given)?,
        "co_freevars" => code.freevars = texts(vm, given)?,
        "co_cellvars" => code.cellvars = texts(vm, given)?,
        "co_filename" => code.filename = text(vm, given)?,
        "co_name" => code.name = text(vm, given)?,
        "co_linetable" => code.linetable = bytes(vm, given)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// The finished object, if its counts fit its names. `NOFREE` follows from the variables.
fn finished(vm: &mut Vm, mut code: CodeObject) -> PyResult {
    if code.argcount < code.posonlyargcount {
        return Err(vm.raise(vm.exc.system_error, "bad argument to internal function"));
    }
    if code.parameter_count() > code.varnames.len() as u64 {
        return Err(vm.value_error("code: varnames is too small"));
    }
    if code.freevars.is_empty() && code.cellvars.is_empty() {
        code.flags.insert(CodeFlags::NOFREE);
    } else {
        code.flags.remove(CodeFlags::NOFREE);
    }
    vm.new_code(Arc::new(code))
}

/// The constructor's parameters, in order: the fields, and what it calls them.
const FIELDS: [(&str, &str); 16] = [
    ("co_argcount", "argcount"),
    ("co_posonlyargcount", "posonlyargcount"),
    ("co_kwonlyargcount", "kwonlyargcount"),
    ("co_nlocals", "nlocals"),
    ("co_stacksize", "stacksize"),
    ("co_flags", "flags"),
    ("co_code", "codestring"),
    ("co_consts", "constants"),
    ("co_names", "names"),
    ("co_varnames", "varnames"),
    ("co_filename", "filename"),
    ("co_name", "name"),
    ("co_firstlineno", "firstlineno"),
    ("co_linetable", "linetable"),
    ("co_freevars", "freevars"),
    ("co_cellvars", "cellvars"),
];

/// Code objects are equal whatever file and lines they come from.
fn is_same_code(x: &Arc<CodeObject>, y: &Arc<CodeObject>) -> bool {
    Arc::ptr_eq(x, y)
        || x.name == y.name
            && (x.argcount, x.posonlyargcount, x.kwonlyargcount) == (y.argcount, y.posonlyargcount, y.kwonlyargcount)
            && (x.nlocals, x.flags, x.firstlineno) == (y.nlocals, y.flags, y.firstlineno)
            && (&x.code, &x.names) == (&y.code, &y.names)
            && (&x.varnames, &x.freevars, &x.cellvars) == (&y.varnames, &y.freevars, &y.cellvars)
            && are_same_constants(&x.consts, &y.consts)
}

fn are_same_constants(x: &[Constant], y: &[Constant]) -> bool {
    let same = |(x, y): (&Constant, &Constant)| match (x, y) {
        (Constant::Code(x), Constant::Code(y)) => is_same_code(x, y),
        _ => x == y,
    };
    x.len() == y.len() && x.iter().zip(y).all(same)
}

#[pymethods]
impl PyCode {
    #[slot(new)]
    fn new_code(vm: &mut Vm, _cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() {
            return Err(vm.type_error("code() takes no keyword arguments"));
        }
        let given = args.positional();
        if given.len() < 14 || given.len() > 16 {
            let (bound, n) = if given.len() < 14 { ("at least 14", given.len()) } else { ("at most 16", given.len()) };
            return Err(vm.type_error(format!("code expected {bound} arguments, got {n}")));
        }
        let mut code = CodeObject::default();
        for ((field, parameter), value) in FIELDS.iter().zip(given) {
            set_field(vm, &mut code, Given { value, field, parameter: Some(parameter) })?;
        }
        finished(vm, code)
    }

    /// Return a copy of the code object with new values for the specified fields.
    #[pymethod("replace($self, *, co_argcount=-1, **kwargs)", no_text, raw)]
    fn replace(vm: &mut Vm, args: Args<'_>) -> PyResult {
        let Some(code) = args.get(0).and_then(|this| this.downcast::<PyCode>()) else { return Ok(Value::NONE) };
        if args.len_positional() > 1 {
            return Err(vm.type_error("replace() takes no positional arguments"));
        }
        let mut object = CodeObject::clone(code.object());
        for (name, value) in args.keywords() {
            let text = vm.str_lossy(name);
            if !set_field(vm, &mut object, Given { value, field: &text, parameter: None })? {
                return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for replace()")));
            }
        }
        finished(vm, object)
    }

    /// Whether the lines are those of another order: an iterator of (start, end, line).
    #[pymethod("co_lines($self, /)", no_text)]
    fn co_lines(vm: &mut Vm, this: This<'_, PyCode>) -> PyResult {
        let object = Arc::clone(this.object());
        let mut items = Vec::new();
        for range in object.lines() {
            let line = range.line.map_or(Value::NONE, |line| vm.new_int(i64::from(line)));
            let parts = vec![vm.new_int(i64::from(range.start)), vm.new_int(i64::from(range.end)), line];
            items.push(vm.new_tuple(parts));
        }
        let list = vm.new_list(items);
        vm.iter(&list)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyCode>) -> PyResult {
        let id = vm.id(this.value());
        let object = this.object();
        let line = if object.firstlineno == 0 { -1 } else { object.firstlineno };
        let text = format!(
            "<code object {} at {id:#x}, file \"{}\", line {line}>",
            object.name.to_string_lossy(),
            object.filename.to_string_lossy()
        );
        Ok(vm.new_str(&text))
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyCode>(), b.downcast::<PyCode>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        let equal = is_same_code(x.object(), y.object());
        match op {
            CompareOp::Eq => Ok(Value::bool(equal)),
            CompareOp::Ne => Ok(Value::bool(!equal)),
            _ => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    #[slot(hash)]
    fn hash(_vm: &mut Vm, this: This<'_, PyCode>) -> PyResult<i64> {
        use std::hash::{Hash, Hasher};
        let object = this.object();
        let mut hasher = rustc_hash::FxHasher::default();
        (&object.name, &object.code, &object.consts, &object.names).hash(&mut hasher);
        (object.argcount, object.posonlyargcount, object.kwonlyargcount, object.nlocals, object.flags)
            .hash(&mut hasher);
        Ok(match hasher.finish() as i64 {
            -1 => -2,
            hash => hash,
        })
    }

    #[member("co_argcount")]
    fn argcount(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().argcount)
    }

    #[member("co_posonlyargcount")]
    fn posonlyargcount(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().posonlyargcount)
    }

    #[member("co_kwonlyargcount")]
    fn kwonlyargcount(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().kwonlyargcount)
    }

    #[member("co_nlocals")]
    fn nlocals(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().nlocals)
    }

    #[member("co_stacksize")]
    fn stacksize(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().stacksize)
    }

    #[member("co_flags")]
    fn flags(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().flags.0)
    }

    #[member("co_firstlineno")]
    fn firstlineno(this: This<'_, PyCode>) -> i64 {
        i64::from(this.object().firstlineno)
    }

    #[member("co_code")]
    fn code_bytes(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        vm.new_bytes(&this.object().code)
    }

    #[member("co_linetable")]
    fn linetable(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        vm.new_bytes(&this.object().linetable)
    }

    /// The table of Python 3.9 and before.
    #[getter("co_lnotab")]
    fn lnotab(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        let object = this.object();
        let mut table = Vec::new();
        let (mut offset, mut line) = (0u32, object.firstlineno);
        for range in object.lines() {
            let Some(next) = range.line else { continue };
            if next == line {
                continue;
            }
            let mut distance = range.start - offset;
            let mut delta = next - line;
            while distance > 255 {
                table.extend([255, 0]);
                distance -= 255;
            }
            while delta > 127 {
                table.extend([distance as u8, 127]);
                distance = 0;
                delta -= 127;
            }
            while delta < -128 {
                table.extend([distance as u8, 0x80]);
                distance = 0;
                delta += 128;
            }
            table.extend([distance as u8, delta as i8 as u8]);
            (offset, line) = (range.start, next);
        }
        vm.new_bytes(&table)
    }

    #[member("co_consts")]
    fn get_consts(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        this.consts(vm)
    }

    #[member("co_names")]
    fn names(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        Self::text_tuple(vm, &this.object().names)
    }

    #[member("co_varnames")]
    fn varnames(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        Self::text_tuple(vm, &this.object().varnames)
    }

    #[member("co_freevars")]
    fn freevars(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        Self::text_tuple(vm, &this.object().freevars)
    }

    #[member("co_cellvars")]
    fn cellvars(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        Self::text_tuple(vm, &this.object().cellvars)
    }

    #[member("co_filename")]
    fn filename(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        vm.name_value(&this.object().filename)
    }

    #[member("co_name")]
    fn get_name(vm: &mut Vm, this: This<'_, PyCode>) -> Value {
        this.name(vm)
    }
}
