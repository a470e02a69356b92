"""enum: members and their look, aliases, flags, mixed-in types, the hooks of the class, and what is refused."""

import copy
from enum import *


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# Members, aliases, lookup, and what cannot be changed.
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return self.name.lower()

    @classmethod
    def first(cls):
        return cls.RED

    @property
    def prop(self):
        return self.value * 10


print(Color.RED, repr(Color.RED), Color(1), Color["GREEN"], Color.CRIMSON, list(Color))
print(len(Color), Color.__members__, Color, Color.RED.name, Color.RED.value)
show(Color, 9)
show(lambda: Color["X"])
show(lambda: Color.X)
show(setattr, Color, "RED", 5)
show(delattr, Color, "RED")
show(lambda: Color.RED in Color)
print(Color.RED.describe(), Color.first(), Color.BLUE.prop, hash(Color.RED) == hash("RED"))
print(Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED != Color.BLUE)
print(isinstance(Color.RED, Color))
show(lambda: Color.RED < Color.BLUE)
print(f"{Color.RED}", f"{Color.RED:>12}", "%s" % Color.RED, str(Color.RED))
print(format(Color.RED))
show(setattr, Color.RED, "value", 3)
show(setattr, Color.RED, "name", 3)


# Classes that are refused.
def subclass_with_members():
    class More(Color):
        X = 1


show(subclass_with_members)


def same_name_twice():
    class E(Enum):
        A = 1
        A = 2


show(same_name_twice)


def method_named_like_member():
    class E(Enum):
        A = 1

        def A(self):
            pass


show(method_named_like_member)


def sunder_name():
    class E(Enum):
        _x_ = 1


show(sunder_name)


def duplicate_under_unique():
    @unique
    class E(Enum):
        A = 1
        B = 1


show(duplicate_under_unique)


# auto, and members that are strings or numbers.
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print(list(Auto))


class Str(str, Enum):
    X = "x"
    Y = "y"


print(Str.X, repr(Str.X), Str.X == "x", Str.X.upper(), f"{Str.X}", f"{Str.X:>3}", Str("y"))
print("%s" % Str.X, "a" + Str.X)


class Num(IntEnum):
    ONE = 1
    TWO = 2


print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.ONE < Num.TWO, Num(2))
print(sorted([Num.TWO, Num.ONE]), f"{Num.ONE}", "%d" % Num.ONE, int(Num.TWO))
print([10, 20, 30][Num.ONE], Num.ONE == 1, range(Num.TWO))


# Flags.
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


p = Perm.R | Perm.W
print(p, repr(p), p & Perm.R, Perm.R in p, ~p, p ^ Perm.X, bool(p & Perm.X), Perm(0))
print(repr(Perm(0)), Perm.RWX, Perm(3), list(Perm))
show(Perm, 8)
show(lambda: p | 1)
show(lambda: 1 in p)


class IntPerm(IntFlag):
    R = 4
    W = 2
    X = 1


q = IntPerm.R | IntPerm.W
print(
    q, repr(q), q + 1, IntPerm(16), repr(IntPerm(16 | 4)), ~q, repr(~IntPerm.R), q | 8, q == 6, IntPerm.R in q
)
print(IntPerm(0), f"{q}")


class AutoFlag(Flag):
    A = auto()
    B = auto()
    C = auto()


print(list(AutoFlag), AutoFlag.A | AutoFlag.C, ~AutoFlag.A)


# __init__, __new__ and the hooks of the class.
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def g(self):
        return self.mass / self.radius


print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.g, Planet((6.4, 3.3)), Planet.EARTH.value)


class Doubled(Enum):
    A = "a"
    B = "b"

    def __new__(cls, v):
        o = object.__new__(cls)
        o._value_ = v * 2
        o.extra = len(v)
        return o


print(list(Doubled), Doubled("aa"), Doubled.A.extra)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, v):
        if v == "one":
            return cls.A
        if v == "bad":
            return 5
        if v == "exc":
            raise KeyError("zz")


print(Missing("one"))
show(Missing, "two")
show(Missing, "bad")
show(Missing, "exc")


class Lower(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower()

    A = auto()
    B = auto()


print(list(Lower))

# The functional form.
Made = Enum("F", "a b c")
print(list(Made), Made.__module__, Made.__name__)
Made = Enum("F", ["x", "y"], start=5)
print(list(Made))
Made = Enum("F", {"p": 1, "q": 2})
print(list(Made))
Made = IntEnum("F", [("k", 3)])
print(list(Made), Made.k + 1)


# _ignore_ and _order_.
class Ignoring(Enum):
    _ignore_ = "tmp i"
    tmp = 5
    A = 1


print(list(Ignoring), hasattr(Ignoring, "tmp"))


class Ordered(Enum):
    _order_ = "A B"
    A = 1
    B = 2


def wrong_order():
    class Ordered(Enum):
        _order_ = "B A"
        A = 1
        B = 2


show(wrong_order)


# Values without a hash, texts of one's own, members called name and value.
class Unhashable(Enum):
    L = [1, 2]
    D = {}


print(Unhashable.L, Unhashable([1, 2]), repr(Unhashable.D))


class OwnText(Enum):
    A = 1

    def __str__(self):
        return "custom"

    def __repr__(self):
        return "R"


print(OwnText.A, repr(OwnText.A), f"{OwnText.A}", [OwnText.A])


class NameVal(Enum):
    name = "n"
    value = "v"


print(NameVal.name, NameVal.value, NameVal.name.name)
print(dir(Color), dir(Color.RED))


# Types mixed in, and match.
class Real(float, Enum):
    PI = 3.14


print(Real.PI, Real.PI * 2, repr(Real.PI), f"{Real.PI:.1f}")
print({Color.RED: 1}[Color(1)], Color.RED.__class__, type(Color), Color.__doc__)
match Color(2):
    case Color.RED:
        print("r")
    case Color.GREEN:
        print("g")


class Couple(tuple, Enum):
    A = (1, 2)


print(Couple.A, Couple.A[0], repr(Couple.A), Couple((1, 2)))


class Mix:
    def hi(self):
        return "hi " + self.name


class WithMethod(Mix, Enum):
    A = 1


print(WithMethod.A.hi())


class Whole(int, Enum):
    A = 1


print(Whole.A, f"{Whole.A}", repr(Whole.A))

# Copies, order, and what is no member.
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
print(reversed(Color).__class__, list(reversed(Color)), bool(Color))
print(Color.RED.RED)
show(lambda: Color.RED())
show(lambda: Enum("a", 1))
