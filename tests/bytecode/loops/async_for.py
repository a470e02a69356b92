# The end of an async for is an exception, and has the line of the iterable.
async def f(a):
    async for x in a:
        if x:
            break
    else:
        a()
