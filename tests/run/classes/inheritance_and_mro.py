# Method resolution order, cooperative super(), and orders that cannot be.
class Base:
    def who(self):
        return ["Base"]


class A(Base):
    def who(self):
        return ["A"] + super().who()


class B(Base):
    def who(self):
        return ["B"] + super().who()


class C(A, B):
    def who(self):
        return ["C"] + super().who()


class D(B):
    pass


class E(C, D):
    def who(self):
        return ["E"] + super(E, self).who()


print([k.__name__ for k in E.__mro__], E().who(), C().who(), D().who(), E.mro() == list(E.__mro__), E.__base__.__name__)
print([k.__name__ for k in Base.__subclasses__()], issubclass(E, (int, D)), isinstance(E(), A), E.__bases__ == (C, D))
for bases in ((Base, A), (A, A), (A, Base, B), (int, str), (int, A), (list, dict), (bool,), (type(None),), (type(lambda: 0),), (range,), (5,), ("x",), (Base, object), (object, Base), (Exception, int), (Exception, KeyError), (tuple, list), (type, int)):
    try:
        print([k.__name__ for k in type("X", bases, {}).__mro__])
    except TypeError as error:
        print(str(error).replace("\n", " / "))


class X(Base):
    pass


class Y(Base):
    pass


X.tag = "from X"
Base.tag = "from Base"
y = Y()
print(X.tag, y.tag)
Y.__bases__ = (X,)
print(y.tag, [k.__name__ for k in Y.__mro__], y.who())
for source in ("Y.__bases__ = (Y,)", "X.__bases__ = (Y,)", "Y.__bases__ = (int,)", "Y.__bases__ = [X]", "Base.__bases__ = (X,)"):
    try:
        exec(source)
    except TypeError as error:
        print(source, error)


class Meta(type):
    def mro(cls):
        return [cls, Base, object] if cls.__name__ != "Plain" else super().mro()


class Odd(A, metaclass=Meta):
    pass


class Plain(A, metaclass=Meta):
    pass


print([k.__name__ for k in Odd.__mro__], Odd().who(), [k.__name__ for k in Plain.__mro__], issubclass(Odd, A), isinstance(Odd(), A), A in Odd.__bases__)


class Entries:
    def __mro_entries__(self, bases):
        return (A, D)


class FromEntries(Entries(), Base):
    pass


print(FromEntries.__bases__, FromEntries.__orig_bases__[1])


class Diamond:
    def __init__(self, **kw):
        print("Diamond", kw)


class L(Diamond):
    def __init__(self, l, **kw):
        print("L", l)
        super().__init__(**kw)


class R(Diamond):
    def __init__(self, r, **kw):
        print("R", r)
        super().__init__(**kw)


class Both(L, R):
    def __init__(self, **kw):
        super().__init__(**kw)


Both(l=1, r=2, x=3)
