//! Native definitions as data: what `#[pyclass]`, `#[pymethods]` and `#[pyfunction]` leave behind and what `Vm::new_type`
//! and `Vm::new_module` turn into objects. Answers to CPython's PyMethodDef, PyGetSetDef, PyType_Spec and PyModuleDef.

use super::slots::Slot;
use super::type_::TypeFlags;
use crate::args::{Args, Signature};
use crate::exc::PyResult;
use crate::heap::layout::VTable;
use crate::value::Value;
use crate::vm::Vm;

/// A native callable. A method's receiver is the first positional value.
pub type NativeFn = fn(&mut Vm, Args<'_>) -> PyResult;

/// Reads a computed attribute of the receiver.
pub type GetterFn = fn(&mut Vm, &Value) -> PyResult;

/// Writes a computed attribute of the receiver, or deletes it when the value is absent.
pub type SetterFn = fn(&mut Vm, &Value, Option<&Value>) -> PyResult<()>;

/// What the first positional value of a native is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MethodKind {
    /// The instance (method_descriptor); the function checks its type.
    Method,
    /// The class (classmethod_descriptor).
    Class,
    /// Nothing: a staticmethod, or a function of a module.
    Static,
}

/// A method or function (PyMethodDef).
#[derive(Clone, Copy)]
pub struct MethodDef {
    /// `__name__`, parameters and `__text_signature__`.
    pub signature: &'static Signature,
    /// `__doc__`.
    pub doc: Option<&'static str>,
    /// The code, with binding of arguments inside.
    pub func: NativeFn,
    /// What comes before the arguments.
    pub kind: MethodKind,
}

impl MethodDef {
    /// `__name__`.
    pub const fn name(&self) -> &'static str {
        self.signature.name
    }
}

/// A computed attribute (PyGetSetDef). Both functions check the receiver's type.
#[derive(Clone, Copy)]
pub struct GetSetDef {
    /// `__name__`.
    pub name: &'static str,
    /// `__doc__`.
    pub doc: Option<&'static str>,
    /// `obj.name`.
    pub get: GetterFn,
    /// `obj.name = value`, or `del obj.name` when value is absent. None: the attribute is not writable.
    pub set: Option<SetterFn>,
    /// It is a field of the payload (PyMemberDef): a member_descriptor, with other words where it is not writable.
    pub is_member: bool,
}

/// What one `#[pymethods]` block adds to its type.
#[derive(Clone, Copy)]
pub struct TypePart {
    /// Methods of all kinds, in the order of the source.
    pub methods: &'static [MethodDef],
    /// Computed attributes.
    pub getsets: &'static [GetSetDef],
    /// The slots that the block fills.
    pub slots: &'static [Slot],
    /// The type's `__text_signature__`, if the block has its constructor.
    pub text_signature: Option<&'static str>,
}

/// A builtin type (PyType_Spec).
pub struct TypeDef {
    /// `__name__`.
    pub name: &'static str,
    /// `__module__`.
    pub module: &'static str,
    /// `__doc__`.
    pub doc: Option<&'static str>,
    /// The base; `None` stands for `object` (and for object itself).
    pub base: Option<&'static TypeDef>,
    /// Layout number of the instances' payload; 0 if they are immediates only.
    pub layout: u8,
    /// See [`TypeFlags`].
    pub flags: TypeFlags,
    /// Words that natives keep with each instance of a subtype that adds no payload of its own (`Vm::extra_word`).
    pub extra_words: u16,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Instances may be weakly referenced.
    pub has_weakref: bool,
    /// The functions of the instances' payload, if the type has a layout.
    pub payload: Option<&'static VTable>,
    /// Its methods, attributes and slots, by source block.
    pub parts: &'static [TypePart],
}

impl TypeDef {
    /// CPython's tp_name, which many messages say: the module before the name unless it is builtins.
    pub fn tp_name(&self) -> String {
        if self.module == "builtins" { self.name.to_owned() } else { format!("{}.{}", self.module, self.name) }
    }

    /// The type's `__text_signature__`: its constructor's.
    pub fn text_signature(&self) -> Option<&'static str> {
        self.parts.iter().find_map(|part| part.text_signature)
    }
}

/// A Rust type that stands for a builtin type. `#[pyclass]` and `pytype!` implement it.
pub trait PyClass: 'static {
    /// The type's `__name__`, for messages.
    const TYPE_NAME: &'static str;

    /// The definition.
    const TYPE: &'static TypeDef;

    /// Whether `value` is an instance (of the type or a subclass): the check every method makes of its receiver.
    fn accepts(value: &Value) -> bool;
}

/// A native module (PyModuleDef). Write it as a `pub static MODULE: ModuleDef`.
pub struct ModuleDef {
    /// `__name__`.
    pub name: &'static str,
    /// `__doc__`.
    pub doc: &'static str,
    /// Its functions: one `functions![…]` list a file.
    pub functions: &'static [&'static [MethodDef]],
    /// Types to make and to put in under their names.
    pub types: &'static [&'static TypeDef],
    /// Adds what is neither: constants, aliases, state.
    pub init: Option<fn(&mut Vm, &Value) -> PyResult<()>>,
}
