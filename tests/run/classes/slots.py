# __slots__: storage without a dict, inheritance, and what is refused.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = "z"


class Loose(Point):
    pass


class WithDict:
    __slots__ = ["a", "__dict__"]


class WithWeak:
    __slots__ = ("__weakref__",)


class Mangled:
    __slots__ = ("__private", "public")

    def __init__(self):
        self.__private = 5


p, q, l, w = Point(1, 2), Point3(3, 4), Loose(5, 6), WithDict()
q.z = 9
l.extra = "in dict"
w.a, w.b = 1, 2
print(p.x, q.y, q.z, l.__dict__, l.x, w.a, w.__dict__, Point.__slots__, hasattr(p, "__dict__"), hasattr(q, "__dict__"), Point.x.__name__, type(Point.x).__name__, Mangled()._Mangled__private, sorted(n for n in dir(Mangled) if "p" in n and not n.endswith("__")))
del p.x
for source in ("p.x", "del p.x", "p.nope = 1", "p.nope", "q.w = 1", "p.__dict__", "Point.x.__get__(5, int)", "Point.x.__set__(5, 1)", "p.__class__ = Point3", "q.__class__ = Point", "p.__weakref__", "Mangled().public", "object().a = 1"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
p.x = "again"
print(p.x, Point.x.__get__(p), Point.y.__get__(p, Point))
for body in ("__slots__ = ('a',)\n a = 1", "__slots__ = (5,)", "__slots__ = ('not valid',)", "__slots__ = 5", "__slots__ = ('__dict__', '__dict__')", "__slots__ = ('a', 'a')", "__slots__ = {'a': 'doc of a'}", "__slots__ = iter(['m', 'n'])", "__slots__ = ()", "__slots__ = ''", "__slots__ = ('class',)", "__slots__ = ('__weakref__', '__weakref__')"):
    try:
        namespace = {}
        exec(f"class S:\n {body}", namespace)
        print(body.split(chr(10))[0], "made", sorted(n for n in vars(namespace["S"]) if not n.startswith("__")))
    except Exception as error:
        print(body, type(error).__name__, error)


class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


class NoSlots:
    __slots__ = ()


for bases in ((A, B), (A, NoSlots), (Point, Point3), (A, dict), (NoSlots, int), (int, NoSlots)):
    try:
        print(type("M", bases, {"__slots__": ()}).__mro__[1].__name__)
    except TypeError as error:
        print(str(error).replace("\n", " "))


class IntSlots(int):
    __slots__ = ()


class Redefined(Point):
    __slots__ = ("x",)


r = Redefined(1, 2)
print(r.x, IntSlots(5) + 1, hasattr(IntSlots(5), "__dict__"), Redefined.x is not Point.x)
try:
    class BadInt(int):
        __slots__ = ("a",)
except TypeError as error:
    print(error)
try:
    class BadTuple(tuple):
        __slots__ = ("a",)
except TypeError as error:
    print(error)


class Same1:
    __slots__ = ("s",)


class Same2:
    __slots__ = ("s",)


s = Same1()
s.s = 3
s.__class__ = Same2
print(type(s).__name__, s.s)
