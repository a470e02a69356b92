async def f():
    x = lambda: await y
