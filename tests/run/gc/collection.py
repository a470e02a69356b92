# Cycles are collected; finalizers run once; the gc module's functions.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


gc.collect()
gc.disable()
print(gc.isenabled())
a, b = Node("a"), Node("b")
a.other, b.other = b, a
ra = weakref.ref(a)
del a, b
print("cycle is alive", ra() is not None)
collected = gc.collect()
print("collected", collected >= 2, ra())
lst = []
lst.append(lst)
rl = gc.collect()
del lst
print(gc.collect() >= 1)


def cycle():
    def inner():
        return inner
    return weakref.ref(inner)


r = cycle()
print(r() is not None, gc.collect() > 0, r())


class Resurrect:
    kept = []

    def __init__(self):
        self.me = self

    def __del__(self):
        print("resurrecting")
        Resurrect.kept.append(self)


Resurrect()
gc.collect()
print(len(Resurrect.kept))
Resurrect.kept.clear()
gc.collect()
print("not finalized again", len(Resurrect.kept))
c = Node("with callback")
c.self = c
w = weakref.ref(c, lambda r: print("weakref callback", r()))
del c
gc.collect()
gen = (x for x in [1])
box = [gen]


def keep():
    box.append(box)
    yield box


k = keep()
next(k)
del k, box, gen
print(gc.collect() >= 1)
gc.enable()
print(gc.isenabled(), gc.get_threshold(), len(gc.get_count()), gc.garbage, gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked("a"), gc.is_tracked(Node), len(gc.get_stats()), sorted(gc.get_stats()[0]), gc.get_debug(), gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze())
gc.set_threshold(500, 5)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
x = [1, {"k": (2,)}]
print(x[1] in gc.get_referents(x), any(r is globals() for r in gc.get_referrers(x)), gc.get_referents(5), gc.is_finalized(x), any(o is x for o in gc.get_objects()))
for i in range(3000):
    t = []
    t.append(t)
print("automatic collections", gc.get_stats()[0]["collections"] > 0)
for source in ("gc.collect(3)", "gc.collect('a')", "gc.set_threshold()", "gc.collect(-1)", "gc.is_tracked()", "gc.get_objects(generation=5)", "gc.collect(generation=0) >= 0"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
events = []
gc.callbacks.append(lambda phase, info: events.append((phase, sorted(info))))
gc.collect()
gc.callbacks.clear()
print(events)
d = Node("refcounted")
d = None
print("end")
