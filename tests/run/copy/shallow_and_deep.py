"""copy and deepcopy: instances, subclasses of built-in types, the hooks, cycles, and what cannot be copied."""

import collections
import copy


# Instances with a dictionary, and with slots.
class Cyclic:
    def __init__(self):
        self.x = [1, {2: [3]}]
        self.me = self


a = Cyclic()
b = copy.copy(a)
c = copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x, c.me is c, b.me is a)


class Slotted:
    __slots__ = ("p", "q")


s = Slotted()
s.p = [1]
t = copy.deepcopy(s)
print(t.p, t.p is s.p, hasattr(t, "q"))
print(copy.copy(s).p is s.p)


# Subclasses of built-in types.
class List(list):
    pass


l = List([1, [2]])
l.attr = 5
m = copy.deepcopy(l)
print(type(m), m, m.attr, m[1] is l[1])


class Dict(dict):
    pass


d = Dict(a=[1])
e = copy.copy(d)
print(e, type(e), e["a"] is d["a"])


class Tuple(tuple):
    pass


print(copy.deepcopy(Tuple(([1], 2))), type(copy.deepcopy(Tuple((1,)))))

P = collections.namedtuple("P", "x y")
p = P([1], 2)
q = copy.deepcopy(p)
print(q, q.x is p.x)

# Values of every kind.
for value in (
    {1, 2}, frozenset([1]), bytearray(b"x"), collections.deque([[1]]), collections.OrderedDict(a=[1]),
    collections.Counter("aab"), collections.defaultdict(list, a=[1]), range(3), 1, "a", None, len, Cyclic,
    (1, [2]), collections.ChainMap({1: 2}), ValueError("x", [1]), complex(1, 2), slice(1), object,
):
    x, y = copy.copy(value), copy.deepcopy(value)
    print(x, y, x is value, y is value, type(y).__name__)


# Classes with hooks, and exceptions.
class Hooked:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


print(copy.copy(Hooked()), copy.deepcopy([Hooked()]))


class Stateful:
    def __init__(self):
        self.v = 1

    def __getstate__(self):
        return {"v": 99}

    def __setstate__(self, st):
        self.w = st


print(copy.copy(Stateful()).__dict__)


class Failure(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)


print(repr(copy.copy(Failure(1, 2))))

# Containers that hold themselves.
x = []
x.append(x)
y = copy.deepcopy(x)
print(y[0] is y, y is not x)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u)


# What cannot be copied.
def generator():
    yield


for value in (generator(), iter([1]), open("/dev/null")):
    try:
        print(copy.copy(value).__class__)
    except TypeError as e:
        print(e)
try:
    copy.deepcopy(generator())
except TypeError as e:
    print(e)
