# What an exception in __del__ or in a closed generator shows: no chain, and the place where it happened.
def g():
    try:
        yield 1
    finally:
        1 / 0


x = g()
next(x)
del x


def h():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def drop():
    x = h()
    next(x)
    del x


drop()
