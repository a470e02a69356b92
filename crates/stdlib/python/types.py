"""Names for builtin types that have none, and help with making classes."""

import sys


def _function():
    yield


FunctionType = type(_function)
LambdaType = type(lambda: None)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
GeneratorType = type(_function())


def _cell():
    value = 1

    def inner():
        nonlocal value
    return inner.__closure__[0]


CellType = type(_cell())


async def _coroutine():
    pass


_coroutine = _coroutine()
CoroutineType = type(_coroutine)
_coroutine.close()


async def _async_generator():
    yield


_async_generator = _async_generator()
AsyncGeneratorType = type(_async_generator)


class _Class:
    def _method(self):
        pass


# Methods and attributes of native types
BuiltinFunctionType = type(len)
MethodDescriptorType, BuiltinMethodType = type(list.append), type([].append)
WrapperDescriptorType, MethodWrapperType = type(object.__init__), type(object().__init__)
ClassMethodDescriptorType = type(vars(dict)['fromkeys'])
GetSetDescriptorType, MemberDescriptorType = type(FunctionType.__code__), type(FunctionType.__globals__)

# And of what classes, modules and exceptions consist of
MethodType = type(_Class()._method)
ModuleType = type(sys)
try:
    raise TypeError
except TypeError as _error:
    _traceback = _error.__traceback__
    TracebackType, FrameType = type(_traceback), type(_traceback.tb_frame)

# Constants, and types of types
NoneType, NotImplementedType, EllipsisType = map(type, (None, NotImplemented, ...))
GenericAlias, UnionType = type(list[int]), type(int | str)

del sys, _function, _cell, _Class, _coroutine, _async_generator, _traceback


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement would: exec_body fills the namespace, keyword arguments are its own."""
    entries = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, entries, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if entries is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, entries, namespace, **kwds)


def resolve_bases(bases):
    """The bases, with what stands for others (PEP 560) replaced by these."""
    result = []
    changed = False
    for base in bases:
        entries = getattr(base, '__mro_entries__', None)
        is_class = isinstance(base, type) and not isinstance(base, GenericAlias)
        if is_class or entries is None:
            result.append(base)
            continue
        changed = True
        found = entries(bases)
        if not isinstance(found, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        result.extend(found)
    return tuple(result) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """Find a class's metaclass and have it prepare the namespace.

    Gives the metaclass, the namespace, and the keyword arguments without 'metaclass'.
    """
    kwds = dict(kwds or ())
    try:
        meta = kwds.pop('metaclass')
    except KeyError:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _calculate_meta(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds


def _calculate_meta(meta, bases):
    """The most derived metaclass."""
    for candidate in map(type, bases):
        if issubclass(meta, candidate):
            continue
        if not issubclass(candidate, meta):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
        meta = candidate
    return meta


class DynamicClassAttribute:
    """A property whose access through the class goes to the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc or fget.__doc__
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError('unreadable attribute')
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        change = self.fset
        if change is None:
            raise AttributeError("can't set attribute")
        change(instance, value)

    def __delete__(self, instance):
        remove = self.fdel
        if remove is None:
            raise AttributeError("can't delete attribute")
        remove(instance)

    def __changed(self, fget, fset, fdel, doc=None):
        changed = type(self)(fget, fset, fdel, doc or self.__doc__)
        changed.overwrite_doc = self.overwrite_doc
        return changed

    def getter(self, fget):
        return self.__changed(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else None)

    def setter(self, fset):
        return self.__changed(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self.__changed(self.fget, self.fset, fdel)


class _GeneratorWrapper:
    """A generator that may be awaited (see coroutine())."""

    def __init__(self, gen):
        self.__inner = gen
        for name in ('__name__', '__qualname__'):
            setattr(self, name, getattr(gen, name, None))

    def __iter__(self):
        inner = self.__inner
        return inner if inner.__class__ is GeneratorType else self

    __await__ = __iter__

    def __next__(self):
        return next(self.__inner)

    def send(self, val):
        return self.__inner.send(val)

    def throw(self, tp, *rest):
        return self.__inner.throw(tp, *rest)

    def close(self):
        return self.__inner.close()

    # What generators and coroutines tell of themselves, under the names of both.
    cr_code = gi_code = property(lambda self: self.__inner.gi_code)
    cr_frame = gi_frame = property(lambda self: self.__inner.gi_frame)
    cr_running = gi_running = property(lambda self: self.__inner.gi_running)
    cr_await = gi_yieldfrom = property(lambda self: self.__inner.gi_yieldfrom)


def coroutine(func):
    """Make a generator function one whose generators can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType and getattr(func, '__code__', None).__class__ is CodeType:
        flags = func.__code__.co_flags
        # CO_COROUTINE and CO_ITERABLE_COROUTINE: it is one.
        if flags & 0x180:
            return func
        # CO_GENERATOR
        if flags & 0x20:
            code = func.__code__
            func.__code__ = code.replace(co_flags=code.co_flags | 0x100)
            return func
    import _collections_abc
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or (made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100):
            return made
        if isinstance(made, _collections_abc.Generator) and not isinstance(made, _collections_abc.Coroutine):
            return _GeneratorWrapper(made)
        return made

    return wrapped


__all__ = [name for name in globals() if name[:1] != '_']
