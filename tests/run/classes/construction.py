# __new__ and __init__: who is called with what, immutable subclasses, and __del__.
class Tracked:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", args, kw)


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never: __new__ returned something else")


class Swapped:
    def __new__(cls, flag):
        return object.__new__(Swapped if flag else Tracked)

    def __init__(self, flag):
        print("init of Swapped")


class SubInt(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __init__(self, value, unit="m"):
        print("init", self + 1, unit)


Tracked(1, k=2)
print(Other(), type(Swapped(True)).__name__, type(Swapped(False)).__name__, SubInt("7", unit="kg"), SubInt(3).unit)
print(object.__new__(Tracked).__class__.__name__, Tracked.__new__(Tracked, 9).__class__.__name__, int.__new__(SubInt, 5), str.__new__(str, "x"), tuple.__new__(tuple, [1]), type(Tracked.__dict__["__new__"]).__name__)


class BadInit:
    def __init__(self):
        return 5


class OnlyNew:
    def __new__(cls, x):
        return super().__new__(cls)


class OnlyInit:
    def __init__(self, x):
        self.x = x


class NewPassesOn:
    def __new__(cls, x):
        return super().__new__(cls, x)


for source in ("BadInit()", "OnlyNew()", "OnlyNew(1)", "OnlyNew(1, 2)", "OnlyInit()", "OnlyInit(1)", "NewPassesOn(1)", "object(1)", "object(x=1)", "object.__new__()", "object.__new__(5)", "object.__new__(int)", "int.__new__(str)", "int.__new__(object)", "str.__new__(5)", "object.__init__(5, 1)", "object.__init__(OnlyInit(1), 2)", "type.__call__(int, 'x')", "Tracked.__init__(5)"):
    try:
        result = eval(source)
        print(source, "made", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


class Deleted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


d = Deleted("first")
d = Deleted("second")
d = None
print("gone")
lst = [Deleted("in list"), Deleted("in list too")]
lst.pop(0)
del lst


def scope():
    local = Deleted("local")
    print("leaving")


scope()
Deleted("temporary").name
print([Deleted(i).name for i in range(2)])
x = Deleted("a")
x.other = Deleted("b")
x = 5


class Resurrected:
    saved = None

    def __del__(self):
        Resurrected.saved = self
        print("resurrected")


r = Resurrected()
del r
print(type(Resurrected.saved).__name__)
Resurrected.saved = None
print("ends", Resurrected.saved)


class Partial:
    def __init__(self):
        raise ValueError("init failed")

    def __del__(self):
        print("still deleted")


try:
    Partial()
except ValueError as error:
    print(error)

print("last line")
last = Deleted("at exit")
