"""The abstract base classes that ask for a method or two: the first half of collections.abc."""

from abc import ABCMeta, abstractmethod

# The classes say that they live where they are meant to be imported from.
__name__ = 'collections.abc'

# Types that have no names of their own, found through an object of theirs.
(bytes_iterator, bytearray_iterator, list_iterator, list_reverseiterator, range_iterator, longrange_iterator,
 set_iterator, str_iterator, tuple_iterator, zip_iterator, dict_keyiterator, dict_valueiterator,
 dict_itemiterator) = _iterator_types = [
    type(iter(thing))
    for thing in (b'', bytearray(), [], reversed([]), range(0), range(1 << 1000), set(), '', (), zip(), {}, {}.values(),
                  {}.items())]
dict_keys, dict_values, dict_items = map(type, ({}.keys(), {}.values(), {}.items()))
mappingproxy = type(type.__dict__)
GenericAlias = type(list[int])
EllipsisType = type(...)


async def _awaited():
    pass


async def _asynchronous():
    yield


FunctionType = type(_awaited)
generator = type(_ for _ in ())
async_generator = type(_asynchronous())
_awaited = _awaited()
# One that is never awaited is closed, or there is a warning.
_awaited.close()
coroutine = type(_awaited)
del _awaited, _asynchronous


# How the classes recognize others

def _check_methods(C, *methods):
    """True if class C has all of these methods, else NotImplemented; one that is None says that C does not want it."""
    for method in methods:
        found = None
        for base in C.__mro__:
            namespace = base.__dict__
            if method in namespace:
                found = namespace[method]
                break
        if found is None:
            return NotImplemented
    return True


def _recognizes(*methods):
    """A decorator of abstract classes: what has these methods counts as a subclass (of it, not of its subclasses)."""
    def decorate(owner):
        def __subclasshook__(cls, C):
            return _check_methods(C, *methods) if cls is owner else NotImplemented

        __subclasshook__.__qualname__ = f'{owner.__name__}.__subclasshook__'
        owner.__subclasshook__ = classmethod(__subclasshook__)
        return owner
    return decorate


# What generators and coroutines share

def _to_raise(typ, val, tb):
    """The exception meant by the arguments of throw()."""
    if tb is None:
        return typ if val is None else val
    return (typ() if val is None else val).with_traceback(tb)


def _closing(kind):
    """The method close() of a kind of generator."""
    def close(self):
        try:
            self.throw(GeneratorExit)
        except (StopIteration, GeneratorExit):
            pass
        else:
            raise RuntimeError(f'{kind} ignored GeneratorExit')

    close.__qualname__ = f'{kind.capitalize()}.close'
    close.__doc__ = f'Raise GeneratorExit inside the {kind}.'
    return close


# The classes. An abstract method does what a subclass may want of super().

@_recognizes('__hash__')
class Hashable(metaclass=ABCMeta):
    @abstractmethod
    def __hash__(self):
        return 0

    __slots__ = ()


@_recognizes('__len__')
class Sized(metaclass=ABCMeta):
    @abstractmethod
    def __len__(self):
        return 0

    __slots__ = ()


@_recognizes('__contains__')
class Container(metaclass=ABCMeta):
    @abstractmethod
    def __contains__(self, x):
        return False

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


@_recognizes('__iter__')
class Iterable(metaclass=ABCMeta):
    @abstractmethod
    def __iter__(self):
        yield from ()

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


@_recognizes('__iter__', '__next__')
class Iterator(Iterable):
    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        """The next item, or StopIteration at the end."""
        raise StopIteration

    __slots__ = ()


@_recognizes('__reversed__', '__iter__')
class Reversible(Iterable):
    @abstractmethod
    def __reversed__(self):
        yield from ()

    __slots__ = ()


@_recognizes('__len__', '__iter__', '__contains__')
class Collection(Sized, Iterable, Container):
    __slots__ = ()


@_recognizes('__iter__', '__next__', 'send', 'throw', 'close')
class Generator(Iterator):
    @abstractmethod
    def send(self, value):
        """Send a value into the generator: the next item, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the generator: the next item, or StopIteration."""
        raise _to_raise(typ, val, tb)

    def __next__(self):
        """The next item from the generator, or StopIteration."""
        return self.send(None)

    __slots__ = ()
    close = _closing('generator')


@_recognizes('__await__')
class Awaitable(metaclass=ABCMeta):
    @abstractmethod
    def __await__(self):
        yield

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


@_recognizes('__await__', 'send', 'throw', 'close')
class Coroutine(Awaitable):
    @abstractmethod
    def send(self, value):
        """Send a value into the coroutine: the next value that it yields, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the coroutine: the next value that it yields, or StopIteration."""
        raise _to_raise(typ, val, tb)

    __slots__ = ()
    close = _closing('coroutine')


@_recognizes('__aiter__')
class AsyncIterable(metaclass=ABCMeta):
    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


@_recognizes('__anext__', '__aiter__')
class AsyncIterator(AsyncIterable):
    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        """The next item, or StopAsyncIteration."""
        raise StopAsyncIteration

    __slots__ = ()


@_recognizes('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
class AsyncGenerator(AsyncIterator):
    @abstractmethod
    async def asend(self, value):
        """Send a value into the asynchronous generator: the next item, or StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raise an exception in the asynchronous generator: the next item, or StopAsyncIteration."""
        raise _to_raise(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside the asynchronous generator."""
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')

    async def __anext__(self):
        """The next item from the asynchronous generator, or StopAsyncIteration."""
        return await self.asend(None)

    __slots__ = ()


for _type in _iterator_types:
    Iterator.register(_type)
for _abstract, _type in (Generator, generator), (Coroutine, coroutine), (AsyncGenerator, async_generator):
    _abstract.register(_type)
del _iterator_types, _abstract, _type


# Callable[[int, str], float]

class _CallableGenericAlias(GenericAlias):
    """Callable[argtypes, resulttype]: the types of the arguments lie flat before that of the result."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        params, result = args
        if isinstance(params, (list, tuple)):
            args = (*params, result)
        elif not _is_param_expr(params):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {params}')
        return super().__new__(cls, origin, args)

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            if _is_typevarlike(arg):
                candidates = (arg,)
            else:
                candidates = getattr(arg, '__parameters__', ())
            found.extend(param for param in candidates if param not in found)
        return tuple(found)

    def __repr__(self):
        first, *others = self.__args__
        if len(others) == 1 and _is_param_expr(first):
            return super().__repr__()
        *params, result = map(_type_repr, self.__args__)
        return f"collections.abc.Callable[[{', '.join(params)}], {result}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        # GenericAlias finds the type variables of each part; what stands for a ParamSpec may be a list.
        parameters = self.__parameters__
        if len(parameters) == 0:
            raise TypeError(f'{self} is not a generic class')
        items = item if isinstance(item, tuple) else (item,)
        if len(parameters) == 1 and _is_param_expr(parameters[0]) and not (items and _is_param_expr(items[0])):
            if not (len(items) == 1 and isinstance(items[0], (list, tuple))):
                items = (list(items),)
        if len(items) != len(parameters):
            many = 'many' if len(items) > len(parameters) else 'few'
            raise TypeError(f'Too {many} arguments for {self}')
        substitution = dict(zip(parameters, items))
        args = []
        for arg in self.__args__:
            if _is_typevarlike(arg):
                new = substitution[arg]
                if isinstance(new, (list, tuple)):
                    args.extend(new)
                else:
                    args.append(new)
            else:
                inner = getattr(arg, '__parameters__', ())
                args.append(arg[tuple(substitution[param] for param in inner)] if inner else arg)
        if not isinstance(args[0], (tuple, list)) and not (len(args) == 2 and _is_param_expr(args[0])):
            args = [args[:-1], args[-1]]
        return _CallableGenericAlias(Callable, tuple(args))


def _is_typevarlike(arg):
    return type(arg).__module__ == 'typing' and type(arg).__name__ in ('ParamSpec', 'TypeVar')


def _is_param_expr(obj):
    """Whether it may stand for a whole list of arguments: ..., a ParamSpec, or Concatenate[...]."""
    if obj is Ellipsis or isinstance(obj, list):
        return True
    cls = type(obj)
    return cls.__module__ == 'typing' and cls.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    """How a type is shown inside an alias."""
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is Ellipsis:
        return '...'
    return obj.__name__ if isinstance(obj, FunctionType) else repr(obj)


@_recognizes('__call__')
class Callable(metaclass=ABCMeta):
    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __slots__ = ()
    __class_getitem__ = classmethod(_CallableGenericAlias)
