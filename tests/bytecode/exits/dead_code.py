# Nothing is left of what comes after return, raise, break and continue.
def f(a):
    return a
    a()


def g(a):
    while a:
        continue
        a()
    raise a
    return a


def h():
    yield
    return
    yield
