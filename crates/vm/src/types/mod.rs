//! The builtin types, one file or folder each.
//!
//! Layout numbers (`Payload::LAYOUT`) are unique. 1..=37 the core types (see the files); 38..=49 the interpreter's
//! (generators, coroutines); 50..=79 containers' iterators and views; 80..=89 numbers; 90..=104 text; 105..=119 bytes;
//! 120..=139 exceptions, builtins, io, import; 140..=239 the standard library; 240.. typing support.

pub mod async_generator;
pub mod bool;
pub mod builtin_function;
pub mod bytearray;
pub mod bytes;
pub mod callable_iter;
pub mod cell;
pub mod code;
pub mod complex;
pub mod coroutine;
pub mod descr;
pub mod dict;
pub mod enumerate;
pub mod filter;
pub mod float;
pub mod frame;
pub mod function;
pub mod generator;
pub mod generic_alias;
pub mod int;
pub mod iterator;
pub mod list;
pub mod map;
pub mod mappingproxy;
pub mod memoryview;
pub mod method;
pub mod module;
pub mod namespace;
pub mod object;
pub mod property;
pub mod range;
pub mod reversed;
pub mod seq_iter;
pub mod sequence;
pub mod set;
pub mod singletons;
pub mod slice;
pub mod static_method;
pub mod str;
pub mod struct_seq;
pub mod super_;
pub mod traceback;
pub mod tuple;
pub mod type_;
pub mod union_type;
pub mod weakproxy;
pub mod weakref;
pub mod zip;

use crate::heap::var::{PyBytes, PyStr, PyTuple};
use crate::object::def::{PyClass, TypeDef};

/// Every builtin type but `object` and `type`, which are made first. Bases before what derives from them.
pub(crate) const BUILTIN_TYPES: &[&TypeDef] = &[
    int::PyInt::TYPE,
    bool::PyBool::TYPE,
    float::PyFloat::TYPE,
    complex::PyComplex::TYPE,
    PyStr::TYPE,
    str::iter::PyStrIterator::TYPE,
    bytearray::PyByteArray::TYPE,
    bytes::iter::PyBytesIterator::TYPE,
    bytes::iter::PyByteArrayIterator::TYPE,
    memoryview::PyMemoryView::TYPE,
    memoryview::iter::PyMemoryIterator::TYPE,
    PyBytes::TYPE,
    PyTuple::TYPE,
    list::PyList::TYPE,
    dict::PyDict::TYPE,
    seq_iter::PySeqIter::TYPE,
    callable_iter::PyCallableIterator::TYPE,
    dict::PyDictItems::TYPE,
    dict::PyDictKeys::TYPE,
    dict::PyDictValues::TYPE,
    dict::iter::PyDictItemIterator::TYPE,
    dict::iter::PyDictKeyIterator::TYPE,
    dict::iter::PyDictReverseItemIterator::TYPE,
    dict::iter::PyDictReverseKeyIterator::TYPE,
    dict::iter::PyDictReverseValueIterator::TYPE,
    dict::iter::PyDictValueIterator::TYPE,
    enumerate::PyEnumerate::TYPE,
    filter::PyFilter::TYPE,
    list::PyListIterator::TYPE,
    list::PyListReverseIterator::TYPE,
    map::PyMap::TYPE,
    range::PyRange::TYPE,
    range::iter::PyRangeIterator::TYPE,
    range::iter::PyLongRangeIterator::TYPE,
    reversed::PyReversed::TYPE,
    set::PyFrozenSet::TYPE,
    set::PySet::TYPE,
    set::iter::PySetIterator::TYPE,
    slice::PySlice::TYPE,
    tuple::PyTupleIterator::TYPE,
    zip::PyZip::TYPE,
    async_generator::PyAsend::TYPE,
    async_generator::PyAsyncGenerator::TYPE,
    async_generator::PyAthrow::TYPE,
    cell::PyCell::TYPE,
    code::PyCode::TYPE,
    coroutine::PyAnextAwaitable::TYPE,
    coroutine::PyCoroutine::TYPE,
    coroutine::PyCoroutineWrapper::TYPE,
    frame::PyFrame::TYPE,
    function::PyFunction::TYPE,
    generator::PyGenerator::TYPE,
    generator::PyStopped::TYPE,
    traceback::PyTraceback::TYPE,
    builtin_function::PyBuiltin::TYPE,
    descr::PyClassMethodDescr::TYPE,
    descr::PyGetSet::TYPE,
    descr::PyMember::TYPE,
    descr::PyMethodDescr::TYPE,
    descr::PyMethodWrapper::TYPE,
    descr::PyWrapper::TYPE,
    crate::exc::exception::PyBaseException::TYPE,
    crate::import::PyBuiltinImporter::TYPE,
    crate::import::PyFrozenImporter::TYPE,
    crate::import::PyModuleSpec::TYPE,
    crate::import::PyNamespaceLoader::TYPE,
    crate::import::PyNamespacePath::TYPE,
    crate::import::PyPathFinder::TYPE,
    crate::import::PySourceLoader::TYPE,
    generic_alias::PyGenericAlias::TYPE,
    mappingproxy::PyMappingProxy::TYPE,
    method::PyMethod::TYPE,
    module::PyModule::TYPE,
    namespace::PyNamespace::TYPE,
    property::PyProperty::TYPE,
    singletons::PyEllipsis::TYPE,
    singletons::PyNone::TYPE,
    singletons::PyNotImplemented::TYPE,
    static_method::PyClassMethod::TYPE,
    static_method::PyStaticMethod::TYPE,
    struct_seq::PyStructField::TYPE,
    super_::PySuper::TYPE,
    union_type::PyUnion::TYPE,
    weakproxy::PyWeakCallableProxy::TYPE,
    weakproxy::PyWeakProxy::TYPE,
    weakref::PyWeakRef::TYPE,
];
