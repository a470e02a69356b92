"""Copies of objects: shallow, with the same parts, and deep, with copies of the parts.

A class says how with __copy__ and __deepcopy__(memo), or with what pickle uses (__reduce_ex__, __getstate__, copyreg).
"""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """The object cannot be copied."""


error = Error

# Never copied: what cannot change, or stands for itself.
_SHARED = {type(None), type(...), type(NotImplemented), int, float, bool, complex, str, bytes, types.CodeType, type,
           range, property, types.BuiltinFunctionType, types.FunctionType, weakref.ref}
_COPIED = {list, dict, set, bytearray}


def copy(x):
    """A new object with the same parts as x."""
    cls = type(x)
    if cls in _SHARED or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls in _COPIED:
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    how = _reduced(x, cls)
    return x if isinstance(how, str) else _reconstruct(x, None, *how)


def _reduced(x, cls):
    """What pickle would write down."""
    reducer = dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer:
        return reducer()
    raise Error("un(deep)copyable object of type %s" % cls)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the parts of x, and of their parts, and so on. `memo` maps ids to copies."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    cls = type(x)
    copier = _deep.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif cls in _SHARED or issubclass(cls, type):
        y = x
    else:
        own = getattr(x, "__deepcopy__", None)
        if own is not None:
            y = own(memo)
        else:
            how = _reduced(x, cls)
            y = x if isinstance(how, str) else _reconstruct(x, memo, *how)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """As long as the memo lives, so does x: its id must not go to another object."""
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may have been met again below itself.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    memo[id(x)] = result = {}
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, types.MethodType: _deepcopy_method}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """The object that pickle's instructions make. With a memo, from copies of the parts."""
    deep = memo is not None
    if not deep:
        y = func(*args)
    else:
        y = memo[id(x)] = func(*[deepcopy(part, memo) for part in args])
    if state is not None:
        state = deepcopy(state, memo) if deep else state
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y
