# Calls of classes that ran many times before what they mean changes; super() in warm methods.
class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


def make(n, *rest):
    return [Point(i, 1) for i in range(n)][-1].__dict__


print(make(50))
Point.__init__ = lambda self, x, y: self.__dict__.update(sum=x + y)
print(make(3))
Point.__new__ = lambda cls, *args: [cls.__name__, args]
try:
    make(3)
except AttributeError as error:
    print("AttributeError", error)


class Empty:
    pass


def empties(n):
    return [type(Empty()).__name__ for _ in range(n)][-1]


print(empties(50))
Empty.__init__ = lambda self: print("init", end=" ")
print(empties(2))
Empty.__init__ = lambda self: 3
try:
    empties(1)
except TypeError as error:
    print("TypeError", error)
del Empty.__init__
print(empties(2))
try:
    Empty(1)
except TypeError as error:
    print("TypeError", error)


class Returns:
    result = None

    def __init__(self, value):
        self.value = value
        return self.result


def returns(n):
    return [Returns(i).value for i in range(n)][-1]


print(returns(40))
Returns.result = "something"
try:
    returns(1)
except TypeError as error:
    print("TypeError", error)
Returns.result = None
for wrong in ((), (1, 2)):
    try:
        Returns(*wrong)
    except TypeError as error:
        print("TypeError", error)


class Raises:
    def __init__(self, n):
        self.n = n
        if n % 7 == 3:
            raise ValueError(n)


def careful(n):
    good = bad = 0
    for i in range(n):
        try:
            good += Raises(i).n
        except ValueError:
            bad += 1
    return good, bad


print(careful(100))


class Swapped:
    def __init__(self, x):
        self = x
        self.append("not the instance")


def swapped(n):
    seen = []
    kinds = {type(Swapped(seen)).__name__ for _ in range(n)}
    return kinds, len(seen)


print(swapped(20))


class Generating:
    def __init__(self):
        yield 1


try:
    Generating()
except TypeError as error:
    print("TypeError", error)

from abc import ABC, abstractmethod


class Abstract(ABC):
    def __init__(self, x):
        self.x = x

    @abstractmethod
    def act(self):
        pass


class Concrete(Abstract):
    def act(self):
        return self.x


def acts(n):
    return sum(Concrete(i).act() for i in range(n))


print(acts(30))
Concrete.__abstractmethods__ = frozenset({"act"})
try:
    acts(1)
except TypeError as error:
    print("TypeError", error)
Concrete.__abstractmethods__ = frozenset()
print(acts(5))


class Deep(Exception):
    def __init__(self, code, text="none"):
        super().__init__(code)
        self.code, self.text = code, text


class Listing(list):
    def __init__(self, *items, name):
        super().__init__(items)
        self.name = name


class Number(int):
    def __init__(self, value):
        self.doubled = value * 2


for _ in range(20):
    deep, listing, number = Deep(5, text="t"), Listing(1, 2, name="n"), Number(4)
print(deep.args, deep.code, deep.text, listing, listing.name, number, number.doubled)
for wrong in (lambda: Deep(), lambda: Listing(1), lambda: Number("x")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Counting(type):
    calls = 0

    def __call__(cls, *args):
        Counting.calls += 1
        return super().__call__(*args)


class Counted(metaclass=Counting):
    def __init__(self, x):
        self.x = x


print(sum(Counted(i).x for i in range(30)), Counting.calls)


# super() finds its way by the class it was written in and the object's class.
class A:
    def go(self):
        return ["A"]


class B(A):
    def go(self):
        return ["B"] + super().go()


class C(A):
    def go(self):
        return ["C"] + super().go()


class D(B, C):
    def go(self):
        return ["D"] + super().go()


def goes(things):
    return [thing.go() for thing in things]


print(goes([A(), B(), C(), D()] * 10)[-4:])
A.go = lambda self: ["new A"]
print(goes([B(), C(), D()]))
del C.go
print(goes([D()]))
D.__bases__ = (B,)
print(goes([D()]))
B.go = A.go
print(goes([B(), D()]))
d = D()
d.go = lambda: ["own"]
print(goes([d]), super(D, d).go())


def factory(name):
    class Local(A):
        def go(self):
            return [name] + super().go()

    return Local


one, two = factory("one"), factory("two")
print(goes([one(), two(), one()] * 10)[-2:])


class Kin(A):
    @classmethod
    def create(cls):
        return super().__new__(cls)

    def early(self):
        self = None
        return super().go()

    def gone(self):
        del self
        return super().go()

    def captured(self):
        return (lambda: self) and super().go()

    def attribute(self):
        return super().go.__name__

    def missing(self):
        return super().nothing()

    def hooked(self):
        return super().__class__


kin = Kin()
for _ in range(10):
    print(type(Kin.create()).__name__, kin.captured(), kin.attribute(), kin.hooked() is super) if _ == 9 else kin.captured()
for wrong in (kin.early, kin.gone, kin.missing):
    try:
        wrong()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


def replaced(kin):
    return [Shadow().go() for _ in range(3)]


class Shadow(A):
    def go(self):
        return super().go()


print(replaced(kin))
builtin_super = super
super = lambda: A()
print(replaced(kin))
del super
print(replaced(kin))
