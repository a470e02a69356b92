"""Generators resumed by loops and `yield from` of the same interpreter loop: values sent and thrown through a chain,
results, errors, frames that somebody holds, what is being handled, and ends at the right time."""
import gc
import sys


def leaf(name):
    received = []
    try:
        while True:
            received.append((yield f"{name}{len(received)}"))
    except ValueError as error:
        yield f"caught {error}"
        return received
    finally:
        print("leaf ends", name, received)


def middle(name):
    result = yield from leaf(name)
    print("middle got", result)
    result = yield from leaf(name + "'")
    return "second", result


def outer():
    result = yield from middle("m")
    print("outer got", result)
    yield "last"
    return "over"


g = outer()
print(next(g), g.send(1), g.send(2))
print(g.throw(ValueError("one")))
print(next(g), g.send("x"))
print(g.throw(ValueError("two")), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)

g = outer()
print([next(g), next(g)])
g.close()
g = outer()
next(g)
del g
gc.collect()


def numbers(n):
    for i in range(n):
        yield i
    return n


def chain(n):
    total = yield from numbers(n)
    total += yield from numbers(n + 1)
    return total


def chain2(n):
    total = 0
    total += yield from numbers(n)
    total += yield from numbers(n + 1)
    return total


def collect(generator):
    result = yield from generator
    print("result", result)


print(list(collect(chain2(2))))


def fails(n):
    yield n
    raise KeyError(n)


def passes(n):
    try:
        yield from fails(n)
    except KeyError as error:
        yield "saved", error.args
    yield from fails(n + 1)


try:
    for item in passes(5):
        print(item)
except KeyError as error:
    tb = error.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)


def stops():
    yield 1
    raise StopIteration("inner")


def wraps():
    yield from stops()


try:
    print(list(wraps()))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))


def held():
    frame = sys._getframe()
    x = 0
    while x < 3:
        x += 1
        yield frame.f_locals["x"], frame.f_lineno, frame.f_back is not None


for item in held():
    print(item)


def through():
    yield from held()


print(list(through()))


def handling():
    try:
        raise LookupError("inside")
    except LookupError:
        yield sys.exc_info()[0]
        yield from seen()
    yield sys.exc_info()[0]


def seen():
    yield sys.exc_info()[0]
    try:
        1 / 0
    except ZeroDivisionError:
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


def show(x):
    return getattr(x, "__name__", x)


for kind in handling():
    print(show(kind), show(sys.exc_info()[0]))
try:
    raise OSError
except OSError:
    for kind in handling():
        print(show(kind), show(sys.exc_info()[0]))


def running():
    yield me.gi_running
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    yield from again()


def again():
    try:
        for _ in me:
            pass
    except ValueError as error:
        yield str(error)
    yield me.gi_yieldfrom is None, me.gi_running


me = running()
print([x for x in me])


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def keeps(n):
    local = Noisy(f"local{n}")
    yield local.name
    if n:
        yield from keeps(n - 1)
    print("leaving", n)


for name in keeps(2):
    print(name)
for name in keeps(1):
    break
print("after break")


def early():
    try:
        yield 1
        yield 2
    finally:
        print("early closed")


def delegate_early():
    yield from early()


for x in delegate_early():
    print(x)
    break
print("broken out")


def deep(n):
    if n == 0:
        yield "bottom"
    else:
        yield from deep(n - 1)


print(list(deep(200)))
try:
    list(deep(100_000))
except RecursionError:
    print("too deep")


class Awaited:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got * 2


async def inner(n):
    a = await Awaited(n)
    return a + 1


async def middle_coroutine(n):
    first = await inner(n)
    try:
        second = await inner(first)
    except ValueError as error:
        return "caught", str(error)
    return first, second


c = middle_coroutine(3)
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as stop:
    print(stop.value)
c = middle_coroutine(3)
print(c.send(None), c.send(10))
try:
    c.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)


async def twice():
    task = inner(1)
    try:
        await task
    finally:
        try:
            await task
        except RuntimeError as error:
            print(error)


c = twice()
c.send(None)
try:
    c.send(1)
except StopIteration:
    print("done")


async def agen():
    yield 1
    await Awaited("pause")
    yield 2


async def loop_over():
    return [x async for x in agen()]


c = loop_over()
print(c.send(None))
try:
    c.send(0)
except StopIteration as stop:
    print(stop.value)
