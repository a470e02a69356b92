# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Logged:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("no"):
            raise AttributeError(f"custom {name}")
        return name.upper()

    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


o = Logged()
print(o.real, o.virtual, hasattr(o, "nope"), getattr(o, "none", "default"), hasattr(o, "yes"))
o.real += 1
del o.real
print(o.real)
try:
    o.nothing
except AttributeError as error:
    print(error)
try:
    del o.missing
except AttributeError as error:
    print(error)


class Everything:
    x = "class x"

    def __getattribute__(self, name):
        if name == "blocked":
            raise AttributeError(name)
        return f"<{name}>" if not name.startswith("_") else object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"second try {name}"

    def __len__(self):
        return 3


e = Everything()
e.y = 5
print(e.x, e.y, e.blocked, e.__dict__, e.method, len(e), e.__class__.__name__, Everything.x, getattr(e, "z"), vars(e), object.__getattribute__(e, "y"))


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, "_target"), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, "_target"), name, value)


p = Proxy([3, 1, 2])
p.sort()
print(p.__class__, isinstance(p, list), type(p).__name__, p.index(2), p.__len__())
try:
    len(p)
except TypeError as error:
    print(error)


class Frozen:
    def __init__(self):
        self.__dict__["a"] = 1

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name}")

    __delattr__ = None


f = Frozen()
for source in ("f.a = 2", "f.b = 1", "del f.a", "f.a += 1"):
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
print(f.a)


class Meta(type):
    def __getattr__(cls, name):
        return f"meta {name}"

    def __setattr__(cls, name, value):
        print("meta set", name)
        type.__setattr__(cls, name, value)

    def __dir__(cls):
        return ["m"]


class K(metaclass=Meta):
    pass


K.z = 1
print(K.unknown, K.z, dir(K), hasattr(K(), "unknown"))


class BadHooks:
    def __getattr__(self, name):
        raise KeyError(name)

    def __dir__(self):
        return 5


b = BadHooks()
for source in ("b.x", "hasattr(b, 'x')", "getattr(b, 'x', 1)", "dir(b)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)


class Recursive:
    def __getattr__(self, name):
        return self.other_name


try:
    Recursive().x
except RecursionError as error:
    print("RecursionError", str(error)[:32])
