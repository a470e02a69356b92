"""Classes written as annotations: NamedTuple and TypedDict."""

import collections
import sys

from typing._forms import _check

_SPECIAL = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
            "_replace", "_asdict", "_source"}


def _make_nmtuple(name, annotations, module, defaults=()):
    message = "field %s annotation must be a type"
    annotations = {field: _check(tp, message % field) for field, tp in annotations}
    made = collections.namedtuple(name, list(annotations), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


class NamedTupleMeta(type):
    """Makes the named tuple that the body describes."""

    def __new__(cls, typename, bases, ns):
        annotations = ns.get("__annotations__", {})
        with_default = []
        for field in annotations:
            if field in ns:
                with_default.append(field)
            elif with_default:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s"
                                % (field, "s" if len(with_default) > 1 else "", ", ".join(with_default)))
        made = _make_nmtuple(typename, annotations.items(), ns["__module__"], [ns[field] for field in with_default])
        for key, value in ns.items():
            if key in _SPECIAL:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__") and key not in made._fields:
                setattr(made, key, value)
            elif key == "__qualname__":
                made.__qualname__ = value
        made.__qualname__ = typename if "__qualname__" not in ns else made.__qualname__
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple class with names for its items; as a base class, the body's annotations are the items."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_nmtuple(typename, fields, sys._getframe(1).f_globals.get("__name__", "__main__"))


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_bases(bases):
    if len(bases) > 1:
        raise TypeError("Multiple inheritance with NamedTuple is not supported")
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_bases
NamedTuple.__module__ = "typing"


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {field: _check(tp, message) for field, tp in ns.get("__annotations__", {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        annotations.update(own)
        (required if total else optional).update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with certain keys, each with its type; as a base class, the body's annotations are the keys."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    ns = {"__annotations__": dict(fields)}
    module = sys._getframe(1).f_globals.get("__name__", "__main__")
    if module is not None:
        ns["__module__"] = module
    return _TypedDictMeta(typename, (), ns, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
TypedDict.__module__ = "typing"
