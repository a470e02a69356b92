# Asynchronous generators: asend, athrow, aclose, anext, finalisation.
def run(awaitable, send=None):
    it = awaitable.__await__()
    try:
        while True:
            value = it.send(send)
            print("  suspended on", value)
            send = "resumed"
    except StopIteration as stop:
        return stop.value


class Wait:
    def __await__(self):
        return (yield "wait")


async def agen():
    try:
        x = yield 1
        print("got", x)
        y = await Wait()
        print("waited", y)
        z = yield 2
        print("got", z)
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("finally")


g = agen()
print(type(g).__name__, g.ag_running, g.ag_frame is not None, g.ag_await, g.ag_code.co_name, g.__name__, hasattr(g, "__await__"))
print(run(g.__anext__()), run(g.asend("A")), run(g.athrow(ValueError("thrown"))))
try:
    run(g.__anext__())
except StopAsyncIteration as stop:
    print("StopAsyncIteration", stop.args)
try:
    run(g.__anext__())
except StopAsyncIteration:
    print("again")
h = agen()
print(run(h.__anext__()), run(h.aclose()), run(h.aclose()))
i = agen()
try:
    run(i.asend("too early"))
except TypeError as error:
    print(error)
j = agen()
run(j.__anext__())
try:
    run(j.athrow(KeyError("out")))
except KeyError as error:
    print("came out", error)


async def main():
    k = agen()
    print(await anext(k), aiter(k) is k)
    await k.aclose()
    print(await anext(k, "default"))
    total = 0
    async for n in counter(5):
        total += n
    print(total, [x async for x in counter(3)], await collect(doubled(counter(3))))
    return "main"


async def counter(n):
    for i in range(n):
        await Wait() if i == 2 else None
        yield i


async def doubled(source):
    async for x in source:
        yield x * 2


async def collect(source):
    return [x async for x in source]


print(run(main()))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
run(s.__anext__())
try:
    run(s.aclose())
except RuntimeError as error:
    print(error)


async def stop():
    yield 1
    raise StopAsyncIteration("inside")


t = stop()
run(t.__anext__())
try:
    run(t.__anext__())
except RuntimeError as error:
    print(error)
a = agen().__anext__()
print(type(a).__name__, type(agen().asend(1)).__name__, type(agen().athrow(ValueError)).__name__, type(agen().aclose()).__name__)
u = agen()
first = u.asend(None)
run(first)
try:
    run(first)
except RuntimeError as error:
    print(error)
for f in (lambda: aiter(5), lambda: anext(5), lambda: iter(agen()), lambda: next(agen()), lambda: agen().asend(), lambda: aiter([])):
    try:
        print(f())
    except TypeError as error:
        print(error)
