//! Making a Vm: types before names, names before attributes.

use std::cell::Cell;

use crate::config::Config;
use crate::exc::ExcTypes;
use crate::exc::types::EXCEPTIONS;
use crate::heap::var::{PyBytes, PyStr, PyTuple, StrData};
use crate::heap::{Heap, Payload, layout};
use crate::names::Names;
use crate::object::def::{PyClass, TypePart};
use crate::object::new_type::{TypeSpec, alloc_type};
use crate::object::shape::Shape;
use crate::object::type_::Contents;
use crate::object::{PyType, ShapeId, Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::types::object::PyObject;
use crate::types::str::hash::hash_key;
use crate::types::{self};
use crate::value::Value;
use crate::vm::{Singletons, Vm};

/// Layout numbers, each with a shape id of the same number.
const LAYOUTS: usize = 256;

fn fixed<T: Payload>() -> ShapeId {
    ShapeId::from_index(T::LAYOUT as usize)
}

impl Vm {
    /// A new interpreter for this thread. A thread has one Vm in its life: `None` for a second.
    pub fn new(config: Config) -> Option<Box<Vm>> {
        if Heap::with_current(|_| ()).is_some() {
            return None;
        }
        let heap: &'static Heap = Box::leak(Box::default());
        heap.enter();
        // The payloads that `alloc_type` and the singletons need.
        layout::register(PyType::LAYOUT, layout::functions::<PyType>());
        layout::register(PyDict::LAYOUT, layout::functions::<PyDict>());
        layout::register(PyStr::LAYOUT, layout::functions::<PyStr>());
        layout::register(PyTuple::LAYOUT, layout::functions::<PyTuple>());
        layout::register(PyBytes::LAYOUT, layout::functions::<PyBytes>());
        let spec = |base: Option<Ty>, layout: u8, flags: TypeFlags| TypeSpec {
            name: Value::NONE,
            qualname: Value::NONE,
            metatype: None,
            base,
            bases: base.into_iter().collect(),
            dict: heap.alloc(fixed::<PyDict>(), 0, PyDict::new()),
            layout,
            slot_words: 0,
            has_dict: false,
            has_weakref: false,
            inline_attrs: 0,
            flags,
            def: None,
        };
        let object = alloc_type(
            heap,
            TypeSpec { def: Some(PyObject::TYPE), ..spec(None, PyObject::LAYOUT, PyObject::TYPE.flags) },
        )?;
        let type_spec = TypeSpec {
            def: Some(PyType::TYPE),
            has_weakref: true,
            ..spec(Some(object), PyType::LAYOUT, PyType::TYPE.flags)
        };
        let type_type = alloc_type(heap, type_spec)?;
        for _ in 0..LAYOUTS {
            heap.add_shape(Shape::new(object, Vec::new(), false, false));
        }
        let key = hash_key(config.hash_seed.unwrap_or_else(random_seed));
        let mut vm = Box::new(Vm {
            heap,
            attention: heap.attention.clone(),
            interrupted: Default::default(),
            exc: ExcTypes::from_types(std::iter::empty(), object),
            names: Names::unset(),
            raised: None,
            epoch: 1,
            method_cache: Default::default(),
            interner: Default::default(),
            hash_key: key,
            int_max_str_digits: config.int_max_str_digits.unwrap_or(4300),
            modules: heap.alloc(fixed::<PyDict>(), 0, PyDict::new()),
            builtins: heap.alloc(fixed::<PyDict>(), 0, PyDict::new()),
            sys_dict: heap.alloc(fixed::<PyDict>(), 0, PyDict::new()),
            library: Default::default(),
            native_text_writer: None,
            host: None,
            singletons: singletons(heap),
            depth: Cell::new(0),
            recursion_limit: 1000,
            stack_floor: 0,
            repr_stack: Vec::new(),
            codecs: Default::default(),
            static_types: Default::default(),
            gc_lists: Default::default(),
            unraisable_type: None,
            interp: Default::default(),
            config,
        });
        vm.names = Names::new(&mut vm);
        vm.make_first_types(object, type_type);
        for def in types::BUILTIN_TYPES {
            vm.static_type(def);
        }
        vm.make_exception_types();
        vm.install_builtins().ok()?;
        heap.limit.set(vm.config.memory_limit.unwrap_or(usize::MAX));
        heap.collector.thresholds.set([700, 10, 10]);
        heap.collector.enabled.set(true);
        vm.update_threshold();
        Some(vm)
    }

    /// Completes `object` and `type`, which were made before there were names.
    fn make_first_types(&mut self, object: Ty, type_type: Ty) {
        for (ty, def) in [(object, PyObject::TYPE), (type_type, PyType::TYPE)] {
            let name = self.intern(def.name);
            ty.name.set(self, name.clone());
            ty.qualname.set(self, name);
            self.static_types.insert(std::ptr::from_ref(def) as usize, ty);
            self.ready_static_type(ty, def);
        }
    }

    /// The exception types: one payload, a type each.
    fn make_exception_types(&mut self) {
        let base = self.static_type(crate::exc::exception::PyBaseException::TYPE);
        let mut made: Vec<(&str, Ty)> = vec![("BaseException", base)];
        for def in EXCEPTIONS.iter().skip(1) {
            let parent = made.iter().find(|(name, _)| *name == def.base).map_or(base, |(_, ty)| *ty);
            let parts = crate::exc::members::parts_of(def.name);
            let ty = self.new_native_subclass(def.name, "builtins", &[parent], Some(def.doc), parts);
            made.push((def.name, ty));
        }
        self.exc = ExcTypes::from_types(made.into_iter().map(|(_, ty)| ty), base);
    }

    /// A type made at run time by native code, with no layout of its own.
    pub fn new_native_subclass(
        &mut self,
        name: &str,
        module: &'static str,
        bases: &[Ty],
        doc: Option<&'static str>,
        parts: &'static [TypePart],
    ) -> Ty {
        self.new_native_type(name, bases, 0, parts, Contents::Native { module, doc, parts })
    }

    /// As `new_native_subclass`; instances have so many slot words more than those of the first base.
    pub(crate) fn new_native_type(
        &mut self,
        name: &str,
        bases: &[Ty],
        slot_words: usize,
        parts: &'static [TypePart],
        contents: Contents,
    ) -> Ty {
        let base = bases.first().copied().unwrap_or_else(|| self.ty::<PyObject>());
        let name = self.intern(name);
        let spec = TypeSpec {
            qualname: name.clone(),
            name,
            metatype: None,
            base: Some(base),
            bases: bases.to_vec(),
            dict: self.new_dict(),
            layout: base.layout,
            slot_words: base.slot_words + slot_words as u16,
            has_dict: base.has_dict,
            has_weakref: base.has_weakref,
            inline_attrs: 0,
            flags: TypeFlags::BASETYPE.with(TypeFlags::NATIVE),
            def: None,
        };
        let Some(ty) = alloc_type(self.heap, spec) else { return base };
        self.ready_native_type(ty, None, parts, contents);
        ty
    }

    /// Tells the Vm the lowest native stack address it may use on this thread.
    pub fn set_stack_floor(&mut self, floor: usize) {
        self.stack_floor = floor;
    }
}

fn singletons(heap: &Heap) -> Singletons {
    let strs = fixed::<PyStr>();
    Singletons {
        empty_tuple: heap.alloc_tuple(fixed::<PyTuple>(), 0, 0, std::iter::empty()),
        empty_str: heap.alloc_str(strs, 0, StrData::Ascii(&[])),
        empty_bytes: heap.alloc_bytes(fixed::<PyBytes>(), 0, &[]),
        latin1: (0..=255u8)
            .map(|byte| match byte {
                0..0x80 => heap.alloc_str(strs, 0, StrData::Ascii(&[byte])),
                _ => heap.alloc_str(strs, 0, StrData::Latin1(&[byte])),
            })
            .collect(),
    }
}

/// A seed that differs from run to run.
fn random_seed() -> u32 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vm_starts_and_objects_answer() {
        let mut vm = Vm::new(Config::default()).unwrap();
        let name = vm.names.__class__.clone();
        let list = vm.new_list(vec![Value::int32(1)]);
        let class = vm.get_attr(&list, &name).unwrap();
        assert_eq!(vm.repr_string(&class), Ok("<class 'list'>".to_owned()));
        let raised = vm.type_error("wrong");
        assert_eq!(raised, crate::exc::Raised(()));
        let exception = vm.take_raised().unwrap();
        assert_eq!(vm.type_name(&exception), "TypeError");
        let object = vm.ty_by_layout(1).value();
        let made = vm.call(&object, &[]).unwrap();
        assert!(vm.repr_string(&made).unwrap().starts_with("<object object at 0x"));
    }
}
