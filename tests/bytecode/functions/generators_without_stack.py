# What a generator is sent does not count: its stack may have no room at all.
def f():
    raise
    yield


async def g():
    raise
