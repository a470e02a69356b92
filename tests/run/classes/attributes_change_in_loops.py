# Attributes of classes that change while the same code reads them: nothing remembered may go stale.
class Base:
    n = 0

    def m(self):
        return "m1"


class Sub(Base):
    pass


def read(o):
    return o.n, type(o).n, o.m(), Base.n, Sub.n


o, s = Base(), Sub()
for i in range(4):
    Base.n = i
    print(read(o), read(s), end=" ")
print()
for i in range(4):
    if i == 1:
        Sub.n = "sub"
    if i == 2:
        o.n = "own"
        Base.m = lambda self: "m2"
    if i == 3:
        del Sub.n
        del o.n
        s.m = lambda: "own m"
    print(read(o), read(s), end=" ")
print()


class Counter:
    made = 0
    log = []

    def __init__(self):
        Counter.made += 1
        type(self).made += 1
        self.log.append(Counter.made)


for _ in range(3):
    Counter()
print(Counter.made, Counter.log)


class Kind(Base):
    @property
    def p(self):
        return "property"


k = Kind()
out = []
for i in range(5):
    out.append(k.p)
    if i == 0:
        Kind.p = 5
    if i == 1:
        k.__dict__["p"] = "instance"
    if i == 2:
        Kind.p = property(lambda self: "property again")
    if i == 3:
        del Kind.p
print(out)
out = []
for i in range(5):
    out.append(k + 1 if hasattr(Kind, "__add__") else None)
    out.append(len(k) if hasattr(Kind, "__len__") else None)
    if i == 1:
        Kind.__add__ = lambda self, o: "added"
    if i == 2:
        Base.__len__ = lambda self: 7
        Kind.__add__ = lambda self, o: "added differently"
    if i == 3:
        del Kind.__add__
print(out)
out = []
for i in range(6):
    try:
        out.append(k.late)
    except AttributeError:
        out.append("missing")
    if i == 1:
        Base.late = "base"
    if i == 2:
        Kind.__getattr__ = lambda self, name: f"getattr {name}"
        del Base.late
    if i == 3:
        Kind.__getattribute__ = lambda self, name: "everything"
    if i == 4:
        del Kind.__getattribute__
print(out)
x = "global"


def reads():
    return x, len("ab")


out = []
for i in range(4):
    out.append(reads())
    if i == 0:
        x = "changed"
    if i == 1:
        len = lambda text: "shadowed"
    if i == 2:
        del len
        globals()["x"] = "through globals()"
print(out)


class M(type):
    v = "meta"


class W(metaclass=M):
    pass


out = []
for i in range(4):
    out.append(W.v)
    if i == 0:
        M.v = "meta changed"
    if i == 1:
        W.v = "class"
    if i == 2:
        M.v = property(lambda cls: "data descriptor of the metaclass")
print(out)
k.__class__ = Base
print([k.m() for _ in range(2)], k.n)
objects = [Base(), Sub(), Counter, Base()]
for i in range(2):
    print([getattr(o, "n", None) for o in objects], [o.n if hasattr(o, "n") else "-" for o in objects])
    Base.n = "after"
