"""dataclasses: the methods that are made, every option of fields and classes, the functions, and the errors."""

import copy
from dataclasses import *


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# The methods that a plain dataclass gets.
@dataclass
class Point:
    x: int
    y: int = 0
    z: list = field(default_factory=list)

    def norm(self):
        return self.x + self.y


print(
    Point(1), Point(1, 2), Point(1) == Point(1), Point(1) != Point(2), Point(x=3, y=4, z=[1]), Point.__doc__
)
print(Point.__match_args__, Point(1).z is Point(1).z)
show(Point)
show(Point, 1, 2, 3, 4)
show(hash, Point(1))
show(lambda: Point(1) < Point(2))
print(Point.__init__.__annotations__, Point.__init__.__qualname__, Point.__eq__.__qualname__)
print(Point.__repr__.__qualname__)


# Ordered and frozen.
@dataclass(order=True, frozen=True)
class Version:
    a: int
    b: str = field(compare=False, default="q", repr=False)


v = Version(1)
print(v, v < Version(2), hash(v) == hash(Version(1, "z")), sorted([Version(3), Version(1)]))
show(setattr, v, "a", 2)
show(delattr, v, "a")
show(setattr, v, "zz", 2)
show(lambda: v < 5)
try:
    v.a = 1
except FrozenInstanceError as e:
    print(repr(e))

# The functions of the module.
print(asdict(Point(1, 2, [Version(1)])), astuple(Point(1, 2, [{1: Version(2)}])), replace(Point(1), x=9))
print(fields(Point)[0].name, [f.type for f in fields(Point)], is_dataclass(Point), is_dataclass(Point(1)))
print(is_dataclass(int))
print(repr(fields(Point)[1]))
show(replace, Point(1), q=1)
show(asdict, 5)
show(fields, int)


# Inherited fields.
@dataclass
class Base:
    i: int = 1


@dataclass
class Derived(Base):
    j: int = 2
    i: int = 5


print(Derived(), Derived.__mro__[1].__name__, Derived(7, 8))


# Classes that are refused.
def required_after_default():
    @dataclass
    class B:
        a: int = 1
        b: int


show(required_after_default)


def mutable_default():
    @dataclass
    class B:
        a: list = []


show(mutable_default)


def field_without_annotation():
    @dataclass
    class B:
        a = field()


show(field_without_annotation)


def frozen_of_unfrozen():
    @dataclass(frozen=True)
    class B(Base):
        pass


show(frozen_of_unfrozen)


def order_without_eq():
    @dataclass(order=True, eq=False)
    class B:
        a: int


show(order_without_eq)


def order_with_own_lt():
    @dataclass(order=True)
    class B:
        a: int

        def __lt__(self, o):
            pass


show(order_with_own_lt)


# InitVar and __post_init__.
@dataclass
class Computed:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    d: InitVar[str] = "x"

    def __post_init__(self, b, d):
        self.c = self.a * b
        self.dd = d


print(Computed(2, 3), Computed(2, 3).dd)
show(replace, Computed(2, 3), a=5)


# Fields by keyword only, slots, and methods left out.
@dataclass
class KeywordTail:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int = field(kw_only=True, default=1)


print(KeywordTail(1, b=2), KeywordTail.__match_args__, KeywordTail.__doc__)
show(KeywordTail, 1, 2)


@dataclass(kw_only=True)
class KeywordOnly:
    a: int
    b: int = 2


print(KeywordOnly(a=1))
show(KeywordOnly, 1)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 3


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
show(setattr, s, "q", 1)


@dataclass(eq=False)
class NoEq:
    a: int


print(NoEq(1) == NoEq(1), hash(NoEq(1)) is not None)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int


print(hash(Hashed(1)) == hash(Hashed(1)))


@dataclass(repr=False, init=False)
class NoRepr:
    a: int = 1


print(object.__repr__(NoRepr())[:20], NoRepr().a, NoRepr.__doc__)

# make_dataclass.
Made = make_dataclass(
    "M", ["x", ("y", int), ("z", int, field(default=5))], namespace={"f": lambda self: self.x}
)
print(Made(1, 2), Made(1, 2).f())
show(make_dataclass, "M", ["x", "x"])
show(make_dataclass, "M", ["class"])
show(make_dataclass, "M", ["1"])


# An instance that holds itself, match, metadata.
@dataclass
class Recursive:
    r: object = None


r = Recursive()
r.r = r
print(r)
match Point(1, 2):
    case Point(x, y):
        print("matched", x, y)


@dataclass
class Described:
    name: str
    meta: int = field(default=1, metadata={"k": "v"})


print(
    fields(Described)[1].metadata["k"], Described.__dataclass_params__, Described.__dataclass_fields__.keys()
)
show(field, default=1, default_factory=list)


# Inherited equality, metaclasses, members of one's own.
@dataclass
class Extended(Point):
    w: int = 4


print(Extended(1), Extended(1) == Point(1), Extended.__doc__)

print(copy.deepcopy(Point(1, 2, [3])), MISSING.__class__.__name__, InitVar[int])


class Meta(type):
    pass


@dataclass
class WithMeta(metaclass=Meta):
    a: "int"
    b: "str" = "x"


print(WithMeta(1), WithMeta.__doc__)
print(asdict(Point(1, 2), dict_factory=lambda kv: sorted(kv, key=str)))


@dataclass
class Empty:
    pass


print(Empty(), Empty() == Empty(), Empty.__doc__)


@dataclass
class Prop:
    x: int

    @property
    def double(self):
        return self.x * 2

    @classmethod
    def make(cls, v):
        return cls(v)

    def __str__(self):
        return f"Prop<{self.x}>"


print(Prop.make(4), Prop.make(4).double, repr(Prop(1)))
