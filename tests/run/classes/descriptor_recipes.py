# Validated fields, lazy attributes, type-checked properties, bound functions and counters as descriptors.
class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value


class Positive(Typed):
    def __set__(self, obj, value):
        super().__set__(obj, value)
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        if obj is None:
            return self
        print("computing", self.f.__name__)
        value = self.f(obj)
        setattr(obj, self.f.__name__, value)
        return value


class ClassOnly:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        if obj is not None:
            raise AttributeError("only on the class")
        return self.f(cls)


class Multi:
    def __init__(self, **by_kind):
        self.by_kind = by_kind

    def __get__(self, obj, cls):
        def call(x):
            return self.by_kind[type(x).__name__](obj, x)
        return call


class Item:
    name = Typed(str, "unnamed")
    count = Positive(int, 1)
    price = Positive(float)
    describe = Multi(int=lambda self, x: f"{self.name} x{x}", str=lambda self, x: f"{x}: {self.name}")

    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    @Lazy
    def total(self):
        return self.count * self.price

    @ClassOnly
    def info(cls):
        return f"{cls.__name__} has {len(cls.fields)} fields"


class Special(Item):
    extra = Typed(list)


i = Item(name="tea", count=2, price=1.5)
print(i.name, i.total, i.total, i.describe(3), i.describe("item"), Item.fields, Special.fields, Item.info, vars(i), Item.name.kind, Special().name)
for f in (lambda: Item(count=0), lambda: Item(name=5), lambda: setattr(i, "price", 1), lambda: i.info, lambda: i.describe(1.5), lambda: delattr(i, "name"), lambda: Special(extra=())):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
i.total = 99
print(i.total, Item().total if Item().price else "no price")
