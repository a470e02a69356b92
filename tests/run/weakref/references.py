# weakref: references, callbacks, proxies, and what cannot be referred to.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return f"method of {self.name}"

    def __repr__(self):
        return f"<{self.name}>"


def died(ref):
    print("callback", ref() is None)


t = Thing("t")
r = weakref.ref(t)
s = weakref.ref(t, died)
print(r() is t, r is weakref.ref(t), r is s, r == s, weakref.getweakrefcount(t), len(weakref.getweakrefs(t)), hash(r) == hash(t), type(r).__name__, callable(r), r.__callback__, s.__callback__ is died)
print(repr(r).startswith("<weakref at 0x"), "to 'Thing'" in repr(r))
del t
print(r(), s(), repr(r).split("; ")[1], r == s, r == r, s.__callback__)
try:
    hash(weakref.ref(Thing("unhashed")))
except TypeError as error:
    print(error)
p_target = Thing("p")
p = weakref.proxy(p_target)
print(p.name, p.method(), repr(type(p)), str(p), isinstance(p, Thing), p == p_target, bool(p))
p.name = "renamed"
print(p_target.name)
del p_target
for source in ("p.name", "p.name = 1", "str(p)", "p == 1", "bool(p)", "p()", "len(p)"):
    try:
        exec(source)
        print(source, "worked")
    except (ReferenceError, TypeError) as error:
        print(source, type(error).__name__, error)


class WithLen(list):
    def __call__(self, x):
        return x * 2


w = WithLen([3, 1])
q = weakref.proxy(w)
print(len(q), q[0], list(q), q(4), 3 in q, q + [5], sorted(q), type(q).__name__)
for value in (5, "a", (), [], {}, None, object(), 1.5, b"", range(1), True, slice(1)):
    try:
        print(type(value).__name__, weakref.ref(value) is not None)
    except TypeError as error:
        print(error)
for value in (Thing, lambda: 0, {1}, frozenset(), len, weakref.ref, (x for x in ()), type("S", (), {"__slots__": ("__weakref__",)})(), Exception("e") if False else Thing("x").method, compile("", "", "exec")):
    print(type(value).__name__, weakref.ref(value)() is value if not isinstance(value, type(Thing("x").method)) else weakref.ref(value) is not None)


class Slotted:
    __slots__ = ("a",)


try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
order = []
x = Thing("x")
refs = [weakref.ref(x, lambda r, i=i: order.append(i)) for i in range(4)]
del refs[1]
del x
print(order)


class Deleted:
    def __init__(self):
        self.ref = weakref.ref(self, lambda r: print("callback runs"))

    def __del__(self):
        print("del, weakref is", self.ref() is not None)


d = Deleted()
keep = d.ref
del d
print(keep())


class Ref(weakref.ref):
    extra = 5


y = Thing("y")
z = Ref(y)
z.note = "n"
print(z() is y, z.extra, z.note, isinstance(z, weakref.ref), z is Ref(y))


def raises(r):
    raise ValueError("in a callback")


import sys
sys.unraisablehook = lambda info: print("unraisable:", info.exc_value)
a = Thing("a")
b = weakref.ref(a, raises)
del a
for source in ("weakref.ref()", "weakref.ref(y, 1, 2)", "weakref.proxy(5)", "r.__callback__ = 1", "r(1)", "weakref.ref(y, callback=None)"):
    try:
        exec(source)
        print(source, "worked")
    except (TypeError, AttributeError) as error:
        print(source, type(error).__name__, error)
