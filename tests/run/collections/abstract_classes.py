# The ABCs of collections.abc: hooks, registration, mixins, patterns.
import collections.abc as abc
from abc import ABC, abstractmethod

for value in ([], (), {}, set(), frozenset(), "", b"", bytearray(), range(3), iter([]), (x for x in ()), {}.keys(), {}.items(), {}.values(), len, 5, None, print):
    names = [name for name in abc.__all__ if isinstance(value, getattr(abc, name))]
    print(type(value).__name__, " ".join(names))


class Squares(abc.Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(self.n))]
        if not -self.n <= i < self.n:
            raise IndexError(i)
        return (i % self.n) ** 2


s = Squares(5)
print(list(s), 9 in s, 8 in s, s.index(16), s.count(4), list(reversed(s)), s[1:4])
match s:
    case [0, 1, *rest]:
        print("sequence", rest)


class Bag(abc.MutableMapping):
    def __init__(self):
        self.pairs = []

    def __getitem__(self, key):
        for k, v in self.pairs:
            if k == key:
                return v
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.pairs = [p for p in self.pairs if p[0] != key] + [(key, value)]

    def __delitem__(self, key):
        self[key]
        self.pairs = [p for p in self.pairs if p[0] != key]

    def __iter__(self):
        return (k for k, _ in self.pairs)

    def __len__(self):
        return len(self.pairs)


b = Bag()
b.update({"x": 1}, y=2)
print(b.setdefault("z", 3), b.pop("x"), b.pop("q", None), list(b.items()), "y" in b, b.keys() & {"y"}, b == {"y": 2, "z": 3}, b.popitem(), len(b))
match b:
    case {"z": z}:
        print("mapping", z)
print(b.keys(), b.values(), sorted(b.items() | {("q", 1)}))


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...


for cls in (Shape, abc.Sequence, abc.MutableSet):
    try:
        cls()
    except TypeError as error:
        print(error)


class Foreign:
    def area(self):
        return 1


print(issubclass(Foreign, Shape), Shape.register(Foreign) is Foreign, issubclass(Foreign, Shape), isinstance(Foreign(), Shape))
try:
    Foreign2 = type("Foreign2", (Foreign,), {})
    Shape.register(5)
except TypeError as error:
    print(error, issubclass(Foreign2, Shape))


class Sized:
    __len__ = None


print(isinstance(Sized(), abc.Sized), abc.Sized.__subclasshook__(list), sorted(Shape.__abstractmethods__), abc.Mapping.__module__)
print(abc.Callable[[int, str], float], abc.Iterable[int], abc.Callable[..., int].__args__)
