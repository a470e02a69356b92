# Metaclasses: __prepare__, __new__, __init__, __call__, conflicts, keyword arguments.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __repr__(cls):
        return f"<{cls.__name__} of Meta>"

    def __len__(cls):
        return 5

    def __iter__(cls):
        return iter("members")

    def __getitem__(cls, i):
        return (cls.__name__, i)

    def __contains__(cls, x):
        return x == "in"

    def __add__(cls, other):
        return f"{cls.__name__}+{other}"

    def __instancecheck__(cls, instance):
        return instance == "pretend"

    def __subclasscheck__(cls, sub):
        return sub is int

    def __eq__(cls, other):
        return "eq"

    def __hash__(cls):
        return 1

    def __bool__(cls):
        return False

    shared = property(lambda cls: f"property of {cls.__name__}")


class A(metaclass=Meta, option=1):
    x = 1

    def __init__(self, v=0, **kw):
        self.v = v


class B(A, option=2):
    y = 2


a = A(5, k=1)
print(a.v, A, len(A), list(A)[:2], A[3], "in" in A, A + 1, isinstance("pretend", A), isinstance(a, A), isinstance(5, A), issubclass(int, A), issubclass(B, A), A == 1, bool(A), A.shared, type(B) is Meta, A.prepared, B().v, hasattr(a, "shared"))
print(type("Dyn", (), {"z": 3}).z, type("Dyn2", (A,), {}) is not None, Meta("Direct", (A,), {"q": 1}, extra=2).q, type(A), type(type(A)))


class Other(type):
    pass


for source in ("class X(A, metaclass=Other): pass", "class X(A, type('O', (), {}), metaclass=type): pass", "class X(metaclass=5): pass", "class X(metaclass=lambda *a, **k: (a, sorted(k))): pass", "class X(object, nope=1): pass", "class X(metaclass=None): pass", "class X(*[object], **{'metaclass': type}): pass", "class X(metaclass=Meta, **{'metaclass': type}): pass", "class X(A, A): pass", "class X(print): pass", "class X(5): pass", "class X(None): pass", "class X(1, 2): pass"):
    try:
        exec(source)
        print(source, "->", X if not isinstance(X, type) else X.__name__)
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).replace("\n", " "))


class Derived(Meta):
    pass


class Mixed(A, metaclass=Derived):
    pass


print(type(Mixed) is Derived)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    pass


print(Config() is Config(), Config.instances[Config] is Config())


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


class ReturnsOther(type):
    def __new__(mcs, name, bases, ns):
        return "not a class"


try:
    class Z(metaclass=BadPrepare):
        pass
except TypeError as error:
    print(error)


class W(metaclass=ReturnsOther):
    pass


print(W)
for args in ((), (1, 2), ("N", (), 5), ("N", 5, {}), (5, (), {}), ("N", (), {}, 1), ("N\0", (), {}), ("N", (1,), {})):
    try:
        print(type(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
