# match on classes: keyword and positional patterns, __match_args__, builtins, errors.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"P({self.x}, {self.y})"


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Property:
    @property
    def value(self):
        print("read value", end=" ")
        return 5


def describe(v):
    match v:
        case Point3(x, y, z):
            return f"3d {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"on an axis, {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(Point(a, b), c):
            return f"nested {a} {b} {c}"
        case Point() as p:
            return f"point {p}"
        case Property(value=5):
            return "property"
        case bool(b):
            return f"bool {b}"
        case int(n) | float(n):
            return f"number {n}"
        case str(s):
            return f"str {s}"
        case list([a, *_]) | tuple((a, *_)):
            return f"list or tuple from {a}"
        case dict({"k": k}):
            return f"dict with k {k}"
        case set(s) | frozenset(s):
            return f"set of {len(s)}"
        case bytes(b) | bytearray(b):
            return f"bytes {b}"
        case type(name="never") | type():
            return "a class"
        case object(nope=1):
            return "never"
        case _:
            return "?"


for v in (Point3(1, 2, 3), Point(0, 0), Point(0, 4), Point(4, 0), Point(3, 3), Point(Point(1, 2), 3), Point(1, 2), Property(), True, 5, 1.5, "s", [1], (2, 3), {"k": 1}, {}, {1}, frozenset(), b"x", bytearray(b"y"), int, None, [], object()):
    print(describe(v))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", end=" ")
        return instance == 7


class Lucky(metaclass=Meta):
    pass


match 7:
    case Lucky():
        print("lucky")


class NoArgs:
    pass


class BadArgs:
    __match_args__ = ["x"]


class BadItem:
    __match_args__ = (5,)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class Missing:
    __match_args__ = ("gone",)


for source in ("case NoArgs(1): pass", "case Point(1, 2, 3): pass", "case Point(1, x=1): pass", "case int(1, 2): pass", "case object(1): pass", "case undefined(): pass", "case len(): pass"):
    for subject in ("NoArgs()", "Point(1, 2)", "5"):
        try:
            exec(f"match {subject}:\n {source}\n case _: print('no match', end=' ')")
        except Exception as error:
            print(source, subject, type(error).__name__, error, end=" ")
    print()
for cls in (BadArgs, BadItem, Twice, Missing):
    try:
        match cls():
            case cls(1) if False:
                pass
            case BadArgs(1) | BadItem(1) | Missing(1):
                print("matched")
            case Twice(1, 1):
                print("twice")
            case _:
                print(cls.__name__, "no match")
    except TypeError as error:
        print(cls.__name__, error)
