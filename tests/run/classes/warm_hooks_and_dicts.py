# __getattr__ and friends, instances with dicts of their own, functions with attributes, bound methods, modules.
class Plain:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


def read(thing):
    return thing.x


def call(thing):
    return thing.get()


things = [Plain(i) for i in range(30)]
print(sum(map(read, things)), sum(map(call, things)))
Plain.__getattr__ = lambda self, name: "for " + name
print(read(things[1]), call(things[1]))
del things[2].x
print(read(things[2]), call(things[2]))
Plain.__getattribute__ = lambda self, name: "all " + name
print(read(things[1]))
try:
    call(things[1])
except TypeError as error:
    print("TypeError", error)
del Plain.__getattribute__
print(read(things[1]), call(things[1]))
del Plain.__getattr__
try:
    read(things[2])
except AttributeError as error:
    print("AttributeError", error)


class Lazy:
    kind = "lazy"

    def __getattr__(self, name):
        if name.startswith("x"):
            value = len(self.__dict__)
            self.__dict__[name] = value
            return value
        raise AttributeError(name)

    @property
    def broken(self):
        return self.nothing


def lazies(n):
    for _ in range(n):
        lazy = Lazy()
        row = lazy.x, lazy.x1, lazy.x, lazy.kind
        try:
            lazy.broken
        except AttributeError as error:
            row += (str(error),)
    return row


print(lazies(30))


class Guarded:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __init__(self):
        self.x = 2


def write(thing, value):
    thing.x = value
    return thing.x


guarded, plain = Guarded(), Plain(0)
print([write(guarded, 5) for _ in range(20)][-1], [write(plain, 5) for _ in range(20)][-1])
Plain.__setattr__ = lambda self, name, value: object.__setattr__(self, name, -value)
print(write(plain, 6))
del Plain.__setattr__
del Guarded.__setattr__
print(write(plain, 7), write(guarded, 7))

# Dicts.
shown = [Plain(i) for i in range(20)]
for thing in shown[::2]:
    thing.__dict__["y"] = 1
print(sum(map(read, shown)), [write(thing, 3) for thing in shown][-1], sum(map(call, shown)))
shown[0].__dict__ = {"a": 0, "x": 50}
shown[2].__dict__.pop("x")
shown[2].__dict__["x"] = 60
shown[4].__dict__.clear()
print(read(shown[0]), read(shown[2]), write(shown[0], 51), shown[0].__dict__)
try:
    read(shown[4])
except AttributeError as error:
    print("AttributeError", error)
print(write(shown[4], 9), read(shown[4]))
shown[6].get = lambda: "own get"
print(call(shown[6]), call(shown[8]))
shown[8].__dict__["get"] = lambda: "own get in dict"
print(call(shown[6]), call(shown[8]), call(shown[10]))
Plain.x = property(lambda self: "property first", lambda self, value: None)
print(read(shown[0]), write(shown[1], 1), call(shown[0]))
del Plain.x
print(read(shown[0]), write(shown[1], 1), call(shown[0]))


# Functions.
def counted():
    counted.calls += 1
    return counted.calls


counted.calls = 0
print([counted() for _ in range(40)][-1], counted.__dict__)
counted.__dict__ = {"other": 1, "calls": 100}
print([counted() for _ in range(5)][-1], counted.__dict__)
del counted.calls
try:
    counted()
except AttributeError as error:
    print("AttributeError", error)


# Bound methods, callables in attributes, natives of builtin types.
class Holder:
    def __init__(self, action):
        self.action = action

    def run(self, x):
        return self.action(x)


holders = [Holder(len), Holder(lambda x: "lambda"), Holder(str), Holder(Holder(sum).run), Holder([].__contains__)]
print([[holder.run((1, 2)) for holder in holders] for _ in range(20)][-1])
bound = [Holder(abs).run for _ in range(30)]
print(sum(run(-2) for run in bound), bound[0].__name__)


def joined(parts):
    return "-".join(parts).upper().split("-")


class Loud(str):
    def upper(self):
        return self + "!"

    def join(self, parts):
        return Loud("loud")


def upper(text):
    return text.upper()


print([joined("abc") for _ in range(20)][-1], [upper(text) for text in ["a", Loud("b"), "c", Loud("d")] * 5][-2:])

# Modules.
import types

module = types.ModuleType("module")
module.value, module.call = 1, lambda: "first"


def ask():
    return module.value, module.call()


print([ask() for _ in range(20)][-1])
module.value = 2
module.call = lambda: "second"
print(ask())
del module.value
try:
    ask()
except AttributeError as error:
    print("AttributeError", error)
module.extra = 1
module.value = 3
print(ask())
