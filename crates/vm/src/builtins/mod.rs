//! The module `builtins` (CPython's Python/bltinmodule.c). Types are added by name in `install`.

mod attrs;
mod build_class;
mod iteration;
mod numbers;
mod print;
mod source;
mod text;

use crate::exc::PyResult;
use crate::exc::types::EXCEPTIONS;
use crate::object::Ty;
use crate::object::def::{ModuleDef, PyClass, TypeDef};
use crate::types::{self};
use crate::value::Value;
use crate::vm::Vm;

/// Types that are builtin names, besides `object` and `type`.
const TYPES: &[&TypeDef] = &[
    types::bool::PyBool::TYPE,
    types::bytearray::PyByteArray::TYPE,
    crate::heap::var::PyBytes::TYPE,
    types::static_method::PyClassMethod::TYPE,
    types::complex::PyComplex::TYPE,
    types::dict::PyDict::TYPE,
    types::enumerate::PyEnumerate::TYPE,
    types::filter::PyFilter::TYPE,
    types::float::PyFloat::TYPE,
    types::set::PyFrozenSet::TYPE,
    types::int::PyInt::TYPE,
    types::list::PyList::TYPE,
    types::map::PyMap::TYPE,
    types::memoryview::PyMemoryView::TYPE,
    types::property::PyProperty::TYPE,
    types::range::PyRange::TYPE,
    types::reversed::PyReversed::TYPE,
    types::set::PySet::TYPE,
    types::slice::PySlice::TYPE,
    types::static_method::PyStaticMethod::TYPE,
    crate::heap::var::PyStr::TYPE,
    types::super_::PySuper::TYPE,
    crate::heap::var::PyTuple::TYPE,
    types::zip::PyZip::TYPE,
];

/// The definition.
pub static MODULE: ModuleDef = ModuleDef {
    name: "builtins",
    doc: "Built-in functions, exceptions, and other objects.\n\nNoteworthy: None is the `nil' object; Ellipsis represents `...' in slices.",
    functions: &[
        attrs::FUNCTIONS,
        build_class::FUNCTIONS,
        iteration::FUNCTIONS,
        numbers::FUNCTIONS,
        print::FUNCTIONS,
        source::FUNCTIONS,
        text::FUNCTIONS,
    ],
    types: TYPES,
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let mut names: Vec<(&str, Value)> = vec![
        ("None", Value::NONE),
        ("Ellipsis", Value::ELLIPSIS),
        ("NotImplemented", Value::NOT_IMPLEMENTED),
        ("False", Value::FALSE),
        ("True", Value::TRUE),
        ("object", vm.ty_by_layout(1).value()),
        ("type", vm.ty::<crate::object::PyType>().value()),
        ("__debug__", Value::bool(vm.config.optimize == 0)),
    ];
    let exceptions: Vec<Ty> = vm.exc.all();
    names.extend(EXCEPTIONS.iter().map(|def| def.name).zip(exceptions.into_iter().map(Ty::value)));
    names.push(("EnvironmentError", vm.exc.os_error.value()));
    names.push(("IOError", vm.exc.os_error.value()));
    for (name, value) in names {
        let name = vm.intern(name);
        vm.set_attr(module, &name, &value)?;
    }
    Ok(())
}

impl Vm {
    /// Makes the module `builtins`, at start-up.
    pub(crate) fn install_builtins(&mut self) -> PyResult<()> {
        let module = self.new_native_module(&MODULE)?;
        if let Some(dict) = self.module_dict(&module) {
            self.builtins = dict;
        }
        let name = self.names.builtins.clone();
        let modules = self.modules.clone();
        self.set_item(&modules, &name, &module)
    }
}
