"""Tools for functions and other callables.

partial, reduce, cmp_to_key and the cache behind lru_cache are native (module _functools).
"""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from abc import get_cache_token as _get_cache_token
from collections import namedtuple as _namedtuple
from reprlib import recursive_repr as _recursive_repr

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
           'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property']

_MISSING = object()
_GenericAlias = type(list[int])
_MappingProxyType = type(type.__dict__)


# Wrapping

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the function it wraps.

    The attributes named in assigned are copied, those named in updated (dicts) are merged; the wrapped function itself
    becomes __wrapped__.
    """
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, because merging __dict__ may have brought the wrapped function's own __wrapped__ in.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator for a wrapper function: applies update_wrapper() to it."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# total_ordering: each comparison made from one that is there. A made one calls the class's own method by name, so
# that NotImplemented passes through, and gives the answer that the two possible facts (it, and equality) lead to.

def _gt_from_lt(self, other):
    'Return a > b.  Computed by @total_ordering from (not a < b) and (a != b).'
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
    'Return a <= b.  Computed by @total_ordering from (a < b) or (a == b).'
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
    'Return a >= b.  Computed by @total_ordering from (not a < b).'
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result


def _ge_from_le(self, other):
    'Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b).'
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
    'Return a < b.  Computed by @total_ordering from (a <= b) and (a != b).'
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
    'Return a > b.  Computed by @total_ordering from (not a <= b).'
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result


def _lt_from_gt(self, other):
    'Return a < b.  Computed by @total_ordering from (not a > b) and (a != b).'
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
    'Return a >= b.  Computed by @total_ordering from (a > b) or (a == b).'
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
    'Return a <= b.  Computed by @total_ordering from (not a > b).'
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result


def _le_from_ge(self, other):
    'Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b).'
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
    'Return a > b.  Computed by @total_ordering from (a >= b) and (a != b).'
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
    'Return a < b.  Computed by @total_ordering from (not a >= b).'
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result


_MADE_FROM = {
    '__lt__': {'__gt__': _gt_from_lt, '__le__': _le_from_lt, '__ge__': _ge_from_lt},
    '__le__': {'__ge__': _ge_from_le, '__lt__': _lt_from_le, '__gt__': _gt_from_le},
    '__gt__': {'__lt__': _lt_from_gt, '__ge__': _ge_from_gt, '__le__': _le_from_gt},
    '__ge__': {'__le__': _le_from_ge, '__gt__': _gt_from_ge, '__lt__': _lt_from_ge},
}


def total_ordering(cls):
    """Class decorator that adds the comparisons which a class with __eq__ and one of < <= > >= does not have."""
    defined = {name for name in _MADE_FROM if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # Of several, the first in the order < <= > >= is the root, as its name sorts highest.
    root = max(defined)
    for name, method in _MADE_FROM[root].items():
        if name not in defined:
            method.__name__ = name
            setattr(cls, name, method)
    return cls


# Partial application of methods

class partialmethod:
    """partial() for methods: used in a class body, the arguments come after self.

    The function may be any descriptor or callable.
    """

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            # One level is enough.
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        shown = [repr(self.func), ', '.join(map(repr, self.args)),
                 ', '.join(f'{name}={value!r}' for name, value in self.keywords.items())]
        cls = self.__class__
        return f'{cls.__module__}.{cls.__qualname__}({shown[0]}, {shown[1]}, {shown[2]})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # A descriptor of its own kind (a classmethod, say) has taken care of the receiver.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(_GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


# Caches

_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers a function's results for the most recent arguments.

    At most maxsize results are kept, any number if it is None. With typed, arguments that are equal but of different
    types (3 and 3.0) are told apart. Arguments must be hashable.

    The function gains cache_info(), a named tuple (hits, misses, maxsize, currsize), cache_clear(), and __wrapped__,
    which is the function itself.
    """
    if callable(maxsize) and isinstance(typed, bool):
        # @lru_cache without parentheses.
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    'Simple lightweight unbounded cache.  Sometimes called "memoize".'
    return lru_cache(maxsize=None)(user_function)


class _NoLock:
    """What locks where there are no threads."""

    def __enter__(self):
        return True

    def __exit__(self, *exc_info):
        return None


def _new_lock():
    try:
        from _thread import RLock
    except ImportError:
        return _NoLock()
    return RLock()


class cached_property:
    """A property computed once an instance; the value then lives in the instance's __dict__ under the same name."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = _new_lock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {self.attrname!r} property.') from None
        value = values.get(self.attrname, _MISSING)
        if value is _MISSING:
            with self.lock:
                # Another thread may have been faster.
                value = values.get(self.attrname, _MISSING)
                if value is _MISSING:
                    value = self.func(instance)
                    try:
                        values[self.attrname] = value
                    except TypeError:
                        raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                        'does not support item assignment for caching '
                                        f'{self.attrname!r} property.') from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# Generic functions

def _merge_orders(orders):
    """The C3 linearisation of several orders of classes."""
    orders = [list(order) for order in orders if order]
    result = []
    while orders:
        for order in orders:
            candidate = order[0]
            if not any(candidate in other[1:] for other in orders):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        for order in orders:
            if order[0] is candidate:
                del order[0]
        orders = [order for order in orders if order]
    return result


def _mro_with_abcs(cls, abcs):
    """The MRO of cls with those ABCs put in that it implements without inheriting from them.

    An ABC goes behind the last base that is a subclass of it, so that explicit bases decide first.
    """
    for place, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - place
            break
    else:
        boundary = 0
    abcs = list(abcs)
    explicit = list(cls.__bases__[:boundary])
    other = list(cls.__bases__[boundary:])
    # ABCs that this class satisfies and no base of it does.
    own = [base for base in abcs
           if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)]
    abcs = [base for base in abcs if base not in own]
    return _merge_orders([[cls]]
                         + [_mro_with_abcs(base, abcs) for base in explicit]
                         + [_mro_with_abcs(base, abcs) for base in own]
                         + [_mro_with_abcs(base, abcs) for base in other]
                         + [explicit, own, other])


def _compose_mro(cls, types):
    """The MRO of cls, with the registered ABCs among types that it implements."""
    bases = set(cls.__mro__)

    def is_related(ty):
        return ty not in bases and hasattr(ty, '__mro__') and issubclass(cls, ty)

    types = [ty for ty in types if is_related(ty)]
    # A type that another one of them inherits from comes with that one.
    types = [ty for ty in types if not any(ty is not other and ty in other.__mro__ for other in types)]
    known = set(types)
    result = []
    for ty in types:
        found = []
        for sub in ty.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([base for base in sub.__mro__ if base in known])
        if not found:
            result.append(ty)
            continue
        # The subclass with most known ABCs first.
        found.sort(key=len, reverse=True)
        for chain in found:
            for sub in chain:
                if sub not in result:
                    result.append(sub)
    return _mro_with_abcs(cls, result)


def _find_impl(cls, registry):
    """The implementation registered for the class nearest to cls."""
    match = None
    for ty in _compose_mro(cls, registry.keys()):
        if match is not None:
            # The next best one must not be as good: two unrelated ABCs are ambiguous.
            if (ty in registry and ty not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, ty)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {ty}')
            break
        if ty in registry:
            match = ty
    return registry.get(match)


def singledispatch(func):
    """Decorator that makes a generic function: which implementation is called depends on the type of the first argument.

    Others are added with the function's register(); the decorated one is for all other types.
    """
    registry = {}
    # Classes live for ever, so that weak references to them would gain nothing.
    dispatch_cache = {}
    cache_token = None

    def dispatch(cls):
        """The implementation for a class: dispatch(cls) -> <function implementation>"""
        nonlocal cache_token
        if cache_token is not None:
            token = _get_cache_token()
            if token != cache_token:
                dispatch_cache.clear()
                cache_token = token
        try:
            return dispatch_cache[cls]
        except KeyError:
            try:
                found = registry[cls]
            except KeyError:
                found = _find_impl(cls, registry)
            dispatch_cache[cls] = found
        return found

    def is_class(cls):
        return isinstance(cls, type) and not isinstance(cls, _GenericAlias)

    def register(cls, func=None):
        """Add an implementation: register(cls, func), @register(cls), or @register with an annotated function."""
        nonlocal cache_token
        if is_class(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            elif cls is None:
                cls = type(None)
            if not is_class(cls):
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        registry[cls] = func
        if cache_token is None and hasattr(cls, '__abstractmethods__'):
            cache_token = _get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch() for methods: the type of the first argument after self decides.

    The function may be any descriptor that can be called once it is bound.
    """

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation, as the register() of a generic function does."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            implementation = dispatch(args[0].__class__)
            return implementation.__get__(obj, cls)(*args, **kwargs)

        update_wrapper(_method, self.func)
        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
