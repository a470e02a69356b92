# A return in "finally" drops the value that was about to be returned, or the exception.
def f(a):
    try:
        return a()
    finally:
        return 2


def g(a):
    for x in a:
        try:
            return x
        finally:
            continue
