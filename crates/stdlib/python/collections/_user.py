"""collections.UserDict, UserList and UserString: a builtin object in the attribute `data`, for subclasses to wrap."""

import operator as _operator
import sys as _sys
from _collections_abc import MutableMapping as _MutableMapping
from _collections_abc import MutableSequence as _MutableSequence
from _collections_abc import Sequence as _Sequence

# The classes say that they live where they are meant to be imported from.
__name__ = 'collections'


# What the three share

def _give(owner, make, *names):
    """Give a class the methods that `make` makes of their names."""
    for name in names:
        method = make(name)
        method.__code__ = method.__code__.replace(co_name=name)
        method.__name__ = name
        method.__qualname__ = f'{owner.__name__}.{name}'
        setattr(owner, name, method)


def _clone(original, data):
    """Another object of the same class with the same attributes, except that `data` is its own."""
    cls = original.__class__
    clone = cls.__new__(cls)
    attributes = clone.__dict__
    attributes.update(original.__dict__)
    attributes['data'] = data
    return clone


def _same(name):
    """A method without arguments that gives what that of the data gives."""
    def method(self):
        return getattr(self.data, name)()
    return method


def _conversion(name):
    """What a builtin function makes of the data, by the name of its special method."""
    function = {'__str__': str, '__repr__': repr, '__hash__': hash, '__int__': int, '__float__': float,
                '__complex__': complex}[name]

    def method(self):
        return function(self.data)
    return method


# Dicts

def _dict_in(operand):
    """The dict that an operand of | is or has, if any."""
    if isinstance(operand, UserDict):
        return operand.data
    return operand if isinstance(operand, dict) else None


class UserDict(_MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    def __getitem__(self, key):
        data = self.data
        if key not in data:
            missing = getattr(self.__class__, '__missing__', None)
            if missing is None:
                raise KeyError(key)
            return missing(self, key)
        return data[key]

    def __contains__(self, key):
        return key in self.data

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __ior__(self, other):
        theirs = _dict_in(other)
        self.data |= other if theirs is None else theirs
        return self

    def __or__(self, other):
        theirs = _dict_in(other)
        return NotImplemented if theirs is None else self.__class__(self.data | theirs)

    def __ror__(self, other):
        theirs = _dict_in(other)
        return NotImplemented if theirs is None else self.__class__(theirs | self.data)

    def __copy__(self):
        return _clone(self, self.__dict__['data'].copy())

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        # A subclass may copy more than the data, and may set items in its own way.
        from copy import copy
        data, self.data = self.data, {}
        try:
            result = copy(self)
        finally:
            self.data = data
        result.update(self)
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


_give(UserDict, _conversion, '__repr__')


# Lists

def _list_in(operand):
    """An operand as it is, or the list in a UserList."""
    return operand.data if isinstance(operand, UserList) else operand


def _as_list(operand):
    """A list of the items of any iterable."""
    items = _list_in(operand)
    return items if isinstance(items, list) else list(items)


class UserList(_MutableSequence):
    """What a list can do, for classes that do more."""

    __hash__ = None

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_list_in(initlist))

    # What gives another list of this class

    def __add__(self, other):
        return self.__class__(self.data + _as_list(other))

    def __radd__(self, other):
        return self.__class__(_as_list(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return _clone(self, self.__dict__['data'][:])

    # Single items, and slices, which are lists of this class too

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __delitem__(self, i):
        del self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def pop(self, i=-1):
        return self.data.pop(i)

    # Items that are looked for

    def __contains__(self, item):
        return item in self.data

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    def remove(self, item):
        self.data.remove(item)

    # All of it

    def __len__(self):
        return len(self.data)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def __imul__(self, n):
        self.data *= n
        return self

    # Growth

    def append(self, item):
        self.data.append(item)

    def extend(self, other):
        self.data.extend(_list_in(other))

    def __iadd__(self, other):
        self.data += _as_list(other)
        return self

    def insert(self, i, item):
        self.data.insert(i, item)


def _list_comparison(name):
    compare = getattr(_operator, name)

    def method(self, other):
        return compare(self.data, other.data if isinstance(other, UserList) else other)
    return method


_give(UserList, _list_comparison, '__eq__', '__lt__', '__le__', '__gt__', '__ge__')
_give(UserList, _same, 'clear', 'reverse')
_give(UserList, _conversion, '__repr__')


# Strings

def _str_in(value):
    """The str inside a UserString; other values as they are."""
    return value.data if isinstance(value, UserString) else value


def _as_str(value):
    """A str of any value."""
    text = _str_in(value)
    return text if isinstance(text, str) else str(text)


class UserString(_Sequence):
    maketrans = str.maketrans

    def __init__(self, seq):
        if isinstance(seq, str):
            self.data = seq
        else:
            self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __getnewargs__(self):
        return self.data[:],

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return _str_in(char) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    # Operators

    def __add__(self, other):
        return self.__class__(self.data + _as_str(other))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    # Methods like no other; the rest is made below.

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def expandtabs(self, tabsize=8):
        return self.__class__(self.data.expandtabs(tabsize))

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def join(self, seq):
        return self.data.join(seq)

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(_str_in(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(_str_in(suffix)))

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(_str_in(old), _str_in(new), maxsplit))

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    def zfill(self, width):
        return self.__class__(self.data.zfill(width))

    # These hand their arguments on as they are, even a UserString.

    def startswith(self, prefix, start=0, end=_sys.maxsize):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=_sys.maxsize):
        return self.data.endswith(suffix, start, end)


def _str_comparison(name):
    compare = getattr(_operator, name)

    def method(self, string):
        return compare(self.data, string.data if isinstance(string, UserString) else string)
    return method


def _changed(name):
    def method(self):
        return self.__class__(getattr(self.data, name)())
    return method


def _padded(name):
    def method(self, width, *args):
        return self.__class__(getattr(self.data, name)(width, *args))
    return method


def _stripped(name):
    def method(self, chars=None):
        return self.__class__(getattr(self.data, name)(chars))
    return method


def _searched(name):
    def method(self, sub, start=0, end=_sys.maxsize):
        return getattr(self.data, name)(_str_in(sub), start, end)
    return method


def _indexed(name):
    # Unlike find(), this finds no UserString.
    def method(self, sub, start=0, end=_sys.maxsize):
        return getattr(self.data, name)(sub, start, end)
    return method


def _parted(name):
    def method(self, sep):
        return getattr(self.data, name)(sep)
    return method


def _splitted(name):
    def method(self, sep=None, maxsplit=-1):
        return getattr(self.data, name)(sep, maxsplit)
    return method


for _make, _names in (
        (_conversion, '__str__ __repr__ __hash__ __int__ __float__ __complex__'),
        (_str_comparison, '__eq__ __lt__ __le__ __gt__ __ge__'),
        (_same, 'isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle '
                'isupper'),
        (_changed, 'capitalize casefold lower swapcase title upper'),
        (_padded, 'center ljust rjust'),
        (_stripped, 'strip lstrip rstrip'),
        (_searched, 'count find rfind'),
        (_indexed, 'index rindex'),
        (_parted, 'partition rpartition'),
        (_splitted, 'split rsplit')):
    _give(UserString, _make, *_names.split())
del _make, _names
