# property: getters, setters, deleters, inheritance, documentation and errors.
class Celsius:
    def __init__(self, t=0):
        self.t = t

    @property
    def value(self):
        """The temperature."""
        return self._t

    t = value

    @t.setter
    def t(self, new):
        if new < -273:
            raise ValueError("too cold")
        self._t = new

    @t.deleter
    def t(self):
        print("deleting")
        del self._t

    half = property(lambda self: self.t / 2, doc="half of it")
    writeonly = property(None, lambda self, v: setattr(self, "t", v))
    nothing = property()


c = Celsius(10)
c.t = 20
c.writeonly = 30
print(c.t, c.half, c.value, Celsius.t.__doc__, Celsius.half.__doc__, Celsius.t.fget.__name__, Celsius.value.fset, type(Celsius.t).__name__, Celsius.nothing.__doc__)
del c.t
for source in ("c.t", "c.t = -300", "c.half = 1", "del c.half", "c.writeonly", "c.nothing", "c.nothing = 1", "c.value = 5", "del c.writeonly", "Celsius.t.fget = 5", "Celsius.t.__get__()", "property(1, 2, 3, 4, 5)", "property(x=1)"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)


class Kelvin(Celsius):
    @property
    def t(self):
        return super().t + 273

    @Celsius.t.setter
    def shifted(self, new):
        self._t = new * 2

    @property
    def half(self):
        return "overridden"


k = Kelvin.__new__(Kelvin)
k.shifted = 5
print(k.shifted, k.t, k.half, Kelvin.t.fset)
try:
    k.t = 1
except AttributeError as error:
    print(error)


class Doc(property):
    """Subclass."""
    extra = 1


class D:
    p = Doc(lambda self: "p")

    @Doc
    def q(self):
        "doc of q"
        return "q"

    @q.setter
    def q(self, v):
        self.__dict__["q"] = v


d = D()
d.q = 5
print(d.p, d.q, vars(d), D.q.__doc__, type(D.q).__name__, D.q.extra, isinstance(D.q, property))
calls = []
p = property(lambda s: calls.append("get") or 1, lambda s, v: calls.append(("set", v)), lambda s: calls.append("del"))
E = type("E", (), {"p": p})
e = E()
e.p, e.p
e.p += 5
del e.p
print(calls, p.fget is E.p.fget, p.getter(lambda s: "new").__get__(e), E.p.__set__(e, 3), calls[-1])


class Lazy:
    @property
    def attr(self):
        raise AttributeError("inside the property")

    def __getattr__(self, name):
        return f"__getattr__ {name}"


print(Lazy().attr)
