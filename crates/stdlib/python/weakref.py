"""Weak references: containers that do not keep what they hold alive, and callbacks at the end of objects."""

from _weakref import (
    CallableProxyType,
    ProxyType,
    ReferenceType,
    _remove_dead_weakref,
    getweakrefcount,
    getweakrefs,
    proxy,
    ref,
)
import _collections_abc
import sys
from _weakrefset import WeakSet, _IterationGuard

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method that lives as long as its object and function do."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            receiver, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            method = own_ref()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        self = ref.__new__(cls, receiver, gone)
        self._func_ref = ref(function, gone)
        self._meth_type = type(meth)
        self._alive = True
        own_ref = ref(self)
        return self

    def __call__(self):
        receiver, function = super().__call__(), self._func_ref()
        if receiver is None or function is None:
            return None
        return self._meth_type(function, receiver)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key it is stored under."""

    __slots__ = ("key",)

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)

    def __new__(type, ob, callback, key):
        keyed = ref.__new__(type, ob, callback)
        keyed.key = key
        return keyed


def _weak_dict(owner):
    """Class decorator that adds what does not depend on which side of the dict is weak."""
    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            union = self.copy()
            union.update(other)
            return union
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            union = self.__class__()
            for part in (other, self):
                union.update(part)
            return union
        return NotImplemented

    def copy(self):
        made = owner()
        for key, value in owner.items(self):
            made[key] = value
        return made

    for method in (__repr__, __ior__, __or__, __ror__, copy):
        method.__qualname__ = f"{owner.__name__}.{method.__name__}"
        setattr(owner, method.__name__, method)
    owner.__copy__ = copy
    return owner


def _pairs(given):
    """The pairs of a mapping, or of what makes a dict."""
    return given.items() if hasattr(given, "items") else dict(given).items()


# Removals wait while somebody iterates. Methods that start with `self._pending_removals and self._commit_removals()`
# make up for them first.

@_weak_dict
class WeakValueDictionary(_collections_abc.MutableMapping):
    """A mapping whose values are not kept alive by it: an entry goes when its value does."""

    def __init__(self, other=(), /, **kw):
        def forget(keyed, _owner=ref(self), _drop=_remove_dead_weakref):
            owner = _owner()
            if owner is None:
                return
            if owner._iterating:
                owner._pending_removals.append(keyed.key)
            else:
                _drop(owner.data, keyed.key)

        self.data = {}
        self._iterating, self._pending_removals = set(), []
        self._remove = forget
        self.update(other, **kw)

    def _commit_removals(self, _drop=_remove_dead_weakref):
        waiting, data = self._pending_removals, self.data
        while waiting:
            _drop(data, waiting.pop())

    # Look-ups

    def __getitem__(self, key):
        self._pending_removals and self._commit_removals()
        value = self.data[key]()
        if value is not None:
            return value
        raise KeyError(key)

    def get(self, key, default=None):
        self._pending_removals and self._commit_removals()
        keyed = self.data.get(key)
        value = None if keyed is None else keyed()
        return default if value is None else value

    def __contains__(self, key):
        self._pending_removals and self._commit_removals()
        keyed = self.data.get(key)
        return keyed is not None and keyed() is not None

    def __len__(self):
        self._pending_removals and self._commit_removals()
        return len(self.data)

    # Changes

    def __setitem__(self, key, value):
        self._pending_removals and self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def setdefault(self, key, default=None):
        keyed = self.data.get(key)
        value = None if keyed is None else keyed()
        if value is not None:
            return value
        self._pending_removals and self._commit_removals()
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, /, **kwargs):
        self._pending_removals and self._commit_removals()
        data, forget = self.data, self._remove
        for pairs in () if other is None else _pairs(other), kwargs.items():
            for key, value in pairs:
                data[key] = KeyedRef(value, forget, key)

    def __delitem__(self, key):
        self._pending_removals and self._commit_removals()
        del self.data[key]

    def pop(self, key, *args):
        self._pending_removals and self._commit_removals()
        keyed = self.data.pop(key, None)
        value = None if keyed is None else keyed()
        if value is not None:
            return value
        if not args:
            raise KeyError(key)
        return args[0]

    def popitem(self):
        self._pending_removals and self._commit_removals()
        value = None
        while value is None:
            key, keyed = self.data.popitem()
            value = keyed()
        return key, value

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.__class__()
        for key, value in WeakValueDictionary.items(self):
            made[deepcopy(key, memo)] = value
        return made

    # Iterators

    def keys(self):
        self._pending_removals and self._commit_removals()
        with _IterationGuard(self):
            for key, keyed in self.data.items():
                if keyed() is not None:
                    yield key

    def values(self):
        self._pending_removals and self._commit_removals()
        with _IterationGuard(self):
            for value in map(ref.__call__, self.data.values()):
                if value is not None:
                    yield value

    def items(self):
        self._pending_removals and self._commit_removals()
        with _IterationGuard(self):
            for key, keyed in self.data.items():
                value = keyed()
                if value is not None:
                    yield key, value

    __iter__ = keys

    def valuerefs(self):
        """The references to the values, some of which may be dead already."""
        self._pending_removals and self._commit_removals()
        return [*self.data.values()]

    def itervaluerefs(self):
        """As valuerefs(), one by one."""
        self._pending_removals and self._commit_removals()
        with _IterationGuard(self):
            yield from self.data.values()


@_weak_dict
class WeakKeyDictionary(_collections_abc.MutableMapping):
    """A mapping whose keys are not kept alive by it: an entry goes when its key does."""

    def __init__(self, dict=None):
        def forget(dead, _owner=ref(self)):
            owner = _owner()
            if owner is None:
                return
            if owner._iterating:
                owner._pending_removals.append(dead)
            else:
                owner.data.pop(dead, None)

        self.data = {}
        self._iterating, self._pending_removals = set(), []
        # Whether a key may have been deleted whose removal waits.
        self._dirty_len = False
        self._remove = forget
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        waiting, data = self._pending_removals, self.data
        while waiting:
            data.pop(waiting.pop(), None)

    def _scrub_removals(self):
        self._dirty_len = False
        self._pending_removals = [*filter(self.data.__contains__, self._pending_removals)]

    # Look-ups. A dead reference equals no other, so what waits for removal is not found.

    def __getitem__(self, key):
        return self.data[ref(key)]

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            key = ref(key)
        except TypeError:
            return False
        return key in self.data

    def __len__(self):
        if self._pending_removals and self._dirty_len:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    # Changes

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        data, forget = self.data, self._remove
        if dict is not None:
            for key, value in _pairs(dict):
                data[ref(key, forget)] = value
        if kwargs:
            self.update(kwargs)

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def popitem(self):
        self._dirty_len = True
        key = None
        while key is None:
            wr, value = self.data.popitem()
            key = wr()
        return key, value

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.__class__()
        for key, value in WeakKeyDictionary.items(self):
            made[key] = deepcopy(value, memo)
        return made

    # Iterators

    def keys(self):
        with _IterationGuard(self):
            for key in map(ref.__call__, self.data):
                if key is not None:
                    yield key

    def values(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                if wr() is None:
                    continue
                yield value

    def items(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is None:
                    continue
                yield key, value

    __iter__ = keys

    def keyrefs(self):
        """The references to the keys, some of which may be dead already."""
        return [*self.data]


class finalize:
    """Calls a function when an object goes, or when the program ends, whichever is first; at most once."""

    __slots__ = ()
    _registry = {}
    _shutdown = False
    _counter = 0
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        """What is known of a finalizer that is alive."""

        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

        def call(self):
            return self.func(*self.args, **self.kwargs or {})

        def described(self):
            """(obj, func, args, kwargs) while the object is there, else None."""
            obj = self.weakref()
            return None if obj is None else (obj, self.func, self.args, self.kwargs or {})

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            try:
                import atexit
            except ImportError:
                pass
            else:
                atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref, info.atexit = ref(obj, self), True
        info.func, info.args, info.kwargs = func, args, kwargs or None
        info.index = finalize._counter = finalize._counter + 1
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        """Die and give what the function returns; nothing if dead already."""
        info = self._registry.pop(self, None)
        if info is not None and not self._shutdown:
            return info.call()

    def peek(self):
        """(obj, func, args, kwargs) if alive."""
        info = self._registry.get(self)
        return info and info.described()

    def detach(self):
        """Die without a call; gives what peek() gave."""
        described = self.peek()
        if described and self._registry.pop(self, None):
            return described

    def __repr__(self):
        kind = f"{type(self).__name__} object at {id(self):#x}"
        described = self.peek()
        if described is None:
            return f"<{kind}; dead>"
        obj = described[0]
        return f"<{kind}; for {type(obj).__name__!r} at {id(obj):#x}>"

    alive = property(lambda self: self in self._registry, doc="Whether the function has still to be called.")

    @property
    def atexit(self):
        """Whether the end of the program counts as the end of the object."""
        info = self._registry.get(self)
        return info is not None and info.atexit

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self].atexit = bool(value)

    @classmethod
    def _select_for_exit(cls):
        """The living ones that are called at the end, oldest first."""
        numbered = {info.index: finalizer for finalizer, info in cls._registry.items() if info.atexit}
        return [numbered[index] for index in sorted(numbered)]

    @classmethod
    def _exitfunc(cls):
        try:
            waiting = cls._select_for_exit()
            finalize._dirty = False
            while waiting:
                try:
                    waiting.pop()()
                except Exception:
                    sys.excepthook(*sys.exc_info())
                if finalize._dirty:
                    # A function has made another finalizer.
                    finalize._dirty = False
                    waiting = cls._select_for_exit()
        finally:
            finalize._shutdown = True
