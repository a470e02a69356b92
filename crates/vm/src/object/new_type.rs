//! Making type objects: builtin ones from their definitions, and the parts that class statements share with them
//! (CPython's PyType_Ready and the second half of type_new).

use std::cell::Cell;

use super::def::{MethodKind, TypeDef, TypePart};
use super::shape::{Shape, ShapeId};
use super::slots::{HashFn, InitFn, NewFn, Slots};
use super::type_::{Contents, PyType, Ty, TypeFlags};
use super::{attr, mro, slotdefs};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::heap::{Heap, Payload, VmCell, layout};
use crate::types::builtin_function::PyBuiltin;
use crate::types::descr::{PyClassMethodDescr, PyGetSet, PyMember, PyMethodDescr, PyWrapper};
use crate::types::dict::PyDict;
use crate::types::object::fill_object_slots;
use crate::types::static_method::PyStaticMethod;
use crate::value::Value;
use crate::vm::{Vm, tail_words};

/// What a new type is to be.
pub(crate) struct TypeSpec {
    pub name: Value,
    pub qualname: Value,
    pub metatype: Option<Ty>,
    pub base: Option<Ty>,
    pub bases: Vec<Ty>,
    pub dict: Value,
    pub layout: u8,
    pub slot_words: u16,
    pub has_dict: bool,
    pub has_weakref: bool,
    pub inline_attrs: u16,
    pub flags: TypeFlags,
    pub def: Option<&'static TypeDef>,
}

/// A fresh, immortal type object; shapes, MRO and slots are not set yet.
pub(crate) fn alloc_type(heap: &Heap, spec: TypeSpec) -> Option<Ty> {
    let placeholder = ShapeId::from_index(0);
    let (shape, tail) = match spec.metatype {
        Some(meta) => (meta.shape.get(), tail_words(meta)),
        None => (ShapeId::from_index(PyType::LAYOUT as usize), 0),
    };
    let payload = PyType {
        name: VmCell::new(spec.name),
        qualname: VmCell::new(spec.qualname),
        base: Cell::new(spec.base),
        bases: VmCell::new(spec.bases),
        mro: VmCell::new(Vec::new()),
        dict: spec.dict,
        contents: Cell::new(None),
        slots: Slots::default(),
        flags: Cell::new(spec.flags),
        layout: spec.layout,
        slot_words: spec.slot_words,
        has_dict: spec.has_dict,
        has_weakref: spec.has_weakref,
        inline_attrs: Cell::new(spec.inline_attrs),
        self_names: VmCell::new(Vec::new()),
        shape: Cell::new(placeholder),
        dict_shape: Cell::new(placeholder),
        construction_epoch: Cell::new(0),
        construction: Cell::new(0),
        subclasses: VmCell::new(Vec::new()),
        def: spec.def,
    };
    let value = heap.alloc(shape, tail, payload);
    value.make_immortal();
    Ty::from_value(&value)
}

impl Vm {
    /// The builtin type of a definition, made at the first request.
    pub fn static_type(&mut self, def: &'static TypeDef) -> Ty {
        let key = std::ptr::from_ref(def) as usize;
        if let Some(ty) = self.static_types.get(&key) {
            return *ty;
        }
        let base = match def.base {
            Some(base) => self.static_type(base),
            None => self.ty_by_layout(1),
        };
        let name = self.intern(def.name);
        let dict = self.new_dict();
        let layout = if def.layout == 0 { base.layout } else { def.layout };
        let spec = TypeSpec {
            qualname: name.clone(),
            name,
            metatype: None,
            base: Some(base),
            bases: vec![base],
            dict,
            layout,
            slot_words: base.slot_words + def.extra_words,
            has_dict: def.has_dict || base.has_dict,
            has_weakref: def.has_weakref || base.has_weakref,
            inline_attrs: 0,
            flags: def.flags,
            def: Some(def),
        };
        let Some(ty) = alloc_type(self.heap, spec) else { return base };
        self.static_types.insert(key, ty);
        self.ready_static_type(ty, def);
        ty
    }

    /// Registers layout and shapes of a builtin type and fills its slots.
    pub(crate) fn ready_static_type(&mut self, ty: Ty, def: &'static TypeDef) {
        let registered = def.payload.is_none_or(|payload| layout::register(def.layout, payload));
        debug_assert!(registered, "two payloads have the layout number of {}", def.name);
        let exact = (def.layout != 0).then(|| ShapeId::from_index(def.layout as usize));
        self.ready_native_type(ty, exact, def.parts, Contents::Def);
        self.mark_new_finalizer(ty);
    }

    /// The part of making a native type that does not wait until somebody looks into its dict.
    pub(crate) fn ready_native_type(
        &mut self,
        ty: Ty,
        exact: Option<ShapeId>,
        parts: &'static [TypePart],
        contents: Contents,
    ) {
        self.link_type(ty);
        fill_own_slots(ty, &ty.slots, parts);
        self.set_up_shapes(ty, exact);
        ty.contents.set(Some(contents));
        self.inherit_slots(ty);
    }

    /// MRO and the bases' lists of subclasses, for a type whose bases have no surprises.
    pub(crate) fn link_type(&mut self, ty: Ty) {
        let bases = ty.bases.get(self);
        let mut order = vec![ty];
        match bases.as_slice() {
            [] => {}
            [base] => order.extend(base.mro.borrow(self).iter().copied()),
            _ => {
                let mut sequences: Vec<Vec<Ty>> = bases.iter().map(|base| base.mro.get(self)).collect();
                sequences.push(bases.clone());
                order.extend(mro::merge(sequences).unwrap_or_default());
            }
        }
        ty.mro.set(self, order);
        self.add_to_bases(ty);
    }

    /// Adds `ty` to its bases' lists of subclasses.
    pub(crate) fn add_to_bases(&mut self, ty: Ty) {
        for base in ty.bases.get(self) {
            base.subclasses.borrow_mut(self).push(ty);
        }
    }

    /// The shapes of fresh instances and of instances with a dict. Builtin types have a fixed id for the first.
    pub(crate) fn set_up_shapes(&mut self, ty: Ty, exact: Option<ShapeId>) {
        let fresh = Shape::new(ty, Vec::new(), false, false);
        match exact {
            Some(id) => {
                self.heap.set_shape(id, fresh);
                ty.shape.set(id);
            }
            None => ty.shape.set(self.heap.add_shape(fresh)),
        }
        let dict_shape =
            if ty.has_dict { self.heap.add_shape(Shape::new(ty, Vec::new(), true, false)) } else { ty.shape.get() };
        ty.dict_shape.set(dict_shape);
    }

    /// Tells the heap whether instances of a new type need the Vm to end: it has no shapes yet but its first two.
    pub(crate) fn mark_new_finalizer(&mut self, ty: Ty) {
        for shape in [ty.shape.get(), ty.dict_shape.get()] {
            self.heap.shape(shape).has_finalizer.set(ty.slots.del.get().is_some());
        }
    }

    /// Tells the heap whether instances need the Vm to end.
    pub(crate) fn mark_finalizer(&mut self, ty: Ty) {
        let has = ty.slots.del.get().is_some();
        self.heap.for_each_shape_of(ty, |shape| shape.has_finalizer.set(has));
    }

    /// Fills the dict of a native type.
    #[cold]
    #[inline(never)]
    pub(super) fn fill_type(&mut self, ty: Ty) {
        let Some(dict) = ty.dict.downcast::<PyDict>() else { return };
        match (ty.contents.take(), ty.def) {
            (Some(Contents::Def), Some(def)) => {
                self.fill_from_parts(ty, dict, def.parts);
                self.fill_from_def(ty, dict, def);
            }
            (Some(Contents::Native { module, doc, parts }), _) => {
                self.fill_module_and_doc(dict, module, doc);
                self.fill_from_parts(ty, dict, parts);
            }
            (Some(Contents::Struct { module, parts, fields, hidden }), _) => {
                self.fill_module_and_doc(dict, module, None);
                self.fill_from_parts(ty, dict, parts);
                self.fill_struct_fields(dict, fields, hidden);
            }
            (None | Some(Contents::Def), _) => {}
        }
    }

    fn fill_module_and_doc(&mut self, dict: &PyDict, module: &str, doc: Option<&str>) {
        let (key, module) = (self.names.__module__.clone(), self.intern(module));
        dict.set_str(self, &key, module);
        let key = self.names.__doc__.clone();
        let doc = doc.map_or(Value::NONE, |doc| self.new_str(doc));
        dict.set_str(self, &key, doc);
    }

    fn fill_from_def(&mut self, ty: Ty, dict: &PyDict, def: &TypeDef) {
        let name = self.names.__doc__.clone();
        // A type whose instances have docs of their own has a descriptor there.
        if dict.get_str(self, &name).is_none() {
            let doc = def.doc.map_or(Value::NONE, |doc| self.new_str(doc));
            dict.set_str(self, &name, doc);
        }
        let name = self.names.__dict__.clone();
        let inherited = ty.base.get().is_some_and(|base| base.has_dict);
        if def.has_dict && !inherited && dict.get_str(self, &name).is_none() {
            let value = self.new_object(PyGetSet { def: &super::instance_attrs::DICT, ty });
            dict.set_str(self, &name, value);
        }
    }

    /// Methods, attributes, and dunder methods for the slots that `parts` fill.
    fn fill_from_parts(&mut self, ty: Ty, dict: &PyDict, parts: &'static [TypePart]) {
        let own = Slots::default();
        fill_own_slots(ty, &own, parts);
        for part in parts {
            for method in part.methods {
                let value = match method.kind {
                    MethodKind::Method => self.new_object(PyMethodDescr { def: method, ty }),
                    MethodKind::Class => self.new_object(PyClassMethodDescr { def: method, ty }),
                    MethodKind::Static => {
                        let function = self.new_object(PyBuiltin::function(method, Some(ty.value()), None));
                        self.new_object(PyStaticMethod::new(function))
                    }
                };
                let name = self.intern(method.name());
                dict.set_str(self, &name, value);
            }
            for getset in part.getsets {
                let name = self.intern(getset.name);
                let value = if getset.is_member {
                    self.new_object(PyMember { name: name.clone(), word: 0, ty, native: Some(getset) })
                } else {
                    self.new_object(PyGetSet { def: getset, ty })
                };
                dict.set_str(self, &name, value);
            }
        }
        for slot in slotdefs::all() {
            if (slot.present)(&own) && !slot.text_signature.is_empty() {
                let name = self.intern(slot.name);
                if dict.get_str(self, &name).is_none() {
                    let value = self.new_object(PyWrapper { def: slot, ty });
                    dict.set_str(self, &name, value);
                }
            }
        }
        if own.new.get().is_some() {
            let value = self.new_object(PyBuiltin::constructor(ty));
            let name = self.names.__new__.clone();
            dict.set_str(self, &name, value);
        }
        if is_not_hashable(&own) {
            let name = self.names.__hash__.clone();
            dict.set_str(self, &name, Value::NONE);
        }
    }

    /// Fills empty slots from the MRO. Builtin types do not inherit `object.__new__` (they cannot be instantiated then).
    pub(crate) fn inherit_slots(&mut self, ty: Ty) {
        let order = ty.mro.get(self);
        let own_new = ty.slots.new.get();
        for base in order.iter().skip(1) {
            ty.slots.inherit(&base.slots);
        }
        let from_object = ty.base.get().is_none_or(|base| base.base.get().is_none());
        if own_new.is_none() && from_object && !ty.has_flag(TypeFlags::HEAPTYPE) {
            ty.slots.new.set(None);
        }
        let inherited = order.iter().skip(1).fold(0, |bits, base| {
            bits | (base.flags.get().0
                & (TypeFlags::SEQUENCE.0
                    | TypeFlags::MAPPING.0
                    | TypeFlags::MATCH_SELF.0
                    | TypeFlags::EXCEPTION.0
                    | TypeFlags::TYPE_SUBCLASS.0))
        });
        ty.flags.set(ty.flags.get().with(TypeFlags(inherited)));
    }

    /// Fills the slots of a class made at run time from the dunder names along its MRO; again after its bases changed.
    pub(crate) fn fix_slots(&mut self, ty: Ty) {
        if self.extends_mro(ty) {
            self.fix_own_slots(ty);
        } else {
            for group in slotdefs::groups() {
                self.fix_slot(ty, group);
            }
        }
        self.fix_new(ty);
    }

    /// Whether a class has one base and comes before that one's MRO: what it does not define is the base's.
    fn extends_mro(&self, ty: Ty) -> bool {
        match (ty.bases.borrow(self).as_slice(), ty.mro.borrow(self).as_slice()) {
            ([base], [_, rest @ ..]) => base.mro.borrow(self).as_slice() == rest,
            _ => false,
        }
    }

    /// As `fix_slots`, for a class whose slots are those of its only base but for the dunder names in its own dict.
    fn fix_own_slots(&mut self, ty: Ty) {
        if let Some(base) = ty.base.get() {
            ty.slots.take_over(&base.slots);
        }
        let Some(dict) = ty.dict.downcast::<PyDict>() else { return };
        let mut groups: Vec<&'static str> = Vec::new();
        for entry in dict.table.borrow(self).iter() {
            let Some(name) = entry.key.downcast::<PyStr>().and_then(PyStr::as_ascii) else { continue };
            if name.starts_with("__") && name.ends_with("__") {
                for def in slotdefs::named(name) {
                    if !groups.contains(&def.group) {
                        groups.push(def.group);
                    }
                }
            }
        }
        for group in groups {
            self.fix_slot(ty, group);
        }
    }

    /// One slot: the native function if all its names lead to wrappers of one native slot, else the dispatching function.
    fn fix_slot(&mut self, ty: Ty, group: &'static str) {
        let mut native: Option<(&'static slotdefs::SlotDef, Ty)> = None;
        let mut python = None;
        for def in slotdefs::all().filter(|def| def.group == group) {
            let name = self.intern(def.name);
            let Some((_, found)) = ty.lookup_where(self, &name) else { continue };
            match found.downcast::<PyWrapper>() {
                // A wrapper of something else, or of an unrelated type, is called as any function is.
                Some(wrapper) if wrapper.def.name != def.name => python = Some(def),
                Some(wrapper) if !ty.is_subtype(self, wrapper.ty) => python = Some(def),
                Some(wrapper) if wrapper.def.group == group => match native {
                    None => native = Some((wrapper.def, wrapper.ty)),
                    Some((first, owner)) if owner != wrapper.ty => {
                        // Wrappers of different types for one slot: let look-up decide, except that an inherited
                        // default (object's comparison) does not outweigh the nearest definition.
                        let nearest =
                            if wrapper.ty.is_subtype(self, owner) { (wrapper.def, wrapper.ty) } else { (first, owner) };
                        native = Some(nearest);
                    }
                    Some(_) => {}
                },
                Some(_) => {}
                None if found.is_none() && group == "hash" => {
                    ty.slots.hash.set(Some(not_hashable));
                    return;
                }
                None => python = Some(def),
            }
        }
        match (python, native) {
            (Some(def), _) => (def.install)(&ty.slots),
            (None, Some((def, owner))) => (def.copy)(&owner.slots, &ty.slots),
            (None, None) => {
                if let Some(def) = slotdefs::all().find(|def| def.group == group) {
                    (def.copy)(&Slots::default(), &ty.slots);
                }
            }
        }
    }

    fn fix_new(&mut self, ty: Ty) {
        let name = self.names.__new__.clone();
        let Some((_, found)) = ty.lookup_where(self, &name) else { return };
        let new: Option<NewFn> = match found.downcast::<PyBuiltin>().and_then(PyBuiltin::constructed) {
            Some(owner) => owner.slots.new.get(),
            None => Some(super::dispatch::new),
        };
        ty.slots.new.set(new);
    }

    /// After `cls.name` was set or deleted: caches are void unless plain data replaced plain data, and a dunder name may
    /// change slots of the class and its subclasses.
    pub(crate) fn type_attr_changed(&mut self, ty: Ty, name: &Value, only_data: bool) {
        if !only_data {
            self.epoch = self.epoch.wrapping_add(1);
            self.method_cache.forget(name);
        }
        let Some(text) = name.downcast::<PyStr>().and_then(PyStr::as_ascii).filter(|text| text.starts_with("__"))
        else {
            return;
        };
        if !text.ends_with("__") {
            return;
        }
        let groups: Vec<&'static str> = slotdefs::named(text).map(|def| def.group).collect();
        let mut todo = vec![ty];
        while let Some(ty) = todo.pop() {
            for group in &groups {
                self.fix_slot(ty, group);
            }
            if text == "__new__" {
                self.fix_new(ty);
            }
            if text == "__del__" {
                self.mark_finalizer(ty);
            }
            todo.extend(ty.subclasses.borrow(self).iter().copied());
        }
    }

    /// `module.qualname`; the module is left out when it is builtins.
    pub fn qualified_name(&mut self, ty: Ty) -> PyResult<String> {
        let qualname = self.str_lossy(ty.qualname.borrow(self));
        let name = self.names.__module__.clone();
        let module = match ty.def {
            Some(def) => Some(def.module.to_owned()),
            None => ty.own_attr(self, &name).map(|module| self.str_lossy(&module)),
        };
        Ok(match module {
            Some(module) if module != "builtins" => format!("{module}.{qualname}"),
            _ => qualname,
        })
    }
}

/// The slots that a native type does not inherit.
fn fill_own_slots(ty: Ty, slots: &Slots, parts: &[TypePart]) {
    if ty.base.get().is_none() {
        fill_object_slots(slots);
    }
    for part in parts {
        slots.fill(part.slots);
    }
    if slots.richcompare.get().is_some() && slots.hash.get().is_none() {
        slots.hash.set(Some(not_hashable));
    }
}

fn is_not_hashable(slots: &Slots) -> bool {
    slots.hash.get().is_some_and(|hash| std::ptr::fn_addr_eq(hash, not_hashable as HashFn))
}

/// The hash slot of types that define equality only.
pub fn not_hashable(vm: &mut Vm, value: &Value) -> PyResult<i64> {
    Err(vm.unhashable(value))
}

/// Fills `object`'s own slots that have no dunder method of another form.
pub(crate) fn object_slots(slots: &Slots, init: InitFn) {
    slots.getattro.set(Some(attr::generic_get_attr));
    slots.setattro.set(Some(attr::generic_set_attr));
    slots.init.set(Some(init));
}
