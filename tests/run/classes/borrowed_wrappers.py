# Special methods that are slot wrappers of other types or other slots: they are called, and check their receiver.
class Names(dict):
    __setattr__ = dict.__setitem__
    __getattr__ = dict.__getitem__
    __neg__ = dict.copy
    __contains__ = dict.__contains__


n = Names()
n.y = 42
print(n, -n, n.y, "y" in n, vars(n))


class Wrong(int):
    __add__ = str.__add__
    __eq__ = str.__eq__
    __hash__ = int.__hash__


class Swapped(int):
    __add__ = int.__sub__
    __radd__ = int.__add__
    __lt__ = int.__gt__
    __str__ = int.__repr__
    __bool__ = int.__bool__


class Sized:
    __len__ = list.__len__
    __iter__ = list.__iter__
    __call__ = len


for f in (lambda: Wrong(1) + Wrong(2), lambda: Wrong(1) == Wrong(1), lambda: len(Sized()), lambda: iter(Sized()), lambda: Swapped(5) + 3, lambda: 3 + Swapped(5), lambda: Swapped(1) < Swapped(2), lambda: repr(Swapped(7)), lambda: str(Swapped(7)), lambda: Sized()([1, 2])):
    try:
        print(f())
    except TypeError as error:
        print(error)


class Numbers(list):
    __sub__ = list.__add__
    __or__ = list.__mul__


print(Numbers([1]) - [2], Numbers([1]) | 3, Numbers([1]) + [2], type(Numbers() + []))
x = None
for op in ("x **= 1", "x //= 1", "x @= 1", "x <<= 1", "x = x ** 1", "x = pow(x, 1)"):
    try:
        exec(op)
    except TypeError as error:
        print(error)
print(type(None).__doc__, type(...).__doc__, type(NotImplemented).__doc__)


class S1:
    __slots__ = "a", "b"


class S2:
    __slots__ = ["b", "a"]


class S3:
    __slots__ = "a", "c"


s = S1()
s.a, s.b = 1, 2
s.__class__ = S2
print(type(s).__name__, s.a, s.b)
try:
    s.__class__ = S3
except TypeError as error:
    print(error)


class Module(type(__import__("sys"))):
    __dict__ = property(lambda self: 8)


try:
    dir(Module("m"))
except TypeError as error:
    print(error)
