# What StopIteration carries through next(), for, yield from, and its own kinds.
class Ends:
    def __init__(self, *args):
        self.args = args

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(*self.args)


class Special(StopIteration):
    def __init__(self, value):
        super().__init__(value)
        self.extra = "extra"


class EndsSpecial:
    def __iter__(self):
        return self

    def __next__(self):
        raise Special("s")


def delegate(it):
    return (yield from it)


for args in ((), (1,), (1, 2), (None,), ((1, 2),), ("text", 0)):
    it = Ends(*args)
    try:
        next(it)
    except StopIteration as stop:
        print(args, stop.args, stop.value, end=" | ")
    try:
        it.__next__()
    except StopIteration as stop:
        print(stop.args, end=" | ")
    try:
        next(delegate(it))
    except StopIteration as stop:
        print(stop.value, end=" | ")
    try:
        next(map(str, it))
    except StopIteration as stop:
        print(stop.args, end=" | ")
    print(list(it), [*it], next(it, "default"))
try:
    next(EndsSpecial())
except StopIteration as stop:
    print(type(stop).__name__, stop.value, getattr(stop, "extra", None))
try:
    next(delegate(EndsSpecial()))
except StopIteration as stop:
    print(type(stop).__name__, stop.value)


def returns(x):
    return x
    yield


for x in (5, None, (1, 2), StopIteration(7), [1]):
    try:
        next(returns(x))
    except StopIteration as stop:
        print(repr(stop.value), stop.args)
    try:
        next(delegate(returns(x)))
    except StopIteration as stop:
        print(repr(stop.value))


class Yielding:
    def __iter__(self):
        return returns("from the generator")


try:
    next(delegate(Yielding()))
except StopIteration as stop:
    print(stop.value)
for x in Ends(5):
    print("never")
else:
    print("else")
a = iter([])
try:
    next(a)
except StopIteration as stop:
    print(stop.args, stop.value, stop.__context__)
