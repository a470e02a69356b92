# async with and async for: order, exceptions, else, break, and errors of protocol.
class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name

    async def __aexit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


def run(c):
    try:
        c.send(None)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("suspended")


async def main():
    async with Ctx("a") as a, Ctx("b"):
        print("body", a)
    async with (Ctx("p") as p, Ctx("q") as q,):
        print(p, q)
    async with Ctx("swallow", True):
        1 / 0
    try:
        async with Ctx("outer"), Ctx("inner"):
            raise KeyError("k")
    except KeyError as error:
        print("out", error)
    async for i in Count(3):
        print(i, end=" ")
    else:
        print("else")
    async for i in Count(5):
        if i == 2:
            continue
        if i == 4:
            break
        print(i, end=" ")
    else:
        print("never")
    print()
    async for (x, *y), z in pairs():
        print(x, y, z)
    print([i async for i in Count(4) if i % 2], {i: -i async for i in Count(2)}, {i async for i in Count(2)}, [(i, j) async for i in Count(2) for j in range(i)], [j for i in [2] async for j in Count(i)])
    g = (i * 2 async for i in Count(3))
    print(type(g).__name__, [i async for i in g])
    return "done"


async def pairs():
    yield (1, 2, 3), 4
    yield "ab", "c"


print(run(main()))


class NoAexit:
    async def __aenter__(self):
        return self


class NoAenter:
    async def __aexit__(self, *a):
        pass


class SyncOnly:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return None


class BadEnter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *a):
        pass


class BadIter:
    def __aiter__(self):
        return 5


class AsyncIter:
    async def __aiter__(self):
        return self


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def use(cm):
    async with cm:
        print("in")


async def loop(it):
    async for x in it:
        print(x)


for cm in (NoAexit(), NoAenter(), SyncOnly(), BadEnter(), 5):
    try:
        run(use(cm))
    except Exception as error:
        print(type(error).__name__, error)
for it in ([1], BadIter(), AsyncIter(), BadNext(), 5):
    c = loop(it)
    try:
        run(c)
    except Exception as error:
        print(type(error).__name__, error)


async def sync_with():
    with Ctx("x"):
        pass


async def sync_for():
    for x in Count(1):
        pass


for f in (sync_with, sync_for):
    try:
        run(f())
    except Exception as error:
        print(type(error).__name__, error)
