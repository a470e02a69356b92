# Each manager has a block of its own; leaving them all calls __exit__ from the inside out.
def f(a, b):
    with a as x, b:
        return x
    with a as (y, z):
        pass


async def g(a):
    async with a as b:
        await b
