"""A decorator that writes classes: constructor, repr, comparison and hashing from the annotations.

It does what the standard library's dataclasses do, and in the same way: it
makes the source of each method and compiles it with exec.
"""

MISSING = object()


class Default:
    """A default made anew for each instance."""

    def __init__(self, factory):
        self.factory = factory


class FrozenError(AttributeError):
    """Raised when a frozen record is changed."""


def make(name, parameters, body, **scope):
    """A function compiled from text."""
    source = f"def {name}({', '.join(parameters)}):\n" + "".join(f"    {line}\n" for line in body or ["pass"])
    exec(compile(source, f"<{name}>", "exec"), scope)
    return scope[name]


def constructor(fields, frozen):
    parameters, body, scope = ["self"], [], {"set_": object.__setattr__, "MISSING": MISSING}
    for name, default in fields.items():
        if default is MISSING:
            parameters.append(name)
        else:
            parameters.append(f"{name}=default_{name}")
            scope[f"default_{name}"] = default
        value = name
        if isinstance(default, Default):
            scope[f"default_{name}"], scope[f"factory_{name}"] = MISSING, default.factory
            value = f"factory_{name}() if {name} is MISSING else {name}"
        body.append(f"set_(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    body.append("getattr(self, '__post_init__', bool)()")
    return make("__init__", parameters, body, **scope)


def record(cls=None, /, *, order=False, frozen=False):
    """Class decorator, with or without options."""
    if cls is None:
        return lambda cls: record(cls, order=order, frozen=frozen)
    fields = {}
    for base in reversed(cls.__mro__):
        fields.update(getattr(base, "__record__", {}) if base is not cls else {})
    for name in cls.__dict__.get("__annotations__", {}):
        fields[name] = cls.__dict__.get(name, MISSING)
        if isinstance(fields[name], Default):
            delattr(cls, name)
    cls.__record__ = fields
    cls.__match_args__ = tuple(fields)
    values = "({},)".format(", ".join(f"{{0}}.{name}" for name in fields)).format

    def method(name, *body):
        if name not in cls.__dict__:
            parameters = ["self"] if name in ("__repr__", "__hash__") else ["self", "other"]
            function = make(name, parameters, body)
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, function)

    cls.__init__ = constructor(fields, frozen)
    method("__repr__", "return f'{type(self).__name__}(" + ", ".join(f"{n}={{self.{n}!r}}" for n in fields) + ")'")
    for name, sign in [("__eq__", "==")] + order * [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")]:
        method(name, "if type(other) is not type(self):", "    return NotImplemented",
               f"return {values('self')} {sign} {values('other')}")
    cls.__hash__ = None  # as Python does for a class with an __eq__ of its own
    if frozen:
        del cls.__hash__
        method("__hash__", f"return hash({values('self')})")

        def refuse(self, name, value=None):
            raise FrozenError(f"cannot change {name!r} of a frozen {cls.__name__}")

        cls.__setattr__ = cls.__delattr__ = refuse
    return cls


@record(order=True, frozen=True)
class Point:
    x: float
    y: float = 0.0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


@record
class Animal:
    name: str
    legs: int = 4
    toys: list = Default(list)


@record
class Bird(Animal):
    wingspan: float = 0.25
    legs: int = 2

    def __post_init__(self):
        self.name = self.name.capitalize()


def describe(thing):
    match thing:
        case Point(0, 0):
            return "the origin"
        case Point(x, 0):
            return f"on the x axis at {x}"
        case Bird(name, toys=[first, *_]):
            return f"{name} plays with a {first}"
        case Animal(name, legs):
            return f"{name} on {legs} legs"
        case _:
            return "something else"


def main():
    points = [Point(3, 1), Point(1), Point(0, 0), Point(1, -1)]
    print(sorted(points), max(points))
    print(points[0] + points[1], Point(1) == Point(1, 0.0), hash(Point(1)) == hash(Point(1.0)), len({*points, Point(1)}))
    rex, tweety = Animal("Rex"), Bird("tweety", toys=["bell"])
    rex.toys.append("bone")
    print(rex, Animal("Tom"), tweety, sep="\n")
    print([describe(thing) for thing in (*points[1:3], rex, tweety, 7)])
    print(Bird.__match_args__, Point.__lt__.__qualname__)
    for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(points[0], "x", 9), lambda: rex < tweety,
                  lambda: hash(rex)):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
