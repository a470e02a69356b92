# A jump to a short block that leaves the function is replaced by a copy of that block.
def f(a):
    with a:
        if a:
            return 1
        else:
            x = 2
    return x


def g(a):
    try:
        return a()
    except ValueError:
        pass
