# An exception through coroutines.
async def inner():
    raise LookupError("in a coroutine")


async def outer():
    await inner()


def drive(coroutine):
    coroutine.send(None)


drive(outer())
