"""The abstract base classes of containers (PEP 3119). Their public name is collections.abc."""

import sys
from itertools import count as _count
from _collections_abc_protocols import (
    _CallableGenericAlias, _check_methods, _is_param_expr, _is_typevarlike, _type_repr, ABCMeta, abstractmethod,
    async_generator, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, bytearray_iterator, bytes_iterator,
    Callable, Collection, Container, coroutine, Coroutine, dict_itemiterator, dict_items, dict_keyiterator,
    dict_keys, dict_valueiterator, dict_values, EllipsisType, FunctionType, generator, Generator, GenericAlias,
    Hashable, Iterable, Iterator, list_iterator, list_reverseiterator, longrange_iterator, mappingproxy,
    range_iterator, Reversible, set_iterator, Sized, str_iterator, tuple_iterator, zip_iterator)

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet',
           'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence',
           'MutableSequence', 'ByteString']

# The classes say that they live where they are meant to be imported from.
__name__ = 'collections.abc'

_ABSENT = object()


def _exhaust(take, end):
    """Take items out of a container, until it says by an exception of this class that there are no more."""
    try:
        while True:
            take()
    except end:
        pass


# Sets

def _covered(part, whole):
    """Whether all items of a container are in another."""
    for item in part:
        if item not in whole:
            return False
    return True


def _operand(other, example):
    """The other operand of a set operation as a set, made as `example` makes them; else NotImplemented."""
    if isinstance(other, Set):
        return other
    return example._from_iterable(other) if isinstance(other, Iterable) else NotImplemented


class Set(Collection):
    """A finite container of different items.

    What a concrete class must have is __contains__, __iter__ and __len__; all else is made of these. Comparisons (whose
    speed matters) may be redefined by __le__ and __ge__ alone. A class whose constructor does not take an iterable
    redefines _from_iterable.
    """

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Make a set of the items of any iterable, for results of operations."""
        return cls(it)

    # Comparisons say which set contains which.

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __le__(self, other):
        return len(self) <= len(other) and _covered(self, other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return len(self) >= len(other) and _covered(other, self) if isinstance(other, Set) else NotImplemented

    def isdisjoint(self, other):
        """Whether the two have no item in common."""
        for item in other:
            if item in self:
                return False
        return True

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for operand in (self, other) for item in operand)
        return NotImplemented

    def __sub__(self, other):
        removed = _operand(other, self)
        if removed is NotImplemented:
            return removed
        return self._from_iterable(item for item in self if item not in removed)

    def __rsub__(self, other):
        kept = _operand(other, self)
        if kept is NotImplemented:
            return kept
        return self._from_iterable(item for item in kept if item not in self)

    def __xor__(self, other):
        other = _operand(other, self)
        return other if other is NotImplemented else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        """A hash for a set of hashable elements that does not depend on their order; frozenset's own."""
        largest = sys.maxsize
        word = 2 * largest + 1
        result = 1927868237 * (len(self) + 1) & word
        for element in map(hash, self):
            result ^= (element ^ element << 16 ^ 89869747) * 3644798167 & word
        result ^= result >> 11 ^ result >> 25
        result = result * 69069 + 907133923 & word
        # As a signed number; -1 is no hash.
        result = result if result <= largest else result - word - 1
        return result if result != -1 else 590923713


class MutableSet(Set):
    """A set that items can be put into and taken out of.

    What a concrete class must have is __contains__, __iter__, __len__, add() and discard().
    """

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an item in, if it is not there."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out, which has to be there (else KeyError)."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Take some item out and return it (KeyError if there is none)."""
        try:
            some = next(iter(self))
        except StopIteration:
            raise KeyError from None
        self.discard(some)
        return some

    def clear(self):
        """Take all items out, one by one."""
        _exhaust(self.pop, KeyError)

    def __ior__(self, it):
        add = self.add
        for item in it:
            add(item)
        return self

    def __iand__(self, it):
        discard = self.discard
        for item in self - it:
            discard(item)
        return self

    def __isub__(self, it):
        if it is not self:
            discard = self.discard
            for item in it:
                discard(item)
        else:
            self.clear()
        return self

    def __ixor__(self, it):
        if it is not self:
            for item in it if isinstance(it, Set) else self._from_iterable(it):
                change = self.discard if item in self else self.add
                change(item)
        else:
            self.clear()
        return self


# Mappings

class Mapping(Collection):
    """A container that finds values by keys.

    What a concrete class must have is __getitem__, __iter__ and __len__.
    """

    __slots__ = ()
    __reversed__ = None

    # Py_TPFLAGS_MAPPING: matches mapping patterns.
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of a key, or the default where there is none."""
        try:
            return self[key]
        except KeyError:
            pass
        return default

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def items(self):
        """A view of the pairs (key, value), which works like a set."""
        return ItemsView(self)

    def keys(self):
        """A view of the keys, which works like a set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)


class MutableMapping(Mapping):
    """A mapping whose values can be set and deleted.

    What a concrete class must have is __getitem__, __setitem__, __delitem__, __iter__ and __len__.
    """

    __slots__ = ()
    __marker = _ABSENT

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def setdefault(self, key, default=None):
        """The value of a key, which the default becomes where there is none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def pop(self, key, default=_ABSENT):
        """Delete a key and return its value, or the default (if given, else KeyError) where there is none."""
        try:
            value = self[key]
        except KeyError:
            if default is not _ABSENT:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Delete some key and return it with its value (KeyError if there is none)."""
        try:
            some = next(iter(self))
        except StopIteration:
            raise KeyError from None
        pair = some, self[some]
        del self[some]
        return pair

    def clear(self):
        """Delete all keys, one by one."""
        _exhaust(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        """Set values from a mapping, from what has keys() and can be indexed by them, or from pairs; then from keywords."""
        is_mapping = isinstance(other, Mapping)
        if is_mapping or hasattr(other, 'keys'):
            for key in other if is_mapping else other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for name in kwds:
            self[name] = kwds[name]


# What mappings show of themselves

class MappingView(Sized):
    __slots__ = '_mapping',
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'

    def __len__(self):
        return len(self._mapping)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Results of operations are plain sets."""
        return {*it}

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Results of operations are plain sets."""
        return {*it}

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]

    def __contains__(self, item):
        key, wanted = item
        try:
            value = self._mapping[key]
        except KeyError:
            return False
        return value is wanted or value == wanted


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        mapping = self._mapping
        for key in mapping:
            candidate = mapping[key]
            if candidate is value or candidate == value:
                return True
        return False


# Sequences

class Sequence(Reversible, Collection):
    """A container whose items are numbered from 0.

    What a concrete class must have is __getitem__ and __len__.
    """

    __slots__ = ()

    # Py_TPFLAGS_SEQUENCE: matches sequence patterns.
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        try:
            for place in _count():
                yield self[place]
        except IndexError:
            pass

    def __reversed__(self):
        for place in range(len(self) - 1, -1, -1):
            yield self[place]

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def count(self, value):
        """How many of the items are this value."""
        return sum(1 for item in self if item is value or item == value)

    def index(self, value, start=0, stop=None):
        """The first place of a value (ValueError if there is none), between bounds that may count from the end."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        place = start
        while stop is None or place < stop:
            try:
                item = self[place]
            except IndexError:
                break
            if item is value or item == value:
                return place
            place += 1
        raise ValueError


class ByteString(Sequence):
    """What bytes and bytearray are."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence whose items can be set, put in and taken out.

    What a concrete class must have is __getitem__, __setitem__, __delitem__, __len__ and insert().
    """

    __slots__ = ()

    @abstractmethod
    def insert(self, index, value):
        """Put an item in before the one at a place."""
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    def append(self, value):
        """Put an item at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put the items of an iterable at the end."""
        if values is self:
            values = list(values)
        for item in values:
            self.append(item)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Take out the item at a place, the last one if none is given, and return it."""
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        """Take out the first item that is this value (ValueError if none is)."""
        del self[self.index(value)]

    def clear(self):
        """Take all items out, from the end."""
        _exhaust(self.pop, IndexError)

    def reverse(self):
        """Turn the order of the items round."""
        last = len(self) - 1
        for place in range((last + 1) // 2):
            self[place], self[last - place] = self[last - place], self[place]


# The builtin classes, which inherit from none of these
for _abstract, _concrete in ((Set, [frozenset]), (MutableSet, [set]), (Mapping, [mappingproxy]), (MutableMapping, [dict]),
                             (KeysView, [dict_keys]), (ItemsView, [dict_items]), (ValuesView, [dict_values]),
                             (Sequence, [tuple, str, range, memoryview]), (ByteString, [bytes, bytearray]),
                             (MutableSequence, [list, bytearray])):
    for _type in _concrete:
        _abstract.register(_type)
del _abstract, _concrete, _type
