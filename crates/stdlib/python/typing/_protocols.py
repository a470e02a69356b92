"""Protocols: classes that others match by their attributes (PEP 544)."""

import sys
from abc import ABCMeta, abstractmethod
from types import new_class

from typing._forms import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)
T_co.__module__ = "typing"

_NO_MEMBERS = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
               "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
               "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__match_args__", "_abc_impl", "__callable_proto"}


def _members(cls):
    """The names that a class needs to match a protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in list(base.__dict__) + list(getattr(base, "__annotations__", {})):
            if name not in _NO_MEMBERS and not name.startswith("_abc_"):
                names.add(name)
    return names


def _all_callable(cls):
    return all(callable(getattr(cls, name, None)) for name in _members(cls))


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, "_is_protocol", False) and not getattr(cls, "_is_runtime_protocol", False) and \
                not _inside_abc(2):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if (not getattr(cls, "_is_protocol", False) or _all_callable(cls)) and issubclass(instance.__class__, cls):
            return True
        if cls._is_protocol:
            if all(hasattr(instance, name) and (not callable(getattr(cls, name, None))
                                                or getattr(instance, name) is not None) for name in _members(cls)):
                return True
        return super().__instancecheck__(instance)


def _inside_abc(depth=3):
    try:
        return sys._getframe(depth).f_globals.get("__name__") in ("abc", "functools", "_py_abc")
    except ValueError:
        return False


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols."""

    __slots__ = ()
    __module__ = "typing"
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)

        def matches(other):
            if not cls.__dict__.get("_is_protocol", False):
                return NotImplemented
            if not getattr(cls, "_is_runtime_protocol", False):
                if _inside_abc():
                    return NotImplemented
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not _all_callable(cls):
                if _inside_abc():
                    return NotImplemented
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            for name in _members(cls):
                for base in other.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return NotImplemented
                        break
                    if name in getattr(base, "__annotations__", {}) and getattr(other, "_is_protocol", False):
                        break
                else:
                    return NotImplemented
            return True

        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = matches
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib", "typing")
                    or getattr(base, "_is_protocol", False)):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
        cls.__init__ = _no_init


def runtime_checkable(cls):
    """Class decorator: isinstance() and issubclass() look for the protocol's attributes."""
    if not isinstance(cls, type) or not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


def _supports(method, result, base=Protocol):
    """A protocol of one abstract special method without arguments."""
    @abstractmethod
    def supported(self):
        pass

    name = "Supports" + method.strip("_").capitalize()
    supported.__code__ = supported.__code__.replace(co_name=method)
    supported.__name__, supported.__qualname__ = method, f"{name}.{method}"
    supported.__module__ = "typing"
    supported.__annotations__["return"] = result
    body = {"__module__": "typing", "__doc__": f"Has {method}.", "__slots__": (), method: supported}
    return runtime_checkable(new_class(name, (base,), None, lambda namespace: namespace.update(body)))


SupportsInt = _supports("__int__", int)
SupportsFloat = _supports("__float__", float)
SupportsComplex = _supports("__complex__", complex)
SupportsBytes = _supports("__bytes__", bytes)
SupportsIndex = _supports("__index__", int)
SupportsAbs = _supports("__abs__", T_co, Protocol[T_co])


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """Has __round__."""

    __slots__ = ()
    __module__ = "typing"

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass
