"""Reprs of limited size, and reprs that survive recursion."""

import builtins
from itertools import islice

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    """Decorator for a __repr__: a call for an object whose repr is being made already returns fillvalue."""

    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__annotations__ = getattr(user_function, '__annotations__', {})
        return wrapper

    return decorating_function


# What a Repr begins with
_LIMITS = [('max' + kind, limit)
           for kind, limit in (('level', 6), ('tuple', 6), ('list', 6), ('array', 5), ('dict', 4), ('set', 6),
                               ('frozenset', 6), ('deque', 6), ('string', 30), ('long', 40), ('other', 30))]


class Repr:
    """Makes reprs no longer than its limits; subclasses add repr_TYPE methods for other types."""

    def __init__(self):
        for name, limit in _LIMITS:
            setattr(self, name, limit)

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        typename = type(x).__name__.replace(' ', '_')
        method = getattr(self, 'repr_' + typename, None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        count = len(x)
        if level <= 0 and count:
            inside = '...'
        else:
            pieces = [self.repr1(item, level - 1) for item in islice(x, maxiter)]
            if count > maxiter:
                pieces.append('...')
            inside = ', '.join(pieces)
            if count == 1 and trail:
                right = trail + right
        return f'{left}{inside}{right}'

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, '[', ']', self.maxlist)

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, '(', ')', self.maxtuple, ',')

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._repr_iterable(x, level, f"array('{x.typecode}', [", '])', self.maxarray)

    def repr_set(self, x, level):
        if not x:
            return 'set()'
        return self._repr_iterable(_possibly_sorted(x), level, '{', '}', self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return 'frozenset()'
        return self._repr_iterable(_possibly_sorted(x), level, 'frozenset({', '})', self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        count = len(x)
        if count == 0:
            return '{}'
        if level <= 0:
            return '{...}'
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                  for key in islice(_possibly_sorted(x), self.maxdict)]
        if count > self.maxdict:
            pieces.append('...')
        return '{' + ', '.join(pieces) + '}'

    def repr_str(self, x, level):
        shown = builtins.repr(x[:self.maxstring])
        if len(shown) > self.maxstring:
            head, tail = _ends(self.maxstring)
            shown = builtins.repr(x[:head] + x[len(x) - tail:])
            shown = shown[:head] + '...' + shown[len(shown) - tail:]
        return shown

    def repr_int(self, x, level):
        return _shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            shown = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return _shortened(shown, self.maxother)


def _ends(limit):
    """How much of a text of this limit comes before and after the dots."""
    head = max(0, (limit - 3) // 2)
    return head, max(0, limit - 3 - head)


def _shortened(text, limit):
    if len(text) <= limit:
        return text
    head, tail = _ends(limit)
    return text[:head] + '...' + text[len(text) - tail:]


def _possibly_sorted(x):
    items = [*x]
    try:
        items.sort()
    except Exception:
        # What cannot be compared stays in its own order.
        items = [*x]
    return items


aRepr = Repr()
repr = aRepr.repr
