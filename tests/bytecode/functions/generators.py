# Generators, coroutines and async generators start with GEN_START.
def f():
    x = yield
    yield x
    return (yield from f())


async def g():
    await f()
    return [x async for x in y]


async def h():
    yield 1

i = (lambda: (yield))
j = (x for x in y)
