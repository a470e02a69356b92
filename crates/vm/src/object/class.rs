//! Making classes: `type.__new__` (CPython's type_new).

use minipy_bytecode::Opcode;

use super::mro;
use super::new_type::{TypeSpec, alloc_type};
use super::type_::{PyType, Ty, TypeFlags};
use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::var::{PyStr, PyTuple};
use crate::types::code::PyCode;
use crate::types::descr::PyMember;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::types::static_method::{PyClassMethod, PyStaticMethod};
use crate::types::str::predicates::is_identifier;
use crate::value::Value;
use crate::vm::Vm;

/// No more inline words than this are made before instances ask for them.
const MAX_ROOM: u16 = 48;

/// The `__slots__` of a class being made.
#[derive(Default)]
struct SlotNames {
    /// There is a `__slots__`.
    given: bool,
    /// Mangled names that get a word.
    names: Vec<Value>,
    dict: bool,
    weakref: bool,
}

impl Vm {
    /// `metatype(name, bases, namespace)`. `args` are only passed on to another metatype's `__new__`.
    pub(crate) fn new_class(&mut self, metatype: Ty, args: Args<'_>) -> PyResult {
        let [name, bases, namespace] = self.class_arguments(args)?;
        let given: Vec<Value> = bases.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default();
        for base in given.iter().filter(|base| Ty::from_value(base).is_none()) {
            let entries = self.names.__mro_entries__.clone();
            if self.lookup_special(base, &entries)?.is_some() {
                return Err(self.type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
        }
        let winner = self.best_metatype(metatype, &given)?;
        if winner != metatype
            && let Some(new) = winner.slots.new.get()
        {
            let own = metatype.slots.new.get();
            if own.map(|f| f as usize) != Some(new as usize) {
                return new(self, winner, args);
            }
        }
        let mut bases = Vec::with_capacity(given.len().max(1));
        for base in &given {
            let Some(base) = Ty::from_value(base) else {
                return Err(self.type_error("bases must be types"));
            };
            if !base.has_flag(TypeFlags::BASETYPE) {
                let name = base.name(self);
                return Err(self.type_error(format!("type '{name}' is not an acceptable base type")));
            }
            bases.push(base);
        }
        if bases.is_empty() {
            bases.push(self.ty_by_layout(1));
        }
        let base = self.best_base(&bases)?;
        self.build_class_object(winner, name, bases, base, &namespace, args)
    }

    fn class_arguments(&mut self, args: Args<'_>) -> PyResult<[Value; 3]> {
        let [name, bases, namespace] = args.positional() else {
            let got = args.len_positional();
            return Err(self.type_error(format!("type.__new__() takes exactly 3 arguments ({got} given)")));
        };
        let wrong = |vm: &mut Vm, n: usize, want: &str, got: &Value| {
            let got = vm.type_name(got);
            vm.type_error(format!("type.__new__() argument {n} must be {want}, not {got}"))
        };
        if !name.is_a::<PyStr>() {
            return Err(wrong(self, 1, "str", name));
        }
        if !bases.is_a::<PyTuple>() {
            return Err(wrong(self, 2, "tuple", bases));
        }
        if !namespace.is_a::<PyDict>() {
            return Err(wrong(self, 3, "dict", namespace));
        }
        Ok([name.clone(), bases.clone(), namespace.clone()])
    }

    /// The most derived of the metatype asked for and those of the bases.
    pub(crate) fn best_metatype(&mut self, metatype: Ty, bases: &[Value]) -> PyResult<Ty> {
        let mut winner = metatype;
        for base in bases {
            let candidate = self.type_of(base);
            if winner.is_subtype(self, candidate) {
                continue;
            }
            if candidate.is_subtype(self, winner) {
                winner = candidate;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
        Ok(winner)
    }

    /// The base that decides the layout.
    fn best_base(&mut self, bases: &[Ty]) -> PyResult<Ty> {
        let mut best: Option<(Ty, Ty)> = None;
        for base in bases {
            let solid = solid_base(*base);
            match best {
                None => best = Some((*base, solid)),
                Some((_, winner)) if winner.is_subtype(self, solid) => {}
                Some((_, winner)) if solid.is_subtype(self, winner) => best = Some((*base, solid)),
                Some(_) => return Err(self.type_error("multiple bases have instance lay-out conflict")),
            }
        }
        Ok(best.map_or_else(|| self.ty_by_layout(1), |(base, _)| base))
    }

    fn build_class_object(
        &mut self,
        metatype: Ty,
        name: Value,
        bases: Vec<Ty>,
        base: Ty,
        namespace: &Value,
        args: Args<'_>,
    ) -> PyResult {
        let dict = self.new_dict();
        let Some(table) = dict.downcast::<PyDict>() else { return Ok(dict) };
        if let Some(source) = namespace.downcast::<PyDict>() {
            let copy = source.table.get(self);
            table.table.set(self, copy);
        }
        if self.str_lossy(&name).contains('\0') {
            return Err(self.value_error("type name must not contain null characters"));
        }
        let key = self.names.__qualname__.clone();
        let qualname = match table.remove_str(self, &key) {
            Some(qualname) if qualname.is_a::<PyStr>() => qualname,
            Some(other) => {
                let ty = self.type_name(&other);
                return Err(self.type_error(format!("type __qualname__ must be a str, not {ty}")));
            }
            None => name.clone(),
        };
        let is_metaclass = base.has_flag(TypeFlags::TYPE_SUBCLASS);
        let slots = self.slot_names(&name, table, base)?;
        let may_have_dict = !is_metaclass;
        let has_dict = may_have_dict && (!slots.given || slots.dict || bases.iter().any(|base| base.has_dict));
        let has_weakref =
            !slots.given && !has_items(base) || slots.weakref || bases.iter().any(|base| base.has_weakref);
        let flags = TypeFlags::BASETYPE.with(TypeFlags::HEAPTYPE);
        let spec = TypeSpec {
            name: name.clone(),
            qualname,
            metatype: Some(metatype),
            base: Some(base),
            bases,
            dict: dict.clone(),
            layout: base.layout,
            slot_words: base.slot_words.saturating_add(slots.names.len() as u16),
            has_dict,
            has_weakref,
            inline_attrs: 0,
            flags,
            def: None,
        };
        let Some(ty) = alloc_type(self.heap, spec) else { return Ok(Value::NONE) };
        if has_dict && base.layout == 1 {
            self.make_room_for_attrs(ty, table);
        }
        self.add_class_defaults(ty, table, &slots)?;
        self.set_class_mro(ty)?;
        self.add_to_bases(ty);
        self.set_up_shapes(ty, None);
        self.inherit_slots(ty);
        self.fix_slots(ty);
        self.mark_new_finalizer(ty);
        self.store_class_cell(ty, table)?;
        self.set_names(ty)?;
        self.init_subclass(ty, args)?;
        Ok(ty.value())
    }

    /// Inline words for the attributes that methods set on `self`, and one more.
    fn make_room_for_attrs(&mut self, ty: Ty, table: &PyDict) {
        let mut names: Vec<Value> = Vec::new();
        let mut room = 0;
        for base in ty.bases.get(self) {
            room = room.max(base.inline_attrs.get());
            names.extend(base.self_names.get(self));
        }
        let functions: Vec<Value> = table.table.borrow(self).iter().map(|entry| entry.value.clone()).collect();
        for function in functions {
            names.extend(self.names_set_on_self(&function));
        }
        let mut known = rustc_hash::FxHashSet::default();
        names.retain(|name| known.insert(name.word()));
        let own = u16::try_from(names.len()).unwrap_or(u16::MAX);
        ty.inline_attrs.set(if own == 0 { room.max(6) } else { room.max(own.saturating_add(1)).min(MAX_ROOM) });
        ty.self_names.set(self, names);
    }

    /// The names in `self.name = value` of a Python function.
    fn names_set_on_self(&mut self, function: &Value) -> Vec<Value> {
        let Some(code) = function.downcast::<PyFunction>().map(|function| function.code.get(self)) else {
            return Vec::new();
        };
        let Some(code) = code.downcast::<PyCode>() else { return Vec::new() };
        let object = std::sync::Arc::clone(code.object());
        let (load_self, store) = ([Opcode::LOAD_FAST as u8, 0], Opcode::STORE_ATTR as u8);
        let mut names = Vec::new();
        for pair in object.code.windows(4).step_by(2) {
            if let [a, b, op, arg] = *pair
                && [a, b] == load_self
                && op == store
                && let Some(name) = object.names.get(usize::from(arg))
            {
                names.push(self.name_value(name));
            }
        }
        names
    }

    /// `__module__`, `__doc__`, descriptors for slots; `__new__` becomes a static method, the subclass hooks class methods.
    fn add_class_defaults(&mut self, ty: Ty, table: &PyDict, slots: &SlotNames) -> PyResult<()> {
        let key = self.names.__module__.clone();
        if table.get_str(self, &key).is_none()
            && let Some(module) = self.current_module_name()
        {
            table.set_str(self, &key, module);
        }
        let key = self.names.__new__.clone();
        if let Some(function) = table.get_str(self, &key).filter(|f| self.is_python_function(f)) {
            let wrapped = self.new_object(PyStaticMethod::new(function));
            table.set_str(self, &key, wrapped);
        }
        for key in [self.names.__init_subclass__.clone(), self.names.__class_getitem__.clone()] {
            if let Some(function) = table.get_str(self, &key).filter(|f| self.is_python_function(f)) {
                let wrapped = self.new_object(PyClassMethod { callable: crate::heap::VmCell::new(function) });
                table.set_str(self, &key, wrapped);
            }
        }
        let key = self.names.__eq__.clone();
        let hash = self.names.__hash__.clone();
        if table.get_str(self, &key).is_some() && table.get_str(self, &hash).is_none() {
            table.set_str(self, &hash, Value::NONE);
        }
        let first = ty.base.get().map_or(0, |base| base.slot_words);
        for (i, name) in slots.names.iter().enumerate() {
            let member = PyMember { name: name.clone(), word: first + i as u16, ty, native: None };
            let member = self.new_object(member);
            table.set_str(self, name, member);
        }
        self.add_dict_and_weakref_descriptors(ty, table);
        let key = self.names.__doc__.clone();
        if table.get_str(self, &key).is_none() {
            table.set_str(self, &key, Value::NONE);
        }
        Ok(())
    }

    /// `__dict__` and `__weakref__` of instances, where this class is the first to have them.
    fn add_dict_and_weakref_descriptors(&mut self, ty: Ty, table: &PyDict) {
        let bases = ty.bases.get(self);
        if ty.has_dict && !bases.iter().any(|base| base.has_dict) {
            let key = self.names.__dict__.clone();
            if table.get_str(self, &key).is_none() {
                let value = self.new_object(crate::types::descr::PyGetSet { def: &super::instance_attrs::DICT, ty });
                table.set_str(self, &key, value);
            }
        }
        if ty.has_weakref && !bases.iter().any(|base| base.has_weakref) && !ty.has_flag(TypeFlags::TYPE_SUBCLASS) {
            let key = self.names.__weakref__.clone();
            if table.get_str(self, &key).is_none() {
                let value = self.new_object(crate::types::descr::PyGetSet { def: &super::instance_attrs::WEAKREF, ty });
                table.set_str(self, &key, value);
            }
        }
    }

    fn slot_names(&mut self, class: &Value, table: &PyDict, base: Ty) -> PyResult<SlotNames> {
        let key = self.names.__slots__.clone();
        let Some(slots) = table.get_str(self, &key) else { return Ok(SlotNames::default()) };
        let given = if slots.is_a::<PyStr>() { vec![slots.clone()] } else { self.collect(&slots)? };
        if base.layout != 1 && !given.is_empty() && crate::heap::layout::is_variable(base.layout) {
            let name = base.name(self);
            return Err(self.type_error(format!("nonempty __slots__ not supported for subtype of '{name}'")));
        }
        let mut result = SlotNames { given: true, ..SlotNames::default() };
        let class = self.str_lossy(class);
        for slot in given {
            if !slot.is_a::<PyStr>() {
                let ty = self.type_name(&slot);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{ty}'")));
            }
            let text = self.str_lossy(&slot);
            let named = slot.downcast::<PyStr>().is_some_and(|slot| is_identifier(slot.data()));
            if !named {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            if text == "__dict__" {
                if result.dict || base.has_dict {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                result.dict = true;
                continue;
            }
            if text == "__weakref__" {
                if result.weakref || base.has_weakref || has_items(base) {
                    return Err(
                        self.type_error("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
                    );
                }
                result.weakref = true;
                continue;
            }
            let name = self.intern(&mangle(&class, &text));
            if table.get_str(self, &name).is_some() && text != "__qualname__" && text != "__classcell__" {
                return Err(self.value_error(format!("'{text}' in __slots__ conflicts with class variable")));
            }
            if !result.names.iter().any(|known| known.is(&name)) {
                result.names.push(name);
            }
        }
        // The order of attributes does not show, but equal sets of slots should be laid out alike.
        let mut keyed: Vec<(String, Value)> =
            result.names.drain(..).map(|name| (self.str_lossy(&name), name)).collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        result.names = keyed.into_iter().map(|(_, name)| name).collect();
        Ok(result)
    }

    /// The MRO: the metaclass's `mro()` if it has one of its own, else the C3 linearisation.
    pub(crate) fn set_class_mro(&mut self, ty: Ty) -> PyResult<()> {
        let metatype = self.type_of(&ty.value());
        let name = self.names.mro.clone();
        let type_type = self.ty::<PyType>();
        if metatype != type_type
            && let (Some(own), Some(plain)) = (metatype.lookup(self, &name), type_type.lookup(self, &name))
            && !own.is(&plain)
        {
            // While the hook runs the class must have some order.
            let order = self.linearise(ty)?;
            ty.mro.set(self, order);
            let Some(result) = self.call_special(&ty.value(), &name, &[])? else { return Ok(()) };
            let mut order = Vec::new();
            for item in self.collect(&result)? {
                match Ty::from_value(&item) {
                    Some(class) => order.push(class),
                    None => {
                        let got = self.type_name(&item);
                        return Err(self.type_error(format!("mro() returned a non-class ('{got}')")));
                    }
                }
            }
            ty.mro.set(self, order);
            return Ok(());
        }
        let order = self.linearise(ty)?;
        ty.mro.set(self, order);
        Ok(())
    }

    /// The C3 linearisation of a class.
    pub(crate) fn linearise(&mut self, ty: Ty) -> PyResult<Vec<Ty>> {
        let bases = ty.bases.get(self);
        for (i, base) in bases.iter().enumerate() {
            if bases.iter().skip(i + 1).any(|other| other == base) {
                let name = base.name(self);
                return Err(self.type_error(format!("duplicate base class {name}")));
            }
        }
        let mut sequences: Vec<Vec<Ty>> = bases.iter().map(|base| base.mro.get(self)).collect();
        sequences.push(bases.clone());
        let rest = match mro::merge(sequences) {
            Ok(rest) => rest,
            Err(stuck) => {
                let names: Vec<String> = stuck.iter().map(|base| base.name(self)).collect();
                let names = names.join(", ");
                return Err(self.type_error(format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {names}"
                )));
            }
        };
        let mut order = vec![ty];
        order.extend(rest);
        Ok(order)
    }

    /// Puts the class into the cell that `__class__` and `super()` of its methods refer to.
    fn store_class_cell(&mut self, ty: Ty, table: &PyDict) -> PyResult<()> {
        let key = self.names.__classcell__.clone();
        let Some(cell) = table.remove_str(self, &key) else { return Ok(()) };
        if self.set_cell(&cell, ty.value()) {
            return Ok(());
        }
        let got = self.type_name(&cell);
        Err(self.type_error(format!("__classcell__ must be a nonlocal cell, not <class '{got}'>")))
    }

    /// Calls `__set_name__` of the class's attributes.
    fn set_names(&mut self, ty: Ty) -> PyResult<()> {
        let Some(table) = ty.dict(self).downcast::<PyDict>() else { return Ok(()) };
        let entries: Vec<(Value, Value)> =
            table.table.borrow(self).iter().map(|e| (e.key.clone(), e.value.clone())).collect();
        let hook = self.names.__set_name__.clone();
        for (name, value) in entries {
            let Some(method) = self.lookup_special(&value, &hook)? else { continue };
            if self.call(&method, &[ty.value(), name.clone()]).is_err() {
                let (got, name) = (self.type_name(&value), self.repr_string_or(&name, "?"));
                let class = ty.name(self);
                let cause = self.take_raised();
                let raised =
                    self.runtime_error(format!("Error calling __set_name__ on '{got}' instance {name} in '{class}'"));
                self.set_cause_of_raised(cause);
                return Err(raised);
            }
        }
        Ok(())
    }

    /// Calls `super(cls, cls).__init_subclass__(**keywords)`.
    fn init_subclass(&mut self, ty: Ty, args: Args<'_>) -> PyResult<()> {
        let name = self.names.__init_subclass__.clone();
        let class = ty.value();
        let Some(hook) = crate::types::super_::super_lookup(self, ty, ty, &class, &name)? else { return Ok(()) };
        let values = args.values().get(args.len_positional()..).unwrap_or_default();
        self.call_args(&hook, Args::new(values, args.names())).map(drop)
    }
}

/// The nearest class at or above `ty` that adds to the layout of its base.
fn solid_base(ty: Ty) -> Ty {
    let mut solid = ty;
    while let Some(base) = solid.base.get() {
        if base.layout != solid.layout || base.slot_words != solid.slot_words {
            break;
        }
        solid = base;
    }
    solid
}

/// Private names carry their class: `__x` in class `_C` is `_C__x`.
pub fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return name.to_owned();
    }
    format!("_{class}{name}")
}

/// Whether CPython's instances of a class end in items of their own (`tp_itemsize`): these cannot be weakly referenced.
fn has_items(base: Ty) -> bool {
    const INT: u8 = 3;
    const TUPLE: u8 = 5;
    const BYTES: u8 = 6;
    matches!(base.layout, INT | TUPLE | BYTES)
}
