# When generators are closed: finally blocks, with blocks, deletion and order.
def resource(name):
    print("open", name)
    try:
        yield name
        yield name.upper()
    finally:
        print("close", name)


for x in resource("loop"):
    print(x)
    break
print("after break")
g = resource("kept")
next(g)
g = None
print("after None")


def nested():
    for a in resource("outer"):
        for b in resource("inner"):
            yield a, b


n = nested()
print(next(n))
del n
print("after del")
items = [resource(str(i)) for i in range(3)]
print([next(i) for i in items])
items.pop(1)
items.clear()
print("after clear")


class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value)
        return kind is ValueError


def with_manager():
    with Manager() as m:
        yield 1
        yield 2
    yield "after with"


w = with_manager()
next(w)
w.close()
w = with_manager()
next(w)
print(w.throw(ValueError("swallowed")), list(w))


def try_except_finally():
    try:
        yield 1
    except GeneratorExit:
        print("exit seen")
        return
    finally:
        print("finally")


t = try_except_finally()
next(t)
print(t.close())


def returns_in_finally():
    try:
        yield 1
    finally:
        return "result"


r = returns_in_finally()
next(r)
try:
    r.throw(KeyError("dropped"))
except StopIteration as stop:
    print("StopIteration", stop.value)


def context():
    try:
        yield
    except ValueError as error:
        print("context", repr(error.__context__))
        raise KeyError("new")


c = context()
next(c)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        c.throw(ValueError("v"))
except KeyError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))
pairs = ((a, b) for a in resource("ga") for b in resource("gb"))
print(next(pairs))
del pairs
print("end")
