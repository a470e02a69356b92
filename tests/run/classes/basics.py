# Classes: attributes of classes and instances, methods, bound and unbound, and their text.
class Animal:
    """An animal."""
    count = 0
    kinds = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self, loud=False):
        return self.name.upper() if loud else self.name

    def __repr__(self):
        return f"Animal({self.name!r})"


a, b = Animal("a"), Animal("b")
a.kinds.append("shared")
a.count = 99
print(a.count, b.count, Animal.count, b.kinds, a, [b], str(a), a.speak(), a.speak(loud=True), Animal.speak(b), Animal.__doc__, a.__doc__)
print(a.__dict__, Animal.__name__, Animal.__qualname__, Animal.__module__, Animal.__bases__, Animal.__mro__, Animal.__base__, type(a), a.__class__ is Animal, Animal.__dict__["count"])
print(repr(a.speak).split(" at")[0], repr(Animal.speak).split(" at")[0], a.speak.__self__ is a, a.speak.__func__ is Animal.speak, a.speak == a.speak, a.speak is a.speak, a.speak == b.speak, hash(a.speak) == hash(a.speak), a.speak.__name__, a.speak.__doc__)
del a.count
print(a.count, hasattr(a, "nope"), getattr(a, "nope", "default"), isinstance(a, Animal), issubclass(Animal, object), callable(a), callable(Animal))
b.speak = lambda: "instance attribute"
Animal.extra = lambda self, x: (self.name, x)
print(b.speak(), a.extra(1), Animal.extra(b, 2))
setattr(a, "odd name", 1)
print(getattr(a, "odd name"), vars(a))
a.__class__ = type("Other", (Animal,), {"speak": lambda self: "other"})
print(a.speak(), type(a).__name__, repr(Animal).replace("__main__.", ""), repr(type(a)))
for source in ("a.nope", "Animal.nope", "del a.nope", "del Animal.nope", "a.nope()", "Animal()", "Animal(1, 2)", "a()", "a.__class__ = int", "a.__class__ = 5", "a.__dict__ = 5", "del a.__class__", "Animal.__name__ = 5", "Animal.__bases__ = ()", "Animal.__bases__ = (5,)", "Animal.__dict__ = {}", "Animal.__dict__['x'] = 1", "getattr(a)", "getattr(a, 5)", "setattr(a, 5, 1)", "hasattr(a, 5)", "delattr(a, 'zz')", "int.x = 1", "del int.real", "object().x = 1", "(5).x = 1", "None.x", "a.speak.x = 1", "len.x"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
a.__dict__ = {"name": "replaced"}
print(a.name, vars(a))
del a.__dict__
print(vars(a), a.__dict__)


class Empty: pass


class Nested:
    class Inner:
        class Deep:
            def f(self):
                return self.__class__.__qualname__
    x = Inner.Deep().f()


e = Empty()
e.self = e
print(Nested.x, Nested.Inner.Deep.f.__qualname__, e.self.self is e, repr(Empty()).split(" at")[0], Empty.__doc__, Empty.__init__ is object.__init__, Empty.__dict__.keys())


def make():
    class Local:
        def method(self):
            pass
    return Local


print(make().__qualname__, make().method.__qualname__, make() is make(), repr(make()))
