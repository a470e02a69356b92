# Class attributes, static and class methods, properties: read in loops while classes change.
class Base:
    count = 0
    label = "base"
    limit = 10

    @property
    def size(self):
        return self.count * 2

    @staticmethod
    def twice(x):
        return x * 2

    @classmethod
    def name(cls):
        return cls.__name__

    def method(self):
        return "method"


class Derived(Base):
    pass


def counted(n):
    for _ in range(n):
        Base.count += 1
        Derived.count += 1
    return Base.count, Derived.count


def look(thing):
    return thing.count, thing.label, thing.limit, thing.size, thing.twice(3), thing.name(), thing.method()


def warm(thing, n=40):
    for _ in range(n):
        result = look(thing)
    return result


base, derived = Base(), Derived()
print(counted(5), counted(200))
print(warm(base), warm(derived))
print(warm(Base()), look(derived))

# Plain data replaced, also by a value that binds.
Base.label = "new"
print(look(base)[1], look(derived)[1])
Derived.label = "own"
print(look(base)[1], look(derived)[1])
del Derived.label
print(look(base)[1], look(derived)[1])
Base.limit = property(lambda self: ("limit of", type(self).__name__))
print(look(base)[2], look(derived)[2])
Base.limit = 11
print(warm(base)[2], warm(derived)[2])


class Binding:
    def __init__(self, word):
        self.word = word


late = Binding("late")
Base.limit = late
print(warm(base)[2] is late)
Binding.__get__ = lambda self, instance, owner: (self.word, instance is not None, owner.__name__)
print(look(base)[2], look(derived)[2], Base.limit)
del Binding.__get__
print(look(base)[2] is late)


class Rebinding(Binding):
    def __get__(self, instance, owner):
        return "rebound " + self.word


late.__class__ = Rebinding
print(look(base)[2], Base.limit)
late.__class__ = Binding
Base.limit = 10

# Instances get the name.
base.count = "own"
base.twice = lambda x: ("own", x)
base.name = lambda: "own name"
base.method = lambda: "own method"
try:
    look(base)
except TypeError as error:
    print("TypeError", error)
print(base.count, base.twice(3), base.name(), base.method(), look(Base()), look(derived))
Base.count = property(lambda self: 3)
print(look(base), look(derived))
Base.count = 0
print(base.count, base.size if False else look(Base())[0])

# Properties get other functions.
Base.size = property(lambda self: "other")
print(look(derived)[3])
prop = Base.__dict__["size"]
prop.__init__(lambda self: "initialised again")
print(look(derived)[3])
prop.__init__(None)
try:
    look(derived)
except AttributeError as error:
    print("AttributeError", error)
prop.__init__(lambda self, extra=1: extra)
print(look(derived)[3])
Base.twice = staticmethod(lambda x: x * 3)
Base.name = classmethod(lambda cls: "renamed " + cls.__name__)
print(look(derived)[4:6], Base.twice(1), Derived.name())
Base.__dict__["twice"].__init__(lambda x: x * 4)
Base.__dict__["name"].__init__(lambda cls: "again " + cls.__name__)
print(look(derived)[4:6], Base.twice(1), Derived.name())
Base.__dict__["name"].__init__(len)
try:
    Derived.name()
except TypeError as error:
    print("TypeError", error)


# Setters.
class Checked:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        if value < 0:
            raise ValueError(value)
        self._x = value
        return "not wanted"


def fill(thing, values):
    for value in values:
        thing.x = value
    return thing.x


checked = Checked()
print(fill(checked, range(50)))
try:
    fill(checked, [1, 2, -3])
except ValueError as error:
    print("ValueError", error, checked.x)
Checked.x = Checked.x.setter(lambda self, value: setattr(self, "_x", -value))
print(fill(checked, range(10)))
Checked.x = property(Checked.x.fget)
try:
    fill(checked, [1])
except AttributeError as error:
    print("AttributeError", error)
del Checked.x
print(fill(checked, [8]), checked.__dict__)

# A metaclass, and bases that change.
class Meta(type):
    level = "meta"

    @property
    def shown(cls):
        return "shown " + cls.__name__


class Made(metaclass=Meta):
    level = "class"


class Making(Made):
    pass


def levels(cls):
    return cls.level, cls.shown


print([levels(Making) for _ in range(30)][-1])
Meta.level = property(lambda cls: "data descriptor")
print(levels(Making), levels(Made))
del Meta.level
del Meta.shown
Made.shown = "hidden"
print(levels(Making), Making().shown)
del Made.level
try:
    levels(Making)
except AttributeError as error:
    print("AttributeError", error)


class Old:
    def who(self):
        return "old"

    def __init__(self, *args):
        self.made = ("old", args)


class New:
    def who(self):
        return "new"

    def __init__(self, *args):
        self.made = ("new", args)


class Child(Old):
    pass


def ask(child):
    return child.who(), Child(1).made


child = Child()
print([ask(child) for _ in range(30)][-1])
Child.__bases__ = (New,)
print(ask(child))
