"""collections.Counter."""

from _collections import _count_elements
from _collections_abc import Mapping as _Mapping
from itertools import chain as _chain
from itertools import repeat as _repeat
from itertools import starmap as _starmap
from operator import eq as _eq
from operator import ge as _ge
from operator import itemgetter as _itemgetter
from operator import le as _le

# The class says that it lives where it is meant to be imported from.
__name__ = 'collections'


def _agree(left, right, compare):
    """Whether a comparison holds for the counts of every element of two counters."""
    for counter in (left, right):
        for element in counter:
            if not compare(left[element], right[element]):
                return False
    return True


class Counter(dict):
    """Dict subclass for counting hashable items: elements are its keys, their counts its values.

    >>> c = Counter('abcdeabcdabcaba')
    >>> c.most_common(3)
    [('a', 5), ('b', 4), ('c', 3)]
    >>> c['z']                      # what was never counted counts zero
    0
    >>> sum(c.values())
    15
    >>> c.update('simsalabim')      # adds
    >>> c['a']
    7
    """

    def __init__(self, iterable=None, /, **kwds):
        """Count the items of an iterable, or take counts from a mapping or from keyword arguments."""
        super().__init__()
        self.update(iterable, **kwds)

    def total(self):
        """How many have been counted, all in all."""
        return sum(self.values())

    def __missing__(self, key):
        """Whatever was never counted counts zero."""
        return 0

    def most_common(self, n=None):
        """The n most common elements with their counts, most common first; all of them without n.

        >>> Counter('abracadabra').most_common(3)
        [('a', 5), ('b', 2), ('r', 2)]
        """
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        """Iterate over the elements, each as often as its count says (not at all below one).

        >>> sorted(Counter('ABCABC').elements())
        ['A', 'A', 'B', 'B', 'C', 'C']
        """
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Like dict.update(), but counts are added to those that are there.

        >>> c = Counter('which')
        >>> c.update('witch')
        >>> c['h']
        3
        """
        if iterable is not None:
            if not isinstance(iterable, _Mapping):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for element, count in iterable.items():
                    self[element] = count + get(element, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Like dict.update(), but counts are subtracted from those that are there; they may become negative.

        >>> c = Counter('which')
        >>> c.subtract('witch')
        >>> c['h'], c['w'], c['t']
        (1, 0, -1)
        """
        if iterable is not None:
            pairs = iterable.items() if isinstance(iterable, _Mapping) else zip(iterable, _repeat(1))
            counted = self.get
            for element, count in pairs:
                self[element] = counted(element, 0) - count
        if kwds:
            self.subtract(kwds)

    def __delitem__(self, elem):
        """Forget an element, if it is there."""
        if elem in self:
            super().__delitem__(elem)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def copy(self):
        """Another counter with the same counts."""
        return self.__class__(self)

    # Comparisons, in which elements that are missing count zero. They are those of multisets: <= says that no count is
    # larger, < that one is smaller too.

    def __eq__(self, other):
        return _agree(self, other, _eq) if isinstance(other, Counter) else NotImplemented

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        return _agree(self, other, _le) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return _agree(self, other, _ge) if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            # Counts that cannot be ordered keep the order of insertion.
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def __add__(self, other):
        'Add counts from two counters; only positive sums are kept.'
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            total = count + other[element]
            if total > 0:
                result[element] = total
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __sub__(self, other):
        'Subtract counts; only positive differences are kept.'
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            difference = count - other[element]
            if difference > 0:
                result[element] = difference
        for element, count in other.items():
            if element not in self and count < 0:
                result[element] = 0 - count
        return result

    def __or__(self, other):
        'Union is the maximum of value in either of the input counters.'
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            theirs = other[element]
            larger = theirs if count < theirs else count
            if larger > 0:
                result[element] = larger
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __and__(self, other):
        'Intersection is the minimum of corresponding counts.'
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            theirs = other[element]
            smaller = count if count < theirs else theirs
            if smaller > 0:
                result[element] = smaller
        return result

    def __pos__(self):
        'Only the positive counts.'
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        'Only the negative counts, with the sign turned.'
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        """Drop elements whose count is not positive."""
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        'Inplace add from another counter, keeping only positive counts.'
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        'Inplace subtract counter, but keep only results with positive counts.'
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        'Inplace union is the maximum of value from either counter.'
        for element, theirs in other.items():
            if theirs > self[element]:
                self[element] = theirs
        return self._keep_positive()

    def __iand__(self, other):
        'Inplace intersection is the minimum of corresponding counts.'
        for element, count in self.items():
            theirs = other[element]
            if theirs < count:
                self[element] = theirs
        return self._keep_positive()
