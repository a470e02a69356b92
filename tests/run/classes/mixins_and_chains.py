# Mixins, cooperative __init__, method chaining, class decorators, callable instances, copying by hand.
class Named:
    def __init__(self, *, name="?", **rest):
        super().__init__(**rest)
        self.name = name


class Sized:
    def __init__(self, *, size=0, **rest):
        super().__init__(**rest)
        self.size = size


class Comparable:
    def __lt__(self, o):
        return self.key() < o.key()

    def __eq__(self, o):
        return self.key() == o.key()

    def __hash__(self):
        return hash(self.key())


class Showing:
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in sorted(vars(self).items()))
        return f"{type(self).__name__}({fields})"


class Box(Showing, Comparable, Named, Sized):
    def key(self):
        return self.size, self.name

    def resized(self, size):
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, size=size)
        return copy

    def tag(self, *tags):
        self.__dict__.setdefault("tags", []).extend(tags)
        return self


def counted(cls):
    original = cls.__init__

    def init(self, *a, **k):
        cls.count += 1
        original(self, *a, **k)

    cls.__init__, cls.count = init, 0
    return cls


@counted
class Crate(Box):
    def __init__(self, wood="oak", **k):
        super().__init__(**k)
        self.wood = wood

    def __call__(self, *a, **k):
        return self.name, a, k


a, b = Box(name="a", size=2), Box(size=1, name="b")
print(a, sorted([a, b]), a == Box(name="a", size=2), a.resized(9), a.tag("x").tag("y", "z"), [k.__name__ for k in Box.__mro__], len({a, Box(name="a", size=2)}))
c = Crate(name="c", size=5)
Crate()
print(c, Crate.count, c(1, k=2), callable(c), callable(a), c > a, max([a, b, c]).name)
for f in (lambda: Box(colour=1), lambda: Box("positional"), lambda: a < 5, lambda: a(), lambda: Named(name="n", size=3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Fluent:
    def __init__(self):
        self.parts = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.parts.append(name)
        return self

    def __call__(self, *args):
        self.parts[-1] += repr(args)
        return self

    def __str__(self):
        return ".".join(self.parts)


print(Fluent().select("a", "b").table.where(1).limit(5))
