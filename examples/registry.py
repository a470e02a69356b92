"""A registry of shapes built by a metaclass: defining a class is enough to make it known.

The metaclass checks each class, keeps the order of its fields, and gives it
a constructor; a parser then turns text into objects of whichever class fits.
"""

import math


class Field:
    """A descriptor for a number that must not be negative."""

    def __init__(self, doc):
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{type(instance).__name__}.{self.name} must not be negative")
        instance.__dict__[self.name] = float(value)


class Registered(type):
    """The metaclass: classes that it makes are found by name in `Registered.known`."""

    known = {}

    @classmethod
    def __prepare__(metacls, name, bases, **options):
        print(f"preparing {name} {options or ''}".rstrip())
        return {}

    def __new__(metacls, name, bases, namespace, abstract=False, alias=None):
        cls = super().__new__(metacls, name, bases, namespace)
        cls.fields = [field for base in reversed(cls.__mro__) for field, value in vars(base).items()
                      if isinstance(value, Field)]
        if not abstract:
            missing = [method for method in ("area", "perimeter") if not hasattr(cls, method)]
            if missing:
                raise TypeError(f"{name} lacks {' and '.join(missing)}")
            metacls.known[alias or name.lower()] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        shape = super().__call__()
        for field, value in {**dict(zip(cls.fields, args)), **kwargs}.items():
            setattr(shape, field, value)
        return shape

    def __iter__(cls):
        return iter(cls.fields)

    def __contains__(cls, name):
        return name in cls.known

    def __repr__(cls):
        return f"<shape {cls.__name__}({', '.join(cls.fields)})>"


class Shape(metaclass=Registered, abstract=True):
    def __repr__(self):
        values = ", ".join(f"{name}={getattr(self, name):g}" for name in type(self).fields)
        return f"{type(self).__name__}({values})"

    def __lt__(self, other):
        return self.area() < other.area()


class Circle(Shape):
    radius = Field("from the centre to the rim")

    def area(self):
        return math.pi * self.radius**2

    def perimeter(self):
        return 2 * math.pi * self.radius


class Rectangle(Shape, alias="box"):
    width = Field("from left to right")
    height = Field("from top to bottom")

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)


class Square(Rectangle):
    """A rectangle whose height follows its width."""

    height = property(lambda self: self.width, lambda self, value: None)


def parse(text):
    name, *numbers = text.split()
    try:
        cls = Registered.known[name]
    except KeyError:
        raise LookupError(f"no shape is called {name!r}") from None
    return cls(*map(float, numbers))


def main():
    print("known:", Registered.known)
    shapes = [parse(text) for text in ("circle 1.5", "box 2 3.5", "square 2", "circle 0.5")]
    for shape in sorted(shapes):
        print(f"{shape!r:<32} area {shape.area():7.3f}  perimeter {shape.perimeter():7.3f}")
    print("fields of Rectangle:", [f"{name}: {getattr(Rectangle, name).__doc__}" for name in Rectangle])
    print("box" in Shape, "torus" in Shape, type(Shape) is Registered, isinstance(shapes[2], Rectangle))
    for wrong in (lambda: parse("torus 1"), lambda: Circle(-1), lambda: Registered("Blob", (Shape,), {"area": None})):
        try:
            wrong()
        except (LookupError, ValueError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
