//! The declaration macros of minipy's natives. **The signature text is the declaration**: name, parameters, defaults,
//! `__text_signature__`, binding, and the words of arity errors come from it.
//!
//! Worked examples in the VM: `types/property.rs` (init, descriptors, attributes), `types/slice.rs` (payload used by
//! others), `args/tests.rs` (functions of every convention).
//!
//! # A type
//! ```ignore
//! /// Built-in mutable sequence.            <- becomes list.__doc__
//! #[pyclass(name = "list", layout = 12, flags(basetype, sequence, match_self), parts(methods, ops))]
//! pub struct PyList {
//!     pub items: VmCell<Vec<Value>>,
//! }
//! ```
//! Options: `name`; `module = "builtins"`; `base = PyOther` (payload type; default object); `layout = N` (unique; see
//! vm/src/types/mod.rs; without it no `Payload` is implemented); `flags(…)` = lower-case names of `TypeFlags` constants, and
//! `dict`, `weakref`; `parts(a, b)` = the `#[pymethods(part = "a")]` blocks (default: the one block without a name;
//! `parts()` for none); `no_trace` for payloads without references; `#[pyclass(skip)]` on a field not to trace;
//! `accepts = path` = `fn(&Value) -> bool` for types with immediates (int, None: the layout does not say it all).
//! A payload written by hand gets its definition by `pytype! { /// doc  PyStr: name = "str", layout = 4, accepts = … }`.
//! `<PyList as PyClass>::TYPE` is the `&'static TypeDef`.
//!
//! # Its methods
//! Several blocks in several files, each with its part name:
//! ```ignore
//! #[pymethods(part = "methods")]
//! impl PyList {
//!     /// Append object to the end of the list.
//!     #[pymethod("append($self, object, /)")]
//!     fn append(vm: &mut Vm, this: This<'_, PyList>, object: &Value) -> PyResult<()> {
//!         this.items.borrow_mut(vm).push(object.clone());
//!         Ok(())
//!     }
//!
//!     #[pymethod("pop($self, index=-1, /)")]
//!     fn pop(vm: &mut Vm, this: This<'_, PyList>, index: isize) -> PyResult { … }      // -1 when absent
//!
//!     #[pymethod("get($self, key, default=None, /)")]
//!     fn get(vm: &mut Vm, this: This<'_, PyDict>, key: &Value, default: Option<&Value>) -> PyResult { … }
//!
//!     #[classmethod("fromkeys($type, iterable, value=None, /)")]
//!     fn fromkeys(vm: &mut Vm, cls: Ty, iterable: &Value, value: Option<&Value>) -> PyResult { … }
//!
//!     #[staticmethod("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)")]
//!     fn maketrans(vm: &mut Vm, x: &Value, y: Option<&Value>, z: Option<&Value>) -> PyResult { … }
//!
//!     #[pymethod("union($self, *others)")]
//!     fn union(vm: &mut Vm, this: This<'_, PySet>, others: &[Value]) -> PyResult { … }
//!
//!     #[pymethod("format($self, *args, **kwargs)", no_text)]
//!     fn format(vm: &mut Vm, this: This<'_, PyStr>, args: &[Value], kwargs: KwArgs<'_>) -> PyResult { … }
//!
//!     #[pymethod("update($self, other=(), /, **kw)", raw)]     // no binding: args[0] is the (checked) receiver
//!     fn update(vm: &mut Vm, args: Args<'_>) -> PyResult<()> { … }
//!
//!     #[getter("real")]
//!     fn real(this: This<'_, PyComplex>) -> f64 { this.real }
//!     #[member("start")]                                       // as getter, but a member_descriptor: "readonly attribute"
//!     fn start(this: This<'_, PySlice>) -> Value { this.start.clone() }
//!     #[setter("__name__")]                                    // None: deleted. Its getter is in the same block.
//!     fn set_name(vm: &mut Vm, this: This<'_, PyFunction>, value: Option<&Value>) -> PyResult<()> { … }
//!
//!     #[new("list(iterable=(), /)")]
//!     fn new(vm: &mut Vm, cls: Ty, iterable: Option<&Value>) -> PyResult { … }
//!     #[init("list(iterable=(), /)")]
//!     fn init(vm: &mut Vm, this: This<'_, PyList>, iterable: Option<&Value>) -> PyResult<()> { … }
//!     // raw forms: fn new(vm, cls: Ty, args: Args<'_>), fn init(vm, this: This<'_, T> or &Value, args: Args<'_>)
//!
//!     #[slot(len)]                                             // a field of `Slots`, with exactly its types,
//!     fn len(vm: &mut Vm, this: This<'_, PyList>) -> PyResult<usize> { … }      // `This` allowed for the first `&Value`
//!     #[slot(add)]                                             // number slots: either operand may be ours
//!     fn add(vm: &mut Vm, left: &Value, right: &Value) -> PyResult { … }
//! }
//! ```
//! * The Vm parameter may be left out. Several marks on one function are fine (`copy` and `__copy__`).
//! * The receiver: `This<'_, T>` (payload; derefs to `T`, `.value()` is the object), or `&Value` for types with
//!   immediates; both are checked ("descriptor 'append' for 'list' objects doesn't apply to a 'int' object").
//! * `$self`, `$type` may be left out of the text. Doc comments become `__doc__`.
//! * `__text_signature__` is None with `no_text`, or where the text has optional groups: `"getattr(object, name[, default])"`
//!   (all positional-only).
//!
//! # Parameters (`FromArg`)
//! | Rust | Python |
//! | --- | --- |
//! | `&Value`, `Value` | anything |
//! | `Option<T>` | absent is None; a given `None` too if the text says `=None` (else it is a value as any other) |
//! | `isize` `i64` `i32` `usize` `u8` | `__index__`, with CPython's OverflowErrors (C ssize_t, long, int, size_t, byte) |
//! | `f64` | `__float__` or `__index__`: "must be real number, not str" |
//! | `bool` | truth |
//! | `&PyStr` (and any `&T` or `This<'_, T>` of a pyclass) | "encode() argument 'encoding' must be str, not int" |
//! | `Ty` | a type object |
//! | `&[Value]` | `*args` |
//! | `KwArgs<'_>` | `**kwargs`: `.iter()` gives (name, value) |
//!
//! A parameter with a default is an `Option`, or a number or bool whose default the text writes (`=0`, `=-1`, `=True`,
//! `=sys.maxsize`, `=1e-09`). Results (`IntoPy`): `Value`, `()`, `bool`, ints, `f64`, `&str`, `String`, `Ty`,
//! `Option<…>` (None), and `PyResult` of those.
//!
//! # Conventions (words of errors)
//! Inferred: no parameters "list.clear() takes no arguments (1 given)"; one required positional-only "list.append() takes
//! exactly one argument (2 given)"; positional-only "insert expected 2 arguments, got 1"; else by keywords "round() missing
//! required argument 'number' (pos 1)". Override: `#[pymethod("find($self, sub, start=None, end=None, /)", no_text,
//! convention = "tuple")]` "find() takes at least 1 argument (0 given)". Values: none, one, positional, tuple, keywords.
//!
//! # A module
//! ```ignore
//! /// Return the square root of x.
//! #[pyfunction("math.sqrt(x, /)")]              // "math.": for "math.sqrt() takes exactly one argument (2 given)";
//! pub fn sqrt(vm: &mut Vm, x: f64) -> PyResult<f64> { … }      // builtins' functions have no prefix
//!
//! pub const FUNCTIONS: &[MethodDef] = functions![sqrt, trig::sin];     // one a file
//!
//! pub static MODULE: ModuleDef =
//!     ModuleDef { name: "math", doc: "…", functions: &[roots::FUNCTIONS, trig::FUNCTIONS], types: &[], init: Some(init) };
//! ```

mod attr;
mod callable;
mod pyclass;
mod pyfunction;
mod pymethods;
mod signature;

use proc_macro::TokenStream;
use syn::{Error, parse_macro_input, punctuated::Punctuated};

fn finish(result: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(|error| Error::to_compile_error(&error)).into()
}

/// A struct is the payload of a builtin type. See the crate's text.
#[proc_macro_attribute]
pub fn pyclass(options: TokenStream, item: TokenStream) -> TokenStream {
    let options = parse_macro_input!(options as attr::Options);
    let item = parse_macro_input!(item as syn::ItemStruct);
    finish(pyclass::expand(&options, item))
}

/// The definition of a builtin type whose payload is written by hand. See the crate's text.
#[proc_macro]
pub fn pytype(declaration: TokenStream) -> TokenStream {
    let declaration = parse_macro_input!(declaration as pyclass::PyType);
    finish(pyclass::expand_type(&declaration))
}

/// An impl block with methods, attributes, slots and constructor. See the crate's text.
#[proc_macro_attribute]
pub fn pymethods(options: TokenStream, item: TokenStream) -> TokenStream {
    let options = parse_macro_input!(options as attr::Options);
    let block = parse_macro_input!(item as syn::ItemImpl);
    finish(pymethods::expand(&options, block))
}

/// A function of a native module. See the crate's text.
#[proc_macro_attribute]
pub fn pyfunction(declaration: TokenStream, item: TokenStream) -> TokenStream {
    let declaration = parse_macro_input!(declaration as attr::CallableArgs);
    let item = parse_macro_input!(item as syn::ItemFn);
    finish(pyfunction::expand(&declaration, &item))
}

/// The `&'static [MethodDef]` of the `#[pyfunction]`s named. See the crate's text.
#[proc_macro]
pub fn functions(list: TokenStream) -> TokenStream {
    let list = parse_macro_input!(list with Punctuated::parse_terminated);
    pyfunction::expand_list(list).into()
}
