# yield from: values, results, send, throw and close pass through.
def inner():
    print("inner starts")
    try:
        a = yield 1
        print("inner got", a)
        b = yield 2
        print("inner got", b)
        return "inner result"
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
        return "after recovery"
    finally:
        print("inner finally")


def outer():
    result = yield from inner()
    print("outer got", result)
    result = yield from [10, 20]
    print("list gave", result)
    result = yield from (x for x in "ab")
    yield from ()
    yield from range(2)
    return "outer result"


print(list(outer()))
g = outer()
print(next(g), g.gi_yieldfrom.__name__, g.send("A"), g.throw(ValueError("thrown")), next(g), next(g))
try:
    g.send("to a list iterator")
except AttributeError as error:
    print(error)
h = outer()
next(h)
h.close()
i = outer()
next(i)
try:
    i.throw(KeyError("k"))
except KeyError as error:
    print("came out", error)


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("iterator result")
        return self.n

    def send(self, value):
        print("send", value)
        return "sent"

    def throw(self, kind, *rest):
        print("throw", kind if isinstance(kind, type) else type(kind).__name__, len(rest))
        return "thrown"

    def close(self):
        print("close")


def delegate():
    result = yield from Iterator()
    print("result", result)


d = delegate()
print(next(d), d.send("x"), d.throw(ValueError("q")), next(d), next(d), next(d, "end"))
d = delegate()
next(d)
d.close()
d = delegate()
next(d)
try:
    d.throw(GeneratorExit("exit"))
except GeneratorExit as error:
    print(repr(error))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)), sum(1 for _ in tree(10)))


def chain(n):
    if n == 0:
        x = yield "bottom"
        return x
    return (yield from chain(n - 1))


c = chain(200)
print(next(c))
try:
    c.send("through 200 levels")
except StopIteration as stop:
    print(stop.value)
for bad in (5, None, object):
    def wrong():
        yield from bad
    try:
        next(wrong())
    except TypeError as error:
        print(error)


def conversation():
    name = yield "name?"
    age = yield f"age of {name}?"
    return name, age


def wrapper():
    person = yield from conversation()
    yield person
    x = yield (yield from conversation())
    print("x is", x)


w = wrapper()
print(next(w), w.send("Ada"), w.send(36), next(w), w.send("B"), w.send(1), w.send("last") if False else w.close())
