"""Data classes: __init__, __repr__, comparisons and more, written from a class's annotated fields (PEP 557)."""

import copy
import keyword
import sys
import types
from reprlib import recursive_repr
from types import FunctionType, GenericAlias

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was assigned or deleted."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    """What an annotation declares."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class InitVar:
    """The annotation of an argument of __init__ that goes to __post_init__ and is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return "dataclasses.InitVar[%s]" % name

    def __class_getitem__(cls, type):
        return InitVar(type)


# The options of a field in the order in which its repr has them.
_SHOWN = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
          "_field_type")


class Field:
    """A field and its options; made by field()."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return "Field(%s)" % ",".join("%s=%s" % (name, getattr(self, name) if name == "_field_type"
                                                  else repr(getattr(self, name))) for name in _SHOWN)

    def __set_name__(self, owner, name):
        # A default that is a descriptor learns its name, as if it stood in the class itself.
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join("%s=%r" % (name, getattr(self, name)) for name in self.__slots__)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """A field with options: its default or the function that makes it, and what takes notice of it."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _define(name, parameters, body, names, globals, returns=MISSING):
    """A function from its text. `names` are what the text uses besides the module's globals."""
    annotation = ""
    if returns is not MISSING:
        names["_return_type"] = returns
        annotation = "->_return_type"
    text = " def %s(%s)%s:\n%s" % (name, ",".join(parameters), annotation, "\n".join("  " + line for line in body))
    namespace = {}
    exec("def __create_fn__(%s):\n%s\n return %s" % (", ".join(names), text, name), globals, namespace)
    return namespace["__create_fn__"](**names)


def _assign(frozen, name, value, self_name):
    if frozen:
        return "__dataclass_builtins_object__.__setattr__(%s,%r,%s)" % (self_name, name, value)
    return "%s.%s=%s" % (self_name, name, value)


def _init_line(f, frozen, names, self_name, slots):
    """The line of __init__ that sets a field, or None."""
    default = "_dflt_" + f.name
    if f.default_factory is not MISSING:
        names[default] = f.default_factory
        value = "%s()" % default
        if f.init:
            value += " if %s is _HAS_DEFAULT_FACTORY else %s" % (f.name, f.name)
    elif f.init:
        if f.default is not MISSING:
            names[default] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        names[default] = f.default
        value = default
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _assign(frozen, f.name, value, self_name)


def _parameter(f):
    """How a field stands among the parameters of __init__."""
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = "=_dflt_" + f.name
    else:
        default = "=_HAS_DEFAULT_FACTORY"
    return "%s:_type_%s%s" % (f.name, f.name, default)


def _make_init(fields, std, kw_only, frozen, has_post_init, self_name, globals, slots):
    seen_default = False
    for f in std:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = True
            elif seen_default:
                raise TypeError("non-default argument %r follows default argument" % f.name)
    names = {"_type_" + f.name: f.type for f in fields}
    names.update(MISSING=MISSING, _HAS_DEFAULT_FACTORY=_HAS_DEFAULT_FACTORY, __dataclass_builtins_object__=object)
    body = [line for line in (_init_line(f, frozen, names, self_name, slots) for f in fields) if line]
    if has_post_init:
        body.append("%s.%s(%s)" % (self_name, _POST_INIT_NAME,
                                   ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)))
    parameters = [self_name] + [_parameter(f) for f in std]
    if kw_only:
        parameters.append("*")
        parameters += [_parameter(f) for f in kw_only]
    return _define("__init__", parameters, body or ["pass"], names, globals, None)


def _make_repr(fields, globals):
    shown = ", ".join("%s={self.%s!r}" % (f.name, f.name) for f in fields)
    body = ['return self.__class__.__qualname__ + f"(%s)"' % shown]
    return recursive_repr()(_define("__repr__", ("self",), body, {}, globals))


def _tuple_text(object_name, fields):
    if not fields:
        return "()"
    return "(%s,)" % ",".join("%s.%s" % (object_name, f.name) for f in fields)


def _make_comparison(name, op, fields, globals):
    body = ["if other.__class__ is self.__class__:",
            " return %s%s%s" % (_tuple_text("self", fields), op, _tuple_text("other", fields)),
            "return NotImplemented"]
    return _define(name, ("self", "other"), body, {}, globals)


def _make_frozen(cls, fields, globals):
    names = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    own = "(%s,)" % ",".join(repr(f.name) for f in fields) if fields else "()"
    condition = "if type(self) is cls or name in %s:" % own
    return (_define("__setattr__", ("self", "name", "value"),
                    [condition, ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
                     "super(cls, self).__setattr__(name, value)"], names, globals),
            _define("__delattr__", ("self", "name"),
                    [condition, ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
                     "super(cls, self).__delattr__(name)"], names, globals))


def _make_hash(fields, globals):
    return _define("__hash__", ("self",), ["return hash(%s)" % _tuple_text("self", fields)], {}, globals)


def _annotation_names(annotation, cls, module_name, wanted):
    """Whether an annotation that is a str names `wanted` (say, ClassVar) of a module (say, typing)."""
    head = annotation.lstrip().split("[", 1)[0].rstrip()
    prefix, dot, name = head.rpartition(".")
    namespace = sys.modules.get(cls.__module__).__dict__
    if dot:
        module = namespace.get(prefix)
        found = module.__dict__.get(name) if isinstance(module, types.ModuleType) and module.__name__ == module_name \
            else None
    else:
        found = namespace.get(name)
    return found is not None and found is wanted


def _is_classvar(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    if isinstance(annotation, str):
        return _annotation_names(annotation, cls, "typing", typing.ClassVar)
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _annotation_names(annotation, cls, __name__, InitVar)
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _annotation_names(annotation, cls, __name__, KW_ONLY)
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A slot's descriptor is no default.
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    if _is_classvar(annotation, cls):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        f._field_type = _FIELD_INITVAR
    else:
        f._field_type = _FIELD
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % f.name)
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % f.name)
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and isinstance(f.default, (list, dict, set)):
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory"
                         % (type(f.default), f.name))
    return f


def _set_new_attribute(cls, name, value):
    """Sets an attribute that the class does not define itself; true if it does."""
    if name in cls.__dict__:
        return True
    if isinstance(value, FunctionType):
        value.__qualname__ = "%s.%s" % (cls.__qualname__, value.__name__)
    setattr(cls, name, value)
    return False


def _hash_action(unsafe_hash, eq, frozen, has_own):
    """What to do with __hash__: "set", "none" (unhashable), "error" or None."""
    if unsafe_hash:
        return "error" if has_own else "set"
    if not eq or has_own:
        return None
    return "set" if frozen else "none"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    fields = {}
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update((f.name, f) for f in base_fields.values())
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own_fields = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if kw_only_seen:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            kw_only_seen = kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))
    for f in own_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    # A class with __eq__ alone has a __hash__ of None from the compiler's side: that is none of its own.
    has_own_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std = [f for f in in_init if f.init and not f.kw_only]
    named = [f for f in in_init if f.init and f.kw_only]
    if init:
        has_post_init = hasattr(cls, _POST_INIT_NAME)
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _set_new_attribute(cls, "__init__", _make_init(in_init, std, named, frozen, has_post_init, self_name, globals,
                                                       slots))
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, "__repr__", _make_repr([f for f in real if f.repr], globals))
    compared = [f for f in real if f.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _make_comparison("__eq__", "==", compared, globals))
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new_attribute(cls, name, _make_comparison(name, op, compared, globals)):
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering"
                                % (name, cls.__name__))
    if frozen:
        for function in _make_frozen(cls, real, globals):
            if _set_new_attribute(cls, function.__name__, function):
                raise TypeError("Cannot overwrite attribute %s in class %s" % (function.__name__, cls.__name__))
    action = _hash_action(unsafe_hash, eq, frozen, has_own_hash)
    if action == "error":
        raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
    if action == "none":
        cls.__hash__ = None
    elif action == "set":
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _make_hash(hashed, globals)
        cls.__hash__.__qualname__ = "%s.__hash__" % cls.__qualname__
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(cls, std, named, init)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std))
    if slots:
        cls = _add_slots(cls, frozen)
    return cls


def _annotation_text(annotation):
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return "%s.%s" % (annotation.__module__, annotation.__qualname__)
    text = repr(annotation)
    return text.replace("typing.", "") if getattr(annotation, "__module__", None) == "typing" else text


def _signature_text(cls, std, named, init):
    """The parameters of __init__ as inspect.signature shows them."""
    if not init:
        return "()"
    shown = []
    for f in std + named:
        if f.kw_only and "*" not in shown:
            shown.append("*")
        text = "%s: %s" % (f.name, _annotation_text(f.type))
        if f.default is not MISSING:
            text += " = %r" % (f.default,)
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return "(%s)" % ", ".join(shown)


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, is_frozen):
    """The class again, with __slots__ for its fields."""
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    namespace["__slots__"] = names
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        cls.__getstate__ = _dataclass_getstate
        cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False):
    """Class decorator: writes the methods that the options ask for, from the class's annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance, in their order."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict; dataclasses inside too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda pairs: dict_factory(pairs), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple; dataclasses inside too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda pairs: tuple_factory([value for _, value in pairs]), None)


def _inner(obj, make, dict_factory):
    if _is_dataclass_instance(obj):
        return make([(f.name, _inner(getattr(obj, f.name), make, dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_inner(item, make, dict_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_inner(item, make, dict_factory) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_inner(key, make, dict_factory), _inner(value, make, dict_factory))
                         for key, value in obj.items())
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False):
    """A new dataclass from names, pairs of name and type, or triples with the default."""
    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[name] = item[0], item[1], item[2]
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if keyword.iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % (name,))
        annotations[name] = annotation

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots)


def replace(obj, /, **changes):
    """A new object of the same class, with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
