# Coroutines driven by hand: await, send, throw, close, results, and what may be awaited.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        print("suspending", self.value)
        got = yield self.value
        print("resumed with", got)
        return got


async def add(a, b):
    x = await Suspend(a)
    y = await Suspend(b)
    return x + y


async def main():
    total = await add(1, 2)
    try:
        await Suspend("risky")
    except ValueError as error:
        print("main caught", error)
    return total


c = main()
print(type(c).__name__, c.cr_running, c.cr_code.co_name, c.cr_await, c.__name__, c.cr_origin, hasattr(c, "__iter__"), hasattr(c, "__next__"))
print(c.send(None), c.cr_await is not None, c.send(10), c.send(20), end=" ")
try:
    c.throw(ValueError("thrown in"))
except StopIteration as stop:
    print("result", stop.value, c.cr_frame)
for f in (lambda: c.send(None), lambda: c.close(), lambda: iter(c), lambda: next(c), lambda: [*c], lambda: len(c)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def run(coroutine, *values):
    values = [None, *values]
    out = []
    try:
        for v in values:
            out.append(coroutine.send(v))
    except StopIteration as stop:
        return out, stop.value
    finally:
        coroutine.close()
    return out, "not finished"


async def simple():
    return 5


async def nested(n):
    return n + await nested(n - 1) if n else 0


async def awaiting(x):
    return await x


class NotIterator:
    def __await__(self):
        return 5


class Coro:
    def __await__(self):
        return simple()


class ReturnsIter:
    def __await__(self):
        return iter(["from iter"])


print(run(simple()), run(nested(50)), run(awaiting(simple())), run(awaiting(ReturnsIter())), run(add(5, 6), 1, 2), run(add("a", "b"), "x"))
for bad in (5, None, [], NotIterator(), Coro(), (x for x in ()), simple):
    try:
        print(run(awaiting(bad)))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
done = simple()
run(done)
try:
    run(awaiting(done))
except RuntimeError as error:
    print(error)
shared = add(1, 2)
shared.send(None)
try:
    run(awaiting(shared))
except RuntimeError as error:
    print(error)
shared.close()


async def cleanup():
    try:
        await Suspend("c")
    finally:
        print("cleaned up")


k = cleanup()
k.send(None)
k.close()


async def comprehension():
    return [await simple() for _ in range(3)], {await simple(): 1}, [x async for x in agen()], sum([i for i in [await simple()]])


async def agen():
    yield 1
    yield 2


print(run(comprehension()))
f = lambda: awaiting(simple())
print(run(f()), run(awaiting(awaiting(awaiting(simple())))))


async def raises_stop():
    raise StopIteration("s")


try:
    run(raises_stop())
except RuntimeError as error:
    print(error, repr(error.__cause__))
for source in ("async def f(): yield from x", "def f(): await x", "await x", "async def f(): return [await x for x in y]", "def f(): async with x: pass", "def f(): async for x in y: pass", "async def f():\n yield 1\n return 2", "async x", "def f(): [x async for x in y]", "async def f(): def g(): await x", "async def f(): lambda: await x", "async def f(): (await x for x in y)", "f = lambda: await x", "async def f(x=await y): pass", "class C: await x", "async def f(): await", "await = 5", "async = 5"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
