"""Pattern matching and async code, compiled."""


class Point:
    __match_args__ = "x", "y"

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(subject):
    match subject:
        case 0 | None:
            return "nothing"
        case [1, *rest, last]:
            return f"from 1 to {last} by {rest}"
        case {"kind": kind, **others}:
            return f"{kind} with {others}"
        case Point(0, y=height) if height > 1:
            return f"high at {height}"
        case Point(x, y):
            return f"at {x}, {y}"
        case (str() | bytes()) as text:
            return f"text {text!r}"
    return "unknown"


for subject in 0, None, [1, 2, 3], {"kind": "a", "n": 1}, Point(0, 2), Point(3, 4), "x", b"y", 7:
    print(describe(subject))


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        print("left")


async def agen(n):
    for i in range(n):
        yield i


async def main():
    async with Ticker(3) as ticker:
        async for tick in ticker:
            print("tick", tick)
    return [x async for x in agen(3)], [await one() for _ in range(2)]


async def one():
    return 1


coroutine = main()
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
