# What is being handled in a generator is the context of what is thrown into it; throw() on the odd and the finished.
def handling():
    try:
        raise KeyError("a")
    except Exception:
        yield


def inside():
    try:
        raise KeyError("b")
    except Exception:
        try:
            yield
        except Exception as error:
            print("inside:", repr(error), "context", repr(error.__context__))
            yield "next"


def delegating():
    try:
        raise KeyError("c")
    except Exception:
        yield from plain()


def plain():
    yield


for make in (handling, delegating, plain):
    g = make()
    next(g)
    try:
        g.throw(ValueError("thrown"))
    except ValueError as error:
        print(make.__name__, repr(error), "context", repr(error.__context__))
g = inside()
next(g)
print(g.throw(ValueError))


class Odd(Exception):
    def __new__(cls, *args):
        return cls


g = plain()
try:
    g.throw(Odd)
except TypeError as error:
    print(error)


def catching():
    try:
        yield
    except TypeError as error:
        print("caught", error)
    yield "went on"


g = catching()
next(g)
print(g.throw(Odd))


async def coroutine():
    return 1


c = coroutine()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError("late")), c.close):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
g = plain()
g.close()
try:
    g.throw(ValueError("late"))
except ValueError as error:
    print(repr(error))
