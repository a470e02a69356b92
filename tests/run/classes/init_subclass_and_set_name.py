# __init_subclass__, __set_name__, __class_getitem__ and the order in which they run.
class Registry:
    known = []

    def __init_subclass__(cls, /, tag=None, **kw):
        print("init_subclass", cls.__name__, tag, kw, "field" in vars(cls))
        super().__init_subclass__(**kw)
        cls.tag = tag
        Registry.known.append(cls.__name__)


class Field:
    def __set_name__(self, owner, name):
        print("set_name", name, owner.__name__)
        self.name = name


class One(Registry, tag="one"):
    field = Field()
    other = Field()


class Two(One):
    pass


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("before type.__new__")
        cls = super().__new__(mcs, name, bases, ns, **kw)
        print("after type.__new__")
        return cls

    def __init__(cls, name, bases, ns, **kw):
        print("meta init", hasattr(cls, "tag"))


class Three(Registry, metaclass=Meta, tag=3):
    late = Field()


Three.added = Field()
print(Registry.known, One.tag, Two.tag, Three.tag, One.field.name, hasattr(Three.added, "name"))
try:
    class Four(Registry, unknown=1):
        pass
except TypeError as error:
    print(error)
print(Registry.known)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Sub(Generic):
    def __getitem__(self, i):
        return ("instance", i)


print(Generic[int], Sub["x", 1], Sub()[0], type(vars(Generic)["__class_getitem__"]).__name__, type(vars(Registry)["__init_subclass__"]).__name__)
print(list[int], dict[str, int], tuple[int, ...], list[int]([1, 2]), type(list[int]).__name__, list[int].__origin__, list[int].__args__, list[int] == list[int], int | str, int | None, type(int | str).__name__, isinstance(5, int | str), (int | str).__args__, set[list[int]])
for source in ("int[5]", "Registry[1]", "Sub()['a']['b']", "str['x']", "isinstance([], list[int])", "list[int][str]", "list[()]", "5 | int", "int | 5", "issubclass(int, int | list[int])"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)


class Plain:
    def __init_subclass__(cls, **kw):
        return super().__init_subclass__()


class PlainSub(Plain, anything=1, goes=2):
    x: int = 1
    y: "str"


print(PlainSub.__annotations__, Plain.__init_subclass__() is None)


class NameMangling:
    __hidden = 1

    def get(self):
        return self.__hidden, __undefined if False else NameMangling.__hidden, [k for k in vars(NameMangling) if "hidden" in k]

    def __method(self):
        return "private"

    def call(self, other):
        other.__dynamic = 5
        return self.__method(), vars(other)

    class __Inner:
        __x = 2
        names = [n for n in dir() if "x" in n]

    inner = __Inner.names
    __dunder__ = "not mangled"


class _Under:
    __y = 1


class __:
    __z = 1


print(NameMangling().get(), NameMangling().call(PlainSub()), NameMangling.inner, NameMangling.__dunder__, NameMangling._NameMangling__Inner.__name__, vars(_Under)["_Under__y"], "__z" in vars(__))
