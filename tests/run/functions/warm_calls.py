# Calls that ran many times before functions, defaults, globals or keywords change; binding of every shape.
def simple(a, b):
    return a, b


def defaults(a, b=2, c=3):
    return a, b, c


def keyword(a, *, k=1, m):
    return a, k, m


def stars(a, *rest, k=0, **others):
    return a, rest, k, others


def positional(a, b=5, /, c=6, *, d=7):
    return a, b, c, d


def everything(n):
    for _ in range(n):
        row = [
            simple(1, 2), simple(b=1, a=2), defaults(1), defaults(1, 9), defaults(1, c=8), defaults(b=4, a=0),
            keyword(1, m=2), keyword(1, m=2, k=3), stars(1), stars(1, 2, 3), stars(1, k=2, z=3), stars(1, 2, y=3, k=4),
            stars(*[1, 2], **{"k": 3, "w": 4}), positional(1), positional(1, 2, 3, d=4), positional(1, c=2),
            stars(*(), **{"a": 1}), defaults(*(1, 2)), defaults(**{"c": 1, "a": 2}), stars(*"ab", *"cd", **{}, x=1),
        ]
    return row


for row in everything(30):
    print(row)

many = {f"key{i}": i for i in range(40)}
print(len(stars(0, **many)[3]), list(stars(0, **many)[3])[:2] + list(stars(0, **many)[3])[-2:])

wrongs = [
    lambda: simple(1), lambda: simple(1, 2, 3), lambda: simple(1, c=2), lambda: simple(1, 2, a=3), lambda: defaults(),
    lambda: defaults(1, 2, 3, 4), lambda: keyword(1), lambda: keyword(1, 2, m=3), lambda: keyword(1, 2),
    lambda: positional(a=1), lambda: positional(1, b=2), lambda: positional(1, 2, 3, 4, d=5), lambda: stars(),
    lambda: stars(1, **{"a": 2}), lambda: stars(1, *2), lambda: stars(1, **{1: 2}), lambda: stars(1, **5),
    lambda: simple(**many), lambda: stars(1, k=1, **{"k": 2}),
]
for wrong in wrongs:
    try:
        wrong()
    except TypeError as error:
        print(error)

# Functions change.
defaults.__defaults__ = (20,)
print(defaults(1, 2))
try:
    defaults(1)
except TypeError as error:
    print(error)
defaults.__defaults__ = None
print(defaults(1, 2, 3))
keyword.__kwdefaults__ = {"m": 5}
try:
    keyword(1)
except TypeError as error:
    print(error)
keyword.__kwdefaults__ = {"m": 5, "k": 6}
print(keyword(1))


def loop(function, n):
    for i in range(n):
        result = function(i, 1)
    return result


print(loop(simple, 30))
simple.__code__ = (lambda a, b=0, *c: ("other code", a, b, c)).__code__
print(loop(simple, 3), simple(1, 2, 3))
simple.__code__ = defaults.__code__
try:
    loop(simple, 1)
except TypeError as error:
    print(error)


# Globals come, change and go; builtins are hidden and shown again.
counter = 0


def bump(n):
    global counter
    for _ in range(n):
        counter += 1
    return counter


print(bump(100))
counter = "text"
try:
    bump(1)
except TypeError as error:
    print(error)
counter = 5
print(bump(2))
del counter
try:
    bump(1)
except NameError as error:
    print(error)
globals()["counter"] = 1
print(bump(1))


def sizes(n):
    return [len("abc") for _ in range(n)][-1], [max(1, 2) for _ in range(n)][-1]


print(sizes(30))
len = lambda text: "hidden"
print(sizes(2))
for i in range(100):
    globals()[f"filler_{i}"] = i
print(sizes(2))
del len
for i in range(100):
    del globals()[f"filler_{i}"]
print(sizes(2))
import builtins

real = builtins.max
builtins.max = min
builtins.brand_new = "new"
print(sizes(2), brand_new)
builtins.max = real
del builtins.brand_new
print(sizes(2))
try:
    brand_new
except NameError as error:
    print(error)

space = {"__builtins__": {"len": lambda x: "their own"}, "sizes": None}
exec("def ask():\n    return len('x')", space)
print([space["ask"]() for _ in range(10)][-1], sizes(1))


# Partial applications keep the order of keywords.
from functools import partial

half = partial(stars, 1, 2, k=3, z=4)
print([half(9, y=5, z=6) for _ in range(10)][-1], half(), half(k=1))
print(partial(stars, 0, **many)(**{**many, "key3": "three"})[3]["key3"], list(partial(stars, 0, b=1, c=2)(d=3, b=4)[3].items()))
for wrong in (lambda: partial(simple, 1)(c=2), lambda: partial(simple, a=1)(2)):
    try:
        wrong()
    except TypeError as error:
        print(error)


# The values of the arguments end when the function does.
class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def take(a, *rest, key=None, **others):
    print("taken")


take(Told("a"))
take(1, Told("rest"))
take(1, key=Told("key"))
take(1, other=Told("other"))
for wrong in (lambda: simple(Told("x")), lambda: take(key=Told("alone")), lambda: defaults(1, 2, 3, Told("too many"), 5),
              lambda: keyword(Told("first"), z=Told("unknown"))):
    try:
        wrong()
    except TypeError as error:
        print(error)
        del error


# Instances that outgrow what their class promised.
class Growing:
    def __init__(self):
        self.a = self.b = 1

    def more(self, n):
        for i in range(n):
            setattr(self, f"attr{i}", i)
        return len(self.__dict__) if n > 50 else self.total(n)

    def total(self, n):
        return sum(getattr(self, f"attr{i}") for i in range(n)) + self.a

    def ask(self):
        return self.total(0), self.b


growing = [Growing() for _ in range(8)]
print([thing.more(i * 10) for i, thing in enumerate(growing)])
print([thing.ask() for thing in growing])
growing[2].total = lambda n: "own"
growing[7].total = lambda n: "own in a dict"
print([thing.ask() for thing in growing])
del growing[7].total, growing[2].total
Growing.total = lambda self, n: "changed"
print([thing.ask() for thing in growing])
