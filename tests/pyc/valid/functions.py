"""Code objects of every kind: parameters, closures, cells, generators, classes, comprehensions."""


def every(a, b=1, /, c=2, *args, d, e=4, **kwargs) -> "annotated":
    def inner():
        nonlocal c
        c += a
        return lambda: (a, c, args, kwargs)
    return inner()() + (b, d, e)


def numbers(n):
    try:
        while n:
            got = yield n
            n = n - 1 if got is None else got
    finally:
        print("closed")


class Base:
    kind = "base"

    def __init_subclass__(cls, **options):
        cls.options = options

    def name(self):
        return __class__.__name__


class Derived(Base, flag=True):
    def name(self):
        return "derived from " + super().name()


print(every(1, c=5, d=6, f=7))
print(list(numbers(3)))
counting = numbers(5)
print(next(counting), counting.send(2), next(counting))
counting.close()
print(Derived().name(), Derived.options, Derived.kind)
print([x * y for x in range(3) for y in range(3) if x != y], {x: -x for x in range(2)}, {x % 2 for x in range(9)})
print(f"{1 + 1!r:>5}|{'x':*^5}|{3.14159:.2f}")
