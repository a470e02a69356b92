# Data and non-data descriptors: who wins, what they are given, and when.
class Data:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner=None):
        return f"{self.label} get {instance is not None} {owner.__name__ if owner else None}"

    def __set__(self, instance, value):
        print(self.label, "set", value)

    def __delete__(self, instance):
        print(self.label, "delete")


class NonData:
    def __get__(self, instance, owner=None):
        return f"nondata {instance is not None}"


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only_set"] = ("stored", value)


class OnlyDelete:
    def __delete__(self, instance):
        print("only delete")


class C:
    data = Data("D")
    nondata = NonData()
    only_set = OnlySet()
    only_delete = OnlyDelete()
    plain = 5


c = C()
c.__dict__.update(data="hidden", nondata="wins", plain="mine")
print(c.data, c.nondata, c.plain, C.data, C.nondata, C.plain)
c.data = 1
del c.data
c.nondata = 2
print(c.nondata, c.__dict__["data"])
del c.nondata
print(c.nondata, type(c.only_set).__name__)
c.only_set = 7
print(c.only_set)
del c.only_delete
for source in ("del c.only_set", "c.only_delete = 1", "c.only_delete", "del c.nondata"):
    try:
        exec(source)
        print(source, "worked")
    except AttributeError as error:
        print(source, "AttributeError", error)
C.data = "replaced in class"
print(c.data, C.data)


class Raises:
    def __get__(self, instance, owner):
        raise AttributeError("from get")

    def __set__(self, instance, value):
        raise ValueError("from set")


class WithFallback:
    r = Raises()

    def __getattr__(self, name):
        return f"fallback for {name}"


w = WithFallback()
print(w.r, w.other, hasattr(w, "r"))
try:
    w.r = 1
except ValueError as error:
    print(error)
try:
    WithFallback.r
except AttributeError as error:
    print(error)


class Meta(type):
    meta_data = Data("M")
    meta_plain = "meta plain"

    def method(cls):
        return cls.__name__


class K(metaclass=Meta):
    meta_data = "class attribute"
    meta_plain = "class plain"


print(K.meta_data, K.meta_plain, K().meta_data, K.method(), hasattr(K(), "method"))
K.meta_data = 5
f = lambda self: self
print(f.__get__(5)(), f.__get__(None, int) is f, classmethod(f).__get__(None, int)(), staticmethod(f).__get__(1)(2), property(f).__get__(7))
for source in ("f.__get__(None)", "f.__get__()", "Data('x').__get__()", "int.__add__.__get__(5)(3)", "int.__add__.__get__('a')", "str.upper.__get__('b')()", "property().__get__(1)", "type(c).__dict__['plain']"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("set_name failed")


try:
    class Holder:
        bad = Bad()
except RuntimeError as error:
    print(error, repr(error.__cause__))
