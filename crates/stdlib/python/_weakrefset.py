"""WeakSet: a set whose members are not kept alive by it."""

from _weakref import ref
from types import GenericAlias

__all__ = ["WeakSet"]


class _IterationGuard:
    """Holds back removals from a weak container while somebody iterates over it."""

    def __init__(self, container):
        self._container = ref(container)

    def __enter__(self):
        container = self._container()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, kind, value, traceback):
        container = self._container()
        if container is not None:
            running = container._iterating
            running.remove(self)
            if not running:
                container._commit_removals()


def _weak(items):
    """References to the items of an iterable, to be compared with those in a set."""
    return set(map(ref, items))


def _on_a_copy(name, alter):
    """A method that gives a changed copy, by the method that changes in place."""
    def method(self, other):
        changed = self.copy()
        getattr(changed, alter)(other)
        return changed

    method.__code__ = method.__code__.replace(co_name=name)
    method.__name__, method.__qualname__ = name, f"WeakSet.{name}"
    return method


class WeakSet:
    def __init__(self, data=None):
        def forget(dead, _owner=ref(self)):
            owner = _owner()
            if owner is None:
                return
            if owner._iterating:
                # Somebody iterates: removals wait. Methods that change the set make up for them first.
                owner._pending_removals.append(dead)
            else:
                owner.data.discard(dead)

        self.data = set()
        self._iterating, self._pending_removals = set(), []
        self._remove = forget
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        waiting, discard = self._pending_removals, self.data.discard
        while waiting:
            discard(waiting.pop())

    def __reduce__(self):
        return self.__class__, ([*self],), getattr(self, "__dict__", None)

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)

    # As a container

    def __iter__(self):
        with _IterationGuard(self):
            for member in map(ref.__call__, self.data):
                if member is not None:
                    yield member

    def __contains__(self, item):
        try:
            item = ref(item)
        except TypeError:
            return False
        return item in self.data

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def copy(self):
        return self.__class__(self)

    # Single items

    def add(self, item):
        self._pending_removals and self._commit_removals()
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self._pending_removals and self._commit_removals()
        self.data.discard(ref(item))

    def remove(self, item):
        self._pending_removals and self._commit_removals()
        self.data.remove(ref(item))

    def pop(self):
        self._pending_removals and self._commit_removals()
        members, found = self.data, None
        while found is None:
            if not members:
                raise KeyError("pop from empty WeakSet") from None
            found = members.pop()()
        return found

    def clear(self):
        self._pending_removals and self._commit_removals()
        self.data.clear()

    # Comparisons

    def __eq__(self, other):
        return self.data == _weak(other) if isinstance(other, self.__class__) else NotImplemented

    def __lt__(self, other):
        return self.data < _weak(other)

    def __gt__(self, other):
        return self.data > _weak(other)

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    def isdisjoint(self, other):
        return not len(self.intersection(other))

    __le__, __ge__ = issubset, issuperset

    # Operations in place

    def update(self, other):
        self._pending_removals and self._commit_removals()
        for item in other:
            self.add(item)

    def intersection_update(self, other):
        self.__iand__(other)

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self._pending_removals and self._commit_removals()
        self.data.intersection_update(map(ref, other))
        return self

    def __isub__(self, other):
        self._pending_removals and self._commit_removals()
        if other is not self:
            self.data.difference_update(map(ref, other))
        else:
            self.data.clear()
        return self

    def __ixor__(self, other):
        self._pending_removals and self._commit_removals()
        if other is not self:
            forget = self._remove
            self.data.symmetric_difference_update(ref(item, forget) for item in other)
        else:
            self.data.clear()
        return self

    # Operations that give a new set

    def union(self, other):
        return self.__class__(item for operand in (self, other) for item in operand)

    def intersection(self, other):
        return self.__class__(filter(self.__contains__, other))

    difference = _on_a_copy("difference", "difference_update")
    symmetric_difference = _on_a_copy("symmetric_difference", "symmetric_difference_update")

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
