"""Containers beside the builtin ones.

deque, defaultdict and OrderedDict are native (module _collections); the rest is here.
"""

import sys as _sys
from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque
from _collections_abc import MutableSequence as _MutableSequence
from collections._chainmap import ChainMap
from collections._counter import Counter
from collections._user import UserDict, UserList, UserString
from keyword import iskeyword as _iskeyword

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
           'defaultdict', 'deque', 'namedtuple']

_MutableSequence.register(deque)


# namedtuple

def _field_list(field_names, rename):
    """The field names as a list of strs; unusable ones become _0, _1, ... if that is wanted."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    if not rename:
        return names
    seen = set()
    for place, name in enumerate(names):
        usable = name.isidentifier() and not _iskeyword(name) and not name.startswith('_')
        if not usable or name in seen:
            names[place] = f'_{place}'
        seen.add(name)
    return names


def _check_names(typename, names, rename):
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _caller_module(depth):
    """__name__ of the module that called, or None where that cannot be found out."""
    try:
        return _sys._getframe(depth + 1).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a new subclass of tuple whose items also have names.

    >>> Point = namedtuple('Point', ['x', 'y'])
    >>> p = Point(11, y=22)
    >>> p[0] + p.y
    33
    >>> p
    Point(x=11, y=22)
    >>> p._replace(x=100)._asdict()
    {'x': 100, 'y': 22}
    """
    names = _field_list(field_names, rename)
    typename = _sys.intern(str(typename))
    _check_names(typename, names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))

    names = tuple(map(_sys.intern, names))
    count = len(names)
    make_tuple, to_dict, to_tuple = tuple.__new__, dict, tuple

    params = ''.join(f', {name}' for name in names)
    items = ''.join(f'{name}, ' for name in names)
    scope = {'_tuple_new': make_tuple, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = eval(f'lambda _cls{params}: _tuple_new(_cls, ({items}))', scope)
    __new__.__name__ = '__new__'
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(names)})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = make_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, item) for name, item in zip(names, self))
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    template = '(' + ', '.join(f'{name}=%r' for name in names) + ')'

    def __repr__(self):
        'Return a nicely formatted representation string'
        return self.__class__.__name__ + template % self

    def _asdict(self):
        'Return a new dict which maps field names to their values.'
        return to_dict(zip(self._fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return to_tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'

    namespace = {'__doc__': f"{typename}({', '.join(names)})", '__slots__': (), '_fields': names,
                 '_field_defaults': field_defaults, '__new__': __new__, '_make': _make}
    for method in (_replace, __repr__, _asdict, __getnewargs__):
        namespace[method.__name__] = method
    namespace['__match_args__'] = names
    for place, name in enumerate(names):
        namespace[name] = _tuplegetter(place, _sys.intern(f'Alias for field number {place}'))
    result = type(typename, (tuple,), namespace)

    if module is None:
        module = _caller_module(1)
    if module is not None:
        result.__module__ = module
    return result
