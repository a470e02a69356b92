"""Hooks of sys for async generators, clocks of time by number, math.erfc, and marshal.load from a file."""

import io
import marshal
import math
import sys
import time

# erfc on both sides of its switch, and hooks that are not set.
print(math.erfc(-1), math.erfc(-1.1), math.erfc(-0.9), sys.gettrace(), sys.getprofile())
print(sys.get_asyncgen_hooks())

# The hooks for async generators.
log = []


def first(g):
    log.append(("first", g.__name__))


def finalizer(g):
    log.append(("fin", g.__name__))


sys.set_asyncgen_hooks(firstiter=first, finalizer=finalizer)


async def one_item():
    yield 1


items = one_item()
try:
    items.__anext__().send(None)
except StopIteration:
    pass
del items
print(log, sys.get_asyncgen_hooks().finalizer is finalizer)
sys.set_asyncgen_hooks(None, None)
try:
    sys.set_asyncgen_hooks(firstiter=5)
except TypeError as e:
    print(e)

# Clocks.
print(time.clock_gettime(time.CLOCK_REALTIME) > 1e9, type(time.clock_gettime_ns(1)))
try:
    time.clock_gettime(12345)
except OSError as e:
    print(e)


# marshal: what is no file, and a file that goes on behind the value.
try:
    marshal.load(5)
except AttributeError as e:
    print(e)
file = io.BytesIO(marshal.dumps([1, "a"]) + b"rest")
print(marshal.load(file), file.read())
