# Operators, subscripts and calls of Python classes in loops: NotImplemented, errors, and classes that change.
import sys


class Num:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if isinstance(other, Num):
            return Num(self.n + other.n)
        if isinstance(other, int):
            return Num(self.n + other)
        return NotImplemented

    def __radd__(self, other):
        if other == "stop":
            return NotImplemented
        return ("radd", other, self.n)

    def __sub__(self, other):
        self = None
        other = None
        return NotImplemented

    def __truediv__(self, other):
        raise ZeroDivisionError("no division")

    def __mul__(self, other):
        frame = sys._getframe()
        return frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals)

    def __mod__(self, other):
        yield other

    def __floordiv__(self, other, extra="default"):
        return extra

    def __getitem__(self, key):
        if key == 3:
            raise KeyError(key)
        return self.n, key

    def __call__(self, x=None):
        return self.n if x is None else x

    def __and__(self, other):
        return self.__class__.__name__ + str(other)

    def __repr__(self):
        return f"Num({self.n})"


class Other:
    def __radd__(self, left):
        return "other's radd"

    def __rsub__(self, left):
        return ("rsub", left)


class Sub(Num):
    def __radd__(self, left):
        return "sub first"


def compute(a, b):
    result = a + b
    a + b
    return result


def warm(a, b):
    for _ in range(20):
        result = compute(a, b)
    return result


print(warm(Num(1), Num(2)), warm(Num(1), 5), warm(5, Num(1)), warm(Num(1), Other()), warm(Num(1), Sub(2)), warm(Sub(1), Num(2)))
for left, right in ((Num(1), "text"), (Num(1), [1]), ("stop", Num(1)), (Num(1), None), ({}, Num(3))):
    try:
        print(warm(left, right))
    except TypeError as error:
        print(error)
print(Num(1) - Other())
try:
    Num(1) - 1
except TypeError as error:
    print(error)


def divide(n):
    caught = 0
    for i in range(n):
        try:
            Num(i) / Num(i)
        except ZeroDivisionError as error:
            caught += error.__traceback__.tb_next.tb_frame.f_code.co_name == "__truediv__"
    return caught


print(divide(30))
print([Num(1) * 2 for _ in range(5)][-1], list(Num(1) % 7), Num(1) // 2)


def inplace(n):
    total = Num(0)
    for i in range(n):
        total += i
        total += Num(1)
    return total


print(inplace(30))
Num.__iadd__ = lambda self, other: NotImplemented if other == 3 else self
print(inplace(30))
del Num.__iadd__
print(inplace(30))


def deep(n):
    class Deep:
        def __add__(self, k):
            return 0 if k == 0 else 1 + (self + (k - 1))

        def __getitem__(self, k):
            return 0 if k == 0 else 1 + self[k - 1]

        def __call__(self, k):
            return 0 if k == 0 else 1 + self(k - 1)

    d = Deep()
    return d + n, d[n], d(n)


print(deep(200))
for attempt in range(3):
    try:
        deep(5000)
    except RecursionError as error:
        print("RecursionError")


def items(thing, keys):
    result = []
    for key in keys:
        try:
            result.append(thing[key])
        except (KeyError, TypeError) as error:
            result.append(type(error).__name__)
    return result


print(items(Num(7), [0, 1, 3, "a", (1, 2)] * 5)[-5:], Num(1)[5], Num(2)["k"], Num(3)[1:2])
Num.__getitem__ = lambda self, key: "changed"
print(items(Num(7), [0, 3]))
Num.__getitem__ = lambda self, key, more=1: more
print(items(Num(7), [0, 3]))
Num.__getitem__ = len
print(items(Num(7), [0]))
del Num.__getitem__
try:
    items(Num(7), [0])
    Num(7)[0]
except TypeError as error:
    print(error)


def call(thing, *args):
    for _ in range(10):
        result = thing(*args), thing(5), thing()
    return result


try:
    print(call(Num(4)))
except TypeError as error:
    print(error)
Num.__call__ = lambda self, x: ("one", x)
print([Num(4)(i) for i in range(10)][-1])
for wrong in (lambda: Num(4)(), lambda: Num(4)(1, 2), lambda: Num(4)(y=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
Num.__call__ = staticmethod(lambda x: ("static", x))
print([Num(4)(i) for i in range(5)][-1])
Num.__call__ = classmethod(lambda cls, x: (cls.__name__, x))
print([Num(4)(i) for i in range(5)][-1])
Num.__call__ = Num
print([Num(4)(i) for i in range(5)][-1])
del Num.__call__
try:
    Num(4)(1)
except TypeError as error:
    print(error)

# Results that go to locals, temporaries and conditions; temporaries as operands end in time.
class Told(Num):
    def __del__(self):
        print("end", self.n)

    def __add__(self, other):
        print("add")
        return NotImplemented if other == 0 else 1


def temporaries():
    x = Told(1) + Told(2)
    print("then", x)
    x = (Told(3) + 5) + (Told(4) & 1 and 1)
    print("then", x)
    try:
        Told(5) + 0
    except TypeError as error:
        print(error)
    print("done")


temporaries()
Num.__add__ = lambda self, other: "replaced"
print(warm(Num(1), Num(2)), warm(Num(1), 5))
Num.__add__ = None
try:
    warm(Num(1), 5)
except TypeError as error:
    print(error)
del Num.__add__
print(warm(5, Num(1)), warm(Num(1), Num(2)) if False else "")
