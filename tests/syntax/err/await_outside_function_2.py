def f():
    return
    yield from x
await y
