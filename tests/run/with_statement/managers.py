# with: several managers, results of __exit__, targets, and every error of protocol.
class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return [self.name]

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with M("plain"):
    print("body")
with M("a") as a, M("b") as [b], M("c"):
    print(a, b)
with (M("d") as d, M("e") as (e)):
    print(d, e)
with (M("f"), M("g"),):
    pass
with (M("h")):
    pass
with (M("i")) as i, (M("j")):
    pass
with M("swallows", True):
    raise ValueError("swallowed")
with M("outer", True), M("inner"):
    raise KeyError("k")
try:
    with M("lets through"):
        1 / 0
except ZeroDivisionError as error:
    print("caught", error)


def f():
    with M("return"):
        return "returned"


def g():
    for n in range(3):
        with M(f"loop {n}"):
            if n == 0:
                continue
            break
    return n


def h():
    with M("swallow then fall", True):
        return 1 / 0
    return "after"


print(f(), g(), h())
data = {}
with M("target") as data["k"]:
    print(data)
with M("attr") as M.attribute, M("unpack") as (x,):
    print(M.attribute, x)
for truthy in (0, "", "yes", [], 1, None):
    try:
        with M(repr(truthy), truthy):
            raise ValueError
    except ValueError:
        print("not swallowed")


class NoEnter:
    def __exit__(self, *a):
        pass


class NoExit:
    def __enter__(self):
        print("never entered")


class BadEnter(M):
    def __enter__(self):
        raise RuntimeError("enter failed")


class BadExit(M):
    def __exit__(self, *a):
        raise RuntimeError("exit failed")


class BadBool(M):
    class B:
        def __bool__(self):
            raise RuntimeError("bool failed")
    swallow = property(lambda s: BadBool.B(), lambda s, v: None)


class Instance:
    pass


o = Instance()
o.__enter__ = lambda: print("instance attribute")
o.__exit__ = lambda *a: None
for cm in (NoEnter(), NoExit(), BadEnter("x"), BadExit("x"), BadBool("x"), o, 5, None, M):
    try:
        with M("around"), cm:
            raise ValueError("body")
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__context__))
try:
    with M("bad target") as (p, q):
        print("never")
except ValueError as error:
    print(error)
with M("del", True) as z:
    del z
    z
with M("same") as s, M("same") as s:
    pass


def generator():
    with M("in generator"):
        yield 1
        yield 2


gen = generator()
next(gen)
gen.close()
with M("exit args", True):
    raise KeyError
with M("stop", True):
    raise StopIteration(5)
with M("sysexit", True):
    raise SystemExit(3)
