"""Names for type hints. At run time they are objects with a repr, equality and parameters, and little more."""

import collections
import collections.abc
import contextlib
from typing._forms import (Annotated, Any, Callable, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, NoReturn,
                           Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Tuple, Type, TypeAlias, TypeGuard,
                           TypeVar, Union, _Alias, get_args, get_origin)
from typing._hints import NewType, cast, final, get_type_hints, is_typeddict, no_type_check, no_type_check_decorator, \
    overload
from typing._made import NamedTuple, TypedDict
from typing._protocols import (Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
                               SupportsInt, SupportsRound, runtime_checkable)

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
           "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "Union", "AbstractSet", "ByteString",
           "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
           "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView",
           "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
           "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
           "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict",
           "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match",
           "Pattern", "TextIO", "AnyStr", "cast", "final", "get_args", "get_origin", "get_type_hints", "is_typeddict",
           "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "overload", "ParamSpecArgs",
           "ParamSpecKwargs", "runtime_checkable", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard"]

TYPE_CHECKING = False
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)

Hashable = _Alias(collections.abc.Hashable, 0)
Awaitable = _Alias(collections.abc.Awaitable, 1)
Coroutine = _Alias(collections.abc.Coroutine, 3)
AsyncIterable = _Alias(collections.abc.AsyncIterable, 1)
AsyncIterator = _Alias(collections.abc.AsyncIterator, 1)
Iterable = _Alias(collections.abc.Iterable, 1)
Iterator = _Alias(collections.abc.Iterator, 1)
Reversible = _Alias(collections.abc.Reversible, 1)
Sized = _Alias(collections.abc.Sized, 0)
Container = _Alias(collections.abc.Container, 1)
Collection = _Alias(collections.abc.Collection, 1)
AbstractSet = _Alias(collections.abc.Set, 1, "AbstractSet")
MutableSet = _Alias(collections.abc.MutableSet, 1)
Mapping = _Alias(collections.abc.Mapping, 2)
MutableMapping = _Alias(collections.abc.MutableMapping, 2)
Sequence = _Alias(collections.abc.Sequence, 1)
MutableSequence = _Alias(collections.abc.MutableSequence, 1)
ByteString = _Alias(collections.abc.ByteString, 0)
List = _Alias(list, 1, "List")
Deque = _Alias(collections.deque, 1, "Deque")
Set = _Alias(set, 1, "Set")
FrozenSet = _Alias(frozenset, 1, "FrozenSet")
MappingView = _Alias(collections.abc.MappingView, 1)
KeysView = _Alias(collections.abc.KeysView, 1)
ItemsView = _Alias(collections.abc.ItemsView, 2)
ValuesView = _Alias(collections.abc.ValuesView, 1)
ContextManager = _Alias(contextlib.AbstractContextManager, 1, "ContextManager")
AsyncContextManager = _Alias(contextlib.AbstractAsyncContextManager, 1, "AsyncContextManager")
Dict = _Alias(dict, 2, "Dict")
DefaultDict = _Alias(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _Alias(collections.OrderedDict, 2)
Counter = _Alias(collections.Counter, 1)
ChainMap = _Alias(collections.ChainMap, 2)
Generator = _Alias(collections.abc.Generator, 3)
AsyncGenerator = _Alias(collections.abc.AsyncGenerator, 2)


def __getattr__(name):
    # Pattern and Match need re, which few programs that import typing use.
    if name in ("Pattern", "Match"):
        import re
        found = globals()[name] = _Alias(getattr(re, name), 1)
        return found
    raise AttributeError("module 'typing' has no attribute %r" % name)


class IO(Generic[AnyStr]):
    """What open() returns, of text or of bytes; see TextIO and BinaryIO."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()
