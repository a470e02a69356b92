# The container methods: __len__, __getitem__, __setitem__, __contains__, __iter__, __reversed__, __length_hint__.
class Ring:
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(self.items[i])
        return self.items[i % len(self.items)]

    def __setitem__(self, i, v):
        self.items[i % len(self.items)] = v

    def __delitem__(self, i):
        del self.items[i % len(self.items)]

    def __contains__(self, x):
        return "yes" if x in self.items else ""

    def __iter__(self):
        yield from self.items

    def __reversed__(self):
        return iter(["reversed", *self.items[::-1]])

    def __repr__(self):
        return f"Ring{self.items}"


r = Ring("abc")
r[7] = "X"
del r[5]
print(len(r), r[100], r[1:], "a" in r, "z" in r, "z" not in r, list(r), list(reversed(r)), r, bool(Ring([])), bool(r), [*r], max(r), sorted(r), tuple(r), dict(enumerate(r)))


class OldStyle:
    def __getitem__(self, i):
        print("get", i, end=" ")
        if i == 3:
            raise IndexError
        return i * i


o = OldStyle()
print(list(o), 4 in o, 5 in o, sum(o), [x for x in o], next(iter(o)), type(iter(o)).__name__)
class SizedOld(OldStyle):
    def __len__(self):
        return 3


print(list(reversed(SizedOld())), SizedOld()[-1])


five, none = 5, None


class Bad:
    def __init__(self, **results):
        self.results = results

    def __len__(self):
        return self.results["len"]

    def __iter__(self):
        return self.results["iter"]

    def __contains__(self, x):
        raise ValueError("contains")


for source in ("len(Bad(len=-1))", "len(Bad(len='a'))", "len(Bad(len=2**100))", "len(Bad(len=1.5))", "len(Bad(len=True))", "list(Bad(iter=5, len=0))", "iter(Bad(iter=None))", "1 in Bad()", "for x in Bad(iter=[]): pass", "bool(Bad(len=-5))", "len(5)", "iter(5)", "5 in 5", "reversed(5)", "reversed({1})", "five[0]", "none[0]", "o['a']", "list(reversed(o))", "(5)[0] = 1", "del (5)[0]", "object()[1]", "int[1]", "len(object())", "len(Ring)", "Ring[0]"):
    try:
        exec("result = " + source if not source.startswith(("for", "del")) and " = " not in source else source)
        print(source, "->", globals().get("result"))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return self.hint


import operator
for hint in (5, NotImplemented, -1, "a", 2**100):
    try:
        print(list(Hint(hint)), operator.length_hint(Hint(hint), 7))
    except Exception as error:
        print(type(error).__name__, error)


class NoContains:
    __contains__ = None
    __iter__ = None
    __reversed__ = None

    def __getitem__(self, i):
        return i


n = NoContains()
for f in (lambda: 1 in n, lambda: iter(n), lambda: list(n), lambda: reversed(n), lambda: [*n]):
    try:
        print(f())
    except TypeError as error:
        print(error)
