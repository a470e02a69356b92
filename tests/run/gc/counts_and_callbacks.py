"""Weak references, their callbacks and collections, finalizers, and the functions of gc."""

import gc
import sys
import weakref


# Objects that say when they go.
class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __repr__(self):
        return "A(%s)" % self.n


def on_death(reference):
    print("cb", reference())


# References that are shared, and callbacks when the object goes.
a = Noisy(1)
r1 = weakref.ref(a, on_death)
r2 = weakref.ref(a, lambda reference: print("cb2"))
r3 = weakref.ref(a)
print(r1 is r3, weakref.ref(a) is r3, weakref.getweakrefcount(a))
print(len(weakref.getweakrefs(a)))
proxy = weakref.proxy(a)
print(proxy.n, proxy)
del a
try:
    proxy.n
except ReferenceError as e:
    print(e)
print(r1(), r1 == r2, r3)

# A cycle: its references die with it, silently.
a = Noisy(2)
b = Noisy(3)
a.o = b
b.o = a
wa = weakref.ref(a, on_death)
wb = weakref.ref(b, on_death)
del a, b
print("collect", gc.collect())
print(wa())

# Weak collections.
table = weakref.WeakValueDictionary()
key = Noisy(4)
table["k"] = key
print(list(table.items()), len(table))
del key
print(list(table), len(table))
table = weakref.WeakKeyDictionary()
key = Noisy(5)
table[key] = 1
print(table[key])
del key
print(len(table))
members = weakref.WeakSet()
key = Noisy(6)
members.add(key)
print(len(members), key in members)
del key
print(len(members))

# Finalizers and weak methods.
final = weakref.finalize(x := Noisy(7), print, "final", 1, sep="-")
print(final.alive, final.peek()[1:] == (print, ("final", 1), {"sep": "-"}))
del x
print(final.alive)
final = weakref.finalize(x := Noisy(8), print, "call")
final()
final()
del x
method = weakref.WeakMethod(Noisy(9).__repr__)
print(method())
y = Noisy(10)
method = weakref.WeakMethod(y.__repr__)
print(method()())
del y
print(method())

# What can be referred to weakly.
for value in (
    5, "a", None, (), [], {}, object(), len, int, print, lambda: 1, Noisy, type, {1}, frozenset(), iter([]),
    range(3), 1.5, b"", (i for i in ()), Exception(), memoryview(b""), sys, Ellipsis, slice(1), property(),
):
    try:
        weakref.ref(value)
        print(type(value).__name__, "ok")
    except TypeError as e:
        print(e)

# The functions of gc.
print(gc.isenabled(), gc.get_threshold(), gc.is_tracked([]), gc.is_tracked(1))
print(gc.is_tracked({}), gc.is_tracked({"a": 1}), gc.is_tracked({"a": []}))
print(gc.is_tracked((1, 2)), gc.is_tracked(Noisy))
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.garbage, len(gc.get_stats()), gc.get_debug())
itself = []
itself.append(itself)
print([x is itself for x in gc.get_referents(itself)], any(x is itself for x in gc.get_referrers(itself)))


# An object that comes back, and a cycle with a finalizer.
class Resurrected:
    def __del__(self):
        global res
        res = self
        print("resurrect")


mortal = Resurrected()
del mortal
print(res)
del res


class Cycle:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("cyc del")


reference = weakref.ref(Cycle())
print(reference() is not None)
gc.collect()
print(reference())

# Callbacks of the collector.
gc.callbacks.append(lambda ph, info: print(ph, sorted(info)))
gc.collect()
gc.callbacks.clear()


# __weakref__ among the slots, and what references and proxies look like.
class Slotted:
    __slots__ = ("a", "__weakref__")


slotted = Slotted()
reference = weakref.ref(slotted)
print(reference() is slotted)
del slotted
print(reference())
print(weakref.ref(Noisy).__class__, repr(weakref.ref(Noisy))[:10], hash(weakref.ref(Noisy)) == hash(Noisy))
proxy = weakref.proxy(z := Noisy(12))
print(proxy.n + 1, proxy.__class__, type(proxy), bool(proxy), str(proxy))
proxy.n = 5
print(z.n)
try:
    hash(proxy)
except TypeError as e:
    print(e)
calling = weakref.proxy(fn := lambda x: x)
print(calling(4), type(calling))

# What is left dies at the end.
print(gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.is_finalized(z))
del z
print("end")
x = Noisy("exit")
x2 = Noisy("cycle")
x2.me = x2
