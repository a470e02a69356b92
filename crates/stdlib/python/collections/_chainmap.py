"""collections.ChainMap."""

from _collections_abc import Mapping as _Mapping
from _collections_abc import MutableMapping as _MutableMapping
from reprlib import recursive_repr as _recursive_repr

# The class says that it lives where it is meant to be imported from.
__name__ = 'collections'


class ChainMap(_MutableMapping):
    """Several mappings seen as one: look-ups search them in order, changes go to the first."""

    def __init__(self, *maps):
        """Take the mappings, or one new dict if there is none."""
        self.maps = [*maps] or [{}]

    @_recursive_repr()
    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, ', '.join(map(repr, self.maps)))

    # Look-ups

    def __getitem__(self, key):
        for level in self.maps:
            # Asked without `in`, for a defaultdict has it all the same.
            try:
                return level[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for level in self.maps:
            if key in level:
                return True
        return False

    def get(self, key, default=None):
        if key in self:
            return self[key]
        return default

    # The keys of all, each once; those of the last mapping come first.

    def __iter__(self):
        keys = {}
        for level in self.maps[::-1]:
            keys |= dict.fromkeys(level)
        return iter(keys)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    # Changes of the first mapping

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        front = self.maps[0]
        try:
            del front[key]
        except KeyError:
            raise KeyError(_NOT_THERE % (key,))

    def pop(self, key, *args):
        """Take a key out of the first mapping and return its value."""
        front = self.maps[0]
        try:
            return front.pop(key, *args)
        except KeyError:
            raise KeyError(_NOT_THERE % (key,))

    def popitem(self):
        """Take some pair out of the first mapping."""
        front = self.maps[0]
        try:
            return front.popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # Other chains

    @classmethod
    def fromkeys(cls, iterable, *args):
        """A chain of one dict, with these keys and one value."""
        return cls(dict.fromkeys(iterable, *args))

    def new_child(self, m=None, **kwargs):
        """A chain with another mapping in front: m, updated with the keyword arguments."""
        front = kwargs if m is None else m
        if front is not kwargs and kwargs:
            front.update(kwargs)
        return self.__class__(front, *self.maps)

    @property
    def parents(self):
        """The chain of all mappings but the first."""
        return self.__class__(*self.maps[1:])

    def copy(self):
        """A chain with a copy of the first mapping in front of the same others."""
        front = self.maps[0].copy()
        return self.__class__(front, *self.maps[1:])

    __copy__ = copy

    def __or__(self, other):
        if isinstance(other, _Mapping):
            union = self.copy()
            union.maps[0].update(other)
            return union
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _Mapping):
            union = dict(other)
            for level in self.maps[::-1]:
                union.update(level)
            return self.__class__(union)
        return NotImplemented


_NOT_THERE = 'Key not found in the first mapping: %r'
