# isinstance, issubclass, their hooks, and type() of everything.
class A: pass
class B(A): pass


for source in ("isinstance(B(), A)", "isinstance(A(), B)", "isinstance(5, (str, int))", "isinstance(5, (str, (float, (int,))))", "isinstance(True, int)", "isinstance(int, type)", "isinstance(type, object)", "isinstance(None, type(None))", "isinstance(5, ())", "isinstance(5, int | str)",
               "issubclass(B, A)", "issubclass(bool, (str, int))", "issubclass(A, object)", "issubclass(A, A)", "isinstance(5, 5)", "isinstance(5, [int])", "isinstance(5, (int, 5))", "isinstance('a', (int, 5))", "issubclass(5, int)", "issubclass(int, 5)", "issubclass(int, (5,))", "isinstance(5)", "isinstance(5, 'int')", "isinstance(5, None)", "issubclass(int, ())", "issubclass(A(), A)"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)


class Quack(type):
    def __instancecheck__(cls, o):
        return hasattr(o, "quack")

    def __subclasscheck__(cls, c):
        print("subclasscheck", c)
        return c is int


class Duck(metaclass=Quack):
    pass


class Robot:
    quack = 1


print(isinstance(Robot(), Duck), isinstance(5, Duck), isinstance(Duck(), Duck), issubclass(int, Duck), issubclass(Duck, Duck), isinstance(Robot(), (int, Duck)))


class Pretend:
    __class__ = int


p = Pretend()
print(p.__class__, type(p).__name__, isinstance(p, int), isinstance(p, Pretend), isinstance(p, str))


class BadCheck(type):
    def __instancecheck__(cls, o):
        raise ValueError("no check")


class Checked(metaclass=BadCheck):
    pass


try:
    isinstance(5, Checked)
except ValueError as error:
    print(error)
print(isinstance(Checked(), Checked))


class Fake:
    def __init__(self, *bases):
        self.__bases__ = bases


print(issubclass(Fake(Fake()), (int, type)) if False else "ok")
base = Fake()
try:
    print(issubclass(Fake(base), base), isinstance(type("T", (), {"__class__": Fake(base)})(), base))
except TypeError as error:
    print(error)
for o in (1, 1.0, 1j, "", b"", [], (), {}, set(), frozenset(), None, ..., NotImplemented, range(1), slice(1), len, print, int, type, object, object(), lambda: 0, (x for x in ()), iter([]), iter(()), iter({}), iter(""), iter(range(1)), enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), memoryview(b""), bytearray(), A, A(), A().__init__, [].append, str.upper, int.__add__, (1).__add__, property(), classmethod(len), staticmethod(len), Exception, Exception(), super(A, A()), {}.keys(), {}.values(), {}.items(), {}.__iter__, type.__dict__, int.real, type.__dict__["__dict__"], compile("", "", "exec"), list[int], int | str):
    print(type(o).__name__, type(o).__module__, end="; ")
print()
print(A.__subclasses__(), int.__subclasses__(), object.__subclasses__() != [], type.__subclasses__(type)[:0], type(A) is type, type(type) is type, object.__class__, type.__base__, object.__base__, object.__bases__)
