# Making classes with type(), changing them later, and what instances see.
def init(self, x):
    self.x = x


Point = type("Point", (), {"__init__": init, "norm": lambda self: abs(self.x), "origin": 0, "__doc__": "made by hand", "__slots__": ("x",)})
p = Point(-3)
print(p.norm(), Point.__doc__, Point.__name__, Point.__module__, Point.__qualname__, hasattr(p, "__dict__"))
Point.double = lambda self: self.x * 2
Point.total = property(lambda self: self.x + 100)
Point.make = classmethod(lambda cls, x: cls(x))
Point.helper = staticmethod(lambda: "static")
Point.__len__ = lambda self: 7
Point.__call__ = lambda self, y: self.x + y
Point.__getitem__ = lambda self, i: (self.x, i)
Point.__bool__ = lambda self: False
Point.__eq__ = lambda self, o: True
print(p.double(), p.total, Point.make(5).x, p.helper(), len(p), p(1), p[2], bool(p), p == "anything", Point.helper())
del Point.__len__, Point.double
for f in (lambda: len(p), lambda: p.double(), lambda: hash(p) == hash(p), lambda: p.y):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
Point.__add__ = lambda self, o: "add"
print(p + 1)
del Point.__add__
try:
    p + 1
except TypeError as e:
    print(e)
Sub = type("Sub", (Point,), {})
Point.later = "seen by subclasses"
print(Sub(1).later, Sub.__bases__, Sub.__subclasses__(), Point.__subclasses__())
Point.__str__ = lambda self: "changed str"
print(Sub(1), f"{p}")
classes = [type(f"C{i}", (object,), {"i": i, "get": (lambda j: lambda self: j)(i)}) for i in range(3)]
print([c().get() + c.i for c in classes], [c.__name__ for c in classes])
Point.__name__, Point.__qualname__, Point.__module__, Point.__doc__ = "Renamed", "Outer.Renamed", "elsewhere", "new doc"
print(Point, Point.__doc__, repr(p)[:30].split(" at")[0])


class Template:
    x = 1

    def show(self):
        return type(self).__name__, self.x


Copy = type(Template)("Copy", Template.__bases__, {k: v for k, v in vars(Template).items() if k not in ("__dict__", "__weakref__")})
Copy.x = 2
print(Copy().show(), Template().show(), Copy.show is Template.show)
t = Template()
t.show = lambda: "own"
Template.show = lambda self: "class changed"
print(t.show(), Template().show(), Template.show(t))
for i in range(3):
    Template.x = i
    print(t.x, end=" ")
t.x = "instance"
Template.x = "class"
print(t.x, Template.x)
del t.x
print(t.x)


class Watcher(type):
    def __setattr__(cls, name, value):
        print("class attribute", name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("deleting", name)
        super().__delattr__(name)


W = Watcher("W", (), {})
W.a = 1
del W.a
print(type(W)("V", (W,), {}).__class__ is Watcher)
