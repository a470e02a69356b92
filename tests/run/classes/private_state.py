# Instances' dictionaries: sharing, order, deleting, replacing; class attributes under mutation.
class P:
    shared = []
    n = 0

    def __init__(self, *names):
        for i, name in enumerate(names):
            setattr(self, name, i)


a, b = P("x", "y"), P("y", "x", "z")
print(vars(a), vars(b), list(vars(b)), a.__dict__ is a.__dict__, a.__dict__ == {"y": 1, "x": 0})
d = a.__dict__
d["w"] = 9
del a.x
a.y += 10
print(a.w, d, sorted(d), hasattr(a, "x"))
d.clear()
print(vars(a), hasattr(a, "y"))
a.__dict__ = d2 = {"fresh": 1}
a.more = 2
print(d2, a.fresh)
b.__dict__.update(x="changed", q=5)
print(b.x, b.q, list(b.__dict__.items()))
for i in range(40):
    setattr(b, f"attr{i}", i)
for i in range(0, 40, 2):
    delattr(b, f"attr{i}")
print(len(vars(b)), b.attr39, list(vars(b))[-2:])
a.shared.append(1)
b.shared = ["own"]
P.shared += [2]
print(a.shared, b.shared, P.shared)
a.n += 1
P.n += 10
print(a.n, b.n, P.n, "n" in vars(a), "n" in vars(b))
objects = [P("a", "b") if i % 2 else P("b", "a") for i in range(6)]
print([list(vars(o)) for o in objects], [o.a for o in objects])
for o in objects:
    o.c = len(vars(o))
    del o.a
print([vars(o) for o in objects][:2])


class Sub(P):
    def __init__(self):
        self.first = 1
        super().__init__("second")
        self.__class__.n = "class level"


s = Sub()
print(vars(s), Sub.n, P.n, s.n)
copy = P.__new__(P)
copy.__dict__ |= s.__dict__
print(vars(copy), type(copy).__name__)
setattr(copy, "with space", 1)
setattr(copy, "", 2)
copy.__dict__[5] = "not a name"
print(vars(copy), getattr(copy, ""), [k for k in copy.__dict__])
try:
    print(dir(copy)[-1:])
except TypeError as e:
    print(e)
large = P(*[f"n{i}" for i in range(300)])
print(len(vars(large)), large.n299, large.n0, sum(vars(large).values()))
