# The body of "finally" stands wherever the "try" can be left: at its end, at each return, break and continue, and for exceptions.
def f(a):
    for x in a:
        try:
            if x:
                return x()
            if a:
                break
            continue
        finally:
            a()


def g(a):
    try:
        try:
            return 1
        finally:
            a()
    finally:
        b()
