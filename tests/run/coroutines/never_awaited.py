# A coroutine that is dropped without being awaited: a warning on stderr.
async def forgotten():
    return 1


print("before")
forgotten()
print("after")
x = forgotten()
x.close()
print("closed in time")
